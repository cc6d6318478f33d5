"""The JSON Schema of a plan file, made by pydantic from the schema that validates it."""

import json

from erqi_cli.domain.vocabulary import Kind
from erqi_cli.readers.yaml.fields import JsonSchema
from erqi_cli.readers.yaml.forms import PLAN_FORM
from erqi_cli.readers.yaml.rules.keys import REQUIRED_KEYS
from erqi_cli.readers.yaml.validator import core_schema_of

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"

RATE_IN_VALUE: JsonSchema = {"properties": {"value": {"type": "string", "pattern": "%$"}}}
"""The figure under `value` is a rate."""
GROWTH_WITHOUT_KIND: JsonSchema = {
    "if": {"not": {"required": ["kind"]}},
    "then": {"required": ["growth"]},
}
"""A headline indicator that names no kind is a growth target."""
REVISED_FIGURE: JsonSchema = {
    "anyOf": [{"required": ["growth"]}, {"required": ["value"]}, {"required": ["upper"]}],
}
"""A revision has a new figure."""


def plan_schema() -> JsonSchema:
    """Return the JSON Schema of a plan: the keys, which are needed, and the form of each value."""
    from pydantic.json_schema import GenerateJsonSchema

    schema = GenerateJsonSchema().generate(core_schema_of(PLAN_FORM))
    definitions = schema["$defs"]
    definitions["Target"]["allOf"] = _figure_by_kind()
    definitions["Indicator"]["allOf"] = [*_figure_by_kind(), GROWTH_WITHOUT_KIND]
    definitions["Revision"].update(REVISED_FIGURE)
    return {"$schema": SCHEMA_ID, **schema, "title": "erqi plan"}


def _figure_by_kind() -> list[JsonSchema]:
    """Return what a target's keys have to be, by its kind."""
    rules: list[JsonSchema] = [
        {"if": _of_kind(Kind.SHARE), "then": RATE_IN_VALUE},
        {
            "if": {**_of_kind(Kind.GROWTH), "not": {"required": ["growth"]}},
            "then": {"required": ["value"], **RATE_IN_VALUE},
        },
    ]
    for kind, keys in REQUIRED_KEYS.items():
        rules.append({"if": _of_kind(kind), "then": {"required": [*keys]}})
    return rules


def _of_kind(kind: Kind) -> JsonSchema:
    """Return the schema of a target that names this kind."""
    return {"required": ["kind"], "properties": {"kind": {"const": kind.value}}}


def schema_text() -> str:
    """Return the JSON Schema as text."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"
