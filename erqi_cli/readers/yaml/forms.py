"""The mappings that a plan file is made of: their keys, and the objects that are built from them.

The keys come from the marked fields of the model. A target has two forms in the file: under
`indicators` it is a headline growth target, in an action its kind is given.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from inspect import getdoc
from types import NoneType
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from erqi_cli.domain.field_types import Description, FieldType, NotEmpty
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Action, AuditSettings, NonFigure, Plan, Ratio, Source
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text

Values = dict[str, Any]
"""The values of a mapping by key, each read by its grammar."""
Built = TypeVar("Built")


class Key(NamedTuple):
    """A key of a mapping.

    It takes values of a type, or mappings of a form; a list of them with `is_list`, in which at
    least `least` are needed. A text may be bilingual. `default` is shown to editors.
    """

    name: str
    takes: "FieldType | type[StrEnum] | Form"
    description: Description
    is_required: bool
    is_list: bool = False
    least: int = 0
    is_bilingual: bool = False
    default: str | None = None


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
            keys[name] = _key(name, parts, default, forms.get(name))
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
    return Key(
        name=name,
        takes=form or next(filter(_is_value_type, parts)),
        description=descriptions[0],
        is_required=default is MISSING,
        is_list=tuple in parts,
        least=not_empty[0].least if not_empty else 0,
        is_bilingual=Text in parts,
        default=default if isinstance(default, StrEnum) else None,
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
    return Form(name or model.__name__, getdoc(model) or "", keys, lambda values: model(**values))


HEADLINE_KEYS = (
    *(
        "id",
        "name",
        "unit",
        "price_basis",
        "growth",
        "upper",
        "comparator",
        "tolerance",
        "commitment",
    ),
    *("phrases", "source", "pace", "monthly_shares", "no_baseline", "note"),
)
HEADLINE_REQUIRED = frozenset({"id", "name", "price_basis", "growth", "phrases"})
HEADLINE_TYPES = {"upper": FieldType.GROWTH}
HEADLINE_DESCRIPTIONS = {
    "id": Description("stable id", "编号"),
    "unit": Description("unit of the level", "水平值的单位"),
    "tolerance": Description("percentage points that `about` allows", "“左右”的容差（百分点）"),
    "phrases": Description("the words that hold the figure", "含数字的原文短语"),
    "pace": Description(
        "how the base year spread over its months: monthly, base_year or linear",
        "基期年在各月的分布：monthly、base_year 或 linear",
    ),
}
"""What a key of a headline indicator means where it differs from the same key in an action."""
TARGET_KEYS = (
    *(
        "id",
        "name",
        "kind",
        "value",
        "upper",
        "unit",
        "comparator",
        "tolerance",
        "commitment",
        "due",
    ),
    *("baseline", "pace", "monthly_shares", "to", "phrases", "source", "note"),
)
HEADLINE_DESCRIPTION = (
    "A headline indicator with its growth target. "
    "`growth`, `upper` are in percent, `tolerance` in percentage points."
)
TARGET_DESCRIPTION = (
    "A figure inside an action: a target, or a context figure that is shown and never scored."
    "\n\n"
    "`value` is in `unit`; for the kinds growth and share it is in percent."
)
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
    "`status` is SDMX CL_OBS_STATUS: A final, P preliminary, E estimate, F forecast, B break."
)


def _headline_form() -> Form:
    """Return the form of a target under `indicators`; the plan's form builds it."""
    all_keys = _keys_of(Target, {})
    keys = []
    for name in HEADLINE_KEYS:
        key = all_keys[name]._replace(is_required=name in HEADLINE_REQUIRED)
        key = key._replace(takes=HEADLINE_TYPES.get(name, key.takes))
        keys.append(key._replace(description=HEADLINE_DESCRIPTIONS.get(name, key.description)))
    return Form("Indicator", HEADLINE_DESCRIPTION, tuple(keys), dict)


def _target_form() -> Form:
    """Return the form of a target in an action; the action's form builds it."""
    all_keys = _keys_of(Target, {})
    keys = tuple(all_keys[name] for name in TARGET_KEYS)
    return Form("Target", TARGET_DESCRIPTION, keys, dict)


def _observation_form() -> Form:
    """Return the form of an observation, which has to name its source."""
    form = _form(Observation)
    keys = [form.key(name) for name in OBSERVATION_KEYS]
    required = tuple(
        key._replace(is_required=key.is_required or key.name == "source") for key in keys
    )
    return form._replace(description=OBSERVATION_DESCRIPTION, keys=required)


def _build_action(values: Values) -> Action:
    """Return an action; its targets get their full ids, a growth target its rate from `value`."""
    targets = []
    for target in values.get("targets", ()):
        full = {**target, "id": f"{values['id']}.{target['id']}"}
        if target["kind"] is Kind.GROWTH:
            full["growth"] = full.pop("value", None)
        targets.append(Target(**full))
    return Action(**{**values, "targets": tuple(targets)})


def _build_plan(values: Values) -> Plan:
    """Return a plan; what stands under `indicators` are growth targets."""
    indicators = tuple(Target(kind=Kind.GROWTH, **indicator) for indicator in values["indicators"])
    return Plan(**{**values, "indicators": indicators})


SOURCE_FORM = _form(Source)
HEADLINE_FORM = _headline_form()
TARGET_FORM = _target_form()
ACTION_FORM = _form(Action, targets=TARGET_FORM)._replace(build=_build_action)
RATIO_FORM = _form(Ratio)
NON_FIGURE_FORM = _form(NonFigure, "NoFigure")
AUDIT_FORM = _form(AuditSettings, "Audit", ignore=NON_FIGURE_FORM)
PLAN_FORM = _form(
    Plan,
    sources=SOURCE_FORM,
    indicators=HEADLINE_FORM,
    actions=ACTION_FORM,
    ratios=RATIO_FORM,
    observations=_observation_form(),
    audit=AUDIT_FORM,
)._replace(build=_build_plan)
"""The whole file."""
