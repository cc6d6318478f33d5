"""Draws bars and their scales: in any number of cells, from a zero line, with a mark.

The characters are all of one width. Sizes and places are in cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import count
from typing import NamedTuple

from erqi_cli.results.formatting import format_number
from erqi_cli.results.result import Axis, Bar, Row

ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)


class Signs(NamedTuple):
    """The characters of a bar.

    `rises` fill a cell from its smallest part to the whole, from the left; `falls` from the right.
    `beyond_right` and `beyond_left` are arrows at a bar that is longer than its scale.
    """

    rises: str
    falls: str
    empty: str
    mark: str
    zero: str
    beyond_right: str
    beyond_left: str


UNICODE_SIGNS = Signs("▏▎▍▌▋▊▉█", "▐█", "·", "┃", "│", "▸", "◂")
ASCII_SIGNS = Signs("#", "#", ".", "|", ":", ">", "<")
ROUND_STEPS = (Decimal(1), Decimal(2), Decimal(5))
MAX_STEPS = 8
"""A scale has at most so many steps, each 1, 2 or 5 of some power of ten."""


class Scale(NamedTuple):
    """How many cells there are right of zero and, beyond a zero line, left of it.

    `cells_per_amount` cells stand for `amount`. `step` is the distance of the figures of the scale.
    """

    amount: Decimal
    cells_per_amount: int
    right: int
    left: int = 0
    step: Decimal = ZERO

    @property
    def cells(self) -> int:
        """How many cells a bar takes, with the zero line if there is one."""
        zero_line = 1 if self.left else 0
        return self.left + zero_line + self.right

    def size(self, value: Decimal) -> Decimal:
        """Return how many cells a value takes."""
        return value * self.cells_per_amount / self.amount


SCALE_IN_TABLES = Scale(TEN, 1, 10)
"""A cell stands for ten percent: the whole is ten cells; a longer bar ends in an arrow."""


def signs(*, unicode: bool) -> Signs:
    """Return the characters that a terminal can show."""
    return UNICODE_SIGNS if unicode else ASCII_SIGNS


def draw_bar(bar: Bar, scale: Scale = SCALE_IN_TABLES, *, unicode: bool) -> str:
    """Return a bar, with its mark in the cell where the mark's value ends.

    A bar that is shorter than its mark never shows beyond it. A longer bar than the scale ends in
    an arrow.
    """
    characters = signs(unicode=unicode)
    size = scale.size(bar.filled)
    right = _draw_side(size, scale.right, characters.rises, characters)
    left = _draw_side(-size, scale.left, characters.falls, characters)
    if size > scale.right:
        right[-1] = characters.beyond_right
    if -size > scale.left:
        if left:
            left[-1] = characters.beyond_left
        else:
            right[0] = characters.beyond_left
    zero = [characters.zero] if left else []
    if bar.mark == 0 and left:
        zero = [characters.mark]
    elif bar.mark:
        _draw_mark(right if bar.mark > 0 else left, scale.size(abs(bar.mark)), characters)
    return "".join([*reversed(left), *zero, *right])


def _draw_side(size: Decimal, room: int, parts: str, characters: Signs) -> list[str]:
    """Return the cells on one side of zero, from there outwards; anything above zero shows."""
    filled_parts = 0
    if size > 0:
        filled_parts = max(_nearest(size * len(parts)), 1)
    filled_parts = min(filled_parts, room * len(parts))
    full_cells, rest = divmod(filled_parts, len(parts))
    cells = [parts[-1]] * full_cells
    if rest > 0:
        cells.append(parts[rest - 1])
    empty_cells = room - len(cells)
    return cells + [characters.empty] * empty_cells


def _draw_mark(side: list[str], size: Decimal, characters: Signs) -> None:
    """Put the mark into the cell in which its size ends, or into the last one."""
    if side:
        ends_in = int(size.to_integral_value(ROUND_CEILING))
        side[min(ends_in, len(side)) - 1] = characters.mark


def _nearest(size: Decimal) -> int:
    return int(size.to_integral_value(ROUND_HALF_UP))


def limits(axis: Axis[Row], bars: Iterable[Bar]) -> tuple[Decimal, Decimal]:
    """Return the ends of the axis of these bars, in whole steps.

    The axis holds zero and the bars, as far as it may reach.
    """
    low, high = ZERO, max(ZERO, axis.whole)
    for bar in bars:
        for value in (bar.filled, bar.mark):
            if value is not None:
                low, high = min(low, value), max(high, value)
    if axis.most is not None:
        low, high = max(low, -axis.most), min(high, axis.most)
    step = _step(high - low)
    first_step = (low / step).to_integral_value(ROUND_FLOOR)
    last_step = (high / step).to_integral_value(ROUND_CEILING)
    return first_step * step, last_step * step


def _step(span: Decimal) -> Decimal:
    """Return the smallest round step of which no more than MAX_STEPS make up a span."""
    least = (span or ONE) / MAX_STEPS
    return next(step for step in _round_steps(least.adjusted()) if step >= least)


def _round_steps(exponent: int) -> Iterator[Decimal]:
    """Yield 1, 2, 5, 10, 20, 50 and so on, times ten to an exponent."""
    for power in count(exponent):
        for step in ROUND_STEPS:
            yield step.scaleb(power)


def scale_of(low: Decimal, high: Decimal, cells: int) -> Scale:
    """Return the scale of an axis in this many cells.

    A cell stands for the same amount on both sides of zero.
    """
    step = _step(high - low)
    if low >= 0:
        return Scale(high or ONE, cells, cells, step=step)
    room = cells - 1  # the zero line takes a cell
    share_of_left = -low * room / (high - low)
    left = min(int(share_of_left.to_integral_value(ROUND_CEILING)), room - 1)
    right = room - left
    if -low / left >= high / right:
        return Scale(-low, left, right, left, step)
    return Scale(high, right, right, left, step)


def ruler(scale: Scale, sign: str) -> str:
    """Return the figures of a scale, each over its place; if they are too many, at wider steps."""
    lowest = -scale.left * scale.amount / scale.cells_per_amount
    highest = scale.right * scale.amount / scale.cells_per_amount
    for step in _round_steps(scale.step.adjusted()):
        if step < scale.step:
            continue
        first = int(lowest / step)
        last = int(highest / step)
        values = [step * number for number in range(first, last + 1)]
        line = _place_labels(scale, values, sign)
        if line is not None or first == last:
            return line or ""
    return ""


def _place_labels(scale: Scale, values: Sequence[Decimal], sign: str) -> str | None:
    """Return values over their places, or None if two of them would touch."""
    line = ""
    for value in values:
        label = format_number(value) + sign
        middle = _place(scale, value)
        start = _nearest(middle - Decimal(len(label)) / 2)
        start = max(min(start, scale.cells - len(label)), 0)
        first_free = len(line) + 1 if line else 0
        if start < first_free:
            return None
        line = line.ljust(start) + label
    return line


def _place(scale: Scale, value: Decimal) -> Decimal:
    """Return how far from the left a value lies; the zero line takes a cell of its own."""
    zero_line = ZERO
    if scale.left and value == 0:
        zero_line = Decimal("0.5")
    elif scale.left and value > 0:
        zero_line = ONE
    return scale.left + zero_line + scale.size(value)
