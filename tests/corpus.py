"""The corpus of bad files, and what each is refused for as tests/files/bad/expected.csv says it."""

import codecs
import csv
import os
import re
import subprocess
import sys
from itertools import groupby
from typing import NamedTuple

import pytest

from erqi_cli.parsing.invisible import CONTROL, HIDDEN
from tests.conftest import ROOT, spreadsheet_forms

BAD, ODD = ROOT / "tests" / "files" / "bad", ROOT / "tests" / "files" / "odd"
TABLE = BAD / "expected.csv"


class Expected(NamedTuple):
    """One problem: its code, its place (None where it concerns the file) and some words of the message or the remedy."""

    layer: str
    code: str
    line: int | None
    column: int | None
    zh: str
    en: str

    @property
    def place(self):
        return self.code, self.line, self.column


def corpus():
    """Return for each bad file, by its path below BAD, its problems in the order in which they are shown."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = [(row.pop("file"), row) for row in csv.DictReader(stream)]
    found = {}
    for file, group in groupby(rows, key=lambda pair: pair[0]):
        assert file not in found, file
        found[file] = [
            Expected(
                **{
                    **row,
                    "line": int(row["line"] or 0) or None,
                    "column": int(row["column"] or 0) or None,
                }
            )
            for _, row in group
        ]
    return found


CORPUS = corpus()
PLANS, LEDGERS, BASE_VALUES = (
    [file for file in CORPUS if file.rpartition("/")[0] == folder]
    for folder in ("", "ledgers", "base_values")
)

REPORTED = re.compile(
    r"^(?P<file>.+?)(?::(?P<line>\d+):(?P<column>\d+))?: (?P<code>E\d{3}) ", re.MULTILINE
)


def reported(err, path):
    """Return code, line and column of each problem that is told of a file, and see that every one says what to do."""
    lines = err.rstrip("\n").split("\n")
    found = []
    for match in map(REPORTED.match, lines):
        if match:
            assert match["file"] == str(path)
            found.append(
                (
                    match["code"],
                    match["line"] and int(match["line"]),
                    match["column"] and int(match["column"]),
                )
            )
    remedies = [
        line for line in lines if line.startswith("  = ") or re.match(r" {6,}\|  *\^+ .", line)
    ]
    assert len(remedies) == len(found)
    return found


def readable_forms(rows):
    """Return a CSV in every form that is read: those of spreadsheets, but for UTF-16 without its byte order mark."""
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    forms = spreadsheet_forms(rows)
    return [
        form
        for form in forms
        if isinstance(form, str) or b"\0" not in form or form.startswith(marks)
    ]


def is_quiet(text):
    """Tell whether nothing in a text commands a terminal, hides or turns other text round, or is a traceback."""
    bare = text.replace("\n", "")
    return not (
        CONTROL.search(bare)
        or HIDDEN.search(bare)
        or "\r" in bare
        or "Traceback" in bare
        or "E901" in bare
    )


MEASURED = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
from erqi_cli.__main__ import main
try:
    main()
finally:
    with open("/proc/self/status") as status:
        peak = status.read().partition("VmHWM:")[2].split()[0]
    times = os.times()
    print(f"{peak} {times.user + times.system}", file=open(int(os.environ["REPORT"]), "w"))
"""
MOST_SECONDS, MOST_MIB = 5, 200
"""Far above what is used on a quiet machine, under a second of a processor, and far below what a hang or a bomb takes."""


def measured(*words, env=None, **more):
    """Run the program as a process; return exit code, both outputs, and assert that it took little time and memory."""
    ours, theirs = os.pipe()
    command = [sys.executable, "-c", MEASURED, str(ROOT), *map(str, words)]
    environment = {**os.environ, "REPORT": str(theirs), **(env or {})}
    done = subprocess.run(
        command,
        env=environment,
        pass_fds=[theirs],
        capture_output=True,
        check=False,
        timeout=120,
        **more,
    )
    os.close(theirs)
    with os.fdopen(ours) as report:
        peak, seconds = report.read().split()
    assert float(seconds) < MOST_SECONDS
    assert int(peak) < MOST_MIB << 10
    return done.returncode, done.stdout, done.stderr.decode()


on_linux = pytest.mark.skipif(
    not os.path.exists("/proc/self/status"), reason="memory is measured where /proc tells it"
)
