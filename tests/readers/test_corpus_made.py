"""Bad files that cannot lie in a repository: huge, endless, locked, bombs. Each is refused soon, by a real process."""

import ctypes
import os
import re
import resource
import socket

import pytest

from tests.conftest import HEAD, ROOT
from tests.corpus import is_quiet, measured, on_linux, reported

SMALL = (ROOT / "tests" / "files" / "small.yaml").read_text("utf-8")
ROW = "gdp,2017-06,271.5,,P,2017-07-20,,\n"
MIB = 1 << 20


def bomb(merge):
    """Return ten levels of lists, or of merged mappings, of nine aliases each: a billion of entries once written out."""
    levels = [
        (upper, ", ".join([f"*{lower}"] * 9))
        for lower, upper in zip("abcdefghij", "bcdefghijk", strict=True)
    ]
    first = "a: &a {k: v}\n" if merge else "a: &a [x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(
        f"{name}: &{name} {{<<: [{all_}]}}\n" if merge else f"{name}: &{name} [{all_}]\n"
        for name, all_ in levels
    )


PLANS = {
    "alias_bomb": (lambda: bomb(merge=False), "E204", 1, 1),
    "merge_bomb": (lambda: bomb(merge=True), "E204", 1, 1),
    "million_brackets": (lambda: "a: " + "[" * MIB, "E212", 1, None),
    "million_braces": (lambda: "{a: " * MIB, "E212", 1, None),
    "million_dashes": (lambda: "- " * MIB, "E212", 1, None),
    "million_questions": (lambda: "? " * MIB, "E213", 1, 3),
    "three_hundred_thousand_keys": (
        lambda: "".join(f"k{n}: 1\n" for n in range(300_000)),
        "E221",
        1001,
        1,
    ),
    "a_million_documents": (lambda: "---\n" * 1_000_000, "E211", 2, 1),
    "four_megabytes_of_comment": (lambda: "#" * (4 * MIB - 1), "E215", 1, 1),
    "key_of_three_megabytes": (lambda: SMALL + "? " + "k" * (3 * MIB) + "\n: 1\n", "E204", 41, 3),
    "tag_of_three_megabytes": (lambda: "!" + "x" * (3 * MIB) + " a\n", "E210", 1, 1),
    "ids_of_a_megabyte": (
        lambda: SMALL.replace("id: report", "id: " + "r" * MIB).replace(
            "document: report", "document: x"
        ),
        "E402",
        6,
        11,
    ),
    "number_of_three_megabytes": (
        lambda: SMALL.replace("412\n", "9" * (3 * MIB) + "\n", 1),
        "E301",
        26,
        16,
    ),
    "spaces_in_a_number": (
        lambda: SMALL.replace("412\n", "'4" + " " * MIB + "12'\n", 1),
        "E301",
        26,
        16,
    ),
    "two_hundred_thousand_mistakes": (
        lambda: "sources:\n" + "- {titel: x}\n" * 200_000,
        "E221",
        30_002,
        3,
    ),
}
"""Plans, each with code, line and column of its first problem; the column None where parsers differ."""
LEDGERS = {
    "cell_of_131073": (lambda: HEAD + ROW + "gdp,2017-07,1,,,,," + "x" * 131_073 + "\n", "E510", 3, 1),
    "line_of_two_megabytes": (lambda: HEAD + ROW + "gdp," * (MIB // 2), "E510", 3, 1),
    "million_quotes": (lambda: HEAD + ROW + '"' * MIB, "E510", 3, 1),
    "quote_over_a_megabyte": (lambda: HEAD + ROW + 'gdp,2017-07,1,,,,,"' + "x\n" * MIB, "E510", 3, 1),
    "spaces_in_a_number": (lambda: HEAD + "gdp,2017-06,1" + " " * 100_000 + "x1,,,,,\n", "E301", 2, 13),
    "commas_in_a_number": (lambda: HEAD + 'gdp,2017-06,"1' + "," * 100_000 + 'x1",,,,,\n', "E301", 2, 14),
    "dashes_in_a_period": (lambda: HEAD + "gdp,2017年1" + "-" * 100_000 + ",1,,,,,\n", "E307", 2, 5),
    "names_of_100_kilobytes": (lambda: HEAD + ("g" * 100_000 + ",2017-06,1,,,,,\n") * 300, "E509", 2, 1),
    "numbers_of_100_kilobytes": (lambda: HEAD + ("gdp,2017-06," + "9" * 100_000 + ",,,,,\n") * 300, "E301", 2, 13),
    "hundred_thousand_columns": (lambda: "value," * 100_000 + "\n", "E501", 1, 1),
    "million_commas": (lambda: "," * (MIB - 2) + "\n" + HEAD, "E507", None, None),
    "half_a_million_short_rows": (lambda: HEAD + "gdp\n" * 500_000, "E502", 2, 1),
    "fault_behind_a_megabyte_of_blank_lines": (lambda: HEAD + "\n" * MIB + "nope,2017-06,1,,,,,\n", "E509", MIB + 2, 1),
    "headings_behind_blank_lines": (lambda: "\n" * 100_000 + HEAD + "nope,2017-06,1,,,,,\n", "E509", 100_002, 1),
    "nul_behind_ten_megabytes": (lambda: HEAD + ROW + ",,,,,,,\n" * (10 * MIB // 8) + "gdp,\0\n", "E216", 3 + 10 * MIB // 8, 5),
    "gbk_behind_a_megabyte": (lambda: (HEAD + ROW).encode() + b",,,,,,,\n" * 131_072 + "gdp,2017-06,1,,,,,统计局\n".encode() + "gdp,2017-07,1,,,,,初步核算\n".encode("gbk"), "E202", 131_076, 19),
}  # fmt: skip
"""Ledgers, each with code, line and column of its first problem."""


def refused(path, *words, code=3, **more):
    """Run a command on a file as a process, and return what it told, having seen that it failed quietly and in bounds."""
    done, out, err = measured(*words, env={"ERQI_LANG": "en"}, **more)
    assert (done, out) == (code, b"")
    assert is_quiet(err)
    assert len(err.split("\n")) <= 61
    assert max(map(len, err.split("\n"))) < 2000
    return reported(err, path)


@pytest.mark.process
@on_linux
@pytest.mark.parametrize("name", PLANS)
def test_a_plan_made_to_overwhelm_is_refused(write, name):
    """Bombs, depth and masses end in a message within seconds and 200 MB, whatever they would unfold to."""
    make, code, line, column = PLANS[name]
    path = write(make())
    found = refused(path, "check", path)
    assert found[0][:2] == (code, line)
    assert column in (None, found[0][2])


@pytest.mark.process
@on_linux
@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_made_to_overwhelm_is_refused(write, name):
    """Cells, lines and masses beyond all use end in a message with their place, within seconds and 200 MB."""
    make, *place = LEDGERS[name]
    path = write(make(), "ledger.csv")
    assert refused(path, "check", path)[0] == tuple(place)


@pytest.mark.process
@on_linux
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "- - {a: ["])
def test_depth_is_refused_on_a_small_stack(write, opening):
    """A million levels of any kind end in a message, not in a crash, in a process with a stack of one megabyte."""
    path = write("a: " * (opening != "- ") + opening * (MIB // len(opening)))
    small = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_STACK, (MIB, MIB))}
    assert refused(path, "check", path, **small)[0][0] in ("E212", "E213", "E214")


@pytest.mark.process
@on_linux
def test_files_of_any_size_are_refused_at_once(tmp_path):
    """A sparse file of ten gigabytes and one of a hundred megabytes are refused as plans, as ledgers and as base values."""
    sparse, large = tmp_path / "sparse.csv", tmp_path / "large.csv"
    with sparse.open("wb") as stream:
        stream.truncate(10 << 30)
    with large.open("wb") as stream:
        for _ in range(100):
            stream.write(b"x" * MIB)
    for path, code in ((sparse, "E510"), (large, "E510")):
        assert refused(path, "project", "--plan", path) == [("E201", None, None)]
        assert refused(path, "track", "--ledger", path) == [(code, 1, 1)]
        assert refused(path, "project", "--from", path) == [(code, 1, 1)]


READERS = ("check --plan", "track --ledger", "project --from", "record gdp 2017-11 1 --ledger")


@pytest.mark.process
@on_linux
@pytest.mark.parametrize("command", READERS)
def test_what_never_ends_is_never_read(tmp_path, command):
    """A pipe to which nobody writes and an endless device end in a message at once."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", "/dev/zero"):
        code, out, err = measured(*command.split(), path, env={"ERQI_LANG": "en"})
        assert (code, out) == (4, b"")
        assert f"E102 {path} is not a regular file" in err


@pytest.mark.parametrize("command", READERS)
def test_what_is_no_regular_file_is_named(erqi, tmp_path, command):
    """A directory, a device, a socket, a link to itself and one to nowhere end in a message of two lines."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        for path in (
            tmp_path,
            "/dev/null",
            tmp_path / "socket",
            tmp_path / "loop",
            tmp_path / "dangling",
        ):
            done = erqi(*command.split(), path)
            assert (done.code in (4, 5), done.out, is_quiet(done.err)) == (True, "", True)
            assert re.fullmatch(rf"erqi: E\d+ .*{re.escape(str(path))}.*\n  = .*\n", done.err)


DROP_RIGHT, OPENS_ANYTHING, SEARCHES_ANYTHING = 24, 1, 2
"""Linux's PR_CAPBSET_DROP, CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


def without_roots_rights():
    """Give up what opens every file to root before a program starts; what belongs to root stays its own."""
    if os.geteuid() == 0:
        for right in (OPENS_ANYTHING, SEARCHES_ANYTHING):
            assert ctypes.CDLL(None).prctl(DROP_RIGHT, right, 0, 0, 0) == 0


@on_linux
@pytest.mark.parametrize("command", READERS[:3])
def test_a_file_without_permission_is_named(process, tmp_path, command):
    """A file that may not be read is said to be so, with exit code 4."""
    path = tmp_path / "locked.csv"
    path.touch(mode=0o000)
    done = process(*command.split(), path, env={"ERQI_LANG": "en"}, preexec_fn=without_roots_rights)
    assert (done.returncode, done.stdout) == (4, b"")
    assert f"E103 no permission to read {path}" in done.stderr.decode()


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 300, "nowhere/plan.csv"])
@pytest.mark.parametrize("command", READERS)
def test_a_name_that_names_no_file_is_refused(erqi, command, name):
    """An empty name, one with a NUL, one that is too long and one in no directory end in a message, not in a traceback."""
    done = erqi(*command.split(), name)
    assert (done.code in (4, 5), done.out, is_quiet(done.err)) == (True, "", True)
    assert done.err.startswith("erqi: E")


BAD_ROWS = {
    "plan": "sources:\n" + "  - {{id: s{n}, title: t, publisher: p, colour: red}}\n",
    "ledger": HEAD + "nope,2017-06,{n},,,,,\n",
    "base values": "id,value,unit\nnope{n},1,亿元\n",
    "regions": "region,id,value,unit\n甲区,nope{n},1,亿元\n",
}
"""For each kind of file its first line, and a wrong line in which {n} counts."""


def wrong(kind, count):
    """Return a file with that many mistakes, one a line."""
    first, line = BAD_ROWS[kind].split("\n", 1)
    return first + "\n" + "".join(line.format(n=n) for n in range(count))


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("plan", "project --plan"),
        ("plan", "check"),
        ("ledger", "check"),
        ("ledger", "check --format markdown --ledger"),
        ("ledger", "track --ledger"),
        ("ledger", "record gdp 2017-05 1 --ledger"),
        ("base values", "project --from"),
        ("base values", "ratios --from"),
        ("regions", "project --format csv --from"),
    ],
)
def test_twenty_problems_are_shown_and_the_rest_counted(write, erqi, kind, command):
    """Whichever file is wrong and whoever reads it, twenty problems are shown and the others are counted."""
    for count, lang, last in (
        (20, "en", None),
        (21, "en", "… and 1 more problem"),
        (21, "zh", "……另有1处问题"),
        (200, "en", "… and 180 more problems"),
        (1200, "zh", r"……另有至少(980|1180)处问题"),
    ):
        text = wrong(kind, count)
        if kind == "plan":
            text = SMALL.replace("sources:\n", text)
        path = write(text, "file.yaml" if kind == "plan" else "file.csv")
        done = erqi(*command.split(), path, env={"ERQI_LANG": lang})
        lines = done.err.rstrip("\n").split("\n")
        assert (done.code, done.out) == (3, "")
        if command.startswith("check"):
            assert " 1 file" in lines[-1] or lines[-1].startswith("1个文件")
            lines.pop()
        shown = lines if last is None else lines[:-1]
        assert len(reported("\n".join(shown), path)) == 20
        assert last is None or re.fullmatch(last, lines[-1])
        assert len(lines) <= 51


def test_every_problem_is_a_row_for_a_machine(write, erqi):
    """`check --format json` lists all problems."""
    done = erqi("check", write(wrong("ledger", 200), "file.csv"), "--format", "json")
    assert (done.code, len(done.json["rows"])) == (3, 200)
