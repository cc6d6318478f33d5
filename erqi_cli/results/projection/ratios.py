"""Builds the result of `erqi ratios`."""

from collections.abc import Iterable
from typing import Any

from erqi_cli.calc.projection.ratios import RatioValue, Side
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import RatioForm
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import (
    format_change_in_points,
    format_fixed_percent,
    format_number,
    format_signed,
)
from erqi_cli.results.result import Cell, Chart, Column, Note, Record, Result

CHANGE = Note(
    "change-unit",
    Text(
        "占比的变化单位为百分点，倍数的变化单位为倍",
        "Changes of shares are in percentage points (pp), changes of multiples in times",
    ),
)
NONE = Note(
    "no-ratios",
    Text("计划的 ratios 一节没有声明比率", "The plan declares no ratios under `ratios`"),
)
PLACES = 2
MULTIPLE_PLACES = 4


def ratios_result(scenario: Scenario, values: Iterable[RatioValue]) -> Result[Record]:
    """Return every ratio as a row; a note where the plan declares none."""
    plan = scenario.plan
    rows = tuple(ratio_record(scenario, value) for value in values)
    return Result(
        name="ratios",
        title=Text(
            f"{plan.district.zh}{plan.plan_year}年目标所含比率",
            f"{plan.district.en}: ratios that the {plan.plan_year} targets imply",
        ),
        columns=_columns(plan),
        rows=rows,
        plan=plan,
        what_if=scenario.what_ifs,
        notes=(CHANGE,) if rows else (NONE,),
        chart=lambda: _chart(plan),
    )


def _chart(plan: Plan) -> Chart[Record]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.projection.ratios_chart import ratios_chart

    return ratios_chart(plan, _columns(plan))


def _columns(plan: Plan) -> tuple[Column[Record], ...]:
    return (
        Column("id", same("id"), shown_in="csv"),
        Column("name", Text("比率", "Ratio"), "words"),
        Column("form", same("form"), shown_in="csv"),
        Column(
            "base_value",
            Text(f"{plan.base_year}年", f"{plan.base_year}"),
            "number",
            lambda row: _shown(row, "base_value"),
        ),
        Column(
            "plan_value",
            Text(f"{plan.plan_year}年", f"{plan.plan_year}"),
            "number",
            lambda row: _shown(row, "plan_value"),
        ),
        Column("change", Text("变化", "Change"), "number", _change),
        Column("numerator.id", same("numerator"), shown_in="csv"),
        Column("numerator.plan_value", same("numerator value"), shown_in="csv"),
        Column("numerator.unit", same("numerator unit"), shown_in="csv"),
        Column("denominator.id", same("denominator"), shown_in="csv"),
        Column("denominator.plan_value", same("denominator value"), shown_in="csv"),
        Column("denominator.unit", same("denominator unit"), shown_in="csv"),
        Column("what_if", same("what if"), shown_in="csv"),
        Column("assumptions", Text("注", "Notes"), "notes"),
    )


def _shown(row: Record, key: str) -> Cell:
    value = row[key]
    if value is None:
        return None
    return (
        format_number(value, MULTIPLE_PLACES)
        if row["form"] is RatioForm.MULTIPLE
        else format_fixed_percent(value, PLACES)
    )


def _change(row: Record) -> Cell:
    if row["change"] is None:
        return None
    if row["form"] is RatioForm.MULTIPLE:
        return format_signed(row["change"], MULTIPLE_PLACES)
    return format_change_in_points(row["change"], PLACES)


def ratio_record(scenario: Scenario, value: RatioValue) -> Record:
    """Return one ratio as JSON carries it."""
    sides = (value.numerator, value.denominator)
    return {
        "id": value.ratio.id,
        "name": value.ratio.name,
        "form": value.ratio.form,
        "base_value": value.base,
        "plan_value": value.plan,
        "change": value.change,
        "numerator": _side_record(value.numerator),
        "denominator": _side_record(value.denominator),
        "what_if": [setting.written for side in sides for setting in scenario.settings_of(side.id)],
        "assumptions": _notes(scenario, value),
    }


def _side_record(side: Side) -> dict[str, Any]:
    return {
        "id": side.id,
        "unit": side.unit,
        "base_value": side.base,
        "plan_value": side.plan,
        "comparator": side.comparator,
        "price_basis": side.price_basis,
    }


def _notes(scenario: Scenario, value: RatioValue) -> list[Note]:
    base, notes = scenario.plan.base_year, list[Note]()
    if value.mixed_prices:
        notes.append(
            Note(
                "mixed-prices",
                Text(
                    "分子分母价格口径不同（不变价与现价）",
                    "Mixes price bases: one side is at constant, the other at current prices",
                ),
            )
        )
    if value.above_whole:
        notes.append(
            Note(
                "above-whole",
                Text(
                    "超过100%：目标本应是整体的一部分，两者不能同时成立，或口径不同",
                    "Above 100%: the part exceeds the whole, so the two targets contradict each other or differ in scope",
                ),
            )
        )
    if value.base is None and value.plan is not None:
        notes.append(
            Note(
                "no-base-year", Text(f"计划未给{base}年的数", f"The plan has no figures for {base}")
            )
        )
    if value.plan is None:
        notes.append(
            Note(
                "no-level", Text("缺少水平值，无法计算", "A level is missing, so there is no ratio")
            )
        )
    if any(side.comparator != "exactly" for side in (value.numerator, value.denominator)):
        notes.append(
            Note(
                "qualified",
                Text(
                    "按所写数字计算，其中有带限定词的数",
                    "Calculated from the stated figures; some have a qualifier, such as about or at least",
                ),
            )
        )
    if value.ratio.note:
        notes.append(Note("ratio-note", value.ratio.note))
    return notes
