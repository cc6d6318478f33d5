"""What a target has to reach, or not to exceed, and how far an actual value is from it."""

from decimal import Decimal
from typing import Literal, NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ZERO, percent_of, subtract
from erqi_cli.calc.tracking.thresholds import CLOSE_PERCENT, CLOSE_POINTS
from erqi_cli.domain.plan import RATES, Indicator, Target

Measured = Literal["done", "used", "within", "beyond", "below"]
"""What a completion or a gap counts: done, used of a limit, within a range, beyond its upper end or below its lower."""


class Goal(NamedTuple):
    """What is to be reached: `figure` up to `upper`, within `allowed`; `close` is how far off still counts as close.

    All are in the unit of the figure. `start` is where the year starts from, None where progress is measured from zero.
    """

    figure: Decimal
    comparator: str
    upper: Decimal | None = None
    allowed: Decimal = ZERO
    close: Decimal = ZERO
    start: Decimal | None = None
    is_growth: bool = False

    @property
    def falls(self) -> bool:
        """Whether less is better: at most so much, a planned fall, a way down from the start, or nothing at all."""
        if self.comparator in ("at_most", "at_least", "between"):
            return self.comparator == "at_most"
        if self.start is not None:
            return self.figure < self.start
        return self.figure < 0 or (self.figure == 0 and not self.is_growth)

    @property
    def is_ceiling(self) -> bool:
        """Whether the figure is a limit that is used up and not a mark to be reached."""
        if self.comparator == "at_most":
            return self.start is None or self.start <= self.figure
        return self.falls and self.start is None and self.figure == 0

    @property
    def is_limit(self) -> bool:
        """Whether the figure is not to be exceeded: a ceiling, or the most that something may grow or fall."""
        if self.is_growth:
            return self.comparator == ("at_least" if self.figure < 0 else "at_most")
        return self.is_ceiling

    @property
    def is_kept(self) -> bool:
        """Whether the year starts where it is to stay, above a floor or within a range: then there is no way to go.

        Without a start of its own it starts from zero.
        """
        start = ZERO if self.start is None else self.start
        if start < self.figure:
            return False
        return self.comparator == "at_least" or (self.upper is not None and start <= self.upper)

    @property
    def way_from(self) -> Decimal:
        """Where progress is measured from: the start of the year where it is given, else zero."""
        return self.start if self.start is not None and self.start != self.figure else ZERO

    @property
    def mark(self) -> Decimal:
        """What is reached first on the way: of a range that is come down to, its upper end."""
        return self.upper if self.upper is not None and self.way_from > self.upper else self.figure

    def short(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value misses the figure, 0 where it meets it."""
        if self.upper is not None:
            return max(subtract(actual, self.upper), subtract(self.figure, actual), ZERO)
        gap = subtract(actual, self.figure) if self.falls else subtract(self.figure, actual)
        return max(gap, ZERO)

    def end_for(self, actual: Decimal) -> Decimal:
        """Return the figure that an actual value is held against: of a range its lower end, and from above its upper."""
        return self.upper if self.upper is not None and actual > self.upper else self.figure

    def ends(self, actual: Decimal) -> tuple[Decimal, Decimal]:
        """Return what is subtracted from what to see how much better than the figure an actual value is.

        Of a fall less is better, and above a range its upper end counts.
        """
        end = self.end_for(actual)
        return (end, actual) if self.falls or end == self.upper else (actual, end)

    def over(self, actual: Decimal) -> Decimal:
        """Return by how much an actual value is better than the figure; below zero it is worse."""
        return subtract(*self.ends(actual))

    def is_beyond(self, actual: Decimal) -> bool:
        """Tell whether a range has been passed: its lower end where it is come down to, else its upper end."""
        if self.upper is None:
            return False
        return actual < self.figure if self.way_from > self.upper else actual > self.upper

    def measured_as(self, actual: Decimal) -> Measured:
        """Return how the completion or the gap of an actual value is to be read."""
        if self.upper is not None and (self.is_growth or self.is_beyond(actual)):
            inside: Measured = "within" if actual >= self.figure else "done" if self.is_growth else "below"
            return "beyond" if actual > self.upper else inside
        return "used" if self.is_limit else "done"

    def completion(self, actual: Decimal) -> Decimal | None:
        """Return how much of the way is done, in percent; None where there is no way: to zero, or from where it is to stay."""
        if self.is_kept:
            return None
        whole = subtract(self.mark, self.way_from)
        return percent_of(subtract(actual, self.way_from), whole) if whole else None


def growth_goal(thing: Indicator | Target, figure: Decimal) -> Goal:
    """Return what a growth has to reach; a tolerance is in points."""
    return Goal(figure, thing.comparator, thing.upper, thing.tolerance or ZERO, CLOSE_POINTS, is_growth=True)


def goal_in_step(thing: Target, other: Decimal) -> Goal:
    """Return what keeps step with another growth: not to fall behind is enough, unless the target says otherwise."""
    comparator = "at_least" if thing.comparator == "exactly" else thing.comparator
    figure = EXACT.add(other, thing.value or ZERO)
    upper = None if thing.upper is None else EXACT.add(other, thing.upper)
    return Goal(figure, comparator, upper, thing.tolerance or ZERO, CLOSE_POINTS, is_growth=True)


def amount_goal(thing: Target) -> Goal:
    """Return what an amount has to reach; a tolerance is in points for a share, else in percent of the figure."""
    assert thing.value is not None
    size = abs(thing.value)
    close = EXACT.divide(EXACT.multiply(size, CLOSE_PERCENT), HUNDRED)
    tolerance = thing.tolerance or ZERO
    allowed = tolerance if thing.kind in RATES else EXACT.divide(EXACT.multiply(size, tolerance), HUNDRED)
    return Goal(thing.value, thing.comparator, thing.upper, allowed, close, thing.baseline)


def holds_at_any_time(thing: Target, goal: Goal) -> bool:
    """Tell whether a target is a limit on a share, which has no timetable: no part of it is used up over the year."""
    return thing.kind == "share" and goal.is_ceiling
