"""Explains the progress of an amount or a share: a sum, a stock or an average."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import HUNDRED, plain, rounded
from erqi_cli.calc.tracking.path import Expected, PathBasis, way_end
from erqi_cli.calc.tracking.tracked import SideGrowth, TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import MONTHS, Period, Years
from erqi_cli.domain.vocabulary import Better, Collection, Kind
from erqi_cli.i18n.text import Text
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.messages import (
    BASES,
    BELOW_TARGET_LABEL,
    COMPLETION_FROM_ZERO,
    COMPLETION_LABEL,
    DAYS_PASSED,
    EXPECTED_AMOUNT,
    EXPECTED_LABEL,
    EXPECTED_LEVEL_LABEL,
    EXPECTED_ON_WAY,
    GAP_OF_AMOUNTS,
    GAP_OF_RATES,
    MONTHS_PASSED,
    NEEDED_AVERAGE,
    PACE_LABEL,
    PACE_SUBTRACTION,
    PART_PASSED,
    PERCENTAGE_POINTS,
    POINTS,
    SIDE_GROWTH,
    SIDE_GROWTH_LABEL,
    SIZE_IN_RANGE,
    YEARS_PASSED,
)
from erqi_cli.results.explanation.rows import ExplanationRow, progress_row
from erqi_cli.results.formatting import (
    count_of_points,
    format_fixed_percent,
    format_number,
    format_percent,
)
from erqi_cli.results.labels import passed_label, statuses_of
from erqi_cli.results.tracking.messages import RANGES
from erqi_cli.results.tracking.wording import gap_template, pace_words


def amount_rows(tracker: Tracker, tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield how the figures that decide the status come about; nothing without an actual value."""
    if tracked.goal is None or tracked.actual is None:
        return
    if tracked.completion is not None:
        completion = COMPLETION_FROM_ZERO.fill(
            actual=plain(tracked.actual),
            end=plain(tracked.goal.end),
            completion=format_fixed_percent(tracked.completion, 2),
        )
        yield progress_row(COMPLETION_LABEL, completion)
    if tracked.expected is not None:
        yield from _expected_rows(tracker, tracked, tracked.expected)
    if tracked.target.collected is Collection.SUMMED:
        yield from _pace_rows(tracked)
    else:
        yield from _gap_rows(tracked, tracked.actual)


def _expected_rows(
    tracker: Tracker,
    tracked: TrackedTarget,
    expected: Expected,
) -> Iterator[ExplanationRow]:
    """Yield how much of the year has passed, and what is expected by then and why."""
    if tracked.period is not None and tracked.elapsed is not None:
        passed = year_passed(tracker, tracked.period, tracked.elapsed)
        yield progress_row(passed_label(tracker.years), passed)
    target = tracked.target
    basis = BASES[expected.basis]
    level = with_unit(rounded(expected.amount, 2), target.figure_unit)
    if target.collected is Collection.SUMMED:
        if expected.share is None or expected.share == tracked.elapsed:
            return
        share = format_fixed_percent(expected.share, 2)
        yield progress_row(EXPECTED_LABEL, EXPECTED_AMOUNT.fill(amount=share, basis=basis))
        return
    words = EXPECTED_AMOUNT.fill(amount=level, basis=basis)
    start, goal = target.baseline, tracked.goal
    is_on_way = expected.basis is PathBasis.LINEAR and expected.share is not None
    if is_on_way and start is not None and goal is not None:
        words = EXPECTED_ON_WAY.fill(
            start=plain(start),
            share=format_percent(rounded(expected.share or HUNDRED, 2)),
            end=plain(way_end(target, goal)),
            level=level,
        )
    yield progress_row(EXPECTED_LEVEL_LABEL, words)


def year_passed(tracker: Tracker, period: Period, elapsed: Decimal) -> Text:
    """Return how much of the year has passed, as a quotient of months or days.

    In a plan of several years it is a quotient of years, or of months in an unfinished year.
    """
    part, whole = period.passed
    template = MONTHS_PASSED if period.day is None else DAYS_PASSED
    years = tracker.years
    if years.are_several and period.day is None:
        part += (period.year - years.first) * MONTHS
        whole *= years.number
        if period.is_whole:
            template, part, whole = YEARS_PASSED, part // MONTHS, years.number
    elif years.are_several:
        return PART_PASSED.fill(share=format_fixed_percent(elapsed, 2))
    return template.fill(
        part=part,
        whole=whole,
        share=format_fixed_percent(elapsed, 2),
    )


def _pace_rows(tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield the pace of a sum as completion less what is expected."""
    if tracked.pace is None or tracked.completion is None:
        return
    if tracked.expected is None or tracked.expected.share is None:
        return
    subtraction = PACE_SUBTRACTION.fill(
        done=format_fixed_percent(tracked.completion, 2),
        expected=format_fixed_percent(tracked.expected.share, 2),
        pace=pace_words(tracked.pace, of_limit=tracked.target.is_budget, unit=POINTS),
    )
    yield progress_row(PACE_LABEL, subtraction)


def _gap_rows(tracked: TrackedTarget, actual: Decimal) -> Iterator[ExplanationRow]:
    """Yield the distance of a stock or an average from what is expected, or from its target."""
    goal, gap = tracked.goal, tracked.gap
    if goal is None or gap is None:
        return
    label = BELOW_TARGET_LABEL
    left, right = goal.subtraction(actual)
    if tracked.expected is not None:
        label = PACE_LABEL
        is_less_better = goal.better is Better.LOWER
        left = tracked.expected.amount if is_less_better else actual
        right = actual if is_less_better else tracked.expected.amount
    is_rate = tracked.target.kind is Kind.SHARE
    template = GAP_OF_RATES if is_rate else GAP_OF_AMOUNTS
    subtraction = template.fill(
        left=plain(rounded(left, 2)),
        right=plain(rounded(right, 2)),
        gap=_gap_words(tracked, gap),
    )
    yield progress_row(label, subtraction)


def _gap_words(tracked: TrackedTarget, gap: Decimal) -> Text:
    """Return a distance with its unit: ahead or behind, within a limit, or off the target."""
    target = tracked.target
    number = format_number(abs(gap), 2)
    size = PERCENTAGE_POINTS.fill(number=number, counted=count_of_points(number))
    if target.kind is not Kind.SHARE:
        size = with_unit(rounded(abs(gap), 2), target.unit)
    if tracked.measured_as in RANGES:
        return SIZE_IN_RANGE.fill(size=size, place=RANGES[tracked.measured_as])
    if not gap:
        return size
    has_path = tracked.expected is not None
    template = gap_template(target.comparator, is_better=gap > 0, has_path=has_path)
    return template.fill(size=size)


def average_needed(tracked: TrackedTarget) -> Text | None:
    """Return how the average that the rest of the year needs comes about; None for none."""
    is_average = tracked.target.collected is Collection.AVERAGE
    if not is_average or tracked.needed is None or tracked.period is None:
        return None
    if tracked.goal is None or tracked.actual is None or tracked.target.due is not None:
        return None
    passed, whole = tracked.period.passed
    unit = tracked.target.figure_unit
    return NEEDED_AVERAGE.fill(
        target=plain(tracked.goal.aim(tracked.actual)),
        actual=plain(tracked.actual),
        passed=passed,
        whole=whole,
        rest=whole - passed,
        needed=with_unit(rounded(tracked.needed, 2), unit),
    )


def side_growth_row(side: SideGrowth, years: Years) -> ExplanationRow:
    """Return the row on the growth that a target states beside its amount."""
    words = SIDE_GROWTH.fill(
        target=format_percent(side.target),
        actual=format_percent(side.actual) or "–",
        status=statuses_of(years)[side.status],
    )
    return progress_row(SIDE_GROWTH_LABEL, words)
