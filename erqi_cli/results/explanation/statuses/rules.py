"""When a status is given: the rules for each kind of figure, with the thresholds of a plan."""

from collections.abc import Iterator

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.tracking.thresholds import CLOSE_PERCENT, CLOSE_POINTS, resolved
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Mark, Status
from erqi_cli.i18n.text import Text, counted
from erqi_cli.results.explanation.rows import ExplanationRow, rule_row
from erqi_cli.results.explanation.statuses import messages
from erqi_cli.results.explanation.statuses.words import Condition

Rules = tuple[tuple[Text, Text], ...]
"""What each rule is for, and the rule."""


def _compared(distance: Text, limits: Text) -> Text:
    """Return the rule that a distance is between thresholds, which are filled in later."""
    return Text(distance.zh + limits.zh, f"{distance.en} is {limits.en}")


RULES: dict[Condition, Rules] = {
    Status.MISSED: (
        (messages.FINAL_FIGURE, messages.FINAL_MISSED),
        (messages.FINAL_LIMITS, messages.FINAL_LIMIT_MISSED),
        (messages.MILESTONES, messages.MILESTONE_MISSED),
    ),
    Status.SERIOUSLY_BEHIND: (
        (messages.SUMS, _compared(messages.SUM_DISTANCE, messages.BELOW_SERIOUSLY)),
        (messages.SUM_LIMITS, _compared(messages.BUDGET_DISTANCE, messages.BELOW_SERIOUSLY)),
        (messages.GROWTHS, messages.GROWTH_SERIOUSLY),
        (messages.STOCKS, _compared(messages.STOCK_DISTANCE, messages.BELOW_SERIOUSLY)),
    ),
    Status.BEHIND: (
        (messages.SUMS, _compared(messages.SUM_DISTANCE, messages.BELOW_BEHIND)),
        (
            messages.SUM_LIMITS,
            _compared(messages.BUDGET_DISTANCE, messages.BELOW_BEHIND_OR_OVER_LIMIT),
        ),
        (messages.GROWTHS, messages.GROWTH_BEHIND),
        (messages.STOCKS, _compared(messages.STOCK_DISTANCE, messages.BELOW_BEHIND)),
        (messages.LIMITS, messages.LIMIT_BEHIND),
        (messages.DUE_DATES, messages.DUE_BEHIND),
    ),
    Status.CLOSE: (
        (messages.FINAL_FIGURE, messages.FINAL_CLOSE),
        (messages.FINAL_LIMITS, messages.FINAL_LIMIT_CLOSE),
    ),
    Status.NO_DATA: ((messages.ALL_TARGETS, messages.NOTHING_REPORTED),),
    Status.NOT_DUE: (
        (messages.STOCKS, messages.STOCK_NOT_DUE),
        (messages.MILESTONES, messages.MILESTONE_NOT_DUE),
    ),
    Status.ON_PACE: (
        (messages.SUMS, _compared(messages.SUM_DISTANCE, messages.FROM_BEHIND_TO_AHEAD)),
        (messages.SUM_LIMITS, _compared(messages.BUDGET_DISTANCE, messages.FROM_BEHIND_TO_AHEAD)),
        (messages.GROWTHS, messages.GROWTH_ON_PACE),
        (messages.STOCKS, _compared(messages.STOCK_DISTANCE, messages.FROM_BEHIND_TO_AHEAD)),
        (messages.LIMITS, messages.LIMIT_ON_PACE),
    ),
    Status.AHEAD: (
        (messages.SUMS, _compared(messages.SUM_DISTANCE, messages.FROM_AHEAD)),
        (messages.SUM_LIMITS, _compared(messages.BUDGET_DISTANCE, messages.FROM_AHEAD)),
        (messages.GROWTHS, messages.GROWTH_AHEAD),
        (messages.STOCKS, _compared(messages.STOCK_DISTANCE, messages.FROM_AHEAD)),
    ),
    Status.DONE: (
        (messages.ALL_TARGETS, messages.REACHED),
        (messages.MILESTONES, messages.MILESTONE_DONE),
    ),
    Status.MET: (
        (messages.FINAL_FIGURE, messages.FINAL_MET),
        (messages.FINAL_LIMITS, messages.FINAL_LIMIT_MET),
        (messages.MILESTONES, messages.MILESTONE_DONE),
    ),
    Mark.STALE: (
        (messages.ALL_TARGETS, messages.STALE_RULE),
        (messages.OTHER_STATUS, messages.STALE_STATUS),
    ),
}
BY_THRESHOLDS = frozenset(
    {Status.SERIOUSLY_BEHIND, Status.BEHIND, Status.ON_PACE, Status.AHEAD},
)
"""The statuses that the thresholds of a plan decide."""


def condition_rules(plan: Plan, condition: Condition) -> Iterator[ExplanationRow]:
    """Yield when a status is given, with the thresholds of the plan."""
    thresholds = resolved(plan.thresholds)
    seriously = thresholds.seriously_behind
    if condition is Status.SERIOUSLY_BEHIND and seriously is None:
        yield rule_row(messages.ALL_TARGETS, messages.SERIOUSLY_NOT_USED)
        return
    numbers = {
        "ahead": plain(thresholds.ahead),
        "behind": plain(thresholds.behind),
        "seriously": None if seriously is None else plain(seriously),
        "points": plain(CLOSE_POINTS),
        "percent": plain(CLOSE_PERCENT),
    }
    for label, rule in _rules_of(plan, condition):
        yield rule_row(label, rule.fill(**numbers))
    if condition is Status.BEHIND and seriously is not None:
        yield rule_row(messages.OTHER_STATUS, messages.SERIOUSLY_BELOW.fill(**numbers))
    if condition in BY_THRESHOLDS:
        yield from _own_thresholds(plan)


def _rules_of(plan: Plan, condition: Condition) -> Iterator[tuple[Text, Text]]:
    """Yield the rules; over several years a growth is judged on its completion, as a sum is."""
    for label, rule in RULES[condition]:
        if not plan.years.are_several:
            yield label, rule
        elif label is messages.SUMS:
            yield messages.SUMS_AND_YEARS, rule
        elif label is not messages.GROWTHS:
            yield label, rule


def _own_thresholds(plan: Plan) -> Iterator[ExplanationRow]:
    """Yield how many targets have thresholds of their own."""
    count = sum(target.thresholds is not None for target in plan.targets)
    if count:
        words = messages.OWN_THRESHOLDS_USED.fill(
            count=count,
            counted=counted(count, "target with thresholds", "targets with thresholds"),
        )
        yield rule_row(messages.OWN_THRESHOLDS, words)
