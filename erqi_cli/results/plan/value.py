"""Finds the one bare value that `erqi get` prints."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import Projection, project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.target import Target
from erqi_cli.errors import failure
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import find_field
from erqi_cli.results.formatting import no_base_reason
from erqi_cli.results.labels import STATUSES
from erqi_cli.results.plan.field_names import INDICATOR_FIELDS, TARGET_FIELDS, TRACKING_FIELDS
from erqi_cli.results.plan.messages import NOT_SCORED

if TYPE_CHECKING:
    from erqi_cli.calc.tracking.tracked import TrackedTarget
    from erqi_cli.calc.tracking.tracker import Tracker

BareValue = Decimal | Text | str | None

INDICATOR_VALUES: dict[str, Callable[[Projection], BareValue]] = {
    "projected": lambda projection: projection.projected,
    "growth": lambda projection: projection.indicator.growth,
    "upper": lambda projection: projection.indicator.upper,
    "baseline": lambda projection: projection.base.value if projection.base else None,
    "index": lambda projection: projection.index,
    "increase": lambda projection: projection.increase,
    "unit": lambda projection: projection.unit,
    "price_basis": lambda projection: projection.price_basis,
    "comparator": lambda projection: projection.indicator.comparator,
    "tolerance": lambda projection: projection.indicator.tolerance,
    "deflator": lambda projection: projection.deflator,
    "commitment": lambda projection: projection.indicator.commitment,
    "id": lambda projection: projection.indicator.id,
    "name": lambda projection: projection.indicator.name,
}
TARGET_VALUES: dict[str, Callable[[Target], BareValue]] = {
    "value": lambda target: target.figure,
    "upper": lambda target: target.upper,
    "unit": lambda target: target.unit,
    "kind": lambda target: target.kind,
    "comparator": lambda target: target.comparator,
    "tolerance": lambda target: target.tolerance,
    "commitment": lambda target: target.commitment,
    "due": lambda target: target.due,
    "to": lambda target: target.to,
    "id": lambda target: target.id,
    "name": lambda target: target.name,
}
TRACKING_VALUES: "dict[str, Callable[[TrackedTarget], BareValue]]" = {
    "status": lambda tracked: tracked.status,
    "completion": lambda tracked: tracked.completion,
    "pace": lambda tracked: tracked.pace,
    "gap": lambda tracked: tracked.gap,
    "elapsed": lambda tracked: tracked.elapsed,
    "expected": lambda tracked: tracked.expected,
    "actual": lambda tracked: tracked.actual,
    "period": lambda tracked: tracked.period.text if tracked.period else None,
    "needed": lambda tracked: tracked.needed,
    "needed_per_month": lambda tracked: tracked.needed_per_month,
    "year_end": lambda tracked: tracked.year_end,
    "judged_on": lambda tracked: tracked.judged_on,
    "published_growth": lambda tracked: tracked.growth.published if tracked.growth else None,
    "implied_growth": lambda tracked: tracked.growth.implied if tracked.growth else None,
    "implied_baseline": lambda tracked: tracked.growth.implied_base if tracked.growth else None,
}
LEVELS = ("projected", "baseline", "increase")
"""The fields that need a base value."""


def bare_value(
    scenario: Scenario, words: str, lang: Lang, build_tracker: "Callable[[], Tracker]"
) -> str:
    """Return one value and nothing else; a tracker is built only for what follows the year.

    Raises Failure E601, E602, E604, E80x.
    """
    target, field = find_field(scenario.plan, words)
    if field in TRACKING_FIELDS:
        value = _tracking_value(build_tracker(), target, field)
    elif target.is_headline:
        value = _indicator_value(scenario, target, field)
    else:
        value = _target_value(target, field)
    if value is None:
        raise failure("E802", id=same(target.id), field=same(field))
    if isinstance(value, Text):
        return value.pick(lang)
    return plain(value) if isinstance(value, Decimal) else str(value)


def _tracking_value(tracker: "Tracker", target: Target, field: str) -> BareValue:
    if not target.is_scored:
        raise failure("E803", id=same(target.id), field=same(field), status=NOT_SCORED)
    tracked = tracker.track_one(target.id)
    value = TRACKING_VALUES[field](tracked)
    if value is None:
        raise failure(
            "E803", id=same(target.id), field=same(field), status=STATUSES[tracked.status]
        )
    return value


def _indicator_value(scenario: Scenario, indicator: Target, field: str) -> BareValue:
    _check_field(indicator, field, INDICATOR_FIELDS)
    projection = project_indicator(scenario, indicator)
    value = INDICATOR_VALUES[field](projection)
    if value is None and field in LEVELS:
        reason = no_base_reason(indicator)
        raise failure("E801", id=same(indicator.id), field=same(field), reason=reason)
    return value


def _target_value(target: Target, field: str) -> BareValue:
    _check_field(target, field, TARGET_FIELDS)
    return TARGET_VALUES[field](target)


def _check_field(target: Target, field: str, fields: tuple[str, ...]) -> None:
    """Raise Failure E604 for a field that a target does not have."""
    if field not in fields:
        allowed = ", ".join((*fields, *TRACKING_FIELDS))
        raise failure("E604", id=same(target.id), field=same(field), allowed=allowed)
