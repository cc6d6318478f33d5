"""Figures put into words: numbers, rates, changes and qualified figures, as tables show them."""

from decimal import Decimal

from erqi_cli.calc.decimals import plain, rounded
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.labels import COMPARATORS, FALLS
from erqi_cli.results.result import Cell

PLACES = 4
"""Decimal places that a table shows at most; JSON and CSV carry every digit."""
NO_BASE_VALUE = Text("没有基期值", "No base value")
UNCHANGED = Text("持平", "{english}")
RISES = Text("上升{size}个百分点", "{english}")
DROPS = Text("下降{size}个百分点", "{english}")
LEAD = Text("超{size}", "+{size}")
LAG = Text("欠{size}", "-{size}")


def format_number(value: Decimal, places: int = PLACES) -> str:
    """Return a number for a table: thousands separated, rounded half up once, no needless zeros.

    A figure that is not zero is never shown as zero: a very small one keeps two significant digits.
    """
    smallest_shown = Decimal(1).scaleb(-places)
    if value and abs(value) < smallest_shown:
        places = 1 - value.adjusted()
    digits = plain(rounded(value, places))
    whole, point, fraction = digits.partition(".")
    # Without this, int() would lose the sign of -0.5.
    if whole.lstrip("-") == "0":
        return digits
    return f"{int(whole):,}{point}{fraction}"


def format_fixed(value: Decimal, places: int) -> str:
    """Return a number with a fixed number of places."""
    return f"{rounded(value, places):,f}"


def format_percent(value: Decimal | None) -> str | None:
    """Return a rate for a table, None for none."""
    if value is None:
        return None
    return f"{format_number(value)}%"


def format_fixed_percent(value: Decimal, places: int) -> str:
    """Return a rate with a fixed number of places, such as 70.10%."""
    return f"{format_fixed(value, places)}%"


def format_signed(value: Decimal, places: int) -> str:
    """Return a change with its sign and a fixed number of places, such as +0.30 or -0.21."""
    shown = rounded(value, places)
    if not shown:
        return f"{shown:f}"
    return f"{shown:+,f}"


def format_change_in_points(value: Decimal, places: int) -> Text:
    """Return a change of a share: 下降0.21个百分点 or -0.21 pp."""
    size = format_fixed(abs(value), places)
    english = f"{format_signed(value, places)} pp"
    if not rounded(value, places):
        return UNCHANGED.fill(english=english)
    template = RISES if value > 0 else DROPS
    return template.fill(
        size=size,
        english=english,
    )


def format_points(value: Decimal) -> Text:
    """Return a lead or a lag in percentage points: 超13.82, 欠3.10 or +13.82, -3.10."""
    size = format_fixed(abs(value), 2)
    if not rounded(value, 2):
        return same(size)
    template = LEAD if value > 0 else LAG
    return template.fill(size=size)


def count_of_points(number: str) -> str:
    """Return so many percentage points in English: 1 percentage point, 0.2 percentage points."""
    noun = "percentage point" if number == "1" else "percentage points"
    return f"{number} {noun}"


def format_factor(rate: Decimal) -> str:
    """Return a change in percent as a factor of a product: (1 + 9%), (1 − 2%)."""
    sign = "−" if rate < 0 else "+"
    size = plain(abs(rate))
    return f"(1 {sign} {size}%)"


def format_qualified(
    value: Decimal | None,
    comparator: Comparator,
    upper: Decimal | None = None,
    sign: str = "",
) -> Text | None:
    """Return a figure with its qualifier, such as about 9% or 9%左右; None for none.

    `sign` is the percent sign of a rate, or nothing.
    """
    if value is None:
        return None
    is_fall = sign and value < 0
    if is_fall and comparator in FALLS:
        size = format_number(abs(value))
        return FALLS[comparator].fill(figure=f"{size}{sign}")
    figure = f"{format_number(value)}{sign}"
    upper_end = ""
    if upper is not None:
        upper_end = f"{format_number(upper)}{sign}"
    return COMPARATORS[comparator].fill(
        figure=figure,
        upper=upper_end,
    )


def cell_text(cell: Cell) -> Text | None:
    """Return what a column shows as a text, None where it shows nothing."""
    if cell is None or isinstance(cell, Text):
        return cell
    if isinstance(cell, Decimal):
        return same(format_number(cell))
    return same(str(cell))


def unit_label(symbol: Unit | None) -> Text | None:
    """Return a unit as a table shows it, None for none."""
    if not symbol:
        return None
    return symbol.short


def no_base_reason(indicator: Target) -> Text:
    """Return why an indicator has no base value."""
    return indicator.no_baseline or NO_BASE_VALUE
