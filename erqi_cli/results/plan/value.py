"""Finds the one bare value that `erqi get` prints."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import Projection, project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Indicator, Target
from erqi_cli.errors import failure
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import Entry, find_field
from erqi_cli.results.labels import VERDICTS, why_no_base

if TYPE_CHECKING:
    from erqi_cli.calc.tracking.tracker import Tracker

INDICATOR: dict[str, Callable[[Projection], Any]] = {
    "projected": lambda found: found.projected,
    "growth": lambda found: found.indicator.growth,
    "upper": lambda found: found.indicator.upper,
    "baseline": lambda found: found.base.value if found.base else None,
    "index": lambda found: found.index,
    "increase": lambda found: found.increase,
    "unit": lambda found: found.unit,
    "price_basis": lambda found: found.price_basis,
    "comparator": lambda found: found.indicator.comparator,
    "tolerance": lambda found: found.indicator.tolerance,
    "deflator": lambda found: found.deflator,
    "commitment": lambda found: found.indicator.commitment,
    "id": lambda found: found.indicator.id,
    "name": lambda found: found.indicator.name,
}
TARGET = ("value", "upper", "unit", "kind", "comparator", "tolerance", "commitment", "due", "to", "id", "name")
TRACKED = {
    "status": "status",
    "completion": "completion_percent",
    "pace": "pace_points",
    "gap": "gap_points",
    "elapsed": "elapsed_percent",
    "expected": "expected_percent",
    "actual": "actual",
    "period": "period",
    "needed": "needed",
    "needed_per_month": "needed_per_month",
    "year_end": "year_end_extrapolated",
    "judged_on": "judged_on",
    "published_growth": "published_growth_percent",
    "implied_growth": "implied_growth_percent",
    "implied_baseline": "implied_baseline",
}
"""The fields that follow the year, each with its key in a row of `erqi track`."""
LEVELS = ("projected", "baseline", "increase")


def bare_value(scenario: Scenario, words: str, lang: Lang, follow: Callable[[], "Tracker"]) -> str:
    """Return one value and nothing else, of what follows the year by the tracker; raises Failure E601, E602, E604, E80x."""
    entry, field = find_field(scenario.plan, words, "indicator", "target")
    if field in TRACKED:
        value = _tracked(follow(), entry, field)
    elif isinstance(entry.thing, Indicator):
        value = _of_indicator(scenario, entry.thing, field)
    else:
        assert isinstance(entry.thing, Target)
        if field not in TARGET:
            raise failure("E604", id=same(entry.id), field=same(field), allowed=", ".join((*TARGET, *TRACKED)))
        value = entry.id if field == "id" else getattr(entry.thing, field)
    if value is None:
        raise failure("E802", id=same(entry.id), field=same(field))
    if isinstance(value, Text):
        return value.pick(lang)
    return plain(value) if isinstance(value, Decimal) else str(value)


def _tracked(tracker: "Tracker", entry: Entry, field: str) -> Any:
    from erqi_cli.results.tracking.table import tracked_record

    if entry.id not in tracker.scored():
        raise failure("E803", id=same(entry.id), field=same(field), status=Text("不评分", "not scored"))
    record = tracked_record(tracker, tracker.one(entry.id))
    value = record[TRACKED[field]]
    if value is None:
        raise failure("E803", id=same(entry.id), field=same(field), status=VERDICTS[record["status"]])
    return value


def _of_indicator(scenario: Scenario, indicator: Indicator, field: str) -> Any:
    if field not in INDICATOR:
        raise failure("E604", id=same(indicator.id), field=same(field), allowed=", ".join((*INDICATOR, *TRACKED)))
    found = project_indicator(scenario, indicator)
    value = INDICATOR[field](found)
    if value is None and field in LEVELS:
        raise failure("E801", id=same(indicator.id), field=same(field), reason=why_no_base(indicator))
    return value
