"""The arithmetic of a number, with its figures."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.projection.ratios import RatioValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import RatioForm
from erqi_cli.i18n.text import Text
from erqi_cli.results.explanation.messages import (
    CHANGE_IN_TIMES,
    CHANGE_LABEL,
    INCREASE_FORMULA,
    INCREASE_LABEL,
    INDEX_FORMULA,
    INDEX_OF_YEAR_LABEL,
    QUOTIENT,
    QUOTIENT_OF_UNITS,
    VALUE_FORMULA,
    VALUE_OF_YEAR_LABEL,
    YEAR_LABEL,
)
from erqi_cli.results.explanation.rows import ExplanationRow, formula_row
from erqi_cli.results.formatting import (
    format_change_in_points,
    format_factor,
    format_number,
    format_percent,
    format_signed,
)

CHANGE_PLACES = 4


def projection_formula(plan: Plan, projection: Projection) -> Iterator[ExplanationRow]:
    """Yield how the index of the plan year comes about, and with a base value the value too."""
    year = plan.plan_year
    growth = _growth_over_years(projection)
    index = INDEX_FORMULA.fill(growth=growth, index=plain(projection.index))
    yield formula_row(INDEX_OF_YEAR_LABEL.fill(year=year), index)
    if projection.base is None:
        return
    base = plain(projection.base.value)
    if projection.projected is not None:
        projected = plain(projection.projected)
        value = VALUE_FORMULA.fill(base=base, growth=growth, projected=projected)
        yield formula_row(VALUE_OF_YEAR_LABEL.fill(year=year), value)
        if projection.increase is not None:
            increase = INCREASE_FORMULA.fill(
                projected=projected,
                base=base,
                increase=plain(projection.increase),
            )
            yield formula_row(INCREASE_LABEL, increase)


def _growth_over_years(projection: Projection) -> str:
    """Return the growth as a product has it: (1 + 9%) × (1 + 2%) with a price rise, (1 + 7%) ^ 5.

    The exponent is how often the growth is applied.
    """
    rates = (projection.indicator.growth, projection.deflator)
    factors = [format_factor(rate) for rate in rates if rate is not None]
    product = " × ".join(factors)
    if projection.times == 1:
        return product
    base = product if len(factors) == 1 else f"({product})"
    return f"{base} ^ {projection.times}"


def ratio_formula(plan: Plan, value: RatioValue) -> Iterator[ExplanationRow]:
    """Yield the quotients of both years, as far as they are known, and the change."""
    numerator = value.numerator
    denominator = value.denominator
    of_base_year = _quotient(value, numerator.base, denominator.base, value.base)
    if of_base_year is not None:
        yield formula_row(YEAR_LABEL.fill(year=plan.base_year), of_base_year)
    of_plan_year = _quotient(value, numerator.plan, denominator.plan, value.plan)
    if of_plan_year is not None:
        yield formula_row(YEAR_LABEL.fill(year=plan.plan_year), of_plan_year)
    if value.change is not None:
        is_multiple = value.ratio.form is RatioForm.MULTIPLE
        change = format_change_in_points(value.change, CHANGE_PLACES)
        if is_multiple:
            change = CHANGE_IN_TIMES.fill(change=format_signed(value.change, CHANGE_PLACES))
        yield formula_row(CHANGE_LABEL, change)


def _quotient(
    value: RatioValue,
    upper: Decimal | None,
    lower: Decimal | None,
    result: Decimal | None,
) -> Text | None:
    """Return a quotient with its result; None where one of the two levels is missing.

    The units stand beside it where they differ.
    """
    if upper is None or lower is None or result is None:
        return None
    numerator_unit = value.numerator.unit
    denominator_unit = value.denominator.unit
    template = QUOTIENT if numerator_unit == denominator_unit else QUOTIENT_OF_UNITS
    is_multiple = value.ratio.form is RatioForm.MULTIPLE
    return template.fill(
        upper=plain(upper),
        lower=plain(lower),
        upper_unit=numerator_unit,
        lower_unit=denominator_unit,
        result=format_number(result) if is_multiple else format_percent(result),
    )
