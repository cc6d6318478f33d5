"""A mutation test of the audit: change one figure at a time and count the changes it notices.

A change of the document alters the number, unit or qualifier of a figure, removes it, turns a rise
into a fall, or repeats a phrase. A change of the plan alters a figure, its unit, its qualifier, the
number in a phrase or in the plan's own words, or leaves an entry out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from erqi_cli.calc.audit.audit import audit
from erqi_cli.calc.audit.claims import CitedFigure, Claims, PlanText, read_plan_text
from erqi_cli.calc.audit.findings import AuditResult, Document, read_figures
from erqi_cli.calc.decimals import EXACT, ONE
from erqi_cli.domain.vocabulary import FindingKind
from erqi_cli.parsing.chinese_numeral import DIGITS
from erqi_cli.parsing.figures.exclusions import find_exclusions
from erqi_cli.parsing.figures.finder import Figure, find_figures
from erqi_cli.parsing.figures.source_text import SourceText, source_text

Entry = TypeVar("Entry")
LOWER_END = re.compile("[0-9.,]+|[〇零一二两三四五六七八九十百千万亿]+")
"""The lower end of a range, as it is written."""
NEXT_NUMERAL = {
    "一": "二",
    "二": "三",
    "三": "四",
    "四": "五",
    "五": "六",
    "六": "七",
    "七": "八",
    "八": "九",
    "九": "八",
    "两": "三",
    "半": "二",
}


class Change(NamedTuple):
    """The document and the plan after one change.

    `place` is an offset in the document's text or the id of an entry of the plan. `what` tells the
    change to a developer.
    """

    document: Document
    claims: Claims
    place: int | str
    what: str


class MutationResult(NamedTuple):
    """How many changes were tried, and those that the audit did not notice."""

    tried: int
    missed: tuple[Change, ...]


def mutation_test(audited: AuditResult, claims: Claims) -> MutationResult:
    """Try every change; one is noticed if the audit complains otherwise than without it."""
    known = _complaints(audited)
    tried = 0
    missed = []
    for change in (*_changes_of_document(audited, claims), *_changes_of_plan(audited, claims)):
        tried += 1
        if _complaints(audit(change.document, change.claims)) == known:
            missed.append(change)
    return MutationResult(tried, tuple(missed))


def other_number(numeral: str) -> str:
    """Return another number in the same writing."""
    for at in range(len(numeral) - 1, -1, -1):
        char = numeral[at]
        if char.isdecimal():
            other = str((int(char) + 1) % 10 or 1)
        elif char in NEXT_NUMERAL or char in DIGITS:
            other = NEXT_NUMERAL.get(char, "一")
        else:
            continue
        return numeral[:at] + other + numeral[at + 1 :]
    return f"二{numeral}"


def _complaints(audited: AuditResult) -> list[tuple[object, ...]]:
    """Return the audit's complaints without their places, which a change moves."""
    complaints = [
        found
        for found in audited.findings
        if found.kind not in (FindingKind.MATCHED, FindingKind.IGNORED)
    ]
    return sorted((one.kind, one.ids, one.difference or "", one.words or "") for one in complaints)


def _changes_of_document(audited: AuditResult, claims: Claims) -> Iterator[Change]:
    """Yield the changes of each figure that the audit counts, and each phrase once more."""
    source = audited.document.source
    ignored = {found.start for found in audited.findings if found.kind == FindingKind.IGNORED}
    counts_actions = {found.start for found in audited.findings if found.ids == ("actions",)}
    for figure in audited.document.figures:
        if figure.start in ignored:
            continue
        for start, end, after in _alterations(source.text, figure):
            if figure.start in counts_actions and end != figure.numeral_end:
                continue  # a document need not count its actions, or call them so
            changed = read_figures(_replaced(source, start, end, after), claims)
            yield Change(changed, claims, figure.start, f"{source.text[start:end]} → {after}")
    for cited in claims.cited:
        if cited.value is None or cited.id in _ids_not_counted(audited):
            continue
        for phrase in cited.phrases:
            last = len(source.text)
            again = read_figures(_replaced(source, last, last, f"。{phrase}。"), claims)
            yield Change(again, claims, cited.id, f"{phrase} twice")


def _ids_not_counted(audited: AuditResult) -> set[str]:
    """Return the ids of entries whose figures would not be counted if the plan did not hold them."""
    counted: set[str] = set()
    held: set[str] = set()
    for found in audited.findings:
        if found.kind == FindingKind.MATCHED:
            held |= {*found.ids}
            if found.start not in audited.document.exclusions:
                counted |= {*found.ids}
    return held - counted


def _replaced(source: SourceText, start: int, end: int, after: str) -> SourceText:
    """Return a document with a part of its text replaced; an empty part is an insertion."""
    last = source.offsets[end - 1] + 1
    first = source.offsets[start] if end > start else last
    changed = source.original[:first] + after + source.original[last:]
    return source_text(changed, source.file, source.encoding)


def _alterations(text: str, figure: Figure) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new text) of each change of a figure in a document."""
    numeral = text[figure.start : figure.numeral_end]
    yield figure.start, figure.numeral_end, other_number(numeral)
    yield figure.start, figure.end, ""
    if figure.numeral_end < figure.unit_end:
        yield figure.numeral_end, figure.unit_end, "个" if figure.unit == "人" else "人"
    if figure.upper is None:
        yield figure.unit_end, figure.end, "以上" if figure.comparator == "at_most" else "以内"
    elif low := LOWER_END.match(numeral):
        yield figure.start, figure.start + low.end(), other_number(low[0])
    if text[figure.start - 2 : figure.start] == "增长":
        yield figure.start - 2, figure.start, "下降"


def _changes_of_plan(audited: AuditResult, claims: Claims) -> Iterator[Change]:
    """Yield the changes of each entry of the plan."""
    document = audited.document
    shared = set()
    for found in audited.findings:
        if len(found.ids) > 1:
            shared |= {*found.ids}
    shared |= _ids_not_counted(audited)
    for at, cited in enumerate(claims.cited):
        for others, what in _changes_of_cited(cited, may_be_left_out=cited.id not in shared):
            changed = claims._replace(cited=_put(claims.cited, at, *others))
            yield Change(document, changed, cited.id, what)
    for at, text in enumerate(claims.texts):
        for words in _changes_of_words(text, claims):
            other = read_plan_text(text.id, words, text.scope, claims.ignored)
            changed = claims._replace(texts=_put(claims.texts, at, other))
            yield Change(document, changed, text.id, f"{text.words} → {words}")
    for at, one in enumerate(claims.ignored):
        changed = claims._replace(ignored=_put(claims.ignored, at))
        if read_figures(document.source, changed).exclusions.keys() == document.exclusions.keys():
            continue  # a rule passes over the same figures
        yield Change(read_figures(document.source, changed), changed, "audit.ignore", one.phrase)
    if any(found.ids == ("actions",) for found in audited.findings):
        changed = claims._replace(actions=claims.actions + 1)
        yield Change(document, changed, "actions", f"{claims.actions} → {changed.actions}")


def _put(entries: tuple[Entry, ...], at: int, *others: Entry) -> tuple[Entry, ...]:
    """Return entries with the one at a place replaced by others."""
    return (*entries[:at], *others, *entries[at + 1 :])


def _changes_of_cited(
    cited: CitedFigure, *, may_be_left_out: bool
) -> Iterator[tuple[tuple[CitedFigure, ...], str]]:
    """Yield what replaces a cited figure: another phrase, number, unit, qualifier, or nothing."""
    for at, phrase in enumerate(cited.phrases):
        for figure in find_figures(phrase)[:1]:
            number = other_number(phrase[figure.start : figure.numeral_end])
            words = phrase[: figure.start] + number + phrase[figure.numeral_end :]
            yield (cited._replace(phrases=_put(cited.phrases, at, words)),), f"phrase {words}"
    if cited.value is None:
        return
    value = EXACT.add(cited.value, ONE)
    yield (cited._replace(value=value),), f"value {value}"
    comparator = "at_least" if cited.comparator == "at_most" else "at_most"
    yield (cited._replace(comparator=comparator),), f"comparator {comparator}"
    if cited.measure is not None:
        yield (cited._replace(measure=f"other than {cited.measure}"),), "another unit"
    if cited.upper is not None:
        upper = EXACT.add(cited.upper, ONE)
        yield (cited._replace(upper=upper),), f"upper {upper}"
    if may_be_left_out:
        yield (), "left out"


def _changes_of_words(text: PlanText, claims: Claims) -> Iterator[str]:
    """Yield a text of the plan with each of its figures changed in turn."""
    source = source_text(text.words)
    exempt = find_exclusions(source, text.figures, claims.ignored)
    for figure in text.figures:
        if figure.start not in exempt:
            first = source.offsets[figure.start]
            last = source.offsets[figure.numeral_end - 1] + 1
            yield text.words[:first] + other_number(text.words[first:last]) + text.words[last:]
