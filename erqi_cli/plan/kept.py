"""What is kept of a ledger while it is read: of each target and period the rows of the latest vintage."""

from erqi_cli.plan.model import Indicator, Target
from erqi_cli.plan.observed import Cells
from erqi_cli.plan.period import Period

PLAIN = ("level", "count", "context")
"""The kinds of target, besides an indicator, for which any plain number that is not negative is a sound value."""
DAY = "day"


class Kept:
    """The rows of one target and period whose value and whose growth are of the latest vintage, with their lines."""

    __slots__ = ("best", "doubled", "end", "period")

    def __init__(self, when: Period) -> None:
        self.end, self.period = when.end, when.text
        self.best: dict[str, tuple[str, Cells, int]] = {}
        self.doubled: dict[str, tuple[int, int]] = {}

    def offer(self, kind: str, day: str, row: Cells, line: int) -> None:
        """Keep the row if its vintage is later than the one that is kept; remember one of the same vintage."""
        known = self.best.get(kind)
        if known is None or day > known[0]:
            self.best[kind] = day, row, line
            self.doubled.pop(kind, None)
        elif day == known[0] and known[2] != line:
            self.doubled.setdefault(kind, (line, known[2]))


class Known:
    """One target of the plan under a name that the ledger uses, and what is kept of its rows."""

    __slots__ = ("id", "kept", "plain")

    def __init__(self, name: str, thing: object) -> None:
        self.id = name
        self.plain = isinstance(thing, Indicator) or (isinstance(thing, Target) and thing.kind in PLAIN)
        self.kept: dict[str, Kept] = {}

    def keep(self, when: Period, day: str, row: Cells, line: int) -> None:
        """Offer a row to what is kept of its period; of single days only the latest is of use."""
        key = when.text if when.day is None else f"{when.year}{DAY}"
        slot = self.kept.get(key)
        if slot is None or when.end > slot.end:
            slot = self.kept[key] = Kept(when)
        elif when.end < slot.end:
            return
        if row[2]:
            slot.offer("value", day, row, line)
        if row[3]:
            slot.offer("growth", day, row, line)
