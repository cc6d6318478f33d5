"""Errors of a table in CSV (E5): its form, and the rows of a ledger."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

TABLES: dict[str, Entry] = {
    "E501": Entry(
        Text("表中没有 {column} 一列", "the table has no column {column}"),
        Text(
            "第一行须是列名，可用：{allowed}",
            "the first row must name the columns; understood are: {allowed}",
        ),
        Text(
            "CSV 的第一行是列名，可用中文或英文。",
            "The first row of the CSV names the columns, in Chinese or in English.",
        ),
    ),
    "E502": Entry(
        Text(
            "此行有 {found} 格，应为 {expected} 格",
            "the row has {found} cells instead of {expected}",
        ),
        Text("含逗号的内容请加双引号", "put a cell that holds a comma in double quotes"),
        Text(
            "格数不符多因数字里有千位逗号而没有加引号，1,234 会被读成 1。",
            "The usual cause is a thousands comma without quotes: 1,234 would be read as 1. Such "
            "a row is refused.",
        ),
    ),
    "E503": Entry(
        Text("双引号没有闭合", "a double quote is not closed"),
        Text("请补上引号", "close the quote"),
        Text(
            "引号从这一行开始，直到文件结尾都没有闭合。",
            "The quote opens on this line and is still open at the end of the file.",
        ),
    ),
    "E504": Entry(
        Text("列名 {column} 重复", "the column {column} is given twice"),
        Text("请删去其中一列", "remove one of the two"),
        Text("不知该用哪一列。", "It is not clear which of the two is meant."),
    ),
    "E505": Entry(
        Text("{id} 在第 {first} 行已有", "{id} is on line {first} already"),
        Text(
            "每项指标一行；含多个地区的文件只用于 erqi project",
            "one row for each indicator; a file of several regions goes with `erqi project` alone",
        ),
        Text(
            "不知该用哪一个值。有“地区”一列的文件，每个地区、每项指标、每年一行。",
            "It is not clear which of the two values is meant. In a file with a `region` column "
            "there is one row for each region, indicator and year.",
        ),
    ),
    "E506": Entry(
        Text(
            "{value} 是电子表格的出错标记，不是数值",
            "{value} is a spreadsheet's error mark, not a value",
        ),
        Text(
            "请在表格里改正公式后重新导出", "mend the formula in the spreadsheet and export again"
        ),
        Text(
            "#REF!、#DIV/0! 之类是公式的出错标记。",
            "#REF!, #DIV/0! and the like are marks of a formula that failed.",
        ),
    ),
    "E507": Entry(
        Text("表里没有数据行", "the table has no rows"),
        Text("请在列名下面写上数据", "write the values under the column names"),
        Text("文件是空的，或只有列名。", "The file is empty, or has column names only."),
    ),
    "E509": Entry(
        Text("{reason}", "{reason}"),
        Text("请写编号或全名", "write an id or a full name"),
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
        Text(
            "两处单位不同，不知以哪个为准。",
            "The two units differ, and it is not clear which is meant.",
        ),
    ),
    "E508": Entry(
        Text("列名 {column} 不认识", "unknown column {column}"),
        Text("可用列名：{allowed}", "columns: {allowed}"),
        Text(
            "写错的列名若被忽略，整列数字就不起作用。",
            "A mistyped column that is ignored leaves all its figures without effect.",
        ),
    ),
    "E513": Entry(
        Text(
            "{id} 在 {period} 已有同一公布日期的数据（第 {first} 行）",
            "line {first} already has {id} for {period} with the same day of publication",
        ),
        Text(
            "修订值请写新的公布日期（published）；重复的请删去一行",
            "give a revision its own `published` date, or remove one of the two rows",
        ),
        Text(
            "台账里同一目标、同一时期、同一公布日期只能有一行；修订值另加一行，不覆盖旧值。",
            "A ledger has one row for each target, period and day of publication. A revision is a "
            "new row and never overwrites.",
        ),
    ),
    "E515": Entry(
        Text("台账没有 {column} 一列", "the ledger has no column {column}"),
        Text(
            "请在台账里加上这一列，或不写这一项", "add the column to the ledger, or leave this out"
        ),
        Text(
            "erqi record 保持台账原有的列，不增列也不改列；写了却放不下的内容不会悄悄丢掉。",
            "`erqi record` keeps the ledger's columns as they are. A value without a column is "
            "refused and not dropped.",
        ),
    ),
    "E516": Entry(
        Text("{value} 不是一整年", "{value} is not a whole year"),
        Text(
            "基期值是全年的数值，请写 2016 这样的年份",
            "a base value is that of a whole year: write a year such as 2016",
        ),
        Text(
            "年份一列写基期值所属的年份；月份、季度和某一天的数值不能作全年的基期值。",
            "The year column says which year a base value is of; the value of a month, a quarter "
            "or a day is no base for a year's growth.",
        ),
    ),
    "E517": Entry(
        Text(
            "{year} 年的基期值不能用 --to 外推", "--to does not extrapolate a base value of {year}"
        ),
        Text(
            "--to 只用于 {base} 年的基期值；请去掉该选项或这一行",
            "--to is for base values of {base}: leave out the option, or the row",
        ),
        Text(
            "增长目标只属于计划年。其他年份的基期值只按目标增速推算一年，不作多年外推。",
            "The growth target belongs to the plan year. A base value of another year is "
            "projected one year on at that rate, and no further.",
        ),
    ),
    "E519": Entry(
        Text(
            "数值 {value} 后面一格只有 {rest}，像是没加引号的千位逗号",
            "{value} is followed by a cell with {rest} alone, as a thousands comma without quotes "
            "would leave it",
        ),
        Text(
            "含逗号的数请加双引号，或不写逗号",
            "put a number that holds commas in double quotes, or leave the commas out",
        ),
        Text(
            "没加引号的 1,234 在 CSV 里是两格：数值 1 和下一格的 234。后一格若是文字列，"
            "就会无声地读成 1，所以这样的行不接受。",
            "Without quotes 1,234 is two cells of a CSV, a value of 1 and 234 in the next. Where "
            "texts stand there it would pass for 1 unseen, so such a row is refused.",
        ),
    ),
    "E520": Entry(
        Text(
            "此行是 {year} 年的数值，基期年是 {base}",
            "the value is of {year}, and the base year is {base}",
        ),
        Text(
            "请改用 {base} 年的数值；各年各行推算须加“地区”一列",
            "give the value of {base}; rows of several years go with a column `region`",
        ),
        Text(
            "没有地区一列的文件给出计划的基期值，别的年份的数值不能当作基期值用。",
            "A file without a region column gives the plan's base values. A value of another year "
            "cannot replace one.",
        ),
    ),
    "E521": Entry(
        Text("编号 {id} 旁边的名称是 {other} 的", "the name beside the id {id} is that of {other}"),
        Text(
            "请改正编号或名称，或删去其中一格",
            "correct the id or the name, or leave one of the two empty",
        ),
        Text(
            "编号和名称各指一项指标，不知数值是哪一项的。",
            "Id and name mean two indicators, and it is not clear which of them the value is of.",
        ),
    ),
    "E522": Entry(
        Text(
            "计划未写 {id} 的单位，无法比较以 {unit} 为单位的数",
            "the plan gives {id} no unit, so an amount in {unit} cannot be compared",
        ),
        Text(
            "请在计划里给它写上单位（unit），或统一用一种单位而只写数",
            "give it a `unit` in the plan, or write bare numbers in one unit throughout",
        ),
        Text(
            "没有单位的指标只比较数，写了单位也不知如何换算，50亿元与515000万元就会被当成 50 与 "
            "515000。",
            "Without a unit in the plan only bare numbers can be compared: 50亿元 and 515000万元 "
            "would be read as 50 and 515,000.",
        ),
    ),
    "E514": Entry(
        Text("{value} 未说明节点是否完成", "{value} does not say whether the milestone is done"),
        Text("请写 1（已完成）或 0（未完成）", "write 1 (done) or 0 (not done)"),
        Text(
            "节点只有完成与未完成两种；也可写 done、已完成、未完成。",
            "A milestone is done or not done; these words may be written too.",
        ),
    ),
}
