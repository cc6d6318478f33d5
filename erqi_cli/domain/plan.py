"""The plan: what was set, what it was set on, and what was published since.

A field with a marker of `field_types` is a key of the file.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, NamedTuple

from erqi_cli.domain.field_types import (
    Day,
    Description,
    Factor,
    Id,
    Line,
    Name,
    Note,
    NotEmpty,
    Ordinal,
    Year,
)
from erqi_cli.domain.observation import Observation, ObservationScope
from erqi_cli.domain.period import Years
from erqi_cli.domain.target import Target, Thresholds
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import RatioForm
from erqi_cli.i18n.text import Text, same


class Source(NamedTuple):
    """A publication that figures were taken from."""

    id: Annotated[
        Id,
        Description("stable id of the source", "来源的编号"),
    ]
    title: Annotated[
        Name,
        Description("title", "标题"),
    ]
    publisher: Annotated[
        Name,
        Description("who published it", "发布者"),
    ]
    published: Annotated[
        Day | None,
        Description("day of publication", "发布日期"),
    ] = None
    url: Annotated[
        Line | None,
        Description("where it can be read", "网址"),
    ] = None
    note: Annotated[
        Note | None,
        Description("what a reader should know", "说明"),
    ] = None


class UnitDefinition(NamedTuple):
    """A unit of the plan's own: `factor` times the unit `of`, or a measure of its own."""

    symbol: Annotated[
        Line,
        Description("how the plan writes the unit", "单位的写法"),
    ]
    name: Annotated[
        Name,
        Description("name in both languages", "中英文名称"),
    ]
    of: Annotated[
        Line | None,
        Description("unit that it converts to", "可换算成的单位"),
    ] = None
    factor: Annotated[
        Factor | None,
        Description("how many of that unit make up one", "等于该单位多少"),
    ] = None


class Action(NamedTuple):
    """One of the plan's actions: requirements, planned measures, and every figure in them."""

    number: Annotated[
        Ordinal,
        Description("number, from 1; its place if left out", "序号，从 1 起；不写则为次序"),
    ]
    id: Annotated[
        Id,
        Description("stable id; the name if left out", "编号；不写则以名称为编号"),
    ]
    name: Annotated[
        Name,
        Description("name in both languages", "中英文名称"),
    ]
    requirements: Annotated[
        tuple[Note, ...],
        Description("requirements, one by one", "工作要求，逐条"),
    ] = ()
    measures: Annotated[
        tuple[Note, ...],
        Description("measures, one by one", "主要举措，逐条"),
    ] = ()
    targets: Annotated[
        tuple[Target, ...],
        Description("every figure of the action", "行动中的每个数字"),
    ] = ()


class Ratio(NamedTuple):
    """A ratio of two indicators or targets that shows what the targets imply together."""

    id: Annotated[
        Id,
        Description("stable id", "编号"),
    ]
    name: Annotated[
        Name,
        Description("name in both languages", "中英文名称"),
    ]
    numerator: Annotated[
        Line,
        Description("id of an indicator, or ACTION.TARGET", "分子：指标或 行动.目标"),
    ]
    denominator: Annotated[
        Line,
        Description("id of an indicator, or ACTION.TARGET", "分母：指标或 行动.目标"),
    ]
    form: Annotated[
        RatioForm,
        Description(
            "share: a part of the whole; percent; multiple: times",
            "share 占比 percent 比例 multiple 倍数",
        ),
    ]
    note: Annotated[
        Note | None,
        Description("what a reader should know", "说明"),
    ] = None


class NonFigure(NamedTuple):
    """Words of the plan document whose number is not a figure, such as a slogan or a name."""

    phrase: Annotated[
        Line,
        Description("words of the document that hold the number", "含该数的原文"),
    ]
    reason: Annotated[
        Note | None,
        Description("why it is not a figure of the plan", "为何不是计划的数字"),
    ] = None


class AuditSettings(NamedTuple):
    """What an audit against the plan document has to know besides its own rules."""

    ignore: Annotated[
        tuple[NonFigure, ...],
        NotEmpty(),
        Description("numbers that do not count as figures", "不计入的数字"),
    ]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan of one or several years: what was set, on what base, and what was published since."""

    id: Annotated[
        Id,
        Description(
            "stable id of the plan; the name if left out", "计划的编号；不写则以名称为编号"
        ),
    ]
    name: Annotated[
        Name,
        Description("name in both languages", "中英文名称"),
    ]
    district: Annotated[
        Name | None,
        Description("district", "区县"),
    ] = None
    city: Annotated[
        Name | None,
        Description("city", "城市"),
    ] = None
    base_year: Annotated[
        Year,
        Description("year that growth is measured from", "基期年"),
    ]
    plan_year: Annotated[
        Year,
        Description("last year that the plan is for", "计划年，多年规划为末年"),
    ]
    document: Annotated[
        Id | None,
        Description("id of the source that is the plan document", "计划文件的来源编号"),
    ] = None
    meeting: Annotated[
        Name | None,
        Description("meeting that set the plan", "会议"),
    ] = None
    meeting_date: Annotated[
        Day | None,
        Description("its date", "会议日期"),
    ] = None
    aims: Annotated[
        tuple[Note, ...],
        Description("what the plan is for", "总体要求"),
    ] = ()
    sources: Annotated[
        tuple[Source, ...],
        Description("publications", "来源"),
    ] = ()
    units: Annotated[
        tuple[Unit, ...],
        Description("the plan's own units", "自定单位"),
    ] = ()
    thresholds: Annotated[
        Thresholds | None,
        Description("thresholds of a status, in points", "状态的界限（百分点）"),
    ] = None
    indicators: Annotated[
        tuple[Target, ...],
        Description("headline targets", "主要预期目标"),
    ] = ()
    actions: Annotated[
        tuple[Action, ...],
        Description("actions", "行动"),
    ] = ()
    ratios: Annotated[
        tuple[Ratio, ...],
        Description("ratios to watch", "比率"),
    ] = ()
    observations: Annotated[
        tuple[Observation, ...],
        Description("published figures", "公布的数据"),
    ] = ()
    audit: Annotated[
        AuditSettings | None,
        Description("settings of `erqi audit`", "erqi audit 的设置"),
    ] = None

    @property
    def years(self) -> Years:
        """The years that the plan is for: one, or several."""
        return Years(self.base_year + 1, self.plan_year)

    @property
    def years_in_words(self) -> Text:
        """The years that the plan is for: 2017, or 2021—2025."""
        if not self.years.are_several:
            return same(str(self.plan_year))
        first, last = self.years
        return Text(f"{first}—{last}", f"{first}–{last}")

    @property
    def heading(self) -> Text:
        """What the title of a result begins with: the district; if not set, the plan's name."""
        if self.district is not None:
            return self.district
        return Text(f"{self.name.zh}：", self.name.en)

    @cached_property
    def targets_by_id(self) -> dict[str, Target]:
        """Every target by its full id: headline indicators, then those of actions, in order."""
        headline = {target.id: target for target in self.indicators}
        in_actions = {target.id: target for action in self.actions for target in action.targets}
        return headline | in_actions

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every target: the headline indicators, then those of the actions, in plan order."""
        return tuple(self.targets_by_id.values())

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    def observations_within(self, scope: ObservationScope) -> tuple[Observation, ...]:
        """Return the plan's own observations within a scope.

        Of targets with a history, these are those of all years.
        """
        observations = []
        for observation in self.observations:
            target = observation.target
            is_used = scope.uses(target, observation.period) or target in scope.history
            if is_used and scope.knows(observation.published):
                observations.append(observation)
        return tuple(observations)

    def target(self, target_id: str) -> Target:
        """Return the target with a full id, which has to exist."""
        return self.targets_by_id[target_id]

    def action(self, action_id: str) -> Action:
        """Return the action with an id, which has to exist."""
        return next(action for action in self.actions if action.id == action_id)

    def action_of(self, target: Target) -> Action | None:
        """Return the action that a target belongs to; None for a headline indicator."""
        return None if target.action_id is None else self.action(target.action_id)

    def ratio(self, ratio_id: str) -> Ratio:
        """Return the ratio with an id, which has to exist."""
        return next(ratio for ratio in self.ratios if ratio.id == ratio_id)

    def source(self, source_id: str | None) -> Source | None:
        """Return the source with an id; without one the plan document, None if it has none."""
        return self.sources_by_id.get(source_id or self.document or "")
