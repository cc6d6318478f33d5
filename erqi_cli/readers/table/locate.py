"""Finds the cells of a CSV file in its lines, to show what is wrong."""

from collections.abc import Iterable
from typing import NamedTuple

from erqi_cli.errors import Place, Problem, Remedy

LONGEST_SHOWN = 10_000
"""A line of more characters than this is not shown."""


class Fault(NamedTuple):
    """What is wrong on a row, or in one of its cells.

    `line` is the first line of the row, `column` the number of the cell from 0, None for the whole
    row; `text` is the text of the cell, None if it is not known, and `heading` that of its column.
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
        shown = line.rstrip("\r\n")
        for fault in by_line.pop(number, []):
            problem = _problem(fault, shown, separator, file)
            problems.append(problem)
        if not by_line:
            break
    # Faults are left if the file is empty, or has become shorter since it was read.
    for left in by_line.values():
        for fault in left:
            problem = _problem(fault, "", separator, file)
            problems.append(problem)
    return sorted(problems, key=lambda problem: problem.place or ())


def _problem(fault: Fault, line: str, separator: str, file: str) -> Problem:
    """Return a problem; its line is shown if what is wrong is found in it."""
    span = _find(fault, line, separator)
    place = Place(fault.line, 1)
    shown = None
    if span is not None:
        column = span.start + 1
        width = max(span.width, 1)
        place = Place(fault.line, column, width)
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
    """Return where a fault is in a line: a character, a cell, or all of it."""
    span = _find_cell(fault, line, separator)
    if span is None:
        return None
    hidden = _find_hidden(fault, line, span.start)
    return span if hidden is None else Span(hidden, 1)


def _find_cell(fault: Fault, line: str, separator: str) -> Span | None:
    """Return where the cell of a fault is in a line; the whole line for a whole row."""
    if fault.column is not None and '"' not in line:
        return _cell_span(fault.column, line, separator)
    # Quotes hide separators, so the cell's own text is looked for.
    text = fault.text
    if text and line.count(text) == 1:
        return Span(line.find(text), len(text))
    if fault.column is not None:
        return None
    return Span(0, len(line))


def _cell_span(column: int, line: str, separator: str) -> Span:
    """Return where a cell is; beyond the last one the end of the line."""
    cells = line.split(separator)
    start = 0
    for cell in cells[:column]:
        start += len(cell) + 1
    if column >= len(cells):
        return Span(start, 0)
    return Span(start, len(cells[column]))


def _find_hidden(fault: Fault, line: str, start: int) -> int | None:
    """Return where the hidden character of a fault is, None if there is none."""
    name = str(fault.values.get("char", ""))
    code = name.removeprefix("U+")
    if not code:
        return None
    character = chr(int(code, 16))
    at = line.find(character, start)
    return at if at >= 0 else None
