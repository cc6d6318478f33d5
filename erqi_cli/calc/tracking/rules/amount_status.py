"""The status of an amount during the year, by how its figure comes about."""

from erqi_cli.calc.decimals import ZERO
from erqi_cli.calc.tracking.path import passed_node
from erqi_cli.calc.tracking.rules.amount import Amount
from erqi_cli.calc.tracking.rules.averages import node_goal
from erqi_cli.calc.tracking.status import better, lag_status, progress_status, worse
from erqi_cli.calc.tracking.thresholds import StatusThresholds
from erqi_cli.domain.vocabulary import Better, Status


def sum_status(amount: Amount) -> Status:
    """Return the status of a sum: done, or its pace against the thresholds."""
    thresholds = amount.context.thresholds(amount.target)
    if amount.target.is_budget:
        return _budget_status(amount, thresholds)
    if amount.is_corridor:
        return _corridor_status(amount, thresholds)
    if amount.is_reached:
        return Status.DONE
    pace = amount.pace
    if pace is None:
        return Status.BEHIND
    status = progress_status(pace, thresholds)
    return worse(status, Status.BEHIND) if amount.is_due else status


def _corridor_status(amount: Amount, thresholds: StatusThresholds) -> Status:
    """Return the status of a sum that has to stay between two ends: it is kept or broken."""
    status = lag_status(min(amount.lead, ZERO), thresholds)
    is_broken = amount.is_due or amount.actual > amount.goal.top
    if is_broken and not amount.is_met:
        return worse(status, Status.BEHIND)
    return Status.ON_PACE if amount.is_due else status


def _budget_status(amount: Amount, thresholds: StatusThresholds) -> Status:
    """Return the status of a limit on a sum: what is used against what may be used by now."""
    points = ZERO if amount.pace is None else -amount.pace
    if not amount.is_met:
        return worse(lag_status(points, thresholds), Status.BEHIND)
    if amount.pace is None or amount.is_due:
        points = max(points, ZERO)
        return better(progress_status(points, thresholds), Status.ON_PACE)
    return progress_status(points, thresholds)


def stock_status(amount: Amount) -> Status:
    """Return the status of a stock: done, on its path, or not due where it has none."""
    thresholds = amount.context.thresholds(amount.target)
    has_node = passed_node(amount.target, amount.period) is not None
    if amount.must_hold and not has_node:
        return _kept_status(amount)
    if amount.is_reached and not amount.goal.is_limit:
        return Status.DONE
    if amount.expected is None:
        return Status.NOT_DUE
    status = progress_status(amount.lead, thresholds)
    if amount.is_due and not amount.is_met:
        return worse(status, Status.BEHIND)
    return better(status, Status.ON_PACE) if amount.is_due else status


def _kept_status(amount: Amount) -> Status:
    """Return the status of a limit, of a corridor, or of what was reached at the start."""
    if amount.was_in_time:
        return Status.DONE
    if not amount.is_met:
        return Status.BEHIND
    is_limit = amount.goal.is_limit or amount.goal.better is Better.WITHIN
    if is_limit and not amount.is_due:
        return Status.ON_PACE
    return Status.DONE


def average_status(amount: Amount) -> Status:
    """Return the status of an average against its target, or against the last node passed."""
    goal = node_goal(amount)
    return Status.ON_PACE if goal.is_met(amount.actual) else Status.BEHIND
