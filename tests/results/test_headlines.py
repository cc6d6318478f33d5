"""Headline targets of any kind, in their own words, in every output."""

import re
from decimal import Decimal

import pytest

from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text
from erqi_cli.results.figures import relative_words
from tests.conftest import ROOT

PLAN = ROOT / "tests" / "files" / "headlines.yaml"
THREE_LINES = "name: 三行计划\nbase_year: 2025\nplan_year: 2026\n"
ONE_GROWTH = THREE_LINES + "indicators: [{name: 地区生产总值, growth: 5%}]\n"
ONE_SHARE = THREE_LINES + "indicators: [{name: 失业率, kind: share, value: 5.5%}]\n"
WORDS = {
    "gdp": ("6%", "6%"),
    "cpi": ("2%左右", "about 2%"),
    "income": ("高于地区生产总值增速1个百分点以上", "at least 1 point above GDP"),
    "step": ("与地区生产总值增速同步", "in step with GDP"),
    "slow": ("不高于地区生产总值增速", "not faster than GDP"),
    "jobless": ("66%左右", "about 66%"),
    "rank": ("8位以内", "at most 8 places"),
    "grain": ("35亿斤以上，增长2%", "at least 3.5 billion jin, growth of 2%"),
    "bg": ("50万人", "500,000 persons"),
}
"""What each headline target of the plan sets, in both languages."""


@pytest.mark.parametrize(
    ("comparator", "points", "zh", "en"),
    [
        ("exactly", None, "与投资增速同步", "in step with investment"),
        ("about", None, "与投资增速基本同步", "roughly in step with investment"),
        ("at_least", None, "高于投资增速", "faster than investment"),
        ("at_most", None, "不高于投资增速", "not faster than investment"),
        ("at_least", "1", "高于投资增速1个百分点以上", "at least 1 point above investment"),
        ("exactly", "2", "高于投资增速2个百分点", "2 points above investment"),
        ("at_least", "-1", "低于投资增速1个百分点以内", "at most 1 point below investment"),
        ("at_most", "-0.5", "低于投资增速0.5个百分点以上", "at least 0.5 points below investment"),
    ],
)
def test_a_relative_target_in_words(comparator, points, zh, en):
    """Its comparator says in step, faster or not faster; its value says by how many points."""
    value = None if points is None else Decimal(points)
    words = relative_words(Comparator(comparator), Text("投资", "investment"), value)
    assert words == (zh, en)


def test_a_name_that_is_a_growth_is_not_made_one_twice():
    """经济增长 stays as it is: nobody writes 经济增长增速."""
    words = relative_words(Comparator.AT_LEAST, Text("经济增长", "growth"), None)
    assert words.zh == "高于经济增长"


def test_headline_targets_of_any_kind_are_listed_in_their_words(erqi):
    """JSON has the words of a growth, a share, a rank, a sum and a relative target in both languages."""
    rows = erqi("list", "indicators", "--plan", PLAN, "--format", "json").rows
    shown = {name: row["words"] and tuple(row["words"].values()) for name, row in rows.items()}
    assert shown == {**WORDS, "built": None}


def test_a_unit_of_the_plan_is_shown_by_its_names(erqi):
    """亿斤 is 100 million jin in a table, in JSON and in a chart."""
    assert "100 million jin" in erqi("list", "--plan", PLAN, "--lang", "en").out
    assert "34 → 34.68 (100 million jin)" in erqi("project", "--chart", "--plan", PLAN).out
    row = erqi("list", "--plan", PLAN, "--format", "json").rows["grain"]
    assert (row["unit"], row["unit_name"]) == ("亿斤", {"zh": "亿斤", "en": "100 million jin"})


def test_what_sets_no_growth_is_named_and_not_projected(erqi):
    """34 at +2% is 34.68; the share, the rank and the relative targets are named in one note."""
    result = erqi("project", "--plan", PLAN, "--format", "json")
    assert list(result.rows) == ["gdp", "cpi", "grain"]
    assert result.rows["grain"]["projected"]["value"] == Decimal("34.68")
    notes = {note["code"]: note["zh"] for note in result.json["notes"]}
    assert notes["not-projected"].endswith("居民收入、农民收入、支出、失业率、全市排名、地铁开通")


def test_a_growth_beside_a_value_has_no_qualifier_of_the_value(erqi):
    """35亿斤以上、增长2%: the growth is 2%, not at least 2%."""
    row = erqi("project", "grain", "--plan", PLAN, "--format", "json").rows["grain"]
    assert (row["comparator"], row["growth_percent"]) == ("exactly", 2)


@pytest.mark.parametrize("words", [(), ("失业率",)])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_plan_without_growth_targets_projects_nothing(erqi, write, words, form):
    """The result is empty, the exit code 0, and a note says why."""
    done = erqi("project", *words, "--plan", write(ONE_SHARE), "--format", form)
    assert done.code == 0
    if form != "csv":
        assert "There is no growth target to project" in done.out


def test_an_amount_without_prices_is_not_said_to_be_at_current_prices(erqi):
    """Grain has no price basis: its value is in the scope of 2025, at no prices."""
    row = erqi("project", "grain", "--plan", PLAN, "--format", "json").rows["grain"]
    assert [note["code"] for note in row["assumptions"]] == ["scope-without-prices"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "sources"),
        ("show", "indicator", "地区生产总值"),
        ("project", "--baseline"),
        ("project", "--chart", "--to", "2030"),
        ("ratios",),
        ("schedule",),
        ("track",),
        ("check",),
    ],
)
def test_a_plan_of_one_target_is_enough(erqi, write, lang, words):
    """A name, the years and one target without an id: no command fails or shows an empty value."""
    path = write(ONE_GROWTH)
    plan = (path,) if words == ("check",) else ("--plan", path)
    done = erqi(*words, *plan, "--lang", lang)
    assert done.code == 0
    assert "None" not in done.out
    assert "三行计划" in done.out


def test_show_says_how_a_target_is_judged(erqi):
    """Aliases, direction, collection, trajectory and thresholds stand in lines; defaults say so."""
    out = erqi("show", "indicator", "grain", "--plan", PLAN, "--lang", "en").out
    for line in (
        "Also called     粮食, Grains",
        "Direction       higher is better (default)",
        "Collection      summed over time (default)",
        "Trajectory      June 2026: 40% of the figure",
        "                September 2026: 收割过半",
        "Thresholds      ahead from 2 points, seriously behind below -10 points",
    ):
        assert line in out
    assert "Phrase" not in out


def test_show_says_where_a_stock_starts_and_what_deflates_an_income(erqi):
    """A stated collection has no mark; the price rise is named by its target."""
    out = erqi("show", "target", "park", "--plan", PLAN, "--lang", "zh").out
    assert "取数方式  期末数\n" in out
    assert "年初水平  11.5平方米" in out
    assert (
        "价格涨幅  居民消费价格"
        in erqi("show", "indicator", "income", "--plan", PLAN, "--lang", "zh").out
    )


def test_json_of_a_target_has_all_that_the_plan_says(erqi):
    """The row of `show` carries the keys of the plan, the usual values where it states none."""
    row = erqi("show", "indicator", "grain", "--plan", PLAN, "--format", "json").rows["grain"]
    assert (row["better"], row["collection"], row["growth_percent"]) == ("higher", "summed", 2)
    assert [node["period"] for node in row["trajectory"]] == ["2026-06", "2026-09"]
    assert row["trajectory"][0]["unit"] == "%"
    assert row["trajectory"][1]["words"] == "收割过半"
    assert row["thresholds"] == {"ahead": 2, "behind": None, "seriously_behind": -10}
    assert row["source"] is None
    income = erqi("show", "indicator", "income", "--plan", PLAN, "--format", "json").rows["income"]
    assert income["deflator"] == {"rate_percent": None, "target": "cpi"}
    assert income["projection"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("jobless.value", "66"),
        ("grain.value", "35"),
        ("grain.growth", "2"),
        ("grain.projected", "34.68"),
        ("rank.collection", "end_of_period"),
        ("park.baseline", "11.5"),
        ("cpi.better", "lower"),
    ],
)
def test_get_knows_the_fields_of_each_kind(erqi, field, value):
    """A headline share has a value, a sum with a growth both, and what is projected besides."""
    assert erqi("get", field, "--plan", PLAN).out == value + "\n"


@pytest.mark.parametrize(
    ("setting", "row", "projected"),
    [
        ("grain.growth=5%", "grain", "35.7"),
        ("grain.baseline=30亿斤", "grain", "30.6"),
        ("grain.value=40", "grain", "34.68"),
    ],
)
def test_a_what_if_on_a_value_and_a_growth(erqi, setting, row, projected):
    """34 at +5% is 35.7, 30 at +2% is 30.6; another value leaves the projection as it is."""
    done = erqi("project", "--plan", PLAN, "--set", setting, "--format", "json")
    assert done.rows[row]["projected"]["value"] == Decimal(projected)


def test_what_a_share_cannot_be_set_to_is_said(erqi):
    """A headline share has neither a growth nor a base value to set."""
    done = erqi("project", "--plan", PLAN, "--set", "jobless.growth=3%")
    assert (done.code, "fields: value" in done.err) == (2, True)


def test_a_base_value_of_what_sets_no_growth_is_refused(erqi, write):
    """A file of base values names growth targets only; the row of the share is named."""
    path = write("id,value\ngrain,33\nrank,5\n", "bases.csv")
    done = erqi("project", "--from", path, "--plan", PLAN)
    assert done.code == 3
    assert "bases.csv:3:1: E509" in done.err
    assert "Rank is not a growth target" in done.err


def test_the_wall_chart_shows_headline_targets_in_their_words(erqi, tmp_path):
    """Each headline target that is judged has its line; the context figure stands below them."""
    path = tmp_path / "chart.html"
    erqi("report", "--plan", PLAN, "--lang", "zh", "-o", path)
    page = path.read_text("utf-8")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    for target, (words, _) in WORDS.items():
        assert words in text, target
    assert "来源" not in re.sub(r"数据来源", "", text)
    assert 'class="plan"' not in page


def test_the_workbook_shows_headline_targets_in_their_words(erqi, tmp_path):
    """A relative target has words in place of a figure; the growth beside a value has its column."""
    from openpyxl import load_workbook

    path = tmp_path / "plan.xlsx"
    erqi("report", "--plan", PLAN, "--lang", "en", "-o", path)
    sheet = load_workbook(path)["Plan"]
    rows = list(sheet.iter_rows(values_only=True))
    heading = next(row for row in rows if row[0] == "Action")
    cells = {row[-1]: dict(zip(heading, row, strict=True)) for row in rows if row[-1] in WORDS}
    assert cells["income"]["Qualifier"] == "at least 1 point above GDP"
    assert cells["income"]["Figure"] is None
    assert cells["jobless"]["Figure"] == 0.66
    assert (cells["grain"]["Figure"], cells["grain"]["Growth"]) == (35, 0.02)
    assert cells["grain"]["Unit"] == "100 million jin"
