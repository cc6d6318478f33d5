"""What an average has to be by now, and in the rest of the year."""

from datetime import date
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, divide, subtract
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.path import node_amount, passed_node
from erqi_cli.calc.tracking.rules.amount import Amount


def node_goal(amount: Amount) -> Goal:
    """Return the goal of an average by now: the last node passed, or the target itself."""
    node = passed_node(amount.target, amount.period)
    if node is None or amount.is_due:
        return amount.goal
    figure = node_amount(amount.target, node)
    return amount.goal._replace(figure=figure, upper=None)


def needed_average(amount: Amount) -> Decimal | None:
    """Return what the rest of the year has to average to meet the target; None if none is left.

    It is (target × T − actual × t) / (T − t), in days where the period is a date, else in months.
    With 58 to 27 July 2020 a target of 57 leaves 55.67.
    """
    if amount.period.year < amount.context.years.last:
        return None
    passed, whole = amount.period.passed
    if amount.is_due and amount.context.is_within_plan(amount.due):
        return None
    if amount.context.is_within_plan(amount.due):
        whole = _until(amount)
    rest = whole - passed
    if rest <= 0:
        return None
    in_all = EXACT.multiply(amount.goal.aim(amount.actual), Decimal(whole))
    so_far = EXACT.multiply(amount.actual, Decimal(passed))
    return divide(subtract(in_all, so_far), Decimal(rest))


def _until(amount: Amount) -> int:
    """Return the months, or for a date the days, up to a due date inside the year."""
    due = date.fromisoformat(amount.due)
    if amount.period.day is None:
        return due.month
    first = date(due.year, 1, 1)
    return (due - first).days + 1
