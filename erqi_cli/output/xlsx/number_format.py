"""Numbers in a spreadsheet: digits that give the decimal back, and formats to show them."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import CENT, EXACT, rounded
from erqi_cli.i18n.language import Languages
from erqi_cli.results.formatting import format_number
from erqi_cli.results.report.workbook.schema import Number, NumberForm

PERCENT_FORMS = ("rate", "percent")
"""The forms whose numbers stand in percent cells: 9 as 0.09."""
POINTS: dict[Languages, str] = {
    "zh": "个百分点",
    "en": " pp",
    "both": " pp",
}


class Signs(NamedTuple):
    """What stands before points above and below zero, as number formats write it."""

    above: str
    below: str


PLUS_MINUS = Signs("+", "-")
CHINESE_SIGNS: dict[NumberForm, Signs] = {
    "lead": Signs('"超"', '"欠"'),
    "use": Signs('"高于进度"', '"低于进度"'),
    "limit": Signs('"距上限"', '"超上限"'),
}
"""The signs of the forms that show points with two places, in a sheet in Chinese."""


class ConditionalFormat(NamedTuple):
    """A number format for the cells that meet a condition."""

    condition: str
    pattern: str


class ShortestFloat(float):
    """A float that formats as the shortest digits that give it back.

    XlsxWriter formats numbers with 16 digits: 9.95 as 9.949999999999999, another number.
    """

    def __format__(self, spec: str) -> str:
        """Return the shortest digits, whatever format is asked for."""
        return shortest(self)


def shortest(number: float) -> str:
    """Return the shortest digits that give a binary number back."""
    return repr(float(number)).removesuffix(".0")


def is_exact_in_binary(value: Decimal) -> bool:
    """Tell whether a float gives this decimal back: always up to 15 digits, rarely beyond."""
    return Decimal(shortest(float(value))) == value


def cell_number(value: Decimal, form: NumberForm) -> Decimal:
    """Return the number in the cell: a rate of 9 percent as 0.09, everything else as it is."""
    if form in PERCENT_FORMS:
        return EXACT.multiply(value, CENT)
    return value


def number_format(number: Number, languages: Languages) -> str:
    """Return the format of a number, with the decimal places that tables show."""
    value, form = number.value, number.form
    if value is None:
        return "General"
    if form == "percent":
        return "0.00%"
    if form in CHINESE_SIGNS:
        signs = CHINESE_SIGNS[form] if languages == "zh" else PLUS_MINUS
        return _signed_pattern(value, signs)
    decimals = format_number(value, number.places).partition(".")[2]
    pattern = _pattern(form, "0" * len(decimals))
    if form == "points":
        return f'{pattern}"{POINTS[languages]}"'
    return pattern


def _signed_pattern(value: Decimal, signs: Signs) -> str:
    if not rounded(value, 2):
        return "0.00"
    return f"{signs.above}0.00;{signs.below}0.00;0.00"


def _pattern(form: NumberForm, decimals: str) -> str:
    """Return the format with these decimals: `0` is always shown, `#` only if it is not zero."""
    fraction = f".{decimals}" if decimals else ""
    if form == "rate":
        return f"0{fraction}%"
    if form == "change":
        return f"+#,##0{fraction};-#,##0{fraction};0"
    return f"#,##0{fraction}"


def formats_of_changing(form: NumberForm, cell: str) -> tuple[ConditionalFormat, ...]:
    """Return the formats of a cell that a reader or a formula may change; the first match counts.

    A format has fixed decimals, and `0.####` leaves a point after a whole number; so conditions on
    the number choose the format. Programs without conditional formats cannot recalculate either,
    and use the format of the number as it was written.
    """
    shown = f"{cell}*100" if form == "rate" else cell
    is_tiny = f"AND(ISNUMBER({cell}),{cell}<>0,ABS({shown})<0.00005)"
    is_whole = f"AND(ISNUMBER({cell}),ROUND({shown},4)=ROUND({shown},0))"
    return (
        ConditionalFormat(is_tiny, "0.0E+00"),
        ConditionalFormat(is_whole, _pattern(form, "")),
        ConditionalFormat(f"ISNUMBER({cell})", _pattern(form, "####")),
    )
