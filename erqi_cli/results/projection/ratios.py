"""Builds the result of `erqi ratios`."""

from collections.abc import Iterable
from decimal import Decimal

from erqi_cli.calc.projection.ratios import RatioValue, Side
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Comparator, RatioForm
from erqi_cli.i18n.text import same
from erqi_cli.results.formatting import (
    format_change_in_points,
    format_fixed_percent,
    format_number,
    format_signed,
)
from erqi_cli.results.projection.messages import (
    ABOVE_WHOLE,
    CHANGE_HEADING,
    MIXED_PRICES,
    NO_BASE_YEAR_FIGURES,
    NO_LEVEL,
    NO_RATIOS,
    NOTES_HEADING,
    QUALIFIED,
    RATIO_HEADING,
    RATIOS_TITLE,
    UNIT_OF_CHANGES,
    YEAR,
)
from erqi_cli.results.projection.ratio_rows import RatioColumns, RatioRow, RatioSideRow
from erqi_cli.results.result import Cell, Chart, Column, Note, Result

PERCENT_PLACES = 2
MULTIPLE_PLACES = 4


def ratios_result(scenario: Scenario, values: Iterable[RatioValue]) -> Result[RatioRow]:
    """Return every ratio as a row; a note says so if the plan declares none."""
    plan = scenario.plan
    rows = tuple(ratio_row(scenario, value) for value in values)
    note = Note("no-ratios", NO_RATIOS)
    if rows:
        note = Note("change-unit", UNIT_OF_CHANGES)
    columns = _columns(plan)
    return Result(
        name="ratios",
        title=RATIOS_TITLE.fill(heading=plan.heading, year=plan.plan_year),
        columns=columns,
        rows=rows,
        plan=plan,
        what_if=scenario.what_ifs,
        notes=(note,),
        chart=lambda: _chart(plan, columns),
    )


def _chart(plan: Plan, columns: RatioColumns) -> Chart[RatioRow]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.projection.ratios_chart import ratios_chart

    return ratios_chart(plan, columns)


def _columns(plan: Plan) -> RatioColumns:
    base_year = YEAR.fill(year=plan.base_year)
    plan_year = YEAR.fill(year=plan.plan_year)
    return (
        Column("id", same("id"), shown_in="csv"),
        Column("name", RATIO_HEADING, "words"),
        Column("form", same("form"), shown_in="csv"),
        Column("base_value", base_year, "number", lambda row: _level(row, row.base_value)),
        Column("plan_value", plan_year, "number", lambda row: _level(row, row.plan_value)),
        Column("change", CHANGE_HEADING, "number", _change),
        Column("numerator.id", same("numerator"), shown_in="csv"),
        Column("numerator.plan_value", same("numerator value"), shown_in="csv"),
        Column("numerator.unit", same("numerator unit"), shown_in="csv"),
        Column("denominator.id", same("denominator"), shown_in="csv"),
        Column("denominator.plan_value", same("denominator value"), shown_in="csv"),
        Column("denominator.unit", same("denominator unit"), shown_in="csv"),
        Column("what_if", same("what if"), shown_in="csv"),
        Column("assumptions", NOTES_HEADING, "notes"),
    )


def _level(row: RatioRow, value: Decimal | None) -> Cell:
    """Return a ratio of one year as a table shows it."""
    if value is None:
        return None
    if row.form is RatioForm.MULTIPLE:
        return format_number(value, MULTIPLE_PLACES)
    return format_fixed_percent(value, PERCENT_PLACES)


def _change(row: RatioRow) -> Cell:
    if row.change is None:
        return None
    if row.form is RatioForm.MULTIPLE:
        return format_signed(row.change, MULTIPLE_PLACES)
    return format_change_in_points(row.change, PERCENT_PLACES)


def ratio_row(scenario: Scenario, value: RatioValue) -> RatioRow:
    """Return one ratio as a row."""
    what_if: list[str] = []
    for side in (value.numerator, value.denominator):
        for setting in scenario.settings_of(side.id):
            what_if.append(setting.written)
    return RatioRow(
        id=value.ratio.id,
        name=value.ratio.name,
        form=value.ratio.form,
        base_value=value.base,
        plan_value=value.plan,
        change=value.change,
        numerator=_side_row(value.numerator),
        denominator=_side_row(value.denominator),
        what_if=tuple(what_if),
        assumptions=ratio_notes(scenario.plan, value),
    )


def _side_row(side: Side) -> RatioSideRow:
    return RatioSideRow(
        id=side.id,
        unit=side.unit,
        base_value=side.base,
        plan_value=side.plan,
        comparator=side.comparator,
        price_basis=side.price_basis,
    )


def ratio_notes(plan: Plan, value: RatioValue) -> tuple[Note, ...]:
    """Return what a reader of a ratio has to know: prices, contradictions, missing levels."""
    notes: list[Note] = []
    if value.mixed_prices:
        notes.append(Note("mixed-prices", MIXED_PRICES))
    if value.above_whole:
        notes.append(Note("above-whole", ABOVE_WHOLE))
    if value.base is None and value.plan is not None:
        text = NO_BASE_YEAR_FIGURES.fill(year=plan.base_year)
        notes.append(Note("no-base-year", text))
    if value.plan is None:
        notes.append(Note("no-level", NO_LEVEL))
    comparators = {value.numerator.comparator, value.denominator.comparator}
    if comparators != {Comparator.EXACTLY}:
        notes.append(Note("qualified", QUALIFIED))
    remark = value.ratio.note
    if remark:
        notes.append(Note("ratio-note", remark))
    return tuple(notes)
