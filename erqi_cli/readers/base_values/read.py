"""Reads one set of base values from a user's CSV: one row for each indicator."""

from collections.abc import Callable

from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import BaseValueOrigin
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.readers.base_values.cells import Amount, BaseCells
from erqi_cli.readers.base_values.headings import HEADINGS, NEEDED
from erqi_cli.readers.table.table import Result, Table, read_csv

Bases = dict[str, BaseValue]
"""Base values by the id of their indicator."""


def read_base_values(path: str, plan: Plan) -> tuple[Bases, Table]:
    """Return the base values of a file, each in the plan's unit, and the table that held them.

    Raises Failure (E1xx, E2xx, E3xx, E4xx, E5xx) with every bad row, and returns nothing in part.
    """
    return _read(path, lambda table: read_one_set(table, plan))


def read_base_file(
    path: str,
    plan: Plan,
    by_region: Callable[[Table], None],
) -> tuple[Bases | None, Table]:
    """Return the base values of a file with one set, and its table.

    A table with a column for the region goes to `by_region`, and no base values are returned.
    `by_region` adds what is wrong to the table's faults; raises Failure with every one of them.
    """

    def read(table: Table) -> Bases | None:
        if "region" not in table.layout.order:
            return read_one_set(table, plan)
        by_region(table)
        return None

    return _read(path, read)


def _read(
    path: str,
    read: Callable[[Table], Result],
) -> tuple[Result, Table]:
    """Return what `read` makes of the table of a file, and the table."""

    def read_table(table: Table) -> tuple[Result, Table]:
        return read(table), table

    return read_csv(path, HEADINGS, NEEDED, read_table, guess=False)


def read_one_set(table: Table, plan: Plan) -> Bases:
    """Return the base values of a table; what is wrong is added to the table's faults."""
    cells = BaseCells(table, plan)
    bases: Bases = {}
    first_lines: dict[str, int] = {}
    for row in table:
        # Every cell is read even if another one is wrong, so that all faults are told at once.
        indicator = cells.indicator(row)
        unit = indicator.unit if indicator else None
        amount = cells.amount(row, unit)
        is_of_base_year = _is_of_base_year(row, cells, plan)
        if not is_of_base_year or indicator is None:
            continue
        first = first_lines.setdefault(indicator.id, table.line)
        if first != table.line:
            fault = ValueFault("E505", id=indicator.id, first=first)
            cells.fault(cells.name_column(row), fault)
        elif amount is not None:
            bases[indicator.id] = _base_value(amount, plan, table)
    if not first_lines:
        table.fault_if_empty()
    return bases


def _base_value(amount: Amount, plan: Plan, table: Table) -> BaseValue:
    value, unit = amount
    return BaseValue(
        value=value,
        unit=unit,
        year=plan.base_year,
        source=table.file,
        origin=BaseValueOrigin.FILE,
    )


def _is_of_base_year(row: list[str], cells: BaseCells, plan: Plan) -> bool:
    """Tell whether a row is of the base year; another year is a fault."""
    if "year" not in cells.column:
        return True
    year = cells.year(row)
    is_base_year = year == plan.base_year
    if year is not None and not is_base_year:
        fault = ValueFault("E520", year=year, base=plan.base_year)
        cells.fault("year", fault)
    return is_base_year
