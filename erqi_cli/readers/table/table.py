"""Reads a CSV file row by row, as Excel, WPS and people write it; every fault has its line."""

import csv
import io
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import partial
from typing import NamedTuple, TypeVar

from erqi_cli.errors import MOST, Failure, Remedy, failure
from erqi_cli.errors.place import BREAK
from erqi_cli.parsing.fault import brief, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import fold
from erqi_cli.readers.encoding import CODECS, NOT_TEXT, Source, encoding_of
from erqi_cli.readers.source import open_bytes, refuse_other_formats
from erqi_cli.readers.table.commas import has_ambiguous_comma, join_thousands, tail_column
from erqi_cli.readers.table.headings import Expected, Headings, Needed, meant_by
from erqi_cli.readers.table.locate import Fault, problems_of
from erqi_cli.readers.table.messages import (
    CELL_TOO_LONG,
    CELLS_AS_HEADINGS,
    COMMAS_BETWEEN_HEADINGS,
    MAY_BE_ONE_NUMBER,
    NO_COMMAS,
    REMOVE_SEPARATORS,
    ROW_IN_A_CELL,
    TEXT_AFTER_QUOTE,
    WRITE_ONE_NUMBER,
)

MAX_CHECKED_COLUMNS = 200
"""How many columns are checked for mistyped headings."""
SEPARATORS = (",", ";", "\t")
STATED_SEPARATORS = (*SEPARATORS, "|")
"""The separators that a first line `sep=…` may state."""
SEPARATOR_LINE = "sep="
HEAD_BYTES = 1 << 12
"""How many bytes show the format of a file."""
Result = TypeVar("Result")
RowTest = Callable[[list[str]], bool]


class Layout(NamedTuple):
    """How a CSV file is written; a row that is added to it has to follow.

    `order` gives each heading's column, `#n` for one that is not understood; `ending` is the end of
    its first line.
    """

    encoding: str
    separator: str
    ending: str
    order: tuple[str, ...]


def _unchanged(_table: "Table", rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Return the rows of a table: the default outside the command line."""
    return rows


on_rows: ContextVar[Callable[["Table", Iterator[list[str]]], Iterator[list[str]]]]
on_rows = ContextVar("on_rows", default=_unchanged)
"""What the rows of a table pass through as they are read, so that progress can be shown."""


class Table:
    """A CSV file that is being read.

    To iterate over it yields its rows, each a list of cells; `line` is the line on which the
    current row begins. Blank rows are skipped. A row is a fault if it has too few or too many
    cells, or if a comma or a quote makes its cells doubtful.
    """

    def __init__(
        self,
        file: str,
        encoding: str,
        text: io.TextIOWrapper,
        expected: Expected,
    ) -> None:
        self.file = file
        self.line = 1
        self.faults: list[Fault] = []
        self.headings: list[str] = []
        self._cells: list[str] = []
        self._start = 0
        self._end = 0
        first = _first_line(text)
        states_separator = first.lower().startswith(SEPARATOR_LINE)
        separator = _separator(first, is_stated=states_separator)
        self._reader = csv.reader(text, delimiter=separator, strict=True)
        order = self._read_headings(expected, skip_first=states_separator)
        self.layout = Layout(
            encoding=encoding,
            separator=separator,
            ending=_line_end(first),
            order=order,
        )
        self._value = order.index("value") if "value" in order else None

    def fault(
        self,
        code: str,
        index: int | None,
        remedy: Remedy = None,
        **values: object,
    ) -> None:
        """Add a fault in a cell of the current row, or of the whole row."""
        text = None
        heading = None
        if index is not None:
            if index < len(self.headings):
                written = self.headings[index].strip()
                heading = brief(written) or None
            # The cells belong to the fault only if it is one of the record just read.
            if self.line == self._start:
                text = self._cells[index]
        fault = Fault(
            code=code,
            line=self.line,
            column=index,
            values=values,
            remedy=remedy,
            text=text,
            heading=heading,
        )
        self.faults.append(fault)

    def fault_if_empty(self) -> None:
        """Add fault E507 to a table without rows, unless something else is wrong with it."""
        if not self.faults:
            self.line = 1
            self.fault("E507", None)

    def __iter__(self) -> Iterator[list[str]]:
        """Return the rows below the headings, as `on_rows` passes them on."""
        return on_rows.get()(self, self._rows())

    def _rows(self) -> Iterator[list[str]]:
        """Yield the rows below the headings; stop if there are too many faults to go on."""
        width = len(self.layout.order)
        faults = self.faults
        is_doubtful = self._comma_check()
        for cells in self._records():
            # Nearly every row passes this test, which is faster than _is_row.
            is_row = len(cells) == width and cells[0].strip() and self._end == self.line
            if not is_row:
                is_row = self._is_row(cells, width)
            if is_row and not (is_doubtful and is_doubtful(cells)):
                yield cells
            if len(faults) >= MOST:
                return

    def _records(self) -> Iterator[list[str]]:
        """Yield every record with its `line`; one that is malformed is a fault, and the last."""
        reader = self._reader
        try:
            for cells in reader:
                self._cells = cells
                self.line = self._start = self._end + 1
                self._end = reader.line_num
                yield cells
        except csv.Error as error:
            self.line = self._end + 1
            self._fault_malformed(str(error))

    def _is_row(self, cells: list[str], width: int) -> bool:
        """Tell whether a record is a sound row; otherwise it is blank, or a fault is added."""
        if _is_blank(cells) or self._has_row_in_cell(cells, width):
            return False
        if len(cells) != width:
            self._fault_width(cells, width)
            return False
        return True

    def _fault_malformed(self, error: str) -> None:
        if "end of data" in error:
            self.fault("E503", None)
        elif "field limit" in error:
            self.fault("E510", None, reason=CELL_TOO_LONG)
        else:
            reason = TEXT_AFTER_QUOTE.fill(error=error)
            self.fault("E510", None, reason=reason)

    def _has_row_in_cell(self, cells: list[str], width: int) -> bool:
        """Tell whether a cell holds a line end and the separators of a whole row: a fault."""
        separator = self._reader.dialect.delimiter
        separators = width - 1
        for index, cell in enumerate(cells):
            has_row = cell.count(separator) >= separators
            if has_row and BREAK.search(cell):
                self.fault("E510", index, reason=ROW_IN_A_CELL)
                return True
        return False

    def _fault_width(self, cells: list[str], width: int) -> None:
        """Add the fault of a row that has too few or too many cells."""
        hidden = invisible_character("".join(cells))
        if hidden:
            self.fault(hidden.code, None, None, **hidden.values)
            return
        remedy = self._width_remedy(cells, width)
        self.fault("E502", None, remedy, found=len(cells), expected=width)

    def _width_remedy(self, cells: list[str], width: int) -> Remedy:
        if len(cells) < width:
            return CELLS_AS_HEADINGS
        at = self._value
        if at is not None and at + 1 < len(cells):
            number = join_thousands(cells[at], cells[at + 1])
            if number:
                return MAY_BE_ONE_NUMBER.fill(number=number)
        return REMOVE_SEPARATORS if _is_blank(cells[width:]) else None

    def _comma_check(self) -> RowTest | None:
        """Return what tells that a comma makes a row doubtful, None if no comma can."""
        at = tail_column(self.headings, self.layout.order)
        if self.layout.separator == "," and at is not None:
            return partial(self._is_split, at)
        if self.layout.separator == ";" and self._value is not None:
            return partial(self._is_ambiguous, self._value)
        return None

    def _is_split(self, at: int, cells: list[str]) -> bool:
        """Tell whether an unquoted number with a thousands comma became two cells: a fault."""
        if not cells[at]:
            return False
        first = cells[at - 1].strip()
        rest = cells[at].strip()
        if not join_thousands(first, rest):
            return False
        remedy = WRITE_ONE_NUMBER.fill(number=f"{first}{rest}")
        self.fault("E519", at - 1, remedy, value=first, rest=rest)
        return True

    def _is_ambiguous(self, at: int, cells: list[str]) -> bool:
        """Tell whether the comma of a value may be a decimal sign or separate thousands."""
        value = cells[at]
        if not has_ambiguous_comma(value):
            return False
        self.fault("E301", at, NO_COMMAS, value=quote(value))
        return True

    def _read_headings(
        self,
        expected: Expected,
        *,
        skip_first: bool,
    ) -> tuple[str, ...]:
        """Return the column of each heading; one that is not understood has its number."""
        cells = self._first_record(skip_first=skip_first)
        if cells is None:
            self.fault_if_empty()
            return ()
        columns = []
        for at, cell in enumerate(cells):
            name = fold(cell)
            column = expected.headings.get(name, f"#{at}")
            columns.append(column)
        order = tuple(columns)
        if not self._has_row_in_cell(cells, len(cells)):
            named = self._check_headings(cells, order, expected)
            self._check_needed(cells, named, expected)
            self.headings = cells
        return order

    def _first_record(self, *, skip_first: bool) -> list[str] | None:
        """Return the first record that is not blank, or the second; None if there is none."""
        skip = skip_first
        for cells in self._records():
            if _is_blank(cells):
                continue
            if not skip:
                return cells
            skip = False
        return None

    def _check_headings(
        self,
        cells: list[str],
        order: tuple[str, ...],
        expected: Expected,
    ) -> set[str]:
        """Return the columns that are there or were meant.

        A heading that occurs twice is a fault, and so is a mistyped one.
        """
        headings = expected.headings
        absent = expected.absent(order)
        likely = expected.likely(order)
        named = set(order)
        for index, cell in enumerate(cells[:MAX_CHECKED_COLUMNS]):
            column = order[index]
            written = brief(cell.strip())
            if "\0" in cell:
                self.fault("E216", index, NOT_TEXT, char="U+0000")
            elif order.index(column) < index:
                self.fault("E504", index, column=written)
            elif column.startswith("#") and len(cells) > 1:
                meant = meant_by(fold(cell), absent, likely)
                if meant is not None:
                    heading, remedy = meant
                    named.add(headings[heading])
                    allowed = ", ".join(headings)
                    self.fault("E508", index, remedy, column=written, allowed=allowed)
        return named

    def _check_needed(
        self,
        cells: list[str],
        named: set[str],
        expected: Expected,
    ) -> None:
        """Add fault E501 for needed columns that are not there."""
        missing = expected.missing(named)
        codes = [fault.code for fault in self.faults]
        if not missing or "E216" in codes:
            return
        remedy = COMMAS_BETWEEN_HEADINGS if len(cells) == 1 else None
        self.fault(
            "E501",
            None,
            remedy,
            column=", ".join(missing),
            allowed=", ".join(expected.headings),
        )


def _is_blank(cells: list[str]) -> bool:
    return not any(map(str.strip, cells))


def _first_line(text: io.TextIOWrapper) -> str:
    """Return the first line that is not blank, and go back to the beginning."""
    first = ""
    for line in text:
        if line.strip():
            first = line
            break
    text.seek(0)
    return first


def _separator(first_line: str, *, is_stated: bool) -> str:
    """Return the separator that a line `sep=…` states, or the one that the first line has most."""
    if not is_stated:
        return max(SEPARATORS, key=first_line.count)
    rest = first_line[len(SEPARATOR_LINE) :]
    sign = rest[:1]
    return sign if sign in STATED_SEPARATORS else ","


def _line_end(line: str) -> str:
    content = line.rstrip("\r\n")
    return line[len(content) :] or "\n"


def read_csv(
    path: str,
    headings: Headings,
    needed: Needed,
    read: Callable[[Table], Result],
    *,
    guess: bool = True,
) -> Result:
    """Return what `read` makes of a CSV file in UTF-8, UTF-16 with its mark, or GB18030.

    `headings`, `needed` and `guess` are those of `Expected`. `read` is called once, takes the rows
    from the table and adds what is wrong to its faults. Raises Failure (E1xx, E2xx, E5xx) with
    every fault, and returns nothing in part.
    """
    source = open_bytes(path)
    with source() as stream:
        head = stream.read(HEAD_BYTES)
    refuse_other_formats(head, path)
    if len(head) < HEAD_BYTES and not head.strip():
        raise failure("E507", file=path)
    encoding = encoding_of(source, path, lines=True)
    expected = Expected(headings, needed, guess)
    with _text_of(source, encoding) as text:
        table = Table(path, encoding, text, expected)
        if not table.faults:
            result = read(table)
            if not table.faults:
                return result
    with _text_of(source, encoding) as text:
        separator = table.layout.separator
        raise Failure(problems_of(table.faults, text, separator, path))


def _text_of(source: Source, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(source(), CODECS[encoding], newline="")
