"""Finds numbers whose comma makes them doubtful: a thousands comma or a separator of cells."""

import re
from collections.abc import Sequence

from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.number_forms import narrow

NEVER_A_NUMBER = (
    "growth",
    "status",
    "published",
    "source",
    "note",
    "unit",
    "target_growth",
)
"""The columns in which a bare number never belongs; beside a value it is the value's tail."""
REMARKS = frozenset(
    (
        "note",
        "notes",
        "remark",
        "remarks",
        "comment",
        "comments",
        "source",
        "备注",
        "说明",
        "附注",
        "注",
        "来源",
        "数据来源",
        "出处",
    )
)
"""Headings, folded, of columns with texts, also if they are not used."""
THOUSANDS_HEAD = re.compile(r"-?[0-9]{1,3}", re.ASCII)
THOUSANDS_TAIL = re.compile(r"[0-9]{3}(?:\.[0-9]+)?", re.ASCII)
ONE_COMMA = re.compile(r"(?<![0-9,.])[0-9]{1,3},[0-9]{3}(?![0-9,.])", re.ASCII)
"""A number such as 1,221: 1.221 if a comma is the decimal sign, otherwise 1221."""


def tail_column(headings: Sequence[str], order: Sequence[str]) -> int | None:
    """Return the column that the tail of an unquoted 1,234 would fall into, beside the value.

    None if that column may have numbers of its own.
    """
    if "value" not in order:
        return None
    at = order.index("value") + 1
    if at == len(order):
        return None
    heading = headings[at]
    is_unnamed = not heading.strip()
    if is_unnamed or order[at] in NEVER_A_NUMBER or fold(heading) in REMARKS:
        return at
    return None


def join_thousands(first: str, rest: str) -> str | None:
    """Return the number that two cells may be parts of, such as 1,234; None if they cannot be."""
    first, rest = first.strip(), rest.strip()
    if THOUSANDS_TAIL.fullmatch(rest) and THOUSANDS_HEAD.fullmatch(first):
        return f"{first},{rest}"
    return None


def has_ambiguous_comma(cell: str) -> bool:
    """Tell whether a comma may be a decimal sign as well as separate thousands."""
    return ONE_COMMA.search(narrow(cell)) is not None
