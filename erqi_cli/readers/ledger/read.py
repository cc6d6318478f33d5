"""Reads a ledger, a CSV with one observation a row: every row is checked, the used ones kept."""

from collections import defaultdict
from operator import itemgetter
from typing import NamedTuple

from erqi_cli.domain.observation import Observation, ObservationScope
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.errors import Failure, Problem, failure
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.parsing.ledger_row import CELLS, RowParser, base_value_fault, target_names
from erqi_cli.readers.table.formula_injection import as_written
from erqi_cli.readers.table.table import Layout, Table, read_csv

HEADINGS = {
    **dict.fromkeys(
        ("target", "id", "indicator", "name", "目标", "指标", "编号", "名称"), "target"
    ),
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


class Ledger(NamedTuple):
    """What a ledger holds within a scope.

    `rows` is how many rows it has, `elsewhere` how many of them are of other years, or later than
    was asked. `undated` is how many were left out because nobody can tell whether they were
    published by the day that was asked for. `sought` is the line of the vintage that was looked for.
    """

    observations: tuple[Observation, ...]
    layout: Layout
    rows: int
    elsewhere: int
    undated: int
    sought: int | None = None


def read_ledger(path: str, plan: Plan, scope: ObservationScope, *, every: bool = False) -> Ledger:
    """Return the latest vintage of each target and period within a scope, and any history asked for.

    Each row is checked, also those that are not used: raises Failure (E1xx, E2xx, E3xx, E4xx, E5xx)
    with every bad row, and for a ledger without rows. A vintage that is there twice is found where
    it would be used, and with `every` anywhere; then every vintage is held in memory.
    """

    def read(table: Table) -> Ledger:
        return _Reader(table, plan, scope, every=every).read()

    ledger = read_csv(path, HEADINGS, NEEDED, read)
    if not ledger.rows:
        raise failure("E507", file=path)
    return ledger


def layout_for(path: str, plan: Plan, observation: Observation) -> Layout:
    """Return how a ledger is written, if a row may be added to it.

    Raises Failure if a row of it is wrong, or E513 if it has that vintage.
    """
    scope = ObservationScope(plan.base_year, plan.plan_year)

    def read(table: Table) -> Ledger:
        return _Reader(table, plan, scope, sought=observation.vintage).read()

    ledger = read_csv(path, HEADINGS, NEEDED, read)
    if ledger.sought is not None:
        period = observation.period.key
        first = {"id": observation.target, "period": period, "first": ledger.sought}
        raise Failure([Problem("E513", first, path)])
    return ledger.layout


class _Latest:
    """The row of the latest vintage of one figure, and two rows of the same day of publication."""

    __slots__ = ("rank", "repeated", "row")

    def __init__(self) -> None:
        self.row: Observation | None = None
        self.rank = ""
        self.repeated: tuple[Observation, Observation] | None = None

    def offer(self, row: Observation, rank: str) -> None:
        """Take a row if its vintage ranks above the one that is held."""
        held = self.row
        pair = (held, row) if held and held.published == row.published else None
        if rank > self.rank:
            self.row, self.rank, self.repeated = row, rank, pair
        elif self.repeated is None:
            self.repeated = pair


class _Figures:
    """The latest value and the latest growth of one target and period."""

    __slots__ = ("growth", "value")

    def __init__(self) -> None:
        self.value, self.growth = _Latest(), _Latest()

    def offer(self, row: Observation) -> None:
        """Offer a row for each figure that it gives."""
        rank = row.rank
        if row.value is not None:
            self.value.offer(row, rank)
        if row.growth is not None:
            self.growth.offer(row, rank)

    def used(self) -> list[Observation]:
        """Return the rows that are used, one or two, in the order of their lines."""
        rows = {each.row.line: each.row for each in (self.value, self.growth) if each.row}
        return [rows[line] for line in sorted(rows, key=lambda line: line or 0)]

    def repeated(self) -> list[tuple[Observation, Observation]]:
        """Return pairs of rows of one vintage: for the same figure, or for one figure each."""
        pairs = [each.repeated for each in (self.value, self.growth) if each.repeated]
        used = self.used()
        if not pairs and len(used) > 1 and used[0].published == used[1].published:
            return [(used[0], used[1])]
        return list(dict.fromkeys(pairs))


class _Reader:
    """Reads the rows of one table."""

    def __init__(
        self,
        table: Table,
        plan: Plan,
        scope: ObservationScope,
        *,
        every: bool = False,
        sought: tuple[str, str, str] | None = None,
    ) -> None:
        self.table, self.plan, self.scope, self.sought = table, plan, scope, sought
        self.parser = RowParser(target_names(plan), as_written)
        columns = {name: at for at, name in enumerate(table.layout.order)}
        self.at = {name: columns.get(name) for name in CELLS}
        self.figures: defaultdict[tuple[str, str], _Figures] = defaultdict(_Figures)
        self.history: list[Observation] = []
        self.vintages: dict[tuple[str, str, str], int | None] | None = {} if every else None
        self.found: int | None = None
        self.rows = self.elsewhere = self.undated = 0

    def read(self) -> Ledger:
        """Read every row."""
        absent = len(self.table.layout.order)
        pick = itemgetter(*(absent if at is None else at for at in self.at.values()))
        for cells in self.table:
            cells.append("")
            observation, faults = self.parser.read(pick(cells), self.table.line)
            for cell in faults:
                self._fault(cell.column, cell.fault)
            if observation is None:
                continue
            if fault := base_value_fault(self.plan, observation):
                self._fault("value", fault)
                continue
            self.rows += 1
            self._sort(observation)
        used, layout = self._used(), self.table.layout
        return Ledger(used, layout, self.rows, self.elsewhere, self.undated, self.found)

    def _fault(self, column: str, fault: ValueFault) -> None:
        self.table.fault(fault.code, self.at[column], fault.remedy, **fault.values)

    def _sort(self, observation: Observation) -> None:
        """Keep a sound row where it is of use; a forecast is held against nothing."""
        scope = self.scope
        is_known = scope.knows(observation.published)
        if self.vintages is not None or self.sought is not None:
            self._compare(observation)
        if is_known and observation.target in scope.history:
            self.history.append(observation)
        if not is_known:
            self.undated += 0 if observation.published else 1
        elif not scope.covers(observation.period):
            self.elsewhere += 1
        elif observation.status is not ObservationStatus.FORECAST:
            self.figures[observation.target, observation.period.key].offer(observation)

    def _compare(self, observation: Observation) -> None:
        """Compare the vintage of a row with the earlier ones, and with the one that is sought."""
        if observation.vintage == self.sought:
            self.found = observation.line
        if self.vintages is not None:
            first = self.vintages.setdefault(observation.vintage, observation.line)
            if first != observation.line:
                self._repeated(first, observation)

    def _used(self) -> tuple[Observation, ...]:
        """Return the rows that are used; a vintage that is there twice among them is a fault."""
        found = {observation.line: observation for observation in self.history}
        for figures in self.figures.values():
            found.update((observation.line, observation) for observation in figures.used())
            for first, observation in figures.repeated() if self.vintages is None else ():
                self._repeated(first.line, observation)
        return tuple(found.values())

    def _repeated(self, first: int | None, observation: Observation) -> None:
        """Remember that a row repeats the vintage of an earlier one."""
        self.table.line = observation.line or 0
        at, period = self.at["target"], observation.period.key
        self.table.fault("E513", at, id=observation.target, period=period, first=first)
