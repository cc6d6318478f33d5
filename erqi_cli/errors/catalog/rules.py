"""Errors between the parts of a plan (E4)."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

RULES: dict[str, Entry] = {
    "E401": Entry(
        Text(
            "编号 {id} 重复：第 {first} 行已有", "the id {id} is taken: line {first} has it already"
        ),
        Text("请换一个编号", "choose another id"),
        Text(
            "指标、行动、比率和来源的编号各不相同；同一行动内目标的编号也不相同。",
            "Indicators, actions and ratios share one set of ids; sources have theirs, and so do "
            "the targets of each action.",
        ),
    ),
    "E402": Entry(
        Text("{what} {id} 不存在", "there is no {what} {id}"),
        Text("已有：{known}", "there are: {known}"),
        Text(
            "一个条目引用了计划中没有的编号。", "An entry refers to an id that is not in the plan."
        ),
    ),
    "E403": Entry(
        Text("类型为 {kind} 时需要 {key}", "a target of kind {kind} needs {key}"),
        Text("请补充 {key}，或修改 kind", "add {key}, or change the kind"),
        Text(
            "各类目标所需的键：growth 和 share 要带百分号的 value；level 和 count 要 value 与 "
            "unit；relative 要 to；milestone 和 qualitative 都可以没有数。",
            "What each kind needs: growth and share a `value` with a percent sign; level, count "
            "and context a `value` and a `unit`; relative a `to`; milestone and qualitative may "
            "have no figure.",
        ),
    ),
    "E404": Entry(
        Text("类型为 {kind} 时不能有 {key}", "a target of kind {kind} cannot have {key}"),
        Text("请删去 {key}，或修改 kind", "remove {key}, or change the kind"),
        Text(
            "这个键对此类目标没有意义，写了也不会起作用。",
            "The key has no meaning for this kind of target.",
        ),
    ),
    "E405": Entry(
        Text(
            "{target} 在 {period} 已有同一公布日期的数据（第 {first} 行）",
            "line {first} already has {target} for {period} with the same day of publication",
        ),
        Text("修订值请写新的 published 日期", "give a revision its own `published` date"),
        Text(
            "修订值另加一条，不覆盖旧值；同一目标、时期、公布日期只能有一条。",
            "A revision is added and never overwrites: one observation for each target, period "
            "and day of publication.",
        ),
    ),
    "E406": Entry(
        Text("数据既没有 value 也没有 growth", "the observation has neither value nor growth"),
        Text("请至少写一个", "write at least one of them"),
        Text(
            "一条数据要有水平值、增速或两者。",
            "An observation has a value, a published growth rate, or both.",
        ),
    ),
    "E407": Entry(
        Text("行动的序号应为 {expected}", "the action's number should be {expected}"),
        Text("行动从 1 起依次编号", "number the actions 1, 2, 3 … in order"),
        Text(
            "erqi show action 3 按序号查找，所以序号从 1 起连续。",
            "`erqi show action 3` finds an action by its number, so the numbers run from 1 "
            "without gaps.",
        ),
    ),
    "E408": Entry(
        Text("{id} 没有基期值，也没有说明原因", "{id} has no base value and does not say why"),
        Text(
            "请在 observations 中加 {year} 年的值，或写 no_baseline 说明原因",
            "add an observation for {year}, or say why there is none under `no_baseline`",
        ),
        Text(
            "没有公布的基期值时只给指数（基期为 100），不作编造。计划须写明没有的原因。",
            "Without a published base value there is only an index (base year = 100). Nothing is "
            "invented, and the plan says why the value is missing.",
        ),
    ),
    "E409": Entry(
        Text(
            "{id} 写了 no_baseline，却又有 {year} 年的值",
            "{id} says no_baseline but has a value for {year}",
        ),
        Text("请删去其中一个", "remove one of the two"),
        Text("两处说法相反。", "The two statements contradict each other."),
    ),
    "E410": Entry(
        Text(
            "计划年 {plan_year} 应为基期年 {base_year} 的下一年",
            "the plan year {plan_year} should be the year after the base year {base_year}",
        ),
        Text("请检查两个年份", "check the two years"),
        Text(
            "年度计划的增速是比上年的增速。",
            "A yearly plan's growth rates are over the year before.",
        ),
    ),
    "E411": Entry(
        Text("基期值须大于零，现为 {value}", "a base value must be above zero, not {value}"),
        Text("请检查数字和单位", "check the figure and the unit"),
        Text("零或负的基期值没有增速可言。", "There is no growth rate on a base of zero or less."),
    ),
    "E412": Entry(
        Text(
            "上限 {upper} 不大于下限 {value}",
            "the upper end {upper} is not above the lower end {value}",
        ),
        Text(
            "between 的 value 是下限，upper 是上限",
            "with `between`, value is the lower end and upper the upper",
        ),
        Text(
            "区间的两端写反了或相等。",
            "The two ends of the range are equal or the wrong way round.",
        ),
    ),
    "E413": Entry(
        Text("comparator 为 {comparator} 时需要 {key}", "the comparator {comparator} needs {key}"),
        Text("请补上 {key}", "add {key}"),
        Text(
            "“左右”的容差须明写（百分点；数量类目标为该数的百分之几），区间须有上限。",
            "`about` needs its tolerance spelled out (percentage points; for an amount, percent "
            "of it), a range its upper end.",
        ),
    ),
    "E414": Entry(
        Text("单位 {unit} 与 {other} 不能相比", "the units {unit} and {other} cannot be compared"),
        Text("请用同一类单位", "use units of the same measure"),
        Text(
            "比率两边的单位必须可以换算，否则比值没有意义。",
            "The two sides of a ratio must convert into each other, or it means nothing.",
        ),
    ),
    "E415": Entry(
        Text(
            "{key} 只与 comparator: {comparator} 同用",
            "{key} goes only with comparator: {comparator}",
        ),
        Text(
            "请删去 {key}，或写 comparator: {comparator}",
            "remove {key}, or write comparator: {comparator}",
        ),
        Text(
            "upper 是 between 的上限，tolerance 是 about 的容差。",
            "upper is the upper end of between, tolerance that of about.",
        ),
    ),
    "E416": Entry(
        Text("{id} 没有可用于比率的数量", "{id} has no amount for a ratio"),
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
            "断点须说明与相邻数据有何不同，读者才不会误比。",
            "A break says how the figure differs, so that nobody compares what cannot be compared.",
        ),
    ),
    "E418": Entry(
        Text(
            "monthly_shares 须与 pace: monthly 同用", "monthly_shares and pace: monthly go together"
        ),
        Text("请补上另一个，或两个都删去", "add the other one, or remove this one"),
        Text(
            "按月安排进度时，pace 写 monthly，monthly_shares 写 12 个逐月累计占比，如 [5%, 12%, "
            "…, 100%]。",
            "A timetable by month has `pace: monthly` and under `monthly_shares` 12 cumulative "
            "shares such as [5%, 12%, …, 100%].",
        ),
    ),
    "E419": Entry(
        Text(
            "逐月累计占比不对（共 {found} 个）",
            "the cumulative monthly shares are wrong ({found} are given)",
        ),
        Text(
            "须有 12 个，逐月不减，最后一个为 100%",
            "12 are needed, none below the one before, the last of them 100%",
        ),
        Text(
            "每个占比是年初至该月累计应完成的比例。",
            "Each share is the part of the year's amount that is due from January to the end of "
            "that month.",
        ),
    ),
    "E420": Entry(
        Text("增速目标没有 at_end 的进度", "a growth target has no pace at_end"),
        Text(
            "请写 monthly、base_year 或 linear，或删去 pace",
            "write monthly, base_year or linear, or leave pace out",
        ),
        Text(
            "增速目标的 pace 说明基期年在各月的分布，用来算余下月份所需的增速。",
            "With a growth target, pace says how the base year is spread over its months. The "
            "growth needed in the rest of the year follows from it.",
        ),
    ),
    "E421": Entry(
        Text("baseline 与目标值相同（{value}）", "the baseline equals the target ({value})"),
        Text("请删去 baseline，或改正数字", "remove baseline, or correct the figure"),
        Text(
            "baseline 是年初水平，进度从年初水平算到目标值；两者相同则无法计算进度。",
            "Progress runs from `baseline`, the level at the start of the year, to the target. If "
            "both are equal, there is no progress to measure.",
        ),
    ),
    "E422": Entry(
        Text(
            "公布日期 {published} 早于时期 {period} 的开始",
            "published on {published}, before {period} had begun",
        ),
        Text(
            "请核对两者的年份；预测数的 status 写 F，估计数写 E",
            "check the years of both; a forecast has the status F, an estimate E",
        ),
        Text(
            "已知的数不会在所属的年、月或日开始之前公布，多半是其中一个年份写错了。",
            "No figure is published before its year, month or day has begun: one of the two years "
            "is probably mistyped.",
        ),
    ),
    "E423": Entry(
        Text("期限 {due} 早于计划年 {year}", "due on {due}, before the plan year {year}"),
        Text(
            "请改正日期；没有期限就删去 due",
            "correct the date; leave `due` out where there is none",
        ),
        Text(
            "计划年开始以前到期的目标，年内无法安排进度，且已过期。",
            "A target due before the plan year has no timetable in it and is overdue from the "
            "first day.",
        ),
    ),
    "E424": Entry(
        Text(
            "各月进度到期限 {due} 只有 {share}",
            "the shares by month reach {share} by the due date {due}",
        ),
        Text(
            "到期限的那个月应写 100%，或改期限",
            "write 100% from the month of the due date on, or change `due`",
        ),
        Text(
            "到期应全部完成，进度表却排到期限以后，两者矛盾。",
            "Everything is due by that day, but the timetable goes on after it: the two "
            "contradict each other.",
        ),
    ),
}
