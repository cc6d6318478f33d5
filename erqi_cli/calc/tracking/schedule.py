"""The timetable that pace is measured against: cumulative amounts by the end of each period."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import (
    EXACT,
    HUNDRED,
    ONE,
    QUOTIENT,
    ZERO,
    rounded,
    subtract,
)
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.tracking.goal import amount_goal, holds_at_any_time
from erqi_cli.calc.tracking.pace import expected_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import MONTHS, period_of
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import Kind, ScheduleGap, ScheduleStep

STEP_MONTHS = {ScheduleStep.MONTH: 1, ScheduleStep.QUARTER: 3, ScheduleStep.HALF: 6}
MIN_PLACES = 2
"""An amount is planned to two decimal places, or to as many as its target has."""
UNSCHEDULED_KINDS = {
    Kind.GROWTH: ScheduleGap.NO_BASE,
    Kind.MILESTONE: ScheduleGap.MILESTONE,
    Kind.RELATIVE: ScheduleGap.RELATIVE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledAmount:
    """What is due by the end of a period.

    `share` is in percent, unrounded; `amount` is cumulative, `increment` since the period before.
    """

    period: str
    share: Decimal
    amount: Decimal
    increment: Decimal


class Timetable(NamedTuple):
    """One target's timetable up to `total`, in `unit`; or the reason why it has none."""

    target: Target
    unit: str | None
    total: Decimal | None
    dues: tuple[ScheduledAmount, ...] = ()
    reason: ScheduleGap | None = None

    @property
    def id(self) -> str:
        """The full id of the target."""
        return self.target.id


class _Span(NamedTuple):
    """Where the year starts from, and what it is to reach, in `unit`.

    `reason` says why there is no timetable, if there is none.
    """

    unit: str | None
    start: Decimal = ZERO
    total: Decimal | None = None
    reason: ScheduleGap | None = None


def timetable(tracker: Tracker, target_id: str, step: ScheduleStep) -> Timetable:
    """Return a target's timetable.

    Cumulative amounts are rounded, counts up to whole ones, and increments are their differences:
    so the last amount is the target to the last digit, and no unit is lost on the way.
    """
    target = tracker.plan.target(target_id)
    unit, start, total, reason = _span(tracker, target)
    if total is None or reason is not None:
        return Timetable(target, unit, None, reason=reason or ScheduleGap.NO_BASE)
    shares = tracker.series.monthly_shares(target_id, tracker.base_year)
    places = _places(target, total, start)
    dues = []
    before = start
    months = STEP_MONTHS[step]
    for month in range(months, MONTHS + 1, months):
        when = period_of(f"{tracker.year}-{month:02}")
        share = expected_percent(target, when, tracker.year, shares)
        if share is None:
            return Timetable(target, unit, None, reason=ScheduleGap.NO_SHARES)
        amount = total
        if share != HUNDRED:
            exact = _amount_at(start, total, share)
            amount = _planned(target, exact, places, falls=total < start)
        due = ScheduledAmount(
            period=when.text,
            share=share,
            amount=amount,
            increment=subtract(amount, before),
        )
        dues.append(due)
        before = amount
    return Timetable(target, unit, total, tuple(dues))


def _span(tracker: Tracker, target: Target) -> _Span:
    """Return where the year starts from and what it is to reach."""
    if target.is_headline and target.growth is not None:
        return _growth_span(tracker, target)
    unit = target.observed_unit
    reason = UNSCHEDULED_KINDS.get(target.kind)
    if reason is not None or target.figure is None:
        return _Span(unit=unit, reason=reason)
    goal = amount_goal(target, target.figure)
    if holds_at_any_time(target, goal):
        return _Span(unit=unit, reason=ScheduleGap.LIMIT)
    end = goal.end_value
    start = goal.start_value
    if goal.is_maintained:
        start = end
    return _Span(
        unit=unit,
        start=start,
        total=end,
    )


def _growth_span(tracker: Tracker, target: Target) -> _Span:
    """Return what a headline indicator is projected to reach, which needs a timetable to spread."""
    projection = project_indicator(tracker.scenario, target)
    reason = None
    if not target.pace:
        reason = ScheduleGap.NO_SHARES
    return _Span(
        unit=projection.unit,
        total=projection.projected,
        reason=reason,
    )


def _amount_at(start: Decimal, total: Decimal, share: Decimal) -> Decimal:
    """Return the amount after a share of the way, in percent, from the start to the total."""
    way = EXACT.multiply(subtract(total, start), share)
    return QUOTIENT.add(start, QUOTIENT.divide(way, HUNDRED))


def _planned(target: Target, amount: Decimal, places: int, *, falls: bool) -> Decimal:
    """Return an amount as it is planned.

    A count is planned to the next whole one, so that whoever has reached it is on pace.
    """
    if target.kind is not Kind.COUNT:
        return rounded(amount, places)
    rounding = ROUND_FLOOR if falls else ROUND_CEILING
    step = ONE.scaleb(-places)
    return amount.quantize(step, rounding=rounding, context=QUOTIENT)


def _places(target: Target, *values: Decimal) -> int:
    """Return how many decimal places amounts are planned to; counts are planned to whole ones."""
    if target.kind is Kind.COUNT and target.unit:
        return UNITS[target.unit].scale.adjusted()
    places = MIN_PLACES
    for value in values:
        exponent = value.normalize().as_tuple().exponent
        places = max(places, -int(exponent))
    return places
