"""The grammar and the JSON Schema of each kind of value that a key of the plan file takes."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from erqi_cli.domain.field_types import FieldType
from erqi_cli.domain.units import UNIT_WORDS
from erqi_cli.parsing.date import YEARS, observed_period, parse_date, parse_year
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.parsing.scalar import (
    ID_LIMIT,
    NAME_LIMIT,
    NOTE_LIMIT,
    parse_choice,
    parse_deflator,
    parse_factor,
    parse_figure,
    parse_growth,
    parse_id,
    parse_line,
    parse_node,
    parse_note,
    parse_ordinal,
    parse_points,
    parse_tolerance,
    unit_or_words,
)
from erqi_cli.readers.yaml.tree import Scalar

JsonSchema = dict[str, object]

NUMBER = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?"
ID = r"^[^\s.,:_/\\]+$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PERIOD = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


class Grammar(NamedTuple):
    """How one kind of value is read.

    `parse` takes the user's text, `schema` describes it to an editor.
    """

    parse: Callable[[str], object]
    schema: JsonSchema

    def read(self, value: object) -> object:
        """Return the value of a scalar and store it there; raise ValueFault E208 for another node.

        The rules between values read what is stored: no other code parses the text again.
        """
        if not isinstance(value, Scalar):
            raise ValueFault("E208")
        value.parsed = self.parse(value)
        return value.parsed


GRAMMARS = {
    FieldType.GROWTH: Grammar(parse_growth, {"type": "string", "pattern": NUMBER + "%$"}),
    FieldType.FIGURE: Grammar(
        parse_figure, {"type": ["number", "string"], "pattern": NUMBER + "%?$"}
    ),
    FieldType.POINTS: Grammar(parse_points, {"type": "number", "minimum": -100, "maximum": 100}),
    FieldType.FACTOR: Grammar(parse_factor, {"type": "number", "exclusiveMinimum": 0}),
    FieldType.DEFLATOR: Grammar(parse_deflator, {"type": "string", "maxLength": NAME_LIMIT}),
    FieldType.TRAJECTORY: Grammar(parse_node, {"type": ["string", "number"]}),
    FieldType.TOLERANCE: Grammar(parse_tolerance, {"type": "number", "minimum": 0, "maximum": 100}),
    FieldType.ID: Grammar(parse_id, {"type": "string", "pattern": ID, "maxLength": ID_LIMIT}),
    FieldType.LINE: Grammar(parse_line, {"type": ["string", "number"], "maxLength": NAME_LIMIT}),
    FieldType.PROSE: Grammar(parse_note, {"type": ["string", "number"], "maxLength": NOTE_LIMIT}),
    FieldType.DAY: Grammar(parse_date, {"type": "string", "pattern": DAY}),
    FieldType.PERIOD: Grammar(observed_period, {"type": ["string", "integer"], "pattern": PERIOD}),
    FieldType.YEAR: Grammar(
        parse_year, {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]}
    ),
    FieldType.ORDINAL: Grammar(parse_ordinal, {"type": "integer", "minimum": 1}),
    FieldType.UNIT: Grammar(unit_or_words, {"anyOf": [{"enum": UNIT_WORDS}, {"type": "string"}]}),
}


def grammar_of(field_type: FieldType | type[StrEnum]) -> Grammar:
    """Return the grammar of a kind of value, or of a closed list of words."""
    if isinstance(field_type, FieldType):
        return GRAMMARS[field_type]
    return Grammar(partial(parse_choice, field_type), {"enum": [word.value for word in field_type]})
