"""What a number starts from: the target, the base value, the two sides of a ratio."""

from collections.abc import Iterator

from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.projection.ratios import RatioValue, Side
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.messages import (
    DENOMINATOR_LABEL,
    DUE_LABEL,
    FIGURE_LABEL,
    GROWTHS_OVER,
    KIND_LABEL,
    NUMERATOR_LABEL,
    PRICE_RISE_LABEL,
    TARGET_GROWTH_LABEL,
    VALUE_OF_YEAR_LABEL,
    VALUES_OF_TWO_YEARS,
)
from erqi_cli.results.explanation.rows import ExplanationRow, input_row
from erqi_cli.results.figures import figure_words, growth_in_words
from erqi_cli.results.formatting import format_number, no_base_reason
from erqi_cli.results.labels import KINDS, baseline_label
from erqi_cli.results.periods import month_words
from erqi_cli.results.revisions import REVISIONS_LABEL, revision_texts


def projection_inputs(plan: Plan, projection: Projection) -> Iterator[ExplanationRow]:
    """Yield the target growth, its revisions, the base value or why there is none, a price rise."""
    indicator = projection.indicator
    growth = growth_in_words(indicator)
    if plan.years.are_several and growth is not None:
        growth = GROWTHS_OVER[indicator.growth_over].fill(growth=growth)
    yield input_row(TARGET_GROWTH_LABEL, growth)
    yield from _revision_rows(plan, indicator)
    base_value = no_base_reason(indicator)
    if projection.base is not None:
        base_value = with_unit(projection.base.value, projection.unit)
    yield input_row(VALUE_OF_YEAR_LABEL.fill(year=plan.base_year), base_value)
    if projection.deflator is not None:
        price_rise = f"{format_number(projection.deflator)}%"
        yield input_row(PRICE_RISE_LABEL, same(price_rise))


def target_inputs(plan: Plan, target: Target) -> Iterator[ExplanationRow]:
    """Yield what the plan says of a target that is not projected."""
    yield input_row(KIND_LABEL, KINDS[target.kind])
    figure = figure_words(plan, target)
    if figure is not None:
        yield input_row(FIGURE_LABEL, figure)
    yield from _revision_rows(plan, target)
    if target.baseline is not None:
        baseline = with_unit(target.baseline, target.figure_unit)
        yield input_row(baseline_label(plan.years), baseline)
    if target.due:
        yield input_row(DUE_LABEL, month_words(target.due))


def _revision_rows(plan: Plan, target: Target) -> Iterator[ExplanationRow]:
    """Yield when the target was revised, from what to what."""
    for text in revision_texts(plan, target):
        yield input_row(REVISIONS_LABEL, text)


def ratio_inputs(plan: Plan, value: RatioValue) -> Iterator[ExplanationRow]:
    """Yield the two sides of a ratio."""
    numerator_label = NUMERATOR_LABEL.fill(id=value.numerator.id)
    yield input_row(numerator_label, _side_in_words(plan, value.numerator))
    denominator_label = DENOMINATOR_LABEL.fill(id=value.denominator.id)
    yield input_row(denominator_label, _side_in_words(plan, value.denominator))


def _side_in_words(plan: Plan, side: Side) -> Text:
    return VALUES_OF_TWO_YEARS.fill(
        base_year=plan.base_year,
        base_value=with_unit(side.base, side.unit),
        plan_year=plan.plan_year,
        plan_value=with_unit(side.plan, side.unit),
    )
