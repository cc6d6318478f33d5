"""Projects base values by region: the arithmetic of `project`, at a region's own target."""

from collections.abc import Sequence
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT
from erqi_cli.calc.projection.project import growth_factors
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.region import RegionGroup
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Comparator


def grow(value: Decimal, factors: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return what a base value grows to, the increase, and the values of later years.

    `factors` are those of `RegionTargets`, one for each year.
    """
    projected = EXACT.multiply(value, factors[0])
    figures = projected, EXACT.subtract(projected, value)
    # Most runs have one year only, and a file may have a million rows.
    if len(factors) == 1:
        return figures
    later = [EXACT.multiply(value, factor) for factor in factors[1:]]
    return (*figures, *later)


class RegionTargets:
    """The targets that base values are projected at: a region's own, or the plan's without one.

    `last_year` is the last year that is extrapolated, None for the plan year alone.
    """

    def __init__(self, scenario: Scenario, last_year: int | None = None) -> None:
        self.scenario = scenario
        self.last_year = last_year
        self.indicators = {indicator.id: indicator for indicator in scenario.plan.indicators}

    def factors(self, group: RegionGroup) -> tuple[Decimal, ...]:
        """Return what a base value is multiplied by to give the value of each year."""
        target = self.target(group)
        return growth_factors(self.scenario, target, self.last_year)

    def target(self, group: RegionGroup) -> Target:
        """Return the indicator with the target that a group is projected at.

        A region's own target is exact: words such as 左右, and the tolerance, are the plan's.
        """
        indicator = self.indicators[group.id]
        if group.growth is None or self.is_what_if(group):
            return indicator
        return indicator._replace(
            growth=group.growth,
            upper=None,
            comparator=Comparator.EXACTLY,
            tolerance=None,
        )

    def is_what_if(self, group: RegionGroup) -> bool:
        """Tell whether a what-if sets the growth; it comes before a region's own target."""
        settings = self.scenario.settings_of(group.id)
        return any(setting.field == "growth" for setting in settings)
