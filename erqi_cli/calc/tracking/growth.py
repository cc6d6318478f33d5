"""The growth of one period: published, and implied by two levels; and whether the two agree."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, divide, factor, percent_of, subtract
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.series import ObservationSeries, PeriodFigures
from erqi_cli.calc.tracking.thresholds import DISAGREE_POINTS, FAR_TIMES
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import BaseValueOrigin, ObservationStatus, PriceBasis

WarningValue = Decimal | str | bool | None


class TrackingWarning(NamedTuple):
    """Something that a reader of a status has to know: a code, and what fills its text.

    `of` is the id of the target that it is about, where that is not the one judged but the one it is compared with.
    """

    code: str
    values: dict[str, WarningValue]
    of: str | None = None


class PeriodGrowth(NamedTuple):
    """The growth of one period, in percent.

    `published` is what was published. `implied` is the ratio of `level` to `base`, the level of the same period a
    year before, with a `deflator` at the prices of the plan year. `implied_base` is the level that the growth
    published with this level would have started from. `observation` is the one that is judged: that of the
    published growth, else that of the level.
    """

    period: Period
    observation: Observation | None
    published: Decimal | None
    implied: Decimal | None
    level: Decimal | None
    base: Decimal | None
    implied_base: Decimal | None
    warnings: tuple[TrackingWarning, ...]
    deflator: Decimal | None = None

    @property
    def percent(self) -> Decimal | None:
        """The growth that is judged: as published; if nothing was published, the implied one."""
        return self.implied if self.published is None else self.published

    @property
    def is_full_year_estimate(self) -> bool:
        """Whether it is but an estimate of the whole year."""
        if self.observation is None or not self.period.is_whole:
            return False
        return self.observation.status is ObservationStatus.ESTIMATED


def period_growth(
    scenario: Scenario, series: ObservationSeries, target: Target, figures: PeriodFigures
) -> PeriodGrowth:
    """Return the growth of a target in one period."""
    warnings: list[TrackingWarning] = []
    published, level = figures.published_growth, figures.level
    base, is_broken = _base(scenario, series, target, figures.period)
    is_broken = is_broken or _is_break(figures.value)
    deflator = scenario.deflators.get(target.id)
    prices = ONE if deflator is None else factor(deflator)
    implied = None
    if level is not None and base is not None and base > 0:
        if _is_far(level, base):
            warnings.append(TrackingWarning("far-from-base", {}))
        if is_broken:
            warnings.append(TrackingWarning("series-break", {}))
        else:
            implied = subtract(percent_of(level, EXACT.multiply(base, prices)), HUNDRED)
    planned = scenario.base_values.get(target.id)
    if figures.period.is_whole and planned and base is not None and planned.value != base:
        warnings.append(TrackingWarning("base-revised", {"planned": planned.value, "base": base}))
    implied_base = _implied_base(figures, prices)
    if published is not None and implied is not None:
        warnings += _disagreement(published, implied, implied_base, figures.period)
    if published is None and implied is not None:
        warnings.append(TrackingWarning("implied", {"nominal": _is_nominal(scenario, target)}))
    observation = figures.growth or figures.value
    if observation and observation.status is ObservationStatus.ESTIMATED:
        warnings.append(TrackingWarning("estimate", {}))
    if observation and observation.series_break:
        warnings.append(TrackingWarning("series-break", {}))
    return PeriodGrowth(
        period=figures.period,
        observation=observation,
        published=published,
        implied=implied,
        level=level,
        base=base,
        implied_base=implied_base,
        warnings=tuple(warnings),
        deflator=deflator,
    )


def _is_break(observation: Observation | None) -> bool:
    return observation is not None and observation.status is ObservationStatus.BREAK


def _is_far(level: Decimal, base: Decimal) -> bool:
    """Tell whether a level is over ten times another, or under a tenth of it."""
    return max(level, base) > min(level, base) * FAR_TIMES


def _implied_base(figures: PeriodFigures, prices: Decimal) -> Decimal | None:
    """Return the level that the growth published beside a level would have started from."""
    growth = figures.published_growth
    if figures.value and figures.value.growth is not None:
        growth = figures.value.growth
    if figures.level is None or growth is None:
        return None
    return divide(figures.level, EXACT.multiply(factor(growth), prices))


def _disagreement(
    published: Decimal, implied: Decimal, implied_base: Decimal | None, period: Period
) -> list[TrackingWarning]:
    """Return the warning that published and implied growth are further apart than rounding explains."""
    gap = subtract(implied, published)
    if abs(gap) <= DISAGREE_POINTS:
        return []
    values: dict[str, WarningValue] = {
        "published": published,
        "implied": implied,
        "points": gap,
        "implied_base": implied_base,
        "whole": period.is_whole,
    }
    return [TrackingWarning("growth-disagrees", values)]


def _base(
    scenario: Scenario, series: ObservationSeries, target: Target, period: Period
) -> tuple[Decimal | None, bool]:
    """Return the level of the same period a year before, and whether its series breaks.

    A user's own base value comes first.
    """
    given = scenario.base_values.get(target.id)
    if given is not None and given.origin is not BaseValueOrigin.PLAN and period.is_whole:
        has_unit = given.unit == target.unit
        return (
            given.value if has_unit else None
        ), False  # a level without a unit is no amount in one
    figures = series.at(target.id, period, scenario.plan.base_year)
    if figures is None or figures.value is None:
        return None, False
    is_broken = figures.value.series_break is not None or _is_break(figures.value)
    return figures.level, is_broken


def _is_nominal(scenario: Scenario, target: Target) -> bool:
    """Tell whether a growth that is meant at constant prices is implied by levels that hold the price changes too."""
    return target.price_basis is PriceBasis.CONSTANT and target.id not in scenario.deflators
