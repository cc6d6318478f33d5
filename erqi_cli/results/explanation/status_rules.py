"""Chooses the rules by which the status of a target is decided: a line for each status."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, ONE, ZERO, plain
from erqi_cli.calc.tracking.goal import amount_goal, is_limit
from erqi_cli.calc.tracking.path import way_start
from erqi_cli.calc.tracking.thresholds import (
    CLOSE_PERCENT,
    CLOSE_POINTS,
    StatusThresholds,
    resolved,
)
from erqi_cli.calc.tracking.tracked import Compounded, TrackedTarget
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Better, Collection, JudgedOn, Kind, Status
from erqi_cli.i18n.text import Text
from erqi_cli.results.explanation import rule_messages as words
from erqi_cli.results.formatting import count_of_points
from erqi_cli.results.labels import statuses_of
from erqi_cli.results.periods import month_words

LabelledWords = tuple[Text, Text]
"""A label, and what there is to say."""
Conditions = dict[Status, Text]
"""What each status means, in the order in which they are shown."""


class Rule(NamedTuple):
    """What is compared, and which status follows; `ends_when_due` is for what a due date ends."""

    bases: tuple[Text, ...]
    conditions: Conditions
    ends_when_due: bool = False


def status_rules(plan: Plan, tracked: TrackedTarget) -> Iterator[LabelledWords]:
    """Yield the rules of a target's status, each with its label, a line for each status."""
    target = tracked.target
    labels = statuses_of(plan.years)
    rule = _rule_until_then(plan, tracked)
    for basis in rule.bases:
        yield words.RULE_LABEL, basis
    for status, condition in rule.conditions.items():
        yield labels[status], condition
    if tracked.judged_on is JudgedOn.MILESTONE:
        return
    if rule.ends_when_due and target.due is not None and target.due < plan.years.last_day:
        yield words.RULE_LABEL, words.DUE_DATE.fill(due=month_words(target.due))
        yield from _due_date_rules(plan, target)
    yield words.RULE_LABEL, words.WHOLE_YEAR.fill(year=plan.plan_year)
    for status, condition in _final_conditions(target).items():
        yield labels[status], condition


def _rule_until_then(plan: Plan, tracked: TrackedTarget) -> Rule:
    """Return the rule before the last figure is published."""
    thresholds = resolved(tracked.target.thresholds, plan.thresholds)
    match tracked.judged_on:
        case JudgedOn.MILESTONE:
            return _milestone_rule()
        case JudgedOn.GROWTH:
            return _growth_rule(tracked, thresholds)
        case _:
            return _amount_rule(plan, tracked.target, thresholds)


def _milestone_rule() -> Rule:
    conditions = {
        Status.DONE: words.FINISHED,
        Status.NOT_DUE: words.NOT_DUE_YET,
        Status.BEHIND: words.UNFINISHED,
    }
    return Rule((words.MILESTONE_BASIS,), conditions)


def _growth_rule(tracked: TrackedTarget, thresholds: StatusThresholds) -> Rule:
    """Return the rule of a growth: of a year, of several years, or of a range."""
    target = tracked.target
    basis = words.GROWTH_BASIS
    if tracked.compounded is None and target.has_nodes:
        basis = words.GROWTH_TRAJECTORY_BASIS
    if target.direction is Better.WITHIN:
        return Rule((basis,), _range_conditions(thresholds))
    if tracked.compounded is not None:
        return _compounded_rule(target, tracked.compounded, thresholds)
    if target.collected is Collection.AVERAGE:
        conditions = {Status.ON_PACE: _met(target), Status.BEHIND: words.OTHERWISE}
        return Rule((basis,), conditions)
    return Rule((basis,), _growth_conditions(target, thresholds))


def _growth_conditions(target: Target, thresholds: StatusThresholds) -> Conditions:
    ahead = _at_least(thresholds.ahead, words.VALUE_WORDS, words.POINTS)
    conditions = {
        Status.AHEAD: ahead,
        Status.ON_PACE: _met(target),
        Status.BEHIND: _missed_by(thresholds.behind),
    }
    if thresholds.behind < 0:
        conditions[Status.ON_PACE] = words.IN_BETWEEN
    if thresholds.seriously_behind is not None:
        conditions[Status.SERIOUSLY_BEHIND] = _missed_by(thresholds.seriously_behind)
    return conditions


def _missed_by(threshold: Decimal) -> Text:
    if threshold >= 0:
        return words.TARGET_MISSED
    return words.TARGET_MISSED_BY.fill(size=_sized(words.POINTS, threshold))


def _compounded_rule(
    target: Target,
    compounded: Compounded,
    thresholds: StatusThresholds,
) -> Rule:
    """Return the rule of growth over several years, which may have to stay small."""
    is_rise = compounded.whole > ONE
    has_to_stay_small = is_rise is (target.direction is Better.LOWER)
    comparison = words.BUDGET_WORDS if has_to_stay_small else words.SUM_WORDS
    conditions: Conditions = {}
    if not has_to_stay_small:
        conditions[Status.DONE] = words.REACHED
    conditions |= _pace_conditions(thresholds, comparison, words.POINTS)
    return Rule((words.CHAIN_BASIS, words.COMPOUNDED_BASIS), conditions)


def _range_conditions(thresholds: StatusThresholds) -> Conditions:
    """Return what keeps a range and what breaks it."""
    if thresholds.behind >= 0:
        return {Status.ON_PACE: words.WITHIN_RANGE, Status.BEHIND: words.OUTSIDE_RANGE}
    size = _sized(words.POINTS, thresholds.behind)
    broken = words.OUTSIDE_RANGE_BY.fill(size=size)
    return {Status.ON_PACE: words.OTHERWISE, Status.BEHIND: broken}


def _amount_rule(plan: Plan, target: Target, thresholds: StatusThresholds) -> Rule:
    """Return the rule of an amount, by how its figure comes about."""
    match target.collected:
        case Collection.AVERAGE:
            basis = words.AVERAGE_BASIS
            if target.has_nodes:
                basis = words.AVERAGE_TRAJECTORY_BASIS
            conditions = {Status.ON_PACE: _met(target), Status.BEHIND: words.OTHERWISE}
            return Rule((basis,), conditions)
        case Collection.END_OF_PERIOD:
            return _stock_rule(plan, target, thresholds)
        case _:
            return _sum_rule(target, thresholds)


def _sum_rule(target: Target, thresholds: StatusThresholds) -> Rule:
    if target.direction is Better.WITHIN:
        return Rule((words.CORRIDOR_SUM_BASIS,), _range_conditions(thresholds))
    if target.direction is Better.LOWER:
        conditions = _pace_conditions(thresholds, words.BUDGET_WORDS, words.POINTS)
        behind = conditions[Status.BEHIND]
        conditions[Status.BEHIND] = words.OR_OVER_LIMIT.fill(words=behind)
        return Rule((words.BUDGET_BASIS,), conditions)
    conditions = {Status.DONE: words.REACHED}
    conditions |= _pace_conditions(thresholds, words.SUM_WORDS, words.POINTS)
    return Rule((words.SUM_BASIS,), conditions, ends_when_due=True)


def _stock_rule(plan: Plan, target: Target, thresholds: StatusThresholds) -> Rule:
    """Return the rule of a stock: by its trajectory, on its way, or a limit at any time."""
    goal = amount_goal(target, target.figure or ZERO)
    has_way = way_start(target, goal) is not None
    if target.has_nodes or has_way:
        basis = words.STOCK_PATH_BASIS
        if plan.years.are_several:
            basis = words.STOCK_PATH_BASIS_OF_PLAN
        if target.has_nodes:
            basis = words.STOCK_TRAJECTORY_BASIS
        size = words.PERCENT_OF_WAY if has_way else words.PERCENT_OF_FIGURE
        conditions = {Status.DONE: words.REACHED}
        conditions |= _pace_conditions(thresholds, words.VALUE_WORDS, size)
        return Rule((basis,), conditions, ends_when_due=True)
    if goal.is_limit or goal.better is Better.WITHIN:
        conditions = {Status.ON_PACE: words.KEPT, Status.BEHIND: words.BROKEN}
        return Rule((words.STOCK_LIMIT_BASIS,), conditions)
    if target.baseline is None:
        conditions = {Status.DONE: words.REACHED, Status.NOT_DUE: words.NOT_YET_REACHED}
        return Rule((words.STOCK_BASIS,), conditions, ends_when_due=True)
    conditions = {Status.DONE: words.KEPT, Status.BEHIND: words.BROKEN}
    return Rule((words.KEPT_BASIS,), conditions, ends_when_due=True)


def _pace_conditions(
    thresholds: StatusThresholds,
    comparison: words.ThresholdWords,
    size: Text,
) -> Conditions:
    """Return what is ahead, on pace and behind; `size` puts a threshold into words."""
    conditions = {
        Status.AHEAD: _at_least(thresholds.ahead, comparison, size),
        Status.ON_PACE: words.IN_BETWEEN,
        Status.BEHIND: _below(thresholds.behind, comparison, size),
    }
    if thresholds.seriously_behind is not None:
        seriously = _below(thresholds.seriously_behind, comparison, size)
        conditions[Status.SERIOUSLY_BEHIND] = seriously
    return conditions


def _at_least(threshold: Decimal, comparison: words.ThresholdWords, size: Text) -> Text:
    if not threshold:
        return comparison.from_zero
    template = comparison.from_above if threshold > 0 else comparison.from_below
    return template.fill(size=_sized(size, threshold))


def _below(threshold: Decimal, comparison: words.ThresholdWords, size: Text) -> Text:
    if not threshold:
        return comparison.under_zero
    template = comparison.under_above if threshold > 0 else comparison.under_below
    return template.fill(size=_sized(size, threshold))


def _due_date_rules(plan: Plan, target: Target) -> Iterator[LabelledWords]:
    """Yield what counts at a due date before the end of the plan."""
    labels = statuses_of(plan.years)
    in_time = words.REACHED_IN_TIME
    if target.tolerance:
        size = _size(target, target.tolerance)
        in_time = words.REACHED_IN_TIME_WITH_TOLERANCE.fill(tolerance=size)
    yield labels[Status.DONE], in_time
    yield words.LATE_LABEL, words.REACHED_LATE
    yield labels[Status.BEHIND], words.NOT_REACHED


def _final_conditions(target: Target) -> Conditions:
    """Return the verdicts on the figure of the whole year, with what still counts as close."""
    tolerance = target.tolerance or ZERO
    close = EXACT.add(tolerance, tolerance)
    if not is_limit(target):
        usual = CLOSE_POINTS if _is_in_points(target) else CLOSE_PERCENT
        close = max(usual, close)
    conditions = {Status.MET: _met(target)}
    if close:
        size = _size(target, close)
        conditions[Status.CLOSE] = words.MISSED_BY_AT_MOST.fill(size=size)
    conditions[Status.MISSED] = words.OTHERWISE
    return conditions


def _met(target: Target) -> Text:
    """Return what meets a target, with its tolerance."""
    if not target.tolerance:
        return words.TARGET_MET
    size = _size(target, target.tolerance)
    return words.TARGET_MET_WITH_TOLERANCE.fill(tolerance=size)


def _size(target: Target, size: Decimal) -> Text:
    """Return so many points of a rate, or so many percent of an amount."""
    return _sized(words.POINTS if _is_in_points(target) else words.PERCENT_OF_FIGURE, size)


def _sized(template: Text, size: Decimal) -> Text:
    number = plain(abs(size))
    return template.fill(number=number, points=count_of_points(number))


def _is_in_points(target: Target) -> bool:
    """Tell whether a distance from the figure is in points, and not in percent of it."""
    return target.is_judged_on_growth or target.kind is Kind.SHARE
