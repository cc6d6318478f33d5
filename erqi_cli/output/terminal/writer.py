"""What tables and charts share: a console, and the parts around the rows."""

from collections.abc import Callable
from io import StringIO
from typing import Generic

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as RichText

from erqi_cli.output.style import Style
from erqi_cli.output.terminal.cells import (
    WHAT_IF,
    NumberedNotes,
    format_cell,
    row_cells,
    visible_columns,
)
from erqi_cli.output.terminal.grid import GAP
from erqi_cli.output.terminal.wrap import wrap
from erqi_cli.results.result import Column, Result, Row, Tone

MIN_VALUE_WIDTH = 16
"""A labelled value with less room beside its label, and no room for all of it, goes under it."""
NATURAL_WIDTH = 1_000_000
"""Wide enough for everything; for output that does not go to a terminal."""
ASCII = {
    0x2013: "-",
    0x2212: "-",
    0x2026: "~",
    0xD7: "x",
    0xB2: "2",
    0xB7: "/",
    0x201C: '"',
    0x201D: '"',
    0x2192: "->",
    0x2718: "x",
    0x2714: "+",
    0x25BC: "v",
    0x25B2: "^",
    0x25CF: "*",
    0x25CB: "o",
    0x25A1: "?",
    0x2248: "~",
    0x2264: "<=",
    0x2265: ">=",
}
"""What replaces a character on a terminal without Unicode."""
LOOKS = {"good": "green", "fair": "yellow", "bad": "bold red", "quiet": "dim"}
"""rich's styles of the tones."""


class ResultWriter(Generic[Row]):
    """Writes the parts of one result to one console; a subclass writes the rows."""

    def __init__(self, result: Result[Row], style: Style, console: Console) -> None:
        self.result = result
        self.style = style
        self.console = console
        self.lang = style.lang
        self.numbered_notes = NumberedNotes(style.lang)
        self.columns = visible_columns(result)
        self.cells = [self._cells_of(row) for row in result.rows]

    def _cells_of(self, row: Row) -> list[str]:
        """Return a row as strings of characters that the terminal can show."""
        cells = row_cells(self.columns, row, self.numbered_notes)
        if self.style.unicode:
            return cells
        return [cell.translate(ASCII) for cell in cells]

    @property
    def width(self) -> int:
        """How many cells a line may take."""
        return self.style.width or NATURAL_WIDTH

    def write(self) -> None:
        """Write every part."""
        self.write_line(format_cell(self.result.title, self.lang), "bold")
        if self.result.what_if:
            settings = format_cell(", ".join(self.result.what_if), self.lang)
            self.write_line(WHAT_IF.pick(self.lang) + settings, "yellow")
        self.write_lead()
        if self.cells and self.columns:
            self.write_rows()
        self.write_notes()

    def write_lead(self) -> None:
        """Write the labelled values above the rows."""
        lead = []
        for label, cell in self.result.lead:
            lead.append((format_cell(label, self.lang), format_cell(cell, self.lang)))
        self.write_pairs(lead)

    def write_rows(self) -> None:
        """Write the rows of the result."""
        raise NotImplementedError

    def write_line(self, text: str, look: str = "") -> None:
        """Write words, wrapped at the terminal's width."""
        for line in wrap(text, self.width):
            self.console.print(RichText(line, style=look), soft_wrap=True)

    def write_pairs(self, pairs: list[tuple[str, str]], indent: int = 0) -> None:
        """Write labels and values, the values in one column; long values wrap in that column."""
        widest_label = max((cell_len(label) for label, _ in pairs), default=0)
        for label, value in pairs:
            start = " " * indent + label + " " * (widest_label + GAP - cell_len(label))
            room = self.width - cell_len(start)
            if room < min(cell_len(value), MIN_VALUE_WIDTH):
                self.write_line(" " * indent + label)
                start = " " * (indent + GAP)
                room = max(self.width - indent - GAP, 1)
            for line in wrap(value, room):
                self.console.print(RichText(start + line), soft_wrap=True)
                start = " " * cell_len(start)

    def write_notes(self) -> None:
        """Write the numbered notes, then those on the whole result."""
        pairs = [(str(number), note) for note, number in self.numbered_notes.notes.items()]
        pairs += [("*", format_cell(note.text, self.lang)) for note in self.result.notes]
        if pairs:
            self.console.print()
            self.write_pairs(pairs)


def write_to_text(make_writer: Callable[[Console], ResultWriter[Row]], style: Style) -> str:
    """Return what a writer writes to a console with the width and the colours of the style."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=style.width or NATURAL_WIDTH,
        height=25,  # with both given, rich does not read COLUMNS and LINES for itself
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    make_writer(console).write()
    lines = [line.rstrip() for line in stream.getvalue().split("\n")]
    text = "\n".join(lines)
    return text if style.unicode else text.translate(ASCII)


def tone_look(tone: Tone | None) -> str:
    """Return rich's style of a tone."""
    return LOOKS[tone] if tone else ""


def cell_look(column: Column[Row], row: Row) -> str:
    """Return rich's style of a cell, by its column's tone."""
    return tone_look(column.tone(row) if column.tone else None)
