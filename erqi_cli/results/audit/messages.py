"""The words of an audit's result in both languages."""

from erqi_cli.domain.vocabulary import Difference, FindingKind
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.figures.exclusions import RuleCode

TITLE = Text("{file}：与《{plan}》核对", "{file}: compared with {plan}")
FIGURES = Text("文件中的数字", "Figures in the document")
ENCODING = Text("编码", "Encoding")
ACTIONS = Text("行动个数", "the number of actions")
PLAN_FIGURE = Text("{ids}：{figure}", "{ids}: {figure}")
QUOTED = Text("“{words}”", "“{words}”")
EXPLAINED = Text("{reason}：“{words}”", "{reason}: “{words}”")

FINDING_HEADING = Text("结果", "Finding")
PLACE_HEADING = Text("行:列", "Line:col")
FIGURE_HEADING = Text("原文数字", "Figure")
PLAN_HEADING = Text("计划", "Plan")
REMARK_HEADING = Text("说明", "Remark")

FINDINGS = {
    FindingKind.MISSING: Text("未收录", "not in the plan"),
    FindingKind.DIFFERS: Text("不一致", "differs"),
    FindingKind.ABSENT: Text("原文无此表述", "not in the document"),
    FindingKind.UNUSED: Text("条目未使用", "unused entry"),
    FindingKind.MATCHED: Text("已收录", "in the plan"),
    FindingKind.IGNORED: Text("不计入", "not counted"),
}
DIFFERENCES = {
    Difference.VALUE: Text("数值与原文不同", "the value differs from the document"),
    Difference.UNIT: Text("单位与原文不同", "the unit differs from the document"),
    Difference.COMPARATOR: Text("限定词与原文不同", "the qualifier differs from the document"),
    Difference.LONGER_TERM: Text(
        "所引文字在原文中只是更长名称的一部分",
        "in the document the phrase is part of a longer term",
    ),
    Difference.PHRASE: Text("所引原文与文件不同", "the phrase differs from the document"),
}
RULES = {
    RuleCode.DATE: Text("日期", "a date"),
    RuleCode.ORDINAL: Text("序数", "an ordinal"),
    RuleCode.NUMBERED_NAME: Text("含数字的名称", "a name with a number"),
    RuleCode.NAME: Text("名称或口号", "a name or slogan"),
    RuleCode.SET: Text("所列事项的个数", "the number of things listed"),
    RuleCode.SIZE: Text("规模或计量基数", "a size, or the base of a rate"),
    RuleCode.CODE: Text("编号、文号或电话", "a code or telephone number"),
    RuleCode.ARTICLE: Text("“一个”之类，不表数量", "an article, such as 一个"),
    RuleCode.HEADING: Text("标题或列表的序号", "a heading or list number"),
}
"""Why a number is not a figure; the plan gives its own reasons."""
NO_REASON = Text("未注明原因", "no reason given")
TEXT_NOT_IN_DOCUMENT = Text(
    "计划中的表述含有原文没有的数字",
    "a text of the plan has a figure that is not in the document",
)
PHRASE_NOT_IN_DOCUMENT = Text("原文中没有所引表述", "the phrase is not in the document")

ALL_MATCHED = Text("无遗漏，无不一致", "Nothing is missing and nothing differs")
NOT_COUNTED = Text(
    "“不计入”按规则或计划的 audit.ignore 判定，原因见各行",
    "“Not counted”: by a rule or by the plan's audit.ignore; each row gives its reason",
)
UNSURE = Text(
    "请核对引文前的文字，原文所指可能不是该目标：{ids}",
    "Check the words before these phrases; the document may mean another target: {ids}",
)
STRICT = Text(
    "--strict：不计入的数字须注明原因，audit.ignore 的条目须实际使用",
    "--strict: each number that is not counted needs a reason; "
    "each entry of audit.ignore must be used",
)
REMEDY = Text(
    "未收录的数字：请写入计划并引用原文（phrases），或在 audit.ignore 中注明不计入的原因",
    "If a figure is not in the plan: add it with its phrase, or give the reason under audit.ignore",
)
