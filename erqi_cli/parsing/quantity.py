"""Amounts as spreadsheets write them: full-width digits, thousands separators, 万/亿 and units."""

import re
import unicodedata
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import NamedTuple

from erqi_cli.domain.units import UNITS, Unit, find_unit
from erqi_cli.parsing.fault import ValueFault, brief, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.messages import (
    AN_AMOUNT,
    FILL_IN_VALUE,
    GROWTH_IN_ITS_COLUMN,
    NO_FIGURE_NO_CELL,
)
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
from erqi_cli.parsing.scalar import (
    ZERO,
    parse_growth,
    parse_number,
    parse_share,
    parse_unit,
)

AMOUNT = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)(\D*)", re.ASCII)
SPREADSHEET_ERRORS = re.compile(
    r"#(?:[A-Z_]+[!?]|N/A|DIV/0!|GETTING_DATA|#+)|Err:[0-9]{3}",
    re.ASCII,
)
NOTHING = frozenset(
    {"-", "--", "/", "—", "——", "–", "…", "……", "无", "n/a", "na", "nil", "none", "null"}
)
"""What people write into a cell that has no figure."""
RATE_UNITS = tuple(unit for unit in UNITS.values() if unit.measure == UNITS["%"].measure)
LONGEST_FIRST = sorted(SCALES, key=len, reverse=True)
ONE = Decimal(1)
PLUS = re.compile(r"^\+(?=[0-9])")
LOOSE_SPACE = re.compile(r"(?<=^[+-])\s+|\s+(?=%$)")
EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])


class Amount(NamedTuple):
    """A number and its unit; None where it has none."""

    value: Decimal
    unit: Unit | None


def parse_quantity(text: str, unit: Unit | None, stated: str = "") -> Amount:
    """Return an amount in `unit`; where that is None, in the unit in which it is written.

    That unit is beside the number, or is `stated` elsewhere. `1,234.5`, `５３０`, `530亿元` and
    `5300000万元` are read. Raises ValueFault: E511 for a unit of another measure, E512 for two
    units, E506 for a spreadsheet's error mark, E310 for a blank, E301 for what is not one number.
    """
    if not stated and NUMBER.fullmatch(text):
        return Amount(Decimal(text) or ZERO, unit)
    _refuse_no_figure(text)
    digits, suffix = _number_and_suffix(text)
    stated = narrow(stated)
    if suffix and stated:
        _refuse_two_units(text, suffix, stated, unit)
    number = parse_number(digits.replace(",", "") if GROUPED.fullmatch(digits) else digits)
    if suffix:
        _refuse_qualifier(text, suffix, unit)
        return _in_unit(number, suffix, unit)
    if not stated:
        return Amount(number, unit)
    if unit is None and find_unit(stated) in RATE_UNITS:
        raise ValueFault("E511", GROWTH_IN_ITS_COLUMN, unit=stated, other=AN_AMOUNT)
    return _in_unit(number, stated, unit)


def _refuse_no_figure(text: str) -> None:
    """Raise ValueFault for a blank (E310), an error mark (E506) and words for no figure (E301)."""
    written = narrow(text)
    if not written:
        raise ValueFault("E310", FILL_IN_VALUE)
    refuse_error_mark(text)
    if written.lower() in NOTHING:
        raise ValueFault("E301", NO_FIGURE_NO_CELL, value=quote(text))


def _number_and_suffix(text: str) -> tuple[str, str]:
    """Return the digits of an amount and what follows them; raise ValueFault E301.

    What follows a number may be a unit or words that qualify it. It may not be more of the
    number, or signs alone.
    """
    written = narrow(text)
    found = AMOUNT.fullmatch(written) if len(written) <= LONGEST else None
    if found is None:
        raise _not_a_number(text)
    suffix = found[2].strip()
    if not suffix:
        return found[1], ""
    if goes_on(suffix) or not any(map(_names_a_unit, suffix)):
        raise _not_a_number(text)
    return found[1], suffix


def _not_a_number(text: str) -> ValueFault:
    hidden = invisible_character(text[:LONGEST])
    if hidden is not None:
        return hidden
    return ValueFault("E301", number_remedy(text), value=quote(text))


def _refuse_two_units(text: str, suffix: str, stated: str, own: Unit | None) -> None:
    """Raise ValueFault where a number's unit is not the stated one (E512), or not a unit (E301)."""
    unit = find_unit(suffix, own)
    if unit == find_unit(stated, own):
        return
    is_unit = suffix in SCALES or unit is not None or _composed(suffix) is not None
    if not is_unit:
        raise ValueFault("E301", number_remedy(text), value=quote(text))
    raise ValueFault("E512", unit=brief(suffix), other=brief(stated))


def _refuse_qualifier(text: str, suffix: str, own: Unit | None) -> None:
    """Raise ValueFault E301 where words such as 左右 follow a number."""
    if find_unit(suffix, own) is not None:
        return
    remedy = qualified_remedy(text)
    if remedy is not None:
        raise ValueFault("E301", remedy, value=quote(text))


def refuse_error_mark(text: str) -> None:
    """Raise ValueFault E506 for what a spreadsheet writes where a formula failed."""
    if SPREADSHEET_ERRORS.fullmatch(narrow(text[:LONGEST])):
        raise ValueFault("E506", value=quote(text))


def _names_a_unit(char: str) -> bool:
    return char.isalpha() or char == "%" or unicodedata.category(char) == "So"


def loose_growth(text: str, *, needs_sign: bool = True) -> Decimal:
    """Return a growth rate in percent, its signs of any width.

    Without `needs_sign` a bare number is read as well: the heading of its column has the percent
    sign. Raises ValueFault E302, E303, E506.
    """
    written = _tight(text)
    if not needs_sign and NUMBER.fullmatch(written):
        written += "%"
    try:
        return parse_growth(PLUS.sub("", written))
    except ValueFault:
        refuse_error_mark(text)
        raise


def loose_share(text: str) -> Decimal:
    """Return a share in percent, its signs of any width; raise ValueFault E302, E303."""
    return parse_share(_tight(text))


def _tight(text: str) -> str:
    """Return a rate without the spaces at its signs.

    Spaces between digits stay: to join the digits would be a guess.
    """
    if len(text) > LONGEST:
        return text
    return LOOSE_SPACE.sub("", narrow(text))


def positive(amount: Amount) -> Amount:
    """Return a base value's amount as it is; raise ValueFault E411 where it is zero or less."""
    if amount.value <= 0:
        raise ValueFault("E411", value=format(amount.value, "f"))
    return amount


def _in_unit(number: Decimal, suffix: str, wanted: Unit | None) -> Amount:
    """Return an amount that is written with a unit or a scale (万) in the unit that is wanted."""
    if suffix in SCALES:
        scaled = EXACT.multiply(number, Decimal(SCALES[suffix]))
        return Amount(EXACT.divide(scaled, wanted.scale if wanted else ONE), wanted)
    hidden = invisible_character(suffix)
    if hidden is not None:
        raise hidden
    given, scale = _composed(suffix) or (parse_unit(suffix, wanted), ONE)
    number = EXACT.multiply(number, scale)
    if wanted is not None:
        return Amount(convert(number, given, wanted), wanted)
    if given in RATE_UNITS:
        raise ValueFault("E301", number_remedy(f"{number}%"), value=quote(f"{number}{suffix}"))
    return Amount(number, given)


def _composed(words: str) -> tuple[Unit, Decimal] | None:
    """Return unit and scale of words such as 千万元, which are no unit of a plan, or None."""
    if words in UNITS:
        return None
    for scale in LONGEST_FIRST:
        if not words.startswith(scale):
            continue
        unit = UNITS.get(words.removeprefix(scale))
        if unit is not None and _takes_scale(unit):
            return unit, Decimal(SCALES[scale])
    return None


def _takes_scale(unit: Unit) -> bool:
    """Tell whether a scale may stand before a unit: it has none of its own, and is no rate."""
    has_scale = unit.symbol.startswith(IN_UNITS)
    return not has_scale and unit not in RATE_UNITS


def convert(number: Decimal, given: Unit, wanted: Unit) -> Decimal:
    """Return an amount in another unit of the same measure, exactly; raise ValueFault E511."""
    if given.measure != wanted.measure:
        raise ValueFault("E511", unit=given.symbol, other=wanted.symbol)
    return EXACT.divide(EXACT.multiply(number, given.scale), wanted.scale)
