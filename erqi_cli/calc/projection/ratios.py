"""Ratios of two indicators or targets: what a set of targets implies, in the base year and in the plan year."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, divide, percent_of, subtract
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Indicator, Plan, Ratio, Target, target_id
from erqi_cli.domain.units import UNITS


class Side(NamedTuple):
    """The numerator or denominator of a ratio: levels in `unit`, None where there is no value for that year."""

    id: str
    unit: str | None
    base: Decimal | None
    plan: Decimal | None
    comparator: str
    price_basis: str | None


class RatioValue(NamedTuple):
    """A ratio in both years: percent for the forms share and percent, times for multiple.

    `change` is plan year less base year (percentage points, or times). `mixed_prices` says that the plan year's
    sides are at different price bases; `above_whole` that a share came out above 100 percent.
    """

    ratio: Ratio
    numerator: Side
    denominator: Side
    base: Decimal | None
    plan: Decimal | None
    change: Decimal | None
    mixed_prices: bool
    above_whole: bool


def measured_things(plan: Plan) -> dict[str, Indicator | Target]:
    """Return every indicator and every target by the id that ratios and observations use."""
    things: dict[str, Indicator | Target] = {indicator.id: indicator for indicator in plan.indicators}
    for action in plan.actions:
        things |= {target_id(action, target): target for target in action.targets}
    return things


def ratio_values(scenario: Scenario) -> tuple[RatioValue, ...]:
    """Return every ratio that the plan declares, in plan order."""
    things = measured_things(scenario.plan)
    return tuple(_ratio_value(scenario, things, ratio) for ratio in scenario.plan.ratios)


def _ratio_value(scenario: Scenario, things: dict[str, Indicator | Target], ratio: Ratio) -> RatioValue:
    top, bottom = (_side(scenario, things[name], name) for name in (ratio.numerator, ratio.denominator))
    base = _quotient(ratio, top, top.base, bottom, bottom.base)
    plan = _quotient(ratio, top, top.plan, bottom, bottom.plan)
    return RatioValue(
        ratio=ratio,
        numerator=top,
        denominator=bottom,
        base=base,
        plan=plan,
        change=None if base is None or plan is None else subtract(plan, base),
        mixed_prices=None not in (top.price_basis, bottom.price_basis) and top.price_basis != bottom.price_basis,
        above_whole=ratio.form == "share" and plan is not None and plan > HUNDRED,
    )


def _side(scenario: Scenario, thing: Indicator | Target, name: str) -> Side:
    if isinstance(thing, Target):
        return Side(name, thing.unit, None, thing.value, thing.comparator, None)
    found = project_indicator(scenario, thing)
    base = found.base.value if found.base else None
    return Side(name, found.unit, base, found.projected, thing.comparator, found.price_basis)


def _quotient(ratio: Ratio, top: Side, upper: Decimal | None, bottom: Side, lower: Decimal | None) -> Decimal | None:
    if upper is None or not lower:
        return None
    upper, lower = _scaled(upper, top.unit), _scaled(lower, bottom.unit)
    return divide(upper, lower) if ratio.form == "multiple" else percent_of(upper, lower)


def _scaled(value: Decimal, unit: str | None) -> Decimal:
    return EXACT.multiply(value, UNITS[unit].scale) if unit else value
