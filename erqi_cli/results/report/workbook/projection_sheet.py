"""The sheet of projections: inputs that a reader may change, and the formulas that follow them."""

from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.labels import PRICE_BASES, label_for
from erqi_cli.results.projection.rows import ProjectionRow
from erqi_cli.results.projection.table import with_base_note
from erqi_cli.results.report.messages import (
    BASE_VALUE_TITLE,
    INDEX_TITLE,
    NONE_PUBLISHED,
    PROJECTED_TITLE,
)
from erqi_cli.results.report.workbook.cells import notes_cell, qualifier, rate_cell, unit_cell
from erqi_cli.results.report.workbook.schema import CellValue, Field, Number

INCREASE_FORMULA = 'IF(ISNUMBER({base}),{projected}-{base},"–")'


def projection_fields(plan: Plan) -> tuple[Field[ProjectionRow], ...]:
    """Return the fields; levels are formulas that show a value only where there is a base value."""
    base, year = plan.base_year, plan.plan_year
    levels: tuple[Field[ProjectionRow], ...] = (
        Field("index", INDEX_TITLE.fill(base=base), _index, "number"),
        Field("base", BASE_VALUE_TITLE.fill(base=base), _base_value, "number", limits="base"),
        Field("projected", PROJECTED_TITLE.fill(year=year), _projected, "number"),
        Field("increase", Text("增量", "Increase"), _increase, "number"),
    )
    return (*GROWTH_FIELDS, *levels, *OTHER_FIELDS)


def _growth(row: ProjectionRow) -> CellValue:
    return Number(row.growth_percent, "rate", is_input=True)


def _qualifier(row: ProjectionRow) -> CellValue:
    return qualifier(row.growth_percent, row.comparator)


def _upper(row: ProjectionRow) -> CellValue:
    return rate_cell(row.upper_percent)


def _deflator(row: ProjectionRow) -> CellValue:
    return rate_cell(row.deflator_percent, is_input=True)


def _index(row: ProjectionRow) -> CellValue:
    return Number(row.index, "amount", f"100*{_factor(row)}")


def _base_value(row: ProjectionRow) -> CellValue:
    value = row.baseline.value if row.baseline else None
    return Number(value, "amount", is_input=True, otherwise=NONE_PUBLISHED)


def _projected(row: ProjectionRow) -> CellValue:
    value = row.projected.value if row.projected else None
    formula = f'IF(ISNUMBER({{base}}),{{base}}*{_factor(row)},"–")'
    return Number(value, "amount", formula)


def _increase(row: ProjectionRow) -> CellValue:
    return Number(row.increase, "change", INCREASE_FORMULA)


def _factor(row: ProjectionRow) -> str:
    """Return the formula of the factor between the years: growth, and a price rise if assumed.

    A growth a year is raised to the number of years.
    """
    change = "(1+{growth})"
    if row.deflator_percent is not None:
        change += "*(1+{deflator})"
    return change if row.times == 1 else f"({change})^{row.times}"


def _notes(row: ProjectionRow) -> CellValue:
    return notes_cell(with_base_note(row))


GROWTH_FIELDS: tuple[Field[ProjectionRow], ...] = (
    Field("name", Text("指标", "Indicator"), lambda row: row.name, "words", max_width=34),
    Field("growth", Text("增速", "Growth"), _growth, "number", limits="growth"),
    Field("qualifier", Text("限定", "Qualifier"), _qualifier),
    Field("upper", Text("上限", "Upper end"), _upper, "number", optional=True),
    Field(
        "deflator",
        Text("价格涨幅", "Price rise"),
        _deflator,
        "number",
        optional=True,
        limits="growth",
    ),
)
OTHER_FIELDS: tuple[Field[ProjectionRow], ...] = (
    Field("unit", Text("单位", "Unit"), lambda row: unit_cell(row.unit), "label"),
    Field(
        "prices",
        Text("价格", "Prices"),
        lambda row: label_for(PRICE_BASES, row.price_basis),
        "label",
    ),
    Field("notes", Text("注", "Notes"), _notes, "label"),
    Field("id", Text("编号", "Id"), lambda row: same(row.id), max_width=40, printed=False),
)
