"""`erqi check`: several files at once, the total at the end, and the colours of messages."""

import pytest

from erqi_cli.errors import Problem
from erqi_cli.output.terminal.messages import problem_lines
from tests.conftest import HEAD, PLAN, on_terminal

BAD = "name: x\nbase_year: 2016\nplan_year: 2017\nindicators:\n  - {name: x, growth: 9}\n"
BOLD, RED, YELLOW, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


@pytest.fixture
def one(write):
    """Return a plan with one mistake."""
    return write(BAD, "one.yaml")


@pytest.fixture
def two(write):
    """Return a plan with two mistakes."""
    return write(BAD.replace("x, growth", "x, kind: y, growth"), "two.yaml")


def test_the_total_agrees_with_its_nouns(erqi, one, two):
    """1 problem in 1 file, 2 problems in 1 file, 3 problems in 2 files: the last line says it."""
    for files, zh, en in (
        ([one], "1个文件共1处问题", "1 problem in 1 file"),
        ([two], "1个文件共2处问题", "2 problems in 1 file"),
        ([one, two], "2个文件共3处问题", "3 problems in 2 files"),
    ):
        for lang, words in (("zh", zh), ("en", en)):
            done = erqi("check", *files, "--lang", lang)
            assert (done.code, done.out, done.err.splitlines()[-1]) == (3, "", words)


def test_the_total_stands_below_the_count_of_the_rest(erqi, write):
    """25 mistakes: 20 are shown, then the 5 others are counted, then all of them."""
    rows = "".join(f"gdp,2017-01-{day:02},x,,,,,\n" for day in range(2, 27))
    err = erqi("check", write(HEAD + rows, "l.csv"), "--lang", "en").err
    assert err.splitlines()[-2:] == ["… and 5 more problems", "25 problems in 1 file"]


def test_other_commands_give_no_total(erqi, one):
    """A command that stops at a bad plan names the problems; the total is what `check` is for."""
    assert "in 1 file" not in erqi("track", "--plan", one).err


def test_a_total_that_was_cut_says_at_least():
    """After 1,000 problems nobody looks for more, so the total is a lower bound."""
    problems = [Problem("E507", {}, "l.csv")] * 1000
    assert problem_lines(problems, "en", with_total=True)[-1] == "at least 1,000 problems in 1 file"
    assert problem_lines(problems, "zh", with_total=True)[-1] == "1个文件至少有1000处问题"


def test_every_file_is_checked(erqi, one, write):
    """A sound plan beside a bad one gets its answer; the exit code is that of the bad one."""
    sound = write(BAD.replace("9}", "9%, no_baseline: not published}"), "sound.yaml")
    done = erqi("check", sound, one, "--lang", "en")
    assert done.code == 3
    assert f"{sound}: no problems" in done.out
    assert f"{one}:5:23: E302" in done.err
    assert erqi("check", sound, sound, "--strict").code == 0


def test_each_file_has_its_own_paragraph_and_its_notices_are_counted(erqi):
    """An empty line stands between two files; a file with notices is not said to have no problems."""
    plans = ("tests/files/headlines.yaml", "tests/files/kinds.yaml")
    done = erqi("check", *plans, "--lang", "en")
    assert done.out.startswith("tests/files/headlines.yaml: no mistakes, 1 notice\n")
    assert "\n\ntests/files/kinds.yaml: no mistakes, 2 notices\n" in done.out
    done = erqi("check", *plans, "--lang", "zh")
    assert "\n\ntests/files/kinds.yaml：没有错误，有2条提示\n" in done.out


def test_a_ledger_goes_with_the_plan_beside_it(erqi, write):
    """In `check PLAN LEDGER.csv` the ledger is read against that plan: its id is known there alone."""
    plan = write(BAD.replace("9}", "9%, no_baseline: none, id: own}"), "plan.yaml")
    ledger = write(HEAD + "own,2017-06,,9%,,,,\n", "l.csv")
    assert erqi("check", plan, ledger).code == 0
    assert erqi("check", ledger, "--plan", plan).code == 0
    assert "E509" in erqi("check", ledger, "--plan", PLAN).err


def test_the_ledger_of_a_bad_plan_is_passed_over(erqi, one, write):
    """What is wrong with a plan is said once, and not once more for the ledger beside it."""
    done = erqi("check", one, write(HEAD + "x,2017-06,,9%,,,,\n", "l.csv"), "--lang", "en")
    assert done.err.count("E302") == 1
    assert done.err.splitlines()[-1] == "1 problem in 1 file"


def test_a_missing_file_among_several_does_not_hide_the_others(erqi, one):
    """The mistakes of a file are told although the next one does not exist."""
    done = erqi("check", one, "nowhere.yaml", "--lang", "en")
    assert (done.code, "E302" in done.err, "E101" in done.err) == (3, True, True)
    assert erqi("check", "nowhere.yaml", one).code == 4


@pytest.mark.parametrize(
    "options", [("--format", "json"), ("-o", "out.txt"), ("--ledger", "ledger.csv")]
)
def test_what_is_for_one_file_is_refused_for_several(erqi, one, two, options):
    """A document, an output file and --ledger belong to one file."""
    done = erqi("check", one, two, *options, "--lang", "en")
    assert done.code == 2
    assert "cannot be used with several files" in done.err


def test_place_and_code_are_coloured_where_colour_is_wanted(erqi, one):
    """The place is bold and the code red, on request or with FORCE_COLOR; into a pipe or with NO_COLOR nothing is."""
    coloured = f"{BOLD}{one}:5:23{PLAIN}: {RED}E302{PLAIN} "
    assert coloured in erqi("check", one, "--color", "always").err
    assert coloured in erqi("check", one, env={"FORCE_COLOR": "1"}).err
    for plain in (
        erqi("check", one),
        erqi("check", one, "--color", "never", env={"FORCE_COLOR": "1"}),
        erqi("check", one, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}),
    ):
        assert "\x1b" not in plain.err


def test_the_code_of_a_notice_is_yellow(erqi, write):
    """A notice is no mistake: its code is yellow."""
    doubtful = write(BAD.replace("9}", "9%}"), "doubtful.yaml")
    err = erqi("check", doubtful, "--color", "always").err
    assert f"{BOLD}{doubtful}:5:23{PLAIN}: {YELLOW}N108{PLAIN} " in err


@pytest.mark.process
def test_a_terminal_gets_colours(one):
    """On a terminal the place and the code are coloured without a word."""
    code, shown = on_terminal(["check", one], 100)
    assert (code, f"{RED}E302{PLAIN}" in shown) == (3, True)
    assert "\x1b" not in on_terminal(["check", one], 100, NO_COLOR="1")[1]
