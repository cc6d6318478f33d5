"""The rules of a target's status.

During the year: done, ahead, on_pace, behind, not_due, no_data. Once the year's figure is final or
preliminary: met, close, missed, no_data.
"""

from decimal import Decimal

from erqi_cli.calc.decimals import EXACT
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.thresholds import AHEAD_POINTS
from erqi_cli.domain.vocabulary import Comparator, Status

TWICE = Decimal(2)


def year_end_status(goal: Goal, actual: Decimal) -> Status:
    """Return the verdict on the year's figure."""
    shortfall = goal.shortfall(actual)
    if shortfall <= goal.allowed:
        return Status.MET
    has_tolerance = goal.is_growth or goal.allowed
    if goal.is_ceiling and not has_tolerance:
        # A limit that is exceeded is not close to being kept.
        return Status.MISSED
    close = max(goal.close, EXACT.multiply(goal.allowed, TWICE))
    if shortfall <= close:
        return Status.CLOSE
    return Status.MISSED


def growth_status(goal: Goal, actual: Decimal) -> Status:
    """Return the status of a growth to date, which is never held against the share of the year."""
    if goal.shortfall(actual) > goal.allowed:
        return Status.BEHIND
    if goal.comparator is Comparator.BETWEEN:
        return Status.ON_PACE
    margin = goal.margin(actual)
    if margin >= AHEAD_POINTS:
        return Status.AHEAD
    return Status.ON_PACE


def amount_status(
    goal: Goal,
    actual: Decimal,
    pace: Decimal | None,
    *,
    due: bool,
) -> Status:
    """Return the status of an amount to date.

    `pace` is completion less what the timetable expects, in points. Before it is `due`, a target
    at the end of the year is not judged by its pace.
    """
    if goal.is_ceiling or goal.is_beyond(actual):
        return _limit_status(goal, actual, pace, due=due)
    if goal.shortfall(actual) == 0:
        return Status.DONE
    if not due:
        return Status.NOT_DUE
    if pace is None or pace < 0:
        return Status.BEHIND
    if pace >= AHEAD_POINTS:
        return Status.AHEAD
    return Status.ON_PACE


def _limit_status(
    goal: Goal,
    actual: Decimal,
    pace: Decimal | None,
    *,
    due: bool,
) -> Status:
    """Return the status of an amount that is not to be exceeded."""
    if not due:
        return Status.NOT_DUE
    if goal.shortfall(actual) > 0:
        return Status.BEHIND
    if pace is None:
        return Status.ON_PACE
    if pace > 0:
        return Status.BEHIND
    if pace <= -AHEAD_POINTS:
        return Status.AHEAD
    return Status.ON_PACE
