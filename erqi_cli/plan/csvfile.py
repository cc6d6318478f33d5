"""Reads a CSV that people keep in Excel or WPS into cells of text with their line and column."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from erqi_cli.errors import MOST, Failure, Place, Problem, Remedy, failure
from erqi_cli.language import Text
from erqi_cli.plan.files import BREAK, encoding_by_mark, read_bytes, refuse_other_formats
from erqi_cli.plan.find import fold
from erqi_cli.plan.values import nearest

CSV_LIMIT_MIB = 64
COLUMNS = 200
"""How many columns are looked at for mistyped headings."""
SEPARATORS = (",", ";", "\t")


class Row(NamedTuple):
    """One record: its cells by column, and the line where it begins."""

    cells: dict[str, str]
    line: int
    order: tuple[str, ...]


class Table(NamedTuple):
    """A CSV as text: its encoding, and what is needed to place a problem."""

    file: str
    text: str
    encoding: str
    separator: str
    lines: list[str]

    def problem(self, code: str, row: Row, at: str, remedy: Remedy = None, **values: object) -> Problem:
        """Return a problem in the column `at` of a row, with the line as the user wrote it."""
        excerpt = self.lines[row.line - 1]
        start, width = _cell_span(excerpt, self.separator, row.order.index(at) if at in row.order else 0)
        return Problem(code, values, self.file, Place(row.line, start + 1, max(width, 1)), excerpt, remedy)

    def fault(self, code: str, line: int, remedy: Remedy = None, **values: object) -> Problem:
        """Return a problem at the beginning of a line."""
        excerpt = self.lines[line - 1] if line <= len(self.lines) else ""
        return Problem(code, values, self.file, Place(line, 1, max(len(excerpt), 1)), excerpt, remedy)


def read_table(path: str) -> Table:
    """Return a CSV file as text: UTF-8 with or without BOM, UTF-16, or GB18030; raises Failure (E1xx, E2xx)."""
    data = read_bytes(path, CSV_LIMIT_MIB)
    refuse_other_formats(data, path)
    text, encoding = _decoded(data, path)
    if "\0" in text:
        raise failure("E216", file=path, char="U+0000")
    if not text.strip():
        raise failure("E507", file=path)
    lines = BREAK.split(text)
    return Table(path, text, encoding, _separator(lines[0]), lines)


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    wide = encoding_by_mark(data)
    for encoding in (wide.lower(),) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding), {"utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
        except UnicodeDecodeError:
            continue
    unknown = Text("未知编码", "an unknown encoding")
    raise failure("E202", Text("请把文件另存为 UTF-8", "save the file as UTF-8"), file=path, encoding=unknown)


def _separator(first: str) -> str:
    if first.lower().startswith("sep="):
        return first[4:5] or ","
    return max(SEPARATORS, key=first.count)


def rows(table: Table, headings: dict[str, str], needed: tuple[tuple[str, ...], ...], problems: list[Problem]) -> Iterator[Row]:
    """Yield the rows of a table under standard column names, adding what is wrong to `problems`.

    `headings` maps every heading that is understood, folded, to its column; of each group in `needed` one column must
    be there. Blank lines are passed over; a row with too few or too many cells is a problem, never padded or cut.
    """
    reader = csv.reader(io.StringIO(table.text, newline=""), delimiter=table.separator, strict=True)
    order: tuple[str, ...] | None = None
    while len(problems) < MOST:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problems.append(_malformed(table, line, error))
            return
        if cells is None:
            break
        if not any(cell.strip() for cell in cells) or (line == 1 and table.lines[0].lower().startswith("sep=")):
            continue
        if order is None:
            order = _columns(table, cells, line, headings, needed)
        elif len(cells) != len(order):
            short = Text("每行的格数应与列名相同", "a row has as many cells as there are column names")
            remedy = short if len(cells) < len(order) else None
            problems.append(table.fault("E502", line, remedy, found=len(cells), expected=len(order)))
        else:
            yield Row(dict(zip(order, cells, strict=True)), line, order)


def _malformed(table: Table, line: int, error: csv.Error) -> Problem:
    if "end of data" in str(error):
        return table.fault("E503", line)
    too_long = Text("一格超过 131072 个字符", "a cell is longer than 131,072 characters")
    reason = too_long if "field limit" in str(error) else Text("引号后面还有文字", str(error))
    return table.fault("E510", line, reason=reason)


def _columns(
    table: Table, cells: list[str], line: int, headings: dict[str, str], needed: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """Return the column of each heading; one that is not understood keeps its number and is passed over.

    It is taken for a mistyped one where it is like a heading whose column is not there.
    """
    order = tuple(headings.get(fold(cell), f"#{index}") for index, cell in enumerate(cells))
    absent = [heading for heading, name in headings.items() if name not in order]
    row, problems, allowed = Row({}, line, tuple(map(str, range(len(cells))))), list[Problem](), ", ".join(headings)
    for index, (cell, name) in enumerate(zip(cells[:COLUMNS], order, strict=False)):
        if order.index(name) < index:
            problems.append(table.problem("E504", row, str(index), column=cell.strip()))
        elif name.startswith("#") and (close := nearest(fold(cell), absent)):
            remedy = Text(f"是否想写 {close[0]}？", f"did you mean {close[0]}?")
            problems.append(table.problem("E508", row, str(index), remedy, column=cell.strip(), allowed=allowed))
    missing = [group for group in needed if not set(group) & set(order)]
    problems += [table.fault("E501", line, column=" / ".join(group), allowed=allowed) for group in missing]
    if problems:
        raise Failure(problems)
    return order


def _cell_span(line: str, separator: str, index: int) -> tuple[int, int]:
    """Return the offset and width of the cell with this index in a line."""
    start, quoted, seen = 0, False, 0
    for offset, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == separator and not quoted:
            if seen == index:
                return start, offset - start
            seen, start = seen + 1, offset + 1
    return start, len(line) - start
