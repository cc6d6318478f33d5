"""Lead and lag in a few cells: in English plus is better and minus is worse, in Chinese a word."""

from decimal import Decimal

from erqi_cli.domain.vocabulary import (
    GROWTH_KINDS,
    Better,
    Comparator,
    ProgressMeaning,
    Status,
)
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import format_fixed
from erqi_cli.results.result import Cell
from erqi_cli.results.tracking.overview.amounts import scaled_amount
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import is_limit

Pair = tuple[Text, Text]
"""The words of a lead, and those of a lag."""
PACE: Pair = (Text("超{size}", "+{size}"), Text("欠{size}", "-{size}"))
USE: Pair = (Text("少用{size}", "+{size}"), Text("多用{size}", "-{size}"))
LIMIT: Pair = (Text("距上限{size}", "+{size}"), Text("超上限{size}", "-{size}"))
LOWER: Pair = (Text("低{size}", "+{size}"), Text("高{size}", "-{size}"))
TARGET: Pair = (Text("优{size}", "+{size}"), Text("差{size}", "-{size}"))


IN_RANGE = {
    ProgressMeaning.BEYOND: Text("高于区间", "above"),
    ProgressMeaning.WITHIN: Text("区间内", "in range"),
    ProgressMeaning.BELOW: Text("低于区间", "below"),
}


def short_pace(row: TrackingRow) -> Cell:
    """Return the lead or lag; of a target that is done during the year, that it is done."""
    if row.status is Status.DONE:
        return row.reading.status
    if row.measured_as is not None and row.measured_as in IN_RANGE:
        return IN_RANGE[row.measured_as]
    lead = _lead(row)
    if lead is None:
        return None
    size = _size(row, abs(lead))
    if not lead:
        return size
    better, worse = _words(row)
    return (better if lead > 0 else worse).fill(size=size)


def _lead(row: TrackingRow) -> Decimal | None:
    """Return by how much a target is better than expected, below zero by how much it is worse."""
    if row.pace_points is None:
        return row.gap
    return -row.pace_points if is_limit(row) else row.pace_points


def _size(row: TrackingRow, lead: Decimal) -> Text:
    """Return how large a lead is: in points for sums and growths, else in the row's unit."""
    if row.pace_points is not None or row.kind in GROWTH_KINDS:
        return same(format_fixed(lead, 2))
    return scaled_amount(row, lead)


def _words(row: TrackingRow) -> Pair:
    """Return the words of a lead and of a lag."""
    if row.pace_points is not None:
        return USE if is_limit(row) else PACE
    if row.kind in GROWTH_KINDS:
        if is_limit(row):
            return LIMIT
        return LOWER if row.better is Better.LOWER else PACE
    if row.expected is not None:
        return PACE
    return LIMIT if row.comparator is Comparator.AT_MOST else TARGET
