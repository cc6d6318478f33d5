"""Amounts with their units: as the plan writes them in Chinese, as people write them in English."""

from collections.abc import Sequence
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, ONE
from erqi_cli.domain.units import UNITS, Unit
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import format_number
from erqi_cli.results.labels import COMPARATORS

MYRIADS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
"""What a Chinese unit such as 亿元 begins with."""
MYRIAD_WORDS = {"万": "10,000 ", "亿": "100 million "}
"""What the English name of such a unit begins with."""
SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
"""English number words, with their powers of ten."""
SHORT_SCALES = {"trillion": "tn", "billion": "bn", "million": "m", "": ""}
"""The same in a table: 41.2bn yuan."""
MONEY = ("yuan", "US dollar")
"""The measures of sums of money."""

COUNTERS = ("item", "matter", "piece", "set")
"""The measures of what Chinese counts with 个, 项, 件 and 套. English has the number alone."""

ABSENT = same("–")
WITH_UNIT = Text("{number}{symbol}", "{number} {unit}")
WITH_PLAN_FIGURE = Text("{amount}", "{amount} ({figure})")


def with_unit(value: Decimal | None, symbol: Unit | None) -> Text:
    """Return an amount in full, such as 524亿元 or 52.4 billion yuan (524亿元)."""
    if value is None:
        return ABSENT
    number = format_number(value)
    if symbol is None:
        return same(number)
    if symbol == "%":
        return same(f"{number}%")
    return _in_full([number], Comparator.EXACTLY, symbol)


def qualified_with_unit(
    value: Decimal,
    comparator: Comparator,
    upper: Decimal | None,
    symbol: Unit | None,
) -> Text:
    """Return an amount in full with its qualifier: at least 60 billion yuan (600亿元)."""
    numbers = _numbers(value, upper)
    return _in_full(numbers, comparator, symbol)


def short_amount(number: str, symbol: Unit | None) -> Text:
    """Return a number with its unit in short, such as 524亿元 or 52.4 billion yuan, 3 km²."""
    return _qualified([number], Comparator.EXACTLY, symbol, short=True)


def qualified_amount(
    value: Decimal,
    comparator: Comparator,
    upper: Decimal | None,
    symbol: Unit | None,
) -> Text:
    """Return a short amount with its qualifier, such as 600亿元以上 or at least 60 billion yuan."""
    numbers = _numbers(value, upper)
    return _qualified(numbers, comparator, symbol, short=True)


def charted_amount(number: Text, symbol: Unit | None) -> Text:
    """Return figures of a chart with the unit of its table: 524亿元 or 524 (100m yuan)."""
    if not symbol:
        return number
    unit = symbol.short.en
    if _counted(symbol) is not None:
        unit = f"({unit})"
    elif number.en == "1":
        unit = _singular(unit)
    return WITH_UNIT.fill(
        number=number,
        symbol=symbol,
        unit=unit,
    )


def on_one_scale(numbers: Sequence[str], symbol: Unit | None) -> tuple[list[Text], Text]:
    """Return numbers on one scale, and the unit that stands after the last of them.

    Of 221.3 and 412 亿元 English has 22.13 and 41.2, and the unit `bn yuan`.
    """
    if symbol is None or symbol == "%":
        unit = same(symbol or "")
        return [same(number) for number in numbers], unit
    counted = _counted(symbol)
    if counted is None:
        return [same(number) for number in numbers], Text(symbol, f" {symbol.short.en}")
    scaled, scale_word = _scaled(numbers, MYRIADS[symbol[0]])
    shown = [Text(*pair) for pair in zip(numbers, scaled, strict=True)]
    return shown, Text(symbol, f"{SHORT_SCALES[scale_word]} {counted.short.en}")


def _numbers(value: Decimal, upper: Decimal | None) -> list[str]:
    """Return a figure, or the two ends of a range, as tables show them."""
    numbers = [format_number(value)]
    if upper is not None:
        numbers.append(format_number(upper))
    return numbers


def _in_full(numbers: Sequence[str], comparator: Comparator, symbol: Unit | None) -> Text:
    """Return an amount in full; sums of money with the plan's figure, which formulas use."""
    amount = _qualified(numbers, comparator, symbol, short=False)
    if symbol is None or symbol.measure not in MONEY or _counted(symbol) is None:
        return amount
    figure = "—".join(numbers)
    return WITH_PLAN_FIGURE.fill(amount=amount, figure=f"{figure}{symbol}")


def _counted(symbol: Unit) -> Unit | None:
    """Return what a unit counts in ten thousands or hundred millions: 元 for 亿元; else None."""
    if symbol[0] not in MYRIADS:
        return None
    counted = symbol[1:]
    if counted in UNITS:
        return UNITS[counted]
    words = MYRIAD_WORDS[symbol[0]]
    if not symbol.name.en.startswith(words):
        return None
    name = Text(counted, symbol.name.en.removeprefix(words))
    return Unit(counted, symbol.measure, ONE, name, name)


def _qualified(
    numbers: Sequence[str],
    comparator: Comparator,
    symbol: Unit | None,
    *,
    short: bool,
) -> Text:
    """Return one number or a range with its unit and qualifier."""
    chinese = list(numbers)
    english = list(numbers)
    if symbol:
        chinese[-1] += "个百分点" if symbol == "百分点" else symbol
        english = _english(numbers, symbol, short=short)
    return COMPARATORS[comparator].fill(
        figure=Text(chinese[0], english[0]),
        upper=Text(chinese[-1], english[-1]),
    )


def _english(numbers: Sequence[str], symbol: Unit, *, short: bool) -> list[str]:
    """Return numbers as English writes them, the unit after the last; they share one scale."""
    counted = _counted(symbol)
    if counted is None:
        shown, scale_word = list(numbers), ""
        unit = symbol
    else:
        shown, scale_word = _scaled(numbers, MYRIADS[symbol[0]])
        unit = counted
    name = unit.short.en if short else unit.name.en
    if symbol.measure in COUNTERS:
        name = ""
    if shown[-1] == "1" and not scale_word:
        name = _singular(name)
    parts = [shown[-1], scale_word, name]
    shown[-1] = " ".join(part for part in parts if part)
    return shown


def _scaled(numbers: Sequence[str], factor: Decimal) -> tuple[list[str], str]:
    """Return numbers of ten thousands or more in an English scale, and its word."""
    values = [_times(number, factor) for number in numbers]
    largest = max(abs(value) for value in values)
    power, word = _scale(largest)
    shown = []
    for value in values:
        scaled = value.scaleb(-power).normalize()
        shown.append(f"{scaled:,f}")
    return shown, word


def _times(number: str, factor: Decimal) -> Decimal:
    """Return what a shown number stands for: its rounding is kept."""
    digits = number.replace(",", "")
    return EXACT.multiply(Decimal(digits), factor)


def _scale(largest: Decimal) -> tuple[int, str]:
    """Return the greatest English scale that a number reaches: its power of ten and its word."""
    for power, word in SCALES:
        if largest >= Decimal(10) ** power:
            return power, word
    return 0, ""


def _singular(unit: str) -> str:
    """Return the name of one: tonne of coal equivalent, microgram per cubic metre, year."""
    for link in (" of ", " per "):
        noun, found, rest = unit.partition(link)
        if found:
            return noun.removesuffix("s") + link + rest
    return unit.removesuffix("s")
