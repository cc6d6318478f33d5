"""The notes under the table of `erqi track`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from erqi_cli.calc.tracking.outlook.outlook import Outlook
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import GROWTH_KINDS
from erqi_cli.i18n.text import counted, join, same
from erqi_cli.results.periods import month_words
from erqi_cli.results.result import Note
from erqi_cli.results.tracking.messages import (
    ELSEWHERE_NOTE,
    LIMITS_NOTE,
    OBSERVATIONS_NOTE,
    OWN_OBSERVATIONS,
    PACE_NOTE,
    PACE_OF_GROWTH,
    PACE_OF_STOCK,
    PACE_OF_SUM,
    PUBLISHED_BY_NOTE,
    UNDATED_NOTE,
    UNSCORED_NOTE,
)
from erqi_cli.results.tracking.outlook.notes import outlook_notes
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import is_limit

UNSCORED_ONE = "context figure or qualitative target"
UNSCORED_MANY = "context figures and qualitative targets"


class Followed(NamedTuple):
    """Where the observations come from, as far as the result repeats it.

    `ledger` is the path of the ledger, None for the plan's own observations, and `rows` how many
    it has. `elsewhere` counts the rows out of scope, `undated` those left out because they have
    no day of publication; `published_by` is the day that was asked for.
    """

    ledger: str | None = None
    rows: int | None = None
    elsewhere: int = 0
    undated: int = 0
    published_by: str | None = None


def tracking_notes(
    tracker: Tracker,
    rows: Sequence[TrackingRow],
    outlooks: Sequence[Outlook],
    followed: Followed,
) -> Iterator[Note]:
    """Yield what the columns mean, where the data come from, and what was left out."""
    yield from _pace_note(rows)
    if any(is_limit(row) for row in rows):
        yield Note("limits", LIMITS_NOTE)
    yield from outlook_notes(tracker, outlooks)
    yield observations_note(followed)
    yield from left_out_notes(followed)
    yield from _scope_notes(tracker, followed)


def _pace_note(rows: Sequence[TrackingRow]) -> Iterator[Note]:
    """Yield what the column of lead and lag means for the targets that are listed."""
    meanings = []
    if any(row.pace_points is not None for row in rows):
        meanings.append(PACE_OF_SUM)
    others = [row for row in rows if row.gap is not None and row.pace_points is None]
    if any(row.kind in GROWTH_KINDS for row in others):
        meanings.append(PACE_OF_GROWTH)
    if any(row.kind not in GROWTH_KINDS for row in others):
        meanings.append(PACE_OF_STOCK)
    if meanings:
        yield Note("pace", PACE_NOTE.fill(meanings=join(meanings, zh="；", en="; ")))


def _scope_notes(tracker: Tracker, followed: Followed) -> Iterator[Note]:
    """Yield how many rows are out of scope, and how many targets of the plan are not judged."""
    if followed.elsewhere:
        text = ELSEWHERE_NOTE.fill(
            count=followed.elsewhere,
            counted=counted(followed.elsewhere, "row"),
            base_year=tracker.base_year,
            year=tracker.plan.years_in_words,
        )
        yield Note("elsewhere", text)
    unscored = sum(not target.is_scored for target in tracker.plan.targets)
    if unscored:
        text = UNSCORED_NOTE.fill(
            count=unscored,
            counted=counted(unscored, UNSCORED_ONE, UNSCORED_MANY),
        )
        yield Note("unscored", text)


def left_out_notes(followed: Followed) -> Iterator[Note]:
    """Yield that only data published by a day are used, and how many rows have no such day."""
    if followed.published_by:
        yield Note("published-by", PUBLISHED_BY_NOTE.fill(day=month_words(followed.published_by)))
    if followed.undated:
        text = UNDATED_NOTE.fill(
            count=followed.undated,
            counted=counted(followed.undated, "row"),
        )
        yield Note("undated", text)


def observations_note(followed: Followed) -> Note:
    """Return where the observations come from."""
    source = same(followed.ledger) if followed.ledger else OWN_OBSERVATIONS
    return Note("observations", OBSERVATIONS_NOTE.fill(source=source))
