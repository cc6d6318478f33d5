"""The rules of a target's status.

During the year: done, ahead, on_pace, behind, not_due, no_data. Once the year's figure is final or preliminary: met,
close, missed, no_data.
"""

from decimal import Decimal
from typing import Literal

from erqi_cli.calc.decimals import EXACT
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.thresholds import AHEAD_POINTS

Verdict = Literal["missed", "behind", "close", "no_data", "not_due", "on_pace", "ahead", "done", "met"]
WORST_FIRST: tuple[Verdict, ...] = ("missed", "behind", "close", "no_data", "not_due", "on_pace", "ahead", "done", "met")


def at_year_end(goal: Goal, actual: Decimal) -> Verdict:
    """Return the verdict on the year's figure."""
    short = goal.short(actual)
    if short <= goal.allowed:
        return "met"
    if goal.is_ceiling and not goal.is_growth and not goal.allowed:
        return "missed"  # a limit that is exceeded is not close to being kept
    return "close" if short <= max(goal.close, EXACT.multiply(goal.allowed, Decimal(2))) else "missed"


def of_growth(goal: Goal, actual: Decimal) -> Verdict:
    """Return the status of a growth to date: against the target growth, never against the share of the year."""
    if goal.short(actual) > goal.allowed:
        return "behind"
    return "ahead" if goal.over(actual) >= AHEAD_POINTS and goal.comparator != "between" else "on_pace"


def of_amount(goal: Goal, actual: Decimal, pace: Decimal | None, *, due: bool) -> Verdict:
    """Return the status of an amount to date; `pace` is completion less what the timetable expects, in points.

    Before it is `due`, a target at the end of the year is not judged by its pace.
    """
    if goal.is_ceiling or goal.is_beyond(actual):
        return _under_a_ceiling(goal, actual, pace, due=due)
    if goal.short(actual) == 0:
        return "done"
    if not due:
        return "not_due"
    if pace is None or pace < 0:
        return "behind"
    return "ahead" if pace >= AHEAD_POINTS else "on_pace"


def _under_a_ceiling(goal: Goal, actual: Decimal, pace: Decimal | None, *, due: bool) -> Verdict:
    if goal.short(actual) > 0:
        return "behind" if due else "not_due"
    if not due:
        return "not_due"
    if pace is None:
        return "on_pace"
    if pace > 0:
        return "behind"
    return "ahead" if pace <= -AHEAD_POINTS else "on_pace"
