"""Reading a plan that a user wrote: every fault is found, named and placed; nothing is read in part."""

import errno
import os
import threading
from pathlib import Path

import pytest

from erqi_cli import Failure, load_plan
from erqi_cli.output.terminal.messages import problem_lines
from tests.conftest import PLAN, ROOT
from tests.corpus import BAD

SMALL = ROOT / "tests" / "files" / "small.yaml"


def problems_of(path):
    with pytest.raises(Failure) as caught:
        load_plan(path)
    return caught.value.problems


def test_the_sound_file_that_the_bad_ones_were_made_from_is_sound():
    """Without a fault the small plan loads, so each bad file fails for its fault alone."""
    assert load_plan(SMALL).indicators[0].id == "gdp"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mistyped_key", "did you mean growth?"),
        ("duplicate_key", "line 4"),
        ("bare_rate", "write 9%"),
        ("fraction_rate", "for 9 percent write 9%"),
        ("full_width_rate", "write 9%"),
        ("thousands", "write 1412"),
        ("octal", "write 412"),
        ("unit_in_value", "its unit, 亿元, is given separately"),
        ("share_without_percent", "for 60 percent write 60%"),
        ("unknown_kind", "did you mean level?"),
        ("unknown_source", "did you mean report?"),
        ("unknown_numerator", "did you mean projects.investment?"),
        ("upper_case_id", "write GDP"),
        ("level_in_percent", "kind: share"),
        ("gbk", "iconv -f GB18030"),
        ("rate_without_kind", "kind: share"),
        ("number_split_in_a_list", 'put it in quotes: "投资412,000亿元"'),
        ("number_split_in_braces", "write 80000000 without the comma"),
        ("first_day_of_a_month", "write 2017-06"),
        ("chinese_comparator", "write about"),
        ("tolerance_with_percent", "write 0.1"),
        ("same_name_twice", "add an id to one of them"),
        ("unit_of_a_later_one", "that is declared above"),
        ("unit_of_an_unknown_one", "units: [{symbol: 斤, name: 斤}]; the common units: yuan"),
    ],
)
def test_remedy_is_the_right_one(name, words):
    """Where the right form can be known, the message gives it."""
    assert any(
        words in f"{one.message.en} {one.hint.en}" for one in problems_of(BAD / f"{name}.yaml")
    )


def test_excerpt_shows_the_line_and_a_caret_under_the_value():
    """The caret stands under the value, counted in the terminal's cells."""
    path = BAD / "unknown_unit.yaml"
    first, line, caret = problem_lines(problems_of(path), "en")[:3]
    assert first.startswith(f"{path}:27:15: E305")
    assert line == "   27 |         unit: 亿圆"
    assert caret.startswith("      | " + " " * 14 + "^^^^ ")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(write):
    """A plan saved by a Windows editor reads the same."""
    text = SMALL.read_text("utf-8").replace("\n", "\r\n")
    assert load_plan(write(b"\xef\xbb\xbf" + text.encode())) == load_plan(SMALL)


def test_quoting_changes_nothing(write):
    """A number or rate in quotes is the same number or rate."""
    text = (
        SMALL.read_text("utf-8").replace("412\n", "'412'\n").replace("growth: 9%", 'growth: "9%"')
    )
    assert load_plan(write(text)) == load_plan(SMALL)


def test_a_plan_comes_from_standard_input(process):
    """`--plan -` reads the plan from standard input."""
    done = process("get", "gdp.projected", "--plan", "-", stdin=SMALL.read_bytes())
    assert (done.returncode, done.stdout) == (0, b"571.16\n")


@pytest.mark.parametrize(
    ("path", "code"), [("/nowhere/plan.yaml", "E101"), ("/dev/null", "E102"), ("/dev/zero", "E102")]
)
def test_what_is_no_regular_file_is_refused(path, code):
    """A missing file and a device are refused before anything is read."""
    found = problems_of(path)
    assert [one.code for one in found] == [code]


def test_directory_pipe_and_link_loop_are_refused(tmp_path):
    """A directory, a named pipe without a writer and a link to itself end in a message, not in a hang."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    found = [problems_of(path)[0] for path in (tmp_path, tmp_path / "pipe", tmp_path / "loop")]
    assert [one.code for one in found] == ["E102", "E102", "E104"]
    assert found[2].values["reason"] == os.strerror(errno.ELOOP)


def test_a_new_plan_is_offered_only_where_a_plan_was_meant():
    """That `erqi init` begins a plan is told for a missing file of YAML, and not for a missing CSV or document."""
    hints = {
        name: problems_of(name)[0].hint.en
        for name in ("no.yaml", "no.yml", "no.csv", "no.txt", "yaml")
    }
    assert hints == {
        **dict.fromkeys(("no.yaml", "no.yml"), "check the path; `erqi init` makes a new plan"),
        **dict.fromkeys(("no.csv", "no.txt", "yaml"), "check the path"),
    }


def test_a_file_over_the_limit_is_refused_unread(tmp_path):
    """A sparse file of ten gigabytes is refused at once."""
    path = tmp_path / "sparse.yaml"
    with path.open("wb") as stream:
        stream.truncate(10 << 30)
    assert problems_of(path)[0].code == "E201"


def test_nesting_a_million_deep_is_refused_on_a_small_stack(write):
    """A million brackets end in E212 even on a thread with a one-megabyte stack."""
    path = write("a: " + "[" * 1_000_000)
    seen = []
    threading.stack_size(1 << 20)
    worker = threading.Thread(target=lambda: seen.append(problems_of(path)[0].code))
    worker.start()
    worker.join()
    threading.stack_size(0)
    assert seen == ["E212"]


def test_the_plan_is_looked_for_where_the_user_says(monkeypatch, write, starter):
    """--plan wins over ERQI_PLAN, and that over the plan that ships."""
    from erqi_cli.readers.yaml.load import find_plan

    mine = write(starter)
    assert Path(find_plan()).resolve() == PLAN
    monkeypatch.setenv("ERQI_PLAN", str(mine))
    assert find_plan() == str(mine)
    assert find_plan(SMALL) == str(SMALL)


def test_the_starter_plan_is_sound(write, starter):
    """What `erqi init` writes passes as it stands."""
    assert load_plan(write(starter)).plan_year == 2026


@pytest.mark.parametrize("text", ["---\n", "~\n", "''\n", "null"])
def test_a_document_without_content_is_empty(write, text):
    """A file that holds only a document mark or a null is empty."""
    assert [one.code for one in problems_of(write(text))] == ["E215"]


def test_keys_that_are_missing_together_are_named_together(write):
    """All keys that one mapping lacks are found in one run."""
    problems = problems_of(write("id: x\n"))
    missing = [one.values["key"].en for one in problems if one.code == "E205"]
    assert missing == ["name", "base_year", "plan_year"]


@pytest.mark.parametrize(
    "text",
    [
        "a: \x01" * 300_000,
        "- " * 900_000,
        "-\n" * 900_000,
        "a: 1\n" * 500_000,
        "sources:\n" + "  - {}\n" * 500_000,
        "sources:\n" + "  - {titel: x}\n" * 30_000,
    ],
)
def test_a_file_wrong_throughout_is_refused_soon(write, text):
    """Of a hostile file a thousand problems are found at the most."""
    assert 1 <= len(problems_of(write(text))) <= 1000


def test_ten_thousand_wrong_references_are_refused_soon(write):
    """Hints are sought only for what is shown: a plan of wrong references is refused in linear time."""
    from tests.benchmarks.run import plan_of

    text = plan_of(3_000).replace("target: i-", "target: j-")
    assert len(problems_of(write(text))) == 1000
