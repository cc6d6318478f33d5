"""The mappings that a plan file is made of: their keys, and the objects that are built from them.

The keys come from the marked fields of the model. Under `indicators` the kind of a target may be
left out; it is then a growth target.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from inspect import getdoc
from types import NoneType
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from erqi_cli.domain.field_types import Description, FieldType, KeyName, NotEmpty
from erqi_cli.domain.observation import Observation, with_days_above
from erqi_cli.domain.period import period_of
from erqi_cli.domain.plan import (
    Action,
    AuditSettings,
    NonFigure,
    Plan,
    Ratio,
    Source,
    UnitDefinition,
)
from erqi_cli.domain.revision import Revision
from erqi_cli.domain.target import Target, Thresholds, TrajectoryNode
from erqi_cli.domain.units import Unit, find_unit, own_unit
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.scalar import NodeValue, id_of_name

Values = dict[str, Any]
"""The values of a mapping by key, each read by its grammar."""
Built = TypeVar("Built")


class Key(NamedTuple):
    """A key of a mapping.

    It takes values of a type, or mappings of a form; a list of them with `is_list`, in which at
    least `least` are needed. A text may be bilingual. `default` is shown to editors. `field` is the
    field of the model.
    """

    name: str
    takes: "FieldType | type[StrEnum] | Form"
    description: Description
    is_required: bool
    is_list: bool = False
    least: int = 0
    is_bilingual: bool = False
    default: str | None = None
    field: str = ""


class Form(NamedTuple):
    """A mapping of the plan file: its keys, and what builds its object.

    `name` and `description` are those of the JSON Schema.
    """

    name: str
    description: str
    keys: tuple[Key, ...]
    build: Callable[[Values], object]

    def key(self, name: str) -> Key:
        """Return the key with a name."""
        return next(key for key in self.keys if key.name == name)

    @property
    def key_names(self) -> list[str]:
        """The names of its keys."""
        return [key.name for key in self.keys]


def _keys_of(model: type, forms: dict[str, Form]) -> dict[str, Key]:
    """Return the keys of a class by name: its fields with a marker; `forms` are of mappings."""
    keys = {}
    for name, hint, default in _fields_of(model):
        parts = list(_parts_of(hint))
        if any(isinstance(part, Description) for part in parts):
            key = _key(name, parts, default, forms.get(name))
            keys[key.name] = key
    return keys


def _fields_of(model: Any) -> Iterator[tuple[str, Any, object]]:
    """Yield name, type and default of each field of a dataclass or a named tuple.

    Without a default it is MISSING.
    """
    if is_dataclass(model):
        for field in fields(model):
            yield field.name, field.type, field.default
    else:
        for name in model._fields:
            yield name, model.__annotations__[name], model._field_defaults.get(name, MISSING)


def _key(name: str, parts: list[Any], default: object, form: Form | None) -> Key:
    descriptions = [part for part in parts if isinstance(part, Description)]
    not_empty = [part for part in parts if isinstance(part, NotEmpty)]
    key_names = [part.name for part in parts if isinstance(part, KeyName)]
    return Key(
        name=key_names[0] if key_names else name,
        takes=form or next(filter(_is_value_type, parts)),
        description=descriptions[0],
        is_required=default is MISSING,
        is_list=tuple in parts,
        least=not_empty[0].least if not_empty else 0,
        is_bilingual=Text in parts,
        default=default if isinstance(default, StrEnum) else None,
        field=name,
    )


def _parts_of(hint: Any) -> Iterator[Any]:
    """Yield the markers of an annotation and the types in it, from the outside in; not None."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner, *markers = arguments
        yield from markers
        yield from _parts_of(inner)
    elif origin is tuple:
        yield tuple
        yield from _parts_of(arguments[0])
    elif arguments:
        for part in arguments:
            if part is not NoneType:
                yield from _parts_of(part)
    else:
        yield hint


def _is_value_type(part: Any) -> bool:
    if isinstance(part, FieldType):
        return True
    return isinstance(part, type) and issubclass(part, StrEnum)


def _form(model: type[Built], name: str | None = None, **forms: Form) -> Form:
    """Return the form of a class whose object is built from the values as they are."""
    keys = tuple(_keys_of(model, forms).values())
    fields_by_key = {key.name: key.field for key in keys}

    def build(values: Values) -> Built:
        return model(**{fields_by_key[key]: value for key, value in values.items()})

    return Form(name or model.__name__, getdoc(model) or "", keys, build)


TARGET_KEYS = (
    "id",
    "name",
    "aliases",
    "kind",
    "growth",
    "growth_over",
    "value",
    "upper",
    "unit",
    "price_basis",
    "comparator",
    "tolerance",
    "better",
    "collection",
    "obligation",
    "commitment",
    "due",
    "baseline",
    "pace",
    "trajectory",
    "thresholds",
    "to",
    "deflator",
    "phrases",
    "source",
    "no_baseline",
    "revisions",
    "note",
)
TARGET_DESCRIPTION = (
    "A target: a headline indicator or a figure inside an action. A context figure is shown and "
    "never judged."
    "\n\n"
    "`growth` is in percent; `value` is in `unit`, in percent for a share."
)
OPTIONAL_KEYS = frozenset({"id", "number"})
"""Keys that may be left out although an object always has them."""
OBSERVATION_KEYS = (
    "target",
    "period",
    "value",
    "growth",
    "status",
    "published",
    "source",
    "series_break",
    "note",
)
OBSERVATION_DESCRIPTION = (
    "One published figure of one period: a level, a growth rate, or both, with its vintage."
    "\n\n"
    "`value` is in the unit of its target, in percent where that is a share; "
    "`growth` is in percent, as published and never\n"
    "computed from two levels.\n"
    "`status` is SDMX CL_OBS_STATUS: A normal, P provisional, E estimated, F forecast, "
    "B time series break."
)


def _without_need(form: Form, names: frozenset[str]) -> Form:
    """Return a form in which these keys may be left out."""
    keys = []
    for key in form.keys:
        is_required = key.is_required and key.name not in names
        keys.append(key._replace(is_required=is_required))
    return form._replace(keys=tuple(keys))


def _target_form(name: str, optional: frozenset[str]) -> Form:
    """Return the form of a target; the form of its action, or of the plan, builds it."""
    all_keys = _keys_of(Target, {"thresholds": THRESHOLDS_FORM, "revisions": REVISION_FORM})
    keys = tuple(all_keys[key] for key in TARGET_KEYS)
    return _without_need(Form(name, TARGET_DESCRIPTION, keys, dict), optional)


def _observation_form() -> Form:
    """Return the form of an observation, with the keys in the order in which people write them."""
    form = _form(Observation)
    keys = tuple(form.key(name) for name in OBSERVATION_KEYS)
    return form._replace(description=OBSERVATION_DESCRIPTION, keys=keys)


def _build_target(values: Values, action_id: str | None = None) -> Target:
    """Return a target with its full id; a growth in an action may have its rate in `value`."""
    full = dict(values)
    full["id"] = target_id = values.get("id") or id_of_name(values["name"])
    if action_id is not None:
        full["id"] = f"{action_id}.{target_id}"
    kind = values.get("kind", Kind.GROWTH)
    if kind is Kind.GROWTH and "growth" not in values:
        full["growth"] = full.pop("value", None)
        full["revisions"] = _as_growths(values.get("revisions", ()))
    elif kind is Kind.GROWTH and "value" in values:
        # A target that states an amount and a growth is judged on the amount.
        kind = Kind.LEVEL
    full["kind"] = kind
    return Target(**full).latest


def _as_growths(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return the revisions of a growth that has its rate in `value`."""
    return tuple(one._replace(growth=one.value, value=None) for one in revisions)


def _build_action(values: Values) -> Values:
    """Return the values of an action with its id; the plan numbers it and builds its targets."""
    return {**values, "id": values.get("id") or id_of_name(values["name"])}


def _built_action(values: Values, place: int) -> Action:
    """Return an action with its targets; without a number it has that of its place."""
    targets = [_build_target(target, values["id"]) for target in values.get("targets", ())]
    full = {"number": place, **values, "targets": tuple(targets)}
    return Action(**full)


def _build_ratio(values: Values) -> Ratio:
    return Ratio(**{**values, "id": values.get("id") or id_of_name(values["name"])})


def _build_plan(values: Values) -> Plan:
    """Return a plan; under `indicators` a target without a kind is a growth target."""
    units = own_units(values.get("units", ()))
    for target in _all_targets(values):
        unit = target.get("unit")
        if unit is not None:
            target["unit"] = units.get(unit, unit)
    actions = []
    for place, action in enumerate(values.get("actions", ()), start=1):
        actions.append(_built_action(action, place))
    full = {
        **values,
        "id": values.get("id") or id_of_name(values["name"]),
        "units": tuple(units.values()),
        "indicators": tuple(_build_target(target) for target in values.get("indicators", ())),
        "actions": tuple(actions),
        "observations": with_days_above(values.get("observations", ())),
    }
    return Plan(**full)


def _all_targets(values: Values) -> Iterator[Values]:
    """Yield the values of every target of a plan."""
    yield from values.get("indicators", ())
    for action in values.get("actions", ()):
        yield from action.get("targets", ())


def trajectory_of(values: dict[str, NodeValue]) -> tuple[TrajectoryNode, ...]:
    """Return the nodes of a trajectory in the order of their periods."""
    nodes = []
    for period, value in values.items():
        nodes.append(TrajectoryNode(period_of(period), *value))
    nodes.sort(key=lambda node: node.period.end)
    return tuple(nodes)


def own_units(definitions: Iterable[UnitDefinition]) -> dict[str, Unit]:
    """Return the units of a plan's own by symbol; each may build on an earlier one."""
    units: dict[str, Unit] = {}
    for one in definitions:
        of = None
        if one.of is not None:
            of = units.get(one.of) or find_unit(one.of)
        units[one.symbol] = own_unit(one.symbol, one.name, of, one.factor or Decimal(1))
    return units


SOURCE_FORM = _form(Source)
UNIT_FORM = _form(UnitDefinition, "Unit")
THRESHOLDS_FORM = _form(Thresholds)
REVISION_FORM = _form(Revision)
INDICATOR_FORM = _target_form("Indicator", OPTIONAL_KEYS | {"kind"})
TARGET_FORM = _target_form("Target", OPTIONAL_KEYS)
ACTION_FORM = _without_need(_form(Action, targets=TARGET_FORM), OPTIONAL_KEYS)._replace(
    build=_build_action
)
RATIO_FORM = _without_need(_form(Ratio), OPTIONAL_KEYS)._replace(build=_build_ratio)
NON_FIGURE_FORM = _form(NonFigure, "NoFigure")
AUDIT_FORM = _form(AuditSettings, "Audit", ignore=NON_FIGURE_FORM)
PLAN_FORM = _without_need(
    _form(
        Plan,
        sources=SOURCE_FORM,
        units=UNIT_FORM,
        thresholds=THRESHOLDS_FORM,
        indicators=INDICATOR_FORM,
        actions=ACTION_FORM,
        ratios=RATIO_FORM,
        observations=_observation_form(),
        audit=AUDIT_FORM,
    ),
    OPTIONAL_KEYS,
)._replace(build=_build_plan)
"""The whole file."""
