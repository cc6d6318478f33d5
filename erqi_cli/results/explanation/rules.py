"""The rules and assumptions that apply to a number."""

from collections.abc import Iterator

from erqi_cli.calc.decimals import ZERO
from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.projection.ratios import RatioValue
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Better, Comparator, Kind
from erqi_cli.i18n.text import Text
from erqi_cli.results.explanation.messages import (
    ASSUMPTION_LABEL,
    BETTER_LABEL,
    BETTER_WORDS,
    COLLECTION_LABEL,
    COLLECTION_WORDS,
    COMES_DOWN,
    COMMITMENT_IS_A_LABEL,
    COMMITMENT_LABEL,
    DEFAULT,
    DEFAULT_OF_KIND,
    FALL_VERDICTS,
    GROWTH_LABEL,
    HAS_BASELINE,
    HINT_LABEL,
    IS_FALL,
    IS_LIMIT,
    IS_ZERO,
    JUDGED_ON_PUBLISHED_GROWTH,
    NOT_SCORED,
    NOTE_LABEL,
    PRICES_LABEL,
    RANGE_VERDICTS,
    RELATIVE_VERDICTS,
    RELATIVE_VERDICTS_IN_POINTS,
    STATED,
    VERDICT_LABEL,
    VERDICTS,
    WITH_TOLERANCE,
)
from erqi_cli.results.explanation.rows import ExplanationRow, rule_row
from erqi_cli.results.labels import (
    BETTERS,
    COLLECTIONS,
    COMMITMENTS,
    KINDS,
    PRICE_BASES,
)
from erqi_cli.results.plan.target_lines import tolerance_text
from erqi_cli.results.projection.notes import assumptions
from erqi_cli.results.projection.ratios import ratio_row


def projection_rules(plan: Plan, projection: Projection) -> Iterator[ExplanationRow]:
    """Yield what a projected value rests on, and how the growth is judged."""
    indicator = projection.indicator
    if projection.price_basis is not None:
        yield rule_row(PRICES_LABEL, PRICE_BASES[projection.price_basis])
    for note in assumptions(plan, projection):
        yield rule_row(ASSUMPTION_LABEL, note.text)
    yield from _year_rows(indicator)
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
    elif target.figure is not None or target.kind is Kind.RELATIVE:
        if target.kind is not Kind.MILESTONE:
            yield from _year_rows(target)
        yield rule_row(VERDICT_LABEL, _verdict(target))
    if target.note:
        yield rule_row(NOTE_LABEL, target.note)


def _year_rows(target: Target) -> Iterator[ExplanationRow]:
    """Yield how the figure comes about and which way is better, each with the reason."""
    if target.collected is not None:
        words = COLLECTION_WORDS.fill(
            collection=COLLECTIONS[target.collected],
            reason=_collection_reason(target),
        )
        yield rule_row(COLLECTION_LABEL, words)
    words = BETTER_WORDS.fill(
        better=BETTERS[target.direction],
        reason=_direction_reason(target),
    )
    yield rule_row(BETTER_LABEL, words)


def _collection_reason(target: Target) -> Text:
    if target.collection is not None:
        return STATED
    if target.kind is not Kind.SHARE and target.baseline is not None:
        return HAS_BASELINE
    return DEFAULT_OF_KIND.fill(kind=KINDS[target.kind])


def _direction_reason(target: Target) -> Text:
    if target.better is not None:
        return STATED
    if target.comparator is Comparator.AT_MOST:
        return IS_FALL if _is_fall(target) else IS_LIMIT
    if target.direction is Better.HIGHER:
        return DEFAULT
    return IS_ZERO if target.baseline is None else COMES_DOWN


def ratio_rules(scenario: Scenario, value: RatioValue) -> Iterator[ExplanationRow]:
    """Yield what has to be known to read a ratio."""
    for note in ratio_row(scenario, value).assumptions:
        yield rule_row(HINT_LABEL, note.text)


def _verdict(target: Target) -> Text:
    """Return how a figure with its qualifier is judged."""
    tolerance = tolerance_text(target)
    if target.kind is Kind.RELATIVE:
        verdict = _relative_verdict(target)
    elif target.comparator is Comparator.BETWEEN:
        return RANGE_VERDICTS[target.direction]
    elif _is_fall(target):
        verdict = FALL_VERDICTS.get(target.comparator, VERDICTS[target.comparator])
    else:
        verdict = VERDICTS[target.comparator]
    if tolerance is None or target.comparator is Comparator.ABOUT:
        return verdict.fill(tolerance=tolerance)
    return WITH_TOLERANCE.fill(verdict=verdict, tolerance=tolerance)


def _relative_verdict(target: Target) -> Text:
    """Return how a growth is judged against another; with so many points between the two."""
    verdict = RELATIVE_VERDICTS[target.comparator]
    if not target.value:
        return verdict
    return RELATIVE_VERDICTS_IN_POINTS.get(target.comparator, verdict)


def _is_fall(target: Target) -> bool:
    """Tell whether a target of growth is below zero."""
    return target.kind is Kind.GROWTH and (target.figure or ZERO) < 0
