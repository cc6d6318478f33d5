"""The outlook of summed amounts: hand-computed cases, and a back-test on published retail sales."""

import csv
from decimal import Decimal

import pytest

from erqi_cli.calc.decimals import rounded
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.outlook.student import QUANTILES_90
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import MOST_EARLIER_YEARS
from erqi_cli.domain.period import period_of
from erqi_cli.readers.yaml.load import load_plan
from tests.conftest import ROOT, observation

SALES = ROOT / "tests/data/retail-sales-monthly.csv"
PLAN = """name: 示例
base_year: 2020
plan_year: 2021
actions:
  - id: a
    name: 行动
    targets:
      - {id: t, name: 目标, TARGET}
"""
WORK = "kind: count, value: 1000, unit: 个"
PAST = {
    "2018": 1000,
    "2018-06": 400,
    "2019": 1000,
    "2019-06": 430,
    "2020": 1000,
    "2020-06": 390,
}
"""By June 40%, 43% and 39%: changes of −4 and +3 points, their mean square 12.5."""


@pytest.fixture
def plan_of(write):
    """Return a plan with one target, for a year after its base year."""

    def load(target=WORK, year=2021):
        text = PLAN.replace("2021", str(year)).replace("2020", str(year - 1))
        return load_plan(write(text.replace("TARGET", target), "plan.yaml"))

    return load


@pytest.fixture
def outlook(plan_of):
    """Return the outlook of a target by its figures of the plan year and of past years."""

    def found(seen, past=None, target=WORK):
        figures = (PAST if past is None else past) | seen
        rows = [
            observation("a.t", period_of(period), Decimal(value))
            for period, value in figures.items()
        ]
        return Tracker(scenario(plan_of(target)), rows).track_one("a.t").outlook

    return found


def shown(value):
    return str(rounded(value, 2))


def test_three_years_of_the_same_months_give_an_interval(outlook):
    """√12.5 × 1.886 is 6.668 points: 400 by June ends between 400 ÷ 45.668% and 400 ÷ 32.332%."""
    found = outlook({"2021-06": 400})
    assert (found.method, shown(found.year_end)) == ("base_year", "1025.64")
    assert found.interval.changes == (-4, 3)
    assert (shown(found.interval.deviation), shown(found.interval.half)) == ("3.54", "6.67")
    assert (shown(found.interval.lower), shown(found.interval.upper)) == ("875.89", "1237.17")
    assert found.gap is None


def test_a_drift_is_an_error_too(outlook):
    """A share that falls by 2 points each year has no spread about its mean, yet the outlook misses it: √4 × 1.886 is 3.772."""
    past = PAST | {"2018-06": 440, "2019-06": 420, "2020-06": 400}
    assert outlook({"2021-06": 400}, past).interval.half == Decimal("3.772")


def test_a_fourth_year_counts_and_a_year_without_figures_ends_the_row(outlook):
    """40% by June 2017 adds no change, √(25 ÷ 3) × 1.638 is 4.73; without 2018 the years before it do not count."""
    older = {"2017": 1000, "2017-06": 400}
    found = outlook({"2021-06": 400}, PAST | older)
    assert (found.interval.changes, shown(found.interval.half)) == ((-4, 3, 0), "4.73")
    gap = {key: value for key, value in (PAST | older).items() if not key.startswith("2018")}
    found = outlook({"2021-06": 400}, gap)
    assert (found.interval, found.gap) == (None, "few-years")


@pytest.mark.parametrize(
    ("past", "target", "method", "gap", "year_end"),
    [
        ({"2020": 1000, "2020-06": 400}, WORK, "base_year", "few-years", 1000),
        ({}, WORK, "run_rate", "few-years", 800),
        (PAST, f"{WORK}, pace: linear", "run_rate", "even-pace", 800),
        (PAST | {"2019-06": 10}, WORK, "base_year", "too-wide", "1025.64"),
    ],
)
def test_without_an_interval_the_reason_is_known(outlook, past, target, method, gap, year_end):
    """Two years are too few, an even pace does not use them, and an interval without an upper end is none."""
    found = outlook({"2021-06": 400}, past, target)
    assert (found.method, found.interval, found.gap) == (method, None, gap)
    assert shown(found.year_end) == shown(Decimal(year_end))


def test_the_year_ends_at_least_at_what_is_there(outlook):
    """By November 95% in the base year, ±18.86 points: no more than 100%, so that 900 stays the lower end."""
    past = {
        "2018": 1000,
        "2018-11": 950,
        "2019": 1000,
        "2019-11": 850,
        "2020": 1000,
        "2020-11": 950,
    }
    found = outlook({"2021-11": 900}, past)
    assert (found.interval.half, found.interval.lower) == (Decimal("18.86"), 900)
    assert shown(found.interval.upper) == shown(Decimal(90000) / Decimal("76.14"))


def test_what_is_done_has_no_outlook_and_a_budget_has_one(outlook):
    """1000 of 1000 are done; of a limit 1000 used by June lead to 2564."""
    assert outlook({"2021-06": 1000}) is None
    budget = outlook({"2021-06": 1000}, target=f"{WORK}, comparator: at_most, collection: summed")
    assert shown(budget.year_end) == "2564.10"
    assert outlook({"2021": 900}) is None


def test_a_missing_january_takes_half_of_february(outlook):
    """20% by February are 10% by January, in every year."""
    past = {}
    for year in (2018, 2019, 2020):
        past |= {f"{year}": 1000, f"{year}-02": 200}
    found = outlook({"2021-01": 50}, past)
    assert (found.share, found.year_end) == (10, 500)
    assert (found.interval.lower, found.interval.upper) == (500, 500)


def test_the_quantiles_reach_as_far_as_the_years():
    """There is a quantile for each number of changes that the years kept can have."""
    assert sorted(QUANTILES_90) == list(range(1, MOST_EARLIER_YEARS + 1))
    assert QUANTILES_90[2] == Decimal("1.886")


# --- what the commands show


LEDGER = "target,period,value\n" + "".join(
    f"a.t,{period},{value}\n" for period, value in ({**PAST, "2021-06": 400}).items()
)


@pytest.fixture
def files(write):
    """Return the options with a plan and a ledger, and perhaps more rows."""

    def options(*more):
        plan = write(PLAN.replace("TARGET", WORK), "plan.yaml")
        ledger = write(LEDGER + "".join(f"{row}\n" for row in more), "ledger.csv")
        return ("--plan", plan, "--ledger", ledger)

    return options


def test_the_row_and_the_notes_name_the_method_and_the_interval(erqi, files):
    """JSON has method and both ends; the table shows the range, and the notes say what it is."""
    done = erqi("track", "a.t", *files(), "--format", "json")
    row = done.rows["a.t"]
    ends = (shown(row["outlook_lower"]), shown(row["outlook_upper"]))
    assert (row["method"], *ends) == ("base_year", "875.89", "1237.17")
    codes = [note["code"] for note in done.json["notes"]]
    assert codes == ["pace", "extrapolation", "interval", "observations"]
    table = erqi("track", "a.t", *files(), "--lang", "zh").out
    assert "875.89—1,237.17" in table
    assert "年底外推：按2020年同期比重推算，不是预测" in table


def test_explain_shows_the_arithmetic(erqi, files):
    """The year-end value, the changes of the share and the interval stand with their figures."""
    out = erqi("explain", "a.t", *files()).out
    assert "400 ÷ 39.00% = 1,025.64, extrapolated" in out
    assert "-4.000, +3.000 points; root mean square 3.536" in out
    assert "3.536 × 1.886 (t-distribution, 2 degrees of freedom) = 6.668" in out
    assert "400 ÷ (39.000% ± 6.668%) = 875.89 to 1,237.17" in out
    assert "by the share of the same months in 2020" in out


def test_months_of_earlier_years_are_used_and_days_are_not(erqi, files):
    """A day of 2018 and a month of 2009, more than ten years before 2020, are counted as not used; the end of May 2018 is a month."""
    more = ("a.t,2018-05-15,350", "a.t,2009-06,1", "a.t,2018-05-31,370")
    notes = erqi("track", "a.t", *files(*more), "--format", "json").json["notes"]
    (elsewhere,) = [note["en"] for note in notes if note["code"] == "elsewhere"]
    assert elsewhere.startswith("Not used: 2 rows")


def test_a_table_with_both_methods_names_both_and_counts_what_has_no_interval(erqi, write):
    """Of two sums one has the base year's months: the note says which method is whose, and one has no interval."""
    text = PLAN.replace("TARGET", WORK) + f"      - {{id: u, name: 又一目标, {WORK}}}\n"
    ledger = write(LEDGER + "a.u,2021-06,400\n", "ledger.csv")
    words = ("track", "--plan", write(text, "plan.yaml"), "--ledger", ledger, "--format", "json")
    done = erqi(*words)
    notes = {note["code"]: note["en"] for note in done.json["notes"]}
    assert [row["method"] for row in done.rows.values()] == ["base_year", "run_rate"]
    assert notes["extrapolation"] == (
        "Year-end: extrapolated by the share of the same months in 2020 if known, "
        "otherwise at the current rate; not a forecast"
    )
    assert notes["no-interval"] == (
        "1 extrapolated value without an 80% interval: "
        "it needs the same months of three consecutive years up to 2020"
    )


def test_the_workbook_has_the_method_and_the_ends_of_the_interval(erqi, files, tmp_path):
    """Three columns stand beside the year-end value: in words, and as numbers."""
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "report.xlsx"
    assert erqi("report", *files(), "-o", path, "--lang", "zh").code == 0
    cells = set()
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells.update(row)
    words = {"年底外推", "外推依据", "80%区间下限", "80%区间上限", "按基期年同期比重"}
    assert words <= cells
    numbers = {shown(Decimal(cell)) for cell in cells if isinstance(cell, float)}
    assert {"1025.64", "875.89", "1237.17"} <= numbers


# --- back-test on national retail sales, 2012 to 2017

REPORTS = range(2, 12)
"""The months of a year's reports before its last: 1–2月 to November."""


def to_date():
    """Return the value from January to each month, by year and month."""
    totals, months = {}, {}
    with SALES.open(encoding="utf-8", newline="") as stream:
        lines = [line for line in stream if not line.startswith("#")]
    for row in csv.DictReader(lines):
        year, month = int(row["year"]), int(row["month"])
        totals[year] = totals.get(year, 0) + Decimal(row["value"])
        months[year, month] = totals[year]
    return months


@pytest.fixture
def report(plan_of):
    """Return where a year stood at a month's report, its target being what the year came to."""
    months = to_date()
    plans = {}

    def tracked(year, month, pace="base_year"):
        if (year, pace) not in plans:
            target = f"kind: level, value: {months[year, 12]}, unit: 亿元, pace: {pace}"
            plans[year, pace] = plan_of(target, year)
        rows = []
        for (of_year, of_month), value in months.items():
            if (of_year, of_month) <= (year, month):
                period = period_of(f"{of_year}-{of_month:02}")
                rows.append(observation("a.t", period, value))
        as_of = period_of(f"{year}-{month:02}")
        return Tracker(scenario(plans[year, pace]), rows, as_of).track_one("a.t")

    return tracked


def errors_at_june(report, years, pace):
    """Return the mean absolute error of the year-end value at June, in percent of the year."""
    errors = []
    for year in years:
        tracked = report(year, 6, pace)
        errors.append(abs(tracked.year_end / tracked.figure - 1) * 100)
    return sum(errors) / len(errors)


def test_the_base_year_s_share_is_off_by_a_twentieth_of_the_run_rate(report, record_property):
    """At June of 2013 to 2017 the base year's share misses the year by 0.28% on average, the run rate by 5.7%."""
    by_share = errors_at_june(report, range(2013, 2018), "base_year")
    by_rate = errors_at_june(report, range(2013, 2018), "linear")
    record_property("errors", f"{by_share} {by_rate}")
    assert shown(by_share) == "0.28"
    assert by_share < Decimal("0.5")
    assert by_rate > 5


def is_covered(report, year, month):
    """Tell whether the interval at a report holds what the year came to."""
    tracked = report(year, month)
    interval = tracked.outlook.interval
    return interval.lower <= tracked.figure <= interval.upper


def test_the_interval_covers_about_four_in_five(report):
    """Each report with three years before it, 2015 to 2017, has an interval: 23 of 30 hold the year's value.

    The interval is 80% by the root mean square of past changes, with n degrees of freedom, because
    the outlook assumes no change: the standard deviation about the mean, with n − 1, covers 28 of
    these 30, which is too wide.
    """
    covered = [is_covered(report, year, month) for year in (2015, 2016, 2017) for month in REPORTS]
    assert (len(covered), sum(covered)) == (30, 23)


def test_with_three_changes_the_interval_covers_at_least_twelve_of_sixteen(report):
    """April to November of 2016 and 2017, with three and four past changes: 15 of 16."""
    covered = [is_covered(report, year, month) for year in (2016, 2017) for month in range(4, 12)]
    assert len(covered) == 16
    assert sum(covered) == 15


def test_an_even_pace_calls_every_report_behind(report):
    """60 of 60 reports of six years that ended exactly on their target."""
    statuses = [
        report(year, month, "linear").status for year in range(2012, 2018) for month in REPORTS
    ]
    assert statuses == ["behind"] * 60
