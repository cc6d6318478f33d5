"""The notes on projections: what a projected value rests on."""

from erqi_cli.calc.decimals import differs_by_factor, rounded
from erqi_cli.calc.projection.project import Projection, yearly_growth
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import BaseValueOrigin, Comparator, PriceBasis
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.figures import change_text
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
    OVER_PLAN,
    SCOPE,
    WHAT_IF,
)
from erqi_cli.results.result import Note


def base_note(plan: Plan, base: BaseValue) -> Note:
    """Return where a base value comes from and how firm it is."""
    if base.origin is BaseValueOrigin.WHAT_IF:
        text = BASE_IS_WHAT_IF.fill(year=base.year)
        return Note("baseline-what-if", text)
    if base.origin is BaseValueOrigin.FILE:
        text = BASE_FROM_FILE.fill(
            year=base.year,
            file=base.source,
        )
        return Note("baseline-from-file", text)
    return Note("baseline-source", _published_text(plan, base))


def _published_text(plan: Plan, base: BaseValue) -> Text:
    """Return how firm a published base value is, and its publisher if the plan names a source."""
    source = plan.source(base.source)
    facts = [] if source is None else [source.publisher]
    facts.append(same(base.published) if base.published else NO_DAY)
    return BASE_PUBLISHED.fill(
        year=base.year,
        status=label_for(OBSERVATION_STATUSES, base.status) or "",
        code=base.status,
        facts=join(facts, zh="，"),
    )


def assumptions(plan: Plan, projection: Projection) -> tuple[Note, ...]:
    """Return what a projected value rests on: prices, scope, breaks, what-ifs, extrapolation."""
    notes: list[Note] = []
    if projection.base is None:
        reason = no_base_reason(projection.indicator)
        text = NO_BASE.fill(reason=reason)
        notes.append(Note("no-baseline", text))
    else:
        notes += _base_notes(plan, projection, projection.base)
    notes += growth_over_plan(plan, projection.indicator)
    if projection.comparator is Comparator.BETWEEN:
        note = _lower_end_note(plan, projection)
        notes.append(note)
    if projection.deflator is not None:
        rate = format_percent(projection.deflator)
        text = NOMINAL.fill(rate=rate)
        notes.append(Note("deflator", text))
    if projection.settings:
        written = [setting.written for setting in projection.settings]
        text = WHAT_IF.fill(settings=", ".join(written))
        notes.append(Note("what-if", text))
    if len(projection.years) > 1:
        text = EXTRAPOLATED.fill(year=plan.plan_year)
        notes.append(Note("extrapolation", text))
    return tuple(notes)


def growth_over_plan(plan: Plan, indicator: Target) -> list[Note]:
    """Return that a growth is of all years of the plan together, and what it is a year."""
    yearly = yearly_growth(plan, indicator)
    if yearly is None or yearly == indicator.growth:
        return []
    text = OVER_PLAN.fill(
        total=change_text(indicator.growth or yearly),
        first=plan.years.first,
        last=plan.years.last,
        yearly=change_text(rounded(yearly, 2)),
    )
    return [Note("growth-over-plan", text)]


def _base_notes(
    plan: Plan,
    projection: Projection,
    base: BaseValue,
) -> list[Note]:
    """Return what a value rests on that has a base value."""
    notes = [_price_note(plan, projection)]
    if base.series_break:
        note = Note("series-break", base.series_break)
        notes.append(note)
    if base.origin is not BaseValueOrigin.PLAN:
        note = base_note(plan, base)
        notes.append(note)
        notes += _doubts(base, projection.published)
    return notes


def _price_note(plan: Plan, projection: Projection) -> Note:
    year = plan.plan_year
    base = plan.base_year
    if projection.price_basis is PriceBasis.CONSTANT:
        text = CONSTANT_PRICES.fill(year=year, base=base)
        return Note("base-year-prices", text)
    if projection.price_basis is PriceBasis.CURRENT:
        text = CURRENT_PRICES.fill(year=year, base=base)
        return Note("base-year-scope", text)
    return Note("scope-without-prices", SCOPE.fill(year=year, base=base))


def _doubts(
    base: BaseValue,
    published: BaseValue | None,
) -> list[Note]:
    """Return what is odd about a user's base value: no unit, or far from the published one."""
    notes: list[Note] = []
    if base.unit is None:
        notes.append(Note("no-unit", NO_UNIT))
    if published is None:
        return notes
    if differs_by_factor(base.value, published.value, FAR_TIMES):
        level = with_unit(published.value, published.unit)
        text = FAR_FROM_PUBLISHED.fill(level=level)
        notes.append(Note("far-from-published", text))
    return notes


def _lower_end_note(plan: Plan, projection: Projection) -> Note:
    """Return that a range is projected from its lower end, and what its upper end gives."""
    if projection.projected_upper is None:
        return Note("lower-end", LOWER_END)
    amount = with_unit(projection.projected_upper, projection.unit)
    rate = format_percent(projection.indicator.upper)
    text = BOTH_ENDS.fill(
        rate=rate,
        year=plan.plan_year,
        amount=amount,
    )
    return Note("lower-end", text)
