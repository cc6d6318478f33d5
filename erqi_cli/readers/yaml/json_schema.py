"""The JSON Schema of a plan file, made by pydantic from the schema that validates it."""

import json

from erqi_cli.domain.vocabulary import RATE_KINDS, Kind
from erqi_cli.readers.yaml.fields import JsonSchema
from erqi_cli.readers.yaml.forms import PLAN_FORM
from erqi_cli.readers.yaml.rules.keys import REQUIRED_KEYS
from erqi_cli.readers.yaml.validator import core_schema_of

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> JsonSchema:
    """Return the JSON Schema of a plan: the keys, which are needed, and the form of each value."""
    from pydantic.json_schema import GenerateJsonSchema

    schema = GenerateJsonSchema().generate(core_schema_of(PLAN_FORM))
    schema["$defs"]["Target"]["allOf"] = _figure_by_kind()
    return {"$schema": SCHEMA_ID, **schema, "title": "erqi plan"}


def _figure_by_kind() -> list[JsonSchema]:
    """Return what a target's keys have to be, by its kind."""
    rate_kinds = [kind.value for kind in Kind if kind in RATE_KINDS]
    rules: list[JsonSchema] = [
        {
            "if": {"properties": {"kind": {"enum": rate_kinds}}},
            "then": {"properties": {"value": {"type": "string", "pattern": "%$"}}},
        }
    ]
    for kind, keys in REQUIRED_KEYS.items():
        rules.append(
            {"if": {"properties": {"kind": {"const": kind}}}, "then": {"required": [*keys]}}
        )
    return rules


def schema_text() -> str:
    """Return the JSON Schema as text."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"
