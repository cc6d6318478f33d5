"""The rules and assumptions that apply to a number."""

from collections.abc import Iterator

from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.projection.ratios import RatioValue
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.i18n.text import Text
from erqi_cli.results.explanation.messages import (
    ASSUMPTION_LABEL,
    COMMITMENT_IS_A_LABEL,
    COMMITMENT_LABEL,
    GROWTH_LABEL,
    HINT_LABEL,
    JUDGED_ON_PUBLISHED_GROWTH,
    NOT_SCORED,
    NOTE_LABEL,
    PRICES_LABEL,
    VERDICT_LABEL,
    VERDICTS,
)
from erqi_cli.results.explanation.rows import ExplanationRow, rule_row
from erqi_cli.results.labels import COMMITMENTS, PRICE_BASES, label_for
from erqi_cli.results.plan.wording import tolerance_text
from erqi_cli.results.projection.notes import assumptions
from erqi_cli.results.projection.ratios import ratio_row


def projection_rules(plan: Plan, projection: Projection) -> Iterator[ExplanationRow]:
    """Yield what a projected value rests on, and how the growth is judged."""
    indicator = projection.indicator
    yield rule_row(PRICES_LABEL, label_for(PRICE_BASES, projection.price_basis))
    for note in assumptions(plan, projection):
        yield rule_row(ASSUMPTION_LABEL, note.text)
    yield rule_row(VERDICT_LABEL, _verdict(indicator))
    yield rule_row(GROWTH_LABEL, JUDGED_ON_PUBLISHED_GROWTH)
    if indicator.note:
        yield rule_row(NOTE_LABEL, indicator.note)


def target_rules(target: Target) -> Iterator[ExplanationRow]:
    """Yield how a target of an action is judged, if it is."""
    if target.commitment:
        commitment = COMMITMENTS[target.commitment]
        yield rule_row(COMMITMENT_LABEL, COMMITMENT_IS_A_LABEL.fill(commitment=commitment))
    if not target.is_scored:
        yield rule_row(VERDICT_LABEL, NOT_SCORED)
    elif target.figure is not None:
        yield rule_row(VERDICT_LABEL, _verdict(target))
    if target.note:
        yield rule_row(NOTE_LABEL, target.note)


def ratio_rules(scenario: Scenario, value: RatioValue) -> Iterator[ExplanationRow]:
    """Yield what has to be known to read a ratio."""
    for note in ratio_row(scenario, value).assumptions:
        yield rule_row(HINT_LABEL, note.text)


def _verdict(target: Target) -> Text:
    """Return how a figure with its qualifier is judged."""
    return VERDICTS[target.comparator].fill(tolerance=tolerance_text(target))
