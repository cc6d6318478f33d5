"""The report writers by the name of their format.

A new format is an entry here and a module in a folder beside this one.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from erqi_cli.i18n.language import Languages
from erqi_cli.i18n.text import Text

if TYPE_CHECKING:
    from erqi_cli.results.report.report import Report


class Format(NamedTuple):
    """A format of reports: how its files end, what makes the bytes of one, and what is then said.

    `words` takes the report and the path of the file.
    """

    ending: str
    write: Callable[["Report", Languages], bytes]
    words: Callable[["Report", str], Text]


def _xlsx(report: "Report", languages: Languages) -> bytes:
    from erqi_cli.output.xlsx.workbook import workbook_bytes

    return workbook_bytes(report, languages)


def _xlsx_words(report: "Report", path: str) -> Text:
    from erqi_cli.results.report.written import workbook_words

    return workbook_words(report, path)


def _html(report: "Report", languages: Languages) -> bytes:
    from erqi_cli.output.html.page import page_bytes

    return page_bytes(report, languages)


def _html_words(report: "Report", path: str) -> Text:
    from erqi_cli.results.report.written import chart_words

    return chart_words(report, path)


FORMATS: dict[str, Format] = {
    "html": Format(".html", _html, _html_words),
    "xlsx": Format(".xlsx", _xlsx, _xlsx_words),
}

KNOWN_ENDINGS = (".html", ".htm", ".xlsx", ".xls", ".csv", ".json", ".md", ".pdf", ".docx")
"""A file with the ending of another format would be opened as something that it is not."""
ADD_FORMAT = Text("请写 --format（{formats}）", "add --format ({formats})")


def report_format(name: str | None, path: str | None) -> Format:
    """Return the format of that name; without a name, the format of the file's ending.

    Standard output, `-`, has no ending. Raises Failure E621, E622.
    """
    from erqi_cli.errors import failure

    ending = os.path.splitext(path or "")[1].lower()
    if name is not None:
        chosen = FORMATS[name]
        if ending in KNOWN_ENDINGS and ending != chosen.ending:
            raise failure("E622", path=path, ending=ending, format=name, right=chosen.ending)
        return chosen
    for known in FORMATS.values():
        if known.ending == ending:
            return known
    formats = ", ".join(FORMATS)
    endings = ", ".join(known.ending for known in FORMATS.values())
    hint = ADD_FORMAT.fill(formats=formats) if path == "-" else None
    raise failure("E621", hint, formats=formats, endings=endings)
