"""Amounts with their units: as the plan writes them in Chinese, as people write them in English."""

from collections.abc import Sequence
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import format_number
from erqi_cli.results.labels import COMPARATORS

MYRIADS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
"""What a Chinese unit such as 亿元 begins with."""
SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
"""English number words, with their powers of ten."""
MONEY = ("yuan", "US dollar")


def with_unit(value: Decimal | None, symbol: str | None) -> Text:
    """Return an amount in full, such as 524亿元 or 52.4 billion yuan (524亿元)."""
    if value is None:
        return same("–")
    if symbol in (None, "%"):
        return same(f"{format_number(value)}{symbol or ''}")
    return _full([format_number(value)], Comparator.EXACTLY, symbol)


def qualified_with_unit(
    value: Decimal, comparator: Comparator, upper: Decimal | None, symbol: str | None
) -> Text:
    """Return an amount in full with its qualifier, such as at least 60 billion yuan (600亿元)."""
    return _full(_numbers(value, upper), comparator, symbol)


def short_amount(number: str, symbol: str | None) -> Text:
    """Return a number with its unit in short, such as 524亿元 or 52.4 billion yuan, 3 km²."""
    return _qualified([number], Comparator.EXACTLY, symbol, short=True)


def qualified_amount(
    value: Decimal, comparator: Comparator, upper: Decimal | None, symbol: str | None
) -> Text:
    """Return a short amount with its qualifier, such as 600亿元以上 or at least 60 billion yuan."""
    return _qualified(_numbers(value, upper), comparator, symbol, short=True)


def charted_amount(number: Text, symbol: str | None) -> Text:
    """Return figures of a chart with the unit of its table: 524亿元 or 524 (100m yuan)."""
    if not symbol:
        return number
    unit = UNITS[symbol].short.en
    if symbol[0] in MYRIADS:
        unit = f"({unit})"
    elif number.en == "1":
        unit = _singular(unit)
    return Text(f"{number.zh}{symbol}", f"{number.en} {unit}")


def _numbers(value: Decimal, upper: Decimal | None) -> list[str]:
    return [format_number(value)] if upper is None else [format_number(value), format_number(upper)]


def _full(numbers: Sequence[str], comparator: Comparator, symbol: str | None) -> Text:
    """Return an amount in full; sums of money with the plan's figure, which formulas use."""
    words = _qualified(numbers, comparator, symbol, short=False)
    if symbol and symbol[0] in MYRIADS and UNITS[symbol].measure in MONEY:
        plans_own = "—".join(numbers)
        return Text(words.zh, f"{words.en} ({plans_own}{symbol})")
    return words


def _qualified(
    numbers: Sequence[str], comparator: Comparator, symbol: str | None, *, short: bool
) -> Text:
    """Return one number or a range with its unit and qualifier."""
    chinese = list(numbers)
    english = list(numbers)
    if symbol:
        chinese[-1] += "个百分点" if symbol == "百分点" else symbol
        english = _english(numbers, symbol, short=short)
    words = COMPARATORS[comparator]
    return Text(
        words.zh.format(figure=chinese[0], upper=chinese[-1]),
        words.en.format(figure=english[0], upper=english[-1]),
    )


def _english(numbers: Sequence[str], symbol: str, *, short: bool) -> list[str]:
    """Return numbers as English writes them, the unit after the last; they share one scale."""
    base, word = symbol, ""
    shown = list(numbers)
    if symbol[0] in MYRIADS:
        base = symbol[1:]
        values = [_times(number, MYRIADS[symbol[0]]) for number in numbers]
        power, word = _scale(max(abs(value) for value in values))
        shown = [f"{value.scaleb(-power).normalize():,f}" for value in values]
    unit = UNITS[base].short.en if short else UNITS[base].name.en
    if shown[-1] == "1" and not word:
        unit = _singular(unit)
    shown[-1] = " ".join(part for part in (shown[-1], word, unit) if part)
    return shown


def _times(number: str, factor: Decimal) -> Decimal:
    """Return what a shown number stands for: its rounding is kept."""
    return EXACT.multiply(Decimal(number.replace(",", "")), factor)


def _scale(largest: Decimal) -> tuple[int, str]:
    for power, word in SCALES:
        if largest >= Decimal(10) ** power:
            return power, word
    return 0, ""


def _singular(unit: str) -> str:
    return unit.removesuffix("s")
