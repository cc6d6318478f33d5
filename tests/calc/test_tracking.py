"""Following the year: completion, pace, status and what is needed, on published and hand-computed figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.series import ObservationSeries
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import ObservationScope
from erqi_cli.domain.period import Years, period_of
from erqi_cli.parsing.date import loose_period
from erqi_cli.parsing.ledger_row import Cells, read_cells, target_names
from erqi_cli.readers.ledger.read import read_ledger
from erqi_cli.readers.yaml.load import load_plan
from erqi_cli.results.tracking.rows import tracking_row
from erqi_cli.results.tracking.wording import needed_words
from tests.conftest import HEAD, PLAN_HEAD, ROOT, observation

PLAN = (
    PLAN_HEAD
    + """indicators:
  - {id: output, name: 产值, unit: 亿元, price_basis: current, growth: 8%, phrases: [增长8%], PACE}
  - {id: income, name: 收入, unit: 元, price_basis: current, growth: 7%, comparator: at_least, phrases: [增长7%]}
  - {id: energy, name: 能耗, unit: 万吨, price_basis: current, growth: -3%, comparator: at_most, phrases: [下降3%]}
  - {id: range, name: 区间, unit: 亿元, price_basis: current, growth: 8%, upper: 10%, comparator: between, phrases: [8%—10%]}
actions:
  - number: 1
    id: a
    name: 行动
    targets:
      - {id: t, name: 目标, phrases: [目标], TARGET}
observations:
  - {target: output, period: 2016, value: 100, status: A, source: r}
  - {target: output, period: 2016-03, value: 20, status: A, source: r}
  - {target: output, period: 2016-06, value: 45, status: A, source: r}
  - {target: income, period: 2016, value: 1000, status: A, source: r}
  - {target: energy, period: 2016, value: 50, status: A, source: r}
  - {target: range, period: 2016, value: 50, status: A, source: r}
"""
)


LEVEL = "kind: level, value: 1, unit: 亿元"


@pytest.fixture
def judge(write):
    """Judge one target, written as in a plan, by observations written as `period value`."""

    def judged(target, *seen, as_of=None, pace="", name="a.t", **statuses):
        path = write(PLAN.replace("TARGET", target).replace(", PACE", f", {pace}" if pace else ""))
        plan = load_plan(path)
        found = [_seen(name, words, statuses.get("status", "P")) for words in seen]
        tracker = Tracker(
            scenario(plan), [*plan.observations, *found], loose_period(as_of) if as_of else None
        )
        return tracker.track_one(name)

    return judged


def _seen(name, words, status):
    when, *figures = words.split()
    value = next((Decimal(one) for one in figures if not one.endswith("%")), None)
    growth = next((Decimal(one[:-1]) for one in figures if one.endswith("%")), None)
    return observation(name, loose_period(when), value, growth, status)


def shown(value, places):
    from erqi_cli.calc.decimals import rounded

    return None if value is None else str(rounded(value, places))


def codes(found):
    return [warning.code for warning in found.warnings]


@pytest.mark.parametrize(
    ("total", "seen", "completion", "pace", "places"),
    [
        ("647.4", "2017-10 629.0", "97.2", "13.8", 1),
        ("1015", "2017-03 313.64", "30.90", "5.90", 2),
        ("412", "2017-06 221.3", "53.71", "3.71", 2),
        ("16", "2017-06 21", "131.25", "81.25", 2),
        ("412", "2017-03-15 100", "24.27", "4.00", 2),
    ],
)
def test_completion_and_pace_come_out_to_the_printed_digit(
    judge, total, seen, completion, pace, places
):
    """629.0 of 647.4 by October is 97.2% and 13.8 points ahead; rounding first would give 13.9."""
    found = judge(f"kind: level, value: {total}, unit: 亿元", seen)
    assert (shown(found.completion, places), shown(found.pace, places)) == (completion, pace)


@pytest.mark.parametrize(
    ("seen", "status", "needed"),
    [
        ("2017-06 50", "on_pace", "50"),
        ("2017-06 51", "ahead", "49"),
        ("2017-06 50.9", "on_pace", "49.1"),
        ("2017-06 49.999", "behind", "50.001"),
        ("2017-06 100", "done", "0"),
        ("2017 100", "met", "0"),
        ("2017 98", "close", "2"),
        ("2017 97.9", "missed", "2.1"),
        ("2017-12 131", "met", "0"),
        ("2017-12-31 100", "met", "0"),
    ],
)
def test_the_status_of_an_amount(judge, seen, status, needed):
    """Done, ahead from one point, on pace from zero, behind below; of the year met, close within 2%, else missed."""
    found = judge("kind: level, value: 100, unit: 亿元", seen)
    assert (found.status, str(found.needed)) == (status, needed)


def test_an_estimate_of_the_year_is_no_verdict_on_it(judge):
    """An estimate of the year keeps its running status, with a warning; a forecast is no observation of what was done."""
    found = judge("kind: level, value: 100, unit: 亿元", "2017 97", status="E")
    assert (found.status, codes(found)) == ("behind", ["estimate"])
    assert judge("kind: level, value: 100, unit: 亿元", "2017 110", status="F").status == "no_data"
    growth = judge("kind: level, value: 1, unit: 亿元", "2017 8.1%", name="output", status="E")
    assert (growth.status, codes(growth)) == ("on_pace", ["estimate"])


def test_what_is_needed_a_month_and_where_the_rate_leads(judge):
    """By March 100 of 412 leaves 312, 34.67 in each of nine months; the run rate leads to 400."""
    found = judge("kind: level, value: 412, unit: 亿元", "2017-03 100")
    assert (found.needed, shown(found.needed_per_month, 2), found.year_end) == (312, "34.67", 400)


def test_a_stock_is_not_due_before_the_end_unless_it_is_reached(judge):
    """At the end of the year, a stock is judged; before it, it is done or not due, with the distance and without a pace."""
    stock = "kind: count, value: 350, unit: 家, comparator: at_least, collection: end_of_period"
    early, reached, late = (
        judge(stock, seen) for seen in ("2017-06 297", "2017-06 351", "2017 349")
    )
    assert [(found.status, found.gap, found.pace) for found in (early, reached)] == [
        ("not_due", -53, None),
        ("done", 1, None),
    ]
    assert (late.status, early.year_end) == ("close", None)


def test_a_node_of_a_trajectory_counts_until_the_next(judge):
    """With 40% due by June, 45 of 100 is five points ahead then and in July; before June the year runs evenly."""
    target = "kind: level, value: 100, unit: 亿元, trajectory: {2017-06: 40%, 2017-09: 80%}"
    assert [judge(target, seen).pace for seen in ("2017-03 45", "2017-06 45", "2017-07 45")] == [
        20,
        5,
        5,
    ]
    assert judge(target, "2017-09-15 45").pace == 5
    assert judge(target, "2017-09 45").pace == -35


def test_the_base_years_months_weigh_a_growth(judge):
    """Where the base year had 45% by June, growth of 6% by then leaves (8 − 0.45 × 6) ÷ 0.55 for the rest, else (8 − 0.5 × 6) ÷ 0.5."""
    found = judge(LEVEL, "2017-06 6%", name="output")
    assert (found.weight, shown(found.needed, 6), codes(found)) == (45, "9.636364", [])
    even = judge(LEVEL, "2017-06 6%", name="output", pace="pace: linear")
    assert (even.weight, even.needed, codes(even)) == (50, 10, ["equal-months"])


def test_a_due_date_inside_the_year_is_the_end_of_the_timetable(judge):
    """Of what is due by the end of June a half is expected by the end of March; after June it is overdue."""
    target = "kind: level, value: 100, unit: 亿元, due: 2017-06-30"
    assert judge(target, "2017-03 50").pace == 0
    late = judge(target, "2017-07 99")
    assert (late.status, codes(late)) == ("behind", ["overdue"])


@pytest.mark.parametrize(
    ("target", "seen", "status", "completion"),
    [
        ("value: 0, comparator: at_most", "2017-06 0", "on_pace", None),
        ("value: 0, comparator: at_most", "2017-06 1", "behind", None),
        ("value: 0, comparator: at_most", "2017 0", "met", None),
        ("value: 0, comparator: at_most", "2017 1", "missed", None),
        ("value: 0", "2017 1", "missed", None),
        ("value: 10, comparator: at_most", "2017-06 4", "ahead", "40.00"),
        ("value: 10, comparator: at_most", "2017-06 6", "behind", "60.00"),
        ("value: 10, comparator: at_most", "2017-06 11", "behind", "110.00"),
        ("value: 60, baseline: 100", "2017-06 75", "ahead", None),
        ("value: 60, baseline: 100", "2017-06 80", "on_pace", None),
        ("value: 60, baseline: 100", "2017 60", "met", None),
        ("value: 0, baseline: 100", "2017-06 0", "done", None),
        ("value: 140, baseline: 100", "2017-06 110", "behind", None),
        ("value: 90, upper: 110, comparator: between", "2017 100", "met", "111.11"),
        ("value: 90, upper: 110, comparator: between", "2017 120", "met", "133.33"),
        ("value: 60, upper: 65, comparator: between, baseline: 80", "2017 63", "met", None),
        (
            "value: 60, upper: 65, comparator: between, baseline: 80",
            "2017-06 72.5",
            "on_pace",
            None,
        ),
        ("value: 45, comparator: at_most, baseline: 40", "2017 60", "missed", None),
        ("value: 45, comparator: at_most, baseline: 40", "2017 44", "met", None),
        ("value: 100, comparator: at_least, baseline: 105", "2017 103", "met", None),
        ("value: 100, comparator: at_least, baseline: 110", "2017-06 95", "behind", None),
        ("value: 100, comparator: at_most, baseline: 90", "2017-06 94", "on_pace", None),
        ("value: 100, comparator: at_most", "2017 101", "missed", "101.00"),
        ("value: 100, tolerance: 3, comparator: at_most", "2017 103", "met", "103.00"),
        ("value: 100, tolerance: 3, comparator: at_most", "2017 106", "close", "106.00"),
        ("value: 100, tolerance: 3, comparator: at_most", "2017 107", "missed", "107.00"),
        ("value: 100, tolerance: 3, comparator: about", "2017 97", "met", "97.00"),
        ("value: 100, tolerance: 3, comparator: about", "2017 94", "close", "94.00"),
        ("value: 100, tolerance: 3, comparator: about", "2017 93", "missed", "93.00"),
    ],
)
def test_zero_falling_and_bounded_targets(judge, target, seen, status, completion):
    """A zero target, a limit, a fall from a baseline, a range and a tolerance are judged the right way round; a stock has no completion."""
    found = judge(f"kind: count, unit: 个, {target}", seen)
    assert (found.status, shown(found.completion, 2)) == (status, completion)


@pytest.mark.parametrize(
    ("name", "seen", "status"),
    [
        ("output", "2017-06 8.9%", "on_pace"),
        ("output", "2017-06 9%", "ahead"),
        ("output", "2017-06 7.9%", "behind"),
        ("output", "2017 8%", "met"),
        ("output", "2017 7.8%", "close"),
        ("output", "2017 7.7%", "missed"),
        ("energy", "2017-06 -3.2%", "on_pace"),
        ("energy", "2017-06 -4%", "ahead"),
        ("energy", "2017-06 -2.9%", "behind"),
        ("energy", "2017 -3%", "met"),
        ("energy", "2017 -2.8%", "missed"),
        ("range", "2017 9%", "met"),
        ("range", "2017 11%", "met"),
        ("range", "2017 7.8%", "close"),
        ("range", "2017-06 10.9%", "on_pace"),
        ("range", "2017-06 11%", "ahead"),
    ],
)
def test_the_status_of_a_growth(judge, name, seen, status):
    """Growth is held against its target and never against the share of the year; it has no pace and no completion, and a limit is never close."""
    found = judge("kind: level, value: 1, unit: 亿元", seen, name=name)
    assert (found.status, found.pace, found.completion, found.judged_on) == (
        status,
        None,
        None,
        "growth",
    )
    assert status == "missed" or (found.gap < 0) == (status in ("behind", "close"))


def test_no_growth_is_a_floor_and_a_planned_fall_says_which_way_is_better(judge):
    """A growth target of 0% is met by 4%; of −3%, lower is better for energy use and higher for revenue."""
    assert judge("kind: growth, value: 0%", "2017 4%").status == "met"
    for better, statuses in (("lower", ["met", "missed"]), ("higher", ["missed", "met"])):
        fall = f"kind: growth, value: -3%, better: {better}"
        assert [judge(fall, f"2017 {growth}").status for growth in ("-4%", "-1%")] == statuses


def test_a_year_and_its_december_are_one_period(judge):
    """The later vintage counts however the period is written, and a growth beside a level is not passed over."""
    target = "kind: level, value: 1, unit: 亿元"
    found = judge(target, "2017 107", "2017-12 9%", name="output")
    assert (found.judged_on, found.actual, found.growth.implied) == ("growth", 9, 7)


def test_a_due_date_after_the_year_stretches_the_timetable(judge):
    """Of what is due in the middle of next year a third is expected by June, and the year's end gives no verdict."""
    target = "kind: level, value: 90, unit: 亿元, due: 2018-06-30"
    assert judge(target, "2017-06 30").pace == 0
    assert judge(target, "2017 60").status == "on_pace"


def test_needed_a_month_counts_the_months_to_the_due_date(judge):
    """Half of what is due by June is left in March: a sixth of it in each of three months."""
    found = judge("kind: level, value: 100, unit: 亿元, due: 2017-06-30", "2017-03 50")
    assert (shown(found.needed_per_month, 2), found.year_end) == ("16.67", 200)


def test_a_cumulative_figure_that_falls_is_questioned(judge):
    """A figure below that of an earlier period may be a single month's."""
    found = judge("kind: level, value: 1015, unit: 亿元", "2017-03 313.64", "2017-04 90")
    assert "falls" in codes(found)


def test_what_is_not_scored_is_refused_by_name(erqi):
    """Context figures and qualitative targets have no status, and track and schedule say so."""
    for command in ("track", "schedule"):
        for name in ("urbanisation.utilities", "projects.total-investment"):
            done = erqi(command, name)
            assert (done.code, done.out, "E616" in done.err) == (2, "", True)
    assert erqi("track", "projects.total-investment", "--history").code == 0


def test_a_fall_is_put_into_words(erqi, write):
    """At most −3% reads 下降3%以上, which is a fall of at least 3%."""
    path = write(PLAN.replace("TARGET", "kind: level, value: 1, unit: 亿元").replace(", PACE", ""))
    assert "下降3%以上" in erqi("track", "energy", "--plan", path, "--lang", "zh").out
    assert "a fall of at least 3%" in erqi("list", "--plan", path).out
    assert "–/≤-3%" in erqi("track", "energy", "--plan", path).out


def test_about_follows_the_usage_of_2014(plan):
    """Of about 9% with a tolerance of 0.1, 8.9% is met, 8.8% close and 8.2% missed."""
    for growth, status in (("8.9", "met"), ("8.8", "close"), ("8.2", "missed")):
        seen = observation("gdp", period_of("2017"), None, Decimal(growth), "P")
        assert Tracker(scenario(plan), [seen]).track_one("gdp").status == status


def test_levels_alone_give_no_verdict(judge):
    """Without published growth nothing is judged: the ratio of two levels is shown and said to be missing a growth."""
    for seen, implied in (("2017 109", 9), ("2017-06 49.5", 10), ("2017-05 40", None)):
        found = judge(LEVEL, seen, name="output")
        assert (found.status, found.actual, codes(found)) == ("no_data", None, ["no-growth"])
        assert found.growth.implied == implied


observed = st.lists(
    st.tuples(
        st.sampled_from(["a.t", "output", "income"]),
        st.sampled_from(
            [
                "2016",
                "2016-12-31",
                "2016-06-30",
                "2017-06",
                "2017-06-30",
                "2017-11-15",
                "2017-12-31",
                "2017-12",
                "2017",
            ]
        ),
        st.sampled_from(["", "40", "45"]),
        st.sampled_from(["4%", "7%", "9%"]),
        st.sampled_from("APEF"),
        st.sampled_from(["2018-03-01", "2018-03-02"]),
    ),
    max_size=8,
    unique_by=lambda row: (row[0], loose_period(row[1]).key, row[5]),
)


@given(
    observed,
    st.sampled_from(
        [
            "kind: relative, to: output",
            "kind: level, value: 50, unit: 亿元",
            "kind: growth, value: 6%",
        ]
    ),
)
def test_rows_of_a_ledger_count_as_the_same_observations_do(tmp_path_factory, rows, target):
    """What is left of a ledger while it is read gives the standing that all of its rows give, days and forecasts among them."""
    folder = tmp_path_factory.mktemp("same")
    (folder / "plan.yaml").write_text(PLAN.replace("TARGET", target).replace(", PACE", ""), "utf-8")
    rows = [
        (*row[:2], row[2] if row[0] != "a.t" or "level" in target else "", *row[3:]) for row in rows
    ]
    (folder / "l.csv").write_text(HEAD + "".join(f"{','.join(row)},,\n" for row in rows), "utf-8")
    plan = load_plan(folder / "plan.yaml")
    names = target_names(plan)
    every = [
        read_cells(Cells(*row, "", "", ""), names, line)[0] for line, row in enumerate(rows, 2)
    ]
    kept = (
        read_ledger(str(folder / "l.csv"), plan, ObservationScope(2016, 2017)).observations
        if rows
        else []
    )
    trackers = [Tracker(scenario(plan), seen) for seen in (every, kept)]
    for name in ("a.t", "output", "income"):
        whole, less = (tracker.track_one(name) for tracker in trackers)
        assert less == whole


@pytest.mark.parametrize(
    ("kind", "rows", "status", "actual"),
    [
        (
            "kind: count, value: 100, unit: 套",
            "2017-11-15,90,,A,2017-11-20;2017-12-31,118,,F,2017-06-20",
            "ahead",
            90,
        ),
        (
            "kind: count, value: 100, unit: 套",
            "2017-11-15,90,,A,2017-11-20;2017-12-31,118,,E,2017-12-20",
            "ahead",
            90,
        ),
        (
            "kind: count, value: 100, unit: 套",
            "2017-11-15,90,,A,;2017-11-15,95,,E,2017-12-20",
            "ahead",
            90,
        ),
        (
            "kind: count, value: 100, unit: 套",
            "2017-06,70,,A,2017-07-10;2017-06,80,,预测数,2017-08-10",
            "ahead",
            70,
        ),
    ],
)
def test_a_later_forecast_or_estimate_hides_no_actual_of_a_ledger(
    write, kind, rows, status, actual
):
    """90 of 100 by 15 November count, whatever is expected of the year's end, and a forecast of what is known is no news."""
    plan = load_plan(write(PLAN.replace("TARGET", kind).replace(", PACE", "")))
    ledger = write(HEAD + "".join(f"a.t,{row},,\n" for row in rows.split(";")), "l.csv")
    found = Tracker(
        scenario(plan), read_ledger(str(ledger), plan, ObservationScope(2016, 2017)).observations
    ).track_one("a.t")
    assert (found.status, found.actual) == (status, actual)


def test_an_estimate_of_the_year_moves_no_other_date(plan):
    """With one target's year estimated and June known of another the data reach June; with the estimate alone, December."""
    estimate = observation("retail-sales", period_of("2017"), None, Decimal(8), "E", "2017-07-20")
    june = observation("gdp", period_of("2017-06"), None, Decimal(9), "A", "2017-07-20")
    tracker = Tracker(scenario(plan), [estimate, june])
    assert (tracker.as_of.text, tracker.track_one("gdp").is_stale) == (
        "2017-06",
        False,
    )
    assert Tracker(scenario(plan), [estimate]).as_of.text == "2017"
    known = estimate._replace(value=Decimal(460), growth=None, status="P")
    assert Tracker(scenario(plan), [estimate, known, june]).as_of.text == "2017"


def test_shares_that_are_no_parts_of_the_year_are_no_timetable(judge, write):
    """A month above the year's value, or below the month before, says nothing of how the year spread."""
    for months, usable in (
        ({3: 20, 6: 45}, [3, 6]),
        ({2: 12, 3: 20}, [1, 2, 3]),
        ({3: 20, 6: 450}, [3]),
        ({3: 50, 6: 45}, [3]),
        ({3: -5, 6: 45}, [6]),
        ({3: 20, 6: 20}, [3, 6]),
        ({6: 100}, [6]),
    ):
        seen = [
            observation("x", period_of(f"2016-{month:02}"), Decimal(value), None, "A")
            for month, value in months.items()
        ]
        seen.append(observation("x", period_of("2016"), Decimal(100), None, "A"))
        shares = ObservationSeries(seen, Years(2017, 2017)).monthly_shares("x", 2016)
        assert [month for month, share in enumerate(shares[:-1], 1) if share is not None] == usable
    found = judge(LEVEL, "2017-06 4%", name="output", pace="pace: base_year")
    assert (found.weight, shown(found.needed, 4)) == (45, "11.2727")
    path = write(
        PLAN.replace("TARGET", "kind: level, value: 1, unit: 亿元").replace(
            ", PACE", ", pace: base_year"
        )
    )
    path.write_text(
        path.read_text("utf-8").replace("2016-06, value: 45", "2016-06, value: 450"), "utf-8"
    )
    plan = load_plan(path)
    found = Tracker(
        scenario(plan), [*plan.observations, _seen("output", "2017-06 4%", "P")]
    ).track_one("output")
    assert (found.weight, found.needed, codes(found)) == (50, 12, ["equal-months"])


@pytest.mark.parametrize(
    ("better", "seen", "status", "measured", "warned"),
    [
        ("within", "2017-06 49", "on_pace", "within", []),
        ("within", "2017-06 41", "behind", "below", ["below-range"]),
        ("within", "2017-06 56", "behind", "beyond", ["above-range"]),
        ("higher", "2017-06 49", "done", "within", []),
        ("higher", "2017-06 41", "behind", "done", []),
        ("higher", "2017-06 56", "done", "beyond", ["above-range"]),
    ],
)
def test_a_range_that_the_year_starts_within_is_to_be_kept(
    judge, better, seen, status, measured, warned
):
    """From 50, a corridor of 45 to 55 is kept or left; where more is better, 56 is more than was asked for, and said to be."""
    target = "kind: level, value: 45, upper: 55, comparator: between, baseline: 50, unit: 亿元"
    found = judge(f"{target}, better: {better}", seen)
    assert (found.status, found.completion, found.expected) == (status, None, None)
    assert (found.measured_as, codes(found)) == (measured, warned)


def test_a_year_that_starts_at_the_upper_end_of_a_range_is_within_it(judge):
    """From 90, the upper end of 80 to 90, 95 is above the range, and from 75 there are 5 to go back into it."""
    target = "kind: level, value: 80, upper: 90, comparator: between, baseline: 90, unit: 亿元"
    assert (judge(target, "2017-06 95").measured_as, judge(target, "2017-06 75").needed) == (
        "beyond",
        5,
    )


def test_a_range_within_which_the_year_starts_has_no_timetable(erqi, write):
    """Of a range of 45 to 55 that the year starts within, nothing is due by any month."""
    target = "kind: level, unit: 亿元, value: 45, upper: 55, comparator: between, baseline: 50"
    path = write(PLAN.replace("TARGET", target).replace(", PACE", ""))
    done = erqi("schedule", "a.t", "--by", "half", "--plan", path)
    assert (done.code, done.out, "E804" in done.err) == (3, "", True)


def test_a_range_that_is_come_down_to_can_be_left_below(judge, explained):
    """From 100 to a range of 80 to 90, less is better: 75 is done, below the range, and 20 better than June's 95."""
    target = "kind: level, value: 80, upper: 90, comparator: between, baseline: 100, unit: 亿元"
    found = judge(target, "2017-06 75")
    assert (found.status, found.needed, found.gap, found.measured_as, codes(found)) == (
        "done",
        0,
        20,
        "below",
        ["below-range"],
    )
    reached = judge(target, "2017-06 80")
    assert (reached.status, reached.measured_as, codes(reached)) == ("done", "within", [])
    assert explained(target, "a.t,2017-06,75,,P,,,\n")["Pace"] == (
        "95 − 75 = 2 billion yuan (20亿元) (below the range)"
    )


CORRIDOR = "kind: growth, value: 8%, upper: 10%, comparator: between, better: within"


def test_above_a_corridor_of_growth_the_rest_of_the_year_has_an_upper_end(explained, judge):
    """With 11% by June of a corridor of 8% to 10%, the rest of the year may grow 9% at most; where more is better, 5% are enough."""
    found = judge(LEVEL, "2017-06 11%", name="range")
    assert (found.status, found.needed, codes(found)) == (
        "ahead",
        5,
        ["above-range", "equal-months"],
    )
    found = judge(CORRIDOR, "2017-06 11%")
    assert (found.status, found.needed, found.gap) == ("behind", 9, -1)
    assert explained(CORRIDOR, "a.t,2017-06,,11%,P,,,\n")["Growth needed"] == (
        "(10% − 50.00% × 11%) ÷ (1 − 50.00%) = 9.00%"
    )


def test_what_may_still_grow_under_a_corridor_is_told_as_a_limit(write):
    """Above a corridor the rest of the year may grow 9% at most: 9% is not what it needs."""
    plan = load_plan(write(PLAN.replace("TARGET", CORRIDOR).replace(", PACE", "")))
    tracker = Tracker(scenario(plan), [_seen("a.t", "2017-06 11%", "P")])
    words = needed_words(tracking_row(tracker, tracker.track_one("a.t")))
    assert words == ("余下月份增速须控制在9%以内", "growth of at most 9% in the rest of the year")


def test_doubts_about_what_a_target_keeps_step_with_are_told_as_that_ones(erqi, write):
    """The published and the implied growth of 产值 disagree: its own row says so, and the other's row by its name."""
    target = "kind: relative, to: output, price_basis: current"
    path = write(PLAN.replace("TARGET", target).replace(", PACE", ""))
    ledger = write(HEAD + "output,2017,120,8%,A,,,\na.t,2017,,8%,A,,,\n", "l.csv")
    rows = erqi("track", "--plan", path, "--ledger", ledger, "--format", "json").rows
    own, beside = (rows[name]["warnings"][0] for name in ("output", "a.t"))
    assert (own["code"], beside["code"]) == ("growth-disagrees", "growth-disagrees")
    assert "the comparable 2016 base is 11.111 billion yuan" in own["en"]
    assert beside["en"] == f"产值: {own['en']}"
    assert beside["zh"] == f"产值：{own['zh']}"


def test_an_implied_growth_is_explained_with_the_price_rise_that_it_leaves_out(erqi, write):
    """600 against 524, of which prices rose 4%, are 10.10%; a base is implied at equal prices alone, where the level is at constant ones."""
    ledger = write(HEAD + "gdp,2017,600,10.1%,A,2018-01-20,,\n", "l.csv")
    for more, quotient, base in (
        ((), "600 ÷ 524 − 1 = 14.50%", None),
        (("--set", "gdp.deflator=4%"), "600 ÷ (524 × (1 + 4%)) − 1 = 10.10%", "52.39992 billion"),
    ):
        rows = erqi("explain", "gdp", "--ledger", ledger, "--format", "json", *more).json["rows"]
        told = {
            row["item"]["en"]: row["content"]["en"] for row in rows if row["part"] == "progress"
        }
        assert told["Implied growth"] == quotient
        assert told.get("Implied 2016", "").startswith(base or "")
        assert ("Implied 2016" in told) is (base is not None)


def test_a_relative_target_keeps_step_with_the_other(judge, write):
    """Growth of the one is held against the other's of the same period; without the other there is no verdict."""
    target = "kind: relative, to: output, price_basis: current"
    loaded = load_plan(write(PLAN.replace("TARGET", target).replace(", PACE", "")))
    for own, other, status in (("8", "7", "ahead"), ("7", "7", "on_pace"), ("6.9", "7", "behind")):
        seen = [
            observation(name, period_of("2017-06"), None, Decimal(g), "P")
            for name, g in (("a.t", own), ("output", other))
        ]
        found = Tracker(scenario(loaded), seen).track_one("a.t")
        assert (found.status, found.figure) == (status, Decimal(other))
    other = observation("output", period_of("2017"), None, Decimal(9), "E")
    found = Tracker(
        scenario(loaded), [observation("a.t", period_of("2017"), None, Decimal(8), "P"), other]
    ).track_one("a.t")
    assert (found.status, codes(found)) == ("behind", ["estimate"])
    alone = judge("kind: relative, to: output", "2017-06 7%")
    assert (alone.status, codes(alone)) == ("no_data", ["no-comparison"])


@pytest.mark.parametrize(
    ("seen", "name", "code"),
    [
        ("2017-03 1017000", "a.t", "far-from-target"),
        ("2017-03 4120", "a.t", None),
        ("2017-06 451 8%", "output", "far-from-base"),
        ("2017-06 4.4 8%", "output", "far-from-base"),
        ("2017-06 450 8%", "output", None),
        ("2017-06 4.5 8%", "output", None),
        ("2017-06 -5000", "a.t", "far-from-target"),
    ],
)
def test_an_amount_that_may_be_in_another_unit_is_doubted(judge, seen, name, code):
    """Over ten times the target of 412, or over ten times off the 45 of June 2016, the unit may be another; at ten times not yet."""
    found = judge("kind: level, value: 412, unit: 亿元", seen, name=name)
    assert [one for one in codes(found) if one.startswith("far-")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("target", "seen", "far"),
    [
        ("kind: level, value: 1, upper: 20, comparator: between", "15", False),
        ("kind: level, value: 500, baseline: 10000", "6000", False),
        ("kind: level, value: 0, comparator: at_most", "5", False),
        ("kind: level, value: 0.05", "20", True),
        ("kind: share, value: 2%, comparator: at_most", "25", False),
    ],
)
def test_only_what_is_far_from_all_that_a_target_names_is_doubted(judge, target, seen, far):
    """A range's upper end and a baseline are no other unit's, a limit of nothing has no size, and a share no other unit."""
    unit = "" if "share" in target else ", unit: 亿元"
    assert ("far-from-target" in codes(judge(f"{target}{unit}", f"2017-06 {seen}"))) is far


def test_milestones_are_done_or_not_and_overdue_past_their_date(judge):
    """Before its date a milestone waits; after it, it is behind if not done, and without a word there is no data."""
    target = "kind: milestone, due: 2017-06-30"
    assert judge(target, "2017-05 1").status == "done"
    assert judge(target, "2017-05 0").status == "not_due"
    late = judge(target, "2017-05 0", as_of="2017-08")
    assert (late.status, codes(late)) == ("behind", ["overdue", "stale"])
    assert judge(target, as_of="2017-05").status == "not_due"
    silent = judge(target, as_of="2017-08")
    assert (silent.status, codes(silent)) == ("no_data", ["unreported"])
    assert [judge(target, seen).status for seen in ("2017 1", "2017 0")] == ["met", "missed"]
    assert codes(judge(target, "2017-10 1")) == ["late"]
    assert judge("kind: milestone, value: 3, unit: 级", "2017-06 2").status == "not_due"


def test_the_results_of_2017_seven_met_and_two_without_data(erqi):
    """With no ledger the published results of 2017 are followed; three growths disagree with their levels."""
    rows = erqi("track", "--format", "json").rows
    growth = {name: row for name, row in rows.items() if row["kind"] == "growth"}
    assert sorted(row["status"] for row in growth.values()) == ["met"] * 7 + ["no_data"] * 2
    assert {name for name, row in growth.items() if row["status"] == "no_data"} == {
        "trade",
        "foreign-investment",
    }
    warned = {
        name
        for name, row in growth.items()
        if "growth-disagrees" in [note["code"] for note in row["warnings"]]
    }
    assert warned == {"gdp", "budget-revenue", "industry-value-added"}
    revenue = growth["budget-revenue"]
    assert [shown(revenue[key], 1) for key in ("implied_growth_percent", "implied_baseline")] == [
        "-0.3",
        "27.1",
    ]
    assert growth["gdp"]["actual"] == Decimal("9.1")
    assert "a difference of 8.84 percentage points" in erqi("track", "budget-revenue").out


def test_vintages_are_what_was_published_by_a_day(erqi):
    """On the day before the second vintage gross domestic product had grown 9%, and a year before nothing was known."""
    before = erqi("track", "gdp", "--published-by", "2018-02-22", "--format", "json").rows["gdp"]
    assert (before["actual"], before["published"]) == (9, "2018-01-23")
    nothing = erqi("track", "gdp", "--published-by", "2017-12-31", "--format", "json").rows["gdp"]
    assert (nothing["status"], nothing["actual"]) == ("no_data", None)


def test_a_base_value_is_what_was_published_by_a_day(erqi, tmp_path):
    """On 19 January 2017, the day before 524 was published, there is no base value and no projected one, in any command."""
    day = ("--published-by", "2017-01-19")
    refused = erqi("get", "gdp.projected", *day)
    assert (
        refused.code,
        refused.out,
        "the plan has no base value with a publication date up to 2017-01-19" in refused.err,
    ) == (
        3,
        "",
        True,
    )
    assert erqi("get", "gdp.projected", "--published-by", "2017-01-20").out == "571.16\n"
    assert (
        "计划中没有公布日期在2017-01-19及以前的基期值"
        in erqi("explain", "gdp", "--lang", "zh", *day).out
    )
    assert erqi("report", "-o", tmp_path / "chart.html", *day).code == 0
    assert "571.16" not in (tmp_path / "chart.html").read_text("utf-8")
    wrong = erqi("get", "gdp.projected", "--published-by", "soon")
    assert (wrong.code, "E610" in wrong.err) == (2, True)


def test_the_december_of_the_base_year_is_its_base_value(erqi, write):
    """A base value for 2016-12, from January to December, is that of 2016."""
    path = write(PLAN.replace("TARGET", "kind: level, value: 1, unit: 亿元").replace(", PACE", ""))
    path.write_text(
        path.read_text("utf-8").replace("output, period: 2016,", "output, period: 2016-12,"),
        "utf-8",
    )
    assert erqi("get", "output.projected", "--plan", path).out == "108\n"


def test_the_later_vintage_counts_in_whatever_order_they_stand(plan):
    """A revision published in February replaces January's figure, also where it stands before it."""
    first = observation("gdp", period_of("2017"), None, Decimal(9), "P", "2018-01-23")
    second = first._replace(growth=Decimal("9.1"), published="2018-02-23")
    for order in ((first, second), (second, first)):
        assert Tracker(scenario(plan), order).track_one("gdp").actual == Decimal("9.1")


def test_what_ifs_change_the_verdict_and_are_marked(erqi, write):
    """At a target growth of 10% the 9.1% of 2017 is missed; at 500 the same investment is behind."""
    out = erqi("track", "gdp", "--set", "gdp.growth=10%", "--format", "json").json
    assert (out["rows"][0]["status"], out["what_if"]) == ("missed", ["gdp.growth=10%"])
    ledger = write(HEAD + "projects.annual-investment,2017-06,221.3,,P,,,\n", "l.csv")
    words = ("get", "projects.annual-investment.status", "--ledger", ledger)
    assert erqi(*words).out == "ahead\n"
    assert erqi(*words, "--set", "projects.annual-investment.value=500").out == "behind\n"
    assert "假设" in erqi("track", "gdp", "--set", "gdp.growth=10%", "--lang", "zh").out


def test_fail_on_exits_with_six_and_still_prints(erqi):
    """A script can act on the verdict: 6 where a row that is shown has the status, else 0."""
    done = erqi("track", "--fail-on", "no_data")
    assert (done.code, "□ 33 missing: 2 headline indicators, 1 in action 1" in done.out) == (
        6,
        True,
    )
    assert erqi("track", "gdp", "--fail-on", "missed", "--fail-on", "待报").code == 0
    assert erqi("track", "--action", "1", "--fail-on", "missed").code == 0


def test_the_summary_counts_by_status_the_worst_first(erqi, write):
    """In all and for each action there are counts, the worst status first, and the rows are filtered by it."""
    ledger = write(
        HEAD
        + "projects.annual-investment,2017-06,100,,P,,,\nurbanisation.roads-upgraded,2017-06,16,,P,,,\n"
        "urbanisation.back-streets,2017-06,1,,P,,,\n",
        "l.csv",
    )
    answer = erqi("track", "--ledger", ledger, "--format", "json").json
    groups = {group["id"]: group for group in answer["summary"]["groups"]}
    assert groups["projects"]["counts"] == {"behind": 1}
    assert list(groups["urbanisation"]["counts"]) == ["behind", "no_data", "not_due", "done"]
    assert (groups["urbanisation"]["status"], answer["summary"]["all"]["status"]) == (
        "behind",
        "behind",
    )
    assert answer["as_of"] == "2017-06"
    assert set(
        erqi("track", "--ledger", ledger, "--status", "欠进度", "--format", "json").rows
    ) == {
        "projects.annual-investment",
        "urbanisation.back-streets",
    }


def test_rows_have_the_same_keys_whatever_they_track(erqi):
    """Every row of JSON has every key, and CSV the same columns."""
    rows = erqi("track", "--format", "json").rows
    assert len({tuple(row) for row in rows.values()}) == 1
    wanted = "id name unit kind target actual period completion_percent elapsed_percent pace_points status needed judged_on"
    wanted += " published_growth_percent implied_growth_percent warnings"
    assert set(wanted.split()) <= set(rows["gdp"])
    assert erqi("track", "--format", "csv").out.count("\n") == len(rows) + 1


def test_chinese_tables_use_the_words_of_the_offices(erqi, write):
    """完成率, 序时进度, 超 and 欠, and the four states stand in the Chinese table."""
    ledger = write(
        HEAD
        + "projects.annual-investment,2017-06,221.3,,P,,,\nopening.funds-in-place,2017-06,100,,P,,,\n"
        "urbanisation.roads-upgraded,2017-06,16,,P,,,\nurbanisation.back-streets,2017-06,1,,P,,,\n",
        "l.csv",
    )
    out = erqi("track", "--ledger", ledger, "--lang", "zh").out
    for words in (
        "完成率",
        "序时进度",
        "超3.71",
        "欠49.15",
        "已完成",
        "超进度",
        "达进度",
        "欠进度",
    ):
        assert words in out


@pytest.mark.parametrize(
    "option",
    [("--chart",), ("--action", "1"), ("--status", "behind"), ("--fail-on", "behind")],
    ids=lambda option: option[0],
)
def test_a_history_takes_no_option_that_it_would_ignore(erqi, option):
    """The history of one target has no statuses to choose or to fail on, no action and no bars."""
    refused = erqi("track", "gdp", "--history", *option)
    assert (
        refused.code,
        refused.out,
        f"E606 {option[0]} cannot be used with --history" in refused.err,
    ) == (2, "", True)


def test_a_history_says_what_was_left_out(erqi, write):
    """By a day of publication the history says so, and how many rows have none."""
    ledger = write(HEAD + "gdp,2017-06,284,,P,2017-07-20,,\ngdp,2017-07,300,,P,,,\n", "l.csv")
    out = erqi("track", "gdp", "--history", "--ledger", ledger, "--published-by", "2017-08-01").out
    assert (
        "Only data published by 1 August 2017 are used" in out,
        "Left out: 1 row without a day of publication" in out,
    ) == (
        True,
        True,
    )


def test_a_history_shows_every_vintage(erqi):
    """The series of gross domestic product has the base year and both vintages of 2017, each with where it put the target."""
    rows = erqi("track", "gdp", "--history", "--format", "json").json["rows"]
    assert [
        (row["period"], row["growth_percent"], row["published"], row["status"]) for row in rows
    ] == [
        ("2016", 9, "2017-01-20", None),
        ("2017", 9, "2018-01-23", "met"),
        ("2017", Decimal("9.1"), "2018-02-23", "met"),
    ]
    refused = erqi("track", "--history")
    assert (refused.code, refused.out) == (2, "")
    assert "E615" in refused.err


def test_as_of_a_month_and_its_last_day_are_the_same(erqi):
    """30 June ends the period that June ends: half of the year has passed as of either."""
    told = [
        erqi("track", "gdp", "--as-of", when, "--format", "json").json["elapsed_percent"]
        for when in ("2017-06", "2017-06-30")
    ]
    assert told == [50, 50]


def test_the_rate_of_a_base_year_leads_to_the_end_of_the_year(judge):
    """Due by September, with 45 of 100 by June of the base year, 50 by June lead to 111.11 by December."""
    found = judge(
        "kind: level, value: 60, unit: 亿元, due: 2017-09-30",
        "2016 100",
        "2016-06 45",
        "2016-09 70",
        "2017-06 50",
    )
    assert (shown(found.expected.share, 2), shown(found.year_end, 2)) == ("64.29", "111.11")


def test_limits_are_explained_as_used(explained):
    """Of a budget the pace is what is used more or less than its timetable allows; a stock past its limit is told its distance and no pace."""
    limit = "kind: count, value: 8, unit: 个, comparator: at_most"
    assert (
        explained(limit, "a.t,2017-06,3,,P,,,\n")["Pace"]
        == "37.50% − 50.00% = 12.50 percentage points under plan"
    )
    told = explained(f"{limit}, collection: end_of_period", "a.t,2017-06,9,,P,,,\n")
    assert (told["Status"], "Pace" in told) == ("behind", False)
    assert told["Distance from the target"].startswith("8 − 9 = 1 over the limit")
    share = "kind: share, value: 90%, upper: 95%, comparator: between, better: within"
    told = explained(share, "a.t,2017-06,96%,,P,,,\n")
    assert told["Distance from the target"] == "95% − 96% = 1 percentage point (above the range)"


def test_as_of_goes_back_in_time(erqi, write):
    """As of March the figures of June are not known, and an earlier year is refused."""
    ledger = write(
        HEAD + "opening.funds-in-place,2017-03,50,,P,,,\nopening.funds-in-place,2017-06,60,,P,,,\n",
        "l.csv",
    )
    for as_of, actual in (("2017-03", 50), ("2017年1-4月", 50), ("2017/6/30", 60)):
        words = (
            "track",
            "funds-in-place",
            "--ledger",
            ledger,
            "--as-of",
            as_of,
            "--format",
            "json",
        )
        assert erqi(*words).json["rows"][0]["actual"] == actual
    for wrong, code in (("2016-12", "E614"), ("2017-13", "E610")):
        done = erqi("track", "--as-of", wrong)
        assert (done.code, code in done.err) == (2, True)


def test_explain_shows_the_arithmetic_of_a_status(erqi, write):
    """The quotient, the share of the year, the difference and the thresholds stand in the explanation."""
    ledger = write(HEAD + "projects.annual-investment,2017-06,221.3,,P,,,\n", "l.csv")
    out = erqi("explain", "projects.annual-investment", "--ledger", ledger).out
    for words in (
        "221.3 ÷ 412 = 53.71%",
        "6 ÷ 12 months = 50.00%",
        "= +3.71 percentage points",
        "at most 2% of the figure",
    ):
        assert words in out
    growth = erqi("explain", "gdp").out
    for words in (
        "567 ÷ 524 − 1 = 8.21%",
        "9.1% − 9% = 0.10 percentage points better",
        "at most 0.2 percentage points",
    ):
        assert words in growth


def test_get_prints_what_track_says(erqi, write):
    """The bare number is unrounded; what does not apply exits with 3 and says why."""
    ledger = write(HEAD + "opening.funds-in-place,2017-03,100,,P,,,\n", "l.csv")
    for field, value in (
        ("pace", "25"),
        ("completion", "50"),
        ("needed", "100"),
        ("period", "2017-03"),
        ("status", "ahead"),
    ):
        assert (
            erqi("get", f"opening.funds-in-place.{field}", "--ledger", ledger).out == value + "\n"
        )
    done = erqi("get", "gdp.pace")
    assert (done.code, done.out, "E803" in done.err) == (3, "", True)
    assert erqi("get", "projects.major-projects.status").code == 3


def test_the_bar_on_a_terminal_marks_the_timetable():
    """Full cells are what is done, the mark what is expected by now, an arrow more than there is room for."""
    from erqi_cli.output.terminal.bars import draw_bar
    from erqi_cli.results.result import Bar

    assert draw_bar(Bar(Decimal(75), Decimal(50)), unicode=False) == "####|###.."
    assert draw_bar(Bar(Decimal(131), Decimal(100)), unicode=False) == "#########|"
    assert draw_bar(Bar(Decimal(0), None), unicode=True) == "·" * 10
    assert draw_bar(Bar(Decimal(1), Decimal(0)), unicode=True) == "▏" + "·" * 9


@pytest.mark.parametrize(("by", "count"), [("month", 12), ("季", 4), ("季度", 4), ("half", 2)])
def test_a_timetable_ends_at_the_target_and_loses_no_unit(erqi, by, count):
    """Counts come in whole ones, increments add up to the target, and the last amount is the target."""
    rows = erqi("schedule", "--by", by, "--format", "json").rows
    for row in rows.values():
        dues = row["schedule"]
        if not dues:
            assert row["notes"]
            continue
        assert len(dues) == count
        assert dues[-1]["amount"] == row["target"] == sum(due["increment"] for due in dues)
    streets = [due["amount"] for due in rows["urbanisation.back-streets"]["schedule"]]
    assert streets == [-(-118 * step // count) for step in range(1, count + 1)]
    stock = rows["opening.incubated-firms"]
    assert (stock["schedule"], [note["code"] for note in stock["notes"]]) == ([], ["no-path"])


def test_the_timetable_and_the_pace_come_down_to_the_same_mark(erqi, write):
    """Of a range of 80 to 90 that is come down to from 100, 95 is due by June, and with 95 a target is on pace."""
    target = "kind: level, unit: 亿元, value: 80, upper: 90, comparator: between, baseline: 100"
    path = write(PLAN.replace("TARGET", target).replace(", PACE", ""))
    due = erqi("schedule", "a.t", "--by", "half", "--plan", path, "--format", "json").rows["a.t"][
        "schedule"
    ]
    assert [one["amount"] for one in due] == [95, 90]
    assert "at most 90" in erqi("schedule", "a.t", "--by", "half", "--plan", path).out
    ledger = write(HEAD + "a.t,2017-06,95,,P,,,\n", "l.csv")
    assert erqi("get", "a.t.gap", "--plan", path, "--ledger", ledger).out == "0\n"
    words = ("get", "a.t.status", "--plan", path, "--ledger", ledger)
    assert erqi(*words).out == "on_pace\n"
    told = erqi("explain", "a.t", "--plan", path, "--ledger", ledger).out
    assert "100 + 50% × (90 − 100) = 9.5 billion yuan" in told


def test_a_timetable_comes_out_in_every_format(erqi):
    """Targets without a timetable leave their cells blank, in CSV too."""
    for form in ("table", "json", "csv", "markdown"):
        for by in ("month", "quarter", "half"):
            done = erqi("schedule", "--format", form, "--by", by)
            assert (
                done.code,
                "回迁安置房项目" in done.out or "Resettlement housing projects" in done.out,
            ) == (0, True)


def test_a_growth_target_has_a_timetable_where_the_base_years_months_are_given(erqi, write):
    """By June the base year had 45 of 100, so 8% growth makes 48.6 due; without months it is refused with the reason."""
    target = "kind: level, value: 1, unit: 亿元"
    path = write(PLAN.replace("TARGET", target).replace(", PACE", ", pace: base_year"))
    done = erqi("schedule", "output", "--by", "half", "--plan", path, "--format", "json")
    assert [due["amount"] for due in done.rows["output"]["schedule"]] == [Decimal("48.6"), 108]
    refused = erqi("schedule", "gdp")
    assert (refused.code, refused.out, "E804" in refused.err) == (3, "", True)
    months = erqi("schedule", "output", "--by", "month", "--plan", path)
    assert "E804" in months.err


def test_limits_are_worded_as_used(erqi):
    """35 days of at most 30 are 116.67% used and 66.67 more than the half year has; 3.5% of at most 4% are 0.5 within it."""
    files = ROOT / "tests" / "files"
    words = (
        "track",
        "--plan",
        files / "kinds.yaml",
        "--ledger",
        files / "kinds.csv",
        "--lang",
        "zh",
    )
    table = erqi(*words).out.replace("\n▼ ", "\n").replace("\n● ", "\n").replace("\n✔ ", "\n")
    chart = erqi(*words, "--chart").out
    for out, used, over, beyond in (
        (table, "已用116.7%", "多用66.67", "已完成"),
        (chart, "已用116.67%", "高于进度66.67", "高于区间"),
    ):
        lines = {line.split()[0]: line for line in out.splitlines() if line.strip()}
        assert used in lines["超标天数"]
        assert over in lines["超标天数"]
        assert "距上限0.5" in lines["城镇调查失业率"]
        assert beyond in lines["年度投资"]
    assert "限额为已用的百分比" in out
    rows = {row["id"]: row["measured_as"] for row in erqi(*words, "--format", "json").json["rows"]}
    assert [rows[name] for name in ("a.days", "a.range", "gdp", "a.cover", "a.built")] == [
        "used",
        "beyond",
        "within",
        "done",
        None,
    ]


@pytest.fixture
def explained(write, erqi):
    """Explain a target, written as in a plan, by the rows of a ledger; return what is told of its progress, by its heading.

    Of several lines with one heading it is the first.
    """

    def told(target, rows, *more, name="a.t"):
        plan, ledger = (
            write(PLAN.replace("TARGET", target).replace(", PACE", "")),
            write(HEAD + rows, "l.csv"),
        )
        done = erqi("explain", name, "--plan", plan, "--ledger", ledger, "--format", "json", *more)
        lines = {}
        for row in done.json["rows"]:
            if row["part"] == "progress":
                lines.setdefault(row["item"]["en"], row["content"]["en"])
        return lines

    return told


def test_a_growth_above_its_range_is_explained_as_that(explained):
    """10.3% of a range of 8% to 10% is 2.30 points over what was asked for, and said to be above the range; 7% is a point short."""
    told = explained(LEVEL, "range,2017-06,,10.3%,P,,,\n", name="range")
    assert told["Against the target"] == "10.3% − 8% = 2.30 percentage points better than target"
    assert told["Status"] == "on pace"
    told = explained(LEVEL, "range,2017-06,,7%,P,,,\n", name="range")
    assert told["Against the target"] == "7% − 8% = 1.00 percentage points off target"
    told = explained(CORRIDOR, "a.t,2017-06,,10.3%,P,,,\n")
    assert told["Against the target"] == "10% − 10.3% = 0.30 percentage points off target"
    assert (told["Status"], told["on pace"]) == ("behind", "within the range")


def test_an_amount_above_its_range_is_explained_by_its_rule(explained):
    """1,050 of 800 to 1,000 is done where more is better; a corridor is behind, by a rule that says so."""
    target = "kind: level, value: 800, upper: 1000, comparator: between, unit: 亩"
    for better, status, rule in (
        ("higher", "done", "completion is compared with the share expected by now"),
        ("within", "behind", "both ends of the range are scaled"),
    ):
        told = explained(f"{target}, better: {better}", "a.t,2017-06,1050,,P,,,\n")
        assert (told["Status"], told["Rule"].startswith(rule)) == (status, True)


def test_what_is_still_to_come_down_is_told_without_a_sign(explained):
    """87 on the way from 100 to 80 is 7 too much, a third of it a month; a stock has no run rate."""
    told = explained("kind: level, value: 80, baseline: 100, unit: 万吨", "a.t,2017-09,87,,P,,,\n")
    assert (told["Needed"], told["Per month"]) == (
        "a reduction of 70,000 tonnes",
        "a reduction of 23,300 tonnes",
    )
    assert "Year-end" not in told


def test_a_limit_on_a_share_has_no_timetable_anywhere(explained, judge, erqi, write):
    """5.2% under a limit of 5.5% is on pace in June, a stock or an average, without a share of the year and by a rule that needs none."""
    target = "kind: share, value: 5.5%, comparator: at_most"
    for collection, rule in (
        ("end_of_period", "a limit or a range applies at any time"),
        ("average", "an average is compared with the target at any time"),
    ):
        written = f"{target}, collection: {collection}"
        found = judge(written, "2017-06 5.2", as_of="2017-06")
        assert (found.status, found.expected, found.pace) == ("on_pace", None, None)
        told = explained(written, "a.t,2017-06,5.2%,,P,,,\n")
        assert (told["Status"], "Year passed" in told) == ("on pace", False)
        assert told["Rule"].startswith(rule)
        plan = write(PLAN.replace("TARGET", written).replace(", PACE", ""))
        refused = erqi("schedule", "a.t", "--plan", plan)
        assert (refused.code, "E804" in refused.err) == (3, True)


@pytest.mark.parametrize("collection", ["end_of_period", "average"])
def test_a_limit_holds_at_any_time(judge, collection):
    """150 of at most 100 is behind in June, and so is 100.5; 100 and 50 keep the limit."""
    limit = (
        f"kind: level, unit: 微克/立方米, value: 100, comparator: at_most, collection: {collection}"
    )
    statuses = [judge(limit, f"2017-06 {seen}").status for seen in ("150", "100.5", "100", "50")]
    assert statuses == ["behind", "behind", "on_pace", "on_pace"]


@pytest.mark.parametrize(
    ("target", "seen", "status"),
    [
        ("value: -5, upper: 5, comparator: between", "2017-06 3", "done"),
        ("value: -5, upper: 5, comparator: between", "2017-06 -6", "behind"),
        ("value: -5, comparator: at_least", "2017-06 -3", "done"),
    ],
)
def test_a_sum_that_may_fall_below_zero_has_no_completion(judge, target, seen, status):
    """Zero lies in a range of −5 to 5 and above a floor of −5: nothing is a share of the way there."""
    found = judge(f"kind: level, unit: 亿元, {target}", seen)
    assert (found.status, found.completion, found.pace) == (status, None, None)


def test_what_is_to_be_kept_is_explained_by_a_rule_without_a_timetable(explained):
    """Below a range that the year starts within, the rule says that it was to be kept, and no share of the year is told."""
    target = "kind: level, value: 45, upper: 55, comparator: between, baseline: 50, unit: 亿元"
    told = explained(target, "a.t,2017-06,41,,P,,,\n")
    assert (told["Status"], "Year passed" in told) == ("behind", False)
    assert told["Rule"].startswith("the target was reached at the start and has to be kept")


def test_a_milestone_that_was_reached_in_time_is_not_late(judge):
    """Five of five by 15 June, due at its end, are in time, also where later reports say the same."""
    target = "kind: milestone, value: 5, unit: 个, due: 2017-06-30"
    assert codes(judge(target, "2017-06-15 5", "2017-09 5")) == []
    assert codes(judge(target, "2017-06-15 4", "2017-09 5")) == ["late"]


def test_a_relative_range_lies_above_what_it_follows(write):
    """Zero to two points over 9.5% is 9.5% to 11.5%: 15% is above it and ahead, 12% by half a point, 11% within, 9% short."""
    plan = load_plan(
        write(
            PLAN.replace(
                "TARGET", "kind: relative, to: output, value: 0, upper: 2, comparator: between"
            ).replace(", PACE", "")
        )
    )
    for own, status in (("15%", "ahead"), ("12%", "on_pace"), ("11%", "on_pace"), ("9%", "behind")):
        tracker = Tracker(
            scenario(plan),
            [_seen("output", "2017-06 9.5%", "P"), _seen("a.t", f"2017-06 {own}", "P")],
        )
        row = tracking_row(tracker, tracker.track_one("a.t"))
        assert (row.status, row.target, row.upper) == (status, Decimal("9.5"), Decimal("11.5"))


def test_a_relative_target_waits_for_no_estimate_of_the_year(write):
    """With June known of both, an estimate of both years is no basis: 9.2% is 0.3 points short of 9.5%."""
    plan = load_plan(
        write(PLAN.replace("TARGET", "kind: relative, to: output").replace(", PACE", ""))
    )
    june = [_seen("output", "2017-06 9.5%", "P"), _seen("a.t", "2017-06 9.2%", "P")]
    year = [_seen("output", "2017 9%", "E"), _seen("a.t", "2017 10%", "E")]
    found = Tracker(scenario(plan), [*june, *year]).track_one("a.t")
    assert (found.period.text, found.status, found.gap) == ("2017-06", "behind", Decimal("-0.3"))


def test_a_revised_base_value_is_told_beside_the_one_projected_from(erqi, write):
    """The ledger has 520 for 2016, the plan 524: the growth is implied by 520, and the note has both."""
    ledger = write(
        HEAD + "gdp,2016,520,,A,2018-01-10,,\ngdp,2017,567,8.9%,P,2018-01-20,,\n", "l.csv"
    )
    note = "The 2016 value is 52 billion yuan (520亿元) in the data; the projection starts from 52.4 billion yuan (524亿元)"
    assert note in erqi("explain", "gdp", "--ledger", ledger).out
    assert note not in erqi("explain", "gdp").out


@pytest.mark.parametrize(
    ("as_of", "warned"), [("2017-09", False), ("2017-10", True), ("2018-03", True)]
)
def test_a_due_date_that_has_passed_is_said_also_of_older_data(judge, as_of, warned):
    """2,100 of 3,000 in June, due by the end of September, keep June's status, and are overdue from October on."""
    found = judge(
        "kind: count, value: 3000, unit: 套, due: 2017-09-30", "2017-06 2100", as_of=as_of
    )
    assert ("overdue" in codes(found), found.status, found.is_stale) == (warned, "ahead", True)
    found = judge("kind: count, value: 3000, unit: 套", "2017-06 2100", as_of=as_of)
    assert ("overdue" in codes(found), found.status) == (as_of > "2017-12", "ahead")
    stock = "kind: count, value: 3000, unit: 套, due: 2017-09-30, collection: end_of_period"
    found = judge(stock, "2017-06 2100", as_of=as_of)
    assert (found.status, found.pace) == ("behind" if warned else "not_due", None)


def test_an_own_due_date_is_told_by_the_rule(explained):
    """What has a due date of its own is explained by a rule that speaks of it, and nothing else is."""
    for due, told in ((", due: 2017-09-30", True), ("", False)):
        target = f"kind: count, value: 3000, unit: 套{due}"
        lines = explained(target, "a.t,2017-06,2100,,P,,,\n")
        assert (lines.get("late") == "reached later") is told


def test_an_average_holds_at_any_time(explained):
    """微克/立方米 is a unit: 38 under a limit of 42 is on pace in June, and leaves (42 × 12 − 38 × 6) ÷ 6 = 46 for the rest."""
    told = explained(
        "kind: level, value: 42, unit: 微克/立方米, comparator: at_most, collection: average",
        "a.t,2017-06,38微克/立方米,,P,,,\n",
    )
    assert (told["Status"], told["Rule"]) == (
        "on pace",
        "an average is compared with the target at any time",
    )
    assert told["Average needed"].startswith("(42 × 12 − 38 × 6) ÷ 6 = 46")


def test_a_relative_target_is_explained_beside_what_it_follows(explained):
    """What keeps step with another is explained with the name of that, and an observation with its source's publisher."""
    rows = "a.t,2017-06,,6%,P,,r,\nincome,2017-06,,7%,P,,,\n"
    told = explained("kind: relative, to: income", rows)
    assert (told["Compared with"], told["Against the target"]) == (
        "growth of 收入: 7%",
        "6% − 7% = 1.00 percentage points off target",
    )
    assert told["Observation"] == "January–June 2017: growth of 6%, provisional, 区政府"
