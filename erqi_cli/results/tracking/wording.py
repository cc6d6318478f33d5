"""Where a target stands, in words: completion, lead or lag, and what is still needed."""

from decimal import Decimal

from erqi_cli.calc.decimals import HUNDRED, percent_of, rounded
from erqi_cli.domain.vocabulary import (
    GROWTH_KINDS,
    Better,
    Collection,
    Comparator,
    Kind,
    ProgressMeaning,
)
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
    ABOVE_TARGET,
    AHEAD_BY,
    AVERAGE_AT_LEAST,
    AVERAGE_AT_MOST,
    BEHIND_BY,
    BELOW_TARGET,
    BETTER_BY,
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
    SHORT_BY,
    STILL_NEEDED,
    STILL_TO_REDUCE,
    UNUSED,
    WITHIN_LIMIT,
)
from erqi_cli.results.tracking.rows import ProgressRow, TrackingRow

RATE = "%"


def rate_sign(row: ProgressRow) -> str:
    """Return the percent sign of a rate, nothing for an amount."""
    return RATE if row.unit == RATE else ""


def is_limit(row: ProgressRow) -> bool:
    """Tell whether a target is a limit: on an amount, or on how much something grows or falls."""
    return row.measured_as is ProgressMeaning.USED


def completion_cell(row: ProgressRow, places: int = 2) -> Cell:
    """Return completion for a column: 53.71%; of a limit 已用116.67% or used 116.67%."""
    if row.completion_percent is None:
        return None
    share = format_fixed_percent(row.completion_percent, places)
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
    if row.pace_points is not None:
        return pace_words(row.pace_points, of_limit=is_limit(row), unit=unit)
    if row.gap is None:
        return None
    if row.kind in GROWTH_KINDS:
        return _growth_gap(row, row.gap, unit)
    return gap_words(row, row.gap)


def _growth_gap(row: ProgressRow, gap: Decimal, unit: Text) -> Text:
    """Return by how much a growth is better than its target, or within or over its limit."""
    is_lower_better = row.better is Better.LOWER
    if not rounded(gap, 2) or not (is_limit(row) or is_lower_better):
        return pace_words(gap, of_limit=False, unit=unit)
    template = WITHIN_LIMIT if gap > 0 else OVER_LIMIT
    if not is_limit(row):
        template = BELOW_TARGET if gap > 0 else ABOVE_TARGET
    size = PLAIN_LEAD.fill(size=format_fixed(abs(gap), 2), unit=unit)
    return template.fill(size=size)


def gap_words(row: ProgressRow, gap: Decimal) -> Text:
    """Return by how much a stock or an average is better or worse, in its own unit.

    It is held against what is expected by now; where nothing is, against the target or the limit.
    """
    size = amount_in_points(row, abs(gap))
    if not gap:
        return size
    template = gap_template(row.comparator, is_better=gap > 0, has_path=row.expected is not None)
    return template.fill(size=size)


def gap_template(comparator: Comparator, *, is_better: bool, has_path: bool) -> Text:
    """Return how a distance is called: ahead or behind on a path, or off a limit or a target."""
    if has_path:
        return AHEAD_BY if is_better else BEHIND_BY
    if comparator is Comparator.AT_MOST:
        return WITHIN_LIMIT if is_better else OVER_LIMIT
    return BETTER_BY if is_better else SHORT_BY


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
    if row.kind not in GROWTH_KINDS or not row.target:
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
    if row.collection is Collection.AVERAGE:
        return _needed_average(row, row.needed)
    if not row.needed:
        return None
    template = STILL_TO_REDUCE if row.needed < 0 else STILL_NEEDED
    return template.fill(amount=amount_in_points(row, abs(row.needed)))


def _needed_average(row: TrackingRow, needed: Decimal) -> Text:
    """Return what the rest of the year has to average: 余下月份平均须在36微克/立方米以内."""
    number = format_number(needed, 2)
    amount = same(f"{number}{RATE}") if row.unit == RATE else short_amount(number, row.unit)
    template = AVERAGE_AT_MOST if row.better is Better.LOWER else AVERAGE_AT_LEAST
    return template.fill(amount=amount)


def amount_in_points(row: ProgressRow, value: Decimal) -> Text:
    """Return an amount in the unit of a row, of a rate in points."""
    number = format_number(value, 2)
    if row.unit == RATE:
        return POINTS.fill(number=number)
    return short_amount(number, row.unit)


def _needed_growth(row: TrackingRow, needed: Decimal) -> Text:
    """Return the growth or fall that the rest of the time needs, or may not exceed."""
    bound = _bound(row)
    if needed >= 0 and bound is Comparator.AT_MOST:
        template = GROWTH_AT_MOST
    elif needed < 0 and bound is Comparator.AT_LEAST:
        template = FALL_AT_MOST
    elif needed < 0:
        template = FALL_NEEDED
    else:
        template = GROWTH_NEEDED if needed else NO_CHANGE_NEEDED
    size = f"{format_number(abs(needed), 2)}{RATE}"
    return template.fill(size=size, rest=row.reading.rest)


def _bound(row: TrackingRow) -> Comparator:
    """Return how a figure is qualified; of a range whether its upper or its lower end counts."""
    if row.better is Better.LOWER:
        return Comparator.AT_MOST
    if row.comparator is not Comparator.BETWEEN:
        return row.comparator
    is_above = row.better is Better.WITHIN and row.measured_as is ProgressMeaning.BEYOND
    if is_above:
        return Comparator.AT_MOST
    return Comparator.AT_LEAST


def change_words(value: Text, *, falls: bool) -> Text:
    """Return a growth or a fall as a phrase, of its size in percent: 增长8%, 下降2%."""
    template = FALL_OF if falls else GROWTH_OF
    return template.fill(size=value)
