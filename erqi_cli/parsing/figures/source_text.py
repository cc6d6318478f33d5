"""The running text of a document, each character with its place in the file.

Lines are joined and blanks left out, so that a figure is found also where a line breaks inside it.
Characters have one form, see `characters`.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from erqi_cli.errors import Place, failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.figures.characters import normalise_characters
from erqi_cli.parsing.invisible import CONTROL, HIDDEN

LINE_BREAK = re.compile(r"\r\n|\n|\r")
BLANK = re.compile(
    rf"""
    (?: \s
      | {CONTROL.pattern}
      | {HIDDEN.pattern}
    )+
    """,
    re.VERBOSE,
)
"""White space and invisible characters: they part no figure and are never shown."""
NUMERIC = frozenset("0123456789.,")
CONTEXT_CHARS = 12
"""How many characters are shown on either side of a figure."""
WRONG_FILE = Text(
    "请检查是否选错了文件",
    "check that this is the right file",
)


class Line(NamedTuple):
    """A line of a document, its characters in one form."""

    start: int
    """The offset in `SourceText.original` at which the line begins."""
    words: str


class SourceText(NamedTuple):
    """A text as it is searched, with the place of each of its characters in the file."""

    file: str
    """The name of the file, for messages."""
    encoding: str
    """The name of the encoding in which the file was read."""
    original: str
    """The text as it stands in the file."""
    text: str
    """The text as it is searched.

    It has no blanks and no line ends, except one space where two numbers or cells would merge.
    """
    offsets: "array[int]"
    """For each character of `text` its offset in `original`."""
    line_starts: list[int]
    """The offsets in `original` at which lines begin."""

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the document, also the empty ones.

        Each line includes its line end.
        """
        last = len(self.original)
        ends = [*self.line_starts[1:], last]
        for start, end in zip(self.line_starts, ends, strict=True):
            words = self.original[start:end]
            yield Line(start, normalise_characters(words))

    def position(self, offset: int) -> int:
        """Return where in `text` the character at an offset of `original` is.

        For a character that is not in `text` it is the place of the next one that is.
        """
        return bisect_left(self.offsets, offset)

    def place(self, start: int, end: int) -> Place:
        """Return where a part of `text` begins in the file.

        Line and column count from 1; the width is that of the part in the file.
        """
        first = self.offsets[start]
        last = self.offsets[end - 1]
        line = bisect_right(self.line_starts, first)
        line_start = self.line_starts[line - 1]
        return Place(
            line=line,
            column=first - line_start + 1,
            width=last - first + 1,
        )

    def words(self, start: int, end: int) -> str:
        """Return a part of `text` in the characters of the document.

        Blanks that the document has inside the part are left out.
        """
        original = self._original(start, end)
        return BLANK.sub("", original)

    def context(self, start: int, end: int) -> str:
        """Return a part of `text` with its surroundings, as the document writes it.

        It stands on one line; … marks where the document goes on.
        """
        first = max(start - CONTEXT_CHARS, 0)
        last = min(end + CONTEXT_CHARS, len(self.text))
        words = BLANK.sub(" ", self._original(first, last))
        if first > 0:
            words = f"…{words}"
        if last < len(self.text):
            words = f"{words}…"
        return words

    def _original(self, start: int, end: int) -> str:
        """Return what the document has from one character of `text` to another.

        `end` is the place behind the last one.
        """
        first = self.offsets[start]
        last = self.offsets[end - 1]
        return self.original[first : last + 1]


def source_text(
    original: str,
    file: str = "",
    encoding: str = "UTF-8",
) -> SourceText:
    """Return a text as it is searched.

    Raises Failure E215 if nothing of it is visible.
    """
    compact = _without_blanks(original)
    if not compact.text:
        raise failure("E215", WRONG_FILE, file=file)
    line_breaks = LINE_BREAK.finditer(original)
    line_starts = [0, *(line_break.end() for line_break in line_breaks)]
    return SourceText(
        file=file,
        encoding=encoding,
        original=original,
        text=compact.text,
        offsets=compact.offsets,
        line_starts=line_starts,
    )


def normalise_phrase(words: str) -> str:
    """Return a phrase in the form in which a text is searched.

    A phrase of the plan and the same words of a document are then equal, also if one of them is in
    traditional script or broken over two lines.
    """
    compact = _without_blanks(words)
    return compact.text


class _Compact(NamedTuple):
    """A text without its blanks."""

    text: str
    offsets: "array[int]"
    """For each character that is left its offset in the text before."""


def _without_blanks(original: str) -> _Compact:
    """Return a text with its characters in one form and without its blanks.

    Blanks that separate two numbers or two cells become one space.
    """
    words = normalise_characters(original)
    parts: list[str] = []
    offsets = array("q")
    start = 0
    for blank in BLANK.finditer(words):
        end = blank.start()
        parts.append(words[start:end])
        offsets.extend(range(start, end))
        if _separates(words, blank):
            parts.append(" ")
            offsets.append(end)
        start = blank.end()
    parts.append(words[start:])
    offsets.extend(range(start, len(words)))
    text = "".join(parts)
    return _Compact(text, offsets)


def _separates(words: str, blank: "re.Match[str]") -> bool:
    """Return whether two numbers or two cells would merge without a blank.

    Cells merge if one of them ends or begins with a dash: 120亿元 and -3.2%.
    """
    start, end = blank.span()
    before = words[max(start - 1, 0) : start]
    after = words[end : end + 1]
    has_line_break = LINE_BREAK.search(blank[0]) is not None
    if before in NUMERIC and after.isdecimal():
        # A number that is broken after its point continues on the next line.
        is_broken_number = before == "." and has_line_break
        return not is_broken_number
    if "-" not in (before, after):
        return False
    return has_line_break or "\t" in blank[0]
