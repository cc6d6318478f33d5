"""Places in a text: where its lines begin, and the line and column of an offset."""

import re
from bisect import bisect_right
from typing import NamedTuple

BREAK = re.compile(r"\r\n|\n|\r")
"""A line end, of any system."""


class Place(NamedTuple):
    """A spot in a file; line and column count from 1.

    `width` is how many characters the caret underlines.
    """

    line: int
    column: int
    width: int = 1


def location(file: str | None, place: Place | None) -> str:
    """Return a file with line and column, as far as they are known."""
    file = file or "erqi"
    if place is None:
        return file
    return f"{file}:{place.line}:{place.column}"


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of a text begins."""
    return [0, *(match.end() for match in BREAK.finditer(text))]


def place_of(offset: int, starts: list[int]) -> Place:
    """Return the line and column of an offset; `starts` are the offsets of the lines."""
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)
