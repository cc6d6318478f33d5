"""Chinese numerals as numbers: 三千一百二十二, 二〇一七, 一点三; and 三五 or 三四十, which leave open which it is."""

import re
from decimal import Decimal

DIGITS = {
    char: value for value, chars in enumerate(("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for char in chars
}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
POINT = "点"
ABOUT = re.compile("(.*[十百千万亿])?([一二两三四五六七八九])([一二三四五六七八九])([十百千万亿]*)")
"""Two digits side by side, of which the text leaves open which it is."""
Span = tuple[Decimal, Decimal | None]
"""A number, or the two ends of a range."""


def parse_chinese(numeral: str) -> Span:
    """Return the number that Chinese numerals write; the upper end is None unless two digits stand for a range.

    `numeral` holds only the characters of DIGITS, PLACES and MYRIADS, and at most one 点.
    """
    whole, point, fraction = numeral.partition(POINT)
    if point:
        return Decimal(f"{_whole(whole)}.{''.join(str(DIGITS[char]) for char in fraction)}"), None
    if open_ := ABOUT.fullmatch(whole):
        before, low, high, after = (part or "" for part in open_.groups())
        return Decimal(_whole(before + low + after)), Decimal(_whole(before + high + after))
    return Decimal(_whole(whole)), None


def _whole(numeral: str) -> int:
    if all(char in DIGITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral))
    for mark in ("亿", "万"):
        if mark in numeral:
            left, _, right = numeral.rpartition(mark)
            return (_whole(left) if left else 1) * MYRIADS[mark] + (_whole(right) if right else 0)
    return _below_a_myriad(numeral)


def _below_a_myriad(numeral: str) -> int:
    total, digit = 0, None
    for char in numeral:
        if char in PLACES:
            total += (1 if digit is None else digit) * PLACES[char]
            digit = None
        else:
            digit = DIGITS[char] or None
    return total + (digit or 0)
