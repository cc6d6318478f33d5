"""Chinese numerals as numbers: 三千一百二十二, 三千五, 伍仟万, 二〇一七, 一点三, 三五.

Two digits side by side (三五, 三四十) leave open which one is meant: they are a range.
"""

import re
from decimal import Decimal
from typing import NamedTuple

CHARACTERS = (
    "〇零",
    "一壹",
    "二两贰",
    "三叁参",
    "四肆",
    "五伍",
    "六陆",
    "七柒",
    "八捌",
    "九玖",
)
"""The characters of each digit, from 0 to 9, those of cheques among them."""
DIGITS = {char: digit for digit, chars in enumerate(CHARACTERS) for char in chars}
PLACES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "拾": 10,
    "佰": 100,
    "仟": 1000,
}
SHORT_TENS = {
    "廿": "二十",
    "卅": "三十",
}
MYRIADS = {
    "亿": 10**8,
    "万": 10**4,
}
"""The larger one first: 一亿五千万 splits at 亿 before it splits at 万."""
POINT = "点"
ADJACENT_DIGITS = re.compile(
    r"""
    (?P<before> .*[十百千万亿] )?
    (?P<low>    [一二两三四五六七八九] )
    (?P<high>   [一二三四五六七八九] )
    (?P<after>  [十百千万亿]* )
    """,
    re.VERBOSE,
)
"""三五 is three to five, 三四十 thirty to forty."""


class NumeralValue(NamedTuple):
    """The number that a numeral writes; `upper` is None unless the numeral is a range."""

    value: Decimal
    upper: Decimal | None = None


def parse_chinese(numeral: str) -> NumeralValue:
    """Return the number that Chinese numerals write, or the two ends of their range.

    `numeral` has only the characters of DIGITS, PLACES, SHORT_TENS and MYRIADS, and at
    most one 点.
    """
    for short, tens in SHORT_TENS.items():
        numeral = numeral.replace(short, tens)
    whole, point, fraction = numeral.partition(POINT)
    if point:
        digits = f"{_integer(whole)}.{_digit_row(fraction)}"
        return NumeralValue(Decimal(digits))
    adjacent = ADJACENT_DIGITS.fullmatch(whole)
    if adjacent is None:
        number = _integer(whole)
        return NumeralValue(Decimal(number))
    before = adjacent["before"] or ""
    after = adjacent["after"]
    low = _integer(before + adjacent["low"] + after)
    high = _integer(before + adjacent["high"] + after)
    return NumeralValue(Decimal(low), Decimal(high))


def _digit_row(digits: str) -> str:
    """Return digits that are written one after the other: 二〇一七 is 2017."""
    return "".join(str(DIGITS[char]) for char in digits)


def _integer(numeral: str) -> int:
    """Return the whole number that a numeral without a point writes."""
    if all(char in DIGITS for char in numeral):
        return int(_digit_row(numeral))
    for myriad, factor in MYRIADS.items():
        if myriad not in numeral:
            continue
        left, _, right = numeral.rpartition(myriad)
        # A myriad without a number before it counts once: 万.
        multiple = _integer(left) if left else 1
        return multiple * factor + _rest(right, factor)
    return _below_a_myriad(numeral)


def _rest(numeral: str, factor: int) -> int:
    """Return what follows 万 or 亿.

    A single digit is of the next place: 两万三 is 23,000, 两万零三 is 20,003.
    """
    if not numeral:
        return 0
    if len(numeral) == 1 and numeral in DIGITS:
        return DIGITS[numeral] * factor // 10
    return _integer(numeral)


def _below_a_myriad(numeral: str) -> int:
    """Return a number below 10,000, written with places: 三千一百二十二."""
    total = 0
    digit: int | None = None
    last_place = 1
    for char in numeral:
        if char in PLACES:
            place = PLACES[char]
            # A place without a digit before it counts once: 十二, 百.
            times = 1 if digit is None else digit
            total += place * times
            digit = None
            # A digit at the end, right after a place, is of the next one: 三千五 is 3,500.
            last_place = place // 10
        elif DIGITS[char] == 0:
            # A zero marks an empty place: 三千零五 is 3,005.
            last_place = 1
        else:
            digit = DIGITS[char]
    last_digit = digit or 0
    return total + last_digit * last_place
