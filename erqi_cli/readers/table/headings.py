"""The headings that a table may have, and which was meant by one that is not understood."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.suggest import nearest
from erqi_cli.readers.table.messages import (
    DID_YOU_MEAN,
    HEADING_WITHOUT_PERCENT,
    HEADING_WITHOUT_UNIT,
)

Headings = dict[str, str]
Needed = tuple[tuple[str, ...], ...]
IN_BRACKETS = re.compile(r"\s*(?:[(\[].*[)\]]|:.*)$")


class Expected(NamedTuple):
    """Which headings are understood, folded, each with its column, and which columns are needed.

    Of each group in `needed` one column must be there. An unknown heading is compared with those
    whose column is not there; without `guess`, only with those of needed columns.
    """

    headings: Headings
    needed: Needed
    guess: bool = True

    def absent(self, order: Sequence[str]) -> list[str]:
        """Return the headings whose column is not there."""
        absent = []
        for heading, column in self.headings.items():
            if column not in order:
                absent.append(heading)
        return absent

    def likely(self, order: Sequence[str]) -> list[str]:
        """Return the headings that may be mistyped."""
        absent = self.absent(order)
        if self.guess:
            return absent
        missing: set[str] = set()
        for group in self.needed:
            if not set(group).intersection(order):
                missing.update(group)
        return [heading for heading in absent if self.headings[heading] in missing]

    def missing(self, named: set[str]) -> list[str]:
        """Return the groups of needed columns of which none is named, such as `id / name`."""
        missing = []
        for group in self.needed:
            if named.isdisjoint(group):
                missing.append(" / ".join(group))
        return missing


def meant_by(
    heading: str,
    absent: list[str],
    likely: list[str],
) -> tuple[str, Text] | None:
    """Return which heading was meant, and the remedy: one with its unit, or a mistyped one.

    `absent` are the headings whose column is not there, `likely` those that may be mistyped.
    """
    bare = IN_BRACKETS.sub("", heading)
    if bare != heading and bare in absent:
        has_percent = "%" in heading
        remedy = HEADING_WITHOUT_PERCENT if has_percent else HEADING_WITHOUT_UNIT
        return bare, remedy.fill(heading=bare)
    close = nearest(heading, likely)
    if not close:
        return None
    return close[0], DID_YOU_MEAN.fill(heading=close[0])
