"""The verdicts of `erqi track` on made-up plans of every kind: each fact worked out by hand from the rules of the field."""

from decimal import Decimal

import pytest

PLAN = """id: made-up-2021
name: 示例区2021年计划
base_year: 2020
plan_year: 2021
MORE
indicators:
  - {id: gdp, name: 生产总值, unit: 亿元, price_basis: constant, growth: 5%, upper: 5.8%, comparator: between, no_baseline: 未公布}
  - {id: cpi, name: 消费价格, growth: 3%, comparator: about, tolerance: 0.2, better: lower, no_baseline: 指数}
actions:
  - id: a
    name: 行动
    targets:
      - {id: t, name: 目标, TARGET}
"""
REVENUE = "kind: growth, value: -4%, better: higher"
JOBLESS = "kind: share, value: 5%, comparator: at_most, collection: average"
AIR = "kind: share, value: 80%, comparator: at_least, collection: average"
DUST = "kind: level, value: 40, unit: 微克/立方米, comparator: at_most, collection: average"
PART = "kind: share, value: 70%, comparator: about, tolerance: 0.5"
RANK = "kind: level, value: 12, unit: 位, comparator: at_most, collection: end_of_period"
PARK = "kind: level, value: 14, unit: 平方米, baseline: 13"
COVER = "kind: share, value: 90%, baseline: 86%"
DAYS = "kind: count, value: 280, unit: 天, comparator: at_least"
HOMES = "kind: count, value: 20000, unit: 套, comparator: about, tolerance: 2, due: 2021-09-30"
WORK = "kind: count, value: 200, unit: 个"
BOTH = "kind: level, value: 50, unit: 亿元, growth: 10%"
INCOME = "kind: relative, to: gdp"
FASTER = f"{INCOME}, comparator: at_least"
NOT_ABOVE = f"{INCOME}, comparator: at_most"
NOMINAL = f"{FASTER}, price_basis: current"


@pytest.fixture
def track(erqi, write):
    """Track a plan with one target by the rows of a ledger, `a.t 2021-06 140` or `gdp 2021 7%`."""

    def run(target, *seen, words=(), more="", year=2021, form="json"):
        text = PLAN.replace("2020", str(year - 1)).replace("2021", str(year))
        text = text.replace("TARGET", target).replace("MORE", more)
        lines = ["target,period,value,growth"]
        for row in seen:
            name, period, *figures = row.split()
            value = next((one for one in figures if not one.startswith("g")), "")
            growth = next((one[1:] for one in figures if one.startswith("g")), "")
            lines.append(f"{name},{period},{value},{growth}")
        ledger = write("\n".join(lines) + "\n", "ledger.csv")
        path = write(text)
        return erqi("track", "--plan", path, "--ledger", ledger, "--format", form, *words)

    return run


@pytest.fixture
def verdict(track):
    """Return the row of the target a.t, or of another."""

    def row(target, *seen, name="a.t", **more):
        done = track(target, *seen, **more)
        assert done.code == 0, done.err
        return done.rows[name]

    return row


def codes(row):
    return [note["code"] for note in row["warnings"]]


# --- which way is better, and limits


@pytest.mark.parametrize(
    ("name", "period", "growth", "status"),
    [
        ("gdp", "2021-06", "6.3%", "on_pace"),
        ("gdp", "2021-06", "7%", "ahead"),
        ("gdp", "2021-06", "4.9%", "behind"),
        ("gdp", "2021", "7%", "met"),
        ("gdp", "2021", "4.8%", "close"),
        ("cpi", "2021", "1.9%", "met"),
        ("cpi", "2021", "3.2%", "met"),
        ("cpi", "2021", "3.4%", "close"),
        ("cpi", "2021", "3.5%", "missed"),
        ("cpi", "2021-06", "2.5%", "on_pace"),
        ("a.t", "2021", "-3%", "met"),
        ("a.t", "2021", "-4.2%", "close"),
        ("a.t", "2021", "-6%", "missed"),
    ],
)
def test_a_growth_is_met_on_its_better_side(verdict, name, period, growth, status):
    """More than a range of growth is over-fulfilment, less than about 3% of prices too, and revenue that falls by 6% and not 4% is missed."""
    assert verdict(REVENUE, f"{name} {period} g{growth}", name=name)["status"] == status


def test_a_growth_above_its_range_says_so(verdict):
    """7% of a range of 5% to 5.8% is two points over its lower end, with a note."""
    row = verdict(REVENUE, "gdp 2021 g7%", name="gdp")
    assert (row["gap"], codes(row)) == (2, ["above-range"])


@pytest.mark.parametrize(
    ("target", "seen", "status"),
    [
        (JOBLESS, "2021 5%", "met"),
        (JOBLESS, "2021 5.1%", "missed"),
        (f"{JOBLESS}, tolerance: 0.2", "2021 5.2%", "met"),
        (f"{JOBLESS}, tolerance: 0.2", "2021 5.4%", "close"),
        (f"{JOBLESS}, tolerance: 0.2", "2021 5.5%", "missed"),
        (AIR, "2021 79.9%", "missed"),
        (f"{AIR}, tolerance: 1", "2021 79%", "met"),
        (f"{AIR}, tolerance: 1", "2021 78%", "close"),
        (DUST, "2021 40.1", "missed"),
        (f"{DUST}, tolerance: 5", "2021 42", "met"),
        (f"{DUST}, tolerance: 5", "2021 44", "close"),
        (DAYS, "2021 274.4", "close"),
        (DAYS, "2021 274.3", "missed"),
    ],
)
def test_a_limit_is_close_within_twice_its_tolerance_alone(verdict, target, seen, status):
    """Past a limit without a tolerance the year is missed; what is no limit is close within 2%."""
    target, seen = target.replace("kind: count", "kind: level"), f"a.t {seen}"
    assert verdict(target, seen)["status"] == status


# --- averages, stocks and sums during the year


@pytest.mark.parametrize(
    ("target", "seen", "status", "needed"),
    [
        (DUST, "2021-06 38", "on_pace", 42),
        (DUST, "2021-06 41", "behind", 39),
        (DUST, "2021-09 38", "on_pace", 46),
        (AIR, "2021-06 76%", "behind", 84),
        (AIR, "2021-06 80%", "on_pace", 80),
        (JOBLESS, "2021-03 5.3%", "behind", Decimal("4.9")),
    ],
)
def test_an_average_holds_at_any_time(verdict, target, seen, status, needed):
    """38 to June under a limit of 40 leaves (40 × 12 − 38 × 6) ÷ 6 = 42 for the rest; nothing of it is used up."""
    row = verdict(target, f"a.t {seen}")
    assert (row["status"], row["needed"], row["pace_points"]) == (status, needed, None)
    assert row["completion_percent"] is None


@pytest.mark.parametrize(
    ("seen", "needed"), [("2020-07-27 58", "55.67"), ("2020-12-13 55", "95.67")]
)
def test_an_average_to_a_day_is_weighed_by_days(verdict, seen, needed):
    """Wei County 2020, target 57: 58 to 27 July leaves (57 × 366 − 58 × 209) ÷ 157, 55 to 13 December leaves 1,722 ÷ 18."""
    row = verdict(DUST.replace("40", "57"), f"a.t {seen}", year=2020)
    assert str(round(row["needed"], 2)) == needed


@pytest.mark.parametrize(
    ("seen", "needed"),
    [("2021-06 38", "44.00"), ("2021-07-20 38", "45.58"), ("2021-09 38", None)],
)
def test_an_average_has_the_time_up_to_its_due_date(verdict, seen, needed):
    """At most 40 to September: 38 to June leaves (40 × 9 − 38 × 6) ÷ 3, to 20 July (40 × 273 − 38 × 201) ÷ 72."""
    row = verdict(f"{DUST}, due: 2021-09-30", f"a.t {seen}")
    assert (row["needed"] and f"{row['needed']:.2f}") == needed


@pytest.mark.parametrize(
    ("target", "seen", "status", "gap"),
    [
        (PART, "2021-06 62%", "not_due", -8),
        (PART, "2021-06 70%", "done", 0),
        (PART, "2021-06 69.5%", "not_due", Decimal("-0.5")),
        (RANK, "2021-06 9", "on_pace", 3),
        (RANK, "2021-06 13", "behind", -1),
        (PARK, "2021-06 13.4", "behind", Decimal("-0.1")),
        (PARK, "2021-06 13.5", "on_pace", 0),
        (PARK, "2021-06 13.51", "ahead", Decimal("0.01")),
        (PARK, "2021-06 14", "done", Decimal("0.5")),
        (COVER, "2021-06 84%", "behind", -4),
        (COVER, "2021-06 88%", "on_pace", 0),
    ],
)
def test_a_stock_is_measured_in_its_own_unit(verdict, target, seen, status, gap):
    """62% of about 70% is 8 points short and not 39 ahead; from 86% to 90%, 84% in June is 4 below the 88% expected; it has no pace."""
    row = verdict(target, f"a.t {seen}")
    assert (row["status"], row["gap"]) == (status, gap)
    assert (row["pace_points"], row["completion_percent"]) == (None, None)


@pytest.mark.parametrize(
    ("target", "seen", "completion", "pace"),
    [
        (DAYS, "2021-06 126", 45, -5),
        (f"{DAYS}, due: 2021-09-30", "2021-06 196", 70, "3.33"),
        ("kind: share, value: 60%, collection: summed", "2021-06 33%", 55, 5),
        ("kind: level, value: 40, unit: 万元, comparator: at_most", "2021-06 18", 45, -5),
    ],
)
def test_a_sum_is_held_against_the_share_of_the_time(verdict, target, seen, completion, pace):
    """126 of 280 days at half-time are 5 points behind; what is due in September has two thirds of its time behind it in June."""
    row = verdict(target, f"a.t {seen}")
    assert (row["completion_percent"], round(row["pace_points"], 2)) == (
        completion,
        Decimal(pace),
    )


# --- due dates


@pytest.mark.parametrize(
    ("rows", "status", "late"),
    [
        (["2021-09 19600"], "done", False),
        (["2021-09 19599"], "behind", False),
        (["2021-09 19700", "2021-10 19700"], "done", False),
        (["2021-09 19700", "2021-10 19500"], "done", False),
        (["2021-09 19700", "2021 19500"], "met", False),
        (["2021-09 12000", "2021-11 20000"], "done", True),
        (["2021-09 12000", "2021 20000"], "met", True),
        (["2021-08 20000", "2021-11 20000"], "done", False),
        (["2021-09 12000", "2021-11 12000"], "behind", False),
    ],
)
def test_what_is_reached_by_its_due_date_stays_reached(verdict, rows, status, late):
    """19,600 of about 20,000 by September are done and stay so in October; 20,000 in November are late."""
    row = verdict(HOMES, *(f"a.t {seen}" for seen in rows))
    assert (row["status"], row["late"], "late" in codes(row)) == (status, late, late)


def test_what_was_reached_in_time_is_not_overdue(verdict):
    """19,700 of about 20,000 in September are done in time, and 19,500 in October are not overdue."""
    assert codes(verdict(HOMES, "a.t 2021-09 19700", "a.t 2021-10 19500")) == ["falls"]


def test_a_limit_is_broken_after_its_due_date_too(verdict):
    """Rank 10 in June keeps a limit of 12 and does not excuse rank 13 in December."""
    row = verdict(f"{RANK}, due: 2021-06-30", "a.t 2021-06 10", "a.t 2021 13")
    assert (row["status"], row["late"]) == ("missed", False)


@pytest.mark.parametrize(("seen", "status"), [("13.2", "on_pace"), ("13.3", "behind")])
def test_the_tolerance_of_a_limit_counts_at_its_due_date(verdict, seen, status):
    """From 20 to at most 12 by June, within 10%: 13.2 keeps it and 13.3 does not."""
    target = f"{RANK}, baseline: 20, tolerance: 10, due: 2021-06-30"
    assert verdict(target, f"a.t 2021-06 {seen}")["status"] == status


@pytest.mark.parametrize(
    ("seen", "status"), [("2021-06 102", "on_pace"), ("2021-06 103", "behind")]
)
def test_the_tolerance_of_a_budget_counts_at_its_due_date(verdict, seen, status):
    """Of at most 100 by June, within 2%, 102 is used as allowed and 103 is too much."""
    budget = "kind: level, value: 100, unit: 万元, comparator: at_most, collection: summed"
    target = f"{budget}, tolerance: 2, due: 2021-06-30"
    assert verdict(target, f"a.t {seen}")["status"] == status


def test_late_and_stale_ones_are_counted(track):
    """A target that was reached after its due date is counted apart, and so is one with an old figure."""
    done = track(HOMES, "a.t 2021-09 12000", "a.t 2021-11 20000", "gdp 2021-06 g6%")
    summary = done.json["summary"]["all"]
    assert (summary["late"], summary["stale"]) == (1, 1)


# --- relative targets


@pytest.mark.parametrize(
    ("target", "own", "status", "gap"),
    [
        (INCOME, "6%", "on_pace", 0),
        (INCOME, "5.9%", "behind", Decimal("-0.1")),
        (INCOME, "7%", "ahead", 1),
        (FASTER, "6%", "behind", 0),
        (FASTER, "6.1%", "on_pace", Decimal("0.1")),
        (NOT_ABOVE, "6%", "on_pace", 0),
        (NOT_ABOVE, "6.1%", "behind", Decimal("-0.1")),
        (NOT_ABOVE, "5%", "ahead", 1),
    ],
)
def test_a_relative_target_is_in_step_or_faster_or_not_above(verdict, target, own, status, gap):
    """Beside 6%, as fast is in step and not above, and not faster."""
    row = verdict(target, "gdp 2021-06 g6%", f"a.t 2021-06 g{own}")
    assert (row["status"], row["gap"], row["target"]) == (status, gap, 6)


@pytest.mark.parametrize(("own", "status"), [("6.1%", "met"), ("6%", "close")])
def test_faster_by_little_is_faster(verdict, own, status):
    """Of the year 6.1% beside 6% is faster, and 6% is not."""
    assert verdict(FASTER, "gdp 2021 g6%", f"a.t 2021 g{own}")["status"] == status


@pytest.mark.parametrize(
    ("deflator", "nominal", "partner", "gap", "status"),
    [
        ("3%", "8.15%", "6%", "-1.00", "behind"),
        ("cpi", "8.15%", "6%", "-1.00", "behind"),
        ("3%", "9.18%", "5.5%", "0.50", "on_pace"),
        ("3.3%", "9.9%", "7.7%", "-1.31", "behind"),
    ],
)
def test_a_nominal_income_is_made_real(verdict, deflator, nominal, partner, gap, status):
    """8.15% at prices up 3% is 5% real, a point below 6%; Beijing in 2013: 9.9% nominal is 6.39% real, below 7.7%."""
    row = verdict(
        f"{NOMINAL}, deflator: {deflator}",
        f"gdp 2021-06 g{partner}",
        "cpi 2021-06 g3%",
        f"a.t 2021-06 g{nominal}",
    )
    assert (f"{row['gap']:.2f}", row["status"]) == (gap, status)
    assert codes(row) == ["deflated"]


def test_without_the_prices_of_its_period_a_nominal_income_is_not_compared(verdict):
    """Prices to March say nothing of an income to June, but March can be compared."""
    rows = ["gdp 2021-06 g6%", "a.t 2021-06 g8.15%", "cpi 2021-03 g3%"]
    row = verdict(f"{NOMINAL}, deflator: cpi", *rows)
    assert (row["status"], codes(row)) == ("no_data", ["no-comparison"])
    row = verdict(f"{NOMINAL}, deflator: cpi", *rows, "gdp 2021-03 g6%", "a.t 2021-03 g9.18%")
    assert (row["period"], row["gap"]) == ("2021-03", 0)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("", ["prices-unknown"]),
        (", price_basis: current", ["prices-differ"]),
        (", price_basis: constant", []),
        (", price_basis: constant, deflator: 3%", []),
    ],
)
def test_growths_at_other_prices_carry_a_warning(verdict, more, code):
    """The partner's growth is at constant prices: one at current prices, or at unknown ones, is compared with a warning."""
    row = verdict(f"{INCOME}{more}", "gdp 2021-06 g6%", "a.t 2021-06 g6%")
    assert (row["status"], codes(row)) == ("on_pace", code)


def test_the_partner_s_growth_is_shown_as_the_partner_s(track):
    """With 2 points more than the partner's 6% wanted, the partner's growth is still 6%, and not 8%."""
    target = f"{FASTER}, value: 2, price_basis: constant"
    seen = ("gdp 2021-06 g6%", "a.t 2021-06 g7%")
    out = track(target, *seen, form="markdown", words=("--lang", "zh")).out
    assert "高于生产总值增速2个百分点以上（后者为6%）" in out


# --- time: old figures


@pytest.mark.parametrize(
    ("period", "as_of", "stale"),
    [
        ("2021-06", "2021-06", False),
        ("2021-06", "2021-07", True),
        ("2021-06", "2021-09", True),
        ("2021-06", "2021-07-15", True),
        ("2021-06-15", "2021-06", False),
        ("2021-06-15", "2021-07", True),
    ],
)
def test_a_figure_is_stale_once_the_as_of_month_has_begun(verdict, period, as_of, stale):
    """June's 120 of 200 are ahead in June; in July they are still that, with June's share of the year, and marked as old."""
    row = verdict(WORK, f"a.t {period} 120", words=("--as-of", as_of))
    assert (row["status"], row["period"]) == ("ahead", period)
    assert row["elapsed_percent"] <= 50
    assert (row["stale"], "stale" in codes(row)) == (stale, stale)


def test_a_due_date_that_has_passed_is_said_of_an_old_figure(verdict):
    """A stock of 60 of 100 was not due in June; due in August, it is behind as of September, and a sum keeps June's status."""
    words = ("--as-of", "2021-09")
    stock = "kind: count, value: 100, unit: 家, due: 2021-08-31, collection: end_of_period"
    row = verdict(stock, "a.t 2021-06 60", words=words)
    assert (row["status"], row["stale"], "overdue" in codes(row)) == ("behind", True, True)
    work = "kind: count, value: 100, unit: 家, due: 2021-08-31"
    row = verdict(work, "a.t 2021-06 90", words=words)
    assert (row["status"], row["stale"], "overdue" in codes(row)) == ("ahead", True, True)


def test_stale_targets_can_be_listed_and_failed_on(track):
    """`--status stale` lists old figures whatever their status, `--fail-on stale` fails on them, and `--fail-on behind` on those that were behind."""
    seen = ("a.t 2021-03 10", "gdp 2021-06 g6%")
    assert list(track(WORK, *seen, words=("--status", "stale")).rows) == ["a.t"]
    assert list(track(WORK, *seen, words=("--status", "沿用旧数")).rows) == ["a.t"]
    assert track(WORK, *seen, words=("--fail-on", "stale")).code == 6
    assert track(WORK, *seen, words=("--fail-on", "behind")).code == 6
    fresh = ("a.t 2021-06 110", "gdp 2021-06 g6%")
    assert track(WORK, *fresh, words=("--fail-on", "stale")).code == 0
    assert track(WORK, *fresh, words=("--status", "stale")).rows == {}


# --- thresholds

SERIOUS = "thresholds: {ahead: 5, behind: -5, seriously_behind: -10}"


@pytest.mark.parametrize(
    ("seen", "usual", "of_plan", "own"),
    [
        ("130", "ahead", "ahead", "ahead"),
        ("110", "ahead", "ahead", "on_pace"),
        ("108", "ahead", "on_pace", "on_pace"),
        ("102", "ahead", "on_pace", "on_pace"),
        ("101", "on_pace", "on_pace", "on_pace"),
        ("90", "behind", "on_pace", "on_pace"),
        ("89", "behind", "behind", "behind"),
        ("80", "behind", "behind", "behind"),
        ("79", "behind", "seriously_behind", "behind"),
        ("59", "behind", "seriously_behind", "seriously_behind"),
    ],
)
def test_thresholds_are_the_target_s_then_the_plan_s(verdict, seen, usual, of_plan, own):
    """Of 200 at half-time 79 is 10.5 points behind: seriously so only below the plan's −10, which a target's own −20 replaces."""
    row = f"a.t 2021-06 {seen}"
    assert verdict(WORK, row)["status"] == usual
    assert verdict(WORK, row, more=SERIOUS)["status"] == of_plan
    target = f"{WORK}, thresholds: {{ahead: 10, seriously_behind: -20}}"
    assert verdict(target, row, more=SERIOUS)["status"] == own


@pytest.mark.parametrize(
    ("target", "seen", "status"),
    [
        ("kind: growth, value: 8%", "g-2.1%", "seriously_behind"),
        ("kind: growth, value: 8%", "g3%", "on_pace"),
        ("kind: growth, value: 8%", "g2.9%", "behind"),
        (PARK, "13.39", "seriously_behind"),
        (PARK, "13.4", "behind"),
        (PARK, "13.45", "on_pace"),
        (PARK, "13.55", "ahead"),
    ],
)
def test_thresholds_hold_for_growths_and_stocks(verdict, target, seen, status):
    """A growth is measured in points of growth, a stock in percent of its way: from 13 to 14, 13.39 is 11 below 13.5."""
    assert verdict(target, f"a.t 2021-06 {seen}", more=SERIOUS)["status"] == status


def test_seriously_behind_can_be_listed_and_failed_on(track):
    """`--fail-on behind` includes seriously behind, and `--fail-on seriously_behind` does not include behind."""
    serious, behind = "a.t 2021-06 70", "a.t 2021-06 85"
    for word in ("seriously_behind", "严重滞后", "behind"):
        assert track(WORK, serious, words=("--fail-on", word), more=SERIOUS).code == 6
    assert track(WORK, serious, words=("--fail-on", "missed"), more=SERIOUS).code == 0
    assert track(WORK, behind, words=("--fail-on", "seriously_behind"), more=SERIOUS).code == 0
    listed = track(WORK, serious, words=("--status", "严重滞后"), more=SERIOUS).rows
    assert list(listed) == ["a.t"]


def test_the_worst_come_first(track):
    """Of what is behind the most points come first: 60 of 200 are 30, a growth is 2 and one 0.5 short."""
    rows = track(
        f"{WORK}, due: 2021-06-30",
        "a.t 2021-06 140",
        "gdp 2021-06 g3%",
        "cpi 2021-06 g3.5%",
        words=("--status", "behind", "--status", "no_data"),
    ).rows
    assert list(rows) == ["a.t", "gdp", "cpi"]
    rows = track(WORK, "gdp 2021-06 g3%", words=("--status", "behind", "--status", "no_data")).rows
    assert list(rows) == ["gdp", "cpi", "a.t"]


def test_what_has_no_length_of_way_comes_in_its_own_unit(track):
    """Two accidents where none may happen come between a growth 3 points short and one 1 point short."""
    target = "kind: count, value: 0, unit: 件, comparator: at_most, collection: end_of_period"
    seen = ("gdp 2021-06 g2%", "a.t 2021-06 2", "cpi 2021-06 g4%")
    rows = track(target, *seen, words=("--status", "behind")).rows
    assert list(rows) == ["gdp", "a.t", "cpi"]


def test_what_is_ahead_keeps_the_order_of_the_plan(track):
    """9% of 5% is far more ahead than 102 of 200 in June, and comes first as in the plan."""
    rows = track(WORK, "a.t 2021-06 102", "gdp 2021-06 g9%", words=("--status", "ahead")).rows
    assert list(rows) == ["gdp", "a.t"]


# --- how a year runs

MONTHS = ("a.t 2020 300", "a.t 2020-02 30", "a.t 2020-06 120")
"""The base year: 10% by February and 40% by June."""


@pytest.mark.parametrize(
    ("more", "seen", "pace", "code"),
    [
        ("", "2021-06 90", 5, ["base-shares"]),
        (", pace: base_year", "2021-06 90", 5, ["base-shares"]),
        (", pace: linear", "2021-06 90", -5, []),
        ("", "2021-01 10", 0, ["base-shares"]),
        ("", "2021-09 140", -5, []),
        (", pace: base_year", "2021-09 140", -5, ["no-base-shares"]),
        (", trajectory: {2021-06: 30%}", "2021-06 90", 15, []),
    ],
)
def test_the_base_year_s_months_are_used_and_said(verdict, more, seen, pace, code):
    """90 of 200 by June are 5 points over the base year's 40%, and 5 under an even half; a missing January is half of February."""
    row = verdict(f"{WORK}{more}", *MONTHS, f"a.t {seen}")
    assert (row["pace_points"], codes(row)) == (pace, code)


def test_the_outlook_follows_the_base_year_s_months(verdict):
    """90 by June at 40% lead to 225, evenly to 180; what is done has no outlook."""
    assert verdict(WORK, *MONTHS, "a.t 2021-06 90")["year_end_extrapolated"] == 225
    assert (
        verdict(f"{WORK}, pace: linear", *MONTHS, "a.t 2021-06 90")["year_end_extrapolated"] == 180
    )
    assert verdict(WORK, *MONTHS, "a.t 2021-06 200")["year_end_extrapolated"] is None


@pytest.mark.parametrize(
    ("target", "seen", "expected", "gap", "status"),
    [
        (f"{WORK}, trajectory: {{2021-03: 20%, 2021-06: 45%}}", "2021-06 100", 90, 10, "ahead"),
        (f"{WORK}, trajectory: {{2021-03: 20%, 2021-06: 90}}", "2021-06 100", 90, 10, "ahead"),
        (f"{WORK}, trajectory: {{2021-03: 20%, 2021-06: 45%}}", "2021-05 40", 40, 0, "on_pace"),
        (f"{WORK}, trajectory: {{2021-06: 45%}}", "2021-03 40", 50, -10, "behind"),
        (f"{WORK}, trajectory: {{2021-06: 主体封顶}}", "2021-06 100", 100, 0, "on_pace"),
        (
            f"{WORK}, due: 2021-09-30, trajectory: {{2021-06: 45%}}",
            "2021-10 150",
            200,
            -50,
            "behind",
        ),
        (f"{PART}, trajectory: {{2021-06: 64%}}", "2021-06 62%", 64, -2, "behind"),
        (f"{PART}, trajectory: {{2021-06: 64%}}", "2021-06 64%", 64, 0, "on_pace"),
        (f"{PART}, trajectory: {{2021-06: 64%}}", "2021-03 62%", None, -8, "not_due"),
        (f"{PART}, trajectory: {{2021-06: 完成立项}}", "2021-06 62%", None, -8, "not_due"),
        (
            f"{PART}, due: 2021-09-30, trajectory: {{2021-06: 64%}}",
            "2021-10 69%",
            70,
            -1,
            "behind",
        ),
        (
            "kind: growth, value: 8%, trajectory: {2021-06: 6%}",
            "2021-06 g6.5%",
            6,
            "0.5",
            "on_pace",
        ),
        ("kind: growth, value: 8%, trajectory: {2021-06: 6%}", "2021-06 g7%", 6, 1, "ahead"),
        ("kind: growth, value: 8%, trajectory: {2021-06: 6%}", "2021-03 g7%", None, -1, "behind"),
        ("kind: growth, value: 8%, trajectory: {2021-06: 6%}", "2021 g7%", None, -1, "missed"),
        (f"{DUST}, trajectory: {{2021-03: 50}}", "2021-06 45", 50, 5, "on_pace"),
        (f"{DUST}, trajectory: {{2021-03: 50}}", "2021-06 51", 50, -1, "behind"),
    ],
)
def test_a_trajectory_says_what_is_expected_by_when(verdict, target, seen, expected, gap, status):
    """A percent of a count is a part of it, of a rate the rate; the last node counts until the next, and words never."""
    row = verdict(target, f"a.t {seen}")
    assert (row["expected"], row["gap"], row["status"]) == (expected, Decimal(gap), status)


# --- a value and a growth on one target


@pytest.mark.parametrize(
    ("seen", "status", "gap", "growth_status"),
    [
        ("2021-06 26 g9%", "ahead", -1, "behind"),
        ("2021-06 24 g11%", "behind", 1, "ahead"),
        ("2021-06 26", "ahead", None, "no_data"),
        ("2021 50 g9.9%", "met", Decimal("-0.1"), "close"),
        ("2021 49 g10%", "close", 0, "met"),
    ],
)
def test_a_value_and_a_growth_are_both_judged(verdict, seen, status, gap, growth_status):
    """26 of 50 by June are ahead, and their 9% a point behind the growth of 10% beside them."""
    row = verdict(BOTH, f"a.t {seen}")
    assert (row["status"], row["judged_on"], row["growth_target"]) == (status, "level", 10)
    assert (row["growth_gap"], row["growth_status"]) == (gap, growth_status)


def test_a_later_growth_alone_hides_no_value(verdict):
    """With 13 of 50 to March and only a growth to June, the 13 are judged, as of March."""
    row = verdict(BOTH, "a.t 2021-03 13", "a.t 2021-06 g9%")
    assert (row["actual"], row["period"], row["status"]) == (13, "2021-03", "ahead")


# --- small plans, and plans that are refused


def test_a_plan_needs_no_headline_growth(erqi, write):
    """Eight projects of a task table need no document, phrases or headline: 780 of 1,300 by August are behind, 12,600 of 10,000 done."""
    plan = write(
        """name: 示例区民生实事
base_year: 2020
plan_year: 2021
actions:
  - id: ms
    name: 民生实事
    targets:
      - {id: water, name: 农村饮水, kind: count, value: 1300, unit: 人}
      - {id: checks, name: 食品检查, kind: count, value: 10000, unit: 家}
      - {id: beds, name: 养老床位, kind: count, value: 70, unit: 张}
"""
    )
    ledger = write("target,period,value\n农村饮水,2021-08,780\n食品检查,2021-08,12600\n", "l.csv")
    done = erqi("track", "--plan", plan, "--ledger", ledger, "--format", "json")
    found = {name: (row["status"], row["completion_percent"]) for name, row in done.rows.items()}
    assert found == {
        "ms.water": ("behind", 60),
        "ms.checks": ("done", 126),
        "ms.beds": ("no_data", None),
    }


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("kind: relative, to: a.t", "E429"),
        ("kind: relative, to: a.q}\n      - {id: q, name: 质量, kind: qualitative", "E430"),
        (f"{WORK}, due: 2062-12-31", "E432"),
        ("kind: growth, value: 9%, comparator: about, tolerance: 50", "E431"),
        ("kind: growth, value: -4%", "E425"),
        (f"{WORK}, better: lower, comparator: at_least", "E428"),
    ],
)
def test_slips_in_a_plan_are_refused(track, target, code):
    """A target beside itself or beside words, a due date in 2062, 50 points about 9%, and a fall that nobody knows how to read."""
    done = track(target)
    assert (done.code, done.out, code in done.err) == (3, "", True)


@pytest.mark.parametrize("words", ["track", "project", "explain gdp", "schedule"])
def test_what_a_plan_leaves_out_is_not_printed(erqi, write, words):
    """Without a district the titles name none."""
    plan = write(PLAN.replace("TARGET", WORK).replace("MORE", ""))
    for language in ("zh", "en"):
        done = erqi(*words.split(), "--plan", plan, "--lang", language)
        assert (done.code, "None" in done.out) == (0, False)
