"""Mutation testing of the calculations and of the readers: how many small changes to the code the tests notice.

Run it with the Python that erqi and the groups `test` and `mutation` are installed for: `python tests/mutation/run.py
[--module calc] [--sample N --seed S]`. The checkout is copied and the copy is changed, one mutant at a time, by
cosmic-ray; each mutant is tried with the tests that run the changed function, the quickest first. The mutants come in
seeded order. What was tried already is in the file that --progress names, so a run that was stopped goes on. The result is written beside this file: counts by module, and the mutants
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

from covering import Covering, function_at

WARM = ("click.testing", "hypothesis.strategies", "pydantic_core", "rich.table", "yaml")
"""What every mutant's tests import, and none of them changes."""
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LAYERS = ("calc", "domain", "parsing", "readers")
"""The folders of the package whose modules are changed."""
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
COLUMNS = (
    "module",
    "mutants",
    "tried",
    "killed",
    "survived",
    "score",
    "date",
    "version",
    "commit",
    "seed",
)
KEY = ("module", "function", "before", "after")
SCORES, SURVIVORS = HERE / "scores.csv", HERE / "survivors.csv"
SKIPPED_DIRECTORIES = shutil.ignore_patterns(
    ".git", ".venv*", "*_cache", ".hypothesis", "fuzz-findings"
)


def modules():
    """Return the modules that are changed, by their paths in the package."""
    package = ROOT / "erqi_cli"
    return [
        str(path.relative_to(package))
        for layer in LAYERS
        for path in sorted((package / layer).rglob("*.py"))
    ]


def mutants(module, source):
    """Return the mutants of a module that say something about its tests."""
    from cosmic_ray.commands.init import _all_work_items

    spans = list(_passed_over(ast.parse(source.read_text("utf-8"))))
    found = [item.mutations[0] for item in _all_work_items([source], {})]
    outside = (
        one
        for one in found
        if not any(low <= one.start_pos and one.end_pos <= high for low, high in spans)
    )
    return [(module, one) for one in outside if _is_meant(one)]


def _is_meant(mutation):
    """Tell whether a mutant is one of those that are wanted."""
    kind, _, change = mutation.operator_name.partition("_")
    return change in REPLACED or not kind.endswith("Operator")


def _passed_over(tree):
    """Yield the spans of annotations, aliases of types, imports and asserts: a change there says nothing about the tests.

    That the columns given to a zip are of one length (`strict`) is an assert too.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
            yield _span(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "zip":
            yield from map(_span, node.keywords)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                yield _span(part)
        if (
            isinstance(node, ast.If)
            and isinstance(node.test, ast.Name)
            and node.test.id == "TYPE_CHECKING"
        ):
            yield _span(node)
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Subscript | ast.BinOp)
            and "|" in ast.unparse(node.value)
        ):
            yield _span(node)


def _span(node):
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def prepare(folder):
    """Copy the checkout; return the copy, with everything compiled so that a mutant's run starts quickly."""
    copy = Path(folder, "copy")
    shutil.copytree(ROOT, copy, ignore=SKIPPED_DIRECTORIES)
    if (ROOT.parent / "shared").exists():
        Path(folder, "shared").symlink_to((ROOT.parent / "shared").resolve())
    # by hash, for a mutant that is written in the same second and has the same size would else not be compiled anew
    compile_dir(
        copy / "erqi_cli", quiet=1, force=True, invalidation_mode=PycInvalidationMode.CHECKED_HASH
    )
    return copy


def attempt(module, mutation, copy, covering):
    """Try one mutant; return what came of it as a row of the progress file."""
    from cosmic_ray.mutating import use_mutation
    from cosmic_ray.plugins import get_operator

    began, code = time.monotonic(), 0
    source = copy / "erqi_cli" / module
    name = function_at(source.read_text("utf-8"), mutation.start_pos[0])
    with use_mutation(source, get_operator(mutation.operator_name)(), mutation.occurrence) as (
        original,
        mutated,
    ):
        sound = mutated is not None and _parses(mutated)
        if sound:
            code = covering.tried(module, name)
    changed = [
        line
        for line in ndiff(original.split("\n"), (mutated or original).split("\n"))
        if line[:2] in ("+ ", "- ")
    ]
    before, after = (
        " ".join(line[2:].strip() for line in changed if line[0] == sign) for sign in "-+"
    )
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
    """Write the scores by module, and the survivors with the reasons that were given for them; other modules' stay."""
    version = re.search(
        r'__version__ = "(.+?)"', (ROOT / "erqi_cli" / "__init__.py").read_text("utf-8")
    )[1]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    about = [datetime.now(UTC).date().isoformat(), version, commit.stdout.strip(), seed]
    before, known = (
        ({}, [])
        if not SCORES.exists()
        else (_table(SCORES, "module"), list(_table(SURVIVORS).values()))
    )
    scores = {name: before[name] for name in modules() if name in before}
    tried = Counter(row["module"] for row in rows)
    left = [row for row in rows if row["outcome"] == "survived"]
    survived = Counter(row["module"] for row in left)
    scores |= {
        name: _score(name, of, tried[name], survived[name], about)
        for name, of in totals.items()
        if of
    }
    sums = [
        sum(int(row[part]) for row in scores.values()) for part in ("mutants", "tried", "survived")
    ]
    with SCORES.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(scores[name] for name in modules() if name in scores)
        writer.writerow(_score("all", *sums, about))
    reasons = {_key(row): row["reason"] for row in known}
    left = [
        {**row, "reason": reasons.get(_key(row), "")}
        for row in sorted(left, key=lambda row: row["line"])
    ]
    left += [row for row in known if row["module"] in scores and row["module"] not in totals]
    with SURVIVORS.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(
            stream, (*KEY, "reason"), extrasaction="ignore", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(sorted(left, key=lambda row: row["module"]))
    print(SCORES.read_text("utf-8"))


def _table(path, key=None):
    """Return the rows of a table by one of their columns, or by their number."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row[key] if key else number: row for number, row in enumerate(csv.DictReader(stream))
        }


def _score(name, of, tried, survived, about):
    """Return one row of the scores."""
    score = f"{100 * (tried - survived) / tried:.1f}%" if tried else ""
    return dict(
        zip(COLUMNS, [name, of, tried, tried - survived, survived, score, *about], strict=True)
    )


def _key(row):
    return tuple(row[name] for name in KEY)


def asked():
    """Return what the user asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--module",
        action="append",
        help="calc, plan or one file such as calc/tracking/pace.py; else all",
    )
    parser.add_argument(
        "--sample", type=int, help="try only so many, drawn at random; else every one"
    )
    parser.add_argument("--seed", type=int, default=2017)
    parser.add_argument(
        "--seconds",
        type=float,
        help="try each mutant only with its quickest tests, which take so long together",
    )
    parser.add_argument(
        "--progress", type=Path, default=Path(tempfile.gettempdir(), "erqi-mutants.jsonl")
    )
    parser.add_argument(
        "--survivors",
        action="store_true",
        help="of those tried before try only the survivors without a reason again, and no new ones",
    )
    parser.add_argument(
        "--report",
        action="store_true",
        help="try none, and write the result of what was tried before",
    )
    return parser.parse_args()


def try_all(wanted, copy, done, wish):
    """Try the mutants that were not tried yet, and note each in the file of the progress."""
    left = [(key, one) for key, one in wanted.items() if key not in done]
    covering = Covering(copy, wish.progress.with_suffix(".tests.json"), wish.seconds)
    print(f"{len(left)} mutants to try", flush=True)
    with wish.progress.open("a", encoding="utf-8") as stream:
        for number, (key, (module, mutation)) in enumerate(left, start=1):
            done[key] = attempt(module, mutation, copy, covering)
            stream.write(json.dumps(done[key], ensure_ascii=False) + "\n")
            stream.flush()
            if number % 50 == 0:
                print(f"{number} of {len(left)}", flush=True)


def main():
    """Try the mutants that are asked for and write the result."""
    import cosmic_ray.plugins

    sys.path[:0] = [str(HERE)]
    from operators import Provider

    cosmic_ray.plugins.OPERATOR_PROVIDERS["erqi"] = Provider()
    for name in WARM:
        import_module(name)
    os.environ["ERQI_LOAD_ANEW"] = (
        "1"  # a plan that one test has read says nothing of a mutant of the reader to the next
    )
    wish = asked()
    names = [
        name
        for name in modules()
        if not wish.module or any(name.startswith(part) for part in wish.module)
    ]
    rows = (
        [json.loads(line) for line in wish.progress.read_text("utf-8").splitlines()]
        if wish.progress.exists()
        else []
    )
    done = {tuple(row[part] for part in ("module", "operator", "occurrence")): row for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        copy = prepare(folder)
        os.chdir(copy)
        sys.path[:0] = [str(copy)]
        every = chosen(names, copy, wish.sample, wish.seed)
        keys = {
            tuple(identity(module, mutation).values()): (module, mutation)
            for module, mutation in every
        }
        if wish.survivors:
            keys = {key: one for key, one in keys.items() if key in done}
            explained = {_key(row) for row in _table(SURVIVORS).values() if row["reason"]}
            done = {
                key: row
                for key, row in done.items()
                if row["outcome"] != "survived" or _key(row) in explained
            }
        if not wish.report:
            try_all(keys, copy, done, wish)
        totals = {name: len(mutants(name, copy / "erqi_cli" / name)) for name in names}
    write(
        [row for key, row in done.items() if key in keys and row["outcome"] != "none"],
        totals,
        wish.seed,
    )


if __name__ == "__main__":
    main()
