"""How far a late target is behind, in words, with the figures behind it."""

from decimal import Decimal

from erqi_cli.calc.decimals import rounded
from erqi_cli.domain.period import Years
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Better, Status
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import qualified_amount, short_amount
from erqi_cli.results.formatting import cell_text, format_fixed, format_number
from erqi_cli.results.periods import period_words, short_period_words
from erqi_cli.results.tracking.columns import actual_cell, target_cell
from erqi_cli.results.tracking.message.texts import (
    ABOVE_TARGET,
    ABOVE_TRAJECTORY,
    ACTUAL_AND_EXPECTED,
    ACTUAL_AND_TARGET,
    BEHIND_PLAN,
    BEHIND_TIME,
    BELOW_TARGET,
    BELOW_TRAJECTORY,
    DONE_AND_EXPECTED,
    DONE_AND_PLAN,
    DONE_AND_YEAR,
    NOT_REACHED,
    ONLY_DONE,
    OVERDUE,
    STALE_FIGURES,
    USED_AND_EXPECTED,
    WORST,
    WORST_WITH_FIGURES,
)
from erqi_cli.results.tracking.messages import RANGES
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import (
    RATE,
    change_words,
    gap_words,
    is_limit,
    lead_in_points,
)


def worst_words(years: Years, row: TrackingRow) -> Text:
    """Return the name of a late target, by how much it is behind, and its figures."""
    gap = gap_of_late(years, row)
    figures = figures_of_late(years, row)
    if figures is None:
        return WORST.fill(name=row.name, gap=gap)
    return WORST_WITH_FIGURES.fill(name=row.name, gap=gap, figures=figures)


def gap_of_late(years: Years, row: TrackingRow) -> Text:
    """Return by how much a late target is behind."""
    if not row.gap:
        return OVERDUE if row.gap is None and row.status is Status.BEHIND else NOT_REACHED
    if row.measured_as is not None and row.measured_as in RANGES:
        return RANGES[row.measured_as]
    if row.pace_points is not None:
        return _pace_of_late(years, row, row.pace_points)
    if row.kind in GROWTH_KINDS:
        return _gap_of_growth(row, row.gap)
    return gap_words(row, row.gap)


def _gap_of_growth(row: TrackingRow, gap: Decimal) -> Text:
    """Return by how many points a growth is off its target or its trajectory, or over a limit."""
    if is_limit(row):
        return lead_in_points(row) or NOT_REACHED
    is_too_high = row.better is Better.LOWER
    template = ABOVE_TARGET if is_too_high else BELOW_TARGET
    if row.expected is not None:
        template = ABOVE_TRAJECTORY if is_too_high else BELOW_TRAJECTORY
    return template.fill(size=_points(gap))


def _pace_of_late(years: Years, row: TrackingRow, pace: Decimal) -> Text:
    """Return by how many points a sum is behind its timetable, or how much of it was done."""
    if is_limit(row):
        return lead_in_points(row) or NOT_REACHED
    if row.status is Status.MISSED:
        return ONLY_DONE.fill(share=_percent(row.completion_percent))
    template = BEHIND_PLAN if years.are_several else BEHIND_TIME
    return template.fill(size=_points(pace))


def _points(value: Decimal) -> str:
    """Return the size of a gap to two places; a smaller one is not shown as zero."""
    size = abs(value)
    return format_fixed(size, 2) if rounded(size, 2) else format_number(size, 2)


def _percent(value: Decimal | None) -> str:
    return "–" if value is None else f"{format_number(value, 2)}{RATE}"


def figures_of_late(years: Years, row: TrackingRow) -> Text | None:
    """Return the figures behind a verdict, with their period if it is an old one."""
    figures = _figures(years, row)
    if figures is None or row.period is None or not row.marks.stale:
        return figures
    words = period_words if years.are_several else short_period_words
    return STALE_FIGURES.fill(figures=figures, period=words(row.period))


def _figures(years: Years, row: TrackingRow) -> Text | None:
    """Return what is done and expected, or the actual figure and the target."""
    if row.actual is None or row.gap is None:
        return None
    if row.pace_points is None or row.status is Status.MISSED:
        return _actual_figures(row, row.actual)
    share, expected = _percent(row.completion_percent), _percent(row.expected_percent)
    if is_limit(row):
        return USED_AND_EXPECTED.fill(share=share, expected=expected)
    if row.expected_percent != row.elapsed_percent:
        return DONE_AND_EXPECTED.fill(share=share, expected=expected)
    template = DONE_AND_PLAN if years.are_several else DONE_AND_YEAR
    return template.fill(share=share, elapsed=expected)


def _actual_figures(row: TrackingRow, actual: Decimal) -> Text | None:
    """Return the actual figure beside what is expected by now, or beside the target."""
    shown = _actual(row, actual)
    target = cell_text(target_cell(row))
    if row.unit != RATE and row.target is not None:
        target = qualified_amount(row.target, row.comparator, row.upper, row.unit)
    if row.expected is not None and row.status is not Status.MISSED:
        return ACTUAL_AND_EXPECTED.fill(actual=shown, expected=_expected(row, row.expected))
    if target is None:
        return None
    return ACTUAL_AND_TARGET.fill(actual=shown, target=target)


def _actual(row: TrackingRow, actual: Decimal) -> Text | None:
    """Return the actual figure: 53条, 77%; a growth as a fall where it is one, or should be."""
    if row.unit != RATE:
        return short_amount(format_number(actual), row.unit)
    is_fall = actual < 0 or (row.target is not None and row.target < 0)
    if row.kind in GROWTH_KINDS and is_fall:
        size = same(f"{format_number(abs(actual), 2)}{RATE}")
        return change_words(size, falls=actual < 0)
    return cell_text(actual_cell(row))


def _expected(row: TrackingRow, expected: Decimal) -> Text:
    number = format_number(expected, 2)
    return same(f"{number}{RATE}") if row.unit == RATE else short_amount(number, row.unit)
