"""Files of base values by region as they come: wrong in every way, long, through pipes, on full disks."""

import os
import resource
import subprocess
import sys
import time

import pytest

from tests.benchmarks.regions import IDS
from tests.conftest import ROOT, UNMEASURED, on_terminal

HEAD = "region,id,value\n"
OWN = "region,id,value,target_growth\n"


def many(count, *, bad=""):
    """Return a file of so many rows: regions with nine indicators each, and one more row at the end."""
    return (
        HEAD
        + "".join(f"县{n // 9:06},{IDS[n % 9]},{n}.{n % 100:02}\n" for n in range(1, count + 1))
        + bad
    )


def places(done, path):
    """Return the code, line and column of each problem that a run printed."""
    found = []
    for line in done.err.splitlines():
        if line.startswith(f"{path}:"):
            row, column, words = line.removeprefix(f"{path}:").split(":", 2)
            found.append((words.split()[0], int(row), int(column)))
    return found


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (HEAD + ",gdp,5\n", [("E310", 2, 1)]),
        (HEAD + "  ,gdp,5\n", [("E310", 2, 1)]),
        (HEAD + "a\u200bb,gdp,5\n", [("E309", 2, 2)]),
        (HEAD + "a\x07,gdp,5\n", [("E216", 2, 2)]),
        (HEAD + "a,g\u200bdp,5\n", [("E309", 2, 4)]),
        (HEAD + "a" * 301 + ",gdp,5\n", [("E311", 2, 1)]),
        (HEAD + "a,nope,5\n", [("E509", 2, 3)]),
        (HEAD + "a,income,5\n", [("E509", 2, 3)]),
        (HEAD + "a,地区,5\n", [("E509", 2, 3)]),
        (HEAD + "a,,5\n", [("E509", 2, 3)]),
        (HEAD + "a,gdp,\n", [("E310", 2, 7)]),
        (HEAD + "a,gdp,0\n", [("E411", 2, 7)]),
        (HEAD + "a,gdp,-5\n", [("E411", 2, 7)]),
        (HEAD + "a,gdp,0.00\nb,gdp,1e5\n", [("E411", 2, 7), ("E301", 3, 7)]),
        (HEAD + "a,gdp,08\n", [("E301", 2, 7)]),
        (HEAD + "a,gdp,1234567890123456789\n", [("E301", 2, 7)]),
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
        ("region,id,value,year\na,gdp,5,2016/1/1\n", [("E516", 2, 9)]),
        ("region,id,value,year\na,gdp,5,1800\nb,gdp,5,soon\n", [("E303", 2, 9), ("E307", 3, 9)]),
        (
            HEAD + "a,gdp,5\na,trade,5\n\nＡ, GDP ,6\na,地区生产总值,7\n",
            [("E505", 5, 3), ("E505", 6, 3)],
        ),
        (
            "region,id,name,value\na,,地区生产总值,5\na,gdp,x,6\nb,,nope,1\n",
            [("E505", 3, 3), ("E509", 4, 4)],
        ),
        ("region,id,name,value\na,gdp,进出口总值,x\n", [("E521", 2, 7), ("E301", 2, 13)]),
        (HEAD + 'a,gdp,1\n"b\nc",gdp,x\nd,gdp,y\n', [("E301", 3, 1), ("E301", 5, 7)]),
        (
            HEAD + "a,gdp,1\na,gdp,x\n,,x\n",
            [("E505", 3, 3), ("E301", 3, 7), ("E310", 4, 1), ("E509", 4, 2), ("E301", 4, 3)],
        ),
        (
            OWN + "a,gdp,5,8\nb,gdp,5,0.08\nc,gdp,5,600%\n",
            [("E302", 2, 9), ("E302", 3, 9), ("E303", 4, 9)],
        ),
        (
            OWN + "a,gdp,5,—\nb,gdp,5,无\nc,gdp,x,八\n",
            [("E302", 2, 9), ("E302", 3, 9), ("E301", 4, 7), ("E302", 4, 9)],
        ),
        ("region,id,value,目标增速(%)\na,gdp,1,234\nb,gdp,1,23\n", [("E519", 2, 7)]),
        ("county,region,id,value\na,a,gdp,5\n", [("E504", 1, 8)]),
        ("region,id,value,目标增速,增长目标(%)\na,gdp,5,8%,8\n", [("E504", 1, 22)]),
        ("region,id,valeu\na,gdp,5\n", [("E508", 1, 11)]),
        ("region,id,value(万元)\na,gdp,5\n", [("E508", 1, 11)]),
    ],
)
def test_every_bad_row_is_named(erqi, write, content, problems):
    """Bad rows are all reported, each at its cell, whatever else is wrong, and nothing is printed."""
    path = write(content, "r.csv")
    done = erqi("project", "--from", path, "--format", "csv")
    assert (done.code, done.out) == (3, "")
    assert places(done, path) == problems


@pytest.mark.parametrize("region", ["", "a,"])
def test_a_part_of_a_name_is_refused_with_its_candidates(erqi, write, region):
    """出口 is not 进出口总值: the cell is named, and the indicators that contain it; on the command line it is enough."""
    head = "地区,指标,数值\n" if region else "指标,数值\n"
    path = write(f"{head}{region}出口,120\n{region}收入,190\n", "r.csv")
    done = erqi("project", "--from", path, "--lang", "zh")
    assert done.code == 3
    assert "没有名为“出口”的指标" in done.err
    assert "请写全名或编号；含“出口”的有：进出口总值（trade）" in done.err
    assert (
        "含“收入”的有：一般公共预算收入（budget-revenue）、城镇居民人均可支配收入（urban-income）、"
        "农村居民人均可支配收入（rural-income）"
    ) in done.err
    english = erqi("project", "--from", path, "--lang", "en").err
    assert (
        "write an id or a full name; these contain '出口': Imports and exports (trade)" in english
    )
    assert erqi("project", "出口").code == 0


def test_a_blank_name_says_what_to_do(erqi, write):
    """A cell that merged cells left blank gets the remedy to write the name in each row."""
    done = erqi("project", "--from", write(HEAD + "a,,5\n", "r.csv"), "--lang", "en")
    assert "the cell is empty (merged cells leave it so): write an id or a name" in done.err


def test_a_cell_without_a_target_says_what_to_do(erqi, write):
    """A dash under the target growth gets the remedy to leave the cell empty."""
    path = write(OWN + "a,gdp,5,—\n", "r.csv")
    assert (
        "没有目标时请留空，按计划的增速推算" in erqi("project", "--from", path, "--lang", "zh").err
    )
    assert (
        "if there is no target, leave the cell empty"
        in erqi("project", "--from", path, "--lang", "en").err
    )


def test_a_value_of_another_year_is_not_extrapolated(erqi, write):
    """With --to a row of another year than the plan's base year is a fault; rows of the base year are not."""
    path = write("region,id,value,year\na,gdp,5,2016\nb,gdp,5,2015\n", "r.csv")
    assert places(erqi("project", "--from", path, "--to", "2020"), path) == [("E517", 3, 9)]
    assert erqi("project", "--from", path).code == 0


def test_of_many_problems_some_are_shown_and_the_rest_counted(erqi, write):
    """A file that is wrong throughout ends with a count."""
    path = write(HEAD + "a,gdp,x\n" * 5_000, "r.csv")
    done = erqi("project", "--from", path, "--lang", "en")
    assert done.code == 3
    assert len(places(done, path)) == 20
    assert "more" in done.err.splitlines()[-1]


@pytest.mark.process
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


def test_a_row_that_stands_twice_is_found_across_a_long_file(erqi, write):
    """The first and the last of 30,000 rows are of one region and indicator: both lines are named."""
    path = write(many(30_000, bad="县000000,budget-revenue,5\n"), "r.csv")
    done = erqi("project", "--from", path, "--format", "csv", "--lang", "en")
    assert (done.code, done.out) == (3, "")
    assert f"{path}:30002:9: E505 column id: line 2 already has budget-revenue" in done.err
    assert "one row for each region, indicator and year" in done.err


def test_more_regions_than_are_remembered_are_read_anew(erqi, write):
    """Of 45,000 regions each has its own row, and the first of them given once more is found."""
    rows = "".join(f"r{n},gdp,{n + 1}\n" for n in range(45_000))
    done = erqi("project", "--from", write(HEAD + rows, "r.csv"), "--format", "csv")
    assert [line.split(",")[0] for line in done.out.splitlines()[1:]] == [
        f"r{n}" for n in range(45_000)
    ]
    path = write(HEAD + rows + "R0,gdp,7\n", "twice.csv")
    assert places(erqi("project", "--from", path), path) == [("E505", 45_002, 4)]


def test_an_encoding_that_shows_late_doubles_no_row(erqi, write):
    """GBK that begins after 20,000 rows of ASCII: each row comes once, and stderr says so."""
    content = HEAD + "".join(f"r{n},gdp,1\n" for n in range(20_000)) + "中原区,gdp,530\n"
    done = erqi("project", "--from", write(content.encode("gbk"), "r.csv"), "--format", "csv")
    assert [line.split(",")[0] for line in done.out.splitlines()[1:]] == [
        *(f"r{n}" for n in range(20_000)),
        "中原区",
    ]
    assert "GB18030" in done.err


def test_quoted_and_plain_stretches_alternate(erqi, write):
    """Rows in quotes, some over several lines, between plain ones are all read, and a fault behind them has its line."""
    stretch = "".join(f"r{{0}}-{n},gdp,{n + 1}\n" for n in range(900))
    quoted = "".join(f'"q\n{{0}}-{n}",gdp,"1,{n:03}"\n' for n in range(90))
    content = HEAD + "".join((stretch + quoted).format(part) for part in range(3))
    assert (
        erqi("project", "--from", write(content, "r.csv"), "--format", "csv").out.count("\n")
        == 2_971
    )
    path = write(content + "z,gdp,x\n", "bad.csv")
    assert places(erqi("project", "--from", path), path) == [("E301", content.count("\n") + 1, 7)]


def peak(words, stdin=None):
    """Return the peak memory of one run in MiB, its output thrown away."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, sys.executable, "-m", "erqi_cli", *words]
    env = {**os.environ, **UNMEASURED, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdin=stdin, stdout=subprocess.PIPE, env=env, check=True)
    return int(done.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


@pytest.mark.process
def test_a_long_file_takes_little_memory(write):
    """200,000 rows take at most 100 MiB: of each only its key is held."""
    path = write(many(200_000), "r.csv")
    assert peak(["project", "--from", str(path), "--format", "csv"]) < 100
    with path.open("rb") as stream:
        assert peak(["project", "--from", "-", "--format", "json"], stdin=stream) < 100


@pytest.mark.process
def test_a_reader_that_is_gone_ends_quietly(write):
    """`| head -1` gets its line; nothing is said on standard error."""
    path = write(many(30_000), "r.csv")
    command = [
        "bash",
        "-c",
        f"{sys.executable} -m erqi_cli project --from {path} --format csv | head -1",
    ]
    done = subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert (done.stdout[:10], done.stdout.count(b"\n"), done.stderr) == (b"region,id,", 1, b"")


def limited(size):
    """Return what lets a process write no file larger than this."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.process
def test_a_full_disk_leaves_no_output(process, write, tmp_path):
    """Where the temporary file or the target cannot grow, the run ends with exit code 5 and nothing is delivered."""
    path, target = write(many(30_000), "r.csv"), tmp_path / "o.csv"
    for folder, env in (
        ("/var/tmp", {"TMPDIR": ""}),  # noqa: S108 -- its name
        (tmp_path, {"TMPDIR": str(tmp_path)}),
    ):
        done = process(
            "project", "--from", path, "--format", "csv", env=env, preexec_fn=limited(2 << 20)
        )
        assert (done.returncode, done.stdout) == (5, b"")
        assert f"E702 {folder} cannot be written" in done.stderr.decode()
    done = process(
        "project",
        "--from",
        path,
        "--format",
        "csv",
        "--output",
        target,
        preexec_fn=limited(2 << 20),
    )
    assert (
        done.returncode,
        target.exists(),
        [name for name in os.listdir(tmp_path) if name.startswith(".")],
    ) == (5, False, [])


def test_output_goes_to_devices_and_through_links(process, write, tmp_path):
    """--output to a device is written to, a link keeps pointing at its file, a folder is refused."""
    path, real, link = (
        write(HEAD + "a,gdp,1\n", "r.csv"),
        tmp_path / "real.csv",
        tmp_path / "link.csv",
    )
    real.write_text("")
    link.symlink_to(real)
    words = ("project", "--from", path, "--format", "csv", "--output")
    assert process(*words, "/dev/stdout").stdout.count(b"\n") == 2
    assert process(*words, link).returncode == 0
    assert (link.is_symlink(), real.read_text().count("\n")) == (True, 2)
    assert process(*words, tmp_path).returncode == 5
    assert process(*words, "/dev/full").returncode == 5


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
    command = [
        sys.executable,
        "-m",
        "erqi_cli",
        "project",
        "--from",
        str(path),
        "--format",
        "json",
        "--output",
        str(target),
    ]
    worker = subprocess.Popen(command, env={**os.environ, **UNMEASURED, "PYTHONPATH": str(ROOT)})
    while worker.poll() is None and not os.listdir(target.parent):
        time.sleep(0.01)
    worker.terminate()
    assert worker.wait() == 143
    assert os.listdir(target.parent) == []


@pytest.mark.process
def test_a_terminal_shows_how_far_a_large_file_is(write, tmp_path, process):
    """Of 15 MB a bar is drawn on a terminal, in the chosen language, and none in a pipe or for a small file."""
    rows = "".join(f"县{n:06}{'区' * 20},gdp,{n + 1}\n" for n in range(200_000))
    large, small, target = (
        write(HEAD + rows, "large.csv"),
        write(HEAD + "a,gdp,1\n", "small.csv"),
        tmp_path / "o.csv",
    )
    words = ("--format", "csv", "--output", target, "--lang", "zh")
    code, shown = on_terminal(["project", "--from", large, *words], 80)
    assert code == 0
    assert "推算" in shown
    assert "%" in shown
    assert on_terminal(["project", "--from", small, *words], 80) == (0, "")
    assert process("project", "--from", large, *words).stderr == b""
