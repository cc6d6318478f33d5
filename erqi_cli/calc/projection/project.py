"""Projects the plan year's values from base-year values and target growth."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import (
    EXACT,
    HUNDRED,
    ONE,
    ZERO,
    factor,
    percent_of,
    power,
    subtract,
)
from erqi_cli.calc.scenario.scenario import Scenario, Setting
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Comparator, GrowthOver, Kind, PriceBasis
from erqi_cli.errors import failure

EXTRAPOLATION_LIMIT = 50
"""Years after the plan year that are extrapolated at most."""


class YearValue(NamedTuple):
    """One year of a projection.

    `value` is in the indicator's unit, None without a base value; `index` has base year = 100.
    """

    year: int
    value: Decimal | None
    index: Decimal  # type: ignore[assignment]  # in the place of tuple.index


class Projection(NamedTuple):
    """A growth target's plan-year value at base-year prices and scope.

    `projected` and `increase` are in `unit`, None if no base value is known. `projected_upper` is
    the projected value at the upper end of a range, None without a range. `index` has base year =
    100. `deflator` is the price rise in percent that turns a real growth into a nominal one, None
    without it; `price_basis` is that of the projected value. `years` are the plan year and every
    year extrapolated after it; `between` are those between the base year and the plan year.
    `published` is the plan's own base value, also if a file or a what-if replaces it.
    """

    indicator: Target
    base: BaseValue | None
    projected: Decimal | None
    increase: Decimal | None
    index: Decimal  # type: ignore[assignment]  # in the place of tuple.index
    price_basis: PriceBasis | None
    deflator: Decimal | None
    years: tuple[YearValue, ...]
    between: tuple[YearValue, ...] = ()
    published: BaseValue | None = None
    projected_upper: Decimal | None = None
    settings: tuple[Setting, ...] = ()

    @property
    def comparator(self) -> Comparator:
        """How the growth is qualified; beside a value it has no qualifier."""
        if self.indicator.kind is Kind.GROWTH:
            return self.indicator.comparator
        return Comparator.EXACTLY

    @property
    def growth_upper(self) -> Decimal | None:
        """The upper end of the growth; beside a value it has none."""
        return upper_growth(self.indicator)

    @property
    def tolerance(self) -> Decimal | None:
        """The tolerance in percentage points; None for a value, which has its own in percent."""
        return self.indicator.tolerance if self.indicator.kind is Kind.GROWTH else None

    @property
    def times(self) -> int:
        """How often the growth is applied up to the plan year: once a year, or once for all."""
        if self.indicator.growth_over is GrowthOver.PLAN:
            return 1
        return len(self.between) + 1

    @property
    def unit(self) -> Unit | None:
        """The unit of the levels."""
        if self.base is not None:
            return self.base.unit
        return self.indicator.unit


def project_indicator(
    scenario: Scenario,
    indicator: Target,
    last_year: int | None = None,
) -> Projection:
    """Return the projection of a growth target; up to `last_year` it compounds at the same rate."""
    base = scenario.base_values.get(indicator.id)
    deflator = scenario.deflators.get(indicator.id)
    factors = growth_factors(scenario, indicator, last_year)
    years = []
    for year, growth_factor in enumerate(factors, start=scenario.plan.plan_year):
        years.append(_year(base, growth_factor, year))
    first = years[0]
    between = []
    for year in range(scenario.plan.base_year + 1, scenario.plan.plan_year):
        factor_of_year = _factor_up_to(scenario, indicator, indicator.growth or ZERO, year)
        between.append(_year(base, factor_of_year, year))
    return Projection(
        indicator=indicator,
        base=base,
        projected=first.value,
        increase=_increase(base, first.value),
        index=first.index,
        price_basis=indicator.price_basis if deflator is None else PriceBasis.CURRENT,
        deflator=deflator,
        years=tuple(years),
        between=tuple(between),
        published=scenario.published.get(indicator.id),
        projected_upper=_at_upper_end(scenario, indicator, base),
        settings=scenario.settings_of(indicator.id),
    )


def upper_growth(indicator: Target) -> Decimal | None:
    """Return the upper end of a target growth; None where the upper end belongs to a value."""
    return indicator.upper if indicator.kind is Kind.GROWTH else None


def _increase(base: BaseValue | None, projected: Decimal | None) -> Decimal | None:
    if base is None or projected is None:
        return None
    return subtract(projected, base.value)


def _at_upper_end(
    scenario: Scenario,
    indicator: Target,
    base: BaseValue | None,
) -> Decimal | None:
    """Return what a base value grows to at the upper end of a range, None without either."""
    upper = upper_growth(indicator)
    if base is None or upper is None:
        return None
    plan_year = scenario.plan.plan_year
    upper_factor = _factor_up_to(scenario, indicator, upper, plan_year)
    return EXACT.multiply(base.value, upper_factor)


def growth_factors(
    scenario: Scenario,
    indicator: Target,
    last_year: int | None = None,
) -> tuple[Decimal, ...]:
    """Return the factors from a base value to the value of each year, the plan year first.

    In a plan of several years the growth is a yearly average, or covers all years together.
    Raises ValueError for a target that is not one of growth.
    """
    if indicator.growth is None:
        raise ValueError(f"{indicator.id} has no growth to project with")
    plan_year = scenario.plan.plan_year
    last = last_year or plan_year
    factors = []
    for year in range(plan_year, last + 1):
        factors.append(_factor_up_to(scenario, indicator, indicator.growth, year))
    return tuple(factors)


def _factor_up_to(scenario: Scenario, indicator: Target, growth: Decimal, year: int) -> Decimal:
    """Return the factor from the base year to a year at the pace of a growth in percent."""
    plan = scenario.plan
    change = _yearly_factor(scenario, indicator.id, growth)
    passed = year - plan.base_year
    if indicator.growth_over is GrowthOver.YEAR or not plan.years.are_several:
        return EXACT.power(change, passed)
    if passed % plan.years.number == 0:
        return EXACT.power(change, passed // plan.years.number)
    return power(change, Decimal(passed), Decimal(plan.years.number))


def yearly_growth(plan: Plan, indicator: Target) -> Decimal | None:
    """Return a growth target in percent a year; a growth over the whole plan is spread evenly."""
    growth = indicator.growth
    if growth is None or indicator.growth_over is GrowthOver.YEAR or not plan.years.are_several:
        return growth
    yearly = power(factor(growth), ONE, Decimal(plan.years.number))
    return subtract(percent_of(yearly, ONE), HUNDRED)


def _yearly_factor(scenario: Scenario, target_id: str, growth: Decimal) -> Decimal:
    """Return the factor of one year: a growth in percent, and a price rise if one is assumed."""
    deflator = scenario.deflators.get(target_id)
    if deflator is None:
        return factor(growth)
    return EXACT.multiply(factor(growth), factor(deflator))


def _year(base: BaseValue | None, growth_factor: Decimal, year: int) -> YearValue:
    value = None
    if base is not None:
        value = EXACT.multiply(base.value, growth_factor)
    index = EXACT.multiply(HUNDRED, growth_factor)
    return YearValue(year, value, index)


def is_projected(target: Target) -> bool:
    """Tell whether a target can be projected: a headline indicator that sets a growth."""
    return target.is_headline and target.is_scored and target.growth is not None


def project_all(
    scenario: Scenario,
    names: Iterable[str] = (),
    last_year: int | None = None,
) -> tuple[Projection, ...]:
    """Return the projections of the indicators with these ids, in their order.

    Without ids all indicators are projected, in plan order. Those that set no growth are left out.
    """
    projections = []
    for indicator in chosen_indicators(scenario.plan, names):
        if is_projected(indicator):
            projections.append(project_indicator(scenario, indicator, last_year))
    return tuple(projections)


def chosen_indicators(plan: Plan, names: Iterable[str]) -> tuple[Target, ...]:
    """Return the indicators with these ids; without ids, all that are judged."""
    named = tuple(plan.target(name) for name in names)
    return named or tuple(indicator for indicator in plan.indicators if indicator.is_scored)


def check_last_year(plan: Plan, last_year: int | None) -> None:
    """Raise Failure E607 for a last year before the plan year, or over 50 years after it."""
    low = plan.plan_year
    high = plan.plan_year + EXTRAPOLATION_LIMIT
    if last_year is None:
        return
    if not low <= last_year <= high:
        raise failure("E607", year=last_year, low=low, high=high)
