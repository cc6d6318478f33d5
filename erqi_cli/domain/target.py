"""A target: a headline indicator, or a figure inside an action."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, NamedTuple

from erqi_cli.domain.field_types import (
    Day,
    Description,
    FieldType,
    Figure,
    FigureGrowth,
    Id,
    Line,
    Name,
    Note,
    Points,
    Tolerance,
    UnitSymbol,
)
from erqi_cli.domain.period import Period
from erqi_cli.domain.revision import Revision
from erqi_cli.domain.units import PERCENT, Unit
from erqi_cli.domain.vocabulary import (
    AMOUNT_KINDS,
    GROWTH_KINDS,
    RATE_KINDS,
    UNSCORED_KINDS,
    Better,
    Collection,
    Commitment,
    Comparator,
    GrowthOver,
    Kind,
    Obligation,
    Pace,
    PriceBasis,
)
from erqi_cli.i18n.text import Text


class TrajectoryNode(NamedTuple):
    """What a target is to reach by the end of a period: a figure, or words that are only shown.

    `figure` is in the target's unit, in percent if `is_percent`: of an amount that is the part of
    it, of a rate the rate itself.
    """

    period: Period
    figure: Decimal | None = None
    is_percent: bool = False
    words: str | None = None


class Deflator(NamedTuple):
    """The price rise that takes a growth from current to constant prices.

    It is a `rate` in percent, or the published growth of the price target `target_id`.
    """

    rate: Decimal | None = None
    target_id: str | None = None


class Thresholds(NamedTuple):
    """From which points a target is ahead, below which it is behind, and seriously behind.

    None leaves the plan's, or the usual, threshold in place.
    """

    ahead: Annotated[
        Points | None,
        Description("points from which a target is ahead (default: 1)", "超进度的起点（默认1）"),
    ] = None
    behind: Annotated[
        Points | None,
        Description("points below which it is behind (default: 0)", "低于此数为欠进度（默认0）"),
    ] = None
    seriously_behind: Annotated[
        Points | None,
        Description(
            "points below which it is seriously behind, such as -10 (default: not used)",
            "低于此数为严重滞后，如 -10；不写则不用",
        ),
    ] = None


class Target(NamedTuple):
    """One target of the plan, or a context figure that is shown and never judged.

    `id` is the full id: `gdp` of a headline indicator, `projects.annual-investment` inside an
    action. A growth has its rate in `growth`, an amount or a share its figure in `value`; a target
    that states both is judged on its value. `upper` is the upper end of the figure. Rates are in
    percent, amounts in `unit`. `tolerance` is in percentage points for rates, in percent of the
    figure for amounts.

    The figures are those in force. Of a target that was revised, `revised` is the day of the
    revision in force and `original` the target as it was first set; else both are None.
    """

    id: Annotated[Id, Description("stable id; the name if left out", "编号；不写则以名称为编号")]
    name: Annotated[Name, Description("name in both languages", "中英文名称")]
    kind: Annotated[Kind, Description("what kind of target it is", "目标类型")]
    aliases: Annotated[
        tuple[Name, ...],
        Description("other names that offices use", "常用的其他名称"),
    ] = ()
    growth: Annotated[
        FigureGrowth | None,
        Description("target growth, such as 9%", "增长目标，如 9%"),
    ] = None
    growth_over: Annotated[
        GrowthOver,
        Description(
            "what the growth covers: one year on average (year), or the whole plan (plan)",
            "增速的口径：year 年均、plan 整个规划期累计",
        ),
    ] = GrowthOver.YEAR
    value: Annotated[
        Figure | None,
        Description("the figure: 412, or 60% for a share", "数值：412；占比写 60%"),
    ] = None
    upper: Annotated[Figure | None, Description("upper end, with between", "区间上限")] = None
    unit: Annotated[UnitSymbol | None, Description("unit of the figure", "单位")] = None
    price_basis: Annotated[
        PriceBasis | None,
        Description("prices at which growth is measured", "增速的价格口径"),
    ] = None
    comparator: Annotated[
        Comparator,
        Description("how the figure is qualified", "左右、以上等限定"),
    ] = Comparator.EXACTLY
    tolerance: Annotated[
        Tolerance | None,
        Description(
            "tolerance of about, at_least or at_most: points for a rate, percent for an amount",
            "左右、以上、以内的容差：比率为百分点；数量为该数的百分之几",
        ),
    ] = None
    better: Annotated[
        Better | None,
        Description(
            "which way is better: higher, lower, or within a corridor",
            "优劣方向：higher 越高越好、lower 越低越好、within 区间内为好",
        ),
    ] = None
    collection: Annotated[
        Collection | None,
        Description(
            "how the figure comes about: summed over the year, end_of_period, or average",
            "取数方式：summed 累计、end_of_period 期末、average 平均",
        ),
    ] = None
    obligation: Annotated[
        Obligation | None,
        Description("binding or expected", "约束性 binding、预期性 expected"),
    ] = None
    commitment: Annotated[
        Commitment | None, Description("commitment word, a label", "承诺表述")
    ] = None
    due: Annotated[Day | None, Description("due date, where the text has one", "期限")] = None
    baseline: Annotated[
        Figure | None,
        Description("level of a stock at the start of the year", "年初水平，存量的进度从此算起"),
    ] = None
    pace: Annotated[
        Pace | None,
        Description(
            "how a sum spreads over the year: linear, or base_year like the months of that year",
            "累计数在年内的分布：linear 均匀、base_year 按基期年各月",
        ),
    ] = None
    trajectory: Annotated[
        tuple[TrajectoryNode, ...],
        FieldType.TRAJECTORY,
        Description(
            "what to reach by each period: a figure, a percent of it, or words",
            "分时期的进度要求：数值、百分比或文字",
        ),
    ] = ()
    thresholds: Annotated[
        Thresholds | None,
        Description("thresholds of its status, in points", "状态的界限（百分点）"),
    ] = None
    to: Annotated[
        Line | None, Description("for relative: the other target", "relative 所比的目标")
    ] = None
    deflator: Annotated[
        Deflator | None,
        FieldType.DEFLATOR,
        Description(
            "for relative: the price rise, as a rate or the id of a price target",
            "relative 的价格涨幅：比率，或价格目标的编号",
        ),
    ] = None
    phrases: Annotated[
        tuple[Line, ...],
        Description("the words that give the figure, one for each place", "原文短语，每处一条"),
    ] = ()
    source: Annotated[
        Id | None,
        Description("id of a source; the plan document if left out", "来源编号，默认为计划文件"),
    ] = None
    no_baseline: Annotated[
        Note | None, Description("why there is no base value", "没有基期值的原因")
    ] = None
    revisions: Annotated[
        tuple[Revision, ...],
        Description(
            "new figures in mid-year, each from a day on",
            "年中调整后的目标值，各自从某日起算",
        ),
    ] = ()
    note: Annotated[Note | None, Description("what a reader should know", "说明")] = None
    revised: str | None = None
    original: "Target | None" = None

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
    def names(self) -> tuple[Text, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def as_first_set(self) -> "Target":
        """The target with the figures that the plan set before any revision."""
        return self if self.original is None else self.original

    @property
    def latest(self) -> "Target":
        """The target with the figures of its last revision."""
        return self._with_revisions(self.revisions)

    def revised_by(self, day: str | None) -> "Target":
        """Return the target with the figures in force on a day; without one, those first set."""
        in_force = []
        for revision in self.revisions:
            if day is not None and revision.day <= day:
                in_force.append(revision)
        return self._with_revisions(in_force)

    def known_by(self, day: str) -> "Target":
        """Return the target with the revisions that count from a day or earlier, and no others."""
        known = [revision for revision in self.revisions if revision.day <= day]
        return self._replace(revisions=tuple(known)).latest

    def _with_revisions(self, revisions: Iterable[Revision]) -> "Target":
        """Return the target with the figures first set, as these revisions change them."""
        if not self.revisions and self.original is None:
            return self
        first = self.as_first_set
        growth, value, upper, revised = first.growth, first.value, first.upper, None
        for revision in revisions:
            growth = growth if revision.growth is None else revision.growth
            value = value if revision.value is None else revision.value
            upper = upper if revision.upper is None else revision.upper
            revised = revision.day
        return self._replace(
            growth=growth,
            value=value,
            upper=upper,
            revised=revised,
            original=None if revised is None else first,
        )

    def without_revisions(self) -> "Target":
        """Return the target with its figures as they are, as if they had been set so at first."""
        return self._replace(revisions=(), revised=None, original=None)

    @property
    def figure(self) -> Decimal | None:
        """What is to be reached: the rate of a growth target; for any other kind the value."""
        return self.growth if self.kind is Kind.GROWTH else self.value

    @property
    def collected(self) -> Collection | None:
        """How its figure comes about over time; None for a kind that has no figure over time.

        If the plan does not say, a level or a count is summed and a share is counted at the end.
        With a baseline it is a stock, since a sum starts from zero.
        """
        if self.collection is not None:
            return self.collection
        if self.kind not in AMOUNT_KINDS:
            return None
        if self.kind is Kind.SHARE or self.baseline is not None:
            return Collection.END_OF_PERIOD
        return Collection.SUMMED

    @property
    def direction(self) -> Better:
        """Which way is better.

        If the plan does not say, less is better for a limit, on the way down from a baseline, and
        where the figure is zero; otherwise more is better.
        """
        if self.better is not None:
            return self.better
        if self.comparator is Comparator.AT_MOST or self._comes_down:
            return Better.LOWER
        return Better.HIGHER

    @property
    def _comes_down(self) -> bool:
        """Whether the figure lies below where the year starts, or is zero."""
        if self.comparator is Comparator.AT_LEAST or self.kind not in AMOUNT_KINDS:
            return False
        if self.value is None:
            return False
        if self.baseline is None:
            return self.value <= 0 and self.upper is None
        highest = self.value if self.upper is None else self.upper
        return highest < self.baseline

    @property
    def is_budget(self) -> bool:
        """Whether it is a limit on a sum, of which a part is used up over the year."""
        return self.collected is Collection.SUMMED and self.direction is Better.LOWER

    @property
    def has_nodes(self) -> bool:
        """Whether its trajectory has a figure, and not words alone."""
        return any(node.figure is not None for node in self.trajectory)

    @property
    def is_rate(self) -> bool:
        """Whether its figure is a rate in percent: a growth or a share."""
        return self.kind in RATE_KINDS

    @property
    def is_judged_on_growth(self) -> bool:
        """Whether it is judged on a growth: its own, or compared with another's."""
        return self.kind in GROWTH_KINDS

    @property
    def is_scored(self) -> bool:
        """Whether it is judged; context figures and qualitative targets are only shown."""
        return self.kind not in UNSCORED_KINDS

    @property
    def figure_unit(self) -> Unit | None:
        """The unit of its figure: percent for a rate; for any other kind its own."""
        return PERCENT if self.is_rate else self.unit

    @property
    def observed_unit(self) -> Unit | None:
        """The unit of an observed value: percent for a share; for any other kind its own."""
        return PERCENT if self.kind is Kind.SHARE else self.unit
