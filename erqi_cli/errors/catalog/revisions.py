"""The error codes of revised targets."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

REVISIONS: dict[str, Entry] = {
    "E438": Entry(
        Text(
            "目标调整的起算日 {day} 不在计划期（{first} 至 {last}）内",
            "the revision starts on {day}, outside the plan's years ({first} to {last})",
        ),
        Text("请核对日期", "check the date"),
        Text(
            "计划开始前已改定的，直接修改目标值；计划期结束后的调整不起作用。",
            "If the figure changed before the plan began, change the target itself. A revision "
            "after the end has no effect.",
        ),
    ),
    "E439": Entry(
        Text(
            "目标调整的起算日 {day} 不晚于上一次（{before}）",
            "the revision from {day} is not later than the one from {before}",
        ),
        Text(
            "请按日期先后书写，每日至多一次",
            "write the revisions in order of date, at most one a day",
        ),
        Text(
            "每次调整自起算日起取代上一次，日期须依次递增。",
            "Each revision replaces the one before it, from its day on.",
        ),
    ),
    "E440": Entry(
        Text("此次目标调整没有新的数值", "the revision has no new figure"),
        Text("请写 value 或 growth", "write value or growth"),
        Text(
            "目标调整要写明新的数值：数量、比率写 value，增速写 growth，区间上限写 upper。",
            "A revision gives the new figure: an amount or a share under `value`, a growth under "
            "`growth`, the upper end of a range under `upper`.",
        ),
    ),
    "E441": Entry(
        Text("目标没有 {key}，无法调整", "the target has no {key} to revise"),
        Text("请用目标自身的键", "use the keys of the target itself"),
        Text(
            "目标调整只改变目标已有的数值：目标写 growth，调整也写 growth。",
            "A revision changes a figure that the target has. If the target has `growth`, the "
            "revision has `growth` too.",
        ),
    ),
}
