"""The kinds of value that the keys of a plan take: each with its grammar, its words and its JSON Schema."""

from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, get_args

from erqi_cli.domain.units import UNIT_WORDS
from erqi_cli.i18n.language import LANGUAGES
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.date import parse_date, parse_period, parse_year
from erqi_cli.parsing.scalar import (
    NAME_LIMIT,
    NOTE_LIMIT,
    Scalar,
    one_of,
    parse_figure,
    parse_growth,
    parse_id,
    parse_line,
    parse_note,
    parse_ordinal,
    parse_share,
    parse_tolerance,
    parse_unit,
)

_NUMBER = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?"

Growth = Annotated[Decimal, Scalar(parse_growth, {"type": "string", "pattern": _NUMBER + "%$"})]
Figure = Annotated[Decimal, Scalar(parse_figure, {"type": ["number", "string"], "pattern": _NUMBER + "%?$"})]
Share = Annotated[Decimal, Scalar(parse_share, {"type": "string", "pattern": _NUMBER + "%$"})]
Tolerance = Annotated[Decimal, Scalar(parse_tolerance, {"type": "number", "minimum": 0, "maximum": 100})]
Id = Annotated[str, Scalar(parse_id, {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": 64})]
LINE = Scalar(parse_line, {"type": ["string", "number"], "maxLength": NAME_LIMIT})
Line = Annotated[str, LINE]
PROSE = Scalar(parse_note, {"type": ["string", "number"], "maxLength": NOTE_LIMIT})
Day = Annotated[str, Scalar(parse_date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]
Period = Annotated[
    str,
    Scalar(
        lambda text: parse_period(text).text, {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
    ),
]
Year = Annotated[int, Scalar(parse_year, {"type": "integer", "minimum": 1900, "maximum": 2200})]
Ordinal = Annotated[int, Scalar(parse_ordinal, {"type": "integer", "minimum": 1})]
UnitSymbol = Annotated[str, Scalar(parse_unit, {"enum": UNIT_WORDS})]

Kind = Literal["growth", "level", "count", "share", "milestone", "relative", "qualitative", "context"]
ComparatorWord = Literal["about", "at_least", "at_most", "exactly", "between"]
CommitmentWord = Literal["ensure", "plan", "strive", "seek", "urge", "prepare"]
StatusCode = Literal["A", "P", "E", "F", "B"]
ProfileWord = Literal["linear", "at_end", "monthly", "base_year"]
Profile = Annotated[ProfileWord, one_of(*get_args(ProfileWord))]
Comparator = Annotated[ComparatorWord, one_of(*get_args(ComparatorWord))]
Commitment = Annotated[CommitmentWord, one_of(*get_args(CommitmentWord))]
KindWord = Annotated[Kind, one_of(*get_args(Kind))]
PriceBasis = Annotated[Literal["constant", "current"], one_of("constant", "current")]
Status = Annotated[StatusCode, one_of(*get_args(StatusCode))]
Form = Annotated[Literal["share", "percent", "multiple"], one_of("share", "percent", "multiple")]


class About(NamedTuple):
    """What a key means, for an editor that is given the JSON Schema."""

    en: str
    zh: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "description": f"{self.en} / {self.zh}"}


class Bilingual(NamedTuple):
    """Marks a text that a file gives as `{zh: …, en: …}`, or as one string that serves both languages."""

    words: Scalar

    def core_schema(self) -> Any:
        """Return the pydantic-core schema of such a text."""
        from pydantic_core import core_schema

        field = core_schema.typed_dict_field(self.words.core_schema())
        pair = core_schema.typed_dict_schema(dict.fromkeys(LANGUAGES, field), extra_behavior="forbid")
        whole = core_schema.no_info_after_validator_function(lambda parts: Text(**parts), pair)
        return core_schema.no_info_before_validator_function(self.both, whole)

    @staticmethod
    def both(value: object) -> object:
        """Return one string as the words of both languages, and anything else as it is."""
        return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return self.core_schema()

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        words = self.words.schema
        pair = {"type": "object", "properties": dict.fromkeys(LANGUAGES, words)}
        return {"anyOf": [words, {**pair, "required": [*LANGUAGES], "additionalProperties": False}]}


class AtLeastOne(NamedTuple):
    """Marks a list that may not be empty."""

    least: int = 1

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), "min_length": self.least}

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "minItems": self.least}


Name = Annotated[Text, Bilingual(LINE)]
Note = Annotated[Text, Bilingual(PROSE)]

MonthlyShares = Annotated[
    tuple[Share, ...], About("with pace monthly: 12 cumulative shares of the year", "与 pace: monthly 同用：12 个逐月累计占比")
]
