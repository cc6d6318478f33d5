"""Targets that are revised in mid-year: a period keeps the figure that was in force when it ended."""

import zipfile
from decimal import Decimal

import pytest

from erqi_cli.domain.base_value import plan_as_known_by
from erqi_cli.readers.yaml.load import load_plan

PLAN = """id: made-up-2017
name: 示例区2017年计划
base_year: 2016
plan_year: 2017
document: report
sources: [{id: report, title: 报告, publisher: 区政府}]
indicators:
  - {id: gdp, name: {zh: 生产总值, en: GDP}, unit: 亿元, price_basis: constant, growth: 9%, HEADLINE}
actions:
  - id: a
    name: 行动
    targets:
      - {id: t, name: 投资, TARGET}
observations:
  - {target: gdp, period: 2016, value: 524, status: A, published: 2017-02-01}
"""
HEADLINE = "revisions: [{from: 2017-08-01, growth: 8%}]"
LEVEL = "kind: level, value: 412, unit: 亿元, pace: linear"
NOTE = "note: {zh: 区人大批准调整, en: approved by the congress}"
INVESTMENT = (
    f"{LEVEL}, phrases: [投资412亿元], "
    f"revisions: [{{from: 2017-08-01, value: 300, phrase: 投资300亿元, {NOTE}}}]"
)
TWICE = f"{LEVEL}, revisions: [{{from: 2017-08-01, value: 300}}, {{from: 2017-11-01, value: 280}}]"
OTHER_SOURCE = "{id: other, title: 公报, publisher: 区政府}"
JUNE, SEPTEMBER = "a.t,2017-06,180,,2017-07-10", "a.t,2017-09,240,,2017-10-10"


@pytest.fixture
def plan_file(write):
    """Write the plan with one target and return its path."""

    def written(target=INVESTMENT, headline=HEADLINE):
        return write(PLAN.replace("TARGET", target).replace("HEADLINE", headline))

    return written


@pytest.fixture
def tracked(erqi, write, plan_file):
    """Track one target by the rows of a ledger, and return its row."""

    def run(target, *seen, words=(), name="a.t"):
        lines = ["target,period,value,growth,published", *seen]
        ledger = write("\n".join(lines) + "\n", "ledger.csv")
        done = erqi(
            *("track", name, "--plan", plan_file(target), "--ledger", ledger),
            *("--format", "json", *words),
        )
        assert done.code == 0, done.err
        return done.json["rows"][0]

    return run


def codes(row):
    """Return the codes of a row's notes on revisions."""
    return [note["code"] for note in row["warnings"] if note["code"].startswith("revised")]


def test_june_is_judged_on_the_figure_before_the_revision(tracked):
    """180 of 412 in June is 43.69%, 6.31 points behind half of the year; of 300 it would be 60%."""
    row = tracked(INVESTMENT, JUNE)
    assert (row["target"], row["status"], row["revised"]) == (412, "behind", None)
    assert round(Decimal(str(row["pace_points"])), 2) == Decimal("-6.31")
    assert codes(row) == ["revised-later"]


def test_september_is_judged_on_the_revised_figure(tracked):
    """240 of 300 in September is 80%, 5 points ahead of three quarters; of 412 it would be 58.25%."""
    row = tracked(INVESTMENT, JUNE, SEPTEMBER)
    assert (row["target"], row["status"], row["revised"]) == (300, "ahead", "2017-08-01")
    assert (row["completion_percent"], row["pace_points"], row["needed"]) == (80, 5, 60)
    assert codes(row) == ["revised"]


def test_june_keeps_its_verdict_when_september_is_known(tracked):
    """As of June the verdict is the one of 412, whatever came later."""
    row = tracked(INVESTMENT, JUNE, SEPTEMBER, words=("--as-of", "2017-06"))
    assert (row["target"], row["status"]) == (412, "behind")


def test_an_old_figure_in_september_is_judged_on_the_target_of_its_own_month(tracked):
    """As of September a value of June is stale and keeps the verdict of June, on 412."""
    row = tracked(INVESTMENT, JUNE, words=("--as-of", "2017-09"))
    assert (row["target"], row["status"], row["stale"]) == (412, "behind", True)


@pytest.mark.parametrize(("day", "target"), [("2017-06-30", 300), ("2017-07-01", 412)])
def test_the_day_of_the_revision_decides(tracked, day, target):
    """A revision from the last day of June counts for June, one from the next day does not."""
    row = tracked(INVESTMENT.replace("2017-08-01", day), JUNE)
    assert row["target"] == target


@pytest.mark.parametrize(("as_of", "target"), [("2017-07", 412), ("2017-08", 300)])
def test_without_data_the_figure_in_force_is_shown(tracked, as_of, target):
    """With nothing reported the target is that of the as-of month."""
    row = tracked(INVESTMENT, "gdp,2017-03,,8%,", words=("--as-of", as_of))
    assert (row["target"], row["status"]) == (target, "no_data")


def test_the_year_is_judged_on_the_revised_figure(tracked):
    """305 in the whole year meets 300, and would miss 412 by a quarter."""
    row = tracked(INVESTMENT, "a.t,2017,305,,2018-02-01")
    assert (row["target"], row["status"]) == (300, "met")


def test_each_of_two_revisions_counts_until_the_next(tracked):
    """October is judged on 300 and told of the next revision, November on 280."""
    october = tracked(TWICE, "a.t,2017-10,250,,")
    november = tracked(TWICE, "a.t,2017-11,257,,")
    assert (october["target"], october["revised"]) == (300, "2017-08-01")
    assert codes(october) == ["revised", "revised-later"]
    assert (november["target"], november["revised"]) == (280, "2017-11-01")
    assert codes(november) == ["revised"]
    assert "300亿元调整为280亿元" in november["warnings"][-1]["zh"]


def test_what_was_revised_later_is_not_known_before(tracked):
    """Published by 31 July the target is 412 in September too, and nothing tells of a revision."""
    words = ("--as-of", "2017-09", "--published-by", "2017-07-31")
    row = tracked(INVESTMENT, JUNE, SEPTEMBER, words=words)
    assert (row["target"], row["period"], row["revised"]) == (412, "2017-06", None)
    assert codes(row) == []
    assert (
        tracked(INVESTMENT, JUNE, SEPTEMBER, words=("--published-by", "2017-10-10"))["target"]
        == 300
    )


def test_a_plan_as_known_by_a_day_has_the_revisions_of_that_day(plan_file):
    """On 31 July the plan says 412 and 9%, on 1 August 300 and 8%."""
    plan = load_plan(plan_file())
    july, august = plan_as_known_by(plan, "2017-07-31"), plan_as_known_by(plan, "2017-08-01")
    assert (july.target("a.t").value, july.target("gdp").growth) == (412, 9)
    assert july.target("a.t").revisions == ()
    assert (august.target("a.t").value, august.target("gdp").growth) == (300, 8)


def test_a_growth_is_judged_on_the_rate_in_force(tracked):
    """8.5% in June is half a point below 9%; 8.2% in September is 0.2 points above 8%."""
    june = tracked(INVESTMENT, "gdp,2017-06,,8.5%,", name="gdp")
    september = tracked(INVESTMENT, "gdp,2017-09,,8.2%,", name="gdp")
    assert (june["target"], june["gap"], june["status"]) == (9, Decimal("-0.5"), "behind")
    assert (september["target"], september["gap"], september["status"]) == (
        8,
        Decimal("0.2"),
        "on_pace",
    )


def test_a_growth_in_an_action_is_revised_under_its_own_key(tracked):
    """A growth with its rate under `value` has revisions under `value`."""
    target = "kind: growth, value: 10%, revisions: [{from: 2017-08-01, value: 6%}]"
    assert tracked(target, "a.t,2017-06,,7%,")["status"] == "behind"
    assert tracked(target, "a.t,2017-09,,7%,")["status"] == "ahead"


def test_a_revision_leaves_the_figures_that_it_does_not_name(tracked):
    """A target of 412 and 10% that is revised to 6% stays at 412."""
    target = f"{LEVEL}, growth: 10%, revisions: [{{from: 2017-08-01, growth: 6%}}]"
    row = tracked(target, "a.t,2017-09,330,8%,")
    assert (row["target"], row["growth_target"], row["growth_gap"]) == (412, 6, 2)
    row = tracked(target, "a.t,2017-06,330,8%,")
    assert (row["target"], row["growth_target"], row["growth_gap"]) == (412, 10, -2)


def test_a_range_is_revised_at_both_ends(tracked):
    """8.4% is below 8.5–9% in June, and in the middle of 8–8.5% in September."""
    target = (
        "kind: growth, growth: 8.5%, upper: 9%, comparator: between, "
        "revisions: [{from: 2017-08-01, growth: 8%, upper: 8.5%}]"
    )
    june, september = tracked(target, "a.t,2017-06,,8.4%,"), tracked(target, "a.t,2017-09,,8.4%,")
    assert (june["target"], june["upper"], june["status"]) == (8.5, 9, "behind")
    assert (september["target"], september["upper"], september["status"]) == (8, 8.5, "on_pace")


def test_a_relative_target_may_be_revised_to_points_above(tracked):
    """In step with 8% an income that grows by 8.5% holds; 1 point above it does not."""
    target = "kind: relative, to: gdp, revisions: [{from: 2017-08-01, value: 1%}]"
    june = tracked(target, "a.t,2017-06,,8.5%,", "gdp,2017-06,,8%,")
    september = tracked(target, "a.t,2017-09,,8.5%,", "gdp,2017-09,,8%,")
    assert (june["target"], june["status"]) == (8, "on_pace")
    assert (september["target"], september["status"]) == (9, "behind")


def test_history_shows_each_point_by_the_figure_in_force_then(erqi, write, plan_file):
    """June is 43.69% of 412 and behind, September 80% of 300 and ahead."""
    ledger = write(f"target,period,value,growth,published\n{JUNE}\n{SEPTEMBER}\n", "ledger.csv")
    words = ("--plan", plan_file(), "--ledger", ledger, "--format", "json")
    rows = erqi("track", "a.t", "--history", *words).json["rows"]
    assert [row["status"] for row in rows] == ["behind", "ahead"]
    assert round(Decimal(str(rows[0]["completion_percent"])), 2) == Decimal("43.69")
    assert rows[1]["completion_percent"] == 80


def test_a_what_if_replaces_the_figure_and_its_revisions(tracked):
    """If it were 350, June would be 51.43% done and ahead, and nothing would be revised."""
    row = tracked(INVESTMENT, JUNE, words=("--set", "a.t.value=350"))
    assert (row["target"], row["status"], row["revised"]) == (350, "ahead", None)
    assert codes(row) == []


def test_what_looks_ahead_takes_the_latest_figure(erqi, plan_file):
    """524 grows by 8% to 565.92; the list has 300, the timetable ends at 300."""
    path = plan_file()
    projected = erqi("project", "--plan", path, "--format", "json").json["rows"][0]["projected"]
    assert projected["value"] == Decimal("565.92")
    listed = erqi("list", "--plan", path, "--format", "json").rows
    assert (listed["a.t"]["value"], listed["gdp"]["value"]) == (300, 8)
    scheduled = erqi("schedule", "a.t", "--plan", path, "--format", "json").out
    assert "300" in scheduled
    assert "412" not in scheduled


def test_show_and_explain_say_what_was_revised(erqi, plan_file):
    """Both give the day, the figure before and after, the phrase and the note, in both languages."""
    path = plan_file()
    chinese = "自2017年8月1日起由412亿元调整为300亿元；“投资300亿元”；区人大批准调整"
    english = "on 1 August 2017 from 41.2 billion yuan (412亿元) to 30 billion yuan (300亿元); “投资300亿元”; approved"
    for command in (("show", "target"), ("explain",)):
        assert chinese in erqi(*command, "a.t", "--plan", path, "--lang", "zh").out
        assert english in erqi(*command, "a.t", "--plan", path, "--lang", "en").out
    assert (
        "自2017年8月1日起由9%调整为8%" in erqi("explain", "gdp", "--plan", path, "--lang", "zh").out
    )
    shown = erqi("show", "target", "a.t", "--plan", path, "--format", "json").rows
    [revision] = shown["a.t"]["revisions"]
    assert (revision["day"], revision["value"], revision["phrase"]) == (
        "2017-08-01",
        300,
        "投资300亿元",
    )
    assert revision["words_before"]["zh"] == "412亿元"


def test_the_wall_chart_has_the_figure_in_force_and_a_note(erqi, write, plan_file, tmp_path):
    """The chart as of June shows 412 and says that 300 came later."""
    pytest.importorskip("jinja2", reason="the extra `report` is not installed")
    ledger = write(f"target,period,value,growth,published\n{JUNE}\n", "ledger.csv")
    chart = tmp_path / "chart.html"
    words = ("--plan", plan_file(), "--ledger", ledger, "--lang", "zh", "-o", chart)
    assert erqi("report", *words).code == 0
    text = chart.read_text("utf-8")
    note = "按当时的目标值412亿元评价，自2017年8月1日起调整为300亿元"
    assert note in text
    assert text.count("300亿元") == 1


def test_the_workbook_notes_the_revision_on_both_sheets(erqi, write, plan_file, tmp_path):
    """The sheet of the plan has it as a remark, the sheet of progress as a note."""
    pytest.importorskip("xlsxwriter", reason="the extra `excel` is not installed")
    ledger = write(f"target,period,value,growth,published\n{SEPTEMBER}\n", "ledger.csv")
    book = tmp_path / "book.xlsx"
    words = ("--plan", plan_file(), "--ledger", ledger, "--lang", "zh", "-o", book)
    assert erqi("report", *words).code == 0
    texts = zipfile.ZipFile(book).read("xl/sharedStrings.xml").decode("utf-8")
    assert "自2017年8月1日起由412亿元调整为300亿元；“投资300亿元”；区人大批准调整" in texts
    assert "目标值自2017年8月1日起由412亿元调整为300亿元" in texts


@pytest.mark.parametrize(("figure", "code"), [("412", 0), ("300", 0), ("350", 6)])
def test_a_document_may_state_the_old_or_the_new_figure(erqi, write, plan_file, figure, code):
    """The audit accepts 412 and 300 as figures of the plan, and no other."""
    document = write(f"固定资产完成投资{figure}亿元。\n", "report.txt")
    headline = f"source: other, {HEADLINE}"
    path = plan_file(headline=headline)
    text = path.read_text("utf-8").replace("sources: [", f"sources: [{OTHER_SOURCE}, ")
    path.write_text(text, "utf-8")
    assert erqi("audit", document, "--plan", path).code == code


@pytest.mark.parametrize(
    ("words", "code"), [("投资412亿元", 0), ("目标调整为300亿元", 0), ("投资", 6)]
)
def test_a_document_need_not_have_the_words_of_every_revision(erqi, write, plan_file, words, code):
    """The phrase of the plan or that of the revision is enough; without both they are absent."""
    target = INVESTMENT.replace("phrase: 投资300亿元", "phrase: 目标调整为300亿元")
    document = write(f"{words}。\n", "report.txt")
    path = plan_file(target, f"source: other, {HEADLINE}")
    text = path.read_text("utf-8").replace("sources: [", f"sources: [{OTHER_SOURCE}, ")
    path.write_text(text, "utf-8")
    assert erqi("audit", document, "--plan", path).code == code


def test_a_revision_without_a_phrase_is_found_by_the_words_of_the_first_figure(
    erqi, write, plan_file
):
    """投资412亿元 leads to 投资300亿元, which the revision holds."""
    document = write("投资300亿元。\n", "report.txt")
    target = INVESTMENT.replace("phrase: 投资300亿元, ", "")
    path = plan_file(target, "phrases: []")
    found = erqi("audit", document, "--plan", path, "--format", "json").json["rows"]
    assert [row["finding"] for row in found] == ["held"]
