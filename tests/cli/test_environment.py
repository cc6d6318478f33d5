"""What a machine, a shell or a terminal does to the program: never a traceback, a wrong number, a lost row, or a hang.

Real processes only. Each table below is over commands: a new command is one more row.
"""

import csv
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.conftest import CLEAN, HEAD, ROOT, UNMEASURED, on_terminal, once_at_work

pytestmark = pytest.mark.process

COMMANDS = {
    "project": ["project", "--baseline"],
    "show": ["show", "action", "1"],
    "list": ["list"],
    "get": ["get", "gdp.projected"],
    "explain": ["explain", "gdp"],
    "solve": ["solve", "gdp", "--target", "1000"],
    "ratios": ["ratios"],
    "schedule": ["schedule"],
    "track": ["track"],
    "check": ["check"],
    "schema": ["schema"],
    "init": ["init", "-"],
    "help topic": ["help", "exit-codes"],
    "audit": [
        "audit",
        f"{ROOT}/tests/files/sound-report.txt",
        "--plan",
        f"{ROOT}/erqi_cli/readers/yaml/starter.yaml",
    ],
}
"""Every command that writes to standard output."""
TO_FILE = {
    "project": ["project", "--format", "json", "--output"],
    "list": ["list", "--format", "csv", "--output"],
    "track": ["track", "--output"],
    "schema": ["schema", "--output"],
    "init": ["init", "--force"],
    "report": ["report", "--format", "html", "--output"],
}
"""A command of each kind that writes a file; the file's name follows."""
RECORD = ["record", "gdp", "2017-06", "260.5", "--ledger"]
ENDINGS = [(signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131), (signal.SIGTERM, 143)]
"""The signals that end a run, and its exit code then."""
SMALL = 64 << 10
"""Bytes of a pipe's buffer: what is larger cannot be written before it is read."""


@pytest.fixture(autouse=True)
def _interruptible():
    """Let signals reach the processes also where these tests run in the background of a shell, which has some ignored."""
    before = {number: signal.getsignal(number) for number, _ in ENDINGS}
    for number, handler in before.items():
        if handler == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def environment(**more):
    """Return the clean environment of the tests, with something more or, where it is None, less."""
    given = {
        **os.environ,
        **CLEAN,
        "PYTHONPATH": str(ROOT),
        "ERQI_LEDGER": "",
        "PYTHONUNBUFFERED": "",
        **more,
    }
    return {name: value for name, value in given.items() if value is not None}


def command(words):
    return [sys.executable, "-m", "erqi_cli", *map(str, words)]


def start(words, env=None, **more):
    """Start the program as a process of its own, its output in pipes."""
    streams = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        **more,
    }
    return subprocess.Popen(command(words), env=environment(**(env or {})), **streams)


def ended(process):
    """Wait for a process; return its exit code and what it wrote to both streams."""
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def run(words, env=None, **more):
    return ended(start(words, env, **more))


def shell(words, redirections, **more):
    """Run the program in a shell with redirections after it."""
    line = " ".join(command(words)) + " " + redirections
    return ended(
        subprocess.Popen(
            ["bash", "-c", line],
            env=environment(),
            stdout=-1,
            stderr=-1,
            stdin=subprocess.DEVNULL,
            **more,
        )
    )


def each(commands, **more):
    """Run every command of a table, two at once; yield the name of each with its exit code and what it wrote."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda words: run(words, **more), commands.values())
        return [(name, *one) for name, one in zip(commands, found, strict=True)]


@pytest.fixture(scope="module")
def usual():
    """Return what each command writes where nothing is odd: its table, in English."""
    return {name: out for name, _, out, _ in each(COMMANDS)}


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Return a plan whose projection is larger than a pipe's buffer and takes a second to read."""
    from tests.benchmarks.run import plan_of

    path = tmp_path_factory.mktemp("large") / "large.yaml"
    path.write_text(plan_of(1_500), "utf-8")
    return path


ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ODD = [
    {"LANG": "C", "PYTHONUTF8": "0", "HOME": None, "TERM": None, "COLUMNS": "0"},
    {"LC_ALL": "C", **ASCII, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "20"},
    {"PYTHONIOENCODING": "ascii", **ASCII, "HOME": "/nowhere"},
]
"""Several oddities at once: what goes wrong is found all the same, and named by its output."""


@pytest.mark.parametrize("env", ODD, ids=str)
def test_no_environment_changes_a_figure(env, usual):
    """In each environment every command ends with 0, says nothing else, and writes the same; only rules, dashes, dots and the signs of statuses may be ASCII."""
    plain = str.maketrans(
        {"─": "-", "–": "-", "−": "-", "×": "x", "“": '"', "”": '"', "²": "2", "·": "/"}
        | {
            "…": "~",
            "≤": "<=",
            "≥": ">=",
            "✘": "x",
            "▼": "v",
            "≈": "~",
            "□": "?",
            "○": "o",
            "●": "*",
            "▲": "^",
            "✔": "+",
        }
    )
    for name, code, out, err in each(COMMANDS, env=env):
        assert (code, err) == (0, b""), name
        written, meant = (text.decode().translate(plain) for text in (out, usual[name]))
        assert written == meant, name


def test_an_empty_environment_is_enough():
    """With no variable at all every command runs, from the installed program or from the checkout."""
    for name, words in COMMANDS.items():
        streams = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
        }
        code, out, err = ended(subprocess.Popen(command(words), env={}, cwd=ROOT, **streams))
        assert (code, err, bool(out)) == (0, b"", True), name


def test_colour_that_is_forced_leaves_the_words_as_they_are(usual):
    """FORCE_COLOR adds colours to tables and nothing else, and none to what a script reads."""
    for name, code, out, err in each(COMMANDS, env={"FORCE_COLOR": "1"}):
        assert (code, err) == (0, b""), name
        plain = re.sub(rb"\x1b\[[0-9;]*m", b"", out)
        assert [line.rstrip() for line in plain.split(b"\n")] == usual[name].split(b"\n"), name
        assert (b"\x1b" in out) == (name not in ("get", "schema", "init")), name


@pytest.fixture
def disk(tmp_path):
    """Return what gives a folder on a small disk of its own; where mounting is not allowed the test is left out."""
    mounted = []

    def mount(size, options=""):
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        words = ["mount", "-t", "tmpfs", "-o", f"size={size}{options}", "tmpfs", str(folder)]
        if (
            os.geteuid() != 0
            or not shutil.which("mount")
            or subprocess.run(words, capture_output=True, check=False).returncode
        ):
            pytest.skip("mounting a disk is not allowed here")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_working_directory_is_no_obstacle(disk, usual):
    """Where nothing can be written every reading command works, and a command that writes says so with exit code 5."""
    folder = disk("64k", ",ro")
    for name, code, out, err in each(COMMANDS, cwd=folder):
        assert (code, out, err) == (0, usual[name], b""), name
    writing = {name: [*words, "x.out"] for name, words in TO_FILE.items()} | {
        "record": [*RECORD, "l.csv", "--create"]
    }
    for name, code, out, err in each(writing, cwd=folder):
        assert (code, out, b"E702" in err) == (5, b"", True), name
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(disk):
    """On a full disk --output ends with 5, the old file stays as it was, and nothing is left beside it."""
    folder = disk("8k")
    old = folder / "old"
    old.write_text("old", "utf-8")
    (folder / "fill").write_bytes(
        b"x" * 4096
    )  # one page for the old file, one for this: not a byte is left
    for name, code, out, err in each({name: [*words, old] for name, words in TO_FILE.items()}):
        assert (code, out, b"E702" in err, err.count(b"\n")) == (5, b"", True, 2), name
        assert old.read_text("utf-8") == "old"
    assert {path.name for path in folder.iterdir()} == {"fill", "old"}


def test_a_full_disk_takes_no_half_row(disk):
    """A ledger on a full disk takes rows as long as there is room, then refuses with 5 and stays whole."""
    folder = disk("8k")
    ledger = folder / "l.csv"
    ledger.write_text(HEAD + "gdp,2016-06-02,1,,P,,," + "备" * 1300 + "\n", "utf-8")
    (folder / "fill").write_bytes(b"x" * 4096)
    codes = []
    for day in range(2, 12):
        before = ledger.read_bytes()
        code, _, err = run(["record", "gdp", f"2017-06-{day:02}", "260.5", "--ledger", ledger])
        codes.append(code)
        if code:
            assert (code, b"E702" in err) == (5, True)
            assert ledger.read_bytes() == before
        else:
            assert ledger.read_bytes() == before + f"gdp,2017-06-{day:02},260.5,,P,,,\n".encode()
    assert codes == sorted(codes)
    assert set(codes) == {0, 5}


def test_closed_streams_that_are_not_needed_are_not_missed(usual):
    """Without standard input and standard error every command writes what it always writes."""
    redirection = "<&- 2>&-"
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda words: shell(words, redirection), COMMANDS.values())
        for name, (code, out, err) in zip(COMMANDS, found, strict=True):
            assert (code, out, err) == (0, usual[name], b""), name


HELP = {"help": ["-h"], "version": ["--version"], "help of a command": ["check", "-h"]}
"""What click writes itself. It writes nothing, and says nothing, where standard output is closed."""


@pytest.mark.parametrize(
    ("redirection", "commands"),
    [
        (">&-", COMMANDS),
        (">&- 2>/dev/full", COMMANDS),
        (">/dev/full", COMMANDS | HELP),
        (">/dev/full 2>&-", COMMANDS | HELP),
    ],
)
def test_an_output_that_cannot_be_written_is_exit_code_five(redirection, commands):
    """On a closed standard output, or a full disk behind it, every command says so in one message and ends with 5."""
    told = "2>" not in redirection
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda words: shell(words, redirection), commands.values())
        for name, (code, out, err) in zip(commands, found, strict=True):
            assert (code, out) == (5, b""), name
            assert (err.count(b"\n"), b"E703" in err) == ((2, True) if told else (0, False)), name


@pytest.mark.parametrize("redirection", [">&- 2>&- <&-", ">/dev/full 2>/dev/full"])
def test_a_file_is_written_whatever_the_streams_are(redirection, tmp_path):
    """--output and record need no stream: the file is whole and the exit code 0, and nothing else gets into the file."""
    for name, words in TO_FILE.items():
        path, meant = tmp_path / name, tmp_path / f"{name}.meant"
        assert run([*words, meant])[0] == 0
        code, _, _ = shell([*words, path], redirection)
        assert (code, path.read_bytes()) == (0, meant.read_bytes()), name
    ledger = tmp_path / "l.csv"
    assert shell([*RECORD, ledger, "--create"], redirection)[0] == 0
    assert ledger.read_text("utf-8") == HEAD + "gdp,2017-06,260.5,,P,,,\n"


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_a_standard_error_that_cannot_be_written_changes_no_exit_code(redirection, tmp_path):
    """Where messages cannot be written the exit code is still the one that it would have been."""
    for words, code in (
        (["project", "foo"], 2),
        (["nope"], 2),
        (["project", "--plan", "/nowhere"], 4),
        (["get", "trade.projected"], 3),
    ):
        assert shell(words, redirection)[:2] == (code, b""), words
    assert shell(["init", tmp_path / "x.yaml"], redirection)[0] == 0


def test_standard_input_that_is_closed_cannot_be_read():
    """`check - <&-` is an input that cannot be read, as a plan, as a ledger and as base values."""
    for words in (["check", "-"], ["track", "--ledger", "-"], ["project", "--from", "-"]):
        code, out, err = shell(words, "<&-")
        assert (code, out, b"E104" in err) == (4, b"", True), words


LARGE = {
    "project": ["project", "--baseline", "--plan"],
    "list": ["list", "--format", "csv", "--plan"],
    "track": ["track", "--format", "json", "--plan"],
    "schedule": ["schedule", "--format", "json", "--plan"],
}
"""Commands whose output on the large plan is many times a pipe's buffer; the plan follows."""


@pytest.mark.parametrize("name", LARGE)
def test_a_reader_that_is_gone_ends_the_run_silently(name, large):
    """`| head -1` leaves no message, and the shell sees SIGPIPE's usual code."""
    line = " ".join(command([*LARGE[name], large]))
    script = f"{line} | head -n 1; echo ${{PIPESTATUS[0]}}"
    process = subprocess.Popen(
        ["bash", "-c", script], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    code, out, err = ended(process)
    first, status = out.splitlines()
    assert (code, err, status) == (0, b"", b"141")
    assert first


def test_what_is_written_into_a_pipe_is_whole(large, tmp_path):
    """Output far beyond a pipe's buffer comes through a slow reader just as it goes into a file."""
    meant = tmp_path / "meant.json"
    words = ["project", "--format", "json", "--plan", large]
    assert run([*words, "--output", meant])[0] == 0
    process = start(words)
    time.sleep(1)  # the buffer is full long before
    code, out, _ = ended(process)
    assert (code, out) == (0, meant.read_bytes())
    assert len(out) > 10 * SMALL


@pytest.mark.parametrize(("number", "code"), ENDINGS)
def test_a_signal_while_it_waits(number, code):
    """A signal ends the program while it waits for its input: exit code 128 and its number, without a traceback."""
    with start(["check", "-"], UNMEASURED, stdin=subprocess.PIPE) as process:
        once_at_work(process)
        time.sleep(0.2)
        process.send_signal(number)
        assert process.wait(20) == code
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("name", LARGE)
def test_ctrl_c_and_termination_while_it_works(number, code, name, large):
    """At whatever moment of its work the signal comes, nothing was written, nothing is said, and the code is the signal's."""
    for part in (0, 0.3, 0.6):
        process = start([*LARGE[name], large], UNMEASURED)
        once_at_work(process)
        time.sleep(part * _seconds(name, large))
        process.send_signal(number)
        ended_with, out, err = ended(process)
        assert (ended_with, err) == (code, b"") or out, (name, part)
        assert out == b"" or ended_with in (0, code, -number)  # it was quicker than the signal


def _seconds(name, large, known={}):  # noqa: B006 -- measured once
    if name not in known:
        began = time.monotonic()
        run([*LARGE[name], large], UNMEASURED)
        known[name] = time.monotonic() - began
    return known[name]


def test_signals_that_the_caller_ignores_stay_ignored():
    """Under `nohup`, or after `trap '' HUP INT QUIT TERM`, none of the signals ends the run."""

    def ignore():
        for number, _ in ENDINGS:
            signal.signal(number, signal.SIG_IGN)

    process = start(["check", "-"], UNMEASURED, stdin=subprocess.PIPE, preexec_fn=ignore)
    time.sleep(0.5)
    for number, _ in ENDINGS:
        process.send_signal(number)
    out, err = process.communicate((ROOT / "data" / "targets.yaml").read_bytes(), timeout=60)
    assert (process.returncode, b"-: no problems" in out, err) == (0, True, b"")


GAVE_WAY = "Left out at this width: "
"""What a table says of the columns that a narrow terminal has no room for."""


def figures(text):
    """Return the figures of more than one character in a text."""
    return set(re.findall(r"[0-9][0-9.,]*[0-9]%?", text))


@pytest.mark.parametrize(
    ("columns", "env"), [(20_000, {}), (20, {}), (80, {"COLUMNS": "0"})], ids=str
)
def test_no_width_of_a_terminal_loses_a_figure(columns, env, usual):
    """On 20,000 columns, on 20, and where COLUMNS is nonsense, every figure stands whole, and columns that gave way are named."""
    with ThreadPoolExecutor(2) as pool:
        shown = pool.map(
            lambda words: on_terminal(words, columns, NO_COLOR="1", **env), COMMANDS.values()
        )
        for name, (code, text) in zip(COMMANDS, shown, strict=True):
            whole = re.sub(
                r"[\w.-]*[a-z-][\w.-]*", " ", usual[name].decode()
            )  # ids and file names fold
            assert code == 0, name
            assert figures(text) <= figures(usual[name].decode()), name
            assert figures(whole) <= figures(text) or GAVE_WAY in text, name


@pytest.mark.parametrize(
    ("columns", "env"), [(1, {}), (0, {}), (80, {"COLUMNS": "-5"}), (80, {"COLUMNS": "9" * 5000})]
)
def test_a_width_that_cannot_be_is_no_fault(columns, env, usual):
    """A window of one column or none, and a width that is no number or has 5,000 digits, cut no figure."""
    code, shown = on_terminal(COMMANDS["project"], columns, NO_COLOR="1", **env)
    assert code == 0
    all_figures = {one for one in figures(usual["project"].decode()) if "." in one}
    assert all_figures <= figures(shown) or GAVE_WAY in shown
    assert {one for one in figures(shown) if "." in one} <= all_figures


def test_ten_outputs_to_one_file_leave_one_whole_result(tmp_path):
    """Two and ten runs at once with the same --output leave one of their results, whole, and nothing beside it."""
    for count in (2, 10):
        path = tmp_path / "out.json"
        rates = [f"gdp.growth={number}%" for number in range(1, count + 1)]
        running = [
            start(["project", "--format", "json", "--set", rate, "--output", path])
            for rate in rates
        ]
        assert [ended(one)[0] for one in running] == [0] * count
        assert json.loads(path.read_text("utf-8"))["what_if"][0] in rates
        assert list(tmp_path.iterdir()) == [path]


def test_one_of_ten_new_files_wins(tmp_path):
    """Of ten runs of init at once, which replaces nothing, one writes the file and nine are refused with 5."""
    path = tmp_path / "mine.yaml"
    running = [start(["init", path]) for _ in range(10)]
    assert sorted(ended(one)[0] for one in running) == [0] + [5] * 9
    assert run(["check", path])[0] == 0
    assert list(tmp_path.iterdir()) == [path]


def test_killed_at_any_moment_a_file_is_the_old_or_the_new(tmp_path, large, capsys):
    """Killed at random, --output leaves the old file or the whole new one under its name, never anything between."""
    path, meant = tmp_path / "out.json", tmp_path / "meant.json"
    words = ["project", "--format", "json", "--plan", large, "--output"]
    began = time.monotonic()
    assert run([*words, meant], UNMEASURED)[0] == 0
    duration, killed, new = time.monotonic() - began, 0, 0
    chance = random.Random(2017)  # noqa: S311 -- moments, not secrets
    for _ in range(20):
        path.write_text("old", "utf-8")
        process = start([*words, path], UNMEASURED)
        time.sleep(duration * chance.uniform(0.5, 1.1))
        process.kill()
        killed += ended(process)[0] == -signal.SIGKILL
        content = path.read_bytes()
        assert content in (b"old", meant.read_bytes())
        new += content != b"old"
    left = [one.name for one in tmp_path.iterdir() if one not in (path, meant)]
    assert all(
        name.startswith(".erqi-") for name in left
    )  # only SIGKILL can leave one, and never under the file's name
    with capsys.disabled():
        print(
            f"\n  20 outputs, {killed} killed: {new} whole new files, {20 - new} old ones, 0 between"
        )


@pytest.fixture(scope="module")
def many_rows(tmp_path_factory):
    """Return base values of 200,000 regions, whose projection takes seconds to write."""
    path = tmp_path_factory.mktemp("rows") / "regions.csv"
    rows = (f"region {number},gdp,{number}\n" for number in range(1, 200_001))
    path.write_text("region,id,value\n" + "".join(rows), "utf-8")
    return path


@pytest.mark.parametrize(("number", "code"), ENDINGS)
def test_a_signal_leaves_no_file_beside(number, code, tmp_path, many_rows):
    """A signal while --output is being written leaves the old file as it was, and nothing beside it."""
    path = tmp_path / "out.csv"
    path.write_text("old", "utf-8")
    process = start(
        ["project", "--from", many_rows, "--format", "csv", "--output", path], UNMEASURED
    )
    until = time.monotonic() + 60
    while not list(tmp_path.glob(".erqi-*")) and time.monotonic() < until:
        time.sleep(0.01)
    assert len(list(tmp_path.iterdir())) == 2
    process.send_signal(number)
    assert ended(process) == (code, b"", b"")
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]
    assert path.read_text("utf-8") == "old"


def limited(kind, size):
    """Return what gives a process a limit."""
    return {
        "preexec_fn": lambda: resource.setrlimit(kind, (size, size)),
        "env": {"PYTHONDONTWRITEBYTECODE": "1", **UNMEASURED},
    }


@pytest.mark.parametrize("size", [0, 100])
def test_a_limit_on_files_leaves_the_old_one(size, tmp_path):
    """Under `ulimit -f` --output ends with 5, the old file stays as it was, and nothing is left beside it."""
    path = tmp_path / "out"
    path.write_text("old", "utf-8")
    for name, code, out, err in each(
        {name: [*words, path] for name, words in TO_FILE.items()},
        **limited(resource.RLIMIT_FSIZE, size),
    ):
        assert (code, out, b"E702" in err) == (5, b"", True), name
        assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_name_that_is_no_text_is_shown_and_written_to(tmp_path):
    """A name in another encoding, as an archive from a Chinese Windows gives it, works everywhere and is shown in part."""
    folder = os.fsencode(tmp_path)
    plan, ledger, bases, out = (
        os.path.join(folder, "计划".encode("gbk") + end)
        for end in (b".yaml", b".csv", b"-base.csv", b".json")
    )
    shutil.copy(ROOT / "tests/files/small.yaml", plan)
    shutil.copy(ROOT / "tests/files/ledger.csv", ledger)
    with open(bases, "wb") as stream:
        stream.write(b"id,value\ngdp,530\n")
    for words in (
        [b"check", plan],
        [b"check", ledger],
        [b"track", b"--ledger", ledger],
        [b"project", b"--baseline", b"--from", bases],
        [b"project", b"--plan", plan],
    ):
        for form in (b"table", b"json"):
            process = subprocess.Popen(
                [*map(os.fsencode, command([])), *words, b"--format", form],
                env=environment(),
                stdout=-1,
                stderr=-1,
            )
            code, shown, err = ended(process)
            assert (code, err) == (0, b""), words
            shown.decode()
            if form == b"json":
                json.loads(shown)
    process = subprocess.Popen(
        [*map(os.fsencode, command([])), b"project", b"-o", out],
        env=environment(),
        stdout=-1,
        stderr=-1,
    )
    assert ended(process)[0] == 0
    assert os.path.getsize(out) > 1000


def test_a_note_that_is_no_text_is_refused(tmp_path):
    """What is no text on the command line is not written into a ledger, which would then be unreadable."""
    words = [*RECORD, str(tmp_path / "l.csv"), "--create", "--note"]
    process = subprocess.Popen(
        [*map(os.fsencode, command(words)), b"\xff"], env=environment(), stdout=-1, stderr=-1
    )
    code, out, err = ended(process)
    assert (code, out, b"E610" in err) == (2, b"", True)
    assert list(tmp_path.iterdir()) == []


def test_ten_recordings_at_once_in_every_encoding(tmp_path):
    """Ten processes that record at once into a ledger of each encoding add ten rows, each whole."""
    for encoding in ("utf-8-sig", "gbk", "utf-16"):
        ledger = tmp_path / f"{encoding}.csv"
        ledger.write_bytes("目标,时期,数值,备注\r\n".encode(encoding))
        running = [
            start(
                [
                    "record",
                    "gdp",
                    f"2017-06-{day:02}",
                    str(day),
                    "--note",
                    "年中",
                    "--ledger",
                    ledger,
                ]
            )
            for day in range(2, 12)
        ]
        assert [ended(one)[0] for one in running] == [0] * 10
        rows = list(csv.reader(io.StringIO(ledger.read_bytes().decode(encoding))))[1:]
        assert sorted(rows) == [
            ["gdp", f"2017-06-{day:02}", str(day), "年中"] for day in range(2, 12)
        ]
