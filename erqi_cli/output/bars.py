"""Draws bullet bars: completion against the time mark, in characters of one width."""

from decimal import Decimal

from erqi_cli.results.shape import Bar

CELLS = 12
STEP = Decimal(10)
"""A cell stands for ten percent: the whole is ten cells, and what is beyond it shows in the last two."""
FINE, COARSE = ("█", "·", "┃", "▸"), ("#", ".", "|", ">")


def drawn(bar: Bar, *, unicode: bool) -> str:
    """Return a bar of 12 cells; the mark stands at the end of what is expected, an arrow where the bar runs out of room."""
    full, empty, mark, beyond = FINE if unicode else COARSE
    filled = _cell(bar.filled)
    cells = [full if index < filled else empty for index in range(CELLS)]
    if filled > CELLS:
        cells[-1] = beyond
    if bar.mark is not None and bar.mark > 0:
        cells[min(max(_cell(bar.mark), 1), CELLS) - 1] = mark
    return "".join(cells)


def _cell(percent: Decimal) -> int:
    """Return the number of cells that a percentage fills, the nearest; anything above zero shows."""
    cells = int((percent / STEP).to_integral_value(rounding="ROUND_HALF_UP"))
    return max(cells, 1) if percent > 0 else 0
