"""Finds the one bare value that `erqi get` prints."""

from decimal import Decimal
from typing import TYPE_CHECKING

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import Projection, is_projected, project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.errors import failure
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import find_field
from erqi_cli.parsing.meant import field_remedy
from erqi_cli.results.formatting import no_base_reason
from erqi_cli.results.labels import statuses_of
from erqi_cli.results.plan.field_names import INDICATOR_FIELDS, TARGET_FIELDS, TRACKING_FIELDS
from erqi_cli.results.plan.figure_rows import direction_of
from erqi_cli.results.plan.messages import GAP_OF_GROWTH, NOT_SCORED

if TYPE_CHECKING:
    from collections.abc import Callable

    from erqi_cli.calc.tracking.tracked import TrackedTarget
    from erqi_cli.calc.tracking.tracker import Tracker

BareValue = Decimal | Text | str | None

FIELDS_OF_LEVELS = ("projected", "baseline", "increase")
"""The fields that need a base value."""


def bare_value(
    scenario: Scenario,
    words: str,
    lang: Lang,
    build_tracker: "Callable[[], Tracker]",
) -> str:
    """Return one value and nothing else; a tracker is built only for what follows the year.

    Raises Failure E601, E602, E604, E80x.
    """
    target, field = find_field(scenario.plan, words)
    if field in TRACKING_FIELDS:
        value = _tracking_value(build_tracker(), target, field)
    elif is_projected(target):
        value = _indicator_value(scenario, target, field)
    else:
        value = _target_value(target, field)
    if value is None:
        raise failure("E802", id=same(target.id), field=same(field))
    if isinstance(value, Text):
        return value.pick(lang)
    if isinstance(value, Decimal):
        return plain(value)
    return str(value)


def _tracking_value(tracker: "Tracker", target: Target, field: str) -> BareValue:
    """Return a field that follows the year; raise Failure E803 where it has no value."""
    status = NOT_SCORED
    if target.is_scored:
        tracked = tracker.track_one(target.id)
        value = tracking_values(tracked)[field]
        if value is not None:
            return value
        status = statuses_of(tracker.years)[tracked.status]
    is_growth_pace = field == "pace" and target.kind is Kind.GROWTH
    remedy = GAP_OF_GROWTH.fill(id=target.id) if is_growth_pace else None
    raise failure(
        "E803",
        remedy,
        id=same(target.id),
        field=same(field),
        status=status,
    )


def _indicator_value(scenario: Scenario, indicator: Target, field: str) -> BareValue:
    if field == "value" and indicator.value is not None:
        return indicator.value
    _check_field(indicator, field, INDICATOR_FIELDS)
    projection = project_indicator(scenario, indicator)
    value = indicator_values(projection)[field]
    if value is None and field in FIELDS_OF_LEVELS:
        raise failure(
            "E801",
            id=same(indicator.id),
            field=same(field),
            reason=no_base_reason(indicator),
        )
    return value


def _target_value(target: Target, field: str) -> BareValue:
    _check_field(target, field, TARGET_FIELDS)
    return target_values(target)[field]


def _check_field(target: Target, field: str, fields: tuple[str, ...]) -> None:
    """Raise Failure E604 for a field that a target does not have."""
    if field in fields:
        return
    allowed = (*fields, *TRACKING_FIELDS)
    raise failure(
        "E604",
        field_remedy(field, allowed),
        id=same(target.id),
        field=same(field),
        allowed=", ".join(allowed),
    )


def indicator_values(projection: Projection) -> dict[str, BareValue]:
    """Return the fields of a headline indicator with its projection."""
    indicator = projection.indicator
    return {
        "projected": projection.projected,
        "growth": indicator.growth,
        "upper": indicator.upper,
        "baseline": projection.base.value if projection.base else None,
        "index": projection.index,
        "increase": projection.increase,
        "unit": projection.unit,
        "price_basis": projection.price_basis,
        "comparator": indicator.comparator,
        "tolerance": indicator.tolerance,
        "better": direction_of(indicator),
        "deflator": projection.deflator,
        "commitment": indicator.commitment,
        "id": indicator.id,
        "name": indicator.name,
    }


def target_values(target: Target) -> dict[str, BareValue]:
    """Return the fields of a target that is not projected."""
    return {
        "value": target.figure,
        "growth": target.growth,
        "upper": target.upper,
        "unit": target.unit,
        "kind": target.kind,
        "comparator": target.comparator,
        "tolerance": target.tolerance,
        "better": direction_of(target),
        "collection": target.collected,
        "baseline": target.baseline,
        "commitment": target.commitment,
        "due": target.due,
        "to": target.to,
        "id": target.id,
        "name": target.name,
    }


def tracking_values(tracked: "TrackedTarget") -> dict[str, BareValue]:
    """Return the fields that follow the year."""
    growth = tracked.growth
    side = tracked.side_growth
    return {
        "status": tracked.status,
        "completion": tracked.completion,
        "pace": tracked.pace,
        "gap": tracked.gap,
        "elapsed": tracked.elapsed,
        "expected": tracked.expected.amount if tracked.expected else None,
        "expected_percent": tracked.expected_percent,
        "late": _yes_or_no(is_so=tracked.is_late),
        "stale": _yes_or_no(is_so=tracked.is_stale),
        "growth_target": side.target if side else None,
        "growth_gap": side.gap if side else None,
        "growth_status": side.status if side else None,
        "actual": tracked.actual,
        "period": tracked.period.text if tracked.period else None,
        "needed": tracked.needed,
        "needed_per_month": tracked.needed_per_month,
        "year_end": tracked.year_end,
        "judged_on": tracked.judged_on,
        "published_growth": growth.published if growth else None,
        "implied_growth": growth.implied if growth else None,
        "implied_baseline": growth.implied_base if growth else None,
    }


def _yes_or_no(*, is_so: bool) -> str:
    """Return a truth value as JSON writes it."""
    return "true" if is_so else "false"
