"""What was observed of each target by period: the latest vintage of the value and of the growth."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import HUNDRED, ZERO, divide, percent_of
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import MONTHS, Period, Years, period_of
from erqi_cli.domain.vocabulary import ObservationStatus

TWO = Decimal(2)


class PeriodFigures(NamedTuple):
    """One target's figures of one period.

    `value` is the observation with the latest value, `growth` the one with the latest growth.
    """

    period: Period
    value: Observation | None = None
    growth: Observation | None = None

    @property
    def level(self) -> Decimal | None:
        """The value, in the target's unit."""
        if self.value is None:
            return None
        return self.value.value

    @property
    def published_growth(self) -> Decimal | None:
        """The growth as published, in percent."""
        if self.growth is None:
            return None
        return self.growth.growth

    @property
    def is_full_year_estimate(self) -> bool:
        """Whether nothing but an estimate of the whole year is known."""
        for observation in (self.value, self.growth):
            if observation and not is_full_year_estimate(self.period, observation):
                return False
        return True

    def with_observation(self, observation: Observation) -> "PeriodFigures":
        """Return the figures with an observation in place of earlier vintages and of estimates."""
        value = self.value
        if observation.value is not None and observation.replaces(value):
            value = observation
        growth = self.growth
        if observation.growth is not None and observation.replaces(growth):
            growth = observation
        return PeriodFigures(
            period=self.period,
            value=value,
            growth=growth,
        )


def is_full_year_estimate(period: Period, observation: Observation | None) -> bool:
    """Tell whether an observation is an estimate of a whole year.

    Such figures are used only if nothing else is known.
    """
    if observation is None or not period.is_whole:
        return False
    return observation.status is ObservationStatus.ESTIMATED


def _end_of(figures: PeriodFigures) -> str:
    return figures.period.end


class ObservationSeries:
    """The figures of all targets by period."""

    def __init__(self, observations: Iterable[Observation], years: Years) -> None:
        self.years = years
        self.by_target: dict[str, dict[str, PeriodFigures]] = {}
        for observation in observations:
            self._add(observation)

    def _add(self, observation: Observation) -> None:
        """Add an observation to the figures of its target and period."""
        by_period = self.by_target.setdefault(observation.target, {})
        key = observation.period.key
        figures = by_period.get(key)
        if figures is None:
            figures = PeriodFigures(period_of(key))
        by_period[key] = figures.with_observation(observation)

    def of(self, target_id: str) -> list[PeriodFigures]:
        """Return a target's figures of the years of the plan, the latest period first."""
        by_period = self.by_target.get(target_id, {})
        of_the_year = []
        for figures in by_period.values():
            if self.years.cover(figures.period):
                of_the_year.append(figures)
        of_the_year.sort(key=_end_of, reverse=True)
        return of_the_year

    def at(self, target_id: str, period: Period, year: int) -> PeriodFigures | None:
        """Return a target's figures of the same period of a year.

        The whole of February also matches its 28th day in a leap year.
        """
        by_period = self.by_target.get(target_id, {})
        key = period.of(year)
        if key in by_period:
            return by_period[key]
        if key.endswith("-02"):
            return by_period.get(f"{key}-28")
        return None

    def latest_value(self, target_id: str) -> PeriodFigures | None:
        """Return a target's latest figures with a value in the years of the plan.

        An estimate of the whole year is taken only where nothing else is known.
        """
        estimate = None
        for figures in self.of(target_id):
            if figures.value is None:
                continue
            if not is_full_year_estimate(figures.period, figures.value):
                return figures
            estimate = estimate or figures
        return estimate

    def whole_year(self, target_id: str, year: int) -> Decimal | None:
        """Return a target's value of a whole year, None if it is not known."""
        figures = self.by_target.get(target_id, {}).get(str(year))
        return None if figures is None else figures.level

    def value_before(self, target_id: str, period: Period) -> Observation | None:
        """Return a target's latest observation of a value before a period, in the same year."""
        for figures in self.of(target_id):
            is_of_year = figures.period.year == period.year
            if figures.value and is_of_year and figures.period.end < period.end:
                return figures.value
        return None

    def fallen_from(self, target_id: str, period: Period, level: Decimal) -> Period | None:
        """Return the period before if its value is higher, which cannot be if figures add up."""
        before = self.value_before(target_id, period)
        if before is None or before.value is None or level >= before.value:
            return None
        return before.period

    def latest_period(self) -> Period | None:
        """Return the latest period of the plan year with an observation.

        Full-year estimates count only if there is nothing else.
        """
        periods = []
        estimated_periods = []
        for target_id in self.by_target:
            for figures in self.of(target_id):
                if figures.is_full_year_estimate:
                    estimated_periods.append(figures.period)
                else:
                    periods.append(figures.period)
        candidates = periods or estimated_periods
        return max(candidates, key=lambda period: period.end, default=None)

    def monthly_shares(self, target_id: str, year: int) -> tuple[Decimal | None, ...]:
        """Return the cumulative share of a year's value by month, in percent.

        A share is None where the value is not known, and where it cannot be a part of the whole:
        below an earlier month's, or above the year's. January without a figure, which is often
        published together with February, takes half of February's share.
        """
        by_period = self.by_target.get(target_id, {})
        whole_year = by_period.get(str(year))
        whole = whole_year.level if whole_year else None
        highest = ZERO
        shares: list[Decimal | None] = []
        for month in range(1, MONTHS):
            figures = by_period.get(f"{year}-{month:02}")
            level = figures.level if figures else None
            share = None
            if whole and level is not None and highest <= level <= whole:
                highest = level
                share = percent_of(level, whole)
            shares.append(share)
        february = shares[1]
        if f"{year}-01" not in by_period and february is not None:
            shares[0] = divide(february, TWO)
        return (*shares, HUNDRED)
