"""Errors of using the program: E6 the command line, E7 the output, E8 no answer, E9 a bug."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

COMMANDS: dict[str, Entry] = {
    "E601": Entry(
        Text("没有名为{name}的{what}", "there is no {what} {name}"),
        Text("erqi list 列出全部名称", "`erqi list` lists them all"),
        Text(
            "可用编号、行动序号、中英文名称，或能唯一确定的部分名称。",
            "Use an id, the number of an action, or a Chinese or English name. A part of a name is "
            "enough if only one name contains it.",
        ),
    ),
    "E602": Entry(
        Text("{name}可指 {count} 项", "{name} could mean {count} entries"),
        Text("请写明是哪一项：{matches}", "say which one: {matches}"),
        Text("有多项的名称含有这一部分。", "More than one name contains these words."),
    ),
    "E603": Entry(
        Text("--set {setting} 的写法不对", "--set {setting} is not of the form ID.FIELD=VALUE"),
        Text("请写成 gdp.growth=8.5% 的形式", "write it like gdp.growth=8.5%"),
        Text(
            "假设写作 编号.字段=值。指标的字段：growth、baseline、deflator；目标的字段：value；"
            "区间还有 upper。",
            "A what-if has the form ID.FIELD=VALUE. An indicator takes growth, baseline and "
            "deflator, a target takes value, and a range also takes upper.",
        ),
    ),
    "E604": Entry(
        Text("{id} 没有字段 {field}", "{id} has no field {field}"),
        Text("可用字段：{allowed}", "fields: {allowed}"),
        Text(
            "erqi get 和 --set 用 编号.字段 取一个值。",
            "`erqi get` and --set name one value as ID.FIELD.",
        ),
    ),
    "E605": Entry(
        Text("无法求解：{reason}", "cannot solve this: {reason}"),
        Text(
            "基数、增速、年数、目标四者给三求一，如 --base 524 --target 1000 --rate 9%",
            "give three of base, rate, years and target, such as --base 524 --target 1000 "
            "--rate 9%",
        ),
        Text(
            "目标 = 基数 ×（1 + 增速）的年数次方。四者给三，求第四个；给出编号时，"
            "基数和增速取自计划。",
            "target = base × (1 + rate) ^ years. Any three of them give the fourth. With an id, "
            "base and rate come from the plan.",
        ),
    ),
    "E606": Entry(
        Text("{option} 不能与 {what} 同时使用", "{option} cannot be used with {what}"),
        Text("请删去该选项", "leave the option out"),
        Text(
            "该选项在此不起作用；如不提示而忽略，结果会引起误解。",
            "The option would have no effect here. Ignoring it without a word would mislead.",
        ),
    ),
    "E607": Entry(
        Text(
            "--to {year} 不在 {low} 至 {high} 之间", "--to {year} is not between {low} and {high}"
        ),
        Text("请给出 {low} 至 {high} 的年份", "give a year from {low} to {high}"),
        Text(
            "按同一增速外推，至多 50 年。",
            "The extrapolation compounds at the same rate, for at most 50 years.",
        ),
    ),
    "E608": Entry(
        Text(
            "{id} 按现价计算，不用价格缩减指数", "{id} is at current prices and takes no deflator"
        ),
        Text(
            "只有不变价指标可设 deflator", "set a deflator only on an indicator at constant prices"
        ),
        Text(
            "不变价增速加上价格涨幅才是现价增速；现价指标的增速已含价格。",
            "Real growth plus a price rise gives nominal growth. An indicator at current prices "
            "already includes the price rise.",
        ),
    ),
    "E609": Entry(
        Text("--set {option} 无效：{reason}", "--set {option} is not valid: {reason}"),
        Text(
            "请写成 gdp.growth=8.5% 或 gdp.baseline=530 的形式",
            "write it like gdp.growth=8.5% or gdp.baseline=530",
        ),
        Text(
            "比率带百分号；数量可带单位，如 530亿元。",
            "A rate needs its percent sign; an amount may have a unit, such as 530亿元.",
        ),
    ),
    "E610": Entry(
        Text("{option} 无效：{reason}", "{option} is not valid: {reason}"),
        Text(
            "写法与计划文件相同：比率写 9%，数字写 524",
            "write it as in a plan: 9% for a rate, 524 for an amount",
        ),
        Text(
            "命令行上的数字按计划文件的规则书写。",
            "Numbers on the command line follow the rules of the plan file.",
        ),
    ),
    "E612": Entry(
        Text("{name}没有指明字段", "{name} does not name a field"),
        Text("请写成 gdp.projected 的形式", "write it like gdp.projected"),
        Text(
            "erqi get 和 --set 用 编号.字段 指明一个值。",
            "`erqi get` and --set name one value as ID.FIELD.",
        ),
    ),
    "E613": Entry(
        Text("{id}.{field} 设了两次", "{id}.{field} is set twice"),
        Text("请删去其中一个 --set", "remove one of them"),
        Text("同一字段只能假设一个值。", "A field can have only one what-if value."),
    ),
    "E614": Entry(
        Text("{period} 早于计划年 {year}", "{period} is before the plan year {year}"),
        Text(
            "请给出 {year} 年的月份或日期，如 {year}-06",
            "give a month or a day of {year}, such as {year}-06",
        ),
        Text(
            "进度从计划年的1月1日算起，此前没有进度。",
            "Progress is counted from 1 January of the plan year.",
        ),
    ),
    "E615": Entry(
        Text("--history 只显示一项，现有 {count} 项", "--history shows one target, not {count}"),
        Text("请只写一个编号或名称", "name one target"),
        Text(
            "历史是一项指标或目标历次数据的序列。",
            "A history lists the observations of one indicator or target.",
        ),
    ),
    "E616": Entry(
        Text("{id} 不评分", "{id} is not scored"),
        Text(
            "erqi show target {id} 显示其内容；erqi track {id} --history 列出历次数据",
            "`erqi show target {id}` shows it, and `erqi track {id} --history` lists its figures",
        ),
        Text(
            "背景数和定性目标只列示，没有完成率、进度和状态。",
            "Context figures and qualitative targets are shown but not judged. They have no "
            "completion, pace or status.",
        ),
    ),
    "E617": Entry(
        Text("{option} 有几个不同的值：{values}", "{option} has more than one value: {values}"),
        Text("请只保留一个", "keep one of them"),
        Text(
            "这个选项只取一个值；若以最后一个为准，前面的就会丢失。",
            "The option takes one value. Taking the last one would silently drop the others.",
        ),
    ),
    "E621": Entry(
        Text("未写明报告的格式", "the report has no format"),
        Text(
            "请写 --format（{formats}），或让 -o 的文件名以 {endings} 结尾",
            "add --format ({formats}), or end the file's name in {endings}",
        ),
        Text(
            "报告格式取自 --format；未指定时由 -o 的文件扩展名决定，如 -o 计划.xlsx。",
            "The format comes from --format; if not set, from the ending of the file name, as in "
            "-o plan.xlsx.",
        ),
    ),
    "E622": Entry(
        Text(
            "{path} 的结尾 {ending} 与 --format {format} 不符",
            "{path} ends in {ending}, which does not match --format {format}",
        ),
        Text("请让文件名以 {right} 结尾", "use a file name that ends in {right}"),
        Text(
            "扩展名与内容不符的文件，Excel 和 WPS 打不开或会告警。",
            "Excel and WPS refuse to open such a file, or warn about it.",
        ),
    ),
    "E623": Entry(
        Text("报告不能写到终端", "a report cannot be written to a terminal"),
        Text(
            "请用 -o 指定文件，如 erqi report -o chart.html",
            "name a file with -o, as in `erqi report -o chart.html`",
        ),
        Text(
            "网页和工作簿不是可直接阅读的文本，会扰乱终端显示；请写到文件或管道。",
            "A web page or workbook is not readable text and would garble the terminal. Write it "
            "to a file or a pipe.",
        ),
    ),
    "E624": Entry(
        Text(
            "写 {format} 需要程序包 {package}，尚未安装",
            "{format} needs the package {package}, which is not installed",
        ),
        Text("请运行 {command}", "install it: {command}"),
        Text(
            "报告要另装一个程序包：html 用 Jinja2，xlsx 用 XlsxWriter；其余命令都不需要。",
            "A report in html needs Jinja2, and one in xlsx needs XlsxWriter. No other command "
            "needs them.",
        ),
    ),
    "E631": Entry(
        Text("没有名为{name}的说明主题或命令", "there is no help topic or command {name}"),
        Text("可用主题：{topics}", "topics: {topics}"),
        Text(
            "erqi help 后面写主题或命令的名称；erqi -h 列出全部命令。",
            "`erqi help` takes a topic or the name of a command. `erqi -h` lists the commands.",
        ),
    ),
    "E632": Entry(
        Text("没有名为{name}的命令", "there is no command {name}"),
        Text("用 erqi -h 查看帮助和全部命令", "`erqi -h` lists the commands"),
        Text(
            "erqi 后面写命令的名称；erqi -h 列出全部命令。",
            "The first word after `erqi` is a command. `erqi -h` lists the commands.",
        ),
    ),
    "E701": Entry(
        Text("{path} 已存在", "{path} already exists"),
        Text(
            "换一个文件名，或加 --force 覆盖", "choose another name, or add --force to replace it"
        ),
        Text(
            "erqi init 不覆盖已有文件，除非写明 --force。",
            "`erqi init` replaces a file only with --force.",
        ),
    ),
    "E702": Entry(
        Text("无法写入 {path}：{reason}", "{path} cannot be written: {reason}"),
        Text(
            "请检查目录、权限和磁盘空间；原有文件未动",
            "check the directory, its permissions and the disk space; an existing file is "
            "unchanged",
        ),
        Text(
            "--output 先写到旁边的临时文件，完整之后才换名；失败时原文件不变。",
            "--output first writes a temporary file beside FILE, and renames it when it is "
            "complete. If that fails, the old file stays.",
        ),
    ),
    "E703": Entry(
        Text("无法写到标准输出：{reason}", "standard output cannot be written: {reason}"),
        Text(
            "请检查磁盘空间或接收输出的程序",
            "check the disk space or the program that reads the output",
        ),
        Text(
            "标准输出已关闭或所在磁盘已满，输出不完整。",
            "Standard output is closed or its disk is full; the output is not complete.",
        ),
    ),
    "E704": Entry(
        Text(
            "{path} 被另一个程序锁住已超过 {seconds} 秒",
            "another program has locked {path} for more than {seconds} seconds",
        ),
        Text("请稍后再试；没有写入任何内容", "try again later; nothing was written"),
        Text(
            "erqi record 写入前先锁定台账，以保证同一时间只有一个程序写入。",
            "`erqi record` locks the ledger while it writes, so that only one program writes at a "
            "time.",
        ),
    ),
    "E705": Entry(
        Text("{path} 正是本命令要读的文件", "{path} is a file that this command reads"),
        Text("请写到另一个文件", "write to another file"),
        Text(
            "--output 会覆盖所指文件；该文件是本命令的输入，覆盖后原内容将丢失。",
            "--output overwrites its file. This file is also an input, so its contents would be "
            "lost.",
        ),
    ),
    "E801": Entry(
        Text("{id} 没有 {field}：{reason}", "{id} has no {field}: {reason}"),
        Text(
            "请用 --set {id}.baseline=… 或 --from 给出基期值；指数可用 erqi get {id}.index 查看",
            "give a base value with --set {id}.baseline=… or --from; for the index use `erqi get "
            "{id}.index`",
        ),
        Text(
            "未公布基期值就无法推算绝对数，erqi 不编造数据。",
            "A level needs a published base value. erqi does not make one up.",
        ),
    ),
    "E802": Entry(
        Text("计划没有写 {id} 的 {field}", "the plan has no {field} for {id}"),
        Text("用 erqi show 查看计划的内容", "`erqi show` shows what the plan says"),
        Text("计划没有给出这个字段的值。", "The plan gives no value for this field."),
    ),
    "E803": Entry(
        Text(
            "{id} 暂无 {field}（状态：{status}）",
            "{id} currently has no {field} (status: {status})",
        ),
        Text("erqi explain {id} 说明原因", "`erqi explain {id}` says why"),
        Text(
            "尚无数据，或此类目标没有这个值，如增速目标没有序时进度。",
            "There is no data yet, or this kind of target has no such value. A growth target, for "
            "example, has no pace.",
        ),
    ),
    "E804": Entry(
        Text("{id} 没有进度安排：{reason}", "{id} has no timetable: {reason}"),
        Text(
            "erqi schedule 列出有进度安排的目标", "`erqi schedule` lists the targets that have one"
        ),
        Text(
            "数量类目标按进度安排列出各期累计数；增速目标须有基期年各月数据。",
            "An amount has a timetable. A growth target needs the base year's monthly figures for "
            "one.",
        ),
    ),
    "E901": Entry(
        Text("程序出错：{reason}", "the program failed: {reason}"),
        Text(
            "这是程序缺陷；请用 --debug 重试，并将输出报告给开发者",
            "this is a bug: run the command again with --debug and report the output",
        ),
        Text("不应发生的内部错误。", "An internal fault that should not happen."),
    ),
}
