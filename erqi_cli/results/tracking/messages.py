"""The texts of `erqi track`, `erqi record` and `erqi schedule`."""

from erqi_cli.calc.tracking.warnings import WarningCode
from erqi_cli.domain.vocabulary import (
    ProgressMeaning,
    ScheduleGap,
    ScheduleStep,
)
from erqi_cli.i18n.text import Text

# Titles and the lines above the rows

TRACKING_TITLE = Text(
    "{district}{year}年目标进度",
    "{district}: progress in {year}",
)
TRACKING_TITLE_AS_OF = Text(
    "{district}{year}年目标进度（截至{as_of}）",
    "{district}: progress in {year} as of {as_of}",
)
HISTORY_TITLE = Text("{name}（{id}）历次数据", "{name} ({id}): observations")
SCHEDULE_TITLE = Text(
    "{district}{year}年进度安排（{step}，累计）",
    "{district}: timetable for {year} ({step}, cumulative)",
)
STEP_WORDS = {
    ScheduleStep.MONTH: Text("按月", "by month"),
    ScheduleStep.QUARTER: Text("按季", "by quarter"),
    ScheduleStep.HALF: Text("按半年", "by half-year"),
    ScheduleStep.YEAR: Text("按年", "by year"),
}
OF_YEAR = Text("{year}年", "{year}")
IN_ALL = Text("合计", "Total")
HEADLINE_INDICATORS = Text("主要预期目标", "Headline indicators")
NUMBERED_GROUP = Text("{number} {name}", "{number} {name}")
STATUS_COUNT = Text("{status}{count}", "{count} {status}")
MARKED_COUNTS = Text("{counts}（其中{marks}）", "{counts} ({marks})")
STALE_COUNT = Text("沿用旧数{count}", "{count} stale")
LATE_COUNT = Text("逾期完成{count}", "{count} late")
MISSING = Text("待报", "missing")
"""Targets without data, where they are counted."""

# Columns

TARGET_NAME_LABEL = Text("指标或目标", "Indicator or target")
TARGET_LABEL = Text("目标值", "Target")
ACTUAL_LABEL = Text("实际", "Actual")
UNIT_LABEL = Text("单位", "Unit")
PERIOD_LABEL = Text("时期", "Period")
COMPLETION_LABEL = Text("完成率", "Completion")
PACE_LABEL = Text("超/欠进度", "Pace")
STATUS_LABEL = Text("状态", "Status")
PROGRESS_LABEL = Text("进度", "Progress")
NEEDED_LABEL = Text("尚需", "Needed")
PER_MONTH_LABEL = Text("月均", "Per month")
INTERVAL_LABEL = Text("80%区间", "80% interval")
NOTES_LABEL = Text("注", "Notes")
VALUE_LABEL = Text("数值", "Value")
GROWTH_LABEL = Text("增速", "Growth")
OBSERVATION_STATUS_LABEL = Text("数据状态", "Data status")
PUBLISHED_LABEL = Text("公布", "Published")
SOURCE_LABEL = Text("来源", "Source")
NOTE_LABEL = Text("备注", "Note")
WHOLE_YEAR_LABEL = Text("全年", "Full year")
WHOLE_PLAN_LABEL = Text("规划期", "Whole plan")
TIMETABLE_LABEL = Text("进度安排", "Timetable")
MONTH_LABEL = Text("{month}月", "{period}")
ACTUAL_AND_TARGET_LABEL = Text("实际 / 目标", "Actual / target")

DONE = Text("完成", "done")
NOT_DONE = Text("未完成", "not yet")
POINTS = Text("{number}个百分点", "{number} pp")
INTERVAL = Text("{lower}—{upper}", "{lower}–{upper}")

# The chart

ACTUAL_AND_TARGET = Text("{actual} / {target}", "{actual} / {target}")
SIGNED_STATUS = Text("{sign} {status}", "{sign} {status}")
STATUS_AND_MORE = Text("{status}（{more}）", "{status} ({more})")
LISTED_OF_ALL = Text("列出{all}项中的{listed}项", "{listed} of {all} listed")
COMPLETION_BAR = Text(
    "完成率条形：已完成目标值的百分比",
    "Bar of completion: the share of the target that is done",
)
COMPLETION_OR_USE_BAR = Text(
    "完成率条形：已完成目标值的百分比；限额为已用的百分比",
    "Bar of completion: the share of the target that is done, or of a limit that is used",
)
COMPLETION_MARK = Text(
    "完成率条形上的{mark}：按进度安排应完成的比例",
    "Mark {mark} on completion: the share that the timetable expects by then",
)
GROWTH_BAR = Text("增速条形：实际增速", "Bar of growth: the growth so far")
GROWTH_MARK = Text(
    "增速条形上的{mark}：目标增速",
    "Mark {mark} on growth: the target growth",
)

# Notes under the table

PACE_NOTE = Text("超/欠进度：{meanings}", "Pace: {meanings}")
PACE_OF_SUM = Text(
    "累计数为完成率与应完成比例之差，单位为百分点",
    "of a sum, completion minus the expected share, in percentage points",
)
PACE_OF_GROWTH = Text(
    "增速为与目标（有分期要求的为与最近一次要求）之差，单位为百分点",
    "of growth, the distance from its target or trajectory, in percentage points",
)
PACE_OF_STOCK = Text(
    "期末数和平均数为与应达到水平之差，没有进度要求的为与目标之差",
    "of a stock or an average, the distance from the expected level; if there is none, "
    "from the target",
)
LIMITS_NOTE = Text(
    "上限：累计数的完成率为已用比例，“高于进度、低于进度”为与进度安排之差；“超上限、距上限”为与上限"
    "之差，比率以百分点计",
    "Limits: completion is the share of the limit that is used. “Over plan” and “under plan” "
    "compare it with the timetable. “Over the limit” and “within the limit” compare a rate or a "
    "stock with its limit, rates in percentage points",
)
OBSERVATIONS_NOTE = Text("数据：{source}", "Observations: {source}")
OWN_OBSERVATIONS = Text("计划自带的数据", "the plan's own")
PUBLISHED_BY_NOTE = Text(
    "仅采用{day}及以前公布的数据",
    "Only data published by {day} are used",
)
UNDATED_NOTE = Text(
    "{count}行没有公布日期，未采用",
    "Left out: {counted} without a day of publication",
)
ELSEWHERE_NOTE = Text(
    "未采用{count}行：不属于{base_year}年和{year}年，或晚于截至时点",
    "Not used: {counted} outside {base_year} and {year}, or after the as-of date",
)
UNSCORED_NOTE = Text(
    "另有{count}项背景数和定性目标，不评分",
    "Not scored: {counted}",
)

# Completion, lead and lag, and what is still needed, in words

COMPLETION_USED = Text("已用{share}", "{share} used")
COMPLETION_OF_LIMIT = Text("上限的{share}", "{share} of the limit")
IS_DONE = Text("完成{share}", "{share} done")
IS_USED = Text("已用限额{share}", "{share} of the limit used")
IS_OF_LIMIT = Text("为上限的{share}", "{share} of the limit")
PLAIN_LEAD = Text("{size}{unit}", "{size}{unit}")
LEAD_UNIT = Text("个百分点", " points")
RANGES = {
    ProgressMeaning.BEYOND: Text("高于区间", "above the range"),
    ProgressMeaning.WITHIN: Text("区间内", "within the range"),
    ProgressMeaning.BELOW: Text("低于区间", "below the range"),
}
OVERUSED = Text("高于进度{size}{unit}", "{size}{unit} over plan")
UNUSED = Text("低于进度{size}{unit}", "{size}{unit} under plan")
OVER_LIMIT = Text("超上限{size}", "{size} over the limit")
WITHIN_LIMIT = Text("距上限{size}", "{size} within the limit")
BELOW_TARGET = Text("低于目标{size}", "{size} below target")
ABOVE_TARGET = Text("高于目标{size}", "{size} above target")
AHEAD_BY = Text("超进度{size}", "{size} ahead")
BEHIND_BY = Text("欠进度{size}", "{size} behind")
BETTER_BY = Text("优于目标{size}", "{size} better than target")
SHORT_BY = Text("距目标{size}", "{size} off target")
PARTNER_GROWTH = Text("{words}（后者为{rate}）", "{words} (its growth: {rate})")
"""The target of a relative target, and the growth of its partner."""
STALE_PERIOD = Text("{period}（沿用）", "{period} (stale)")
AVERAGE_AT_MOST = Text(
    "余下时间平均须控制在{amount}以内",
    "an average of at most {amount} needed from now on",
)
AVERAGE_AT_LEAST = Text(
    "余下时间平均须达到{amount}",
    "an average of at least {amount} needed from now on",
)
REST_OF_YEAR = Text("余下月份", "in the rest of the year")
REST_OF_PLAN = Text("余下各年年均", "a year in the rest of the plan")
STILL_NEEDED = Text("尚需{amount}", "{amount} still needed")
STILL_TO_REDUCE = Text("尚需减少{amount}", "a reduction of {amount} still needed")
GROWTH_AT_MOST = Text(
    "{rest}增速须控制在{size}以内",
    "growth of at most {size} {rest}",
)
FALL_AT_MOST = Text(
    "{rest}降幅须控制在{size}以内",
    "a fall of at most {size} {rest}",
)
NO_CHANGE_NEEDED = Text(
    "{rest}需持平",
    "no change needed {rest}",
)
FALL_NEEDED = Text(
    "{rest}需下降{size}",
    "a fall of {size} needed {rest}",
)
GROWTH_NEEDED = Text(
    "{rest}需增长{size}",
    "growth of {size} needed {rest}",
)
GROWTH_OF = Text("增长{size}", "growth of {size}")
FALL_OF = Text("下降{size}", "a fall of {size}")

# Recorded observations

RECORDED = Text(
    "已记入 {path}：{name}（{id}），{observation}",
    "recorded in {path}: {name} ({id}), {observation}",
)
PUBLISHED_ON = Text("{day}公布", "published {day}")
OBSERVED = Text("{period}：{facts}", "{period}: {facts}")

# Why a target has no timetable

SCHEDULE_LEFT_OUT = Text(
    "{count}项未列：{names}。{reason}",
    "{count} not listed: {names}. {reason}",
)
SCHEDULE_GAPS = {
    ScheduleGap.NO_SHARES: Text(
        "缺少基期年分月数据，无法安排进度：请在 observations 补入基期年各月数据",
        "The base year's monthly figures are missing: add them under observations",
    ),
    ScheduleGap.NO_BASE: Text(
        "没有基期值，无法分解到各期",
        "There is no base value, so there is no amount to spread over the year",
    ),
    ScheduleGap.MILESTONE: Text(
        "节点目标按期限评价，不作进度安排",
        "A milestone has a due date and no timetable",
    ),
    ScheduleGap.AVERAGE: Text(
        "平均数随时评价，不作进度安排",
        "An average is judged at any time and has no timetable",
    ),
    ScheduleGap.NO_PATH: Text(
        "没有分期要求，也没有低于目标的起点，不作进度安排",
        "There is no trajectory and no baseline that still misses the target",
    ),
    ScheduleGap.RELATIVE: Text(
        "按另一指标的增速评价，不单独作进度安排",
        "It follows the growth of another target and has no timetable",
    ),
}

# Warnings

WARNING_ABOUT = Text("{name}：{warning}", "{name}: {warning}")
WARNINGS = {
    WarningCode.ABOVE_RANGE: Text("已超出区间上限", "Above the upper end of the range"),
    WarningCode.BELOW_RANGE: Text("已低于区间下限", "Below the lower end of the range"),
    WarningCode.BASE_SHARES: Text(
        "进度按{base_year}年各月所占比重计算",
        "The timetable follows the months of {base_year}",
    ),
    WarningCode.PRICES_DIFFER: Text(
        "两项增速的价格口径不同（一项现价、一项不变价），未剔除价格因素",
        "One growth is at current and the other at constant prices: no price rise is deducted",
    ),
    WarningCode.PRICES_UNKNOWN: Text(
        "计划未写明该增速的价格口径，直接与所比增速比较",
        "The plan does not state the price basis of this growth: it is compared as published",
    ),
    WarningCode.CEILING: Text("此为上限，不得超过", "A limit, not to be exceeded"),
    WarningCode.EQUAL_MONTHS: Text(
        "缺少可用的{base_year}年分月数据，余下月份所需增速按各月相等推算",
        "Usable monthly figures of {base_year} are missing: the growth needed assumes equal months",
    ),
    WarningCode.ESTIMATE: Text(
        "数据为估计数，暂不作全年评价",
        "The figure is an estimate: no verdict on the year yet",
    ),
    WarningCode.FAR_FROM_TARGET: Text(
        "数值为目标值的十倍以上，请核对单位",
        "More than ten times the target: check the unit",
    ),
    WarningCode.NO_BASE_SHARES: Text(
        "缺少可用的{base_year}年同期数据，进度按时间均匀计算",
        "Usable monthly figures of {base_year} are missing: the timetable is even over time",
    ),
    WarningCode.NO_VALUE: Text(
        "只有增速，没有数值，无法评价",
        "Only a growth is known, and no value: it cannot be judged",
    ),
    WarningCode.OVER_LIMIT: Text("已超过上限", "Above the limit"),
    WarningCode.SERIES_BREAK: Text(
        "口径有变化，与上年不可比",
        "The series breaks here: it cannot be compared with the year before",
    ),
}
"""The warnings that are a code alone."""
PERIOD_WARNINGS = {
    WarningCode.FALLS: Text(
        "低于{period}的累计数，请核对是否误报当月数",
        "Below the cumulative figure for {period}: is this the figure of one month?",
    ),
    WarningCode.NO_GROWTH: Text(
        "{period}只有数值，没有公布增速，无法评价；两年数值之比仅供参考",
        "{period}: a level but no published growth, so it cannot be judged; "
        "the ratio of two levels is only shown",
    ),
}
NODE = Text(
    "按{period}分期要求{rate}评价",
    "Judged against its trajectory for {period}: {rate}",
)
SIDE_GROWTH = Text(
    "同时要求{target}，公布{actual}：{status}",
    "Also required: {target}; published: {actual} ({status})",
)
YEAR_WARNINGS = {
    WarningCode.FAR_FROM_BASE: Text(
        "数值与{year}年同期相差十倍以上，请核对单位",
        "More than ten times above or below the same period of {year}: check the unit",
    ),
    WarningCode.MISSING_YEAR: Text(
        "缺少{year}年数据，无法评价规划进度",
        "The figure for {year} is missing, so progress cannot be judged",
    ),
}
DUE_DATE_WARNINGS = {
    WarningCode.LATE: Text("期限为{due}，逾期完成", "Due on {due}, reached later"),
    WarningCode.OVERDUE: Text("期限为{due}，逾期未完成", "Due on {due}, and not done yet"),
    WarningCode.UNREPORTED: Text(
        "期限为{due}，逾期未报",
        "Due on {due}, and nothing reported",
    ),
}
STALE_GROWTH = Text(
    "截至{as_of}无新的全年增速，沿用{period}数据，按当时进度评价；年内增速不连乘",
    "No new full-year growth by {as_of}: the one for {period} is judged at its own date; "
    "growth within a year is not chained",
)
STALE = Text(
    "截至{as_of}无新数据，沿用{period}数据，按当时进度评价",
    "No new figure by {as_of}: the one for {period} is judged at its own date",
)
REVISION_WARNINGS = {
    WarningCode.REVISED: Text(
        "目标值自{day}起由{before}调整为{after}",
        "Target revised on {day} from {before} to {after}",
    ),
    WarningCode.REVISED_LATER: Text(
        "按当时的目标值{before}评价，自{day}起调整为{after}",
        "Judged on {before}, the target at the time; revised on {day} to {after}",
    ),
}
DEFLATED = Text(
    "名义增长{nominal}%，价格涨幅{deflator}%，实际增长{real}%",
    "Nominal growth of {nominal}% and a price rise of {deflator}% give real growth of {real}%",
)
NO_COMPARISON = Text(
    "缺少{other}的同期增速，无法比较",
    "The growth of {other} for the same period is missing",
)
BASE_REVISED = Text(
    "{base_year}年值在数据中为{base}，推算采用{planned}",
    "The {base_year} value is {base} in the data; the projection starts from {planned}",
)
GROWTH_DISAGREES = Text(
    "公布增速{published}%，按两年数值计算的隐含增速{implied}%，相差{points}个百分点",
    "Published growth is {published}%; the two levels imply {implied}%, a difference of {points} "
    "percentage points",
)
COMPARABLE_BASE = Text(
    "按公布增速推算，可比口径的{base_year}年基数为{base}",
    "on the published growth, the comparable {base_year} base is {base}",
)
COMPARABLE_BASE_SO_FAR = Text(
    "按公布增速推算，可比口径的{base_year}年同期基数为{base}",
    "on the published growth, the comparable base of the same period of {base_year} is {base}",
)
CONSTANT_PRICES = Text(
    "{year}年数值按{year}年价格计算，增速按不变价计算，二者不可比",
    "the {year} level is at {year} prices, the growth at constant prices: "
    "the two are not comparable",
)
