"""The message about the columns of a file of base values that are not used."""

import re

from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.fault import brief
from erqi_cli.parsing.lookup import fold
from erqi_cli.readers.table.table import Table
from erqi_cli.results.projection.messages import (
    COLUMNS_NOT_USED,
    GROWTH_IS_ACHIEVED,
    GROWTH_IS_NO_TARGET,
    LIST_GOES_ON,
)

MOST_NAMED = 20
"""How many columns are named at most."""
GROWTH = re.compile("增速|增长|同比|growth")
"""What the heading of a growth contains."""


def passed_over(table: Table, *, by_region: bool) -> Text | None:
    """Return the message that names the columns of a file that are not used; None if all are.

    If one is a growth, the message says what the program takes it for, and how to give a target.
    """
    unused = _unused_columns(table, by_region=by_region)
    if not unused:
        return None
    message = COLUMNS_NOT_USED.fill(columns=_listed(unused))
    if not any(GROWTH.search(fold(name)) for name in unused):
        return message
    advice = GROWTH_IS_ACHIEVED if by_region else GROWTH_IS_NO_TARGET
    return join([message, advice], "；", "; ")


def _unused_columns(table: Table, *, by_region: bool) -> list[str]:
    used = set(table.layout.order)
    if not by_region:
        used -= {"region", "target_growth"}
    names = []
    for heading, column in zip(table.headings, table.layout.order, strict=True):
        is_used = column in used and not column.startswith("#")
        if heading.strip() and not is_used:
            names.append(brief(heading.strip()))
    return names


def _listed(names: list[str]) -> Text:
    listed = join([same(name) for name in names[:MOST_NAMED]])
    if len(names) <= MOST_NAMED:
        return listed
    return LIST_GOES_ON.fill(names=listed)
