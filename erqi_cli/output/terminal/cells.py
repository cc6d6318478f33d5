"""Turns a result's cells into the strings that tables and markdown show, and numbers its notes."""

from dataclasses import dataclass, field
from decimal import Decimal

from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text
from erqi_cli.output.sanitize import spelled_out
from erqi_cli.results.formatting import format_number
from erqi_cli.results.result import Cell, Column, Note, Result, Row

ABSENT = "–"
WHAT_IF = Text("假设：", "What-if: ")


@dataclass(slots=True)
class Numbered:
    """Notes in the order in which they are first shown, each once."""

    lang: Lang
    notes: dict[str, int] = field(default_factory=dict)

    def number(self, note: Note) -> int:
        """Return the number of a note, the next one for a new note."""
        return self.notes.setdefault(words(note.text, self.lang), len(self.notes) + 1)


def visible(result: Result[Row]) -> list[Column[Row]]:
    """Return the columns that a table shows; one of words, of notes or of `some` figures only where a row has any."""
    columns = [column for column in result.columns if column.shown_in != "csv" and column.bar is None]
    return [column for column in columns if _is_needed(column, result)]


def _is_needed(column: Column[Row], result: Result[Row]) -> bool:
    if column.kind == "number" and column.shown_in == "all":
        return True
    cells = (column.cell(row) for row in result.rows)
    return any(isinstance(cell, Decimal | int) or bool(cell) for cell in cells)


def words(cell: Cell, lang: Lang) -> str:
    """Return a cell as a string that is safe to show."""
    if cell is None:
        return ABSENT
    if isinstance(cell, Text):
        return spelled_out(cell.pick(lang))
    if isinstance(cell, Decimal):
        return format_number(cell)
    if isinstance(cell, int):
        return str(cell)
    return spelled_out(cell) if isinstance(cell, str) else ", ".join(words(note.text, lang) for note in cell)


def row_cells(columns: list[Column[Row]], row: Row, numbered: Numbered) -> list[str]:
    """Return a row as strings, its notes as numbers."""
    return [_cell(column, column.cell(row), numbered) for column in columns]


def _cell(column: Column[Row], cell: Cell, numbered: Numbered) -> str:
    if column.kind == "notes" and isinstance(cell, list | tuple):
        return " ".join(str(number) for number in sorted(numbered.number(note) for note in cell if isinstance(note, Note)))
    return words(cell, numbered.lang)


def align_points(cells: list[str]) -> list[str]:
    """Pad plain numbers on the right so that their decimal points stand in one column."""
    tails = [len(cell) - cell.index(".") if "." in cell else 0 for cell in cells if _is_number(cell)]
    widest = max(tails, default=0)
    return [
        cell + " " * (widest - (len(cell) - cell.index(".") if "." in cell else 0)) if _is_number(cell) else cell
        for cell in cells
    ]


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").replace(",", "").replace(".", "", 1).isdecimal()
