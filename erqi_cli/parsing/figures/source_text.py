"""The running text of a document: its lines joined, each character with its place in the file."""

import re
from array import array
from typing import NamedTuple

from erqi_cli.errors import Place, failure
from erqi_cli.errors.place import BREAK, line_starts, place_of
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.invisible import CONTROL, HIDDEN

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
FOLDED = str.maketrans({**{chr(code): chr(narrow) for code, narrow in WIDE.items()}, **dict.fromkeys("“”„‟「」『』", '"')})
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−～〜~", "-"))
COMMA = re.compile(r"(?<![0-9]),|,(?![0-9]{3}(?![0-9]))")
"""A comma that separates no thousands."""
WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""A full-width comma between full-width digits, which separates thousands."""
BLANK = re.compile(rf"(?:\s|{CONTROL.pattern}|{HIDDEN.pattern})+")
"""White space, and what cannot be seen: it parts no figure, and is never shown."""
NUMERIC = frozenset("0123456789.,")


class Prose(NamedTuple):
    """A text as it is searched, and where each of its characters stands in the file.

    `text` has neither spaces nor line ends (one space is kept where two numbers or cells would else become one), and full-width
    digits, signs, quotation marks and dashes in one form. `offsets` gives for each of its characters the offset in
    `original`; `starts` where the lines of that begin.
    """

    file: str
    encoding: str
    original: str
    text: str
    offsets: "array[int]"
    starts: list[int]

    def place(self, start: int, end: int) -> Place:
        """Return where a part of the text begins in the file, and how wide it is there."""
        line, column, _ = place_of(self.offsets[start], self.starts)
        return Place(line, column, max(self.offsets[end - 1] + 1 - self.offsets[start], 1))

    def around(self, start: int, end: int, reach: int = 12) -> str:
        """Return a part of the text with what stands around it, as the document writes it but on one line."""
        first, last = max(start - reach, 0), min(end + reach, len(self.text))
        words = self.original[self.offsets[first] : self.offsets[last - 1] + 1]
        return ("…" if first else "") + BLANK.sub(" ", words) + ("…" if last < len(self.text) else "")


def prose_of(original: str, file: str = "", encoding: str = "UTF-8") -> Prose:
    """Return a text as it is searched; raises Failure E215 where nothing is left of it."""
    text, offsets = _joined(folded(original))
    if not text:
        raise failure("E215", Text("请检查是否选错了文件", "check that this is the right file"), file=file)
    return Prose(file, encoding, original, text, offsets, line_starts(original))


def folded(words: str) -> str:
    """Return a text of the same length in which width, quotation marks, dashes and commas have one form."""
    kept = WIDE_COMMA.sub(",", words).replace("，", "\0").translate(FOLDED).translate(DASHES)
    return COMMA.sub("，", kept).replace("\0", "，")


def squeezed(words: str) -> str:
    """Return a phrase in the form in which a text is searched."""
    return _joined(folded(words))[0]


def _joined(words: str) -> "tuple[str, array[int]]":
    """Return a text without its spaces and line ends, and the offset of each character that is left."""
    parts, offsets, start = list[str](), array("q"), 0
    for blank in BLANK.finditer(words):
        parts.append(words[start : blank.start()])
        offsets.extend(range(start, blank.start()))
        if _keeps_apart(words, blank):
            parts.append(" ")
            offsets.append(blank.start())
        start = blank.end()
    parts.append(words[start:])
    offsets.extend(range(start, len(words)))
    return "".join(parts), offsets


def _keeps_apart(words: str, blank: "re.Match[str]") -> bool:
    """Tell whether a blank keeps apart two numbers, or cells or lines of which one begins or ends with a dash.

    A number that is broken after its point goes on in the next line.
    """
    start, end = blank.span()
    before, after = words[max(start - 1, 0) : start], words[end : end + 1]
    broken = before == "." and BREAK.search(blank[0]) is not None
    parts = "\t" in blank[0] or BREAK.search(blank[0]) is not None
    return (before in NUMERIC and after.isdecimal() and not broken) or (parts and "-" in (before, after))
