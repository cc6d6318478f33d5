"""What a target has to reach, or not to exceed, and how far an actual value is from it."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ZERO, percent_of, subtract
from erqi_cli.calc.tracking.thresholds import CLOSE_PERCENT, CLOSE_POINTS
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Comparator, Kind, ProgressMeaning


class Subtraction(NamedTuple):
    """Two figures whose difference says how much better than a goal an actual value is."""

    minuend: Decimal
    subtrahend: Decimal


class Goal(NamedTuple):
    """What is to be reached: `figure` up to `upper`, within `allowed`.

    `close` is how far off still counts as close. All are in the unit of the figure. `start` is
    where the year starts from, None where progress is measured from zero.
    """

    figure: Decimal
    comparator: Comparator
    upper: Decimal | None = None
    allowed: Decimal = ZERO
    close: Decimal = ZERO
    start: Decimal | None = None
    is_growth: bool = False

    @property
    def falls(self) -> bool:
        """Whether less is better.

        It is so for a limit, a planned fall, a way down from the start, and a figure of zero.
        """
        match self.comparator:
            case Comparator.AT_MOST:
                return True
            case Comparator.AT_LEAST | Comparator.BETWEEN:
                return False
        if self.start is not None:
            return self.figure < self.start
        if self.is_growth:
            return self.figure < 0
        return self.figure <= 0

    @property
    def is_ceiling(self) -> bool:
        """Whether the figure is a limit that is used up, and not a mark to be reached."""
        if self.comparator is Comparator.AT_MOST:
            return self.start is None or self.start <= self.figure
        is_from_zero_to_zero = self.start is None and self.figure == 0
        return self.falls and is_from_zero_to_zero

    @property
    def is_limit(self) -> bool:
        """Whether the figure is a ceiling, or the most that something may grow or fall."""
        if not self.is_growth:
            return self.is_ceiling
        if self.figure < 0:
            return self.comparator is Comparator.AT_LEAST
        return self.comparator is Comparator.AT_MOST

    @property
    def is_maintained(self) -> bool:
        """Whether the year starts where it is to stay: above a floor, or within a range.

        Then there is no way to go. Without a start of its own the year starts from zero.
        """
        start = ZERO if self.start is None else self.start
        if start < self.figure:
            return False
        if self.comparator is Comparator.AT_LEAST:
            return True
        return self.upper is not None and start <= self.upper

    @property
    def start_value(self) -> Decimal:
        """Where progress is measured from: the given start of the year, or zero."""
        if self.start is None or self.start == self.figure:
            return ZERO
        return self.start

    @property
    def end_value(self) -> Decimal:
        """What is reached first on the way: coming down to a range, its upper end."""
        if self.upper is not None and self.start_value > self.upper:
            return self.upper
        return self.figure

    def shortfall(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value misses the figure, 0 where it meets it."""
        over = subtract(actual, self.figure)
        under = subtract(self.figure, actual)
        if self.upper is not None:
            over_range = subtract(actual, self.upper)
            return max(over_range, under, ZERO)
        return max(over if self.falls else under, ZERO)

    def end_for(self, actual: Decimal) -> Decimal:
        """Return the end of a range that an actual value is held against; else the figure.

        It is the upper end for a value above the range, and the lower one for any other.
        """
        if self.upper is not None and actual > self.upper:
            return self.upper
        return self.figure

    def subtraction(self, actual: Decimal) -> Subtraction:
        """Return the subtraction that gives how much better than the figure an actual value is."""
        end = self.end_for(actual)
        is_less_better = self.falls or end == self.upper
        if is_less_better:
            return Subtraction(end, actual)
        return Subtraction(actual, end)

    def margin(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value is better than the figure; below zero it is worse."""
        minuend, subtrahend = self.subtraction(actual)
        return subtract(minuend, subtrahend)

    def is_beyond(self, actual: Decimal) -> bool:
        """Tell whether a range has been passed on the way up, or on the way down."""
        if self.upper is None:
            return False
        comes_down = self.start_value > self.upper
        if comes_down:
            return actual < self.figure
        return actual > self.upper

    def is_far(self, actual: Decimal, times: Decimal) -> bool:
        """Tell whether a value is more than so many times the largest figure of the goal."""
        ends = (self.figure, self.upper, self.start)
        sizes = [abs(end) for end in ends if end is not None]
        limit = EXACT.multiply(max(sizes), times)
        return abs(actual) > limit > 0

    def measured_as(self, actual: Decimal) -> ProgressMeaning:
        """Return how the completion or the gap of an actual value is to be read."""
        if self.upper is not None and (self.is_growth or self.is_beyond(actual)):
            return self._measured_against_range(actual, self.upper)
        if self.is_limit:
            return ProgressMeaning.USED
        return ProgressMeaning.DONE

    def _measured_against_range(self, actual: Decimal, upper: Decimal) -> ProgressMeaning:
        if actual > upper:
            return ProgressMeaning.BEYOND
        if actual >= self.figure:
            return ProgressMeaning.WITHIN
        # A growth below its range is still on its way; an amount has come down past it.
        if self.is_growth:
            return ProgressMeaning.DONE
        return ProgressMeaning.BELOW

    def completion(self, actual: Decimal) -> Decimal | None:
        """Return how much of the way is done, in percent.

        It is None where there is no way: to zero, or from where it is to stay.
        """
        if self.is_maintained:
            return None
        whole = subtract(self.end_value, self.start_value)
        if not whole:
            return None
        so_far = subtract(actual, self.start_value)
        return percent_of(so_far, whole)


def growth_goal(target: Target, figure: Decimal) -> Goal:
    """Return what a growth has to reach; a tolerance is in points."""
    return Goal(
        figure=figure,
        comparator=target.comparator,
        upper=target.upper,
        allowed=target.tolerance or ZERO,
        close=CLOSE_POINTS,
        is_growth=True,
    )


def relative_goal(target: Target, other: Decimal) -> Goal:
    """Return what keeps step with another growth, both in percent.

    Not to fall behind is enough, unless the target says otherwise.
    """
    comparator = target.comparator
    if comparator is Comparator.EXACTLY:
        comparator = Comparator.AT_LEAST
    upper = None
    if target.upper is not None:
        upper = EXACT.add(other, target.upper)
    return Goal(
        figure=EXACT.add(other, target.value or ZERO),
        comparator=comparator,
        upper=upper,
        allowed=target.tolerance or ZERO,
        close=CLOSE_POINTS,
        is_growth=True,
    )


def amount_goal(target: Target, figure: Decimal) -> Goal:
    """Return what an amount has to reach.

    A tolerance is in points for a share, in percent of the figure for an amount.
    """
    tolerance = target.tolerance or ZERO
    allowed = tolerance if target.is_rate else _part_of(figure, tolerance)
    return Goal(
        figure=figure,
        comparator=target.comparator,
        upper=target.upper,
        allowed=allowed,
        close=_part_of(figure, CLOSE_PERCENT),
        start=target.baseline,
    )


def _part_of(figure: Decimal, percent: Decimal) -> Decimal:
    """Return so many percent of the size of a figure, exactly."""
    return EXACT.divide(EXACT.multiply(abs(figure), percent), HUNDRED)


def holds_at_any_time(target: Target, goal: Goal) -> bool:
    """Tell whether a target is a limit on a share, of which no part is used up over the year."""
    return target.kind is Kind.SHARE and goal.is_ceiling
