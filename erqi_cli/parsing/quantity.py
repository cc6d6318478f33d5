"""Amounts as people's spreadsheets hold them: full-width digits, thousands separators, 万/亿 and units beside the number."""

import re
import unicodedata
from decimal import Context, Decimal, Inexact, InvalidOperation

from erqi_cli.domain.units import UNITS, Unit, find_unit
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault, brief, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.number_forms import (
    GROUPED,
    IN_UNITS,
    LONGEST,
    NUMBER,
    SCALES,
    goes_on,
    narrow,
    number_remedy,
    qualified_remedy,
)
from erqi_cli.parsing.scalar import ZERO, parse_growth, parse_number, parse_share, parse_unit

AMOUNT = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)(\D*)", re.ASCII)
SPREADSHEET_ERRORS = re.compile(
    r"#(?:[A-Z_]+[!?]|N/A|DIV/0!|GETTING_DATA|#+)|Err:[0-9]{3}", re.ASCII
)
NO_FIGURE = Text(
    "没有数就不写：台账的格留空，基期值删去整行",
    "where there is no figure write none: leave a ledger's cell empty, and a base value's row out",
)
NOTHING = frozenset(
    {"-", "--", "/", "—", "——", "–", "…", "……", "无", "n/a", "na", "nil", "none", "null"}
)
"""What people write into a cell where there is no figure."""
NO_RATE = Text(
    "请写数量的单位；增速写在 growth 一列",
    "give the unit of an amount; a growth belongs in the column growth",
)
RATE_UNITS = tuple(unit for unit in UNITS.values() if unit.measure == UNITS["%"].measure)
LONGEST_FIRST = sorted(SCALES, key=len, reverse=True)
ONE = Decimal(1)
PLUS = re.compile(r"^\+(?=[0-9])")
LOOSE_SPACE = re.compile(r"(?<=^[+-])\s+|\s+(?=%$)")
EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])


def parse_quantity(text: str, unit: str | None, stated: str = "") -> tuple[Decimal, str | None]:
    """Return an amount in `unit` (or in its own, where `unit` is None) and the unit it is in.

    The unit that the amount is written in stands beside the number, or is `stated` elsewhere.
    `1,234.5`, `５３０`, `530亿元` and `5300000万元` are read; a unit of another measure is refused (ValueFault E511), as
    is a spreadsheet's error mark (E506), a blank (E310) and anything that is not one number (E301).
    """
    if not stated and NUMBER.fullmatch(text):
        return Decimal(text) or ZERO, unit
    written, stated = narrow(text), narrow(stated)
    if not written:
        raise ValueFault(
            "E310", Text("请填上数值；没有就删去整行", "write the value, or leave the row out")
        )
    refuse_error_mark(text)
    if written.lower() in NOTHING:
        raise ValueFault("E301", NO_FIGURE, value=quote(text))
    found = AMOUNT.fullmatch(written) if len(written) <= LONGEST else None
    suffix = found[2].strip() if found else ""
    is_odd = suffix and (goes_on(suffix) or not any(map(_names_a_unit, suffix)))
    if found is None or is_odd:
        raise invisible_character(text[:LONGEST]) or ValueFault(
            "E301", number_remedy(text), value=quote(text)
        )
    digits = found[1]
    if suffix and stated and find_unit(suffix) != find_unit(stated):
        if suffix not in SCALES and find_unit(suffix) is None and _composed(suffix) is None:
            raise ValueFault("E301", number_remedy(text), value=quote(text))
        raise ValueFault("E512", unit=brief(suffix), other=brief(stated))
    number = parse_number(digits.replace(",", "") if GROUPED.fullmatch(digits) else digits)
    if suffix and find_unit(suffix) is None and (remedy := qualified_remedy(text)):
        raise ValueFault("E301", remedy, value=quote(text))
    if stated and not suffix and unit is None and find_unit(stated) in RATE_UNITS:
        raise ValueFault("E511", NO_RATE, unit=stated, other=Text("数量", "an amount"))
    return _in_unit(number, suffix or stated, unit) if suffix or stated else (number, unit)


def refuse_error_mark(text: str) -> None:
    """Raise ValueFault E506 for what a spreadsheet writes where a formula failed."""
    if SPREADSHEET_ERRORS.fullmatch(narrow(text[:LONGEST])):
        raise ValueFault("E506", value=quote(text))


def _names_a_unit(char: str) -> bool:
    return char.isalpha() or char == "%" or unicodedata.category(char) == "So"


def loose_growth(text: str) -> Decimal:
    """Return a growth rate in percent, of any width of signs; raises ValueFault E302, E303, E506."""
    try:
        return parse_growth(PLUS.sub("", _tight(text)))
    except ValueFault:
        refuse_error_mark(text)
        raise


def loose_share(text: str) -> Decimal:
    """Return a share in percent, its digits and signs of any width; raises ValueFault E302, E303."""
    return parse_share(_tight(text))


def _tight(text: str) -> str:
    """Return a rate without spaces behind its sign and before its percent sign; digits are never joined."""
    return LOOSE_SPACE.sub("", narrow(text)) if len(text) <= LONGEST else text


def positive(amount: tuple[Decimal, str | None]) -> tuple[Decimal, str | None]:
    """Return a base value's amount and unit as they are; raises ValueFault E411 where it is zero or less."""
    if amount[0] <= 0:
        raise ValueFault("E411", value=format(amount[0], "f"))
    return amount


def _in_unit(number: Decimal, suffix: str, unit: str | None) -> tuple[Decimal, str | None]:
    wanted = UNITS[unit] if unit else None
    if suffix in SCALES:
        return EXACT.divide(
            EXACT.multiply(number, Decimal(SCALES[suffix])), wanted.scale if wanted else ONE
        ), unit
    if hidden := invisible_character(suffix):
        raise hidden
    given, scale = _composed(suffix) or (UNITS[parse_unit(suffix)], ONE)
    number = EXACT.multiply(number, scale)
    if wanted:
        return convert(number, given, wanted), unit
    if given in RATE_UNITS:
        raise ValueFault("E301", number_remedy(f"{number}%"), value=quote(f"{number}{suffix}"))
    return number, given.symbol


def _composed(words: str) -> tuple[Unit, Decimal] | None:
    """Return the unit and the scale of words such as 千万元, which are no plan's unit, or None for others."""
    if words in UNITS:
        return None
    for scale in (scale for scale in LONGEST_FIRST if words.startswith(scale)):
        unit = UNITS.get(words.removeprefix(scale))
        if unit is not None and unit.symbol[0] not in IN_UNITS and unit not in RATE_UNITS:
            return unit, Decimal(SCALES[scale])
    return None


def convert(number: Decimal, given: Unit, wanted: Unit) -> Decimal:
    """Return an amount in another unit of the same measure, exactly; raises ValueFault E511."""
    if given.measure != wanted.measure:
        raise ValueFault("E511", unit=given.symbol, other=wanted.symbol)
    return EXACT.divide(EXACT.multiply(number, given.scale), wanted.scale)
