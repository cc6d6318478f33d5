"""Projects base values by region: the sums of `projection`, at a region's own target if it has one."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from erqi_cli.calc.numbers import EXACT, subtract
from erqi_cli.calc.projection import rises_of
from erqi_cli.calc.scenario import Scenario
from erqi_cli.plan.model import Indicator
from erqi_cli.plan.regions import REMEMBERED, RegionGroup


class RegionProjector:
    """Projects rows at their own target growth, else at that of the plan.

    `last_year` is the last year that is extrapolated, None for the plan year alone.
    """

    def __init__(self, scenario: Scenario, last_year: int | None = None) -> None:
        self.scenario = scenario
        self.last_year = last_year
        self.indicators = {indicator.id: indicator for indicator in scenario.plan.indicators}
        self._factors = lru_cache(REMEMBERED)(self._factors_of)

    def project(self, group: RegionGroup, value: Decimal) -> tuple[Decimal, ...]:
        """Return what a base value grows to, the increase, and the values of later years."""
        factors = self._factors(group)
        projected = EXACT.multiply(value, factors[0])
        figures = projected, subtract(projected, value)
        if len(factors) == 1:
            return figures
        return figures + tuple(EXACT.multiply(value, factor) for factor in factors[1:])

    def target(self, group: RegionGroup) -> Indicator:
        """Return the indicator with the target that a group is projected at.

        A region's own target is exact: words such as 左右, and the tolerance, are the plan's.
        """
        indicator = self.indicators[group.id]
        if group.growth is None or self.is_what_if(group):
            return indicator
        exact = replace(indicator, upper=None, comparator="exactly", tolerance=None)
        return replace(exact, growth=group.growth)

    def is_what_if(self, group: RegionGroup) -> bool:
        """Tell whether a what-if sets the growth; it comes before a region's own target."""
        settings = self.scenario.set_on(group.id)
        return any(setting.field == "growth" for setting in settings)

    def _factors_of(self, group: RegionGroup) -> tuple[Decimal, ...]:
        return rises_of(self.scenario, self.target(group), self.last_year)
