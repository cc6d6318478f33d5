"""What a target has to reach, or not to exceed, and how far an actual value is from it."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ZERO, percent_of, subtract
from erqi_cli.calc.tracking.thresholds import CLOSE_PERCENT, CLOSE_POINTS
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Comparator, Kind, ProgressMeaning


class Goal(NamedTuple):
    """What is to be reached: `figure` up to `upper`, within `allowed`; `close` is how far off still counts as close.

    All are in the unit of the figure. `start` is where the year starts from, None where progress is measured from zero.
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
        """Whether less is better: at most so much, a planned fall, a way down from the start, or nothing at all."""
        if self.comparator in (Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.BETWEEN):
            return self.comparator is Comparator.AT_MOST
        if self.start is not None:
            return self.figure < self.start
        return self.figure < 0 or (self.figure == 0 and not self.is_growth)

    @property
    def is_ceiling(self) -> bool:
        """Whether the figure is a limit that is used up and not a mark to be reached."""
        if self.comparator is Comparator.AT_MOST:
            return self.start is None or self.start <= self.figure
        return self.falls and self.start is None and self.figure == 0

    @property
    def is_limit(self) -> bool:
        """Whether the figure is not to be exceeded: a ceiling, or the most that something may grow or fall."""
        if self.is_growth:
            limit = Comparator.AT_LEAST if self.figure < 0 else Comparator.AT_MOST
            return self.comparator is limit
        return self.is_ceiling

    @property
    def is_maintained(self) -> bool:
        """Whether the year starts where it is to stay, above a floor or within a range: then there is no way to go.

        Without a start of its own it starts from zero.
        """
        start = ZERO if self.start is None else self.start
        if start < self.figure:
            return False
        return self.comparator is Comparator.AT_LEAST or (
            self.upper is not None and start <= self.upper
        )

    @property
    def start_value(self) -> Decimal:
        """Where progress is measured from: the start of the year where it is given, else zero."""
        return self.start if self.start is not None and self.start != self.figure else ZERO

    @property
    def end_value(self) -> Decimal:
        """What is reached first on the way: of a range that is come down to, its upper end."""
        return (
            self.upper if self.upper is not None and self.start_value > self.upper else self.figure
        )

    def shortfall(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value misses the figure, 0 where it meets it."""
        if self.upper is not None:
            return max(subtract(actual, self.upper), subtract(self.figure, actual), ZERO)
        gap = subtract(actual, self.figure) if self.falls else subtract(self.figure, actual)
        return max(gap, ZERO)

    def end_for(self, actual: Decimal) -> Decimal:
        """Return the figure that an actual value is held against: of a range its lower end, and from above its upper."""
        return self.upper if self.upper is not None and actual > self.upper else self.figure

    def subtraction(self, actual: Decimal) -> tuple[Decimal, Decimal]:
        """Return what is subtracted from what to see how much better than the figure an actual value is.

        Of a fall less is better, and above a range its upper end counts.
        """
        end = self.end_for(actual)
        return (end, actual) if self.falls or end == self.upper else (actual, end)

    def margin(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value is better than the figure; below zero it is worse."""
        return subtract(*self.subtraction(actual))

    def is_beyond(self, actual: Decimal) -> bool:
        """Tell whether a range has been passed: its lower end where it is come down to, else its upper end."""
        if self.upper is None:
            return False
        return actual < self.figure if self.start_value > self.upper else actual > self.upper

    def is_far(self, actual: Decimal, times: Decimal) -> bool:
        """Tell whether an actual value is more than so many times the figure, the upper end or the start."""
        sizes = [abs(end) for end in (self.figure, self.upper, self.start) if end is not None]
        limit = EXACT.multiply(max(sizes), times)
        return abs(actual) > limit > 0

    def measured_as(self, actual: Decimal) -> ProgressMeaning:
        """Return how the completion or the gap of an actual value is to be read."""
        if self.upper is not None and (self.is_growth or self.is_beyond(actual)):
            if actual > self.upper:
                return ProgressMeaning.BEYOND
            if actual >= self.figure:
                return ProgressMeaning.WITHIN
            return ProgressMeaning.DONE if self.is_growth else ProgressMeaning.BELOW
        return ProgressMeaning.USED if self.is_limit else ProgressMeaning.DONE

    def completion(self, actual: Decimal) -> Decimal | None:
        """Return how much of the way is done, in percent; None where there is no way: to zero, or from where it is to stay."""
        if self.is_maintained:
            return None
        whole = subtract(self.end_value, self.start_value)
        return percent_of(subtract(actual, self.start_value), whole) if whole else None


def growth_goal(target: Target, figure: Decimal) -> Goal:
    """Return what a growth has to reach; a tolerance is in points."""
    tolerance = target.tolerance or ZERO
    return Goal(figure, target.comparator, target.upper, tolerance, CLOSE_POINTS, is_growth=True)


def relative_goal(target: Target, other: Decimal) -> Goal:
    """Return what keeps step with another growth; not to fall behind is enough, unless the target says otherwise."""
    is_bare = target.comparator is Comparator.EXACTLY
    comparator = Comparator.AT_LEAST if is_bare else target.comparator
    figure = EXACT.add(other, target.value or ZERO)
    upper = None if target.upper is None else EXACT.add(other, target.upper)
    return Goal(figure, comparator, upper, target.tolerance or ZERO, CLOSE_POINTS, is_growth=True)


def amount_goal(target: Target, figure: Decimal) -> Goal:
    """Return what an amount has to reach; a tolerance is in points for a share, else in percent of the figure."""
    size = abs(figure)
    close = EXACT.divide(EXACT.multiply(size, CLOSE_PERCENT), HUNDRED)
    tolerance = target.tolerance or ZERO
    allowed = (
        tolerance if target.is_rate else EXACT.divide(EXACT.multiply(size, tolerance), HUNDRED)
    )
    return Goal(figure, target.comparator, target.upper, allowed, close, target.baseline)


def holds_at_any_time(target: Target, goal: Goal) -> bool:
    """Tell whether a target is a limit on a share, which has no timetable: no part of it is used up over the year."""
    return target.kind is Kind.SHARE and goal.is_ceiling
