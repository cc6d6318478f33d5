"""A mutation test of the audit: change one figure at a time and count the changes it notices.

A change of the document alters the number, unit or qualifier of a figure, removes it, turns a rise
into a fall, or repeats a phrase. A change of the plan alters a figure, its unit, its qualifier, the
number in a phrase or in the plan's own words, or leaves an entry out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from erqi_cli.calc.audit.claims import Case, Cited, Said, said_in
from erqi_cli.calc.audit.findings import Audited, Document, audit, document_of
from erqi_cli.calc.decimals import EXACT, ONE
from erqi_cli.parsing.chinese_numeral import DIGITS
from erqi_cli.parsing.figures.exclusions import exempted
from erqi_cli.parsing.figures.finder import Figure, find_figures
from erqi_cli.parsing.figures.source_text import Prose, prose_of

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
    case: Case
    place: int | str
    what: str


class MutationResult(NamedTuple):
    """How many changes were tried, and those that the audit did not notice."""

    tried: int
    missed: tuple[Change, ...]


def mutation_test(audited: Audited, case: Case) -> MutationResult:
    """Try every change; one is noticed if the audit complains otherwise than without it."""
    known = _complaints(audited)
    tried = 0
    missed = []
    for change in (*_changes_of_document(audited, case), *_changes_of_plan(audited, case)):
        tried += 1
        if _complaints(audit(change.document, change.case)) == known:
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


def _complaints(audited: Audited) -> list[tuple[object, ...]]:
    """Return the audit's complaints without their places, which a change moves."""
    complaints = [found for found in audited.findings if found.kind not in ("held", "ignored")]
    return sorted((one.kind, one.ids, one.differs or "", one.words or "") for one in complaints)


def _changes_of_document(audited: Audited, case: Case) -> Iterator[Change]:
    """Yield the changes of each figure that the audit counts, and each phrase once more."""
    prose = audited.document.prose
    ignored = {found.start for found in audited.findings if found.kind == "ignored"}
    counts_actions = {found.start for found in audited.findings if found.ids == ("actions",)}
    for figure in audited.document.figures:
        if figure.start in ignored:
            continue
        for start, end, after in _alterations(prose.text, figure):
            if not after and figure.start in counts_actions:
                continue  # a document need not say how many actions it has
            changed = document_of(_replaced(prose, start, end, after), case)
            yield Change(changed, case, figure.start, f"{prose.text[start:end]} → {after}")
    for cited in case.cited:
        if cited.value is None:
            continue
        for phrase in cited.phrases:
            last = len(prose.text)
            again = document_of(_replaced(prose, last, last, f"。{phrase}。"), case)
            yield Change(again, case, cited.id, f"{phrase} twice")


def _replaced(prose: Prose, start: int, end: int, after: str) -> Prose:
    """Return a document with a part of its text replaced; an empty part is an insertion."""
    last = prose.offsets[end - 1] + 1
    first = prose.offsets[start] if end > start else last
    text = prose.original[:first] + after + prose.original[last:]
    return prose_of(text, prose.file, prose.encoding)


def _alterations(text: str, figure: Figure) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new text) of each change of a figure in a document."""
    numeral = text[figure.start : figure.numeral]
    yield figure.start, figure.numeral, other_number(numeral)
    yield figure.start, figure.end, ""
    if figure.numeral < figure.unit:
        yield figure.numeral, figure.unit, "个" if figure.word == "人" else "人"
    if figure.upper is None:
        yield figure.unit, figure.end, "以上" if figure.comparator == "at_most" else "以内"
    elif low := LOWER_END.match(numeral):
        yield figure.start, figure.start + low.end(), other_number(low[0])
    if text[figure.start - 2 : figure.start] == "增长":
        yield figure.start - 2, figure.start, "下降"


def _changes_of_plan(audited: Audited, case: Case) -> Iterator[Change]:
    """Yield the changes of each entry of the plan."""
    document = audited.document
    shared = set()
    for found in audited.findings:
        if len(found.ids) > 1:
            shared |= {*found.ids}
    for at, cited in enumerate(case.cited):
        for others, what in _changes_of_cited(cited, may_be_left_out=cited.id not in shared):
            changed = case._replace(cited=_put(case.cited, at, *others))
            yield Change(document, changed, cited.id, what)
    for at, said in enumerate(case.said):
        for words in _changes_of_words(said, case):
            other = said_in(said.where, words, said.of, case.ignored)
            changed = case._replace(said=_put(case.said, at, other))
            yield Change(document, changed, said.where, f"{said.words} → {words}")
    for at, one in enumerate(case.ignored):
        changed = case._replace(ignored=_put(case.ignored, at))
        yield Change(document_of(document.prose, changed), changed, "audit.ignore", one.phrase)
    if any(found.ids == ("actions",) for found in audited.findings):
        changed = case._replace(actions=case.actions + 1)
        yield Change(document, changed, "actions", f"{case.actions} → {changed.actions}")


def _put(entries: tuple[Entry, ...], at: int, *others: Entry) -> tuple[Entry, ...]:
    """Return entries with the one at a place replaced by others."""
    return (*entries[:at], *others, *entries[at + 1 :])


def _changes_of_cited(cited: Cited, *, may_be_left_out: bool) -> Iterator[tuple[tuple[Cited, ...], str]]:
    """Yield what replaces a cited figure: another phrase, number, unit, qualifier, or nothing."""
    for at, phrase in enumerate(cited.phrases):
        for figure in find_figures(phrase)[:1]:
            number = other_number(phrase[figure.start : figure.numeral])
            words = phrase[: figure.start] + number + phrase[figure.numeral :]
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


def _changes_of_words(said: Said, case: Case) -> Iterator[str]:
    """Yield a text of the plan with each of its figures changed in turn."""
    prose = prose_of(said.words)
    exempt = exempted(prose, said.figures, case.ignored)
    for figure in said.figures:
        if figure.start not in exempt:
            first = prose.offsets[figure.start]
            last = prose.offsets[figure.numeral - 1] + 1
            yield said.words[:first] + other_number(said.words[first:last]) + said.words[last:]
