"""The table writer: rich tables that fit the terminal without ever cutting a number."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text as RichText

from erqi_cli.output.style import Style
from erqi_cli.output.terminal.bars import draw_bar
from erqi_cli.output.terminal.cells import ABSENT, align_points
from erqi_cli.output.terminal.wrap import narrowest_width, wrap
from erqi_cli.output.terminal.writer import GAP, ResultWriter, cell_look, write_to_text
from erqi_cli.results.result import Bar, Column, Result, Row

NARROW_GAP = 1
"""The cells between two columns if that saves lines."""
MAX_LINES_PER_ROW = 2
"""If names would wrap into more lines a row than this, bars are left out."""
ASCII_RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
UNICODE_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


class Grid(NamedTuple, Generic[Row]):
    """The columns of a table, and their cells row by row."""

    columns: list[Column[Row]]
    rows: list[list[str]]


class Fit(NamedTuple):
    """How a grid fits a terminal: the lines of its rows, the gap, and the columns' widths."""

    height: int
    gap: int
    widths: list[int]


def table_text(result: Result[Row], style: Style) -> str:
    """Return the result for people: title, what-ifs, lead, rows, and the notes on them."""
    return write_to_text(lambda console: TableWriter(result, style, console), style)


class TableWriter(ResultWriter[Row]):
    """Writes the rows as groups, as a table, or, if that does not fit, as blocks."""

    def write_rows(self) -> None:
        """Write the rows: with bars if they fit, then without, then as blocks."""
        self.console.print()
        if self.result.groups:
            self._write_groups(self.result.groups)
            return
        self._align_numbers()
        plain_grid = Grid(self.columns, self.cells)
        grid_with_bars = self._add_bars(plain_grid)
        if grid_with_bars is not None:
            fit = self._best_fit(grid_with_bars)
            if fit is not None and fit.height <= MAX_LINES_PER_ROW * len(self.cells):
                self._write_table(grid_with_bars, fit)
                return
        fit = self._best_fit(plain_grid)
        if fit is not None:
            self._write_table(plain_grid, fit)
        else:
            self._write_blocks()

    def _align_numbers(self) -> None:
        for index, column in enumerate(self.columns):
            if column.kind != "number":
                continue
            aligned = align_points([row[index] for row in self.cells])
            for row, cell in zip(self.cells, aligned, strict=True):
                row[index] = cell

    def _add_bars(self, grid: Grid[Row]) -> Grid[Row] | None:
        """Return the grid with the columns that are draw_bar, or None if there are none to draw."""
        if self.style.width is None:
            return None
        cells_by_path: dict[str, Sequence[str]] = {}
        for column, cells in zip(grid.columns, zip(*grid.rows, strict=True), strict=True):
            cells_by_path[column.path] = cells
        columns = []
        has_bars = False
        for column in self.result.columns:
            if column.bar is not None and any(map(column.bar, self.result.rows)):
                cells_by_path[column.path] = self._draw_bars(column.bar)
                columns.append(column)
                has_bars = True
            elif column in grid.columns:
                columns.append(column)
        if not has_bars:
            return None
        cells_by_column = [cells_by_path[column.path] for column in columns]
        return Grid(columns, [list(row) for row in zip(*cells_by_column, strict=True)])

    def _draw_bars(self, bar_of: Callable[[Row], Bar | None]) -> list[str]:
        """Return a column's bars; an empty cell if there is nothing to draw."""
        drawings = []
        for row in self.result.rows:
            bar = bar_of(row)
            drawings.append(draw_bar(bar, unicode=self.style.unicode) if bar else "")
        return drawings

    def _best_fit(self, grid: Grid[Row]) -> Fit | None:
        """Return the fit with the fewest lines, the wide gap before the narrow one, or None."""
        gaps = (GAP, NARROW_GAP) if self.style.width else (GAP,)
        best: Fit | None = None
        for gap in gaps:
            widths = self._fit_widths(grid, gap)
            if widths is None:
                continue
            height = _height(grid, widths)
            if best is None or height < best.height:
                best = Fit(height, gap, widths)
        return best

    def _fit_widths(self, grid: Grid[Row], gap: int) -> list[int] | None:
        """Return widths with which the table fits the terminal, or None.

        Numbers and bars keep their width. Of the others, always the one with most to spare shrinks.
        """
        widths = []
        min_widths = []
        for index, column in enumerate(grid.columns):
            cells = [column.title.pick(self.lang), *(row[index] for row in grid.rows)]
            width = max(cell_len(cell) for cell in cells)
            is_rigid = column.kind == "number" or column.bar is not None
            widths.append(width)
            min_widths.append(width if is_rigid else narrowest_width(cells))
        if self.style.width is None:
            return widths
        excess = sum(widths) + gap * (len(widths) - 1) - self.style.width
        while excess > 0:
            spare = [width - least for width, least in zip(widths, min_widths, strict=True)]
            most_spare = max(spare)
            if most_spare <= 0:
                return None
            widths[spare.index(most_spare)] -= 1
            excess -= 1
        return widths

    def _write_table(self, grid: Grid[Row], fit: Fit) -> None:
        """Write a table. Numbers are padded here, since rich would drop the padding."""
        box = UNICODE_RULE if self.style.unicode else ASCII_RULE
        table = Table(box=box, show_edge=False, pad_edge=False, padding=0, header_style="bold")
        last = len(grid.columns) - 1
        for index, (column, width) in enumerate(zip(grid.columns, fit.widths, strict=True)):
            title = _fit_cell(column.title.pick(self.lang), width, column)
            padding = fit.gap - 1 if index < last else 0  # the box itself is one cell wide
            table.add_column(RichText(title), width=width + padding, no_wrap=True)
        for row, cells in zip(self.result.rows, grid.rows, strict=True):
            texts = []
            for column, cell, width in zip(grid.columns, cells, fit.widths, strict=True):
                texts.append(RichText(_fit_cell(cell, width, column), cell_look(column, row)))
            table.add_row(*texts)
        self.console.print(table)

    def _write_blocks(self) -> None:
        """Write each row as a block of labelled lines, without what only other rows have."""
        for number, cells in enumerate(self.cells):
            if number > 0:
                self.console.print()
            self.write_line(cells[0], "bold")
            pairs = []
            for column, cell in zip(self.columns[1:], cells[1:], strict=True):
                value = cell.strip()
                if column.shown_in == "all" or value not in (ABSENT, ""):
                    pairs.append((column.title.pick(self.lang), value))
            self.write_pairs(pairs, indent=2)

    def _write_groups(self, path: str) -> None:
        """Write the rows by group: the column with this path gives each group its heading."""
        paths = [column.path for column in self.columns]
        group_index = paths.index(path)
        current = None
        pairs: list[tuple[str, str]] = []
        for cells in self.cells:
            group = cells[group_index]
            if group != current:
                self.write_pairs(pairs, indent=2)
                pairs = []
                current = group
                self.write_line(group, "bold")
            label, value = cells[:group_index] + cells[group_index + 1 :]
            pairs.append((label, value))
        self.write_pairs(pairs, indent=2)


def _height(grid: Grid[Row], widths: list[int]) -> int:
    """Return how many lines the rows take with these column widths."""
    height = 0
    for row in grid.rows:
        lines = 1
        for column, cell, width in zip(grid.columns, row, widths, strict=True):
            lines = max(lines, _fit_cell(cell, width, column).count("\n") + 1)
        height += lines
    return height


def _fit_cell(cell: str, width: int, column: Column[Row]) -> str:
    """Return a cell at its column's width: a number padded on the left, words wrapped."""
    if column.bar:
        return cell
    if column.kind == "number":
        return " " * (width - cell_len(cell)) + cell
    return "\n".join(wrap(cell, width))
