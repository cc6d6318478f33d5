"""`erqi` without a command: the plan in use, where it stands, and what to run next."""

import pytest

from tests.conftest import HEAD, PLAN, ROOT

LEDGER = ROOT / "tests" / "files" / "ledger.csv"
TWO_TARGETS = """id: model-2017
name: {zh: 示范区2017年计划, en: Model plan 2017}
base_year: 2016
plan_year: 2017
indicators:
  - {id: homes, name: {zh: 新建住房, en: New homes}, kind: count, value: 120, unit: 套}
  - {id: roads, name: {zh: 道路, en: Roads}, kind: count, value: 10, unit: 条}
"""


@pytest.fixture
def started(erqi, write, monkeypatch, tmp_path):
    """Run `erqi` alone in an empty directory, with a plan and the rows of a ledger."""

    def run(plan=TWO_TARGETS, rows=None, **env):
        monkeypatch.chdir(tmp_path)
        write(plan, "targets.yaml")
        if rows is not None:
            write(HEAD + rows, "ledger.csv")
        return erqi(env=env)

    return run


def commands(shown, heading="Next"):
    """Return the commands that a start page proposes."""
    lines = shown.partition(f"\n{heading}\n")[2].partition("\n\n")[0].split("\n")
    return [line.strip().partition("  ")[0] for line in lines]


def test_the_start_page_names_plan_ledger_month_and_counts(erqi):
    """With the sample ledger the counts are those of `erqi track`, and the worst target is explained."""
    env = {"ERQI_LEDGER": str(LEDGER), "ERQI_PLAN": str(PLAN)}
    done = erqi(env=env)
    assert (done.code, done.err) == (0, "")
    counts = "3 behind · 25 missing · 9 not due · 1 on pace · 1 ahead · 1 done"
    lines = done.out.split("\n")
    assert lines[0] == "Erqi District 2017 targets and eight actions"
    assert lines[1:5] == [
        f"Plan file  {PLAN} (comes with erqi)",
        f"Ledger     {LEDGER}",
        "As of      June 2017",
        f"Targets    {counts}",
    ]
    counted = erqi("track", "--format", "json", env=env).json["summary"]["all"]["counts"]
    assert list(counted.values()) == [3, 25, 9, 1, 1, 1]
    assert commands(done.out) == [
        "erqi track",
        "erqi explain urbanisation.parking-spaces",
        "erqi report -o chart.html",
    ]


def test_the_start_page_speaks_chinese(erqi):
    """ERQI_LANG=zh gives the same page in Chinese."""
    shown = erqi(env={"ERQI_LEDGER": str(LEDGER), "ERQI_LANG": "zh"}).out
    assert "数据截至  2017年6月\n" in shown
    assert "目标      欠进度3、待报25、未到期9、达进度1、超进度1、已完成1" in shown
    assert "差距最大的一项：新建停车位（欠进度）" in shown
    assert commands(shown, "下一步")[0] == "erqi track"


def test_the_shipped_plan_without_a_ledger_leads_to_a_plan_of_ones_own(erqi, monkeypatch, tmp_path):
    """A new user is shown the progress, the projection, and how to begin a plan."""
    monkeypatch.chdir(tmp_path)
    shown = erqi().out
    assert commands(shown) == ["erqi track", "erqi project --baseline", "erqi init"]
    assert "Ledger     none; the observations of the plan are used" in shown


def test_without_data_a_first_figure_is_recorded(started):
    """A plan of one's own without any data begins with its first target and a new ledger."""
    shown = started().out
    assert "As of      no data yet" in shown
    assert "Targets    2 missing" in shown
    assert commands(shown) == [
        "erqi record homes 2017-03 VALUE --create",
        "erqi schedule",
        "erqi report -o chart.html",
    ]


def test_the_proposed_command_records_a_figure(started, erqi):
    """With a figure in the place of VALUE the command runs, and the next page counts it."""
    started()
    assert erqi("record", "homes", "2017-03", "30", "--create").code == 0
    shown = erqi().out
    assert "As of      March 2017" in shown
    assert commands(shown)[1] == "erqi record roads 2017-03 VALUE"


@pytest.mark.parametrize(
    ("plan", "command"),
    [
        ("kind: growth, growth: 8%", "erqi record x 2017-03 --growth RATE --create"),
        ("kind: share, value: 60%", "erqi record x 2017-03 VALUE --create"),
    ],
)
def test_a_growth_is_recorded_as_a_growth(started, plan, command):
    """The proposed command has the option that the kind of the target needs."""
    head = TWO_TARGETS.partition("indicators")[0]
    shown = started(f"{head}indicators:\n  - {{id: x, name: 甲, {plan}}}\n").out
    assert commands(shown)[0] == command


def test_a_plan_on_pace_is_followed_and_printed(started):
    """Half of the homes and roads by June is on pace: nothing is to be explained or recorded."""
    shown = started(rows="homes,2017-06,60,,,,,\nroads,2017-06,5,,,,,\n").out
    assert "Targets    2 on pace" in shown
    assert commands(shown) == [
        "erqi track",
        "erqi report -o chart.html",
        "erqi report -o targets.xlsx",
    ]


def test_a_wrong_plan_shows_its_first_problem_and_the_check(started):
    """Of two mistakes the first is shown with its place, then how to list both; the exit code is that of wrong data."""
    plan = TWO_TARGETS.replace("value: 120", "value: many").replace("value: 10", "value: few")
    done = started(plan)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("targets.yaml:6:")
    assert "few" not in done.err
    assert done.err.endswith("2 problems in all; list them: erqi check targets.yaml\n")


def test_a_wrong_ledger_shows_its_first_problem_and_the_check(started):
    """A bad row of the ledger is shown, and the command that checks the ledger."""
    done = started(rows="homes,2017-06,many,,,,,\n", ERQI_LANG="zh")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("ledger.csv:2:")
    assert done.err.endswith("改正后再检查：erqi check --ledger ledger.csv\n")


def test_a_plan_that_is_not_there_is_an_input_that_cannot_be_read(erqi):
    """A missing plan gives exit code 4, as for every command."""
    done = erqi(env={"ERQI_PLAN": "no such plan.yaml"})
    assert (done.code, done.out) == (4, "")
    assert done.err.endswith("erqi check 'no such plan.yaml'\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_the_start_page_fits_a_narrow_terminal(plan, lang, width):
    """At 60 and 80 cells no line is wider, and each command stands whole on one line."""
    from rich.cells import cell_len

    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.output.style import Style
    from erqi_cli.output.terminal.table import table_text
    from erqi_cli.results.start.start import PlanInUse, start_result
    from erqi_cli.results.tracking.notes import Followed

    tracker = Tracker(scenario(plan), ())
    in_use = PlanInUse(path="my-district.yaml", is_shipped=False)
    result = start_result(tracker, Followed(), in_use)
    shown = table_text(result, Style(lang=lang, width=width))
    assert max(map(cell_len, shown.split("\n"))) <= width
    for row in result.rows:
        assert f"  {row.command.pick(lang)}" in shown


def test_help_stays_where_it_was(erqi):
    """`erqi --help` still lists the commands."""
    assert erqi("--help").out.startswith("Usage: erqi [OPTIONS] COMMAND")
