"""The thresholds of a target's status and of the doubts about a figure, all in one place."""

from decimal import Decimal

AHEAD_POINTS = Decimal(1)
"""From so many percentage points over its timetable, or over its target growth, a target is ahead; below that on pace."""
CLOSE_POINTS = Decimal("0.2")
"""A growth that falls short by no more than this is close: in 2014 7.3% was close to "about 7.5%", 7.7% below 8.5%."""
CLOSE_PERCENT = Decimal(2)
"""An amount that falls short by no more than so many percent of the figure is close: a convention of this program."""
DISAGREE_POINTS = Decimal("0.5")
"""Published and implied growth that are further apart than this get a warning; closer, rounding may be why."""
FAR_TIMES = Decimal(10)
"""An amount over so many times its target, or a level so many times off that of a year before, may be in another unit."""
