"""Observations as tracking reads them, whether they stand in the plan or on a row of a ledger."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from erqi_cli.errors import Failure
from erqi_cli.language import Text, same
from erqi_cli.plan.fields import StatusCode
from erqi_cli.plan.find import SHOWN, Entry, Names, Noun, catalogue, find, fold, words_of
from erqi_cli.plan.model import Indicator, Plan
from erqi_cli.plan.observed_value import read_value
from erqi_cli.plan.period import Period, loose_date, loose_period, period
from erqi_cli.plan.quantity import loose_growth
from erqi_cli.plan.signs import LONGEST, write_it
from erqi_cli.plan.values import (
    NAME_LIMIT,
    ValueFault,
    as_failure,
    is_early,
    parse_line,
    parse_note,
    quote,
    unseen,
)

CELLS = ("target", "period", "value", "growth", "status", "published", "source", "note", "unit")
"""The columns of a ledger, and a unit where a value is not in its target's."""
Cells = tuple[str, str, str, str, str, str, str, str, str]

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
REMEMBERED = 20_000
"""How many texts of each column are remembered with what they mean."""
FORECAST, ESTIMATE = "F", "E"
RANKS = {FORECAST: "0", ESTIMATE: "1"}
"""A forecast is held against nothing, and an estimate gives way to what is known."""
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
MEASURED: tuple[Noun, ...] = ("indicator", "target")
NO_ROW = Text(
    "合计、说明和重复的表头请删去；若是一行数据，请写明目标和时期",
    "leave out totals, notes and second headings; an observation names its target and period",
)
OF_UNIT = ("E305", "E511", "E522")
"""What is wrong with the unit of a value, and not with its number."""


class Seen(NamedTuple):
    """One observation: `value` in the target's unit (a share in percent), `growth` in percent, as published.

    `published` is the vintage, "" where it is not known; `line` is the ledger's, None for one that stands in the plan.
    """

    target: str
    period: Period
    value: Decimal | None
    growth: Decimal | None
    status: StatusCode
    published: str
    source: str | None
    note: Text | None = None
    series_break: Text | None = None
    line: int | None = None

    @property
    def vintage(self) -> tuple[str, str, str]:
        """What may stand only once: target, period, day of publication."""
        return self.target, self.period.key, self.published

    @property
    def rank(self) -> str:
        """What the later of two vintages has more of."""
        return rank_of(self.status, self.published)


def rank_of(status: str | None, published: str | None) -> str:
    """Return what orders the vintages of a figure: forecasts, then estimates, then what is known, each by day of publication.

    A day that is not known comes first.
    """
    return f"{RANKS.get(status or '', '2')}{published or ''}"


class Scope(NamedTuple):
    """Which observations are wanted: of which two years, up to which day, published by which day, and whose history."""

    base_year: int
    plan_year: int
    as_of: str | None = None
    published_by: str | None = None
    history: frozenset[str] = frozenset()

    def covers(self, when: Period) -> bool:
        """Tell whether a period belongs to the two years, and is not after the day as of which is asked."""
        return when.year == self.base_year or (when.year == self.plan_year and (self.as_of is None or when.end <= self.as_of))

    def knows(self, published: str) -> bool:
        """Tell whether a vintage was out by then; one without a date is not known to have been."""
        return self.published_by is None or "" < published <= self.published_by


def observed_in_plan(plan: Plan, scope: Scope) -> tuple[Seen, ...]:
    """Return the plan's own observations within a scope; with a history, those of all its years."""
    found = []
    for entry in plan.observations:
        when = period(entry.period)
        if scope.knows(entry.published or "") and (scope.covers(when) or entry.target in scope.history):
            found.append(
                Seen(
                    entry.target,
                    when,
                    entry.value,
                    entry.growth,
                    entry.status,
                    entry.published or "",
                    entry.source,
                    entry.note,
                    entry.series_break,
                )
            )
    return tuple(found)


class CellFault(Exception):
    """A cell that is wrong: the column it stands in, and why."""

    def __init__(self, column: str, fault: ValueFault) -> None:
        super().__init__(column)
        self.column, self.fault = column, fault


class RowParser:
    """Reads the cells of rows as observations; a text of a column that comes again is not parsed again.

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
                hidden = unseen(cells[CELLS.index(at)][:LONGEST])
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


def unfit_base(names: Names, seen: Seen, base_year: int) -> ValueFault | None:
    """Return what is wrong with the base value of an indicator that is zero or less; None for anything else."""
    if seen.value is None or seen.value > 0:
        return None
    is_indicator = isinstance(names.by_id[seen.target].thing, Indicator)
    if not is_indicator or seen.period.key != str(base_year):
        return None
    return ValueFault("E411", value=format(seen.value, "f"))


def recordable(plan: Plan) -> Names:
    """Return the names of everything that can be observed."""
    return Names(catalogue(plan, *MEASURED), MEASURED)


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
