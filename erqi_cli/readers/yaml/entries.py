"""The entries of a plan file, as the rules between them read them: typed values and their places.

An entry knows what is in its file, right or wrong. A value is there only if its grammar accepted
it; a rule that needs a value which is missing or refused has nothing to add.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple, TypeVar

from erqi_cli.domain.period import Period, period_of
from erqi_cli.domain.plan import UnitDefinition
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Collection, Comparator, Kind, ObservationStatus, Pace
from erqi_cli.errors import Notice, Place, Problem, Remedy
from erqi_cli.parsing.date import is_period
from erqi_cli.parsing.scalar import NodeValue, is_rate
from erqi_cli.readers.yaml import nodes
from erqi_cli.readers.yaml.forms import ACTION_FORM, PLAN_FORM, TARGET_KEYS, own_units
from erqi_cli.readers.yaml.tree import Document, Mapping, Scalar

Value = TypeVar("Value")
TARGET_KEY_NAMES = frozenset(TARGET_KEYS)
PLAN_KEY_NAMES = frozenset(PLAN_FORM.key_names)
ACTION_KEY_NAMES = frozenset(ACTION_FORM.key_names)


class Entry:
    """One mapping of the file."""

    def __init__(self, node: Mapping) -> None:
        self.node = node

    def has(self, key: str) -> bool:
        """Tell whether a key stands in the entry, whatever its value."""
        return key in self.node

    def text(self, key: str) -> str | None:
        """Return the text under a key, accepted or not; None where there is none."""
        return nodes.text(self.node, key)

    def value_of(self, key: str, value_type: type[Value]) -> Value | None:
        """Return the value under a key; None where it is missing or refused."""
        return _value(self.node.get(key), value_type)

    def place_of(self, key: str) -> Place:
        """Return where the value of a key is, or the entry's first key where it is missing."""
        return nodes.place(self.node, key)

    @property
    def id(self) -> str | None:
        """Its id as it is written, accepted or not; without one, that of its name."""
        return nodes.id_of(self.node)

    @property
    def has_valid_id(self) -> bool:
        """Whether its id was accepted, or follows from its name."""
        if self.has("id"):
            return self.value_of("id", str) is not None
        return self.id is not None

    @property
    def names(self) -> tuple[str | None, ...]:
        """Its name in each language that it has; of a source, its title."""
        return nodes.names_of(self.node)


def _value(node: object, value_type: type[Value]) -> Value | None:
    """Return the value of a scalar; None for a refused one and for any other node."""
    if not isinstance(node, Scalar) or not isinstance(node.parsed, value_type):
        return None
    return node.parsed


class Figure(NamedTuple):
    """A number of the file: its value, in percent if it is a rate, and how it is written."""

    value: Decimal
    text: str

    @property
    def is_rate(self) -> bool:
        """Whether it is written as a rate, such as 9%."""
        return is_rate(self.text)


class FigureEntry(Entry):
    """An entry that has figures."""

    def figure(self, key: str) -> Figure | None:
        """Return the figure under a key; None where it is missing or refused."""
        value = self.value_of(key, Decimal)
        text = self.text(key)
        if value is None or text is None:
            return None
        return Figure(value, text)


def thresholds_of(entry: Entry) -> FigureEntry | None:
    """Return the thresholds of a plan or a target; None if it has none."""
    node = entry.node.get("thresholds")
    return FigureEntry(node) if isinstance(node, Mapping) else None


class NodeEntry(NamedTuple):
    """A node of a trajectory at its place."""

    period: Period
    value: NodeValue
    text: str
    place: Place


class RevisionEntry(FigureEntry):
    """A revision of a target."""

    @property
    def day(self) -> str | None:
        """The day from which it counts; None where it is missing or refused."""
        return self.value_of("from", str)


class TargetEntry(FigureEntry):
    """A headline indicator, which has no action, or a target of an action."""

    def __init__(
        self,
        node: Mapping,
        action: Entry | None = None,
        own_units: dict[str, Unit] | None = None,
    ) -> None:
        super().__init__(node)
        self.action = action
        self.own_units = own_units or {}

    @property
    def is_headline(self) -> bool:
        """Whether it is under `indicators`."""
        return self.action is None

    @property
    def full_id(self) -> str | None:
        """Its id, or ACTION.TARGET; None where a part of it is missing."""
        if self.action is None:
            return self.id
        if self.id is None or self.action.id is None:
            return None
        return f"{self.action.id}.{self.id}"

    @property
    def has_valid_full_id(self) -> bool:
        """Whether every part of its full id was accepted."""
        return self.has_valid_id and (self.action is None or self.action.has_valid_id)

    @property
    def has_unknown_key(self) -> bool:
        """Whether it has a key that no target has."""
        return not self.node.keys() <= TARGET_KEY_NAMES

    @property
    def kind(self) -> Kind | None:
        """Its kind; a headline indicator without one is a growth target.

        A growth target that states an amount too is judged on the amount, and so is a level.
        """
        kind = self.value_of("kind", Kind)
        if kind is None and self.is_headline and not self.has("kind"):
            kind = Kind.GROWTH
        if kind is Kind.GROWTH and self.has("growth") and self.has("value"):
            return Kind.LEVEL
        return kind

    @property
    def figure_key(self) -> str:
        """The key of what is to be reached; a growth in an action may be under `value`."""
        is_growth = self.kind is Kind.GROWTH and self.has("growth")
        return "growth" if is_growth else "value"

    @property
    def collection(self) -> Collection | None:
        """How its figure comes about, as far as it says."""
        return self.value_of("collection", Collection)

    @property
    def comparator(self) -> Comparator | None:
        """Its comparator, `exactly` where it names none; None where it was refused."""
        if not self.has("comparator"):
            return Comparator.EXACTLY
        return self.value_of("comparator", Comparator)

    @property
    def pace(self) -> Pace | None:
        """Its timetable, as far as it names one."""
        return self.value_of("pace", Pace)

    @property
    def trajectory(self) -> Iterator[NodeEntry]:
        """The nodes of its trajectory that were accepted."""
        nodes_by_period = self.node.get("trajectory")
        if not isinstance(nodes_by_period, Mapping):
            return
        for period, node in nodes_by_period.items():
            value = _value(node, NodeValue)
            if value is not None and is_period(period):
                place = nodes_by_period.places[period][1]
                yield NodeEntry(period_of(period), value, str(node), place)

    @property
    def revisions(self) -> list[RevisionEntry]:
        """Its revisions, in the order of the file."""
        return [RevisionEntry(node) for node in nodes.entries(self.node, "revisions")]

    @property
    def unit(self) -> Unit | None:
        """Its unit; None where it is missing, refused or not known."""
        unit = self.value_of("unit", str)
        if unit is None or isinstance(unit, Unit):
            return unit
        return self.own_units.get(unit)

    @property
    def is_in_percent(self) -> bool:
        """Whether its unit is the percent sign, so that its amounts are written as rates."""
        return self.unit is not None and self.unit.symbol == "%"


class ObservationEntry(FigureEntry):
    """A published figure of one period."""

    @property
    def target(self) -> str | None:
        """What it names as its target."""
        return self.text("target")

    @property
    def period(self) -> Period | None:
        """Its period; None where it is missing or refused."""
        return self.value_of("period", Period)

    @property
    def period_key(self) -> str:
        """Its period normalised; one that was refused as it is written."""
        if self.period is None:
            return self.text("period") or ""
        return self.period.key

    @property
    def status(self) -> ObservationStatus | None:
        """Its status; None where it is missing or refused."""
        return self.value_of("status", ObservationStatus)


class PlanEntries:
    """All entries of a plan file, in its order, and the document that words problems of it."""

    def __init__(self, document: Document, root: Mapping) -> None:
        self._document = document
        self.plan = Entry(root)
        self.sources = [Entry(node) for node in nodes.entries(root, "sources")]
        self.units = [Entry(node) for node in nodes.entries(root, "units")]
        self.own_units = _own_units(self.units)
        self.indicators = []
        for node in nodes.entries(root, "indicators"):
            self.indicators.append(TargetEntry(node, own_units=self.own_units))
        self.actions = [Entry(node) for node in nodes.entries(root, "actions")]
        self.action_targets: list[TargetEntry] = []
        for action in self.actions:
            self.action_targets += targets_of(action, self.own_units)
        self.ratios = [Entry(node) for node in nodes.entries(root, "ratios")]
        self.observations = [ObservationEntry(node) for node in nodes.entries(root, "observations")]
        self.targets_by_id: dict[str, TargetEntry] = {}
        for target in self.targets:
            if target.full_id is not None:
                self.targets_by_id.setdefault(target.full_id, target)

    @property
    def targets(self) -> list[TargetEntry]:
        """Every target: the headline indicators, then those of the actions."""
        return [*self.indicators, *self.action_targets]

    @property
    def has_unknown_key(self) -> bool:
        """Whether the plan, or an action, has a key that there is not."""
        if not self.plan.node.keys() <= PLAN_KEY_NAMES:
            return True
        return any(not action.node.keys() <= ACTION_KEY_NAMES for action in self.actions)

    @property
    def base_year(self) -> int | None:
        """The year that growth is measured from; None where it is missing or refused."""
        return self.plan.value_of("base_year", int)

    @property
    def plan_year(self) -> int | None:
        """The year that the plan is for; None where it is missing or refused."""
        return self.plan.value_of("plan_year", int)

    def target_of(self, observation: ObservationEntry) -> TargetEntry | None:
        """Return the target of an observation; None where it names none that exists."""
        return self.targets_by_id.get(observation.target or "")

    def problem(self, code: str, place: Place, remedy: Remedy = None, **values: object) -> Problem:
        """Return a problem at a place of the file."""
        return self._document.problem(code, place, remedy, **values)

    def notice(self, code: str, place: Place, **values: object) -> Notice:
        """Return a notice at a place of the file."""
        return Notice(code, values, self._document.file, place)


def targets_of(action: Entry, own_units: dict[str, Unit]) -> Iterator[TargetEntry]:
    """Yield the targets of an action."""
    for node in nodes.entries(action.node, "targets"):
        yield TargetEntry(node, action, own_units)


def _own_units(entries: Iterable[Entry]) -> dict[str, Unit]:
    """Return the units of the plan's own whose values were accepted."""
    definitions = []
    for entry in entries:
        symbol = entry.value_of("symbol", str)
        name = nodes.name_of(entry.node)
        if symbol is None or name is None:
            continue
        definition = UnitDefinition(
            symbol=symbol,
            name=name,
            of=entry.value_of("of", str),
            factor=entry.value_of("factor", Decimal),
        )
        definitions.append(definition)
    return own_units(definitions)
