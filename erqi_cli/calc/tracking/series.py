"""What was observed of each target, period by period: of value and growth the latest vintage each."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import HUNDRED, ZERO, percent_of
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import MONTHS, Period, period_of
from erqi_cli.domain.vocabulary import ObservationStatus


class PeriodFigures(NamedTuple):
    """One target's figures of one period: the observation with the latest value, and the one with the latest growth."""

    period: Period
    value: Observation | None = None
    growth: Observation | None = None

    @property
    def level(self) -> Decimal | None:
        """The value, in the target's unit."""
        return self.value.value if self.value else None

    @property
    def published_growth(self) -> Decimal | None:
        """The growth as published, in percent."""
        return self.growth.growth if self.growth else None

    @property
    def is_full_year_estimate(self) -> bool:
        """Whether nothing but an estimate of the whole year is known."""
        return all(
            is_full_year_estimate(self.period, one) for one in (self.value, self.growth) if one
        )

    def with_observation(self, observation: Observation) -> "PeriodFigures":
        """Return the figures with those of an observation in place of earlier vintages and of estimates."""
        value, growth = self.value, self.growth
        if observation.value is not None and _is_later(observation, value):
            value = observation
        if observation.growth is not None and _is_later(observation, growth):
            growth = observation
        return PeriodFigures(self.period, value, growth)


def _is_later(observation: Observation, known: Observation | None) -> bool:
    return known is None or observation.rank >= known.rank


def is_full_year_estimate(period: Period, observation: Observation | None) -> bool:
    """Tell whether an observation is an estimate of a whole year; such figures are used only if nothing else is known."""
    if observation is None or not period.is_whole:
        return False
    return observation.status is ObservationStatus.ESTIMATED


class ObservationSeries:
    """The figures of all targets by period."""

    def __init__(self, observations: Iterable[Observation], plan_year: int) -> None:
        self.plan_year = plan_year
        self.by_target: dict[str, dict[str, PeriodFigures]] = {}
        for observation in observations:
            by_period = self.by_target.setdefault(observation.target, {})
            key = observation.period.key
            figures = by_period.get(key) or PeriodFigures(period_of(key))
            by_period[key] = figures.with_observation(observation)

    def of(self, target_id: str) -> list[PeriodFigures]:
        """Return a target's figures of the plan year, the latest period first."""
        by_period = self.by_target.get(target_id, {})
        of_the_year = [
            figures for figures in by_period.values() if figures.period.year == self.plan_year
        ]
        return sorted(of_the_year, key=lambda figures: figures.period.end, reverse=True)

    def at(self, target_id: str, period: Period, year: int) -> PeriodFigures | None:
        """Return a target's figures of the same period of a year.

        The whole of February also matches its 28th day in a leap year.
        """
        by_period = self.by_target.get(target_id, {})
        key = period.of(year)
        if key in by_period:
            return by_period[key]
        return by_period.get(f"{key}-28") if key.endswith("-02") else None

    def latest_period(self) -> Period | None:
        """Return the latest period of the plan year with an observation; full-year estimates count if there is nothing else."""
        figures = [one for target_id in self.by_target for one in self.of(target_id)]
        firm = [one for one in figures if not one.is_full_year_estimate]
        return max(
            (one.period for one in firm or figures), key=lambda period: period.end, default=None
        )

    def monthly_shares(self, target_id: str, year: int) -> tuple[Decimal | None, ...]:
        """Return the cumulative share of a year's value at the end of each month, in percent; None where it is not known.

        A month's value below an earlier one's, or above the year's, is no part of a whole, and not known either.
        """
        by_period = self.by_target.get(target_id, {})
        whole_year = by_period.get(str(year))
        whole = whole_year.level if whole_year else None
        highest = ZERO
        shares: list[Decimal | None] = []
        for month in range(1, MONTHS):
            figures = by_period.get(f"{year}-{month:02}")
            level = figures.level if figures else None
            if whole and level is not None and highest <= level <= whole:
                highest = level
                shares.append(percent_of(level, whole))
            else:
                shares.append(None)
        return (*shares, HUNDRED)
