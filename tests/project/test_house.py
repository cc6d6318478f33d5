"""How readable the code is, measured: density, complexity, sizes, folders; the figures stand in the summary of a run."""

import ast
from collections import Counter
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "erqi_cli"
LIMITS = {
    "nodes a line": 7.0,
    "longest line": 100,
    "complexity of a function": 12,
    "lines of a function": 40,
    "lines of a module": 400,
    "modules in a folder": 12,
    "assert statements": 0,
    "fields read by subscript": 0,
}
"""What the code may come to; a function's complexity counts branches, conditions and the clauses of comprehensions."""
COMMANDS = "cli/commands"
"""The folder with one module for each command, which may hold more."""
ROW_NAMES = ("row", "record")
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.match_case, ast.Assert)


class Figure(NamedTuple):
    """One measured value, and where it was found."""

    value: float
    place: str


class Module(NamedTuple):
    """A parsed module of the package, by its path below the package."""

    path: str
    folder: str
    lines: list[str]
    tree: ast.Module


def modules():
    """Return every module of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        place = path.relative_to(PACKAGE)
        found.append(
            Module(place.as_posix(), place.parent.as_posix(), text.splitlines(), ast.parse(text))
        )
    return found


def functions(module):
    """Return the functions of a module."""
    return [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def complexity(function):
    """Return how many ways lead through a function, and how many conditions stand in it."""
    total = 1
    for node in ast.walk(function):
        if isinstance(node, BRANCHES):
            total += 1
        elif isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            total += 1 + len(node.ifs)
    return total


def density(found):
    """Return the nodes of the syntax trees for each line that is neither blank nor a comment."""
    nodes = lines = 0
    for module in found:
        nodes += sum(1 for _ in ast.walk(module.tree))
        lines += sum(
            1 for line in module.lines if line.strip() and not line.strip().startswith("#")
        )
    return round(nodes / lines, 2)


def is_field_by_subscript(node):
    """Tell whether a node reads a field of a row as a key."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Name):
        return False
    is_key = isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)
    return is_key and node.value.id in ROW_NAMES


def count(found, is_counted):
    """Return how many nodes of all modules are counted."""
    return sum(1 for module in found for node in ast.walk(module.tree) if is_counted(node))


def measure(found):
    """Return the worst figure of each limit."""
    lengths, complexities, sizes = [], [], []
    for module in found:
        lengths.append(Figure(max(map(len, module.lines), default=0), module.path))
        for function in functions(module):
            place = f"{module.path}: {function.name}"
            complexities.append(Figure(complexity(function), place))
            sizes.append(Figure(function.end_lineno - function.lineno + 1, place))
    folders = Counter(module.folder for module in found if not module.path.endswith("__init__.py"))
    del folders[COMMANDS]
    folder, most = folders.most_common(1)[0]
    return {
        "nodes a line": Figure(density(found), "the package"),
        "longest line": max(lengths),
        "complexity of a function": max(complexities),
        "lines of a function": max(sizes),
        "lines of a module": max(Figure(len(module.lines), module.path) for module in found),
        "modules in a folder": Figure(most, folder),
        "assert statements": Figure(
            count(found, lambda node: isinstance(node, ast.Assert)), "the package"
        ),
        "fields read by subscript": Figure(count(found, is_field_by_subscript), "the package"),
    }


@pytest.fixture(scope="module")
def figures():
    return measure(modules())


@pytest.mark.parametrize("name", LIMITS)
def test_the_code_stays_within_its_limits(figures, name, record_property):
    """No figure of the package is above its limit, so that a newcomer can read every function."""
    value, place = figures[name]
    record_property("counted", f"house: {name} {value} (limit {LIMITS[name]}), {place}")
    assert value <= LIMITS[name], place


def test_the_measure_counts_what_it_says():
    """A function with a loop, two conditions and a comprehension has a complexity of six."""
    source = (
        "def f(x):\n    for y in x:\n        if y and x or y:\n            return [z for z in x]\n"
    )
    (function,) = ast.parse(source).body
    assert complexity(function) == 6
    assert is_field_by_subscript(ast.parse("row['unit']").body[0].value)
    assert not is_field_by_subscript(ast.parse("cells['unit']").body[0].value)
