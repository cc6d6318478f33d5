"""Turns a result's cells into the strings that tables and markdown show, and numbers its notes."""

from dataclasses import dataclass, field
from decimal import Decimal

from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text
from erqi_cli.output.sanitize import escape_invisible
from erqi_cli.results.formatting import format_number
from erqi_cli.results.result import Cell, Column, Note, Result, Row

ABSENT = "–"
WHAT_IF = Text("假设：", "What-if: ")


@dataclass(slots=True)
class NumberedNotes:
    """Notes in the order in which they are first shown, each once."""

    lang: Lang
    notes: dict[str, int] = field(default_factory=dict)

    def number(self, note: Note) -> int:
        """Return the number of a note, the next one for a new note."""
        words = format_cell(note.text, self.lang)
        next_number = len(self.notes) + 1
        return self.notes.setdefault(words, next_number)


def visible_columns(result: Result[Row]) -> list[Column[Row]]:
    """Return the columns that a table shows.

    A column of words, of notes, or shown for `some` rows is left out if no row has any.
    """
    columns = []
    for column in result.columns:
        is_for_tables = column.shown_in != "csv" and column.bar is None
        if is_for_tables and _is_needed(column, result):
            columns.append(column)
    return columns


def _is_needed(column: Column[Row], result: Result[Row]) -> bool:
    if column.kind == "number" and column.shown_in == "all":
        return True
    return any(_has_content(column.cell(row)) for row in result.rows)


def _has_content(cell: Cell) -> bool:
    is_number = isinstance(cell, Decimal | int)  # zero is content too
    return is_number or bool(cell)


def format_cell(cell: Cell, lang: Lang) -> str:
    """Return a cell as a string that is safe to show."""
    if cell is None:
        return ABSENT
    if isinstance(cell, Text):
        return escape_invisible(cell.pick(lang))
    if isinstance(cell, Decimal):
        return format_number(cell)
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, str):
        return escape_invisible(cell)
    return ", ".join(format_cell(note.text, lang) for note in cell)


def row_cells(columns: list[Column[Row]], row: Row, notes: NumberedNotes) -> list[str]:
    """Return a row as strings, its notes as numbers."""
    return [_format(column, column.cell(row), notes) for column in columns]


def _format(column: Column[Row], cell: Cell, notes: NumberedNotes) -> str:
    if column.kind != "notes" or not isinstance(cell, list | tuple):
        return format_cell(cell, notes.lang)
    numbers = [notes.number(note) for note in cell if isinstance(note, Note)]
    return " ".join(str(number) for number in sorted(numbers))


def align_points(cells: list[str]) -> list[str]:
    """Pad plain numbers on the right so that their decimal points stand in one column."""
    widest = max((_decimals_width(cell) for cell in cells if _is_number(cell)), default=0)
    aligned = []
    for cell in cells:
        padding = widest - _decimals_width(cell) if _is_number(cell) else 0
        aligned.append(cell + " " * padding)
    return aligned


def _decimals_width(number: str) -> int:
    """Return how many characters the decimal point and the digits behind it take."""
    return len(number) - number.index(".") if "." in number else 0


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").replace(",", "").replace(".", "", 1).isdecimal()
