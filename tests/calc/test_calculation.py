"""The calculations at their bounds: what happens exactly at a limit, at zero, and at the ends of a year; each fact by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from erqi_cli.calc.decimals import differs_by_factor
from erqi_cli.calc.projection.project import check_last_year, project_all, project_indicator
from erqi_cli.calc.projection.ratios import ratio_values
from erqi_cli.calc.projection.solve import solve
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.scenario.what_if import parse_settings
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.pace import due_date, elapsed_percent, months_left, share_at
from erqi_cli.calc.tracking.schedule import timetable
from erqi_cli.calc.tracking.series import ObservationSeries
from erqi_cli.calc.tracking.status import growth_status, progress_status
from erqi_cli.calc.tracking.thresholds import StatusThresholds
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.period import Years, period_of
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import BaseValueOrigin, Better, ProgressMeaning, ScheduleStep
from erqi_cli.errors import Failure
from erqi_cli.i18n.text import Text
from erqi_cli.readers.yaml.load import load_plan
from tests.calc.test_tracking import PLAN as MODEL
from tests.calc.test_tracking import codes, shown
from tests.conftest import observation

LEVEL = "kind: level, value: 100, unit: 亿元"
YEAR = Years(2017, 2017)


def number(value):
    return None if value is None else Decimal(value)


def seen(when, value=None, growth=None, *, status="P", name="a.t", published=None):
    return observation(name, period_of(when), number(value), number(growth), status, published)


@pytest.fixture
def model(write):
    """Return the small plan of the tracking tests with a target in it, loaded."""

    def load(target=LEVEL, pace="", change=("", "")):
        text = MODEL.replace("TARGET", target).replace(", PACE", f", {pace}" if pace else "")
        return load_plan(write(text.replace(*change) if change[0] else text))

    return load


def stand(plan, *found, name="a.t", as_of=None, bases=None):
    """Return where a target stands by these observations, and the plan's own of the base year."""
    return Tracker(
        scenario(plan, base_values=bases),
        [*plan.observations, *found],
        period_of(as_of) if as_of else None,
    ).track_one(name)


# --- levels


@pytest.mark.parametrize(
    ("left", "right", "far"),
    [
        ("10", "1", False),
        ("1", "10", False),
        ("10.01", "1", True),
        ("1", "10.01", True),
        ("5", "5", False),
    ],
)
def test_a_level_is_far_off_beyond_ten_times_and_not_at_ten_times(left, right, far):
    """Two levels differ by a factor of ten only if one is more than ten times the other, whichever it is."""
    assert differs_by_factor(Decimal(left), Decimal(right), Decimal(10)) is far


# --- growth


def test_an_estimate_of_a_year_is_held_against_its_target_and_no_node(model):
    """7% of the year, as estimated, is a point below the target of 8%, whatever June was to be."""
    plan = model("kind: growth, value: 8%, trajectory: {2017-06: 6%}")
    found = stand(plan, seen("2017", growth="7", status="E"))
    assert (found.status, found.gap, found.expected) == ("behind", -1, None)


def test_a_level_across_a_break_implies_no_growth(model):
    """Where the year's own level, or the base year's, has status B, the published growth alone is judged."""
    found = stand(model(), seen("2017", "109", "8.5", status="B", name="output"), name="output")
    assert (found.growth.implied, found.actual, codes(found)) == (
        None,
        Decimal("8.5"),
        ["series-break"],
    )
    own = seen("2016", "100", status="B", name="output")
    found = Tracker(scenario(model()), [own, seen("2017", "109", "8.5", name="output")]).track_one(
        "output"
    )
    assert (found.growth.implied, codes(found)) == (None, ["series-break"])


def test_a_base_of_zero_implies_no_growth(model):
    """From nothing there is no growth in percent: 5 after 0 is judged on the published 8% alone."""
    found = Tracker(
        scenario(model()), [seen("2016", "0", name="output"), seen("2017", "5", "8", name="output")]
    ).track_one("output")
    assert (found.growth.implied, found.actual) == (None, 8)


def test_a_users_base_value_stands_for_the_whole_year_only(model):
    """220 against a user's 200 implies 10%; June's 49.5 is still held against the published 45, which is 10% too."""
    bases = {"output": BaseValue(Decimal(200), UNITS["亿元"], 2016, origin=BaseValueOrigin.FILE)}
    year = stand(model(), seen("2017", "220", name="output"), name="output", bases=bases)
    assert (year.growth.implied, year.growth.base) == (10, 200)
    june = stand(model(), seen("2017-06", "49.5", name="output"), name="output", bases=bases)
    assert (june.growth.implied, june.growth.base) == (10, 45)


def test_the_implied_growth_is_real_where_a_price_rise_is_given(model):
    """110.16 after 100 with prices up 2% is a real growth of 8%."""
    plan = model(change=("price_basis: current, growth: 8%", "price_basis: constant, growth: 8%"))
    scene = scenario(plan, parse_settings(plan, ["output.deflator=2%"]))
    found = Tracker(
        scene, [seen("2016", "100", name="output"), seen("2017", "110.16", name="output")]
    ).track_one("output")
    assert found.growth.implied == 8


@pytest.mark.parametrize(
    ("level", "growth", "base"),
    [
        (("108", None, "2018-01-10"), (None, "8", "2018-01-10"), "100"),
        (("108", None, "2018-01-10"), (None, "8", "2018-02-10"), None),
        (("108", "8", "2018-01-10"), (None, "9", "2018-02-10"), "100"),
    ],
)
def test_a_base_is_implied_by_one_vintage(model, level, growth, base):
    """108 after 8% of the same day come from 100, whatever is published later; 8% of another day say nothing of 108."""
    rows = [
        seen("2017", value, rate, name="output", published=day)
        for value, rate, day in (level, growth)
    ]
    assert stand(model(), *rows, name="output").growth.implied_base == number(base)


def test_published_and_implied_growth_may_differ_by_half_a_point(model):
    """8.5% published and 9% implied are rounding; 8.4% and 9% are a doubt, with the base of 100.55 that 8.4% would need."""
    near = stand(model(), seen("2017", "109", "8.5", name="output"), name="output")
    far = stand(model(), seen("2017", "109", "8.4", name="output"), name="output")
    assert (codes(near), codes(far)) == ([], ["growth-disagrees"])
    assert round(far.growth.implied_base, 2) == Decimal("100.55")


# --- pace


def test_years_before_and_after_are_wholly_ahead_and_behind():
    """Of 2017 nothing has passed in 2016 and all of it in 2018; by the 15th of March 74 of 365 days, in a leap year 75 of 366."""
    assert [
        elapsed_percent(period_of(when), YEAR)
        for when in ("2016-12-31", "2018-01", "2017-12", "2017-06")
    ] == [
        0,
        100,
        100,
        50,
    ]
    assert round(elapsed_percent(period_of("2017-03-15"), YEAR), 6) == Decimal("20.273973")
    assert round(elapsed_percent(period_of("2016-03-15"), Years(2016, 2016)), 6) == Decimal(
        "20.491803"
    )
    assert (period_of("2017-03-15").passed, period_of("2016-03-15").passed) == (
        (74, 365),
        (75, 366),
    )


def test_shares_rise_from_day_to_day_within_a_month():
    """With 31% by January and 59% by February, half of February's 28 days make 45%; 10 days of January make 10%."""
    shares = (Decimal(31), Decimal(59), *[None] * 9, Decimal(100))
    assert share_at(period_of("2017-01-10"), shares) == 10
    assert share_at(period_of("2017-02-14"), shares) == 45
    assert share_at(period_of("2017-02"), shares) == 59
    assert share_at(period_of("2017"), shares) == 100
    assert share_at(period_of("2017-04-01"), shares) is None
    assert share_at(period_of("2017-12-01"), shares) is None


def test_months_to_a_due_date_count_parts_by_days():
    """From the end of March to the end of June are three months, from the 15th of June a half; past the date none."""
    assert months_left(period_of("2017-03"), "2017-06-30") == 3
    assert months_left(period_of("2017-06-15"), "2017-06-30") == Decimal("0.5")
    assert months_left(period_of("2017-07"), "2017-06-30") == 0
    assert months_left(period_of("2017-12"), "2018-01-31") == 1


def test_what_has_no_due_date_is_due_at_the_end_of_the_year(model):
    """An indicator, and a target that names no day, are due on the last of December."""
    plan = model("kind: level, value: 100, unit: 亿元, due: 2017-06-30")
    assert due_date(plan.indicators[0], YEAR) == "2017-12-31"
    assert due_date(plan.actions[0].targets[0], YEAR) == "2017-06-30"


# --- projection, ratios, reports


def test_results_cannot_be_changed(plan):
    """What was calculated cannot be changed in place by what shows it."""
    scene = scenario(plan)
    for found, name in (
        (project_indicator(scene, plan.indicators[0]), "projected"),
        (Tracker(scene, []).track_one("gdp"), "actual"),
    ):
        with pytest.raises(AttributeError):
            setattr(found, name, Decimal(1))


def test_a_share_of_exactly_the_whole_is_not_above_it(plan):
    """400.4 of the 400.4 that 364 grows to at 10% is the whole and in order; 400.5 is above it."""
    for figure, percent in (("400.4", 100), ("400.5", Decimal("100.02"))):
        settings = parse_settings(plan, [f"projects.annual-investment.value={figure}"])
        ratios = {found.ratio.id: found for found in ratio_values(scenario(plan, settings))}
        found = ratios["projects-to-investment"]
        assert (round(found.plan, 2), found.above_whole) == (percent, percent > 100)


def test_the_sides_of_a_ratio_are_brought_to_one_unit(plan):
    """5,240,000 万元 are 524 亿元: the ratio of revenue to product is the same in either."""
    plain = {found.ratio.id: found.base for found in ratio_values(scenario(plan))}
    scene = scenario(plan, base_values={"gdp": BaseValue(Decimal(5_240_000), UNITS["万元"], 2016)})
    other = {found.ratio.id: found.base for found in ratio_values(scene)}
    assert other["revenue-to-gdp"] == plain["revenue-to-gdp"]


def test_a_year_its_december_and_its_last_day_are_one_period():
    """Of a year and its December, and of a month and its last day, the later vintage counts, in whichever order they come."""
    for first, second, one in (
        ("2017-12", "2017", "2017"),
        ("2017-12-31", "2017-12", "2017"),
        ("2017-06-30", "2017-06", "2017-06"),
    ):
        both = [
            seen(first, "100", published="2018-01-20"),
            seen(second, "101", published="2018-02-01"),
        ]
        for order in (both, both[::-1]):
            (report,) = ObservationSeries(order, YEAR).of("a.t")
            assert (report.period.text, report.value.value) == (one, 101)
    (report,) = ObservationSeries([seen("2017", "100"), seen("2017", "101")], YEAR).of("a.t")
    assert report.value.value == 101
    later = [
        seen("2017-12", "100", published="2018-02-01"),
        seen("2017", "101", published="2018-01-20"),
    ]
    assert ObservationSeries(later, YEAR).of("a.t")[0].value.value == 100


def test_the_shares_of_a_year_are_twelve_and_end_at_the_whole():
    """20 by March and 45 by June of 100 are 20% and 45%; the year is 100%; months without a figure have none."""
    shares = ObservationSeries(
        [seen("2016", "100"), seen("2016-03", "20"), seen("2016-06", "45")], YEAR
    ).monthly_shares("a.t", 2016)
    assert shares == (None, None, 20, None, None, 45, None, None, None, None, None, 100)
    assert ObservationSeries([seen("2016-03", "20")], YEAR).monthly_shares("a.t", 2016) == (
        *[None] * 11,
        100,
    )
    assert ObservationSeries([seen("2016", "0"), seen("2016-03", "20")], YEAR).monthly_shares(
        "a.t", 2016
    ) == (*[None] * 11, 100)


def test_the_latest_period_is_the_one_that_ends_last():
    """The end of June is later than the 15th, and of one day the month stands before the day."""
    series = ObservationSeries(
        [seen("2017-06-15", "1"), seen("2017-06", "2", name="b.t"), seen("2017-03", "3")], YEAR
    )
    assert series.latest_period().text == "2017-06"
    series = ObservationSeries([seen("2017-06-30", "1"), seen("2017-06", "2", name="b.t")], YEAR)
    assert series.latest_period().text == "2017-06"
    assert ObservationSeries([seen("2016", "1")], YEAR).latest_period() is None


# --- schedule


def dues(plan, step, name="a.t", found=()):
    return [
        str(due.amount)
        for due in timetable(Tracker(scenario(plan), found), name, ScheduleStep(step)).dues
    ]


def test_amounts_are_planned_to_two_places_or_those_of_the_target(model):
    """A quarter of 100.5 is 25.125, planned as 25.13; a quarter of 100.555 is 25.13875, planned as 25.139."""
    assert dues(model("kind: level, value: 100.5, unit: 亿元"), "quarter") == [
        "25.13",
        "50.25",
        "75.38",
        "100.5",
    ]
    assert dues(model("kind: level, value: 100.555, unit: 亿元"), "quarter") == [
        "25.139",
        "50.278",
        "75.416",
        "100.555",
    ]


def test_counts_are_planned_in_whole_ones_of_their_unit(model):
    """One of 万个 is 10,000: by quarters 2,500 each; of 10 that come down to 3 by quarters 8, 6, 4 and 3, rounded down."""
    assert dues(model("kind: count, value: 1, unit: 万个"), "quarter") == [
        "0.2500",
        "0.5000",
        "0.7500",
        "1",
    ]
    assert dues(model("kind: count, value: 1, unit: 万个"), "month")[0] == "0.0834"
    assert dues(
        model("kind: count, value: 3, unit: 个, baseline: 10, comparator: at_most"), "quarter"
    ) == ["8", "6", "4", "3"]
    assert dues(model("kind: count, value: 10, unit: 个"), "quarter") == ["3", "5", "8", "10"]


def test_a_headline_amount_has_a_timetable(model):
    """Of a headline amount of 80, with no growth in it, a half is due by June."""
    growth = "growth: 8%, upper: 10%, comparator: between, phrases: [8%—10%]"
    plan = model(change=(growth, "kind: level, value: 80, phrases: [区间80]"))
    assert dues(plan, "half", name="range") == ["40.00", "80"]


def test_a_stock_without_a_baseline_has_the_timetable_of_its_nodes(model):
    """Of a share of 70% with 64% to be reached by June, 64 are due by then and 70 by December."""
    plan = model("kind: share, value: 70%, trajectory: {2017-06: 64%}")
    assert dues(plan, "half") == ["64.00", "70"]


def test_a_growth_starts_its_timetable_from_nothing(model):
    """Of 108 with 45% by June, 48.6 come in the first half and 59.4 in the second."""
    plan = model(pace="pace: base_year")
    found = timetable(Tracker(scenario(plan), plan.observations), "output", ScheduleStep.HALF)
    assert [due.increment for due in found.dues] == [Decimal("48.6"), Decimal("59.4")]


def test_why_there_is_no_timetable(model):
    """Without base, without months, for a milestone and for a target in step with another there is none, for that reason."""

    def reason(plan, name="a.t"):
        return timetable(Tracker(scenario(plan), []), name, ScheduleStep.HALF).reason

    monthly = model(pace="pace: base_year")
    assert reason(monthly, "output") == "no-shares"
    assert reason(replace(monthly, observations=()), "output") == "no-base"
    assert reason(model(), "output") == "no-shares"
    kinds = {
        "kind: milestone": "milestone",
        "kind: relative, to: output": "relative",
        "kind: growth, value: 8%": "no-base",
    }
    assert {target: reason(model(target)) for target in kinds} == kinds
    assert reason(model()) is None


# --- what-ifs


def refused(plan, written):
    with pytest.raises(Failure) as caught:
        parse_settings(plan, [written])
    return caught.value.problems[0]


def test_what_ifs_at_their_limits(plan, model):
    """A count of 0, a negative amount, and shares of 0% and 100% may be assumed; −1 roads, 100.5% and a range's upper end may not."""
    fine = [
        "urbanisation.roads-upgraded.value=0",
        "urbanisation.roads-upgraded.value=1",
        "projects.annual-investment.value=-5",
    ]
    fine += [f"urbanisation.residents-returned.value={share}" for share in ("0%", "100%")]
    for one in fine:
        assert len(parse_settings(plan, [one])) == 1
    assert refused(plan, "urbanisation.roads-upgraded.value=-1").code == "E609"
    assert refused(plan, "urbanisation.residents-returned.value=100.5%").code == "E609"
    assert parse_settings(model(), ["range.growth=9.9%"])[0].value == Decimal("9.9")
    assert (
        refused(model(), "range.growth=10%").hint.en == "set the other end too: --set range.upper=…"
    )
    assert (
        refused(model(), "range.upper=8%").hint.en == "set the other end too: --set range.growth=…"
    )
    assert [
        one.value for one in parse_settings(model(), ["range.growth=10%", "range.upper=12%"])
    ] == [10, 12]
    assert refused(model(), "output.upper=12%").code == "E604"
    relative = model("kind: relative, to: output, value: 0, upper: 2, comparator: between")
    assert [
        parse_settings(relative, [f"a.t.upper={points}"])[0].value for points in ("3%", "3")
    ] == [3, 3]
    assert parse_settings(plan, ["gdp.deflator=12%", "gdp.growth=12%"])[0].value == 12


@pytest.mark.parametrize(
    ("target", "value", "fault"),
    [
        ("kind: growth, value: 6%", "501%", "out of range (above -100% to 500%)"),
        (
            "kind: growth, value: 6%, upper: 8%, comparator: between",
            "8%",
            "the upper end 8% is not above the lower end 8%",
        ),
        (
            "kind: level, value: 80, upper: 90, comparator: between, unit: 亿元",
            "95",
            "the upper end 90 is not above",
        ),
        (
            "kind: level, value: 80, baseline: 60, unit: 亿元",
            "60",
            "the baseline equals the target",
        ),
        ("kind: milestone, value: 3", "5万元", "gives a.t no unit"),
        ("kind: milestone, value: 3", "0", "out of range (above 0 to 10^18)"),
    ],
)
def test_what_a_plan_could_not_hold_cannot_be_assumed(model, target, value, fault):
    """A growth without bounds, a range the wrong way round and a way of no length are refused of a what-if as of a plan."""
    problem = refused(model(target), f"a.t.value={value}")
    assert (problem.code, fault in problem.message.en) == ("E609", True)


def test_a_range_is_projected_at_both_its_ends(model):
    """50 grow to 54 at 8% and to 55 at 10%; with a what-if of 10% to 12% to 55 and 56, in indicator and target alike."""
    plan = model("kind: level, value: 80, upper: 90, comparator: between, unit: 亿元")
    (found,) = project_all(scenario(plan), ["range"])
    assert (found.projected, found.projected_upper) == (54, 55)
    changed = scenario(
        plan,
        parse_settings(
            plan, ["range.growth=10%", "range.upper=12%", "a.t.upper=95", "a.t.value=92"]
        ),
    )
    (found,) = project_all(changed, ["range"])
    assert (found.projected, found.projected_upper) == (55, 56)
    (target,) = changed.plan.actions[0].targets
    assert (target.value, target.upper) == (92, 95)


def test_what_may_be_assumed_is_named(plan, model):
    """A wrong field is answered with the right ones; a target without a figure has none."""
    assert refused(plan, "gdp.colour=1").values["allowed"] == "growth, baseline, deflator"
    assert refused(plan, "projects.annual-investment.growth=1%").values["allowed"] == "value"
    assert refused(model("kind: milestone"), "a.t.value=1").values["allowed"] == "–"


# --- solve


def unsolved(**given):
    with pytest.raises(Failure) as caught:
        solve(**{name: Decimal(value) for name, value in given.items()})
    return caught.value.problems[0].message


def solved(**given):
    return solve(**{name: Decimal(value) for name, value in given.items()})


def test_results_have_at_most_sixty_places_before_the_point():
    """A result of 10 to the 60th is given, one of 10 to the 61st refused; likewise below one."""
    assert solved(base="1e60", rate=0, years=1).target == Decimal("1e60")
    assert solved(base="1e-60", rate=0, years=1).target == Decimal("1e-60")
    assert "too large or too small" in unsolved(base="1e61", rate=0, years=1).en
    assert "too large or too small" in unsolved(base="1e-61", rate=0, years=1).en


def test_how_many_quantities_were_given_is_said():
    """One of the four, and all four, are said as such in both languages."""
    assert (
        "四者须给出三个，现有 1 个" in unsolved(base=1).zh,
        "three of the four are needed, not 1" in unsolved(base=1).en,
    ) == (True, True)
    assert "四者须给出三个，现有 4 个" in unsolved(base=1, rate=1, years=1, target=1).zh


def test_no_years_at_all_leave_the_base():
    """After no years the value is the base; a rate cannot be found in no time, and nothing grows from zero."""
    assert solved(base=100, rate=9, years=0).target == 100
    assert solved(target=100, rate=9, years=0).base == 100
    assert "above zero" in unsolved(base=100, target=100, years=0).en
    assert "above zero" in unsolved(base=0, rate=9, years=1).en
    assert "above zero" in unsolved(base=100, rate=9, years=-1).en
    assert "above zero" in unsolved(base=100, target=0, rate=9).en


def test_what_is_reached_already_takes_no_years():
    """From 100 to 100 it takes no years, exactly, and 100 is what is reached, at whatever rate."""
    found = solved(base=100, rate=9, target=100)
    assert (found.years, found.exact, found.full_years, found.reached) == (0, True, 0, 100)


def test_rates_of_zero_and_one_percent():
    """At 1% 101 is reached in a year and 99 never; at 0% nothing but the base is reached; at −1% 99 in a year."""
    assert solved(base=100, rate=1, target=101).years == 1
    assert solved(base=100, rate=-1, target=99).years == 1
    for rate, target in ((1, 99), (0, 101), (0, 99), (-1, 101)):
        assert "never reached" in unsolved(base=100, rate=rate, target=target).en


def test_years_are_exact_only_where_the_equation_holds_to_the_last_digit():
    """10% on 10 to the 17th is 1.21 times that after two years; a trillionth more takes a third year to be reached."""
    assert solved(base="1e17", rate=10, target="1.21e17").exact
    found = solved(base="1e17", rate=10, target="121000000000000000.000000000001")
    assert (found.exact, found.full_years, found.reached) == (False, 3, Decimal("1.331e17"))


def test_what_is_reached_is_said_up_to_a_thousand_years():
    """1.01 to the 1000th is 20959.16: in the thousandth year it is said, in the thousand and first no more."""
    last = solved(base=1, rate=1, target=20959)
    assert (last.full_years, round(last.reached, 2)) == (1000, Decimal("20959.16"))
    beyond = solved(base=1, rate=1, target=20960)
    assert (beyond.full_years, beyond.reached) == (1001, None)
    assert "at most 1000" in unsolved(base=1, rate=1, years=1001).en
    assert solved(base=1, rate=0, years=1000).target == 1


# --- tracking


def test_a_level_without_growth_names_its_own_period(model):
    """Of April and May with levels alone, May's lack of a growth is told."""
    found = stand(
        model(),
        seen("2017-04", "30", name="output"),
        seen("2017-05", "40", name="output"),
        name="output",
    )
    assert [(one.code, one.period) for one in found.warnings] == [("no-growth", "2017-05")]


def test_a_relative_target_needs_the_published_growth_of_both_sides(model):
    """A published 11% against an output that rose from 45 to 49.5 by its levels alone is not compared."""
    plan = model("kind: relative, to: output, price_basis: current")
    found = stand(plan, seen("2017-06", growth="11"), seen("2017-06", "49.5", name="output"))
    assert (found.status, found.figure, codes(found)) == ("no_data", None, ["no-comparison"])
    both = stand(plan, seen("2017-06", growth="11"), seen("2017-06", growth="10", name="output"))
    assert (both.status, both.judged_on, both.gap) == ("ahead", "growth", 1)


def test_a_relative_target_may_ask_for_more_and_falls_less(model):
    """One point above 7% is 8%; where the other falls by 3%, a fall of 2% keeps step and one of 4% does not."""
    more = model("kind: relative, to: output, value: 1")
    assert (
        stand(more, seen("2017-06", growth="8"), seen("2017-06", growth="7", name="output")).figure
        == 8
    )
    plain = model("kind: relative, to: output")
    for own, status in (("-2", "ahead"), ("-3", "on_pace"), ("-4", "behind")):
        assert (
            stand(
                plain, seen("2017-06", growth=own), seen("2017-06", growth="-3", name="output")
            ).status
            == status
        )


def test_a_milestone_on_its_day_is_neither_late_nor_overdue(model):
    """Due on the last of June: as of June it is not due yet; reported done in June it is in time, in July late."""
    plan = model("kind: milestone, due: 2017-06-30")
    assert (stand(plan, as_of="2017-06").status, stand(plan, as_of="2017-06").warnings) == (
        "not_due",
        (),
    )
    waiting = stand(plan, seen("2017-05", "0"))
    assert (waiting.status, waiting.warnings) == ("not_due", ())
    assert codes(stand(plan, seen("2017-06", "1"))) == []
    assert codes(stand(plan, seen("2017-07", "1"))) == ["late"]
    assert codes(stand(plan, seen("2017-07", "0"))) == ["overdue"]
    assert codes(stand(plan, as_of="2017-07-01")) == ["unreported"]


def test_a_milestone_with_a_figure_has_a_completion(model):
    """Two of five are 40%; five of five are done."""
    plan = model("kind: milestone, value: 5, unit: 个")
    assert [stand(plan, seen("2017-06", value)).completion for value in ("2", "5")] == [40, 100]
    assert [stand(plan, seen("2017-06", value)).status for value in ("4", "5")] == [
        "not_due",
        "done",
    ]
    assert [stand(plan, seen("2017", value)).status for value in ("4", "5")] == ["missed", "met"]
    assert stand(model("kind: milestone"), as_of="2017-12").status == "no_data"
    assert stand(model("kind: milestone"), as_of="2017-11").status == "not_due"


def test_a_limit_on_a_share_holds_at_any_time(model):
    """Of at most 10% a share of 6% in June is within the limit and has no pace; 11% is over it."""
    plan = model("kind: share, value: 10%, comparator: at_most")
    within, over = (stand(plan, seen("2017-06", value)) for value in ("6", "11"))
    assert (within.status, within.pace, codes(within)) == ("on_pace", None, ["ceiling"])
    assert (over.status, over.pace, codes(over)) == ("behind", None, ["over-limit"])


def test_a_figure_is_held_against_the_one_just_before_it(model):
    """90 in April after 313 in March is questioned, though February's was 50."""
    found = stand(model(), seen("2017-02", "50"), seen("2017-03", "313"), seen("2017-04", "90"))
    assert [(one.code, one.period) for one in found.warnings if one.code == "falls"] == [
        ("falls", "2017-03")
    ]
    assert "falls" not in codes(stand(model(), seen("2017-03", "90"), seen("2017-04", "90")))
    stock = model("kind: level, value: 100, unit: 亿元, collection: end_of_period")
    assert "falls" not in codes(stand(stock, seen("2017-03", "90"), seen("2017-04", "80")))


@pytest.mark.parametrize(
    ("value", "code"),
    [("4", "ceiling"), ("10", "ceiling"), ("10.5", "over-limit"), ("12", "over-limit")],
)
def test_a_limit_is_maintained_up_to_its_figure(model, value, code):
    """At most 10 is kept with 10 and exceeded with 10.5."""
    assert codes(
        stand(
            model("kind: level, unit: 亿元, value: 10, comparator: at_most"), seen("2017-06", value)
        )
    ) == [code]


def test_a_range_is_exceeded_above_its_upper_end(model):
    """Of 90 to 110, 110 is within and 110.5 above: met where more is better, and missed by a corridor from 1.8 of its 90 on."""
    target = "kind: level, unit: 亿元, value: 90, upper: 110, comparator: between"
    plan = model(target)
    assert [codes(stand(plan, seen("2017", value))) for value in ("100", "110", "110.5")] == [
        [],
        [],
        ["above-range"],
    ]
    values = ("88", "89", "90", "110", "111", "112")
    for better, above in (("higher", ["met", "met"]), ("within", ["close", "missed"])):
        plan = model(f"{target}, better: {better}")
        statuses = [stand(plan, seen("2017", value)).status for value in values]
        assert statuses == ["missed", "close", "met", "met", *above]


def test_an_estimate_of_the_year_steps_back_behind_what_is_known(model):
    """June's figure, also an estimate, comes before an estimate of the whole year; a preliminary year comes before June."""
    june, year = seen("2017-06", "60", status="E"), seen("2017", "120", status="E")
    assert stand(model(), june, year).period.text == "2017-06"
    assert stand(model(), seen("2017-03", "50"), june).period.text == "2017-06"
    assert stand(model(), year).period.text == "2017"
    assert stand(model(), june, seen("2017", "120")).period.text == "2017"
    growth = [
        seen("2017-06", growth="8", status="E", name="output"),
        seen("2017", growth="9", status="E", name="output"),
    ]
    assert stand(model(), *growth, name="output").period.text == "2017-06"


def test_a_tolerance_is_in_points_for_a_share_and_in_percent_for_an_amount(model):
    """About 60% within 3 points is met by 57%; about 200 within 3% by 194, and not by 193.9."""
    share = model("kind: share, value: 60%, comparator: about, tolerance: 3")
    assert [stand(share, seen("2017", value)).status for value in ("57", "56.9")] == [
        "met",
        "close",
    ]
    amount = model("kind: level, unit: 亿元, value: 200, comparator: about, tolerance: 3")
    assert [stand(amount, seen("2017", value)).status for value in ("194", "193.9")] == [
        "met",
        "close",
    ]


def test_two_percent_short_is_close_and_more_is_missed(model):
    """Of 200, 196 is close at the end of the year and 195.9 missed."""
    plan = model("kind: level, unit: 亿元, value: 200")
    assert [stand(plan, seen("2017", value)).status for value in ("200", "196", "195.9")] == [
        "met",
        "close",
        "missed",
    ]


# --- verdicts


@pytest.mark.parametrize(
    ("target", "better"),
    [
        ("kind: level, unit: 亿元, value: 10, comparator: at_most", "lower"),
        ("kind: level, unit: 亿元, value: 60, baseline: 100", "lower"),
        ("kind: level, unit: 亿元, value: 0", "lower"),
        ("kind: growth, value: -3%, comparator: at_most", "lower"),
        ("kind: level, unit: 亿元, value: 10, comparator: at_least", "higher"),
        ("kind: level, unit: 亿元, value: 60, baseline: 100, comparator: at_least", "higher"),
        ("kind: level, unit: 亿元, value: 0.5", "higher"),
        ("kind: growth, value: 0%", "higher"),
        ("kind: growth, value: 6%, upper: 7%, comparator: between", "higher"),
        ("kind: growth, value: 3.5%, better: lower", "lower"),
        (
            "kind: level, unit: 亿元, value: 6, upper: 7, comparator: between, better: within",
            "within",
        ),
    ],
)
def test_which_way_is_better(model, target, better):
    """Less is better of a limit, on a way down and of nothing, unless the plan says otherwise; growth of 0% is a floor."""
    assert model(target).target("a.t").direction == better


@pytest.mark.parametrize(
    ("target", "collection"),
    [
        ("kind: level, unit: 亿元, value: 10", "summed"),
        ("kind: count, unit: 个, value: 10", "summed"),
        ("kind: share, value: 10%", "end_of_period"),
        ("kind: level, unit: 亿元, value: 10, baseline: 5", "end_of_period"),
        ("kind: level, unit: 亿元, value: 10, collection: average", "average"),
        ("kind: share, value: 60%, collection: summed", "summed"),
        ("kind: growth, value: 10%", None),
    ],
)
def test_how_a_figure_comes_about(model, target, collection):
    """A level and a count add up, a share and what has a baseline are stocks, unless the plan says otherwise; a growth is neither."""
    assert model(target).target("a.t").collected == collection


def test_how_a_figure_is_to_be_read():
    """Of a range the ends are within; beyond it or below it is where the better side has no end."""
    values = [Decimal(value) for value in ("5.9", "6", "7", "7.1")]
    within, beyond, below = ProgressMeaning.WITHIN, ProgressMeaning.BEYOND, ProgressMeaning.BELOW
    for better, first, last in (
        (Better.HIGHER, None, beyond),
        (Better.LOWER, below, None),
        (Better.WITHIN, below, beyond),
    ):
        goal = Goal(Decimal(6), better, upper=Decimal(7))
        assert [goal.in_range(value) for value in values] == [first, within, within, last]
    assert Goal(Decimal(6)).in_range(Decimal(7)) is None


@pytest.mark.parametrize(
    ("target", "measured"),
    [
        ("kind: level, unit: 亿元, value: 100, comparator: at_most", "used"),
        ("kind: level, unit: 亿元, value: 0", "used"),
        ("kind: level, unit: 亿元, value: 100", "done"),
        ("kind: level, unit: 亿元, value: 100, comparator: at_most, collection: average", "done"),
        ("kind: level, unit: 亿元, value: 60, baseline: 100", "done"),
    ],
)
def test_what_is_used_is_the_budget_of_a_sum(model, target, measured):
    """Of a limit on a sum a part is used; a limit on a stock or an average is not used up."""
    assert stand(model(target), seen("2017-06", "70")).measured_as == measured


@pytest.mark.parametrize(
    ("goal", "actual", "over"),
    [
        (Goal(Decimal(8), upper=Decimal(10)), "10", "2"),
        (Goal(Decimal(8), upper=Decimal(10)), "7", "-1"),
        (Goal(Decimal(-5), Better.LOWER, upper=Decimal(-3)), "-4", "1"),
        (Goal(Decimal(-5), Better.LOWER, upper=Decimal(-3)), "-2", "-1"),
        (Goal(Decimal(-3), Better.LOWER), "-4", "1"),
        (Goal(Decimal(8), Better.WITHIN, upper=Decimal(10)), "8.5", "0.5"),
        (Goal(Decimal(8), Better.WITHIN, upper=Decimal(10)), "11", "-1"),
        (Goal(Decimal(8), Better.WITHIN, upper=Decimal(10)), "7", "-1"),
    ],
)
def test_how_much_better_an_actual_value_is(goal, actual, over):
    """Of a range the end counts that has to be reached, of a corridor the nearer one; of a fall less is better."""
    assert goal.margin(Decimal(actual)) == Decimal(over)


def test_a_goal_is_no_limit_unless_it_is_said_to_be():
    """98 of 100 are close within 2, and 98 of a limit are not."""
    goal = Goal(Decimal(100), close=Decimal(2))
    assert goal.is_close(Decimal(98))
    assert not goal._replace(is_limit=True).is_close(Decimal(98))


@pytest.mark.parametrize(
    ("used", "status"),
    [
        ("50.5", "behind"),
        ("50", "on_pace"),
        ("49.5", "on_pace"),
        ("49", "ahead"),
        ("101", "behind"),
    ],
)
def test_a_limit_is_used_up_in_time(model, used, status):
    """Half a point more than the timetable is too much of a budget of 100; a whole point less is ahead."""
    plan = model("kind: level, unit: 亿元, value: 100, comparator: at_most")
    assert stand(plan, seen("2017-06", used)).status == status


@pytest.mark.parametrize(
    ("pace", "status", "strict"),
    [
        ("-10.1", "behind", "seriously_behind"),
        ("-10", "behind", "behind"),
        ("-0.1", "behind", "behind"),
        ("0", "on_pace", "on_pace"),
        ("0.9", "on_pace", "on_pace"),
        ("1", "ahead", "ahead"),
    ],
)
def test_an_amount_is_ahead_from_a_point(pace, status, strict):
    """Exactly on the timetable is on pace, and exactly a point over it ahead; seriously behind is off unless it is given."""
    serious = StatusThresholds(seriously_behind=Decimal(-10))
    assert progress_status(Decimal(pace), StatusThresholds()) == status
    assert progress_status(Decimal(pace), serious) == strict


def test_a_growth_within_its_tolerance_is_on_pace():
    """About 9% within 0.1: 8.9% is on pace, 8.8% behind, 10% ahead; a range is ahead from a point above it, a corridor never."""
    usual = StatusThresholds()
    about = Goal(Decimal(9), allowed=Decimal("0.1"))
    values = [Decimal(value) for value in ("8.8", "8.9", "9.9", "10")]
    assert [growth_status(about, value, usual) for value in values] == [
        "behind",
        "on_pace",
        "on_pace",
        "ahead",
    ]
    values = [Decimal(value) for value in ("9.5", "10.9", "11")]
    for better, statuses in (
        (Better.HIGHER, ["on_pace", "on_pace", "ahead"]),
        (Better.WITHIN, ["on_pace", "behind", "behind"]),
    ):
        goal = Goal(Decimal(8), better, upper=Decimal(10))
        assert [growth_status(goal, value, usual) for value in values] == statuses


# --- what a first round of mutants passed through


def test_a_break_that_is_explained_is_told(model):
    """A growth whose observation says why its series breaks is judged with a warning."""
    broken = seen("2017", growth="8", name="output")._replace(
        series_break=Text("口径调整", "another scope")
    )
    assert codes(stand(model(), broken, name="output")) == ["series-break"]
    assert codes(stand(model(), seen("2017", growth="8", name="output"), name="output")) == []


def test_how_far_a_projection_may_go(plan):
    """The plan year itself and fifty years more may be asked for; the year before and the fifty-first may not."""
    check_last_year(plan, 2017)
    check_last_year(plan, 2067)
    for year in (2016, 2068):
        with pytest.raises(Failure):
            check_last_year(plan, year)
    assert [
        value.year for value in project_indicator(scenario(plan), plan.indicators[0], 2019).years
    ] == [2017, 2018, 2019]


def test_a_base_that_never_ends_is_not_exact():
    """100 after a year of 3% came from 97.087…, which no decimal holds; 103 came from 100."""
    assert (
        solved(target=100, rate=3, years=1).exact,
        solved(target=103, rate=3, years=1).exact,
    ) == (False, True)


def test_what_counts_at_its_date_is_behind_after_it(model):
    """Due by the end of June and counted then: 90 of 100 wait in May, and are behind in July."""
    plan = model("kind: level, unit: 亿元, value: 100, collection: end_of_period, due: 2017-06-30")
    assert [stand(plan, seen(when, "90")).status for when in ("2017-05", "2017-07")] == [
        "not_due",
        "behind",
    ]


def test_the_run_rate_follows_the_base_years_months(model):
    """With 40% by June of the base year, 45 lead to 112.5 and are five points ahead; evenly they lead to 90."""
    base = (seen("2016", "200"), seen("2016-06", "80"))
    found = stand(model(LEVEL), *base, seen("2017-06", "45"))
    assert (found.year_end, found.pace, codes(found)) == (Decimal("112.5"), 5, ["base-shares"])
    even = stand(model(f"{LEVEL}, pace: linear"), *base, seen("2017-06", "45"))
    assert (even.year_end, even.pace, codes(even)) == (90, -5, [])
    without = stand(model(f"{LEVEL}, pace: base_year"), seen("2017-06", "45"))
    assert (without.year_end, without.pace, codes(without)) == (90, -5, ["no-base-shares"])


@pytest.mark.parametrize(
    ("better", "expected"),
    [
        ("within", {79: "79.5", 81: None, 99: None, 101: "100.5"}),
        ("higher", {79: "79.5", 81: None, 101: None}),
        ("lower", {79: None, 100: None, 101: "100.5"}),
    ],
)
def test_only_a_year_that_starts_outside_a_range_has_a_way_to_it(model, better, expected):
    """From 79 the way to 80 to 100 leads to 80, from 101 to 100; halfway is expected by June, and nothing where it is met."""
    target = (
        f"kind: level, unit: 亿元, value: 80, upper: 100, comparator: between, better: {better}"
    )
    for start, amount in expected.items():
        found = stand(model(f"{target}, baseline: {start}"), seen("2017-06", "85"))
        assert (found.expected and found.expected.amount) == number(amount)


def test_a_share_below_nothing_is_refused(plan):
    """−0.5% of the residents cannot have moved back."""
    assert refused(plan, "urbanisation.residents-returned.value=-0.5%").code == "E609"


def test_what_a_doubt_about_growth_says(model):
    """Of 9% implied and 8.4% published the difference is +0.6 points; at constant prices no base is implied."""
    far = stand(model(), seen("2017", "109", "8.4", name="output"), name="output").warnings[0]
    assert (far.points, far.is_constant) == (Decimal("0.6"), False)
    constant = model(
        change=("price_basis: current, growth: 8%", "price_basis: constant, growth: 8%")
    )
    far = stand(constant, seen("2017", "109", "8.4", name="output"), name="output").warnings[0]
    assert (far.points, far.is_constant, far.implied_base) == (Decimal("0.6"), True, None)


def test_a_base_value_in_a_unit_implies_no_growth_of_a_bare_number(model):
    """50亿元 as a what-if for what the plan gives no unit is no base for a ledger's 60, and neither are 500000万元."""
    plan = model(change=("{id: output, name: 产值, unit: 亿元,", "{id: output, name: 产值,"))
    for written in ("50亿元", "500000万元"):
        changed = scenario(plan, parse_settings(plan, [f"output.baseline={written}"]))
        found = Tracker(changed, [seen("2017", "60", name="output")]).track_one("output")
        assert (found.status, codes(found)) == ("no_data", ["no-growth"])


def test_a_base_below_one_still_implies_a_growth(model):
    """From 0.5 to 1 is a growth of 100%."""
    found = Tracker(
        scenario(model()), [seen("2016", "0.5", name="output"), seen("2017", "1", name="output")]
    ).track_one("output")
    assert found.growth.implied == 100


def test_the_base_years_months_are_those_up_to_the_due_date(model):
    """Of a base year with 20 by March and 45 by June, what is due in June has 44.44% due in March, and all in June."""
    plan = model("kind: level, unit: 亿元, value: 90, due: 2017-06-30")
    base = [seen("2016", "100"), seen("2016-03", "20"), seen("2016-06", "45")]
    expected = [stand(plan, *base, seen(when, "40")).expected for when in ("2017-03", "2017-06")]
    assert [round(one.share, 6) for one in expected] == [Decimal("44.444444"), 100]
    assert [one.amount for one in expected] == [40, 90]


def test_what_is_due_after_the_year_does_not_follow_the_base_years_months(model):
    """Due in June 2018, 6 of 18 months have passed by June 2017, whatever the base year had by then."""
    plan = model("kind: level, unit: 亿元, value: 90, pace: base_year, due: 2018-06-30")
    found = stand(plan, seen("2016", "100"), seen("2016-06", "45"), seen("2017-06", "40"))
    assert shown(found.expected.share, 2) == "33.33"


def test_a_trajectory_holds_up_to_the_due_date(model):
    """With 40% due by May, 40 of 100 are on pace then; in June, when all is due, they are behind."""
    plan = model(f"{LEVEL}, due: 2017-06-30, trajectory: {{2017-05: 40%}}")
    found = stand(plan, seen("2017-05", "40"))
    assert (found.expected.share, found.pace, found.status) == (40, 0, "on_pace")
    due = stand(plan, seen("2017-06", "40"))
    assert (due.expected.share, due.pace, due.status) == (100, -60, "behind")


def test_a_year_of_a_projection_cannot_be_changed(plan):
    """The single years are as fixed as the whole."""
    with pytest.raises(AttributeError):
        project_indicator(scenario(plan), plan.indicators[0]).years[0].year = 2018


def test_the_last_of_february_is_that_in_a_leap_year_too():
    """What counts to 28 February 2017 is held against what counted to 29 February 2016, and to the 28th only without that."""
    series = ObservationSeries(
        [seen("2016-02-29", "40"), seen("2016-02-28", "39"), seen("2017-02-28", "44")], YEAR
    )
    assert series.at("a.t", period_of("2017-02-28"), 2016).value.value == 40
    before = ObservationSeries([seen("2016-02-28", "39"), seen("2017-02-28", "44")], YEAR)
    assert before.at("a.t", period_of("2017-02"), 2016).value.value == 39


def test_what_is_known_comes_before_an_estimate_of_the_same_period():
    """A final figure without a day of publication is judged, and a dated estimate, or a later one, is not."""
    both = [
        seen("2017-06", "100", status="E", published="2017-11-20"),
        seen("2017-06", "101", status="A"),
    ]
    for order in (both, both[::-1]):
        assert ObservationSeries(order, YEAR).of("a.t")[0].value.value == 101


def test_a_product_that_can_be_exact_is():
    """1.01 to the 20th has 41 digits, and all of them come out; 1.1 to the 1000th is reached in exactly 1000 years."""
    assert solved(base=1, rate=1, years=20).target == Decimal(
        (0, tuple(map(int, str(101**20))), -40)
    )
    whole = Decimal((0, tuple(map(int, str(11**1000))), -1000))
    found = solve(base=Decimal(1), rate=Decimal(10), target=whole)
    assert (found.years, found.exact, found.full_years, found.reached) == (1000, True, 1000, whole)
    assert solved(base=100, rate="-0.5", target="99.5").years == 1


def test_the_latest_level_without_a_growth_is_shown(model):
    """Of April and May, levels alone, May's is the one that stands beside the verdict."""
    found = stand(
        model(),
        seen("2017-04", "30", name="output"),
        seen("2017-05", "40", name="output"),
        name="output",
    )
    assert (found.growth.period.text, found.growth.level) == ("2017-05", 40)


def test_a_whole_year_needs_nothing_more(model):
    """Once the year's figure is out there is no rest of the year: no growth is needed, and no year's end extrapolated."""
    assert stand(model(), seen("2017", growth="7", name="output"), name="output").needed is None
    assert stand(model(), seen("2017", "98")).year_end is None
    assert stand(model(), seen("2017-12-30", "98")).year_end > 98


def test_a_limit_on_keeping_step_is_never_close_without_a_tolerance(model):
    """A growth that is to be no quicker than the other's 7% is missed with 7.1%; with a tolerance of 0.1 it is close with 7.2%."""
    limit = "kind: relative, to: output, comparator: at_most, price_basis: current"
    for tolerance, statuses in (
        ("", ["met", "missed", "missed", "missed"]),
        (", tolerance: 0.1", ["met", "met", "close", "missed"]),
    ):
        plan, other = model(limit + tolerance), seen("2017", growth="7", name="output")
        found = [stand(plan, seen("2017", growth=own), other) for own in ("7", "7.1", "7.2", "7.3")]
        assert [one.status for one in found] == statuses


def test_a_growth_is_no_amount(model):
    """A level that has a growth alone cannot be judged, and says so; with nothing at all there is nothing to say."""
    assert codes(stand(model(), seen("2017-06", growth="8"))) == ["no-value"]
    assert codes(stand(model())) == []


def test_on_its_due_date_nothing_is_overdue_and_done_is_done(model):
    """Due by the end of June: 99 of 100 in June are short and not overdue, in July overdue; 100 in July are done, late."""
    plan = model("kind: level, unit: 亿元, value: 100, due: 2017-06-30")
    rows = (("2017-06", "99"), ("2017-07", "99"), ("2017-07", "100"))
    found = [stand(plan, seen(when, value)) for when, value in rows]
    assert [codes(one) for one in found] == [[], ["overdue"], ["late"]]
    assert [one.status for one in found] == ["behind", "behind", "done"]


def test_a_range_from_nothing_is_passed_like_any_other():
    """Of 0 to 5, 6 is beyond and 5 is not."""
    goal = Goal(Decimal(0), upper=Decimal(5))
    assert [goal.in_range(Decimal(value)) for value in (5, 6)] == ["within", "beyond"]
