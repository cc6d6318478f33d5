"""The thresholds of a target's status and of the doubts about a figure, all in one place."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.target import Thresholds

AHEAD_POINTS = Decimal(1)
"""A target is ahead from so many percentage points over its timetable or target growth."""
BEHIND_POINTS = Decimal(0)
"""A target is behind below so many percentage points."""
CLOSE_POINTS = Decimal("0.2")
"""A growth or a share that falls short by no more than this is close.

In 2014 7.3% was close to "about 7.5%", 7.7% below 8.5%.
"""
CLOSE_PERCENT = Decimal(2)
"""An amount is close if it falls short by no more than so many percent of the figure.

This is a convention of this program.
"""
DISAGREE_POINTS = Decimal("0.5")
"""Published and implied growth further apart than this get a warning.

If they are closer, rounding may be the reason.
"""
FAR_TIMES = Decimal(10)
"""An amount more than so many times off its target or its base may be in another unit."""


class StatusThresholds(NamedTuple):
    """The thresholds that apply to one target, in points.

    `seriously_behind` is None where that status is not used.
    """

    ahead: Decimal = AHEAD_POINTS
    behind: Decimal = BEHIND_POINTS
    seriously_behind: Decimal | None = None


def resolved(*levels: Thresholds | None) -> StatusThresholds:
    """Return the thresholds of which the first level that states one decides.

    The levels are those of the target and of the plan; the usual ones come last.
    """
    ahead, behind, seriously = AHEAD_POINTS, BEHIND_POINTS, None
    for stated in reversed(levels):
        if stated is None:
            continue
        ahead = ahead if stated.ahead is None else stated.ahead
        behind = behind if stated.behind is None else stated.behind
        seriously = seriously if stated.seriously_behind is None else stated.seriously_behind
    return StatusThresholds(ahead, behind, seriously)
