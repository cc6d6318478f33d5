"""Builds the result of `erqi explain`: how a number comes about, and where a target stands."""

import contextlib
from collections.abc import Callable

from erqi_cli.calc.projection.project import is_projected, project_indicator
from erqi_cli.calc.projection.ratios import ratio_value
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.plan import Plan, Ratio
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.errors import Failure
from erqi_cli.parsing.lookup import TARGET_TYPES, PlanEntry, find
from erqi_cli.results.explanation.formula import projection_formula, ratio_formula
from erqi_cli.results.explanation.inputs import projection_inputs, ratio_inputs, target_inputs
from erqi_cli.results.explanation.messages import TITLE
from erqi_cli.results.explanation.progress.rows import progress_rows
from erqi_cli.results.explanation.rows import EXPLANATION_COLUMNS, ExplanationRow
from erqi_cli.results.explanation.rules import projection_rules, ratio_rules, target_rules
from erqi_cli.results.explanation.sources import base_value_source, cited_phrases, ratio_sources
from erqi_cli.results.plan.field_names import INDICATOR_FIELDS, TARGET_FIELDS, TRACKING_FIELDS
from erqi_cli.results.result import Result, plan_line

KNOWN_FIELDS = frozenset((*INDICATOR_FIELDS, *TARGET_FIELDS, *TRACKING_FIELDS))


def explain_result(
    scenario: Scenario,
    words: str,
    build_tracker: Callable[[], Tracker],
) -> Result[ExplanationRow]:
    """Return how one number comes about, and where a target stands by the tracker.

    Raises Failure E601, E602. A ratio needs no tracker, so none is built for it.
    """
    plan = scenario.plan
    entry = _find(plan, words)
    if entry.type is EntryType.RATIO:
        ratio = plan.ratio(entry.id)
        name = ratio.name
        rows = _ratio_rows(scenario, ratio)
    else:
        target = plan.target(entry.id)
        name = target.name
        rows = _target_rows(scenario, target)
        rows += progress_rows(build_tracker(), target)
    return Result(
        name="explanation",
        title=TITLE.fill(name=name, id=entry.id),
        columns=EXPLANATION_COLUMNS,
        rows=tuple(rows),
        plan=plan,
        lead=(plan_line(plan),),
        what_if=scenario.what_ifs,
        groups="part",
        extra={"id": entry.id},
    )


def _find(plan: Plan, words: str) -> PlanEntry:
    """Return what the words mean; `gdp.projected` is explained as gdp is."""
    name, _, field = words.rpartition(".")
    if name and field in KNOWN_FIELDS:
        with contextlib.suppress(Failure):
            return find(plan, name, *TARGET_TYPES)
    return find(plan, words, *TARGET_TYPES, EntryType.RATIO)


def _target_rows(scenario: Scenario, target: Target) -> list[ExplanationRow]:
    """Return the rows of a headline growth, which is projected, or of any other target."""
    plan = scenario.plan
    if not target.is_headline or not is_projected(target):
        return [
            *target_inputs(plan, target),
            *target_rules(target),
            *cited_phrases(scenario, target),
        ]
    projection = project_indicator(scenario, target)
    return [
        *projection_inputs(plan, projection),
        *projection_formula(plan, projection),
        *projection_rules(plan, projection),
        *cited_phrases(scenario, target),
        *base_value_source(plan, projection),
    ]


def _ratio_rows(scenario: Scenario, ratio: Ratio) -> list[ExplanationRow]:
    plan = scenario.plan
    value = ratio_value(scenario, ratio)
    return [
        *ratio_inputs(plan, value),
        *ratio_formula(plan, value),
        *ratio_rules(scenario, value),
        *ratio_sources(scenario, value),
    ]
