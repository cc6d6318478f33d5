"""Files of base values by region as they come: wrong in every way, very long, in pieces, through pipes, on full disks."""

import io
import os
import resource
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erqi_cli import Failure
from erqi_cli.plan import doubles, region_rows, spool
from erqi_cli.plan.doubles import Doubles
from erqi_cli.plan.quantity import parse_quantity
from erqi_cli.plan.region_rows import Asked
from erqi_cli.plan.regional import look_into, read_regional
from tests.benchmarks.regions import IDS
from tests.conftest import ROOT, UNMEASURED

HEAD = "region,id,value\n"


def read(plan, path, **asked):
    """Return every row of a file: region, id, year and value."""

    def use(feed):
        return [
            (region, kind.indicator.id, year, value)
            for rows in feed.batches
            for region, kind, year, value in zip(*rows, strict=True)
        ]

    return read_regional(look_into(str(path)), plan, Asked(**asked), use)[0]


def many(count, *, bad=""):
    """Return a file of so many rows: regions with nine indicators each, and one more row at the end."""
    return HEAD + "".join(f"县{n // 9:06},{IDS[n % 9]},{n}.{n % 100:02}\n" for n in range(1, count + 1)) + bad


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (HEAD + ",gdp,5\n", [("E310", 2, 1)]),
        (HEAD + "  ,gdp,5\n", [("E310", 2, 1)]),
        (HEAD + "a\u200bb,gdp,5\n", [("E309", 2, 2)]),
        (HEAD + "a\x07,gdp,5\n", [("E216", 2, 2)]),
        (HEAD + "a" * 301 + ",gdp,5\n", [("E311", 2, 1)]),
        (HEAD + "a,nope,5\n", [("E509", 2, 3)]),
        (HEAD + "a,income,5\n", [("E509", 2, 3)]),
        (HEAD + "a,,5\n", [("E509", 2, 3)]),
        (HEAD + "a,gdp,\n", [("E310", 2, 7)]),
        (HEAD + "a,gdp,0\n", [("E411", 2, 7)]),
        (HEAD + "a,gdp,-5\n", [("E411", 2, 7)]),
        (HEAD + "a,gdp,0.00\nb,gdp,1e5\n", [("E411", 2, 7), ("E301", 3, 7)]),
        (HEAD + "a,gdp,08\n", [("E301", 2, 7)]),
        (HEAD + "a,gdp,#REF!\n", [("E506", 2, 7)]),
        (HEAD + "a,gdp,5米\n", [("E511", 2, 7)]),
        (HEAD + "a,gdp,1,234\n", [("E502", 2, 1)]),
        (HEAD + "a,gdp\n", [("E502", 2, 1)]),
        (HEAD + 'a,gdp,"5\nb,gdp,6\n', [("E503", 2, 1)]),
        (HEAD + 'a,gdp,"5"x\n', [("E510", 2, 1)]),
        (HEAD, [("E507", 1, 1)]),
        (HEAD + ",,\n", [("E507", 1, 1)]),
        ("region,id,value,unit\na,gdp,5,米\nb,gdp,5,亿圆\n", [("E511", 2, 9), ("E305", 3, 9)]),
        ("region,id,value,unit\na,gdp,530亿元,万元\n", [("E512", 2, 7)]),
        ("region,id,value,year\na,gdp,5,\nb,gdp,5,2016-06\n", [("E310", 2, 9), ("E516", 3, 9)]),
        ("region,id,value,year\na,gdp,5,1800\nb,gdp,5,soon\n", [("E303", 2, 9), ("E307", 3, 9)]),
        (HEAD + "a,gdp,5\na,trade,5\n\nＡ, GDP ,6\na,地区生产总值,7\n", [("E505", 5, 3), ("E505", 6, 3)]),
        ("region,id,name,value\na,,地区生产总值,5\na,gdp,x,6\nb,,nope,1\n", [("E505", 3, 3), ("E509", 4, 4)]),
        (HEAD + 'a,gdp,1\n"b\nc",gdp,x\nd,gdp,y\n', [("E301", 3, 1), ("E301", 5, 7)]),
        (HEAD + "a,gdp,1\na,gdp,1\n,,x\n", [("E505", 3, 3), ("E310", 4, 1), ("E509", 4, 2), ("E301", 4, 3)]),
        ("county,region,id,value\na,a,gdp,5\n", [("E504", 1, 8)]),
        ("regoin,id,value\na,gdp,5\n", [("E508", 1, 1)]),
        ("region,id,valeu\na,gdp,5\n", [("E508", 1, 11)]),
    ],
)
def test_every_bad_row_is_named(plan, write, content, problems):
    """Bad rows are all reported, each at its cell, whatever else is wrong, and no row is handed over."""
    with pytest.raises(Failure) as caught:
        read(plan, write(content, "r.csv"))
    assert sorted((one.code, one.place.line, one.place.column) for one in caught.value.problems) == sorted(problems)
    assert caught.value.exit_code == 3


def test_a_value_of_another_year_is_not_extrapolated(plan, write):
    """With --to a row of another year than the plan's base year is a fault; rows of the base year are not."""
    path = write("region,id,value,year\na,gdp,5,2016\nb,gdp,5,2015\n", "r.csv")
    with pytest.raises(Failure) as caught:
        read(plan, path, last_year=2020)
    assert [(one.code, one.place.line) for one in caught.value.problems] == [("E517", 3)]
    assert len(read(plan, path)) == 2


def test_more_faults_than_are_looked_for_end_the_reading(plan, write):
    """A file that is wrong throughout is given up after the first thousand faults."""
    with pytest.raises(Failure) as caught:
        read(plan, write(HEAD + "a,gdp,x\n" * 50_000, "r.csv"))
    assert 1000 <= len(caught.value.problems) < 20_000


def test_a_bad_row_at_the_end_leaves_no_output(process, write, tmp_path):
    """Of 30,000 rows the last is wrong: standard output stays empty, a file stays as it was, and nothing lies beside it."""
    path, target = write(many(30_000, bad="县,gdp,oops\n"), "r.csv"), tmp_path / "out" / "o.csv"
    target.parent.mkdir()
    target.write_text("as it was")
    for form in ("csv", "json", "table"):
        done = process("project", "--from", path, "--format", form)
        assert (done.returncode, done.stdout) == (3, b"")
        assert b"r.csv:30002:7: E301" in done.stderr
    assert process("project", "--from", path, "--format", "csv", "--output", target).returncode == 3
    assert (target.read_text(), os.listdir(target.parent)) == ("as it was", ["o.csv"])


def test_doubles_are_found_across_a_long_file(process, write):
    """The first and the last of 30,000 rows are of one region and indicator: both lines are named."""
    done = process("project", "--from", write(many(30_000, bad="县000000,budget-revenue,5\n"), "r.csv"), "--format", "csv")
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"r.csv:30002:9: E505 column id: budget-revenue is on line 2 already" in done.stderr


def test_an_encoding_that_shows_late_doubles_no_row(plan, write, process):
    """GBK that begins after 20,000 rows of ASCII: the file is read anew, each row comes once, and stderr says so."""
    content = HEAD + "".join(f"r{n},gdp,1\n" for n in range(20_000)) + "中原区,gdp,530\n"
    path = write(content.encode("gbk"), "r.csv")
    assert [row[0] for row in read(plan, path)] == [*(f"r{n}" for n in range(20_000)), "中原区"]
    done = process("project", "--from", path, "--format", "csv")
    assert done.stdout.count(b"\n") == 20_002
    assert b"GB18030" in done.stderr


def peak(words, stdin=None):
    """Return the peak memory of one run in MiB, its output thrown away."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, sys.executable, "-m", "erqi_cli", *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdin=stdin, stdout=subprocess.PIPE, env=env, check=True)
    return int(done.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


@pytest.mark.process
def test_memory_does_not_grow_with_the_file(write):
    """Ten times the rows take hardly more memory, and 60 MiB are never reached; standard input is held besides."""
    few, lots = write(many(30_000), "few.csv"), write(many(300_000), "lots.csv")
    for form in ("csv", "json"):
        least, most = (peak(["project", "--from", str(path), "--format", form]) for path in (few, lots))
        assert most < least + 12
        assert most < 60
    with lots.open("rb") as stream:
        assert peak(["project", "--from", "-"], stdin=stream) < 60 + lots.stat().st_size / (1 << 20)


@pytest.mark.process
def test_a_reader_that_is_gone_ends_quietly(write):
    """`| head -1` gets its line; nothing is said on standard error."""
    path = write(many(30_000), "r.csv")
    command = ["bash", "-c", f"{sys.executable} -m erqi_cli project --from {path} --format csv | head -1"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert (done.stdout[:10], done.stdout.count(b"\n"), done.stderr) == (b"region,id,", 1, b"")


def limited(size):
    """Return what lets a process write no file larger than this."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.process
def test_a_full_disk_leaves_no_output(process, write, tmp_path):
    """Where the temporary file or the target cannot grow, the run ends with exit code 5 and nothing is delivered."""
    path, target = write(many(30_000), "r.csv"), tmp_path / "o.csv"
    done = process("project", "--from", path, "--format", "csv", preexec_fn=limited(2 << 20))
    assert (done.returncode, done.stdout) == (5, b"")
    assert b"E702" in done.stderr
    done = process("project", "--from", path, "--format", "csv", "--output", target, preexec_fn=limited(2 << 20))
    assert (done.returncode, target.exists(), [name for name in os.listdir(tmp_path) if name.startswith(".")]) == (5, False, [])


def test_output_goes_to_devices_and_through_links(process, write, tmp_path):
    """--output to a device is written to, a link keeps pointing at its file, a folder is refused."""
    path, real, link = write(HEAD + "a,gdp,1\n", "r.csv"), tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("")
    link.symlink_to(real)
    words = ("project", "--from", path, "--format", "csv", "--output")
    assert process(*words, "/dev/stdout").stdout.count(b"\n") == 2
    assert process(*words, link).returncode == 0
    assert (link.is_symlink(), real.read_text().count("\n")) == (True, 2)
    assert process(*words, tmp_path).returncode == 5
    assert process(*words, "/dev/full").returncode == 5


def test_standard_input_has_a_limit(monkeypatch, process):
    """More than the limit on standard input is refused; up to it it is held in memory and read as a file is."""
    from erqi_cli.plan import files

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(many(60_000).encode())))
    monkeypatch.setattr(files, "STDIN_LIMIT_MIB", 1)
    with pytest.raises(Failure) as caught:
        look_into("-")
    assert caught.value.problems[0].code == "E201"
    piped = process("project", "--from", "-", "--format", "csv", stdin=many(60_000).encode())
    assert piped.stdout.count(b"\n") == 60_001


def test_temporary_files_stay_where_the_user_says(monkeypatch, tmp_path):
    """TMPDIR is obeyed; without it a disk is preferred to a /tmp that may be memory."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert spool._folder() is None
    for name in spool.CHOSEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(spool, "ROOMY", str(tmp_path))
    assert spool._folder() == str(tmp_path)
    monkeypatch.setattr(spool, "ROOMY", str(tmp_path / "absent"))
    assert spool._folder() is None


def test_a_file_name_that_is_no_text_is_spelled_out(process, tmp_path):
    """A path with a byte that is no UTF-8 comes out escaped, with regions and without."""
    for head in (HEAD, "other,id,value\n"):
        path = os.fsencode(tmp_path) + b"/\xff.csv"
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(head + "a,gdp,1\n")
        done = process("project", "gdp", "--from", os.fsdecode(path), "--format", "csv")
        assert (done.returncode, b"/\\udcff.csv" in done.stdout) == (0, True)


@pytest.mark.process
def test_an_end_in_the_middle_leaves_nothing_behind(write, tmp_path):
    """Terminated while it writes a file, the program leaves neither the file nor a part of it."""
    path, target = write(many(200_000), "r.csv"), tmp_path / "out" / "o.json"
    target.parent.mkdir()
    command = [sys.executable, "-m", "erqi_cli", "project", "--from", str(path), "--format", "json", "--output", str(target)]
    worker = subprocess.Popen(command, env={**os.environ, **UNMEASURED, "PYTHONPATH": str(ROOT)})
    while worker.poll() is None and not os.listdir(target.parent):
        time.sleep(0.01)
    worker.terminate()
    assert worker.wait() == 143
    assert os.listdir(target.parent) == []


def test_quoted_and_plain_stretches_alternate(plan, write):
    """Rows in quotes, some over several lines, between plain ones are all read, and a fault behind them has its line."""
    stretch = "".join(f"r{{0}}-{n},gdp,{n + 1}\n" for n in range(9000))
    quoted = "".join(f'"q\n{{0}}-{n}",gdp,"1,{n:03}"\n' for n in range(900))
    content = HEAD + "".join((stretch + quoted).format(part) for part in range(3))
    rows = read(plan, write(content, "r.csv"))
    assert (len(rows), len(set(rows))) == (29_700, 29_700)
    with pytest.raises(Failure) as caught:
        read(plan, write(content + "z,gdp,x\n", "r.csv"))
    assert caught.value.problems[0].place.line == content.count("\n") + 1


@given(st.lists(st.integers(-(2**61), 2**61) | st.integers(0, 600), max_size=300))
def test_no_double_is_missed(keys):
    """Whatever came more than once is found, and nothing else, also when hashes wait on disk and shares are split."""
    twice = {key for key in keys if keys.count(key) > 1}
    held, looked_at = doubles.HELD, doubles.LOOKED_AT
    doubles.HELD, doubles.LOOKED_AT = 50, 2
    found = Doubles()
    try:
        for start in range(0, len(keys), 20):
            found.add(keys[start : start + 20])
        assert found.found() == twice
    finally:
        found.close()
        doubles.HELD, doubles.LOOKED_AT = held, looked_at


def test_rows_that_only_share_a_hash_are_no_doubles(plan, write, monkeypatch):
    """Where every key has the same hash the rows are told apart by their words."""
    monkeypatch.setattr(region_rows, "hash", lambda _: 7, raising=False)
    assert len(read(plan, write(many(500), "r.csv"))) == 500
    with pytest.raises(Failure) as caught:
        read(plan, write(many(500, bad="县000001,gdp,3\n"), "r.csv"))
    assert [(one.code, one.place.line) for one in caught.value.problems] == [("E505", 502)]


def test_very_many_regions_are_forgotten_and_read_again(plan, write, monkeypatch):
    """More regions than are remembered give the same rows."""
    whole = read(plan, write(many(9000), "r.csv"))
    monkeypatch.setattr(region_rows, "REGIONS", 100)
    monkeypatch.setattr(region_rows, "BATCH", 1000)
    assert read(plan, write(many(9000), "r.csv")) == whole
    assert len(whole) == 9000


def test_as_many_regions_as_are_remembered_stay(monkeypatch):
    """With one more than that all are read anew."""
    monkeypatch.setattr(region_rows, "REGIONS", 2)
    known = {"a": ("a", "a"), "b": ("b", "b")}
    region_rows.learn_regions(["Ｃ"], known)
    assert known == {"a": ("a", "a"), "b": ("b", "b"), "Ｃ": ("Ｃ", "c")}
    region_rows.learn_regions(["d"], known)
    assert known == {"d": ("d", "d")}


def test_a_region_too_long_is_not_learned_among_short_ones():
    """300 characters are a name, 301 are none, whatever stands beside them."""
    known = {}
    region_rows.learn_regions(["a", "b" * 300], known)
    region_rows.learn_regions(["c", "d" * 301], known)
    assert [len(name) for name in sorted(known)] == [1, 300, 1]


def test_a_cell_of_two_numbers_is_none():
    """A line end inside a cell makes no further cell of it."""
    assert region_rows.quick_numbers(["1\n2", "3"]) == [None, 3]
    assert region_rows.quick_numbers(["1\n", "3,000"]) == [None, 3000]


names = st.text(st.sampled_from("aBß区Ａ﹒¨ \u3000\u00a0\u200b\x07\n\u0301県ﬁ"), max_size=5) | st.text(max_size=4)


@given(st.lists(names, max_size=6))
def test_regions_are_learned_together_as_they_are_read_alone(cells):
    """Read together, regions have the name and the form for comparison that each has alone; a wrong one stays unknown."""
    alone: dict = {}
    region_rows.learn(cells, alone, region_rows.read_region)
    together: dict = {}
    region_rows.learn_regions(cells, together)
    assert together == alone
    for cell in cells:
        each: dict = {}
        region_rows.learn_regions([cell], each)
        assert each.items() <= alone.items()


digits = st.text(st.sampled_from("0123456789"), min_size=1, max_size=4)


@given(
    st.lists(st.one_of(st.text(alphabet="0123456789,.-", max_size=12), st.lists(digits, min_size=1, max_size=7).map(",".join)))
)
def test_numbers_read_at_once_are_those_of_the_grammar(cells):
    """A number that is read at once has the value that the full grammar gives it; what the grammar refuses is left to it."""
    for cell, number in zip(cells, region_rows.quick_numbers(cells), strict=True):
        if number is not None:
            assert parse_quantity(cell, None) == (number, None)
        assert region_rows.quick_numbers([cell]) == [number]


def test_plain_and_grouped_numbers_are_read_at_once():
    """The usual forms need no second look, among them the longest number that is allowed."""
    usual = ["1", "0.5", "1,234.50", "999,999,999,999,999,999.999999999999", "0"]
    assert None not in region_rows.quick_numbers(usual)
    assert region_rows.quick_numbers(["01", "1,23", "0,123", "-1", " 1", "1,000,000,000,000,000,000", ""]) == [None] * 7
