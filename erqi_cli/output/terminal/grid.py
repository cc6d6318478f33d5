"""Fits the cells of a table to a terminal: which columns stay, and how wide each one is."""

from collections.abc import Iterator
from typing import Generic, NamedTuple

from rich.cells import cell_len, set_cell_size

from erqi_cli.i18n.language import Lang
from erqi_cli.output.terminal.wrap import narrowest_width, wrap
from erqi_cli.results.result import LAST, Column, Row

GAP = 2
"""The cells between two columns."""
NARROW_GAP = 1
"""The cells between two columns if that saves lines or columns."""
NAME_WIDTH = 12
"""The first column names the row: other columns give way before it has fewer cells."""
CUT_NAME_WIDTH = 20
"""The same where a long name is cut, so that each row is one line."""
LINES_OF_A_ROW = (1, 2, 3)
"""Columns give way to put each row on one line, or else on two, or else on three."""
ELLIPSIS = "…"


class Grid(NamedTuple, Generic[Row]):
    """The columns of a table, and their cells row by row."""

    columns: tuple[Column[Row], ...]
    rows: list[list[str]]
    left_out: tuple[Column[Row], ...] = ()


class Fit(NamedTuple, Generic[Row]):
    """A grid at its widths: those of the columns, the gap, and the lines that each row takes."""

    grid: Grid[Row]
    gap: int
    widths: list[int]
    lines: list[int]

    @property
    def height(self) -> int:
        """How many lines the rows take."""
        return sum(self.lines)

    @property
    def tallest(self) -> int:
        """How many lines the tallest row takes."""
        return max(self.lines, default=0)

    @property
    def is_without_last(self) -> bool:
        """Whether a column has given way that does so only if there is no table otherwise."""
        return any(column.gives_way == LAST for column in self.grid.left_out)


def best_fit(grid: Grid[Row], lang: Lang, width: int | None) -> Fit[Row] | None:
    """Return how a table fits a terminal, None if it does not.

    As few columns as possible give way to put each row on one line, or else on two or three. If
    that cannot be, as few as possible give way to leave the names their room. What gives way LAST
    stays if there is a table with it. Without a `width` nothing gives way.
    """
    if width is None:
        return _fit(grid, lang, None, GAP)
    fits = (_fit_of(narrower, lang, width) for narrower in _narrower(grid))
    possible = [fit for fit in fits if fit is not None]
    if not possible:
        return None
    fullest = possible[0]
    if fullest.is_without_last:
        return _with_columns_back(grid, fullest, lang, width)
    for lines in LINES_OF_A_ROW:
        for fit in possible:
            if fit.tallest <= lines and not fit.is_without_last:
                return _with_columns_back(grid, fit, lang, width)
    return fullest


def _fit_of(grid: Grid[Row], lang: Lang, width: int) -> Fit[Row] | None:
    """Return how these columns fit; the narrow gap is taken if it saves lines."""
    fit = _fit(grid, lang, width, GAP)
    if fit is not None and fit.tallest <= 1:
        return fit
    narrow = _fit(grid, lang, width, NARROW_GAP)
    if fit is None or (narrow is not None and narrow.height < fit.height):
        return narrow
    return fit


def _with_columns_back(
    grid: Grid[Row],
    fit: Fit[Row],
    lang: Lang,
    width: int,
) -> Fit[Row]:
    """Return the fit with every column that takes no more lines, the more important ones first.

    A wide column may give way after a narrow one, and leave room for it. Names are not cut for it.
    """
    for column in reversed(fit.grid.left_out):
        left_out = [other for other in fit.grid.left_out if other is not column]
        wider = grid
        for other in left_out:
            wider = _without(wider, other)
        fuller = _fit_of(wider, lang, width)
        if fuller is None or fuller.height > fit.height:
            continue
        cuts_names = grid.columns[0].kind == "name" and fuller.widths[0] < fit.widths[0]
        if not cuts_names:
            fit = fuller
    return fit


def fit_cell(cell: str, width: int, column: Column[Row]) -> str:
    """Return a cell at its column's width: a number padded on the left, words wrapped or cut."""
    if column.bar:
        return cell
    if column.kind in ("number", "pair"):
        return " " * (width - cell_len(cell)) + cell
    if column.kind == "name" and cell_len(cell) > width:
        return set_cell_size(cell, width - 1).rstrip() + ELLIPSIS
    return "\n".join(wrap(cell, width))


def _narrower(grid: Grid[Row]) -> Iterator[Grid[Row]]:
    """Yield the grid, and then the grid with one column less each time, in the declared order."""
    yield grid
    order = [column for column in grid.columns if column.gives_way]
    order.sort(key=lambda column: column.gives_way)
    for column in order:
        grid = _without(grid, column)
        yield grid


def _without(grid: Grid[Row], column: Column[Row]) -> Grid[Row]:
    index = grid.columns.index(column)
    columns = grid.columns[:index] + grid.columns[index + 1 :]
    rows = [row[:index] + row[index + 1 :] for row in grid.rows]
    return Grid(columns, rows, (*grid.left_out, column))


def _fit(grid: Grid[Row], lang: Lang, width: int | None, gap: int) -> Fit[Row] | None:
    widths = _widths(grid, lang, width, gap)
    if widths is None:
        return None
    return Fit(grid, gap, widths, _lines(grid, widths))


def _widths(grid: Grid[Row], lang: Lang, width: int | None, gap: int) -> list[int] | None:
    """Return widths with which the table fits, or None.

    Numbers, ids and bars keep their width. Of the others, always the one with most to spare
    shrinks.
    """
    widths = []
    min_widths = []
    for index, column in enumerate(grid.columns):
        cells = [column.title.pick(lang), *(row[index] for row in grid.rows)]
        natural = max(cell_len(cell) for cell in cells)
        widths.append(natural)
        min_widths.append(_min_width(column, cells, natural, is_first=index == 0))
    if width is None:
        return widths
    excess = sum(widths) + gap * (len(widths) - 1) - width
    while excess > 0:
        spare = [width - least for width, least in zip(widths, min_widths, strict=True)]
        most_spare = max(spare)
        if most_spare <= 0:
            return None
        widths[spare.index(most_spare)] -= 1
        excess -= 1
    return widths


def _min_width(column: Column[Row], cells: list[str], natural: int, *, is_first: bool) -> int:
    """Return the least width of a column."""
    if column.kind == "name":
        return min(natural, CUT_NAME_WIDTH)
    is_rigid = column.kind in ("number", "pair", "id") or column.bar is not None
    if is_rigid:
        return natural
    least = narrowest_width(cells)
    return max(least, min(natural, NAME_WIDTH)) if is_first else least


def _lines(grid: Grid[Row], widths: list[int]) -> list[int]:
    """Return how many lines each row takes with these column widths."""
    heights = []
    for row in grid.rows:
        lines = 1
        for column, cell, width in zip(grid.columns, row, widths, strict=True):
            if cell_len(cell) > width:
                lines = max(lines, fit_cell(cell, width, column).count("\n") + 1)
        heights.append(lines)
    return heights
