"""Finds the cells of a CSV file in its lines, to show what is wrong."""

from collections.abc import Iterable
from typing import NamedTuple

from erqi_cli.errors import Place, Problem, Remedy

LONGEST_SHOWN = 10_000
"""A line of more characters than this is not shown."""


class Fault(NamedTuple):
    """What is wrong on a row, or in one of its cells.

    `line` is the first line of the row, `column` the number of the cell from 0, None for the whole
    row; `text` is what the cell holds, None if it is not known, and `heading` that of its column.
    """

    code: str
    line: int
    column: int | None
    values: dict[str, object]
    remedy: Remedy = None
    text: str | None = None
    heading: str | None = None


class Span(NamedTuple):
    """A part of a line, in characters."""

    start: int
    width: int


def problems_of(
    faults: Iterable[Fault],
    lines: Iterable[str],
    separator: str,
    file: str,
) -> list[Problem]:
    """Return the problems that the faults of a table make, in the order of the file's lines."""
    by_line: dict[int, list[Fault]] = {}
    for fault in faults:
        by_line.setdefault(fault.line, []).append(fault)
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        for fault in by_line.pop(number, []):
            problems.append(_problem(fault, line.rstrip("\r\n"), separator, file))
        if not by_line:
            break
    # Faults are left if the file is empty, or has become shorter since it was read.
    for left in by_line.values():
        for fault in left:
            problems.append(_problem(fault, "", separator, file))
    return sorted(problems, key=lambda problem: problem.place or ())


def _problem(fault: Fault, line: str, separator: str, file: str) -> Problem:
    """Return a problem; its line is shown if what is wrong is found in it."""
    span = _find(fault, line, separator)
    shown = None
    if span is None:
        place = Place(fault.line, 1, 1)
    else:
        place = Place(fault.line, span.start + 1, max(span.width, 1))
        if len(line) <= LONGEST_SHOWN:
            shown = line
    return Problem(
        fault.code,
        fault.values,
        file,
        place,
        shown,
        fault.remedy,
        fault.heading,
    )


def _find(fault: Fault, line: str, separator: str) -> Span | None:
    """Return where what is wrong stands in a line: a character, a cell, or all of it."""
    span = _find_cell(fault, line, separator)
    if span is None:
        return None
    hidden = _find_hidden(fault, line, span.start)
    return span if hidden is None else Span(hidden, 1)


def _find_cell(fault: Fault, line: str, separator: str) -> Span | None:
    """Return where the cell of a fault stands in a line; the whole line for a whole row."""
    if fault.column is not None and '"' not in line:
        return _cell_span(fault.column, line, separator)
    # Quotes hide separators, so the cell's own text is looked for.
    if fault.text and line.count(fault.text) == 1:
        return Span(line.find(fault.text), len(fault.text))
    if fault.column is not None:
        return None
    return Span(0, len(line))


def _cell_span(column: int, line: str, separator: str) -> Span:
    cells = line.split(separator)
    start = sum(len(cell) + 1 for cell in cells[:column])
    width = len(cells[column]) if column < len(cells) else 0
    return Span(start, width)


def _find_hidden(fault: Fault, line: str, start: int) -> int | None:
    """Return where the hidden character that a fault names stands, None if there is none."""
    code = str(fault.values.get("char", "")).removeprefix("U+")
    if not code:
        return None
    at = line.find(chr(int(code, 16)), start)
    return at if at >= 0 else None
