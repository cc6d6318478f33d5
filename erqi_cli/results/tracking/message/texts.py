"""The texts of the sentence that says what is most urgent."""

from erqi_cli.domain.vocabulary import Status
from erqi_cli.i18n.text import Text

# How many targets have which status

ONE_STATUS = Text("已报{reported}项中{count}项{status}", "{count} of {targets} {verb} {status}")
SEVERAL_STATUSES = Text("已报{reported}项中{counts}", "Of {targets} {counts}")
ALL_OF_ONE_STATUS = Text("已报{reported}项全部{status}", "All {targets} {verb} {status}")
THE_ONLY_ONE = Text("已报1项，{status}", "The one reported target {verb} {status}")
STATUS_COUNT = Text("{count}项{status}", "{count} {verb} {status}")
PRESENT = ("is", "are")
PAST = ("was", "were")
PAST_STATUSES = (Status.MISSED, Status.CLOSE, Status.MET)
"""The statuses of a finished year: it is spoken of in the past."""
REPORTED_TARGET = "reported target"
AND = Text("、", " and ")

# What is most urgent

ONLY_ONE = Text("{counts}：{worst}。", "{counts}: {worst}.")
LARGEST_GAP = Text("{counts}，差距最大的是{worst}。", "{counts}; the largest gap: {worst}.")
MOST_URGENT = Text("{counts}，最紧迫的是{worst}。", "{counts}; the most urgent: {worst}.")
WORST = Text("{name}，{gap}", "{name}, {gap}")
WORST_WITH_FIGURES = Text("{name}，{gap}（{figures}）", "{name}, {gap} ({figures})")

# By how much a target is behind

BEHIND_TIME = Text("欠序时进度{size}个百分点", "{size} points behind")
BEHIND_PLAN = Text("落后规划进度{size}个百分点", "{size} points behind the plan")
ONLY_DONE = Text("完成目标的{share}", "{share} of the target done")
BELOW_TARGET = Text("低于目标{size}个百分点", "{size} points below its target")
BELOW_TRAJECTORY = Text("低于分期要求{size}个百分点", "{size} points below its trajectory")
ABOVE_TARGET = Text("高于目标{size}个百分点", "{size} points above its target")
ABOVE_TRAJECTORY = Text("高于分期要求{size}个百分点", "{size} points above its trajectory")
OVERDUE = Text("已过期限，尚未完成", "past its due date and not done")
NOT_REACHED = Text("未达到目标", "short of its target")

# The figures behind it

DONE_AND_YEAR = Text(
    "完成{share}，时间已过{elapsed}",
    "{share} done, {elapsed} of the year passed",
)
DONE_AND_PLAN = Text(
    "完成{share}，规划期已过{elapsed}",
    "{share} done, {elapsed} of the plan period passed",
)
DONE_AND_EXPECTED = Text(
    "完成{share}，按进度应完成{expected}",
    "{share} done, {expected} expected by now",
)
USED_AND_EXPECTED = Text(
    "已用{share}，按进度应用{expected}",
    "{share} used, {expected} expected by now",
)
ACTUAL_AND_EXPECTED = Text(
    "实际{actual}，按进度应达到{expected}",
    "{actual}, {expected} expected by now",
)
ACTUAL_AND_TARGET = Text("实际{actual}，目标{target}", "{actual}, target {target}")
STALE_FIGURES = Text("{figures}，沿用{period}数据", "{figures}; stale, {period}")

# Nothing is late, or nothing is known

NONE_LATE = Text("已报{reported}项均未{late}", "None of {targets} is {late}")
ONE_NOT_LATE = Text("已报1项，未{late}", "The one reported target is not {late}")
COUNTS_AND_MISSING = Text("{counts}，{missing}项待报。", "{counts}; {missing} {verb} no data yet.")
HAVE = ("has", "have")
SENTENCE = Text("{words}。", "{words}.")
NO_DATA = Text("尚无数据：{missing}。", "No data yet: {missing}.")
MISSING_TARGETS = Text("{groups}待报", "{groups} {verb} missing")
MISSING_HEADLINES = Text("主要预期目标{count}项", "{targets}")
MISSING_ACTIONS = Text("行动目标{count}项", "{targets}")
HEADLINE = "headline indicator"
ACTION_TARGET = ("target of the actions", "targets of the actions")
NOT_DUE = Text("{count}项未到期", "{count} {verb} not due")
