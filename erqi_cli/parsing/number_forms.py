"""Numbers as people write them: the one form that is read, and the remedy for any other."""

import re
import unicodedata
from decimal import Decimal

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.messages import (
    AMOUNT_NOT_RATE,
    FORMULA,
    IF_PERCENT,
    IN_DIGITS,
    MISPLACED_COMMA,
    NO_EXPONENT,
    ONLY_DIGITS,
    SCALE_IN_UNIT,
    TOO_MANY_DIGITS,
    WITHOUT_CURRENCY,
    WITHOUT_UNIT,
)
from erqi_cli.parsing.suggest import write_it

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?", re.ASCII)
GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", re.ASCII)
LONGEST = 300
"""More characters than a number can have; of a longer text no more is looked at."""
SCALES = {
    "百": "1e2",
    "千": "1e3",
    "万": "1e4",
    "十万": "1e5",
    "百万": "1e6",
    "千万": "1e7",
    "亿": "1e8",
    "十亿": "1e9",
    "百亿": "1e10",
    "千亿": "1e11",
    "万亿": "1e12",
}
IN_UNITS = ("万", "亿")
"""The scales that a plan's units have."""
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0xFFE5: "¥", 0x2212: "-"}
NARROW |= dict.fromkeys((0x3000, 0xA0, 0x2007, 0x2009, 0x202F), " ")
"""What is narrowed: full-width forms, the minus sign and wide spaces."""
CURRENCY = frozenset("¥￥$€£")
SCALE_SIGNS = frozenset("十百千万亿")
LIKE_DIGITS = ("O", "o", "I", "l")
"""Letters that are taken for the digits 0 and 1."""

# The forms that are refused. Their patterns are compiled when the first such text is met, so that
# they cost nothing at the start.
SPACED = r"(?a)-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?%?|[^ ]+ +%"
"""A number whose spaces separate thousands, or are before its percent sign."""
TOO_LONG = r"(?a)-?[0-9]{19,}(?:\.[0-9]+)?|-?[0-9]+\.[0-9]{13,}"
WITH_UNIT = r"(-?[0-9.]+)([^\W\d_]+)"
EXPONENT = r"(?ai)-?[0-9.]+e[+-]?[0-9]+"
QUALIFIED = (
    r"(?s)(?:大约|约|近|超过?|逾|不低于|不少于|不超过|至少|至多|[≈>≥<≤~])?"
    r"\s*(.*?[0-9%])\s*(?:左右|上下|以上|以下|以内)?"
)
"""A figure with words that say it is not exact."""
LEADING_ZERO = r"-?0[0-9]+(\.[0-9]+)?"
CHINESE = "(?:百分之)?负?[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+"


def plain_number(text: str) -> Decimal | None:
    """Return a number that is written in the one form that is read, or None.

    This is the quick way for the many rows of a table; whatever it refuses is parsed in full.
    """
    return Decimal(text) if NUMBER.fullmatch(text) else None


def narrow(text: str) -> str:
    """Return a text with full-width characters and signs narrowed, and wide spaces plain.

    ² and ① are no digits and stay.
    """
    narrowed = text if text.isascii() else text.translate(NARROW)
    return narrowed.strip()


def ascii_number(text: str) -> str:
    """Return a number as ASCII: digits narrowed; signs, currency, thousands separators removed.

    Digits of other scripts are the digits that they stand for. Brackets round a number are taken
    for a minus sign. Words such as 左右 are left out. A comma that separates no thousands stays:
    nobody can tell what it means.
    """
    digits = "".join(map(_ascii_digit, narrow(text[:LONGEST])))
    unsigned = digits.lstrip("+¥$' ").replace("_", "")
    bare = re.sub("^[-\u2010-\u2013] *", "-", unsigned)
    qualified = re.fullmatch(QUALIFIED, bare)
    if qualified:
        bare = qualified[1]
    if re.fullmatch(SPACED, bare):
        bare = bare.replace(" ", "")
    return _ungrouped(bare)


def _ascii_digit(char: str) -> str:
    """Return the digit that a character of any script stands for; another character as it is."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def _ungrouped(bare: str) -> str:
    """Return a number with a minus sign for its brackets, and without thousands separators."""
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    if GROUPED.fullmatch(bare.removesuffix("%")):
        return bare.replace(",", "")
    return bare


def goes_on(suffix: str) -> bool:
    """Tell whether what follows a number is more of it, and no unit: 1085¼, 1085², 53O."""
    return is_numeral(suffix[0]) or suffix.startswith(LIKE_DIGITS)


def is_numeral(char: str) -> bool:
    """Tell whether a character is a number, but neither a digit nor 万 or the like: ¼, ², 零."""
    if char.isdecimal() or char in SCALE_SIGNS:
        return False
    return char.isnumeric()


def number_remedy(text: str) -> Text | None:
    """Return what to write instead of a number that is refused, where that can be known."""
    candidate = ascii_number(text)
    if re.fullmatch(TOO_LONG, candidate):
        return TOO_MANY_DIGITS
    if NUMBER.fullmatch(candidate):
        has_currency = CURRENCY.intersection(text[:LONGEST])
        return WITHOUT_CURRENCY.fill(number=candidate) if has_currency else write_it(candidate)
    without_sign = candidate.rstrip("%")
    if NUMBER.fullmatch(without_sign):
        return AMOUNT_NOT_RATE.fill(number=without_sign)
    with_unit = re.fullmatch(WITH_UNIT, candidate)
    if with_unit and NUMBER.fullmatch(with_unit[1]):
        return _unit_remedy(with_unit[1], with_unit[2])
    if re.fullmatch(LEADING_ZERO, candidate):
        return write_it(re.sub(r"^(-?)0+(?=[0-9])", r"\1", candidate))
    return _digits_remedy(candidate)


def qualified_remedy(text: str) -> Text | None:
    """Return what to write instead of a number with words that qualify it, such as 128.4左右.

    Return None for another text.
    """
    written = narrow(text[:LONGEST])
    qualified = re.fullmatch(QUALIFIED, written)
    if qualified is None or qualified[1] == written:
        return None
    return number_remedy(text)


def _unit_remedy(number: str, unit: str) -> Text:
    """Return what to write instead of a number with its unit, or with a scale such as 万."""
    if goes_on(unit):
        return ONLY_DIGITS
    if unit not in SCALES:
        return WITHOUT_UNIT.fill(number=number, unit=unit)
    whole = _digits(Decimal(number) * Decimal(SCALES[unit]))
    if unit not in IN_UNITS:
        return write_it(whole)
    return SCALE_IN_UNIT.fill(whole=whole, number=number, scale=unit)


def _digits_remedy(candidate: str) -> Text | None:
    """Return what to do about a number in words, a formula, or signs without a known meaning."""
    if candidate.startswith("="):
        return FORMULA
    if re.fullmatch(EXPONENT, candidate):
        return NO_EXPONENT
    if re.fullmatch(CHINESE, candidate):
        return IN_DIGITS
    if "," in candidate:
        return MISPLACED_COMMA
    if any(map(is_numeral, candidate)):
        return ONLY_DIGITS
    return None


def rate_remedy(text: str) -> Text | None:
    """Return what to write instead of a rate that is refused, where that can be known."""
    if "," in narrow(text[:LONGEST]):
        return MISPLACED_COMMA
    written = ascii_number(text)
    number = written.removesuffix("%")
    if not NUMBER.fullmatch(number):
        return _digits_remedy(number)
    if "%" in written:
        return write_it(f"{number}%")
    value = Decimal(number)
    # 0.09 is a rate that a spreadsheet shows as 9%.
    is_fraction = -1 < value < 1
    percent = _digits(value * 100 if is_fraction else value)
    return IF_PERCENT.fill(percent=percent)


def _digits(value: Decimal) -> str:
    return format(value.normalize(), "f")
