"""Lays a sheet out before it is written: its columns, their widths, the height of rows, notes."""

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from erqi_cli.i18n.language import Languages, languages_in
from erqi_cli.i18n.text import Text
from erqi_cli.output.xlsx.cell_text import localized, shown_text, width_of
from erqi_cli.output.xlsx.number_format import cell_number, is_exact_in_binary
from erqi_cli.results.report.workbook.schema import CellValue, FilledField, NoteRefs, Number, Sheet

WRAP_UNIT = re.compile("[^\\s\u2e80-\U0003ffff]+\\s*|.", re.DOTALL)
"""A word with the spaces after it, or one Chinese character: lines are broken between these."""
MIN_WIDTH = 5
CELL_PADDING = 2
FILTER_BUTTON = 3
MAX_HEADING_PIECE = 18
"""A word of a heading wider than this is broken, and does not widen its column."""
MIN_CHANGING_WIDTH = 9
"""The least width of numbers that a reader or a formula may change."""
ROUNDED = Text(
    "表格软件的数字最多保留15位有效数字，位数更多的数在此已舍入；"
    "全部数位见 erqi 输出的 JSON 或 CSV",
    "A spreadsheet keeps 15 digits of a number, and numbers with more are rounded here; "
    "the JSON and CSV of erqi have them all",
)


class SheetColumn(NamedTuple):
    """One column of a sheet: a field in one language or in both, and what its cells show."""

    field: FilledField
    languages: Languages
    title: str
    texts: tuple[str, ...]


class Layout(NamedTuple):
    """A sheet as it is written.

    `widths` are in characters. The first `printed` columns are printed. `lines` are the lines that
    the heading and then each row take. `notes` stand under the rows.
    """

    columns: tuple[SheetColumn, ...]
    widths: tuple[int, ...]
    printed: int
    lines: tuple[int, ...]
    notes: tuple[str, ...]


def layout(sheet: Sheet, languages: Languages) -> Layout:
    """Return the layout of a sheet."""
    note_numbers = _number_notes(sheet)
    columns: list[SheetColumn] = []
    for field in sheet.fields:
        columns += _columns(field, languages, note_numbers)
    widths = []
    for column in columns:
        widths.append(_width(column, has_button=sheet.filtered))
    printed = sum(column.field.printed for column in columns)
    return Layout(
        columns=tuple(columns),
        widths=tuple(widths),
        printed=printed,
        lines=_row_lines(sheet, columns, widths),
        notes=tuple(_note_lines(sheet, note_numbers, languages)),
    )


def _number_notes(sheet: Sheet) -> dict[Text, int]:
    """Return the numbers of the notes on rows, in the order of the cells."""
    note_numbers: dict[Text, int] = {}
    for value in _all_values(sheet):
        if isinstance(value, NoteRefs):
            for note in value.notes:
                next_number = len(note_numbers) + 1
                note_numbers.setdefault(note.text, next_number)
    return note_numbers


def _columns(
    field: FilledField,
    languages: Languages,
    note_numbers: dict[Text, int],
) -> list[SheetColumn]:
    """Return the columns of a field: one for each language if it holds names, else one."""
    chosen: tuple[Languages, ...] = (languages,)
    if field.kind == "words":
        chosen = languages_in(languages)
    columns = []
    for choice in chosen:
        texts = tuple(shown_text(value, choice, note_numbers) for value in field.values)
        columns.append(SheetColumn(field, choice, localized(field.title, choice, "\n"), texts))
    return columns


def _row_lines(
    sheet: Sheet,
    columns: Sequence[SheetColumn],
    widths: Sequence[int],
) -> tuple[int, ...]:
    """Return the lines of the heading and of each row.

    The heights are written because spreadsheet programs do not agree on them.
    """
    rows = [[column.title for column in columns]]
    for row in range(sheet.row_count):
        rows.append([column.texts[row] for column in columns])
    lines = []
    for texts in rows:
        heights = [line_count(text, width) for text, width in zip(texts, widths, strict=True)]
        lines.append(max(heights))
    return tuple(lines)


def _note_lines(
    sheet: Sheet,
    note_numbers: dict[Text, int],
    languages: Languages,
) -> list[str]:
    lines = []
    for text, number in note_numbers.items():
        lines.append(f"[{number}] {localized(text, languages)}")
    for note in sheet.notes:
        lines.append(f"* {localized(note.text, languages)}")
    if _has_rounded_number(sheet):
        lines.append(f"* {localized(ROUNDED, languages)}")
    return lines


def _has_rounded_number(sheet: Sheet) -> bool:
    """Tell whether a cell cannot give an exact number back; quotients are rounded anyway."""
    return any(_is_rounded(value) for value in _all_values(sheet))


def _all_values(sheet: Sheet) -> Iterator[CellValue]:
    """Yield the values of the sheet, column by column."""
    for field in sheet.fields:
        yield from field.values


def _is_rounded(value: CellValue) -> bool:
    if not isinstance(value, Number) or value.value is None or not value.is_exact:
        return False
    in_cell = cell_number(value.value, value.form)
    return not is_exact_in_binary(in_cell)


def _width(column: SheetColumn, *, has_button: bool) -> int:
    """Return the width of a column in characters."""
    heading = _heading_width(column.title)
    if has_button:
        heading += FILTER_BUTTON
    content = min(_widest_line(column.texts), column.field.max_width)
    least = MIN_CHANGING_WIDTH if column.field.changing_number else MIN_WIDTH
    return max(least, heading, content) + CELL_PADDING


def _heading_width(title: str) -> int:
    """Return the width of the longest word of a heading."""
    widest = max(width_of(piece) for piece in title.split())
    return min(widest, MAX_HEADING_PIECE)


def _widest_line(texts: Sequence[str]) -> int:
    widest = 0
    for text in texts:
        for line in text.split("\n"):
            widest = max(widest, width_of(line))
    return widest


def line_count(text: str, width: int) -> int:
    """Return how many lines a text takes at a width in characters.

    Lines are wrapped at spaces and between Chinese characters.
    """
    return sum(_wrapped_count(line, width) for line in text.split("\n"))


def _wrapped_count(line: str, width: int) -> int:
    count = 1
    used = 0
    for piece in WRAP_UNIT.findall(line):
        size = width_of(piece)
        visible = width_of(piece.rstrip())
        if used + visible <= width:
            used += size
            continue
        # A piece wider than a line is broken: it begins a new line unless it is the first one.
        lines = ceil(size / width)
        count += max(lines, 1) if used else lines - 1
        used = (size - 1) % width + 1
    return count
