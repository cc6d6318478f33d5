"""How cells look: fonts, colours, borders, alignment."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from erqi_cli.i18n.language import Languages
from erqi_cli.results.result import Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

LookValue = str | int | bool
Look = Mapping[str, LookValue]
"""Properties of a cell by the names that XlsxWriter gives them."""

FONTS: dict[Languages, str] = {
    "zh": "Microsoft YaHei",
    "en": "Calibri",
    "both": "Microsoft YaHei",
}
TEXT_SIZE = 10
TITLE_SIZE = 14
"""In points."""
PLAIN: Look = {"font_size": TEXT_SIZE, "valign": "vcenter"}
CELL: Look = {"border": 1, "border_color": "#A6A6A6"}
HEADING: Look = {**CELL, "bold": True, "align": "center", "bg_color": "#D9E1F2"}
NO_LOOK: Look = {}
INPUT: Look = {"bg_color": "#FFF2CC"}
WRAPPED: Look = {"text_wrap": True}
TONES: dict[Tone, Look] = {
    "good": {"bg_color": "#E2EFDA"},
    "fair": {"bg_color": "#FFEB9C"},
    "bad": {"bg_color": "#F8CBAD", "bold": True},
    "quiet": {"font_color": "#7F7F7F"},
}
ALIGNMENTS: dict[str, Look] = {
    "number": {"align": "right", "indent": 1},
    "day": {"align": "center"},
    "label": {"align": "center"},
}
"""By the kind of field; other kinds begin at the left."""


class Looks:
    """Makes the formats of a workbook, each once."""

    def __init__(self, file: "Workbook", languages: Languages) -> None:
        self.file = file
        self.base: Look = {**PLAIN, "font_name": FONTS[languages]}
        self.formats: dict[tuple[tuple[str, LookValue], ...], Format] = {}

    def format_of(self, look: Look) -> "Format":
        """Return the format of a look."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.file.add_format({**self.base, **look})
        return self.formats[key]

    def number_pattern(self, pattern: str) -> "Format":
        """Return a format that changes only how a number is shown."""
        return self.file.add_format({"num_format": pattern})
