"""Judges amounts and shares: sums against their pace, stocks against their path, and averages."""

from collections.abc import Callable
from decimal import Decimal

from erqi_cli.calc.decimals import ZERO, divide
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.goal import Goal, amount_goal
from erqi_cli.calc.tracking.outlook.outlook import Outlook, outlook_of
from erqi_cli.calc.tracking.pace import elapsed_percent, months_left
from erqi_cli.calc.tracking.path import expected_by
from erqi_cli.calc.tracking.rules.amount import Amount
from erqi_cli.calc.tracking.rules.amount_status import (
    average_status,
    stock_status,
    sum_status,
)
from erqi_cli.calc.tracking.rules.amount_warnings import amount_warnings
from erqi_cli.calc.tracking.rules.averages import needed_average
from erqi_cli.calc.tracking.rules.growth_targets import side_growth
from erqi_cli.calc.tracking.series import PeriodFigures
from erqi_cli.calc.tracking.status import year_end_status
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import (
    DueDateWarning,
    SideGrowthWarning,
    WarningCode,
    YearWarning,
)
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Better, Collection, JudgedOn, Kind, Status

STATUS_RULES: dict[Collection, Callable[[Amount], Status]] = {
    Collection.SUMMED: sum_status,
    Collection.END_OF_PERIOD: stock_status,
    Collection.AVERAGE: average_status,
}
"""The rule of a status during the year, by how a figure comes about."""


def judge_amount(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where an amount or a share stands."""
    judged_on = JudgedOn.LEVEL
    if target.kind is Kind.SHARE:
        judged_on = JudgedOn.SHARE
    start = context.not_observed(target, target.figure, judged_on)
    start = start._replace(side_growth=side_growth(context, target))
    if not context.series.of(target.id):
        return start
    figures = context.series.latest_value(target.id)
    if figures is None or target.figure is None:
        return start.warn(WarningCode.NO_VALUE)
    missing_year = context.missing_year(target, figures)
    if missing_year is not None:
        return start.with_warnings(YearWarning(code=WarningCode.MISSING_YEAR, year=missing_year))
    level = context.level_of(target, figures)
    if level is None:
        return start.warn(WarningCode.NO_VALUE)
    goal = amount_goal(target, target.figure)
    amount = _amount(context, target, figures, level, goal)
    return _judged(start, amount)


def _amount(
    context: TrackingContext,
    target: Target,
    figures: PeriodFigures,
    actual: Decimal,
    goal: Goal,
) -> Amount:
    shares = context.base_shares(target)
    return Amount(
        context=context,
        target=target,
        observation=figures.value,
        period=figures.period,
        actual=actual,
        goal=goal,
        shares=shares,
        expected=expected_by(target, goal, figures.period, context.years, shares),
    )


def _judged(start: TrackedTarget, amount: Amount) -> TrackedTarget:
    """Return where an amount stands, what is still needed, and the warnings."""
    tracked = start._replace(
        status=_status(amount),
        elapsed=elapsed_percent(amount.period, amount.context.years),
        period=amount.period,
        observation=amount.observation,
        actual=amount.actual,
        completion=amount.completion,
        expected=amount.expected,
        pace=amount.pace,
        gap=amount.gap,
        goal=amount.goal,
        outlook=_outlook(amount),
        is_late=amount.is_late,
        is_stale=amount.context.is_stale(amount.period),
    )
    tracked = _with_needed(tracked, amount)
    if tracked.is_late:
        tracked = tracked.with_warnings(DueDateWarning(code=WarningCode.LATE, due=amount.due))
    side = tracked.side_growth
    if side is not None and side.actual is not None:
        warning = SideGrowthWarning(target=side.target, actual=side.actual, status=side.status)
        tracked = tracked.with_warnings(warning)
    return tracked.with_warnings(*amount_warnings(amount))


def _status(amount: Amount) -> Status:
    """Return the verdict on the year's final figure, or the status during the year."""
    if amount.is_decided and amount.was_in_time:
        return Status.MET
    if amount.is_decided:
        return year_end_status(amount.goal, amount.actual)
    collection = amount.target.collected or Collection.SUMMED
    status = STATUS_RULES[collection](amount)
    if status is Status.NOT_DUE and amount.context.is_past(amount.due):
        return Status.DONE if amount.is_met else Status.BEHIND
    return status


def _with_needed(tracked: TrackedTarget, amount: Amount) -> TrackedTarget:
    """Add what is still needed: in all and a month, or on average in the rest of the year."""
    if amount.target.collected is Collection.AVERAGE:
        return tracked._replace(needed=needed_average(amount))
    if amount.target.is_budget or amount.is_kept:
        return tracked
    is_reached = tracked.status in {Status.DONE, Status.MET}
    needed = ZERO if is_reached else amount.remainder
    per_month = None
    months = months_left(amount.period, amount.due)
    if months and not amount.context.is_past(amount.due):
        per_month = divide(needed, months)
    return tracked._replace(needed=needed, needed_per_month=per_month)


def _outlook(amount: Amount) -> Outlook | None:
    """Return where a sum would end the year; None of anything else and of what is done.

    A limit has an outlook as long as the year runs: it may still be exceeded.
    """
    is_summed = amount.target.collected is Collection.SUMMED
    is_done = amount.is_reached and amount.goal.better is Better.HIGHER
    if not is_summed or is_done:
        return None
    context = amount.context
    return outlook_of(
        context.series,
        amount.target,
        period=amount.period,
        actual=amount.actual,
        base_year=context.base_year,
        base_shares=amount.shares,
    )
