"""Prints what a start costs and how loading grows, as ratios; never a test, for machines differ and are noisy.

Run it with the Python that erqi is installed for: `python tests/benchmarks/run.py [PAIRS]`. Each command is run in turn with
its floor, the process that imports what the command cannot do without; the figure is the median of the pairs'
ratios of processor time, and beside it stands where the rest goes, in the same measure.
"""

import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).resolve().parents[2])
)  # run as a script, it finds its neighbours from the checkout

from tests.benchmarks.measuring import erqi, imported, measured
from tests.benchmarks.regions import regions
from tests.benchmarks.rivals import rivals

FLOOR = "import click, yaml; from pydantic import BaseModel"
STARTS = [
    ("erqi --help", ["--help"], "import click"),
    ("erqi get gdp.projected", ["get", "gdp.projected"], FLOOR),
    ("erqi project --format json", ["project", "--format", "json"], FLOOR),
    ("erqi track --format json", ["track", "--format", "json"], FLOOR + "; import csv"),
    ("erqi report (html)", ["report", "--format", "html"], FLOOR + "; import jinja2"),
    ("erqi project (table)", ["project"], FLOOR + "; import rich.console, rich.table"),
]
ALLOWED = 1.25


def starts(pairs):
    """Print each command's start against the floor of its imports."""
    print(
        f"start, ratio of processor time to its floor (median of {pairs} pairs; at most {ALLOWED} is wanted)"
    )
    for name, words, floor in STARTS:
        command, least = erqi(*words), [sys.executable, "-c", floor]
        measured(command)
        measured(least)
        ratios = [measured(command).cpu / measured(least).cpu for _ in range(pairs)]
        ratio = statistics.median(ratios)
        print(f"  {name:30} {ratio:5.2f}   over: {floor}")
        print(f"  {'':36}  of it {', '.join(shares(words, floor))}")


def shares(words, floor, rounds=5):
    """Return in words where a command's time goes: what its floor imports, its own modules, further libraries, and the rest."""
    run = f"import sys; sys.argv = {['erqi', *words]!r}; from erqi_cli.__main__ import main; main()"
    least, _ = imported(floor)
    found = []
    for _ in range(rounds):
        whole, used = imported(run)
        own = sum(cost for name, cost in whole.items() if name.startswith("erqi_cli"))
        others = sum(
            cost
            for name, cost in whole.items()
            if name not in least and not name.startswith("erqi_cli")
        )
        base = sum(whole.values()) - own - others
        found.append([part / used for part in (base, own, others, used - base - own - others)])
    names = (
        "the floor's libraries",
        "its own modules",
        "further libraries",
        "Python itself and the work",
    )
    return [
        f"{name} {statistics.median(part):.0%}"
        for name, part in zip(names, zip(*found, strict=True), strict=True)
    ]


def plan_of(count):
    """Return a plan of this many indicators as text."""
    head = (
        "id: large-2017\nname: 大\ndistrict: 大\nbase_year: 2016\nplan_year: 2017\ndocument: r\n"
        "sources:\n  - {id: r, title: 报告, publisher: 区政府}\nindicators:\n"
    )
    one = "  - {{id: i-{0}, name: 指标{0}, unit: 亿元, price_basis: current, growth: 8.{1}%, phrases: [增长]}}\n"
    seen = "  - {{target: i-{0}, period: 2016, value: {0}.5, status: P, source: r}}\n"
    rows = "".join(one.format(n, n % 9 + 1) for n in range(1, count + 1))
    return head + rows + "observations:\n" + "".join(seen.format(n) for n in range(1, count + 1))


def growth(rounds):
    """Print how loading and projecting grow from 100 to 20,000 indicators, of which a plan can hardly hold more."""
    print("loading and projecting as CSV, beyond the start of the shipped plan")
    with tempfile.TemporaryDirectory() as folder:
        start = min(measured(erqi("project", "--format", "csv")).cpu for _ in range(rounds))
        used = {}
        for count in (100, 1_000, 10_000, 20_000):
            path = Path(folder, f"{count}.yaml")
            path.write_text(plan_of(count), "utf-8")
            runs = [
                measured(erqi("project", "--plan", str(path), "--format", "csv"))
                for _ in range(rounds)
            ]
            used[count] = max(min(run.cpu for run in runs) - start, 0)
            size, peak = path.stat().st_size / 1e6, max(run.peak for run in runs)
            print(
                f"  {count:6,} indicators   {size:4.1f} MB   {used[count]:6.2f} s   {peak:4.0f} MiB at the peak"
            )
    print(
        f"  time of 10,000 to 1,000: {used[10_000] / used[1_000]:.1f}; of 20,000 to 10,000: {used[20_000] / used[10_000]:.1f}"
    )


READ = (
    "import csv, sys\nfor row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')): pass"
)
LEDGER_ALLOWED = 12


def ledger_of(path, count):
    """Write a ledger of so many rows: daily figures of many years and targets, a vintage to each."""
    amounts = (
        "projects.annual-investment",
        "ecology.annual-investment",
        "opening.funds-in-place",
        "urbanisation.back-streets",
    )
    growths = ("gdp", "budget-revenue", "fixed-asset-investment", "retail-sales")
    day, written, wait = date(1980, 1, 2), 0, 20
    with path.open("w", encoding="utf-8") as stream:
        stream.write("target,period,value,growth,status,published,source,note\n")
        while written < count:
            published, tenth = day + timedelta(wait), day.toordinal() % 150
            for name in (*amounts, *growths):
                growth = f"{tenth / 10}%" if name in growths else ""
                stream.write(f"{name},{day},{tenth + 1},{growth},P,{published},统计局,\n")
            written += len(amounts) + len(growths)
            day = day + timedelta(1)
            if day.day == 1:
                day = day + timedelta(1)  # a cumulative figure of a month's first day is refused
            if day.year > 2150:
                day, wait = date(1980, 1, 2), wait + 30  # a later vintage of the same days


def ledger(rounds, rows=300_000):
    """Print how fast a large ledger is followed, beside Python's csv module, and that its memory does not grow."""
    print(
        f"erqi track over a ledger, beside Python's csv module reading the same file (at most {LEDGER_ALLOWED} is wanted)"
    )
    with tempfile.TemporaryDirectory() as folder:
        start = min(measured(erqi("track", "--format", "json")).cpu for _ in range(rounds))
        floor = min(measured([sys.executable, "-c", "import csv"]).cpu for _ in range(rounds))
        for count in (rows // 10, rows):
            path = Path(folder, f"{count}.csv")
            ledger_of(path, count)
            command = erqi("track", "--format", "json", "--ledger", str(path))
            pairs = [
                (measured(command), measured([sys.executable, "-c", READ, str(path)]))
                for _ in range(rounds)
            ]
            ratio = statistics.median(
                (ours.cpu - start) / (theirs.cpu - floor) for ours, theirs in pairs
            )
            seconds, memory = (
                min(ours.cpu for ours, _ in pairs),
                max(ours.peak for ours, _ in pairs),
            )
            speed = count / max(seconds - start, 1e-9)
            plain = count / max(min(theirs.cpu for _, theirs in pairs) - floor, 1e-9)
            told = f"{speed:9,.0f} rows a second, csv module {plain:9,.0f}"
            print(
                f"  {count:9,} rows   ratio {ratio:4.2f}   {told}   {memory:4.0f} MiB at the peak"
            )


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    starts(wanted)
    growth(max(wanted // 3, 3))  # the time of a few indicators is small beside the start
    ledger(max(wanted // 3, 1))
    regions(max(wanted // 5, 1))
    rivals(max(wanted // 2, 1))
