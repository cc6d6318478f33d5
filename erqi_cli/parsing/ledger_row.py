"""Reads a row of a ledger, or the words of `erqi record`, as one observation."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from erqi_cli.domain.observation import Observation, is_published_too_early
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.errors import Failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.date import loose_date, loose_period
from erqi_cli.parsing.fault import ValueFault, as_failure, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import (
    TARGET_TYPES,
    NameIndex,
    action_names,
    blank_remedy,
    find_target,
    fold,
    list_ids,
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
    "终值": ObservationStatus.NORMAL,
    "最终": ObservationStatus.NORMAL,
    "初步": ObservationStatus.PROVISIONAL,
    "估计": ObservationStatus.ESTIMATED,
    "预测": ObservationStatus.FORECAST,
    "断点": ObservationStatus.BREAK,
}
"""How an observation's status is written; a blank is a preliminary figure."""
MORE_STATUS_WORDS = {
    "最终数": ObservationStatus.NORMAL,
    "初步数": ObservationStatus.PROVISIONAL,
    "估计数": ObservationStatus.ESTIMATED,
    "预计": ObservationStatus.ESTIMATED,
    "预计数": ObservationStatus.ESTIMATED,
    "预测数": ObservationStatus.FORECAST,
    "FINAL": ObservationStatus.NORMAL,
    "PRELIMINARY": ObservationStatus.PROVISIONAL,
    "ESTIMATE": ObservationStatus.ESTIMATED,
    "FORECAST": ObservationStatus.FORECAST,
}
"""Further words, as our own tables and people write them; a message does not list them."""
NOT_A_ROW = Text(
    "合计、说明和重复的表头请删去；若是一行数据，请写明目标和时期",
    "leave out totals, notes and second headings; an observation names its target and period",
)
ACTION_HAS_NO_FIGURE = Text(
    "行动本身没有数值，请写其中一项目标：{ids}",
    "an action has no figure of its own, write one of its targets: {ids}",
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
        self._names, self._undo = names, undo
        remembered = lru_cache(REMEMBERED)
        self._targets = remembered(partial(_find_target, names))
        self._periods = remembered(loose_period)
        self._values = remembered(self._value)
        self._growths = remembered(_growth)
        self._statuses = remembered(parse_status)
        self._days = remembered(_day)
        self._sources = remembered(self._source)
        self._notes = remembered(self._note)

    def read(
        self, cells: Iterable[str], line: int | None = None
    ) -> tuple[Observation | None, list[CellFault]]:
        """Return the observation of a row, or None and everything that is wrong with its cells."""
        target, period, value, growth, status, published, source, note, unit = cells
        try:
            observation = Observation(
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
            return None, self._faults(
                Cells(target, period, value, growth, status, published, source, note, unit)
            )
        is_blank = observation.value is None and observation.growth is None
        if is_blank or is_published_too_early(
            observation.published, observation.period.text, observation.status
        ):
            return None, self._faults(
                Cells(target, period, value, growth, status, published, source, note, unit)
            )
        return observation, []

    def _faults(self, cells: Cells) -> list[CellFault]:
        """Return everything that is wrong with the cells of a row."""
        faults = list(self._cell_faults(cells))
        if faults and faults[0].column == "target" and not any(map(str.isdecimal, cells.period)):
            if faults[0].fault.code == "E509":
                faults[0].fault.remedy = NOT_A_ROW
            return faults[:1]
        if not cells.value.strip() and not cells.growth.strip():
            faults.append(CellFault("value", ValueFault("E406")))
        if not faults:
            published, began = self._days(cells.published), self._periods(cells.period).text
            faults.append(
                CellFault("published", ValueFault("E422", published=published, period=began))
            )
        return faults

    def _cell_faults(self, cells: Cells) -> Iterator[CellFault]:
        """Yield the faults of the single cells.

        What a value may be is not known without its target.
        """
        parses: dict[str, Callable[[], object]] = {
            "target": lambda: self._targets(cells.target),
            "period": lambda: self._periods(cells.period),
            "value": lambda: self._values(cells.target, cells.value, cells.unit),
            "growth": lambda: self._growths(cells.growth),
            "status": lambda: self._statuses(cells.status),
            "published": lambda: self._days(cells.published),
            "source": lambda: self._sources(cells.source),
            "note": lambda: self._notes(cells.note),
        }
        has_target = True
        for column, parse in parses.items():
            if column == "value" and not has_target:
                continue
            try:
                parse()
            except ValueFault as fault:
                has_target = has_target and column != "target"
                in_unit = column == "value" and cells.unit.strip() and fault.code in UNIT_FAULTS
                at = "unit" if in_unit else column
                words: str = getattr(cells, at)
                yield CellFault(at, invisible_character(words[:LONGEST]) or fault)

    def _value(self, target: str, value: str, unit: str) -> Decimal | None:
        return read_value(self._targets(target), value, unit) if value.strip() else None

    def _source(self, words: str) -> str | None:
        return parse_line(self._undo(words)) if words.strip() else None

    def _note(self, words: str) -> Text | None:
        return same(parse_note(self._undo(words))) if words.strip() else None


def read_cells(
    cells: Cells, names: NameIndex, line: int | None = None
) -> tuple[Observation | None, list[CellFault]]:
    """Return the observation of a row, or None and everything that is wrong with its cells."""
    return RowParser(names).read(cells, line)


def _growth(words: str) -> Decimal | None:
    return loose_growth(words) if words.strip() else None


def _day(words: str) -> str | None:
    return loose_date(words) if words.strip() else None


def _find_target(names: NameIndex, words: str) -> Target:
    try:
        return names.find_target(words, allow_part=False)
    except Failure as failure:
        cause = failure.problems[0]
        raise ValueFault(
            "E509", lambda: _name_remedy(names, words) or cause.hint, reason=cause.message
        ) from None


def _name_remedy(names: NameIndex, words: str) -> Text | None:
    """Return what an unknown name could mean: targets of an action, or the full id of a part."""
    if len(words) > NAME_LIMIT or not words.strip():
        return blank_remedy(words)
    wanted = fold(words)
    ids = []
    for action in names.plan.actions:
        if wanted in action_names(action):
            ids += [target.id for target in action.targets]
    if ids:
        return ACTION_HAS_NO_FIGURE.fill(ids=list_ids(ids))
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
    raise ValueFault(
        "E304", value=quote(words), allowed=", ".join(word for word in STATUS_WORDS if word)
    )


def base_value_fault(plan: Plan, observation: Observation) -> ValueFault | None:
    """Return the fault of an indicator's base value of zero or less; None for anything else."""
    value = observation.value
    if value is None or value > 0:
        return None
    is_base_value = (
        observation.period.key == str(plan.base_year)
        and plan.target(observation.target).is_headline
    )
    return ValueFault("E411", value=format(value, "f")) if is_base_value else None


def target_names(plan: Plan) -> NameIndex:
    """Return the names of everything that can be observed."""
    return NameIndex(plan, *TARGET_TYPES)


def observation_of_command(plan: Plan, cells: Cells) -> Observation:
    """Return the observation that the words of a command give; raise Failure E601, E602, E610."""
    target = find_target(plan, cells.target)
    observation, faults = read_cells(cells._replace(target=target.id), target_names(plan))
    if observation is None:
        failures = [
            as_failure("E610", cell.fault, ARGUMENTS.get(cell.column, f"--{cell.column}"))
            for cell in faults
        ]
        raise Failure(problem for failure in failures for problem in failure.problems)
    fault = base_value_fault(plan, observation)
    if fault:
        raise as_failure("E610", fault, "VALUE")
    return observation
