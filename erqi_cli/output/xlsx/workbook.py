"""The workbook writer: sheets that calculate and print. The only place that knows XlsxWriter."""

import io
from datetime import date, datetime
from typing import Any

from erqi_cli.errors.packages import missing_package
from erqi_cli.i18n.language import Languages
from erqi_cli.i18n.text import Text
from erqi_cli.output.xlsx.layout import Strip, layout, lines_of, said, words_of
from erqi_cli.output.xlsx.number_format import Exact, following, in_cell, number_format
from erqi_cli.readers.table import formula_injection as formulas
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.workbook import workbook
from erqi_cli.results.report.workbook.schema import Content, Day, Number, Sheet

FONTS: dict[Languages, str] = {"zh": "Microsoft YaHei", "en": "Calibri", "both": "Microsoft YaHei"}
SIZE, TITLE = 10, 14
"""The size of text and of titles, in points."""
LEADING, TALLEST = 1.6, 400
"""How high a line is for its size; and how high a row may be, for Excel takes no file with a higher one."""
A3, A4 = 8, 9
INPUT: dict[str, Any] = {"bg_color": "#FFF2CC"}
TONES: dict[str, dict[str, Any]] = {
    "good": {"bg_color": "#E2EFDA"},
    "fair": {"bg_color": "#FFEB9C"},
    "bad": {"bg_color": "#F8CBAD", "bold": True},
    "quiet": {"font_color": "#7F7F7F"},
}
PLAIN = {"font_size": SIZE, "valign": "vcenter"}
CELL = {"border": 1, "border_color": "#A6A6A6"}
HEAD = {**CELL, "bold": True, "align": "center", "bg_color": "#D9E1F2"}
LIVE = ("rate", "amount", "change")
"""The forms whose number of places changes with the number."""
DAYS = {"day": "yyyy-mm-dd", "month": "yyyy-mm", "year": "yyyy"}
FOLDED = {"text_wrap": True}
ALIGNED: dict[str, dict[str, Any]] = {
    "number": {"align": "right", "indent": 1},
    "day": {"align": "center"},
    "label": {"align": "center"},
}
PAGES = Text("第 &P 页，共 &N 页", "Page &P of &N")
FOOTER = 100
"""A name in the footer, where 255 characters are all that a page has, is shortened to so many."""
LIMITS: dict[str, tuple[dict[str, Any], Text]] = {
    "growth": (
        {"criteria": "between", "minimum": -0.999999, "maximum": 5},
        Text(
            "增速须大于 -100%、至多 500%，写作 8.5% 这样",
            "Write a rate above -100% and up to 500%, such as 8.5%",
        ),
    ),
    "base": (
        {"criteria": ">", "value": 0},
        Text("基期值须是大于零的数", "A base value is a number above zero"),
    ),
}
"""What may be typed into an input, and what is said to whoever types something else."""


def workbook_bytes(report: Report, languages: Languages) -> bytes:
    """Return a report as a workbook, the same bytes for the same report; raises Failure E624 where XlsxWriter is missing."""
    try:
        import xlsxwriter
    except ImportError:
        raise missing_package("xlsx", "XlsxWriter>=3.2.2") from None
    book, stream = workbook(report), io.BytesIO()
    file = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    title = said(book.title, languages)
    file.set_properties({"title": title[:255], "created": datetime.fromisoformat(book.day)})
    looks = _Looks(file, FONTS[languages])
    for sheet in book.sheets:
        page = file.add_worksheet(said(sheet.name, languages, " "))
        _Page(page, sheet, languages, looks).write(_footer(book.title, languages))
    file.close()
    return stream.getvalue()


def _footer(name: Text, languages: Languages) -> str:
    """Return the footer of a page: the plan's name on the left and the page's number on the right.

    An ampersand begins a code here, and even a doubled one is read as that of a picture before a G: a wide one is none.
    """
    words = said(name, languages).replace("&", "＆")
    shown = words if len(words) <= FOOTER else words[: FOOTER - 1] + "…"
    return f"&L{shown}&R{said(PAGES, languages)}"


class _Looks:
    """The looks of cells, each made once."""

    def __init__(self, file: Any, font: str) -> None:
        self.file, self.base = file, {**PLAIN, "font_name": font}
        self.known: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **look: Any) -> Any:
        """Return the XlsxWriter format of a look."""
        key = tuple(sorted(look.items()))
        if key not in self.known:
            self.known[key] = self.file.add_format({**self.base, **look})
        return self.known[key]

    def number(self, pattern: str) -> Any:
        """Return a look that changes nothing but how a number is shown."""
        return self.file.add_format({"num_format": pattern})


class _Page:
    """Writes one sheet, row by row."""

    def __init__(self, page: Any, sheet: Sheet, languages: Languages, looks: _Looks) -> None:
        self.page, self.sheet, self.languages, self.looks = page, sheet, languages, looks
        self.layout = layout(sheet, languages)
        self.strips, self.last = self.layout.strips, self.layout.printed - 1
        self.columns = {
            strip.field.key: column for column, strip in reversed(list(enumerate(self.strips)))
        }
        self.at = 0

    def write(self, footer: str) -> None:
        """Write every part, from the top."""
        result = self.sheet.result
        for column, width in enumerate(self.layout.widths):
            self.page.set_column(column, column, width)
        self.across(said(result.title, self.languages), TITLE, bold=True)
        for text in self.sheet.about:
            self.across(said(text, self.languages))
        if self.sheet.legend:
            self.across(said(self.sheet.legend, self.languages), **INPUT)
        self.rows(self.at + 1)
        self.at += len(result.rows) + 2
        for line in self.sheet.below:
            self.across(said(line, self.languages))
        for note in self.layout.notes:
            self.across(note)
        self.print_setup(footer)

    def across(self, text: str, size: int = SIZE, **look: Any) -> None:
        """Write a text over all columns that are printed, in as many lines as it needs."""
        self.page.merge_range(self.at, 0, self.at, self.last, "", self.looks.of(**look))
        self.text(self.at, 0, text, font_size=size, **look)
        room = sum(self.layout.widths[: self.last + 1]) * SIZE // size
        self.high(self.at, lines_of(text, room), size)
        self.at += 1

    def high(self, row: int, lines: int, size: int = SIZE) -> None:
        """Make a row as high as its lines; not every program does it by itself, and none for merged cells."""
        self.page.set_row(row, min(round(size * LEADING) * lines, TALLEST))

    def rows(self, first: int) -> None:
        """Write the heading and the rows, the first of them at a line of the sheet, and let the heading stay in sight."""
        end = first + len(self.sheet.result.rows) - 1
        for column, strip in enumerate(self.strips):
            self.text(first - 1, column, strip.title, **HEAD)
            for row, content in enumerate(strip.contents, start=first):
                self.cell(row, column, content, strip)
            if strip.contents:
                self.follow(first, end, column, strip)
        for row, lines in enumerate(self.layout.lines, start=first - 1):
            self.high(row, lines)
        self.page.freeze_panes(first, self.columns[self.sheet.held] + 1)
        self.page.repeat_rows(first - 1)
        table = f"A1:{self.address(end, len(self.strips) - 1)}"
        self.page.ignore_errors({"number_stored_as_text": table, "formula_differs": table})
        if self.sheet.filtered:
            self.page.autofilter(first - 1, 0, end, len(self.strips) - 1)

    def cell(self, row: int, column: int, content: Content, strip: Strip) -> None:
        """Write one cell of a row: a number as a number, a day as a day, and words as words."""
        tone = (
            strip.field.tone(self.sheet.result.rows[row - self.at - 1])
            if strip.field.tone
            else None
        )
        look = {**CELL, **(TONES[tone] if tone else {})}
        if isinstance(content, Number):
            self.number(row, column, content, look)
        elif isinstance(content, Day):
            shown = self.looks.of(**look, **ALIGNED["day"], num_format=DAYS[content.shown])
            self.page.write_datetime(row, column, date.fromisoformat(content.text), shown)
        elif text := words_of(content, strip.languages, self.layout.numbered):
            self.text(row, column, text, **look, **ALIGNED.get(strip.field.kind, {}))
        else:
            self.page.write_blank(row, column, None, self.looks.of(**look))

    def number(self, row: int, column: int, number: Number, look: dict[str, Any]) -> None:
        """Write a number, or its formula with what that gives; where there is none, the cell says so."""
        pattern = number_format(number, self.languages)
        shown = self.looks.of(
            **look, **ALIGNED["number"], num_format=pattern, **(INPUT if number.is_input else {})
        )
        exact = None if number.value is None else Exact(in_cell(number.value, number.form))
        if number.formula is not None:
            addresses = {key: self.address(row, at) for key, at in self.columns.items()}
            formula = "=" + number.formula.format(**addresses)
            self.page.write_formula(
                row,
                column,
                formula,
                shown,
                said(number.otherwise, self.languages) if exact is None else exact,
            )
        elif exact is None:
            self.string(row, column, said(number.otherwise, self.languages), shown)
        else:
            self.page.write_number(row, column, exact, shown)

    def follow(self, first: int, end: int, column: int, strip: Strip) -> None:
        """Let numbers that may change keep a fitting format, and refuse what an input cannot be."""
        live = [
            one
            for one in strip.contents
            if isinstance(one, Number) and (one.is_input or one.formula)
        ]
        if live and live[0].form in LIVE:
            for condition, pattern in following(live[0].form, self.address(first, column)):
                rule = {
                    "type": "formula",
                    "criteria": f"={condition}",
                    "format": self.looks.number(pattern),
                    "stop_if_true": True,
                }
                self.page.conditional_format(first, column, end, column, rule)
        if strip.field.limits and live:
            rule, words = LIMITS[strip.field.limits]
            told = {
                "error_title": said(strip.field.title, self.languages)[:32],
                "error_message": said(words, self.languages)[:255],
            }
            self.page.data_validation(
                first, column, end, column, {"validate": "decimal", **rule, **told}
            )

    def text(self, row: int, column: int, text: str, **look: Any) -> None:
        """Write words; what a spreadsheet would run when it is edited is marked as words."""
        marked = {"quote_prefix": True} if text.startswith(formulas.STARTS) else {}
        self.string(row, column, text, self.looks.of(**FOLDED, **look, **marked))

    def string(self, row: int, column: int, text: str, look: Any) -> None:
        """Write a string as it is. XlsxWriter takes one from <r> to </r> for its own mark-up, so that goes in two pieces."""
        if text.startswith("<r>") and text.endswith("</r>"):
            self.page.write_rich_string(row, column, text[:1], self.looks.of(), text[1:], look)
        else:
            self.page.write_string(row, column, text, look)

    @staticmethod
    def address(row: int, column: int) -> str:
        """Return the address of a cell, such as E7."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        return str(xl_rowcol_to_cell(row, column))

    def print_setup(self, footer: str) -> None:
        """Print across, as wide as the page, with a footer: on A4, two languages on A3."""
        self.page.print_area(0, 0, self.at - 1, self.last)
        self.page.hide_gridlines(2)
        self.page.set_landscape()
        self.page.set_paper(A3 if self.languages == "both" else A4)
        self.page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        self.page.fit_to_pages(1, 0)
        self.page.set_footer(footer)
