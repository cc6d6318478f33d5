"""The pydantic model of a plan: nine frozen classes, every key of the file with its meaning.

The classes are plain dataclasses, so that a command that reads a plan pays for pydantic's validator and not for
pydantic's class machinery (see `validation`); `pydantic.TypeAdapter(Plan)` takes them as they are.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from erqi_cli.domain.field_types import (
    About,
    AtLeastOne,
    Commitment,
    Comparator,
    Day,
    Figure,
    Form,
    Growth,
    Id,
    KindWord,
    Line,
    MonthlyShares,
    Name,
    Note,
    Ordinal,
    Period,
    PriceBasis,
    Profile,
    Status,
    Tolerance,
    UnitSymbol,
    Year,
)

CONFIG: dict[str, Any] = {"extra": "forbid", "frozen": True}
RATES = ("growth", "share")
"""The kinds of target whose figure is a rate, written with a percent sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication that figures were taken from."""

    __pydantic_config__ = CONFIG

    id: Annotated[Id, About("stable id of the source", "来源的编号")]
    title: Annotated[Name, About("title", "标题")]
    publisher: Annotated[Name, About("who published it", "发布者")]
    published: Annotated[Day | None, About("day of publication", "发布日期")] = None
    url: Annotated[Line | None, About("where it can be read", "网址")] = None
    note: Annotated[Note | None, About("anything a reader should know", "说明")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One published figure of one period: a level, a growth rate, or both, with its vintage.

    `value` is in the unit of its target, in percent where that is a share; `growth` is in percent, as published and never
    computed from two levels.
    `status` is SDMX CL_OBS_STATUS: A final, P preliminary, E estimate, F forecast, B break.
    """

    __pydantic_config__ = CONFIG

    target: Annotated[Line, About("id of an indicator, or ACTION.TARGET", "指标编号，或 行动.目标")]
    period: Annotated[Period, About("year, YEAR-MONTH (cumulative) or date", "年、年-月（累计）或日期")]
    value: Annotated[Figure | None, About("level, in the target's unit; 45% for a share", "水平值，单位同目标；占比写 45%")] = (
        None
    )
    growth: Annotated[Growth | None, About("published growth, such as 9%", "公布的增速，如 9%")] = None
    status: Annotated[
        Status, About("A final, P preliminary, E estimate, F forecast, B break", "A 终值 P 初步 E 估计 F 预测 B 断点")
    ]
    published: Annotated[Day | None, About("day of publication: the vintage", "公布日期，即批次")] = None
    source: Annotated[Id, About("id of a source", "来源编号")]
    series_break: Annotated[Note | None, About("why the figure is not comparable with the next", "口径变化，与后续不可比")] = None
    note: Annotated[Note | None, About("anything a reader should know", "说明")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A headline indicator with its growth target. `growth`, `upper` are in percent, `tolerance` in percentage points."""

    __pydantic_config__ = CONFIG

    id: Annotated[Id, About("stable id", "编号")]
    name: Annotated[Name, About("name in both languages", "中英文名称")]
    unit: Annotated[UnitSymbol | None, About("unit of the level", "水平值的单位")] = None
    price_basis: Annotated[PriceBasis, About("prices that growth is measured at", "增速的价格口径")]
    growth: Annotated[Growth, About("target growth, such as 9%", "增长目标，如 9%")]
    upper: Annotated[Growth | None, About("upper end, with between", "区间上限")] = None
    comparator: Annotated[Comparator, About("how the figure is qualified", "左右、以上等限定")] = "exactly"
    tolerance: Annotated[Tolerance | None, About("percentage points that `about` allows", "“左右”的容差（百分点）")] = None
    commitment: Annotated[Commitment | None, About("commitment word, a label", "承诺表述")] = None
    phrases: Annotated[tuple[Line, ...], AtLeastOne(), About("the words that hold the figure", "含数字的原文短语")]
    source: Annotated[Id | None, About("id of a source; the plan document if left out", "来源编号，默认为计划文件")] = None
    pace: Annotated[
        Profile | None,
        About(
            "how the base year spread over its months: monthly, base_year or linear",
            "基期年在各月的分布：monthly、base_year 或 linear",
        ),
    ] = None
    monthly_shares: MonthlyShares = ()
    no_baseline: Annotated[Note | None, About("why there is no base value", "没有基期值的原因")] = None
    note: Annotated[Note | None, About("anything a reader should know", "说明")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A figure inside an action: a target, or a context figure that is shown and never scored.

    `value` is in `unit`; for the kinds growth and share it is in percent.
    """

    __pydantic_config__ = CONFIG

    id: Annotated[Id, About("stable id within the action", "行动内的编号")]
    name: Annotated[Name, About("name in both languages", "中英文名称")]
    kind: Annotated[KindWord, About("what kind of target it is", "目标类型")]
    value: Annotated[Figure | None, About("the figure: 412, or 60% for a share", "数值：412；占比写 60%")] = None
    upper: Annotated[Figure | None, About("upper end, with between", "区间上限")] = None
    unit: Annotated[UnitSymbol | None, About("unit of the figure", "单位")] = None
    comparator: Annotated[Comparator, About("how the figure is qualified", "左右、以上等限定")] = "exactly"
    tolerance: Annotated[
        Tolerance | None,
        About(
            "what `about` allows: percentage points, for an amount percent of it", "“左右”的容差：百分点；数量为该数的百分之几"
        ),
    ] = None
    commitment: Annotated[Commitment | None, About("commitment word, a label", "承诺表述")] = None
    due: Annotated[Day | None, About("due date, where the text has one", "期限")] = None
    baseline: Annotated[
        Figure | None, About("where the year starts from, if progress is measured from there", "年初水平，进度从此算起")
    ] = None
    pace: Annotated[
        Profile | None,
        About(
            "timetable of the year: linear (if left out), at_end, monthly, base_year",
            "进度安排：linear（默认）、at_end、monthly、base_year",
        ),
    ] = None
    monthly_shares: MonthlyShares = ()
    to: Annotated[Line | None, About("for relative: the other indicator", "relative 所比的指标")] = None
    phrases: Annotated[
        tuple[Line, ...], AtLeastOne(), About("the words that hold the figure, one for each place", "原文短语，每处一条")
    ]
    source: Annotated[Id | None, About("id of a source; the plan document if left out", "来源编号，默认为计划文件")] = None
    note: Annotated[Note | None, About("anything a reader should know", "说明")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One of the plan's actions: requirements, planned measures, and every figure in them."""

    __pydantic_config__ = CONFIG

    number: Annotated[Ordinal, About("number, from 1", "序号，从 1 起")]
    id: Annotated[Id, About("stable id", "编号")]
    name: Annotated[Name, About("name in both languages", "中英文名称")]
    requirements: Annotated[tuple[Note, ...], About("what is required, as points", "要求，逐条")] = ()
    measures: Annotated[tuple[Note, ...], About("what is planned, as points", "主要举措，逐条")] = ()
    targets: Annotated[tuple[Target, ...], About("every figure of the action", "行动中的每个数字")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A ratio of two indicators or targets that shows what the targets imply together."""

    __pydantic_config__ = CONFIG

    id: Annotated[Id, About("stable id", "编号")]
    name: Annotated[Name, About("name in both languages", "中英文名称")]
    numerator: Annotated[Line, About("id of an indicator, or ACTION.TARGET", "分子：指标或 行动.目标")]
    denominator: Annotated[Line, About("id of an indicator, or ACTION.TARGET", "分母：指标或 行动.目标")]
    form: Annotated[Form, About("share: a part of the whole; percent; multiple: times", "share 占比 percent 比例 multiple 倍数")]
    note: Annotated[Note | None, About("anything a reader should know", "说明")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoFigure:
    """Words of the plan document whose number is no figure, such as a slogan or a name."""

    __pydantic_config__ = CONFIG

    phrase: Annotated[Line, About("words of the document that hold the number", "含该数的原文")]
    reason: Annotated[Note | None, About("why it is no figure of the plan", "为何不是计划的数字")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What an audit against the plan document has to know besides its own rules."""

    __pydantic_config__ = CONFIG

    ignore: Annotated[tuple[NoFigure, ...], AtLeastOne(), About("numbers that are no figures", "不作数字的数")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A yearly plan: what was set, what it was set on, and what was published since."""

    __pydantic_config__ = CONFIG

    id: Annotated[Id, About("stable id of the plan", "计划的编号")]
    name: Annotated[Name, About("name in both languages", "中英文名称")]
    district: Annotated[Name, About("district", "区县")]
    city: Annotated[Name | None, About("city", "城市")] = None
    base_year: Annotated[Year, About("year that growth is measured from", "基期年")]
    plan_year: Annotated[Year, About("year that the plan is for", "计划年")]
    document: Annotated[Id, About("id of the source that is the plan document", "计划文件的来源编号")]
    meeting: Annotated[Name | None, About("meeting that set the plan", "会议")] = None
    meeting_date: Annotated[Day | None, About("its date", "会议日期")] = None
    aims: Annotated[tuple[Note, ...], About("what the plan is for", "总体要求")] = ()
    sources: Annotated[tuple[Source, ...], AtLeastOne(), About("publications", "来源")]
    indicators: Annotated[tuple[Indicator, ...], AtLeastOne(), About("headline growth targets", "主要预期目标")]
    actions: Annotated[tuple[Action, ...], About("actions", "行动")] = ()
    ratios: Annotated[tuple[Ratio, ...], About("ratios to watch", "比率")] = ()
    observations: Annotated[tuple[Observation, ...], About("published figures", "公布的数据")] = ()
    audit: Annotated[Audit | None, About("for `erqi audit`: what in the document is no figure", "供 erqi audit 用")] = None


def source_of(plan: Plan, name: str | None) -> Source:
    """Return the source with this id, else the plan document, which is the source of whatever names none."""
    return next(source for source in plan.sources if source.id == (name or plan.document))


def target_id(action: Action, target: Target) -> str:
    """Return a target's full id, ACTION.TARGET."""
    return f"{action.id}.{target.id}"
