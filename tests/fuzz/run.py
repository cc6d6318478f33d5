"""Fuzzes the readers of users' files: any end other than a result or a Failure in words is a finding, and its input is kept.

Run it with the Python that erqi is installed for: `python tests/fuzz/run.py [--reader plan] [--seconds 600]`. With atheris
(`pip install --group fuzz`) inputs are grown by coverage, else hypothesis makes them from the seeds. What a reader takes
goes on through every calculation and writer. A hang over five seconds and memory over 500 MB are findings too.
"""

import argparse
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zlib import crc32

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
FILES = ROOT / "tests" / "files"
READERS = ("plan", "ledger", "base-values")
HANG, STUCK, MEMORY, LONGEST = 5, 60, 500, 4096
"""Seconds of processor time, seconds by the clock and MB that one input may take, and how many bytes it may have."""
TABLES_OF = 16
"""Tables take ten times as long as all the rest: one input of so many is written as tables too."""
TABLES = {
    "ledger": "target,period,value,growth,status,published,source,note,unit\n"
    'gdp,2017-06,260.5,8.9%,P,2017-07-20,统计局,,亿元\n重大项目年度投资,2017年1-9月,3090000万元,,终值,2017/10/12,,"两行\n备注",\n'
    "urbanisation.residents-returned,2017-06,28%,,,,,,\necology.river-chiefs,2017-05-01,已完成,,A,,,,\n"
    "gdp,2017-06,,8.7%,,2017-08-15,统计局,,\ngdp,2017-06,261,,,2017-06-30,,,\nprojects.annual-investment,2017-03-15,95,,E,,,,\n"
    "projects.annual-investment,2017-03-20,101,,,2017-04-01,,,\nprojects.annual-investment,2017-03-20,102,,,2017-05-01,,,\n"
    "gdp,2016-06,238,,A,,,,\ngdp,2016-12,520,,,2017-01-05,,,\ngdp,2016,524,,,2017-01-20,,,\n",
    "base-values": 'id,name,value,unit,source\ngdp,,"5,300,000",万元,x\n,财政收入,29.6亿元,,\ntrade,,12,亿美元,\n',
}


def seeds(reader):
    """Return what the inputs are grown from: the files of the tests, and tables in every form that spreadsheets give them."""
    if reader == "plan":
        return [path.read_bytes() for path in sorted(FILES.rglob("*.yaml"))]
    from tests.conftest import spreadsheet_forms

    found = [path.read_bytes() for path in sorted(FILES.rglob("*.csv"))]
    forms = [
        form for rows in (TABLES[reader], found[0].decode()) for form in spreadsheet_forms(rows)
    ]
    return found + [form if isinstance(form, bytes) else form.encode() for form in forms]


def words(reader):
    """Return what the grammar is made of: keys, headings, ids, units and values, each a step that bytes alone rarely take."""
    from erqi_cli.domain.units import UNITS
    from erqi_cli.parsing.ledger_row import STATUS_WORDS
    from erqi_cli.parsing.observed_value import DONE_WORDS
    from erqi_cli.readers.base_values import read as base_values
    from erqi_cli.readers.ledger import read as ledger
    from erqi_cli.readers.yaml.load import load_plan

    text = (FILES / "small.yaml").read_text("utf-8")
    keys = re.findall(r"[\w-]+: ", text) + re.findall(r"^ *- ", text, re.MULTILINE)
    odd = [
        "9%",
        "-0",
        "0.000000000001",
        "999999999999999999",
        "1e5",
        "=1",
        "\x00",
        "\ufeff",
        "\u202e",
        "％",
        "１",
        "~",
        "''",
    ]
    tables = {"ledger": ledger.HEADINGS, "base-values": base_values.HEADINGS, "plan": ()}[reader]
    ids = [one.id for one in load_plan(ROOT / "data" / "targets.yaml").indicators]
    periods = ["2017", "2017-03", "2017-03-31", "2017年1-6月", "上半年", "Mar-17", "2017/3/15"]
    own = [
        *keys,
        "&a ",
        "*a",
        "<<: ",
        "!!int ",
        "? ",
        "|\n",
        ">-\n",
        "{",
        "}",
        "[",
        "]",
        "---\n",
        "#",
    ]
    rest = [
        *tables,
        *ids,
        *STATUS_WORDS,
        *DONE_WORDS,
        ",",
        ";",
        "\t",
        '"',
        "\r",
        "\r\n",
        "sep=;\n",
        "万",
        "亿",
    ]
    return [word for word in [*(own if reader == "plan" else rest), *odd, *periods, *UNITS] if word]


def check(reader, path, *, tables=True):
    """Read one file as the program does and carry what it holds through every calculation; a Failure is put into words."""
    from erqi_cli.errors import Failure
    from erqi_cli.output.terminal.messages import problem_lines

    try:
        scene, tracker = {"plan": _plan, "ledger": _ledger, "base-values": _base_values}[reader](
            path
        )
        _calculate(scene, tracker, tables=tables)
    except Failure as fault:
        for lang in ("zh", "en"):
            told = problem_lines(fault.problems, lang)
            assert told, "a failure without words"
            assert not any(char < " " for line in told for char in line), (
                "a control character in a message"
            )
            "\n".join(told).encode()


def _plan(path):
    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.domain.observation import ObservationScope
    from erqi_cli.readers.yaml.load import load_plan

    plan = load_plan(path)
    scene = scenario(plan)
    return scene, Tracker(
        scene, plan.observations_within(ObservationScope(plan.base_year, plan.plan_year))
    )


def _ledger(path):
    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.domain.observation import ObservationScope
    from erqi_cli.errors import Failure
    from erqi_cli.readers.ledger.read import read_ledger

    plan = _shipped()
    scope = ObservationScope(plan.base_year, plan.plan_year)
    held = read_ledger(path, plan, scope)
    try:
        again, doubled = read_ledger(path, plan, scope, every=True).rows, set()
    except Failure as fault:
        again, doubled = held.rows, {one.code for one in fault.problems}
    assert again == held.rows, "two ways to read it, two counts of rows"
    assert doubled <= {"E513"}, (
        "every vintage is looked at, and something else than a doubled one is found"
    )
    scene = scenario(plan)
    tracker, plain = (
        Tracker(scene, held.observations),
        Tracker(scene, _every_row(path, plan, scope)),
    )
    for name in tracker.scored_ids():
        assert _standing(tracker.track_one(name)) == _standing(plain.track_one(name)), (
            f"{name} stands elsewhere by the rows one by one"
        )
    return scene, tracker


def _every_row(path, plan, scope):
    """Return what a ledger holds, each row read by the full grammar and all of them kept: slow, and plainly right."""
    from erqi_cli.parsing.ledger_row import CELLS, Cells, read_cells, target_names
    from erqi_cli.readers.ledger.read import HEADINGS, NEEDED
    from erqi_cli.readers.table.table import read_csv

    names = target_names(plan)

    def take(table):
        at = {name: index for index, name in enumerate(table.layout.order)}
        rows = (
            Cells._make(cells[at[name]] if name in at else "" for name in CELLS) for cells in table
        )
        found = [read_cells(row, names)[0] for row in rows]
        return [seen for seen in found if seen is not None and scope.covers(seen.period)]

    return read_csv(path, HEADINGS, NEEDED, take)


def _standing(found):
    """Return where a target stands, without the lines and the warnings."""
    return (
        found.status,
        found.judged_on,
        found.actual,
        found.period and found.period.end,
        found.pace,
        found.needed,
        found.year_end,
    )


def _base_values(path):
    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.readers.base_values.read import read_base_values

    plan = _shipped()
    bases, _ = read_base_values(path, plan)
    scene = scenario(plan, base_values=bases)
    return scene, Tracker(scene, ())


def _shipped(kept=[]):  # noqa: B006 -- read once
    from erqi_cli.readers.yaml.load import load_plan

    if not kept:
        kept.append(load_plan(ROOT / "data" / "targets.yaml"))
    return kept[0]


def _calculate(scene, tracker, *, tables):
    """Write every result of a plan in every format."""
    from erqi_cli.calc.projection.project import project_all
    from erqi_cli.calc.projection.ratios import ratio_values
    from erqi_cli.calc.tracking.schedule import timetable
    from erqi_cli.domain.vocabulary import ScheduleStep
    from erqi_cli.output.formats import written
    from erqi_cli.output.style import Style
    from erqi_cli.results.projection.ratios import ratios_result
    from erqi_cli.results.projection.table import projection_result
    from erqi_cli.results.tracking.notes import Followed
    from erqi_cli.results.tracking.schedule import schedule_result
    from erqi_cli.results.tracking.table import tracking_result

    names = tracker.scored_ids()
    results = (
        projection_result(scene, project_all(scene, (), scene.plan.plan_year + 2), baseline=True),
        ratios_result(scene, ratio_values(scene)),
        tracking_result(tracker, tracker.track(names), Followed()),
        schedule_result(
            tracker,
            [timetable(tracker, name, ScheduleStep.QUARTER) for name in names],
            ScheduleStep.QUARTER,
        ),
    )
    forms = ("json", "csv", "markdown", "table") if tables else ("json", "csv")
    for result in results:
        for form in forms:
            written(result, Style(format=form, lang="zh", width=80)).encode()


def work(reader, engine, seconds, folder):
    """Fuzz one reader in this process; a finding ends it. The input at hand is always the file `folder`/input."""
    path = str(Path(folder, "input"))

    def one(data):
        with open(path, "wb") as stream:
            stream.write(data)
        signal.setitimer(signal.ITIMER_PROF, HANG)
        check(reader, path, tables=crc32(data) % TABLES_OF == 0)
        signal.setitimer(signal.ITIMER_PROF, 0)

    def late(*_):
        raise TimeoutError(f"over {HANG} seconds of processor time")

    signal.signal(signal.SIGPROF, late)
    (_by_coverage if engine == "atheris" else _by_hypothesis)(reader, one, seconds, folder)


def _by_coverage(reader, one, seconds, folder):
    import atheris

    corpus, listed = Path(folder, "corpus"), Path(folder, "words")
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(reader)):
        Path(corpus, f"seed-{number}").write_bytes(seed)
    coded = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words(reader))
    listed.write_text("".join(f'"{word}"\n' for word in coded))
    for name in [name for name in sys.modules if name.startswith("erqi_cli")]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["erqi_cli"]):
        for module in sorted(Path(ROOT, "erqi_cli").rglob("*.py")):
            if (
                "cli" not in module.relative_to(ROOT / "erqi_cli").parts
                and module.stem != "__main__"
            ):
                __import__(
                    ".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(
                        ".__init__"
                    )
                )
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={STUCK}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={LONGEST}",
    ]
    more = [
        f"-dict={listed}",
        f"-artifact_prefix={folder}/found-",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    atheris.Setup(["fuzz", *options, *more, str(corpus)], one)
    atheris.Fuzz()


def _by_hypothesis(reader, one, seconds, folder):
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    known, parts = seeds(reader), [word.encode() for word in words(reader)]
    cuts = st.tuples(
        st.integers(0, LONGEST), st.integers(0, 30), st.sampled_from(parts) | st.binary(max_size=6)
    )
    until, runs = time.monotonic() + seconds, 0

    def changed(start, changes):
        for at, length, part in changes:
            spot = at % (len(start) + 1)
            start = start[:spot] + part + start[spot + length :]
        return start[:LONGEST]

    def timed(data):
        nonlocal runs
        runs += 1
        one(data)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        assert used < MEMORY, f"{used:.0f} MB of memory"

    inputs = st.builds(changed, st.sampled_from(known), st.lists(cuts, max_size=8))
    few = settings(
        max_examples=300,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        while time.monotonic() < until:
            seed(random.getrandbits(32))(few(given(inputs)(timed)))()
    finally:
        print(f"stat::number_of_executed_units: {runs}", file=sys.stderr)
    Path(folder, "input").unlink(missing_ok=True)


def fuzz(reader, engine, seconds, keep):
    """Fuzz one reader in a process of its own; print what came out; return whether an input was found, and kept."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            __file__,
            "--work",
            "--reader",
            reader,
            "--engine",
            engine,
            "--seconds",
            str(seconds),
        ]
        log = Path(folder, "log")
        with log.open("wb") as stream:
            worker = subprocess.Popen([*command, "--keep", folder], stdout=stream, stderr=stream)
            try:
                code = worker.wait(seconds + 2 * STUCK)
            except subprocess.TimeoutExpired:
                worker.kill()
                code = worker.wait()
        told = log.read_text("utf-8", "replace")
        runs = re.findall(r"number_of_executed_units: (\d+)", told)
        print(f"{reader}: {engine}, {seconds} s, {runs[-1] if runs else '?'} executions, ", end="")
        print("nothing found" if code == 0 else f"FOUND something (exit code {code})", flush=True)
        if code == 0:
            return False
        print(told[-6000:])
        keep.mkdir(parents=True, exist_ok=True)
        for source in [*Path(folder).glob("found-*")] or [Path(folder, "input")]:
            target = keep / f"fuzz_{reader}_{source.name}"
            if source.exists():
                shutil.copy(source, target)
                print(f"the input is kept in {target}", flush=True)
        return True


def main():
    """Fuzz the readers that are asked for; exit with 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--reader", choices=READERS, action="append", help="one reader; else each in turn"
    )
    parser.add_argument("--seconds", type=int, default=600, help="for each reader")
    parser.add_argument(
        "--engine", choices=("atheris", "hypothesis"), help="else atheris where it is installed"
    )
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-findings"), help="where inputs that were found go"
    )
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    from importlib.util import find_spec

    engine = asked.engine or ("atheris" if find_spec("atheris") else "hypothesis")
    if asked.work:
        work(asked.reader[0], engine, asked.seconds, asked.keep)
        return
    found = [fuzz(reader, engine, asked.seconds, asked.keep) for reader in asked.reader or READERS]
    sys.exit(int(any(found)))


if __name__ == "__main__":
    main()
