"""Which of several rows of one period counts: known before estimated, then the later one; nothing is passed over unsaid."""

import pytest

from tests.conftest import HEAD

DATED = "gdp,2017-06,,5%,P,2017-07-20,,\n"


def growth(rate, status="P", published=""):
    return f"gdp,2017-06,,{rate}%,{status},{published},,\n"


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([DATED, growth(6)], "6"),
        ([growth(6), DATED], "5"),
        ([DATED, growth(6), growth(7, published="2017-07-10")], "6"),
        ([DATED, growth(6), growth(7, published="2017-08-10")], "7"),
        ([growth(6), growth(7, published="2017-07-10"), DATED], "5"),
        ([DATED, growth(6, "E")], "5"),
        ([growth(6, "E"), growth(7)], "7"),
        ([growth(6), growth(7, "E")], "6"),
        ([growth(6, "E", "2017-07-20"), growth(7, "E")], "7"),
        ([growth(6), growth(7)], "7"),
        ([growth(6), growth(7), growth(8)], "8"),
        ([DATED, "gdp,2017-06-30,,6%,P,,,\n"], "6"),
    ],
)
def test_a_row_without_a_day_counts_as_later_than_the_rows_above_it(erqi, write, rows, counts):
    """A row with a later day below it still wins, one with an earlier day does not, and an estimate never wins over a known figure."""
    ledger = write(HEAD + "".join(rows), "l.csv")
    assert erqi("get", "gdp.actual", "--ledger", ledger).out == f"{counts}\n"


def test_the_row_counts_for_the_figures_that_it_has(erqi, write):
    """A level of an earlier day below an undated correction does not count, and the growth beside it does."""
    rows = "gdp,2017-06,270,,P,2017-07-20,,\ngdp,2017-06,271,,P,,,\ngdp,2017-06,260,8%,P,2017-07-10,,\n"
    ledger = write(HEAD + rows, "l.csv")
    row = erqi("track", "gdp", "--ledger", ledger, "--format", "json").rows["gdp"]
    assert (row["level"], row["actual"]) == (271, 8)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "line 3 and line 4 both have gdp for 2017-06 without a day of publication, and line 4 counts"),
        ("zh", "第 3 行和第 4 行都有 gdp 在 2017-06 的数据，且都未写公布日期，以第 4 行为准"),
    ],
)  # fmt: skip
def test_two_rows_without_a_day_are_said_on_stderr(erqi, write, lang, said):
    """Track and check say so with the place, exit with 0 and print what they always do; with --strict check exits with 6."""
    ledger = write(HEAD + DATED + growth(6) + growth(7), "l.csv")
    for words in (("track", "gdp", "--ledger", ledger), ("check", ledger)):
        done = erqi(*words, "--lang", lang)
        assert (done.code, f"{ledger}:4:1: N501 {said}" in done.err, done.out != "") == (
            0,
            True,
            True,
        )
    listed = erqi("check", ledger, "--format", "json")
    assert (listed.err, [one["code"] for one in listed.json["notices"]]) == ("", ["N501"])
    assert erqi("check", ledger, "--strict").code == 6


@pytest.mark.parametrize(
    "rows",
    [
        growth(6) + DATED,
        growth(6, "E") + growth(7),
        growth(6) + growth(7) + growth(8, published="2017-07-20"),
        "gdp,2017-06,270,,P,,,\n" + growth(6),
    ],
)
def test_where_no_row_without_a_day_replaces_another_nothing_is_said(erqi, write, rows):
    """A day of publication, a status, and figures of two kinds leave no doubt about what counts."""
    ledger = write(HEAD + rows, "l.csv")
    assert erqi("track", "gdp", "--ledger", ledger).err == ""


def test_check_looks_at_all_years(erqi, write):
    """Two rows without a day are found in years that the plan does not use; track says nothing of them."""
    rows = "gdp,2012-06,,6%,P,,,\ngdp,2012-06,,7%,P,,,\n"
    ledger = write(HEAD + rows + DATED, "l.csv")
    assert "line 2 and line 3 both have gdp for 2012-06" in erqi("check", ledger).err
    assert erqi("track", "gdp", "--ledger", ledger).err == ""


def test_of_very_many_notices_the_first_are_shown(erqi, write):
    """Twenty are shown, in the order of the file, and the rest are counted."""
    rows = "".join(f"gdp,{year}-06,,1%,P,,,\n" * 2 for year in range(1990, 2015))
    lines = erqi("check", write(HEAD + rows, "l.csv")).err.splitlines()
    assert len(lines) == 21
    assert "line 2 and line 3" in lines[0]
    assert lines[20].endswith("… and 5 more notices")


def test_a_ledger_corrects_the_plan(erqi, write):
    """A row of a ledger without a day counts as later than the plan's own observation of the base year."""
    seen = (
        "observations:\n"
        "  - {target: gdp, period: 2016-06, value: 100, status: P, published: 2016-07-20}\n"
    )
    plan = write(PLAN + seen)
    rows = "target,period,value\ngdp,2017-06,132\n"
    for content, growth_rate in ((rows, 32), (rows + "gdp,2016-06,110\n", 20)):
        ledger = write(content, "l.csv")
        done = erqi("track", "gdp", "--plan", plan, "--ledger", ledger, "--format", "json")
        assert done.rows["gdp"]["implied_growth_percent"] == growth_rate


def test_history_has_the_rows_in_the_order_in_which_they_count(erqi, write):
    """A row without a day comes after the days above it, and before a later day below it."""
    rows = [DATED, growth(6), growth(7, published="2017-07-10"), growth(8, published="2017-08-10")]
    ledger = write(HEAD + "".join(rows), "l.csv")
    done = erqi("track", "gdp", "--history", "--ledger", ledger, "--format", "json")
    rates = [row["growth_percent"] for row in done.json["rows"] if row["period"] == "2017-06"]
    assert rates == [7, 5, 6, 8]


def test_a_forecast_moves_no_row(erqi, write):
    """The day of a forecast above a row says nothing of that row, with its history and without."""
    rows = [growth(5, "F", "2017-09-01"), growth(6), growth(7, published="2017-08-10")]
    words = ("track", "gdp", "--ledger", write(HEAD + "".join(rows), "l.csv"), "--format", "json")
    assert erqi(*words).rows["gdp"]["actual"] == 7
    of_june = [row for row in erqi(*words, "--history").json["rows"] if row["period"] == "2017-06"]
    assert [row["growth_percent"] for row in of_june] == [6, 7, 5]


def test_published_by_leaves_rows_without_a_day_out_and_says_so(erqi, write):
    """Nobody can tell whether they were out by then."""
    ledger = write(HEAD + DATED + growth(6) + growth(7), "l.csv")
    words = ("track", "gdp", "--ledger", ledger, "--published-by", "2017-12-31", "--format", "json")
    done = erqi(*words)
    notes = {note["code"]: note["en"] for note in done.json["notes"]}
    assert (done.rows["gdp"]["actual"], done.err) == (5, "")
    assert notes["undated"] == "Left out: 2 rows without a day of publication"


def test_published_by_says_how_many_observations_of_the_plan_have_no_day(erqi, write):
    """Those of the plan are left out as those of a ledger are."""
    seen = "observations:\n  - {target: gdp, period: 2017-06, growth: 5%, status: P}\n"
    plan = write(PLAN + seen)
    done = erqi("get", "gdp.status", "--plan", plan, "--published-by", "2017-12-31")
    assert (done.code, done.out) == (0, "no_data\n")
    assert (
        done.err
        == f"{plan}: N504 not counted: 1 observation in the plan without a day of publication\n"
    )


PLAN = """\
name: Short plan
base_year: 2016
plan_year: 2017
indicators:
  - {id: gdp, name: 地区生产总值, growth: 5%, unit: 亿元, price_basis: current}
"""


@pytest.mark.parametrize(
    ("days", "base"),
    [
        (["2017-02-01", ""], "20"),
        (["", "2017-02-01"], "20"),
        (["2017-02-01", "", "2017-01-20"], "20"),
        (["2017-02-01", "", "2017-03-20"], "30"),
    ],
)
def test_base_values_of_the_plan_follow_the_same_rule(erqi, write, days, base):
    """An observation without a day counts as later than those above it in the plan."""
    seen = "observations:\n"
    for number, day in enumerate(days, 1):
        published = f", published: {day}" if day else ""
        seen += f"  - {{target: gdp, period: 2016, value: {number}0, status: P{published}}}\n"
    assert erqi("get", "gdp.baseline", "--plan", write(PLAN + seen)).out == f"{base}\n"


@pytest.mark.parametrize(
    ("rows", "words", "said"),
    [
        (DATED, ["--growth", "6%"],
         "line 2 already has gdp for 2017-06; the new row has no day of publication and counts as a correction"),
        (DATED + growth(6), ["--growth", "7%"], "line 3 already has gdp for 2017-06"),
        (DATED, ["--growth", "6%", "--lang", "zh"],
         "第 2 行已有 gdp 在 2017-06 的数据；新登记的一行没有公布日期，按更正处理，以新行为准"),
        (DATED, ["--growth", "6%", "--status", "E"], "line 2 has a later or more certain figure for gdp in 2017-06; the new row is not used"),
        (DATED, ["--growth", "6%", "--published", "2017-07-10"], "the new row is not used"),
        (DATED + growth(6), ["--growth", "7%", "--published", "2017-07-10"], "line 3 has a later or more certain figure"),
        (DATED, ["--growth", "6%", "--published", "2017-08-10"], None),
        (DATED, ["270"], None),
        (growth(6, "E"), ["--growth", "7%"], None),
        ("gdp,2017-03,,5%,P,2017-04-20,,\n", ["--growth", "6%"], None),
        ("", ["--growth", "6%"], None),
    ],
)  # fmt: skip
def test_record_says_how_the_new_row_counts(erqi, write, rows, words, said):
    """It is written in any case; a correction names the line of the earlier row, and a row that does not count is said to be one."""
    ledger = write(HEAD + rows, "l.csv")
    done = erqi("record", "gdp", "2017-06", *words, "--ledger", ledger)
    assert (done.code, done.out) == (0, "")
    assert ledger.read_text("utf-8").count("\n") == (HEAD + rows).count("\n") + 1
    recorded, *notices = done.err.splitlines()
    assert str(ledger) in recorded
    assert len(notices) == (said is not None)
    assert said is None or said in notices[0]


def test_a_recorded_correction_counts(erqi, write):
    """A correction without a day of publication is what track shows next."""
    ledger = write(HEAD + DATED, "l.csv")
    erqi("record", "gdp", "2017-06", "--growth", "6.5%", "--ledger", ledger)
    assert erqi("get", "gdp.actual", "--ledger", ledger).out == "6.5\n"
