"""The rules of a target's status.

During the year: done, ahead, on_pace, behind, seriously_behind, not_due, no_data. Once the year's
figure is known: met, close, missed, no_data.
"""

from decimal import Decimal

from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.thresholds import StatusThresholds
from erqi_cli.domain.vocabulary import Better, Status


def year_end_status(goal: Goal, actual: Decimal) -> Status:
    """Return the verdict on the year's figure."""
    if goal.is_met(actual):
        return Status.MET
    if goal.is_close(actual):
        return Status.CLOSE
    return Status.MISSED


def progress_status(points: Decimal, thresholds: StatusThresholds) -> Status:
    """Return the status of so many points over or below what is expected."""
    if points >= thresholds.ahead:
        return Status.AHEAD
    return lag_status(points, thresholds)


def lag_status(points: Decimal, thresholds: StatusThresholds) -> Status:
    """Return the same of something that cannot be ahead."""
    seriously = thresholds.seriously_behind
    if seriously is not None and points < seriously:
        return Status.SERIOUSLY_BEHIND
    if points < thresholds.behind:
        return Status.BEHIND
    return Status.ON_PACE


def worse(status: Status, other: Status) -> Status:
    """Return the worse of two statuses."""
    order = list(Status)
    return min(status, other, key=order.index)


def better(status: Status, other: Status) -> Status:
    """Return the better of two statuses."""
    order = list(Status)
    return max(status, other, key=order.index)


def growth_status(
    goal: Goal,
    actual: Decimal,
    thresholds: StatusThresholds,
    *,
    can_lead: bool = True,
) -> Status:
    """Return the status of a growth to date, which is never compared with the share of the year.

    A corridor is kept or not: nothing is ahead of it, and neither is an average.
    """
    lead = goal.lead(actual)
    if goal.is_met(actual):
        can_lead = can_lead and goal.better is not Better.WITHIN
        if can_lead and lead >= thresholds.ahead:
            return Status.AHEAD
        return Status.ON_PACE
    if not lead:
        # As fast as the other, where it has to be faster.
        return Status.BEHIND
    return lag_status(lead, thresholds)
