"""The corpus of bad files: each is refused in words by the real command, whatever layer its fault lies in."""

import re
import shutil
from collections import Counter
from functools import partial
from itertools import cycle

import click
import pytest

from erqi_cli.errors.exit_codes import FAMILIES
from tests.corpus import (
    BAD,
    BASE_VALUES,
    CORPUS,
    LEDGERS,
    PLANS,
    TABLE,
    is_quiet,
    measured,
    on_linux,
    reported,
)

PLAN_COMMANDS = (
    "project --plan {}",
    "list --plan {}",
    "show indicator gdp --plan {}",
    "get gdp.projected --plan {}",
    "explain gdp --plan {}",
    "ratios --plan {}",
    "track --plan {}",
    "schedule --plan {}",
    "solve gdp --target 1000 --plan {}",
    "check --plan {}",
)
LEDGER_COMMANDS = (
    "track --ledger {}",
    "get gdp.actual --ledger {}",
    "explain gdp --ledger {}",
    "schedule --ledger {}",
    "track gdp --history --ledger {}",
    "check --ledger {}",
)
BASE_COMMANDS = (
    "ratios --from {}",
    "track --from {}",
    "schedule --from {}",
    "project gdp --from {}",
)
WITHOUT_ROWS = ("ledgers/headings_only.csv", "ledgers/blank_rows_only.csv")
"""Nothing can be followed in these, but a first row may be recorded."""


def assert_refused(command, erqi, file, _folder):
    """Assert that another command which reads the file fails with the same first problem and writes nothing."""
    path, expected = BAD / file, CORPUS[file][0]
    done = erqi(*(word.format(path) for word in command.split()))
    assert (done.code, done.out) == (FAMILIES[expected.code[:2]], "")
    assert reported(done.err, path)[0] == expected.place
    assert is_quiet(done.err)


def assert_rows_for_a_machine(erqi, file, _folder):
    """Assert that `check --format json` gives the same problems as rows, with the same exit code."""
    done = erqi("check", BAD / file, "--format", "json")
    rows = done.json["rows"]
    assert done.code == FAMILIES[CORPUS[file][0].code[:2]]
    assert [(row["code"], row["line"], row["column"]) for row in rows] == [
        problem.place for problem in CORPUS[file]
    ]
    assert all(
        row["message"][lang] and row["remedy"][lang] for row in rows for lang in ("zh", "en")
    )


def assert_nothing_recorded(erqi, file, folder):
    """Assert that nothing is added to a ledger that cannot be read: not a byte of it changes."""
    if file in WITHOUT_ROWS:
        return
    path = folder.mktemp("ledger") / "ledger.csv"
    shutil.copy(BAD / file, path)
    done = erqi("record", "gdp", "2017-11", "1", "--published", "2018-03-04", "--ledger", path)
    assert (done.code, done.out) == (FAMILIES[CORPUS[file][0].code[:2]], "")
    assert path.read_bytes() == (BAD / file).read_bytes()


def assert_silent_completion(_erqi, file, _folder):
    """Assert that completion of ids offers printable text or nothing, and never fails."""
    from erqi_cli.cli.completion import complete_any

    ctx = click.Context(click.Command("explain"))
    ctx.params["plan"] = str(BAD / file)
    for item in complete_any(ctx, click.Argument(["name"]), ""):
        assert f"{item.value}{item.help}".isprintable()


def with_other_use(files, commands, *others):
    """Yield each file with one other use of it; the uses take turns."""
    uses = cycle([*(partial(assert_refused, command) for command in commands), *others])
    for file, use in zip(files, uses, strict=False):
        yield pytest.param(file, use, id=file)


CASES = [
    *with_other_use(PLANS, PLAN_COMMANDS, assert_rows_for_a_machine, assert_silent_completion),
    *with_other_use(LEDGERS, LEDGER_COMMANDS, assert_rows_for_a_machine, assert_nothing_recorded),
    *with_other_use(BASE_VALUES, BASE_COMMANDS),
]


def main_command(file):
    """Return the command that reads a file of the corpus for what it is."""
    return ("project", "--from") if file.startswith("base_values/") else ("check",)


def test_the_table_and_the_files_agree():
    """Every bad file has its row and every row its file; all layers are there, and well over two hundred files."""
    files = {
        path.relative_to(BAD).as_posix()
        for path in BAD.rglob("*")
        if path.is_file() and path != TABLE
    }
    assert files == set(CORPUS)
    layers = Counter(problems[0].layer for problems in CORPUS.values())
    assert set(layers) == {"bytes", "yaml", "csv", "values", "rules", "terminal"}
    assert len(files) >= 450
    assert min(len(PLANS), len(LEDGERS), len(BASE_VALUES)) >= 30


@pytest.mark.parametrize(("file", "use"), CASES)
def test_a_bad_file_is_refused_in_words(erqi, tmp_path_factory, file, use):
    """The main command names each problem with its place and a remedy, in both languages; one other use fails as well."""
    path, expected = BAD / file, CORPUS[file]
    for lang in ("zh", "en"):
        done = erqi(*main_command(file), path, "--lang", lang)
        assert (done.code, done.out) == (FAMILIES[expected[0].code[:2]], "")
        assert reported(done.err, path) == [problem.place for problem in expected]
        assert [
            words
            for words in (getattr(problem, lang) for problem in expected)
            if words not in done.err
        ] == []
        assert is_quiet(done.err)
        assert len(done.err.split("\n")) <= 61
        unfilled = re.findall(r"\{\w*\}", done.err)
        assert [words for words in unfilled if words.encode() not in path.read_bytes()] == []
    use(erqi, file, tmp_path_factory)


@pytest.mark.process
@on_linux
@pytest.mark.parametrize("file", list(CORPUS)[::15])
def test_a_process_refuses_a_bad_file_with_little_effort(file):
    """As a process of its own the program refuses a sample of the corpus alike, in a few seconds and 200 MB at the most."""
    path = BAD / file
    code, out, err = measured(*main_command(file), path, env={"ERQI_LANG": "en"})
    assert (code, out) == (FAMILIES[CORPUS[file][0].code[:2]], b"")
    assert reported(err, path) == [problem.place for problem in CORPUS[file]]
