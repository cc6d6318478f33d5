"""Reads one row of a ledger, or the words of `erqi record`, as an observation.

Of a row that is wrong it returns everything that is wrong.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from erqi_cli.domain.observation import Observation, publication_fault
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.errors import Failure, Problem
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.date import loose_date, loose_observed_period
from erqi_cli.parsing.fault import ValueFault, as_failure, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import (
    TARGET_TYPES,
    NameIndex,
    action_names,
    blank_remedy,
    find_target,
    fold,
    list_names,
)
from erqi_cli.parsing.number_forms import LONGEST
from erqi_cli.parsing.observed_value import read_value
from erqi_cli.parsing.quantity import loose_growth
from erqi_cli.parsing.scalar import NAME_LIMIT, parse_line, parse_note
from erqi_cli.parsing.suggest import write_it


class Cells(NamedTuple):
    """The cells of a row by column; `unit` is that of the value where it is not the target's."""

    target: str
    period: str
    value: str
    growth: str
    status: str
    published: str
    source: str
    note: str
    unit: str


CELLS = Cells._fields
"""The columns of a ledger, and a unit."""

STATUS_WORDS = {
    "": ObservationStatus.PROVISIONAL,
    "A": ObservationStatus.NORMAL,
    "P": ObservationStatus.PROVISIONAL,
    "E": ObservationStatus.ESTIMATED,
    "F": ObservationStatus.FORECAST,
    "B": ObservationStatus.BREAK,
    "正式数": ObservationStatus.NORMAL,
    "初步数": ObservationStatus.PROVISIONAL,
    "估计数": ObservationStatus.ESTIMATED,
    "预测数": ObservationStatus.FORECAST,
    "口径变化": ObservationStatus.BREAK,
}
"""How an observation's status is written; a blank is a provisional figure."""
MORE_STATUS_WORDS = {
    "正式": ObservationStatus.NORMAL,
    "终值": ObservationStatus.NORMAL,
    "最终": ObservationStatus.NORMAL,
    "最终数": ObservationStatus.NORMAL,
    "初步": ObservationStatus.PROVISIONAL,
    "估计": ObservationStatus.ESTIMATED,
    "预计": ObservationStatus.ESTIMATED,
    "预计数": ObservationStatus.ESTIMATED,
    "预测": ObservationStatus.FORECAST,
    "断点": ObservationStatus.BREAK,
    "NORMAL": ObservationStatus.NORMAL,
    "FINAL": ObservationStatus.NORMAL,
    "PROVISIONAL": ObservationStatus.PROVISIONAL,
    "PRELIMINARY": ObservationStatus.PROVISIONAL,
    "ESTIMATED": ObservationStatus.ESTIMATED,
    "ESTIMATE": ObservationStatus.ESTIMATED,
    "FORECAST": ObservationStatus.FORECAST,
    "TIME SERIES BREAK": ObservationStatus.BREAK,
    "BREAK": ObservationStatus.BREAK,
}
"""Further words, as our own tables and people write them; a message does not list them."""
NOT_A_ROW = Text(
    "请删去合计、说明和重复的表头；若是数据行，请写明目标和时期",
    "remove totals, notes and repeated headings; a data row needs its target and period",
)
ACTION_HAS_NO_FIGURE = Text(
    "行动本身没有数值，请写其中一项目标：{targets}",
    "an action has no figure: write one of its targets: {targets}",
)
GIVE_FIGURE = Text(
    "请给出数值 VALUE 或 --growth 增速，也可两者都写",
    "give VALUE, or --growth RATE, or both",
)
REMEMBERED = 20_000
"""How many texts of each column are remembered with what they mean."""
UNIT_FAULTS = frozenset({"E305", "E511", "E522"})
"""The codes of faults in the unit of a value, and not in its number."""
ARGUMENTS = {"target": "TARGET", "period": "PERIOD", "value": "VALUE"}
"""The columns that are arguments of `erqi record`; the others are options."""


class CellFault(NamedTuple):
    """A cell that is wrong: its column, and why."""

    column: str
    fault: ValueFault


class RowParser:
    """Reads the cells of rows as observations; a text that is repeated in a column is parsed once.

    `undo` gives a source or a note back as it was before a table made it safe for spreadsheets.
    """

    def __init__(self, names: NameIndex, undo: Callable[[str], str] = str) -> None:
        self._names = names
        self._undo = undo
        remembered = lru_cache(REMEMBERED)
        self._targets = remembered(partial(_find_target, names))
        self._periods = remembered(loose_observed_period)
        self._values = remembered(self._value)
        self._growths = remembered(_growth)
        self._statuses = remembered(parse_status)
        self._days = remembered(_day)
        self._sources = remembered(self._source)
        self._notes = remembered(self._note)

    def read(
        self,
        cells: Iterable[str],
        line: int | None = None,
    ) -> tuple[Observation | None, list[CellFault]]:
        """Return the observation of a row, or None and everything that is wrong with its cells."""
        target, period, value, growth, status, published, source, note, unit = cells
        try:
            observation: Observation | None = Observation(
                target=self._targets(target).id,
                period=self._periods(period),
                value=self._values(target, value, unit),
                growth=self._growths(growth),
                status=self._statuses(status),
                published=self._days(published),
                source=self._sources(source),
                note=self._notes(note),
                line=line,
            )
        except ValueFault:
            observation = None
        if observation is None or not _is_sound(observation):
            row = Cells(target, period, value, growth, status, published, source, note, unit)
            return None, self._faults(row)
        return observation, []

    def _faults(self, cells: Cells) -> list[CellFault]:
        """Return everything that is wrong with the cells of a row."""
        faults = list(self._cell_faults(cells))
        has_period = any(map(str.isdecimal, cells.period))
        first = faults[0] if faults else None
        if first is not None and first.column == "target" and not has_period:
            # A title or a footnote of a table: its other cells say nothing more.
            if first.fault.code == "E509":
                first.fault.remedy = NOT_A_ROW
            return [first]
        if not cells.value.strip() and not cells.growth.strip():
            faults.append(CellFault("value", ValueFault("E406")))
        if not faults:
            faults.append(self._publication_fault(cells))
        return faults

    def _publication_fault(self, cells: Cells) -> CellFault:
        """Return the fault of a figure that cannot have been published on its day."""
        published = self._days(cells.published)
        period = self._periods(cells.period)
        code = publication_fault(published, period, self._statuses(cells.status))
        fault = ValueFault(
            code or "E422",
            published=published,
            period=period.text,
            earliest=period.known_from,
        )
        return CellFault("published", fault)

    def _cell_faults(self, cells: Cells) -> Iterator[CellFault]:
        """Yield the faults of the single cells, of the value only if its target is known."""
        parses: dict[str, Callable[[], object]] = {
            "target": partial(self._targets, cells.target),
            "period": partial(self._periods, cells.period),
            "value": partial(self._values, cells.target, cells.value, cells.unit),
            "growth": partial(self._growths, cells.growth),
            "status": partial(self._statuses, cells.status),
            "published": partial(self._days, cells.published),
            "source": partial(self._sources, cells.source),
            "note": partial(self._notes, cells.note),
        }
        has_target = True
        for column, parse in parses.items():
            if column == "value" and not has_target:
                continue
            try:
                parse()
            except ValueFault as fault:
                if column == "target":
                    has_target = False
                yield _cell_fault(cells, column, fault)

    def _value(self, target: str, value: str, unit: str) -> Decimal | None:
        if not value.strip():
            return None
        return read_value(self._targets(target), value, unit)

    def _source(self, cell: str) -> str | None:
        if not cell.strip():
            return None
        return parse_line(self._undo(cell))

    def _note(self, cell: str) -> Text | None:
        if not cell.strip():
            return None
        return same(parse_note(self._undo(cell)))


def _is_sound(observation: Observation) -> bool:
    """Tell whether an observation has a figure, and can have been published on its day."""
    if observation.value is None and observation.growth is None:
        return False
    fault = publication_fault(observation.published, observation.period, observation.status)
    return fault is None


def _cell_fault(cells: Cells, column: str, fault: ValueFault) -> CellFault:
    """Return a fault at its cell; an invisible character comes before anything else."""
    is_in_unit = column == "value" and fault.code in UNIT_FAULTS
    if is_in_unit and cells.unit.strip():
        column = "unit"
    cell: str = getattr(cells, column)
    invisible = invisible_character(cell[:LONGEST])
    if invisible is not None:
        fault = invisible
    return CellFault(column, fault)


def read_cells(
    cells: Cells,
    names: NameIndex,
    line: int | None = None,
) -> tuple[Observation | None, list[CellFault]]:
    """Return the observation that cells give, or None and everything that is wrong with them."""
    return RowParser(names).read(cells, line)


def _growth(cell: str) -> Decimal | None:
    if not cell.strip():
        return None
    return loose_growth(cell)


def _day(cell: str) -> str | None:
    if not cell.strip():
        return None
    return loose_date(cell)


def _find_target(names: NameIndex, words: str) -> Target:
    try:
        return names.find_target(words)
    except Failure as failure:
        cause = failure.problems[0]

        def remedy() -> Text | None:
            return _name_remedy(names, words) or cause.hint

        raise ValueFault("E509", remedy, reason=cause.message) from None


def _name_remedy(names: NameIndex, words: str) -> Text | None:
    """Return what an unknown name could mean: the targets of an action, or a full id."""
    if len(words) > NAME_LIMIT or not words.strip():
        return blank_remedy(words)
    wanted = fold(words)
    targets: list[Target] = []
    for action in names.plan.actions:
        if wanted in action_names(action):
            targets += action.targets
    if targets:
        return ACTION_HAS_NO_FIGURE.fill(targets=list_names(targets))
    if words.strip().isdecimal():
        return None
    try:
        meant = names.find(words)
    except Failure:
        return None
    return write_it(meant.id)


def parse_status(words: str) -> ObservationStatus:
    """Return the status that a code or a word stands for; raise ValueFault E304."""
    key = words.strip()
    for known in (STATUS_WORDS, MORE_STATUS_WORDS):
        status = known.get(key) or known.get(key.upper())
        if status:
            return status
    allowed = [word for word in STATUS_WORDS if word]
    raise ValueFault("E304", value=quote(words), allowed=", ".join(allowed))


def base_value_fault(plan: Plan, observation: Observation) -> ValueFault | None:
    """Return the fault of a headline indicator's base value that is zero or less, else None."""
    value = observation.value
    if value is None or value > 0:
        return None
    if observation.period.key != str(plan.base_year):
        return None
    target = plan.target(observation.target)
    if not target.is_headline:
        return None
    return ValueFault("E411", value=format(value, "f"))


def target_names(plan: Plan) -> NameIndex:
    """Return the names of everything that can be observed."""
    return NameIndex(plan, *TARGET_TYPES)


def observation_of_command(plan: Plan, cells: Cells) -> Observation:
    """Return the observation that the words of a command give; raise Failure E601, E602, E610."""
    target = find_target(plan, cells.target)
    observation, faults = read_cells(cells._replace(target=target.id), target_names(plan))
    if observation is None:
        problems: list[Problem] = []
        for cell in faults:
            option = ARGUMENTS.get(cell.column, f"--{cell.column}")
            if cell.fault.code == "E406":
                cell.fault.remedy = GIVE_FIGURE
            problems += as_failure("E610", cell.fault, option).problems
        raise Failure(problems)
    fault = base_value_fault(plan, observation)
    if fault:
        raise as_failure("E610", fault, "VALUE")
    return observation
