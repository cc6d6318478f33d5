"""Judges targets of growth: against the target rate, never against the share of the year."""

from dataclasses import replace
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, divide, subtract
from erqi_cli.calc.tracking.context import TrackingContext, is_final
from erqi_cli.calc.tracking.goal import Goal, growth_goal
from erqi_cli.calc.tracking.growth import PeriodGrowth, period_growth
from erqi_cli.calc.tracking.pace import elapsed_percent, expected_percent
from erqi_cli.calc.tracking.status import growth_status, year_end_status
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import PeriodWarning, WarningCode
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import JudgedOn


def judge_growth_target(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where a target of growth stands."""
    start = context.not_observed(target, target.figure, JudgedOn.GROWTH)
    growths = _growths(context, target)
    judged = _latest_known(growths)
    if judged is None or judged.percent is None or target.figure is None:
        if not growths:
            return start
        return _without_growth(start, growths[0])
    goal = growth_goal(target, target.figure)
    tracked = judged_growth(context, start, judged, judged.percent, goal)
    return _with_needed_growth(context, tracked, judged, judged.percent, goal)


def _without_growth(start: TrackedTarget, latest: PeriodGrowth) -> TrackedTarget:
    """Return where a target stands whose figures give no growth."""
    tracked = replace(start, growth=latest)
    warning = PeriodWarning(
        code=WarningCode.NO_GROWTH,
        period=latest.period.text,
    )
    return tracked.with_warnings(warning)


def judged_growth(
    context: TrackingContext,
    start: TrackedTarget,
    growth: PeriodGrowth,
    percent: Decimal,
    goal: Goal,
) -> TrackedTarget:
    """Return where a growth of so many percent stands against its goal."""
    is_decided = is_final(growth.period, growth.observation)
    judge = year_end_status if is_decided else growth_status
    judged_on = JudgedOn.IMPLIED if growth.published is None else JudgedOn.GROWTH
    tracked = replace(
        start,
        status=judge(goal, percent),
        judged_on=judged_on,
        elapsed=elapsed_percent(growth.period, context.year),
        period=growth.period,
        observation=growth.observation,
        actual=percent,
        gap=goal.margin(percent),
        growth=growth,
        goal=goal,
    )
    return tracked.with_warnings(*growth.warnings)


def _growths(context: TrackingContext, target: Target) -> list[PeriodGrowth]:
    """Return the growth of each period of the plan year, the latest first."""
    growths = []
    for figures in context.series.of(target.id):
        growths.append(period_growth(context.scenario, context.series, target, figures))
    return growths


def _latest_known(growths: list[PeriodGrowth]) -> PeriodGrowth | None:
    """Return the latest known growth; a full-year estimate only if nothing else is known."""
    estimate = None
    for growth in growths:
        if growth.percent is None:
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

    It is (target − w × to date) / (1 − w), where w is the base year's share so far. Above a range
    the target is its upper end: the growth is then the most that brings the year back into it.
    """
    if growth.period.is_whole or tracked.elapsed is None:
        return tracked
    target = tracked.target
    known_share = None
    if target.pace:
        shares = context.base_shares(target)
        known_share = expected_percent(target, growth.period, context.year, shares)
    share = tracked.elapsed if known_share is None else known_share
    rest = subtract(HUNDRED, share)
    if not rest:
        return tracked
    whole_year = EXACT.multiply(goal.end_for(percent), HUNDRED)
    to_date = EXACT.multiply(share, percent)
    needed = divide(subtract(whole_year, to_date), rest)
    tracked = replace(tracked, needed=needed, expected=share)
    if known_share is None:
        tracked = tracked.warn(WarningCode.EQUAL_MONTHS)
    return tracked
