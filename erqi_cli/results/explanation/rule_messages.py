"""The texts of the rules by which a status is decided."""

from typing import NamedTuple

from erqi_cli.i18n.text import Text

RULE_LABEL = Text("规则", "Rule")
LATE_LABEL = Text("逾期完成", "late")

# What is compared during the year

SUM_BASIS = Text(
    "完成率与应完成比例相比",
    "completion is compared with the share expected by now",
)
BUDGET_BASIS = Text(
    "限额的已用比例与进度安排相比",
    "the share of the limit that is used is compared with the timetable",
)
CORRIDOR_SUM_BASIS = Text(
    "区间两端按应完成比例折算",
    "both ends of the range are scaled to the share expected by now",
)
STOCK_PATH_BASIS = Text(
    "期末数与从年初水平均匀推进到目标的水平相比",
    "the value is compared with an even path from the baseline to the target",
)
STOCK_PATH_BASIS_OF_PLAN = Text(
    "期末数与从期初水平逐年均匀推进到目标的水平相比",
    "the value is compared with equal yearly steps from the baseline to the target",
)
STOCK_TRAJECTORY_BASIS = Text(
    "期末数与最近一次分期要求相比",
    "the value is compared with the last step of its trajectory",
)
STOCK_BASIS = Text(
    "没有起点和分期要求，到期才评价",
    "without a baseline or a trajectory it is judged when it is due",
)
STOCK_LIMIT_BASIS = Text(
    "期末数的上限或区间始终有效",
    "a limit or a range applies at any time",
)
KEPT_BASIS = Text(
    "起点已达到目标，须保持",
    "the target was reached at the start and has to be kept",
)
AVERAGE_BASIS = Text(
    "平均数随时与目标相比",
    "an average is compared with the target at any time",
)
AVERAGE_TRAJECTORY_BASIS = Text(
    "平均数随时与最近一次分期要求相比",
    "an average is compared with the last step of its trajectory",
)
GROWTH_BASIS = Text(
    "增速与目标相比，不与时间进度相比",
    "growth is compared with the target, not with the time that has passed",
)
GROWTH_TRAJECTORY_BASIS = Text(
    "增速与最近一次分期要求相比，不与时间进度相比",
    "growth is compared with the last step of its trajectory, not with the time that has passed",
)
CHAIN_BASIS = Text(
    "各年增速连乘，完成率按对数计算",
    "the yearly growths are multiplied; completion is the ratio of the logarithms",
)
COMPOUNDED_BASIS = Text(
    "完成率与规划期进度相比",
    "completion is compared with the share of the plan period that has passed",
)
MILESTONE_BASIS = Text(
    "节点目标按期限评价",
    "a milestone is judged by its due date",
)

# What each status means

REACHED = Text("达到目标", "the target is reached")
IN_BETWEEN = Text("介于两者之间", "in between")
OTHERWISE = Text("其余", "otherwise")
WITHIN_RANGE = Text("在区间内", "within the range")
OUTSIDE_RANGE = Text("在区间外", "outside the range")
OUTSIDE_RANGE_BY = Text("超出区间{size}以上", "outside the range by more than {size}")
KEPT = Text("符合", "it is kept")
BROKEN = Text("不符合", "it is broken")
OR_OVER_LIMIT = Text("{words}，或已超过上限", "{words}, or the limit is exceeded")
TARGET_MET = Text("达到目标", "the target is met")
TARGET_MET_WITH_TOLERANCE = Text(
    "达到目标，或相差不超过{tolerance}",
    "the target is met, or missed by at most {tolerance}",
)
TARGET_MISSED = Text("未达到目标", "the target is missed")
TARGET_MISSED_BY = Text("与目标相差超过{size}", "the target is missed by more than {size}")
NOT_YET_REACHED = Text("尚未达到", "not reached yet")
FINISHED = Text("期限内完成", "finished by the due date")
UNFINISHED = Text("到期未完成", "not finished by the due date")
FINISHED_LATE = Text("期限后完成", "finished after the due date")
NOT_DUE_YET = Text("尚未到期", "the due date has not come")


class ThresholdWords(NamedTuple):
    """How a distance is put into words beside a threshold above, at or below zero."""

    from_above: Text
    from_zero: Text
    from_below: Text
    under_above: Text
    under_zero: Text
    under_below: Text


SUM_WORDS = ThresholdWords(
    from_above=Text("高{size}及以上", "at least {size} above"),
    from_zero=Text("不低于应完成比例", "not below"),
    from_below=Text("低{size}以内", "at most {size} below"),
    under_above=Text("高不足{size}", "less than {size} above"),
    under_zero=Text("低于应完成比例", "below"),
    under_below=Text("低{size}以上", "more than {size} below"),
)
"""For what has to be high."""
BUDGET_WORDS = ThresholdWords(
    from_above=Text("低{size}及以上", "at least {size} below"),
    from_zero=Text("不高于进度安排", "not above"),
    from_below=Text("高{size}以内", "at most {size} above"),
    under_above=Text("低不足{size}", "less than {size} below"),
    under_zero=Text("高于进度安排", "above"),
    under_below=Text("高{size}以上", "more than {size} above"),
)
"""For what has to be low."""
VALUE_WORDS = ThresholdWords(
    from_above=Text("领先{size}及以上", "better by at least {size}"),
    from_zero=Text("不落后", "not worse"),
    from_below=Text("落后{size}以内", "worse by at most {size}"),
    under_above=Text("领先不足{size}", "better by less than {size}"),
    under_zero=Text("落后", "worse"),
    under_below=Text("落后{size}以上", "worse by more than {size}"),
)
"""For what may have to rise or to fall."""

# Due dates, and the figure of the whole year

DUE_DATE = Text("{due}到期", "due on {due}")
REACHED_IN_TIME = Text("期限内达到", "reached by then")
REACHED_IN_TIME_WITH_TOLERANCE = Text(
    "期限内达到，或相差不超过{tolerance}",
    "reached by then, or missed by at most {tolerance}",
)
REACHED_LATE = Text("期限后达到", "reached later")
NOT_REACHED = Text("到期未达到", "not reached by then")
WHOLE_YEAR = Text("{year}年全年数据公布后", "once the figure for all of {year} is published")
MISSED_BY_AT_MOST = Text(
    "与目标相差不超过{size}",
    "the target is missed by at most {size}",
)

PERCENT_OF_FIGURE = Text("目标值的{number}%", "{number}% of the figure")
PERCENT_OF_WAY = Text("全程的{number}%", "{number}% of the way")
POINTS = Text("{number}个百分点", "{points}")
