"""Judges amounts and shares: completion against what the timetable expects by now."""

from collections.abc import Iterator
from dataclasses import replace
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
    judged_on = JudgedOn.SHARE if target.kind is Kind.SHARE else JudgedOn.LEVEL
    start = context.not_observed(target, target.figure, judged_on)
    figures = context.series.latest_value(target.id)
    if figures is None or figures.level is None or target.figure is None:
        has_observations = bool(context.series.of(target.id))
        return start.warn(WarningCode.NO_VALUE) if has_observations else start
    goal = amount_goal(target, target.figure)
    return _Judgement(context, start, figures, figures.level, goal).tracked()


class _Judgement:
    """The judgement of one amount: its latest figures, the actual value, and its goal."""

    def __init__(
        self,
        context: TrackingContext,
        start: TrackedTarget,
        figures: PeriodFigures,
        actual: Decimal,
        goal: Goal,
    ) -> None:
        self.context = context
        self.start = start
        self.target = start.target
        self.figures = figures
        self.period = figures.period
        self.actual = actual
        self.goal = goal
        self.due = due_date(self.target, context.year)
        self.elapsed = elapsed_percent(self.period, context.year)
        shares = context.base_shares(self.target)
        expected = expected_percent(self.target, self.period, context.year, shares)
        self.lacks_shares = expected is None
        if expected is None:
            expected = linear_percent(self.target, self.period, context.year)
        self.expected = expected

    def tracked(self) -> TrackedTarget:
        """Return where the amount stands, what is still needed, and the warnings."""
        has_no_path = holds_at_any_time(self.target, self.goal) or self.goal.is_maintained
        completion = self.goal.completion(self.actual)
        pace = self.pace(completion)
        tracked = replace(
            self.start,
            status=self.status(pace),
            elapsed=self.elapsed,
            period=self.period,
            observation=self.figures.value,
            actual=self.actual,
            completion=completion,
            expected=None if has_no_path else self.expected,
            pace=pace,
            goal=self.goal,
            year_end=self.year_end(),
        )
        if not self.goal.is_ceiling:
            tracked = self.with_needed(tracked)
        return tracked.with_warnings(*self.warnings())

    @property
    def is_timed(self) -> bool:
        """Whether the timetable expects something by now, or the target is due."""
        return self.target.pace is not Pace.AT_END or self.expected == HUNDRED

    @property
    def is_final(self) -> bool:
        """Whether the figure is the year's final one on a target that is due within the year."""
        due_year = int(self.due[:4])
        is_due = due_year <= self.context.year
        return is_due and is_final(self.period, self.figures.value)

    @property
    def is_short(self) -> bool:
        """Whether the actual value misses the figure."""
        return self.goal.shortfall(self.actual) > 0

    @property
    def is_overdue(self) -> bool:
        """Whether the due date has passed without the figure, and the year is not decided yet."""
        if self.period.is_whole or self.is_final:
            return False
        return self.is_short and self.context.is_past(self.due)

    def pace(self, completion: Decimal | None) -> Decimal | None:
        """Return completion less what the timetable expects, in points; None without a pace."""
        if completion is None or not self.is_timed:
            return None
        if holds_at_any_time(self.target, self.goal) or self.goal.is_beyond(self.actual):
            return None
        return QUOTIENT.subtract(completion, self.expected)

    def status(self, pace: Decimal | None) -> Status:
        """Return the status by the year's final figure, the due date, or the pace."""
        if self.is_final:
            return year_end_status(self.goal, self.actual)
        if self.is_overdue and self.target.due is not None:
            # By all that is known it was not reached in time.
            return Status.BEHIND
        # A count that has passed its limit does not come down again: it is judged before it is due.
        is_count = self.target.kind is Kind.COUNT
        is_broken = is_count and self.goal.is_ceiling and self.is_short
        is_due = self.is_timed or is_broken
        return amount_status(self.goal, self.actual, pace, due=is_due)

    def with_needed(self, tracked: TrackedTarget) -> TrackedTarget:
        """Add what is still needed, in all and in each month that is left."""
        needed = ZERO
        if self.is_short and not self.goal.is_beyond(self.actual):
            needed = subtract(self.goal.end_value, self.actual)
        months = months_left(self.period, self.due)
        per_month = divide(needed, months) if months else None
        return replace(tracked, needed=needed, needed_per_month=per_month)

    def year_end(self) -> Decimal | None:
        """Return the year-end value at today's run rate; None where nothing runs on."""
        if self.target.pace is Pace.AT_END or self.target.kind is Kind.SHARE:
            return None
        if self.goal.is_maintained:
            return None
        share = self.share_so_far()
        if not share or share >= HUNDRED:
            return None
        start = self.goal.start_value
        way_so_far = EXACT.multiply(subtract(self.actual, start), HUNDRED)
        year_end = QUOTIENT.add(start, divide(way_so_far, share))
        if self.target.kind is Kind.COUNT:
            return max(year_end, ZERO)
        return year_end

    def share_so_far(self) -> Decimal:
        """Return the share of the year's amount that is usual by now, in percent."""
        if self.target.pace is Pace.MONTHLY:
            return self.expected
        if self.target.pace is Pace.BASE_YEAR:
            shares = self.context.base_shares(self.target)
            return share_at(self.period, shares) or self.elapsed
        return self.elapsed

    def warnings(self) -> Iterator[TrackingWarning]:
        """Yield the warnings that the status needs."""
        if self.is_overdue:
            yield DueDateWarning(code=WarningCode.OVERDUE, due=self.due)
        is_level = self.start.judged_on is JudgedOn.LEVEL
        if is_level and self.goal.is_far(self.actual, FAR_TIMES):
            yield TrackingWarning(code=WarningCode.FAR_FROM_TARGET)
        yield from self.limit_warnings()
        observation = self.figures.value
        if observation is not None and observation.status is ObservationStatus.ESTIMATED:
            yield TrackingWarning(code=WarningCode.ESTIMATE)
        fallen_from = self.fallen_from()
        if fallen_from is not None:
            yield PeriodWarning(code=WarningCode.FALLS, period=fallen_from.text)
        if self.lacks_shares:
            yield TrackingWarning(code=WarningCode.NO_BASE_SHARES)

    def limit_warnings(self) -> Iterator[TrackingWarning]:
        """Yield on which side of a limit or outside of a range the actual value is."""
        if self.goal.is_ceiling:
            code = WarningCode.OVER_LIMIT if self.is_short else WarningCode.CEILING
            yield TrackingWarning(code=code)
        upper = self.goal.upper
        if upper is not None and self.actual > upper:
            yield TrackingWarning(code=WarningCode.ABOVE_RANGE)
        elif self.goal.is_beyond(self.actual):
            yield TrackingWarning(code=WarningCode.BELOW_RANGE)

    def fallen_from(self) -> Period | None:
        """Return the period before if its value is higher, which cannot be if amounts add up."""
        if self.target.kind not in CUMULATIVE_KINDS:
            return None
        if self.target.pace is Pace.AT_END or self.target.baseline is not None:
            return None
        before = self.context.series.value_before(self.target.id, self.period)
        if before is None or before.value is None:
            return None
        return before.period if self.actual < before.value else None
