"""Which row of a ledger counts for each figure of a target and period: that of the last vintage."""

from collections.abc import Iterable

from erqi_cli.domain.observation import Observation
from erqi_cli.errors import Place
from erqi_cli.errors.notice import Notice

Pair = tuple[Observation, Observation]
"""The rows of one vintage, an earlier and a later one."""


class _LatestVintage:
    """The row of the latest vintage of one figure, and two rows of the same day of publication."""

    __slots__ = ("rank", "repeated", "row")

    def __init__(self) -> None:
        self.row: Observation | None = None
        self.rank = ""
        self.repeated: Pair | None = None

    def consider(self, row: Observation, rank: str) -> None:
        """Take a row if its vintage ranks above the one that is held.

        One without a day of publication counts as later than a row of the same rank.
        """
        held = self.row
        repeated = None
        if held is not None and held.published == row.published:
            repeated = (held, row)
        if rank > self.rank or (rank == self.rank and not row.published):
            self.row = row
            self.rank = rank
            self.repeated = repeated
        elif self.repeated is None:
            self.repeated = repeated


class PeriodRows:
    """The rows of one target and period that have the latest value and the latest growth."""

    __slots__ = ("day", "growth", "value")

    def __init__(self) -> None:
        self.day = ""
        self.value = _LatestVintage()
        self.growth = _LatestVintage()

    def consider(self, row: Observation) -> None:
        """Consider the next row of the file for each figure that it gives."""
        if row.published:
            self.day = max(self.day, row.published)
        elif self.day:
            row = row._replace(after=self.day)
        rank = row.rank
        if row.value is not None:
            self.value.consider(row, rank)
        if row.growth is not None:
            self.growth.consider(row, rank)

    def used(self) -> list[Observation]:
        """Return the rows that are used, one or two, in the order of their lines."""
        rows = []
        for row in (self.value.row, self.growth.row):
            if row is not None and row not in rows:
                rows.append(row)
        rows.sort(key=_line_of)
        return rows

    def held_beside(self, row: Observation) -> list[Observation]:
        """Return the rows that count for a figure that another row gives too."""
        held = []
        for figure, latest in ((row.value, self.value), (row.growth, self.growth)):
            if figure is not None and latest.row is not None:
                held.append(latest.row)
        return held

    def repeated(self) -> list[Pair]:
        """Return pairs of rows of one day: for the same figure, or for one figure each."""
        pairs = [pair for pair in self._pairs() if pair[1].published]
        if pairs:
            return pairs
        used = self.used()
        if len(used) < 2:
            return []
        first, second = used
        if not first.published or first.published != second.published:
            return []
        return [(first, second)]

    def undated(self) -> list[Pair]:
        """Return pairs of rows without a day, of which the later one counts."""
        pairs = []
        for first, row in self._pairs():
            if not row.published and first.certainty == row.certainty:
                pairs.append((first, row))
        return pairs

    def _pairs(self) -> list[Pair]:
        """Return the pairs of rows of the same figure and day."""
        pairs: list[Pair] = []
        for latest in (self.value, self.growth):
            pair = latest.repeated
            if pair is not None and pair not in pairs:
                pairs.append(pair)
        return pairs


def _line_of(row: Observation) -> int:
    return row.line or 0


def undated_notices(slots: Iterable[PeriodRows], file: str) -> list[Notice]:
    """Return a notice for each later row without a day that counts, in the order of the file."""
    notices = {}
    for slot in slots:
        for first, row in slot.undated():
            line = _line_of(row)
            notices[line] = _notice("N501", first, row, file)._replace(place=Place(line, 1))
    return [notices[line] for line in sorted(notices)]


def _notice(code: str, first: Observation, row: Observation, file: str) -> Notice:
    """Return a notice about a row and an earlier one of its target and period."""
    values: dict[str, object] = {
        "first": first.line,
        "line": row.line,
        "id": row.target,
        "period": row.period.key,
    }
    return Notice(code, values, file)


class RowsBeside:
    """The rows of a ledger that have the target and period of a row to be added.

    `same_day` is the line of one that has its day of publication too.
    """

    def __init__(self, added: Observation) -> None:
        self.added = added
        self.key = (added.target, added.period.key)
        self.rows = PeriodRows()
        self.same_day: int | None = None

    def consider(self, row: Observation) -> None:
        """Consider the next row of the file."""
        if (row.target, row.period.key) != self.key:
            return
        self.rows.consider(row)
        if row.published and row.published == self.added.published:
            self.same_day = row.line

    def notices(self, file: str) -> list[Notice]:
        """Return the notice that the added row corrects an earlier one, or does not count."""
        held = self.rows.held_beside(self.added)
        if not held:
            return []
        first = max(held, key=_line_of)
        self.rows.consider(self.added)
        counts = any(row.line is None for row in self.rows.used())
        if not counts:
            return [_notice("N503", first, self.added, file)]
        is_correction = not self.added.published and first.certainty == self.added.certainty
        return [_notice("N502", first, self.added, file)] if is_correction else []
