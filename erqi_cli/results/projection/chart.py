"""The chart of `erqi project`: growth from a zero line, and the values from base to end."""

from decimal import Decimal
from functools import partial

from erqi_cli.calc.decimals import HUNDRED, subtract
from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import same
from erqi_cli.results.amounts import charted_amount
from erqi_cli.results.formatting import format_number, format_percent
from erqi_cli.results.projection.messages import (
    GROWTH_AXIS,
    GROWTH_BAR,
    INDEX_ONLY,
    RISE_CHARTED,
    TOTAL_GROWTH_AXIS,
    TOTAL_GROWTH_BAR,
    UPPER_END_MARK,
    YEARS_CHARTED,
)
from erqi_cli.results.projection.rows import ProjectionColumns, ProjectionRow
from erqi_cli.results.result import Axis, Bar, Cell, Chart, Column


def projection_chart(
    plan: Plan,
    columns: ProjectionColumns,
    last: int,
) -> Chart[ProjectionRow]:
    """Return the chart of projections up to `last`, with the table's columns for the rest."""
    of_table = {column.path: column for column in columns}
    step = last - plan.plan_year
    values = Column(
        path="projected",
        title=YEARS_CHARTED.fill(base=plan.base_year, last=last),
        kind="pair",
        show=partial(_values, step),
    )
    if step == 0:
        axis = _growth_axis(plan)
        beside = (values, of_table["increase"])
    else:
        # The increase of the table is that of the plan year, so the total growth is shown instead.
        axis = _total_growth_axis(plan, last)
        beside = (_total_growth_column(last, step), values)
    shown = (
        of_table["name"],
        of_table["growth_percent"],
        *beside,
        of_table["assumptions"],
    )
    return Chart(shown, axis=lambda _: axis)


def _total_growth_column(last: int, step: int) -> Column[ProjectionRow]:
    """Return the column of the growth up to the last year."""
    return Column(
        path=f"years.{step}.index",
        title=RISE_CHARTED.fill(year=last),
        kind="number",
        show=lambda row: format_percent(_total_growth(step, row)),
    )


def _growth_axis(plan: Plan) -> Axis[ProjectionRow]:
    """Return the axis of the plan year's growth."""
    return Axis(
        title=GROWTH_AXIS.fill(year=plan.plan_year),
        bar=_growth_bar,
        note=GROWTH_BAR.fill(year=plan.plan_year, base=plan.base_year),
        mark=UPPER_END_MARK,
    )


def _growth_bar(row: ProjectionRow) -> Bar | None:
    if row.growth_percent is None:
        return None
    return Bar(row.growth_percent, row.upper_percent)


def _total_growth_axis(plan: Plan, last: int) -> Axis[ProjectionRow]:
    """Return the axis of the growth from the base year to the last year."""
    step = last - plan.plan_year
    return Axis(
        title=TOTAL_GROWTH_AXIS.fill(year=last),
        bar=lambda row: Bar(_total_growth(step, row)),
        note=TOTAL_GROWTH_BAR.fill(year=last, base=plan.base_year),
    )


def _total_growth(step: int, row: ProjectionRow) -> Decimal:
    """Return the growth since the base year in percent, so many years after the plan year."""
    year = row.years[step]
    return subtract(year.index, HUNDRED)


def _values(step: int, row: ProjectionRow) -> Cell:
    """Return the base value and the projected one; without a base value the index."""
    reached = row.years[step]
    if row.baseline is None or reached.value is None:
        return INDEX_ONLY.fill(index=format_number(reached.index))
    first = format_number(row.baseline.value)
    last = format_number(reached.value)
    values = same(f"{first} → {last}")
    return charted_amount(values, row.unit)
