"""What changes at an edge: at zero, at the last day, at the first month, on the day of publication."""

from decimal import Decimal

import pytest

from erqi_cli.calc.projection.ratios import ratio_values
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.outlook.interval import past_shares
from erqi_cli.calc.tracking.schedule import timetable
from erqi_cli.calc.tracking.series import ObservationSeries
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import Years, period_of
from erqi_cli.domain.vocabulary import ScheduleStep
from erqi_cli.readers.yaml.load import load_plan
from tests.calc.test_calculation import seen, stand
from tests.calc.test_tracking import PLAN as MODEL
from tests.calc.test_tracking import codes


@pytest.fixture
def model(write):
    """Return the small plan of the tracking tests with a target in it, loaded."""

    def load(target="kind: level, value: 100, unit: 亿元", *, output="", more="", last_year=2017):
        text = MODEL.replace("TARGET", target)
        text = text.replace(", PACE", f", {output}" if output else "")
        text = text.replace("plan_year: 2017", f"plan_year: {last_year}")
        return load_plan(write(text + more))

    return load


def tracker(plan, *found, as_of=None):
    return Tracker(
        scenario(plan), [*plan.observations, *found], period_of(as_of) if as_of else None
    )


def dues(plan, step):
    """Return the amounts of a timetable, None before the first node."""
    found = timetable(tracker(plan), "a.t", ScheduleStep(step))
    assert found.reason is None
    return [None if due.amount is None else str(due.amount) for due in found.dues]


# --- timetables


def test_nothing_is_due_before_the_first_node(model):
    """Of a share of 70% with 64% by June, nothing is due by March, 64 from June on and 70 in December."""
    plan = model("kind: share, value: 70%, trajectory: {2017-06: 64%}")
    assert dues(plan, "quarter") == [None, "64.00", "64.00", "70"]


def test_the_timetable_of_a_rate_is_that_of_its_nodes(model):
    """Of a growth of 8% and of an average of 80, with 6 and 75 by June, these are due until the whole is."""
    growth = model("kind: growth, growth: 8%, unit: 亿元, trajectory: {2017-06: 6%}")
    assert dues(growth, "quarter") == [None, "6.00", "6.00", "8"]
    average = model(
        "kind: level, value: 80, unit: 微克/立方米, collection: average, trajectory: {2017-06: 75}"
    )
    assert dues(average, "quarter") == [None, "75.00", "75.00", "80"]


def test_a_rate_is_due_from_its_due_date_on(model):
    """With a due date at the end of June all of a growth of 8% is due then, and not what a node asked for in March."""
    plan = model("kind: growth, growth: 8%, unit: 亿元, due: 2017-06-30, trajectory: {2017-03: 6%}")
    assert dues(plan, "quarter") == ["6.00", "8", "8", "8"]


def test_an_amount_with_nodes_is_still_planned_month_by_month(model):
    """Of 100 with 50% by June, 50 are due by then, and the share is said, as it is of no rate."""
    plan = model("kind: level, value: 100, unit: 亿元, trajectory: {2017-06: 50%}")
    found = timetable(tracker(plan), "a.t", ScheduleStep.HALF)
    assert [(str(due.amount), str(due.share)) for due in found.dues] == [
        ("50.00", "50"),
        ("100", "100"),
    ]


# --- sums, stocks and corridors


@pytest.mark.parametrize("month", ["2017-03", "2017-06"])
def test_nothing_is_expected_of_a_sum_of_nothing(model, month):
    """Where nothing is to be added up, as with 0 accidents, there is neither an expected amount nor a pace."""
    found = stand(model("kind: count, value: 0, unit: 个"), seen(month, "0"))
    assert (found.expected, found.pace) == (None, None)


def test_a_range_that_is_reached_from_above_is_behind_above_its_way(model):
    """From 120 down to 90—100, of which half the way is gone by June: 112 is 2 above the 110 expected then."""
    target = (
        "kind: level, value: 90, upper: 100, comparator: between, unit: 亿元, baseline: 120, "
        "collection: end_of_period, better: within"
    )
    found = stand(model(target), seen("2017-06", "112"))
    assert found.gap is not None
    assert found.gap < 0
    assert found.status == "behind"
    assert stand(model(target), seen("2017-06", "104")).gap > 0


def test_a_sum_above_its_range_is_behind_before_it_is_due(model):
    """A sum of 90—100 that has 101 by September is broken already, and cannot be mended."""
    target = "kind: level, value: 90, upper: 100, comparator: between, unit: 亿元, better: within"
    assert stand(model(target), seen("2017-09", "101")).status == "behind"
    assert stand(model(target), seen("2017-09", "72")).status == "on_pace"
    patient = f"{target}, thresholds: {{behind: -50}}"
    assert stand(model(patient), seen("2017-09", "101")).status == "behind"
    assert stand(model(patient), seen("2017-09", "99")).status == "on_pace"


def test_an_estimate_of_the_year_reaches_nothing_in_time(model):
    """Due at the end of 2018, 80 by June, an estimate of 120 for the year, then 130: reached, but late."""
    target = (
        "kind: level, value: 100, unit: 亿元, collection: end_of_period, baseline: 0, "
        "due: 2018-12-31"
    )
    plan = model(target, last_year=2019)
    found = [seen("2018-06", "80"), seen("2018", "120", status="E"), seen("2019-06", "130")]
    late = stand(plan, *found)
    assert (late.status, late.is_late) == ("done", True)
    known = stand(plan, *found, seen("2018-12", "101"))
    assert (known.status, known.is_late) == ("done", False)


# --- growth and levels


def test_a_level_of_nothing_is_far_from_no_base(model):
    """A base of zero says nothing about a level, so that there is no warning that the two are far apart."""
    base = seen("2016-03", "0", name="range")
    found = stand(model(), base, seen("2017-03", "50", growth="9", name="range"), name="range")
    assert "far-from-base" not in codes(found)
    base = seen("2016-03", "1", name="range")
    found = stand(model(), base, seen("2017-03", "50", growth="9", name="range"), name="range")
    assert "far-from-base" in codes(found)


def test_a_sum_that_has_fallen_is_doubted_and_an_average_is_not(model):
    """Output of 30 by March and 20 by June cannot be sums of one year; averages may fall."""
    found = (
        seen("2017-03", "30", growth="9", name="output"),
        seen("2017-06", "20", growth="9", name="output"),
    )
    assert "falls" in codes(stand(model(), *found, name="output"))
    averaged = model(output="collection: average")
    assert "falls" not in codes(stand(averaged, *found, name="output"))


# --- what was known when


def test_a_partner_is_judged_by_what_was_out_on_the_day(model):
    """In its history a target that is to keep step with output meets only the output published by then."""
    plan = model("kind: relative, to: output")
    own = seen("2017-03", growth="9", published="2017-04-20")
    output = {"when": "2017-03", "growth": "8", "name": "output"}
    before = tracker(plan, own, seen(**output, published="2017-04-20")).judged_at(own)
    after = tracker(plan, own, seen(**output, published="2017-04-21")).judged_at(own)
    assert (before.status, before.partner_growth) == ("ahead", Decimal(8))
    assert (after.status, after.partner_growth) == ("no_data", None)


def test_an_observation_without_a_day_is_judged_by_all_that_is_known(model):
    """An observation without a day of publication is judged with all figures of its partner."""
    plan = model("kind: relative, to: output")
    own = seen("2017-03", growth="9")
    known = tracker(plan, own, seen("2017-03", growth="8", name="output", published="2017-04-21"))
    assert known.judged_at(own).partner_growth == Decimal(8)


def test_a_history_knows_what_came_before_it(model):
    """A figure of June that is below that of March is doubted in the history too."""
    plan = model()
    march, june = seen("2017-03", "30"), seen("2017-06", "20")
    assert "falls" in codes(tracker(plan, march, june).judged_at(june))
    assert "falls" not in codes(tracker(plan, march, june).judged_at(march))


# --- earlier years


def test_shares_of_ten_years_before_the_base_year_are_used():
    """Of thirteen years with months, the base year's and those of the ten years before it count."""
    observations = []
    for year in range(2004, 2017):
        observations += [seen(str(year), "100"), seen(f"{year}-06", "40")]
    series = ObservationSeries(observations, Years(2017, 2017))
    assert past_shares(series, "a.t", period_of("2017-06"), 2016) == (Decimal(40),) * 11


# --- ratios


def test_prices_are_mixed_only_where_both_sides_have_them(model):
    """An amount has no price basis, so that its ratio to an indicator at current prices mixes nothing."""
    ratio = (
        "ratios:\n  - {id: part, name: 比, numerator: a.t, denominator: output, form: percent}\n"
    )
    (found,) = ratio_values(scenario(model(more=ratio)))
    assert (found.numerator.price_basis, found.denominator.price_basis) == (None, "current")
    assert not found.mixed_prices


def test_the_lag_of_a_growth_over_several_years_is_its_pace(model):
    """A growth of 8% a year that reached 4% in the first of three years lags by its pace, which is below its gap."""
    plan = model(last_year=2019)
    found = stand(plan, seen("2017", growth="4", name="output"), name="output")
    assert found.pace < 0
    assert found.lag == abs(found.pace) != abs(found.gap)
