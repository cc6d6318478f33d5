"""The texts of the overview of `erqi track`."""

from erqi_cli.i18n.text import Text

# Above the rows

SIGNED_COUNT = Text("{sign} {status}{count}", "{sign} {count} {status}")
OF_OBLIGATION = Text("{obligation}：{counts}", "{obligation}: {counts}")
PASSED = Text("{label}{share}　数据：{source}", "{label} {share} · observations: {source}")
SOURCE_ONLY = Text("数据：{source}", "Observations: {source}")

# Columns

NAME_LABEL = Text("目标", "Target")
FIGURES_LABEL = Text("实际/目标", "Actual/target")
SHORT_COMPLETION_LABEL = Text("完成率", "Done")
SHORT_PACE_LABEL = Text("超/欠", "Pace")
PREVIOUS_LABEL = Text("上期", "Before")
PERIOD_LABEL = Text("数据", "Data")
FOOTNOTE_LABEL = Text("", "")
STALE = Text("沿用{period}", "{period} (old)")
DATA_TO = Text("数据截至{day}", "Data to {day}")
SIGNED_NAME = Text("{sign} {name}", "{sign} {name}")
FIGURES = Text("{actual}/{target}", "{actual}/{target}")
PARTNER = Text("对方{rate}{points}", "partner's {rate}{points}")

# What is still needed

A_MONTH = Text("每月{amount}", "{amount}/month")
A_YEAR = Text("年均{amount}", "{amount}/year")
FROM_NOW = Text("余下{amount}", "{amount} from now")
MORE = Text("再{amount}", "{amount} more")
IN_POINTS = Text("{number}点", "{number} pp")

# Sections, and what is folded

WORST_FIRST = Text("{statuses}（差距大的在前）", "{statuses}, the worst first")
FOLDED = Text("{counted}：{targets}", "{counted}: {targets}")
FOLDED_COUNT = Text("{sign} {status}{count}项", "{sign} {count} {status}")
IN_HEADLINES = Text("主要预期目标{count}项", "{count} headline indicators")
IN_ACTION = Text("行动{number}有{count}项", "{count} in action {number}")
LIST_ALL = Text("全部列出：erqi track --all", "To list them all: erqi track --all")

# Notes

PACE_KEY = Text(
    "超/欠：与进度要求或目标相比，超、优、低、少用、距上限为好，欠、差、高、多用、超上限为差",
    "Pace: + is better and - worse than expected by now, or than the target",
)
