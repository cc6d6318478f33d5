"""The rules and thresholds of a target's status, all in one place.

During the year: done, ahead, on_pace, behind, not_due, no_data. Once the year's figure is final or preliminary: met,
close, missed, no_data.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from erqi_cli.calc.numbers import EXACT, ZERO, percent_of, subtract

Verdict = Literal["missed", "behind", "close", "no_data", "not_due", "on_pace", "ahead", "done", "met"]
Measured = Literal["done", "used", "within", "beyond", "below"]
"""What a completion or a gap counts: done, used of a limit, within a range, beyond its upper end or below its lower."""
WORST_FIRST: tuple[Verdict, ...] = ("missed", "behind", "close", "no_data", "not_due", "on_pace", "ahead", "done", "met")

AHEAD_POINTS = Decimal(1)
"""From so many percentage points over its timetable, or over its target growth, a target is ahead; below that on pace."""
CLOSE_POINTS = Decimal("0.2")
"""A growth that falls short by no more than this is close: in 2014 7.3% was close to "about 7.5%", 7.7% below 8.5%."""
CLOSE_PERCENT = Decimal(2)
"""An amount that falls short by no more than so many percent of the figure is close: a convention of this program."""
FAR_TIMES = Decimal(10)
"""An amount over so many times its target, or a level so many times off that of a year before, may be in another unit."""
DISAGREE_POINTS = Decimal("0.5")
"""Published and implied growth that are further apart than this get a warning; closer, rounding may be why."""


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
        """Whether the year starts where it is to stay, above a floor or within a range: then there is no way to go."""
        if self.start is None or self.start < self.figure:
            return False
        return self.comparator == "at_least" or (self.upper is not None and self.start <= self.upper)

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

    def ends(self, actual: Decimal) -> tuple[Decimal, Decimal]:
        """Return what is subtracted from what to see how much better than the figure an actual value is.

        Of a fall less is better, and above a range its upper end counts.
        """
        if self.upper is not None and actual > self.upper:
            return self.upper, actual
        return (self.figure, actual) if self.falls else (actual, self.figure)

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


def at_year_end(goal: Goal, actual: Decimal) -> Verdict:
    """Return the verdict on the year's figure."""
    short = goal.short(actual)
    if short <= goal.allowed:
        return "met"
    if goal.is_ceiling and not goal.is_growth and not goal.allowed:
        return "missed"  # a limit that is exceeded is not close to being kept
    return "close" if short <= max(goal.close, EXACT.multiply(goal.allowed, Decimal(2))) else "missed"


def of_growth(goal: Goal, actual: Decimal) -> Verdict:
    """Return the status of a growth to date: against the target growth, never against the share of the year."""
    if goal.short(actual) > goal.allowed:
        return "behind"
    return "ahead" if goal.over(actual) >= AHEAD_POINTS and goal.comparator != "between" else "on_pace"


def of_amount(goal: Goal, actual: Decimal, pace: Decimal | None, *, due: bool) -> Verdict:
    """Return the status of an amount to date; `pace` is completion less what the timetable expects, in points.

    Before it is `due`, a target at the end of the year is not judged by its pace.
    """
    if goal.is_ceiling or goal.is_beyond(actual):
        return _under_a_ceiling(goal, actual, pace, due=due)
    if goal.short(actual) == 0:
        return "done"
    if not due:
        return "not_due"
    if pace is None or pace < 0:
        return "behind"
    return "ahead" if pace >= AHEAD_POINTS else "on_pace"


def _under_a_ceiling(goal: Goal, actual: Decimal, pace: Decimal | None, *, due: bool) -> Verdict:
    if goal.short(actual) > 0:
        return "behind" if due else "not_due"
    if not due:
        return "not_due"
    if pace is None:
        return "on_pace"
    if pace > 0:
        return "behind"
    return "ahead" if pace <= -AHEAD_POINTS else "on_pace"
