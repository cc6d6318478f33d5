"""The revisions of a target in words: when, from what to what, with phrase and note."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, join
from erqi_cli.results.figures import figure_words
from erqi_cli.results.periods import month_words

REVISIONS_LABEL = Text("目标调整", "Revised")
REVISED = Text("自{day}起由{before}调整为{after}", "on {day} from {before} to {after}")
PHRASE = Text("“{phrase}”", "“{phrase}”")
NO_FIGURE = Text("无数值", "no figure")


class RevisionRow(NamedTuple):
    """One revision of a target: its day, what the target is to reach from then on, and before.

    `value` and `upper` are in the unit of the target's figure, the rate of a growth target too.
    """

    day: str
    value: Decimal | None
    upper: Decimal | None
    growth_percent: Decimal | None
    words: Text | None
    words_before: Text | None
    phrase: str | None
    note: Text | None


def revision_rows(plan: Plan, target: Target) -> tuple[RevisionRow, ...]:
    """Return the revisions of a target, the first one first."""
    rows = []
    before = target.as_first_set
    for revision in target.revisions:
        after = target.revised_by(revision.day)
        row = RevisionRow(
            day=revision.day,
            value=after.figure,
            upper=after.upper,
            growth_percent=None if target.kind is Kind.GROWTH else after.growth,
            words=figure_words(plan, after),
            words_before=figure_words(plan, before),
            phrase=revision.phrase,
            note=revision.note,
        )
        rows.append(row)
        before = after
    return tuple(rows)


def revision_texts(plan: Plan, target: Target) -> Iterator[Text]:
    """Yield each revision with its phrase and its note."""
    for row in revision_rows(plan, target):
        parts = [revised_words(row)]
        if row.phrase is not None:
            parts.append(PHRASE.fill(phrase=row.phrase))
        if row.note is not None:
            parts.append(row.note)
        yield join(parts, zh="；", en="; ")


def revised_words(row: RevisionRow) -> Text:
    """Return when a target was revised, and from what to what."""
    return REVISED.fill(
        day=month_words(row.day),
        before=row.words_before or NO_FIGURE,
        after=row.words or NO_FIGURE,
    )


def revision_of(plan: Plan, target: Target, day: str) -> RevisionRow:
    """Return the revision of a target that counts from a day, which has to be one of its own."""
    return next(row for row in revision_rows(plan, target) if row.day == day)
