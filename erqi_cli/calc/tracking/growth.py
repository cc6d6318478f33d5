"""The growth of one period: published, or implied by two levels; and whether the two agree."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import (
    EXACT,
    HUNDRED,
    ONE,
    divide,
    factor,
    percent_of,
    subtract,
)
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.series import ObservationSeries, PeriodFigures
from erqi_cli.calc.tracking.thresholds import DISAGREE_POINTS, FAR_TIMES
from erqi_cli.calc.tracking.warnings import (
    BaseRevisedWarning,
    GrowthDisagreesWarning,
    PeriodWarning,
    PlainWarning,
    TrackingWarning,
    WarningCode,
    YearWarning,
)
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import (
    BaseValueOrigin,
    Collection,
    ObservationStatus,
    PriceBasis,
)


class PeriodGrowth(NamedTuple):
    """The growth of one period, in percent.

    `published` is what was published, and alone is judged. `implied` is the ratio of `level` to
    `base`, the level of the same period a year before, with a `deflator` at the prices of the plan
    year. `implied_base` is the level that the growth published with this level would have started
    from, None where level and growth are not at the same prices or not of one vintage.
    `observation` is that of the published growth; if there is none, that of the level.
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
    def is_full_year_estimate(self) -> bool:
        """Whether it is only an estimate of the whole year."""
        if self.observation is None or not self.period.is_whole:
            return False
        return self.observation.status is ObservationStatus.ESTIMATED


class _Base(NamedTuple):
    """The level of the same period a year before, and whether its series breaks there."""

    level: Decimal | None
    has_break: bool


def period_growth(
    scenario: Scenario,
    series: ObservationSeries,
    target: Target,
    figures: PeriodFigures,
) -> PeriodGrowth:
    """Return the growth of a target in one period."""
    base = _base(scenario, series, target, figures.period)
    deflator = scenario.deflators.get(target.id)
    prices = ONE if deflator is None else factor(deflator)
    beside = _growth_beside_level(figures)
    is_constant = target.price_basis is PriceBasis.CONSTANT and deflator is None
    growth = PeriodGrowth(
        period=figures.period,
        observation=figures.growth or figures.value,
        published=figures.published_growth,
        implied=_implied_growth(figures, base, prices),
        level=figures.level,
        base=base.level,
        implied_base=None if is_constant else _implied_base(figures, beside, prices),
        warnings=(),
        deflator=deflator,
    )
    warnings = [
        *_level_warnings(figures, base),
        *_fall_warnings(series, target, figures),
        *_revision_warnings(scenario, target, figures.period, base),
        *_disagreement(growth, beside, is_constant=is_constant),
        *_observation_warnings(growth.observation),
    ]
    return growth._replace(warnings=tuple(warnings))


def _disagreement(
    growth: PeriodGrowth,
    beside: Decimal | None,
    *,
    is_constant: bool,
) -> Iterator[TrackingWarning]:
    """Yield that a level and the growth published beside it differ more than rounding explains."""
    if beside is None or growth.implied is None:
        return
    points = subtract(growth.implied, beside)
    if abs(points) > DISAGREE_POINTS:
        yield GrowthDisagreesWarning(
            published=beside,
            implied=growth.implied,
            points=points,
            implied_base=growth.implied_base,
            is_constant=is_constant,
            is_whole_year=growth.period.is_whole,
            year=growth.period.year,
        )


def _base(
    scenario: Scenario,
    series: ObservationSeries,
    target: Target,
    period: Period,
) -> _Base:
    """Return the base of a period's growth; a user's own base value of the year comes first."""
    given = scenario.base_values.get(target.id)
    is_of_user = given is not None and given.origin is not BaseValueOrigin.PLAN
    if given is not None and is_of_user and _follows_base_year(scenario, period):
        # A base value without a unit cannot be compared with a level in one.
        has_unit = given.unit == target.unit
        return _Base(given.value if has_unit else None, has_break=False)
    figures = series.at(target.id, period, period.year - 1)
    if figures is None or figures.value is None:
        return _Base(None, has_break=False)
    has_break = figures.value.series_break is not None or _is_break(figures.value)
    return _Base(figures.level, has_break)


def _follows_base_year(scenario: Scenario, period: Period) -> bool:
    """Tell whether a period is the whole year after the base year of the plan."""
    return period.is_whole and period.year - 1 == scenario.plan.base_year


def _implied_growth(figures: PeriodFigures, base: _Base, prices: Decimal) -> Decimal | None:
    """Return the growth from the base to the level, in percent; None if they do not compare."""
    if figures.level is None or base.level is None or base.level <= 0:
        return None
    if base.has_break or _is_break(figures.value):
        return None
    base_at_new_prices = EXACT.multiply(base.level, prices)
    index = percent_of(figures.level, base_at_new_prices)
    return subtract(index, HUNDRED)


def _growth_beside_level(figures: PeriodFigures) -> Decimal | None:
    """Return the published growth to compare with a level: of its own vintage if there is one."""
    if figures.value is None:
        return None
    if figures.value.growth is not None:
        return figures.value.growth
    return figures.published_growth


def _implied_base(
    figures: PeriodFigures,
    growth: Decimal | None,
    prices: Decimal,
) -> Decimal | None:
    """Return the level that the growth published beside a level would have started from.

    It is None if the growth is of another day of publication.
    """
    level, rate = figures.value, figures.growth
    if level is None or level.value is None or growth is None:
        return None
    if level.growth is None and rate is not None and rate.published != level.published:
        return None
    change = EXACT.multiply(factor(growth), prices)
    return divide(level.value, change)


def _level_warnings(figures: PeriodFigures, base: _Base) -> Iterator[TrackingWarning]:
    """Yield what is doubtful about a level and its base."""
    if figures.level is None or base.level is None or base.level <= 0:
        return
    larger = max(figures.level, base.level)
    smaller = min(figures.level, base.level)
    if larger > smaller * FAR_TIMES:
        yield YearWarning(code=WarningCode.FAR_FROM_BASE, year=figures.period.year - 1)
    if base.has_break or _is_break(figures.value):
        yield PlainWarning(code=WarningCode.SERIES_BREAK)


def _revision_warnings(
    scenario: Scenario,
    target: Target,
    period: Period,
    base: _Base,
) -> Iterator[TrackingWarning]:
    """Yield that the base year's level in the data is not the one that is projected from."""
    planned = scenario.base_values.get(target.id)
    if planned is None or base.level is None or not _follows_base_year(scenario, period):
        return
    if planned.value != base.level:
        yield BaseRevisedWarning(planned=planned.value, base=base.level)


def _fall_warnings(
    series: ObservationSeries,
    target: Target,
    figures: PeriodFigures,
) -> Iterator[TrackingWarning]:
    """Yield that the level of an indicator, which adds up over the year, has fallen."""
    if figures.level is None or target.collected is Collection.AVERAGE:
        return
    before = series.fallen_from(target.id, figures.period, figures.level)
    if before is not None:
        yield PeriodWarning(code=WarningCode.FALLS, period=before.text)


def _observation_warnings(
    observation: Observation | None,
) -> Iterator[TrackingWarning]:
    """Yield what the observation itself says of its figure."""
    if observation is None:
        return
    if observation.status is ObservationStatus.ESTIMATED:
        yield PlainWarning(code=WarningCode.ESTIMATE)
    if observation.series_break:
        yield PlainWarning(code=WarningCode.SERIES_BREAK)


def _is_break(observation: Observation | None) -> bool:
    return observation is not None and observation.status is ObservationStatus.BREAK
