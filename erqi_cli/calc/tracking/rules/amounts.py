"""Judges amounts and shares: completion against what the timetable expects by now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, QUOTIENT, ZERO, divide, subtract
from erqi_cli.calc.tracking.context import TrackingContext, is_final
from erqi_cli.calc.tracking.goal import Goal, amount_goal, holds_at_any_time
from erqi_cli.calc.tracking.pace import (
    due_date,
    elapsed_percent,
    expected_percent,
    linear_percent,
    months_left,
    share_at,
)
from erqi_cli.calc.tracking.series import PeriodFigures
from erqi_cli.calc.tracking.status import amount_status, year_end_status
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import (
    DueDateWarning,
    PeriodWarning,
    TrackingWarning,
    WarningCode,
)
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import (
    JudgedOn,
    Kind,
    ObservationStatus,
    Pace,
    Status,
)

CUMULATIVE_KINDS = (Kind.LEVEL, Kind.COUNT)
"""The kinds whose figures add up over the year."""


def judge_amount(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where an amount or a share stands."""
    judged_on = JudgedOn.LEVEL
    if target.kind is Kind.SHARE:
        judged_on = JudgedOn.SHARE
    start = context.not_observed(target, target.figure, judged_on)
    if not context.series.of(target.id):
        return start
    figures = context.series.latest_value(target.id)
    if figures is None or figures.level is None or target.figure is None:
        return start.warn(WarningCode.NO_VALUE)
    goal = amount_goal(target, target.figure)
    amount = _amount(context, target, figures, figures.level, goal)
    return _judged(start, amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    """The latest value of an amount, what it is compared with, and what is expected by then.

    `elapsed` and `expected` are in percent, of the year and of the target. `lacks_shares` if the
    timetable is even over time because the base year's months are missing.
    """

    context: TrackingContext
    target: Target
    observation: Observation | None
    period: Period
    actual: Decimal
    goal: Goal
    due: str
    elapsed: Decimal
    expected: Decimal
    lacks_shares: bool

    @property
    def is_timed(self) -> bool:
        """Whether the timetable expects something by now, or the target is due."""
        return self.target.pace is not Pace.AT_END or self.expected == HUNDRED

    @property
    def is_decided(self) -> bool:
        """Whether the figure is the year's final one on a target that is due within the year."""
        due_year = int(self.due[:4])
        if due_year > self.context.year:
            return False
        return is_final(self.period, self.observation)

    @property
    def is_short(self) -> bool:
        """Whether the actual value misses the figure."""
        return self.goal.shortfall(self.actual) > 0

    @property
    def is_beyond(self) -> bool:
        """Whether a range has been passed."""
        return self.goal.is_beyond(self.actual)

    @property
    def is_overdue(self) -> bool:
        """Whether the due date has passed without the figure, and the year is not decided yet."""
        if self.period.is_whole or self.is_decided:
            return False
        return self.is_short and self.context.is_past(self.due)

    @property
    def holds_at_any_time(self) -> bool:
        """Whether it is a limit of which no part is used up over the year."""
        return holds_at_any_time(self.target, self.goal)


def _amount(
    context: TrackingContext,
    target: Target,
    figures: PeriodFigures,
    actual: Decimal,
    goal: Goal,
) -> _Amount:
    period = figures.period
    year = context.year
    shares = context.base_shares(target)
    expected = expected_percent(target, period, year, shares)
    lacks_shares = expected is None
    if expected is None:
        expected = linear_percent(target, period, year)
    return _Amount(
        context=context,
        target=target,
        observation=figures.value,
        period=period,
        actual=actual,
        goal=goal,
        due=due_date(target, year),
        elapsed=elapsed_percent(period, year),
        expected=expected,
        lacks_shares=lacks_shares,
    )


def _judged(start: TrackedTarget, amount: _Amount) -> TrackedTarget:
    """Return where an amount stands, what is still needed, and the warnings."""
    goal = amount.goal
    completion = goal.completion(amount.actual)
    pace = _pace(amount, completion)
    expected: Decimal | None = amount.expected
    if amount.holds_at_any_time or goal.is_maintained:
        expected = None
    tracked = replace(
        start,
        status=_status(amount, pace),
        elapsed=amount.elapsed,
        period=amount.period,
        observation=amount.observation,
        actual=amount.actual,
        completion=completion,
        expected=expected,
        pace=pace,
        goal=goal,
        year_end=_year_end(amount),
    )
    if not goal.is_ceiling:
        tracked = _with_needed(tracked, amount)
    return tracked.with_warnings(*_warnings(amount))


def _pace(amount: _Amount, completion: Decimal | None) -> Decimal | None:
    """Return completion less what the timetable expects, in points; None without a pace."""
    if completion is None or not amount.is_timed:
        return None
    if amount.holds_at_any_time or amount.is_beyond:
        return None
    return QUOTIENT.subtract(completion, amount.expected)


def _status(amount: _Amount, pace: Decimal | None) -> Status:
    """Return the status by the year's final figure, the due date, or the pace."""
    goal = amount.goal
    if amount.is_decided:
        return year_end_status(goal, amount.actual)
    if amount.is_overdue and amount.target.due is not None:
        # By all that is known it was not reached in time.
        return Status.BEHIND
    is_due = amount.is_timed
    if amount.target.kind is Kind.COUNT and goal.is_ceiling and amount.is_short:
        # A count that has passed its limit does not come down again: it is judged at once.
        is_due = True
    return amount_status(
        goal,
        amount.actual,
        pace,
        due=is_due,
    )


def _with_needed(tracked: TrackedTarget, amount: _Amount) -> TrackedTarget:
    """Add what is still needed, in all and in each month that is left."""
    needed = ZERO
    if amount.is_short and not amount.is_beyond:
        needed = subtract(amount.goal.end_value, amount.actual)
    per_month = None
    months = months_left(amount.period, amount.due)
    if months:
        per_month = divide(needed, months)
    return replace(
        tracked,
        needed=needed,
        needed_per_month=per_month,
    )


def _year_end(amount: _Amount) -> Decimal | None:
    """Return the year-end value at today's run rate; None where nothing runs on."""
    target = amount.target
    if target.pace is Pace.AT_END or target.kind is Kind.SHARE:
        return None
    if amount.goal.is_maintained:
        return None
    share = _share_so_far(amount)
    if not share or share >= HUNDRED:
        return None
    start = amount.goal.start_value
    way_so_far = subtract(amount.actual, start)
    way = divide(EXACT.multiply(way_so_far, HUNDRED), share)
    year_end = QUOTIENT.add(start, way)
    if target.kind is Kind.COUNT:
        return max(year_end, ZERO)
    return year_end


def _share_so_far(amount: _Amount) -> Decimal:
    """Return the share of the year's amount that is usual by now, in percent."""
    match amount.target.pace:
        case Pace.MONTHLY:
            return amount.expected
        case Pace.BASE_YEAR:
            shares = amount.context.base_shares(amount.target)
            return share_at(amount.period, shares) or amount.elapsed
    return amount.elapsed


def _warnings(amount: _Amount) -> Iterator[TrackingWarning]:
    """Yield the warnings that the status needs."""
    if amount.is_overdue:
        yield DueDateWarning(
            code=WarningCode.OVERDUE,
            due=amount.due,
        )
    is_share = amount.target.kind is Kind.SHARE
    if not is_share and amount.goal.is_far(amount.actual, FAR_TIMES):
        yield TrackingWarning(code=WarningCode.FAR_FROM_TARGET)
    yield from _limit_warnings(amount)
    observation = amount.observation
    if observation and observation.status is ObservationStatus.ESTIMATED:
        yield TrackingWarning(code=WarningCode.ESTIMATE)
    fallen_from = _fallen_from(amount)
    if fallen_from is not None:
        yield PeriodWarning(
            code=WarningCode.FALLS,
            period=fallen_from.text,
        )
    if amount.lacks_shares:
        yield TrackingWarning(code=WarningCode.NO_BASE_SHARES)


def _limit_warnings(amount: _Amount) -> Iterator[TrackingWarning]:
    """Yield on which side of a limit or outside of a range the actual value is."""
    goal = amount.goal
    if goal.is_ceiling:
        code = WarningCode.CEILING
        if amount.is_short:
            code = WarningCode.OVER_LIMIT
        yield TrackingWarning(code=code)
    if goal.upper is not None and amount.actual > goal.upper:
        yield TrackingWarning(code=WarningCode.ABOVE_RANGE)
    elif amount.is_beyond:
        yield TrackingWarning(code=WarningCode.BELOW_RANGE)


def _fallen_from(amount: _Amount) -> Period | None:
    """Return the period before if its value is higher, which cannot be if amounts add up."""
    target = amount.target
    if target.kind not in CUMULATIVE_KINDS:
        return None
    if target.pace is Pace.AT_END or target.baseline is not None:
        return None
    series = amount.context.series
    before = series.value_before(target.id, amount.period)
    if before is None or before.value is None:
        return None
    if amount.actual >= before.value:
        return None
    return before.period
