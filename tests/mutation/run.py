"""Mutation testing of the calculations and of the readers: how many small changes to the code the tests notice.

Run it with the Python that erqi and the group `mutation` are installed for: `python tests/mutation/run.py [--module calc]
[--sample N --seed S]`. The checkout is copied and the copy is changed, one mutant at a time, by cosmic-ray; each mutant
is tried with the test files that matter to it, in seeded order. What was tried already is in the file that --progress
names, so a run that was stopped goes on. The result is written beside this file: counts by module, and the mutants
that no test noticed, each with the reason that was given for it by hand.
"""

import argparse
import ast
import csv
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from compileall import compile_dir
from datetime import UTC, datetime
from difflib import ndiff
from importlib import import_module
from pathlib import Path
from py_compile import PycInvalidationMode

import pytest

WARM = ("click.testing", "hypothesis.strategies", "pydantic_core", "rich.table", "yaml")
"""What every mutant's tests import, and none of them changes."""
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLLOWED = ("test_calculation.py", "test_tracking.py", "test_readme.py")
PROJECTED = ("test_calculation.py", "test_projection.py", "test_numbers.py", "test_readme.py", "test_commands.py")
TABLES = ("test_readers.py", "test_base_values.py", "test_ledger.py", "test_record.py")
TESTS = {
    "calc/growth.py": FOLLOWED,
    "calc/interface.py": PROJECTED,
    "calc/numbers.py": (*PROJECTED, "test_tracking.py"),
    "calc/pace.py": FOLLOWED,
    "calc/projection.py": PROJECTED,
    "calc/ratios.py": PROJECTED,
    "calc/reports.py": FOLLOWED,
    "calc/scenario.py": PROJECTED,
    "calc/schedule.py": FOLLOWED,
    "calc/settings.py": PROJECTED,
    "calc/solve.py": PROJECTED,
    "calc/tracking.py": FOLLOWED,
    "calc/verdict.py": FOLLOWED,
    "plan/base_values.py": TABLES,
    "plan/csvfile.py": TABLES,
    "plan/files.py": ("test_readers.py", "test_base_values.py", "test_reading.py"),
    "plan/kept.py": TABLES,
    "plan/ledger.py": TABLES,
    "plan/observed.py": ("test_readers.py", "test_tracking.py", *TABLES[1:]),
    "plan/period.py": ("test_readers.py", "test_tracking.py", *TABLES[1:]),
    "plan/quantity.py": ("test_readers.py", "test_numbers.py", *TABLES[1:]),
    "plan/tree.py": ("test_readers.py", "test_reading.py"),
    "plan/values.py": ("test_readers.py", "test_numbers.py", "test_reading.py", *TABLES[1:]),
}
"""Which test files are to notice a change to which module, the quickest first; those of properties take too long."""
SLOW = (
    "not at_once and not killed and not terminat and not usage and not completed and not completion_is and not completion_of_a and not help and not gigabytes"
    " and not explain_of_every and not throughout and not deeply"
)
"""Tests of many processes say nothing about a calculation and would take minutes for each mutant."""
REPLACED = frozenset(
    [
        "Eq_NotEq",
        "NotEq_Eq",
        "Lt_LtE",
        "Lt_GtE",
        "LtE_Lt",
        "LtE_Gt",
        "Gt_GtE",
        "Gt_LtE",
        "GtE_Gt",
        "GtE_Lt",
        "Is_IsNot",
        "IsNot_Is",
        "In_NotIn",
        "NotIn_In",
        "Add_Sub",
        "Sub_Add",
        "Mul_FloorDiv",
        "FloorDiv_Mul",
        "Div_Mul",
        "Mod_Mul",
        "Pow_Mul",
        "LShift_RShift",
        "RShift_LShift",
        "BitOr_BitAnd",
        "BitAnd_BitOr",
        "USub_UAdd",
        "Delete_USub",
        "Delete_Not",
    ]
)
"""The operators that are replaced, and by what: the bound and the opposite; others would only make errors of type."""
LEAST_TIMEOUT, BROKEN = 40, 70
SCORES, SURVIVORS = HERE / "scores.csv", HERE / "survivors.csv"
SKIPPED_DIRECTORIES = shutil.ignore_patterns(".git", ".venv*", "*_cache", ".hypothesis", "fuzz-findings")


def mutants(module, source):
    """Return the mutants of a module that say something about its tests."""
    from cosmic_ray.commands.init import _all_work_items

    spans = list(_passed_over(ast.parse(source.read_text("utf-8"))))
    found = [item.mutations[0] for item in _all_work_items([source], {})]
    outside = (one for one in found if not any(low <= one.start_pos and one.end_pos <= high for low, high in spans))
    return [(module, one) for one in outside if _is_meant(one)]


def _is_meant(mutation):
    """Tell whether a mutant is one of those that are wanted."""
    kind, _, change = mutation.operator_name.partition("_")
    return change in REPLACED or not kind.endswith("Operator")


def _passed_over(tree):
    """Yield the spans of annotations, aliases of types, imports and asserts: a change there says nothing about the tests."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
            yield _span(node)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                yield _span(part)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield _span(node)
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp) and "|" in ast.unparse(node.value):
            yield _span(node)


def _span(node):
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def tried(module, copy, seconds):
    """Run the tests of a module in a child of this process, which has what they import; return their exit code, None if late.

    A start of Python, pytest and hypothesis for each mutant would take longer than most mutants live.
    """
    files = [f"tests/{name}" for name in TESTS[module] if (copy / "tests" / name).exists()]
    options = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:cov", "--hypothesis-seed=0", "-k", SLOW]
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            os.setsid()
            nothing = os.open(os.devnull, os.O_RDWR)
            for descriptor in range(3):
                os.dup2(nothing, descriptor)
            code = int(pytest.main([*options, *files]))
        finally:
            os._exit(code)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def prepare(folder):
    """Copy the checkout; return the copy, with everything compiled so that a mutant's run starts quickly."""
    copy = Path(folder, "copy")
    shutil.copytree(ROOT, copy, ignore=SKIPPED_DIRECTORIES)
    if (ROOT.parent / "shared").exists():
        Path(folder, "shared").symlink_to((ROOT.parent / "shared").resolve())
    # by hash, for a mutant that is written in the same second and has the same size would else not be compiled anew
    compile_dir(copy / "erqi_cli", quiet=1, force=True, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return copy


def baseline(module, copy):
    """Return how many seconds the tests of a module take without a mutant; exit where they do not pass."""
    began = time.monotonic()
    if tried(module, copy, 3600) != 0:
        sys.exit(f"the tests of {module} do not pass without a mutant: {' '.join(TESTS[module])}")
    return time.monotonic() - began


def attempt(module, mutation, copy, seconds):
    """Try one mutant; return what came of it as a row of the progress file."""
    from cosmic_ray.mutating import use_mutation
    from cosmic_ray.plugins import get_operator

    began, code = time.monotonic(), 0
    source = copy / "erqi_cli" / module
    with use_mutation(source, get_operator(mutation.operator_name)(), mutation.occurrence) as (original, mutated):
        sound = mutated is not None and _parses(mutated)
        if sound:
            code = tried(module, copy, max(LEAST_TIMEOUT, 4 * seconds))
    changed = [line for line in ndiff(original.split("\n"), (mutated or original).split("\n")) if line[:2] in ("+ ", "- ")]
    before, after = (" ".join(line[2:].strip() for line in changed if line[0] == sign) for sign in "-+")
    return {
        **identity(module, mutation),
        "outcome": ("survived" if code == 0 else "killed") if sound else "none",
        "line": mutation.start_pos[0],
        "function": mutation.definition_name or "",
        "before": before,
        "after": after,
        "seconds": round(time.monotonic() - began, 1),
    }


def _parses(code):
    """Tell whether a mutant is Python: cosmic-ray takes the `*` between parameters for a product."""
    try:
        return bool(ast.parse(code))
    except SyntaxError:
        return False


def identity(module, mutation):
    """Return what tells a mutant from every other of the same code."""
    return {"module": module, "operator": mutation.operator_name, "occurrence": mutation.occurrence}


def chosen(names, copy, sample, seed):
    """Return the mutants to try, in an order that the seed gives, so that any part of the run is a fair sample."""
    found = [one for name in names for one in mutants(name, copy / "erqi_cli" / name)]
    random.Random(seed).shuffle(found)  # noqa: S311 -- a sample, no secret
    return found if sample is None else found[:sample]


def write(rows, totals, seed):
    """Write the scores by module, and the survivors with the reasons that were given for them before."""
    version = re.search(r'__version__ = "(.+?)"', (ROOT / "erqi_cli" / "__init__.py").read_text("utf-8"))[1]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    known = {}
    if SURVIVORS.exists():
        with SURVIVORS.open(encoding="utf-8", newline="") as stream:
            known = {_key(row): row["reason"] for row in csv.DictReader(stream)}
    tried = Counter(row["module"] for row in rows)
    survived = Counter(row["module"] for row in rows if row["outcome"] == "survived")
    with SCORES.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["module", "mutants", "tried", "killed", "survived", "score", "date", "version", "commit", "seed"])
        about = [datetime.now(UTC).date().isoformat(), version, commit.stdout.strip(), seed]
        for name in [*totals, "all"]:
            of, all_tried, left = (
                (table.total() if name == "all" else table[name]) for table in (Counter(totals), tried, survived)
            )
            score = f"{100 * (all_tried - left) / all_tried:.1f}%" if all_tried else ""
            writer.writerow([name, of, all_tried, all_tried - left, left, score, *about])
    columns = ["module", "function", "before", "after", "reason"]
    left = sorted((row for row in rows if row["outcome"] == "survived"), key=lambda row: (row["module"], row["line"]))
    with SURVIVORS.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "reason": known.get(_key(row), "")} for row in left)
    print(SCORES.read_text("utf-8"))


def _key(row):
    return tuple(row[name] for name in ("module", "function", "before", "after"))


def asked():
    """Return what the user asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--module", action="append", help="calc, plan or one file such as calc/pace.py; else all")
    parser.add_argument("--sample", type=int, help="try only so many, drawn at random; else every one")
    parser.add_argument("--seed", type=int, default=2017)
    parser.add_argument("--progress", type=Path, default=Path(tempfile.gettempdir(), "erqi-mutants.jsonl"))
    parser.add_argument(
        "--survivors", action="store_true", help="of those tried before try only the survivors again, and no new ones"
    )
    parser.add_argument("--report", action="store_true", help="try none, and write the result of what was tried before")
    return parser.parse_args()


def try_all(wanted, copy, done, progress):
    """Try the mutants that were not tried yet, and note each in the file of the progress."""
    apart = {TESTS[module]: module for module, _ in wanted}
    seconds = {files: baseline(module, copy) for files, module in apart.items()}
    print(f"{len(wanted)} mutants; the tests take {max(seconds.values(), default=0):.0f} s", flush=True)
    with progress.open("a", encoding="utf-8") as stream:
        for number, (module, mutation) in enumerate(wanted, start=1):
            key = tuple(identity(module, mutation).values())
            if key not in done:
                done[key] = attempt(module, mutation, copy, seconds[TESTS[module]])
                stream.write(json.dumps(done[key], ensure_ascii=False) + "\n")
                stream.flush()
            if number % 50 == 0:
                print(f"{number} of {len(wanted)}", flush=True)


def main():
    """Try the mutants that are asked for and write the result."""
    import cosmic_ray.plugins

    sys.path[:0] = [str(HERE)]
    from operators import Provider

    cosmic_ray.plugins.OPERATOR_PROVIDERS["erqi"] = Provider()
    for name in WARM:
        import_module(name)
    wish = asked()
    names = [name for name in TESTS if not wish.module or any(name.startswith(part) for part in wish.module)]
    rows = [json.loads(line) for line in wish.progress.read_text("utf-8").splitlines()] if wish.progress.exists() else []
    done = {tuple(row[part] for part in ("module", "operator", "occurrence")): row for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        copy = prepare(folder)
        os.chdir(copy)
        sys.path[:0] = [str(copy)]
        every = chosen(names, copy, wish.sample, wish.seed)
        keys = {tuple(identity(module, mutation).values()): (module, mutation) for module, mutation in every}
        if wish.survivors:
            keys = {key: one for key, one in keys.items() if key in done}
            done = {key: row for key, row in done.items() if row["outcome"] != "survived"}
        if not wish.report:
            try_all(list(keys.values()), copy, done, wish.progress)
        totals = {name: len(mutants(name, copy / "erqi_cli" / name)) for name in names}
    write([row for key, row in done.items() if key in keys and row["outcome"] != "none"], totals, wish.seed)


if __name__ == "__main__":
    main()
