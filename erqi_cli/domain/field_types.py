"""Markers on the fields of the model: the kind of value of a key of the plan file, its meaning.

They only name kinds of value. `readers/yaml/fields.py` maps each to its grammar and JSON Schema.
A field without a marker is not a key of the plan file.
"""

from decimal import Decimal
from enum import Enum, auto
from typing import Annotated, NamedTuple

from erqi_cli.domain.period import Period
from erqi_cli.domain.units import Unit
from erqi_cli.i18n.text import Text


class FieldType(Enum):
    """The kinds of value that a key takes; closed lists of words are types of `vocabulary`."""

    GROWTH = auto()
    FIGURE = auto()
    POINTS = auto()
    FACTOR = auto()
    TRAJECTORY = auto()
    DEFLATOR = auto()
    TOLERANCE = auto()
    ID = auto()
    LINE = auto()
    PROSE = auto()
    DAY = auto()
    PERIOD = auto()
    YEAR = auto()
    ORDINAL = auto()
    UNIT = auto()


class Description(NamedTuple):
    """What a key means, for an editor that is given the JSON Schema."""

    en: str
    zh: str


class KeyName(NamedTuple):
    """Marks a field whose key has another name, such as a word that Python keeps for itself."""

    name: str


class NotEmpty(NamedTuple):
    """Marks a list that needs at least one entry."""

    least: int = 1


FigureGrowth = Annotated[Decimal, FieldType.GROWTH]
"""A growth in percent, written with a percent sign."""
Figure = Annotated[Decimal, FieldType.FIGURE]
"""An amount in the unit of its target, or a rate in percent: the target's kind says which."""
Points = Annotated[Decimal, FieldType.POINTS]
"""Percentage points, also below zero, as a plain number."""
Factor = Annotated[Decimal, FieldType.FACTOR]
"""How many of one unit another unit is: a number above zero."""
Tolerance = Annotated[Decimal, FieldType.TOLERANCE]
"""Percentage points; of an amount, percent of it."""
Id = Annotated[str, FieldType.ID]
Line = Annotated[str, FieldType.LINE]
"""A short text of one line, also a reference to a target."""
Name = Annotated[Text, FieldType.LINE]
"""A short text in both languages."""
Note = Annotated[Text, FieldType.PROSE]
"""A longer text in both languages."""
Day = Annotated[str, FieldType.DAY]
"""A day as YEAR-MONTH-DAY."""
PeriodOfYear = Annotated[Period, FieldType.PERIOD]
Year = Annotated[int, FieldType.YEAR]
Ordinal = Annotated[int, FieldType.ORDINAL]
UnitSymbol = Annotated[Unit, FieldType.UNIT]
