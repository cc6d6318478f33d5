"""Wraps text: at spaces, between Chinese characters, in ids; never in a number or date."""

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells

NARROW = r"(?!\s)[\0-\u2e7f]"
"""A character of a word; Chinese ones stand alone. A wider range would take long to compile."""
PIECE = re.compile(
    r"\s+"
    rf"|{NARROW}(?:(?![./-]){NARROW}|(?<=\d)[./-](?=\d))*[./-]?"
    r"|.",
    re.DOTALL,
)
"""Spaces; a word, which may end in a separator and holds one only between digits; a character."""
NUMBER = re.compile(r"\W*\d[\d.,/-]*\W*")
CLOSING = "）」』》〉】，。、；：！？”’%)]},.;:!?…"
OPENING = "（「『《〈【“‘([{"
PART_GAP = "  "
"""What stands between parts of a line that each stay whole."""
MIN_COLUMN_WIDTH = 4
MAX_COLUMN_WIDTH = 14


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than `width` cells.

    A number, or a single character, that is wider stays whole.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        extended = line + piece
        if cell_len(extended.rstrip()) <= width:
            line = extended
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full_lines, line = _chop(piece.lstrip(), width) or [""]
        lines += full_lines
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def wrap_parts(text: str, width: int) -> list[str]:
    """Return the lines of a text whose parts stand two spaces apart; a line ends after a part.

    Only a part that is wider than a line is wrapped.
    """
    lines: list[str] = []
    for part in text.split(PART_GAP):
        extended = f"{lines[-1]}{PART_GAP}{part}" if lines else part
        if lines and cell_len(extended) <= width:
            lines[-1] = extended
        else:
            lines += wrap(part, width)
    return lines


def _chop(piece: str, width: int) -> list[str]:
    """Return a piece that is wider than a line in parts; a number stays whole."""
    if NUMBER.fullmatch(piece):
        return [piece]
    widest_character = 2
    return chop_cells(piece, max(width, widest_character))


def narrowest_width(texts: Iterable[str]) -> int:
    """Return the least width to which these texts wrap well: that of their longest word.

    It is at least MIN_COLUMN_WIDTH and at most MAX_COLUMN_WIDTH.
    """
    width = MIN_COLUMN_WIDTH
    for text in texts:
        for piece in _pieces(text):
            width = max(width, cell_len(piece.strip()))
    return min(width, MAX_COLUMN_WIDTH)


def _pieces(text: str) -> list[str]:
    """Return the parts between which a line may end; punctuation stays with its word."""
    pieces: list[str] = []
    for piece in PIECE.findall(text):
        closes = piece in CLOSING
        if pieces and (closes or pieces[-1] in OPENING):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
