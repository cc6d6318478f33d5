"""Chooses the rule by which the status of a target is decided, in words with its thresholds."""

from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, ZERO, plain
from erqi_cli.calc.tracking.goal import amount_goal, is_limit
from erqi_cli.calc.tracking.path import way_start
from erqi_cli.calc.tracking.thresholds import (
    CLOSE_PERCENT,
    CLOSE_POINTS,
    StatusThresholds,
    resolved,
)
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Better, Collection, JudgedOn, Kind
from erqi_cli.i18n.text import Text, join
from erqi_cli.results.explanation.rule_messages import (
    AVERAGE_GROWTH_RULE,
    AVERAGE_RULE,
    BUDGET_RULE,
    COMPOUNDED_RULE,
    CORRIDOR_GROWTH_RULE,
    CORRIDOR_SUM_RULE,
    DUE_DATE_RULE,
    GROWTH_RULE,
    KEPT_RULE,
    LIMIT_YEAR_END_RULE,
    MILESTONE_RULE,
    PERCENT_OF_FIGURE,
    POINTS_OFF,
    SERIOUSLY_BEHIND_RULE,
    STOCK_LIMIT_RULE,
    STOCK_PATH_RULE,
    STOCK_RULE,
    STOCK_TRAJECTORY_RULE,
    STRICT_LIMIT_YEAR_END_RULE,
    SUM_RULE,
    YEAR_END_RULE,
)


def status_rule(plan: Plan, tracked: TrackedTarget) -> Text:
    """Return the rule by which the status of a target is decided."""
    target = tracked.target
    thresholds = resolved(target.thresholds, plan.thresholds)
    if tracked.judged_on is JudgedOn.MILESTONE:
        return MILESTONE_RULE
    if tracked.judged_on is JudgedOn.GROWTH:
        is_corridor = target.direction is Better.WITHIN
        if tracked.compounded is not None and not is_corridor:
            return COMPOUNDED_RULE.fill(
                ahead=plain(thresholds.ahead), behind=plain(thresholds.behind)
            )
        is_average = target.collected is Collection.AVERAGE
        rule = AVERAGE_GROWTH_RULE if is_average else GROWTH_RULE
        rule = CORRIDOR_GROWTH_RULE if is_corridor else rule
        uses_points = True
    else:
        rule = _amount_rule(target)
        uses_points = rule in POINT_RULES
    sentences = [rule.fill(ahead=plain(thresholds.ahead), behind=plain(thresholds.behind))]
    if uses_points:
        sentences += _seriously(thresholds)
    is_due_within_year = target.due is not None and target.due < plan.years.last_day
    if is_due_within_year and rule not in RULES_WITHOUT_DUE_DATE:
        sentences.append(DUE_DATE_RULE.fill(due=target.due))
    sentences.append(_year_end(tracked))
    return join(sentences, zh="", en=" ")


RULES_WITHOUT_DUE_DATE = (AVERAGE_RULE, STOCK_LIMIT_RULE, BUDGET_RULE, CORRIDOR_SUM_RULE)
"""The rules of what has to hold, and not to be reached by a day."""
POINT_RULES = (SUM_RULE, BUDGET_RULE, STOCK_PATH_RULE, STOCK_TRAJECTORY_RULE, CORRIDOR_SUM_RULE)
"""The rules that compare points with the thresholds."""


def _seriously(thresholds: StatusThresholds) -> list[Text]:
    """Return from when a target is seriously behind, if the plan uses that status."""
    if thresholds.seriously_behind is None:
        return []
    return [SERIOUSLY_BEHIND_RULE.fill(points=plain(thresholds.seriously_behind))]


def _amount_rule(target: Target) -> Text:
    """Return the rule of an amount during the year, by how its figure comes about."""
    if target.collected is Collection.AVERAGE:
        return AVERAGE_RULE
    if target.collected is Collection.END_OF_PERIOD:
        return _stock_rule(target)
    if target.direction is Better.LOWER:
        return BUDGET_RULE
    return CORRIDOR_SUM_RULE if target.direction is Better.WITHIN else SUM_RULE


def _stock_rule(target: Target) -> Text:
    goal = amount_goal(target, target.figure or ZERO)
    if target.has_nodes:
        return STOCK_TRAJECTORY_RULE
    if way_start(target, goal) is not None:
        return STOCK_PATH_RULE
    if goal.is_limit or goal.better is Better.WITHIN:
        return STOCK_LIMIT_RULE
    return STOCK_RULE if target.baseline is None else KEPT_RULE


def _year_end(tracked: TrackedTarget) -> Text:
    """Return the verdict on the year's figure, with what still counts as close."""
    target = tracked.target
    tolerance = target.tolerance or ZERO
    twice = EXACT.add(tolerance, tolerance)
    if not is_limit(target):
        return YEAR_END_RULE.fill(close=_usual_close(target, twice))
    if not tolerance:
        return STRICT_LIMIT_YEAR_END_RULE
    return LIMIT_YEAR_END_RULE.fill(
        tolerance=_size(target, tolerance),
        close=_size(target, twice),
    )


def _usual_close(target: Target, twice: Decimal) -> Text:
    """Return how far off a figure that is not a limit may be to count as close."""
    usual = CLOSE_POINTS if _is_in_points(target) else CLOSE_PERCENT
    return _size(target, max(usual, twice))


def _size(target: Target, size: Decimal) -> Text:
    """Return so many points of a rate, or so many percent of an amount."""
    if _is_in_points(target):
        return POINTS_OFF.fill(points=plain(size))
    return PERCENT_OF_FIGURE.fill(percent=plain(size))


def _is_in_points(target: Target) -> bool:
    """Tell whether a distance from the figure is in points, and not in percent of it."""
    return target.is_judged_on_growth or target.kind is Kind.SHARE
