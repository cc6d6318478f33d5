"""The thresholds of a target's status and of the doubts about a figure, all in one place."""

from decimal import Decimal

AHEAD_POINTS = Decimal(1)
"""A target is ahead from so many percentage points over its timetable or target growth."""
CLOSE_POINTS = Decimal("0.2")
"""A growth that falls short by no more than this is close.

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
