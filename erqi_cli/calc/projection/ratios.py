"""Ratios of two targets: what a set of targets implies, in the base year and in the plan year."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, divide, percent_of, subtract
from erqi_cli.calc.projection.project import is_projected, project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Ratio
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Comparator, PriceBasis, RatioForm


class Side(NamedTuple):
    """The numerator or denominator of a ratio: levels in `unit`, None if the year has none."""

    id: str
    unit: Unit | None
    base: Decimal | None
    plan: Decimal | None
    comparator: Comparator
    price_basis: PriceBasis | None


class RatioValue(NamedTuple):
    """A ratio in both years: percent for the forms share and percent, times for multiple.

    `change` is plan year less base year (percentage points, or times). `mixed_prices` says that
    the plan year's sides are at different price bases; `above_whole` that a share is above 100
    percent.
    """

    ratio: Ratio
    numerator: Side
    denominator: Side
    base: Decimal | None
    plan: Decimal | None
    change: Decimal | None
    mixed_prices: bool
    above_whole: bool


def ratio_values(scenario: Scenario) -> tuple[RatioValue, ...]:
    """Return every ratio that the plan declares, in plan order."""
    return tuple(ratio_value(scenario, ratio) for ratio in scenario.plan.ratios)


def ratio_value(scenario: Scenario, ratio: Ratio) -> RatioValue:
    """Return one ratio in both years."""
    numerator = _side(scenario, scenario.plan.target(ratio.numerator))
    denominator = _side(scenario, scenario.plan.target(ratio.denominator))
    base = _quotient(
        ratio.form,
        _in_base_unit(numerator.base, numerator.unit),
        _in_base_unit(denominator.base, denominator.unit),
    )
    plan = _quotient(
        ratio.form,
        _in_base_unit(numerator.plan, numerator.unit),
        _in_base_unit(denominator.plan, denominator.unit),
    )
    return RatioValue(
        ratio=ratio,
        numerator=numerator,
        denominator=denominator,
        base=base,
        plan=plan,
        change=_change(base, plan),
        mixed_prices=_has_mixed_prices(numerator, denominator),
        above_whole=_is_above_whole(ratio.form, plan),
    )


def _change(base: Decimal | None, plan: Decimal | None) -> Decimal | None:
    if base is None or plan is None:
        return None
    return subtract(plan, base)


def _is_above_whole(form: RatioForm, plan: Decimal | None) -> bool:
    if form is not RatioForm.SHARE or plan is None:
        return False
    return plan > HUNDRED


def _has_mixed_prices(numerator: Side, denominator: Side) -> bool:
    if numerator.price_basis is None or denominator.price_basis is None:
        return False
    return numerator.price_basis != denominator.price_basis


def _side(scenario: Scenario, target: Target) -> Side:
    """Return a side of a ratio: a target with a value by that, a headline growth by its levels."""
    if target.value is not None or not is_projected(target):
        return Side(
            id=target.id,
            unit=target.unit,
            base=_base_level(scenario, target),
            plan=target.value,
            comparator=target.comparator,
            price_basis=None,
        )
    projection = project_indicator(scenario, target)
    return Side(
        id=target.id,
        unit=projection.unit,
        base=projection.base.value if projection.base else None,
        plan=projection.projected,
        comparator=target.comparator,
        price_basis=projection.price_basis,
    )


def _base_level(scenario: Scenario, target: Target) -> Decimal | None:
    """Return where a target stood in the base year; without an observation, its baseline."""
    base = scenario.base_values.get(target.id)
    if base is not None:
        return base.value
    return target.baseline


def _quotient(form: RatioForm, upper: Decimal | None, lower: Decimal | None) -> Decimal | None:
    """Return the ratio of two levels, None if one is missing or the lower is zero."""
    if upper is None or not lower:
        return None
    if form is RatioForm.MULTIPLE:
        return divide(upper, lower)
    return percent_of(upper, lower)


def _in_base_unit(value: Decimal | None, unit: Unit | None) -> Decimal | None:
    """Return an amount in the base unit of its measure: yuan for 亿元."""
    if value is None or not unit:
        return value
    return EXACT.multiply(value, unit.scale)
