"""Folds words to a width: at spaces, between Chinese characters, in ids; never inside a number or a date."""

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells

NARROW = r"(?!\s)[\0-\u2e7f]"
"""A character of a word; Chinese ones stand alone. A range that goes further up would take long to compile."""
PIECE = re.compile(rf"\s+|{NARROW}(?:(?![./-]){NARROW}|(?<=\d)[./-](?=\d))*[./-]?|.", re.DOTALL)
FIGURE = re.compile(r"\W*\d[\d.,/-]*\W*")
CLOSING = "）」』》〉】，。、；：！？”’%)]},.;:!?…"
OPENING = "（「『《〈【“‘([{"
SHORTEST, LONGEST = 4, 14


def fold(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than `width` cells unless a single character or a figure is."""
    lines, line = list[str](), ""
    for piece in _pieces(text):
        if cell_len((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _chopped(piece.lstrip(), width) or [""]
        lines += full
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _chopped(piece: str, width: int) -> list[str]:
    """Return a piece that is wider than a line in parts, a figure whole."""
    return [piece] if FIGURE.fullmatch(piece) else chop_cells(piece, max(width, 2))


def narrowest(texts: Iterable[str]) -> int:
    """Return the width to which these texts fold well: that of their longest word, within limits."""
    longest = max((cell_len(piece.strip()) for text in texts for piece in _pieces(text)), default=0)
    return min(max(longest, SHORTEST), LONGEST)


def _pieces(text: str) -> list[str]:
    """Return the parts between which a line may end; punctuation stays with the word that it belongs to."""
    pieces: list[str] = []
    for piece in PIECE.findall(text):
        if pieces and (piece in CLOSING or pieces[-1] in OPENING):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
