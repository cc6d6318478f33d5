"""What is kept of a ledger while it is read: of each target and period the rows of the latest vintage."""

from collections.abc import Callable

from erqi_cli.plan.model import Indicator, Target
from erqi_cli.plan.observed import Cells
from erqi_cli.plan.period import Period

PLAIN = ("level", "count", "context")
"""The kinds of target, besides an indicator, for which any plain number that is not negative is a sound value."""
VALUE, GROWTH = "value", "growth"


class Best:
    """The row of the latest vintage so far, with its line; until a batch is settled its number in the batch stands for it."""

    __slots__ = ("day", "doubled", "line", "row")

    def __init__(self) -> None:
        self.day: str | None = None
        self.row: Cells | int = 0
        self.line = 0
        self.doubled: tuple[int, int] | None = None

    def offer(self, day: str, index: int, line: int) -> None:
        """Take the row if its vintage is later than the one that is held; remember one of the same vintage."""
        if self.day is None or day > self.day:
            self.day, self.row, self.line, self.doubled = day, index, line, None
        elif day == self.day and self.doubled is None:
            self.doubled = line, self.line


class Kept:
    """Of one target and period the rows whose value and whose growth are of the latest vintage."""

    __slots__ = ("end", "growth", "period", "value")

    def __init__(self, when: Period) -> None:
        self.end, self.period = when.end, when.text
        self.value, self.growth = Best(), Best()

    def doubled(self) -> set[tuple[int, int]]:
        """Return the lines of rows of one vintage, where two of them would be used: the same figure, or one of each."""
        pairs = {best.doubled for best in (self.value, self.growth) if best.doubled}
        if self.value.day is not None and self.value.day == self.growth.day and self.value.line != self.growth.line and not pairs:
            pairs.add((self.value.line, self.growth.line))
        return pairs

    def held(self) -> list[Best]:
        """Return the one or two rows that are held."""
        return [best for best in (self.value, self.growth) if best.day is not None]


class Known:
    """One target of the plan under a name that the ledger uses, and what is kept of its rows."""

    __slots__ = ("id", "kept", "plain", "plan_year")

    def __init__(self, name: str, thing: object, plan_year: int) -> None:
        self.id, self.plan_year = name, plan_year
        self.plain = isinstance(thing, Indicator) or (isinstance(thing, Target) and thing.kind in PLAIN)
        self.kept: dict[str, Kept] = {}

    def slot(self, when: Period, figure: str) -> Kept | None:
        """Return where a row of this period is kept, if it is; of the plan year's single days only the latest is of use."""
        key = when.text if when.day is None or when.year != self.plan_year else figure
        slot = self.kept.get(key)
        if slot is None or when.end > slot.end:
            slot = self.kept[key] = Kept(when)
        return slot if when.end == slot.end else None

    def settle(self, row: Callable[[int], Cells]) -> None:
        """Put the rows themselves in the place of their numbers in the batch."""
        for slot in self.kept.values():
            for best in (slot.value, slot.growth):
                if isinstance(best.row, int) and best.day is not None:
                    best.row = row(best.row)
