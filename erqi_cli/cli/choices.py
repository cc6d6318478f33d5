"""The closed lists of words that options take, in English and in Chinese.

The words and their labels come from the vocabulary. They are loaded when an option is first read or
explained, so that a start which needs none of them does not pay for them.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

import click

from erqi_cli.cli.help import current_lang
from erqi_cli.i18n.text import Text

CHOOSE_FROM = Text("可选：{words}", "Choose from: {words}")
NOT_A_WORD = Text("没有“{value}”。可选：{words}", "'{value}' is unknown. Choose from: {words}.")
NOT_A_WORD_BUT = Text(
    "没有“{value}”。是否想写 {meant}？可选：{words}",
    "'{value}' is unknown. Did you mean {meant}? Choose from: {words}.",
)


class ChoiceWord(NamedTuple):
    """One word of a list in English and Chinese, and the member of the vocabulary it means."""

    english: str
    chinese: tuple[str, ...]
    member: StrEnum

    @property
    def in_both_languages(self) -> Text:
        """The word, in Chinese with the English one beside it."""
        return Text(f"{self.chinese[0]}（{self.english}）", self.english)


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
        refusal = self._refusal(value)
        return self.fail(refusal.pick(current_lang(ctx)), param, ctx)

    def get_missing_message(
        self,
        param: click.Parameter,  # noqa: ARG002 -- click's form
        ctx: click.Context | None = None,
    ) -> str:
        """Return the words from which a missing argument is to be chosen."""
        return CHOOSE_FROM.fill(words=self._all_words()).pick(current_lang(ctx))

    def _all_words(self) -> Text:
        from erqi_cli.i18n.text import join

        return join([word.in_both_languages for word in self.words])

    def _refusal(self, value: str) -> Text:
        """Return what is told of an unknown word: the word that was meant, and all that exist."""
        values = {"value": value, "words": self._all_words()}
        meant = self._meant(value)
        if meant is None:
            return NOT_A_WORD.fill(**values)
        return NOT_A_WORD_BUT.fill(**values, meant=meant.in_both_languages)

    def _meant(self, value: str) -> ChoiceWord | None:
        """Return the word that is most like a mistyped one."""
        from erqi_cli.parsing.suggest import nearest_word

        by_spelling: dict[str, ChoiceWord] = {}
        for word in self.words:
            for spelling in (word.english, *word.chinese):
                by_spelling[spelling] = word
        close = nearest_word(value.strip().lower(), by_spelling)
        return None if close is None else by_spelling[close]


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
