"""Progress on a terminal: what takes more than a second shows a bar, and nothing else does."""

import re
import threading

import pytest

from erqi_cli.output.terminal import progress
from tests.conftest import HEAD, ROOT, on_terminal

LEDGER = ROOT / "tests" / "files" / "ledger.csv"
AT_ONCE = (
    "import erqi_cli.output.terminal.progress as progress\n"
    "progress.DELAY = 0\n"
    "from erqi_cli.__main__ import main\n"
)
"""The beginning of a program whose bars do not wait for a second."""
SHOW_CURSOR = "\x1b[?25h"


def shown_at_once(*words, **env):
    """Run a command on a terminal, its bars shown at once; return its exit code and the words that were shown."""
    code, shown = on_terminal(words, 80, ("-c", AT_ONCE + "main()"), **env)
    return code, re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


def test_what_is_done_within_a_second_shows_no_bar(capsys):
    """A bar that is removed before its time leaves nothing on standard error."""
    with progress.progress_bar("Reading", 10) as reach:
        reach(10)
    assert capsys.readouterr().err == ""


@pytest.fixture
def shown(monkeypatch):
    """Let bars show at once; return the event that one does."""
    monkeypatch.setattr(progress, "DELAY", 0)
    event = threading.Event()
    show = progress._Bar.show
    monkeypatch.setattr(progress._Bar, "show", lambda bar: (show(bar), event.set()))
    return event


def test_a_bar_shows_its_label_and_percent(shown, capsys):
    """Once its time has come, 5 of 10 steps are 50%."""
    with progress.progress_bar("Reading", 10) as reach:
        assert shown.wait(30)
        reach(5)
    told = capsys.readouterr().err
    assert "Reading" in told
    assert "50%" in told


def test_a_bar_without_a_total_has_no_percent(shown, capsys):
    """Where nobody knows how much there is to do, the bar shows only that there is work."""
    with progress.progress_bar("[bold]Writing", None):
        assert shown.wait(30)
    told = capsys.readouterr().err
    assert "[bold]Writing" in told
    assert "%" not in told


@pytest.mark.process
@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        (
            "en",
            ["Reading the plan", "Reading the ledger", "Judging the targets", "Making the output"],
        ),
        ("zh", ["读取计划", "读取台账", "评价目标", "生成结果"]),
    ],
)
def test_each_step_of_track_has_its_bar(lang, labels):
    """Plan, ledger, verdicts and output are shown in turn, in the language of the run; the table comes last."""
    code, shown = shown_at_once("track", "--ledger", LEDGER, "--lang", lang)
    assert code == 0
    places = [shown.index(label) for label in labels]
    assert places == sorted(places)
    assert shown.rindex("2017") > places[-1]


@pytest.mark.process
def test_reports_and_checks_have_bars(tmp_path):
    """A report shows the making of its file, a check of a ledger its reading, a record both."""
    code, shown = shown_at_once("report", "-o", tmp_path / "chart.html")
    assert (code, "Making the output" in shown) == (0, True)
    code, shown = shown_at_once("check", LEDGER)
    assert (code, "Reading the ledger" in shown) == (0, True)
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(HEAD, "utf-8")
    words = ("record", "gdp", "2017-06", "--growth", "9%", "--ledger", ledger)
    code, shown = shown_at_once(*words)
    assert (code, "Reading the plan" in shown, "Reading the ledger" in shown) == (0, True, True)


@pytest.mark.process
def test_base_values_are_read_with_a_bar(write):
    """One set of base values shows its reading too."""
    values = write("id,value,unit\ngdp,530,亿元\n", "base.csv")
    code, shown = shown_at_once("track", "--from", values)
    assert (code, "Reading base values" in shown) == (0, True)


@pytest.mark.process
def test_a_terminal_that_cannot_move_its_cursor_gets_no_bar():
    """With TERM=dumb nothing but the result is shown."""
    _, shown = shown_at_once("get", "gdp.projected", TERM="dumb")
    assert shown == "571.16\n"
    _, shown = shown_at_once("get", "gdp.projected")
    assert "Reading the plan" in shown


@pytest.mark.process
def test_an_interrupted_run_gives_the_cursor_back():
    """Ctrl-C while a bar shows ends the run with 130, and the cursor is visible again."""
    code = (
        f"{AT_ONCE}"
        "import os, signal, time\n"
        "import erqi_cli.readers.yaml.load as load\n"
        "def interrupted(path):\n"
        "    time.sleep(1)\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    time.sleep(10)\n"
        "load.load_plan = interrupted\n"
        "main()"
    )
    code, shown = on_terminal(["get", "gdp.projected"], 80, ("-c", code))
    assert code == 130
    assert "Reading the plan" in shown
    assert shown.rindex(SHOW_CURSOR) > shown.rindex("Reading the plan")


@pytest.mark.process
def test_standard_error_that_is_no_terminal_gets_no_bar(process, tmp_path):
    """In a pipe a long run is silent."""
    done = process("track", "--ledger", LEDGER, "--output", tmp_path / "o.txt")
    assert (done.returncode, done.stderr) == (0, b"")
