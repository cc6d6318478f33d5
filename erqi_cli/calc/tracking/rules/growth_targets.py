"""Judges targets of growth: against the target rate, never against the share of the year."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, divide, subtract
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.goal import Goal, growth_goal, side_growth_goal
from erqi_cli.calc.tracking.growth import PeriodGrowth, period_growth
from erqi_cli.calc.tracking.pace import base_year_percent, elapsed_percent
from erqi_cli.calc.tracking.path import Expected, PathBasis, passed_node
from erqi_cli.calc.tracking.series import PeriodFigures
from erqi_cli.calc.tracking.status import growth_status, year_end_status
from erqi_cli.calc.tracking.tracked import SideGrowth, TrackedTarget
from erqi_cli.calc.tracking.warnings import (
    NodeWarning,
    PeriodWarning,
    PlainWarning,
    TrackingWarning,
    WarningCode,
)
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Collection, JudgedOn, ProgressMeaning

RANGE_WARNINGS = {
    ProgressMeaning.BEYOND: WarningCode.ABOVE_RANGE,
    ProgressMeaning.BELOW: WarningCode.BELOW_RANGE,
}


def judge_growth_target(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where a target of growth stands."""
    start = context.not_observed(target, target.figure, JudgedOn.GROWTH)
    growths = _growths(context, target)
    judged = _latest_known(growths)
    if judged is None or judged.published is None or target.figure is None:
        if not growths:
            return start
        return _without_growth(start, growths[0])
    goal = growth_goal(target, target.figure)
    tracked = judged_growth(context, start, Comparison(judged, judged.published, goal))
    return _with_needed_growth(context, tracked, judged, judged.published, goal)


def _without_growth(start: TrackedTarget, latest: PeriodGrowth) -> TrackedTarget:
    """Return where a target stands that has levels but no published growth."""
    tracked = start._replace(growth=latest)
    warning = PeriodWarning(
        code=WarningCode.NO_GROWTH,
        period=latest.period.text,
    )
    return tracked.with_warnings(warning)


class Comparison(NamedTuple):
    """A growth of so many percent and its goal.

    With `is_open` the year is not decided yet, although this growth is final.
    """

    growth: PeriodGrowth
    percent: Decimal
    goal: Goal
    is_open: bool = False


def judged_growth(
    context: TrackingContext,
    start: TrackedTarget,
    comparison: Comparison,
) -> TrackedTarget:
    """Return where a growth stands against its goal."""
    target = start.target
    growth, percent, goal, is_open = comparison
    is_decided = context.is_final(growth.period, growth.observation) and not is_open
    expected = None if is_decided else _expected(target, growth)
    goal_by_now = goal
    if expected is not None:
        goal_by_now = goal._replace(figure=expected.amount, upper=None)
    if is_decided:
        status = year_end_status(goal, percent)
    else:
        status = growth_status(
            goal_by_now,
            percent,
            context.thresholds(target),
            can_lead=target.collected is not Collection.AVERAGE,
        )
    tracked = start._replace(
        status=status,
        elapsed=elapsed_percent(growth.period, context.years),
        period=growth.period,
        observation=growth.observation,
        actual=percent,
        expected=expected,
        gap=goal_by_now.margin(percent),
        growth=growth,
        goal=goal,
        is_stale=context.is_stale(growth.period),
    )
    return tracked.with_warnings(*_warnings(tracked, growth), *growth.warnings)


def _warnings(tracked: TrackedTarget, growth: PeriodGrowth) -> list[TrackingWarning]:
    """Return what to know of the verdict: the node that it follows, the place in a range."""
    warnings: list[TrackingWarning] = []
    node = passed_node(tracked.target, growth.period)
    if tracked.expected is not None and node is not None:
        warnings.append(NodeWarning(period=node.period.text, figure=tracked.expected.amount))
    if tracked.measured_as in RANGE_WARNINGS:
        warnings.append(PlainWarning(code=RANGE_WARNINGS[tracked.measured_as]))
    return warnings


def _expected(target: Target, growth: PeriodGrowth) -> Expected | None:
    """Return the rate that the last node of the trajectory asks for, None without one."""
    node = passed_node(target, growth.period)
    if node is None or node.figure is None or growth.period.is_whole:
        return None
    return Expected(node.figure, None, PathBasis.NODE)


def _growths(context: TrackingContext, target: Target) -> list[PeriodGrowth]:
    """Return the growth of each period of the plan year, the latest first."""
    growths = []
    for figures in context.series.of(target.id):
        growths.append(growth_of(context, target, figures))
    return growths


def growth_of(context: TrackingContext, target: Target, figures: PeriodFigures) -> PeriodGrowth:
    """Return the growth of a target in the period of some figures."""
    return period_growth(context.scenario, context.series, target, figures)


def _latest_known(growths: list[PeriodGrowth]) -> PeriodGrowth | None:
    """Return the latest published growth; a full-year estimate only if nothing else is known."""
    estimate = None
    for growth in growths:
        if growth.published is None:
            continue
        if not growth.is_full_year_estimate:
            return growth
        estimate = estimate or growth
    return estimate


def _with_needed_growth(
    context: TrackingContext,
    tracked: TrackedTarget,
    growth: PeriodGrowth,
    percent: Decimal,
    goal: Goal,
) -> TrackedTarget:
    """Add the growth that the rest of the year needs, in percent.

    It is (target − w × to date) / (1 − w), where w is the base year's share so far. 5% after 5.2%
    to September leaves 4.4% (national bureau of statistics, 2023, equal quarters).
    """
    if growth.period.is_whole or tracked.elapsed is None:
        return tracked
    shares = context.base_shares(tracked.target)
    years = context.years
    known_share = base_year_percent(growth.period, years.last_day, years.last, shares)
    share = tracked.elapsed if known_share is None else known_share
    rest = subtract(HUNDRED, share)
    if not rest:
        return tracked
    whole_year = EXACT.multiply(goal.aim(percent), HUNDRED)
    to_date = EXACT.multiply(share, percent)
    needed = divide(subtract(whole_year, to_date), rest)
    tracked = tracked._replace(needed=needed, weight=share)
    if known_share is None:
        tracked = tracked.warn(WarningCode.EQUAL_MONTHS)
    return tracked


def side_growth(context: TrackingContext, target: Target) -> SideGrowth | None:
    """Return the growth that a target states beside its amount, in the period of the amount."""
    if target.growth is None:
        return None
    figures = context.series.latest_value(target.id)
    published = figures.published_growth if figures is not None else None
    if figures is None or published is None:
        return SideGrowth(target=target.growth)
    goal = side_growth_goal(target, target.growth)
    if context.is_final(figures.period, figures.growth):
        status = year_end_status(goal, published)
    else:
        status = growth_status(goal, published, context.thresholds(target))
    return SideGrowth(
        target=target.growth,
        actual=published,
        gap=goal.margin(published),
        status=status,
    )
