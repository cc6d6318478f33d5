"""What a calculation starts from: base values and what-if settings, laid over a plan without changing it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from erqi_cli.domain.base_value import Base, published_bases
from erqi_cli.domain.plan import Action, Plan, target_id


class Setting(NamedTuple):
    """One what-if: a field of an indicator or target, its value, and how the user wrote it."""

    id: str
    field: str
    value: Decimal
    written: str
    unit: str | None = None


class Scenario(NamedTuple):
    """A plan as a calculation sees it: after the what-ifs, with the base value of each indicator that has one."""

    plan: Plan
    bases: dict[str, Base]
    deflators: dict[str, Decimal]
    settings: tuple[Setting, ...]
    published: dict[str, Base]

    def set_on(self, name: str) -> tuple[Setting, ...]:
        """Return the what-ifs that touch one indicator or target."""
        return tuple(setting for setting in self.settings if setting.id == name)


def scenario(plan: Plan, settings: Iterable[Setting] = (), bases: Mapping[str, Base] | None = None) -> Scenario:
    """Return a plan with a user's base values and what-ifs laid over it; the plan itself stays as it is."""
    settings = tuple(settings)
    indicators = {indicator.id: indicator for indicator in plan.indicators}
    published = published_bases(plan)
    merged, deflators = {**published, **(bases or {})}, dict[str, Decimal]()
    for setting in settings:
        if setting.id in indicators and setting.field in ("growth", "upper"):
            change: dict[str, Any] = {setting.field: setting.value}
            indicators[setting.id] = replace(indicators[setting.id], **change)
        elif setting.field == "baseline":
            merged[setting.id] = Base(setting.value, setting.unit, plan.base_year, origin="what_if")
        elif setting.field == "deflator":
            deflators[setting.id] = setting.value
    if settings:
        plan = replace(plan, indicators=tuple(indicators.values()), actions=_with_figures(plan, settings))
    return Scenario(plan, merged, deflators, settings, published)


def _with_figures(plan: Plan, settings: Iterable[Setting]) -> tuple[Action, ...]:
    figures: dict[str, dict[str, Any]] = {}
    for setting in settings:
        figures.setdefault(setting.id, {})[setting.field] = setting.value
    return tuple(
        replace(
            action,
            targets=tuple(replace(target, **figures.get(target_id(action, target), {})) for target in action.targets),
        )
        for action in plan.actions
    )
