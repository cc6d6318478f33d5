"""Reads base values by region from a user's CSV, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache, partial
from operator import itemgetter
from typing import TypeVar

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.region import RegionGroup, RegionRow
from erqi_cli.domain.units import Unit
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.number_forms import narrow
from erqi_cli.parsing.quantity import NOTHING, loose_growth
from erqi_cli.parsing.scalar import parse_line
from erqi_cli.readers.base_values.cells import BaseCells
from erqi_cli.readers.base_values.messages import LEAVE_EMPTY, ONE_ROW, WRITE_REGION
from erqi_cli.readers.table.table import Table

Key = TypeVar("Key")
Remembered = TypeVar("Remembered")
REMEMBERED = 20_000
"""How many regions and groups are remembered; more than there are counties and targets."""
Region = tuple[str, str]
"""A region's name, and the form in which names are compared."""
FirstLines = dict[str, int]
"""The line on which each region comes first, of one indicator and year."""
KnownGroup = tuple[RegionGroup, FirstLines]


class RegionReader:
    """Reads and checks the rows of a table that has a column for the region.

    With `last_year`, that of --to, every row has to be of the plan's base year.
    """

    def __init__(
        self,
        table: Table,
        plan: Plan,
        last_year: int | None = None,
    ) -> None:
        self.table = table
        self.cells = BaseCells(table, plan)
        self.base_year = plan.base_year
        self.last_year = last_year
        in_percent = _is_in_percent(table)
        self._parse_growth = partial(parse_target_growth, in_percent=in_percent)
        self._region_at = self.cells.column["region"]
        self._group_cells = itemgetter(*self._group_columns())
        self._in_unit = lru_cache(REMEMBERED)(_in_unit)
        self._regions: dict[str, Region] = {}
        self._groups: dict[object, KnownGroup] = {}
        self._lines: dict[tuple[str, int], FirstLines] = {}

    def _group_columns(self) -> list[int]:
        """Return the columns whose cells tell which group a row belongs to."""
        column = self.cells.column
        columns = []
        for name in ("id", "name", "year", "target_growth"):
            if name in column:
                columns.append(column[name])
        return columns

    def rows(self) -> Iterator[RegionRow]:
        """Yield the sound rows; what is wrong with the others is added to the table's faults."""
        # A file may have a million rows, so attributes are looked up once.
        table = self.table
        cells = self.cells
        regions = self._regions
        groups = self._groups
        region_at = self._region_at
        group_cells = self._group_cells
        is_empty = True
        for row in table:
            is_empty = False
            region = regions.get(row[region_at]) or self._read_region(row)
            known = groups.get(group_cells(row)) or self._read_group(row)
            unit = known[0].unit if known else None
            amount = cells.amount(row, unit)
            if region is None or known is None:
                continue
            name, key = region
            group, lines = known
            first = lines.setdefault(key, table.line)
            if first != table.line:
                self._fault_twice(row, group.id, first)
            elif amount is not None:
                value, unit = amount
                if unit != group.unit:
                    group = self._in_unit(group, unit)
                yield name, group, value
        if is_empty:
            table.fault_if_empty()

    def _fault_twice(self, row: Sequence[str], name: str, first: int) -> None:
        """Add fault E505: an earlier row has the same region, indicator and year."""
        column = self.cells.name_column(row)
        fault = ValueFault("E505", ONE_ROW, id=name, first=first)
        self.cells.fault(column, fault)

    def _read_region(self, cells: Sequence[str]) -> Region | None:
        """Return a row's region and the form in which regions are compared; remember them."""
        region = self.cells.read("region", parse_region, cells)
        if region is None:
            return None
        _make_room(self._regions)
        written = cells[self._region_at]
        self._regions[written] = region
        return region

    def _read_group(self, cells: Sequence[str]) -> KnownGroup | None:
        """Return a row's group and the lines of its regions; remember them."""
        faults_before = len(self.table.faults)
        indicator = self.cells.indicator(cells)
        year = self._year(cells)
        growth = None
        if "target_growth" in self.cells.column:
            growth = self.cells.read("target_growth", self._parse_growth, cells)
        has_fault = len(self.table.faults) > faults_before
        if indicator is None or year is None or has_fault:
            return None
        group = RegionGroup(
            id=indicator.id,
            unit=indicator.unit,
            year=year,
            growth=growth,
        )
        key = (group.id, year)
        lines = self._lines.setdefault(key, {})
        known = (group, lines)
        _make_room(self._groups)
        written = self._group_cells(cells)
        self._groups[written] = known
        return known

    def _year(self, cells: Sequence[str]) -> int | None:
        """Return the year of a row's value: the plan's base year in a table without years."""
        if "year" not in self.cells.column:
            return self.base_year
        year = self.cells.year(cells)
        has_other_year = year is not None and year != self.base_year
        if has_other_year and self.last_year is not None:
            fault = ValueFault("E517", year=year, base=self.base_year)
            self.cells.fault("year", fault)
        return year


def parse_region(words: str) -> Region:
    """Return a region's name, and the form in which names are compared.

    Raises ValueFault E216, E309, E310, E311.
    """
    if not words.strip():
        raise ValueFault("E310", WRITE_REGION)
    name = parse_line(words)
    return name, fold(name)


def parse_target_growth(words: str, *, in_percent: bool) -> Decimal | None:
    """Return a region's own target growth in percent, None for an empty cell.

    With `in_percent` the heading has the percent sign, and a number needs none. Raises ValueFault
    E302, E303.
    """
    written = narrow(words)
    if not written:
        return None
    if written.lower() in NOTHING:
        raise ValueFault("E302", LEAVE_EMPTY, value=quote(words))
    return loose_growth(words, needs_sign=not in_percent)


def _in_unit(group: RegionGroup, unit: Unit | None) -> RegionGroup:
    """Return a group whose values are in a unit of their own, for the plan states none."""
    return replace(group, unit=unit)


def _is_in_percent(table: Table) -> bool:
    """Tell whether the heading of the target growth has a percent sign."""
    order = table.layout.order
    if "target_growth" not in order:
        return False
    at = order.index("target_growth")
    return "%" in narrow(table.headings[at])


def _make_room(remembered: dict[Key, Remembered]) -> None:
    """Empty what is remembered if it is large."""
    if len(remembered) >= REMEMBERED:
        remembered.clear()
