"""The chart writer: a bar for each row, with its figures beside it or, if narrow, under it.

No figure is ever cut.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Generic, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as RichText

from erqi_cli.i18n.text import Text
from erqi_cli.output.sanitize import escape_invisible
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.bars import Scale, draw_bar, limits, ruler, scale_of, signs
from erqi_cli.output.terminal.cells import ABSENT, align_points
from erqi_cli.output.terminal.chart_layout import INDENT, Layout, choose_layout
from erqi_cli.output.terminal.grid import GAP
from erqi_cli.output.terminal.wrap import wrap
from erqi_cli.output.terminal.writer import (
    ASCII,
    ResultWriter,
    cell_look,
    tone_look,
    write_to_text,
)
from erqi_cli.results.result import Axis, Bar, Chart, Heading, Note, Result, Row

PAIR_SEPARATORS = (" → ", " -> ", " / ")
ZERO_LINE = Text(
    "零线为{sign}，左边为下降或负值",
    "The line {sign} is zero; what falls or is below zero goes to its left",
)
BEYOND = Text("箭头{sign}：条形超出标尺", "Arrow {sign}: the bar goes on beyond the scale")


class DrawnRow(NamedTuple, Generic[Row]):
    """One row: its label and other cells, its bar if it has one, and the record."""

    cells: list[str]
    bar: Bar | None
    row: Row


class Part(NamedTuple, Generic[Row]):
    """Rows under one heading and on one axis, which goes from `low` to `high`."""

    heading: Heading | None
    axis: Axis[Row]
    low: Decimal
    high: Decimal
    rows: list[DrawnRow[Row]]

    @property
    def bars(self) -> list[Bar]:
        """The bars of the rows that have one."""
        return [row.bar for row in self.rows if row.bar]


def chart_text(result: Result[Row], style: Style) -> str:
    """Return the chart of a result: title, what-ifs, lead, bars with figures, and the notes.

    Without a chart it is an error of the program: raises ValueError.
    """
    if result.chart is None:
        raise ValueError(f"the result {result.name} has no chart")
    chart = result.chart()
    lead = result.lead if chart.lead is None else chart.lead
    notes = result.notes if chart.notes is None else chart.notes
    drawing = result._replace(columns=chart.columns, lead=lead, notes=notes)
    return write_to_text(lambda console: ChartWriter(drawing, style, console, chart), style)


class ChartWriter(ResultWriter[Row]):
    """Writes the parts of one chart to one console."""

    def __init__(
        self, result: Result[Row], style: Style, console: Console, chart: Chart[Row]
    ) -> None:
        super().__init__(result, style, console)
        self.chart = chart
        self._signs = signs(unicode=style.unicode)
        self.titles = [self._showable(column.title.pick(self.lang)) for column in self.columns]
        for row in self.cells:
            row[:] = [self._showable(cell) for cell in row]
        self._align_columns()
        self.parts = self._divide_into_parts()
        self.layout = self._choose_layout()
        self.result = result._replace(notes=(*self._legend(), *result.notes))

    def _showable(self, text: str) -> str:
        """Return a text in characters that the terminal has; what would steer it is escaped."""
        if not self.style.unicode:
            text = text.translate(ASCII)
        return escape_invisible(text)

    def _align_columns(self) -> None:
        """Align numbers at their points, and pairs at the sign between their two figures."""
        for index, column in enumerate(self.columns):
            cells = [row[index] for row in self.cells]
            if column.kind == "pair":
                self.titles[index], *cells = _align_pairs([self.titles[index], *cells])
            elif column.kind == "number":
                cells = align_points(cells)
            for row, cell in zip(self.cells, cells, strict=True):
                row[index] = cell

    def _divide_into_parts(self) -> list[Part[Row]]:
        """Return the rows by heading and axis, in the order of their first rows.

        All rows on one axis have one scale, whatever their heading.
        """
        bars_by_axis: dict[Axis[Row], list[Bar]] = {}
        rows_by_heading: dict[Heading | None, dict[Axis[Row], list[DrawnRow[Row]]]] = {}
        for cells, record in zip(self.cells, self.result.rows, strict=True):
            axis = self.chart.axis(record)
            heading = self.chart.heading(record) if self.chart.heading else None
            bar = axis.bar(record)
            bars = bars_by_axis.setdefault(axis, [])
            if bar:
                bars.append(bar)
            rows_by_axis = rows_by_heading.setdefault(heading, {})
            rows_by_axis.setdefault(axis, []).append(DrawnRow(cells, bar, record))
        ends = {axis: limits(axis, bars) for axis, bars in bars_by_axis.items()}
        parts = []
        for heading, rows_by_axis in rows_by_heading.items():
            for axis, rows in rows_by_axis.items():
                low, high = ends[axis]
                parts.append(Part(heading, axis, low, high, rows))
        return parts

    def _choose_layout(self) -> Layout:
        """Return the layout for the names, the titles and the widths of the figures."""
        if not self.parts:
            return Layout(0, 0, [])
        names = [row[0] for row in self.cells]
        titles = [self._showable(part.axis.title.pick(self.lang)) for part in self.parts]
        figure_widths = []
        for index in range(1, len(self.titles)):
            cells = [self.titles[index], *(row[index] for row in self.cells)]
            figure_widths.append(max(cell_len(cell) for cell in cells))
        return choose_layout(
            width=self.style.width,
            names=names,
            titles=[*titles, self.titles[0]],
            figure_widths=figure_widths,
            has_bars=any(part.bars for part in self.parts),
        )

    def _legend(self) -> list[Note]:
        """Return what the bars, their marks and other signs mean: what is drawn, each once."""
        if not self.layout.bar:
            return []
        drawn_parts = [part for part in self.parts if part.bars]
        meanings: list[Text] = []
        for part in drawn_parts:
            meanings += self._bar_meanings(part)
        if any(part.low < 0 for part in drawn_parts):
            meanings.append(ZERO_LINE.fill(sign=self._signs.zero))
        for part in drawn_parts:
            meanings += self._overflow_meanings(part)
        return [Note("chart", meaning) for meaning in dict.fromkeys(meanings)]

    def _bar_meanings(self, part: Part[Row]) -> Iterable[Text]:
        """Yield what the bars of a part and their marks mean."""
        for bar in part.bars:
            yield part.axis.note
            if part.axis.mark and _shows_mark(bar, part):
                yield part.axis.mark.fill(mark=self._signs.mark)

    def _overflow_meanings(self, part: Part[Row]) -> Iterable[Text]:
        """Yield what the signs of bars that go beyond the axis mean."""
        for bar in part.bars:
            if bar.filled > part.high:
                yield BEYOND.fill(sign=self._signs.beyond_right)
            elif bar.filled < part.low:
                yield BEYOND.fill(sign=self._signs.beyond_left)

    def write_rows(self) -> None:
        """Write the parts, each under its heading and its scale."""
        self.console.print()
        self._write_titles()
        previous_heading = None
        for index, part in enumerate(self.parts):
            if index > 0 or (part.heading and not self.layout.stacked):
                self.console.print()
            if part.heading and part.heading != previous_heading:
                self._write_heading(part.heading)
            previous_heading = part.heading
            self._write_part(part)

    def _write_titles(self) -> None:
        """Write the titles of the columns, unless each figure has its own."""
        if self.layout.stacked:
            return
        first, *others = self.titles
        padded = [RichText(self._pad(index, title), "bold") for index, title in enumerate(others)]
        self._write_bar_line(first, "", padded, look="bold")

    def _write_heading(self, heading: Heading) -> None:
        """Write the name of a group and its status, on one line if both fit."""
        name = self._showable(heading.name.pick(self.lang))
        status = self._showable(heading.status.pick(self.lang))
        line = RichText().append(name, "bold").append(" " * GAP)
        line.append(status, tone_look(heading.tone))
        if cell_len(line.plain) <= self.width:
            self.console.print(line, soft_wrap=True)
        else:
            self.write_line(name, "bold")
            self.write_pairs([("", status)])

    def _write_part(self, part: Part[Row]) -> None:
        scale = None
        if self.layout.bar:
            scale = scale_of(part.low, part.high, self.layout.bar)
        if scale and part.bars:
            title = self._showable(part.axis.title.pick(self.lang))
            self._write_bar_line(title, ruler(scale, part.axis.sign), look="dim")
        for row in part.rows:
            self._write_row(row, scale)

    def _write_row(self, row: DrawnRow[Row], scale: Scale | None) -> None:
        """Write a row: its name, its bar, its figures."""
        bar = ""
        if row.bar and scale:
            bar = draw_bar(row.bar, scale, unicode=self.style.unicode)
        name, *cells = row.cells
        figures = []
        for index, cell in enumerate(cells):
            look = cell_look(self.columns[index + 1], row.row)
            figures.append(RichText(self._pad(index, cell), look))
        tone = self.chart.tone(row.row) if self.chart.tone else None
        self._write_bar_line(name, bar, figures, bar_look=tone_look(tone))
        if self.layout.stacked:
            self._write_figures_below(cells)

    def _write_figures_below(self, cells: list[str]) -> None:
        blanks = ("", self._showable(ABSENT))
        pairs = []
        for title, cell in zip(self.titles[1:], cells, strict=True):
            value = cell.strip()
            if value not in blanks:
                pairs.append((title.strip(), value))
        self.write_pairs(pairs, indent=INDENT)

    def _pad(self, index: int, cell: str) -> str:
        """Return a figure at the width of its column."""
        padding = " " * (self.layout.figures[index] - cell_len(cell))
        is_number = self.columns[index + 1].kind == "number"
        return padding + cell if is_number else cell + padding

    def _write_bar_line(
        self,
        label: str,
        bar: str,
        figures: Sequence[RichText] = (),
        *,
        look: str = "",
        bar_look: str = "",
    ) -> None:
        """Write a label, a bar and figures at their places in the layout.

        If there is no bar, a label that would stand above it may take its place.
        """
        layout = self.layout
        other_lines: list[str] = []
        if layout.beside:
            label, *other_lines = wrap(label, layout.name)
        elif bar or layout.stacked or cell_len(label) > layout.bar_end:
            self.write_line(label, look)
            label = ""
        line = RichText().append(label, look)
        if bar:
            line.append(" " * (layout.bar_start - cell_len(label)))
            line.append(bar, bar_look or look)
        if not layout.stacked:
            first_gap = GAP + layout.bar_end - cell_len(line.plain)
            line.append_text(_join_figures(figures, first_gap))
        if line.plain.strip():
            self.console.print(line, soft_wrap=True)
        for other_line in other_lines:
            self.write_line(other_line, look)


def _join_figures(figures: Iterable[RichText], first_gap: int) -> RichText:
    """Return figures on one line, the first one after this many blanks."""
    line = RichText()
    gap = first_gap
    for figure in figures:
        line.append(" " * gap).append_text(figure)
        gap = GAP
    return line


def _shows_mark(bar: Bar, part: Part[Row]) -> bool:
    """Return whether the mark of a bar is drawn; one at zero needs a zero line, as one below."""
    return bar.mark is not None and (bar.mark > 0 or part.low < 0)


def _align_pairs(cells: list[str]) -> list[str]:
    """Pad cells of two figures on the left so that their separators stand in one column."""
    parts = [_split_pair(cell) for cell in cells]
    widest = max(cell_len(first) for first, _ in parts)
    return [" " * (widest - cell_len(first)) + first + rest for first, rest in parts]


def _split_pair(cell: str) -> tuple[str, str]:
    """Return the first figure of two, and the separator with the second.

    A single figure stands where second ones do.
    """
    for separator in PAIR_SEPARATORS:
        if separator in cell:
            first, _, second = cell.partition(separator)
            return first, separator + second
    return "", " " * cell_len(PAIR_SEPARATORS[0]) + cell
