"""Lays a sheet out before it is written: its columns in one language or two, what their cells say, and how wide they are."""

import re
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from erqi_cli.i18n.language import Languages, languages_in
from erqi_cli.i18n.text import Text
from erqi_cli.output.sanitize import escape_invisible
from erqi_cli.output.terminal.messages import cell_width as cells
from erqi_cli.output.xlsx.number_format import in_cell, reads_back
from erqi_cli.results.formatting import format_number
from erqi_cli.results.report.workbook.schema import Content, Day, Field, Form, Marks, Number, Sheet
from erqi_cli.results.result import Record

PIECE = re.compile("[^\\s\u2e80-\U0003ffff]+\\s*|.", re.DOTALL)
LONGEST = 32_767
"""A cell holds so many characters, counted in UTF-16."""
INLINE = 24
"""Two languages as long as this stand beside each other in a cell, longer ones under each other."""
LEAST, MARGIN, BUTTON, HEADING, CHANGED = 5, 2, 3, 18, 9
"""Widths in characters: the least, the air in a cell, the button of a filter, a heading that need not be folded, and what a
number needs at least where a reader or a formula may change it."""
BESIDE: dict[Form, str] = {
    "rate": "%",
    "percent": "%",
    "change": "+",
    "points": "个百分点",
    "lead": "超.00",
    "use": "多用.00",
    "limit": "超限.00",
}
"""As much as a number's format adds to its digits."""
ROUNDED = Text(
    "表格软件的数字最多保留15位有效数字，位数更多的数在此已舍入；全部数位见 erqi 输出的 JSON 或 CSV",
    "A spreadsheet keeps 15 digits of a number, and numbers with more are rounded here; the JSON and CSV of erqi have them all",
)


class Strip(NamedTuple):
    """One column of a sheet: a field, in a language or in both."""

    field: Field
    languages: Languages
    title: str
    contents: tuple[Content, ...]


class Layout(NamedTuple):
    """A sheet as it is written.

    Columns with their widths in characters, of which the first `printed` are printed; the lines that the heading and each
    row take; and the notes, as numbered in the cells.
    """

    strips: tuple[Strip, ...]
    widths: tuple[int, ...]
    printed: int
    lines: tuple[int, ...]
    numbered: dict[Text, int]
    notes: tuple[str, ...]


def layout(sheet: Sheet, languages: Languages) -> Layout:
    """Return the layout of a sheet; fields that no row has are left out where they are optional."""
    strips = tuple(
        strip for field in sheet.fields for strip in _strips(field, sheet.result.rows, languages)
    )
    numbered: dict[Text, int] = {}
    for strip in strips:
        for content in strip.contents:
            for note in content.notes if isinstance(content, Marks) else ():
                numbered.setdefault(note.text, len(numbered) + 1)
    widths = tuple(_width(strip, numbered, BUTTON if sheet.filtered else 0) for strip in strips)
    printed = sum(strip.field.printed for strip in strips)
    lines = tuple(_lines(strips, widths, numbered))
    return Layout(
        strips, widths, printed, lines, numbered, tuple(_notes(sheet, strips, numbered, languages))
    )


def _lines(
    strips: tuple[Strip, ...], widths: tuple[int, ...], numbered: dict[Text, int]
) -> Iterator[int]:
    """Yield the lines that the heading and then each row take; no program finds them alike by itself."""
    yield max(lines_of(strip.title, width) for strip, width in zip(strips, widths, strict=True))
    columns = [
        [words_of(content, strip.languages, numbered) for content in strip.contents]
        for strip in strips
    ]
    for row in zip(*columns, strict=True):
        yield max(lines_of(text, width) for text, width in zip(row, widths, strict=True))


def _strips(field: Field, rows: tuple[Record, ...], languages: Languages) -> Iterator[Strip]:
    contents = tuple(field.cell(row) for row in rows)
    if field.optional and not any(contents):
        return
    columns: tuple[Languages, ...] = (
        languages_in(languages) if field.kind == "words" else (languages,)
    )
    for one in columns:
        yield Strip(field, one, said(field.title, one, "\n"), contents)


def _notes(
    sheet: Sheet, strips: tuple[Strip, ...], numbered: dict[Text, int], languages: Languages
) -> Iterator[str]:
    for text, number in numbered.items():
        yield f"[{number}] {said(text, languages)}"
    for note in sheet.result.notes:
        yield f"* {said(note.text, languages)}"
    if any(
        isinstance(one, Number) and _is_rounded(one) for strip in strips for one in strip.contents
    ):
        yield f"* {said(ROUNDED, languages)}"


def _is_rounded(number: Number) -> bool:
    return (
        number.is_exact
        and number.value is not None
        and not reads_back(in_cell(number.value, number.form))
    )


def said(text: Text, languages: Languages, between: str = " / ") -> str:
    """Return a text in a language or in both as a cell may hold it: nothing hidden in it, and no longer than a cell is."""
    words = [_clean(text.pick(lang)) for lang in languages_in(languages)]
    return _cut(between.join(dict.fromkeys(words)))


def _clean(words: str) -> str:
    """Return a text without control characters and without the halves of characters that a file's name may hold."""
    return escape_invisible(words).encode("utf-8", "backslashreplace").decode()


def _cut(words: str) -> str:
    if len(words) * 2 <= LONGEST or len(words.encode("utf-16-le")) // 2 <= LONGEST:
        return words
    return words.encode("utf-16-le")[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"


def words_of(content: Content, languages: Languages, numbered: dict[Text, int]) -> str:
    """Return what a cell shows, for a number roughly; that is as good as exact for the width of its column."""
    if isinstance(content, Number):
        if content.value is None:
            return said(content.otherwise, languages)
        return format_number(content.value, content.places) + BESIDE.get(content.form, "")
    if isinstance(content, Day):
        return content.text
    if isinstance(content, Text):
        return said(content, languages, " / " if cells(content.zh + content.en) <= INLINE else "\n")
    if isinstance(content, Marks):
        return " ".join(
            f"[{number}]" for number in sorted(numbered[note.text] for note in content.notes)
        )
    return ""


def _width(strip: Strip, numbered: dict[Text, int], button: int) -> int:
    heading = max(min(cells(piece), HEADING) for piece in strip.title.split()) + button
    texts = [words_of(content, strip.languages, numbered) for content in strip.contents]
    widest = max((cells(line) for text in texts for line in text.split("\n")), default=0)
    changes = any(
        isinstance(one, Number) and (one.is_input or one.formula) for one in strip.contents
    )
    return max(CHANGED if changes else LEAST, heading, min(widest, strip.field.most)) + MARGIN


def lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes at a width in characters, folded at spaces and between Chinese characters."""
    return sum(_folded(line, width) for line in text.split("\n"))


def _folded(line: str, width: int) -> int:
    lines, at = 1, 0
    for piece in PIECE.findall(line):
        size = cells(piece)
        if at + cells(piece.rstrip()) <= width:
            at += size
            continue
        lines += max(ceil(size / width), 1) if at else ceil(size / width) - 1
        at = (size - 1) % width + 1
    return lines
