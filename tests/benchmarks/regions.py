"""Benchmarks `erqi project` over base values by region, beside Miller and a plain script in Python doing the same sums."""

import csv
import filecmp
import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import ONE_CORE, erqi, measured

COUNTIES = 2850
IDS = [
    "gdp",
    "budget-revenue",
    "industry-value-added",
    "fixed-asset-investment",
    "retail-sales",
    "trade",
    "foreign-investment",
    "urban-income",
    "rural-income",
]
OWN = ("region", "baseline_year", "baseline_value", "projected_year", "projected_value", "increase")
"""The columns that differ from row to row; those of an indicator come from a table of nine rows."""
SUMS = (
    "$projected_year = $baseline_year + 1;"
    "$projected_value = $baseline_value * $factor;"
    "$increase = $projected_value - $baseline_value"
)
MEMORY = 500
"""How many MiB a run may take."""
MILLER = 1
"""How many times Miller's time a run over all rows may take."""
SCRIPTED = "a plain script"
SCRIPT = """
import csv, sys
from decimal import Decimal
table = {row["id"]: row for row in csv.DictReader(open(sys.argv[2], encoding="utf-8", newline=""))}
columns = sys.argv[3].split(",")
plain = lambda number: format(number.normalize(), "f")
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""))
write = csv.DictWriter(sys.stdout, columns, extrasaction="ignore", lineterminator="\\n")
write.writeheader()
for row in rows:
    value = Decimal(row["baseline_value"])
    projected = value * Decimal(table[row["id"]]["factor"])
    row |= table[row["id"]]
    row |= {"projected_year": int(row["baseline_year"]) + 1, "baseline_value": plain(value)}
    row |= {"projected_value": plain(projected), "increase": plain(projected - value)}
    write.writerow(row)
"""


def counties(path, count):
    """Write so many base values: every county, nine indicators, one year after the other."""
    chance, written, year = random.Random(2016), 0, 1950  # noqa: S311 -- made-up figures, the same in each run
    with path.open("w", encoding="utf-8") as stream:
        stream.write("region,id,baseline_year,baseline_value\n")
        while written < count:
            of_year = min(COUNTIES * len(IDS), count - written)
            stream.writelines(
                f"县{n // len(IDS):04},{IDS[n % len(IDS)]},{year},{chance.randint(100, 99_999_999) / 100}\n"
                for n in range(of_year)
            )
            written, year = written + of_year, year + 1


def constants(folder, source):
    """Write what each indicator adds to its rows, with its factor, as the program itself says; return the columns in order."""
    one = Path(folder, "one.csv")
    measured(erqi("project", "--from", str(source), "--format", "csv"), one)
    with one.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = [row for row, _ in zip(reader, IDS, strict=False)]
    kept = [name for name in rows[0] if name not in OWN]
    with Path(folder, "table.csv").open("w", encoding="utf-8", newline="") as stream:
        write = csv.writer(stream, lineterminator="\n")
        write.writerow([*kept, "factor"])
        write.writerows(
            [*(row[name] for name in kept), 1 + int(row["growth_percent"]) / 100] for row in rows
        )
    return list(rows[0])


def regions(rounds, rows=1_000_000):
    """Print rows per second, peak memory, and the ratios of time to Miller's and to the script's."""
    print(
        "erqi project --from counties.csv, each process whole and on one core; ratios of elapsed and of processor time"
    )
    if not shutil.which("mlr"):
        print("  Miller (mlr) is not installed here and is left out")
    with tempfile.TemporaryDirectory() as folder:
        for count in (rows // 10, rows):
            path, table = Path(folder, f"from-{count}.csv"), Path(folder, "table.csv")
            counties(path, count)
            columns = constants(folder, path)
            ours = [*ONE_CORE, *erqi("project", "--from", str(path), "--format", "csv")]
            miller = [
                "mlr",
                "--icsv",
                "--ocsv",
                "join",
                "-j",
                "id",
                "-f",
                str(table),
                "then",
                "put",
                SUMS,
            ]
            others = {
                SCRIPTED: [sys.executable, "-c", SCRIPT, str(path), str(table), ",".join(columns)]
            }
            if shutil.which("mlr"):
                wanted = f" (at most {MILLER} is wanted)" if count == rows else ""
                others[f"Miller{wanted}"] = [
                    *miller,
                    "then",
                    "cut",
                    "-x",
                    "-f",
                    "factor",
                    str(path),
                ]
            compare(
                count,
                ours,
                {name: [*ONE_CORE, *command] for name, command in others.items()},
                rounds,
                folder,
            )


def compare(count, ours, others, rounds, folder):
    """Run each command in turn, and print ours, then the others."""
    output = Path(folder, "ours.csv"), Path(folder, "theirs.csv")
    runs = [
        (
            measured(ours, output[0]),
            {name: measured(one, output[1]) for name, one in others.items()},
        )
        for _ in range(rounds)
    ]
    mine = [run for run, _ in runs]
    print(
        f"  {count:9,} rows   {count / min(run.wall for run in mine):9,.0f} rows a second   "
        f"{max(run.peak for run in mine):4.0f} MiB at the peak (at most {MEMORY} is wanted)"
    )
    for name in others:
        theirs = [run[name] for _, run in runs]
        wall, cpu = (
            statistics.median(
                getattr(own, kind) / getattr(other, kind)
                for own, other in zip(mine, theirs, strict=True)
            )
            for kind in ("wall", "cpu")
        )
        speed, peak = count / min(run.wall for run in theirs), max(run.peak for run in theirs)
        print(
            f"    to {name:33}   {wall:4.2f} elapsed   {cpu:4.2f} processor   ({speed:9,.0f} rows a second, {peak:4.0f} MiB)"
        )
    measured(others[SCRIPTED], output[1])
    if not filecmp.cmp(
        *output, shallow=False
    ):  # read in pieces: a child's peak counts what its parent holds
        raise SystemExit("the plain script comes to other figures")
