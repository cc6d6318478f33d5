"""The chart of `erqi project`: growth from a zero line, and the values that it leads from and to."""

from collections.abc import Iterable
from functools import partial

from erqi_cli.calc.decimals import HUNDRED, subtract
from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import charted_amount
from erqi_cli.results.formatting import format_number, format_percent
from erqi_cli.results.result import Axis, Bar, Cell, Chart, Column, Record


def projection_chart(plan: Plan, columns: Iterable[Column[Record]], last: int) -> Chart[Record]:
    """Return the chart of projections up to `last`, with the table's columns where it shows the same."""
    base, year = plan.base_year, plan.plan_year
    known = {column.path: column for column in columns}
    far = last != year
    to_last = Column(
        f"years.{last - year}.index",
        Text(f"至{last}年", f"To {last}"),
        "number",
        partial(_rise, last - year),
    )
    values = Column(
        "projected",
        Text(f"{base}年 → {last}年", f"{base} → {last}"),
        "pair",
        partial(_values, last - year),
    )
    axis = _growth_to(base, last, last - year) if far else _growth_in(base, year)
    beside = (
        (to_last, values) if far else (values, known["increase"])
    )  # the increase is that of the plan year
    figures = (known["growth_percent"], *beside, known["assumptions"])
    return Chart((known["name"], *figures), axis=lambda _: axis)


def _growth_in(base: int, year: int) -> Axis[Record]:
    return Axis(
        title=Text(f"{year}年增速", f"Growth in {year}"),
        bar=lambda row: Bar(row["growth_percent"], row["upper_percent"]),
        note=Text(
            f"条形：{year}年比{base}年的增速，各项用同一标尺",
            f"Bar: growth in {year} over {base}, all on one scale",
        ),
        mark=Text("标记{mark}：区间上限", "Mark {mark}: the upper end of a range"),
    )


def _growth_to(base: int, last: int, step: int) -> Axis[Record]:
    return Axis(
        title=Text("累计增长", f"Growth to {last}"),
        bar=lambda row: Bar(subtract(row["years"][step]["index"], HUNDRED)),
        note=Text(
            f"条形：{last}年指数比{base}年的累计增长，各项用同一标尺",
            f"Bar: growth of the index from {base} to {last}, all on one scale",
        ),
    )


def _rise(step: int, row: Record) -> Cell:
    return format_percent(subtract(row["years"][step]["index"], HUNDRED))


def _values(step: int, row: Record) -> Cell:
    """Return the base value and the projected one; without a base value the index."""
    reached = row["years"][step]
    if row["baseline"] is None or reached["value"] is None:
        return Text(
            f"指数{format_number(reached['index'])}", f"index {format_number(reached['index'])}"
        )
    first, last = format_number(row["baseline"]["value"]), format_number(reached["value"])
    return charted_amount(same(f"{first} → {last}"), row["unit"])
