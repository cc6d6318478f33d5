"""The shape of a workbook: sheets of fields, each field declared once with its number format and formula."""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from erqi_cli.i18n.text import Text, same
from erqi_cli.results.result import Note, Record, Result, Tone

Form = Literal["rate", "percent", "amount", "change", "points", "lead", "use", "limit"]
"""How a number looks, and what it counts.

`rate` and `percent` are in percent and become percent cells, a rate with the places that it has and a percent with two.
`amount` has thousands separators, `change` a sign besides. `points`, `lead` (ahead or behind), `use` (of a limit,
more or less than its timetable has) and `limit` (within or over that of a growth) are percentage points, the last three
with two places.
"""


class Number(NamedTuple):
    """A number of a sheet.

    `value` is exact and as records carry it, 9 for 9%; where it is None the cell says `otherwise`. `formula` makes it
    from other fields of the same row, whose keys stand in braces; a rate among them counts as 0.09. `is_input` marks a
    number that a reader may change. `places` are shown at most. A quotient is not `is_exact`: it carries 34 digits.
    """

    value: Decimal | None
    form: Form
    formula: str | None = None
    is_input: bool = False
    otherwise: Text = same("–")
    places: int = 4
    is_exact: bool = True


class Day(NamedTuple):
    """A day, of which only the year or the month is shown where it is the end of one."""

    text: str
    shown: Literal["day", "month", "year"] = "day"


class Marks(NamedTuple):
    """Remarks on a row: the cell gives their numbers, and their words stand under the rows."""

    notes: tuple[Note, ...]


Content = Number | Day | Text | Marks | None
"""What one field holds of a row."""


class Field(NamedTuple):
    """One field of a sheet, a column.

    `words` are a text that has a column for each language where both are wanted, a `label` is one of a few short words.
    `most` is the greatest width in characters. A field is left out where it is `optional` and no row has it. `limits` says
    what may be typed into it. The last fields may be for the screen only, and not `printed`.
    """

    key: str
    title: Text
    cell: Callable[[Record], Content]
    kind: Literal["text", "words", "label", "number", "day"] = "text"
    most: int = 28
    optional: bool = False
    tone: Callable[[Record], Tone | None] | None = None
    limits: Literal["growth", "base"] | None = None
    printed: bool = True


class Sheet(NamedTuple):
    """One sheet: a result's title, rows and notes, in these fields.

    `about` stands under the title, `legend` says what the marked cells are, and `below` follows the rows. Up to the field
    `held` a sheet does not scroll sideways; `filtered` offers to filter its rows.
    """

    name: Text
    result: Result[Record]
    fields: tuple[Field, ...]
    about: tuple[Text, ...]
    held: str = "name"
    legend: Text | None = None
    below: tuple[Text, ...] = ()
    filtered: bool = False


class Workbook(NamedTuple):
    """A workbook: its title, the day that its data reach (YEAR-MONTH-DAY), and its sheets."""

    title: Text
    day: str
    sheets: tuple[Sheet, ...]
