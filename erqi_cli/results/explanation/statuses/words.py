"""Which status a word means: in both languages, also as a review of several years calls it."""

from collections.abc import Iterator

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import EntryType, Mark, Status
from erqi_cli.parsing.lookup import TARGET_TYPES, fold, plan_entries
from erqi_cli.parsing.suggest import nearest_word
from erqi_cli.results.labels import MARKS, MID_TERM_STATUSES, STATUSES
from erqi_cli.results.tracking.messages import MISSING

Condition = Status | Mark
"""What can be explained: a status, or the mark of old data."""


def condition_meant(plan: Plan, words: str) -> Condition | None:
    """Return the status that words mean; None if they mean none, or are the name of an entry."""
    wanted = fold(words)
    condition = dict(_words()).get(wanted)
    if condition is None:
        return None
    for entry in plan_entries(plan, *TARGET_TYPES, EntryType.RATIO):
        if entry.is_called(wanted):
            return None
    return condition


def _words() -> Iterator[tuple[str, Condition]]:
    """Yield every word for a status, normalised: behind, 欠进度, 滞后, seriously_behind."""
    for labels in (STATUSES, MID_TERM_STATUSES):
        for status, label in labels.items():
            yield status.value, status
            yield fold(label.en), status
            yield fold(label.zh), status
    for mark, label in MARKS.items():
        yield mark.value, mark
        yield fold(label.zh), mark
    yield fold(MISSING.en), Status.NO_DATA
    yield fold(MISSING.zh), Status.NO_DATA


def nearest_condition(words: str) -> str | None:
    """Return the word for a status that is most like a mistyped one, None if none is."""
    return nearest_word(fold(words), dict(_words()))
