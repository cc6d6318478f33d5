"""Errors between the parts of a plan (E4)."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

RULES: dict[str, Entry] = {
    "E401": Entry(
        Text("编号 {id} 重复：第 {first} 行已有", "the id {id} is already used on line {first}"),
        Text("请换一个编号", "choose another id"),
        Text(
            "指标、行动、比率和来源的编号各不相同；同一行动内目标的编号也不相同。",
            "Indicators, actions and ratios share one set of ids. Sources have their own, and so "
            "do the targets of each action.",
        ),
    ),
    "E402": Entry(
        Text("没有名为{id}的{what}", "there is no {what} {id}"),
        Text("可用的有：{known}", "there are: {known}"),
        Text(
            "一个条目引用了计划中没有的编号。", "An entry refers to an id that is not in the plan."
        ),
    ),
    "E403": Entry(
        Text("类型为 {kind} 时需要 {key}", "a target of kind {kind} needs the key {key}"),
        Text("请补上 {key}，或修改 kind", "add {key}, or change the kind"),
        Text(
            "各类目标所需的键：growth 要 growth，share 要 value，都带百分号；"
            "level 和 count 要 value 与 unit；relative 要 to；其余可以不写数。",
            "growth needs `growth` and share needs `value`, both with a percent sign. level and "
            "count need `value` and `unit`, and relative needs `to`. The other kinds need no "
            "figure.",
        ),
    ),
    "E404": Entry(
        Text("类型为 {kind} 时不能有 {key}", "a target of kind {kind} cannot have the key {key}"),
        Text("请删去 {key}，或修改 kind", "remove {key}, or change the kind"),
        Text(
            "这个键不适用于此类目标，写了也不起作用。",
            "The key does not apply to this kind of target.",
        ),
    ),
    "E405": Entry(
        Text(
            "{target} 在 {period} 已有同一公布日期的数据（第 {first} 行）",
            "line {first} already has {target} for {period} with the same day of publication",
        ),
        Text("修订值请写新的 published 日期", "give a revision its own `published` date"),
        Text(
            "修订值另加一条，不覆盖旧值；同一目标、同一时期、同一公布日期只能有一条。",
            "Add a revision as a new observation. A target has one observation for each period and "
            "day of publication.",
        ),
    ),
    "E406": Entry(
        Text("数据既没有 value 也没有 growth", "the observation has neither value nor growth"),
        Text("请至少写一个", "write at least one of them"),
        Text(
            "一条数据至少要有数值或增速。",
            "An observation has a value, a published growth rate, or both.",
        ),
    ),
    "E407": Entry(
        Text("行动的序号应为 {expected}", "the action's number should be {expected}"),
        Text("行动从 1 起依次编号", "number the actions 1, 2, 3 … in order"),
        Text(
            "erqi show action 3 按序号查找，所以序号从 1 起连续。",
            "`erqi show action 3` finds an action by its number, so the numbers start at 1 and "
            "have no gaps.",
        ),
    ),
    "E409": Entry(
        Text(
            "{id} 写了 no_baseline，又有 {year} 年的数值",
            "{id} says no_baseline but has a value for {year}",
        ),
        Text("请删去其中一个", "remove one of them"),
        Text("两处互相矛盾。", "The two statements contradict each other."),
    ),
    "E410": Entry(
        Text(
            "计划年 {plan_year} 应晚于基期年 {base_year}，且相差不超过20年",
            "the plan year {plan_year} must be 1 to 20 years after the base year {base_year}",
        ),
        Text("请检查两个年份", "check the two years"),
        Text(
            "年度计划的计划年是基期年的下一年；多年规划的计划年是末年，如基期年2020、计划年2025。",
            "In a yearly plan, the plan year is the year after the base year. In a plan of several "
            "years it is the last year: base year 2020, plan year 2025.",
        ),
    ),
    "E411": Entry(
        Text("基期值须大于零，现为 {value}", "a base value must be above zero, not {value}"),
        Text("请检查数字和单位", "check the figure and the unit"),
        Text(
            "基期值为零或负数时，无法计算增速。",
            "A base value of zero or less gives no growth rate.",
        ),
    ),
    "E412": Entry(
        Text(
            "上限 {upper} 不大于下限 {value}",
            "the upper end {upper} is not above the lower end {value}",
        ),
        Text(
            "between 的 value 是下限，upper 是上限",
            "with `between`, value is the lower end and upper is the upper end",
        ),
        Text(
            "区间的两端相等或写反了。",
            "The two ends of the range are equal, or the wrong way round.",
        ),
    ),
    "E413": Entry(
        Text("comparator 为 {comparator} 时需要 {key}", "the comparator {comparator} needs {key}"),
        Text("请补上 {key}", "add {key}"),
        Text(
            "“左右”须写明容差：比率的以百分点计，数量的为该数的百分之几；区间须有上限。",
            "`about` needs a tolerance: percentage points for a rate, percent for an amount. A "
            "range needs its upper end.",
        ),
    ),
    "E414": Entry(
        Text("单位 {unit} 与 {other} 不能相比", "the units {unit} and {other} cannot be compared"),
        Text("请用同一类单位", "use units of the same measure"),
        Text(
            "比率两边的单位必须可以换算，否则比值没有意义。",
            "The units of the two sides must convert into each other. Otherwise the ratio has no "
            "meaning.",
        ),
    ),
    "E415": Entry(
        Text(
            "{key} 只与 comparator: {comparator} 同用",
            "{key} is only for comparator: {comparator}",
        ),
        Text(
            "请删去 {key}，或写 comparator: {comparator}",
            "remove {key}, or write comparator: {comparator}",
        ),
        Text(
            "upper 是区间的上限；tolerance 是左右、以上、以内的容差，没有限定词的数不用容差。",
            "`upper` is the upper end of a range. A tolerance goes with about, at_least and "
            "at_most; a bare figure has none.",
        ),
    ),
    "E416": Entry(
        Text("{id} 没有可用于计算比率的数量", "{id} has no amount that a ratio can use"),
        Text("请用有单位的指标或目标", "use an indicator or target with a unit"),
        Text(
            "比率的两边都须是有单位的数量；占比、节点和没有单位的指标不能作分子分母。",
            "Both sides of a ratio are amounts with a unit. Shares, milestones and indicators "
            "without a unit cannot be used.",
        ),
    ),
    "E417": Entry(
        Text("status 为 B 时需要 series_break", "the status B needs series_break"),
        Text(
            "请在 series_break 写明口径如何不同",
            "say under series_break how the definition differs",
        ),
        Text(
            "口径变化须说明与相邻数据有何不同，以免误比。",
            "Say how the figure differs, so that readers do not compare it with others by mistake.",
        ),
    ),
    "E421": Entry(
        Text("baseline 与目标值相同（{value}）", "the baseline equals the target ({value})"),
        Text("请删去 baseline，或改正数字", "remove baseline, or correct the figure"),
        Text(
            "baseline 是年初水平，进度从年初水平算到目标值；两者相同则无法计算进度。",
            "Progress runs from `baseline`, the level at the start of the year, to the target. If "
            "both are equal, there is nothing to measure.",
        ),
    ),
    "E422": Entry(
        Text(
            "公布日期 {published} 过早：{period} 的数在 {earliest} 以前尚不可知",
            "the figure for {period} cannot be known before {earliest}, but was published on "
            "{published}",
        ),
        Text(
            "请核对时期和公布日期；预测数的 status 写 F，估计数写 E",
            "check the period and the date; a forecast has the status F, an estimate E",
        ),
        Text(
            "时期的最后一个月开始以前，全期的数还不可知，多半是其中一个日期写错了。",
            "The figure for a period is not known before its last month begins. One of the two "
            "dates is probably mistyped.",
        ),
    ),
    "E423": Entry(
        Text("期限 {due} 早于计划年 {year}", "the due date {due} is before the plan year {year}"),
        Text("请改正日期；没有期限就删去 due", "correct the date, or leave `due` out"),
        Text(
            "计划年开始以前到期的目标，年内无法安排进度，且已过期。",
            "Such a target is overdue from the first day, and has no timetable.",
        ),
    ),
    "E425": Entry(
        Text(
            "增长目标为 {growth}，未写明优劣方向",
            "the growth is {growth}, but the plan does not say which direction is better",
        ),
        Text(
            "降幅越大越好（如能耗）写 better: lower；降幅越小越好（如收入）写 better: higher",
            "write better: lower if a larger fall is better (energy use), better: higher if a "
            "smaller one is (revenue)",
        ),
        Text(
            "负的增长目标可能是要求下降，也可能是最多降这么多，两者的评价正好相反。",
            "A planned fall may be wanted, or be the most that is accepted. The verdicts are "
            "opposite.",
        ),
    ),
    "E426": Entry(
        Text("计划没有目标", "the plan has no targets"),
        Text(
            "请在 indicators 或行动的 targets 下至少写一个",
            "write at least one under indicators, or under the targets of an action",
        ),
        Text(
            "没有目标的计划无法推算，也无法评价。",
            "A plan without targets leaves nothing to project or to judge.",
        ),
    ),
    "E427": Entry(
        Text(
            "增长目标的取数方式不能是 {collection}",
            "the collection of a growth target cannot be {collection}",
        ),
        Text("请删去 collection，或修改 kind", "leave collection out, or change the kind"),
        Text(
            "增速是两个时期之比，既不累计，也不是期末数。",
            "A growth rate compares two periods. It is neither added up nor counted at the end.",
        ),
    ),
    "E428": Entry(
        Text(
            "better: {better} 与 comparator: {comparator} 矛盾",
            "better: {better} contradicts comparator: {comparator}",
        ),
        Text(
            "请删去 better，或修改 comparator；“下降17%以上”写 growth: -17%、comparator: at_most",
            "leave better out, or change the comparator; write a fall of at least 17% as growth: "
            "-17% with comparator: at_most",
        ),
        Text(
            "“以上”给出下限，越高越好；“以内”给出上限，越低越好。",
            "`at_least` sets a floor, and more is better; `at_most` sets a limit, and less is "
            "better.",
        ),
    ),
    "E429": Entry(
        Text("目标与自身相比：{chain}", "the target is compared with itself: {chain}"),
        Text("请修改 to，指向另一项目标", "name another target under `to`"),
        Text(
            "相对目标要与另一项的增速相比，不能绕回自身。",
            "A relative target is compared with the growth of another one. The comparison must not "
            "lead back to it.",
        ),
    ),
    "E430": Entry(
        Text(
            "{id} 的类型为 {kind}，没有增速可比",
            "{id} is of kind {kind} and has no growth to compare with",
        ),
        Text(
            "请改用有增速的指标；不作目标的参照数可写成 kind: context 并给出数据",
            "name a target with a growth; a reference figure that is not a target can have kind: "
            "context and observations",
        ),
        Text(
            "相对目标比较两个增速，价格涨幅也是增速。",
            "A relative target compares two growth rates. A price rise is one too.",
        ),
    ),
    "E431": Entry(
        Text(
            "容差 {tolerance} 不小于目标值本身",
            "the tolerance {tolerance} is as large as the figure itself",
        ),
        Text(
            "请改小：比率的容差以百分点计（如 0.1），数量的为该数的百分之几",
            "make it smaller: percentage points for a rate, such as 0.1, and percent for an amount",
        ),
        Text(
            "容差这样大，任何结果都算完成。",
            "With such a tolerance any result would meet the target.",
        ),
    ),
    "E432": Entry(
        Text(
            "期限 {due} 比计划年 {year} 晚十年以上",
            "the due date {due} is more than ten years after the plan year {year}",
        ),
        Text("请核对年份", "check the year"),
        Text("多半是年份写错了。", "The year is probably mistyped."),
    ),
    "E433": Entry(
        Text(
            "公布日期 {published} 比时期 {period} 晚十年以上",
            "the publication date {published} is more than ten years after {period}",
        ),
        Text("请核对年份", "check both years"),
        Text("多半是年份写错了。", "One of the two years is probably mistyped."),
    ),
    "E434": Entry(
        Text(
            "trajectory 中 {period} 的 {value} 有误：{reason}",
            "in the trajectory, {value} for {period} is wrong: {reason}",
        ),
        Text("请改正时期或数值", "correct the period or the figure"),
        Text(
            "trajectory 按时期写明进度要求：数量写数或占目标的百分比，比率写百分数，"
            "形象进度写文字。",
            "A trajectory says what to reach by each period. Write an amount as a number or as a "
            "percent of the figure, a rate as a percentage, and anything else in words.",
        ),
    ),
    "E435": Entry(
        Text("单位 {unit} 已有", "the unit {unit} already exists"),
        Text("请删去，或换一个写法", "leave it out, or write it differently"),
        Text(
            "units 只用来补充通用单位表以外的单位。",
            "`units` only adds units to the program's own list.",
        ),
    ),
    "E436": Entry(
        Text(
            "自定单位有 {key} 时还需要 {other}",
            "a unit with the key {key} needs the key {other} too",
        ),
        Text(
            "请补上 {other}，如亿斤为 of: 吨、factor: 50000；不换算则两个都不写",
            "add {other}, such as of: 吨 and factor: 50000 for 亿斤; without a conversion leave "
            "both out",
        ),
        Text(
            "of 和 factor 合起来说明一个单位等于另一单位多少。",
            "`of` and `factor` together say how many of another unit make up one of this unit.",
        ),
    ),
    "E437": Entry(
        Text(
            "状态界限次序不对：{low}（{low_value}）高于 {high}（{high_value}）",
            "the thresholds are out of order: {low} ({low_value}) is above {high} ({high_value})",
        ),
        Text(
            "三个数须依次不增，如 ahead: 1、behind: 0、seriously_behind: -10",
            "write them from high to low, such as ahead: 1, behind: 0, seriously_behind: -10",
        ),
        Text(
            "未写的界限取计划的；计划也未写的，ahead 为1，behind 为0。次序不对时，"
            "同一个数会有两种状态。",
            "A missing threshold comes from the plan. If the plan has none, ahead is 1 and behind "
            "is 0. In the wrong order, one figure would have two statuses.",
        ),
    ),
}
