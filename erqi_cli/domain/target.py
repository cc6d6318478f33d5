"""A target: a headline indicator, or a figure inside an action."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from erqi_cli.domain.field_types import (
    Day,
    Description,
    Figure,
    FigureGrowth,
    Id,
    Line,
    Name,
    Note,
    NotEmpty,
    Share,
    Tolerance,
    UnitSymbol,
)
from erqi_cli.domain.vocabulary import (
    GROWTH_KINDS,
    RATE_KINDS,
    UNSCORED_KINDS,
    Commitment,
    Comparator,
    Kind,
    Pace,
    PriceBasis,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One target of the plan, or a context figure that is shown and never judged.

    `id` is the full id: `gdp` of a headline indicator, `projects.annual-investment` inside an
    action. A target of kind growth has its rate in `growth`, any other its figure in `value`;
    `upper` is the upper end of either. Rates are in percent, amounts in `unit`.
    `tolerance` is in percentage points for rates, in percent of the figure for amounts.
    """

    id: Annotated[Id, Description("stable id within the action", "行动内的编号")]
    name: Annotated[Name, Description("name in both languages", "中英文名称")]
    kind: Annotated[Kind, Description("what kind of target it is", "目标类型")]
    growth: Annotated[
        FigureGrowth | None,
        Description("target growth, such as 9%", "增长目标，如 9%"),
    ] = None
    value: Annotated[
        Figure | None,
        Description("the figure: 412, or 60% for a share", "数值：412；占比写 60%"),
    ] = None
    upper: Annotated[Figure | None, Description("upper end, with between", "区间上限")] = None
    unit: Annotated[UnitSymbol | None, Description("unit of the figure", "单位")] = None
    price_basis: Annotated[
        PriceBasis | None,
        Description("prices that growth is measured at", "增速的价格口径"),
    ] = None
    comparator: Annotated[
        Comparator,
        Description("how the figure is qualified", "左右、以上等限定"),
    ] = Comparator.EXACTLY
    tolerance: Annotated[
        Tolerance | None,
        Description(
            "what `about` allows: percentage points, for an amount percent of it",
            "“左右”的容差：百分点；数量为该数的百分之几",
        ),
    ] = None
    commitment: Annotated[
        Commitment | None, Description("commitment word, a label", "承诺表述")
    ] = None
    due: Annotated[Day | None, Description("due date, where the text has one", "期限")] = None
    baseline: Annotated[
        Figure | None,
        Description(
            "where the year starts from, if progress is measured from there",
            "年初水平，进度从此算起",
        ),
    ] = None
    pace: Annotated[
        Pace | None,
        Description(
            "timetable of the year: linear (if left out), at_end, monthly, base_year",
            "进度安排：linear（默认）、at_end、monthly、base_year",
        ),
    ] = None
    monthly_shares: Annotated[
        tuple[Share, ...],
        Description(
            "with pace monthly: 12 cumulative shares of the year",
            "与 pace: monthly 同用：12 个逐月累计占比",
        ),
    ] = ()
    to: Annotated[
        Line | None, Description("for relative: the other indicator", "relative 所比的指标")
    ] = None
    phrases: Annotated[
        tuple[Line, ...],
        NotEmpty(),
        Description("the words that hold the figure, one for each place", "原文短语，每处一条"),
    ]
    source: Annotated[
        Id | None,
        Description("id of a source; the plan document if left out", "来源编号，默认为计划文件"),
    ] = None
    no_baseline: Annotated[
        Note | None, Description("why there is no base value", "没有基期值的原因")
    ] = None
    note: Annotated[Note | None, Description("anything a reader should know", "说明")] = None

    @property
    def action_id(self) -> str | None:
        """The id of the action that it belongs to; None for a headline indicator."""
        action, separator, _ = self.id.partition(".")
        return action if separator else None

    @property
    def is_headline(self) -> bool:
        """Whether it is a headline indicator, and not part of an action."""
        return self.action_id is None

    @property
    def figure(self) -> Decimal | None:
        """What is to be reached: the rate of a growth target, else the value."""
        return self.growth if self.kind is Kind.GROWTH else self.value

    @property
    def is_rate(self) -> bool:
        """Whether its figure is a rate in percent: a growth or a share."""
        return self.kind in RATE_KINDS

    @property
    def is_judged_on_growth(self) -> bool:
        """Whether it is judged on a growth: its own, or held against another's."""
        return self.kind in GROWTH_KINDS

    @property
    def is_scored(self) -> bool:
        """Whether it is judged; context figures and qualitative targets are only shown."""
        return self.kind not in UNSCORED_KINDS

    @property
    def figure_unit(self) -> str | None:
        """The unit of its figure: percent for a rate, else its own."""
        return "%" if self.is_rate else self.unit

    @property
    def observed_unit(self) -> str | None:
        """The unit of an observed value: percent for a share, else its own."""
        return "%" if self.kind is Kind.SHARE else self.unit
