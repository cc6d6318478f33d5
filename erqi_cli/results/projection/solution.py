"""Builds the result of `erqi solve`, and completes its four quantities from a plan."""

from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.projection.solve import Solution
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.domain.base_value import published_base_values
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import PriceBasis, Quantity
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, as_failure
from erqi_cli.parsing.lookup import find_indicator
from erqi_cli.parsing.scalar import parse_growth, parse_number
from erqi_cli.results.formatting import format_number, no_base_reason, unit_label
from erqi_cli.results.projection.table import assumptions, base_note
from erqi_cli.results.result import Cell, Column, Note, Record, Result, plan_line

Quantities = dict[str, Decimal | None]
NAMES = {
    Quantity.BASE: Text("基数", "Base"),
    Quantity.RATE: Text("年增速", "Growth per year"),
    Quantity.YEARS: Text("年数", "Years"),
    Quantity.TARGET: Text("目标", "Target"),
}
PLACES, DIGITS = 6, 30
PRICES = {
    PriceBasis.CONSTANT: Text(
        "目标按{base}年价格和口径计", "The target is at {base} prices and scope"
    ),
    PriceBasis.CURRENT: Text(
        "目标按现价、{base}年口径计", "The target is at current prices, in the scope of {base}"
    ),
}


def parse_quantities(**written: str | None) -> Quantities:
    """Return the options' numbers; raises Failure E610."""
    found: Quantities = {}
    for name, text in written.items():
        try:
            found[name] = (
                None if text is None else (parse_growth if name == "rate" else parse_number)(text)
            )
        except ValueFault as fault:
            raise as_failure("E610", fault, option=f"--{name}") from None
    return found


def from_plan(plan: Plan, words: str, given: Quantities) -> tuple[Target, Quantities]:
    """Return the indicator that the words mean, and the quantities completed with its base value and growth.

    The growth is left out where years and target are given, for then it is what is sought. Raises Failure E801.
    """
    indicator = find_indicator(plan, words)
    full = dict(given)
    if full["base"] is None and not (
        full["rate"] is not None and full["years"] is not None and full["target"] is not None
    ):
        base = published_base_values(plan).get(indicator.id)
        if base is None:
            remedy = Text("请用 --base 给出基数", "give one with --base")
            raise failure(
                "E801",
                remedy,
                id=same(indicator.id),
                field=Text("基期值", "base value"),
                reason=no_base_reason(indicator),
            )
        full["base"] = base.value
    if full["rate"] is None and (full["years"] is None or full["target"] is None):
        full["rate"] = indicator.growth
    return indicator, full


def solution_result(
    plan: Plan | None, indicator: Target | None, solution: Solution, *, own_base: bool = False
) -> Result[Record]:
    """Return the four quantities as rows, the one that was sought marked; from a plan with what its figures rest on.

    `own_base` says that the base is not the plan's, but given by the user or what is sought.
    """
    values = {
        Quantity.BASE: solution.base,
        Quantity.RATE: solution.rate,
        Quantity.YEARS: solution.years,
        Quantity.TARGET: solution.target,
    }
    unit = indicator.unit if indicator else None
    units = {Quantity.BASE: unit, Quantity.RATE: "%", Quantity.TARGET: unit}
    rows = tuple(
        {
            "quantity": name,
            "name": NAMES[name],
            "value": values[name],
            "unit": units.get(name),
            "solved": name == solution.unknown,
        }
        for name in Quantity
    )
    return Result(
        name="solution",
        title=_title(indicator),
        columns=SOLUTION_COLUMNS,
        rows=rows,
        plan=plan,
        lead=(plan_line(plan),) if plan else (),
        notes=(*([] if own_base else _rests_on(plan, indicator)), *_notes(solution)),
        extra={
            "unknown": solution.unknown,
            "exact": solution.exact,
            "full_years": solution.full_years,
            "reached": solution.reached,
        },
    )


def _title(indicator: Target | None) -> Text:
    formula = Text("目标 = 基数 ×（1 + 增速）^ 年数", "target = base × (1 + rate) ^ years")
    if indicator is None:
        return formula
    return Text(f"{indicator.name.zh}：{formula.zh}", f"{indicator.name.en}: {formula.en}")


def _value(row: Record) -> Cell:
    """Return a quantity with every digit where it has few, else with six decimal places."""
    digits = plain(row["value"])
    shown = format_number(row["value"], len(digits) if len(digits) <= DIGITS else PLACES)
    return f"{shown}%" if row["quantity"] is Quantity.RATE else shown


def _rests_on(plan: Plan | None, indicator: Target | None) -> list[Note]:
    """Return the notes on the plan's base value, where that is the base."""
    if plan is None or indicator is None:
        return []
    found = project_indicator(scenario(plan), indicator)
    if found.base is None:
        return []
    breaks = [note for note in assumptions(plan, found) if note.code == "series-break"]
    prices = []
    if found.price_basis is not None:
        words = PRICES[found.price_basis].fill(base=plan.base_year)
        prices.append(Note(f"target-at-{found.price_basis}-prices", words))
    return [base_note(plan, found.base), *prices, *breaks]


def _notes(solution: Solution) -> tuple[Note, ...]:
    notes = [
        Note("exact", Text("等式完全成立", "The equation is exact"))
        if solution.exact
        else Note(
            "rounded",
            Text(
                "求得的数保留34位有效数字，位数多的显示6位小数",
                "The result has 34 significant digits; a long one is shown with 6 decimal places",
            ),
        )
    ]
    if solution.full_years is not None and solution.reached is not None and not solution.exact:
        years, value = solution.full_years, format_number(solution.reached)
        notes.append(
            Note(
                "full-years",
                Text(
                    f"满{years}年时首次达到，届时为{value}",
                    f"Reached first after {years} full years, at {value}",
                ),
            )
        )
    return tuple(notes)


SOLUTION_COLUMNS: tuple[Column[Record], ...] = (
    Column("quantity", same("quantity"), shown_in="csv"),
    Column("name", Text("量", "Quantity"), "words"),
    Column("value", Text("值", "Value"), "number", _value),
    Column(
        "unit",
        Text("单位", "Unit"),
        show=lambda row: "" if row["unit"] in (None, "%") else unit_label(row["unit"]),
    ),
    Column(
        "solved",
        Text("求得", "Solved"),
        show=lambda row: Text("← 求得", "← solved") if row["solved"] else "",
    ),
)
