"""The rules of a status as `explain` tells them: a short line for each status."""

import pytest

from tests.conftest import ROOT

PLAN = """\
name: 示范计划
district: 示范区
base_year: 2016
plan_year: {year}
thresholds: {thresholds}
indicators:
  - {{id: x, name: 指标, {target}}}
"""
SUM = "kind: level, value: 40, unit: 亿元, collection: summed"
STOCK = "kind: level, value: 40, baseline: 30, unit: 亿元"
GROWTH = "growth: 5%, no_baseline: 无"
USUAL = "{ahead: 1}"
FIVE_YEARS = ROOT / "tests" / "files" / "five_years.yaml"
YEARS_LEDGER = ROOT / "tests" / "files" / "five_years.csv"


@pytest.fixture
def rules(erqi, write):
    """Return the rows from the first rule on, as label and words, of a target with thresholds."""

    def told(target, thresholds=USUAL, year=2017, lang="en"):
        path = write(PLAN.format(target=target, thresholds=thresholds, year=year))
        rows = erqi("explain", "x", "--plan", path, "--format", "json").json["rows"]
        lines = [(row["item"][lang], row["content"][lang]) for row in rows]
        labels = [label for label, _ in lines]
        return lines[labels.index("Rule" if lang == "en" else "规则") :]

    return told


@pytest.mark.parametrize(
    ("thresholds", "ahead", "behind"),
    [
        ("{ahead: 1}", "at least 1 percentage point above", "below"),
        ("{ahead: 0}", "not below", "below"),
        ("{ahead: 5, behind: -3}", "at least 5 percentage points above", "more than 3 {} below"),
        ("{ahead: 5, behind: 1}", "at least 5 percentage points above", "less than 1 {} above"),
        ("{ahead: -1, behind: -3}", "at most 1 percentage point below", "more than 3 {} below"),
    ],
)
def test_a_threshold_is_told_above_at_or_below_zero(rules, thresholds, ahead, behind):
    """A sum is ahead from one threshold and behind below another, which may have either sign."""
    told = dict(rules(SUM, thresholds)[1:5])
    points = "percentage point" if " 1 " in behind else "percentage points"
    assert told["ahead"] == ahead
    assert told["behind"] == behind.format(points)


def test_seriously_behind_is_told_only_if_the_plan_uses_it(rules):
    """Below −10 a sum is seriously behind; without that threshold no line speaks of it."""
    told = dict(rules(SUM, "{seriously_behind: -10}"))
    assert told["seriously behind"] == "more than 10 percentage points below"
    assert "seriously behind" not in dict(rules(SUM))


def test_a_stock_is_told_in_percent_of_its_way(rules):
    """From 30 to 40, one point is 1% of the way."""
    assert dict(rules(STOCK)[:5])["ahead"] == "better by at least 1% of the way"


def test_a_growth_may_be_missed_by_less_than_a_threshold(rules):
    """With a threshold of −2, a growth is behind if it misses the target by more than 2 points."""
    told = dict(rules(GROWTH, "{behind: -2}")[:4])
    assert told["behind"] == "the target is missed by more than 2 percentage points"
    assert told["on pace"] == "in between"
    assert dict(rules(GROWTH)[:4])["behind"] == "the target is missed"


def test_a_corridor_may_be_left_by_less_than_a_threshold(rules):
    """Outside 4% to 6% a growth is behind, or only beyond the plan's own threshold."""
    corridor = "growth: 4%, upper: 6%, comparator: between, better: within, no_baseline: 无"
    assert dict(rules(corridor)[:3])["behind"] == "outside the range"
    told = dict(rules(corridor, "{behind: -1}")[:3])
    assert told["behind"] == "outside the range by more than 1 percentage point"


@pytest.mark.parametrize(
    ("more", "met", "close"),
    [
        ("", "the target is met", "the target is missed by at most 2% of the figure"),
        (
            ", comparator: about, tolerance: 3",
            "the target is met, or missed by at most 3% of the figure",
            "the target is missed by at most 6% of the figure",
        ),
        (", comparator: at_most", "the target is met", None),
        (
            ", comparator: at_most, tolerance: 1",
            "the target is met, or missed by at most 1% of the figure",
            "the target is missed by at most 2% of the figure",
        ),
    ],
)
def test_the_verdict_on_the_whole_year_is_told_with_its_tolerance(rules, more, met, close):
    """Twice the tolerance is close; a limit without a tolerance is met or missed."""
    lines = rules(SUM + more)
    end = lines[
        [words for _, words in lines].index("once the figure for all of 2017 is published") :
    ]
    told = dict(end)
    assert (told["met"], told.get("close"), told["missed"]) == (met, close, "otherwise")


def test_a_plan_of_several_years_is_told_in_its_own_words(rules):
    """Its statuses, its last year and its first level are those of the plan and not of one year."""
    lines = rules(STOCK, year=2021, lang="zh")
    told = dict(lines)
    assert {"提前完成", "快于预期", "符合预期", "滞后"} <= set(told)
    assert "2021年全年数据公布后" in told.values()
    assert not any("年初" in words for words in told.values())


def test_growth_of_several_years_is_told_to_the_power_of_the_years(erqi):
    """612.4 × 1.07 ^ 5 = 858.92, and 28% over the whole plan is applied once: 48 × 1.28 = 61.44."""
    gdp = erqi("explain", "gdp", "--plan", FIVE_YEARS).out
    assert "612.4 × (1 + 7%) ^ 5 = 858.92267988068" in gdp
    assert "48 × (1 + 28%) = 61.44" in erqi("explain", "budget-revenue", "--plan", FIVE_YEARS).out


def test_the_last_year_heads_what_is_extrapolated(erqi):
    """In a plan to 2030 the extrapolated value is that of the end of 2030; in one year of its end."""
    words = ("track", "--plan", FIVE_YEARS, "--ledger", YEARS_LEDGER)
    english, chinese = erqi(*words).out, erqi(*words, "--lang", "zh").out
    assert ("End of 2030" in english, "Year-end" in english) == (True, False)
    assert ("2030年推算" in chinese, "年底" in chinese) == (True, False)
    explained = erqi("explain", "new-jobs", *words[1:]).out
    assert ("End of 2030" in explained, "Year-end" in explained) == (True, False)
