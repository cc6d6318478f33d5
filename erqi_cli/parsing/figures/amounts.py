"""Reads the amounts of a text: numbers with their scale and unit, ranges, fractions, tenths.

Numbers in digits are always figures. Chinese numerals are figures where they count something
(四个, 三年) or where they are written out (三十亿). The module `exclusions` tells which of these
are names, dates and ordinals.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.parsing.figures.forms import (
    FIGURE,
    JOINED_NUMBERS,
    OPEN_END,
    SCALE_AFTER,
    SCALE_AT_END,
    UNKNOWN_UNIT,
    UPPER_END,
)
from erqi_cli.parsing.figures.number_words import (
    ARITHMETIC,
    HUNDRED,
    apply_scale,
    parse_number,
    percent_of_parts,
)
from erqi_cli.parsing.figures.unit_words import (
    MULTIPLE,
    TENTH,
    unit_end,
    unit_end_after_numerals,
)

Match = re.Match[str]
CHANGE = ("由", "从", "自")
"""从3家到8家 is a change and not a range."""
TEN = Decimal(10)
FIFTY_PERCENT = Decimal(50)


class Amount(NamedTuple):
    """A number of a text with its scale applied, from `start` to `end`."""

    start: int
    end: int
    numeral_end: int
    """Where the written number ends and its scale or unit begins."""
    value: Decimal
    upper: Decimal | None = None
    """The upper end of a range."""
    unit: str = ""
    """The unit word behind the number, empty if there is none."""
    is_open: bool = False
    """True for 20余 and 20多: more than 20."""
    is_fraction: bool = False
    """True for 三分之二 and 2/3."""


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text, in order."""
    position = 0
    while found := FIGURE.search(text, position):
        # Each form is the outermost group of its alternative and closes last.
        form = found.lastgroup or ""
        amount = _READERS[form](text, found)
        if amount is None:
            position = found.end()
        else:
            position = amount.end
            yield _in_percent(amount)


def _percent(
    found: Match,
    value: Decimal,
    upper: Decimal | None = None,
) -> Amount:
    """Return an amount in percent that has no unit word of its own."""
    return Amount(
        start=found.start(),
        end=found.end(),
        numeral_end=found.end(),
        value=value,
        upper=upper,
        unit="%",
    )


def _word_figure(_: str, found: Match) -> Amount:
    """Return what 一半 or 百分百 says."""
    if found["word_figure"] == "百分百":
        return _percent(found, HUNDRED)
    return _percent(found, FIFTY_PERCENT)


def _half_point(_: str, found: Match) -> Amount:
    """Return the half of 半个百分点."""
    return Amount(
        start=found.start(),
        end=found.end(),
        numeral_end=found.start() + 1,
        value=Decimal("0.5"),
        unit="个百分点",
    )


def _doubling(_: str, found: Match) -> Amount:
    """Return the one time that 翻番 says."""
    amount = _percent(found, Decimal(1))
    return amount._replace(unit="番")


def _fraction(_: str, found: Match) -> Amount:
    """Return the percent of 百分之六十, 三分之二 or 百分之五至六."""
    whole = parse_number(found["whole"]).value
    part = parse_number(found["part"]).value
    value = percent_of_parts(part, whole)
    upper = None
    if found["part_upper"]:
        part_upper = parse_number(found["part_upper"]).value
        upper = percent_of_parts(part_upper, whole)
    amount = _percent(found, value, upper)
    return amount._replace(is_fraction=True)


def _quotient(_: str, found: Match) -> Amount:
    """Return the percent of 2/3."""
    dividend = Decimal(found["dividend"])
    divisor = Decimal(found["divisor"])
    value = percent_of_parts(dividend, divisor)
    amount = _percent(found, value)
    return amount._replace(is_fraction=True)


def _ratio(_: str, found: Match) -> Amount:
    """Return how many times as large the first side of a ratio is."""
    antecedent = parse_number(found["antecedent"])
    amount = _percent(found, antecedent.value)
    return amount._replace(unit=MULTIPLE)


def _tenths(text: str, found: Match) -> Amount:
    """Return the percent of 六成 and 六成五."""
    tenth = parse_number(found["tenth"]).value
    tens = ARITHMETIC.multiply(tenth, TEN)
    part = found["tenth_part"]
    if part is None:
        return _percent(found, tens)
    if part == "半":
        return _percent(found, tens + 5)
    begins_next_figure = unit_end_after_numerals(text, found.end()) > found.end()
    if begins_next_figure:
        # 六成五 is 65%, but 六成三年 is 60% and three years.
        end = found.start("tenth_part")
        amount = _percent(found, tens)
        return amount._replace(end=end, numeral_end=end)
    units = parse_number(part).value
    return _percent(found, tens + units)


def _digits(text: str, found: Match) -> Amount:
    """Return a number in digits, or the range that begins with it."""
    number = parse_number(found["number"]).value
    value = apply_scale(number, found["scale"])
    if found["rest"]:
        rest = parse_number(found["rest"]).value
        scaled_rest = apply_scale(rest, found["rest_scale"])
        value = ARITHMETIC.add(value, scaled_rest)
    amount = Amount(
        start=found.start(),
        end=found.end(),
        numeral_end=found.end("number"),
        value=-value if found["minus"] else value,
        is_open=found["plus"] is not None,
    )
    amount = _with_open_end(text, amount)
    amount = _with_unit(text, amount, unit_end)
    has_scale = found["scale"] is not None
    in_range = _range(text, amount, has_scale=has_scale)
    if in_range:
        return in_range
    if not has_scale:
        amount = _with_shared_unit(text, amount)
    return _with_unknown_unit(text, amount)


def _numerals(text: str, found: Match) -> Amount | None:
    """Return a number in Chinese numerals, or the range that begins with it.

    Returns None if the numerals neither count something nor are written out.
    """
    number = parse_number(found["numeral"])
    amount = Amount(
        start=found.start(),
        end=found.end(),
        numeral_end=found.end(),
        value=number.value,
        upper=number.upper,
    )
    amount = _with_open_end(text, amount)
    amount = _with_scale(text, amount)
    is_written_out = found["is_written_out"] is not None
    find_end = unit_end if is_written_out else unit_end_after_numerals
    amount = _with_unit(text, amount, find_end)
    in_range = _range(text, amount, has_scale=False)
    if in_range:
        return in_range
    if is_written_out:
        return _with_unknown_unit(text, amount)
    is_scaled = amount.value != number.value
    return amount if amount.unit or is_scaled else None


def _with_open_end(text: str, amount: Amount) -> Amount:
    """Return an amount with 余, 多 or 几 behind it, and a scale behind these: 20多万人."""
    found = OPEN_END.match(text, amount.end)
    if found is None:
        return amount
    end = found.end()
    has_unit = unit_end(text, end) > end
    if found["scale"] is None and not has_unit:
        return amount
    scaled = _scaled(amount, found["scale"])
    return scaled._replace(end=end, is_open=True)


def _with_scale(text: str, amount: Amount) -> Amount:
    """Return an amount with the scale behind it: 十五个亿."""
    found = SCALE_AFTER.match(text, amount.end)
    if found is None:
        return amount
    scaled = _scaled(amount, found[0])
    return scaled._replace(end=found.end())


def _scaled(amount: Amount, scale: str | None) -> Amount:
    """Return an amount with both ends multiplied.

    Without a scale the amount stays as it is.
    """
    upper = amount.upper
    if upper is not None:
        upper = apply_scale(upper, scale)
    return amount._replace(
        value=apply_scale(amount.value, scale),
        upper=upper,
    )


def _with_unit(
    text: str,
    amount: Amount,
    find_end: Callable[[str, int], int],
) -> Amount:
    """Return an amount with the unit behind it."""
    end = find_end(text, amount.end)
    unit = text[amount.end : end]
    return amount._replace(unit=unit, end=end)


def _with_shared_unit(text: str, amount: Amount) -> Amount:
    """Return an amount with the scale and unit behind the numbers that are joined to it.

    4.8和3.3个百分点 are both percentage points.
    """
    found = JOINED_NUMBERS.match(text, amount.end)
    if amount.unit or found is None:
        return amount
    start = found.end()
    unit = text[start : unit_end(text, start)]
    if not unit:
        return amount
    scaled = _scaled(amount, found["scale"])
    return scaled._replace(unit=unit)


def _with_unknown_unit(text: str, amount: Amount) -> Amount:
    """Return an amount with the unknown unit that stands before a qualifier."""
    found = UNKNOWN_UNIT.match(text, amount.end)
    if amount.unit or found is None:
        return amount
    return amount._replace(unit=found[0], end=found.end())


def _range(text: str, low: Amount, *, has_scale: bool) -> Amount | None:
    """Return the range that begins with an amount, or None: 300-500个, 三至五年, 5%-8%.

    `has_scale` is true if the lower end has a scale of its own.
    """
    found = UPPER_END.match(text, low.end)
    is_change = text.endswith(CHANGE, 0, low.start)
    if found is None or is_change:
        return None
    end = unit_end(text, found.end())
    unit = text[found.end() : end]
    is_other_unit = low.unit not in ("", unit)
    if not unit or is_other_unit:
        return None
    number = parse_number(found["number"])
    upper = apply_scale(number.value, found["scale"])
    value = low.value
    if not has_scale and not low.unit:
        # 300-500亿元: the scale and unit of the upper end belong to both.
        written = SCALE_AT_END.search(found["number"])
        scale = written[0] if written else found["scale"]
        value = _in_scale_of(upper, value, scale or "")
    return low._replace(
        value=value,
        upper=upper,
        unit=unit,
        numeral_end=found.end("number"),
        end=end,
    )


def _in_scale_of(upper: Decimal, value: Decimal, scale: str) -> Decimal:
    """Return the lower end of a range in the scale of its upper end.

    三至五百万 begins at 3 million too, but 三百至五百万 shares 万 alone, and 8000至1万 nothing: the
    lower end has to stay below the upper one.
    """
    for start in range(len(scale)):
        scaled = apply_scale(value, scale[start:])
        if scaled < upper:
            return scaled
    return value


def _in_percent(amount: Amount) -> Amount:
    """Return an amount with tenths (成) turned into percent."""
    if amount.unit != TENTH:
        return amount
    upper = amount.upper
    if upper is not None:
        upper = ARITHMETIC.multiply(upper, TEN)
    return amount._replace(
        value=ARITHMETIC.multiply(amount.value, TEN),
        upper=upper,
        unit="%",
    )


_READERS: dict[str, Callable[[str, Match], Amount | None]] = {
    "word_figure": _word_figure,
    "half_point": _half_point,
    "doubling": _doubling,
    "fraction": _fraction,
    "quotient": _quotient,
    "ratio": _ratio,
    "tenths": _tenths,
    "digits": _digits,
    "numerals": _numerals,
}
"""What reads each form of FIGURE; None if it is not a figure after all."""
