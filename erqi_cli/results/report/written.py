"""What `erqi report` says once a file is written: what is in it, or how to print it."""

from erqi_cli.i18n.text import Text, counted, join
from erqi_cli.results.report.messages import SHEET_AND_ROWS, WROTE_CHART, WROTE_WORKBOOK
from erqi_cli.results.report.report import Report


def chart_words(_report: Report, path: str) -> Text:
    """Return that the wall chart was written, and how to print it."""
    return WROTE_CHART.fill(path=path)


def workbook_words(report: Report, path: str) -> Text:
    """Return that the workbook was written, and the sheets with the rows of each."""
    from erqi_cli.results.report.workbook import workbook

    sheets = []
    for sheet in workbook(report).sheets:
        count = sheet.row_count
        words = SHEET_AND_ROWS.fill(name=sheet.name, count=count, counted=counted(count, "row"))
        sheets.append(words)
    return WROTE_WORKBOOK.fill(path=path, count=len(sheets), sheets=join(sheets))
