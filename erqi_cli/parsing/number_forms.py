"""Numbers as people write them: the one form that is read, and what to write instead of any other."""

import re
import unicodedata
from decimal import Decimal

from erqi_cli.i18n.text import Text
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
MISPLACED_COMMA = Text(
    "逗号只能用作千位分隔，每三位一个；小数请用点",
    "a comma only separates thousands, three digits each; write decimals with a point",
)
NUMERALS = Text(
    "其中有的字符不是数字 0–9（如 ¼、²、字母 O）：请核对原数，用 0–9 写全",
    "some of its characters are not the digits 0 to 9 (such as ¼, ² or the letter O): "
    "check the number and write all of it in digits",
)

# What is refused is told apart by patterns that are compiled when the first such text is met: a start has none.
SPACED = r"(?a)-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?%?|[^ ]+ +%"
"""A number whose spaces separate thousands, or stand before its percent sign."""
TOO_LONG = r"(?a)-?[0-9]{19,}(?:\.[0-9]+)?|-?[0-9]+\.[0-9]{13,}"
WITH_UNIT = r"(-?[0-9.]+)([^\W\d_]+)"
EXPONENT = r"(?ai)-?[0-9.]+e[+-]?[0-9]+"
QUALIFIED = r"(?s)(?:大约|约|近|超过?|逾|不低于|不少于|不超过|至少|至多|[≈>≥<≤~])?\s*(.*?[0-9%])\s*(?:左右|上下|以上|以下|以内)?"
"""A figure with words that say it is not exact."""
CHINESE = "(?:百分之)?负?[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+"


def narrow(text: str) -> str:
    """Return a text with full-width characters and signs narrowed and wide spaces plain; ² and ① are no digits and stay."""
    return (text if text.isascii() else text.translate(NARROW)).strip()


def ascii_number(text: str) -> str:
    """Return a number as ASCII: digits narrowed, signs, currency marks and thousands separators removed.

    Digits of other scripts are the digits that they stand for. Brackets round a number are taken for
    a minus sign. Words such as 左右 are left out. A comma that separates no thousands stays: nobody
    can tell what it means.
    """
    digits = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in narrow(text[:LONGEST])
    )
    bare = re.sub("^[-\u2010-\u2013] *", "-", digits.lstrip("+¥$' ").replace("_", ""))
    if found := re.fullmatch(QUALIFIED, bare):
        bare = found[1]
    return _ungrouped(bare.replace(" ", "") if re.fullmatch(SPACED, bare) else bare)


def _ungrouped(bare: str) -> str:
    """Return a number with a minus sign for its brackets, and without thousands separators."""
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    return bare.replace(",", "") if GROUPED.fullmatch(bare.removesuffix("%")) else bare


def goes_on(suffix: str) -> bool:
    """Tell whether what follows a number is more of it, and no unit: 1085¼, 1085², 53O."""
    return is_numeral(suffix[0]) or suffix.startswith(LIKE_DIGITS)


def is_numeral(char: str) -> bool:
    """Tell whether a character is a number, but neither a digit nor 万 or the like: ¼, ², 零."""
    return char.isnumeric() and not char.isdecimal() and char not in SCALE_SIGNS


def number_remedy(text: str) -> Text | None:
    """Return what to write instead of a number that is refused, where that can be known."""
    candidate = ascii_number(text)
    if re.fullmatch(TOO_LONG, candidate):
        return Text(
            "小数点前至多 18 位、后至多 12 位", "at most 18 digits before and 12 after the point"
        )
    if NUMBER.fullmatch(candidate):
        return (
            _currency_apart(candidate)
            if CURRENCY.intersection(text[:LONGEST])
            else write_it(candidate)
        )
    if NUMBER.fullmatch(candidate.rstrip("%")):
        return Text(
            f"此处是数量而非比率，请写成 {candidate.rstrip('%')}",
            f"an amount belongs here, not a rate: {candidate.rstrip('%')}",
        )
    number = re.fullmatch(WITH_UNIT, candidate)
    if number and NUMBER.fullmatch(number[1]):
        return _unit_apart(number[1], number[2])
    if re.fullmatch(r"-?0[0-9]+(\.[0-9]+)?", candidate):
        return write_it(re.sub(r"^(-?)0+(?=[0-9])", r"\1", candidate))
    return _in_digits(candidate)


def qualified_remedy(text: str) -> Text | None:
    """Return what to write instead of a number with words that qualify it, such as 128.4左右, or None for another text."""
    written = narrow(text[:LONGEST])
    found = re.fullmatch(QUALIFIED, written)
    return number_remedy(text) if found and found[1] != written else None


def _currency_apart(number: str) -> Text:
    return Text(
        f"请只写 {number}，货币和单位另写",
        f"write {number} alone; its currency and unit are given apart",
    )


def _unit_apart(number: str, unit: str) -> Text:
    """Return what to write instead of a number with its unit, or with 万 or 亿, which are no units of their own."""
    if goes_on(unit):
        return NUMERALS
    if unit not in SCALES:
        return Text(
            f"请只写 {number}，单位（{unit}）另写",
            f"write {number} alone; its unit, {unit}, is given apart",
        )
    whole = _digits(Decimal(number) * Decimal(SCALES[unit]))
    if unit not in IN_UNITS:
        return write_it(whole)
    return Text(
        f"请写成 {whole}，或写 {number} 而把{unit}写进单位，如{unit}元",
        f"write {whole}, or {number} with a unit that says {unit}, such as {unit}元",
    )


def _in_digits(candidate: str) -> Text | None:
    """Return what to do about a number in words, a formula, or signs whose meaning is not known."""
    if candidate.startswith("="):
        return Text("这是公式，请写算出的数", "this is a formula: write the number that it gives")
    if re.fullmatch(EXPONENT, candidate):
        return Text("请写出全部数字，不用科学计数法", "write all its digits, without an exponent")
    if re.fullmatch(CHINESE, candidate):
        return Text("请用阿拉伯数字写", "write it in digits")
    if "," in candidate:
        return MISPLACED_COMMA
    return NUMERALS if any(map(is_numeral, candidate)) else None


def rate_remedy(text: str) -> Text | None:
    """Return what to write instead of a rate that is refused, where that can be known."""
    written = ascii_number(text)
    if "," in narrow(text[:LONGEST]):
        return MISPLACED_COMMA
    candidate = written.removesuffix("%")
    if not NUMBER.fullmatch(candidate):
        return _in_digits(candidate)
    if "%" in written:
        return write_it(f"{candidate}%")
    value = Decimal(candidate)
    percent = _digits(value * 100 if -1 < value < 1 and value else value)
    return Text(
        f"若是百分之 {percent}，请写成 {percent}%", f"for {percent} percent write {percent}%"
    )


def _digits(value: Decimal) -> str:
    return format(value.normalize(), "f")
