"""Builds the result of `erqi explain`: inputs, formula with its numbers, rules and sources of one number."""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import Projection, project_indicator
from erqi_cli.calc.projection.ratios import RatioValue, Side, ratio_values
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.plan import Indicator, Plan, Ratio, Target
from erqi_cli.errors import Failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import Entry, find
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.progress import progress_rows
from erqi_cli.results.labels import COMMITMENTS, KINDS, PRICE_BASES, factor_words, figure, percent, qualified, word
from erqi_cli.results.plan.listing import figure_with_unit, target_record
from erqi_cli.results.plan.show import source_words, tolerance_words
from erqi_cli.results.plan.value import INDICATOR, TARGET, TRACKED
from erqi_cli.results.projection.ratios import ratio_record
from erqi_cli.results.projection.table import assumptions, base_note
from erqi_cli.results.result import Column, Record, Result, plan_line

PARTS = {
    "input": Text("输入", "Inputs"),
    "formula": Text("计算", "Formula"),
    "rule": Text("规则", "Rules"),
    "source": Text("出处", "Sources"),
    "progress": Text("进展", "Progress"),
}
COLUMNS = (
    Column("part", Text("部分", "Part"), show=lambda row: PARTS[row["part"]]),
    Column("item", Text("项目", "Item"), "words"),
    Column("content", Text("内容", "Content"), "words"),
)
PHRASE = Text("原文", "Phrase")
RULES = {
    "about": Text(
        "“左右”按容差判断：不低于目标减{tolerance}即为完成",
        "“about” is judged with its tolerance: met from {tolerance} below the figure",
    ),
    "at_least": Text("“以上”：该数为下限", "“at least”: the figure is the floor"),
    "at_most": Text("“以内”：该数为上限", "“at most”: the figure is the ceiling"),
    "exactly": Text("原文没有限定词：达到即为完成", "the document has no qualifier: met once reached"),
    "between": Text("在区间内即为完成", "met within the range"),
}


def explain_result(scenario: Scenario, words: str, follow: Callable[[], Tracker]) -> Result:
    """Return how one number comes about, and where a target stands by the tracker; raises Failure E601, E602."""
    entry = _named(scenario.plan, words)
    if isinstance(entry.thing, Indicator):
        name, rows = entry.thing.name, _indicator(scenario, entry)
    elif isinstance(entry.thing, Ratio):
        name, rows = entry.thing.name, _ratio(scenario, entry)
    else:
        assert isinstance(entry.thing, Target)
        name, rows = entry.thing.name, _target(scenario, entry)
    if not isinstance(entry.thing, Ratio):
        rows = [*rows, *progress_rows(follow(), entry.id)]
    return Result(
        "explanation",
        Text(f"{name.zh}（{entry.id}）", f"{name.en} ({entry.id})"),
        COLUMNS,
        tuple(rows),
        scenario.plan,
        lead=(plan_line(scenario.plan),),
        what_if=tuple(setting.written for setting in scenario.settings),
        groups="part",
        extra={"id": entry.id},
    )


def _named(plan: Plan, words: str) -> Entry:
    """Return what the words mean; `gdp.projected` is explained as gdp is."""
    name, _, field = words.rpartition(".")
    if name and field in (*INDICATOR, *TARGET, *TRACKED):
        with contextlib.suppress(Failure):
            return find(plan, name, "indicator", "target")
    return find(plan, words, "indicator", "target", "ratio")


def _verdict(thing: Indicator | Target) -> Text:
    return RULES[thing.comparator].fill(tolerance=tolerance_words(thing))


def _row(part: str, item: Text, content: Text | str | None) -> dict[str, Any]:
    return {"part": part, "item": item, "content": same(content) if isinstance(content, str) else content}


def _indicator(scenario: Scenario, entry: Entry) -> Iterable[Record]:
    plan = scenario.plan
    indicator = entry.thing
    assert isinstance(indicator, Indicator)
    found = project_indicator(scenario, indicator)
    base, year = plan.base_year, plan.plan_year
    growth = qualified(indicator.growth, indicator.comparator, indicator.upper, "%")
    yield _row("input", Text("增长目标", "Target growth"), growth)
    level = with_unit(found.base.value, found.unit) if found.base else indicator.no_baseline
    yield _row("input", Text(f"{base}年值", f"{base} value"), level)
    if found.deflator is not None:
        yield _row("input", Text("价格涨幅", "Price rise (deflator)"), percent(found.deflator))
    yield from _indicator_formula(found, year)
    yield _row("rule", Text("价格", "Prices"), word(PRICE_BASES, found.price_basis))
    for note in assumptions(plan, found):
        yield _row("rule", Text("前提", "Assumption"), note.text)
    yield _row("rule", Text("判断", "Verdict"), _verdict(indicator))
    yield _row(
        "rule",
        Text("增速", "Growth"),
        Text("以公布的增速评价，不以两年水平值之比评价", "judged on published growth, never on the ratio of two levels"),
    )
    if indicator.note:
        yield _row("rule", Text("说明", "Note"), indicator.note)
    yield from _cited(plan, indicator, _label(scenario, entry.id, "growth"))
    if found.base:
        yield _row("source", Text("基期值", "Base value"), base_note(plan, found.base).text)


def _indicator_formula(found: Projection, year: int) -> Iterable[Record]:
    rates = [found.indicator.growth] + ([found.deflator] if found.deflator is not None else [])
    steps = " × ".join(map(factor_words, rates))
    yield _row("formula", Text(f"{year}年指数", f"{year} index"), f"100 × {steps} = {plain(found.index)}")
    if found.base and found.projected is not None and found.increase is not None:
        value, result = plain(found.base.value), plain(found.projected)
        yield _row("formula", Text(f"{year}年值", f"{year} value"), f"{value} × {steps} = {result}")
        yield _row("formula", Text("增量", "Increase"), f"{result} − {value} = {plain(found.increase)}")


def _label(scenario: Scenario, name: str, field: str) -> Text:
    """Return how a phrase is labelled: a what-if may have taken the place of its figure."""
    replaced = any(setting.field == field for setting in scenario.set_on(name))
    return Text("原文（已被假设取代）", "Phrase (replaced by the what-if)") if replaced else PHRASE


def _cited(plan: Plan, thing: Indicator | Target, label: Text) -> Iterable[Record]:
    for phrase in thing.phrases:
        words = source_words(plan, thing.source)
        yield _row("source", label, Text(f"“{phrase}”，{words.zh}", f"“{phrase}”, {words.en}"))


def _target(scenario: Scenario, entry: Entry) -> Iterable[Record]:
    plan, action, target = scenario.plan, entry.action, entry.thing
    assert isinstance(target, Target)
    assert action is not None
    record = target_record(action, target)
    kind = word(KINDS, target.kind)
    yield _row("input", Text("类型", "Kind"), kind)
    if isinstance(cited := figure_with_unit(record), Text):
        yield _row("input", Text("数值", "Figure"), cited)
    if target.baseline is not None:
        yield _row("input", Text("年初水平", "Baseline"), with_unit(target.baseline, record["unit"]))
    if target.due:
        yield _row("input", Text("期限", "Due"), target.due)
    if target.commitment:
        yield _row("rule", Text("承诺表述", "Commitment"), _commitment(target.commitment))
    if target.kind in ("context", "qualitative"):
        yield _row("rule", Text("判断", "Verdict"), Text("只列示，不评分", "listed, not scored"))
    elif target.value is not None:
        yield _row("rule", Text("判断", "Verdict"), _verdict(target))
    if target.note:
        yield _row("rule", Text("说明", "Note"), target.note)
    yield from _cited(plan, target, _label(scenario, entry.id, "value"))


def _commitment(key: str) -> Text:
    words = COMMITMENTS[key]
    return Text(f"{words.zh}：仅为标注，不影响评价", f"{words.en}: a label; it does not affect the status")


def _ratio(scenario: Scenario, entry: Entry) -> Iterable[Record]:
    value = next(known for known in ratio_values(scenario) if known.ratio.id == entry.id)
    plan, record = scenario.plan, ratio_record(scenario, value)
    for label, side in ((Text("分子", "Numerator"), value.numerator), (Text("分母", "Denominator"), value.denominator)):
        yield _row("input", Text(f"{label.zh} {side.id}", f"{label.en} {side.id}"), _side_words(plan, side))
    years = ((plan.base_year, value.base, "base"), (plan.plan_year, value.plan, "plan"))
    for year, result, key in years:
        if result is not None:
            yield _row("formula", Text(f"{year}年", f"{year}"), _ratio_formula(value, key))
    if value.change is not None:
        points = Text("个百分点", " percentage points") if value.ratio.form != "multiple" else Text("倍", " times")
        yield _row(
            "formula", Text("变化", "Change"), Text(f"{figure(value.change)}{points.zh}", f"{figure(value.change)}{points.en}")
        )
    for note in record["assumptions"]:
        yield _row("rule", Text("提示", "Note"), note.text)
    for side in (value.numerator, value.denominator):
        thing = _thing(plan, side.id)
        field = "value" if isinstance(thing, Target) else "growth"
        yield from _cited(plan, thing, _label(scenario, side.id, field))


def _thing(plan: Plan, name: str) -> Indicator | Target:
    thing = find(plan, name, "indicator", "target").thing
    assert isinstance(thing, Indicator | Target)
    return thing


def _side_words(plan: Plan, side: Side) -> Text:
    base, year = with_unit(side.base, side.unit), with_unit(side.plan, side.unit)
    return Text(
        f"{plan.base_year}年 {base.zh}，{plan.plan_year}年 {year.zh}", f"{plan.base_year}: {base.en}; {plan.plan_year}: {year.en}"
    )


def _ratio_formula(value: RatioValue, key: str) -> Text:
    top, bottom, result = getattr(value.numerator, key), getattr(value.denominator, key), getattr(value, key)
    units = "" if value.numerator.unit == value.denominator.unit else f" ({value.numerator.unit} ÷ {value.denominator.unit})"
    shown = figure(result) if value.ratio.form == "multiple" else percent(result)
    return same(f"{plain(top)} ÷ {plain(bottom)}{units} = {shown}")
