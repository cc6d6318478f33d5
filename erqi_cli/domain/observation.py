"""Observations: published figures of one period, in the plan or on a row of a ledger."""

from typing import Annotated, NamedTuple

from erqi_cli.domain.field_types import (
    Day,
    Description,
    Figure,
    FigureGrowth,
    Id,
    Line,
    Note,
    PeriodOfYear,
)
from erqi_cli.domain.period import Period
from erqi_cli.domain.vocabulary import ObservationStatus

FORECAST, ESTIMATED = ObservationStatus.FORECAST, ObservationStatus.ESTIMATED


class Observation(NamedTuple):
    """One published figure of one period: a level, a growth rate, or both, with its vintage.

    `value` is in the target's unit, in percent of a share. `growth` is in percent, as published and
    never computed from two levels. `published` is the day of publication, the vintage. `source` is
    the id of a source in the plan file, any text in a ledger; `line` is the ledger's, None for an
    observation of the plan.
    """

    target: Annotated[
        Line,
        Description("id of an indicator, or ACTION.TARGET", "指标编号，或 行动.目标"),
    ]
    period: Annotated[
        PeriodOfYear,
        Description("year, YEAR-MONTH (cumulative) or date", "年、年-月（累计）或日期"),
    ]
    status: Annotated[
        ObservationStatus,
        Description(
            "A final, P preliminary, E estimate, F forecast, B break",
            "A 终值 P 初步 E 估计 F 预测 B 断点",
        ),
    ]
    value: Annotated[
        Figure | None,
        Description(
            "level, in the target's unit; 45% for a share", "水平值，单位同目标；占比写 45%"
        ),
    ] = None
    growth: Annotated[
        FigureGrowth | None,
        Description("published growth, such as 9%", "公布的增速，如 9%"),
    ] = None
    published: Annotated[
        Day | None,
        Description("day of publication: the vintage", "公布日期，即批次"),
    ] = None
    source: Annotated[
        Id | None,
        Description("id of a source", "来源编号"),
    ] = None
    series_break: Annotated[
        Note | None,
        Description("why the figure is not comparable with the next", "口径变化，与后续不可比"),
    ] = None
    note: Annotated[
        Note | None,
        Description("anything a reader should know", "说明"),
    ] = None
    line: int | None = None

    @property
    def vintage(self) -> tuple[str, str, str]:
        """What may stand only once: target, period, day of publication."""
        return self.target, self.period.key, self.published or ""

    @property
    def rank(self) -> str:
        """What the later of two vintages has more of."""
        return vintage_rank(self.status, self.published)


def vintage_rank(status: ObservationStatus | None, published: str | None) -> str:
    """Return the sort key of a vintage: forecast, then estimate, then known figure.

    Each is sorted by its day of publication; an unknown day comes first.
    """
    if status is FORECAST:
        return f"0{published or ''}"
    if status is ESTIMATED:
        return f"1{published or ''}"
    return f"2{published or ''}"


def is_published_too_early(published: str | None, period: str, status: ObservationStatus) -> bool:
    """Tell whether a figure is dated before its year, month or day began.

    Estimates and forecasts may be. `period` is in standard form.
    """
    if not published or published >= period:
        return False
    return status is not FORECAST and status is not ESTIMATED


class ObservationScope(NamedTuple):
    """Which observations are wanted.

    Those of the two years, up to the day `as_of`, published by `published_by`; of the targets in
    `history` those of all years.
    """

    base_year: int
    plan_year: int
    as_of: str | None = None
    published_by: str | None = None
    history: frozenset[str] = frozenset()

    def covers(self, period: Period) -> bool:
        """Tell whether a period is of the two years, and does not end after the day `as_of`."""
        if period.year == self.base_year:
            return True
        return period.year == self.plan_year and (self.as_of is None or period.end <= self.as_of)

    def knows(self, published: str | None) -> bool:
        """Tell whether a vintage was out by then; one without a date is not known to have been."""
        if self.published_by is None:
            return True
        return published is not None and "" < published <= self.published_by
