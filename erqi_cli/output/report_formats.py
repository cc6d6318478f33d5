"""The report writers by the name of their format: a new one is an entry here and a module beside this one."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from erqi_cli.i18n.language import Languages

if TYPE_CHECKING:
    from erqi_cli.results.report.report import Report


class Format(NamedTuple):
    """A format of reports: how its files end, and what makes the bytes of one."""

    ending: str
    write: Callable[["Report", Languages], bytes]


def _xlsx(report: "Report", languages: Languages) -> bytes:
    from erqi_cli.output.xlsx.workbook import workbook_bytes

    return workbook_bytes(report, languages)


def _html(report: "Report", languages: Languages) -> bytes:
    from erqi_cli.output.html.page import page_bytes

    return page_bytes(report, languages)


FORMATS: dict[str, Format] = {"html": Format(".html", _html), "xlsx": Format(".xlsx", _xlsx)}

MISLEADING = frozenset((".html", ".htm", ".xlsx", ".xls", ".csv", ".json", ".md", ".pdf", ".docx"))
"""How files of other formats end: under such a name a report would not be opened as what it is."""


def report_format(name: str | None, path: str | None) -> Format:
    """Return the format of that name, else the one that the file's name ends in; raises Failure E621, E622.

    Standard output, `-`, has no ending.
    """
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import Text

    ending = os.path.splitext(path or "")[1].lower()
    if name is None:
        found = next((known for known in FORMATS.values() if known.ending == ending), None)
        if found is None:
            formats, endings = (
                ", ".join(FORMATS),
                ", ".join(known.ending for known in FORMATS.values()),
            )
            alone = (
                Text(f"请写 --format（{formats}）", f"add --format ({formats})")
                if path == "-"
                else None
            )
            raise failure("E621", alone, formats=formats, endings=endings)
        return found
    if ending != FORMATS[name].ending and ending in MISLEADING:
        raise failure("E622", path=path, ending=ending, format=name, right=FORMATS[name].ending)
    return FORMATS[name]
