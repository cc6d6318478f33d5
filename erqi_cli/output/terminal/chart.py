"""The chart writer: a bar for each row, its figures beside it, under it where the terminal is narrow; no figure is cut."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Generic, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as RichText

from erqi_cli.i18n.text import Text
from erqi_cli.output.sanitize import spelled_out
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.bars import Scale, drawn, limits, ruler, scale_of, signs
from erqi_cli.output.terminal.cells import ABSENT, align_points
from erqi_cli.output.terminal.table import GAP, LOOKS, NATURAL, PLAIN, Writer, look, written_by
from erqi_cli.output.terminal.wrap import fold, narrowest
from erqi_cli.results.result import Axis, Bar, Chart, Heading, Note, Result, Row

FIXED, LONGEST, SHORTEST, STUB = 30, 50, 16, 8
"""Cells of a bar: where the output has its natural width, at most, at least beside a name, at least under one."""
INDENT = 2
BETWEEN = (" → ", " -> ", " / ")
ZERO_LINE = Text("零线为{sign}，左边为下降或负值", "The line {sign} is zero; what falls or is below zero goes to its left")
BEYOND = Text("箭头{sign}：条形超出标尺", "Arrow {sign}: the bar goes on beyond the scale")
SIGNS = PLAIN | {0x2192: "->", 0x2715: "x", 0x25BC: "v", 0x2248: "~", 0x25CB: "o", 0x25B2: "^", 0x25CF: "*"}
"""What stands for a sign in a chart where the terminal has no Unicode; put in before anything is measured."""


class Layout(NamedTuple):
    """Where things stand: names `beside` the bars, else above them; figures behind the bars, else `stacked` under them.

    `name` is the width of the names, `bar` the cells of a bar (0 where there is no room for one), `figures` are the
    widths of the columns of figures.
    """

    name: int
    bar: int
    figures: list[int]
    beside: bool = False
    stacked: bool = False

    @property
    def bar_starts(self) -> int:
        """How far from the left the bars start."""
        return self.name + (GAP if self.bar else 0) if self.beside else INDENT

    @property
    def bar_ends(self) -> int:
        """How far from the left the bars end, and with them the room for what stands before the figures."""
        return self.bar_starts + self.bar


class DrawnRow(NamedTuple, Generic[Row]):
    """One row: its label, its bar if it has one, the other cells, and the record."""

    cells: list[str]
    bar: Bar | None
    row: Row


class Part(NamedTuple, Generic[Row]):
    """Rows that stand under one heading and are drawn on one axis, whose ends are `low` and `high`."""

    heading: Heading | None
    axis: Axis[Row]
    low: Decimal
    high: Decimal
    rows: list[DrawnRow[Row]]


def chart_text(result: Result[Row], style: Style) -> str:
    """Return the chart of a result: title, what-ifs, lead, bars with their figures, and the notes on them."""
    assert result.chart is not None
    chart = result.chart()
    lead = result.lead if chart.lead is None else chart.lead
    notes = result.notes if chart.notes is None else chart.notes
    drawing = result._replace(columns=chart.columns, lead=lead, notes=notes)
    return written_by(lambda console: _Chart(drawing, style, console, chart), style)


class _Chart(Writer[Row]):
    """Writes the parts of one chart to one console."""

    def __init__(self, result: Result[Row], style: Style, console: Console, chart: Chart[Row]) -> None:
        super().__init__(result, style, console)
        self.chart = chart
        self.heads = [self.plain(column.title.pick(self.lang)) for column in self.columns]
        self.cells = self.aligned([[self.plain(cell) for cell in cells] for cells in self.cells])
        self.parts = self.parted()
        self.layout = self.laid_out() if self.parts else Layout(0, 0, [])
        self.result = result._replace(notes=(*self.legend(), *result.notes))

    def plain(self, text: str) -> str:
        """Return a text in the signs that the terminal has; what would steer the terminal is spelled out."""
        return spelled_out(text if self.style.unicode else text.translate(SIGNS))

    def aligned(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the cells with the figures of a column aligned: at their points, and at what stands between two."""
        for index, column in enumerate(self.columns):
            cells = [row[index] for row in rows]
            if column.kind == "pair":
                self.heads[index], *cells = _pairs_aligned([self.heads[index], *cells])
            elif column.kind == "number":
                cells = align_points(cells)
            for row, cell in zip(rows, cells, strict=True):
                row[index] = cell
        return rows

    def parted(self) -> list[Part[Row]]:
        """Return the rows by heading and axis, in the order in which these come up; rows on one axis have one scale."""
        bars: dict[Axis[Row], list[Bar]] = {}
        found: dict[Heading | None, dict[Axis[Row], list[DrawnRow[Row]]]] = {}
        for cells, record in zip(self.cells, self.result.rows, strict=True):
            axis = self.chart.axis(record)
            heading = self.chart.heading(record) if self.chart.heading else None
            bar = axis.bar(record)
            bars.setdefault(axis, []).extend([bar] if bar else [])
            found.setdefault(heading, {}).setdefault(axis, []).append(DrawnRow(cells, bar, record))
        ends = {axis: limits(axis, ones) for axis, ones in bars.items()}
        return [Part(heading, axis, *ends[axis], rows) for heading, axes in found.items() for axis, rows in axes.items()]

    def laid_out(self) -> Layout:
        """Return the layout that takes the fewest lines, beside the bars, above them or stacked."""
        width, names = self.style.width, [cells[0] for cells in self.cells]
        figures = [max(map(cell_len, cells)) for cells in list(zip(self.heads, *self.cells, strict=True))[1:]]
        titles = [self.plain(part.axis.title.pick(self.lang)) for part in self.parts]
        widest = max(map(cell_len, [*names, *titles, self.heads[0]]))
        any_bar = any(row.bar for part in self.parts for row in part.rows)
        if width is None:
            return Layout(widest, FIXED * any_bar, figures, beside=True)
        above = width - INDENT - sum(figures) - GAP * len(figures)
        room = above + INDENT - GAP
        bar = min(LONGEST, max(SHORTEST, room - widest)) * any_bar
        name = min(widest, room - bar)
        lines = len(names) + sum(len(fold(cell, width)) for cell in names)
        if name >= narrowest(names) and sum(len(fold(cell, name)) for cell in names) <= lines:
            return Layout(name, bar, figures, beside=True)
        if above >= STUB:
            return Layout(width, min(LONGEST, above) * any_bar, figures)
        bar = min(LONGEST, width - INDENT)
        return Layout(width, bar * any_bar if bar >= STUB else 0, figures, stacked=True)

    def legend(self) -> Iterable[Note]:
        """Yield what the bars, their marks and their other signs mean, each once, where they are drawn."""
        said: dict[Text, None] = {}
        used = signs(unicode=self.style.unicode)
        bars = [(part, row.bar) for part in self.parts for row in part.rows if row.bar and self.layout.bar]
        for part, bar in bars:
            said.setdefault(part.axis.note)
            if part.axis.mark and bar.mark is not None and (bar.mark > 0 or part.low < 0):
                said.setdefault(part.axis.mark.fill(mark=used.mark))
        if any(part.low < 0 for part, _ in bars):
            said.setdefault(ZERO_LINE.fill(sign=used.zero))
        for part, bar in bars:
            if not part.low <= bar.filled <= part.high:
                said.setdefault(BEYOND.fill(sign=used.over if bar.filled > 0 else used.under))
        return (Note("chart", words) for words in said)

    def rows(self) -> None:
        """Write the parts, each under its heading and its scale."""
        self.console.print()
        self.titles()
        heading = None
        for index, part in enumerate(self.parts):
            if index or (part.heading and not self.layout.stacked):
                self.console.print()
            if part.heading and part.heading != heading:
                self.heading(part.heading)
            heading = part.heading
            scale = scale_of(part.low, part.high, self.layout.bar) if self.layout.bar else None
            if scale and any(row.bar for row in part.rows):
                self.put(self.plain(part.axis.title.pick(self.lang)), ruler(scale, part.axis.sign), look="dim")
            for row in part.rows:
                self.row(row, scale)

    def titles(self) -> None:
        """Write the titles of the columns, unless each figure has its own."""
        if not self.layout.stacked:
            first, *others = self.heads
            self.put(first, "", [RichText(self.padded(index, head), "bold") for index, head in enumerate(others)], look="bold")

    def heading(self, heading: Heading) -> None:
        """Write the name of a group and how it stands, on one line where both fit."""
        name, status = (self.plain(words.pick(self.lang)) for words in heading[:2])
        line = RichText().append(name, "bold").append(" " * GAP).append(status, LOOKS[heading.tone] if heading.tone else "")
        if cell_len(line.plain) <= (self.style.width or NATURAL):
            self.console.print(line, soft_wrap=True)
        else:
            self.line(name, "bold")
            self.pairs([("", status)])

    def row(self, row: DrawnRow[Row], scale: Scale | None) -> None:
        """Write a row: its name, its bar, its figures."""
        tone = self.chart.tone(row.row) if self.chart.tone else None
        bar = drawn(row.bar, scale, unicode=self.style.unicode) if row.bar and scale else ""
        name, *cells = row.cells
        columns = enumerate(zip(self.columns[1:], cells, strict=True))
        figures = [RichText(self.padded(index, cell), look(column, row.row)) for index, (column, cell) in columns]
        self.put(name, bar, figures, tone=LOOKS[tone] if tone else "")
        if self.layout.stacked:
            pairs = zip(map(str.strip, self.heads[1:]), map(str.strip, cells), strict=True)
            self.pairs([pair for pair in pairs if pair[1] not in (self.plain(ABSENT), "")], indent=INDENT)

    def padded(self, index: int, cell: str) -> str:
        """Return a figure at the width of its column."""
        pad = " " * (self.layout.figures[index] - cell_len(cell))
        return pad + cell if self.columns[index + 1].kind == "number" else cell + pad

    def put(self, label: str, bar: str, figures: Iterable[RichText] = (), *, look: str = "", tone: str = "") -> None:
        """Write a label, a bar and figures where the layout has them; without a bar a label above may stand in its place."""
        layout, more = self.layout, list[str]()
        if layout.beside:
            label, *more = fold(label, layout.name)
        elif bar or layout.stacked or cell_len(label) > layout.bar_ends:
            self.line(label, look)
            label = ""
        line = RichText().append(label, look)
        if bar:
            line.append(" " * (layout.bar_starts - cell_len(label))).append(bar, tone or look)
        for index, figure in enumerate(() if layout.stacked else figures):
            line.append(" " * (GAP if index else GAP + layout.bar_ends - cell_len(line.plain))).append_text(figure)
        if line.plain.strip():
            self.console.print(line, soft_wrap=True)
        for rest in more:
            self.line(rest, look)


def _pairs_aligned(cells: list[str]) -> list[str]:
    """Pad cells of two figures on the left so that what stands between them stands in one column."""
    parts = [_parted(cell) for cell in cells]
    widest = max(cell_len(first) for first, _ in parts)
    return [" " * (widest - cell_len(first)) + first + rest for first, rest in parts]


def _parted(cell: str) -> tuple[str, str]:
    """Return the first figure of two, and the sign between them with the second; of one only, it is the second."""
    between = next((sign for sign in BETWEEN if sign in cell), None)
    if between is None:
        return "", " " * cell_len(BETWEEN[0]) + cell
    first, _, second = cell.partition(between)
    return first, between + second
