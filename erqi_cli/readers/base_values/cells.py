"""Reads the cells of a row of base values: indicator, year, value and unit."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.errors import Failure, Problem
from erqi_cli.i18n.text import Text, join
from erqi_cli.parsing.date import loose_period
from erqi_cli.parsing.fault import ValueFault, brief, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import (
    MAX_MATCHES,
    NameIndex,
    blank_remedy,
    fold,
    name_with_id,
)
from erqi_cli.parsing.number_forms import LONGEST, NUMBER
from erqi_cli.parsing.quantity import parse_quantity, positive
from erqi_cli.parsing.scalar import ZERO
from erqi_cli.readers.base_values.messages import (
    NAMES_CONTAINING,
    REMOVE_ROW,
    SETS_NO_GROWTH,
    WRITE_YEAR,
)
from erqi_cli.readers.table.table import Table

Value = TypeVar("Value")
UNIT_FAULTS = ("E305", "E511")
"""The faults that are those of the unit, not of the number before it."""
Amount = tuple[Decimal, Unit | None]
"""A number and the unit that it is in."""


class BaseCells:
    """Reads the cells of a table's rows; what is wrong with one goes among the table's faults."""

    def __init__(self, table: Table, plan: Plan) -> None:
        self.table = table
        order = table.layout.order
        self.column = dict(zip(order, range(len(order)), strict=True))
        self.value_at = self.column["value"]
        self.unit_at = self.column.get("unit")
        self.names = NameIndex(plan, EntryType.INDICATOR)
        self.plan = plan

    def read(
        self,
        column: str,
        parse: Callable[[str], Value],
        cells: Sequence[str],
    ) -> Value | None:
        """Return the value of a cell, or None where it is wrong."""
        cell = cells[self.column[column]]
        try:
            return parse(cell)
        except ValueFault as fault:
            self.fault(column, fault)
            return None

    def fault(self, column: str, fault: ValueFault) -> None:
        """Add what is wrong with a cell of the row at hand to the table's faults."""
        self.table.fault(
            fault.code,
            self.column[column],
            fault.remedy,
            **fault.values,
        )

    def name_column(self, cells: Sequence[str]) -> str:
        """Return the column that names a row's indicator: `name` where the cell `id` is blank."""
        if "id" not in self.column:
            return "name"
        if "name" not in self.column:
            return "id"
        id_cell = cells[self.column["id"]]
        return "id" if id_cell.strip() else "name"

    def indicator(self, cells: Sequence[str]) -> Target | None:
        """Return the indicator that a row names by its id or full name, None where it is wrong."""
        column = self.name_column(cells)
        indicator = self.read(column, self._find_indicator, cells)
        has_name_too = column == "id" and "name" in self.column
        if indicator is not None and has_name_too:
            self._check_name(indicator, cells)
        return indicator

    def year(self, cells: Sequence[str]) -> int | None:
        """Return the year of a row's base value, None where it is wrong."""
        return self.read("year", _parse_year, cells)

    def amount(self, cells: Sequence[str], unit: Unit | None) -> Amount | None:
        """Return a row's base value in a unit (in its own for None), None where it is wrong."""
        words = cells[self.value_at]
        stated = ""
        if self.unit_at is not None:
            stated = cells[self.unit_at].strip()
        # Most values are bare numbers, for which this is faster than parse_quantity.
        if not stated and NUMBER.fullmatch(words):
            value = Decimal(words)
            if value > ZERO:
                return value, unit
        try:
            return positive(parse_quantity(words, unit, stated))
        except ValueFault as fault:
            is_of_unit = stated and fault.code in UNIT_FAULTS
            column = "unit" if is_of_unit else "value"
            self.fault(column, fault)
            return None

    def _find_indicator(self, words: str) -> Target:
        """Return the indicator of an id or a full name; raises ValueFault E216, E309, E509."""
        try:
            indicator = self.names.find_target(words)
        except Failure as failure:
            problem = failure.problems[0]
            raise self._name_fault(words, problem) from None
        if indicator.growth is None:
            reason = SETS_NO_GROWTH.fill(name=indicator.name)
            raise ValueFault("E509", REMOVE_ROW, reason=reason)
        return indicator

    def _name_fault(self, words: str, problem: Problem) -> ValueFault:
        """Return what is wrong with words that name no indicator."""
        hidden = invisible_character(words[:LONGEST])
        if hidden:
            return hidden
        remedy = blank_remedy(words) or self._candidates(words)
        if remedy is None:
            return ValueFault("E509", problem.remedy, reason=problem.message)
        return ValueFault("E509", remedy, reason=problem.message)

    def _candidates(self, words: str) -> Text | None:
        """Return which indicators have some words in their names, None if none has."""
        candidates = []
        entries = self.names.containing(words)
        for entry in entries[:MAX_MATCHES]:
            indicator = self.plan.target(entry.id)
            candidate = name_with_id(indicator.name, indicator.id)
            candidates.append(candidate)
        if not candidates:
            return None
        part = brief(words.strip())
        return NAMES_CONTAINING.fill(part=part, candidates=join(candidates))

    def _check_name(self, indicator: Target, cells: Sequence[str]) -> None:
        """Add fault E521 if the name beside an id is that of another indicator."""
        name_cell = cells[self.column["name"]]
        name = fold(name_cell)
        entries = self.names.by_name.get(name, [])
        named = [entry.id for entry in entries]
        if named and indicator.id not in named:
            fault = ValueFault("E521", id=indicator.id, other=min(named))
            self.fault("name", fault)


def _parse_year(words: str) -> int:
    """Return the year of a base value; raises ValueFault E303, E307, E310, E516."""
    if not words.strip():
        raise ValueFault("E310", WRITE_YEAR)
    period = loose_period(words)
    if not period.is_whole:
        raise ValueFault("E516", value=quote(words))
    return period.year
