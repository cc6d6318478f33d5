"""Recording an observation: checked first, complete or not at all, in the ledger's own form, whatever happens."""

import csv
import io
import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from tests.conftest import HEAD, ROOT, UNMEASURED, once_at_work

ENV = {**os.environ, "PYTHONPATH": str(ROOT), "ERQI_LEDGER": "", "ERQI_PLAN": ""}


def start(*words, env=ENV, **more):
    command = [sys.executable, "-m", "erqi_cli", "record", *map(str, words)]
    return subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
    )


def ended(process):
    """Wait for a process; return its exit code and what it told."""
    _, told = process.communicate(timeout=60)
    return process.returncode, told


def test_a_text_that_looks_like_a_formula_comes_back_as_it_was(erqi, tmp_path):
    """In the ledger `=SUM(A1)` has its apostrophe; what is read from it has none, nor one more where it began with one."""
    ledger = tmp_path / "l.csv"
    for number, text in enumerate(("=SUM(A1)", "'=x", "'quoted'"), 3):
        done = erqi(
            "record",
            "gdp",
            f"2017-0{number}",
            "1",
            "--source",
            text,
            "--ledger",
            ledger,
            "--create",
        )
        assert done.code == 0
    assert "'=SUM(A1)" in ledger.read_text("utf-8")
    rows = erqi("track", "gdp", "--history", "--ledger", ledger, "--format", "json").json["rows"]
    assert [row["source"] for row in rows if row["period"] != "2016"] == [
        "=SUM(A1)",
        "'=x",
        "'quoted'",
    ]


def test_a_row_is_appended_and_followed(erqi, tmp_path):
    """What was recorded is what track reads, in the target's unit and under its id."""
    ledger = tmp_path / "l.csv"
    done = erqi("record", "重大项目年度投资", "2017年1-3月", "1,030,000万元", "--published", "2017/4/12", "--source", "办公室",
                "--ledger", ledger, "--create")  # fmt: skip
    assert (done.code, done.out) == (0, "")
    assert "10.3 billion yuan (103亿元)" in done.err
    assert (
        ledger.read_text("utf-8")
        == HEAD + "projects.annual-investment,2017-03,103,,P,2017-04-12,办公室,\n"
    )
    assert erqi("get", "projects.annual-investment.completion", "--ledger", ledger).out == "25\n"


def test_growth_shares_milestones_and_negative_numbers(erqi, tmp_path):
    """Growth alone, a share with its sign, a milestone in words and a value below zero are recorded as they are meant."""
    ledger = tmp_path / "l.csv"
    for words in (
        ("gdp", "2017-03", "--growth", "-0.5%", "--create"),
        ("residents-returned", "2017-06", "45％"),
        ("river-chiefs", "2017-05", "已完成", "--status", "终值"),
        ("budget-revenue", "2017-06", "-1.5", "--growth", "−3%", "--note", "=1+1"),
    ):
        assert erqi("record", *words, "--ledger", ledger).code == 0
    assert ledger.read_text("utf-8").split("\n")[1:] == [
        "gdp,2017-03,,-0.5%,P,,,",
        "urbanisation.residents-returned,2017-06,45%,,P,,,",
        "ecology.river-chiefs,2017-05,1,,A,,,",
        "budget-revenue,2017-06,-1.5,-3%,P,,,'=1+1",
        "",
    ]
    assert erqi("check", ledger).code == 0


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("nope", "2017-03", "1"), "E601", 2),
        (("gdp", "2017-13", "1"), "E610", 2),
        (("gdp", "2017-03", "x"), "E610", 2),
        (("gdp", "2017-03"), "E610", 2),
        (("gdp", "2017-03-01", "1"), "E610", 2),
        (("gdp", "2017", "1", "--published", "2017-03-01"), "E610", 2),
        (("gdp", "2017-03", "1", "--published", "2071-04-20"), "E610", 2),
        (("gdp", "2017-03", "--growth", "9"), "E610", 2),
        (("gdp", "2017-03", "1", "--published", "2017-02-30"), "E610", 2),
        (("gdp", "2017-03", "1", "--status", "Q"), "E610", 2),
        (("gdp", "2017-03", "5米"), "E610", 2),
        (("residents-returned", "2017-03", "45"), "E610", 2),
        (("gdp", "2017-03", "128.4", "--published", "2017-04-20"), "E513", 3),
        (("地区生产总值", "2017年3月", "--growth", "1%", "--published", "2017/4/20"), "E513", 3),
    ],
)
def test_what_may_not_be_recorded_leaves_the_ledger_as_it_was(erqi, write, words, code, exit_code):
    """A wrong value, and a vintage that is there already, are refused, and not a byte is changed."""
    ledger = write(HEAD + "gdp,2017-03,128.4,8.8%,P,2017-04-20,,\n", "l.csv")
    before = ledger.read_bytes()
    done = erqi("record", *words, "--ledger", ledger)
    assert (done.code, done.out, code in done.err) == (exit_code, "", True)
    assert ledger.read_bytes() == before


def test_no_ledger_is_made_unasked(erqi, tmp_path):
    """Without --create a missing ledger is refused; with it an empty file gets its headings."""
    ledger = tmp_path / "l.csv"
    done = erqi("record", "gdp", "2017-03", "1", "--ledger", ledger)
    assert (done.code, "E105" in done.err, ledger.exists()) == (4, True, False)
    ledger.touch()
    assert erqi("record", "gdp", "2017-03", "1", "--ledger", ledger, "--create").code == 0
    assert ledger.read_text("utf-8") == HEAD + "gdp,2017-03,1,,P,,,\n"


def test_an_unsound_ledger_is_not_added_to(erqi, write):
    """Where a row cannot be read nobody can tell whether the new one is there already."""
    ledger = write(HEAD + "gdp,2017-06,x,,,,,\n", "l.csv")
    done = erqi("record", "gdp", "2017-03", "1", "--ledger", ledger)
    assert (done.code, f"{ledger}:2:13: E301" in done.err) == (3, True)


@pytest.mark.parametrize(
    ("encoding", "head", "row"),
    [
        ("gbk", "备注,目标,时期,数值,其他\r\n", "年中,projects.annual-investment,2017-06,206,\r\n"),
        ("utf-8-sig", "备注;目标;时期;数值\n", "年中;projects.annual-investment;2017-06;206\n"),
        (
            "utf-16",
            "目标\t时期\t数值\t备注\r\n",
            "projects.annual-investment\t2017-06\t206\t年中\r\n",
        ),
        (
            "utf-16-be",
            "\ufeff目标,时期,数值,备注\n",
            "projects.annual-investment,2017-06,206,年中\n",
        ),
        (
            "utf-8",
            "目标,时期,数值,备注\n重大项目年度投资,2017-03,100,",
            "\nprojects.annual-investment,2017-06,206,年中\n",
        ),
    ],
)
def test_the_ledger_keeps_its_encoding_line_ends_and_columns(erqi, write, encoding, head, row):
    """A row follows what stands in the file, which stays byte for byte; a last line without end gets one."""
    ledger = write(head.encode(encoding), "l.csv")
    before = ledger.read_bytes()
    assert (
        erqi(
            "record", "重大项目年度投资", "2017-06", "206", "--note", "年中", "--ledger", ledger
        ).code
        == 0
    )
    after = ledger.read_bytes()
    assert after.startswith(before)
    assert after.decode(encoding) == head + row


def test_the_path_of_a_ledger_is_never_guessed(erqi, tmp_path, monkeypatch):
    """An empty path, such as an unset variable gives, and standard input are no ledgers to record in."""
    monkeypatch.chdir(tmp_path)
    assert erqi("record", "gdp", "2017-03", "1", "--ledger", "").code == 4
    done = erqi("record", "gdp", "2017-03", "1", "--ledger", "-", "--create")
    assert (done.code, "E606" in done.err) == (2, True)
    assert list(tmp_path.iterdir()) == []
    assert erqi("record", "gdp", "2017-03", "-5", "--growth", "-5%", "--create").code == 0


def test_a_ledger_that_is_replaced_while_it_is_written_gets_the_row(write, monkeypatch):
    """Where an editor puts a new file in the ledger's place meanwhile, the row goes into the new one."""
    from erqi_cli.output import ledger_append as module

    ledger, kept = write(HEAD, "l.csv"), module._write

    def replaced(descriptor, layout, text):
        kept(descriptor, layout, text)
        monkeypatch.setattr(module, "_write", kept)
        write(HEAD + "gdp,2016,1,,P,,,\n", "new.csv").replace(ledger)

    monkeypatch.setattr(module, "_write", replaced)
    row = {"target": "gdp", "period": "2017-06", "value": "1", "status": "P"}
    module.append(str(ledger), row, lambda: module.NEW, create=False)
    assert ledger.read_text("utf-8") == HEAD + "gdp,2016,1,,P,,,\ngdp,2017-06,1,,P,,,\n"


def test_what_has_no_column_is_refused(erqi, write):
    """A note for a ledger without notes is refused, not dropped."""
    ledger = write("target,period,value\n", "l.csv")
    done = erqi("record", "gdp", "2017-03", "1", "--note", "x", "--ledger", ledger)
    assert (done.code, "E515" in done.err, ledger.read_text()) == (3, True, "target,period,value\n")


@pytest.mark.process
def test_fifty_at_once_lose_and_double_nothing(tmp_path, capsys):
    """Fifty processes that record into a ledger which is not there yet make fifty rows below one heading."""
    ledger = tmp_path / "l.csv"
    running = [start("gdp", f"2017-06-{n % 29 + 2:02}", n, "--published", f"2018-01-{n % 28 + 1:02}", "--ledger", ledger, "--create")
               for n in range(50)]  # fmt: skip
    codes = [ended(process)[0] for process in running]
    rows = list(csv.reader(io.StringIO(ledger.read_text("utf-8"))))
    assert codes == [0] * 50
    assert sorted(int(row[2]) for row in rows[1:]) == list(range(50))
    with capsys.disabled():
        print("\n  " + "recorded at once: 50 processes, 50 rows, none lost, none doubled")


@pytest.mark.process
def test_the_same_row_many_times_at_once_is_recorded_once(write, capsys):
    """Of many processes with one observation exactly one records it; the others wait, and say that it is there."""
    before = HEAD + "".join(
        f"trade,{2012 + n % 6}-06,1,,P,{date.fromordinal(736600 + n // 6)},,\n"
        for n in range(10000)
    )  # takes a while to look through
    ledger = write(before, "l.csv")
    row = ("gdp", "2017-06", "1", "--published", "2017-07-20")
    running = [start(*row, "--ledger", ledger) for _ in range(20)]
    codes = sorted(ended(process)[0] for process in running)
    assert codes == [0] + [3] * 19
    assert ledger.read_text("utf-8") == before + "gdp,2017-06,1,,P,2017-07-20,,\n"
    with capsys.disabled():
        print("\n  one row recorded 20 times at once: 1 written, 19 refused")


@pytest.mark.process
def test_killed_at_any_moment_no_row_is_lost_or_halved(tmp_path, capsys):
    """Killed at random, a process has written its row whole or not at all, and what it had reported is there."""
    ledger = tmp_path / "l.csv"
    assert ended(start("gdp", "2016", "1", "--ledger", ledger, "--create"))[0] == 0
    reported, killed = set(), 0
    duration = _seconds_of_one(ledger)
    for n in range(60):
        process = start(
            "gdp",
            "2017-06",
            n,
            "--published",
            f"20{20 + n // 28}-01-{n % 28 + 1:02}",
            "--ledger",
            ledger,
        )
        time.sleep(duration * (0.5 + n / 100))
        process.send_signal(signal.SIGKILL)
        code, told = ended(process)
        killed += code == -signal.SIGKILL
        if b"recorded in" in told:
            reported.add(str(n))
    text = ledger.read_text("utf-8")
    rows = [row for row in csv.reader(io.StringIO(text)) if row[1:2] == ["2017-06"]]
    assert text.endswith("\n")
    assert all(len(row) == 8 and row[0] == "gdp" for row in rows)
    found = [row[2] for row in rows]
    assert len(found) == len(set(found))
    assert reported <= set(found)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".csv"] == ["l.csv"]
    with capsys.disabled():
        print(
            "\n  "
            f"60 recordings, {killed} killed: {len(found)} rows whole, {len(reported)} reported, 0 halved, 0 doubled"
        )


def _seconds_of_one(ledger):
    began = time.monotonic()
    assert ended(start("gdp", "2015", "1", "--ledger", ledger))[0] == 0
    return time.monotonic() - began


@pytest.mark.process
def test_terminated_while_it_waits_for_the_lock_nothing_is_written(write):
    """A process that waits for another one's lock ends with 143 and leaves the ledger as it was."""
    fcntl = pytest.importorskip("fcntl")
    ledger = write(HEAD, "l.csv")
    with ledger.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = start("gdp", "2017-06", "1", "--ledger", ledger, env={**ENV, **UNMEASURED})
        once_at_work(process)
        time.sleep(0.5)
        assert process.poll() is None
        process.terminate()
        assert ended(process)[0] == 143
    assert ledger.read_text("utf-8") == HEAD


@pytest.mark.process
def test_a_lock_that_is_held_too_long_is_said(erqi, write, monkeypatch):
    """After the wait the ledger is left alone, and the exit code is that of output."""
    fcntl = pytest.importorskip("fcntl")
    from erqi_cli.output import ledger_append as module

    monkeypatch.setattr(module, "WAIT", 0.1)
    ledger = write(HEAD, "l.csv")
    with ledger.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = erqi("record", "gdp", "2017-06", "1", "--ledger", ledger)
    assert (done.code, "E704" in done.err, ledger.read_text("utf-8")) == (5, True, HEAD)


@pytest.mark.process
def test_a_full_disk_takes_the_row_back(write):
    """Where no more than a part of the row fits, the part is taken away again and the exit code is 5."""
    resource = pytest.importorskip("resource")
    ledger = write(HEAD, "l.csv")
    limit = len(HEAD) + 10

    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = start("gdp", "2017-06", "123456", "--ledger", ledger, preexec_fn=small)
    code, told = ended(process)
    assert (code, b"E702" in told) == (5, True)
    assert ledger.read_text("utf-8") == HEAD


def test_a_ledger_that_is_a_broken_link_is_refused(erqi, tmp_path, monkeypatch):
    """ledger.csv, or what ERQI_LEDGER names, as a link to nothing is said with exit code 4; no command passes it over."""
    monkeypatch.chdir(tmp_path)
    os.symlink("gone.csv", "ledger.csv")
    for env in ({}, {"ERQI_LEDGER": str(tmp_path / "ledger.csv")}):
        for words in (
            ["track"],
            ["get", "gdp.status"],
            ["record", "gdp", "2017-06", "1"],
            ["record", "gdp", "2017-06", "1", "--create"],
        ):
            done = erqi(*words, env=env)
            assert (done.code, done.out, "E101" in done.err) == (4, "", True), words
            assert "is a link to gone.csv, which does not exist" in done.err
    assert os.listdir(tmp_path) == ["ledger.csv"]


def test_a_ledger_that_may_not_be_written_is_refused(erqi, tmp_path):
    """A directory or a named pipe in the ledger's place is no ledger, and nobody waits for a pipe."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        done = erqi("record", "gdp", "2017-06", "1", "--ledger", path, "--create")
        assert (done.code, done.out, "E102" in done.err) == (4, "", True)
