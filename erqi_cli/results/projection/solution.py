"""Builds the result of `erqi solve`, and completes its four quantities from a plan."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import is_projected, project_indicator, yearly_growth
from erqi_cli.calc.projection.solve import Solution
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.domain.base_value import published_base_values
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import PERCENT, Unit
from erqi_cli.domain.vocabulary import Quantity
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text, counted, same
from erqi_cli.parsing.fault import ValueFault, as_failure
from erqi_cli.parsing.lookup import find_indicator
from erqi_cli.parsing.scalar import parse_growth, parse_number
from erqi_cli.results.formatting import format_number, no_base_reason, unit_label
from erqi_cli.results.projection.messages import (
    BASE_VALUE_FIELD,
    EQUATION,
    EQUATION_OF_INDICATOR,
    EXACT,
    FULL_YEARS,
    GIVE_A_BASE,
    QUANTITIES,
    QUANTITY_HEADING,
    ROUNDED,
    SOLVED_HEADING,
    SOLVED_MARK,
    TARGET_PRICES,
    UNIT_HEADING,
    VALUE_HEADING,
)
from erqi_cli.results.projection.notes import assumptions, base_note, growth_over_plan
from erqi_cli.results.result import Cell, Column, Note, Result, plan_line

Quantities = dict[str, Decimal | None]
"""The four quantities by name, None for those that are not given."""
PLACES = 6
"""Decimal places of a number that has too many digits to show them all."""
MOST_DIGITS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionRow:
    """One of the four quantities; `solved` marks the one that was sought."""

    quantity: Quantity
    name: Text
    value: Decimal
    unit: Unit | None
    solved: bool


def parse_quantities(**written: str | None) -> Quantities:
    """Return the options' numbers; raises Failure E610."""
    quantities: Quantities = {}
    for name, text in written.items():
        quantities[name] = _parse_quantity(name, text)
    return quantities


def _parse_quantity(name: str, text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return parse_growth(text) if name == Quantity.RATE else parse_number(text)
    except ValueFault as fault:
        raise as_failure("E610", fault, option=f"--{name}") from None


def from_plan(plan: Plan, words: str, given: Quantities) -> tuple[Target, Quantities]:
    """Return the indicator that the words name, and the quantities completed from the plan.

    The plan gives the base value and the growth, unless the user gives the other three. Raises
    Failure E801 if the plan has no base value.
    """
    indicator = find_indicator(plan, words)
    base = given["base"]
    rate = given["rate"]
    has_years_and_target = given["years"] is not None and given["target"] is not None
    is_base_sought = has_years_and_target and rate is not None
    if base is None and not is_base_sought:
        published = published_base_values(plan).get(indicator.id)
        if published is None:
            raise _no_base_value(indicator)
        base = published.value
    if rate is None and not has_years_and_target:
        rate = yearly_growth(plan, indicator)
    return indicator, {**given, "base": base, "rate": rate}


def _no_base_value(indicator: Target) -> Failure:
    return failure(
        "E801",
        GIVE_A_BASE,
        id=same(indicator.id),
        field=BASE_VALUE_FIELD,
        reason=no_base_reason(indicator),
    )


def solution_result(
    plan: Plan | None,
    indicator: Target | None,
    solution: Solution,
    *,
    own_base: bool = False,
) -> Result[SolutionRow]:
    """Return the four quantities as rows; of a plan's indicator also what its figures rest on.

    `own_base` says that the base is not the plan's: the user gives it, or it is sought.
    """
    notes: list[Note] = []
    if plan is not None and indicator is not None and not own_base:
        notes += _plan_notes(plan, indicator)
    if plan is not None and indicator is not None:
        notes += _rate_notes(plan, indicator, solution)
    notes += _solution_notes(solution)
    return Result(
        name="solution",
        title=_title(indicator),
        columns=SOLUTION_COLUMNS,
        rows=_rows(solution, indicator.observed_unit if indicator else None),
        plan=plan,
        lead=(plan_line(plan),) if plan else (),
        notes=tuple(notes),
        extra={
            "unknown": solution.unknown,
            "exact": solution.exact,
            "full_years": solution.full_years,
            "reached": solution.reached,
        },
    )


def _title(indicator: Target | None) -> Text:
    if indicator is None:
        return EQUATION
    return EQUATION_OF_INDICATOR.fill(name=indicator.name, equation=EQUATION)


def _rows(solution: Solution, unit: Unit | None) -> tuple[SolutionRow, ...]:
    quantities: tuple[tuple[Quantity, Decimal, Unit | None], ...] = (
        (Quantity.BASE, solution.base, unit),
        (Quantity.RATE, solution.rate, PERCENT),
        (Quantity.YEARS, solution.years, None),
        (Quantity.TARGET, solution.target, unit),
    )
    rows = []
    for quantity, value, unit_of_value in quantities:
        row = SolutionRow(
            quantity=quantity,
            name=QUANTITIES[quantity],
            value=value,
            unit=unit_of_value,
            solved=quantity is solution.unknown,
        )
        rows.append(row)
    return tuple(rows)


def _plan_notes(plan: Plan, indicator: Target) -> list[Note]:
    """Return what the plan's base value rests on; nothing if it has none."""
    base = published_base_values(plan).get(indicator.id)
    if base is None:
        return []
    notes = [base_note(plan, base)]
    if not is_projected(indicator):
        return notes
    projection = project_indicator(scenario(plan), indicator)
    prices = projection.price_basis
    if prices is not None:
        text = TARGET_PRICES[prices].fill(base=plan.base_year)
        notes.append(Note(f"target-at-{prices}-prices", text))
    for note in assumptions(plan, projection):
        if note.code == "series-break":
            notes.append(note)
    return notes


def _rate_notes(plan: Plan, indicator: Target, solution: Solution) -> list[Note]:
    """Return how the plan's growth comes to the yearly rate, where that is used."""
    if solution.rate != yearly_growth(plan, indicator):
        return []
    return growth_over_plan(plan, indicator)


def _solution_notes(solution: Solution) -> list[Note]:
    if solution.exact:
        return [Note("exact", EXACT)]
    notes = [Note("rounded", ROUNDED)]
    if solution.full_years is not None and solution.reached is not None:
        value = format_number(solution.reached)
        text = FULL_YEARS.fill(
            years=solution.full_years,
            counted=counted(solution.full_years, "full year"),
            value=value,
        )
        notes.append(Note("full-years", text))
    return notes


def _value(row: SolutionRow) -> Cell:
    """Return a quantity with all its digits if they are few, otherwise with six decimal places."""
    digits = len(plain(row.value))
    places = digits if digits <= MOST_DIGITS else PLACES
    shown = format_number(row.value, places)
    return f"{shown}%" if row.quantity is Quantity.RATE else shown


def _unit(row: SolutionRow) -> Cell:
    # The value of the rate already has its percent sign.
    if row.unit is None or row.quantity is Quantity.RATE:
        return ""
    return unit_label(row.unit)


def _solved(row: SolutionRow) -> Cell:
    return SOLVED_MARK if row.solved else ""


SOLUTION_COLUMNS: tuple[Column[SolutionRow], ...] = (
    Column("quantity", same("quantity"), shown_in="csv"),
    Column("name", QUANTITY_HEADING, "words"),
    Column("value", VALUE_HEADING, "number", _value),
    Column("unit", UNIT_HEADING, show=_unit),
    Column("solved", SOLVED_HEADING, show=_solved),
)
