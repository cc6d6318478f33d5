"""What a user is told about the columns of a file of base values."""

import re

from erqi_cli.i18n.text import Text, join
from erqi_cli.parsing.fault import brief
from erqi_cli.parsing.lookup import fold
from erqi_cli.readers.table.table import Table

MOST_NAMED = 20
"""How many columns are named."""
GROWTH = re.compile("增速|增长|同比|growth")
"""What the heading of a growth has in it, folded."""
NOT_USED = Text("未使用的列：{columns}", "columns not used: {columns}")
ACHIEVED = Text(
    "增速视为基期年已实现的增速，各地区自己的目标请写在“目标增速”一列",
    "a growth is what the base year achieved, and a region's target goes under `target_growth`",
)
NO_REGION = Text(
    "文件里的增速不作目标，另设目标用 --set 编号.growth=8%",
    "a growth in the file is no target, and one is set with --set ID.growth=8%",
)


def passed_over(table: Table, *, by_region: bool) -> Text | None:
    """Return which columns of a file were not used, None where all were.

    Of a growth beside base values it says what it is taken for, and how a target is given.
    """
    unused = _unused(table, by_region=by_region)
    if not unused:
        return None
    text = NOT_USED.fill(columns=_listed(unused))
    if not any(GROWTH.search(fold(name)) for name in unused):
        return text
    return join([text, ACHIEVED if by_region else NO_REGION], "；", "; ")


def _unused(table: Table, *, by_region: bool) -> list[str]:
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
    shown = names[:MOST_NAMED]
    more = Text("等", " …") if len(names) > MOST_NAMED else Text("", "")
    return Text("、".join(shown) + more.zh, ", ".join(shown) + more.en)
