"""Fixtures: the plan, the command line in this process, and the program as a real process."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from erqi_cli.domain.observation import Observation
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.readers.yaml import load as loading
from tests.counted import pytest_terminal_summary  # noqa: F401 -- pytest looks for it here

PATIENT = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow],
}  # a slow machine is no failure
settings.register_profile("quick", max_examples=25, derandomize=True, **PATIENT)
settings.register_profile("large", max_examples=300, **PATIENT)
settings.load_profile("quick")  # --hypothesis-profile=large overrides it
ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "data" / "targets.yaml"
UNMEASURED = {"COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
"""For processes whose coverage is not measured: it would use up what a limit leaves, and hang where a signal meets its lock."""
HEAD = "target,period,value,growth,status,published,source,note\n"
"""The headings of a ledger."""
PLAN_HEAD = """id: model-2017
name: 示范
district: 示范区
base_year: 2016
plan_year: 2017
document: r
sources:
  - {id: r, title: 报告, publisher: 区政府}
"""
"""The beginning of a small plan; its indicators follow."""
CLEAN = {
    "LANG": "C.UTF-8",
    "LC_ALL": "",
    "LC_MESSAGES": "",
    "ERQI_LANG": "",
    "ERQI_PLAN": "",
    "NO_COLOR": "",
    "FORCE_COLOR": "",
}


def observation(target, period, value=None, growth=None, status="P", published=None):
    """Return an observation of a period, its status given by its letter."""
    return Observation(
        target=target,
        period=period,
        value=value,
        growth=growth,
        status=ObservationStatus(status),
        published=published,
    )


def once_at_work(process):
    """Wait until a process has begun or is over: it answers SIGTERM itself, from before its command line is read."""
    status, bit = Path(f"/proc/{process.pid}/status"), 1 << signal.SIGTERM - 1
    if not status.exists():
        time.sleep(2)  # long after the start
    while process.poll() is None and status.exists():
        if int(status.read_text("utf-8").partition("SigCgt:")[2].split()[0], 16) & bit:
            break
        time.sleep(0.01)


def on_terminal(words, columns, program=("-m", "erqi_cli"), **env):
    """Run the program on a terminal whose window has so many columns; return its exit code and what is shown."""
    import fcntl
    import pty
    import struct
    import termios

    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    given = {**os.environ, **CLEAN, "PYTHONPATH": str(ROOT), "ERQI_LEDGER": "", "TERM": "xterm"}
    given = {name: value for name, value in given.items() if name not in ("COLUMNS", "LINES")}
    command = [sys.executable, *program, *map(str, words)]
    process = subprocess.Popen(command, env={**given, **env}, stdin=side, stdout=side, stderr=side)
    os.close(side)
    shown = b"".join(_parts(main))
    os.close(main)
    return process.wait(60), shown.decode().replace("\r\n", "\n")


def _parts(main):
    """Yield what a terminal shows until nobody writes to it any more, which Linux tells as an error."""
    with contextlib.suppress(OSError):
        yield from iter(lambda: os.read(main, 1 << 16), b"")


def spreadsheet_forms(rows):
    """Return a CSV in every form that people's tools give it: encodings, line ends, separators, blank lines."""
    blank = "," * rows.partition("\n")[0].count(",")
    return [
        rows,
        "\ufeff" + rows,
        rows.replace("\n", "\r\n"),
        rows.replace("\n", "\r"),
        rows.replace(",", ";"),
        rows.replace(",", "\t"),
        rows.replace(",", "\t").encode("utf-16"),
        "sep=;\n" + rows.replace(",", ";"),
        "sep=\t\n" + rows.replace(",", "\t"),
        "\n" + rows + f"\n{blank}\n",
        rows.encode("gbk"),
        rows.encode("gb18030"),
        rows.encode("utf-16"),
        rows.encode("utf-16-le"),
        rows.encode("utf-16-be"),
        "\n" * 70_000 + rows,
    ]


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self):
        from decimal import Decimal

        return json.loads(self.out, parse_float=Decimal)

    @property
    def rows(self):
        return {row["id"]: row for row in self.json["rows"]}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    for name, value in CLEAN.items():
        if value:
            monkeypatch.setenv(name, value)
        else:
            monkeypatch.delenv(name, raising=False)


load_anew = loading.load_plan
"""What reads a plan in any case; in this process `loading.load_plan` reads the shipped plan once."""
_shipped = {}


def load_once(path=None):
    """Return the plan of a file; the shipped plan is read once while its file is unchanged."""
    found = loading.find_plan(path)
    if (
        os.environ.get("ERQI_LOAD_ANEW")
        or not os.path.exists(found)
        or not os.path.samefile(found, PLAN)
    ):
        return load_anew(path)
    state = os.stat(found)
    key = (found, state.st_mtime_ns, state.st_size)
    if key not in _shipped:
        _shipped[key] = load_anew(found)
    return _shipped[key]


loading.load_plan = load_once


@pytest.fixture(scope="session")
def plan():
    return load_once(PLAN)


@pytest.fixture(scope="session")
def source():
    """Return the path of the document that the plan was taken from; it does not come with the project."""
    path = ROOT.parent / "shared" / "source" / "plenary-2017.txt"
    if not path.exists():
        if os.environ.get("ERQI_REQUIRE_SOURCE"):
            pytest.fail("the plan document is required here and absent")
        pytest.skip("the plan document does not come with the project")
    return path


@pytest.fixture
def erqi():
    """Run the command line in this process."""
    from erqi_cli.cli import erqi as group

    def run(*words, env=None, stdin=None):
        done = CliRunner().invoke(
            group, [str(word) for word in words], env=env, input=stdin, prog_name="erqi"
        )
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Ran(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def process():
    """Run the program as a process of its own; output is bytes."""

    def run(*words, env=None, stdin=None, **more):
        command = [sys.executable, "-m", "erqi_cli", *map(str, words)]
        given = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "timeout": 60,
            "input": stdin,
            **more,
        }
        return subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            check=False,
            **given,
        )

    return run


@pytest.fixture
def write(tmp_path):
    """Write a file and return its path."""

    def writer(content, name="plan.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writer


@pytest.fixture
def starter():
    """Return the starter plan as text."""
    from erqi_cli.readers.yaml.starter import starter_text

    return starter_text()
