"""What a calculation starts from: base values and what-ifs, laid over a plan without changing it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.base_value import BaseValue, published_base_values
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import BaseValueOrigin, Kind


class Setting(NamedTuple):
    """One what-if: a field of a target, its value, and how the user wrote it."""

    id: str
    field: str
    value: Decimal
    written: str
    unit: str | None = None


class Scenario(NamedTuple):
    """A plan as a calculation sees it: after the what-ifs, with the base value of each indicator that has one.

    `deflators` are price rises in percent by indicator; `published` are the plan's own base values, also
    where a file or a what-if replaced them.
    """

    plan: Plan
    base_values: dict[str, BaseValue]
    deflators: dict[str, Decimal]
    settings: tuple[Setting, ...]
    published: dict[str, BaseValue]

    def settings_of(self, target_id: str) -> tuple[Setting, ...]:
        """Return the what-ifs on one target."""
        return tuple(setting for setting in self.settings if setting.id == target_id)

    @property
    def what_ifs(self) -> tuple[str, ...]:
        """The what-ifs as the user wrote them."""
        return tuple(setting.written for setting in self.settings)


def scenario(
    plan: Plan,
    settings: Iterable[Setting] = (),
    base_values: Mapping[str, BaseValue] | None = None,
) -> Scenario:
    """Return a plan with a user's base values and what-ifs laid over it; the plan itself stays as it is."""
    settings = tuple(settings)
    published = published_base_values(plan)
    merged = {**published, **(base_values or {})}
    deflators: dict[str, Decimal] = {}
    for setting in settings:
        if setting.field == "baseline":
            merged[setting.id] = BaseValue(
                setting.value, setting.unit, plan.base_year, origin=BaseValueOrigin.WHAT_IF
            )
        elif setting.field == "deflator":
            deflators[setting.id] = setting.value
    changed = _with_figures(plan, settings) if settings else plan
    return Scenario(changed, merged, deflators, settings, published)


def _with_figures(plan: Plan, settings: Iterable[Setting]) -> Plan:
    """Return a plan whose targets have the figures that the what-ifs give."""
    targets = dict(plan.targets_by_id)
    for setting in settings:
        targets[setting.id] = _with_figure(targets[setting.id], setting)
    indicators = tuple(targets[one.id] for one in plan.indicators)
    actions = []
    for action in plan.actions:
        actions.append(replace(action, targets=tuple(targets[one.id] for one in action.targets)))
    return replace(plan, indicators=indicators, actions=tuple(actions))


def _with_figure(target: Target, setting: Setting) -> Target:
    """Return a target with the figure or the upper end that a what-if gives; other what-ifs leave it as it is."""
    if setting.field == "upper":
        return replace(target, upper=setting.value)
    if setting.field not in ("growth", "value"):
        return target
    if target.kind is Kind.GROWTH:
        return replace(target, growth=setting.value)
    return replace(target, value=setting.value)
