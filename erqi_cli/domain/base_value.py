"""Base values: the base-year level of each indicator, with its status and where it comes from."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import BaseValueOrigin, ObservationStatus
from erqi_cli.i18n.text import Text

NOT_PUBLISHED_BY = Text(
    "计划中没有公布日期在{day}及以前的基期值",
    "the plan has no base value with a publication date up to {day}",
)


class BaseValue(NamedTuple):
    """A base value: `value` in `unit`, with status, publication date and source if known.

    `source` is the id of a source of the plan, or the user's file that the value comes from.
    """

    value: Decimal
    unit: Unit | None
    year: int
    status: ObservationStatus | None = None
    source: str | None = None
    published: str | None = None
    series_break: Text | None = None
    origin: BaseValueOrigin = BaseValueOrigin.PLAN


def published_base_values(plan: Plan) -> dict[str, BaseValue]:
    """Return each target's base value: the latest vintage for the base year.

    An estimate or a forecast is taken only where nothing better is known.
    """
    latest: dict[str, Observation] = {}
    base_values: dict[str, BaseValue] = {}
    for observation in plan.observations:
        if observation.value is None or observation.period.key != str(plan.base_year):
            continue
        target = plan.target(observation.target)
        if observation.replaces(latest.get(target.id)):
            latest[target.id] = observation
            base_values[target.id] = _base_value(observation.value, observation, target)
    return base_values


def _base_value(value: Decimal, observation: Observation, target: Target) -> BaseValue:
    return BaseValue(
        value=value,
        unit=target.observed_unit,
        year=observation.period.year,
        status=observation.status,
        source=observation.source,
        published=observation.published,
        series_break=observation.series_break,
    )


def plan_as_known_by(plan: Plan, day: str) -> Plan:
    """Return the plan with the observations that were published by a day, and the revisions by it.

    An observation without a day of publication is not known to have been out by then. An indicator
    that is left without a base value says so.
    """
    observations = (one for one in plan.observations if one.published and one.published <= day)
    then = replace(plan, observations=tuple(observations))
    lost = published_base_values(plan).keys() - published_base_values(then).keys()
    reason = NOT_PUBLISHED_BY.fill(day=day)
    indicators = []
    for indicator in plan.indicators:
        known = indicator.known_by(day)
        indicators.append(known._replace(no_baseline=reason) if known.id in lost else known)
    actions = []
    for action in plan.actions:
        targets = [target.known_by(day) for target in action.targets]
        actions.append(action._replace(targets=tuple(targets)))
    return replace(then, indicators=tuple(indicators), actions=tuple(actions))
