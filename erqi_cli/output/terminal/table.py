"""The table writer: rich tables that fit the terminal without ever cutting a number."""

from collections.abc import Callable, Sequence

from rich.box import Box
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from erqi_cli.i18n.text import Text, join
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.bars import draw_bar
from erqi_cli.output.terminal.cells import ABSENT, align_points, format_cell
from erqi_cli.output.terminal.grid import Fit, Grid, best_fit, fit_cell
from erqi_cli.output.terminal.wrap import wrap_parts
from erqi_cli.output.terminal.writer import ResultWriter, cell_look, write_to_text
from erqi_cli.results.result import Bar, Column, Note, Overview, Result, Row, Section

ASCII_RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
UNICODE_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
NOTES = Text("注", "Notes")
"""Labels the numbers of the notes of a block where their column has no title."""
LEFT_OUT = Text("本宽度下未列：{titles}", "Left out at this width: {titles}")


def table_text(result: Result[Row], style: Style) -> str:
    """Return the result for people: title, what-ifs, lead, rows, and the notes on them."""
    overview = result.overview() if result.overview else None
    if overview is None:
        return write_to_text(lambda console: TableWriter(result, style, console), style)
    rows: list[Row] = []
    for section in overview.sections:
        rows += section.rows
    shown = result._replace(
        columns=overview.columns,
        rows=tuple(rows),
        lead=(),
        notes=overview.notes,
    )
    return write_to_text(
        lambda console: OverviewWriter(shown, style, console, overview),
        style,
    )


class TableWriter(ResultWriter[Row]):
    """Writes the rows as groups, as a table, or, if that does not fit, as blocks."""

    def write_rows(self) -> None:
        """Write the rows."""
        self.console.print()
        if self.result.groups:
            self._write_groups(self.result.groups)
            return
        fit = self._fit()
        if fit is None:
            self._write_blocks()
            return
        self._write_table(fit)
        if fit.grid.left_out:
            notes = _notes_without(self.result, fit.grid.left_out)
            self.result = self.result._replace(notes=notes)

    def _fit(self) -> Fit[Row] | None:
        """Return how the rows fit the terminal."""
        columns, rows = self._with_bars()
        for index, column in enumerate(columns):
            if column.kind == "number":
                aligned = align_points([row[index] for row in rows])
                for row, cell in zip(rows, aligned, strict=True):
                    row[index] = cell
        return best_fit(Grid(tuple(columns), rows), self.lang, self.style.width)

    def _with_bars(self) -> tuple[list[Column[Row]], list[list[str]]]:
        """Return the columns and the cells of the rows, with bars on a terminal."""
        if self.style.width is None:
            return self.columns, self.cells
        cells_by_path: dict[str, Sequence[str]] = {}
        for column, cells in zip(self.columns, zip(*self.cells, strict=True), strict=True):
            cells_by_path[column.path] = cells
        columns = []
        for column in self.result.columns:
            if column.bar is not None and any(map(column.bar, self.result.rows)):
                cells_by_path[column.path] = self._draw_bars(column.bar)
                columns.append(column)
            elif column in self.columns:
                columns.append(column)
        cells_by_column = [cells_by_path[column.path] for column in columns]
        return columns, [list(row) for row in zip(*cells_by_column, strict=True)]

    def _draw_bars(self, bar_of: Callable[[Row], Bar | None]) -> list[str]:
        """Return a column's bars; an empty cell if there is nothing to draw."""
        drawings = []
        for row in self.result.rows:
            bar = bar_of(row)
            drawings.append(draw_bar(bar, unicode=self.style.unicode) if bar else "")
        return drawings

    def _write_table(self, fit: Fit[Row]) -> None:
        """Write a table."""
        rows = list(zip(self.result.rows, fit.grid.rows, strict=True))
        self._write_table_rows(fit, rows, has_heading=True)

    def _write_table_rows(
        self,
        fit: Fit[Row],
        rows: Sequence[tuple[Row, list[str]]],
        *,
        has_heading: bool,
    ) -> None:
        """Write rows at their widths. Numbers are padded here, since rich would drop it."""
        box = UNICODE_RULE if self.style.unicode else ASCII_RULE
        table = Table(
            box=box,
            show_edge=False,
            pad_edge=False,
            padding=0,
            header_style="bold",
            show_header=has_heading,
        )
        columns = fit.grid.columns
        last = len(columns) - 1
        for index, (column, width) in enumerate(zip(columns, fit.widths, strict=True)):
            title = fit_cell(column.title.pick(self.lang), width, column)
            padding = fit.gap - 1 if index < last else 0  # the box itself is one cell wide
            table.add_column(RichText(title), width=width + padding, no_wrap=True)
        for row, cells in rows:
            texts = []
            for column, cell, width in zip(columns, cells, fit.widths, strict=True):
                texts.append(RichText(fit_cell(cell, width, column), cell_look(column, row)))
            table.add_row(*texts)
        self.console.print(table)

    def _write_blocks(self) -> None:
        """Write each row as a block of labelled lines."""
        for number, cells in enumerate(self.cells):
            if number > 0:
                self.console.print()
            self._write_block(cells)

    def _write_block(self, cells: list[str]) -> None:
        """Write a row as labelled lines: of what is absent, only figures that every row has."""
        self.write_line(cells[0], "bold")
        pairs = []
        for column, cell in zip(self.columns[1:], cells[1:], strict=True):
            value = cell.strip()
            is_figure = column.kind == "number" and column.shown_in == "all"
            if value and (is_figure or value != ABSENT):
                title = column.title.pick(self.lang) or NOTES.pick(self.lang)
                pairs.append((title, value))
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


class OverviewWriter(TableWriter[Row]):
    """Writes what matters first: the rows in sections, each under its heading."""

    def __init__(
        self,
        result: Result[Row],
        style: Style,
        console: Console,
        overview: Overview[Row],
    ) -> None:
        super().__init__(result, style, console)
        self.overview = overview

    def write_lead(self) -> None:
        """Write what stands above the rows."""
        for text in self.overview.opening:
            for line in wrap_parts(format_cell(text, self.lang), self.width):
                self.console.print(RichText(line), soft_wrap=True)

    def write_notes(self) -> None:
        """Write what stands below the rows, and the notes."""
        if self.overview.closing:
            self.console.print()
        for text in self.overview.closing:
            self.write_line(format_cell(text, self.lang))
        super().write_notes()

    def _write_table(self, fit: Fit[Row]) -> None:
        rows = list(zip(self.result.rows, fit.grid.rows, strict=True))
        self._write_table_rows(fit, [], has_heading=True)
        start = 0
        for section in self.overview.sections:
            end = start + len(section.rows)
            self._write_heading(section)
            self._write_table_rows(fit, rows[start:end], has_heading=False)
            start = end

    def _write_blocks(self) -> None:
        if all(section.heading is None for section in self.overview.sections):
            super()._write_blocks()
            return
        start = 0
        for section in self.overview.sections:
            end = start + len(section.rows)
            self._write_heading(section)
            for cells in self.cells[start:end]:
                self._write_block(cells)
            start = end

    def _write_heading(self, section: Section[Row]) -> None:
        if section.heading is not None:
            self.write_line(format_cell(section.heading, self.lang), "bold")


def _notes_without(result: Result[Row], columns: Sequence[Column[Row]]) -> tuple[Note, ...]:
    """Return the notes of a table without these columns, and which columns they are."""
    codes: list[str] = []
    for column in columns:
        codes += column.explained_by
    titles = [column.title for column in columns]
    notes = [note for note in result.notes if note.code not in codes]
    left_out = Note("left-out", LEFT_OUT.fill(titles=join(titles, zh="、", en=", ")))
    return (*notes, left_out)
