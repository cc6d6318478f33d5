"""Numbers in a spreadsheet: the digits that give the same decimal back, and the number formats that show them."""

from decimal import Decimal

from erqi_cli.calc.decimals import CENT, EXACT, rounded
from erqi_cli.i18n.language import Languages
from erqi_cli.results.formatting import format_number
from erqi_cli.results.report.workbook.schema import Form, Number

PERCENT_CELLS = ("rate", "percent")
"""The forms whose numbers are in percent and stand in percent cells, 9 as 0.09."""
SIGNED: dict[tuple[Form, Languages], tuple[str, str]] = {
    ("lead", "zh"): ('"超"', '"欠"'),
    ("use", "zh"): ('"多用"', '"少用"'),
    ("limit", "zh"): ('"限内"', '"超限"'),
}
"""What stands before points above and below zero; a sign where nothing is given."""
POINTS: dict[Languages, str] = {"zh": "个百分点", "en": " pp", "both": " pp"}


class Exact(float):
    """A number that is written with the shortest digits that give it back.

    By itself XlsxWriter writes 16 digits, and 9.95 as 9.949999999999999, which is another number.
    """

    def __format__(self, spec: str) -> str:
        """Return the digits, whatever form is asked for."""
        return shortest(self)


def shortest(number: float) -> str:
    """Return the shortest digits that give a binary number back."""
    return repr(float(number)).removesuffix(".0")


def reads_back(value: Decimal) -> bool:
    """Tell whether a binary number gives this decimal back: up to 15 digits always, beyond that by chance."""
    return Decimal(shortest(float(value))) == value


def in_cell(value: Decimal, form: Form) -> Decimal:
    """Return what stands in the cell: a rate of 9 percent as 0.09, everything else as it is."""
    return EXACT.multiply(value, CENT) if form in PERCENT_CELLS else value


def number_format(number: Number, languages: Languages) -> str:
    """Return the format with which a cell shows a number as tables do: with the places that it has, and no point after them."""
    value, form = number.value, number.form
    if value is None:
        return "General"
    if form == "percent":
        return "0.00%"
    if form in ("lead", "use", "limit"):
        above, below = SIGNED.get((form, languages), ("+", "-"))
        return f"{above}0.00;{below}0.00;0.00" if rounded(value, 2) else "0.00"
    pattern = _patterns(form, "0" * len(format_number(value, number.places).partition(".")[2]))
    return f'{pattern}"{POINTS[languages]}"' if form == "points" else pattern


def _patterns(form: Form, fraction: str) -> str:
    """Return the format of a rate, an amount or a change with these places: `0` for one always shown, `#` for one at most."""
    places = f".{fraction}" if fraction else ""
    if form == "rate":
        return f"0{places}%"
    return f"+#,##0{places};-#,##0{places};0" if form == "change" else f"#,##0{places}"


def following(form: Form, cell: str) -> tuple[tuple[str, str], ...]:
    """Return (condition, format) pairs, the first that holds counts, for a cell that a reader or a formula may change.

    A format has its places fixed, and `0.####` leaves a point after a whole number; so the number itself chooses. What
    shows no such conditions cannot change a number either, and has the format that fits the number as it was written.
    """
    shown = f"{cell}*100" if form == "rate" else cell
    return (
        (f"AND(ISNUMBER({cell}),{cell}<>0,ABS({shown})<0.00005)", "0.0E+00"),
        (f"AND(ISNUMBER({cell}),ROUND({shown},4)=ROUND({shown},0))", _patterns(form, "")),
        (f"ISNUMBER({cell})", _patterns(form, "####")),
    )
