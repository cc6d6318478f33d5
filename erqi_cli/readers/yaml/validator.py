"""Builds pydantic's validator of a plan, and words what it refuses as problems at their places.

`pydantic_core.SchemaValidator` is the engine of every pydantic model. It is built here from the
forms of the plan file, because the first use of `BaseModel` or `TypeAdapter` imports pydantic's
field and plugin machinery (`importlib.metadata`, `email`, `zipfile` …): with it a start takes 1.7
times the floor of its imports, without it 1.05 times. `json_schema` makes the JSON Schema from the
same core schema.
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError, core_schema

from erqi_cli.domain.field_types import FieldType
from erqi_cli.domain.plan import Plan
from erqi_cli.errors import MOST, Place, Problem
from erqi_cli.i18n.language import LANGUAGES
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.date import parse_period
from erqi_cli.parsing.fault import ValueFault, brief
from erqi_cli.parsing.meant import KEYS, meaning
from erqi_cli.parsing.messages import USE_TRAJECTORY
from erqi_cli.parsing.suggest import did_you_mean, nearest
from erqi_cli.readers.yaml.fields import Grammar, JsonSchema, grammar_of
from erqi_cli.readers.yaml.forms import PLAN_FORM, Form, Key, trajectory_of
from erqi_cli.readers.yaml.messages import ADD_KIND
from erqi_cli.readers.yaml.tree import BLANK, MERGE, Document, Mapping, Node, Sequence

Schema = core_schema.CoreSchema
Metadata = dict[str, object]
JsonFunction = Callable[[Schema, Callable[[Schema], JsonSchema]], JsonSchema]
"""Makes the JSON Schema of a schema, with the help of what makes it by default."""
Path = tuple[int | str, ...]
"""The keys and indices that lead to a value."""
UNKNOWN_KEY = "extra_forbidden"
KEY_STEP = "[key]"
"""The last step of a path that leads to a key and not to its value."""
OLD_KEYS = {"monthly_shares": USE_TRAJECTORY}
"""Keys of release 0.1, each with what is written now."""
CODES = {"missing": "E205", "dict_type": "E206", "tuple_type": "E207", "too_short": "E312"}
"""The error codes of what pydantic's core refuses by itself."""


def validate(document: Document) -> Plan | None:
    """Return the plan of a document, or None after adding what is wrong to its problems."""
    try:
        plan: Plan = _validator().validate_python(document.root)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        document.problems += _problems(document, details[:MOST])
        return None
    return plan


@lru_cache(maxsize=1)
def _validator() -> SchemaValidator:
    return SchemaValidator(core_schema_of(PLAN_FORM))


def core_schema_of(form: Form) -> Schema:
    """Return the pydantic-core schema of a mapping: its keys, and what builds its object."""
    keys = {}
    for key in form.keys:
        keys[key.name] = core_schema.typed_dict_field(
            _value_schema(key),
            required=key.is_required,
            metadata=_described(key),
        )
    about: JsonSchema = {
        "additionalProperties": False,
        "title": form.name,
        "description": form.description,
    }
    mapping = core_schema.typed_dict_schema(
        keys,
        extra_behavior="forbid",
        metadata=_with_json(about),
    )
    return core_schema.no_info_after_validator_function(form.build, mapping, ref=form.name)


def _value_schema(key: Key) -> Schema:
    """Return the schema of what a key takes."""
    if isinstance(key.takes, Form):
        schema = core_schema_of(key.takes)
    elif key.takes is FieldType.TRAJECTORY:
        return _trajectory_schema(grammar_of(key.takes))
    else:
        grammar = grammar_of(key.takes)
        schema = _bilingual_schema(grammar) if key.is_bilingual else _scalar_schema(grammar)
    if not key.is_list:
        return schema
    return core_schema.tuple_variable_schema(schema, min_length=key.least or None)


def _trajectory_schema(grammar: Grammar) -> Schema:
    """Return the schema of a trajectory: a mapping of periods to figures or words."""
    period = core_schema.no_info_plain_validator_function(_period_key)
    nodes = core_schema.dict_schema(period, _scalar_schema(grammar))
    about: JsonSchema = {
        "type": "object",
        "propertyNames": grammar_of(FieldType.PERIOD).schema,
        "additionalProperties": grammar.schema,
    }
    return core_schema.no_info_after_validator_function(
        trajectory_of, nodes, metadata=_as_json(about)
    )


def _period_key(text: object) -> str:
    """Return a period in standard form as it is; raise ValueFault E307."""
    return parse_period(str(text)).text


def _scalar_schema(grammar: Grammar) -> Schema:
    return core_schema.no_info_plain_validator_function(
        grammar.read,
        metadata=_as_json(grammar.schema),
    )


def _bilingual_schema(grammar: Grammar) -> Schema:
    """Return the schema of a text: `{zh: …, en: …}`, or one string for both languages."""
    field = core_schema.typed_dict_field(_scalar_schema(grammar))
    pair = core_schema.typed_dict_schema(dict.fromkeys(LANGUAGES, field), extra_behavior="forbid")
    text = core_schema.no_info_after_validator_function(lambda parts: Text(**parts), pair)
    pair_schema: JsonSchema = {
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, grammar.schema),
        "required": [*LANGUAGES],
        "additionalProperties": False,
    }
    metadata = _as_json({"anyOf": [grammar.schema, pair_schema]})
    return core_schema.no_info_before_validator_function(
        _for_both_languages,
        text,
        metadata=metadata,
    )


def _for_both_languages(value: object) -> object:
    """Return one string as the words of both languages, and anything else as it is."""
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    return value


def _described(key: Key) -> Metadata:
    """Return the metadata that describes a key in the JSON Schema."""
    about: JsonSchema = {"description": f"{key.description.en} / {key.description.zh}"}
    if key.default is not None:
        about["default"] = key.default
    return _with_json(about)


def _with_json(more: JsonSchema) -> Metadata:
    """Return the metadata that adds to what pydantic's generator makes of a schema."""
    return _json_metadata(lambda schema, generate: {**generate(schema), **more})


def _as_json(schema: JsonSchema) -> Metadata:
    """Return the metadata that gives the JSON Schema of a value which pydantic does not know."""
    return _json_metadata(lambda _schema, _generate: dict(schema))


def _json_metadata(function: JsonFunction) -> Metadata:
    return {"pydantic_js_annotation_functions": [function]}


def _problems(document: Document, details: list[ErrorDetails]) -> Iterator[Problem]:
    """Yield the problems; a key that is missing because it is mistyped is not reported twice."""
    unknown_keys = [detail["loc"] for detail in details if detail["type"] == UNKNOWN_KEY]
    mistyped = {(*path[:-1], _meant(path)) for path in unknown_keys}
    for detail in details:
        if detail["loc"] in mistyped:
            continue
        problem = _problem(document, detail)
        if problem is not None:
            yield problem


def _meant(path: Path) -> str | None:
    """Return the key that a mistyped one was meant to be, or None."""
    key = unicodedata.normalize("NFKC", str(path[-1])).strip().lower().replace("-", "_")
    known = _key_names(path[:-1])
    meant = meaning(key, KEYS, known)
    if meant is not None:
        return meant
    close = nearest(key, known)
    return close[0] if close else None


def _problem(document: Document, detail: ErrorDetails) -> Problem | None:
    """Return the problem that a refusal of the validator is, or None if it was reported before."""
    path = detail["loc"]
    node, key_place, value_place = _walk(document.root, path)
    if node == BLANK or path[-1:] == (MERGE,):
        return None  # refused already, where the file was parsed
    if detail["type"] == "too_short" and node:
        return None  # only its entries are wrong
    is_key = path[-1:] == (KEY_STEP,)
    place = value_place if isinstance(node, str) and not is_key else key_place
    fault = detail.get("ctx", {}).get("error")
    if isinstance(fault, ValueFault):
        return document.problem(fault.code, place, fault.remedy, **fault.values)
    if detail["type"] == UNKNOWN_KEY:
        return _unknown_key(document, key_place, path)
    key = str(path[-1]) if path else "?"
    code = CODES[detail["type"]]
    remedy = ADD_KIND if (code, key) == ("E205", "kind") else None
    return document.problem(code, place, remedy, key=same(key))


def _walk(root: "Node | None", path: Path) -> tuple["Node | None", Place, Place]:
    """Return the node at a path with the places of its key and of itself.

    Where the path leaves the file (a key that is missing), they are those of the nearest node
    above it.
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


def _unknown_key(document: Document, place: Place, path: Path) -> Problem:
    """Return the problem of a key that its mapping does not have."""
    key = same(brief(str(path[-1])))
    allowed = ", ".join(_key_names(path[:-1]))
    meant = _meant(path)
    suggestion = OLD_KEYS.get(str(path[-1]))
    if suggestion is None and meant is not None:
        suggestion = did_you_mean(meant)
    return document.problem("E204", place, suggestion, key=key, allowed=allowed)


def _key_names(path: Path) -> list[str]:
    """Return the keys that the mapping at a path may have."""
    form = PLAN_FORM
    for step in path:
        if isinstance(step, str):
            takes = form.key(step).takes
            if not isinstance(takes, Form):
                return [*LANGUAGES]
            form = takes
    return form.key_names
