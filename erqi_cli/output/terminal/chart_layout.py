"""Where the names, bars and figures of a chart go, by the width of the terminal."""

from typing import NamedTuple

from rich.cells import cell_len

from erqi_cli.output.terminal.grid import GAP
from erqi_cli.output.terminal.wrap import narrowest_width, wrap

NATURAL_BAR = 30
"""The cells of a bar in output that does not go to a terminal."""
MAX_BAR = 50
MIN_BAR_BESIDE_NAME = 16
MIN_BAR_UNDER_NAME = 8
INDENT = 2


class Layout(NamedTuple):
    """Names stand beside the bars or above them; figures behind the bars or `stacked` under them.

    `name` is the width of the names, `bar` that of a bar (0 if there is no room for one), `figures`
    are those of the columns of figures.
    """

    name: int
    bar: int
    figures: list[int]
    beside: bool = False
    stacked: bool = False

    @property
    def bar_start(self) -> int:
        """How far from the left the bars start."""
        if not self.beside:
            return INDENT
        return self.name + GAP if self.bar else self.name

    @property
    def bar_end(self) -> int:
        """How far from the left the bars end."""
        return self.bar_start + self.bar


def choose_layout(
    *,
    width: int | None,
    names: list[str],
    titles: list[str],
    figure_widths: list[int],
    has_bars: bool,
) -> Layout:
    """Return the layout with the fewest lines: names beside the bars, above them, or stacked.

    Without a `width`, everything has its natural width.
    """
    widest_name = max((cell_len(label) for label in [*names, *titles]), default=0)
    if width is None:
        return Layout(widest_name, NATURAL_BAR if has_bars else 0, figure_widths, beside=True)
    room_under_name = width - INDENT - sum(figure_widths) - GAP * len(figure_widths)
    room_beside_figures = room_under_name + INDENT - GAP
    bar = 0
    if has_bars:
        bar = min(MAX_BAR, max(MIN_BAR_BESIDE_NAME, room_beside_figures - widest_name))
    name = min(widest_name, room_beside_figures - bar)
    if name >= narrowest_width(names) and _beside_is_shorter(names, name, width):
        return Layout(name, bar, figure_widths, beside=True)
    if room_under_name >= MIN_BAR_UNDER_NAME:
        bar = min(MAX_BAR, room_under_name) if has_bars else 0
        return Layout(width, bar, figure_widths)
    bar = min(MAX_BAR, width - INDENT)
    if not has_bars or bar < MIN_BAR_UNDER_NAME:
        bar = 0
    return Layout(width, bar, figure_widths, stacked=True)


def _beside_is_shorter(names: list[str], name_width: int, width: int) -> bool:
    """Return whether names beside the bars take no more lines than above them."""
    lines_beside = sum(len(wrap(name, name_width)) for name in names)
    lines_above = sum(len(wrap(name, width)) + 1 for name in names)
    return lines_beside <= lines_above
