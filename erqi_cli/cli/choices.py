"""The closed lists of words that options take, in English and in Chinese.

The words and their labels come from the vocabulary. They are loaded when an option is first read or
explained, so that a start which needs none of them does not pay for them.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

import click


class ChoiceWord(NamedTuple):
    """One word of a list in English and Chinese, and the member of the vocabulary it means."""

    english: str
    chinese: tuple[str, ...]
    member: StrEnum


class TranslatedChoice(click.Choice[str]):
    """A word from a closed list, in English or Chinese; its value is the member it means."""

    def __init__(self, load: Callable[[], Iterator[ChoiceWord]]) -> None:
        self.load, self.case_sensitive = load, True

    @cached_property
    def words(self) -> tuple[ChoiceWord, ...]:
        """The words, loaded once."""
        return tuple(self.load())

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]
        """The English words, in their order."""
        return tuple(word.english for word in self.words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the member that a word means."""
        for word in self.words:
            if value == word.english or value in word.chinese:
                return word.member
        return super().convert(value, param, ctx)


def kinds() -> Iterator[ChoiceWord]:
    """Yield the kinds of target."""
    from erqi_cli.results.labels import KINDS

    for kind, label in KINDS.items():
        yield ChoiceWord(kind.value, (label.zh,), kind)


def commitments() -> Iterator[ChoiceWord]:
    """Yield the commitment words."""
    from erqi_cli.results.labels import COMMITMENTS

    for commitment, label in COMMITMENTS.items():
        yield ChoiceWord(commitment.value, (label.zh,), commitment)


def statuses() -> Iterator[ChoiceWord]:
    """Yield the statuses of a target, the worst first, and the mark of old data."""
    from erqi_cli.domain.vocabulary import Mark
    from erqi_cli.results.labels import MARKS, STATUSES

    for status, label in STATUSES.items():
        yield ChoiceWord(status.value, (label.zh,), status)
    yield ChoiceWord(Mark.STALE.value, (MARKS[Mark.STALE].zh,), Mark.STALE)


def failing_statuses() -> Iterator[ChoiceWord]:
    """Yield the statuses on which a run may be made to fail."""
    from erqi_cli.domain.vocabulary import Mark, Status
    from erqi_cli.results.labels import MARKS, STATUSES

    lagging = (Status.SERIOUSLY_BEHIND, Status.BEHIND)
    for status in (*lagging, Status.MISSED, Status.CLOSE, Status.NO_DATA):
        yield ChoiceWord(status.value, (STATUSES[status].zh,), status)
    yield ChoiceWord(Mark.STALE.value, (MARKS[Mark.STALE].zh,), Mark.STALE)


def shown_types() -> Iterator[ChoiceWord]:
    """Yield the types of entry that can be shown."""
    from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType

    for entry_type, name in ENTRY_TYPE_NAMES.items():
        if entry_type is not EntryType.RATIO:
            yield ChoiceWord(entry_type.value, (name.zh,), entry_type)


def listed_types() -> Iterator[ChoiceWord]:
    """Yield the types of entry that can be listed, in the plural."""
    from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType

    ratio = EntryType.RATIO
    for entry_type in (*(one for one in EntryType if one is not ratio), ratio):
        yield ChoiceWord(entry_type.plural, (ENTRY_TYPE_NAMES[entry_type].zh,), entry_type)


def schedule_steps() -> Iterator[ChoiceWord]:
    """Yield the steps of a timetable."""
    from erqi_cli.domain.vocabulary import ScheduleStep

    yield ChoiceWord("month", ("月",), ScheduleStep.MONTH)
    yield ChoiceWord("quarter", ("季", "季度"), ScheduleStep.QUARTER)
    yield ChoiceWord("half", ("半年",), ScheduleStep.HALF)
    yield ChoiceWord("year", ("年",), ScheduleStep.YEAR)
