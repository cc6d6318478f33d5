"""The words of planning and statistics in both languages, and figures put into words."""

from decimal import Decimal

from erqi_cli.calc.decimals import plain, rounded
from erqi_cli.domain.plan import Indicator
from erqi_cli.domain.units import UNITS
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.result import Cell

COMPARATORS = {
    "about": Text("{figure}左右", "about {figure}"),
    "at_least": Text("{figure}以上", "at least {figure}"),
    "at_most": Text("{figure}以内", "at most {figure}"),
    "exactly": Text("{figure}", "{figure}"),
    "between": Text("{figure}—{upper}", "{figure} to {upper}"),
}
FALLS = {
    "at_most": Text("下降{figure}以上", "a fall of at least {figure}"),
    "at_least": Text("下降不超过{figure}", "a fall of at most {figure}"),
}
"""A growth below zero with its qualifier: to grow by at most −3% is to fall by at least 3%."""
COMMITMENTS = {
    "ensure": Text("确保", "ensure"),
    "plan": Text("计划", "plan"),
    "strive": Text("力争", "strive"),
    "seek": Text("争取", "seek"),
    "urge": Text("力促", "urge"),
    "prepare": Text("谋划", "prepare"),
}
KINDS = {
    "growth": Text("增长", "growth"),
    "level": Text("规模", "level"),
    "count": Text("数量", "count"),
    "share": Text("占比", "share"),
    "milestone": Text("节点", "milestone"),
    "relative": Text("同步", "relative"),
    "qualitative": Text("定性", "qualitative"),
    "context": Text("背景", "context"),
}
FORMS = {
    "share": Text("占比", "share"),
    "percent": Text("比例", "percent"),
    "multiple": Text("倍数", "times"),
}
STATUSES = {
    "A": Text("终值", "final"),
    "P": Text("初步", "preliminary"),
    "E": Text("估计", "estimate"),
    "F": Text("预测", "forecast"),
    "B": Text("断点", "break"),
}
PRICE_BASES = {"constant": Text("不变价", "constant"), "current": Text("现价", "current")}
VERDICTS = {
    "missed": Text("未完成", "missed"),
    "behind": Text("欠进度", "behind"),
    "close": Text("接近", "close"),
    "no_data": Text("待报", "no data"),
    "not_due": Text("未到期", "not due"),
    "on_pace": Text("达进度", "on pace"),
    "ahead": Text("超进度", "ahead"),
    "done": Text("已完成", "done"),
    "met": Text("完成", "met"),
}
SHAPES = {
    "missed": "✕",
    "behind": "▼",
    "close": "≈",
    "no_data": "?",
    "not_due": "○",
    "on_pace": "=",
    "ahead": "▲",
    "done": "●",
    "met": "●",
}
"""A sign for each verdict, for those who do not see its colour."""
PROFILES = {
    "linear": Text("按时间均匀推进", "evenly over time"),
    "at_end": Text("到期一次计", "counted when due"),
    "monthly": Text("按月安排", "by month"),
    "base_year": Text("按基期年各月的分布", "as in the base year's months"),
}
PLACES = 4
"""Decimal places that a table shows at most; JSON and CSV carry every digit."""


def figure(value: Decimal, places: int = PLACES) -> str:
    """Return a number for a table: thousands separated, rounded half up once, no needless zeros.

    A figure that is not zero is never shown as zero: a very small one keeps two significant digits.
    """
    if value and abs(value) < Decimal(1).scaleb(-places):
        places = 1 - value.adjusted()
    digits = plain(rounded(value, places))
    whole, point, fraction = digits.partition(".")
    return f"{int(whole):,}{point}{fraction}" if whole.lstrip("-") != "0" else digits


def cell_words(cell: Cell) -> Text | None:
    """Return what a column shows as a text, or None where it shows nothing."""
    if cell is None or isinstance(cell, Text):
        return cell
    return same(figure(cell) if isinstance(cell, Decimal) else str(cell))


def qualified(value: Decimal | None, comparator: str, upper: Decimal | None = None, sign: str = "") -> Text | None:
    """Return a figure with its qualifier, such as about 9% or 9%左右."""
    if value is None:
        return None
    if sign and value < 0 and comparator in FALLS:
        return FALLS[comparator].fill(figure=f"{figure(abs(value))}{sign}")
    top = "" if upper is None else f"{figure(upper)}{sign}"
    return COMPARATORS[comparator].fill(figure=f"{figure(value)}{sign}", upper=top)


def factor_words(rate: Decimal) -> str:
    """Return what a change in percent multiplies by, as it stands in a product: (1 + 9%), (1 − 2%)."""
    return f"(1 {'−' if rate < 0 else '+'} {plain(abs(rate))}%)"


def percent(value: Decimal | None) -> str | None:
    """Return a rate for a table."""
    return None if value is None else f"{figure(value)}%"


def fixed_percent(value: Decimal, places: int) -> str:
    """Return a rate with a fixed number of places, such as 70.10%."""
    return f"{rounded(value, places):,f}%"


def signed(value: Decimal, places: int) -> str:
    """Return a change with its sign and a fixed number of places, such as +0.30 or -0.21."""
    small = rounded(value, places)
    return f"{small:+,f}" if small else f"{abs(small):f}"


def change_in_points(value: Decimal, places: int) -> Text:
    """Return a change of a share: 下降0.21个百分点 or -0.21 pp."""
    size = fixed(abs(value), places)
    english = f"{signed(value, places)} pp"
    if not rounded(value, places):
        return Text("持平", english)
    return Text(f"{'上升' if value > 0 else '下降'}{size}个百分点", english)


def points(value: Decimal) -> Text:
    """Return a lead or a lag in percentage points: 超13.82, 欠3.10 or +13.82, -3.10."""
    size = fixed(abs(value), 2)
    lead = Text(f"超{size}", f"+{size}") if value > 0 else Text(f"欠{size}", f"-{size}")
    return lead if rounded(value, 2) else same(size)


def fixed(value: Decimal, places: int) -> str:
    """Return a number with a fixed number of places."""
    return f"{rounded(value, places):,f}"


def unit_words(symbol: str | None) -> Text | None:
    """Return a unit as a table shows it."""
    return UNITS[symbol].short if symbol else None


def why_no_base(indicator: Indicator) -> Text:
    """Return why an indicator has no base value."""
    return indicator.no_baseline or Text("没有基期值", "no base value")


def word(table: dict[str, Text], key: str | None) -> Text | None:
    """Return the words for a code, or None for none."""
    return table[key] if key else None
