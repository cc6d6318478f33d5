"""Texts that a spreadsheet would run as formulas: neutralised where a CSV is written, and given back where one is read."""

STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
"""How a formula begins; also the full-width signs, which a spreadsheet in Chinese or Japanese takes for the narrow ones."""


def safe(text: str) -> str:
    """Return a text that a spreadsheet shows and does not run: an apostrophe before what would begin a formula.

    `as_written` undoes it: it drops the first apostrophe of a text that has only apostrophes before one of = + - @, of any
    width, a tab or the end of a line (OWASP, CSV injection).
    """
    return f"'{text}" if _begins_one(text) else text


def as_written(text: str) -> str:
    """Return a text as it was before it was made safe."""
    return text[1:] if text.startswith("'") and _begins_one(text) else text


def _begins_one(text: str) -> bool:
    return text.lstrip("'").startswith(STARTS)
