"""The notes on projections: what a projected value rests on."""

from erqi_cli.calc.decimals import differs_by_factor
from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import BaseValueOrigin, Comparator, PriceBasis
from erqi_cli.i18n.text import same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import format_percent, no_base_reason
from erqi_cli.results.labels import OBSERVATION_STATUSES, label_for
from erqi_cli.results.projection.messages import (
    BASE_FROM_FILE,
    BASE_IS_WHAT_IF,
    BASE_PUBLISHED,
    BOTH_ENDS,
    CONSTANT_PRICES,
    CURRENT_PRICES,
    EXTRAPOLATED,
    FAR_FROM_PUBLISHED,
    LOWER_END,
    NO_BASE,
    NO_DAY,
    NO_UNIT,
    NOMINAL,
    WHAT_IF,
)
from erqi_cli.results.result import Note


def base_note(plan: Plan, base: BaseValue) -> Note:
    """Return where a base value comes from and how firm it is."""
    if base.origin is BaseValueOrigin.WHAT_IF:
        return Note("baseline-what-if", BASE_IS_WHAT_IF.fill(year=base.year))
    if base.origin is BaseValueOrigin.FILE:
        text = BASE_FROM_FILE.fill(year=base.year, file=base.source)
        return Note("baseline-from-file", text)
    text = BASE_PUBLISHED.fill(
        year=base.year,
        status=label_for(OBSERVATION_STATUSES, base.status) or same(""),
        code=base.status,
        publisher=plan.source(base.source).publisher,
        day=base.published or NO_DAY,
    )
    return Note("baseline-source", text)


def assumptions(plan: Plan, projection: Projection) -> tuple[Note, ...]:
    """Return what a projected value rests on: prices, scope, breaks, what-ifs, extrapolation."""
    notes: list[Note] = []
    if projection.base is None:
        reason = no_base_reason(projection.indicator)
        notes.append(Note("no-baseline", NO_BASE.fill(reason=reason)))
    else:
        notes += _base_notes(plan, projection, projection.base)
    if projection.indicator.comparator is Comparator.BETWEEN:
        notes.append(_lower_end_note(plan, projection))
    if projection.deflator is not None:
        rate = format_percent(projection.deflator)
        notes.append(Note("deflator", NOMINAL.fill(rate=rate)))
    if projection.settings:
        settings = ", ".join(setting.written for setting in projection.settings)
        notes.append(Note("what-if", WHAT_IF.fill(settings=settings)))
    if len(projection.years) > 1:
        notes.append(Note("extrapolation", EXTRAPOLATED.fill(year=plan.plan_year)))
    return tuple(notes)


def _base_notes(plan: Plan, projection: Projection, base: BaseValue) -> list[Note]:
    notes = [_price_note(plan, projection)]
    if base.series_break:
        notes.append(Note("series-break", base.series_break))
    if base.origin is not BaseValueOrigin.PLAN:
        notes.append(base_note(plan, base))
        notes += _doubts(base, projection.published)
    return notes


def _price_note(plan: Plan, projection: Projection) -> Note:
    years = {"year": plan.plan_year, "base": plan.base_year}
    if projection.price_basis is PriceBasis.CONSTANT:
        return Note("base-year-prices", CONSTANT_PRICES.fill(**years))
    return Note("base-year-scope", CURRENT_PRICES.fill(**years))


def _doubts(base: BaseValue, published: BaseValue | None) -> list[Note]:
    """Return what is odd about a user's base value: no unit, or far from the published one."""
    notes: list[Note] = []
    if base.unit is None:
        notes.append(Note("no-unit", NO_UNIT))
    if published and differs_by_factor(base.value, published.value, FAR_TIMES):
        level = with_unit(published.value, published.unit)
        notes.append(Note("far-from-published", FAR_FROM_PUBLISHED.fill(level=level)))
    return notes


def _lower_end_note(plan: Plan, projection: Projection) -> Note:
    """Return that a range is projected from its lower end, and what its upper end gives."""
    if projection.projected_upper is None:
        return Note("lower-end", LOWER_END)
    text = BOTH_ENDS.fill(
        rate=format_percent(projection.indicator.upper),
        year=plan.plan_year,
        amount=with_unit(projection.projected_upper, projection.unit),
    )
    return Note("lower-end", text)
