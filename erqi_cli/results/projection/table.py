"""Builds the result of `erqi project`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import BaseValueOrigin
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_number, format_qualified, unit_label
from erqi_cli.results.labels import PRICE_BASES, label_for
from erqi_cli.results.projection.messages import (
    GROWTH_HEADING,
    INCREASE_HEADING,
    INDEX_BASE,
    INDEX_HEADING,
    INDEX_OF_YEAR_HEADING,
    INDEX_ONLY,
    INDICATOR_HEADING,
    NOT_PROJECTED,
    NOTES_HEADING,
    NOTHING_PROJECTED,
    PRICES_HEADING,
    TITLE,
    UNIT_HEADING,
    YEAR,
)
from erqi_cli.results.projection.notes import assumptions, base_note
from erqi_cli.results.projection.rows import (
    BaseValueRow,
    ProjectedValueRow,
    ProjectionColumns,
    ProjectionRow,
)
from erqi_cli.results.result import LAST, Cell, Chart, Column, Note, Result


def projection_result(
    scenario: Scenario,
    projections: Iterable[Projection],
    left_out: Iterable[Target] = (),
    *,
    baseline: bool = False,
) -> Result[ProjectionRow]:
    """Return every projection as a row.

    `left_out` are the indicators that were asked for and set no growth. With `baseline` tables
    also show the base-year value and the increase.
    """
    projections = tuple(projections)
    plan = scenario.plan
    last = projections[0].years[-1].year if projections else plan.plan_year
    columns = projection_columns(plan, last, baseline=baseline)
    rows = [projection_row(plan, projection) for projection in projections]
    years = year_range(plan.plan_year, last)
    return Result(
        name="projection",
        title=TITLE.fill(heading=plan.heading, years=years),
        columns=columns,
        rows=tuple(rows),
        plan=plan,
        what_if=scenario.what_ifs,
        notes=tuple(_notes(plan, rows, left_out)),
        chart=lambda: _chart(plan, columns, last),
    )


def _notes(
    plan: Plan,
    rows: Sequence[ProjectionRow],
    left_out: Iterable[Target],
) -> Iterator[Note]:
    """Yield what the index is based on, and which indicators are not projected."""
    if rows:
        yield Note("index-base", INDEX_BASE.fill(year=plan.base_year))
    else:
        yield Note("nothing-projected", NOTHING_PROJECTED)
    names = [target.name for target in left_out]
    if names:
        yield Note("not-projected", NOT_PROJECTED.fill(names=join(names)))


def year_range(first: int, last: int) -> str:
    """Return the years of a projection, such as 2017 or 2017–2020."""
    return str(first) if first == last else f"{first}–{last}"


def _chart(plan: Plan, columns: ProjectionColumns, last: int) -> Chart[ProjectionRow]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.projection.chart import projection_chart

    return projection_chart(plan, columns, last)


def projection_columns(plan: Plan, last: int, *, baseline: bool) -> ProjectionColumns:
    """Return the columns of projections up to a year.

    With `baseline` tables also show the base-year value and the increase.
    """
    base, year = plan.base_year, plan.plan_year
    shown_in: Literal["all", "csv"] = "all" if baseline else "csv"
    notes = with_base_note if baseline else None
    index = INDEX_HEADING if last == year else INDEX_OF_YEAR_HEADING.fill(year=year)
    return (
        Column("id", same("id"), shown_in="csv"),
        Column("name", INDICATOR_HEADING, "words"),
        Column("growth_percent", GROWTH_HEADING, "number", _growth),
        Column("upper_percent", same("upper percent"), shown_in="csv"),
        Column("comparator", same("comparator"), shown_in="csv"),
        Column("index", index, "number", gives_way=3, explained_by=("index-base",)),
        Column("baseline.year", same("baseline year"), shown_in="csv"),
        Column("baseline.value", YEAR.fill(year=base), "number", shown_in=shown_in),
        Column("baseline.status", same("baseline status"), shown_in="csv"),
        Column("baseline.source", same("baseline source"), shown_in="csv"),
        *_years_between(base, year),
        Column("projected.year", same("projected year"), shown_in="csv"),
        Column("projected.value", YEAR.fill(year=year), "number"),
        Column("increase", INCREASE_HEADING, "number", _increase, shown_in=shown_in, gives_way=2),
        *_later_years(year, last),
        Column("unit", UNIT_HEADING, show=lambda row: unit_label(row.unit)),
        Column("price_basis", PRICES_HEADING, show=_prices, gives_way=1),
        Column("deflator_percent", same("deflator percent"), shown_in="csv"),
        Column("what_if", same("what if"), shown_in="csv"),
        Column("assumptions", NOTES_HEADING, "notes", notes),
    )


def _years_between(base: int, year: int) -> Iterator[Column[ProjectionRow]]:
    """Yield the columns of the years between base year and plan year, if it is not the next."""
    for step, between in enumerate(range(base + 1, year)):
        yield Column(
            path=f"between.{step}.value",
            title=YEAR.fill(year=between),
            kind="number",
            show=_value_between(step),
            named=f"value_{between}",
            gives_way=LAST,
        )


def _value_between(step: int) -> Callable[[ProjectionRow], Cell]:
    """Return what shows a year before the plan year; without a base value its index."""

    def show(row: ProjectionRow) -> Cell:
        year = row.between[step]
        return index_only(year.index) if year.value is None else year.value

    return show


def _later_years(first: int, last: int) -> Iterator[Column[ProjectionRow]]:
    for step, year in enumerate(range(first + 1, last + 1), start=1):
        yield Column(
            path=f"years.{step}.value",
            title=YEAR.fill(year=year),
            kind="number",
            show=_value_or_index(step),
            named=f"value_{year}",
            gives_way=LAST if year < last else 0,
        )
        yield Column(
            path=f"years.{step}.index",
            title=same(f"index {year}"),
            shown_in="csv",
            named=f"index_{year}",
        )


def _value_or_index(step: int) -> Callable[[ProjectionRow], Cell]:
    """Return what shows the value of a year after the plan year; without a base value its index."""

    def show(row: ProjectionRow) -> Cell:
        year = row.years[step]
        return index_only(year.index) if year.value is None else year.value

    return show


def index_only(index: Decimal) -> Text:
    """Return an index in the place of a value that has no base value."""
    return INDEX_ONLY.fill(index=format_number(index))


def _growth(row: ProjectionRow) -> Cell:
    return format_qualified(row.growth_percent, row.comparator, row.upper_percent, sign="%")


def _increase(row: ProjectionRow) -> Cell:
    if row.increase is None:
        return None
    sign = "+" if row.increase > 0 else ""
    return f"{sign}{format_number(row.increase)}"


def _prices(row: ProjectionRow) -> Cell:
    return label_for(PRICE_BASES, row.price_basis)


def with_base_note(row: ProjectionRow) -> tuple[Note, ...]:
    """Return the notes on a projected value, and the source of a base value of the plan."""
    base = row.baseline
    # A base value from a file or a what-if already has its note among the assumptions.
    if base is None or base.origin is not BaseValueOrigin.PLAN:
        return row.assumptions
    return (*row.assumptions, base.note)


def projection_row(plan: Plan, projection: Projection) -> ProjectionRow:
    """Return one projection as a row."""
    indicator = projection.indicator
    first = projection.years[0]
    projected = None
    if first.value is not None:
        projected = ProjectedValueRow(year=first.year, value=first.value)
    what_if = [setting.written for setting in projection.settings]
    return ProjectionRow(
        region=None,
        id=indicator.id,
        name=indicator.name,
        unit=projection.unit,
        unit_name=projection.unit.name if projection.unit else None,
        price_basis=projection.price_basis,
        growth_percent=indicator.growth,
        upper_percent=projection.growth_upper,
        comparator=projection.comparator,
        tolerance_points=projection.tolerance,
        baseline=_base_row(plan, projection.base) if projection.base else None,
        projected=projected,
        increase=projection.increase,
        index=projection.index,
        deflator_percent=projection.deflator,
        times=projection.times,
        years=projection.years,
        between=projection.between,
        what_if=tuple(what_if),
        assumptions=assumptions(plan, projection),
    )


def _base_row(plan: Plan, base: BaseValue) -> BaseValueRow:
    return BaseValueRow(
        year=base.year,
        value=base.value,
        unit=base.unit,
        status=base.status,
        source=base.source,
        published=base.published,
        origin=base.origin,
        series_break=base.series_break,
        note=base_note(plan, base),
    )
