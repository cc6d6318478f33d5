"""The labels of the words of the field, in both languages.

Command lines use them too, so nothing heavy is imported here.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from erqi_cli.domain.period import Years
from erqi_cli.domain.vocabulary import (
    Better,
    Collection,
    Commitment,
    Comparator,
    Kind,
    Mark,
    Obligation,
    ObservationStatus,
    Pace,
    PriceBasis,
    RatioForm,
    Status,
)
from erqi_cli.i18n.text import Text

Choice = TypeVar("Choice", bound=StrEnum)

COMPARATORS = {
    Comparator.ABOUT: Text("{figure}左右", "about {figure}"),
    Comparator.AT_LEAST: Text("{figure}以上", "at least {figure}"),
    Comparator.AT_MOST: Text("{figure}以内", "at most {figure}"),
    Comparator.EXACTLY: Text("{figure}", "{figure}"),
    Comparator.BETWEEN: Text("{figure}—{upper}", "{figure} to {upper}"),
}
FALLS = {
    Comparator.AT_MOST: Text("下降{figure}以上", "a fall of at least {figure}"),
    Comparator.AT_LEAST: Text("下降不超过{figure}", "a fall of at most {figure}"),
}
"""A growth below zero with its qualifier: to grow by at most −3% is to fall by at least 3%."""
COMMITMENTS = {
    Commitment.ENSURE: Text("确保", "ensure"),
    Commitment.PLAN: Text("计划", "plan"),
    Commitment.STRIVE: Text("力争", "strive"),
    Commitment.SEEK: Text("争取", "seek"),
    Commitment.URGE: Text("力促", "urge"),
    Commitment.PREPARE: Text("谋划", "prepare"),
}
KINDS = {
    Kind.GROWTH: Text("增长", "growth"),
    Kind.LEVEL: Text("规模", "level"),
    Kind.COUNT: Text("数量", "count"),
    Kind.SHARE: Text("占比", "share"),
    Kind.MILESTONE: Text("节点", "milestone"),
    Kind.RELATIVE: Text("相对", "relative"),
    Kind.QUALITATIVE: Text("定性", "qualitative"),
    Kind.CONTEXT: Text("背景", "context"),
}
RATIO_FORMS = {
    RatioForm.SHARE: Text("占比", "share"),
    RatioForm.PERCENT: Text("比例", "percent"),
    RatioForm.MULTIPLE: Text("倍数", "times"),
}
OBSERVATION_STATUSES = {
    ObservationStatus.NORMAL: Text("正式数", "normal"),
    ObservationStatus.PROVISIONAL: Text("初步数", "provisional"),
    ObservationStatus.ESTIMATED: Text("估计数", "estimated"),
    ObservationStatus.FORECAST: Text("预测数", "forecast"),
    ObservationStatus.BREAK: Text("口径变化", "time series break"),
}
COLLECTIONS = {
    Collection.SUMMED: Text("累计数", "summed over time"),
    Collection.END_OF_PERIOD: Text("期末数", "counted at the end of a period"),
    Collection.AVERAGE: Text("平均数", "averaged over time"),
}
BETTERS = {
    Better.HIGHER: Text("越高越好", "higher is better"),
    Better.LOWER: Text("越低越好", "lower is better"),
    Better.WITHIN: Text("区间内为好", "within the range is better"),
}
OBLIGATIONS = {
    Obligation.BINDING: Text("约束性", "binding"),
    Obligation.EXPECTED: Text("预期性", "expected"),
}
PRICE_BASES = {
    PriceBasis.CONSTANT: Text("不变价", "constant"),
    PriceBasis.CURRENT: Text("现价", "current"),
}
STATUSES = {
    Status.MISSED: Text("未完成", "missed"),
    Status.SERIOUSLY_BEHIND: Text("严重滞后", "seriously behind"),
    Status.BEHIND: Text("欠进度", "behind"),
    Status.CLOSE: Text("接近", "close"),
    Status.NO_DATA: Text("待报", "no data"),
    Status.NOT_DUE: Text("未到期", "not due"),
    Status.ON_PACE: Text("达进度", "on pace"),
    Status.AHEAD: Text("超进度", "ahead"),
    Status.DONE: Text("已完成", "done"),
    Status.MET: Text("完成", "met"),
}
MID_TERM_STATUSES = {
    **STATUSES,
    Status.BEHIND: Text("滞后", "behind"),
    Status.ON_PACE: Text("符合预期", "as expected"),
    Status.AHEAD: Text("快于预期", "faster than expected"),
    Status.DONE: Text("提前完成", "done early"),
}
"""The words of a mid-term review, for plans of several years."""
MARKS = {
    Mark.STALE: Text("沿用旧数", "stale"),
}
"""What a status may carry beside it."""
STATUS_SIGNS = {
    Status.MISSED: "✘",
    Status.SERIOUSLY_BEHIND: "▼▼",
    Status.BEHIND: "▼",
    Status.CLOSE: "≈",
    Status.NO_DATA: "□",
    Status.NOT_DUE: "○",
    Status.ON_PACE: "●",
    Status.AHEAD: "▲",
    Status.DONE: "✔",
    Status.MET: "✔",
}
"""A sign for each status, the same on a terminal, on the wall chart and in a workbook."""
PACES = {
    Pace.LINEAR: Text("按时间均匀推进", "evenly over time"),
    Pace.BASE_YEAR: Text("按基期年各月的分布", "as in the base year's months"),
}


YEAR_PASSED = Text("序时进度", "Year passed")
PLAN_PASSED = Text("规划期进度", "Plan period passed")
YEAR_END = Text("年底外推", "Year-end")
PLAN_END = Text("{year}年推算", "End of {year}")
BASELINE = Text("年初水平", "Baseline")
BASELINE_OF_PLAN = Text("期初水平", "Baseline")


def passed_label(years: Years) -> Text:
    """Return what the share of the time that has passed is called in a plan of these years."""
    return PLAN_PASSED if years.are_several else YEAR_PASSED


def year_end_label(years: Years) -> Text:
    """Return what the extrapolated value at the end of a plan of these years is called."""
    return PLAN_END.fill(year=years.last) if years.are_several else YEAR_END


def baseline_label(years: Years) -> Text:
    """Return what the level is called from which a stock starts in a plan of these years."""
    return BASELINE_OF_PLAN if years.are_several else BASELINE


def statuses_of(years: Years) -> Mapping[Status, Text]:
    """Return the words of the statuses in a plan of these years."""
    return MID_TERM_STATUSES if years.are_several else STATUSES


def label_for(labels: Mapping[Choice, Text], choice: Choice | None) -> Text | None:
    """Return the label of a word, None for none."""
    return None if choice is None else labels[choice]
