"""The rows of `erqi track`: where each target stands."""

from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.pace import due_date
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.results.result import Record
from erqi_cli.results.tracking.warnings import warning_notes


def tracked_record(tracker: Tracker, found: TrackedTarget) -> Record:
    """Return where one target stands as JSON carries it; every key is always there."""
    target, observation = found.target, found.observation
    action = tracker.plan.action_of(target)
    is_rate = target.is_rate or target.is_judged_on_growth
    return {
        "id": found.id,
        "action": action.number if action else None,
        "name": target.name,
        "unit": "%" if is_rate else target.unit,
        "kind": target.kind,
        "comparator": target.comparator,
        "target": found.figure,
        "upper": found.goal.upper if target.kind is Kind.RELATIVE and found.goal else target.upper,
        "commitment": target.commitment,
        "due": due_date(target, tracker.year),
        "status": found.status,
        "judged_on": found.judged_on,
        "actual": found.actual,
        "period": found.period.text if found.period else None,
        "completion_percent": found.completion,
        "elapsed_percent": found.elapsed,
        "expected_percent": found.expected,
        "pace_points": found.pace,
        "gap_points": found.gap,
        "measured_as": found.measured_as,
        "needed": found.needed,
        "needed_per_month": found.needed_per_month,
        "year_end_extrapolated": found.year_end,
        **_growths(found.growth, target.unit),
        "observation_status": observation.status if observation else None,
        "published": observation.published if observation else None,
        "source": observation.source if observation else None,
        "note": observation.note if observation else None,
        "what_if": [setting.written for setting in tracker.scenario.settings_of(found.id)],
        "warnings": warning_notes(tracker, found),
    }


def _growths(growth: PeriodGrowth | None, unit: str | None) -> Record:
    """Return the published and the implied growth, and the level that it was reached at."""
    return {
        "published_growth_percent": growth.published if growth else None,
        "implied_growth_percent": growth.implied if growth else None,
        "implied_baseline": growth.implied_base if growth else None,
        "level": growth.level if growth else None,
        "level_unit": unit if growth else None,
    }
