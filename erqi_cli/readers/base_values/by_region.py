"""Reads base values by region from a user's CSV, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache, partial
from operator import itemgetter
from typing import TypeVar

from erqi_cli.domain.base_value import RegionGroup, RegionRow
from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.number_forms import NUMBER, narrow
from erqi_cli.parsing.quantity import NOTHING, loose_growth
from erqi_cli.parsing.scalar import parse_line
from erqi_cli.readers.base_values.cells import BaseCells
from erqi_cli.readers.table.table import Table

Key = TypeVar("Key")
Remembered = TypeVar("Remembered")
REMEMBERED = 20_000
"""How many regions and groups are remembered; more than there are counties and targets."""
ONE_ROW = Text("每个地区、每项指标、每年一行", "one row for each region, indicator and year")
LEAVE_EMPTY = Text(
    "没有目标就把这格留空，按计划的增速推算",
    "leave the cell empty where there is no target; the plan's rate then applies",
)


class RegionReader:
    """Reads and checks the rows of a table that has a column for the region.

    With `last_year`, that of --to, every row has to be of the plan's base year.
    """

    def __init__(self, table: Table, plan: Plan, last_year: int | None = None) -> None:
        self.table = table
        self.cells = BaseCells(table, plan)
        self.base_year = plan.base_year
        self.last_year = last_year
        self._parse_growth = partial(parse_target_growth, in_percent=_is_in_percent(table))
        self._region_at = self.cells.column["region"]
        words = {"id", "name", "year", "target_growth"}.intersection(self.cells.column)
        self._group_words = itemgetter(*[self.cells.column[name] for name in words])
        self._in_unit = lru_cache(REMEMBERED)(_in_unit)
        self._regions: dict[str, tuple[str, str]] = {}
        self._groups: dict[object, tuple[RegionGroup, dict[str, int]]] = {}
        self._lines: dict[tuple[str, int], dict[str, int]] = {}

    def rows(self) -> Iterator[RegionRow]:
        """Yield the sound rows; what is wrong with the others goes among the table's faults."""
        table, cells = self.table, self.cells
        regions, groups = self._regions, self._groups
        region_at, group_words = self._region_at, self._group_words
        is_empty = True
        for row in table:
            is_empty = False
            region = regions.get(row[region_at]) or self._read_region(row)
            known = groups.get(group_words(row)) or self._read_group(row)
            amount = cells.amount(row, known[0].unit if known else None)
            if region is None or known is None:
                continue
            name, key = region
            group, lines = known
            first = lines.setdefault(key, table.line)
            if first != table.line:
                self._fault_twice(row, group.id, first)
            elif amount is not None:
                value, unit = amount
                yield name, group if unit == group.unit else self._in_unit(group, unit), value
        if is_empty and not table.faults:
            table.line = 1
            table.fault("E507", None)

    def _fault_twice(self, row: Sequence[str], name: str, first: int) -> None:
        """Add fault E505: an earlier row has the same region, indicator and year."""
        column = self.cells.name_column(row)
        self.cells.fault(column, ValueFault("E505", ONE_ROW, id=name, first=first))

    def _read_region(self, cells: Sequence[str]) -> tuple[str, str] | None:
        """Return a row's region and the form in which regions are compared; remember them."""
        region = self.cells.read("region", parse_region, cells)
        if region is not None:
            _make_room(self._regions)
            self._regions[cells[self._region_at]] = region
        return region

    def _read_group(self, cells: Sequence[str]) -> tuple[RegionGroup, dict[str, int]] | None:
        """Return a row's group and the lines of its regions; remember them."""
        faults = len(self.table.faults)
        indicator = self.cells.indicator(cells)
        year = self._year(cells)
        growth = None
        if "target_growth" in self.cells.column:
            growth = self.cells.read("target_growth", self._parse_growth, cells)
        if indicator is None or year is None or len(self.table.faults) > faults:
            return None
        group = RegionGroup(indicator.id, indicator.unit, year, growth)
        known = group, self._lines.setdefault((group.id, year), {})
        _make_room(self._groups)
        self._groups[self._group_words(cells)] = known
        return known

    def _year(self, cells: Sequence[str]) -> int | None:
        """Return the year of a row's value: the plan's base year in a table without years."""
        if "year" not in self.cells.column:
            return self.base_year
        year = self.cells.year(cells)
        if self.last_year is not None and year is not None and year != self.base_year:
            self.cells.fault("year", ValueFault("E517", year=year, base=self.base_year))
        return year


def parse_region(words: str) -> tuple[str, str]:
    """Return a region's name, and the form in which names are compared.

    Raises ValueFault E216, E309, E310, E311.
    """
    if not words.strip():
        raise ValueFault("E310", Text("请填上地区", "write the region"))
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
    if in_percent and NUMBER.fullmatch(written):
        return loose_growth(f"{written}%")
    return loose_growth(words)


def _in_unit(group: RegionGroup, unit: str | None) -> RegionGroup:
    """Return a group whose values are in a unit of their own, for the plan states none."""
    return replace(group, unit=unit)


def _is_in_percent(table: Table) -> bool:
    """Tell whether the heading of the target growth has a percent sign."""
    columns = zip(table.headings, table.layout.order, strict=True)
    return any(column == "target_growth" and "%" in narrow(heading) for heading, column in columns)


def _make_room(remembered: dict[Key, Remembered]) -> None:
    """Empty what is remembered where it has grown large."""
    if len(remembered) >= REMEMBERED:
        remembered.clear()
