"""The pydantic model of a plan: seven frozen classes, every key of the file with its meaning.

The classes are plain dataclasses, so that a command that reads a plan pays for pydantic's validator and not for
pydantic's class machinery (see `validation`); `pydantic.TypeAdapter(Plan)` takes them as they are.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, get_args

from erqi_cli.language import LANGUAGES, Text
from erqi_cli.plan.units import UNIT_WORDS
from erqi_cli.plan.values import (
    NAME_LIMIT,
    NOTE_LIMIT,
    Scalar,
    one_of,
    parse_date,
    parse_figure,
    parse_growth,
    parse_id,
    parse_line,
    parse_note,
    parse_ordinal,
    parse_period,
    parse_share,
    parse_tolerance,
    parse_unit,
    parse_year,
)

CONFIG: dict[str, Any] = {"extra": "forbid", "frozen": True}
_NUMBER = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?"

Growth = Annotated[Decimal, Scalar(parse_growth, {"type": "string", "pattern": _NUMBER + "%$"})]
Figure = Annotated[Decimal, Scalar(parse_figure, {"type": ["number", "string"], "pattern": _NUMBER + "%?$"})]
Share = Annotated[Decimal, Scalar(parse_share, {"type": "string", "pattern": _NUMBER + "%$"})]
Tolerance = Annotated[Decimal, Scalar(parse_tolerance, {"type": "number", "minimum": 0, "maximum": 100})]
Id = Annotated[str, Scalar(parse_id, {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": 64})]
LINE = Scalar(parse_line, {"type": ["string", "number"], "maxLength": NAME_LIMIT})
Line = Annotated[str, LINE]
PROSE = Scalar(parse_note, {"type": ["string", "number"], "maxLength": NOTE_LIMIT})
Day = Annotated[str, Scalar(parse_date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]
Period = Annotated[str, Scalar(parse_period, {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})]
Year = Annotated[int, Scalar(parse_year, {"type": "integer", "minimum": 1900, "maximum": 2200})]
Ordinal = Annotated[int, Scalar(parse_ordinal, {"type": "integer", "minimum": 1})]
UnitSymbol = Annotated[str, Scalar(parse_unit, {"enum": UNIT_WORDS})]

RATES = ("growth", "share")
"""The kinds of target whose figure is a rate, written with a percent sign."""
Kind = Literal["growth", "level", "count", "share", "milestone", "relative", "qualitative", "context"]
ComparatorWord = Literal["about", "at_least", "at_most", "exactly", "between"]
CommitmentWord = Literal["ensure", "plan", "strive", "seek", "urge", "prepare"]
StatusCode = Literal["A", "P", "E", "F", "B"]
ProfileWord = Literal["linear", "at_end", "monthly", "base_year"]
Profile = Annotated[ProfileWord, one_of(*get_args(ProfileWord))]
Comparator = Annotated[ComparatorWord, one_of(*get_args(ComparatorWord))]
Commitment = Annotated[CommitmentWord, one_of(*get_args(CommitmentWord))]
KindWord = Annotated[Kind, one_of(*get_args(Kind))]
PriceBasis = Annotated[Literal["constant", "current"], one_of("constant", "current")]
Status = Annotated[StatusCode, one_of(*get_args(StatusCode))]
Form = Annotated[Literal["share", "percent", "multiple"], one_of("share", "percent", "multiple")]


class About(NamedTuple):
    """What a key means, for an editor that is given the JSON Schema."""

    en: str
    zh: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "description": f"{self.en} / {self.zh}"}


class Bilingual(NamedTuple):
    """Marks a text that a file gives as `{zh: …, en: …}`, or as one string that serves both languages."""

    words: Scalar

    def core_schema(self) -> Any:
        """Return the pydantic-core schema of such a text."""
        from pydantic_core import core_schema

        field = core_schema.typed_dict_field(self.words.core_schema())
        pair = core_schema.typed_dict_schema(dict.fromkeys(LANGUAGES, field), extra_behavior="forbid")
        whole = core_schema.no_info_after_validator_function(lambda parts: Text(**parts), pair)
        return core_schema.no_info_before_validator_function(self.both, whole)

    @staticmethod
    def both(value: object) -> object:
        """Return one string as the words of both languages, and anything else as it is."""
        return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return self.core_schema()

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        words = self.words.schema
        pair = {"type": "object", "properties": dict.fromkeys(LANGUAGES, words)}
        return {"anyOf": [words, {**pair, "required": [*LANGUAGES], "additionalProperties": False}]}


class AtLeastOne(NamedTuple):
    """Marks a list that may not be empty."""

    least: int = 1

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), "min_length": self.least}

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "minItems": self.least}


Name = Annotated[Text, Bilingual(LINE)]
Note = Annotated[Text, Bilingual(PROSE)]

MonthlyShares = Annotated[
    tuple[Share, ...], About("with pace monthly: 12 cumulative shares of the year", "与 pace: monthly 同用：12 个逐月累计占比")
]


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
    commitment: Annotated[Commitment | None, About("commitment word, a label", "承诺用词")] = None
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
    commitment: Annotated[Commitment | None, About("commitment word, a label", "承诺用词")] = None
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
    measures: Annotated[tuple[Note, ...], About("what is planned, as points", "打算，逐条")] = ()
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


def source_of(plan: Plan, name: str | None) -> Source:
    """Return the source with this id, else the plan document, which is the source of whatever names none."""
    return next(source for source in plan.sources if source.id == (name or plan.document))


def target_id(action: Action, target: Target) -> str:
    """Return a target's full id, ACTION.TARGET."""
    return f"{action.id}.{target.id}"
