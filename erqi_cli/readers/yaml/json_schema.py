"""The JSON Schema of a plan file, made by pydantic from the model."""

import json
from typing import Any

from erqi_cli.domain.plan import RATES
from erqi_cli.readers.yaml.rules import NEEDS

FIGURE_BY_KIND = [
    {
        "if": {"properties": {"kind": {"enum": [*RATES]}}},
        "then": {"properties": {"value": {"type": "string", "pattern": "%$"}}},
    },
    *({"if": {"properties": {"kind": {"const": kind}}}, "then": {"required": [*keys]}} for kind, keys in NEEDS.items()),
]
"""What a target's figure looks like depends on its kind."""
SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan: the keys, which are needed, and the form of each value."""
    from pydantic import TypeAdapter

    from erqi_cli.domain.plan import Plan

    schema = _without_null(TypeAdapter(Plan).json_schema())
    assert isinstance(schema, dict)
    schema["$defs"]["Target"]["allOf"] = FIGURE_BY_KIND
    return {"$schema": SCHEMA_ID, **schema, "title": "erqi plan"}


def schema_text() -> str:
    """Return the JSON Schema as text."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _without_null(node: Any) -> Any:
    """Return a schema without null: a key that does not apply is left out, never left blank."""
    if isinstance(node, list):
        return [_without_null(part) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_null(value) for key, value in node.items() if not (key == "default" and value in (None, [], ()))}
    choices = [part for part in kept.get("anyOf", ()) if part != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **{key: value for key, value in kept.items() if key != "anyOf"}}
    return {**kept, "anyOf": choices} if choices else kept
