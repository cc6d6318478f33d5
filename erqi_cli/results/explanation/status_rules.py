"""Chooses the rule by which the status of a target is decided, in words with its thresholds."""

from decimal import Decimal

from erqi_cli.calc.decimals import ZERO, plain
from erqi_cli.calc.tracking.thresholds import AHEAD_POINTS, CLOSE_PERCENT, CLOSE_POINTS
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.domain.vocabulary import JudgedOn, Pace
from erqi_cli.i18n.text import Text, join

AMOUNT_RULE = Text(
    "达到目标值为已完成；未达到时，超进度安排{ahead}个百分点及以上为超进度，低于进度安排为欠进度，其余为达进度。"
    "年度数据公布后：达到目标为完成，相差{close}以内为接近，其余为未完成",
    "Done once the figure is reached. Until then: ahead from {ahead} point over the timetable, "
    "on pace from 0, behind below 0. "
    "Once the year's figure is out: met if reached, close if short by at most {close}, "
    "otherwise missed",
)
GROWTH_RULE = Text(
    "增速不与时间进度比较：未达到目标为欠进度，达到为达进度，优于目标{ahead}个百分点及以上为超进度。"
    "年度数据公布后：达到目标为完成，相差{close}个百分点以内为接近，其余为未完成",
    "Growth is not compared with the share of the year: behind if short of the target, "
    "on pace if not, ahead from {ahead} point better. "
    "Once the year's figure is out: met if reached, close if short by at most {close} points, "
    "otherwise missed",
)
CEILING_RULE = Text(
    "上限类目标：使用不多于进度安排为达进度，少用{ahead}个百分点及以上为超进度，"
    "多于进度安排或超过上限为欠进度。"
    "年度数据公布后：不超过上限为完成，否则为未完成",
    "A limit: on pace if no more is used than the timetable allows, ahead from {ahead} point less, "
    "behind if more is used. "
    "Once the year's figure is out: met if the limit is kept, otherwise missed",
)
SHARE_CEILING_RULE = Text(
    "占比的上限，全年有效，不排进度：不超过为达进度，超过为欠进度。"
    "年度数据公布后：不超过为完成，否则为未完成",
    "A limit on a share, valid all year and without a timetable: on pace while it is kept, "
    "behind once exceeded. "
    "Once the year's figure is out: met if the limit is kept, otherwise missed",
)
RANGE_RULE = Text(
    "区间目标：进入区间为已完成，未到区间时按进度安排判断，越过区间为欠进度。"
    "年度数据公布后：在区间内为完成，相差{close}以内为接近，其余为未完成",
    "A range: done within it, judged by the timetable before it, behind beyond it. "
    "Once the year's figure is out: met within it, close if off by at most {close}, "
    "otherwise missed",
)
GROWTH_RANGE_RULE = Text(
    "增速区间，不与时间进度比较：在区间内为达进度，低于或高于区间为欠进度。"
    "年度数据公布后：在区间内为完成，相差{close}个百分点以内为接近，其余为未完成",
    "A range of growth, not compared with the share of the year: on pace within it, "
    "behind below and above it. "
    "Once the year's figure is out: met within it, close if off by at most {close} points, "
    "otherwise missed",
)
MAINTAINED_RULE = Text(
    "年初已达到目标，要求全年保持，不排进度：保持为已完成，否则为欠进度。"
    "年度数据公布后：达到目标为完成，相差{close}以内为接近，其余为未完成",
    "Reached at the start of the year and to be kept, without a timetable: done while it is kept, "
    "otherwise behind. "
    "Once the year's figure is out: met if reached, close if off by at most {close}, "
    "otherwise missed",
)
LIMIT_AT_END_RULE = Text(
    "到期考核的上限：到期前为未到期，但数量已超过上限的为欠进度。"
    "年度数据公布后：不超过上限为完成，否则为未完成",
    "A limit judged on its due date: not due before that, "
    "but a count above the limit is behind at once. "
    "Once the year's figure is out: met if the limit is kept, otherwise missed",
)
MILESTONE_RULE = Text(
    "完成为已完成；过期未完成为欠进度",
    "Done or not; behind if not done by its due date",
)
NOT_DUE_BEFORE = Text("到期考核，到期前为未到期。", "Not due before its date. ")
BEHIND_PAST_DUE = Text("过期未达到为欠进度。", "Behind if not reached by its due date. ")
PERCENT_OF_FIGURE = Text("目标值的{percent}%", "{percent}% of the figure")
POINTS_OFF = Text("{points}个百分点", "{points} percentage points")

LIMIT_RULES = (CEILING_RULE, SHARE_CEILING_RULE, LIMIT_AT_END_RULE)
LIMIT_WARNINGS = ("ceiling", "over-limit")
"""The warnings that a target which is a limit carries."""


def status_rule(tracked: TrackedTarget) -> Text:
    """Return the rule by which the status of a target is decided."""
    match tracked.judged_on:
        case JudgedOn.MILESTONE:
            return MILESTONE_RULE
        case JudgedOn.GROWTH | JudgedOn.IMPLIED:
            return _growth_rule(tracked)
        case JudgedOn.LEVEL | JudgedOn.SHARE:
            return _amount_rule(tracked)


def _growth_rule(tracked: TrackedTarget) -> Text:
    rule = GROWTH_RULE if tracked.target.upper is None else GROWTH_RANGE_RULE
    close = max(CLOSE_POINTS, _twice_tolerance(tracked))
    return rule.fill(ahead=AHEAD_POINTS, close=plain(close))


def _amount_rule(tracked: TrackedTarget) -> Text:
    """Return the rule for an amount or a share, with what its due date adds."""
    target = tracked.target
    rule = _rule_for_amounts(tracked)
    sentences: list[Text] = []
    if target.pace is Pace.AT_END and rule is not LIMIT_AT_END_RULE:
        sentences.append(NOT_DUE_BEFORE)
    if target.due is not None and rule not in LIMIT_RULES:
        sentences.append(BEHIND_PAST_DUE)
    sentences.append(rule.fill(ahead=AHEAD_POINTS, close=_close_in_words(tracked)))
    return join(sentences, zh="", en="")


def _rule_for_amounts(tracked: TrackedTarget) -> Text:
    target, goal = tracked.target, tracked.goal
    is_limit = any(warning.code in LIMIT_WARNINGS for warning in tracked.warnings)
    if is_limit and target.pace is Pace.AT_END:
        return LIMIT_AT_END_RULE
    if is_limit:
        return SHARE_CEILING_RULE if tracked.judged_on is JudgedOn.SHARE else CEILING_RULE
    if goal is not None and goal.is_maintained:
        return MAINTAINED_RULE
    return AMOUNT_RULE if target.upper is None else RANGE_RULE


def _close_in_words(tracked: TrackedTarget) -> Text:
    """Return how far off still counts as close: points of a share, percent of an amount."""
    twice = _twice_tolerance(tracked)
    if tracked.judged_on is JudgedOn.SHARE and tracked.goal is not None:
        return POINTS_OFF.fill(points=plain(max(tracked.goal.close, twice)))
    return PERCENT_OF_FIGURE.fill(percent=plain(max(CLOSE_PERCENT, twice)))


def _twice_tolerance(tracked: TrackedTarget) -> Decimal:
    tolerance = tracked.target.tolerance or ZERO
    return tolerance * 2
