"""Finds where the cells of a CSV stand in its lines, to show what is wrong with them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from erqi_cli.errors import Place, Problem, Remedy
from erqi_cli.plan.files import BREAK, line_starts, place_of

LONGEST_SHOWN = 10_000
"""A line of more characters than this is not shown."""


class Fault(NamedTuple):
    """What is wrong on a row, before the row is looked up again to show it: `cell` is the cell's number, None for the row."""

    code: str
    line: int
    cell: int | None
    values: dict[str, object]
    remedy: Remedy = None


def problems_of(lines: Iterable[str], faults: dict[int, list[Fault]], file: str, separator: str) -> Iterator[Problem]:
    """Yield the problems that faults make, each at its cell; the faults are given by the line on which their record begins."""
    numbered, left = enumerate(lines, start=1), dict(faults)
    for number, line in numbered:
        if number in left:
            more = (following for _, following in numbered)
            yield from _in_record(left.pop(number), line, more, file, separator)
        if not left:
            return
    for fault in (fault for found in left.values() for fault in found):  # the file has grown shorter meanwhile
        yield Problem(fault.code, fault.values, file, Place(fault.line, 1), None, fault.remedy)


def _in_record(faults: list[Fault], line: str, more: Iterator[str], file: str, separator: str) -> Iterator[Problem]:
    """Yield the problems of one record, of which the first line is given and those that follow in the file."""
    text, spans = _spans(line, more, separator, {fault.cell for fault in faults if fault.cell is not None})
    whole = text.rstrip("\r\n")
    starts = line_starts(whole) if "\n" in whole or "\r" in whole else [0]
    for fault in faults:
        start, width = _hidden(fault, whole, *spans.get(fault.cell, (0, len(whole))))
        at = place_of(start, starts)
        excerpt = BREAK.split(whole[starts[at.line - 1] :], maxsplit=1)[0] if len(starts) > 1 else whole
        place = Place(fault.line + at.line - 1, at.column, max(min(width, len(excerpt) - at.column + 1), 1))
        shown = excerpt if len(excerpt) <= LONGEST_SHOWN else None
        yield Problem(fault.code, fault.values, file, place, shown, fault.remedy)


def _hidden(fault: Fault, text: str, start: int, width: int) -> tuple[int, int]:
    """Return offset and width of the character that a fault names in a cell, else those of the cell."""
    named = str(fault.values.get("char", "")).partition("U+")[2]
    at = text.find(chr(int(named, 16)), start, start + width) if named else -1
    return (start, width) if at < 0 else (at, 1)


def _spans(text: str, more: Iterator[str], separator: str, wanted: set[int]) -> tuple[str, dict[int | None, tuple[int, int]]]:
    """Return a record's text, as far as the wanted cells reach, with offset and width of each; `more` are further lines."""
    spans: dict[int | None, tuple[int, int]] = {}
    start, index = 0, 0
    while wanted and index <= max(wanted) and start <= len(text):
        end = start
        if text.startswith('"', start):
            text, end = _quoted(text, start + 1, more)
        stop = text.find(separator, end)
        stop = len(text.rstrip("\r\n")) if stop < 0 else stop
        spans[index] = start, stop - start
        start, index = stop + 1, index + 1
    return text, spans


def _quoted(text: str, start: int, more: Iterator[str]) -> tuple[str, int]:
    """Return a record's text with all lines of a quoted cell, and the offset at which its quote closes."""
    while True:
        end = text.find('"', start)
        if end < 0:
            start, line = len(text), next(more, "")
            text += line
            if not line:
                return text, start
        elif text.startswith('"', end + 1):
            start = end + 2
        else:
            return text, end
