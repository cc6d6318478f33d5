"""Holds a plan against its document: which of its figures the plan holds, which it does not, and which read otherwise."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from erqi_cli.calc.audit.claims import Case, Cited
from erqi_cli.calc.decimals import rounded
from erqi_cli.domain.vocabulary import Comparator, Difference, FindingKind, Kind
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.figures.exclusions import Exempt, exempted, unused
from erqi_cli.parsing.figures.finder import COUNT, COUNTS, Figure, find_figures
from erqi_cli.parsing.figures.source_text import Prose

FAILING = (FindingKind.NOT_HELD, FindingKind.DIFFERS, FindingKind.ABSENT)
"""What makes an audit fail; a strict one also fails on what is ignored without a reason, and on `unused`."""
ACTIONS = re.compile("大行动")
"""What a document calls the actions: 八大行动 counts them."""
MOST_FIGURES = 10_000
"""No document that a plan is taken from has more."""
MIRRORED = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.AT_MOST: Comparator.AT_LEAST}
"""A fall of at least 3% is a growth of at most −3%."""
NUMERALS = "〇零一二三四五六七八九十百千万亿"
CLAUSE = "[^，。；、：:;!?]"


class Finding(NamedTuple):
    """One line of an audit.

    `start` and `end` tell where in the document's text it stands, None where it is not there. `ids` name what of the
    plan holds the figure or differs from it, `differs` tells in what; `words` are the phrase or the plan's own words;
    `rule` and `reason` tell why a number is no figure.
    """

    kind: FindingKind
    start: int | None = None
    end: int | None = None
    ids: tuple[str, ...] = ()
    cited: Cited | None = None
    differs: Difference | None = None
    words: str | None = None
    rule: str | None = None
    reason: Text | None = None


class Document(NamedTuple):
    """A document with its figures, and those that are none by the rules and the plan's word, by their start."""

    prose: Prose
    figures: tuple[Figure, ...]
    exempt: dict[int, Exempt]


class Audited(NamedTuple):
    """What an audit found, in the order of the document."""

    document: Document
    findings: tuple[Finding, ...]

    def failed(self, *, strict: bool = False) -> bool:
        """Tell whether anything is lost or reads otherwise; if strict, also whether anything is ignored without a reason."""
        return any(found.kind in FAILING or (strict and is_loose(found)) for found in self.findings)


def is_loose(found: Finding) -> bool:
    """Tell whether a finding is one that a strict audit does not let pass."""
    return found.kind is FindingKind.UNUSED or (found.kind is FindingKind.IGNORED and found.reason is None)


def document_of(prose: Prose, case: Case) -> Document:
    """Return a document with its figures; raises Failure E222 where it has more of them than a plan's document would."""
    figures = tuple(find_figures(prose.text, MOST_FIGURES + 1))
    if len(figures) > MOST_FIGURES:
        raise failure("E222", file=prose.file, limit=MOST_FIGURES)
    return Document(prose, figures, exempted(prose, figures, case.ignored))


def audit(document: Document, case: Case) -> Audited:
    """Return what holding a plan against its document finds."""
    auditor = _Auditor(document, case)
    for cited in case.cited:
        auditor.hold(cited)
    stale = (Finding(FindingKind.UNUSED, words=one.phrase, reason=one.reason) for one in unused(document.prose, case.ignored))
    findings = (*auditor.doubtful(), *auditor.figures(), *auditor.said(), *stale)
    return Audited(document, tuple(sorted(findings, key=lambda found: (found.start is None, found.start or 0))))


class _Doubt(NamedTuple):
    cited: Cited
    phrase: str
    inside: list[Figure]
    differs: Difference


class _Auditor:
    """Holds one cited figure after another against the figures of a document."""

    def __init__(self, document: Document, case: Case) -> None:
        self.document, self.case, self.text = document, case, document.prose.text
        self.starts = [figure.start for figure in document.figures]
        self.holders: dict[int, list[str]] = {}
        self.held: dict[str, list[Figure]] = {}
        self.doubts: list[_Doubt] = []
        self.absent: list[tuple[Cited, str]] = []
        self.blamed: set[int] = set()

    def hold(self, cited: Cited) -> None:
        """Look a cited figure up at each place of each of its phrases."""
        agreeing: list[tuple[str, Figure]] = []
        reworded: list[tuple[str, list[Figure]]] = []
        for phrase, start, end in self.places(cited):
            inside = list(self.document.figures[bisect_left(self.starts, start) : bisect_left(self.starts, end)])
            same = self.chosen(inside, cited)
            agreeing += [(phrase, figure) for figure in same]
            if cited.value is not None and not same:
                self.doubts.append(_Doubt(cited, phrase, inside, _difference(inside, cited)))
            elif self.text[start:end] != phrase:
                reworded.append((phrase, same or inside))
        self.take(cited, agreeing)
        doubted = {doubt.phrase for doubt in self.doubts if doubt.cited is cited}
        self.doubts += [
            _Doubt(cited, phrase, figures, Difference.PHRASE) for phrase, figures in reworded if phrase not in doubted
        ]

    def places(self, cited: Cited) -> Iterator[tuple[str, int, int]]:
        """Yield where the document gives each phrase: one place for each time that it is listed, the first ones."""
        for phrase, times in Counter(cited.phrases).items():
            exact = [found.span() for found in islice(_occurrences(phrase, self.text), times)]
            for start, end in exact or self.like(phrase):
                yield phrase, start, end
            if len(exact) < times and not (not exact and self.like(phrase)):
                self.absent.append((cited, phrase))

    @staticmethod
    def chosen(inside: list[Figure], cited: Cited) -> list[Figure]:
        """Return the one figure of a place that is the plan's: among several the one with its qualifier, else the first."""
        if cited.value is None:
            return []
        same = [figure for figure in inside if _agrees(figure, cited)]
        return sorted(same, key=lambda figure: _comparator(figure, cited) != cited.comparator)[:1]

    def take(self, cited: Cited, agreeing: list[tuple[str, Figure]]) -> None:
        """Note who holds a figure, and compare the qualifiers: one place has to give the plan's, the others that or none."""
        self.held[cited.id] = [figure for _, figure in agreeing]
        for figure in self.held[cited.id]:
            self.holders.setdefault(figure.start, []).append(cited.id)
        given = [(phrase, figure, _comparator(figure, cited)) for phrase, figure in agreeing]
        said = any(comparator == cited.comparator for _, _, comparator in given)
        for phrase, figure, comparator in given:
            if comparator != cited.comparator and not (said and comparator is Comparator.EXACTLY):
                self.doubts.append(_Doubt(cited, phrase, [figure], Difference.COMPARATOR))

    def like(self, phrase: str) -> list[tuple[int, int]]:
        """Return where the document says the same with other figures, the first such place."""
        pattern = _with_any_figures(phrase)
        found = re.search(pattern, self.text) if pattern else None
        return [found.span()] if found else []

    def doubtful(self) -> Iterator[Finding]:
        """Yield where the document reads otherwise than the plan, and what of the plan it does not hold."""
        for doubt in self.doubts:
            free = (figure for figure in doubt.inside if figure.start not in self.holders)
            figure = next(free, next(iter(doubt.inside), None))
            if figure:
                self.blame(figure.start, doubt.cited.id)
            start = figure.start if figure else self.text.find(doubt.phrase)
            end = figure.end if figure else start + len(doubt.phrase)
            yield Finding(FindingKind.DIFFERS, start, end, (doubt.cited.id,), doubt.cited, doubt.differs, doubt.phrase)
        for cited, phrase in self.absent:
            yield Finding(FindingKind.ABSENT, ids=(cited.id,), cited=cited, words=phrase)

    def blame(self, start: int, name: str) -> None:
        """Note that a figure reads otherwise: the entry that says so does not hold it."""
        self.blamed.add(start)
        others = [holder for holder in self.holders.get(start, ()) if holder != name]
        self.holders[start] = others

    def figures(self) -> Iterator[Finding]:
        """Yield what became of each figure of the document; one that reads otherwise is not said to be lost as well."""
        for figure in self.document.figures:
            span = figure.start, figure.end
            known = self.document.exempt.get(figure.start)
            if holders := self.holders.get(figure.start):
                yield Finding(FindingKind.HELD, *span, tuple(dict.fromkeys(holders)))
            elif figure.value == self.case.actions and ACTIONS.match(self.text, figure.numeral):
                yield Finding(FindingKind.HELD, *span, ("actions",))
            elif known:
                yield Finding(FindingKind.IGNORED, figure.start, known.end, rule=known.rule, reason=known.reason)
            elif figure.start not in self.blamed:
                yield Finding(FindingKind.NOT_HELD, *span)

    def said(self) -> Iterator[Finding]:
        """Yield the plan's own words that give a figure which is none of those they speak of."""
        spoken_of: dict[str, list[Cited]] = {}
        for cited in self.case.cited:
            for of in {cited.id, cited.id.partition(".")[0] + "."}:
                spoken_of.setdefault(of, []).append(cited)
        for said in self.case.said:
            cited_there = spoken_of.get(said.of, [])
            held = [figure for one in cited_there for figure in self.held.get(one.id, ())] if said.of else self.document.figures
            if not all(_is_known(figure, cited_there, held) for figure in said.figures):
                yield Finding(FindingKind.ABSENT, ids=(said.where,), words=said.words)


def _is_known(figure: Figure, cited: Iterable[Cited], held: Iterable[Figure]) -> bool:
    """Tell whether a figure in the plan's own words is one of those they speak of.

    A general counting word is to be the document's own: 四大平台 is not held by any four that are there.
    """
    if any((one.value, one.upper, one.word) == (figure.value, figure.upper, figure.word) for one in held):
        return True
    amounts = figure.value, figure.upper
    return figure.measure != COUNT and any(
        (one.value, one.upper) == amounts and _same_measure(one.measure, figure.measure) for one in cited
    )


def _occurrences(phrase: str, text: str) -> Iterator["re.Match[str]"]:
    """Yield where a phrase stands, not inside a longer number."""
    before = "(?<![0-9.,])" if phrase[:1].isdecimal() else f"(?<![{NUMERALS}])" if phrase[:1] in NUMERALS else ""
    after = "(?![0-9])" if phrase[-1:].isdecimal() else ""
    return re.finditer(before + re.escape(phrase) + after, text)


def _agrees(figure: Figure, cited: Cited) -> bool:
    """Tell whether a figure of the document is the plan's: value, upper end and unit."""
    return _same_measure(figure.measure, cited.measure) and _same_amounts(figure, cited)


def _is_growth(cited: Cited) -> bool:
    return cited.target.kind is Kind.GROWTH


def _comparator(figure: Figure, cited: Cited) -> Comparator:
    """Return how a figure is qualified, of a growth as growth: a fall of at least 3% is one of at most −3%."""
    mirrored = figure.falls and _is_growth(cited)
    return MIRRORED.get(figure.comparator, figure.comparator) if mirrored else figure.comparator


def _same_amounts(figure: Figure, cited: Cited) -> bool:
    """Tell whether value and upper end are the plan's; a fall is a negative growth, of an amount it may be either."""
    assert cited.value is not None
    ends = figure.value, figure.upper
    fallen = (-figure.value, None) if figure.upper is None else (-figure.upper, -figure.value)
    if figure.falls and _is_growth(cited):
        return _same(fallen, cited, figure)
    return _same(ends, cited, figure) or (figure.falls and _same(fallen, cited, figure))


def _same(ends: tuple[Decimal, Decimal | None], cited: Cited, figure: Figure) -> bool:
    """Tell whether two ends are the plan's; of a fraction such as two thirds the plan may give fewer digits."""
    pairs = ((ends[0], cited.value), (ends[1], cited.upper))
    return all(
        document == plan
        or (
            figure.thirds
            and document is not None
            and plan is not None
            and rounded(document, -int(plan.as_tuple().exponent)) == plan
        )
        for document, plan in pairs
    )


def _same_measure(document: str | None, plan: str | None) -> bool:
    if COUNT in (document, plan):
        return {document, plan} <= {COUNT, *COUNTS}
    return document == plan


def _difference(inside: Iterable[Figure], cited: Cited) -> Difference:
    """Return in what the document's figures differ from the plan's."""
    return Difference.UNIT if any(_same_amounts(figure, cited) for figure in inside) else Difference.VALUE


def _with_any_figures(phrase: str) -> str | None:
    """Return a pattern of a phrase with any figures in it, or None where hardly anything else would be left of it."""
    parts, at = list[str](), 0
    for figure in find_figures(phrase):
        parts.append(phrase[at : figure.start])
        at = figure.end
    parts.append(phrase[at:])
    if len(parts) < 2 or len("".join(parts)) < 2:
        return None
    return f"{CLAUSE}{{1,14}}?".join(map(re.escape, parts)) + ("" if parts[-1] else f"{CLAUSE}{{0,14}}")
