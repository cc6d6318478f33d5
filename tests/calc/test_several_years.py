"""Plans of several years: chained growth, equal steps, sums of years, and what the rest of them needs; each fact by hand."""

from decimal import Decimal

import pytest

from erqi_cli.calc.decimals import rounded

PLAN = """\
name: 五年规划
base_year: 2020
plan_year: 2025
indicators:
  - {id: gdp, name: 生产总值, unit: 亿元, price_basis: constant, growth: 6%, obligation: expected}
  - {id: energy, name: 能耗, growth: -17%, growth_over: plan, better: lower, obligation: binding}
  - {id: city, name: 城镇化率, kind: share, value: 65%, baseline: 60%, obligation: expected}
  - {id: homes, name: 住房, kind: count, value: 1000, unit: 套, collection: summed}
  - {id: air, name: 优良天数比率, kind: share, value: 82%, comparator: at_least, collection: average, obligation: binding}
  - {id: road, name: 道路, kind: milestone, due: 2023-06-30}
  - {id: park, name: 绿地, kind: level, value: 30, unit: 亩, collection: end_of_period, trajectory: {2022: 10, 2024: 80%}}
observations:
  - {target: gdp, period: 2020, value: 100, status: A}
"""
HEAD = "target,period,value,growth,status,published\n"
QINGHAI = "energy,2021,,1.51%,A,\nenergy,2022,,-2.20%,A,\nenergy,2023,,-4.18%,A,\n"


@pytest.fixture
def follow(erqi, write):
    """Return the rows of `track` for the plan and these rows of a ledger, by id."""

    def followed(rows, *words, plan=PLAN):
        path, ledger = write(plan), write(HEAD + rows, "l.csv")
        done = erqi("track", "--plan", path, "--ledger", ledger, "--format", "json", *words)
        assert done.code == 0, done.err
        return done.json

    return followed


def row(document, name):
    return next(one for one in document["rows"] if one["id"] == name)


def places(value, number):
    return None if value is None else str(rounded(Decimal(value), number))


def test_progress_is_logarithmic_as_the_statistics_bureau_of_qinghai_prints_it(follow):
    """+1.51%, −2.20% and −4.18% are ln 0.9513 ÷ ln 0.83 = 26.8% of −17% after 60% of the time: behind."""
    found = row(follow(QINGHAI), "energy")
    assert places(found["completion_percent"], 1) == "26.8"
    assert (found["elapsed_percent"], found["expected_percent"], found["status"]) == (
        60,
        60,
        "behind",
    )
    assert places(found["actual"], 3) == "-4.873"


def test_the_remaining_years_need_the_root_of_what_is_left(follow):
    """0.83 ÷ 0.95126 over two years is a fall of 6.59% a year."""
    assert places(row(follow(QINGHAI), "energy")["needed"], 2) == "-6.59"


@pytest.mark.parametrize(
    ("rows", "status", "actual"),
    [
        ("gdp,2021,,8.1%,A,\ngdp,2022,,3%,A,\n", "behind", "5.52"),
        ("gdp,2021,,6%,A,\ngdp,2022,,6%,A,\n", "on_pace", "6.00"),
        ("gdp,2021,,9%,A,\ngdp,2022,,8%,A,\n", "ahead", "8.50"),
        ("gdp,2021,,20%,A,\ngdp,2022,,20%,A,\n", "done", "20.00"),
        ("gdp,2021,,6%,A,\ngdp,2022,,6%,A,\ngdp,2023,,6%,A,\ngdp,2024,,6%,A,\ngdp,2025,,6%,P,\n", "met", "6.00"),
        ("gdp,2021,,6%,A,\ngdp,2022,,6%,A,\ngdp,2023,,6%,A,\ngdp,2024,,6%,A,\ngdp,2025,,4%,P,\n", "missed", "5.60"),
    ],
)  # fmt: skip
def test_an_average_growth_is_judged_on_the_average_so_far(follow, rows, status, actual):
    """The yearly growths chain, and their geometric mean stands beside the 6% a year."""
    found = row(follow(rows), "gdp")
    assert (found["status"], places(found["actual"], 2)) == (status, actual)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("gdp", "gdp,2021,,6%,A,\ngdp,2023,,6%,A,\n"),
        ("homes", "homes,2021,100,,A,\nhomes,2023,100,,A,\n"),
    ],
)
def test_a_missing_year_is_named(follow, name, rows):
    """Without 2022 neither growths nor amounts can be put together."""
    found = row(follow(rows), name)
    notes = {note["code"]: note["en"] for note in found["warnings"]}
    assert (found["status"], "2022" in notes["missing-year"]) == ("no_data", True)


def test_sums_are_the_finished_years_and_the_current_year_to_date(follow):
    """150 and 200 homes and 110 by June 2023 are 460 of 1,000, after half of the five years: 4 points behind."""
    rows = "homes,2021,150,,A,\nhomes,2022,200,,A,\nhomes,2023-06,110,,P,\n"
    found = row(follow(rows), "homes")
    assert (found["actual"], found["completion_percent"], found["expected_percent"]) == (
        460,
        46,
        50,
    )
    assert (found["pace_points"], found["status"], found["needed"]) == (-4, "behind", 540)


def test_a_stock_goes_in_equal_steps_from_its_baseline(follow):
    """From 60% to 65% in five years, 63% is expected after three: 62.5% is half a point behind."""
    found = row(follow("city,2023,62.5%,,A,\n"), "city")
    assert (found["expected"], found["gap"], found["status"]) == (63, Decimal("-0.5"), "behind")


def test_a_trajectory_by_years_takes_the_place_of_equal_steps(follow):
    """10 by 2022 and 80% of 30 by 2024: in 2023 10 still counts, at the end of 2024 24 does."""
    for period, expected in (("2022", 10), ("2023", 10), ("2024", 24)):
        found = row(follow(f"park,{period},12,,A,\n"), "park")
        assert found["expected"] == expected


def test_an_average_is_judged_by_its_latest_value(follow):
    """81% in 2022 and 83% in 2023 against at least 82%: on pace, and nothing is asked of the rest."""
    found = row(follow("air,2022,81%,,A,\nair,2023,83%,,A,\n"), "air")
    assert (found["status"], found["actual"], found["needed"]) == ("on_pace", 83, None)


def test_a_milestone_inside_the_plan_is_late_after_its_date(follow):
    """Due in June 2023: done in 2022 it is in time, reported as done at the end of 2023 it is late."""
    assert row(follow("road,2022,1,,A,\n"), "road")["late"] is False
    assert row(follow("road,2022,0,,A,\nroad,2023,1,,A,\n"), "road")["late"] is True


def test_an_estimate_of_a_year_does_not_end_the_chain_of_growths(follow):
    """6% in 2021 and 2022 are judged, whatever is estimated of 2023 or of 2024; alone it is used."""
    for rows in ("gdp,2023,,9%,E,\n", "gdp,2024,,9%,E,\n"):
        found = row(follow("gdp,2021,,6%,A,\ngdp,2022,,6%,A,\n" + rows), "gdp")
        assert (found["status"], found["period"], found["actual"]) == ("on_pace", "2022", 6)
    assert row(follow("gdp,2021,,9%,E,\n"), "gdp")["actual"] == 9


CORRIDOR = PLAN.replace("growth: -17%", "growth: 21%, upper: 44%, comparator: between")
CORRIDOR = CORRIDOR.replace("2025", "2022").replace("better: lower", "better: within")
CORRIDOR = CORRIDOR.replace("2023-06-30", "2022-06-30").replace("2022: 10, 2024: 80%", "2021: 10")


@pytest.mark.parametrize(
    ("growth", "status", "gap", "needed"),
    [("15%", "on_pace", 5, "5.22"), ("9%", "behind", -1, "11.01"), ("25%", "behind", -5, "15.20")],
)
def test_a_corridor_over_the_plan_has_two_ends_in_every_year(follow, growth, status, gap, needed):
    """21% to 44% in two years are 10% to 20% in one; 1.21 ÷ 1.15 leaves 5.22%, 1.44 ÷ 1.25 15.2%."""
    found = row(follow(f"energy,2021,,{growth},A,\n", plan=CORRIDOR), "energy")
    assert (found["status"], found["gap"], found["expected"]) == (status, gap, 10)
    assert places(found["needed"], 2) == needed


def test_the_explanation_of_a_corridor_names_the_end_that_is_nearer(erqi, write):
    """After 25% in the first year, 1.44 is what the second has to come to at most."""
    path, ledger = write(CORRIDOR), write(HEAD + "energy,2021,,25%,A,\n", "l.csv")
    out = erqi("explain", "energy", "--plan", path, "--ledger", ledger).out
    assert "(1.44 ÷ 1.25) ^ (1 ÷ 1) − 1 = 15.20%" in out


def test_a_milestone_that_an_estimate_calls_done_before_its_date_is_not_late(follow):
    """Due in June 2023, and done by the end of 2022 by an estimate alone."""
    found = row(follow("road,2022,1,,E,\n"), "road")
    assert (found["status"], found["late"]) == ("done", False)


def test_a_stock_that_was_there_on_its_due_date_stays_done_when_it_falls(follow):
    """At least 155 by April 2022 from 161: 166 in 2021 reaches it, and 140 in 2024 changes nothing."""
    keys = "value: 155, comparator: at_least, due: 2022-04-30, baseline: 161"
    plan = PLAN.replace("value: 30", keys).replace(", trajectory: {2022: 10, 2024: 80%}", "")
    found = row(follow("park,2021,166,,P,\npark,2024-06,140,,A,\n", plan=plan), "park")
    assert (found["status"], found["needed"], found["late"]) == ("done", 0, False)
    found = row(follow("park,2021,150,,P,\npark,2024-06,140,,A,\n", plan=plan), "park")
    assert (found["status"], found["needed"]) == ("behind", 15)


def test_binding_and_expected_targets_are_counted_apart(follow):
    """One binding target is behind; of the three that are expected one is behind and two lack data."""
    document = follow(QINGHAI + "city,2023,62.5%,,A,\n", "--as-of", "2023")
    counts = {one["obligation"]: one["counts"] for one in document["summary"]["obligations"]}
    assert counts == {
        "binding": {"behind": 1, "no_data": 1},
        "expected": {"behind": 1, "no_data": 1},
    }


def test_the_words_are_those_of_a_mid_term_review(erqi, write):
    """提前完成, 快于预期, 符合预期 and 滞后 stand in place of the words of a year."""
    rows = QINGHAI + "gdp,2021,,9%,A,\ngdp,2022,,8%,A,\ncity,2022,62%,,A,\nhomes,2021,1000,,A,\n"
    out = erqi(
        "track", "--plan", write(PLAN), "--ledger", write(HEAD + rows, "l.csv"), "--lang", "zh"
    ).out
    assert "规划期进度" in out
    for words in ("提前完成", "快于预期", "符合预期", "滞后"):
        assert words in out


def test_an_as_of_year_goes_back_in_time(follow, erqi, write):
    """As of 2022 two of five years have passed, whatever is known of 2023; the base year is refused."""
    document = follow(QINGHAI, "--as-of", "2022")
    assert (document["elapsed_percent"], row(document, "energy")["period"]) == (40, "2022")
    refused = erqi("track", "--plan", write(PLAN), "--as-of", "2020")
    assert (refused.code, "E614" in refused.err) == (2, True)


def test_projection_compounds_to_each_year_and_to_the_last(erqi, write):
    """100 × 1.06^5 is 133.8226; −17% in five years is 0.83, and 0.83^(1/5) − 1 is −3.66% a year."""
    rows = erqi("project", "--plan", write(PLAN), "--format", "json").rows
    gdp, energy = rows["gdp"], rows["energy"]
    assert gdp["projected"] == {"year": 2025, "value": Decimal("133.8225577600")}
    assert [one["value"] for one in gdp["between"]] == [
        106,
        Decimal("112.36"),
        Decimal("119.1016"),
        Decimal("126.247696"),
    ]
    assert (energy["index"], places(energy["between"][0]["index"], 2)) == (83, "96.34")


def test_the_timetable_of_several_years_goes_by_year(erqi, write):
    """65% from 60% is 61, 62, 63, 64, 65; 1,000 homes are 200 a year; the levels of 生产总值 are those of its projection."""
    rows = erqi("schedule", "--plan", write(PLAN), "--format", "json").rows
    assert [one["amount"] for one in rows["city"]["schedule"]] == [61, 62, 63, 64, 65]
    assert [one["increment"] for one in rows["homes"]["schedule"]] == [200] * 5
    assert rows["gdp"]["schedule"][0]["amount"] == 106


def test_the_explanation_shows_the_chain_and_the_logarithms(erqi, write):
    """The yearly factors, the two logarithms, and the root of what is left stand in the explanation."""
    out = erqi(
        "explain", "energy", "--plan", write(PLAN), "--ledger", write(HEAD + QINGHAI, "l.csv")
    ).out
    for words in (
        "(1 + 1.51%) × (1 − 2.2%) × (1 − 4.18%) = 0.9513",
        "ln 0.9513 ÷ ln 0.83 = 26.81%",
        "3 ÷ 5 years = 60.00%",
        "(0.83 ÷ 0.9513) ^ (1 ÷ 2) − 1 = -6.59%",
        "a fall of 17% over the whole plan",
    ):
        assert words in out


@pytest.mark.parametrize("years", [2, 5, 20])
def test_init_writes_a_sound_plan_of_so_many_years(erqi, tmp_path, monkeypatch, years):
    """The starter plan of several years has neither mistakes nor notices, and ends so many years after 2025."""
    monkeypatch.chdir(tmp_path)
    assert erqi("init", "plan.yaml", "--years", years).code == 0
    assert erqi("check", "plan.yaml", "--strict").code == 0
    assert (
        erqi("project", "--plan", "plan.yaml", "--format", "json").json["plan_year"] == 2025 + years
    )


@pytest.mark.parametrize("plan_year", [2019, 2020, 2041])
def test_a_plan_that_ends_before_it_begins_or_runs_for_decades_is_refused(erqi, write, plan_year):
    """A plan comes after its base year, by at most 20 years."""
    refused = erqi("check", write(PLAN.replace("plan_year: 2025", f"plan_year: {plan_year}")))
    assert (refused.code, "E410" in refused.err) == (3, True)


def notes_of(document, name):
    return [warning["en"] for warning in row(document, name)["warnings"]]


def test_the_level_of_a_later_year_is_not_held_against_the_planned_base_value(follow):
    """106 in 2021 and 113.42 in 2022 at 6% and 7% agree with the base value of 100 and with each other: no note."""
    rows = "gdp,2021,106,6%,A,\ngdp,2022,113.42,7%,A,\n"
    assert notes_of(follow(rows), "gdp") == []


def test_a_growth_that_disagrees_with_two_later_years_names_these_years(follow):
    """113.42 in 2022 after 106 in 2021 is 7%, not 9%: the level is at 2022 prices, and not at those of the plan's last year."""
    rows = "gdp,2021,106,6%,A,\ngdp,2022,113.42,9%,A,\n"
    (note,) = notes_of(follow(rows), "gdp")
    assert "the 2022 level is at 2022 prices" in note


def test_a_level_ten_times_that_of_the_year_before_names_that_year(follow):
    """1,134.2 in 2022 after 106 in 2021: the note says 2021, not the base year."""
    rows = "gdp,2021,106,6%,A,\ngdp,2022,1134.2,7%,A,\n"
    assert any("the same period of 2021" in note for note in notes_of(follow(rows), "gdp"))


def test_the_comparable_base_is_of_the_year_before(follow):
    """At current prices 113.42 in 2022 and a growth of 9% come from 104.06 in 2021, not in 2020."""
    plan = PLAN.replace("constant", "current")
    rows = "gdp,2021,106,6%,A,\ngdp,2022,113.42,9%,A,\n"
    (note,) = notes_of(follow(rows, plan=plan), "gdp")
    assert "the comparable 2021 base is" in note


def test_a_lead_below_a_hundredth_is_called_a_lead(erqi, write):
    """61.001% in 2021 is 0.001 points above 60% + 1 ÷ 5 × 5%, and the table says on which side."""
    ledger = write(HEAD + "city,2021,61.001%,,A,\n", "l.csv")
    out = erqi("track", "city", "--plan", write(PLAN), "--ledger", ledger).out
    assert "+0.001 pp" in out


def test_the_history_has_the_words_of_a_mid_term_review(erqi, write):
    """An observation at 6% of 6% is “as expected” in the history as in the table, not “on pace”."""
    ledger = write(HEAD + "gdp,2021,,6%,A,\n", "l.csv")
    out = erqi("track", "gdp", "--history", "--plan", write(PLAN), "--ledger", ledger).out
    assert "as expected" in out
    assert "on pace" not in out


CUMULATIVE = PLAN.replace(
    "observations:",
    """\
  - {id: tax, name: 财政收入, unit: 亿元, price_basis: current, growth: 28%, growth_over: plan}
observations:
  - {target: tax, period: 2020, value: 48, status: A}""",
)


def test_solve_takes_the_yearly_rate_of_a_growth_over_all_years(erqi, write):
    """48 at 28% in five years is 61.44, and 1.28 ^ (1 ÷ 5) − 1 = 5.06% a year."""
    done = erqi("solve", "tax", "--years", "5", "--plan", write(CUMULATIVE), "--format", "json")
    values = {one["quantity"]: one["value"] for one in done.json["rows"]}
    assert (places(values["rate"], 2), places(values["target"], 9)) == ("5.06", "61.440000000")


def test_a_growth_over_all_years_is_named_beside_the_yearly_ones(erqi, write):
    """The projection says that 28% is of five years and 5.06% a year, for other rows have yearly rates."""
    out = erqi("project", "--plan", write(CUMULATIVE)).out
    assert "2021–2025 in total: growth of 28%; on average growth of 5.06% a year" in out


def test_solve_with_a_rate_of_its_own_says_nothing_of_the_plan_s(erqi, write):
    """With --rate 6% the plan's 28% is not used and not named."""
    out = erqi("solve", "tax", "--rate", "6%", "--years", "5", "--plan", write(CUMULATIVE)).out
    assert "together" not in out
