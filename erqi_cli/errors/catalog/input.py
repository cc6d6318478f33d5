"""Errors of reading a file: E1 it cannot be opened, E2 its bytes or its YAML are wrong."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

READING: dict[str, Entry] = {
    "E101": Entry(
        Text("找不到文件 {path}", "there is no file {path}"),
        Text("请检查路径", "check the path"),
        Text(
            "文件不存在。路径相对于当前目录。计划文件依次取 --plan、环境变量 ERQI_PLAN、"
            "当前目录的 targets.yaml；可用 erqi init 新建。",
            "The file does not exist. Paths are relative to the current directory. The plan comes "
            "from --plan, ERQI_PLAN, or targets.yaml in the current directory, in this order. "
            "`erqi init` makes a new plan.",
        ),
    ),
    "E102": Entry(
        Text("{path} 不是普通文件（{what}）", "{path} is not a regular file ({what})"),
        Text("请给出一个文件，或用 - 表示标准输入", "name a file, or - for standard input"),
        Text(
            "目录、管道和设备不作为计划读取：它们可能没有尽头。若要从管道读取，请写 -。",
            "Directories, named pipes and devices are not read, because they may never end. To "
            "read from a pipe, write `-`.",
        ),
    ),
    "E103": Entry(
        Text("没有权限读取 {path}", "no permission to read {path}"),
        Text("请检查文件权限", "check the file's permissions"),
        Text("操作系统拒绝打开该文件。", "The operating system refused to open the file."),
    ),
    "E104": Entry(
        Text("无法读取 {path}：{reason}", "{path} cannot be read: {reason}"),
        Text("请检查路径和磁盘", "check the path and the disk"),
        Text(
            "读取时操作系统报错。",
            "The operating system reported an error while the file was read.",
        ),
    ),
    "E105": Entry(
        Text("台账 {path} 不存在", "there is no ledger {path}"),
        Text(
            "加 --create 新建，或用 --ledger 指明另一文件",
            "add --create to make it, or name another file with --ledger",
        ),
        Text(
            "erqi record 不会自行新建文件：路径写错时，数据会落到别处。",
            "`erqi record` does not create a file on its own. With a mistyped path the figures "
            "would land in the wrong place.",
        ),
    ),
    "E201": Entry(
        Text("文件超过 {limit} MiB 的上限", "the file is larger than the limit of {limit} MiB"),
        Text("请检查是否选错了文件", "check that this is the right file"),
        Text(
            "计划文件不超过 4 MiB（约两万项指标），所核对的文件不超过 1 MiB（约三十五万汉字），"
            "以免误读巨大的文件。CSV 逐行读取，只有从标准输入读取时有上限。",
            "A plan may have up to 4 MiB (about 20,000 indicators), and a document to audit up to "
            "1 MiB (about 350,000 Chinese characters). The limit catches a huge file that was "
            "named by mistake. A CSV file is read row by row and has a limit only on standard "
            "input.",
        ),
    ),
    "E202": Entry(
        Text(
            "文件不是有效的 UTF-8：看起来是 {encoding}",
            "the file is not valid UTF-8: it looks like {encoding}",
        ),
        Text(
            "请转换：iconv -f {iconv} -t UTF-8 旧文件 > 新文件",
            "convert it: iconv -f {iconv} -t UTF-8 OLD > NEW",
        ),
        Text(
            "计划文件用 UTF-8 编码（可带 BOM）。其他编码不作猜测，以免误读数字或名称。",
            "A plan is in UTF-8, with or without a byte order mark. Other encodings are not "
            "guessed, so that no figure or name is misread.",
        ),
    ),
    "E203": Entry(
        Text(
            "键 {key} 重复：第 {first} 行已有",
            "the key {key} is given twice: line {first} has it already",
        ),
        Text("请删去其中一个", "remove one of them"),
        Text(
            "YAML 只保留后一个，前一个数字会丢失。",
            "YAML would silently keep only the later one, and the earlier figure would be lost.",
        ),
    ),
    "E204": Entry(
        Text("未知的键 {key}", "unknown key {key}"),
        Text("此处可用的键：{allowed}", "keys allowed here: {allowed}"),
        Text(
            "写错的键如被忽略，其数字不起作用又不易发现，因此不予接受。可用的键见 erqi schema。",
            "If a mistyped key were ignored, its figure would silently have no effect. `erqi "
            "schema` lists the keys.",
        ),
    ),
    "E205": Entry(
        Text("缺少必需的键 {key}", "the key {key} is missing"),
        Text("请在此处补上 {key}", "add {key} here"),
        Text(
            "每个条目的必需键见 erqi schema 的 required。",
            "`erqi schema` lists under `required` the keys that each entry needs.",
        ),
    ),
    "E206": Entry(
        Text("此处应为键值对", "`key: value` lines are expected here"),
        Text("请写成“键: 值”的若干行", "write lines of `key: value`"),
        Text("此处需要“键: 值”，文件中却是文字或列表。", "The file has a text or a list here."),
    ),
    "E207": Entry(
        Text("此处应为列表", "a list is expected here"),
        Text(
            "每项以“- ”开头，或写在方括号里：[甲, 乙]",
            "begin each entry with `- `, or write them in brackets: [a, b]",
        ),
        Text(
            "此处需要列表，文件中却是文字或键值对。",
            "The file has a text or a mapping here. Each entry of a list begins with `- `.",
        ),
    ),
    "E208": Entry(
        Text("此处应为一个值", "a single value is expected here"),
        Text("请写一个文字或数字", "write one text or number"),
        Text("此处需要一个值，文件中却是键值对或列表。", "The file has a mapping or a list here."),
    ),
    "E209": Entry(
        Text(
            "不支持 YAML 的锚点、别名和合并键（{what}）",
            "YAML anchors, aliases and merge keys are not supported ({what})",
        ),
        Text("请把值直接写出", "write the value out"),
        Text(
            "别名使数字的出处难以查找，合并键可使小文件占满内存。请逐项写明。",
            "Aliases hide where a figure comes from, and merge keys can make a small file fill all "
            "memory. Write out every value.",
        ),
    ),
    "E210": Entry(
        Text("不支持 YAML 标签 {what}", "YAML tags are not supported: {what}"),
        Text("请删去标签，只写值", "remove the tag and write only the value"),
        Text(
            "标签会改变值的类型甚至执行代码；erqi 把一切当作文字，再按自己的规则读数。",
            "A tag changes the type of a value or even runs code. erqi reads everything as text "
            "and applies its own rules for numbers.",
        ),
    ),
    "E211": Entry(
        Text("文件中有不止一个 YAML 文档", "the file has more than one YAML document"),
        Text("请删去多余的 --- 分隔行", "remove the extra `---` line"),
        Text("一份文件是一份计划。", "One file is one plan."),
    ),
    "E212": Entry(
        Text("嵌套超过 {limit} 层", "nesting is deeper than {limit} levels"),
        Text("请检查括号和缩进", "check the brackets and the indentation"),
        Text(
            "计划一般只有五六层；更深的多为括号没有配对。",
            "A plan has five or six levels. Deeper nesting usually comes from unpaired brackets.",
        ),
    ),
    "E213": Entry(
        Text("键必须是普通文字", "a key must be plain text"),
        Text("请写成“键: 值”", "write `key: value`"),
        Text(
            "YAML 允许列表作键，计划文件不用。",
            "YAML allows lists as keys. A plan does not use them.",
        ),
    ),
    "E214": Entry(
        Text("YAML 语法错误：{reason}", "YAML syntax error: {reason}"),
        Text(
            "请检查此处及上一行的引号、括号、冒号和缩进",
            "check the quotes, brackets, colons and indentation here and on the line above",
        ),
        Text(
            "文件在此处不再是合法的 YAML。常见原因：缩进用了制表符、引号或括号没有闭合、"
            "冒号后缺空格。",
            "From here the file is no longer valid YAML. Usual causes: a tab in the indentation, "
            "an unclosed quote or bracket, no space after a colon.",
        ),
    ),
    "E215": Entry(
        Text("文件是空的", "the file is empty"),
        Text(
            "用 erqi init 可新建一份带注释的计划",
            "`erqi init` makes a commented plan to start from",
        ),
        Text("文件里没有内容，或只有注释。", "The file has no content, or only comments."),
    ),
    "E216": Entry(
        Text("有不可见的控制字符 {char}", "the text has an invisible control character, {char}"),
        Text("请删去该字符", "remove the character"),
        Text(
            "控制字符会被终端当作命令执行，或改变文字的显示，因此计划中不得使用。",
            "A control character can command a terminal or change how text looks. A plan must not "
            "have any.",
        ),
    ),
    "E217": Entry(
        Text("这是 {what}，不是文本文件", "this is {what}, not a text file"),
        Text("请导出为文本后再试", "export it as text and try again"),
        Text(
            "文件开头的字节表明它是另一种格式。",
            "The first bytes of the file show that it has another format.",
        ),
    ),
    "E218": Entry(
        Text("有合并冲突的标记", "there is a merge conflict mark"),
        Text(
            "请选定一边并删去 <<<<<<<、=======、>>>>>>> 各行",
            "choose one side and remove the lines <<<<<<<, ======= and >>>>>>>",
        ),
        Text(
            "版本合并没有完成，文件中同时保留着两边的内容。",
            "A merge of two versions was not finished, and the file contains both sides.",
        ),
    ),
    "E219": Entry(
        Text("缩进中有制表符或全角空格", "there is a tab or a wide space in the indentation"),
        Text("请改用半角空格", "use plain spaces"),
        Text("YAML 的缩进只能用半角空格。", "YAML indents with plain spaces only."),
    ),
    "E221": Entry(
        Text("列表或键值对超过 {limit} 项", "the list or mapping has more than {limit} entries"),
        Text("请检查是否选错了文件", "check that this is the right file"),
        Text(
            "一份计划的列表至多三万项，一处键值对至多一千个键。",
            "A list in a plan can have 30,000 entries, and a mapping 1,000 keys.",
        ),
    ),
    "E220": Entry(
        Text(
            "键后的冒号是全角的，或冒号后没有半角空格",
            "the colon after the key is full-width, or has no plain space after it",
        ),
        Text("请写半角冒号加空格，如 growth: 9%", "write a plain colon and a space: growth: 9%"),
        Text(
            "YAML 的键以半角冒号加空格结束。", "In YAML a key ends with a plain colon and a space."
        ),
    ),
    "E222": Entry(
        Text("文件中的数字超过 {limit} 个", "the document has more than {limit} figures"),
        Text(
            "请检查是否选错了文件，或只留下写计划的部分",
            "check that this is the right file, or keep only the part with the plan",
        ),
        Text(
            "核对针对工作报告一类的文件，其中每百字一两个数字；年鉴和数据表不是计划文件。",
            "An audit is for a document such as a work report, with one or two figures in a "
            "hundred characters. Yearbooks and data tables are not plan documents.",
        ),
    ),
    "E223": Entry(
        Text(
            "括号中的 {value} 被逗号分成两项",
            "a comma in the brackets splits {value} into two entries",
        ),
        Text("请去掉数字中的逗号", "write the number without a comma"),
        Text(
            "在方括号和花括号里，逗号分隔各项；[High 80,000] 是 High 80 和 000 两项。",
            "Inside brackets and braces a comma separates entries: [High 80,000] has the two "
            "entries High 80 and 000.",
        ),
    ),
}
