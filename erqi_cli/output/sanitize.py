"""Makes text safe to show: what a terminal or a reader would obey and not see is spelled out."""

import re

from erqi_cli.parsing.invisible import CONTROL, HIDDEN

UNSAFE = re.compile(f"{CONTROL.pattern}|{HIDDEN.pattern}|[\n\r]")
BASIC = 0xFFFF


def spelled_out(text: str) -> str:
    """Return a text in which control, bidi and zero-width characters, and bytes that are no text, are spelled out."""
    return text if text.isascii() and text.isprintable() else UNSAFE.sub(_spelled, text.replace("\t", " "))


def _spelled(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04x}" if number <= BASIC else f"\\U{number:08x}"
