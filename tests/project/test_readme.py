"""The README tells the truth: its examples run, and print what it shows."""

import doctest
import os
import re
import shlex

import pytest

from tests.conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def examples(text):
    """Return (command, output) of every example."""
    for block in BLOCK.findall(text):
        for part in block.split("$ ")[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def shown(erqi, command):
    words = shlex.split(command)
    assert words[0] == "erqi"
    done = erqi(*words[1:], env={"LANG": "C.UTF-8"})
    return done.out + done.err


def test_every_example_prints_what_the_readme_shows(erqi, monkeypatch):
    """Each console example's output is the program's, to the letter; ERQI_UPDATE_README=1 writes it anew."""
    monkeypatch.chdir(ROOT)
    text = README.read_text("utf-8")
    found = list(examples(text))
    assert len(found) >= 9
    if os.environ.get("ERQI_UPDATE_README"):
        README.write_text(BLOCK.sub(lambda block: _rewritten(block[1], erqi), text), "utf-8")
        return
    for command, output in found:
        assert shown(erqi, command) == output, command


def _rewritten(block, erqi):
    parts = [part.partition("\n")[0] for part in block.split("$ ")[1:]]
    return (
        "```console\n"
        + "".join(f"$ {command}\n{shown(erqi, command)}" for command in parts)
        + "```"
    )


def test_the_python_example_runs(monkeypatch):
    """The library example prints what it says."""
    monkeypatch.chdir(ROOT)
    parsed = doctest.DocTestParser().get_doctest(
        README.read_text("utf-8"), {}, "README.md", str(README), 0
    )
    assert len(parsed.examples) >= 3
    runner = doctest.DocTestRunner()
    runner.run(parsed)
    assert runner.failures == 0


def test_every_command_and_exit_code_is_in_the_readme():
    """The tables of commands and exit codes are complete."""
    from erqi_cli.cli import erqi
    from erqi_cli.errors import ExitCode

    text = README.read_text("utf-8")
    for name in erqi.commands:
        assert re.search(rf"^\| `{name}[ `]", text, re.MULTILINE), name
    for code in ExitCode:
        assert re.search(rf"^\| {code.value} \|", text, re.MULTILINE), code


@pytest.mark.parametrize("command", re.findall(r"`(erqi [a-z][^`]*)`", README.read_text("utf-8")))
def test_commands_in_the_text_are_commands(command, erqi, tmp_path, monkeypatch):
    """Every command line that the README mentions is understood."""
    if (
        "COMMAND" in command
        or "base-values" in command
        or "基期值.csv" in command
        or "--plan" in command
    ):
        pytest.skip("stands for any command or file")
    monkeypatch.chdir(tmp_path)
    if "check 本区.yaml" in command or "check my" in command:
        erqi("init", "本区.yaml")
    words = shlex.split(command)[1:]
    if words == ["explain"]:
        words.append("gdp")
    if words[0] == "audit":
        words[1:] = [
            ROOT / "tests/files/work-report.txt",
            "--plan",
            ROOT / "erqi_cli/readers/yaml/starter.yaml",
        ]
    assert erqi(*words).code == (6 if words[0] == "audit" else 0)
