"""Reads a ledger, a CSV with one observation a row: every row is checked, the used ones kept."""

from collections import defaultdict
from collections.abc import Callable
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from erqi_cli.domain.observation import Observation, ObservationScope, with_days_above
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.errors import Failure, Problem, failure
from erqi_cli.errors.notice import Notice
from erqi_cli.i18n.text import join, same
from erqi_cli.parsing.fault import ValueFault, brief
from erqi_cli.parsing.ledger_row import (
    CELLS,
    RowParser,
    base_value_fault,
    target_names,
)
from erqi_cli.readers.ledger.vintages import PeriodRows, RowsBeside, undated_notices
from erqi_cli.readers.table.formula_injection import as_written
from erqi_cli.readers.table.table import Layout, Table, read_csv

COLUMN_HEADINGS = {
    "target": (
        "target",
        "id",
        "indicator",
        "name",
        "目标",
        "指标",
        "编号",
        "名称",
        "指标名称",
        "目标名称",
    ),
    "period": ("period", "时期", "期间", "时间"),
    "value": ("value", "数值", "值", "完成值", "累计完成", "累计值", "累计", "本月累计"),
    "growth": ("growth", "增速", "同比增长", "同比增速", "增长", "同比", "累计同比"),
    "status": ("status", "状态", "数据状态"),
    "published": ("published", "公布日期", "发布日期", "公布时间", "发布时间"),
    "source": ("source", "来源", "出处", "数据来源"),
    "note": ("note", "备注", "说明"),
    "unit": ("unit", "units", "单位", "计量单位", "量纲"),
}
HEADINGS = {heading: column for column, headings in COLUMN_HEADINGS.items() for heading in headings}
"""The headings that are understood, folded, each with its column."""
NEEDED = (("target",), ("period",), ("value", "growth"))
Slots = defaultdict[tuple[str, str], PeriodRows]
"""The rows that count, by target and period."""
Vintage = tuple[str, str, str]
"""Target, period and day of publication, which may be there only once."""


class Ledger(NamedTuple):
    """What a ledger contains within a scope.

    `rows` is how many rows it has, `elsewhere` how many of them are of other years, or later than
    was asked. `undated` is how many were left out because nobody can tell whether they were
    published by the day that was asked for. `notices` say which of two rows counts.
    """

    observations: tuple[Observation, ...]
    layout: Layout
    rows: int
    elsewhere: int
    undated: int
    notices: tuple[Notice, ...] = ()


def read_ledger(path: str, plan: Plan, scope: ObservationScope, *, every: bool = False) -> Ledger:
    """Return the latest vintage of each target and period in a scope, and any history asked for.

    Each row is checked, also those that are not used: raises Failure (E1xx, E2xx, E3xx, E4xx, E5xx)
    with every bad row, and for a ledger without rows. A vintage that is there twice is found where
    it would be used, and with `every` anywhere; then every vintage is held in memory. Two rows
    without a day of publication are a notice.
    """

    def read(table: Table) -> Ledger:
        return _Reader(table, plan, scope, every=every).read()

    ledger = read_csv(path, HEADINGS, NEEDED, read, guess=False)
    if not ledger.rows:
        raise failure("E507", file=path)
    return ledger


def ledger_for(path: str, plan: Plan, observation: Observation) -> Ledger:
    """Return a ledger to which a row may be added; its notices say how the new row counts.

    Raises Failure if a row of it is wrong, or E513 if it has that day of publication.
    """
    scope = ObservationScope(plan.base_year, plan.plan_year)
    beside = RowsBeside(observation)

    def read(table: Table) -> Ledger:
        return _Reader(table, plan, scope, beside=beside).read()

    ledger = read_csv(path, HEADINGS, NEEDED, read, guess=False)
    if beside.same_day is not None:
        values = {
            "id": observation.target,
            "period": observation.period.key,
            "first": beside.same_day,
        }
        raise Failure([Problem("E513", values, path)])
    return ledger._replace(notices=tuple(beside.notices(path)))


def _positions(layout: Layout) -> dict[str, int | None]:
    """Return the position of each column in a table, None of one that it does not have."""
    positions: dict[str, int | None] = dict.fromkeys(CELLS)
    for position, column in enumerate(layout.order):
        if column in positions:
            positions[column] = position
    return positions


def _columns_passed_over(table: Table) -> tuple[Notice, ...]:
    """Return the notice that names the columns that are not read."""
    names = []
    for heading, column in zip(table.headings, table.layout.order, strict=True):
        if heading.strip() and column.startswith("#"):
            names.append(same(brief(heading.strip())))
    if not names:
        return ()
    return (Notice("N505", {"columns": join(names)}),)


class _Reader:
    """Reads the rows of one table."""

    def __init__(
        self,
        table: Table,
        plan: Plan,
        scope: ObservationScope,
        *,
        every: bool = False,
        beside: RowsBeside | None = None,
    ) -> None:
        self.table = table
        self.plan = plan
        self.scope = scope
        self.beside = beside
        self.parser = RowParser(target_names(plan), as_written)
        self.positions = _positions(table.layout)
        self.slots: Slots = defaultdict(PeriodRows)
        self.unused: Slots = defaultdict(PeriodRows)
        self.history: list[Observation] = []
        self.vintages: dict[Vintage, int | None] | None = None
        if every:
            self.vintages = {}
        self.rows = 0
        self.elsewhere = 0
        self.undated = 0

    def read(self) -> Ledger:
        """Read every row."""
        pick = self._picker()
        for cells in self.table:
            cells.append("")
            observation, faults = self.parser.read(pick(cells), self.table.line)
            for cell in faults:
                self._fault(cell.column, cell.fault)
            if observation is None:
                continue
            fault = base_value_fault(self.plan, observation)
            if fault is not None:
                self._fault("value", fault)
                continue
            self.rows += 1
            self._sort(observation)
        return Ledger(
            observations=self._used(),
            layout=self.table.layout,
            rows=self.rows,
            elsewhere=self.elsewhere,
            undated=self.undated,
            notices=(*_columns_passed_over(self.table), *self._notices()),
        )

    def _picker(self) -> Callable[[list[str]], tuple[str, ...]]:
        """Return what takes the cells of all columns from a row with an empty cell at its end.

        A column that the ledger does not have takes the empty cell.
        """
        absent = len(self.table.layout.order)
        indexes = []
        for index in self.positions.values():
            indexes.append(absent if index is None else index)
        return itemgetter(*indexes)

    def _fault(self, column: str, fault: ValueFault) -> None:
        self.table.fault(
            fault.code,
            self.positions[column],
            fault.remedy,
            **fault.values,
        )

    def _sort(self, observation: Observation) -> None:
        """Keep a sound row where it is of use; forecasts are not compared with the plan."""
        scope = self.scope
        target = observation.target
        period = observation.period
        if self.vintages is not None and observation.published:
            self._compare(observation, self.vintages)
        if self.beside is not None:
            self.beside.consider(observation)
        if not scope.knows(observation.published):
            if not observation.published:
                self.undated += 1
            return
        if target in scope.history:
            self.history.append(observation)
        is_used = scope.uses(target, period)
        if not is_used:
            self.elsewhere += 1
        if is_used and observation.status is not ObservationStatus.FORECAST:
            self.slots[target, period.key].consider(observation)
        elif self.vintages is not None:
            self.unused[target, period.key].consider(observation)

    def _compare(self, observation: Observation, vintages: dict[Vintage, int | None]) -> None:
        """Compare the vintage of a row with those above it."""
        first = vintages.setdefault(observation.vintage, observation.line)
        if first != observation.line:
            self._repeated(first, observation)

    def _notices(self) -> tuple[Notice, ...]:
        """Return a notice for each row that counts in place of another one, both without a day."""
        slots = chain(self.slots.values(), self.unused.values())
        return tuple(undated_notices(slots, self.table.file))

    def _used(self) -> tuple[Observation, ...]:
        """Return the rows that are used; a vintage that is there twice among them is a fault."""
        used = {row.line: row for row in with_days_above(self.history)}
        for slot in self.slots.values():
            for row in slot.used():
                used[row.line] = row
            if self.vintages is None:
                for first, row in slot.repeated():
                    self._repeated(first.line, row)
        return tuple(used.values())

    def _repeated(self, first: int | None, observation: Observation) -> None:
        """Add the fault that a row repeats the vintage of an earlier one."""
        self.table.line = observation.line or 0
        self.table.fault(
            "E513",
            self.positions["target"],
            id=observation.target,
            period=observation.period.key,
            first=first,
        )
