"""Builds the result of `erqi project`."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from erqi_cli.calc.projection.project import Projection
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import BaseValueOrigin, Comparator, PriceBasis
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import (
    format_number,
    format_percent,
    format_qualified,
    no_base_reason,
    unit_label,
)
from erqi_cli.results.labels import OBSERVATION_STATUSES, PRICE_BASES, label_for
from erqi_cli.results.result import Cell, Chart, Column, Note, Record, Result


def projection_result(
    scenario: Scenario, projections: Iterable[Projection], *, baseline: bool = False
) -> Result[Record]:
    """Return every projection as a row; with `baseline` tables also show the base-year value and the increase."""
    projections = tuple(projections)
    plan = scenario.plan
    last = projections[0].years[-1].year if projections else plan.plan_year
    rows = tuple(projection_record(plan, projection) for projection in projections)
    base, year = plan.base_year, plan.plan_year
    until = "" if last == year else f"–{last}"
    columns = projection_columns(plan, last, baseline=baseline)
    return Result(
        name="projection",
        title=Text(
            f"{plan.district.zh}{year}{until}年预期值推算",
            f"{plan.district.en}: projection for {year}{until}",
        ),
        columns=columns,
        rows=rows,
        plan=plan,
        what_if=scenario.what_ifs,
        notes=(Note("index-base", Text(f"指数以{base}年为100", f"The index is {base} = 100")),),
        chart=lambda: _chart(plan, columns, last),
    )


def _chart(plan: Plan, columns: Iterable[Column[Record]], last: int) -> Chart[Record]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.projection.chart import projection_chart

    return projection_chart(plan, columns, last)


def projection_columns(plan: Plan, last: int, *, baseline: bool) -> tuple[Column[Record], ...]:
    """Return the columns of projections up to a year; with `baseline` tables also show base-year value and increase."""
    base, year = plan.base_year, plan.plan_year
    shown: Any = "all" if baseline else "csv"
    return (
        Column("id", same("id"), shown_in="csv"),
        Column("name", Text("指标", "Indicator"), "words"),
        Column("growth_percent", Text("增速", "Growth"), "number", _growth),
        Column("upper_percent", same("upper percent"), shown_in="csv"),
        Column("comparator", same("comparator"), shown_in="csv"),
        Column(
            "index",
            Text("指数", "Index") if last == year else Text(f"{year}指数", f"Index {year}"),
            "number",
        ),
        Column("baseline.year", same("baseline year"), shown_in="csv"),
        Column("baseline.value", Text(f"{base}年", f"{base}"), "number", shown_in=shown),
        Column("baseline.status", same("baseline status"), shown_in="csv"),
        Column("baseline.source", same("baseline source"), shown_in="csv"),
        Column("projected.year", same("projected year"), shown_in="csv"),
        Column("projected.value", Text(f"{year}年", f"{year}"), "number"),
        Column("increase", Text("增量", "Increase"), "number", _increase, shown_in=shown),
        *_later_years(year, last),
        Column("unit", Text("单位", "Unit"), show=lambda record: unit_label(record["unit"])),
        Column(
            "price_basis",
            Text("价格", "Prices"),
            show=lambda record: label_for(PRICE_BASES, record["price_basis"]),
        ),
        Column("deflator_percent", same("deflator percent"), shown_in="csv"),
        Column("what_if", same("what if"), shown_in="csv"),
        Column("assumptions", Text("注", "Notes"), "notes", with_base_note if baseline else None),
    )


def _later_years(first: int, last: int) -> Iterable[Column[Record]]:
    for step, year in enumerate(range(first + 1, last + 1), start=1):
        shown = partial(_value_or_index, step)
        yield Column(
            f"years.{step}.value",
            Text(f"{year}年", f"{year}"),
            "number",
            shown,
            named=f"value_{year}",
        )
        yield Column(
            f"years.{step}.index", same(f"index {year}"), shown_in="csv", named=f"index_{year}"
        )


def _value_or_index(step: int, record: Record) -> Cell:
    year = record["years"][step]
    if year["value"] is not None:
        value: Cell = year["value"]
        return value
    return Text(f"指数{format_number(year['index'])}", f"index {format_number(year['index'])}")


def _growth(record: Record) -> Cell:
    return format_qualified(
        record["growth_percent"], record["comparator"], record["upper_percent"], sign="%"
    )


def _increase(record: Record) -> Cell:
    value = record["increase"]
    return None if value is None else f"{'+' if value > 0 else ''}{format_number(value)}"


def with_base_note(record: Record) -> tuple[Note, ...]:
    """Return the notes on a projected value, with that on where its base value comes from."""
    found = record["baseline"]
    return (
        *record["assumptions"],
        *([found["note"]] if found and found["origin"] is BaseValueOrigin.PLAN else []),
    )


def projection_record(plan: Plan, projection: Projection) -> dict[str, Any]:
    """Return one projection as JSON carries it; every key is always there."""
    indicator, first = projection.indicator, projection.years[0]
    return {
        "region": None,
        "id": indicator.id,
        "name": indicator.name,
        "unit": projection.unit,
        "unit_name": UNITS[projection.unit].name if projection.unit else None,
        "price_basis": projection.price_basis,
        "growth_percent": indicator.growth,
        "upper_percent": indicator.upper,
        "comparator": indicator.comparator,
        "tolerance_points": indicator.tolerance,
        "baseline": base_record(plan, projection.base),
        "projected": None if first.value is None else {"year": first.year, "value": first.value},
        "increase": projection.increase,
        "index": projection.index,
        "deflator_percent": projection.deflator,
        "years": [
            {"year": year.year, "value": year.value, "index": year.index}
            for year in projection.years
        ],
        "what_if": [setting.written for setting in projection.settings],
        "assumptions": assumptions(plan, projection),
    }


def base_record(plan: Plan, base: BaseValue | None) -> dict[str, Any] | None:
    """Return a base value with its status and source, or None where there is none."""
    if base is None:
        return None
    return {
        "year": base.year,
        "value": base.value,
        "unit": base.unit,
        "status": base.status,
        "source": base.source,
        "published": base.published,
        "origin": base.origin,
        "series_break": base.series_break,
        "note": base_note(plan, base),
    }


def base_note(plan: Plan, base: BaseValue) -> Note:
    """Return where a base value comes from and how firm it is."""
    if base.origin is BaseValueOrigin.WHAT_IF:
        return Note(
            "baseline-what-if",
            Text(f"{base.year}年值为假设", f"The {base.year} value is a what-if"),
        )
    if base.origin is BaseValueOrigin.FILE:
        return Note(
            "baseline-from-file",
            Text(
                f"{base.year}年值取自文件 {base.source}",
                f"The {base.year} value is from the file {base.source}",
            ),
        )
    source = plan.source(base.source)
    status = label_for(OBSERVATION_STATUSES, base.status) or same("")
    return Note(
        "baseline-source",
        Text(
            f"{base.year}年值：{status.zh}数（{base.status}），{source.publisher.zh}，{base.published or '日期未载'}",
            f"{base.year} value: {status.en} ({base.status}), {source.publisher.en}, {base.published or 'no date'}",
        ),
    )


def assumptions(plan: Plan, projection: Projection) -> list[Note]:
    """Return everything that a projected value rests on: prices, scope, breaks, what-ifs, extrapolation."""
    year, indicator = plan.plan_year, projection.indicator
    notes = [_price_note(plan, projection)]
    if projection.base is None:
        reason = no_base_reason(indicator)
        notes = [Note("no-baseline", Text(f"{reason.zh}，只给指数", f"{reason.en}: index only"))]
    elif projection.base.series_break:
        notes.append(Note("series-break", projection.base.series_break))
    if projection.base is not None and projection.base.origin is not BaseValueOrigin.PLAN:
        notes.append(base_note(plan, projection.base))
        notes += _doubts(projection, projection.base)
    if indicator.comparator is Comparator.BETWEEN:
        notes.append(_lower_end(projection, year))
    if projection.deflator is not None:
        rise = format_percent(projection.deflator)
        notes.append(
            Note(
                "deflator",
                Text(
                    f"价格涨幅{rise}计入，为名义值", f"Nominal: a price rise of {rise} is included"
                ),
            )
        )
    if projection.settings:
        written = ", ".join(setting.written for setting in projection.settings)
        notes.append(Note("what-if", Text(f"假设：{written}", f"What-if: {written}")))
    if len(projection.years) > 1:
        notes.append(
            Note(
                "extrapolation",
                Text(f"{year}年以后按同一增速外推", f"After {year} extrapolated at the same rate"),
            )
        )
    return notes


def _lower_end(projection: Projection, year: int) -> Note:
    """Return that a range is projected from its lower end, and what its upper end gives."""
    words = Text("按区间下限推算", "Projected from the lower end of the range")
    rate = format_percent(projection.indicator.upper)
    if projection.projected_upper is not None:
        top = with_unit(projection.projected_upper, projection.unit)
        words = Text(
            f"{words.zh}；按上限{rate}，{year}年值为{top.zh}",
            f"{words.en}; from its upper end, {rate}, the {year} value is {top.en}",
        )
    return Note("lower-end", words)


def _doubts(projection: Projection, base: BaseValue) -> list[Note]:
    """Return what is odd about a base value that is not the plan's: no unit, or far from what was published."""
    notes, published = list[Note](), projection.published
    if base.unit is None:
        notes.append(Note("no-unit", Text("基期值没有写单位", "The base value states no unit")))
    if (
        published
        and not published.value <= base.value * FAR_TIMES <= published.value * FAR_TIMES * FAR_TIMES
    ):
        level = with_unit(published.value, published.unit)
        notes.append(
            Note(
                "far-from-published",
                Text(
                    f"基期值与公布的{level.zh}相差十倍以上，请核对单位",
                    f"The base value differs more than tenfold from the published {level.en}: check its unit",
                ),
            )
        )
    return notes


def _price_note(plan: Plan, projection: Projection) -> Note:
    base_year, year = plan.base_year, plan.plan_year
    if projection.price_basis is PriceBasis.CONSTANT:
        return Note(
            "base-year-prices",
            Text(
                f"{year}年值按{base_year}年价格和口径计",
                f"The {year} value is at {base_year} prices and scope",
            ),
        )
    return Note(
        "base-year-scope",
        Text(
            f"{year}年值按现价、{base_year}年口径计",
            f"The {year} value is at current prices, in the scope of {base_year}",
        ),
    )
