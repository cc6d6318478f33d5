"""The figures of tables, whose unit stands in another cell.

It may be in a column of units, in the name of the row, in the heading of the column or in a
caption. A table of a text file has cells between tabs, bars or several spaces, between single
spaces, or one cell on each line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from erqi_cli.parsing.figures.finder import Figure, find_figures
from erqi_cli.parsing.figures.number_words import DIGITS, SCALE
from erqi_cli.parsing.figures.qualifiers import AFTER_WORDS
from erqi_cli.parsing.figures.source_text import Line, SourceText
from erqi_cli.parsing.figures.unit_words import unit_end

SEPARATOR = re.compile(r"[\t|]|[ \u3000]{2,}")
SPACE = re.compile(r"[ \u3000]+")
MIN_SPACED_CELLS = 3
"""Words between single spaces are cells if there are so many and one of them is a unit."""
NUMBER_CELL = re.compile(
    rf"""
    (?P<before> [〔(\[]? [年均累计力争达到约近超不低高少于增长]{{0,6}} [〔(\[<>=≥≤]* )
    (?P<number> -? {DIGITS} (?: -{DIGITS} )? )
    (?P<after> [)\]〕]? (?: {AFTER_WORDS} )? [)\]〕*]{{0,2}} )
    (?: [、，;(] .* )?      # a remark: 4.9(2019年)
    """,
    re.VERBOSE,
)
"""A cell that holds a number and nothing else."""
EMPTY = "-"
"""A cell without a value."""
YEAR = re.compile("(?:19|20)[0-9]{2}")
SCALE_OF_UNIT = re.compile(SCALE, re.VERBOSE)
UNIT_IN_NAME = re.compile(r"[(\[](?:单位:)?(?P<unit>[^()\[\]]{1,10})[)\]]$")
"""A name or heading that ends in its unit: 地区生产总值(亿元)."""
CAPTION = re.compile(r"单位:(?P<unit>[^()\[\]]{1,10})[)]?$")
UNIT_HEADINGS = frozenset({"单位", "计量单位"})
MAX_UNIT_CHARS = 8
MAX_CELL_CHARS = 30
"""A longer line is running text, with which a table ends."""
DECREASE_NAME = re.compile(
    r"""
    (?: 下降 | 降低 | 减少 | 削减 )
    (?: 率 | 幅度 | 比例 )?
    (?: [(\[] | $ )
  | [降减]幅
    """,
    re.VERBOSE,
)
"""The name of a rate of decrease, such as 单位GDP能耗降低."""
DECREASE = "降低"
BRACKETS = "〔〕[]()"


class _Cell(NamedTuple):
    """A cell with its place in `SourceText.text`."""

    start: int
    end: int
    text: str
    """What the cell holds, without blanks."""


@dataclass(slots=True)
class _Table:
    """What is known of the table that is being read."""

    caption_unit: str = ""
    unit_column: int | None = None
    """The column that holds the unit of each row."""
    column_units: dict[int, str] = field(default_factory=dict)
    """The units in the headings of columns."""
    line_unit: str = ""
    """The unit of the last name, in a table of one cell a line."""
    line_decreases: bool = False
    """True if the last name is that of a rate of decrease."""


def find_document_figures(
    source: SourceText,
    limit: int | None = None,
) -> list[Figure]:
    """Return the figures of a document, those of tables with the units of their cells.

    If there are more than `limit`, only the first ones are returned, without the units of cells.
    """
    running = find_figures(source.text, limit)
    if len(running) == limit:
        return running
    figures = {figure.start: figure for figure in running}
    starts = list(figures)
    for cell, figure in _table_figures(source):
        first = bisect_left(starts, cell.start)
        last = bisect_left(starts, figure.end)
        for start in starts[first:last]:
            figures.pop(start, None)
        figures[figure.start] = figure
    return [figures[start] for start in sorted(figures)]


def _table_figures(source: SourceText) -> Iterator[tuple[_Cell, Figure]]:
    """Yield each cell that holds a number and nothing else, with its figure.

    What is known of a table holds until running text follows.
    """
    table = _Table()
    for cells in _rows(source):
        is_line = len(cells) == 1
        if is_line and len(cells[0].text) > MAX_CELL_CHARS:
            table = _Table()
        elif is_line:
            yield from _figure_of_line(cells[0], table)
        elif _is_heading(cells):
            _read_heading(cells, table)
        else:
            yield from _figures_of_row(cells, table)


def _rows(source: SourceText) -> Iterator[list[_Cell]]:
    """Yield the cells of each line that is not empty.

    A line of running text is one cell.
    """
    for line in source.lines():
        words = line.words.strip()
        if not words:
            continue
        start = line.start + line.words.index(words)
        trimmed = Line(start, words)
        cells = _cells(source, trimmed, SEPARATOR)
        spaced = _cells(source, trimmed, SPACE)
        if len(cells) == 1 and _are_cells(spaced):
            cells = spaced
        yield cells


def _cells(
    source: SourceText,
    line: Line,
    separator: "re.Pattern[str]",
) -> list[_Cell]:
    """Return the cells of a line."""
    starts = [0]
    ends = []
    for found in separator.finditer(line.words):
        ends.append(found.start())
        starts.append(found.end())
    ends.append(len(line.words))
    cells = []
    for start, end in zip(starts, ends, strict=True):
        first = source.position(line.start + start)
        last = source.position(line.start + end)
        text = source.text[first:last].strip()
        cells.append(_Cell(first, last, text))
    return cells


def _are_cells(words: list[_Cell]) -> bool:
    """Return whether words between single spaces are cells.

    They are if a number is the last of them, or if a unit is among them.
    """
    last = words[-1].text
    if NUMBER_CELL.fullmatch(last):
        return True
    if len(words) < MIN_SPACED_CELLS:
        return False
    return any(_unit_of_cell(word) for word in words)


def _is_unit(text: str) -> bool:
    """Return whether a text is a unit.

    It may have a scale: 亿元.
    """
    scale = SCALE_OF_UNIT.match(text)
    start = scale.end() if scale else 0
    has_unit = start < len(text)
    return has_unit and unit_end(text, start) == len(text)


def _unit_at_end(pattern: "re.Pattern[str]", text: str) -> str:
    """Return the unit in which a name, heading or caption ends; empty if there is none."""
    found = pattern.search(text)
    if found is None or not _is_unit(found["unit"]):
        return ""
    return found["unit"]


def _unit_of_cell(cell: _Cell) -> str:
    """Return the unit that a cell is or in which it ends; empty if there is none."""
    if _is_unit(cell.text):
        return cell.text
    return _unit_at_end(UNIT_IN_NAME, cell.text)


def _is_heading(cells: list[_Cell]) -> bool:
    """Return whether a row names the columns.

    One of them is the unit, or its name ends in a unit, and no cell holds a value.
    """
    texts = [cell.text for cell in cells]
    if not UNIT_HEADINGS.isdisjoint(texts):
        return True
    for text in texts:
        if text == EMPTY or NUMBER_CELL.fullmatch(text):
            return False
    return any(_unit_at_end(UNIT_IN_NAME, text) for text in texts[1:])


def _read_heading(cells: list[_Cell], table: _Table) -> None:
    """Set the column of units, and the units in the headings of columns.

    Those of a table before no longer hold.
    """
    table.unit_column = None
    table.column_units = {}
    for column, cell in enumerate(cells):
        unit = _unit_at_end(UNIT_IN_NAME, cell.text)
        if unit:
            table.column_units[column] = unit
        if cell.text in UNIT_HEADINGS:
            table.unit_column = column


def _figures_of_row(
    cells: list[_Cell],
    table: _Table,
) -> Iterator[tuple[_Cell, Figure]]:
    """Yield the cells of a row that hold a number, with their figures.

    The first cell holds no value but a serial number, and a row of years is a heading.
    """
    numbers = [cell.text for cell in cells if NUMBER_CELL.fullmatch(cell.text)]
    if all(YEAR.fullmatch(number) for number in numbers):
        return
    row_unit = _unit_of_row(cells, table)
    decreases = any(DECREASE_NAME.search(cell.text) for cell in cells)
    for column, cell in enumerate(cells):
        unit = table.column_units.get(column, row_unit)
        figure = _figure_of_cell(cell, unit, decreases=decreases)
        if figure and column > 0:
            yield cell, figure


def _unit_of_row(cells: list[_Cell], table: _Table) -> str:
    """Return the unit of a row.

    It stands in the column of units, in another cell or in the caption.
    """
    column = table.unit_column
    if column is not None and column < len(cells):
        unit = cells[column].text
        # Also an unknown word is a unit in this column.
        is_word = NUMBER_CELL.fullmatch(unit) is None
        if is_word and 0 < len(unit) <= MAX_UNIT_CHARS:
            return unit
    for cell in cells:
        unit = _unit_of_cell(cell)
        if unit:
            return unit
    return table.caption_unit


def _figure_of_line(
    cell: _Cell,
    table: _Table,
) -> Iterator[tuple[_Cell, Figure]]:
    """Read a line of one cell: a caption, a unit, a name, or a number that belongs to these."""
    text = cell.text
    caption_unit = _unit_at_end(CAPTION, text)
    if caption_unit:
        table.caption_unit = caption_unit
        return
    if _is_unit(text):
        table.line_unit = text
        return
    figure = None
    if table.line_unit:
        figure = _figure_of_cell(
            cell,
            table.line_unit,
            decreases=table.line_decreases,
        )
    if figure:
        yield cell, figure
    elif text != EMPTY:
        # Another name begins.
        table.line_unit = _unit_at_end(UNIT_IN_NAME, text)
        table.line_decreases = DECREASE_NAME.search(text) is not None


def _figure_of_cell(
    cell: _Cell,
    unit: str,
    *,
    decreases: bool,
) -> Figure | None:
    """Return the figure of a cell that holds only a number, with a unit from elsewhere."""
    found = NUMBER_CELL.fullmatch(cell.text)
    if found is None:
        return None
    # The figure as running text would have it; its places are then those of the cell.
    before = found["before"].strip(BRACKETS)
    if decreases:
        before = DECREASE + before
    number = found["number"]
    after = found["after"]
    figures = find_figures(f"{before}{number}{unit}{after}")
    if not figures:
        return None
    figure = figures[0]
    shift = cell.start + found.start("number") - len(before)
    return figure._replace(
        start=figure.start + shift,
        numeral_end=figure.numeral_end + shift,
        unit_end=figure.unit_end + shift - len(unit),
        end=figure.end + shift - len(unit),
    )
