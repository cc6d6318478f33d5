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
        found, shown = by_line.pop(number, []), line.rstrip("\r\n")
        problems += [_problem(fault, shown, separator, file) for fault in found]
        if not by_line:
            break
    for left in by_line.values():  # the file is empty, or has become shorter
        problems += [_problem(fault, "", separator, file) for fault in left]
    return sorted(problems, key=lambda problem: problem.place or ())


def _problem(fault: Fault, line: str, separator: str, file: str) -> Problem:
    """Return a problem; its line is shown where what is wrong is found in it."""
    span = _find(fault, line, separator)
    start, width = span or (0, 1)
    place = Place(fault.line, start + 1, max(width, 1))
    shown = line if span is not None and len(line) <= LONGEST_SHOWN else None
    return Problem(fault.code, fault.values, file, place, shown, fault.remedy, fault.heading)


def _find(fault: Fault, line: str, separator: str) -> tuple[int, int] | None:
    """Return offset and width of what is wrong in a line: a character, a cell, or all of it."""
    start, width = 0, len(line)
    if fault.column is not None and '"' not in line:
        cells = line.split(separator)
        start = sum(len(cell) + 1 for cell in cells[: fault.column])
        width = len(cells[fault.column]) if fault.column < len(cells) else 0
    elif fault.text and line.count(fault.text) == 1:
        start, width = line.find(fault.text), len(fault.text)
    elif fault.column is not None:
        return None
    named = str(fault.values.get("char", "")).removeprefix("U+")
    hidden = line.find(chr(int(named, 16)), start) if named else -1
    return (start, width) if hidden < 0 else (hidden, 1)
