"""Reads a CSV that people keep in Excel or WPS, row by row in constant memory, every cell with its line and column."""

import csv
import io
import re
import string
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from erqi_cli.errors import MOST, Failure, Problem, Remedy, failure
from erqi_cli.language import Text
from erqi_cli.plan.columns import cut, filled
from erqi_cli.plan.csvplaces import Fault, problems_of
from erqi_cli.plan.csvtext import Lines, NoTextError
from erqi_cli.plan.encodings import UTF_8, Encoding, Source, instead, place_at, wide_encoding
from erqi_cli.plan.files import BREAK, open_bytes, refuse_other_formats
from erqi_cli.plan.find import fold
from erqi_cli.plan.headings import Headings, meant_by, spill
from erqi_cli.plan.values import brief

if TYPE_CHECKING:
    from _csv import Reader  # the module csv gives its readers no name

COLUMNS = 200
"""How many columns are looked at for mistyped headings."""
SEPARATORS = (",", ";", "\t")
BATCH = 1 << 16
"""How many characters of a table are looked at together."""
HEAD = 1 << 16
"""How many bytes are looked at to tell what a file is."""
THOUSANDS_HEAD, THOUSANDS_TAIL = re.compile(r"-?[0-9]{1,3}", re.ASCII), re.compile(r"[0-9]{3}(?:\.[0-9]+)?", re.ASCII)
Result = TypeVar("Result")
Needed = tuple[tuple[str, ...], ...]


def lines_of(rows: list[list[str]]) -> int:
    """Return how many lines of the file some records took: one each, and one for every line end inside a cell."""
    text = " ".join(chain.from_iterable(rows))
    return len(rows) + (len(BREAK.findall(text)) if "\n" in text or "\r" in text else 0)


class Layout(NamedTuple):
    """How a CSV file is written: what a row that is added to it has to follow.

    `order` gives each heading's column, `#n` for one that is not understood; `ending` is the end of its first line.
    """

    encoding: str
    separator: str
    ending: str
    order: tuple[str, ...]


class Table:
    """A CSV that is being read: what it is, and the line of the row at hand."""

    def __init__(self, file: str, encoding: str, text: Lines, headings: Headings, needed: Needed) -> None:
        self.file, self.line = file, 1
        self.faults: list[Fault] = []
        self._lines, self._rest = 0, text.lines
        lines = iter(text.lines)
        while (first := next(lines, "")) and not first.strip():
            self._lines += 1
        told = first.lower().startswith("sep=")
        separator = _separator(first[4:].rstrip("\r\n")) if told else max(SEPARATORS, key=first.count)
        self._lines += told
        head = csv.reader(lines if told else chain([first], lines), delimiter=separator, strict=True)
        self.spill: int | None = None
        order = self._columns(head, headings, needed)
        self._lines += head.line_num
        self.spill = self.spill if separator == "," else None
        self.layout = Layout(encoding, separator, first[len(first.rstrip("\r\n")) :] or "\n", order)

    def fault(self, code: str, index: int | None, remedy: Remedy = None, **values: object) -> None:
        """Remember what is wrong in a cell of the row at hand, or with the whole row."""
        self.faults.append(Fault(code, self.line, index, values, remedy))

    def columns(self) -> Iterator[tuple[Sequence[Sequence[str]], Sequence[int]]]:
        """Yield the rows below the headings, many at a time, as columns and the line of each row.

        Blank lines are passed over; a row with too few or too many cells is a fault, never padded or cut.
        """
        width, separator = len(self.layout.order), self.layout.separator
        while len(self.faults) < MOST and (text := self._rest.read(BATCH)):
            text += self._rest.readline()
            start = self._lines + 1
            if (columns := cut(text, separator, width)) and not self._may_be_split(columns):
                self._lines += len(columns[0])
                yield columns, range(start, self._lines + 1)
                continue
            if not text.replace(separator, "").strip():
                self._lines += len(list(io.StringIO(text, newline="")))
                continue
            rows, error = self._records(text)
            sound, numbers = self._sound(rows, start)
            if sound:
                yield list(zip(*sound, strict=True)), numbers
            if error is not None:
                self.line = start + lines_of(rows)
                self._malformed(error)
                return

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Yield the same rows one by one, with `line` that of the row."""
        for columns, lines in self.columns():
            for cells, line in zip(zip(*columns, strict=True), lines, strict=True):
                self.line = line
                yield cells

    def _records(self, text: str) -> tuple[list[list[str]], csv.Error | None]:
        """Return the records that begin in some lines, and what was wrong behind them."""
        lines = list(io.StringIO(text, newline=""))
        reader = csv.reader(chain(lines, self._rest), delimiter=self.layout.separator, strict=True)
        rows: list[list[str]] = []
        try:
            while reader.line_num < len(lines):
                rows.append(next(reader))
        except csv.Error as error:
            return rows, error
        self._lines += reader.line_num
        return rows, None

    def _sound(self, rows: list[list[str]], start: int) -> tuple[list[list[str]], Sequence[int]]:
        """Return the records that are rows, with their lines; the first record begins on the line `start`."""
        width = len(self.layout.order)
        one_line_each = lines_of(rows) == len(rows)
        even = one_line_each and set(map(len, rows)) == {width} and filled(cells[0] for cells in rows)
        if even and not self._may_be_split(list(zip(*rows, strict=True))):
            return rows, range(start, start + len(rows))
        found, lines, line = [], [], start
        for cells in rows:
            self.line = line
            if self.is_sound(cells):
                found.append(cells)
                lines.append(line)
            line += 1 if one_line_each else lines_of([cells])
        return found, lines

    def is_sound(self, cells: list[str]) -> bool:
        """Tell whether a record is a row with as many cells as there are headings; else it is blank, or a fault."""
        width = len(self.layout.order)
        if not "".join(cells).strip():
            return False
        if len(cells) != width:
            self._wrong_width(cells, width)
            return False
        return self.spill is None or not self._is_split(cells, self.spill)

    def _wrong_width(self, cells: list[str], expected: int) -> None:
        remedy = None
        at = self.layout.order.index("value") if "value" in self.layout.order else len(cells)
        if len(cells) > max(expected, at + 1) and (split := self._split(cells[at], cells[at + 1])):
            remedy = Text(
                f"若 {split} 是一个数，请加双引号或不写逗号", f"if {split} is one number, quote it or leave its commas out"
            )
        elif len(cells) < expected:
            remedy = Text("每行的格数应与列名相同", "a row has as many cells as there are column names")
        elif not any(cell.strip() for cell in cells[expected:]):
            remedy = Text("请删去行末多余的分隔符", "remove the separators at the end of the row")
        self.fault("E502", None, remedy, found=len(cells), expected=expected)

    def _may_be_split(self, columns: Sequence[Sequence[str]]) -> bool:
        """Tell whether the cells behind the values of some rows need a look, lest one is the rest of a value."""
        return self.spill is not None and any(map(THOUSANDS_TAIL.fullmatch, map(str.strip, set(columns[self.spill]))))

    def _is_split(self, cells: list[str], at: int) -> bool:
        """Tell, and remember, whether a number with thousands separators but without quotes was taken for two cells."""
        first, rest = cells[at - 1].strip(), cells[at].strip()
        split = self._split(first, rest)
        if split:
            remedy = Text(
                f"若是一个数，请写成 {first}{rest}；若不是，请把后一格写得明白些",
                f"if it is one number, write {first}{rest}; if not, say more in the second cell",
            )
            self.fault("E519", at - 1, remedy, value=first, rest=rest)
        return bool(split)

    @staticmethod
    def _split(first: str, rest: str) -> str | None:
        """Return the number that two cells are the parts of, or None where they cannot be."""
        first, rest = first.strip(), rest.strip()
        return f"{first},{rest}" if THOUSANDS_HEAD.fullmatch(first) and THOUSANDS_TAIL.fullmatch(rest) else None

    def _malformed(self, error: csv.Error) -> None:
        if "end of data" in str(error):
            self.fault("E503", None)
            return
        too_long = Text("一格超过 131072 个字符", "a cell is longer than 131,072 characters")
        reason = too_long if "field limit" in str(error) else Text("引号后面还有文字", str(error))
        self.fault("E510", None, reason=reason)

    def _columns(self, reader: "Reader", headings: Headings, needed: Needed) -> tuple[str, ...]:
        """Return the column of each heading; one that is not understood keeps its number and is passed over.

        It is taken for a mistyped one where it is like a heading whose column is not there.
        """
        cells: list[str] | None = None
        try:
            while cells is None or not any(cell.strip() for cell in cells):
                self.line = reader.line_num + self._lines + 1
                cells = next(reader)
        except StopIteration:
            cells = None
        except csv.Error as error:
            self._malformed(error)
            return ()
        if cells is None:
            self.line = 1
            self.fault("E507", None)
            return ()
        order = tuple(headings.get(fold(cell), f"#{index}") for index, cell in enumerate(cells))
        self.spill = spill(cells, order)
        absent = [heading for heading, name in headings.items() if name not in order]
        allowed = ", ".join(headings)
        named = set(order)
        for index, (cell, name) in enumerate(zip(cells[:COLUMNS], order, strict=False)):
            if order.index(name) < index:
                self.fault("E504", index, column=brief(cell.strip()))
            elif name.startswith("#") and len(cells) > 1 and (meant := meant_by(fold(cell), absent)):
                named.add(headings[meant[0]])
                self.fault("E508", index, meant[1], column=brief(cell.strip()), allowed=allowed)
        one = Text("列名之间请用半角逗号分隔", "put plain commas between the column names") if len(cells) == 1 else None
        if missing := [" / ".join(group) for group in needed if named.isdisjoint(group)]:
            self.fault("E501", None, one, column=", ".join(missing), allowed=allowed)
        return order


def _separator(told: str) -> str:
    """Return the separator that a first line `sep=…` tells; a comma where it tells none that could be one."""
    sign = told[:1]
    return sign if sign and (sign in string.punctuation or sign == "\t") and sign not in "\"'" else ","


def read_csv(
    path: str, headings: Headings, needed: Needed, read: Callable[[Table], Result], source: Source | None = None
) -> Result:
    """Return what `read` makes of a CSV file: UTF-8 with or without BOM, UTF-16, or else GB18030.

    `headings` maps every heading that is understood, folded, to its column; of each group in `needed` one column must
    be there. `read` takes the rows from the table, adds what is wrong to its faults, and is called anew where the file
    turns out to be in another encoding; `source` opens the file where it was looked into before. Raises Failure (E1xx, E2xx,
    E5xx) with every fault, and returns nothing in part.
    """
    source = source or open_bytes(path)
    with source() as stream:
        head = stream.read(HEAD)
    refuse_other_formats(head, path)
    if len(head) < HEAD and not head.strip():
        raise failure("E507", file=path)

    def read_as(encoding: Encoding) -> tuple[Table, Result | None]:
        with source() as stream:
            table = Table(path, encoding.name, Lines(stream, encoding), headings, needed)
            return table, None if table.faults else read(table)

    table, result, encoding = _decoded(read_as, source, path, wide_encoding(head) or UTF_8)
    if table.faults:
        raise _placed(table, source, encoding)
    assert result is not None
    return result


def _decoded(
    read_as: Callable[[Encoding], tuple[Table, Result | None]], source: Source, path: str, encoding: Encoding
) -> tuple[Table, Result | None, Encoding]:
    """Return a table, what was made of it, and its encoding: that tried first, else GB18030; raises Failure E202, E216, E510."""
    while True:
        try:
            return *read_as(encoding), encoding
        except UnicodeError:
            encoding = instead(source, path, encoding)
        except NoTextError as fault:
            place = place_at(source, fault.offset, encoding.codec)
            raise Failure([Problem(fault.code, fault.values, path, place)]) from None


def _placed(table: Table, source: Source, encoding: Encoding) -> Failure:
    """Return the failure that a table's faults make, each with its line as the user wrote it."""
    faults: dict[int, list[Fault]] = {}
    for fault in table.faults:
        faults.setdefault(fault.line, []).append(fault)
    with source() as stream:
        problems = list(problems_of(Lines(stream, encoding).lines, faults, table.file, table.layout.separator))
    return Failure(sorted(problems, key=lambda problem: problem.place or ()))
