"""The texts of reports: the wall chart's and the workbook's."""

from erqi_cli.domain.vocabulary import Comparator, OutlookMethod
from erqi_cli.i18n.text import Text

# The wall chart

CHART_TITLE = Text("{heading}{year}年目标进度图", "{heading}: targets and progress, {year}")
DATA_AS_OF = Text("数据截至{period}", "Data as of {period}")
NO_DATA_YET = Text("尚无数据", "No data yet")
OWN_OBSERVATIONS = Text("数据来源：本计划所载", "Observations: as given in the plan")
LEDGER = Text("数据来源：{ledger}", "Observations: {ledger}")
CONTEXT_FIGURES = Text("“背景”", "context figures")
FURTHER_AIMS = Text("“定性”", "further aims")
NEVER_SCORED = Text("{names}各项只列示，不评分", "Listed but not scored: {names}")
OF_HEADLINES = Text("主要预期目标", "headline")
OF_ACTION = Text("行动{number}", "action {number}")
FURTHER_LATE = Text("另有{count}项：{names}", "{count} more: {names}")
STALE_PERIOD = Text("沿用{period}", "stale, {period}")
INDEX_ONLY = Text("指数{index}", "index {index}")

CHART_LABELS: dict[str, Text] = {
    "in_all": Text("合计", "Total"),
    "late": Text("重点督办（差距大的在前）", "Late targets, the worst first"),
    "headlines": Text("主要预期目标", "Headline indicators"),
    "actions": Text("行动", "Actions"),
    "indicator": Text("指标", "Indicator"),
    "target": Text("目标", "Target"),
    "growth": Text("目标", "Target"),
    "actual": Text("实际", "Actual"),
    "actual_growth": Text("实际", "Actual"),
    "base": Text("{base_year}年", "{base_year}"),
    "projected": Text("{plan_year}年预期", "{plan_year} projected"),
    "progress": Text("进度", "Progress"),
    "status": Text("状态", "Status"),
    "lead": Text("超/欠进度（未注单位为百分点）", "Pace (in points unless stated)"),
    "more": Text("其他", "More"),
    "due": Text("期限", "due"),
    "context": Text("背景", "Context"),
    "qualitative": Text("定性", "Further aims"),
    "not_scored": Text("本行动无计分目标", "This action has no scored targets"),
    "notes": Text("说明", "Notes"),
    "note": Text("注", "Note"),
    "sources": Text("来源", "Sources"),
    "what_if": Text("假设", "What-if"),
}
"""What the page writes beside the figures, by the names that the template uses."""

# What is said once a file is written

WROTE_CHART = Text(
    "已写入 {path}；打印：用浏览器打开，按 Ctrl+P，纸张选 A3 横向",
    "wrote {path}; to print it on A3 landscape, open it in a browser and press Ctrl+P",
)
WROTE_WORKBOOK = Text(
    "已写入 {path}，共{count}张工作表：{sheets}",
    "wrote {path} with {count} sheets: {sheets}",
)
SHEET_AND_ROWS = Text("{name}（{count}行）", "{name} ({counted})")

# The legend of the wall chart

BAR_LEGEND = Text("横条：{meanings}", "Bar: {meanings}")
BAR_OF_AMOUNT = Text("数量目标为完成率", "of an amount, the share that is done")
BAR_OF_LIMIT = Text("限额为已用的比例", "of a limit, the share that is used")
BAR_OF_GROWTH = Text(
    "增速（降幅）目标为实际与目标或上限之比",
    "of a growth or a fall, its share of the target or limit",
)
BAR_SIGNS = Text(
    "粗竖线：目标或上限（100%）；三角：按进度安排此时应达到的位置；右端箭头：超出图幅",
    "Heavy line: the target or limit (100%). "
    "Triangle: where the timetable expects it by now. Arrow: beyond the scale",
)
NO_BAR = Text("目标为持平的，不画横条", "A target of no growth has no bar")

# A target of the wall chart

TO_BE_DONE = Text("完成", "to be done")
IS_DONE = Text("已完成", "done")
EXPECTED_DONE = Text("按进度应完成{percent}", "{percent} expected by now")
EXPECTED_USED = Text("按进度应用{percent}", "{percent} expected by now")
OPPOSITE_CHANGE = Text("实际{change}", "{change}")
FALL = Text("降幅", "fall")
GROWTH = Text("增速", "growth")
SHARE_OF_LIMIT = Text("为{change}上限的{share}", "{share} of the limit on {change}")
SHARE_OF_TARGET = Text("为目标{change}的{share}", "{share} of the target {change}")
SETTING = Text("{target}{field}{value}", "{target}: {field} {value}")
SETTING_FIELDS = {
    "growth": Text("增速", "growth"),
    "baseline": Text("基期值", "base value"),
    "deflator": Text("价格涨幅", "price rise"),
    "value": Text("目标值", "target"),
    "upper": Text("上限", "upper end"),
}
"""What a what-if sets."""

# The workbook

PLAN_SHEET = Text("计划", "Plan")
PROJECTION_SHEET = Text("推算", "Projection")
TRACKING_SHEET = Text("进度", "Tracking")
SOURCES_SHEET = Text("来源", "Sources")
ABOUT = Text("计划：{name}；数据截至：{until}", "Plan: {name}; data as of: {until}")
UNTIL_NO_DATA = Text("尚无数据", "no data yet")
WHAT_IF = Text("假设：{settings}", "What-if: {settings}")
LABELLED = Text("{label}：{value}", "{label}: {value}")
HEADLINES = Text("主要预期目标", "Headline indicators")
NUMBERED_ACTION = Text("{number} {name}", "{number} {name}")
TOLERANCE = Text("容差{allowed}", "tolerance {allowed}")
INPUT_LEGEND = Text(
    "底色单元格可修改：改动增速或{base}年基期值，指数、预期值和增量随之重算；"
    "没有基期值的只给指数，填入基期值后才有预期值",
    "You may change the cells with this fill, growth and {base} value: the index, the projected "
    "value and the increase follow. Without a base value there is only an index",
)
NONE_PUBLISHED = Text("无基期值", "no base value")
DONE = Text("完成", "done")
EXTRAPOLATED_BY = {
    OutlookMethod.BASE_YEAR: Text("按基期年同期比重", "base year's months"),
    OutlookMethod.RUN_RATE: Text("按目前进度", "present rate"),
}
"""By what a year-end value is extrapolated."""
NOT_YET = Text("未完成", "not yet")
RANGE = Text("区间", "range")
BELOW_ZERO = {
    Comparator.AT_MOST: Text("不高于", "at most"),
    Comparator.AT_LEAST: Text("不低于", "at least"),
}
"""How a figure below zero is qualified: 以上 and 以内 do not tell which side of it they mean."""
INDEX_TITLE = Text("指数（{base}年=100）", "Index ({base} = 100)")
BASE_VALUE_TITLE = Text("{base}年基期值", "{base} base value")
PROJECTED_TITLE = Text("{year}年预期值", "{year} projected")
