"""The texts that explain a status."""

from erqi_cli.domain.vocabulary import Mark, Status
from erqi_cli.i18n.text import Text

SIGNED_TITLE = Text("{sign} {status}", "{sign} {status}")
SIGN_LABEL = Text("符号", "Sign")
MEANING_LABEL = Text("含义", "Meaning")
AS_OF_LABEL = Text("数据截至", "As of")
COUNT_LABEL = Text("目前有此状态", "Have it now")
LIST_LABEL = Text("全部列出", "List them")
NO_DATA_YET = Text("尚无数据", "no data yet")
NONE_NOW = Text("无", "none")
COUNT = Text("{all}项中的{count}项", "{count} of {all}")
COUNT_AND_MORE = Text(
    "{all}项中的{count}项，以下列出前{shown}项",
    "{count} of {all}; the first {shown} are below",
)

YEAR_OF_PLAN = Text("年度", "year")
WHOLE_PLAN = Text("规划期", "plan")
MEANINGS: dict[Status | Mark, Text] = {
    Status.MISSED: Text(
        "{span}已结束，目标未完成",
        "The {span} is over and the target is not met",
    ),
    Status.SERIOUSLY_BEHIND: Text(
        "进展远低于此时应达到的水平",
        "Far below what is expected by now",
    ),
    Status.BEHIND: Text(
        "进展低于此时应达到的水平",
        "Below what is expected by now",
    ),
    Status.CLOSE: Text(
        "{span}已结束，与目标相差很小",
        "The {span} is over and the target is missed by little",
    ),
    Status.NO_DATA: Text("没有可供评价的数据", "A figure to judge is missing"),
    Status.NOT_DUE: Text(
        "期限未到，此前不评价进度",
        "The due date has not come, and there is no timetable before it",
    ),
    Status.ON_PACE: Text("达到此时应达到的水平", "As far as is expected by now"),
    Status.AHEAD: Text("超过此时应达到的水平", "Further than is expected by now"),
    Status.DONE: Text(
        "{span}结束前已达到目标",
        "Reached before the end of the {span}",
    ),
    Status.MET: Text("{span}已结束，目标完成", "The {span} is over and the target is met"),
    Mark.STALE: Text(
        "截至月份没有新数据，沿用以前的数据评价",
        "There is no new figure for the as-of month, so an older one is judged",
    ),
}

# What the rules are for

SUMS = Text("累计数", "Sums")
SUMS_AND_YEARS = Text("累计数、多年增速", "Sums, growth over years")
GROWTHS = Text("增速", "Growth")
STOCKS = Text("期末数", "Stocks")
LIMITS = Text("上限、区间、平均数", "Limits, ranges, averages")
SUM_LIMITS = Text("累计数的上限", "Limits on sums")
MILESTONES = Text("节点", "Milestones")
DUE_DATES = Text("到期", "Due dates")
FINAL_FIGURE = Text("最终数据", "Final figure")
FINAL_LIMITS = Text("最终数据：上限", "Final figure: limits")
ALL_TARGETS = Text("各类目标", "All targets")
OWN_THRESHOLDS = Text("自设界限", "Own thresholds")
OTHER_STATUS = Text("其他状态", "Another status")

# When a status is given

SUM_DISTANCE = Text(
    "完成率与应完成比例之差（百分点）",
    "Completion minus the expected share, in percentage points,",
)
BUDGET_DISTANCE = Text(
    "可用比例与已用比例之差（百分点）",
    "What may be used by now minus what is used, in percentage points,",
)
STOCK_DISTANCE = Text(
    "有年初水平或分期要求的：与应达到水平之差（占全程的百分比）",
    "With a baseline or a trajectory: the lead over the expected level, in percent of the way,",
)
BELOW_BEHIND = Text("低于{behind}", "below {behind}")
BELOW_BEHIND_OR_OVER_LIMIT = Text(
    "低于{behind}，或已超过上限",
    "below {behind}, or the limit is passed",
)
FROM_BEHIND_TO_AHEAD = Text(
    "不低于{behind}，低于{ahead}",
    "at least {behind} and below {ahead}",
)
FROM_AHEAD = Text("不低于{ahead}", "at least {ahead}")
BELOW_SERIOUSLY = Text("低于{seriously}", "below {seriously}")
GROWTH_BEHIND = Text(
    "未达到目标（含容差），且与目标之差（百分点）低于{behind}",
    "It misses the target, tolerance included, and its lead in percentage points is below {behind}",
)
GROWTH_ON_PACE = Text(
    "达到目标（含容差），或与目标之差（百分点）不低于{behind}；两者均须低于{ahead}",
    "It meets the target, tolerance included, or its lead in percentage points is at "
    "least {behind}; the lead is below {ahead}",
)
GROWTH_AHEAD = Text(
    "优于目标，与目标之差（百分点）不低于{ahead}",
    "Its lead over the target, in percentage points, is at least {ahead}",
)
GROWTH_SERIOUSLY = Text(
    "未达到目标（含容差），且与目标之差（百分点）低于{seriously}",
    "It misses the target, tolerance included, and its lead in percentage points is "
    "below {seriously}",
)
STOCK_NOT_DUE = Text(
    "没有年初水平和分期要求，尚未达到目标",
    "Without a baseline and a trajectory: the figure is not reached yet",
)
LIMIT_BEHIND = Text(
    "目前不符合要求",
    "The requirement does not hold now",
)
LIMIT_ON_PACE = Text("目前符合要求", "The requirement holds now")
DUE_BEHIND = Text(
    "期限已到，数据表明尚未达到目标",
    "The due date has come, and the figures show that the target is not reached",
)
MILESTONE_NOT_DUE = Text("尚未完成，期限未到", "It is not done, and its due date has not come")
MILESTONE_DONE = Text("已经完成", "It is done")
MILESTONE_MISSED = Text("没有完成", "It is not done")
REACHED = Text(
    "已达到目标，最终数据尚未公布",
    "The figure is reached, and the final figure is not out yet",
)
NOTHING_REPORTED = Text(
    "没有上报数据，或缺少评价所需的数：公布的增速、对比指标的增速、某一年的数",
    "Nothing is reported, or what the verdict needs is missing: a published growth, the growth "
    "to compare with, the figure of a year",
)
FINAL_MET = Text(
    "达到目标（含容差）",
    "It reaches the target, tolerance included",
)
FINAL_LIMIT_MET = Text(
    "越限不超过容差",
    "It is past the limit by no more than the tolerance",
)
FINAL_CLOSE = Text(
    "未达到目标，相差不超过{points}个百分点（比率）或目标值的{percent}%（数量）；"
    "容差的两倍更大的，按容差的两倍",
    "It misses the target by at most {points} percentage points (rates) or {percent}% of the "
    "figure (amounts); by twice the tolerance if that is more",
)
FINAL_LIMIT_CLOSE = Text(
    "越限超过容差，不超过容差的两倍",
    "It is past the limit by more than the tolerance and at most twice the tolerance",
)
FINAL_MISSED = Text(
    "未达到目标，相差超过{points}个百分点（比率）或目标值的{percent}%（数量）；"
    "容差的两倍更大的，按容差的两倍",
    "It misses the target by more than {points} percentage points (rates) or {percent}% of the "
    "figure (amounts); by more than twice the tolerance if that is more",
)
FINAL_LIMIT_MISSED = Text(
    "越限超过容差的两倍",
    "It is past the limit by more than twice the tolerance",
)
STALE_RULE = Text(
    "数据的时期在截至月份开始之前已结束",
    "The period of the figure ended before the as-of month began",
)
STALE_STATUS = Text(
    "按数据自身的时期评价，状态不变，另行计数",
    "The status is that of the figure's own period; the mark is counted apart",
)
SERIOUSLY_NOT_USED = Text(
    "计划未设界限（thresholds.seriously_behind），只有自设界限的目标会有此状态",
    "The plan sets no threshold for it (thresholds.seriously_behind); only a target with a "
    "threshold of its own can have it",
)
SERIOUSLY_BELOW = Text(
    "低于{seriously}的为严重滞后",
    "Below {seriously} it is seriously behind",
)
OWN_THRESHOLDS_USED = Text(
    "{count}项目标自设界限，按其界限评价",
    "{counted} of their own replace those of the plan",
)
