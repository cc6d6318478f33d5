"""Reads a CSV file row by row, as Excel, WPS and people write it; every fault has its line."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeVar

from erqi_cli.errors import MOST, Failure, Remedy, failure
from erqi_cli.errors.place import BREAK
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import brief, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.number_forms import narrow
from erqi_cli.readers.encoding import CODECS, NOT_TEXT, Source, encoding_of
from erqi_cli.readers.source import open_bytes, refuse_other_formats
from erqi_cli.readers.table.headings import Expected, Headings, Needed, meant_by, spill
from erqi_cli.readers.table.locate import Fault, problems_of

COLUMNS = 200
"""How many columns are looked at for mistyped headings."""
SEPARATORS = (",", ";", "\t")
TOLD = (*SEPARATORS, "|")
"""The separators that a first line `sep=…` may tell."""
HEAD = 1 << 12
"""How many bytes show the format of a file."""
THOUSANDS_HEAD = re.compile(r"-?[0-9]{1,3}", re.ASCII)
THOUSANDS_TAIL = re.compile(r"[0-9]{3}(?:\.[0-9]+)?", re.ASCII)
ONE_COMMA = re.compile(r"(?<![0-9,.])[0-9]{1,3},[0-9]{3}(?![0-9,.])", re.ASCII)
"""A number such as 1,221: 1.221 where a comma is the decimal sign, else 1221."""
NO_COMMAS = Text(
    "以分号分隔的文件里，逗号可能是小数点，也可能是千位分隔：小数请用点，千位不写逗号",
    "between semicolons a comma may be a decimal sign or separate thousands: "
    "write decimals with a point, and thousands without a comma",
)
PLAIN_COMMAS = Text("列名之间请用半角逗号分隔", "put plain commas between the column names")
TOO_FEW_CELLS = Text(
    "每行的格数应与列名相同",
    "a row has as many cells as there are column names",
)
SWALLOWED = Text(
    "一格里有换行和整行的分隔符，像是引号吞掉了下一行",
    "a cell holds a line end and the separators of a whole row, as stray quotes leave it",
)
Result = TypeVar("Result")


class Layout(NamedTuple):
    """How a CSV file is written: what a row that is added to it has to follow.

    `order` gives each heading's column, `#n` for one that is not understood; `ending` is the end of
    its first line.
    """

    encoding: str
    separator: str
    ending: str
    order: tuple[str, ...]


class Table:
    """A CSV file that is being read.

    To iterate over it yields its rows, each a list of cells; `line` is the line on which the row at
    hand begins. Blank rows are passed over. A row is a fault if it has too few or too many cells,
    or if a comma or a quote makes its cells doubtful.
    """

    def __init__(
        self,
        file: str,
        encoding: str,
        text: io.TextIOWrapper,
        expected: Expected,
    ) -> None:
        self.file, self.line = file, 1
        self.faults: list[Fault] = []
        self.headings: list[str] = []
        self._cells: list[str] = []
        self._start = self._end = 0
        first = _first_line(text)
        told = first.lower().startswith("sep=")
        separator = _told_separator(first) if told else max(SEPARATORS, key=first.count)
        self._reader = csv.reader(text, delimiter=separator, strict=True)
        ending = first[len(first.rstrip("\r\n")) :] or "\n"
        order = self._read_headings(expected, told=told)
        self.layout = Layout(encoding, separator, ending, order)
        self._value = order.index("value") if "value" in order else None

    def fault(self, code: str, index: int | None, remedy: Remedy = None, **values: object) -> None:
        """Remember what is wrong in a cell of the row at hand, or with the whole row."""
        text, heading = None, None
        if index is not None and index < len(self.headings):
            heading = brief(self.headings[index].strip()) or None
        if index is not None and self.line == self._start:
            text = self._cells[index]
        self.faults.append(Fault(code, self.line, index, values, remedy, text, heading))

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the rows below the headings; stop where there are too many faults to go on."""
        width, faults, is_doubtful = len(self.layout.order), self.faults, self._comma_check()
        for cells in self._records():
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
            self._malformed(str(error))

    def _is_row(self, cells: list[str], width: int) -> bool:
        """Tell whether a record is a sound row; else it is blank, or its fault is remembered."""
        if not any(map(str.strip, cells)) or self._has_swallowed(cells, width):
            return False
        if len(cells) != width:
            self._wrong_width(cells, width)
            return False
        return True

    def _malformed(self, error: str) -> None:
        if "end of data" in error:
            self.fault("E503", None)
        elif "field limit" in error:
            reason = Text("一格超过 131072 个字符", "a cell is longer than 131,072 characters")
            self.fault("E510", None, reason=reason)
        else:
            self.fault("E510", None, reason=Text("引号后面还有文字", error))

    def _has_swallowed(self, cells: list[str], width: int) -> bool:
        """Tell, and remember, whether a cell holds a line end and the separators of a whole row."""
        for index, cell in enumerate(cells):
            if BREAK.search(cell) and cell.count(self._reader.dialect.delimiter) >= width - 1:
                self.fault("E510", index, reason=SWALLOWED)
                return True
        return False

    def _wrong_width(self, cells: list[str], width: int) -> None:
        if hidden := invisible_character("".join(cells)):
            self.fault(hidden.code, None, None, **hidden.values)
            return
        remedy = None
        at = len(cells) if self._value is None else self._value
        split = _joined(cells[at], cells[at + 1]) if len(cells) > max(width, at + 1) else None
        if split:
            remedy = Text(
                f"若 {split} 是一个数，请加双引号或不写逗号",
                f"if {split} is one number, quote it or leave its commas out",
            )
        elif len(cells) < width:
            remedy = TOO_FEW_CELLS
        elif not any(map(str.strip, cells[width:])):
            remedy = Text("请删去行末多余的分隔符", "remove the separators at the end of the row")
        self.fault("E502", None, remedy, found=len(cells), expected=width)

    def _comma_check(self) -> Callable[[list[str]], bool] | None:
        """Return what tells, and remembers, that a comma makes the value of a row doubtful."""
        at = spill(self.headings, self.layout.order)
        if self.layout.separator == "," and at is not None:
            return partial(self._is_split, at)
        if self.layout.separator == ";" and self._value is not None:
            return partial(self._is_ambiguous, self._value)
        return None

    def _is_split(self, at: int, cells: list[str]) -> bool:
        """Tell whether a number with a thousands comma, but without quotes, became two cells."""
        if not cells[at] or not _joined(cells[at - 1], cells[at]):
            return False
        first, rest = cells[at - 1].strip(), cells[at].strip()
        remedy = Text(
            f"若是一个数，请写成 {first}{rest}；若不是，请把后一格写得明白些",
            f"if it is one number, write {first}{rest}; if not, say more in the second cell",
        )
        self.fault("E519", at - 1, remedy, value=first, rest=rest)
        return True

    def _is_ambiguous(self, at: int, cells: list[str]) -> bool:
        """Tell whether the comma of a value may be a decimal sign or separate thousands."""
        if not ONE_COMMA.search(narrow(cells[at])):
            return False
        self.fault("E301", at, NO_COMMAS, value=quote(cells[at]))
        return True

    def _read_headings(self, expected: Expected, *, told: bool) -> tuple[str, ...]:
        """Return the column of each heading; one that is not understood has its number."""
        records = (cells for cells in self._records() if any(map(str.strip, cells)))
        if told:
            next(records, None)
        cells = next(records, None)
        if cells is None:
            if not self.faults:
                self.line = 1
                self.fault("E507", None)
            return ()
        headings = expected.headings
        order = tuple(headings.get(fold(cell), f"#{at}") for at, cell in enumerate(cells))
        if self._has_swallowed(cells, len(cells)):
            return order
        named = self._check_headings(cells, order, expected)
        self._check_needed(cells, named, expected)
        self.headings = cells
        return order

    def _check_needed(self, cells: list[str], named: set[str], expected: Expected) -> None:
        """Check that every column that is needed is there or was meant."""
        missing = [" / ".join(group) for group in expected.needed if named.isdisjoint(group)]
        if not missing or any(fault.code == "E216" for fault in self.faults):
            return
        remedy = PLAIN_COMMAS if len(cells) == 1 else None
        column, allowed = ", ".join(missing), ", ".join(expected.headings)
        self.fault("E501", None, remedy, column=column, allowed=allowed)

    def _check_headings(
        self,
        cells: list[str],
        order: tuple[str, ...],
        expected: Expected,
    ) -> set[str]:
        """Return the columns that are there or were meant; a doubled or mistyped one is a fault."""
        headings, absent = expected.headings, expected.absent(order)
        likely = expected.likely(order)
        named = set(order)
        for index, cell in enumerate(cells[:COLUMNS]):
            words, name = brief(cell.strip()), order[index]
            if "\0" in cell:
                self.fault("E216", index, NOT_TEXT, char="U+0000")
            elif order.index(name) < index:
                self.fault("E504", index, column=words)
            elif name.startswith("#") and len(cells) > 1:
                meant = meant_by(fold(cell), absent, likely)
                if meant is not None:
                    heading, remedy = meant
                    named.add(headings[heading])
                    self.fault("E508", index, remedy, column=words, allowed=", ".join(headings))
        return named


def _first_line(text: io.TextIOWrapper) -> str:
    """Return the first line that is not blank, and go back to the beginning."""
    first = next((line for line in text if line.strip()), "")
    text.seek(0)
    return first


def _told_separator(line: str) -> str:
    """Return the separator that a line `sep=…` tells; a comma where it tells none that is read."""
    sign = line[4:5]
    return sign if sign in TOLD else ","


def _joined(first: str, rest: str) -> str | None:
    """Return the number that two cells are the parts of, or None where they cannot be."""
    first, rest = first.strip(), rest.strip()
    if THOUSANDS_TAIL.fullmatch(rest) and THOUSANDS_HEAD.fullmatch(first):
        return f"{first},{rest}"
    return None


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
        head = stream.read(HEAD)
    refuse_other_formats(head, path)
    if len(head) < HEAD and not head.strip():
        raise failure("E507", file=path)
    encoding = encoding_of(source, path, lines=True)
    with _text_of(source, encoding) as text:
        table = Table(path, encoding, text, Expected(headings, needed, guess))
        if not table.faults:
            result = read(table)
            if not table.faults:
                return result
    with _text_of(source, encoding) as text:
        raise Failure(problems_of(table.faults, text, table.layout.separator, path))


def _text_of(source: Source, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(source(), CODECS[encoding], newline="")
