"""What the terminal of a run can show: its width, colours and characters."""

import os
import sys
from typing import TextIO

MIN_WIDTH = 20
"""Tables are wrapped at no smaller width: their numbers would not fit."""
MAX_WIDTH_DIGITS = 6
"""So many digits of COLUMNS are read."""
DRAWING_CHARACTERS = "─—×…−"
"""The characters beyond ASCII that tables and charts need whatever their language."""
PYTHONS_OWN_LOCALES = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE in a C locale (PEP 538)."""


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a standard stream is a terminal; a closed or missing one is not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def stdout_is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return is_terminal(sys.stdout)


def terminal_width() -> int | None:
    """Return the terminal's width, or None if standard output is no terminal."""
    if not stdout_is_terminal():
        return None
    width = _width_from_environment() or _width_of_stdout()
    return max(width, MIN_WIDTH) if width else None


def _width_from_environment() -> int:
    columns = os.environ.get("COLUMNS", "")[:MAX_WIDTH_DIGITS]
    return int(columns) if columns.isdecimal() else 0


def _width_of_stdout() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 0


def wants_color(choice: str, *, of_messages: bool = False) -> bool:
    """Return whether what goes to standard output is coloured, or the messages beside it.

    --color decides, then NO_COLOR, FORCE_COLOR and TERM=dumb; otherwise a terminal gets colours.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    stream = sys.stderr if of_messages else sys.stdout
    return os.environ.get("TERM") != "dumb" and is_terminal(stream)


def stdout_encoding() -> str:
    """Return the encoding of standard output."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def shows_unicode() -> bool:
    """Return whether standard output takes the characters that tables and charts are drawn with.

    A terminal whose locale is C does not, whatever encoding Python chose for it.
    """
    if stdout_is_terminal() and _character_locale() in ("C", "POSIX"):
        return False
    try:
        DRAWING_CHARACTERS.encode(stdout_encoding())
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _character_locale() -> str:
    """Return the locale that the user set for characters, or an empty text."""
    for variable in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = os.environ.get(variable, "")
        if value and value not in PYTHONS_OWN_LOCALES:
            return value
    return ""
