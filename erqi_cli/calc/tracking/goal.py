"""What a target has to reach, or not to exceed, and how far an actual value is from it."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ZERO, divide, subtract
from erqi_cli.calc.tracking.thresholds import CLOSE_PERCENT, CLOSE_POINTS
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import (
    Better,
    Collection,
    Comparator,
    Kind,
    ProgressMeaning,
)


class Subtraction(NamedTuple):
    """Two figures whose difference says how much better than a goal an actual value is."""

    minuend: Decimal
    subtrahend: Decimal


class Goal(NamedTuple):
    """What is to be reached: `figure`, of a range up to `upper`, within `allowed`.

    `close` is how far off still counts as close. All are in the unit of the figure. With
    `is_strict` the figure has to be passed and not only reached. `is_limit` is for a figure that
    has to be kept rather than reached: one that is missed is never close.
    """

    figure: Decimal
    better: Better = Better.HIGHER
    upper: Decimal | None = None
    allowed: Decimal = ZERO
    close: Decimal = ZERO
    is_strict: bool = False
    is_limit: bool = False

    @property
    def top(self) -> Decimal:
        """The upper end of a range; without one the figure."""
        return self.figure if self.upper is None else self.upper

    @property
    def end(self) -> Decimal:
        """What has to be reached or kept: the upper end if less is better, otherwise the figure."""
        return self.top if self.better is Better.LOWER else self.figure

    def aim(self, actual: Decimal) -> Decimal:
        """Return what the year has to come to: of a corridor the end nearer to an actual value."""
        if self.better is Better.WITHIN and actual > self.top:
            return self.top
        return self.end

    def shortfall(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value misses the goal, 0 where it meets it."""
        under = subtract(self.figure, actual)
        over = subtract(actual, self.top)
        match self.better:
            case Better.HIGHER:
                return max(under, ZERO)
            case Better.LOWER:
                return max(over, ZERO)
            case Better.WITHIN:
                return max(under, over, ZERO)

    def is_met(self, actual: Decimal) -> bool:
        """Tell whether an actual value meets the goal, with its tolerance."""
        if self.is_strict and not self.allowed:
            return self.margin(actual) > 0
        return self.shortfall(actual) <= self.allowed

    def is_close(self, actual: Decimal) -> bool:
        """Tell whether an actual value misses the goal by little: at most twice the tolerance."""
        twice = EXACT.add(self.allowed, self.allowed)
        limit = twice if self.is_limit else max(self.close, twice)
        return self.shortfall(actual) <= limit

    def subtraction(self, actual: Decimal) -> Subtraction:
        """Return the subtraction that gives how much better than the goal an actual value is.

        Of a corridor it is the distance from the nearer end.
        """
        from_below = Subtraction(actual, self.figure)
        from_above = Subtraction(self.top, actual)
        match self.better:
            case Better.HIGHER:
                return from_below
            case Better.LOWER:
                return from_above
            case Better.WITHIN:
                is_nearer_top = subtract(*from_above) < subtract(*from_below)
                return from_above if is_nearer_top else from_below

    def margin(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value is better than the goal; below zero it is worse."""
        return subtract(*self.subtraction(actual))

    def lead(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value is better than the goal, of a range than its far end.

        Inside a range it is zero: nothing is ahead there.
        """
        shortfall = self.shortfall(actual)
        if shortfall > 0:
            return -shortfall
        if self.better is Better.LOWER:
            return max(subtract(self.figure, actual), ZERO)
        return max(subtract(actual, self.top), ZERO)

    def scaled(self, percent: Decimal) -> "Goal":
        """Return the goal for a part of the year, in percent."""
        upper = None if self.upper is None else part_of(self.upper, percent)
        return self._replace(figure=part_of(self.figure, percent), upper=upper)

    def is_far(self, actual: Decimal, times: Decimal, baseline: Decimal) -> bool:
        """Tell whether a value is more than so many times the largest of goal and baseline."""
        largest = max(abs(self.figure), abs(self.top), abs(baseline))
        limit = EXACT.multiply(largest, times)
        return abs(actual) > limit > 0

    def in_range(self, actual: Decimal) -> ProgressMeaning | None:
        """Return on which side of a range a value is; None without a range or on the way to it."""
        if self.upper is None:
            return None
        if actual > self.upper:
            return None if self.better is Better.LOWER else ProgressMeaning.BEYOND
        if actual < self.figure:
            return None if self.better is Better.HIGHER else ProgressMeaning.BELOW
        return ProgressMeaning.WITHIN


def growth_goal(target: Target, figure: Decimal) -> Goal:
    """Return what a growth has to reach; a tolerance is in points."""
    return Goal(
        figure=figure,
        better=target.direction,
        upper=target.upper,
        allowed=target.tolerance or ZERO,
        close=CLOSE_POINTS,
        is_limit=is_limit(target),
    )


def side_growth_goal(target: Target, growth: Decimal) -> Goal:
    """Return what the growth has to reach that a target states beside its amount."""
    return Goal(
        figure=growth,
        better=target.direction,
        close=CLOSE_POINTS,
        is_limit=is_limit(target),
    )


def relative_goal(target: Target, other: Decimal) -> Goal:
    """Return what keeps step with another growth, both in percent.

    `exactly` is in step: not to fall behind is enough. `at_least` is faster: to be as fast is not
    enough, unless the target says by how many points. `at_most` is not above.
    """
    is_faster = target.comparator is Comparator.AT_LEAST and not target.value
    upper = None
    if target.upper is not None:
        upper = EXACT.add(other, target.upper)
    return Goal(
        figure=EXACT.add(other, target.value or ZERO),
        better=target.direction,
        upper=upper,
        allowed=target.tolerance or ZERO,
        close=CLOSE_POINTS,
        is_strict=is_faster,
        is_limit=is_limit(target),
    )


def amount_goal(target: Target, figure: Decimal) -> Goal:
    """Return what an amount has to reach.

    A tolerance is in points for a share, in percent of the figure for an amount.
    """
    tolerance = target.tolerance or ZERO
    is_share = target.kind is Kind.SHARE
    allowed = tolerance if is_share else part_of(abs(figure), tolerance)
    close = CLOSE_POINTS if is_share else part_of(abs(figure), CLOSE_PERCENT)
    return Goal(
        figure=figure,
        better=target.direction,
        upper=target.upper,
        allowed=allowed,
        close=close,
        is_limit=is_limit(target),
    )


def is_limit(target: Target) -> bool:
    """Tell whether a figure has to be kept: 以内, or 以上 of an average."""
    if target.comparator is Comparator.AT_LEAST:
        return target.collected is Collection.AVERAGE
    return target.comparator is Comparator.AT_MOST


def part_of(figure: Decimal, percent: Decimal) -> Decimal:
    """Return so many percent of a figure, to 34 digits."""
    return divide(EXACT.multiply(figure, percent), HUNDRED)
