"""Makes text safe to show: characters that act on a terminal or are invisible are escaped."""

import re

from erqi_cli.parsing.invisible import CONTROL, HIDDEN

UNSAFE = f"{CONTROL.pattern}|{HIDDEN.pattern}|[\n\r]"
"""Compiled where it is first used: most runs show nothing that needs it."""
LAST_OF_FOUR_DIGITS = 0xFFFF


def escape_invisible(text: str) -> str:
    """Escape control, bidi and zero-width characters, and bytes that are no text."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(UNSAFE, _escape, text.replace("\t", " "))


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number <= LAST_OF_FOUR_DIGITS:
        return f"\\u{number:04x}"
    return f"\\U{number:08x}"
