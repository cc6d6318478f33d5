"""Proves an audit: changes each figure of the document and of the plan in turn, and counts which changes it finds.

A change of the document alters the number, the unit or the qualifier of one figure, takes it out, turns a growth into a
fall, or says a phrase once more. A change of the plan alters a figure, its unit, its qualifier, the number in one of its
phrases or in the plan's own words, or leaves an entry out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from erqi_cli.calc.audit.case import Case, Cited, Said, said_in
from erqi_cli.calc.audit.findings import Audited, Document, audit, document_of
from erqi_cli.calc.numbers import EXACT, ONE, plain
from erqi_cli.plan.exempt import exempted
from erqi_cli.plan.figures import Figure, find_figures
from erqi_cli.plan.numerals import DIGITS
from erqi_cli.plan.prose import Prose, prose_of

Entry = TypeVar("Entry")
LOW = re.compile("[0-9.,]+|[〇零一二两三四五六七八九十百千万亿]+")
"""The lower end of a range, as it is written."""
NEXT = {**dict(zip("一二三四五六七八九", "二三四五六七八九八", strict=True)), "两": "三", "半": "二"}


class Change(NamedTuple):
    """One change of a figure: the document and the plan after it, where it was made, and what became of what.

    `place` is an offset in the document's text, or the id of an entry of the plan; `before` or `after` is empty where
    something was put in or taken out.
    """

    document: Document
    case: Case
    place: int | str
    before: str
    after: str


class Proved(NamedTuple):
    """How many changes were tried, and those that the audit did not find."""

    tried: int
    survived: tuple[Change, ...]


def prove(audited: Audited, case: Case) -> Proved:
    """Return how many changes of a single figure an audit finds: its complaints are then others than without the change."""
    known, tried, survived = _complaints(audited), 0, list[Change]()
    for change in (*_of_document(audited, case), *_of_plan(audited, case)):
        tried += 1
        if _complaints(audit(change.document, change.case)) == known:
            survived.append(change)
    return Proved(tried, tuple(survived))


def _complaints(audited: Audited) -> list[tuple[object, ...]]:
    """Return what an audit complains of, without the places, which a change moves."""
    bad = (found for found in audited.findings if found.kind not in ("held", "ignored"))
    return sorted((found.kind, found.ids, found.differs or "", found.words or "") for found in bad)


def _of_document(audited: Audited, case: Case) -> Iterator[Change]:
    """Yield the changes of each figure of the document that no rule takes for something else."""
    prose = audited.document.prose
    passed_over = {found.start for found in audited.findings if found.kind == "ignored"}
    counting = {found.start for found in audited.findings if found.ids == ("actions",)}
    for figure in audited.document.figures:
        if figure.start not in passed_over:
            for start, end, after in _alterations(prose.text, figure):
                if not after and figure.start in counting:
                    continue  # a document need not say how many actions it has
                changed = document_of(_with(prose, start, end, after), case)
                yield Change(changed, case, figure.start, prose.text[start:end], after)
    for cited in case.cited:
        for phrase in cited.phrases if cited.value is not None else ():
            last = len(prose.text)
            again = document_of(_with(prose, last, last, f"。{phrase}。"), case)
            yield Change(again, case, cited.id, "", phrase)


def _with(prose: Prose, start: int, end: int, after: str) -> Prose:
    """Return a document in which a part of the text is replaced, or something put in where the part is empty."""
    last = prose.offsets[end - 1] + 1
    first = prose.offsets[start] if end > start else last
    return prose_of(prose.original[:first] + after + prose.original[last:], prose.file, prose.encoding)


def _alterations(text: str, figure: Figure) -> Iterator[tuple[int, int, str]]:
    """Yield for a figure where its text changes, and into what: another number, unit or qualifier, a fall, or nothing."""
    numeral = text[figure.start : figure.numeral]
    yield figure.start, figure.numeral, other_number(numeral)
    yield figure.start, figure.end, ""
    if figure.numeral < figure.unit:
        yield figure.numeral, figure.unit, "个" if figure.word == "人" else "人"
    if figure.upper is None:
        yield figure.unit, figure.end, "以上" if figure.comparator == "at_most" else "以内"
    elif low := LOW.match(numeral):
        yield figure.start, figure.start + low.end(), other_number(low[0])
    if text[figure.start - 2 : figure.start] == "增长":
        yield figure.start - 2, figure.start, "下降"


def other_number(numeral: str) -> str:
    """Return another number in the same writing."""
    for at in range(len(numeral) - 1, -1, -1):
        char = numeral[at]
        if char.isdecimal():
            return f"{numeral[:at]}{(int(char) + 1) % 10 or 1}{numeral[at + 1 :]}"
        if char in NEXT or char in DIGITS:
            return numeral[:at] + NEXT.get(char, "一") + numeral[at + 1 :]
    return f"二{numeral}"


def _of_plan(audited: Audited, case: Case) -> Iterator[Change]:
    document = audited.document
    shared = {found.ids for found in audited.findings if len(found.ids) > 1}
    for at, cited in enumerate(case.cited):
        alone = not any(cited.id in ids for ids in shared)
        left_out = [((), "/".join(cited.phrases), "")] if alone and cited.value is not None else []
        for others, before, after in (*_recited(cited), *left_out):
            yield Change(document, case._replace(cited=_put(case.cited, at, *others)), cited.id, before, after)
    for at, said in enumerate(case.said):
        for words in _resaid(said, case):
            other = said_in(said.where, words, said.of, case.ignored)
            yield Change(document, case._replace(said=_put(case.said, at, other)), said.where, said.words, words)
    for at, one in enumerate(case.ignored):
        fewer = case._replace(ignored=_put(case.ignored, at))
        yield Change(document_of(document.prose, fewer), fewer, "audit.ignore", one.phrase, "")
    if any(found.ids == ("actions",) for found in audited.findings):
        yield Change(document, case._replace(actions=case.actions + 1), "actions", str(case.actions), str(case.actions + 1))


def _put(entries: tuple[Entry, ...], at: int, *others: Entry) -> tuple[Entry, ...]:
    return (*entries[:at], *others, *entries[at + 1 :])


def _recited(cited: Cited) -> Iterator[tuple[tuple[Cited, ...], str, str]]:
    """Yield what may become of a cited figure: another phrase, number, unit or qualifier."""
    for at, phrase in enumerate(cited.phrases):
        for figure in find_figures(phrase)[:1]:
            words = phrase[: figure.start] + other_number(phrase[figure.start : figure.numeral]) + phrase[figure.numeral :]
            yield (cited._replace(phrases=_put(cited.phrases, at, words)),), phrase, words
    if cited.value is None:
        return
    value, other = EXACT.add(cited.value, ONE), "at_least" if cited.comparator == "at_most" else "at_most"
    yield (cited._replace(value=value),), plain(cited.value), plain(value)
    yield (cited._replace(comparator=other),), cited.comparator, other
    if cited.measure is not None:
        yield (cited._replace(measure=f"another than {cited.measure}"),), cited.measure, "–"
    if cited.upper is not None:
        upper = EXACT.add(cited.upper, ONE)
        yield (cited._replace(upper=upper),), plain(cited.upper), plain(upper)


def _resaid(said: Said, case: Case) -> Iterator[str]:
    """Yield a text of the plan with each of its figures changed in turn."""
    prose = prose_of(said.words)
    exempt = exempted(prose, said.figures, case.ignored)
    for figure in said.figures:
        if figure.start not in exempt:
            first, last = prose.offsets[figure.start], prose.offsets[figure.numeral - 1] + 1
            yield said.words[:first] + other_number(said.words[first:last]) + said.words[last:]
