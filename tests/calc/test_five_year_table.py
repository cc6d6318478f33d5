"""A five-year plan's indicator table of twenty lines at mid-term; every verdict and figure here was worked out by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from erqi_cli.calc.decimals import rounded

FILES = Path(__file__).parents[1] / "files"
FOLLOWED = (
    "--plan",
    str(FILES / "five_years.yaml"),
    "--ledger",
    str(FILES / "five_years.csv"),
    "--as-of",
    "2028-06",
)


@pytest.fixture
def table(erqi):
    """Return the document of `track` in June of the third year."""
    done = erqi("track", "--format", "json", *FOLLOWED)
    assert done.code == 0, done.err
    return done.json


@pytest.fixture
def line(table):
    """Return a function that gives the row of one indicator."""
    return {one["id"]: one for one in table["rows"]}.__getitem__


def shown(value, places=2):
    return str(rounded(Decimal(str(value)), places))


def figures(row, *names):
    return [None if row[name] is None else shown(row[name]) for name in names]


def test_all_twenty_lines_are_judged(table):
    """Nine are behind, seven faster than expected, two as expected, one done and one not yet due."""
    assert table["summary"]["all"]["counts"] == {
        "behind": 9,
        "not_due": 1,
        "on_pace": 2,
        "ahead": 7,
        "done": 1,
    }


def test_binding_and_expected_lines_are_counted_apart(table):
    """Eight lines are binding, of which three are behind; twelve are expected, of which six are."""
    counts = {
        one["obligation"]: (sum(one["counts"].values()), one["counts"]["behind"])
        for one in table["summary"]["obligations"]
    }
    assert counts == {"binding": (8, 3), "expected": (12, 6)}


def test_the_revised_growth_of_the_first_year_counts(line):
    """1.07 × 1.065 is 1.13955, 6.75% a year and ln 1.13955 ÷ (5 × ln 1.07) = 38.62% of the way: behind."""
    row = line("gdp")
    assert figures(row, "actual", "completion_percent", "pace_points") == ["6.75", "38.62", "-1.38"]
    assert row["status"] == "behind"


def test_the_three_years_left_need_the_cube_root_of_what_is_left(line):
    """(1.07 ^ 5 ÷ 1.13955) ^ (1 ÷ 3) − 1 = 7.17%."""
    assert figures(line("gdp"), "needed") == ["7.17"]


def test_two_good_years_are_faster_than_a_lower_limit(line):
    """(1.064 × 1.063) ^ (1 ÷ 2) − 1 = 6.35% is above 6%, and 42.26% of the way is more than 40%."""
    row = line("productivity")
    assert figures(row, "actual", "completion_percent") == ["6.35", "42.26"]
    assert row["status"] == "ahead"


def test_a_growth_without_levels_is_followed_all_the_same(line):
    """By logarithms ln (1.11 × 1.105) ÷ (5 × ln 1.12) = 36.04%, and the rest needs 12.84% a year."""
    assert figures(line("research"), "completion_percent", "needed") == ["36.04", "12.84"]


def test_a_growth_of_all_years_together_is_chained(line):
    """1.044 × 1.056 − 1 = 10.25% of 28% is ln 1.102464 ÷ ln 1.28 = 39.52%, and 5.10% a year are left."""
    row = line("budget-revenue")
    assert figures(row, "actual", "completion_percent", "needed") == ["10.25", "39.52", "5.10"]
    assert row["status"] == "behind"


def test_a_cumulative_fall_is_chained(line):
    """0.979 × 0.968 − 1 = −5.23% is ln 0.947672 ÷ ln 0.865 = 37.06% of −13.5%, and −3.00% a year are left."""
    row = line("energy")
    assert figures(row, "actual", "completion_percent", "needed") == ["-5.23", "37.06", "-3.00"]
    assert row["status"] == "behind"


def test_a_missing_second_year_leaves_the_verdict_of_the_first(line):
    """−4% in 2026 is ln 0.96 ÷ ln 0.83 = 21.91% of −17% when 20% is due; no later year is assumed."""
    row = line("carbon")
    assert (row["period"], row["status"], row["stale"]) == ("2026", "ahead", True)
    assert figures(row, "completion_percent", "expected_percent") == ["21.91", "20.00"]


@pytest.mark.parametrize(
    ("name", "expected", "gap", "status"),
    [
        ("urbanisation", "70.240", "0.160", "ahead"),  # 68.4 + 2 ÷ 5 × 4.6
        ("patents", "8.880", "-0.180", "behind"),  # 6.8 + 2 ÷ 5 × 5.2
        ("digital-economy", "9.620", "0.080", "ahead"),  # 8.9 + 1 ÷ 5 × 3.6
        ("schooling", "11.440", "0.010", "ahead"),  # 11.2 + 2 ÷ 5 × 0.6
        ("good-air", "84.250", "-3.250", "behind"),  # 82.5 + 2.5 ÷ 5 × 3.5
        ("forest", "33.396", "0.004", "ahead"),  # 33.26 + 2 ÷ 5 × 0.34
    ],
)
def test_a_stock_goes_evenly_from_its_base_value(line, name, expected, gap, status):
    """The base value plus the share of the five years that has passed at the date of the figure."""
    row = line(name)
    assert (shown(row["expected"], 3), shown(row["gap"], 3)) == (expected, gap)
    assert row["status"] == status


def test_a_sum_adds_the_half_year_to_the_years_before(line):
    """9,600 + 9,100 + 4,400 = 23,100 is 51.33% of 45,000 after half of the time; 730 a month are left."""
    row = line("new-jobs")
    names = ("actual", "completion_percent", "needed_per_month", "year_end_extrapolated")
    assert figures(row, *names) == ["23100.00", "51.33", "730.00", "46200.00"]
    assert row["status"] == "ahead"


def test_a_budget_that_is_used_too_fast_is_behind(line):
    """120 + 115 = 235 is 47% of 500 when 40% may be used, and leads to 587.5."""
    row = line("building-land")
    assert figures(row, "completion_percent", "pace_points", "year_end_extrapolated") == [
        "47.00",
        "7.00",
        "587.50",
    ]
    assert row["status"] == "behind"


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("unemployment", "behind"),  # 5.6% of at most 5.5%
        ("fine-dust", "on_pace"),  # 33.5 of at most 35
        ("manufacturing", "done"),  # 28.3% in 28% to 30%
        ("grain", "not_due"),  # 20.8 of at least 21 by the end of 2030
    ],
)
def test_limits_ranges_and_floors_are_judged_by_the_latest_year(line, name, status):
    """The figure of 2027 against the bound; a stock without a base value is not due before the end."""
    assert line(name)["status"] == status


def test_prices_are_held_against_the_lower_end_of_their_range(line):
    """(1.011 × 1.024) ^ (1 ÷ 2) − 1 = 1.75% is below 2%: 35.00% of the way, behind."""
    row = line("prices")
    assert figures(row, "actual", "completion_percent") == ["1.75", "35.00"]
    assert row["status"] == "behind"


def test_no_note_takes_a_later_year_for_the_base_year(table):
    """The levels of 2026 differ from those of 2025, as they should, and no note says otherwise."""
    codes = {warning["code"] for row in table["rows"] for warning in row["warnings"]}
    assert "base-revised" not in codes
    assert "growth-disagrees" not in codes


def test_the_table_ends_where_the_plan_says(erqi):
    """612.4 × 1.07 ^ 5 = 858.92 and 48 × 1.28 = 61.44."""
    plan = FOLLOWED[:2]
    assert erqi("get", "gdp.projected", *plan).out.startswith("858.92267")
    assert erqi("get", "budget-revenue.projected", *plan).out == "61.44\n"


def test_a_growth_of_half_a_year_is_not_said_to_be_missing(line):
    """6.8% in 2028-06 is in the ledger; only a whole year is chained, and the note says that."""
    (note,) = line("gdp")["warnings"]
    assert note["en"].startswith("No new full-year growth by June 2028: the one for 2027")


def test_the_timetable_heads_the_last_figure_with_the_whole_plan(erqi):
    """The 45,000 jobs are those of five years, not of a full year."""
    plan = FOLLOWED[:2]
    english = erqi("schedule", "new-jobs", *plan).out
    assert "Whole plan" in english
    assert "Full year" not in english
    assert "规划期" in erqi("schedule", "new-jobs", "--lang", "zh", *plan).out


def test_the_growth_still_needed_is_a_year_in_the_rest_of_the_plan(erqi, tmp_path):
    """GDP needs 7.17% in each of the years to 2030; no row speaks of the months of one year."""
    page = tmp_path / "chart.html"
    assert erqi("report", "-o", page, "--lang", "zh", *FOLLOWED).code == 0
    text = page.read_text("utf-8")
    assert "余下各年年均需增长" in text
    assert "规划期进度" in text
    assert "余下月份" not in text
