"""What the headings of a table say: which was meant by one that is not understood, and where a number may spill over."""

import re
from typing import NamedTuple

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.suggest import nearest

Headings = dict[str, str]
Needed = tuple[tuple[str, ...], ...]
SPILLED = ("growth", "status", "published", "source", "note", "unit", "target_growth")
"""The columns in which a bare number never belongs: behind a value it is what a thousands comma left of it."""
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
"""Headings, folded, of columns that hold texts, also where they are passed over."""
IN_BRACKETS = re.compile(r"\s*(?:[(\[].*[)\]]|:.*)$")


class Expected(NamedTuple):
    """Which headings are understood, folded, each with its column, and which columns are needed.

    Of each group in `needed` one column must be there. With `guess` a heading that is like any one
    whose column is not there is taken for a mistyped one, else only where the column is needed.
    """

    headings: Headings
    needed: Needed
    guess: bool = True

    def absent(self, order: tuple[str, ...]) -> list[str]:
        """Return the headings whose column is not there."""
        return [heading for heading, name in self.headings.items() if name not in order]

    def likely(self, order: tuple[str, ...]) -> list[str]:
        """Return the headings that may be mistyped."""
        absent = self.absent(order)
        if self.guess:
            return absent
        missing = set[str]()
        for group in self.needed:
            if not set(group).intersection(order):
                missing.update(group)
        return [heading for heading in absent if self.headings[heading] in missing]


def meant_by(
    heading: str,
    absent: list[str],
    likely: list[str],
) -> tuple[str, Text] | None:
    """Return which heading was meant, and the remedy: one with its unit, or a mistyped one.

    `absent` are the headings whose column is not there, `likely` those that may be mistyped.
    """
    bare = IN_BRACKETS.sub("", heading)
    if bare != heading and bare in absent and "%" in heading:
        return bare, Text(
            f"列名请只写 {bare}，百分号写在数后：9%",
            f"write {bare} alone, and each rate with its sign: 9%",
        )
    if bare != heading and bare in absent:
        return bare, Text(
            f"列名请只写 {bare}，单位另列“单位”一列",
            f"write {bare} alone; the unit goes into a column `unit`",
        )
    close = nearest(heading, likely)
    return (
        (close[0], Text(f"是否想写 {close[0]}？", f"did you mean {close[0]}?")) if close else None
    )


def spill(cells: list[str], order: tuple[str, ...]) -> int | None:
    """Return the column into which the rest of a value would spill: one of no bare numbers, or without a heading."""
    at = order.index("value") + 1 if "value" in order else 0
    if not 0 < at < len(order):
        return None
    return (
        at if order[at] in SPILLED or fold(cells[at]) in REMARKS or not cells[at].strip() else None
    )
