"""Reads a ledger, a CSV with one observation a row: each row checked, in one pass, and only what is of use kept."""

import re
from collections.abc import Sequence
from operator import lt
from typing import NamedTuple

from erqi_cli.errors import Failure, Problem, failure
from erqi_cli.plan.columns import learn
from erqi_cli.plan.csvfile import Layout, Table, read_csv
from erqi_cli.plan.formulas import as_written
from erqi_cli.plan.kept import Kept, Known
from erqi_cli.plan.model import Plan
from erqi_cli.plan.observed import CELLS, FORECAST, STATUS_WORDS, Cells, Scope, Seen, rank_of, read_cells, recordable, unfit_base
from erqi_cli.plan.period import Period, loose_date, loose_period
from erqi_cli.plan.signs import NUMBER

HEADINGS = {
    **dict.fromkeys(("target", "id", "indicator", "name", "目标", "指标", "编号", "名称"), "target"),
    **dict.fromkeys(("period", "时期", "期间", "时间"), "period"),
    **dict.fromkeys(("value", "数值", "值", "完成值", "累计完成", "累计值"), "value"),
    **dict.fromkeys(("growth", "增速", "同比增长", "同比增速", "增长"), "growth"),
    **dict.fromkeys(("status", "状态", "数据状态"), "status"),
    **dict.fromkeys(("published", "公布日期", "发布日期"), "published"),
    **dict.fromkeys(("source", "来源", "出处"), "source"),
    **dict.fromkeys(("note", "备注", "说明"), "note"),
    **dict.fromkeys(("unit", "units", "单位", "计量单位", "量纲"), "unit"),
}
"""The headings that are understood, folded, each with its column."""
NEEDED = (("target",), ("period",), ("value", "growth"))
QUICK_VALUES = re.compile(rf"(?:(?:{NUMBER.pattern})?\n)*+", re.ASCII)
QUICK_RATES = re.compile(r"(?:(?:-?(?:0|[1-9][0-9]?)(?:\.[0-9]{1,12})?%)?\n)*+", re.ASCII)
"""Whole columns of plain numbers, and of rates within the limits of growth whatever their digits."""
TEXTS = ("source", "note")
BLANK = ("",)
SHORT = 200


class Ledger(NamedTuple):
    """What a ledger holds within a scope.

    Of its `rows` so many are of other years or later than was asked (`elsewhere`), and so many are `undated` and left out,
    because nobody can tell whether they were published by the day that was asked for. `sought` is the line of the
    vintage that was looked for.
    """

    seen: tuple[Seen, ...]
    layout: Layout
    rows: int
    elsewhere: int
    undated: int
    sought: int | None = None


def read_ledger(path: str, plan: Plan, scope: Scope, *, every: bool = False) -> Ledger:
    """Return what a ledger holds within a scope: of each target and period the latest vintage, and any history asked for.

    Each row is checked, also those that are of no further use: raises Failure (E1xx, E2xx, E3xx, E4xx, E5xx) with every
    bad row, and for a ledger without rows. One vintage that stands twice is found where it would be used, and with
    `every` anywhere, for which every vintage is held in memory.
    """
    ledger = read_csv(path, HEADINGS, NEEDED, lambda table: _Reader(table, plan, scope, every=every).read())
    if not ledger.rows:
        raise failure("E507", file=path)
    return ledger


def layout_for(path: str, plan: Plan, seen: Seen) -> Layout:
    """Return how a ledger is written, if a row may be added to it; raises Failure where it holds that vintage, or is unsound."""
    scope = Scope(plan.base_year, plan.plan_year)
    ledger = read_csv(path, HEADINGS, NEEDED, lambda table: _Reader(table, plan, scope, sought=seen.vintage).read())
    if ledger.sought is not None:
        values: dict[str, object] = {"id": seen.target, "period": seen.period.key, "first": ledger.sought}
        raise Failure([Problem("E513", values, path)])
    return ledger.layout


class _Reader:
    """Reads the rows of one table.

    Each column of a batch is first held against a quick test that sound cells of the usual form pass; a row that fails
    one, and whatever is of use in the end, is read by the full grammar of `observed`.
    """

    def __init__(
        self, table: Table, plan: Plan, scope: Scope, *, every: bool = False, sought: tuple[str, str, str] | None = None
    ) -> None:
        self.table, self.scope, self.sought = table, scope, sought
        self.found: int | None = None
        self.names = recordable(plan)
        self.known = {entry.id: Known(entry.id, entry.thing) for entry in self.names.entries}
        self.targets = dict(self.known)
        self.special = {name for name, target in self.known.items() if not target.plain}
        self.periods: dict[str, Period] = {}
        self.statuses = dict(STATUS_WORDS)
        self.days: dict[str, str] = {}
        self.history: list[Seen] = []
        self.vintages: dict[tuple[str, str, str], int] | None = {} if every else None
        self.rows = self.elsewhere = self.undated = 0
        columns = {name: at for at, name in enumerate(table.layout.order)}
        self.at = [columns.get(name, -1) for name in CELLS]

    def read(self) -> Ledger:
        """Read every row."""
        for columns, lines in self.table.columns():
            self.take([*columns, ("",) * len(lines)], lines)
        return Ledger(self.kept(), self.table.layout, self.rows, self.elsewhere, self.undated, self.found)

    def take(self, columns: Sequence[Sequence[str]], lines: Sequence[int]) -> None:
        """Check the rows of a batch, whose last column is blank, and keep those that are of use."""
        cells = [columns[at] for at in self.at]
        bad = set()
        for index in sorted(self.odd(cells)):
            self.table.line = lines[index]
            if self.full(self.row(cells, index)) is None:
                bad.add(index)
        self.rows += len(lines) - len(bad)
        wanted = {words for words in set(cells[1]) if self.wants(words)}
        if not (wanted or self.vintages is not None or self.sought or self.scope.history or self.scope.published_by):
            self.elsewhere += len(lines) - len(bad)
            return
        self.sort(cells, lines, bad, wanted)

    def odd(self, cells: list[Sequence[str]]) -> set[int]:
        """Return the rows of which a cell fails its quick test."""
        targets, periods, values, growths, status, published, sources, notes, units = cells
        found: set[int] = set()
        learn(periods, self.periods, loose_period)
        learn(published, self.days, loose_date)
        self.days[""] = ""
        words = (
            (targets, self.targets),
            (periods, self.periods),
            (published, self.days),
            (status, self.statuses),
            (units, BLANK),
        )
        for column, known in words:
            if unknown := set(column).difference(known):
                found.update(index for index, cell in enumerate(column) if cell in unknown)
        found |= _odd(values, QUICK_VALUES) | _odd(growths, QUICK_RATES)
        if special := self.special.intersection(targets):
            found.update(index for index, cell in enumerate(targets) if cell in special and values[index])
        if "" in values:
            found.update(index for index, cell in enumerate(values) if not cell and not growths[index])
        if nothing := {cell for cell in set(values) if cell[:1] == "0" and not cell.strip("0.")}:
            found.update(index for index, cell in enumerate(values) if cell in nothing)
        if "-" in "".join(values):
            found.update(index for index, cell in enumerate(values) if cell.startswith("-"))
        found |= self.early(published, periods)
        for column in (sources, notes):
            for cell in set(column):
                if len(cell) > SHORT or not cell.isprintable():
                    found.update(index for index, other in enumerate(column) if other == cell)
        return found

    def early(self, published: Sequence[str], periods: Sequence[str]) -> set[int]:
        """Return the rows that were published before their period had begun, estimates and forecasts among them."""
        days, whens = set(published), set(periods)
        if days == {""}:
            return set()
        if any(self.days.get(day) != day for day in days):
            published = [self.days.get(day, "") for day in published]
        if any(when not in self.periods or self.periods[when].text != when for when in whens):
            periods = [self.periods[when].text if when in self.periods else "" for when in periods]
        if not any(map(lt, published, periods)):
            return set()
        return {index for index, (day, when) in enumerate(zip(published, periods, strict=True)) if "" < day < when}

    @staticmethod
    def row(cells: list[Sequence[str]], index: int) -> Cells:
        """Return one row of the columns."""
        return tuple(column[index] for column in cells)  # type: ignore[return-value]

    def wants(self, words: str) -> bool:
        """Tell whether a period is within the scope."""
        return words in self.periods and self.scope.covers(self.periods[words])

    def sort(self, cells: list[Sequence[str]], lines: Sequence[int], bad: set[int], wanted: set[str]) -> None:
        """Keep the sound rows that are of use; a forecast is held against nothing."""
        known = {words for words in set(cells[5]) if words in self.days and self.scope.knows(self.days[words])}
        forecasts = {words for words in set(cells[4]) if self.statuses.get(words) == FORECAST}
        touched = set[Kept]()
        keys = zip(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], strict=True)
        for index, (name, words, value, growth, status, published) in enumerate(keys):
            if index in bad:
                continue
            if published not in known:
                self.undated += not self.days[published]
            elif words not in wanted:
                self.elsewhere += 1
            else:
                if status in forecasts:
                    continue
                touched.add(slot := self.targets[name].slot(self.periods[words]))
                rank = rank_of(self.statuses[status], self.days[published])
                if value and not value.isspace():
                    slot.value.offer(rank, index, lines[index])
                if growth and not growth.isspace():
                    slot.growth.offer(rank, index, lines[index])
        for slot in touched:
            slot.settle(lambda index: self.row(cells, index))
        if self.vintages is not None or self.sought is not None or self.scope.history:
            self.remember(cells, lines, bad, known)

    def remember(self, cells: list[Sequence[str]], lines: Sequence[int], bad: set[int], known: set[str]) -> None:
        """Add sound rows to the history that is asked for, and hold every vintage against the earlier ones."""
        for index, (name, words, published) in enumerate(zip(cells[0], cells[1], cells[5], strict=True)):
            if index in bad:
                continue
            target = self.targets[name]
            if self.vintages is not None:
                self.once(target.id, words, self.days[published], lines[index])
            if self.sought and (target.id, self.periods[words].key, self.days[published]) == self.sought:
                self.found = lines[index]
            if target.id in self.scope.history and published in known:
                seen = self.full(self.row(cells, index), lines[index])
                self.history += [seen] if seen else []

    def once(self, name: str, words: str, day: str, line: int) -> None:
        """Check that no earlier row is of the same vintage."""
        assert self.vintages is not None
        period = self.periods[words].key
        first = self.vintages.setdefault((name, period, day), line)
        if first != line:
            self.doubled(name, period, line, first)

    def full(self, row: Cells, line: int | None = None) -> Seen | None:
        """Return a row read by the full grammar, its words remembered; or None, and what is wrong among the faults."""
        texts = (as_written(row[at]) if name in TEXTS else row[at] for at, name in enumerate(CELLS))
        seen, faults = read_cells(tuple(texts), self.names, line or self.table.line)  # type: ignore[arg-type]
        for cell in faults:
            at = self.at[CELLS.index(cell.column)]
            self.table.fault(cell.fault.code, at if at >= 0 else None, cell.fault.remedy, **cell.fault.values)
        if seen is not None and (fault := unfit_base(self.names, seen, self.scope.base_year)):
            self.table.fault(fault.code, self.at[CELLS.index("value")], fault.remedy, **fault.values)
            return None
        if seen is not None:
            self.targets[row[0]] = self.known[seen.target]
            if seen.target in self.special:
                self.special.add(row[0])
            self.periods[row[1]] = seen.period
            self.statuses[row[4]] = seen.status
            self.days[row[5]] = seen.published
        return seen

    def kept(self) -> tuple[Seen, ...]:
        """Return the rows that are of use; a vintage that stands twice among them is a fault."""
        found = {seen.line: seen for seen in self.history}
        for target in self.known.values():
            for slot in target.kept.values():
                for line, first in slot.doubled() if self.vintages is None else ():
                    self.doubled(target.id, slot.period, line, first)
                for best in slot.held():
                    assert not isinstance(best.row, int)
                    if seen := found.get(best.line) or self.full(best.row, best.line):
                        found[best.line] = seen
        return tuple(found.values())

    def doubled(self, name: str, period: str, line: int, first: int) -> None:
        """Remember that a row repeats the vintage of an earlier one."""
        self.table.line = max(line, first)
        self.table.fault("E513", self.at[0], id=name, period=period, first=min(line, first))


def _odd(column: Sequence[str], quick: re.Pattern[str]) -> set[int]:
    """Return which cells of a column are not of the usual form."""
    joined = "\n".join(column) + "\n"
    if quick.fullmatch(joined) and joined.count("\n") == len(column):
        return set()
    return {index for index, cell in enumerate(column) if "\n" in cell or not quick.fullmatch(cell + "\n")}
