"""The timetable that pace is measured against: each target's cumulative amount by month, quarter or half-year."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal, NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, ZERO, rounded, subtract
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.tracking.goal import amount_goal, holds_at_any_time
from erqi_cli.calc.tracking.pace import expected_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import MONTHS, period_of
from erqi_cli.domain.plan import Indicator, Target
from erqi_cli.domain.units import UNITS
from erqi_cli.parsing.observed_value import unit_of

Step = Literal["month", "quarter", "half"]
STEPS: dict[Step, int] = {"month": 1, "quarter": 3, "half": 6}
LEAST_PLACES = 2
"""An amount is planned to two decimal places, or to as many as its target has."""
Reason = Literal["no-shares", "no-base", "milestone", "relative", "limit"]


class Due(NamedTuple):
    """What is due by the end of a period: `share` in percent, unrounded; `amount` cumulative, `increment` since the last."""

    period: str
    share: Decimal
    amount: Decimal
    increment: Decimal


class Timetable(NamedTuple):
    """One target's timetable up to `total`, in `unit`; or the reason why it has none."""

    id: str
    thing: Indicator | Target
    unit: str | None
    total: Decimal | None
    dues: tuple[Due, ...] = ()
    reason: Reason | None = None


def timetable(tracker: Tracker, name: str, step: Step) -> Timetable:
    """Return a target's timetable.

    Cumulative amounts are rounded, counts up to whole ones, and increments are their differences: so the last amount is the
    target to the last digit, and no unit is lost on the way.
    """
    thing = tracker.things[name]
    start, total, unit, reason = _amounts(tracker, thing)
    if total is None or reason is not None:
        return Timetable(name, thing, unit, None, reason=reason or "no-base")
    shares = tracker.reports.monthly_shares(name, tracker.base_year)
    places = _places(thing, total, start)
    dues, before = list[Due](), start
    for month in range(STEPS[step], MONTHS + 1, STEPS[step]):
        when = period_of(f"{tracker.year}-{month:02}")
        share = expected_percent(thing, when, tracker.year, shares)
        if share is None:
            return Timetable(name, thing, unit, None, reason="no-shares")
        way = QUOTIENT.divide(EXACT.multiply(subtract(total, start), share), HUNDRED)
        amount = total if share == HUNDRED else _planned(thing, QUOTIENT.add(start, way), places, falls=total < start)
        dues.append(Due(when.text, share, amount, subtract(amount, before)))
        before = amount
    return Timetable(name, thing, unit, total, tuple(dues))


def _amounts(tracker: Tracker, thing: Indicator | Target) -> tuple[Decimal, Decimal | None, str | None, Reason | None]:
    """Return where the year starts from, what it is to reach, the unit, and why there can be no timetable."""
    if isinstance(thing, Indicator):
        found = project_indicator(tracker.scenario, thing)
        return ZERO, found.projected, found.unit, None if thing.pace else "no-shares"
    reasons: dict[str, Reason] = {"growth": "no-base", "milestone": "milestone", "relative": "relative"}
    unit = unit_of(thing)
    if thing.kind in reasons or thing.value is None:
        return ZERO, None, unit, reasons.get(thing.kind)
    goal = amount_goal(thing)
    if holds_at_any_time(thing, goal):
        return ZERO, None, unit, "limit"
    return goal.mark if goal.is_kept else goal.way_from, goal.mark, unit, None


def _planned(thing: Indicator | Target, amount: Decimal, places: int, *, falls: bool) -> Decimal:
    """Return an amount as it is planned: of what is counted the next whole one, so that who has it is on pace."""
    if isinstance(thing, Target) and thing.kind == "count":
        return amount.quantize(ONE.scaleb(-places), rounding=ROUND_FLOOR if falls else ROUND_CEILING, context=QUOTIENT)
    return rounded(amount, places)


def _places(thing: Indicator | Target, *values: Decimal) -> int:
    """Return how many decimal places amounts are planned to: of what is counted, as many as give whole ones."""
    if isinstance(thing, Target) and thing.kind == "count" and thing.unit:
        return UNITS[thing.unit].scale.adjusted()
    return max(LEAST_PLACES, *(-int(value.normalize().as_tuple().exponent) for value in values))
