"""The shape of a workbook: sheets of fields, each with the values of its rows."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Generic, Literal, NamedTuple

from erqi_cli.i18n.text import Text, same
from erqi_cli.results.result import Note, Row, Row_contra, Tone

NumberForm = Literal["rate", "percent", "amount", "change", "points", "lead", "use", "limit"]
"""How a number looks, and what it counts.

`rate` and `percent` are in percent and become percent cells, a rate with the places that it has
and a percent with two. `amount` has thousands separators, `change` a sign too.
The others are percentage points: `points` in general, `lead` ahead or behind, `use` of a limit
(more or less than its timetable allows), `limit` within or over a limit on growth. The last three
have two places.
"""
FieldKind = Literal["text", "words", "label", "number", "day"]
"""`words` are a text with a column for each language in a bilingual sheet; a `label` is short."""
InputLimits = Literal["growth", "base"]
"""What a reader may type into an input: a growth rate, or a base value."""


class Number(NamedTuple):
    """A number of a sheet.

    `value` is exact, 9 for 9%; where it is None the cell shows `otherwise`. `formula` calculates it
    from other fields of the same row, whose keys stand in braces; a rate among them counts as 0.09.
    `is_input` marks a number that a reader may change. At most `places` decimals are shown.
    A quotient is not `is_exact`: it has 34 digits.
    """

    value: Decimal | None
    form: NumberForm
    formula: str | None = None
    is_input: bool = False
    otherwise: Text = same("–")
    places: int = 4
    is_exact: bool = True

    @property
    def may_change(self) -> bool:
        """Whether a reader or a formula may change it."""
        return self.is_input or self.formula is not None


class Day(NamedTuple):
    """A day, of which only the year or the month is shown where it is the end of one."""

    text: str
    shown: Literal["day", "month", "year"] = "day"


class NoteRefs(NamedTuple):
    """Notes on a row: the cell gives their numbers, and their texts stand under the rows."""

    notes: tuple[Note, ...]


CellValue = Number | Day | Text | NoteRefs | None
"""What one field has in a row."""


class Field(NamedTuple, Generic[Row_contra]):
    """One field of a sheet, declared once.

    `value` reads it from a row, `tone` colours it. `max_width` is in characters. An `optional`
    field is left out where no row has it. `limits` are checked when a reader changes an input.
    A field that is not `printed` is for the screen only; such fields stand last.
    """

    key: str
    title: Text
    value: Callable[[Row_contra], CellValue]
    kind: FieldKind = "text"
    max_width: int = 28
    optional: bool = False
    tone: Callable[[Row_contra], Tone | None] | None = None
    limits: InputLimits | None = None
    printed: bool = True


class FilledField(NamedTuple):
    """A field with its values and tones, one for each row of the sheet."""

    key: str
    title: Text
    kind: FieldKind
    max_width: int
    limits: InputLimits | None
    printed: bool
    values: tuple[CellValue, ...]
    tones: tuple[Tone | None, ...]

    @property
    def changing_number(self) -> Number | None:
        """The first number that a reader or a formula may change."""
        for value in self.values:
            if isinstance(value, Number) and value.may_change:
                return value
        return None


def fill_fields(fields: Iterable[Field[Row]], rows: tuple[Row, ...]) -> tuple[FilledField, ...]:
    """Return the fields with the values of these rows, without optional fields that no row has."""
    filled = []
    for field in fields:
        values = tuple(field.value(row) for row in rows)
        if not field.optional or any(values):
            filled.append(_filled(field, rows, values))
    return tuple(filled)


def _filled(field: Field[Row], rows: tuple[Row, ...], values: tuple[CellValue, ...]) -> FilledField:
    tones: list[Tone | None] = [None] * len(rows)
    if field.tone is not None:
        tones = [field.tone(row) for row in rows]
    return FilledField(
        key=field.key,
        title=field.title,
        kind=field.kind,
        max_width=field.max_width,
        limits=field.limits,
        printed=field.printed,
        values=values,
        tones=tuple(tones),
    )


class Sheet(NamedTuple):
    """One sheet of a workbook.

    `about` stands under the title; `legend` explains the cells that may be changed; `below` and
    the notes follow the rows. The columns up to the field `freeze_after` do not scroll sideways.
    `filtered` offers to filter the rows.
    """

    name: Text
    title: Text
    fields: tuple[FilledField, ...]
    row_count: int
    notes: tuple[Note, ...] = ()
    about: tuple[Text, ...] = ()
    freeze_after: str = "name"
    legend: Text | None = None
    below: tuple[Text, ...] = ()
    filtered: bool = False


class Workbook(NamedTuple):
    """A workbook: its title, the last day with data (YEAR-MONTH-DAY), and its sheets."""

    title: Text
    day: str
    sheets: tuple[Sheet, ...]
