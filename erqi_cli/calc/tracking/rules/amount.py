"""The latest value of an amount with all that its status, its needs and its warnings depend on."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, QUOTIENT, ZERO, divide, percent_of, subtract
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.pace import Shares, due_date
from erqi_cli.calc.tracking.path import Expected, way_end, way_start
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Better, Collection


class Amount(NamedTuple):
    """The latest value of an amount or a share, its goal, and what is expected by then.

    `shares` are the base year's cumulative shares by month, in percent, if they may be used.
    """

    context: TrackingContext
    target: Target
    observation: Observation | None
    period: Period
    actual: Decimal
    goal: Goal
    shares: Shares
    expected: Expected | None

    @property
    def due(self) -> str:
        """The day by which it is due."""
        return due_date(self.target, self.context.years)

    @property
    def is_due(self) -> bool:
        """Whether the period of the value reaches the due date."""
        return self.period.end >= self.due

    @property
    def is_decided(self) -> bool:
        """Whether the value is the year's final one, of a target that is due within the year."""
        if self.due > self.context.years.last_day:
            return False
        return self.context.is_final(self.period, self.observation)

    @property
    def is_met(self) -> bool:
        """Whether the value meets the goal, with its tolerance."""
        return self.goal.is_met(self.actual)

    @property
    def was_in_time(self) -> bool:
        """Whether the last value up to a due date inside the year met the goal.

        What was reached by its due date stays reached, whatever a later row says.
        """
        if self.is_kept or self.target.is_budget:
            return False
        if not self.context.is_within_plan(self.due):
            return False
        return self.context.was_reached_in_time(self.target, self.goal.is_met)

    @property
    def is_late(self) -> bool:
        """Whether what had to be reached by a due date inside the year was reached only later."""
        if not self.is_met or not self.is_due or self.is_kept or self.target.is_budget:
            return False
        return self.context.is_within_plan(self.due) and not self.was_in_time

    @property
    def is_reached(self) -> bool:
        """Whether the value reaches the figure itself; once it is due, the tolerance counts."""
        if self.is_due:
            return self.is_met or self.was_in_time
        return self.goal.shortfall(self.actual) == 0

    @property
    def is_kept(self) -> bool:
        """Whether it is a limit or a corridor that has to be kept all the time.

        If the baseline does not meet it, it has to be reached, and counts only at the end.
        """
        if way_start(self.target, self.goal) is not None:
            return False
        return self.goal.better is Better.WITHIN or self.goal.is_limit

    @property
    def must_hold(self) -> bool:
        """Whether the figure has to be kept: a limit, a corridor, or what was reached before."""
        baseline = self.target.baseline
        is_stock = self.target.collected is Collection.END_OF_PERIOD
        if is_stock and baseline is not None:
            return self.goal.shortfall(baseline) == 0
        return self.is_kept

    @property
    def is_overdue(self) -> bool:
        """Whether the due date has passed without the figure, and the year is not decided yet."""
        if self.is_decided or self.is_met or self.must_hold or self.was_in_time:
            return False
        return self.context.is_past(self.due)

    @property
    def completion(self) -> Decimal | None:
        """How much of a sum is done, or used, in percent; None of anything else and of zero."""
        is_summed = self.target.collected is Collection.SUMMED
        if not is_summed or self.goal.end <= 0:
            return None
        return percent_of(self.actual, self.goal.end)

    @property
    def pace(self) -> Decimal | None:
        """Completion less the share that is expected, in points; None without one of the two."""
        if self.completion is None or self.expected is None or self.expected.share is None:
            return None
        return QUOTIENT.subtract(self.completion, self.expected.share)

    @property
    def gap(self) -> Decimal:
        """By how much the value is better than expected, or than the goal where nothing is."""
        if self.expected is None:
            return self.goal.margin(self.actual)
        if self.is_corridor and self.expected.share is not None:
            return self.goal.scaled(self.expected.share).margin(self.actual)
        if self._comes_down:
            return subtract(self.expected.amount, self.actual)
        return subtract(self.actual, self.expected.amount)

    @property
    def is_corridor(self) -> bool:
        """Whether a sum has to stay between two ends, which grow with the year."""
        is_summed = self.target.collected is Collection.SUMMED
        return is_summed and self.goal.better is Better.WITHIN

    @property
    def _comes_down(self) -> bool:
        """Whether less is better on the way; of a corridor where it starts from above."""
        if self.goal.better is not Better.WITHIN:
            return self.goal.better is Better.LOWER
        start = self.target.baseline
        return start is not None and start > self.goal.top

    @property
    def lead(self) -> Decimal:
        """The gap in points: of the way from the baseline; without one, of the figure.

        It decides the status of a stock and is not shown.
        """
        start = way_start(self.target, self.goal) or ZERO
        whole = subtract(way_end(self.target, self.goal), start)
        if not whole:
            return self.gap
        return divide(EXACT.multiply(self.gap, HUNDRED), abs(whole))

    @property
    def remainder(self) -> Decimal:
        """What is still to be added up to the figure; below zero what is still to be reduced."""
        if self.goal.shortfall(self.actual) == 0:
            return ZERO
        return subtract(way_end(self.target, self.goal), self.actual)
