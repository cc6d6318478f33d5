"""Reads the cells of a row, or the words of a command, as one observation."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from erqi_cli.domain.field_types import StatusCode
from erqi_cli.domain.observation import CELLS, MEASURED, Cells, Seen, unfit_base
from erqi_cli.domain.plan import Plan
from erqi_cli.errors import Failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.date import loose_date, loose_period
from erqi_cli.parsing.fault import ValueFault, as_failure, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import SHOWN, Entry, Names, find, fold, words_of
from erqi_cli.parsing.number_forms import LONGEST
from erqi_cli.parsing.observed_value import read_value
from erqi_cli.parsing.quantity import loose_growth
from erqi_cli.parsing.scalar import NAME_LIMIT, is_early, parse_line, parse_note
from erqi_cli.parsing.suggest import write_it

STATUS_WORDS: dict[str, StatusCode] = {
    "": "P",
    "A": "A",
    "P": "P",
    "E": "E",
    "F": "F",
    "B": "B",
    "终值": "A",
    "最终": "A",
    "初步": "P",
    "估计": "E",
    "预测": "F",
    "断点": "B",
}
"""What stands for an observation's status; a blank is a preliminary figure."""
LONGER_WORDS: dict[str, StatusCode] = {
    "最终数": "A",
    "初步数": "P",
    "估计数": "E",
    "预计": "E",
    "预计数": "E",
    "预测数": "F",
    "FINAL": "A",
    "PRELIMINARY": "P",
    "ESTIMATE": "E",
    "FORECAST": "F",
}
"""The same as our own tables and people write it, folded; a message does not list them."""
NO_ROW = Text(
    "合计、说明和重复的表头请删去；若是一行数据，请写明目标和时期",
    "leave out totals, notes and second headings; an observation names its target and period",
)
REMEMBERED = 20_000
"""How many texts of each column are remembered with what they mean."""
OF_UNIT = ("E305", "E511", "E522")
"""What is wrong with the unit of a value, and not with its number."""


class CellFault(NamedTuple):
    """A cell that is wrong: its column, and why."""

    column: str
    fault: ValueFault


class RowParser:
    """Reads the cells of rows as observations; a text that is repeated in a column is parsed once.

    `undo` gives a source or a note back as it was before a table made it safe for spreadsheets.
    """

    def __init__(self, names: Names, undo: Callable[[str], str] = str) -> None:
        self._names, self._undo = names, undo
        remembered = lru_cache(REMEMBERED)
        self._targets = remembered(partial(_named, names))
        self._periods = remembered(loose_period)
        self._values = remembered(self._value)
        self._growths = remembered(_growth)
        self._statuses = remembered(_status)
        self._days = remembered(_day)
        self._sources = remembered(self._source)
        self._notes = remembered(self._note)

    def read(self, cells: Cells, line: int | None = None) -> tuple[Seen | None, list[CellFault]]:
        """Return the observation of a row, or None and everything that is wrong with its cells."""
        target, when, value, growth, status, published, source, note, unit = cells
        try:
            seen = Seen(
                self._targets(target).id,
                self._periods(when),
                self._values(target, value, unit),
                self._growths(growth),
                self._statuses(status),
                self._days(published),
                self._sources(source),
                self._notes(note),
                None,
                line,
            )
        except ValueFault:
            return None, self._faults(cells)
        is_blank = seen.value is None and seen.growth is None
        if is_blank or is_early(seen.published, seen.period.text, seen.status):
            return None, self._faults(cells)
        return seen, []

    def _faults(self, cells: Cells) -> list[CellFault]:
        """Return everything that is wrong with the cells of a row."""
        target, when, value, growth, status, published, source, note, unit = cells
        parses: dict[str, Callable[[], object]] = {
            "target": lambda: self._targets(target),
            "period": lambda: self._periods(when),
            "value": lambda: self._values(target, value, unit),
            "growth": lambda: self._growths(growth),
            "status": lambda: self._statuses(status),
            "published": lambda: self._days(published),
            "source": lambda: self._sources(source),
            "note": lambda: self._notes(note),
        }
        faults: list[CellFault] = []
        for column, parse in parses.items():
            if column == "value" and faults and faults[0].column == "target":
                continue  # without its target nobody knows what a value may be
            try:
                parse()
            except ValueFault as fault:
                in_unit = column == "value" and unit.strip() and fault.code in OF_UNIT
                at = "unit" if in_unit else column
                hidden = invisible_character(cells[CELLS.index(at)][:LONGEST])
                faults.append(CellFault(at, hidden or fault))
        if faults and faults[0].column == "target" and not any(map(str.isdecimal, when)):
            if faults[0].fault.code == "E509":
                faults[0].fault.remedy = NO_ROW
            return faults[:1]
        if not value.strip() and not growth.strip():
            faults.append(CellFault("value", ValueFault("E406")))
        if not faults:
            day, began = self._days(published), self._periods(when).text
            faults.append(CellFault("published", ValueFault("E422", published=day, period=began)))
        return faults

    def _value(self, target: str, value: str, unit: str) -> Decimal | None:
        return read_value(self._targets(target), value, unit) if value.strip() else None

    def _source(self, words: str) -> str | None:
        return parse_line(self._undo(words)) if words.strip() else None

    def _note(self, words: str) -> Text | None:
        return same(parse_note(self._undo(words))) if words.strip() else None


def read_cells(
    cells: Cells,
    names: Names,
    line: int | None = None,
) -> tuple[Seen | None, list[CellFault]]:
    """Return the observation of one row, or None and everything that is wrong with its cells."""
    return RowParser(names).read(cells, line)


def _growth(words: str) -> Decimal | None:
    return loose_growth(words) if words.strip() else None


def _day(words: str) -> str:
    return loose_date(words) if words.strip() else ""


def _named(names: Names, words: str) -> Entry:
    try:
        return names.pick(words, parts=False)
    except Failure as failure:
        cause = failure.problems[0]
        raise ValueFault("E509", lambda: _remedy(names, words) or cause.hint, reason=cause.message) from None


def _remedy(names: Names, words: str) -> Text | None:
    """Return what a name that is none could mean: the targets of an action, or the full id of a part; a part is not enough."""
    if len(words) > NAME_LIMIT or not words.strip():
        return names.blank(words)
    wanted = fold(words)
    if within := [entry.id for entry in names.entries if entry.action and wanted in words_of(entry.action)]:
        listed = ", ".join(within[:SHOWN]) + (" …" if len(within) > SHOWN else "")
        return Text(
            f"行动本身没有数值，请写其中一项目标：{listed}",
            f"an action has no figure of its own, write one of its targets: {listed}",
        )
    if words.strip().isdecimal():
        return None
    try:
        found = names.pick(words).id
    except Failure:
        return None
    return write_it(found)


def _status(words: str) -> StatusCode:
    key = words.strip()
    for known in (STATUS_WORDS, LONGER_WORDS):
        if found := known.get(key) or known.get(key.upper()):
            return found
    raise ValueFault("E304", value=quote(words), allowed=", ".join(word for word in STATUS_WORDS if word))


OPTIONS = {"target": "TARGET", "period": "PERIOD", "value": "VALUE"}


def observed_on_command_line(plan: Plan, names: Names, cells: Cells) -> Seen:
    """Return the observation that the words of a command give; raises Failure E601, E602, E610."""
    entry = find(plan, cells[0], *MEASURED)
    seen, faults = read_cells((entry.id, *cells[1:]), names)
    if seen is None:
        each = (as_failure("E610", cell.fault, OPTIONS.get(cell.column, f"--{cell.column}")) for cell in faults)
        raise Failure(problem for failure in each for problem in failure.problems)
    if fault := unfit_base(names, seen, plan.base_year):
        raise as_failure("E610", fault, "VALUE")
    return seen
