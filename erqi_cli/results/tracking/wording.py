"""Where a target stands, in words: completion, lead or lag, and what is still needed."""

from decimal import Decimal

from erqi_cli.calc.decimals import HUNDRED, percent_of, rounded
from erqi_cli.domain.vocabulary import Comparator, Kind, ProgressMeaning
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import short_amount
from erqi_cli.results.formatting import (
    format_fixed,
    format_fixed_percent,
    format_number,
    format_points,
)
from erqi_cli.results.result import Bar, Cell
from erqi_cli.results.tracking.messages import (
    COMPLETION_OF_LIMIT,
    COMPLETION_USED,
    FALL_AT_MOST,
    FALL_NEEDED,
    FALL_OF,
    GROWTH_AT_MOST,
    GROWTH_NEEDED,
    GROWTH_OF,
    IS_DONE,
    IS_OF_LIMIT,
    IS_USED,
    LEAD_UNIT,
    NO_CHANGE_NEEDED,
    OVER_LIMIT,
    OVERUSED,
    PLAIN_LEAD,
    POINTS,
    RANGES,
    STILL_NEEDED,
    STILL_TO_REDUCE,
    UNUSED,
    WITHIN_LIMIT,
)
from erqi_cli.results.tracking.rows import ProgressRow, TrackingRow

RATE = "%"


def is_limit(row: ProgressRow) -> bool:
    """Tell whether a target is a limit: on an amount, or on how much something grows or falls."""
    return row.measured_as is ProgressMeaning.USED


def completion_cell(row: ProgressRow) -> Cell:
    """Return completion for a column: 53.71%; of a limit 已用116.67% or used 116.67%."""
    if row.completion_percent is None:
        return None
    share = format_fixed_percent(row.completion_percent, 2)
    if not is_limit(row):
        return share
    template = COMPLETION_OF_LIMIT if row.unit == RATE else COMPLETION_USED
    return template.fill(share=share)


def completion_words(row: ProgressRow) -> Text | None:
    """Return completion as a phrase: 完成53.71%; of a limit 已用限额116.67%."""
    if row.completion_percent is None:
        return None
    share = format_fixed_percent(row.completion_percent, 2)
    if not is_limit(row):
        return IS_DONE.fill(share=share)
    template = IS_OF_LIMIT if row.unit == RATE else IS_USED
    return template.fill(share=share)


def lead_or_lag(row: ProgressRow) -> Cell:
    """Return the pace of an amount, or how far a growth is from its target: 超3.71 or +3.71."""
    return _lead(row, same(""))


def lead_in_points(row: ProgressRow) -> Text | None:
    """Return the same with the unit: 超3.71个百分点 or +3.71 points."""
    return _lead(row, LEAD_UNIT)


def _lead(row: ProgressRow, unit: Text) -> Text | None:
    if row.measured_as is not None and row.measured_as in RANGES:
        return RANGES[row.measured_as]
    of_limit = is_limit(row)
    if row.pace_points is not None:
        return pace_words(row.pace_points, of_limit=of_limit, unit=unit)
    gap = row.gap_points
    if gap is None:
        return None
    if of_limit and rounded(gap, 2):
        template = WITHIN_LIMIT if gap > 0 else OVER_LIMIT
        size = format_fixed(abs(gap), 2)
        return template.fill(size=size, unit=unit)
    return pace_words(gap, of_limit=of_limit, unit=unit)


def pace_words(value: Decimal, *, of_limit: bool, unit: Text) -> Text:
    """Return a lead or a lag in points, or how much of a limit is used beside its timetable."""
    if of_limit and rounded(value, 2):
        template = OVERUSED if value > 0 else UNUSED
        size = format_fixed(abs(value), 2)
        return template.fill(size=size, unit=unit)
    lead = format_points(value)
    return PLAIN_LEAD.fill(size=lead, unit=unit)


def completion_bar(row: TrackingRow) -> Bar | None:
    """Return completion against what the timetable expects, if there is one."""
    if row.completion_percent is None:
        return None
    return Bar(row.completion_percent, row.expected_percent)


def growth_bar(row: TrackingRow) -> Bar | None:
    """Return growth as a share of its target growth, a fall as a share of its target fall.

    It is None where the target is neither.
    """
    whole = growth_whole(row)
    if whole is None or row.actual is None:
        return None
    return Bar(percent_of(row.actual, whole), HUNDRED)


def growth_whole(row: TrackingRow) -> Decimal | None:
    """Return the growth or the fall that is 100%; None where the target is no change.

    Of a range it is the end that is reached first.
    """
    if row.gap_points is None or not row.target:
        return None
    if row.target > 0 or row.upper is None:
        return row.target
    return row.upper if row.upper < 0 else None


def progress_bar(row: TrackingRow) -> Bar | None:
    """Return completion against what is expected; of growth, growth against its target."""
    return completion_bar(row) or growth_bar(row)


def needed_words(row: TrackingRow) -> Text | None:
    """Return what is still needed: 尚需190.7亿元, 尚需减少7万吨; None where nothing is."""
    if row.needed is None:
        return None
    if row.kind is Kind.GROWTH:
        return _needed_growth(row, row.needed)
    if not row.needed:
        return None
    template = STILL_TO_REDUCE if row.needed < 0 else STILL_NEEDED
    return template.fill(amount=_amount(row, abs(row.needed)))


def _amount(row: TrackingRow, value: Decimal) -> Text:
    """Return an amount in the unit of a row, of a share in points."""
    number = format_number(value, 2)
    if row.unit == RATE:
        return POINTS.fill(number=number)
    return short_amount(number, row.unit)


def _needed_growth(row: TrackingRow, needed: Decimal) -> Text:
    """Return the growth or fall that the rest of the year needs, or may not exceed."""
    is_above_range = row.measured_as is ProgressMeaning.BEYOND
    is_ceiling = row.comparator is Comparator.AT_MOST or is_above_range
    is_range = row.comparator is Comparator.BETWEEN and not is_above_range
    is_floor = row.comparator is Comparator.AT_LEAST or is_range
    if needed >= 0 and is_ceiling:
        template = GROWTH_AT_MOST
    elif needed < 0 and is_floor:
        template = FALL_AT_MOST
    elif needed < 0:
        template = FALL_NEEDED
    else:
        template = GROWTH_NEEDED if needed else NO_CHANGE_NEEDED
    size = f"{format_number(abs(needed), 2)}{RATE}"
    return template.fill(size=size)


def change_words(value: Text, *, falls: bool) -> Text:
    """Return a growth or a fall as a phrase, of its size in percent: 增长8%, 下降2%."""
    template = FALL_OF if falls else GROWTH_OF
    return template.fill(size=value)
