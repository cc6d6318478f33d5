"""Writes a report as an Excel workbook whose sheets calculate and print."""

import io
from datetime import datetime

from erqi_cli.errors.packages import missing_package
from erqi_cli.i18n.language import Languages
from erqi_cli.i18n.text import Text
from erqi_cli.output.xlsx.cell_text import localized
from erqi_cli.output.xlsx.looks import Looks
from erqi_cli.output.xlsx.sheet_writer import SheetWriter
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.workbook import workbook

MAX_TITLE_CHARS = 255
MAX_FOOTER_NAME_CHARS = 100
"""Excel allows 255 characters for the whole footer."""
PAGES = Text("第 &P 页，共 &N 页", "Page &P of &N")
"""The number of the page and of all pages, in the codes of a footer."""
XLSXWRITER_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def workbook_bytes(report: Report, languages: Languages) -> bytes:
    """Return a report as a workbook, the same bytes for the same report.

    Raises Failure E624 where XlsxWriter is missing.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise missing_package("xlsx", "XlsxWriter>=3.2.2") from None
    book = workbook(report)
    stream = io.BytesIO()
    file = Workbook(stream, XLSXWRITER_OPTIONS)
    title = localized(book.title, languages)[:MAX_TITLE_CHARS]
    file.set_properties({"title": title, "created": datetime.fromisoformat(book.day)})
    looks = Looks(file, languages)
    footer = _footer(book.title, languages)
    for sheet in book.sheets:
        worksheet = file.add_worksheet(localized(sheet.name, languages, " "))
        SheetWriter(worksheet, sheet, languages, looks).write(footer)
    file.close()
    return stream.getvalue()


def _footer(name: Text, languages: Languages) -> str:
    """Return the footer of a page: at the left the plan's name, at the right the page number."""
    # An ampersand begins a code, and && before a G is read as the code of a picture.
    words = localized(name, languages).replace("&", "＆")
    if len(words) > MAX_FOOTER_NAME_CHARS:
        words = words[: MAX_FOOTER_NAME_CHARS - 1] + "…"
    return f"&L{words}&R{localized(PAGES, languages)}"
