"""Sound but odd: texts that look like commands are shown in every format, obeyed in none, and change no figure."""

import csv
import io
import itertools
import json
import os
import re
from decimal import Decimal

import pytest

from erqi_cli import load_plan
from erqi_cli.output.sanitize import escape_invisible
from tests.conftest import ROOT
from tests.corpus import ODD, is_quiet

PLAN, LEDGER, BASES = ODD / "plan.yaml", ODD / "ledger.csv", ODD / "base-values.csv"
SMALL = ROOT / "tests" / "files" / "small.yaml"
COMMANDS = [
    "check {plan}",
    "check --plan {plan} --ledger {ledger}",
    "project --plan {plan} --baseline",
    "project --plan {plan} --to 2019",
    "project --plan {plan} --from {bases}",
    "list --plan {plan}",
    "list indicators --plan {plan}",
    "list actions --plan {plan}",
    "list targets --plan {plan}",
    "list sources --plan {plan}",
    "list ratios --plan {plan}",
    "show indicator html --plan {plan}",
    "show action 1 --plan {plan}",
    "show target action.braces --plan {plan}",
    "show source report --plan {plan}",
    "explain markup-colour --plan {plan} --ledger {ledger}",
    "explain action.pipe --plan {plan} --ledger {ledger}",
    "explain ratio --plan {plan}",
    "ratios --plan {plan}",
    "track --plan {plan} --ledger {ledger}",
    "track entity --history --plan {plan} --ledger {ledger}",
    "schedule --plan {plan}",
    "solve md-math --target 1000 --plan {plan}",
]
FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
MARKED = re.compile(r"(?<!\\)(?:\\\\)*([`*_<~$&]|\[(?=[^\]]*\]\()|:(?=\w+:))")
"""A mark of markdown that no backslash disarms."""


UNUSED_IN_LEDGER = (
    "N505 未使用的列：[red]列[/red]、=cmd()\n",
    "columns not used: [red]列[/red], =cmd()\n",
)
UNUSED = ("columns not used: {0}, =1+1\n", "未使用的列：{0}、=1+1\n")


def run(erqi, command, *words):
    done = erqi(*command.format(plan=PLAN, ledger=LEDGER, bases=BASES).split(), *words)
    assert done.code == 0
    if "{bases}" in command:
        assert done.err.endswith(UNUSED)
    else:
        is_told = "{ledger}" in command and not ("check" in command and "json" in words)
        assert done.err.endswith(UNUSED_IN_LEDGER) if is_told else done.err == ""
    return done


def names():
    """Return the indicators' names by id, as the plan's reader has them."""
    return {indicator.id: indicator.name.zh for indicator in load_plan(PLAN).indicators}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_output_commands_anything(erqi, command):
    """Whatever the texts hold, tables and markdown hold no escape, JSON parses, and no cell of CSV begins a formula."""
    for lang in ("zh", "en"):
        assert is_quiet(run(erqi, command, "--lang", lang).out)
        assert is_quiet(run(erqi, command, "--format", "markdown", "--lang", lang).out)
    json.loads(run(erqi, command, "--format", "json").out)
    rows = list(csv.reader(io.StringIO(run(erqi, command, "--format", "csv").out)))
    assert {len(row) for row in rows} == {len(rows[0])}
    cells = [cell for row in rows for cell in row if FORMULA.match(cell)]
    assert all(cell.startswith("'") or re.fullmatch(r"[+-]?[0-9.]+", cell) for cell in cells)


def test_texts_are_shown_as_they_are(erqi):
    """A table shows each name letter for letter, markup, formulas, braces and all."""
    table = run(erqi, "project --plan {plan}").out
    assert [name for name in names().values() if name not in table] == []


def test_figures_stay_what_they_are(erqi):
    """Beside every odd name stands the figure that its plain neighbours have."""
    rows = run(erqi, "project --plan {plan}", "--format", "json").rows
    assert {name: row["projected"]["value"] for name, row in rows.items()} == dict.fromkeys(
        names(), 110
    )
    rows = run(erqi, "project --plan {plan} --from {bases}", "--format", "json").rows
    assert [row["projected"]["value"] for row in rows.values()] == [
        Decimal(110 * n) / 100 for n in range(50, 50 + len(rows))
    ]
    rows = run(erqi, "track --plan {plan} --ledger {ledger}", "--format", "json").rows
    assert [rows[name]["level"] for name in names()] == list(range(100, 100 + len(names())))


def test_names_come_back_from_csv(erqi):
    """Dropping the first apostrophe before a sign of a formula, of either width, gives every name back."""
    rows = csv.DictReader(io.StringIO(run(erqi, "project --plan {plan}", "--format", "csv").out))
    undone = {
        row["id"]: row["name_zh"][1:] if FORMULA.match(row["name_zh"]) else row["name_zh"]
        for row in rows
    }
    assert undone == names()


@pytest.mark.parametrize("command", [command for command in COMMANDS if "check" not in command])
def test_markdown_marks_nothing_up(erqi, command):
    """In markdown every mark in a text is disarmed, and each row has the cells of its heading."""
    lines = run(erqi, command, "--format", "markdown").out.split("\n")
    texts = [
        line for line in lines if not line.startswith("**") and not re.fullmatch(r"[|\s:-]*", line)
    ]
    assert [line for line in texts if MARKED.search(line)] == []
    assert [line for line in texts if re.match(r"(-|\d+\.) ([-+] |\d+[.)] |---|#|>)", line)] == []
    for is_table, block in itertools.groupby(lines, lambda line: line.startswith("|")):
        bars = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in block}
        assert not is_table or len(bars) == 1


def test_the_odd_plan_fits_a_terminal():
    """At 80 columns no line is wider than the terminal, and every figure stands whole."""
    from tests.output.test_output import cells, shown_on_terminal

    shown = shown_on_terminal(
        ["project", "--plan", str(PLAN), "--color", "never", "--lang", "zh"], 80
    )
    assert max(map(cells, shown.split("\n"))) <= 80
    assert len(re.findall(r"(?<![\d.,])110(?![\d.,])", shown)) >= len(names())


FILE_NAMES = [
    "a\x1b[31m.csv",
    "a\nb.csv",
    "a\u202eb.csv",
    "\x9b31m.csv",
    "[red]{0}%s.csv",
    "=x|y.csv",
    os.fsdecode(b"a\xffb.csv"),
]


@pytest.mark.parametrize("name", FILE_NAMES)
def test_names_of_files_are_shown_and_not_obeyed(erqi, tmp_path, name):
    """A file's name with escapes, line ends or bytes that are no text is spelled out, and the file is read."""
    ledger, bases, plan = tmp_path / f"l{name}", tmp_path / f"b{name}", tmp_path / f"p{name}.yaml"
    try:
        ledger.write_bytes("目标,时期,数值\n地区生产总值,2017-06,5\n".encode("gbk"))
        bases.write_bytes("指标,数值\n地区生产总值,5\n".encode("gbk"))
        plan.write_bytes(SMALL.read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    commands = (
        ("check", "--ledger", ledger),
        ("track", "gdp", "--ledger", ledger),
        ("project", "gdp", "--from", bases),
        ("check", plan),
    )
    for words in commands:
        for form in ("table", "markdown", "json", "csv"):
            done = erqi(*words, "--format", form, "--lang", "en")
            assert done.code == 0
            assert is_quiet(done.err + (done.out if form in ("table", "markdown") else ""))
    assert escape_invisible(str(plan)) in erqi("check", plan, "--lang", "en").out
    assert is_quiet(erqi("record", "gdp", "2017-11", "1", "--ledger", ledger).err)
    assert is_quiet(erqi("init", tmp_path / f"i{name}").err)
