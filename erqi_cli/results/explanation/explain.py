"""Builds the result of `erqi explain`: inputs, formula with its numbers, rules and sources of one number."""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import Projection, project_indicator
from erqi_cli.calc.projection.ratios import RatioValue, Side, ratio_value
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.scenario.what_if import figure_field
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.plan import Plan, Ratio
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Commitment, Comparator, EntryType, RatioForm
from erqi_cli.errors import Failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import TARGET_TYPES, PlanEntry, find
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.progress import progress_rows
from erqi_cli.results.formatting import (
    format_factor,
    format_number,
    format_percent,
    format_qualified,
)
from erqi_cli.results.labels import COMMITMENTS, KINDS, PRICE_BASES, label_for
from erqi_cli.results.plan.field_names import INDICATOR_FIELDS, TARGET_FIELDS, TRACKING_FIELDS
from erqi_cli.results.plan.listing import figure_in_full
from erqi_cli.results.plan.show import source_text, tolerance_text
from erqi_cli.results.projection.notes import assumptions, base_note
from erqi_cli.results.projection.ratios import ratio_notes
from erqi_cli.results.result import Column, Record, Result, plan_line

PARTS = {
    "input": Text("输入", "Inputs"),
    "formula": Text("计算", "Formula"),
    "rule": Text("规则", "Rules"),
    "source": Text("出处", "Sources"),
    "progress": Text("进展", "Progress"),
}
COLUMNS: tuple[Column[Record], ...] = (
    Column("part", Text("部分", "Part"), show=lambda row: PARTS[row["part"]]),
    Column("item", Text("项目", "Item"), "words"),
    Column("content", Text("内容", "Content"), "words"),
)
PHRASE = Text("原文", "Phrase")
RULES = {
    Comparator.ABOUT: Text(
        "“左右”按容差判断：不低于目标减{tolerance}即为完成",
        "“about” is judged with its tolerance: met from {tolerance} below the figure",
    ),
    Comparator.AT_LEAST: Text("“以上”：该数为下限", "“at least”: the figure is the floor"),
    Comparator.AT_MOST: Text("“以内”：该数为上限", "“at most”: the figure is the ceiling"),
    Comparator.EXACTLY: Text(
        "原文没有限定词：达到即为完成", "the document has no qualifier: met once reached"
    ),
    Comparator.BETWEEN: Text("在区间内即为完成", "met within the range"),
}


def explain_result(
    scenario: Scenario, words: str, build_tracker: Callable[[], Tracker]
) -> Result[Record]:
    """Return how one number comes about, and where a target stands by the tracker; raises Failure E601, E602."""
    plan = scenario.plan
    entry = _find(plan, words)
    if entry.type is EntryType.RATIO:
        ratio = plan.ratio(entry.id)
        name, rows = ratio.name, list(_ratio(scenario, ratio))
    else:
        target = plan.target(entry.id)
        explained = (
            _indicator(scenario, target) if target.is_headline else _target(scenario, target)
        )
        name, rows = target.name, [*explained, *progress_rows(build_tracker(), target.id)]
    return Result(
        "explanation",
        Text(f"{name.zh}（{entry.id}）", f"{name.en} ({entry.id})"),
        COLUMNS,
        tuple(rows),
        plan,
        lead=(plan_line(plan),),
        what_if=scenario.what_ifs,
        groups="part",
        extra={"id": entry.id},
    )


def _find(plan: Plan, words: str) -> PlanEntry:
    """Return what the words mean; `gdp.projected` is explained as gdp is."""
    name, _, field = words.rpartition(".")
    if name and field in (*INDICATOR_FIELDS, *TARGET_FIELDS, *TRACKING_FIELDS):
        with contextlib.suppress(Failure):
            return find(plan, name, *TARGET_TYPES)
    return find(plan, words, *TARGET_TYPES, EntryType.RATIO)


def _verdict(target: Target) -> Text:
    return RULES[target.comparator].fill(tolerance=tolerance_text(target))


def _row(part: str, item: Text, content: Text | str | None) -> dict[str, Any]:
    return {
        "part": part,
        "item": item,
        "content": same(content) if isinstance(content, str) else content,
    }


def _indicator(scenario: Scenario, indicator: Target) -> Iterable[Record]:
    plan = scenario.plan
    found = project_indicator(scenario, indicator)
    base, year = plan.base_year, plan.plan_year
    growth = format_qualified(indicator.growth, indicator.comparator, indicator.upper, "%")
    yield _row("input", Text("增长目标", "Target growth"), growth)
    level = with_unit(found.base.value, found.unit) if found.base else indicator.no_baseline
    yield _row("input", Text(f"{base}年值", f"{base} value"), level)
    if found.deflator is not None:
        yield _row(
            "input", Text("价格涨幅", "Price rise (deflator)"), format_percent(found.deflator)
        )
    yield from _indicator_formula(found, year)
    yield _row("rule", Text("价格", "Prices"), label_for(PRICE_BASES, found.price_basis))
    for note in assumptions(plan, found):
        yield _row("rule", Text("前提", "Assumption"), note.text)
    yield _row("rule", Text("判断", "Verdict"), _verdict(indicator))
    yield _row(
        "rule",
        Text("增速", "Growth"),
        Text(
            "以公布的增速评价，不以两年水平值之比评价",
            "judged on published growth, never on the ratio of two levels",
        ),
    )
    if indicator.note:
        yield _row("rule", Text("说明", "Note"), indicator.note)
    yield from _cited(plan, indicator, _label(scenario, indicator))
    if found.base:
        yield _row("source", Text("基期值", "Base value"), base_note(plan, found.base).text)


def _indicator_formula(found: Projection, year: int) -> Iterable[Record]:
    rates = (found.indicator.growth, found.deflator)
    steps = " × ".join(format_factor(rate) for rate in rates if rate is not None)
    yield _row(
        "formula", Text(f"{year}年指数", f"{year} index"), f"100 × {steps} = {plain(found.index)}"
    )
    if found.base and found.projected is not None and found.increase is not None:
        value, result = plain(found.base.value), plain(found.projected)
        yield _row("formula", Text(f"{year}年值", f"{year} value"), f"{value} × {steps} = {result}")
        yield _row(
            "formula", Text("增量", "Increase"), f"{result} − {value} = {plain(found.increase)}"
        )


def _label(scenario: Scenario, target: Target) -> Text:
    """Return how a phrase is labelled: a what-if may have taken the place of its figure."""
    replaced = any(
        setting.field == figure_field(target) for setting in scenario.settings_of(target.id)
    )
    return Text("原文（已被假设取代）", "Phrase (replaced by the what-if)") if replaced else PHRASE


def _cited(plan: Plan, target: Target, label: Text) -> Iterable[Record]:
    for phrase in target.phrases:
        words = source_text(plan, target.source)
        yield _row("source", label, Text(f"“{phrase}”，{words.zh}", f"“{phrase}”, {words.en}"))


def _target(scenario: Scenario, target: Target) -> Iterable[Record]:
    plan = scenario.plan
    yield _row("input", Text("类型", "Kind"), KINDS[target.kind])
    figure = figure_in_full(target)
    if figure is not None:
        yield _row("input", Text("数值", "Figure"), figure)
    if target.baseline is not None:
        yield _row(
            "input", Text("年初水平", "Baseline"), with_unit(target.baseline, target.figure_unit)
        )
    if target.due:
        yield _row("input", Text("期限", "Due"), target.due)
    if target.commitment:
        yield _row("rule", Text("承诺表述", "Commitment"), _commitment(target.commitment))
    if not target.is_scored:
        yield _row("rule", Text("判断", "Verdict"), Text("只列示，不评分", "listed, not scored"))
    elif target.figure is not None:
        yield _row("rule", Text("判断", "Verdict"), _verdict(target))
    if target.note:
        yield _row("rule", Text("说明", "Note"), target.note)
    yield from _cited(plan, target, _label(scenario, target))


def _commitment(commitment: Commitment) -> Text:
    words = COMMITMENTS[commitment]
    return Text(
        f"{words.zh}：仅为标注，不影响评价", f"{words.en}: a label; it does not affect the status"
    )


def _ratio(scenario: Scenario, ratio: Ratio) -> Iterable[Record]:
    value = ratio_value(scenario, ratio)
    plan = scenario.plan
    for label, side in (
        (Text("分子", "Numerator"), value.numerator),
        (Text("分母", "Denominator"), value.denominator),
    ):
        yield _row(
            "input", Text(f"{label.zh} {side.id}", f"{label.en} {side.id}"), _side_words(plan, side)
        )
    years = ((plan.base_year, value.base, "base"), (plan.plan_year, value.plan, "plan"))
    for year, result, key in years:
        if result is not None:
            yield _row("formula", Text(f"{year}年", f"{year}"), _ratio_formula(value, key))
    if value.change is not None:
        points = (
            Text("个百分点", " percentage points")
            if value.ratio.form is not RatioForm.MULTIPLE
            else Text("倍", " times")
        )
        yield _row(
            "formula",
            Text("变化", "Change"),
            Text(
                f"{format_number(value.change)}{points.zh}",
                f"{format_number(value.change)}{points.en}",
            ),
        )
    for note in ratio_notes(plan, value):
        yield _row("rule", Text("提示", "Note"), note.text)
    for side in (value.numerator, value.denominator):
        target = plan.target(side.id)
        yield from _cited(plan, target, _label(scenario, target))


def _side_words(plan: Plan, side: Side) -> Text:
    base, year = with_unit(side.base, side.unit), with_unit(side.plan, side.unit)
    return Text(
        f"{plan.base_year}年 {base.zh}，{plan.plan_year}年 {year.zh}",
        f"{plan.base_year}: {base.en}; {plan.plan_year}: {year.en}",
    )


def _ratio_formula(value: RatioValue, key: str) -> Text:
    top, bottom, result = (
        getattr(value.numerator, key),
        getattr(value.denominator, key),
        getattr(value, key),
    )
    units = (
        ""
        if value.numerator.unit == value.denominator.unit
        else f" ({value.numerator.unit} ÷ {value.denominator.unit})"
    )
    shown = (
        format_number(result) if value.ratio.form is RatioForm.MULTIPLE else format_percent(result)
    )
    return same(f"{plain(top)} ÷ {plain(bottom)}{units} = {shown}")
