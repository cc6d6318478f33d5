"""The project's own order: what is imported when, how large its parts are, and that its texts are complete."""

import ast
import os
import re
import string
import subprocess
import sys

import pytest

from erqi_cli.errors.catalog import CATALOG, RETIRED
from erqi_cli.errors.exit_codes import FAMILIES
from tests.conftest import ROOT

MODULES = sorted((ROOT / "erqi_cli").rglob("*.py"))


def loaded_by(words):
    code = (
        f"import sys; sys.argv = ['erqi', *{words!r}]\n"
        "from erqi_cli.cli import erqi\n"
        "try: erqi(prog_name='erqi')\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_help_imports_nothing_heavy():
    """`erqi --help` stays at click's own cost.

    If this fails, an import at the top of a module under `erqi_cli/cli` pulls in the reader or a writer. Import it
    inside the command that needs it: every start of the program, and every press of Tab, would pay for it.
    """
    heavy = {
        "pydantic",
        "pydantic_core",
        "yaml",
        "rich",
        "decimal",
        "erqi_cli.readers",
        "erqi_cli.calc",
        "dataclasses",
    }
    assert loaded_by(["--help"]) & heavy == set()
    assert loaded_by(["project", "--help"]) & heavy == set()


def test_machine_formats_never_import_rich_or_the_model_machinery():
    """JSON, CSV and `erqi get` need neither rich nor pydantic's classes.

    `pydantic_core` validates; the package `pydantic` itself, with the plugins that it looks for, is for `erqi schema`.
    """
    for words in (
        ["get", "gdp.projected"],
        ["project", "--format", "json"],
        ["project", "--format", "csv"],
    ):
        assert (
            loaded_by(words) & {"rich", "pydantic", "importlib.metadata", "pathlib", "difflib"}
            == set()
        )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_small_and_say_what_they_own(path):
    """Every module opens with what it owns, stays within 400 lines, and its functions within 40."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert text.count("\n") <= 400
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name


def test_every_test_states_its_fact():
    """Each test has a docstring: the fact that it proves."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


def codes_in_source():
    found = set()
    for path in MODULES:
        if "catalog" not in path.parts:
            found |= set(re.findall(r'"(E[1-9][0-9]{2})"', path.read_text("utf-8")))
    return found


def test_every_code_is_in_the_catalogue_and_used():
    """No error code is without texts, and no text without use."""
    assert codes_in_source() == set(CATALOG)


def test_no_retired_code_is_used_again():
    """A code that went out of use has no texts, and no other meaning."""
    assert set(CATALOG) & RETIRED == set()


@pytest.mark.parametrize("code", CATALOG)
def test_texts_of_a_code_are_complete_in_both_languages(code):
    """Message, remedy and explanation exist in Chinese and English, with the same values to fill."""
    assert code[:2] in FAMILIES
    for text in CATALOG[code]:
        assert re.search(r"[\u4e00-\u9fff]", text.zh) or text.zh == "{reason}"
        assert not re.search(r"[\u4e00-\u9fff]{3}", text.en)
        names = [
            {name for _, name, _, _ in string.Formatter().parse(words) if name} for words in text
        ]
        assert names[0] == names[1]


def test_every_code_can_be_explained(erqi):
    """`erqi explain CODE` tells more about every code, in both languages."""
    for code in CATALOG:
        for lang in ("zh", "en"):
            done = erqi("explain", code, "--lang", lang)
            assert (done.code, CATALOG[code].more.pick(lang)[:20] in done.out) == (0, True)
    row = erqi("explain", "e203", "--format", "json").json["rows"][0]
    assert (row["code"], row["exit_code"]) == ("E203", 3)


def test_run_time_packages_are_four():
    """Exactly click, pydantic, rich and pyyaml are needed to run."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert sorted(re.split("[>=]", name)[0] for name in project["dependencies"]) == [
        "click",
        "pydantic",
        "pyyaml",
        "rich",
    ]


def test_top_level_is_as_agreed():
    """Nothing stands at the top level but the agreed names, and what is built or hidden."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    if not listed:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in listed}
    assert {name for name in top if not name.startswith(".")} == {
        "LICENSE",
        "README.md",
        "data",
        "erqi_cli",
        "pyproject.toml",
        "tests",
    }
