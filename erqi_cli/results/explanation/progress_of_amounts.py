"""Explains the progress of an amount or a share: its completion, its timetable, lead or lag."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import plain, subtract
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.domain.period import Period
from erqi_cli.domain.vocabulary import JudgedOn, Pace, ProgressMeaning
from erqi_cli.i18n.text import Text
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.messages import (
    AMOUNT_ABOVE_RANGE,
    AMOUNT_BELOW_RANGE,
    COMPLETION_FROM_START,
    COMPLETION_FROM_ZERO,
    COMPLETION_LABEL,
    DAYS_PASSED,
    EXPECTED_SHARE,
    MONTHS_PASSED,
    PACE_LABEL,
    PACE_SUBTRACTION,
    POINTS,
    SHARE_ABOVE_RANGE,
    SHARE_BELOW_RANGE,
    TIMETABLE_LABEL,
    YEAR_PASSED_LABEL,
)
from erqi_cli.results.explanation.rows import ExplanationRow, progress_row
from erqi_cli.results.formatting import format_fixed_percent, format_number
from erqi_cli.results.labels import PACES
from erqi_cli.results.tracking.wording import pace_words

OUTSIDE_A_RANGE = (ProgressMeaning.BEYOND, ProgressMeaning.BELOW)


def amount_rows(tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield how completion and pace come about; nothing without an actual value."""
    goal, actual = tracked.goal, tracked.actual
    if goal is None or actual is None:
        return
    if tracked.completion is not None:
        completion = _completion_quotient(goal, actual, tracked.completion)
        yield progress_row(COMPLETION_LABEL, completion)
    yield from _timetable_rows(tracked)
    if tracked.measured_as in OUTSIDE_A_RANGE:
        yield progress_row(PACE_LABEL, _distance_from_range(tracked, goal, actual))
    else:
        yield from _pace_rows(tracked)


def _completion_quotient(goal: Goal, actual: Decimal, completion: Decimal) -> Text:
    """Return the completion as a quotient, from the start of the year where it is given."""
    template = COMPLETION_FROM_START if goal.start_value else COMPLETION_FROM_ZERO
    return template.fill(
        actual=plain(actual),
        start=plain(goal.start_value),
        end=plain(goal.end_value),
        completion=format_fixed_percent(completion, 2),
    )


def _timetable_rows(tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield how much of the year has passed, and what is expected where that differs from it."""
    if tracked.expected is None:
        return
    if tracked.period is not None and tracked.elapsed is not None:
        yield progress_row(YEAR_PASSED_LABEL, _year_passed(tracked.period, tracked.elapsed))
    if tracked.expected != tracked.elapsed:
        expected = EXPECTED_SHARE.fill(
            pace=PACES[tracked.target.pace or Pace.LINEAR],
            share=format_fixed_percent(tracked.expected, 2),
        )
        yield progress_row(TIMETABLE_LABEL, expected)


def _year_passed(period: Period, elapsed: Decimal) -> Text:
    """Return how much of the year has passed, as a quotient of months or days."""
    part, whole = period.passed
    template = MONTHS_PASSED if period.day is None else DAYS_PASSED
    return template.fill(
        part=part,
        whole=whole,
        share=format_fixed_percent(elapsed, 2),
    )


def _pace_rows(tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield the lead or the lag as completion less what is expected."""
    if tracked.pace is None or tracked.completion is None or tracked.expected is None:
        return
    is_limit = tracked.measured_as is ProgressMeaning.USED
    subtraction = PACE_SUBTRACTION.fill(
        done=format_fixed_percent(tracked.completion, 2),
        expected=format_fixed_percent(tracked.expected, 2),
        pace=pace_words(tracked.pace, of_limit=is_limit, unit=POINTS),
    )
    yield progress_row(PACE_LABEL, subtraction)


def _distance_from_range(tracked: TrackedTarget, goal: Goal, actual: Decimal) -> Text:
    """Return the subtraction that gives how far above or below its range an amount is."""
    low, high = sorted((goal.end_for(actual), actual))
    size = subtract(high, low)
    is_above = tracked.measured_as is ProgressMeaning.BEYOND
    if tracked.judged_on is JudgedOn.SHARE:
        template = SHARE_ABOVE_RANGE if is_above else SHARE_BELOW_RANGE
        unit: str | None = "百分点"
    else:
        template = AMOUNT_ABOVE_RANGE if is_above else AMOUNT_BELOW_RANGE
        unit = tracked.target.unit
    return template.fill(
        high=plain(high),
        low=plain(low),
        number=format_number(size),
        gap=with_unit(size, unit),
    )
