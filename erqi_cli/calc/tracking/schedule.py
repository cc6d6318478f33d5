"""The timetable that pace is measured against: cumulative amounts by the end of each period."""

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import ONE, QUOTIENT, ZERO, rounded, subtract
from erqi_cli.calc.projection.project import Projection, project_indicator
from erqi_cli.calc.tracking.goal import amount_goal, part_of
from erqi_cli.calc.tracking.pace import base_year_percent, due_date, linear_percent
from erqi_cli.calc.tracking.path import (
    Expected,
    PathBasis,
    expected_by,
    node_amount,
    passed_node,
    way_end,
    way_start,
)
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import MONTHS, Period, Years, period_of
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import PERCENT, Unit
from erqi_cli.domain.vocabulary import Collection, Kind, Pace, ScheduleGap, ScheduleStep

STEP_MONTHS = {ScheduleStep.MONTH: 1, ScheduleStep.QUARTER: 3, ScheduleStep.HALF: 6}
MIN_PLACES = 2
"""An amount is planned to two decimal places, or to as many as its target has."""
UNSCHEDULED_KINDS = {
    Kind.GROWTH: ScheduleGap.NO_BASE,
    Kind.MILESTONE: ScheduleGap.MILESTONE,
    Kind.RELATIVE: ScheduleGap.RELATIVE,
}


class ScheduledAmount(NamedTuple):
    """What is due by the end of a period.

    `share` is in percent, unrounded, None where there is no way that has a length; `amount` is
    cumulative, `increment` since the period before. All three are None before the first node of
    a trajectory.
    """

    period: str
    share: Decimal | None = None
    amount: Decimal | None = None
    increment: Decimal | None = None


class Timetable(NamedTuple):
    """One target's timetable up to `total`, in `unit`; or the reason why it has none."""

    target: Target
    unit: Unit | None
    total: Decimal | None
    dues: tuple[ScheduledAmount, ...] = ()
    reason: ScheduleGap | None = None

    @property
    def id(self) -> str:
        """The full id of the target."""
        return self.target.id


class _Path(NamedTuple):
    """What a timetable follows: from `start` to `total`, in `unit`, by what is expected by when.

    `reason` says why there is no timetable, if there is none.
    """

    unit: Unit | None
    start: Decimal = ZERO
    total: Decimal | None = None
    expected: Callable[[Period], Expected | None] = lambda _: None
    reason: ScheduleGap | None = None


def timetable(tracker: Tracker, target_id: str, step: ScheduleStep) -> Timetable:
    """Return a target's timetable.

    Cumulative amounts are rounded, counts up to whole ones, and increments are their differences:
    so the last amount is the target to the last digit, and no unit is lost on the way.
    """
    target = tracker.plan.target(target_id)
    path = _path(tracker, target)
    total = path.total
    if total is None or path.reason is not None:
        return Timetable(target, path.unit, None, reason=path.reason or ScheduleGap.NO_BASE)
    places = _places(target, total, path.start)
    dues = []
    before = path.start
    for when in _periods(tracker.years, step):
        expected = path.expected(when)
        if expected is None and not target.trajectory:
            return Timetable(target, path.unit, None, reason=_missing(target))
        if expected is None:
            dues.append(ScheduledAmount(period=when.text))
            continue
        amount = expected.amount
        if amount != total:
            amount = _planned(target, amount, places, falls=total < path.start)
        due = ScheduledAmount(
            period=when.text,
            share=expected.share,
            amount=amount,
            increment=subtract(amount, before),
        )
        dues.append(due)
        before = amount
    if all(due.amount is None for due in dues):
        return Timetable(target, path.unit, None, reason=_missing(target))
    return Timetable(target, path.unit, total, tuple(dues))


def _periods(years: Years, step: ScheduleStep) -> Iterator[Period]:
    """Yield the periods that end a step: of the plan year, or by year of every year of the plan."""
    if step is ScheduleStep.YEAR:
        for year in range(years.first, years.last + 1):
            yield period_of(str(year))
        return
    months = STEP_MONTHS[step]
    for month in range(months, MONTHS + 1, months):
        yield period_of(f"{years.last}-{month:02}")


def _missing(target: Target) -> ScheduleGap:
    """Return why a target has no timetable for a period."""
    if target.kind is Kind.GROWTH:
        return ScheduleGap.NO_SHARES
    return ScheduleGap.NO_PATH


def _path(tracker: Tracker, target: Target) -> _Path:
    """Return where the year starts from, what it is to reach, and the way there."""
    if target.figure is not None and _is_rate_with_nodes(target):
        return _node_path(tracker, target, target.figure)
    if target.kind is Kind.GROWTH and target.is_headline:
        return _growth_path(tracker, target)
    return _amount_path(tracker, target)


def _is_rate_with_nodes(target: Target) -> bool:
    """Tell whether a growth or an average has a trajectory with figures."""
    is_rate = target.kind is Kind.GROWTH or target.collected is Collection.AVERAGE
    return is_rate and target.has_nodes


def _amount_path(tracker: Tracker, target: Target) -> _Path:
    """Return the way of an amount from zero or from its baseline."""
    unit = target.observed_unit
    reason = UNSCHEDULED_KINDS.get(target.kind)
    if target.collected is Collection.AVERAGE:
        reason = ScheduleGap.AVERAGE
    if reason is not None or target.figure is None:
        return _Path(unit=unit, reason=reason)
    goal = amount_goal(target, target.figure)
    is_stock = target.collected is Collection.END_OF_PERIOD
    has_way = way_start(target, goal) is not None
    if is_stock and not has_way and not target.trajectory:
        return _Path(unit=unit, reason=ScheduleGap.NO_PATH)
    start = ZERO
    if is_stock and target.baseline is not None:
        start = target.baseline
    shares = tracker.base_shares(target)

    def expected(when: Period) -> Expected | None:
        return expected_by(target, goal, when, tracker.years, shares)

    return _Path(
        unit=unit,
        start=start,
        total=way_end(target, goal),
        expected=expected,
    )


def _node_path(tracker: Tracker, target: Target, figure: Decimal) -> _Path:
    """Return the rates that the trajectory of a growth or an average asks for."""
    due = due_date(target, tracker.years)

    def expected(when: Period) -> Expected | None:
        if when.end >= due:
            return Expected(figure, None, PathBasis.DUE)
        node = passed_node(target, when)
        return None if node is None else Expected(node_amount(target, node), None, PathBasis.NODE)

    unit = PERCENT if target.kind is Kind.GROWTH else target.observed_unit
    return _Path(unit=unit, total=figure, expected=expected)


def _growth_path(tracker: Tracker, target: Target) -> _Path:
    """Return what a headline indicator is projected to reach, by the months of the base year."""
    projection = project_indicator(tracker.scenario, target)
    total = projection.projected
    shares = tracker.base_shares(target)
    last_day = tracker.years.last_day

    def expected(when: Period) -> Expected | None:
        if tracker.years.are_several:
            return _level_of_year(projection, when)
        share = base_year_percent(when, last_day, tracker.years.last, shares)
        if target.pace is Pace.LINEAR:
            share = linear_percent(when, last_day, tracker.years.first)
        if share is None or total is None:
            return None
        return Expected(part_of(total, share), share, PathBasis.BASE_YEAR)

    return _Path(unit=projection.unit, total=total, expected=expected)


def _level_of_year(projection: Projection, when: Period) -> Expected | None:
    """Return the projected level of a year of the plan."""
    for year in (*projection.between, *projection.years):
        if when.text == str(year.year) and year.value is not None:
            return Expected(year.value, None, PathBasis.LINEAR)
    return None


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
        return target.unit.scale.adjusted()
    places = MIN_PLACES
    for value in values:
        exponent = value.normalize().as_tuple().exponent
        places = max(places, -int(exponent))
    return places
