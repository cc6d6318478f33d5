"""Where the figures of a number come from."""

from collections.abc import Iterator

from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.projection.ratios import RatioValue
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.scenario.what_if import figure_field
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.results.explanation.messages import (
    BASE_VALUE_LABEL,
    CITATION,
    PHRASE_LABEL,
    QUOTATION,
    REPLACED_PHRASE_LABEL,
)
from erqi_cli.results.explanation.rows import ExplanationRow, source_row
from erqi_cli.results.plan.wording import source_text
from erqi_cli.results.projection.notes import base_note


def cited_phrases(scenario: Scenario, target: Target) -> Iterator[ExplanationRow]:
    """Yield each phrase that gives the figure of a target, with its source."""
    label = REPLACED_PHRASE_LABEL if _is_replaced(scenario, target) else PHRASE_LABEL
    source = source_text(scenario.plan, target.source)
    for phrase in target.phrases:
        template = QUOTATION if source is None else CITATION
        yield source_row(label, template.fill(phrase=phrase, source=source))


def _is_replaced(scenario: Scenario, target: Target) -> bool:
    """Tell whether a what-if has taken the place of the figure that the document gives."""
    field = figure_field(target)
    return any(setting.field == field for setting in scenario.settings_of(target.id))


def base_value_source(plan: Plan, projection: Projection) -> Iterator[ExplanationRow]:
    """Yield where the base value of an indicator comes from, if it has one."""
    if projection.base is not None:
        yield source_row(BASE_VALUE_LABEL, base_note(plan, projection.base).text)


def ratio_sources(scenario: Scenario, value: RatioValue) -> Iterator[ExplanationRow]:
    """Yield the phrases of both sides of a ratio."""
    for side in (value.numerator, value.denominator):
        yield from cited_phrases(scenario, scenario.plan.target(side.id))
