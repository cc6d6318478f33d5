"""Writes single cells of a sheet: texts, numbers, formulas and days."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from erqi_cli.i18n.language import Languages
from erqi_cli.output.xlsx.cell_text import localized
from erqi_cli.output.xlsx.looks import ALIGNMENTS, INPUT, NO_LOOK, WRAPPED, Look, Looks
from erqi_cli.output.xlsx.number_format import ShortestFloat, cell_number, number_format
from erqi_cli.readers.table import formula_injection
from erqi_cli.results.report.workbook.schema import Day, Number

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

DAY_PATTERNS = {
    "day": "yyyy-mm-dd",
    "month": "yyyy-mm",
    "year": "yyyy",
}


class Position(NamedTuple):
    """Where a cell is; rows and columns are counted from 0."""

    row: int
    column: int

    @property
    def address(self) -> str:
        """The address of the cell, such as E7."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        return str(xl_rowcol_to_cell(self.row, self.column))


class CellWriter:
    """Writes single cells of one sheet."""

    def __init__(self, worksheet: "Worksheet", languages: Languages, looks: Looks) -> None:
        self.worksheet = worksheet
        self.languages = languages
        self.looks = looks

    def text(self, cell: Position, text: str, look: Look) -> None:
        """Write words; mark as text what a spreadsheet would run as a formula after editing."""
        complete = {**WRAPPED, **look}
        if text.startswith(formula_injection.STARTS):
            complete["quote_prefix"] = True
        cell_format = self.looks.format_of(complete)
        self._string(cell, text, cell_format)

    def blank(self, cell: Position, look: Look) -> None:
        """Write an empty cell with its border."""
        cell_format = self.looks.format_of(look)
        self.worksheet.write_blank(*cell, None, cell_format)

    def day(self, cell: Position, day: Day, look: Look) -> None:
        """Write a day as a date."""
        complete = {**look, **ALIGNMENTS["day"]}
        complete["num_format"] = DAY_PATTERNS[day.shown]
        cell_format = self.looks.format_of(complete)
        written = date.fromisoformat(day.text)
        self.worksheet.write_datetime(*cell, written, cell_format)

    def number(self, cell: Position, number: Number, look: Look) -> None:
        """Write a number; where there is none, the words for that."""
        value = self._value(number)
        cell_format = self._number_format(number, look)
        if isinstance(value, str):
            self._string(cell, value, cell_format)
        else:
            self.worksheet.write_number(*cell, value, cell_format)

    def formula(self, cell: Position, number: Number, formula: str, look: Look) -> None:
        """Write a formula with its result, which programs that do not calculate show."""
        value = self._value(number)
        cell_format = self._number_format(number, look)
        self.worksheet.write_formula(*cell, f"={formula}", cell_format, value)

    def _value(self, number: Number) -> ShortestFloat | str:
        if number.value is None:
            return localized(number.otherwise, self.languages)
        in_cell = cell_number(number.value, number.form)
        return ShortestFloat(in_cell)

    def _number_format(self, number: Number, look: Look) -> "Format":
        complete = {**look, **ALIGNMENTS["number"]}
        complete["num_format"] = number_format(number, self.languages)
        if number.is_input:
            complete.update(INPUT)
        return self.looks.format_of(complete)

    def _string(self, cell: Position, text: str, cell_format: "Format") -> None:
        """Write a string as it is."""
        # XlsxWriter takes a string from <r> to </r> for its own markup; two pieces avoid that.
        if text.startswith("<r>") and text.endswith("</r>"):
            first = text[:1]
            rest = text[1:]
            plain = self.looks.format_of(NO_LOOK)
            self.worksheet.write_rich_string(*cell, first, plain, rest, cell_format)
        else:
            self.worksheet.write_string(*cell, text, cell_format)
