"""`erqi report`: which format, where to, and what happens when that cannot be."""

import os
import pty
import re
import subprocess
import sys
import tomllib
import zipfile

import pytest

from erqi_cli.output.report_formats import FORMATS
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("words", "name"), [([], "plan.xlsx"), ([], "PLAN.XLSX"), (["--format", "xlsx"], "plan")]
)
def test_the_format_is_that_of_the_option_else_of_the_ending(erqi, tmp_path, words, name):
    """The file's ending, in capitals too, or --format decides; then the file is a workbook, and no data is printed."""
    path = tmp_path / name
    done = erqi("report", *words, "-o", path)
    assert (done.code, done.out) == (0, "")
    assert zipfile.is_zipfile(path)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            "wrote {path} with 4 sheets: Plan (71 rows), Projection (9 rows), Tracking (40 rows), Sources (4 rows)\n",
        ),
        (
            "zh",
            "已写入 {path}，共4张工作表：计划（71行）、推算（9行）、进度（40行）、来源（4行）\n",
        ),
    ],
)
def test_a_workbook_is_reported_with_its_sheets(erqi, tmp_path, lang, told):
    """Standard error names the file, its four sheets and their rows: 9 indicators and 62 targets, of which 40 are judged."""
    path = tmp_path / "plan.xlsx"
    assert erqi("report", "-o", path, "--lang", lang) == (0, "", told.format(path=path))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "wrote {path}; to print it on A3 landscape, open it in a browser and press Ctrl+P"),
        ("zh", "已写入 {path}；打印：用浏览器打开，按 Ctrl+P，纸张选 A3 横向"),
    ],
)
def test_a_wall_chart_is_reported_with_the_way_to_print_it(erqi, tmp_path, lang, told):
    """Standard error names the file and says how it is printed."""
    path = tmp_path / "chart.html"
    assert erqi("report", "-o", path, "--lang", lang) == (0, "", told.format(path=path) + "\n")


def test_a_report_on_standard_output_comes_alone(process):
    """Into a pipe goes the report, and standard error stays empty."""
    done = process("report", "--format", "html", "-o", "-")
    assert done.stdout.startswith(b"<!DOCTYPE html>")
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["-o", "plan"], "E621", ".xlsx"),
        (["-o", "plan.csv"], "E621", ".xlsx"),
        ([], "E621", "--format (html, xlsx)"),
        (["-o", "-"], "E621", "--format (html, xlsx)"),
        (["-o", "plan.xls", "--format", "xlsx"], "E622", "plan.xls ends in .xls"),
        (["-o", "计划.html", "--format", "xlsx"], "E622", ".html"),
        (["-o", "plan.xlsx", "--format", "pdf"], None, "xlsx"),
        (["-o", "plan.xlsx", "--lang", "fr"], None, "both"),
    ],
)
def test_no_format_and_two_formats_are_refused_with_words(
    erqi, tmp_path, monkeypatch, words, code, told
):
    """Without a format, or with an ending that says something else, nothing is written and the message says what to do."""
    monkeypatch.chdir(tmp_path)
    done = erqi("report", *words)
    assert (done.code, done.out) == (2, "")
    assert f" {code} " in done.err or code is None
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_standard_output_has_no_name_to_end_otherwise(erqi):
    """With -o - the advice is --format alone; without -o a file's name is advised too."""
    assert "end the file's name" not in erqi("report", "-o", "-").err
    assert "end the file's name" in erqi("report").err


def test_standard_output_gets_the_same_bytes_as_a_file(erqi, process, tmp_path):
    """Into a pipe, with -o - or without -o, go the bytes that a file would hold."""
    path = tmp_path / "plan.xlsx"
    erqi("report", "-o", path)
    for words in (["--format", "xlsx"], ["--format", "xlsx", "-o", "-"]):
        assert process("report", *words).stdout == path.read_bytes()


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "erqi report -o chart.html"), ("zh", "报告不能写到终端")]
)
def test_a_terminal_is_refused(lang, told):
    """On a terminal there is no workbook but one message that says to name a file, and exit code 2."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "erqi_cli", "report", "--format", "xlsx", "--lang", lang]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, stdout=side, stderr=subprocess.PIPE, env=environment, timeout=60, check=False
    )
    os.close(side)
    os.close(main)
    assert done.returncode == 2
    assert "E623" in done.stderr.decode()
    assert told in done.stderr.decode()


EXTRAS = [
    ("xlsx", "xlsxwriter", "excel", "xlsx/workbook.py"),
    ("html", "jinja2", "report", "html/page.py"),
]


def refused_without(hidden, words, folder):
    """Run a report where some packages cannot be imported; return the remedy that the message gives."""
    code = f"import sys; sys.modules.update(dict.fromkeys({hidden}))\nfrom erqi_cli.cli import run; run()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, "report", *words]
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    message, remedy = done.stderr.splitlines()
    assert (done.returncode, done.stdout, "E624" in message) == (2, "", True)
    assert list(folder.iterdir()) == []
    return remedy


@pytest.mark.parametrize(("form", "package", "extra", "_module"), EXTRAS)
def test_without_its_package_a_report_says_how_to_install_it(
    tmp_path, form, package, extra, _module
):
    """The message gives a command that installs the package for the Python that runs, in the version of the extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    words, needed = ["-o", f"plan.{form}", "--lang"], project["optional-dependencies"][extra][0]
    python = os.path.abspath(sys.executable)
    command = f'{python} -m pip install "{needed}"'
    assert refused_without([package], [*words, "en"], tmp_path) == f"  = install it: {command}"
    assert refused_without([package], [*words, "zh"], tmp_path) == f"  = 请运行 {command}"
    without_pip = refused_without([package, "pip"], [*words, "en"], tmp_path)
    assert without_pip == f'  = install it: uv pip install --python {python} "{needed}"'


def test_the_command_that_installs_a_package_works(tmp_path):
    """The shell runs the command as it is told; here the package is installed already, so nothing is fetched."""
    pytest.importorskip("pip")
    told = refused_without(["jinja2"], ["-o", "plan.html"], tmp_path).partition("install it: ")[2]
    command = f"{told} --no-index"
    env = {**os.environ, "PIP_QUIET": "0"}  # what pip says is looked at
    kept = {"capture_output": True, "text": True, "env": env}
    done = subprocess.run(command, shell=True, cwd=tmp_path, check=False, **kept)  # noqa: S602
    assert (done.returncode, "already satisfied" in done.stdout) == (0, True)


@pytest.mark.parametrize(("form", "package", "_extra", "module"), EXTRAS)
def test_only_one_folder_knows_the_package_of_an_extra(form, package, _extra, module):
    """The package is imported in one writer's folder, inside its functions, and nowhere else."""
    sources = {path: path.read_text("utf-8") for path in (ROOT / "erqi_cli").rglob("*.py")}
    users = [path for path, text in sources.items() if re.search(rf"(import|from) {package}", text)]
    assert {path.parent for path in users} == {(ROOT / "erqi_cli" / "output" / module).parent}
    assert not [
        path
        for path in users
        if re.search(rf"^(import|from) {package}", sources[path], re.MULTILINE)
    ]
    assert form in FORMATS


def test_what_cannot_be_written_to_is_exit_code_five(erqi, process, tmp_path):
    """A directory, a missing directory and a full standard output end in the messages of every output."""
    folder = tmp_path / "plan.xlsx"
    folder.mkdir()
    for path in (folder, tmp_path / "no" / "where.xlsx"):
        failed = erqi("report", "-o", path)
        assert (failed.code, failed.out) == (5, "")
        assert "E702" in failed.err
    with open("/dev/full", "wb") as full:
        done = process("report", "--format", "xlsx", stdout=full)
    assert done.returncode == 5
    assert b"E703" in done.stderr
    assert erqi("report", "--format", "xlsx", "-o", "/dev/null").code == 0


def test_a_workbook_that_cannot_be_finished_leaves_the_old_one(process, tmp_path):
    """Where the disk takes only a part, the old file stays as it was and nothing else is left behind."""
    import resource

    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"old")
    limit = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))}
    done = process("report", "-o", path, env={"PYTHONDONTWRITEBYTECODE": "1"}, **limit)
    assert (done.returncode, done.stdout) == (5, b"")
    assert b"E702" in done.stderr
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_options_of_a_report_are_those_of_its_commands(erqi, tmp_path):
    """A wrong id, a bad plan and a bad ledger end as they do in project and track, and no file appears."""
    path = tmp_path / "plan.xlsx"
    for words, code, told in (
        ("--set gpd.growth=9%", 2, "the closest: gdp"),
        ("--as-of 2016-03", 2, "E614"),
        ("--ledger /nowhere.csv", 4, "E101"),
        (f"--plan {ROOT}/tests/files/bad/mistyped_key.yaml", 3, "did you mean growth"),
    ):
        done = erqi("report", "-o", path, *words.split())
        assert (done.code, done.out) == (code, "")
        assert told in done.err
    assert not path.exists()
