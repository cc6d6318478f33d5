"""What a calculation starts from: a plan under what-ifs, and its base values."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.base_value import BaseValue, published_base_values
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import BaseValueOrigin, Kind

FIGURE_FIELDS = ("growth", "value", "upper")
"""The fields of a what-if that change what a target is to reach."""


class Setting(NamedTuple):
    """One what-if: a field of a target, its value, and how the user wrote it."""

    id: str
    field: str
    value: Decimal
    written: str
    unit: Unit | None = None


class Scenario(NamedTuple):
    """A plan under its what-ifs, with the base value of each indicator that has one.

    `base_values` and `deflators`, price rises in percent, are by the id of their indicator.
    `published` are the plan's own base values, also if a file or a what-if replaces them.
    """

    plan: Plan
    base_values: dict[str, BaseValue]
    deflators: dict[str, Decimal]
    settings: tuple[Setting, ...]
    published: dict[str, BaseValue]

    def settings_of(self, target_id: str) -> tuple[Setting, ...]:
        """Return the what-ifs on one target."""
        on_target = [setting for setting in self.settings if setting.id == target_id]
        return tuple(on_target)

    @property
    def what_ifs(self) -> tuple[str, ...]:
        """The what-ifs as the user wrote them."""
        return tuple(setting.written for setting in self.settings)


def scenario(
    plan: Plan,
    settings: Iterable[Setting] = (),
    base_values: Mapping[str, BaseValue] | None = None,
) -> Scenario:
    """Return a plan with a user's base values and what-ifs laid over it.

    The plan itself does not change. A what-if replaces a base value from a file.
    """
    settings = tuple(settings)
    published = published_base_values(plan)
    used_base_values = dict(published)
    used_base_values.update(base_values or {})
    deflators: dict[str, Decimal] = {}
    for setting in settings:
        if setting.field == "baseline":
            used_base_values[setting.id] = _assumed_base_value(plan, setting)
        elif setting.field == "deflator":
            deflators[setting.id] = setting.value
    return Scenario(
        plan=_with_figures(plan, settings) if settings else plan,
        base_values=used_base_values,
        deflators=deflators,
        settings=settings,
        published=published,
    )


def _assumed_base_value(plan: Plan, setting: Setting) -> BaseValue:
    return BaseValue(
        value=setting.value,
        unit=setting.unit,
        year=plan.base_year,
        origin=BaseValueOrigin.WHAT_IF,
    )


def _with_figures(plan: Plan, settings: Iterable[Setting]) -> Plan:
    """Return a plan whose targets have the figures that the what-ifs give."""
    changed = dict(plan.targets_by_id)
    for setting in settings:
        target = changed[setting.id]
        changed[setting.id] = _with_figure(target, setting)
    indicators = [changed[indicator.id] for indicator in plan.indicators]
    actions = []
    for action in plan.actions:
        targets = [changed[target.id] for target in action.targets]
        actions.append(action._replace(targets=tuple(targets)))
    return replace(
        plan,
        indicators=tuple(indicators),
        actions=tuple(actions),
    )


def _with_figure(target: Target, setting: Setting) -> Target:
    """Return a target with the figure or the upper end of a what-if, which counts all year.

    A what-if on its base value or price rise leaves the target as it is.
    """
    if setting.field in FIGURE_FIELDS:
        target = target.without_revisions()
    if setting.field == "upper":
        return target._replace(upper=setting.value)
    if setting.field not in ("growth", "value"):
        return target
    if setting.field == "growth" or target.kind is Kind.GROWTH:
        return target._replace(growth=setting.value)
    return target._replace(value=setting.value)
