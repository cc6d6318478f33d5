"""Holds erqi against what a user would pick instead, on the same small task, where that is installed.

A tool is looked for beside the Python that runs this, then in the folder that ERQI_RIVALS names, then on PATH.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import erqi, measured

ROOT = Path(__file__).resolve().parents[2]
PANDAS = """
import sys, pandas
rows = pandas.read_csv(sys.argv[1])
rows["projected"] = rows["value"] * (1 + rows["growth"] / 100)
rows["increase"] = rows["projected"] - rows["value"]
rows.to_csv(sys.stdout, index=False)
"""
SQL = "select id, value, growth, value * (1 + growth / 100.0) as projected from bases"
JOURNAL = """~ yearly from 2017-01-01 to 2018-01-01
    investment:{id}  {value}
    plan

2017-09-30 observed
    investment:{id}  {value}
    plan
"""


def found(name):
    """Return where a tool is, or None."""
    folders = [str(Path(sys.executable).parent), os.environ.get("ERQI_RIVALS", "")]
    return shutil.which(name, path=os.pathsep.join(filter(None, folders))) or shutil.which(name)


def python_with(package):
    """Return a Python that has a package, or None."""
    for folder in (Path(sys.executable).parent, Path(os.environ.get("ERQI_RIVALS", "."))):
        python = folder / "python"
        if (
            python.exists()
            and not subprocess.run(
                [python, "-c", f"import {package}"], capture_output=True, check=False
            ).returncode
        ):
            return str(python)
    return None


def inputs(folder):
    """Write the shipped plan's indicators as a CSV, its schema, and its investments as a journal."""
    done = subprocess.run(erqi("project", "--format", "json"), capture_output=True, check=True)
    rows = [row for row in json.loads(done.stdout)["rows"] if row["baseline"]]
    bases, schema, journal = (
        folder / name for name in ("bases.csv", "schema.json", "budget.journal")
    )
    bases.write_text(
        "id,value,growth\n"
        + "".join(
            f"{row['id']},{row['baseline']['value']},{row['growth_percent']}\n" for row in rows
        )
    )
    schema.write_bytes(subprocess.run(erqi("schema"), capture_output=True, check=True).stdout)
    journal.write_text(
        "\n".join(JOURNAL.format(id=row["id"], value=row["baseline"]["value"]) for row in rows)
    )
    return bases, schema, journal


def tasks(folder):
    """Yield each task: what it is, our command, the other tool's name, and its command or None where it is not installed."""
    bases, schema, journal = inputs(folder)
    plan, project = ROOT / "data" / "targets.yaml", erqi("project", "--format", "csv")
    python, sqlite, checker = (
        python_with("pandas"),
        found("sqlite-utils"),
        found("check-jsonschema"),
    )
    miller, hledger = found("mlr"), found("hledger")
    yield (
        "project the plan year",
        project,
        "a pandas script",
        python and [python, "-c", PANDAS, str(bases)],
    )
    yield (
        "project the plan year",
        project,
        "sqlite-utils memory",
        sqlite and [sqlite, "memory", str(bases), SQL, "--csv"],
    )
    formula = "$projected = $value * (1 + $growth / 100)"
    yield (
        "project the plan year",
        project,
        "Miller",
        miller and [miller, "--icsv", "--ocsv", "put", formula, str(bases)],
    )
    command = [checker, "--schemafile", str(schema), str(plan)] if checker else None
    yield "check the plan file", erqi("check", str(plan)), "check-jsonschema", command
    command = (
        [hledger, "-f", str(journal), "balance", "--budget", "investment"] if hledger else None
    )
    yield "follow the year", erqi("track", "--format", "csv"), "hledger balance --budget", command


def rivals(rounds):
    """Print our processor time and peak memory as ratios to the other tool's, the median of the pairs."""
    print(
        f"beside what a user would pick instead (ours to theirs, median of {rounds} pairs; below 1 is quicker or smaller)"
    )
    with tempfile.TemporaryDirectory() as folder:
        for what, ours, name, theirs in tasks(Path(folder)):
            if theirs is None:
                print(f"  {what:24} {name:26} not installed here")
                continue
            pairs = [(measured(ours), measured(theirs)) for _ in range(rounds + 1)][1:]
            time = statistics.median(mine.cpu / other.cpu for mine, other in pairs)
            memory = statistics.median(mine.peak / other.peak for mine, other in pairs)
            print(f"  {what:24} {name:26} processor time {time:5.2f}   memory {memory:5.2f}")
