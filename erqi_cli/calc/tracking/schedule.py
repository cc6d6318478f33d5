"""The timetable that pace is measured against: each target's cumulative amount by month, quarter or half-year."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, ZERO, rounded, subtract
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.tracking.goal import amount_goal, holds_at_any_time
from erqi_cli.calc.tracking.pace import expected_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import MONTHS, period_of
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import Kind, ScheduleGap, ScheduleStep

STEP_MONTHS = {ScheduleStep.MONTH: 1, ScheduleStep.QUARTER: 3, ScheduleStep.HALF: 6}
LEAST_PLACES = 2
"""An amount is planned to two decimal places, or to as many as its target has."""
UNSCHEDULED_KINDS = {
    Kind.GROWTH: ScheduleGap.NO_BASE,
    Kind.MILESTONE: ScheduleGap.MILESTONE,
    Kind.RELATIVE: ScheduleGap.RELATIVE,
}


class Due(NamedTuple):
    """What is due by the end of a period: `share` in percent, unrounded; `amount` cumulative, `increment` since the last."""

    period: str
    share: Decimal
    amount: Decimal
    increment: Decimal


class Timetable(NamedTuple):
    """One target's timetable up to `total`, in `unit`; or the reason why it has none."""

    target: Target
    unit: str | None
    total: Decimal | None
    dues: tuple[Due, ...] = ()
    reason: ScheduleGap | None = None

    @property
    def id(self) -> str:
        """The full id of the target."""
        return self.target.id


class _Span(NamedTuple):
    """Where the year starts from, and what it is to reach, in `unit`; or the reason why there is no timetable."""

    start: Decimal
    total: Decimal | None
    unit: str | None
    reason: ScheduleGap | None


def timetable(tracker: Tracker, target_id: str, step: ScheduleStep) -> Timetable:
    """Return a target's timetable.

    Cumulative amounts are rounded, counts up to whole ones, and increments are their differences: so the last amount
    is the target to the last digit, and no unit is lost on the way.
    """
    target = tracker.plan.target(target_id)
    start, total, unit, reason = _span(tracker, target)
    if total is None or reason is not None:
        return Timetable(target, unit, None, reason=reason or ScheduleGap.NO_BASE)
    shares = tracker.series.monthly_shares(target_id, tracker.base_year)
    places = _places(target, total, start)
    dues: list[Due] = []
    before = start
    months = STEP_MONTHS[step]
    for month in range(months, MONTHS + 1, months):
        when = period_of(f"{tracker.year}-{month:02}")
        share = expected_percent(target, when, tracker.year, shares)
        if share is None:
            return Timetable(target, unit, None, reason=ScheduleGap.NO_SHARES)
        amount = total
        if share != HUNDRED:
            way = QUOTIENT.divide(EXACT.multiply(subtract(total, start), share), HUNDRED)
            amount = _planned(target, QUOTIENT.add(start, way), places, falls=total < start)
        dues.append(Due(when.text, share, amount, subtract(amount, before)))
        before = amount
    return Timetable(target, unit, total, tuple(dues))


def _span(tracker: Tracker, target: Target) -> _Span:
    """Return where the year starts from and what it is to reach."""
    if target.is_headline and target.growth is not None:
        projection = project_indicator(tracker.scenario, target)
        reason = None if target.pace else ScheduleGap.NO_SHARES
        return _Span(ZERO, projection.projected, projection.unit, reason)
    unit = target.observed_unit
    if target.kind in UNSCHEDULED_KINDS or target.figure is None:
        return _Span(ZERO, None, unit, UNSCHEDULED_KINDS.get(target.kind))
    goal = amount_goal(target, target.figure)
    if holds_at_any_time(target, goal):
        return _Span(ZERO, None, unit, ScheduleGap.LIMIT)
    start = goal.end_value if goal.is_maintained else goal.start_value
    return _Span(start, goal.end_value, unit, None)


def _planned(target: Target, amount: Decimal, places: int, *, falls: bool) -> Decimal:
    """Return an amount as it is planned: of what is counted the next whole one, so that who has it is on pace."""
    if target.kind is not Kind.COUNT:
        return rounded(amount, places)
    rounding = ROUND_FLOOR if falls else ROUND_CEILING
    return amount.quantize(ONE.scaleb(-places), rounding=rounding, context=QUOTIENT)


def _places(target: Target, *values: Decimal) -> int:
    """Return how many decimal places amounts are planned to: of what is counted, as many as give whole ones."""
    if target.kind is Kind.COUNT and target.unit:
        return UNITS[target.unit].scale.adjusted()
    decimals = [-int(value.normalize().as_tuple().exponent) for value in values]
    return max(LEAST_PLACES, *decimals)
