"""Reads base values from a user's CSV: id or name, value, and unit where it differs from the plan's."""

from decimal import Decimal

from erqi_cli.errors import Failure
from erqi_cli.language import Text
from erqi_cli.plan.base import Base
from erqi_cli.plan.csvfile import Table, read_csv
from erqi_cli.plan.encodings import Source
from erqi_cli.plan.find import Entry, Names, catalogue, fold
from erqi_cli.plan.model import Indicator, Plan
from erqi_cli.plan.period import loose_period
from erqi_cli.plan.quantity import parse_quantity, positive
from erqi_cli.plan.signs import LONGEST
from erqi_cli.plan.values import ValueFault, quote, unseen

HEADINGS = {
    **dict.fromkeys(("id", "编号"), "id"),
    **dict.fromkeys(("name", "indicator", "name_zh", "名称", "指标"), "name"),
    **dict.fromkeys(("value", "baseline", "baseline_value", "数值", "值", "基期值"), "value"),
    **dict.fromkeys(("unit", "units", "单位", "计量单位", "量纲"), "unit"),
    **dict.fromkeys(("year", "period", "base_year", "baseline_year", "年份", "年度", "年", "时期", "基期年"), "year"),
}
"""The headings that are understood, folded, each with its column."""
NEEDED = (("id", "name"), ("value",))

Found = dict[str, Base]


def read_base_values(path: str, plan: Plan, source: Source | None = None) -> tuple[Found, str]:
    """Return base values by indicator id, each in the plan's unit, and the encoding of the file.

    A row names its indicator by id, else by name; other columns are passed over. Every bad row is reported at once:
    raises Failure (E1xx, E2xx, E3xx, E5xx) and returns nothing in part.
    """
    names = Names(catalogue(plan, "indicator"), ("indicator",))
    return read_csv(path, HEADINGS, NEEDED, lambda table: (_read(table, names, plan), table.layout.encoding), source)


def _read(table: Table, names: Names, plan: Plan) -> Found:
    found, seen = Found(), dict[str, int]()
    index = {name: at for at, name in enumerate(table.layout.order)}
    for cells in table:
        row = {name: cells[at] for name, at in index.items()}
        entry, at = read_entry(table, row, index, names)
        value = read_value(table, row, index, entry)
        if "year" in row and not _is_of(plan.base_year, table, row["year"], index["year"]):
            continue
        if entry is not None and entry.id in seen:
            table.fault("E505", at, id=entry.id, first=seen[entry.id])
        elif entry is not None:
            seen[entry.id] = table.line
            if value is not None:
                found[entry.id] = Base(value[0], value[1], plan.base_year, source=table.file, origin="file")
    if not seen and not table.faults:
        table.line = 1
        table.fault("E507", None)
    return found


def _is_of(base_year: int, table: Table, words: str, at: int) -> bool:
    """Tell whether a row's value is of the base year; what is wrong with its year goes among the table's faults."""
    try:
        year = read_year(words)
    except ValueFault as fault:
        table.fault(fault.code, at, fault.remedy, **fault.values)
        return False
    if year != base_year:
        table.fault("E520", at, year=year, base=base_year)
    return year == base_year


def read_year(words: str) -> int:
    """Return the year of a base value; raises ValueFault E303, E307, E310, E516."""
    if not words.strip():
        raise ValueFault("E310", Text("请填上年份", "write the year"))
    when = loose_period(words)
    if not when.is_whole:
        raise ValueFault("E516", value=quote(words))
    return when.year


def read_entry(table: Table, row: dict[str, str], index: dict[str, int], names: Names) -> tuple[Entry | None, int]:
    """Return the indicator that a row names by its id, else by its name, and the cell that names it.

    It is None where there is none; what is wrong goes among the table's faults, also a name beside the id that is another's.
    """
    column = "id" if row.get("id", "").strip() or "name" not in index else "name"
    words, at = row[column], index[column]
    try:
        entry = names.pick(words)
    except Failure as fault:
        cause = fault.problems[0]
        if hidden := unseen(words[:LONGEST]):
            table.fault(hidden.code, at, None, **hidden.values)
        else:
            table.fault("E509", at, lambda: names.blank(words) or cause.hint, reason=cause.message)
        return None, at
    if column == "id" and (other := _another(names, entry, row.get("name", ""))):
        table.fault("E521", index["name"], id=entry.id, other=other)
    return entry, at


def _another(names: Names, entry: Entry, name: str) -> str | None:
    """Return the id of the other indicator whose full name stands beside an id, or None; other words beside it are nobody's."""
    found = {other.id for other in names.by_name.get(fold(name), ())}
    return None if not found or entry.id in found else min(found)


def read_value(
    table: Table, row: dict[str, str], index: dict[str, int], entry: Entry | None
) -> tuple[Decimal, str | None] | None:
    """Return a row's base value and its unit, or None, and what is wrong among the table's faults."""
    thing = entry.thing if entry else None
    unit = thing.unit if isinstance(thing, Indicator) else None
    stated = row.get("unit", "").strip()
    try:
        return positive(parse_quantity(row["value"], unit, stated))
    except ValueFault as fault:
        column = "unit" if stated and fault.code in ("E305", "E511") else "value"
        table.fault(fault.code, index[column], fault.remedy, **fault.values)
        return None
