"""Plans that are sound although they are short, or written in ways that look odd."""

import pytest

from erqi_cli.domain.vocabulary import Kind
from erqi_cli.readers.yaml.load import load_plan

YEARS = "base_year: 2016\nplan_year: 2017\n"
SHORTEST = f"name: 示范\n{YEARS}indicators: [{{name: 生产总值, growth: 9%}}]\n"


def test_the_shortest_plan_has_a_name_its_years_and_a_target(write, erqi):
    """No document, sources, district, phrases, price basis, unit or id is needed."""
    path = write(SHORTEST)
    plan = load_plan(path)
    (target,) = plan.targets
    assert (plan.id, plan.district, plan.document, plan.sources) == ("示范", None, None, ())
    assert (target.id, target.kind, target.phrases) == ("生产总值", Kind.GROWTH, ())
    for command in ("check", "project", "track", "list targets"):
        done = erqi(*command.split(), *(("--plan", path) if command != "check" else (path,)))
        assert done.code == 0, command


def test_a_plan_may_have_actions_alone(write):
    """A plan without headline targets is sound; an action without a number has that of its place."""
    actions = "actions:\n  - name: 教育\n    targets: [{name: 新建幼儿园, kind: count, value: 3, unit: 所}]\n  - name: 水\n"
    plan = load_plan(write(f"name: 示范\n{YEARS}{actions}"))
    assert [target.id for target in plan.targets] == ["教育.新建幼儿园"]
    assert [(action.id, action.number) for action in plan.actions] == [("教育", 1), ("水", 2)]


@pytest.mark.parametrize(
    "written", ["réport", "报告", "1report", "ｒｅｐｏｒｔ", "GDP", "2017年", "отчёт"]
)
def test_an_id_has_letters_and_digits_of_any_script(write, written):
    """An id stays as it is written."""
    text = SHORTEST.replace("{name", f"{{id: {written}, name")
    assert load_plan(write(text)).indicators[0].id == written


@pytest.mark.parametrize(
    ("name", "target_id"),
    [
        ("PM2.5平均浓度", "PM2-5平均浓度"),
        ("{zh: 生产总值, en: Gross product}", "生产总值"),
        ("Gross product (real)", "Gross-product-real"),
        ("{zh: ……, en: Trade}", "Trade"),
    ],
)
def test_an_id_that_is_left_out_comes_from_the_name(write, name, target_id):
    """It is the Chinese name, else the English one; other characters become one hyphen."""
    text = SHORTEST.replace("name: 生产总值", f"name: {name}")
    assert load_plan(write(text)).indicators[0].id == target_id


def test_units_of_the_plans_own_convert(write):
    """A unit that is declared may be used, and may convert to one above it or to a common one."""
    units = (
        "units:\n  - {symbol: 斤, name: {zh: 斤, en: jin}, of: 吨, factor: 0.0005}\n"
        "  - {symbol: 亿斤, name: {zh: 亿斤, en: 100 million jin}, of: 斤, factor: 100000000}\n"
        "  - {symbol: 分, name: {zh: 分, en: points}}\n"
    )
    target = "{name: 粮食, kind: level, value: 1300, unit: 亿斤}"
    plan = load_plan(write(f"name: 示范\n{YEARS}indicators: [{target}]\n{units}"))
    unit = plan.targets[0].unit
    assert (unit.symbol, unit.name.en, unit.measure, unit.scale) == (
        "亿斤",
        "100 million jin",
        "tonne",
        50_000,
    )
    assert plan.units[2].measure == "分"


@pytest.mark.parametrize(
    "more",
    [
        "growth: -5%, better: lower",
        "growth: -5%, better: higher",
        "growth: -5%, comparator: at_most",
        "growth: -5%, comparator: at_least, better: higher",
        "growth: 5%, comparator: about, tolerance: 2",
        "growth: 3%, comparator: at_least, tolerance: 1, better: higher",
        "growth: 5%, collection: average",
        "growth: 5%, value: 20, unit: 亿元",
        "kind: share, value: 4.5%, comparator: at_most, collection: average",
        "kind: level, value: 300, unit: 亿元, trajectory: {2017-03: 25%, 2017-06: 150, 2017-09: 主体封顶}",
        "kind: milestone, trajectory: {2017-06: 主体封顶}",
        "kind: level, value: 300, unit: 亿元, thresholds: {seriously_behind: -10}",
        "kind: level, value: 300, unit: 亿元, thresholds: {ahead: 0, behind: 0}",
        "kind: level, value: 300, unit: 亿元, due: 2027-12-31",
        "kind: share, value: 82%, baseline: 80%",
        "kind: context, value: 5, unit: 亩",
        "kind: qualitative",
        "kind: level, value: 3, unit: 位, collection: end_of_period, better: lower",
        "growth: 5%, aliases: [社零, {zh: 零售, en: Retail sales}]",
        "kind: count, value: 80, unit: 个, phrases: [High 80, 000]",
        "kind: count, value: 80, unit: 个, phrases: ['High 80,000', 80]",
    ],
)
def test_a_target_is_sound(write, more):
    """What a target may say."""
    load_plan(write(f"name: 示范\n{YEARS}indicators: [{{name: 指标, {more}}}]\n"))


def test_relative_targets_may_follow_each_other(write):
    """A chain that does not come back is sound, and so is a yardstick that is not a target."""
    chain = (
        "indicators:\n  - {id: a, name: 甲, kind: relative, to: b}\n"
        "  - {id: b, name: 乙, kind: relative, to: c, deflator: 3.3%}\n"
        "  - {id: c, name: 丙, kind: context}\n  - {id: d, name: 丁, kind: relative, to: c, deflator: p}\n"
        "  - {id: p, name: 物价, growth: 2%}\n"
    )
    assert len(load_plan(write(f"name: 示范\n{YEARS}{chain}")).targets) == 5
