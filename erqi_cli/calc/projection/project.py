"""Projects the plan year's values from base-year values and target growth."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, factor, subtract
from erqi_cli.calc.scenario.scenario import Scenario, Setting
from erqi_cli.domain.base_value import Base
from erqi_cli.domain.plan import Indicator, Plan
from erqi_cli.errors import failure

EXTRAPOLATION_LIMIT = 50


@dataclass(frozen=True, slots=True)
class YearValue:
    """One year of a projection: `value` in the indicator's unit (None without a base), `index` with base year = 100."""

    year: int
    value: Decimal | None
    index: Decimal


@dataclass(frozen=True, slots=True)
class Projection:
    """An indicator's plan-year value at base-year prices and scope.

    `projected` and `increase` are in `unit`, and None where no base value was published; `projected_upper` is what the upper end
    of a range gives in place of `projected`, None without a range; `index` has base year = 100;
    `deflator` is the price rise in percent that turned a real growth into a nominal one, None without it;
    `price_basis` is that of the projected value; `path` holds the plan year and every year extrapolated after it;
    `published` is the plan's own base value, also where a file or a what-if replaced it.
    """

    indicator: Indicator
    base: Base | None
    projected: Decimal | None
    increase: Decimal | None
    index: Decimal
    price_basis: str
    deflator: Decimal | None
    path: tuple[YearValue, ...]
    published: Base | None = None
    projected_upper: Decimal | None = None
    settings: tuple[Setting, ...] = ()

    @property
    def unit(self) -> str | None:
        """The unit of the levels."""
        return self.base.unit if self.base else self.indicator.unit


def project_indicator(scenario: Scenario, indicator: Indicator, last_year: int | None = None) -> Projection:
    """Return the projection of one indicator, compounded at the same rate up to `last_year` if that is given."""
    base = scenario.bases.get(indicator.id)
    deflator = scenario.deflators.get(indicator.id)
    rises = rises_of(scenario, indicator, last_year)
    path = tuple(_year(base, rise, year) for year, rise in enumerate(rises, start=scenario.plan.plan_year))
    first = path[0]
    return Projection(
        indicator=indicator,
        base=base,
        projected=first.value,
        increase=None if base is None or first.value is None else subtract(first.value, base.value),
        index=first.index,
        price_basis="current" if deflator is not None else indicator.price_basis,
        deflator=deflator,
        path=path,
        published=scenario.published.get(indicator.id),
        projected_upper=_at_upper_end(scenario, indicator, base),
        settings=scenario.set_on(indicator.id),
    )


def _at_upper_end(scenario: Scenario, indicator: Indicator, base: Base | None) -> Decimal | None:
    """Return what a base value grows to at the upper end of a range."""
    if base is None or indicator.upper is None:
        return None
    return EXACT.multiply(base.value, rises_of(scenario, replace(indicator, growth=indicator.upper))[0])


def rises_of(scenario: Scenario, indicator: Indicator, last_year: int | None = None) -> tuple[Decimal, ...]:
    """Return what a base value is multiplied by to give the plan year's value, and that of every year up to `last_year`."""
    step = factor(indicator.growth)
    if (deflator := scenario.deflators.get(indicator.id)) is not None:
        step = EXACT.multiply(step, factor(deflator))
    start = scenario.plan.plan_year
    return tuple(EXACT.power(step, steps) for steps in range(1, (last_year or start) - start + 2))


def _year(base: Base | None, rise: Decimal, year: int) -> YearValue:
    return YearValue(year, None if base is None else EXACT.multiply(base.value, rise), EXACT.multiply(HUNDRED, rise))


def project_all(scenario: Scenario, names: Iterable[str] = (), last_year: int | None = None) -> tuple[Projection, ...]:
    """Return the projections of the indicators with these ids, else of all; in the order of the ids, else of the plan."""
    indicators = {indicator.id: indicator for indicator in scenario.plan.indicators}
    return tuple(project_indicator(scenario, indicators[name], last_year) for name in list(names) or indicators)


def check_last_year(plan: Plan, last_year: int | None) -> None:
    """Raise Failure E607 where an extrapolation would end before the plan year or more than 50 years after it."""
    low, high = plan.plan_year, plan.plan_year + EXTRAPOLATION_LIMIT
    if last_year is not None and not low <= last_year <= high:
        raise failure("E607", year=last_year, low=low, high=high)
