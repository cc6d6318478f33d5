"""The texts of remedies that only the rules know."""

from erqi_cli.i18n.text import Text

SOURCE = Text("来源", "source")
INDICATOR_OR_TARGET = Text("指标或目标", "indicator or target")
WRITE_ID = Text("名称中没有文字和数字，请另写 id", "the name has no letters or digits: add an id")
WRITE_ID_BESIDE = Text(
    "没有写 id 时以名称为编号；请给其中一个另写 id",
    "without an id, the name is the id: add an id to one of them",
)
KIND_OF_FIGURE = Text(
    "增长目标写 growth: 9%；比率（如失业率）另写 kind: share，数量另写 kind: level",
    "write a growth as growth: 9%; add kind: share for a rate (unemployment), or kind: "
    "level for an amount",
)
NODE_OUTSIDE = Text("时期不在计划年 {year} 内", "it is outside the plan year {year}")
NODE_PAST_DUE = Text("时期晚于期限 {due}", "it is after the due date {due}")
NODE_IS_WORDS = Text("此类目标的进度要求只能写文字", "this kind of target takes words only")
NODE_IS_RATE = Text("此处应为比率，须带百分号", "a rate is expected here, with its percent sign")
NODE_ABOVE_WHOLE = Text("占比应在 0% 至 100% 之间", "a share is between 0% and 100%")
USE_SHARE = Text("占比请用 kind: share", "for a share use kind: share")
USE_GROWTH_KEY = Text("增速请写成 growth: {value}", "write a growth as growth: {value}")
SAME_KEYS = Text("请按目标的写法，用 {keys}", "use {keys}, as the target does")
NO_FIGURE_TO_REVISE = Text(
    "目标没有数值，请删去 revisions",
    "the target has no figure: leave revisions out",
)
UNIT_ABOVE = Text(
    "of 须是通用单位，或写在上面的自定单位",
    "`of` must be a common unit, or one that is declared above",
)
