"""What is wrong with a file that the YAML parser refuses: where, and in the user's words."""

import re

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent

from erqi_cli.errors import Place, Problem
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import brief, quote
from erqi_cli.readers.yaml.messages import (
    CHINESE_REASONS,
    OTHER_SYNTAX_ERROR,
    PUT_IN_QUOTES,
    UNCLOSED_QUOTE,
    WIDE_COMMA_IN_BRACKETS,
    WITHOUT_COMMA,
)
from erqi_cli.readers.yaml.tree import DEPTH_LIMIT, Document

QUOTES = ("'", '"')
TOO_DEEP = "exceeded maximum nesting depth"
"""What newer parsers say of brackets that they refuse to look into before we see any of them."""
REASONS_AT_CONTEXT = ("end of stream", "expected ',' or", "could not find expected ':'")
"""Reasons whose cause is where the construct begins, not where the parser gave up."""

ODD_INDENT = r"[ -]*([\t\u3000\u00a0])\s*[^\s#]"
"""An indent with a tab or a wide space."""
ODD_COLON = r"\s*(?:- )?[\w-]+(?:：|:[^ \t\r\n/])"
"""A key whose colon is full-width or has no plain space after it."""
ODD_COLON_IN_BRACKETS = r".*[{,\[]\s*[\w-]+(：|:(?=[^ \t\r\n/]))"
"""The same inside brackets."""
WIDE_COMMA = r"[^#'\"]*[{\[].*?(，)\s*[a-z_]+\s*[:：]"
"""A full-width comma before a key inside brackets."""
PIECE = re.compile("[0-9]{3}(?![0-9])")
"""What follows a comma in a number such as 80,000."""
NUMBER_IN_BRACKETS = re.compile(r"[^,\[\]{}]*(?:,[0-9]{3}(?![0-9])[^,\[\]{}]*)+")
"""A text with such a number, up to the next comma or bracket."""
MAX_SEARCHED = 500
"""How much of a line is searched for what may be in brackets: the time grows with the length."""


def syntax_problem(
    document: Document, error: YAMLError, last_scalar: ScalarEvent | None
) -> Problem:
    """Return the problem that a syntax error is; `last_scalar` is the last text before it."""
    if not isinstance(error, MarkedYAMLError):
        first_line = str(error).split("\n")[0]
        return document.problem("E214", Place(1, 1), reason=same(first_line))
    if last_scalar is not None:
        unclosed = _unclosed_quote(document, error, last_scalar)
        if unclosed is not None:
            return unclosed
    reason = str(error.problem or error.context or "?")
    place = _place_of_error(error, reason)
    if TOO_DEEP in reason:
        return document.problem("E212", place, limit=DEPTH_LIMIT)
    # The parser often gives up on the line after the one that is wrong.
    for line in (place.line, place.line - 1):
        problem = _odd_character(document, line)
        if problem is not None:
            return problem
    return document.problem("E214", place, reason=_reason(reason))


def is_piece_of_number(document: Document, before: ScalarEvent, event: ScalarEvent) -> bool:
    """Tell whether a scalar is a piece of the number before it, which a comma in brackets split.

    YAML takes `[High 80,000]` for the two entries `High 80` and `000`.
    """
    start, end = event.start_mark, before.end_mark
    if start is None or end is None:  # allowed by PyYAML's types; its parser always sets them
        return False
    if start.line != end.line:
        return False
    is_plain = not (before.style in QUOTES or event.style in QUOTES)
    if not is_plain or not before.value[-1:].isdecimal() or not PIECE.match(event.value):
        return False
    return document.line(end.line + 1)[end.column : start.column] == ","


def split_number(document: Document, place: Place, *, in_list: bool) -> Problem:
    """Return the problem of a number that a comma in brackets split, at its first piece."""
    found = NUMBER_IN_BRACKETS.match(document.line(place.line), place.column - 1)
    text = found.group().strip() if found else ""
    remedy = PUT_IN_QUOTES if in_list else WITHOUT_COMMA
    plain = text.replace(",", "")
    where = place._replace(width=max(len(text), 1))
    return document.problem(
        "E223", where, remedy.fill(text=brief(text), plain=brief(plain)), value=quote(text)
    )


def _unclosed_quote(
    document: Document, error: MarkedYAMLError, last_scalar: ScalarEvent
) -> Problem | None:
    """Return the problem of a quote that only the opening quote of a later text closes, or None."""
    start, end = last_scalar.start_mark, last_scalar.end_mark
    if start is None or end is None:  # allowed by PyYAML's types; its parser always sets them
        return None
    if last_scalar.style not in QUOTES or start.line == end.line:
        return None
    if error.problem_mark is None or error.problem_mark.line != end.line:
        return None
    reason = UNCLOSED_QUOTE.fill(line=end.line + 1)
    return document.problem("E214", _place(start.line, start.column), reason=reason)


def _place_of_error(error: MarkedYAMLError, reason: str) -> Place:
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(part in reason for part in REASONS_AT_CONTEXT):
        mark = error.context_mark
    return Place(1, 1) if mark is None else _place(mark.line, mark.column)


def _place(line: int, column: int) -> Place:
    """Return the place of a mark of PyYAML, whose lines and columns count from 0."""
    return Place(line + 1, column + 1)


def _odd_character(document: Document, line: int) -> Problem | None:
    """Return the problem of a wide or missing space, colon or comma on a line, or None."""
    words = document.line(line)
    odd_indent = re.match(ODD_INDENT, words)
    if odd_indent:
        return document.problem("E219", Place(line, odd_indent.start(1) + 1))
    odd_colon = re.match(ODD_COLON, words)
    if odd_colon:
        return document.problem("E220", Place(line, odd_colon.end()))
    beginning = words[:MAX_SEARCHED]
    odd_colon = re.match(ODD_COLON_IN_BRACKETS, beginning)
    if odd_colon:
        return document.problem("E220", Place(line, odd_colon.start(1) + 1))
    wide_comma = re.match(WIDE_COMMA, beginning)
    if wide_comma:
        place = Place(line, wide_comma.start(1) + 1)
        return document.problem("E214", place, reason=WIDE_COMMA_IN_BRACKETS)
    return None


def _reason(reason: str) -> Text:
    """Return a reason of the parser in both languages."""
    for part, chinese in CHINESE_REASONS.items():
        if part in reason:
            return Text(chinese, reason)
    return OTHER_SYNTAX_ERROR.fill(reason=reason)
