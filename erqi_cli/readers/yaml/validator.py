"""Builds pydantic's validator for the model, and puts what it refuses into our words at the right place.

`pydantic_core.SchemaValidator` is the engine of every pydantic model. It is built here straight from the dataclasses'
annotations, because the first use of `BaseModel` or `TypeAdapter` imports pydantic's field and plugin machinery
(`importlib.metadata`, `email`, `zipfile` …), which alone costs more than reading the whole plan. A test holds
this validator and `pydantic.TypeAdapter(Plan)` against each other.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic_core import SchemaValidator, ValidationError, core_schema

from erqi_cli.domain.field_types import AtLeastOne, Bilingual
from erqi_cli.domain.plan import Plan
from erqi_cli.errors import MOST, Place, Problem
from erqi_cli.i18n.language import LANGUAGES
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, brief
from erqi_cli.parsing.scalar import Scalar
from erqi_cli.parsing.suggest import nearest
from erqi_cli.readers.yaml.tree import BLANK, MERGE, Document, Mapping, Sequence

Schema = core_schema.CoreSchema
UNKNOWN_KEY = ("unexpected_keyword_argument", "extra_forbidden")
CHINESE_KEYS = {
    "编号": ("id",),
    "名称": ("name",),
    "区县": ("district",),
    "地区": ("district",),
    "基期年": ("base_year",),
    "计划年": ("plan_year",),
    "来源": ("source", "sources"),
    "指标": ("indicators", "target"),
    "行动": ("actions",),
    "目标": ("targets", "target"),
    "单位": ("unit",),
    "口径": ("price_basis",),
    "增速": ("growth",),
    "增长": ("growth",),
    "上限": ("upper",),
    "容差": ("tolerance",),
    "数值": ("value",),
    "类型": ("kind",),
    "期限": ("due",),
    "进度": ("pace",),
    "时期": ("period",),
    "状态": ("status",),
    "公布日期": ("published",),
    "发布者": ("publisher",),
    "标题": ("title",),
    "说明": ("note",),
    "备注": ("note",),
    "原文": ("phrases",),
    "cn": ("zh",),
}
"""What a key written in Chinese means, where the mapping has such a key."""
CODES = {"missing": "E205", "dataclass_type": "E206", "dict_type": "E206", "tuple_type": "E207", "too_short": "E312"}


def validate(document: Document) -> Plan | None:
    """Return the plan that a document holds, or None after adding every fault to the document's problems."""
    try:
        return _validator().validate_python(document.root)  # type: ignore[no-any-return]
    except ValidationError as error:
        document.problems += _problems(document, error.errors(include_url=False, include_input=False)[:MOST])
        return None


@lru_cache(maxsize=1)
def _validator() -> SchemaValidator:
    return SchemaValidator(_dataclass(Plan))


def _dataclass(cls: type) -> Schema:
    parts = fields(cls)
    arguments = [_field(part) for part in parts]
    return core_schema.dataclass_schema(
        cls,
        core_schema.dataclass_args_schema(cls.__name__, arguments),
        [part.name for part in parts],
        slots=True,
        frozen=True,
        config=core_schema.CoreConfig(extra_fields_behavior="forbid"),
    )


def _field(part: "Field[Any]") -> core_schema.DataclassField:
    schema = _annotation(part.type)
    if part.default is not MISSING:
        schema = core_schema.with_default_schema(schema, default=part.default)
    return core_schema.dataclass_field(part.name, schema, kw_only=True)


def _annotation(hint: Any) -> Schema:
    """Return the schema of `X`, `X | None`, `tuple[X, ...]` or an Annotated form of them."""
    if get_origin(hint) is Annotated:
        return _annotated(hint)
    if is_dataclass(hint):
        return _dataclass(hint)  # type: ignore[arg-type]
    arguments = get_args(hint)
    if NoneType in arguments:
        return _annotation(next(part for part in arguments if part is not NoneType))
    return core_schema.tuple_variable_schema(_annotation(arguments[0]))


def _annotated(hint: Any) -> Schema:
    if marker := _marker(hint, Scalar, Bilingual):
        return marker.core_schema()  # type: ignore[no-any-return]
    schema = _annotation(get_args(hint)[0])
    if marker := _marker(hint, AtLeastOne):
        return {**schema, "min_length": marker.least}
    return schema


def _marker(hint: Any, *kinds: type) -> Any:
    """Return the marker that an annotation carries itself, not one inside a tuple or a union."""
    return next((part for part in getattr(hint, "__metadata__", ()) if isinstance(part, kinds)), None)


def _problems(document: Document, details: list[Any]) -> Iterator[Problem]:
    """Yield the problems; a key that is missing only because it is mistyped is not reported twice."""
    mistyped = {(*path[:-1], _meant(path)) for path in (detail["loc"] for detail in details if detail["type"] in UNKNOWN_KEY)}
    for detail in details:
        problem = None if detail["loc"] in mistyped else _problem(document, detail)
        if problem:
            yield problem


def _meant(path: tuple[int | str, ...]) -> str | None:
    """Return the key that a mistyped one was meant to be, or None."""
    key = unicodedata.normalize("NFKC", str(path[-1])).strip().lower().replace("-", "_")
    known = _keys(_model(path[:-1]))
    return next((word for word in CHINESE_KEYS.get(key, ()) if word in known), None) or next(iter(nearest(key, known)), None)


def _keys(model: type) -> list[str]:
    return [*LANGUAGES] if model is Text else [part.name for part in fields(model)]


def _problem(document: Document, detail: Any) -> Problem | None:
    path = detail["loc"]
    node, key_place, value_place = _walk(document.root, path)
    if node == BLANK or path[-1:] == (MERGE,):
        return None  # refused already, where the file was parsed
    if detail["type"] == "too_short" and node:
        return None  # only its entries are wrong
    place = value_place if isinstance(node, str) else key_place
    fault = detail.get("ctx", {}).get("error")
    if isinstance(fault, ValueFault):
        return document.problem(fault.code, place, fault.remedy, **fault.values)
    if detail["type"] in UNKNOWN_KEY:
        return _unknown_key(document, key_place, path)
    return document.problem(CODES[detail["type"]], place, key=same(str(path[-1]) if path else "?"))


def _walk(root: Any, path: tuple[int | str, ...]) -> tuple[Any, Place, Place]:
    """Return the node at a path with the places of its key and of itself.

    Where the path leaves the file (a key that is missing), they are those of the nearest node above it.
    """
    node, key_place, value_place = root, Place(1, 1), Place(1, 1)
    for step in path:
        if isinstance(node, Mapping) and step in node.places:
            key_place, value_place = node.places[str(step)]
            node = node[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int):
            key_place = value_place = node.places[step]
            node = node[step]
        else:
            break
    return node, key_place, value_place


def _unknown_key(document: Document, place: Place, path: tuple[int | str, ...]) -> Problem:
    listed, meant = ", ".join(_keys(_model(path[:-1]))), _meant(path)
    suggestion = Text(f"是否想写 {meant}？可用的键：{listed}", f"did you mean {meant}? keys allowed here: {listed}")
    return document.problem("E204", place, suggestion if meant else None, key=same(brief(str(path[-1]))), allowed=listed)


def _model(path: tuple[int | str, ...]) -> type:
    """Return the class of the mapping at a path."""
    model: type = Plan
    for step in path:
        if isinstance(step, str):
            hint = next(part.type for part in fields(model) if part.name == step)
            model = next(_classes(hint))
    return model


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and (hint is Text or is_dataclass(hint)):
        yield hint
    for part in get_args(hint):
        yield from _classes(part)
