"""The remedies for what is wrong in a file of base values."""

from erqi_cli.i18n.text import Text

ONE_ROW = Text(
    "每个地区、每项指标、每年写一行", "write one row for each region, indicator and year"
)
LEAVE_EMPTY = Text(
    "没有目标时请留空，按计划的增速推算",
    "if there is no target, leave the cell empty; the plan's rate then applies",
)
WRITE_REGION = Text("请填上地区", "write the region")
WRITE_YEAR = Text("请填上年份", "write the year")
NAMES_CONTAINING = Text(
    "请写全名或编号；含“{part}”的有：{candidates}",
    "write an id or a full name; these contain '{part}': {candidates}",
)
SETS_NO_GROWTH = Text(
    "{name}不是增长目标，不用基期值", "{name} is not a growth target and takes no base value"
)
REMOVE_ROW = Text("请删去此行", "remove the row")
