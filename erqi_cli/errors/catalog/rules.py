"""Errors between the parts of a file: E4 the rules of a plan, E5 a table in CSV."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.language import Text

RULES: dict[str, Entry] = {
    "E401": Entry(
        Text("编号 {id} 重复：第 {first} 行已有", "the id {id} is taken: line {first} has it already"),
        Text("请换一个编号", "choose another id"),
        Text(
            "指标、行动、比率和来源的编号各不相同；同一行动内目标的编号也不相同。",
            "Indicators, actions and ratios share one set of ids; sources have theirs, and so do the targets of each action.",
        ),
    ),
    "E402": Entry(
        Text("{what} {id} 不存在", "there is no {what} {id}"),
        Text("已有：{known}", "there are: {known}"),
        Text("一个条目引用了计划中没有的编号。", "An entry refers to an id that the plan does not hold."),
    ),
    "E403": Entry(
        Text("类型为 {kind} 时需要 {key}", "a target of kind {kind} needs {key}"),
        Text("请补上 {key}，或改变 kind", "add {key}, or change the kind"),
        Text(
            "各类目标所需的键：growth 和 share 要带百分号的 value；level 和 count 要 value 与 unit；relative 要 to；milestone 和 qualitative 都可以没有数。",
            "What each kind needs: growth and share a `value` with a percent sign; level, count and context a `value` and a `unit`; relative a `to`; milestone and qualitative may have no figure.",
        ),
    ),
    "E404": Entry(
        Text("类型为 {kind} 时不能有 {key}", "a target of kind {kind} cannot have {key}"),
        Text("请删去 {key}，或改变 kind", "remove {key}, or change the kind"),
        Text(
            "这个键对此类目标没有意义，写了也不会起作用。",
            "The key has no meaning for this kind of target and would be without effect.",
        ),
    ),
    "E405": Entry(
        Text(
            "{target} 在 {period} 的同一批数据已在第 {first} 行",
            "{target} has an observation for {period} of the same vintage on line {first}",
        ),
        Text("修订值请写新的 published 日期", "give a revision its own `published` date"),
        Text(
            "后来公布的修订值作为新的一批加入，不覆盖旧值；同一目标、时期、公布日期只能有一条。",
            "A later vintage is added, never overwritten: one observation for each target, period and publication date.",
        ),
    ),
    "E406": Entry(
        Text("数据既没有 value 也没有 growth", "the observation has neither value nor growth"),
        Text("请至少写一个", "write at least one of them"),
        Text("一条数据要有水平值、增速或两者。", "An observation holds a level, a published growth, or both."),
    ),
    "E407": Entry(
        Text("行动的序号应为 {expected}", "the action's number should be {expected}"),
        Text("行动从 1 起依次编号", "number the actions 1, 2, 3 … in order"),
        Text(
            "erqi show action 3 按序号查找，所以序号从 1 起连续。",
            "`erqi show action 3` finds an action by its number, so the numbers run from 1 without gaps.",
        ),
    ),
    "E408": Entry(
        Text("{id} 没有基期值，也没有说明原因", "{id} has no base value and does not say why"),
        Text(
            "请在 observations 中加 {year} 年的值，或写 no_baseline 说明原因",
            "add an observation for {year}, or say why there is none under `no_baseline`",
        ),
        Text(
            "没有公布的基期值就没有预期值：工具给出指数（基期为 100），绝不编造。计划须写明为何没有。",
            "Without a published base value there is no projected value: the tool gives an index (base year = 100) and invents nothing. The plan says why there is none.",
        ),
    ),
    "E409": Entry(
        Text("{id} 写了 no_baseline，却又有 {year} 年的值", "{id} says no_baseline but has a value for {year}"),
        Text("请删去其中一个", "remove one of the two"),
        Text("两处说法相反。", "The two statements contradict each other."),
    ),
    "E410": Entry(
        Text(
            "计划年 {plan_year} 应为基期年 {base_year} 的下一年",
            "the plan year {plan_year} should be the year after the base year {base_year}",
        ),
        Text("请检查两个年份", "check the two years"),
        Text("年度计划的增速是比上年的增速。", "A yearly plan's growth rates are over the year before."),
    ),
    "E411": Entry(
        Text("基期值须大于零，现为 {value}", "a base value must be above zero, not {value}"),
        Text("请检查数字和单位", "check the figure and the unit"),
        Text("零或负的基期值没有增速可言。", "There is no growth rate on a base of zero or less."),
    ),
    "E412": Entry(
        Text("上限 {upper} 不大于下限 {value}", "the upper end {upper} is not above the lower end {value}"),
        Text("between 的 value 是下限，upper 是上限", "with `between`, value is the lower end and upper the upper"),
        Text("区间的两端写反了或相等。", "The two ends of the range are equal or the wrong way round."),
    ),
    "E413": Entry(
        Text("comparator 为 {comparator} 时需要 {key}", "the comparator {comparator} needs {key}"),
        Text("请补上 {key}", "add {key}"),
        Text(
            "“左右”的容差须明写（百分点；数量类目标为该数的百分之几），区间须有上限。",
            "`about` needs its tolerance spelled out (percentage points; for an amount, percent of it), a range its upper end.",
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
        Text("{key} 只与 comparator: {comparator} 同用", "{key} goes only with comparator: {comparator}"),
        Text("请删去 {key}，或写 comparator: {comparator}", "remove {key}, or write comparator: {comparator}"),
        Text(
            "upper 是 between 的上限，tolerance 是 about 的容差。", "upper is the upper end of between, tolerance that of about."
        ),
    ),
    "E416": Entry(
        Text("{id} 没有可作比的数量", "{id} has no amount that a ratio could take"),
        Text("请用有单位的指标或目标", "use an indicator or target with a unit"),
        Text(
            "比率的两边都须是有单位的数量；占比、节点和没有单位的指标不能作分子分母。",
            "Both sides of a ratio are amounts with a unit; a share, a milestone or an indicator without a unit is none.",
        ),
    ),
    "E417": Entry(
        Text("status 为 B 时需要 series_break", "the status B needs series_break"),
        Text("请在 series_break 写明口径如何不同", "say under series_break how the definition differs"),
        Text(
            "断点须说明与相邻数据有何不同，读者才不会误比。",
            "A break says how the figure differs, so that nobody compares what cannot be compared.",
        ),
    ),
    "E501": Entry(
        Text("表中没有 {column} 一列", "the table has no column {column}"),
        Text("第一行须是列名，可用：{allowed}", "the first row must name the columns; understood are: {allowed}"),
        Text("CSV 的第一行是列名，可用中文或英文。", "The first row of the CSV names the columns, in Chinese or in English."),
    ),
    "E502": Entry(
        Text("此行有 {found} 格，应为 {expected} 格", "the row has {found} cells instead of {expected}"),
        Text("含逗号的内容请加双引号", "put a cell that holds a comma in double quotes"),
        Text(
            "格数不符多因数字里有千位逗号而没有加引号，1,234 会被读成 1。",
            "The usual cause is a thousands comma without quotes: 1,234 would be read as 1. Such a row is refused.",
        ),
    ),
    "E503": Entry(
        Text("双引号没有闭合", "a double quote is not closed"),
        Text("请补上引号", "close the quote"),
        Text(
            "引号从这一行开始，直到文件结尾都没有闭合。", "The quote opens on this line and is still open at the end of the file."
        ),
    ),
    "E504": Entry(
        Text("列名 {column} 重复", "the column {column} is given twice"),
        Text("请删去其中一列", "remove one of the two"),
        Text("不知该用哪一列。", "It is not clear which of the two is meant."),
    ),
    "E505": Entry(
        Text("{id} 在第 {first} 行已有", "{id} is on line {first} already"),
        Text("每项指标一行", "one row for each indicator"),
        Text("不知该用哪一个值。", "It is not clear which of the two values is meant."),
    ),
    "E506": Entry(
        Text("{value} 不是文件里应有的电子表格值", "{value} is a spreadsheet's error mark, not a value"),
        Text("请在表格里改正公式后重新导出", "mend the formula in the spreadsheet and export again"),
        Text("#REF!、#DIV/0! 之类是公式的出错标记。", "#REF!, #DIV/0! and the like are marks of a formula that failed."),
    ),
    "E507": Entry(
        Text("表里没有数据行", "the table has no rows"),
        Text("请在列名下面写上数据", "write the values under the column names"),
        Text("文件是空的，或只有列名。", "The file is empty, or has column names only."),
    ),
    "E509": Entry(
        Text("{reason}", "{reason}"),
        Text("写编号、名称或其中不致混淆的一部分", "write an id, a name or an unambiguous part of one"),
        Text(
            "这一行的名称在计划里找不到，或可指不止一项。",
            "The name on this row is not in the plan, or could mean more than one entry.",
        ),
    ),
    "E510": Entry(
        Text("此行无法读取：{reason}", "the row cannot be read: {reason}"),
        Text("请检查引号和分隔符", "check the quotes and the separators"),
        Text("CSV 在这一行不合规则。", "The CSV is malformed on this row."),
    ),
    "E511": Entry(
        Text("单位 {unit} 不能换算成 {other}", "the unit {unit} does not convert to {other}"),
        Text("请用 {other} 或可换算的单位", "use {other} or a unit of the same measure"),
        Text("两个单位不是同一种量。", "The two units are of different measures."),
    ),
    "E512": Entry(
        Text(
            "数旁的单位 {unit} 与单位列的 {other} 不一致",
            "the unit beside the number, {unit}, is not that of the unit column, {other}",
        ),
        Text("请只写一处", "give the unit in one place"),
        Text("两处单位不同，不知以哪个为准。", "The two units differ, and it is not clear which is meant."),
    ),
    "E508": Entry(
        Text("列名 {column} 不认识", "unknown column {column}"),
        Text("可用列名：{allowed}", "columns: {allowed}"),
        Text(
            "写错的列名若被忽略，整列数字就不起作用。", "A mistyped column that is ignored leaves all its figures without effect."
        ),
    ),
}
