"""The texts of the start page."""

from erqi_cli.i18n.text import Text

FILE_LABEL = Text("计划文件", "Plan file")
LEDGER_LABEL = Text("台账", "Ledger")
AS_OF_LABEL = Text("数据截至", "As of")
TARGETS_LABEL = Text("目标", "Targets")
SHIPPED = Text("{path}（自带）", "{path} (comes with erqi)")
NO_LEDGER = Text(
    "没有，采用计划自带的数据",
    "none; the observations of the plan are used",
)
NO_DATA_YET = Text("尚无数据", "no data yet")
NOTHING_SCORED = Text("没有可评价的目标", "none that can be judged")
NEXT = Text("下一步", "Next")
COMMAND_LABEL = Text("命令", "Command")
PURPOSE_LABEL = Text("用途", "Purpose")
MORE = Text("全部命令：erqi --help", "all commands: erqi --help")

TRACK = Text("各项目标的进度", "where each target stands")
WORST = Text("差距最大的一项：{name}（{status}）", "the worst one: {name} ({status})")
CHART = Text("生成挂图，可按 A3 打印", "write a wall chart to print on A3")
WORKBOOK = Text("生成工作簿，供修改和筛选", "write a workbook to change and to filter")
RECORD = Text("登记数据：{name}", "record a figure: {name}")
SCHEDULE = Text("各月应达到的进度", "what is due by each month")
PROJECT = Text("由增长目标推算的预期值", "the values that the growth targets lead to")
INIT = Text("编制自己的计划", "begin a plan of your own")
LIST = Text("计划中的指标和目标", "the indicators and targets of the plan")
VALUE = Text("数值", "VALUE")
RATE = Text("增速", "RATE")

CHECK_ONE = Text("改正后再检查：{command}", "correct it, then check it again: {command}")
CHECK_ALL = Text(
    "共{count}处问题，全部列出：{command}",
    "{counted} in all; list them: {command}",
)
