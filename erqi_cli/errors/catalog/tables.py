"""Errors of a table in CSV (E5): its form, and the rows of a ledger."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

TABLES: dict[str, Entry] = {
    "E501": Entry(
        Text("表中没有 {column} 一列", "the table has no column {column}"),
        Text(
            "第一行须是列名，其上有标题的请删去；可用的列名：{allowed}",
            "the first row must name the columns: delete any title above it; "
            "possible names: {allowed}",
        ),
        Text(
            "CSV 的第一行是列名，可用中文或英文。",
            "The first row of a CSV names the columns, in Chinese or English.",
        ),
    ),
    "E502": Entry(
        Text(
            "此行有 {found} 格，应为 {expected} 格",
            "the row has {found} cells instead of {expected}",
        ),
        Text("含逗号的内容请加双引号", "put a cell that contains a comma in double quotes"),
        Text(
            "格数不符，多因数字里的千位逗号没有加引号：1,234 会被读成 1。",
            "The usual cause is a thousands comma without quotes: 1,234 would be read as 1.",
        ),
    ),
    "E503": Entry(
        Text("双引号没有闭合", "a double quote is not closed"),
        Text("请补上引号", "close the quote"),
        Text(
            "引号从这一行开始，直到文件结尾都没有闭合。",
            "The quote opens on this line and never closes.",
        ),
    ),
    "E504": Entry(
        Text("列名 {column} 重复", "the column {column} is given twice"),
        Text("请删去其中一列", "remove one of them"),
        Text("无法确定以哪一列为准。", "It is not clear which of them counts."),
    ),
    "E505": Entry(
        Text("第 {first} 行已有 {id}", "line {first} already has {id}"),
        Text(
            "每项指标写一行；含多个地区的文件只用于 erqi project",
            "write one row for each indicator; only `erqi project` takes a file with several "
            "regions",
        ),
        Text(
            "无法确定以哪个值为准。有“地区”一列的文件，每个地区、每项指标、每年写一行。",
            "It is not clear which value counts. A file with a `region` column has one row for "
            "each region, indicator and year.",
        ),
    ),
    "E506": Entry(
        Text(
            "{value} 是电子表格的出错标记，不是数值",
            "{value} is a spreadsheet's error mark, not a value",
        ),
        Text(
            "请在电子表格中改正公式后重新导出",
            "correct the formula in the spreadsheet and export it again",
        ),
        Text(
            "#REF!、#DIV/0! 等是公式的出错标记。",
            "#REF!, #DIV/0! and the like mark a formula that failed.",
        ),
    ),
    "E507": Entry(
        Text("表中没有数据行", "the table has no rows"),
        Text("请在列名下面写上数据", "write the values under the column names"),
        Text("文件是空的，或只有列名。", "The file is empty, or has only column names."),
    ),
    "E509": Entry(
        Text("{reason}", "{reason}"),
        Text("请写编号或全名", "write an id or a full name"),
        Text(
            "这一行的名称在计划中找不到，或可指不止一项。",
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
        Text("请用 {other} 或可换算的单位", "use {other}, or a unit that converts to it"),
        Text("两个单位不是同一类量。", "The two units measure different things."),
    ),
    "E512": Entry(
        Text(
            "数值旁的单位 {unit} 与单位列的 {other} 不一致",
            "the number has the unit {unit}, but the unit column has {other}",
        ),
        Text("请只在一处写单位", "give the unit in one place only"),
        Text("两处单位不同，无法确定以哪个为准。", "It is not clear which unit counts."),
    ),
    "E508": Entry(
        Text("未知的列名 {column}", "unknown column {column}"),
        Text("可用列名：{allowed}", "columns: {allowed}"),
        Text(
            "写错的列名如被忽略，整列数字就不起作用，因此不予接受。",
            "If a mistyped column were ignored, all its figures would silently have no effect.",
        ),
    ),
    "E513": Entry(
        Text(
            "{id} 在 {period} 已有同一公布日期的数据（第 {first} 行）",
            "line {first} already has {id} for {period} with the same day of publication",
        ),
        Text(
            "修订值请写新的公布日期（published）；重复的请删去一行",
            "give a revision its own `published` date, or remove one of the rows",
        ),
        Text(
            "台账中同一目标、同一时期、同一公布日期只能有一行；修订值另加一行，不覆盖旧值。",
            "A ledger has one row for each target, period and day of publication. Add a revision "
            "as a new row.",
        ),
    ),
    "E515": Entry(
        Text("台账没有 {column} 一列", "the ledger has no column {column}"),
        Text(
            "请在台账中加上这一列，或不写这一项",
            "add the column to the ledger, or leave this out",
        ),
        Text(
            "erqi record 不增列也不改列；台账放不下的内容不会悄悄丢掉。",
            "`erqi record` does not change the columns of a ledger. A value without a column is "
            "refused, so that it is not lost.",
        ),
    ),
    "E516": Entry(
        Text("{value} 不是一整年", "{value} is not a whole year"),
        Text(
            "基期值是全年的数值，请写 2016 这样的年份",
            "a base value is for a whole year: write a year such as 2016",
        ),
        Text(
            "年份一列写基期值所属的年份；某月、某季度或某日的数值不能作为全年的基期值。",
            "The year column gives the year of each base value. A value for a month, a quarter or "
            "a day cannot be a base for a year's growth.",
        ),
    ),
    "E517": Entry(
        Text(
            "{year} 年的基期值不能用 --to 外推",
            "--to cannot extrapolate a base value for {year}",
        ),
        Text(
            "--to 只用于 {base} 年的基期值；请去掉该选项或这一行",
            "--to is for base values of {base}: leave out the option or the row",
        ),
        Text(
            "增长目标只属于计划年。其他年份的基期值只按目标增速推算一年，不作多年外推。",
            "The growth target belongs to the plan year. A base value for another year is "
            "projected one year ahead at that rate, and no further.",
        ),
    ),
    "E519": Entry(
        Text(
            "数值 {value} 与后一格 {rest} 像是被千位逗号分开的一个数",
            "{value} and the next cell, {rest}, look like one number with a thousands comma",
        ),
        Text(
            "含逗号的数请加双引号，或不写逗号",
            "put a number that contains commas in double quotes, or leave the commas out",
        ),
        Text(
            "没加引号的 1,234 在 CSV 中是两格：1 和 234。后一格若是文字列，数值就会被读成 1，"
            "所以这样的行不接受。",
            "Without quotes, 1,234 is two cells: 1 and 234. If the second column is a text, the "
            "value would be read as 1. Such a row is refused.",
        ),
    ),
    "E520": Entry(
        Text(
            "此行是 {year} 年的数值，基期年却是 {base}",
            "the value is for {year}, but the base year is {base}",
        ),
        Text(
            "请改用 {base} 年的数值；各年各行推算须有“地区”一列",
            "give the value for {base}; rows for several years need a `region` column",
        ),
        Text(
            "没有地区一列的文件给出计划的基期值，不能使用别的年份的数值。",
            "A file without a region column gives the plan's base values. A value for another year "
            "cannot replace them.",
        ),
    ),
    "E521": Entry(
        Text("编号 {id} 旁边的名称属于 {other}", "the name beside the id {id} belongs to {other}"),
        Text(
            "请改正编号或名称，或删去其中一格",
            "correct the id or the name, or leave one of them empty",
        ),
        Text(
            "编号和名称各指一项指标，无法确定数值属于哪一项。",
            "The id and the name mean different indicators. It is not clear which one the value "
            "belongs to.",
        ),
    ),
    "E522": Entry(
        Text(
            "计划未写 {id} 的单位，无法比较以 {unit} 为单位的数",
            "the plan gives {id} no unit, so an amount in {unit} cannot be compared",
        ),
        Text(
            "请在计划中写上它的单位（unit），或统一用一种单位而只写数",
            "give it a `unit` in the plan, or write only numbers, all in one unit",
        ),
        Text(
            "指标没有单位时只能比较数字：50亿元与515000万元会被当成 50 与 515000。",
            "Without a unit in the plan only bare numbers can be compared: 50亿元 and 515000万元 "
            "would be read as 50 and 515,000.",
        ),
    ),
    "E514": Entry(
        Text("{value} 未说明节点是否完成", "{value} does not say whether the milestone is done"),
        Text("请写 1（已完成）或 0（未完成）", "write 1 (done) or 0 (not done)"),
        Text(
            "节点或者完成，或者未完成；也可写 done、已完成、未完成。",
            "A milestone is done or not done. You may also write these words.",
        ),
    ),
}
