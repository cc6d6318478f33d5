"""The fields of the projection in a workbook: inputs that a reader may change, and the formulas that follow them."""

from decimal import Decimal

from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.labels import PRICE_BASES, label_for
from erqi_cli.results.projection.table import with_base_note
from erqi_cli.results.report.workbook.cells import marks, qualifier, unit_beside
from erqi_cli.results.report.workbook.schema import Content, Field, Number
from erqi_cli.results.result import Record

LEGEND = Text(
    "底色单元格可修改：改动增速或{base}年基期值，指数、预期值和增量随之重算；没有基期值的只给指数，填入基期值后才有预期值",
    "The cells with this fill may be changed: index, projected value and increase follow the growth and the {base} value. "
    "Without a base value there is an index only",
)
NONE_PUBLISHED = Text("未见公布", "none published")


def projection_fields(plan: Plan) -> tuple[Field, ...]:
    """Return the fields, each projected value with its formula, which stands for a level only where there is a base value."""
    base, year = plan.base_year, plan.plan_year
    return (
        Field("name", Text("指标", "Indicator"), lambda row: row["name"], "words", most=34),
        Field("growth", Text("增速", "Growth"), _growth, "number", limits="growth"),
        Field(
            "qualifier",
            Text("限定", "Qualifier"),
            lambda row: qualifier(row["growth_percent"], row["comparator"]),
        ),
        Field("upper", Text("上限", "Upper end"), _upper, "number", optional=True),
        Field(
            "deflator",
            Text("价格涨幅", "Price rise"),
            _deflator,
            "number",
            optional=True,
            limits="growth",
        ),
        Field(
            "index",
            Text(f"指数（{base}年=100）", f"Index ({base} = 100)"),
            lambda row: Number(row["index"], "amount", f"100*{_step(row)}"),
            "number",
        ),
        Field(
            "base", Text(f"{base}年基期值", f"{base} base value"), _base, "number", limits="base"
        ),
        Field(
            "projected",
            Text(f"{year}年预期值", f"{year} projected"),
            lambda row: Number(
                _level(row), "amount", f'IF(ISNUMBER({{base}}),{{base}}*{_step(row)},"–")'
            ),
            "number",
        ),
        Field(
            "increase",
            Text("增量", "Increase"),
            lambda row: Number(
                row["increase"], "change", 'IF(ISNUMBER({base}),{projected}-{base},"–")'
            ),
            "number",
        ),
        Field("unit", Text("单位", "Unit"), unit_beside, "label"),
        Field(
            "prices",
            Text("价格", "Prices"),
            lambda row: label_for(PRICE_BASES, row["price_basis"]),
            "label",
        ),
        Field("notes", Text("注", "Notes"), lambda row: marks(with_base_note(row)), "label"),
        Field("id", Text("编号", "Id"), lambda row: same(row["id"]), most=40, printed=False),
    )


def _step(row: Record) -> str:
    """Return the factor from the base year to the plan year: the growth, and a price rise where one is assumed."""
    return "(1+{growth})" + ("*(1+{deflator})" if row["deflator_percent"] is not None else "")


def _level(row: Record) -> Decimal | None:
    level: Decimal | None = row["projected"]["value"] if row["projected"] else None
    return level


def _growth(row: Record) -> Content:
    return Number(row["growth_percent"], "rate", is_input=True)


def _upper(row: Record) -> Content:
    return None if row["upper_percent"] is None else Number(row["upper_percent"], "rate")


def _deflator(row: Record) -> Content:
    return (
        None
        if row["deflator_percent"] is None
        else Number(row["deflator_percent"], "rate", is_input=True)
    )


def _base(row: Record) -> Content:
    found = row["baseline"]
    return Number(
        found["value"] if found else None, "amount", is_input=True, otherwise=NONE_PUBLISHED
    )
