"""Texts that a spreadsheet would run as formulas (OWASP, CSV injection).

They are made safe when a CSV is written, and given back when one is read.
"""

STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
"""How a formula begins; a Chinese or Japanese spreadsheet also takes the full-width signs."""


def safe(text: str) -> str:
    """Return a text that a spreadsheet shows and does not run.

    An apostrophe is put before what would begin a formula. `as_written` removes it: the first
    apostrophe of a text that has only apostrophes before a start of a formula.
    """
    return f"'{text}" if _begins_formula(text) else text


def as_written(text: str) -> str:
    """Return a text as it was before it was made safe."""
    if text.startswith("'") and _begins_formula(text):
        return text[1:]
    return text


def _begins_formula(text: str) -> bool:
    return text.lstrip("'").startswith(STARTS)
