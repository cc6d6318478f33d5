"""Projects the plan year's values from base-year values and target growth."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, factor, subtract
from erqi_cli.calc.scenario.scenario import Scenario, Setting
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import PriceBasis
from erqi_cli.errors import failure

EXTRAPOLATION_LIMIT = 50
"""Years after the plan year that are extrapolated at most."""


@dataclass(frozen=True, slots=True)
class YearValue:
    """One year of a projection: `value` in the indicator's unit (None without a base), `index` with base year = 100."""

    year: int
    value: Decimal | None
    index: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A growth target's plan-year value at base-year prices and scope.

    `projected` and `increase` are in `unit`, and None where no base value is known. `projected_upper` is the
    projected value at the upper end of a range, None without a range. `index` has base year = 100.
    `deflator` is the price rise in percent that turned a real growth into a nominal one, None without it;
    `price_basis` is that of the projected value. `years` are the plan year and every year extrapolated after it.
    `published` is the plan's own base value, also where a file or a what-if replaced it.
    """

    indicator: Target
    base: BaseValue | None
    projected: Decimal | None
    increase: Decimal | None
    index: Decimal
    price_basis: PriceBasis | None
    deflator: Decimal | None
    years: tuple[YearValue, ...]
    published: BaseValue | None = None
    projected_upper: Decimal | None = None
    settings: tuple[Setting, ...] = ()

    @property
    def unit(self) -> str | None:
        """The unit of the levels."""
        return self.base.unit if self.base else self.indicator.unit


def project_indicator(
    scenario: Scenario, indicator: Target, last_year: int | None = None
) -> Projection:
    """Return the projection of a growth target, compounded at the same rate up to `last_year` if that is given."""
    base = scenario.base_values.get(indicator.id)
    deflator = scenario.deflators.get(indicator.id)
    factors = growth_factors(scenario, indicator, last_year)
    plan_year = scenario.plan.plan_year
    years = tuple(_year(base, growth, year) for year, growth in enumerate(factors, start=plan_year))
    first = years[0]
    return Projection(
        indicator=indicator,
        base=base,
        projected=first.value,
        increase=_increase(base, first.value),
        index=first.index,
        price_basis=indicator.price_basis if deflator is None else PriceBasis.CURRENT,
        deflator=deflator,
        years=years,
        published=scenario.published.get(indicator.id),
        projected_upper=_at_upper_end(scenario, indicator, base),
        settings=scenario.settings_of(indicator.id),
    )


def _increase(base: BaseValue | None, projected: Decimal | None) -> Decimal | None:
    if base is None or projected is None:
        return None
    return subtract(projected, base.value)


def _at_upper_end(scenario: Scenario, indicator: Target, base: BaseValue | None) -> Decimal | None:
    """Return what a base value grows to at the upper end of a range; None without a base value or a range."""
    if base is None or indicator.upper is None:
        return None
    return EXACT.multiply(base.value, _yearly_factor(scenario, indicator.id, indicator.upper))


def growth_factors(
    scenario: Scenario, indicator: Target, last_year: int | None = None
) -> tuple[Decimal, ...]:
    """Return the factors from a base value to the plan year's value, and to that of every year up to `last_year`.

    The target has to be one of growth.
    """
    if indicator.growth is None:
        raise ValueError(f"{indicator.id} has no growth to project with")
    plan_year = scenario.plan.plan_year
    yearly = _yearly_factor(scenario, indicator.id, indicator.growth)
    years = (last_year or plan_year) - plan_year + 1
    return tuple(EXACT.power(yearly, year) for year in range(1, years + 1))


def _yearly_factor(scenario: Scenario, target_id: str, growth: Decimal) -> Decimal:
    """Return the factor of one year: a growth in percent, and a price rise where one is assumed."""
    deflator = scenario.deflators.get(target_id)
    if deflator is None:
        return factor(growth)
    return EXACT.multiply(factor(growth), factor(deflator))


def _year(base: BaseValue | None, growth_factor: Decimal, year: int) -> YearValue:
    value = None if base is None else EXACT.multiply(base.value, growth_factor)
    return YearValue(year, value, EXACT.multiply(HUNDRED, growth_factor))


def growth_indicators(plan: Plan) -> tuple[Target, ...]:
    """Return the headline indicators that can be projected: those with a target growth."""
    return tuple(indicator for indicator in plan.indicators if indicator.growth is not None)


def project_all(
    scenario: Scenario, names: Iterable[str] = (), last_year: int | None = None
) -> tuple[Projection, ...]:
    """Return the projections of the indicators with these ids, in their order; without ids, of all in plan order."""
    chosen = [scenario.plan.target(name) for name in names] or growth_indicators(scenario.plan)
    return tuple(project_indicator(scenario, indicator, last_year) for indicator in chosen)


def check_last_year(plan: Plan, last_year: int | None) -> None:
    """Raise Failure E607 where an extrapolation would end before the plan year or more than 50 years after it."""
    low, high = plan.plan_year, plan.plan_year + EXTRAPOLATION_LIMIT
    if last_year is not None and not low <= last_year <= high:
        raise failure("E607", year=last_year, low=low, high=high)
