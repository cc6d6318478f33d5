"""Errors of single values (E3): numbers, rates, dates, words from a closed list, ids and names."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

NUMBER_RULE = Text(
    "数字只用半角 0–9，小数点前至多 18 位、后至多 12 位，不用科学计数法、千位分隔符和单位；"
    "单位另写在 unit。",
    "A number has ASCII digits, at most 18 before and 12 after the point, no exponent, separators "
    "or unit; the unit goes under `unit`.",
)

VALUES: dict[str, Entry] = {
    "E301": Entry(
        Text("{value}不是数字", "{value} is not a number"),
        Text("请写成 412 或 24.5 的形式", "write it like 412 or 24.5"),
        NUMBER_RULE,
    ),
    "E302": Entry(
        Text("{value}不是百分数", "{value} is not a rate"),
        Text("请写成 9% 或 8.5% 的形式", "write it like 9% or 8.5%"),
        Text(
            "比率总是带百分号：9 可能是 9% 也可能是 900%，0.09 同样不明确，所以都不接受。",
            "A rate needs its percent sign. A bare 9 could be 9% or 900%, and 0.09 is just as "
            "unclear, so both are refused.",
        ),
    ),
    "E303": Entry(
        Text("{value} 超出范围（{low} 至 {high}）", "{value} is out of range ({low} to {high})"),
        Text("请核对这个数", "check the figure"),
        Text(
            "增速须大于 −100%、不超过 500%；占比在 0% 至 100% 之间；年份在 1900 至 2200 之间；"
            "期望的范围写在消息里。",
            "A growth rate is above −100% and at most 500%, a share is between 0% and 100%, a year "
            "between 1900 and 2200. The message gives the range.",
        ),
    ),
    "E304": Entry(
        Text("{value}不在可选的词中", "{value} is not one of the words allowed here"),
        Text("可选：{allowed}", "allowed: {allowed}"),
        Text(
            "此处只接受固定的几个词，见 erqi schema。",
            "Only words from a fixed list are allowed here. `erqi schema` shows them.",
        ),
    ),
    "E305": Entry(
        Text("未知的单位 {value}", "unknown unit {value}"),
        Text(
            "可在计划中自定：units: [{{symbol: {symbol}, name: {symbol}}}]；通用单位：{allowed}",
            "declare it in the plan: units: [{{symbol: {symbol}, name: {symbol}}}]; the common "
            "units: {allowed}",
        ),
        Text(
            "单位各有换算比例和中英文名称，以免亿元与万元混淆。计划可自定单位。",
            "Each unit has a scale and a name in both languages, so that 亿元 and 万元 are never "
            "confused. A plan can declare its own units.",
        ),
    ),
    "E306": Entry(
        Text("{value}不是日期", "{value} is not a date"),
        Text("请写成 2017-01-19 的形式", "write it like 2017-01-19"),
        Text(
            "日期写作 年-月-日，且须真实存在（2017-02-30 不是）。",
            "A date is written YEAR-MONTH-DAY and must exist. 2017-02-30 does not.",
        ),
    ),
    "E307": Entry(
        Text("{value}不是时期", "{value} is not a period"),
        Text(
            "请写成 2017、2017-03（1—3 月累计）或 2017-03-15",
            "write 2017, 2017-03 (January to March) or 2017-03-15",
        ),
        Text(
            "时期是年、年-月（年初至该月累计）或日期。",
            "A period is a year, a year and month (cumulative from January) or a date.",
        ),
    ),
    "E308": Entry(
        Text("{value}不能作为编号", "{value} cannot be an id"),
        Text(
            "编号只含文字、数字和单个连字符，至多64个字符，不能全是数字，如 新增停车位、"
            "annual-investment",
            "use letters and digits of any script with single hyphens, at most 64 characters and "
            "not only digits, such as annual-investment",
        ),
        Text(
            "编号长期不变，并在命令行中使用，所以没有空格和标点。不写编号则以名称为编号。",
            "Ids are stable and typed on command lines, so they have no spaces or punctuation. "
            "Without an id, the name is the id.",
        ),
    ),
    "E309": Entry(
        Text("文字中有看不见的字符 {char}", "the text has the invisible character {char}"),
        Text("请删去该字符", "remove it"),
        Text(
            "零宽字符和双向控制符会使两个不同的名称看起来一样，所以名称和说明中不得使用。",
            "Zero-width and bidirectional control characters make different names look alike. "
            "Names and notes must not have any.",
        ),
    ),
    "E310": Entry(
        Text("此处为空", "the value is empty"),
        Text(
            "请填上值，或删去整个键；含逗号的文字请加引号",
            "write a value, or remove the key; put a text with a comma in quotes",
        ),
        Text(
            "空白不等于零，也不等于“没有”。没有的内容请删去键。",
            "An empty value is neither zero nor `none`. Leave out a key that does not apply.",
        ),
    ),
    "E311": Entry(
        Text("文字超过 {limit} 个字符", "the text is longer than {limit} characters"),
        Text("请缩短", "shorten it"),
        Text(
            "名称至多 300 字，说明至多 2000 字。",
            "A name has at most 300 characters, a note 2,000.",
        ),
    ),
    "E312": Entry(
        Text("列表是空的", "the list is empty"),
        Text("请至少写一项，或删去整个键", "write at least one entry, or remove the key"),
        Text("没有内容的列表请整个不写。", "Leave out a list that has no entries."),
    ),
    "E313": Entry(
        Text("{value}不是年份", "{value} is not a year"),
        Text("请写成 2017 的形式", "write it like 2017"),
        Text("年份是 1900 至 2200 的四位数字。", "A year has four digits, from 1900 to 2200."),
    ),
    "E314": Entry(
        Text("{value}不是序号", "{value} is not the number of an action"),
        Text("请写 1、2、3 等", "write 1, 2, 3 …"),
        Text("行动的序号是正整数。", "An action's number is a positive whole number."),
    ),
    "E315": Entry(
        Text("时期 {value} 是某月的第一天", "the period {value} is the first day of a month"),
        Text(
            "若是1月至该月的累计数，请写成 {month}",
            "for the figure from January to that month, write {month}",
        ),
        Text(
            "电子表格会把 2017-06 变成 2017/6/1，而某月1日的累计数很少有人上报。",
            "Spreadsheets turn 2017-06 into 2017/6/1. A figure up to the first day of a month is "
            "hardly ever reported.",
        ),
    ),
}
