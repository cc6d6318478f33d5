"""Bars and their scales: as long as the figures say, to both sides of zero, in any number of cells."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erqi_cli.i18n.text import Text
from erqi_cli.output.terminal.bars import SCALE_IN_TABLES, draw_bar, limits, ruler, scale_of
from erqi_cli.results.result import Axis, Bar


def percent(*values):
    return [Decimal(str(value)) for value in values]


def axis(**more):
    return Axis(Text("", ""), lambda _: None, Text("", ""), **more)


@pytest.mark.parametrize(
    ("filled", "mark", "fine", "plain"),
    [
        (10, None, "█·········", "#........."),
        (12.5, None, "█▎········", "#........."),
        (15, None, "█▌········", "##........"),
        (99, None, "█████████▉", "##########"),
        (0, None, "··········", ".........."),
        ("0.0001", None, "▏·········", "#........."),
        (75, 50, "████┃██▌··", "####|###.."),
        (44.92, 45.48, "████┃·····", "####|....."),
        (131, 100, "█████████┃", "#########|"),
        (131, 60, "█████┃███▸", "#####|###>"),
        (-5, None, "◂·········", "<........."),
    ],
)
def test_a_bar_is_as_long_as_its_figure(filled, mark, fine, plain):
    """Of ten cells for 100, 12.5 fills one and a quarter; what is over or under has an arrow; a trace shows."""
    scale = scale_of(Decimal(0), Decimal(100), 10)
    filled, mark = Decimal(str(filled)), None if mark is None else Decimal(str(mark))
    assert draw_bar(Bar(filled, mark), scale, unicode=True) == fine
    assert draw_bar(Bar(filled, mark), scale, unicode=False) == plain


@pytest.mark.parametrize(
    ("filled", "mark", "fine", "plain"),
    [
        (10, None, "·····│██████████", ".....:##########"),
        (-5, None, "█████│··········", "#####:.........."),
        (-1.5, -4, "·┃·▐█│··········", ".|.##:.........."),
        (-3, 0, "··███┃··········", "..###|.........."),
        (0, 8, "·····│·······┃··", ".....:.......|.."),
        (-7, None, "◂████│··········", "<####:.........."),
    ],
)
def test_a_fall_goes_to_the_left_of_the_zero_line(filled, mark, fine, plain):
    """From −5 to 10 in 16 cells a point is one cell on both sides of the line, and halves show on the left too."""
    scale = scale_of(Decimal(-5), Decimal(10), 16)
    filled, mark = Decimal(str(filled)), None if mark is None else Decimal(mark)
    assert draw_bar(Bar(filled, mark), scale, unicode=True) == fine
    assert draw_bar(Bar(filled, mark), scale, unicode=False) == plain


def test_tables_are_drawn_by_the_same_code():
    """The bars of wide tables are ten cells of ten percent each."""
    assert draw_bar(Bar(Decimal(75), Decimal(50)), unicode=True) == draw_bar(
        Bar(Decimal(75), Decimal(50)), SCALE_IN_TABLES, unicode=True
    )
    assert draw_bar(Bar(Decimal(75), Decimal(50)), unicode=True) == "████┃██▌··"


@given(
    st.decimals(-200, 200, places=3),
    st.decimals(-200, 200, places=3),
    st.integers(3, 60),
    st.booleans(),
)
def test_a_bar_fits_its_cells_and_is_never_past_a_mark_that_it_has_not_reached(
    filled, mark, count, unicode
):
    """Whatever is drawn has exactly its cells, and between zero and the end of the bar a mark stands only where it is reached."""
    low, high = limits(axis(), [Bar(filled, mark)])
    scale = scale_of(low, high, count)
    shown = draw_bar(Bar(filled, mark), scale, unicode=unicode)
    assert len(shown) == count
    empty, sign = ("·", "┃") if unicode else (".", "|")
    if 0 < filled < mark:
        assert set(shown.partition(sign)[2]) <= {empty}
    if mark < filled < 0:
        assert set(shown.partition(sign)[0]) <= {empty}


@given(
    st.lists(st.decimals("-999999", "999999", places=2), min_size=1, max_size=5), st.integers(8, 80)
)
def test_an_axis_holds_zero_and_every_bar(values, count):
    """The ends of a scale are round steps about all values, no bar runs out of room, and the zero stands at its place."""
    low, high = limits(axis(), [Bar(value) for value in values])
    assert low <= min(0, *values)
    assert high >= max(0, *values)
    scale = scale_of(low, high, count)
    assert scale.cells == count
    assert not {*"<>"} & {*"".join(draw_bar(Bar(value), scale, unicode=False) for value in values)}
    line = ruler(scale, "%")
    assert len(line) <= count
    assert re.search(r"(?<![\d.,])0%", line)


@pytest.mark.parametrize(
    ("values", "more", "ends", "count", "line"),
    [
        ((9, 10), {}, (0, 10), 40, "0%     2%      4%      6%      8%    10%"),
        ((9, 10), {}, (0, 10), 16, "0%     5%    10%"),
        ((53,), {"whole": Decimal(100)}, (0, 100), 30, "0%            50%         100%"),
        ((131,), {"whole": Decimal(100)}, (0, 140), 30, "0%       50%       100%"),
        (
            (800,),
            {"whole": Decimal(100), "most": Decimal(150)},
            (0, 160),
            20,
            "0%   50%   100% 150%",
        ),
        (("1.7",), {"sign": ""}, (0, 2), 20, "0   0.5   1   1.5  2"),
        ((-3, 10), {}, (-4, 10), 33, "          0%         5%       10%"),
        ((0,), {}, (0, 0), 10, "0% 0.5% 1%"),
    ],
)
def test_the_scale_says_round_figures_at_their_places(values, more, ends, count, line):
    """A scale ends at a round step that holds every bar, says 100% where there is room, and stops at its limit."""
    drawn_on = axis(**more)
    low, high = limits(drawn_on, [Bar(value) for value in percent(*values)])
    assert (low, high) == ends
    assert ruler(scale_of(low, high, count), drawn_on.sign) == line
