"""The error codes of revised targets."""

from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.i18n.text import Text

REVISIONS: dict[str, Entry] = {
    "E438": Entry(
        Text(
            "目标调整的起算日 {day} 不在计划期（{first} 至 {last}）内",
            "the target is revised from {day}, outside the plan's years ({first} to {last})",
        ),
        Text("请核对日期", "check the day"),
        Text(
            "计划开始以前就已改定的，直接改目标值；计划期结束以后的调整，不影响任何评价。",
            "A figure that changed before the plan begins is the target itself. A revision after "
            "the end changes no verdict.",
        ),
    ),
    "E439": Entry(
        Text(
            "目标调整的起算日 {day} 不晚于上一次（{before}）",
            "the revision from {day} does not come after the one from {before}",
        ),
        Text(
            "请按日期先后书写，每日至多一次",
            "write the revisions in the order of their days, at most one a day",
        ),
        Text(
            "每次调整自起算日起取代上一次，日期须依次递增。",
            "Each revision takes the place of the one before it from its day on.",
        ),
    ),
    "E440": Entry(
        Text("此次目标调整没有新的数值", "the revision has no new figure"),
        Text("请写 value 或 growth", "write value or growth"),
        Text(
            "目标调整要写明新的数值：数量、比率写 value，增速写 growth，区间上限写 upper。",
            "A revision says what the target is from its day on: an amount or a share under "
            "`value`, a growth under `growth`, the upper end of a range under `upper`.",
        ),
    ),
    "E441": Entry(
        Text(
            "目标本身没有 {key}，不能调整 {key}",
            "the target has no {key} that a revision could change",
        ),
        Text("请用目标自身的键", "use the keys of the target itself"),
        Text(
            "目标调整只改变目标已有的数值，如目标写 growth，调整也写 growth。",
            "A revision changes a figure that the target has: where the target has `growth`, the "
            "revision has `growth` too.",
        ),
    ),
}
