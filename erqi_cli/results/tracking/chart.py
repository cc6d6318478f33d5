"""The chart of `erqi track`: completion against the timetable, growth against target growth."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from erqi_cli.calc.decimals import HUNDRED
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import cell_text
from erqi_cli.results.labels import STATUS_SIGNS, statuses_of
from erqi_cli.results.result import (
    Axis,
    Bar,
    Cell,
    Chart,
    Column,
    Heading,
    Lines,
    Result,
    Tone,
)
from erqi_cli.results.tracking.columns import (
    COMPLETION,
    NAME,
    PACE,
    STATUS,
    WARNINGS,
    actual_cell,
    status_tone,
    target_cell,
)
from erqi_cli.results.tracking.messages import (
    ACTUAL_AND_TARGET,
    ACTUAL_AND_TARGET_LABEL,
    COMPLETION_BAR,
    COMPLETION_LABEL,
    COMPLETION_MARK,
    COMPLETION_OR_USE_BAR,
    GROWTH_BAR,
    GROWTH_LABEL,
    GROWTH_MARK,
    LISTED_OF_ALL,
    SIGNED_STATUS,
    STATUS_AND_MORE,
)
from erqi_cli.results.tracking.overview.figures import amounts
from erqi_cli.results.tracking.rows import TrackingRow, tracking_row
from erqi_cli.results.tracking.summary import (
    GroupCounts,
    StatusWords,
    Summary,
    count_statuses,
    counts_text,
    group_name,
    summary_lines,
    summary_of,
)
from erqi_cli.results.tracking.wording import RATE, completion_bar, is_limit

TABLE_ONLY_NOTES = ("extrapolation", "interval", "no-interval")
"""Notes on columns that the chart does not have."""
NO_FIGURE = same("–")


def tracking_chart(tracker: Tracker, result: Result[TrackingRow]) -> Chart[TrackingRow]:
    """Return the chart of the result's rows, under the groups that they are part of."""
    headings = _headings(tracker, result)
    completion = COMPLETION_AXIS
    if any(is_limit(row) for row in result.rows):
        completion = completion._replace(note=COMPLETION_OR_USE_BAR)

    def axis(row: TrackingRow) -> Axis[TrackingRow]:
        return GROWTH_AXIS if row.kind in GROWTH_KINDS else completion

    def heading(row: TrackingRow) -> Heading:
        return headings[row.action]

    return Chart(
        columns=COLUMNS,
        axis=axis,
        heading=heading,
        tone=_row_tone,
        lead=_lead(tracker, result),
        notes=tuple(note for note in result.notes if note.code not in TABLE_ONLY_NOTES),
    )


def _lead(tracker: Tracker, result: Result[TrackingRow]) -> Lines:
    """Return how much of the year has passed and the counts in all; headings have the groups'."""
    in_all = Summary(all=count_statuses(result.rows), groups=())
    return tuple(summary_lines(tracker, in_all))


def _headings(
    tracker: Tracker,
    result: Result[TrackingRow],
) -> Mapping[int | None, Heading]:
    """Return the heading of each group by its number, whichever of its targets are listed."""
    listed = Counter(row.action for row in result.rows)
    tracked = tracker.track(tracker.scored_ids())
    all_rows = [tracking_row(tracker, one) for one in tracked]
    headings = {}
    words = statuses_of(tracker.years)
    for group in summary_of(tracker, all_rows).groups:
        headings[group.action] = _heading(group, listed[group.action], words)
    return headings


def _heading(group: GroupCounts, listed: int, words: StatusWords) -> Heading:
    """Return the name of a group, its worst status, and how many targets have which."""
    count = sum(group.counts.values())
    more = []
    if len(group.counts) > 1:
        more.append(counts_text(group.counts, words))
    if listed < count:
        more.append(LISTED_OF_ALL.fill(all=count, listed=listed))
    status = _signed_status(group.status, words[group.status])
    if more:
        status = STATUS_AND_MORE.fill(status=status, more=join(more, zh="；", en="; "))
    return Heading(group_name(group), status, status_tone(group.status))


def _signed_status(status: Status, words: Text) -> Text:
    """Return a status as a sign and its words."""
    return SIGNED_STATUS.fill(sign=STATUS_SIGNS[status], status=words)


def _row_tone(row: TrackingRow) -> Tone:
    return status_tone(row.status)


def _status_cell(row: TrackingRow) -> Cell:
    return _signed_status(row.status, row.reading.status)


def _figures_cell(row: TrackingRow) -> Cell:
    """Return the actual figure and the target's with its unit; a rate carries its own sign."""
    actual = cell_text(actual_cell(row)) or NO_FIGURE
    target = cell_text(target_cell(row)) or NO_FIGURE
    if row.unit not in (None, RATE) and row.target is not None:
        actual, target = amounts(row, row.target)
    return ACTUAL_AND_TARGET.fill(actual=actual, target=target)


def _growth_bar(row: TrackingRow) -> Bar | None:
    if row.actual is None:
        return None
    return Bar(row.actual, row.target)


COLUMNS: tuple[Column[TrackingRow], ...] = (
    NAME,
    COMPLETION,
    Column("actual", ACTUAL_AND_TARGET_LABEL, "pair", _figures_cell),
    PACE,
    Column("status", STATUS.title, show=_status_cell, tone=_row_tone),
    WARNINGS,
)
COMPLETION_AXIS: Axis[TrackingRow] = Axis(
    title=COMPLETION_LABEL,
    bar=completion_bar,
    note=COMPLETION_BAR,
    mark=COMPLETION_MARK,
    whole=HUNDRED,
    most=Decimal(150),
)
GROWTH_AXIS: Axis[TrackingRow] = Axis(
    title=GROWTH_LABEL,
    bar=_growth_bar,
    note=GROWTH_BAR,
    mark=GROWTH_MARK,
)
