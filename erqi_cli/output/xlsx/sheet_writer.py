"""Writes one sheet of a workbook, row by row."""

from typing import TYPE_CHECKING

from erqi_cli.i18n.language import Languages
from erqi_cli.i18n.text import Text
from erqi_cli.output.xlsx.cell_text import localized
from erqi_cli.output.xlsx.cell_writer import CellWriter, Position
from erqi_cli.output.xlsx.input_rules import (
    Area,
    format_changing_cells,
    limit_input,
)
from erqi_cli.output.xlsx.layout import SheetColumn, layout, line_count
from erqi_cli.output.xlsx.looks import (
    ALIGNMENTS,
    CELL,
    HEADING,
    INPUT,
    NO_LOOK,
    TEXT_SIZE,
    TITLE_SIZE,
    TONES,
    Look,
    Looks,
)
from erqi_cli.results.report.workbook.schema import (
    CellValue,
    Day,
    FieldKind,
    FilledField,
    Number,
    Sheet,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LINE_HEIGHT = 1.6
"""The height of a line as a multiple of the size of its text."""
MAX_ROW_HEIGHT = 400
"""In points; Excel refuses a file with a row above 409."""
PAPER_A3 = 8
PAPER_A4 = 9
HIDE_ALL_GRIDLINES = 2


class SheetWriter:
    """Writes one sheet.

    `next_row` is the row that is written next; rows and columns are counted from 0.
    """

    def __init__(
        self,
        worksheet: "Worksheet",
        sheet: Sheet,
        languages: Languages,
        looks: Looks,
    ) -> None:
        self.worksheet = worksheet
        self.sheet = sheet
        self.languages = languages
        self.looks = looks
        self.cells = CellWriter(worksheet, languages, looks)
        self.layout = layout(sheet, languages)
        self.next_row = 0
        self.column_of: dict[str, int] = {}
        for index, column in enumerate(self.layout.columns):
            self.column_of.setdefault(column.field.key, index)

    @property
    def last_column(self) -> int:
        """The last column of the table."""
        return len(self.layout.columns) - 1

    @property
    def last_printed(self) -> int:
        """The last column that is printed."""
        return self.layout.printed - 1

    def write(self, footer: str) -> None:
        """Write every part, from the top."""
        sheet = self.sheet
        for index, width in enumerate(self.layout.widths):
            self.worksheet.set_column(index, index, width)
        self._text_line(sheet.title, TITLE_SIZE, {"bold": True})
        for text in sheet.about:
            self._text_line(text)
        if sheet.legend:
            self._text_line(sheet.legend, look=INPUT)
        self._table(self.next_row + 1)
        self.next_row += sheet.row_count + 2
        for text in sheet.below:
            self._text_line(text)
        for note in self.layout.notes:
            self._line(note)
        self._set_up_printing(footer)

    def _text_line(self, text: Text, size: int = TEXT_SIZE, look: Look = NO_LOOK) -> None:
        self._line(localized(text, self.languages), size, look)

    def _line(self, text: str, size: int = TEXT_SIZE, look: Look = NO_LOOK) -> None:
        """Write a text over all columns that are printed, in as many lines as it needs."""
        start = Position(self.next_row, 0)
        end = Position(self.next_row, self.last_printed)
        merged = self.looks.format_of(look)
        self.worksheet.merge_range(*start, *end, "", merged)
        sized = {"font_size": size, **look}
        self.cells.text(start, text, sized)
        # The widths are in characters of the usual size: a larger size has room for fewer.
        printed_widths = self.layout.widths[: self.layout.printed]
        width = sum(printed_widths) * TEXT_SIZE // size
        lines = line_count(text, width)
        self._set_height(self.next_row, lines, size)
        self.next_row += 1

    def _set_height(self, row: int, lines: int, size: int = TEXT_SIZE) -> None:
        """Set the height of a row: some programs do not find it, and none does for merged cells."""
        line_height = round(size * LINE_HEIGHT)
        height = min(line_height * lines, MAX_ROW_HEIGHT)
        self.worksheet.set_row(row, height)

    def _table(self, first: int) -> None:
        """Write the heading and the rows, the first of them at row `first` of the sheet."""
        heading = first - 1
        last = heading + self.sheet.row_count
        for index, column in enumerate(self.layout.columns):
            self.cells.text(Position(heading, index), column.title, HEADING)
            self._column(first, index, column)
            area = Area(first, index, last, index)
            self._set_rules(area, column.field)
        for row, lines in enumerate(self.layout.lines, start=heading):
            self._set_height(row, lines)
        self._set_up_scrolling(first)
        self._set_up_table(Area(heading, 0, last, self.last_column))

    def _column(self, first: int, index: int, column: SheetColumn) -> None:
        """Write the cells of a column below its heading."""
        field = column.field
        rows = zip(field.values, column.texts, field.tones, strict=True)
        for row, (value, text, tone) in enumerate(rows, start=first):
            look = dict(CELL)
            if tone:
                look.update(TONES[tone])
            self._cell(Position(row, index), value, text, field.kind, look)

    def _cell(
        self,
        cell: Position,
        value: CellValue,
        text: str,
        kind: FieldKind,
        look: Look,
    ) -> None:
        """Write a number as a number, a day as a day, and words as words."""
        if isinstance(value, Number):
            self._number(cell, value, look)
        elif isinstance(value, Day):
            self.cells.day(cell, value, look)
        elif text:
            alignment = ALIGNMENTS.get(kind, NO_LOOK)
            self.cells.text(cell, text, {**look, **alignment})
        else:
            self.cells.blank(cell, look)

    def _number(self, cell: Position, number: Number, look: Look) -> None:
        """Write a number, or its formula with the addresses of the fields that it names."""
        if number.formula is None:
            self.cells.number(cell, number, look)
            return
        addresses = {}
        for key, column in self.column_of.items():
            addresses[key] = Position(cell.row, column).address
        formula = number.formula.format(**addresses)
        self.cells.formula(cell, number, formula, look)

    def _set_rules(self, area: Area, field: FilledField) -> None:
        """Set the formats of numbers that may change, and the limits of inputs."""
        number = field.changing_number
        if number is None:
            return
        first_cell = Position(area.first_row, area.first_column)
        format_changing_cells(
            self.worksheet,
            area,
            first_cell.address,
            number.form,
            self.looks,
        )
        if field.limits:
            limit_input(self.worksheet, area, field.limits, field.title, self.languages)

    def _set_up_scrolling(self, first: int) -> None:
        """Keep the heading and the first columns in sight; repeat the heading on paper."""
        frozen_columns = self.column_of[self.sheet.freeze_after] + 1
        self.worksheet.freeze_panes(first, frozen_columns)
        self.worksheet.repeat_rows(first - 1)

    def _set_up_table(self, table: Area) -> None:
        """Switch off warnings that do not apply, and offer filters."""
        last_cell = Position(table.last_row, table.last_column)
        cells = f"A1:{last_cell.address}"
        ignored = {"number_stored_as_text": cells, "formula_differs": cells}
        self.worksheet.ignore_errors(ignored)
        if self.sheet.filtered:
            self.worksheet.autofilter(*table)

    def _set_up_printing(self, footer: str) -> None:
        """Print in landscape, as wide as the page, with a footer: on A4, two languages on A3."""
        worksheet = self.worksheet
        last_row = self.next_row - 1
        worksheet.print_area(0, 0, last_row, self.last_printed)
        worksheet.hide_gridlines(HIDE_ALL_GRIDLINES)
        worksheet.set_landscape()
        worksheet.set_paper(PAPER_A3 if self.languages == "both" else PAPER_A4)
        worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        worksheet.fit_to_pages(1, 0)
        worksheet.set_footer(footer)
