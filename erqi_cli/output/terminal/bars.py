"""Draws bars and their scales: of any number of cells, from a zero line, with a mark, in characters of one width."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import count
from typing import NamedTuple

from erqi_cli.results.formatting import format_number
from erqi_cli.results.result import Axis, Bar, Row

ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)


class Signs(NamedTuple):
    """The characters of a bar; `ends` fill a cell from its smallest part to the whole, `falls` do so from the right."""

    ends: str
    falls: str
    empty: str
    mark: str
    zero: str
    over: str
    under: str


FINE = Signs("▏▎▍▌▋▊▉█", "▐█", "·", "┃", "│", "▸", "◂")
COARSE = Signs("#", "#", ".", "|", ":", ">", "<")
ROUND = (Decimal(1), Decimal(2), Decimal(5))
STEPS_WANTED = 8
"""A scale has at most so many steps, each 1, 2 or 5 of some power of ten."""


class Scale(NamedTuple):
    """How many cells there are to the right of zero and, beyond a zero line, to its left; `per` cells stand for `amount`."""

    amount: Decimal
    per: int
    right: int
    left: int = 0
    step: Decimal = ZERO

    @property
    def cells(self) -> int:
        """How many cells a bar takes, the zero line among them."""
        return self.left + self.right + (1 if self.left else 0)

    def size(self, value: Decimal) -> Decimal:
        """Return how many cells a value takes."""
        return value * self.per / self.amount


IN_TABLES = Scale(TEN, 1, 12)
"""A cell stands for ten percent: the whole is ten cells, and what is beyond it shows in the last two."""


def signs(*, unicode: bool) -> Signs:
    """Return the characters that a terminal can show."""
    return FINE if unicode else COARSE


def drawn(bar: Bar, scale: Scale = IN_TABLES, *, unicode: bool) -> str:
    """Return a bar, with its mark in the cell where what is expected ends, and an arrow where the bar runs out of room.

    A bar that is short of its mark never shows beyond it.
    """
    used, size = signs(unicode=unicode), scale.size(bar.filled)
    right = _side(size, scale.right, used.ends, used.empty, used.over)
    left = _side(-size, scale.left, used.falls, used.empty, used.under)
    zero = [used.zero] if left else []
    if size < 0 and not left:
        right[0] = used.under
    if bar.mark == 0 and left:
        zero = [used.mark]
    elif bar.mark:
        side = right if bar.mark > 0 else left
        at = min(int(scale.size(abs(bar.mark)).to_integral_value(ROUND_CEILING)), len(side))
        side[at - 1 : at] = [used.mark] if side else []
    return "".join([*reversed(left), *zero, *right])


def _side(size: Decimal, room: int, ends: str, empty: str, beyond: str) -> list[str]:
    """Return the cells on one side of zero, from there outwards; anything above zero shows."""
    steps = max(_nearest(size * len(ends)), 1) if size > 0 else 0
    whole, part = divmod(min(steps, room * len(ends)), len(ends))
    cells = [ends[-1]] * whole + [ends[part - 1]] * (part > 0)
    cells += [empty] * (room - len(cells))
    if size > room and cells:
        cells[-1] = beyond
    return cells


def _nearest(size: Decimal) -> int:
    return int(size.to_integral_value(ROUND_HALF_UP))


def limits(axis: Axis[Row], bars: Iterable[Bar]) -> tuple[Decimal, Decimal]:
    """Return the ends of the axis of these bars, in whole steps: it holds zero, and the bars as far as it may reach."""
    values = [value for bar in bars for value in bar if value is not None]
    low, high = min(values, default=ZERO), max([*values, axis.whole], default=ZERO)
    if axis.most is not None:
        low, high = max(low, -axis.most), min(high, axis.most)
    low, high = min(low, ZERO), max(high, ZERO)
    step = _step(high - low)
    return (low / step).to_integral_value(ROUND_FLOOR) * step, (high / step).to_integral_value(ROUND_CEILING) * step


def _step(span: Decimal) -> Decimal:
    """Return the smallest round step of which no more than STEPS_WANTED make up a span."""
    least = (span or ONE) / STEPS_WANTED
    return next(step for step in _round_steps(least.adjusted()) if step >= least)


def _round_steps(exponent: int) -> Iterator[Decimal]:
    """Yield 1, 2, 5, 10, 20, 50 and so on, times ten to an exponent."""
    for more in count(exponent):
        yield from (times.scaleb(more) for times in ROUND)


def scale_of(low: Decimal, high: Decimal, cells: int) -> Scale:
    """Return the scale of an axis in this many cells: one cell stands for the same on both sides of zero."""
    step = _step(high - low)
    if low >= 0:
        return Scale(high or ONE, cells, cells, step=step)
    room = cells - 1
    left = min(_nearest((-low * room / (high - low)).to_integral_value(ROUND_CEILING)), room - 1)
    right = room - left
    amount, per = max((-low, left), (high, right), key=lambda side: side[0] / side[1])
    return Scale(amount, per, right, left, step)


def ruler(scale: Scale, sign: str) -> str:
    """Return the figures of a scale, each over its place; of too many only some, at even steps."""
    ends = [side * scale.amount / scale.per for side in (-scale.left, scale.right)]
    for step in _round_steps(scale.step.adjusted()):
        first, last = (int(end / step) for end in ends)
        if step < scale.step:
            continue
        line = _placed(scale, [step * at for at in range(first, last + 1)], sign)
        if line is not None or first == last:
            return line or ""
    return ""


def _placed(scale: Scale, values: Sequence[Decimal], sign: str) -> str | None:
    """Return values over their places, or None where they would touch."""
    line = ""
    for value in values:
        label = format_number(value) + sign
        start = _nearest(_place(scale, value) - Decimal(len(label)) / 2)
        start = max(min(start, scale.cells - len(label)), 0)
        if start < len(line) + bool(line):
            return None
        line = line.ljust(start) + label
    return line


def _place(scale: Scale, value: Decimal) -> Decimal:
    """Return how far from the left a value lies, in cells; the zero line takes a cell of its own."""
    line = Decimal((value > 0) - (value < 0) + 1) / 2 if scale.left else ZERO
    return scale.left + line + scale.size(value)
