"""Reads a CSV that people keep in Excel or WPS, row by row in constant memory, every cell with its line and column."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeVar

from erqi_cli.errors import MOST, Failure, Place, Problem, Remedy, failure
from erqi_cli.language import Text
from erqi_cli.plan.columns import cut, filled
from erqi_cli.plan.files import BREAK, Stream, encoding_by_mark, open_bytes, refuse_other_formats
from erqi_cli.plan.find import fold
from erqi_cli.plan.values import nearest

if TYPE_CHECKING:
    from _csv import Reader  # the module csv gives its readers no name

COLUMNS = 200
"""How many columns are looked at for mistyped headings."""
SEPARATORS = (",", ";", "\t")
CHUNK = 1 << 20
BATCH = 1 << 16
"""How many characters of a table are looked at together."""
HEAD = 1 << 16
"""How many bytes are looked at to tell what a file is."""
LONGEST = 1 << 20
"""A line of more bytes than this is no line that a person or a spreadsheet wrote."""
ENCODINGS = {"utf-8-sig": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16", "utf-32": "UTF-32"}
Result = TypeVar("Result")
Headings = dict[str, str]
Source = Callable[[], Stream]
Needed = tuple[tuple[str, ...], ...]


def lines_of(rows: list[list[str]]) -> int:
    """Return how many lines of the file some records took: one each, and one for every line end inside a cell."""
    text = " ".join(chain.from_iterable(rows))
    return len(rows) + (len(BREAK.findall(text)) if "\n" in text or "\r" in text else 0)


class Fault(NamedTuple):
    """What is wrong on a row, before the row is looked up again to show it: `cell` is the cell's number, None for the row."""

    code: str
    line: int
    cell: int | None
    values: dict[str, object]
    remedy: Remedy = None


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

    def __init__(self, file: str, encoding: str, lines: TextIO, headings: Headings, needed: Needed) -> None:
        self.file, self.line = file, 1
        self.faults: list[Fault] = []
        self._lines, self._rest = 0, lines
        while (first := next(lines, "")) and not first.strip():
            self._lines += 1
        told = first.lower().startswith("sep=")
        separator = (first[4:5].strip() or ",") if told else max(SEPARATORS, key=first.count)
        self._lines += told
        head = csv.reader(lines if told else chain([first], lines), delimiter=separator, strict=True)
        order = self._columns(head, headings, needed)
        self._lines += head.line_num
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
            if columns := cut(text, separator, width):
                self._lines += len(columns[0])
                yield columns, range(start, self._lines + 1)
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
        """Return the records that begin in some lines, as many as there are lines, and what was wrong behind them."""
        lines = list(io.StringIO(text, newline=""))
        reader = csv.reader(chain(lines, self._rest), delimiter=self.layout.separator, strict=True)
        rows: list[list[str]] = []
        try:
            rows.extend(islice(reader, len(lines)))  # what was read before a fault stays in the list
        except csv.Error as error:
            return rows, error
        self._lines += reader.line_num
        return rows, None

    def _sound(self, rows: list[list[str]], start: int) -> tuple[list[list[str]], Sequence[int]]:
        """Return the records that are rows, with their lines; the first record begins on the line `start`."""
        width = len(self.layout.order)
        if set(map(len, rows)) == {width} and lines_of(rows) == len(rows) and filled(cells[0] for cells in rows):
            return rows, range(start, start + len(rows))
        found, lines, line = [], [], start
        for cells in rows:
            self.line = line
            if self.is_sound(cells):
                found.append(cells)
                lines.append(line)
            line += lines_of([cells])
        return found, lines

    def is_sound(self, cells: list[str]) -> bool:
        """Tell whether a record is a row with as many cells as there are headings; else it is blank, or a fault."""
        width = len(self.layout.order)
        if not any(cell.strip() for cell in cells):
            return False
        if len(cells) != width:
            self._wrong_width(len(cells), width)
        return len(cells) == width

    def _wrong_width(self, found: int, expected: int) -> None:
        short = Text("每行的格数应与列名相同", "a row has as many cells as there are column names")
        self.fault("E502", None, short if found < expected else None, found=found, expected=expected)

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
        try:
            cells = next((cells for cells in reader if any(cell.strip() for cell in cells)), None)
        except csv.Error as error:
            self._malformed(error)
            return ()
        if cells is None:
            self.fault("E507", None)
            return ()
        self.line = reader.line_num + self._lines
        order = tuple(headings.get(fold(cell), f"#{index}") for index, cell in enumerate(cells))
        absent = [heading for heading, name in headings.items() if name not in order]
        allowed = ", ".join(headings)
        for index, (cell, name) in enumerate(zip(cells[:COLUMNS], order, strict=False)):
            if order.index(name) < index:
                self.fault("E504", index, column=cell.strip())
            elif name.startswith("#") and (close := nearest(fold(cell), absent)):
                remedy = Text(f"是否想写 {close[0]}？", f"did you mean {close[0]}?")
                self.fault("E508", index, remedy, column=cell.strip(), allowed=allowed)
        for group in needed:
            if not set(group) & set(order):
                self.fault("E501", None, column=" / ".join(group), allowed=allowed)
        return order


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
    wide = encoding_by_mark(head)
    if not head.strip():
        raise failure("E507", file=path)
    for encoding in (wide.lower(),) if wide else ("utf-8-sig", "gb18030"):
        try:
            with source() as stream:
                table = Table(path, ENCODINGS[encoding], _lines(stream, path, encoding), headings, needed)
                result = None if table.faults else read(table)
        except UnicodeError:
            continue
        if table.faults:
            raise _placed(table, source, encoding)
        assert result is not None
        return result
    unknown = Text("未知编码", "an unknown encoding")
    raise failure("E202", Text("请把文件另存为 UTF-8", "save the file as UTF-8"), file=path, encoding=unknown)


class _Guarded(io.RawIOBase):
    """The bytes of a file, refused where no text would be: NUL, or a line without end."""

    def __init__(self, stream: Stream, file: str, *, wide: bool) -> None:
        self.stream, self.file, self.wide, self.length = stream, file, wide, 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes."""
        data = self.stream.read(len(buffer)) or b""
        if not self.wide and b"\0" in data:
            raise failure("E216", file=self.file, char="U+0000")
        last = max(data.rfind(b"\n"), data.rfind(b"\r"))
        self.length = self.length + len(data) if last < 0 else len(data) - last
        if self.length > LONGEST:
            reason = Text("一行超过 1 MiB", "a line is longer than 1 MiB")
            raise failure("E510", file=self.file, reason=reason)
        buffer[: len(data)] = data
        return len(data)


def _lines(stream: Stream, file: str, encoding: str) -> TextIO:
    """Return the lines of a file with their ends."""
    guarded = _Guarded(stream, file, wide=encoding.startswith(("utf-16", "utf-32")))
    return io.TextIOWrapper(io.BufferedReader(guarded, CHUNK), encoding, newline="")


def _placed(table: Table, source: Source, encoding: str) -> Failure:
    """Return the failure that a table's faults make, each with its line as the user wrote it."""
    wanted = {fault.line for fault in table.faults}
    with source() as stream:
        found = dict(_numbered(_lines(stream, table.file, encoding), wanted))
    separator = table.layout.separator if table.layout.order else ","
    problems = [_problem(fault, table.file, found.get(fault.line, ""), separator) for fault in table.faults]
    return Failure(sorted(problems, key=lambda problem: problem.place or ()))


def _numbered(lines: Iterable[str], wanted: set[int]) -> Iterator[tuple[int, str]]:
    last = max(wanted)
    for number, line in enumerate(lines, start=1):
        if number in wanted:
            yield number, line.rstrip("\r\n")
        if number >= last:
            return


def _problem(fault: Fault, file: str, excerpt: str, separator: str) -> Problem:
    start, width = (0, len(excerpt)) if fault.cell is None else _cell_span(excerpt, separator, fault.cell)
    return Problem(fault.code, fault.values, file, Place(fault.line, start + 1, max(width, 1)), excerpt, fault.remedy)


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
