"""Reads base values from a user's CSV: id or name, value, and unit where it differs from the plan's."""

from decimal import Decimal

from erqi_cli.errors import Failure, Problem
from erqi_cli.plan.base import Base
from erqi_cli.plan.csvfile import Row, Table, read_table, rows
from erqi_cli.plan.find import Entry, Names, catalogue
from erqi_cli.plan.model import Indicator, Plan
from erqi_cli.plan.quantity import parse_quantity, positive
from erqi_cli.plan.values import ValueFault

HEADINGS = {
    **dict.fromkeys(("id", "编号"), "id"),
    **dict.fromkeys(("name", "indicator", "name_zh", "名称", "指标"), "name"),
    **dict.fromkeys(("value", "baseline", "baseline_value", "数值", "值", "基期值"), "value"),
    **dict.fromkeys(("unit", "单位"), "unit"),
}
"""The headings that are understood, folded, each with its column."""


def read_base_values(path: str, plan: Plan) -> tuple[dict[str, Base], str]:
    """Return base values by indicator id, each in the plan's unit, and the encoding of the file.

    A row names its indicator by id, else by name; other columns are passed over. Every bad row is reported at once:
    raises Failure (E1xx, E2xx, E3xx, E5xx) and returns nothing in part.
    """
    table, problems = read_table(path), list[Problem]()
    names, found, seen = Names(catalogue(plan, "indicator"), ("indicator",)), dict[str, Base](), dict[str, int]()
    for row in rows(table, HEADINGS, (("id", "name"), ("value",)), problems):
        column = "id" if row.cells.get("id", "").strip() else "name"
        entry = _entry(table, row, column, names, problems)
        value = _value(table, row, entry, problems)
        if entry is not None and entry.id in seen:
            problems.append(table.problem("E505", row, column, id=entry.id, first=seen[entry.id]))
        elif entry is not None:
            seen[entry.id] = row.line
            if value is not None:
                found[entry.id] = Base(value[0], value[1], plan.base_year, source=path, origin="file")
    if not seen and not problems:
        problems.append(table.fault("E507", 1))
    if problems:
        raise Failure(sorted(problems, key=lambda problem: problem.place or ()))
    return found, table.encoding


def _entry(table: Table, row: Row, column: str, names: Names, problems: list[Problem]) -> Entry | None:
    try:
        return names.pick(row.cells.get(column, ""))
    except Failure as fault:
        cause = fault.problems[0]
        problems.append(table.problem("E509", row, column, lambda: cause.hint, reason=cause.message))
        return None


def _value(table: Table, row: Row, entry: Entry | None, problems: list[Problem]) -> tuple[Decimal, str | None] | None:
    thing = entry.thing if entry else None
    unit = thing.unit if isinstance(thing, Indicator) else None
    written, stated = row.cells["value"], row.cells.get("unit", "").strip()
    try:
        return positive(parse_quantity(written, unit, stated))
    except ValueFault as fault:
        column = "unit" if stated and fault.code in ("E305", "E511") else "value"
        problems.append(table.problem(fault.code, row, column, fault.remedy, **fault.values))
        return None
