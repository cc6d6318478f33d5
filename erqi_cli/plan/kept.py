"""What is kept of a ledger while it is read: of each target and period the rows of the latest vintage."""

from collections.abc import Callable

from erqi_cli.plan.model import Indicator, Target
from erqi_cli.plan.observed import Cells
from erqi_cli.plan.period import Period

PLAIN = ("level", "count", "context")
"""The kinds of target, besides an indicator, for which any plain number that is not negative is a sound value."""


class Best:
    """The row of the latest vintage so far, with its line; until a batch is settled its number in the batch stands for it."""

    __slots__ = ("doubled", "line", "rank", "row")

    def __init__(self) -> None:
        self.rank: str | None = None
        self.row: Cells | int = 0
        self.line = 0
        self.doubled: tuple[int, int] | None = None

    @property
    def day(self) -> str | None:
        """The day of publication of the row that is held, "" where it is not known."""
        return None if self.rank is None else self.rank[1:]

    def offer(self, rank: str, index: int, line: int) -> None:
        """Take the row if its vintage ranks above the one that is held; remember one of the same day."""
        twice = (line, self.line) if rank[1:] == self.day else None
        if self.rank is None or rank > self.rank:
            self.rank, self.row, self.line, self.doubled = rank, index, line, twice
        elif self.doubled is None:
            self.doubled = twice


class Kept:
    """Of one target and period the rows whose value and whose growth are of the latest vintage."""

    __slots__ = ("growth", "period", "value")

    def __init__(self, when: Period) -> None:
        self.period = when.key
        self.value, self.growth = Best(), Best()

    def doubled(self) -> set[tuple[int, int]]:
        """Return the lines of rows of one vintage, where two of them would be used: the same figure, or one of each."""
        pairs = {best.doubled for best in (self.value, self.growth) if best.doubled}
        if self.value.day is not None and self.value.day == self.growth.day and self.value.line != self.growth.line and not pairs:
            pairs.add((self.value.line, self.growth.line))
        return pairs

    def settle(self, row: Callable[[int], Cells]) -> None:
        """Put the rows themselves in the place of their numbers in the batch."""
        for best in self.held():
            if isinstance(best.row, int):
                best.row = row(best.row)

    def held(self) -> list[Best]:
        """Return the one or two rows that are held."""
        return [best for best in (self.value, self.growth) if best.rank is not None]


class Known:
    """One target of the plan under a name that the ledger uses, and what is kept of its rows."""

    __slots__ = ("id", "kept", "plain")

    def __init__(self, name: str, thing: object) -> None:
        self.id = name
        self.plain = isinstance(thing, Indicator) or (isinstance(thing, Target) and thing.kind in PLAIN)
        self.kept: dict[str, Kept] = {}

    def slot(self, when: Period) -> Kept:
        """Return where the rows of a period are kept."""
        slot = self.kept.get(when.key)
        if slot is None:
            slot = self.kept[when.key] = Kept(when)
        return slot
