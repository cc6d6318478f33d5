"""The numbers of headings, list items, table rows and pages, which are not figures.

Such a number stands at the start of a line or of a cell. With a delimiter (1. or (1)) it is always
one; without, it has to count on.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

from erqi_cli.parsing.figures.number_words import SCALE
from erqi_cli.parsing.figures.source_text import Line, SourceText
from erqi_cli.parsing.figures.unit_words import unit_end


class Style(Enum):
    """How a number without a delimiter stands; each style counts by itself."""

    BEFORE_NAME = auto()
    ALONE = auto()


CELL_START = re.compile(
    r"""
    (?: ^ | [|\t] ) [\s|]*
    # 经济发展 1.地区生产总值: the name of a group of rows precedes the first one.
  | (?<= [\u4e00-\u9fff] ) [ ]+ (?= [0-9]{1,2} [.、] [ ]? [\u4e00-\u9fff] )
    """,
    re.VERBOSE,
)
MAX_CELLS = 3
"""The number of a table's row stands in one of its first cells."""
DELIMITED = re.compile(r"[(]? (?P<number> [0-9]{1,3} ) [、.)] [ \t]* (?= [^0-9\s] )", re.VERBOSE)
"""The numbers of "1.", "1、" and "(1)"; 1.5亿元 is a figure."""
BEFORE_NAME = re.compile(
    r"""
    (?P<number> [0-9]{1,3} )
    (?: [ ]* [\t|] [\s|]*
        # "1 项目": the title does not begin with a unit.
      | [ ]+ (?! [万亿千百个家套条户所年元米吨亩%] | 项(?!目) ) )
    (?= [^0-9\s] )
    """,
    re.VERBOSE,
)
IN_ROW = re.compile(r"(?P<number> [0-9]{1,3} ) [ ]* [\t|] [\s|]* (?= [^0-9\s|-]{2} )", re.VERBOSE)
"""The number of a row after the name of its group: 经济发展 | 1 | 地区生产总值."""
ALONE = re.compile(r"\s* (?P<number> [0-9]{1,3} ) \s* $", re.VERBOSE)
NAME_LINE = re.compile(r"\s*[\u4e00-\u9fff]{2}")
"""A line that begins with a word, and not with a number or a unit such as 个."""
OF_SEVERAL_LEVELS = re.compile(
    rf"""
    \s* (?P<number> [0-9]{{1,2}} (?: \.[0-9]{{1,2}} ){{1,3}} )
    [ \t]* (?! {SCALE} ) (?= [^0-9\s.] )
    """,
    re.VERBOSE,
)
"""The number of a section, such as 2.1 or 2.1.3; 1.5亿元 is a figure."""
PAGE = re.compile(r"\s* -+ \s* (?P<number> [0-9]{1,4} ) \s* -+ \s* $", re.VERBOSE)
MAX_AHEAD = 40
"""How many numbers are looked at for the next one of a list."""
SENTENCE_ENDS = frozenset("。!?;:)")
"""The last characters of a finished line.

An item of a list may end in a bracket: (牵头单位:区交通局).
"""


class Number(NamedTuple):
    """A number that is not a figure."""

    offset: int
    """Where its digits begin in the original."""
    digits: str


class _Candidate(NamedTuple):
    """A number that may be one of a list."""

    style: Style
    number: Number
    may_begin: bool = False
    """True if a 1 at this place begins a list."""

    @property
    def value(self) -> int:
        """The number that the digits write."""
        return int(self.number.digits)


def list_numbers(source: SourceText) -> Iterator[tuple[int, int]]:
    """Yield where each number of a heading, list item, row or page begins and ends.

    The places are those of `source.text`.
    """
    lines = list(source.lines())
    numbers = [
        *_delimited(lines),
        *_counting(lines),
        *_sections_and_pages(lines),
    ]
    for number in numbers:
        # Only blanks are left out of the searched text, so the digits are always in it.
        start = source.position(number.offset)
        yield start, start + len(number.digits)


def _delimited(lines: list[Line]) -> Iterator[Number]:
    """Yield the numbers with a delimiter behind them."""
    for line in lines:
        for start in _cell_starts(line):
            found = DELIMITED.match(line.words, start)
            if found:
                yield _number(line, found)
                break


def _counting(lines: list[Line]) -> Iterator[Number]:
    """Yield the numbers without a delimiter that count on."""
    candidates: list[_Candidate] = []
    is_finished = True
    for index, line in enumerate(lines):
        candidate = _alone(lines, index)
        if candidate is None:
            candidate = _before_name(line, may_begin=is_finished)
        if candidate:
            candidates.append(candidate)
        is_finished = _is_finished(line)
    for candidate in _counting_on(candidates):
        yield candidate.number


def _sections_and_pages(lines: list[Line]) -> Iterator[Number]:
    """Yield the numbers of sections, such as 2.1, and of pages."""
    is_finished = True
    for line in lines:
        page = PAGE.match(line.words)
        section = _section(line) if is_finished else None
        found = page or section
        if found:
            yield _number(line, found)
        is_finished = _is_finished(line)


def _section(line: Line) -> "re.Match[str] | None":
    """Return the number of a section at the start of a line: 2.1, but not 2.1公里."""
    found = OF_SEVERAL_LEVELS.match(line.words)
    if found is None:
        return None
    end = found.end()
    has_unit = unit_end(line.words, end) > end
    return None if has_unit else found


def _number(line: Line, found: "re.Match[str]") -> Number:
    """Return the number that a match found in a line."""
    offset = line.start + found.start("number")
    return Number(offset, found["number"])


def _is_finished(line: Line) -> bool:
    """Return whether a line is empty or ends a sentence."""
    words = line.words.strip()
    return not words or words[-1] in SENTENCE_ENDS


def _cell_starts(line: Line) -> Iterator[int]:
    """Yield where the first cells of a line begin; running text is one cell."""
    found = CELL_START.finditer(line.words)
    for start in islice(found, MAX_CELLS):
        yield start.end()


def _before_name(line: Line, *, may_begin: bool) -> _Candidate | None:
    """Return the number that stands before a name.

    It is at the start of a line, or in one of the first cells of a row.
    """
    pattern = BEFORE_NAME
    for start in _cell_starts(line):
        found = pattern.match(line.words, start)
        if found:
            return _Candidate(
                style=Style.BEFORE_NAME,
                number=_number(line, found),
                may_begin=may_begin,
            )
        pattern = IN_ROW
    return None


def _alone(lines: list[Line], index: int) -> _Candidate | None:
    """Return a number that is alone on its line between words.

    So stand the numbers of rows in a table that has one cell on each line.
    """
    line = lines[index]
    found = ALONE.match(line.words)
    is_last = index == len(lines) - 1
    if found is None or index == 0 or is_last:
        return None
    before = lines[index - 1]
    after = lines[index + 1]
    if not NAME_LINE.match(before.words) or not NAME_LINE.match(after.words):
        return None
    return _Candidate(
        style=Style.ALONE,
        number=_number(line, found),
    )


def _counting_on(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """Yield the candidates that count on from the last one of their style, or begin to count."""
    last_values = dict.fromkeys(Style, 0)
    for index, candidate in enumerate(candidates):
        last = last_values[candidate.style]
        begins = candidate.value == 1 and candidate.may_begin
        counts_on = last > 0 and candidate.value == last + 1
        if begins or counts_on or _is_followed(candidates, index):
            last_values[candidate.style] = candidate.value
            yield candidate


def _is_followed(candidates: list[_Candidate], index: int) -> bool:
    """Return whether the next candidate of the same style has the next number."""
    candidate = candidates[index]
    following = candidates[index + 1 : index + 1 + MAX_AHEAD]
    for other in following:
        if other.style == candidate.style:
            return other.value == candidate.value + 1
    return False
