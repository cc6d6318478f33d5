"""Characters that a reader does not see: control characters, and hidden ones such as joiners."""

import re

from erqi_cli.parsing.fault import ValueFault

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Control characters, and lone surrogates: what Python puts for bytes that are not text."""
HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Soft hyphens, marks of direction, joiners, fillers and tags.

Variation selectors are allowed: rare characters need them.
"""


def invisible_character(text: str) -> ValueFault | None:
    """Return the fault of the first control (E216) or hidden character (E309), or None."""
    for code, pattern in (("E216", CONTROL), ("E309", HIDDEN)):
        found = pattern.search(text)
        if found:
            return ValueFault(code, char=f"U+{ord(found[0]):04X}")
    return None
