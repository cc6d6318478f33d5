"""Observations: published figures of one period, in the plan or on a row of a ledger."""

from collections.abc import Iterable
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
from erqi_cli.domain.period import MONTH_LENGTH, Period
from erqi_cli.domain.vocabulary import ObservationStatus

MOST_YEARS = 10
"""A day of publication, or a due date, more years later is a slip of the keyboard."""
MOST_EARLIER_YEARS = 10
"""How many years before the base year an outlook draws on at most."""
FORECAST, ESTIMATED = ObservationStatus.FORECAST, ObservationStatus.ESTIMATED


class Observation(NamedTuple):
    """One published figure of one period: a level, a growth rate, or both, with its vintage.

    `value` is in the target's unit, in percent of a share. `growth` is in percent, as published and
    never computed from two levels. `published` is the day of publication, the vintage. `source` is
    the id of a source in the plan file, any text in a ledger; `line` is the ledger's, None for an
    observation of the plan. `after` is the latest day of publication above a row without one.
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
            "A normal, P provisional, E estimated, F forecast, B time series break",
            "A 正式数 P 初步数 E 估计数 F 预测数 B 口径变化",
        ),
    ]
    value: Annotated[
        Figure | None,
        Description("value in the target's unit; 45% for a share", "数值，单位同目标；占比写 45%"),
    ] = None
    growth: Annotated[
        FigureGrowth | None,
        Description("published growth, such as 9%", "公布的增速，如 9%"),
    ] = None
    published: Annotated[
        Day | None,
        Description(
            "day of publication; a later one is a revision", "公布日期；日期较晚的为修订值"
        ),
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
        Description("what a reader should know", "说明"),
    ] = None
    line: int | None = None
    after: str | None = None

    @property
    def vintage(self) -> tuple[str, str, str]:
        """What may stand only once: target, period, day of publication."""
        return self.target, self.period.key, self.published or ""

    @property
    def certainty(self) -> str:
        """What counts before the day: 0 for a forecast, 1 for an estimate, 2 for a known figure."""
        if self.status is FORECAST:
            return "0"
        return "1" if self.status is ESTIMATED else "2"

    @property
    def day(self) -> str:
        """The day from which it counts; without a day of publication, the latest day above it."""
        return self.published or self.after or ""

    @property
    def rank(self) -> str:
        """What the later of two vintages has more of: certainty, then the day."""
        return self.certainty + self.day

    def replaces(self, known: "Observation | None") -> bool:
        """Tell whether it counts in place of a known observation, which comes before it.

        Without a day of publication it counts as later than what comes before it.
        """
        if known is None:
            return True
        if not self.published:
            return self.certainty >= known.certainty
        return self.rank >= known.rank


def with_days_above(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the observations of a file, with what those without a day of publication come after.

    That is the latest day of publication above them, of the same target and period; forecasts do
    not count.
    """
    latest_days: dict[tuple[str, str], str] = {}
    placed = []
    for observation in observations:
        key = (observation.target, observation.period.key)
        day = latest_days.get(key, "")
        if not observation.published:
            placed.append(observation._replace(after=day or None))
            continue
        placed.append(observation)
        if observation.status is not FORECAST:
            latest_days[key] = max(day, observation.published)
    return tuple(placed)


def publication_fault(
    published: str | None,
    period: Period,
    status: ObservationStatus,
) -> str | None:
    """Return the code of an impossible day of publication, None if it is possible.

    E422: before the last month of the period began, or before a day; estimates and forecasts may
    be. E433: more than ten years after the period.
    """
    if not published:
        return None
    if published > f"{period.year + MOST_YEARS}{period.end[4:]}":
        return "E433"
    if published >= period.known_from or status is FORECAST or status is ESTIMATED:
        return None
    return "E422"


class ObservationScope(NamedTuple):
    """Which observations are wanted.

    Those of the base year and of the years of the plan, up to the day `as_of`, published by
    `published_by`; of the targets in `extrapolated` the whole years and months of ten years more,
    for their outlook; of the targets in `history` those of all years.
    """

    base_year: int
    plan_year: int
    as_of: str | None = None
    published_by: str | None = None
    history: frozenset[str] = frozenset()
    extrapolated: frozenset[str] = frozenset()

    def covers(self, period: Period) -> bool:
        """Tell whether a period is of these years, and does not end after the day `as_of`."""
        if period.year == self.base_year:
            return True
        is_of_plan = self.base_year < period.year <= self.plan_year
        return is_of_plan and (self.as_of is None or period.end <= self.as_of)

    def uses(self, target: str, period: Period) -> bool:
        """Tell whether an observation is of use: it is covered, or an outlook draws on it.

        Days of earlier years are left out, so that a ledger by day stays small in memory.
        """
        if self.covers(period):
            return True
        years_before = self.base_year - period.year
        if target not in self.extrapolated or not 1 <= years_before <= MOST_EARLIER_YEARS:
            return False
        return len(period.key) <= MONTH_LENGTH

    def knows(self, published: str | None) -> bool:
        """Tell whether a vintage was out by then; one without a date is not known to have been."""
        if self.published_by is None:
            return True
        return published is not None and "" < published <= self.published_by
