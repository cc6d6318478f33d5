"""Builds the result of `erqi solve --rates`: unequal yearly rates, chained."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.chain import Chain
from erqi_cli.domain.base_value import published_base_values
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.i18n.text import same
from erqi_cli.parsing.fault import ValueFault, as_failure
from erqi_cli.parsing.scalar import parse_growth
from erqi_cli.results.formatting import format_number, unit_label
from erqi_cli.results.projection.messages import (
    AVERAGE_LABEL,
    AVERAGE_ROUNDED,
    BASE_LABEL,
    CHAIN_INDEX_HEADING,
    CHAIN_TITLE,
    CHAIN_TITLE_OF_INDICATOR,
    CHAIN_YEAR_HEADING,
    CUMULATIVE_LABEL,
    EXACT_AVERAGE,
    GROWTH_HEADING,
    UNIT_HEADING,
    VALUE_HEADING,
)
from erqi_cli.results.projection.notes import base_note
from erqi_cli.results.projection.solution import MOST_DIGITS, PLACES
from erqi_cli.results.result import Cell, Column, Line, Note, Result, plan_line

COMMAS = str.maketrans("，、", ",,")
"""The separators of rates that are not a comma, with what they become."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainRow:
    """One year of a chain: its rate in percent, the index (start = 100), and the value."""

    year: int
    rate_percent: Decimal
    index: Decimal
    value: Decimal | None
    unit: Unit | None


def parse_rates(written: str) -> tuple[Decimal, ...]:
    """Return the rates of `--rates`, in percent; raises Failure E610 for the first wrong one."""
    rates = []
    for text in written.translate(COMMAS).split(","):
        try:
            rates.append(parse_growth(text.strip()))
        except ValueFault as fault:
            raise as_failure("E610", fault, option="--rates") from None
    return tuple(rates)


def chain_result(
    plan: Plan | None,
    indicator: Target | None,
    chain: Chain,
    *,
    own_base: bool,
) -> Result[ChainRow]:
    """Return the years as rows, and the cumulative and average rate above them.

    `own_base` says that the base is not the plan's.
    """
    unit = indicator.observed_unit if indicator else None
    notes = [Note("exact", EXACT_AVERAGE)]
    if not chain.is_average_exact:
        notes = [Note("rounded", AVERAGE_ROUNDED)]
    lead = _lead(chain)
    title = CHAIN_TITLE
    if plan is not None and indicator is not None:
        lead.insert(0, plan_line(plan))
        title = CHAIN_TITLE_OF_INDICATOR.fill(name=indicator.name, title=CHAIN_TITLE)
        base = published_base_values(plan).get(indicator.id)
        if base is not None and not own_base:
            notes.insert(0, base_note(plan, base))
    return Result(
        name="chain",
        title=title,
        columns=CHAIN_COLUMNS,
        rows=_rows(chain, unit),
        plan=plan,
        lead=tuple(lead),
        notes=tuple(notes),
        extra={
            "years": len(chain.years),
            "base": chain.base,
            "cumulative_percent": chain.cumulative,
            "average_percent": chain.average,
            "exact": chain.is_average_exact,
            "value": chain.value,
        },
    )


def _lead(chain: Chain) -> list[Line]:
    """Return the base if there is one, the cumulative rate, and the average a year."""
    lines: list[Line] = []
    if chain.base is not None:
        lines.append((BASE_LABEL, _shown(chain.base)))
    lines.append((CUMULATIVE_LABEL, f"{_shown(chain.cumulative)}%"))
    lines.append((AVERAGE_LABEL, f"{_shown(chain.average)}%"))
    return lines


def _rows(chain: Chain, unit: Unit | None) -> tuple[ChainRow, ...]:
    rows = []
    for year in chain.years:
        row = ChainRow(
            year=year.year,
            rate_percent=year.rate,
            index=year.index,
            value=year.value,
            unit=None if year.value is None else unit,
        )
        rows.append(row)
    return tuple(rows)


def _shown(value: Decimal) -> str:
    """Return a number with all its digits if they are few, otherwise with six decimal places."""
    digits = len(plain(value))
    return format_number(value, digits if digits <= MOST_DIGITS else PLACES)


def _value(row: ChainRow) -> Cell:
    return None if row.value is None else _shown(row.value)


def _unit(row: ChainRow) -> Cell:
    return unit_label(row.unit) or ""


CHAIN_COLUMNS: tuple[Column[ChainRow], ...] = (
    Column("year", CHAIN_YEAR_HEADING, "number", show=lambda row: same(str(row.year))),
    Column("rate_percent", GROWTH_HEADING, "number", lambda row: f"{_shown(row.rate_percent)}%"),
    Column("index", CHAIN_INDEX_HEADING, "number", lambda row: _shown(row.index)),
    Column("value", VALUE_HEADING, "number", _value, shown_in="some"),
    Column("unit", UNIT_HEADING, show=_unit, shown_in="some"),
)
