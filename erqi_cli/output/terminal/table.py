"""The table writer: rich tables that fit the terminal without ever cutting a figure."""

from collections.abc import Callable
from io import StringIO
from typing import Generic

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from erqi_cli.output.style import Style
from erqi_cli.output.terminal.bars import drawn
from erqi_cli.output.terminal.cells import ABSENT, WHAT_IF, Numbered, align_points, row_cells, visible, words
from erqi_cli.output.terminal.wrap import fold, narrowest
from erqi_cli.results.result import Column, Result, Row

GAP = 2
GAPS = (GAP, 1)
"""The space between columns: the wide one, or the narrow one where it saves lines; else one block a row."""
LABELLED = 16
"""A labelled value has at least this much room beside its label, or goes under it."""
RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
FINE_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
NATURAL = 1_000_000
MANY_LINES = 2
"""Bars are left out where names would fold into more lines a row than this."""
PLAIN = {0x2013: "-", 0x2212: "-", 0x2026: "...", 0xD7: "x", 0xB2: "2", 0xB7: "/", 0x201C: '"', 0x201D: '"'}
"""What stands for a sign where the terminal has no Unicode."""
LOOKS = {"good": "green", "fair": "yellow", "bad": "bold red", "quiet": "dim"}


def table_text(result: Result[Row], style: Style) -> str:
    """Return the result for people: title, what-ifs, the thing itself, its rows and the notes on them."""
    return written_by(lambda console: Writer(result, style, console), style)


def written_by(writer: Callable[[Console], "Writer[Row]"], style: Style) -> str:
    """Return what a writer writes to a console that is as wide and as colourful as the style says."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=style.width or NATURAL,
        height=25,  # with both given, rich does not read COLUMNS and LINES for itself
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    writer(console).write()
    text = "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))
    return text if style.unicode else text.translate(PLAIN)


class Writer(Generic[Row]):
    """Writes the parts of one result to one console."""

    def __init__(self, result: Result[Row], style: Style, console: Console) -> None:
        self.result, self.style, self.console = result, style, console
        self.lang = style.lang
        self.numbered = Numbered(style.lang)
        self.columns = visible(result)
        self.cells = [row_cells(self.columns, row, self.numbered) for row in result.rows]

    def write(self) -> None:
        """Write every part."""
        self.line(words(self.result.title, self.lang), "bold")
        if self.result.what_if:
            self.line(WHAT_IF.pick(self.lang) + words(", ".join(self.result.what_if), self.lang), "yellow")
        if self.result.lead:
            self.pairs([(words(label, self.lang), words(cell, self.lang)) for label, cell in self.result.lead])
        if self.cells and self.columns:
            self.rows()
        self.notes()

    def line(self, text: str, look: str = "") -> None:
        """Write words, folded at the terminal's width."""
        for line in fold(text, self.style.width or NATURAL):
            self.console.print(RichText(line, style=look), soft_wrap=True)

    def rows(self) -> None:
        """Write the rows as groups, a table, or, where that does not fit, as blocks."""
        self.console.print()
        if self.result.groups:
            self.grouped()
            return
        for index, column in enumerate(self.columns):
            if column.kind == "number":
                for cells, aligned in zip(self.cells, align_points([row[index] for row in self.cells]), strict=True):
                    cells[index] = aligned
        if not (self.fitting(bars=True) or self.fitting(bars=False)):
            self.blocks()

    def fitting(self, *, bars: bool) -> bool:
        """Write a table if it fits, with bars if they are asked for and leave the rows as they are; tell whether it did."""
        plain = self.columns, self.cells
        if bars and not self.add_bars():
            return False
        gaps = GAPS if self.style.width else (GAP,)
        fits = [(self.height(widths), -gap, widths) for gap in gaps if (widths := self.fitted(gap))]
        if bars and (not fits or min(fits)[0] > MANY_LINES * len(self.cells)):
            self.columns, self.cells = plain
            return False
        if fits:
            _, gap, widths = min(fits)
            self.table(widths, -gap)
        return bool(fits)

    def add_bars(self) -> bool:
        """Add the columns that are drawn, on a terminal; tell whether there are any."""
        added = [column for column in self.result.columns if column.bar and any(map(column.bar, self.result.rows))]
        if not added or self.style.width is None:
            return False
        order = [column for column in self.result.columns if column in self.columns or column in added]
        drawings = {column.path: self.drawings(column) for column in added}
        known = {column.path: list(cells) for column, cells in zip(self.columns, zip(*self.cells, strict=True), strict=True)}
        columns = [drawings.get(column.path) or known[column.path] for column in order]
        self.columns, self.cells = order, [list(cells) for cells in zip(*columns, strict=True)]
        return True

    def drawings(self, column: Column[Row]) -> list[str]:
        """Return a column's bars, and blanks where there is nothing to draw."""
        assert column.bar is not None
        bars = map(column.bar, self.result.rows)
        return [drawn(bar, unicode=self.style.unicode) if bar else "" for bar in bars]

    def fitted(self, gap: int) -> list[int] | None:
        """Return a width for each column so that the table fits with this gap, or None; figures keep their width."""
        heads = [column.title.pick(self.lang) for column in self.columns]
        columns = list(zip(heads, *self.cells, strict=True))
        widths = [max(map(cell_len, cells)) for cells in columns]
        if self.style.width is None:
            return widths
        spare = self.style.width - gap * (len(widths) - 1) - sum(widths)
        least = [
            width if column.kind == "number" or column.bar else narrowest(cells)
            for column, cells, width in zip(self.columns, columns, widths, strict=True)
        ]
        while spare < 0:
            widest = max(range(len(widths)), key=lambda index: widths[index] - least[index])
            if widths[widest] <= least[widest]:
                return None
            widths[widest] -= 1
            spare += 1
        return widths

    def height(self, widths: list[int]) -> int:
        """Return how many lines the rows take with these column widths."""
        rows = (zip(cells, widths, self.columns, strict=True) for cells in self.cells)
        return sum(max(_fitted(*cell).count("\n") for cell in row) + 1 for row in rows)

    def table(self, widths: list[int], gap: int) -> None:
        """Write a table with these column widths; figures are padded here, since rich would drop the padding."""
        box = FINE_RULE if self.style.unicode else RULE
        table = Table(box=box, show_edge=False, pad_edge=False, padding=0, header_style="bold")
        last = len(widths) - 1
        for index, (width, column) in enumerate(zip(widths, self.columns, strict=True)):
            head = _fitted(column.title.pick(self.lang), width, column)
            table.add_column(RichText(head), width=width + (gap - 1 if index < last else 0), no_wrap=True)
        for row, cells in zip(self.result.rows, self.cells, strict=True):
            columns = zip(cells, widths, self.columns, strict=True)
            table.add_row(*(RichText(_fitted(cell, width, column), look(column, row)) for cell, width, column in columns))
        self.console.print(table)

    def blocks(self) -> None:
        """Write each row as a block of labelled lines; what only some rows have is left out where there is none."""
        for cells in self.cells:
            self.line(cells[0], "bold")
            pairs = list(zip(self.columns, map(str.strip, cells), strict=True))[1:]
            shown = [(column, cell) for column, cell in pairs if column.shown_in == "all" or cell not in (ABSENT, "")]
            self.pairs([(column.title.pick(self.lang), cell) for column, cell in shown], indent=2)
            if cells is not self.cells[-1]:
                self.console.print()

    def grouped(self) -> None:
        """Write the rows under the values of the grouping column, which gives each group its heading."""
        at = next(index for index, column in enumerate(self.columns) if column.path == self.result.groups)
        current = None
        group: list[tuple[str, str]] = []
        for cells in self.cells:
            if cells[at] != current:
                self.pairs(group, indent=2)
                group, current = [], cells[at]
                self.line(current, "bold")
            label, value = (cell for index, cell in enumerate(cells) if index != at)
            group.append((label, value))
        self.pairs(group, indent=2)

    def pairs(self, pairs: list[tuple[str, str]], indent: int = 0) -> None:
        """Write labels and values, the values in one column; long words fold under their own beginning."""
        widest = max((cell_len(label) for label, _ in pairs), default=0) + GAP
        for label, value in pairs:
            start = " " * indent + label + " " * (widest - cell_len(label))
            width = self.style.width or NATURAL
            room = width - cell_len(start)
            if room < min(cell_len(value), LABELLED):
                self.line(" " * indent + label)
                start, room = " " * (indent + GAP), max(width - indent - GAP, 1)
            for line in fold(value, room):
                self.console.print(RichText(start + line), soft_wrap=True)
                start = " " * cell_len(start)

    def notes(self) -> None:
        """Write the numbered notes, then those on the whole result."""
        pairs = [(str(number), note) for note, number in self.numbered.notes.items()]
        pairs += [("*", words(note.text, self.lang)) for note in self.result.notes]
        if pairs:
            self.console.print()
            self.pairs(pairs)


def look(column: Column[Row], row: Row) -> str:
    """Return how a cell looks, where its column has a tone."""
    tone = column.tone(row) if column.tone else None
    return LOOKS[tone] if tone else ""


def _fitted(cell: str, width: int, column: Column[Row]) -> str:
    """Return a cell at its column's width: a figure padded on the left, words folded."""
    if column.bar:
        return cell
    if column.kind == "number":
        return " " * (width - cell_len(cell)) + cell
    return "\n".join(fold(cell, width))
