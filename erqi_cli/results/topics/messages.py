"""What the topics of `erqi help` are about: at most 55 cells each."""

from erqi_cli.i18n.text import Text

PLAN = Text("计划文件：各项内容的写法和含义", "The plan file: every key and its meaning.")
LEDGER = Text("台账：列、时期、数值和修订", "The ledger: columns, periods, values, revisions.")
STATUSES = Text(
    "状态：怎样判定，多年规划怎样计算", "Statuses: how each comes about, also over years."
)
AUDIT = Text("核对：计划与文件原文中的数字", "Audit: the plan against the text of its document.")
REGIONS = Text("地区：按各区县的基期值推算", "Base values of your own, and by region.")
COMMANDS = Text("命令：一览，输出格式，挂图和工作簿", "Commands, formats, wall chart and workbook.")
JSON = Text("数据：JSON 文档各字段的含义", "JSON: the document and its fields.")
EXIT_CODES = Text("退出码：供脚本判断结果", "Exit codes: for scripts.")
PYTHON = Text("编程：在 Python 中使用", "Python: the same from your own program.")
CHANGES = Text("更新：各版本的变化", "Changes, release by release.")
