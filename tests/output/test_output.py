"""The writers: one result, the same figures in every format, nothing cut, nothing obeyed."""

import csv
import io
import os
import re
from decimal import Decimal

import pytest

from erqi_cli.i18n.text import Text
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.table import table_text
from erqi_cli.output.terminal.wrap import wrap
from erqi_cli.output.text.json_csv import csv_text, encode
from erqi_cli.output.text.markdown import escape_markup, markdown_text
from erqi_cli.results.result import Column, Note, Result
from tests.conftest import ROOT, on_terminal

FIGURES = ["571.16", "30.975", "44.1", "400.4", "459", "38,375.64", "22,557.96"]
HOSTILE = "=cmd|' /C calc'!A0 [red]x[/] <script>alert(1)</script> | %s {} :smile: *b* `c`"


def shown_on_terminal(words, columns, **env):
    """Run the program on a terminal whose window has so many columns; return what it shows."""
    code, shown = on_terminal(words, columns, **env)
    assert code == 0
    return shown


def cells(line):
    from rich.cells import cell_len

    return cell_len(line)


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_figure_is_cut_or_folded_at_any_width(columns, lang):
    """At every width each projected value stands whole on one line, and no line is wider than the terminal."""
    shown = shown_on_terminal(
        ["project", "--baseline", "--color", "never", "--lang", lang], columns
    )
    for figure in FIGURES:
        assert re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d.,])", shown), figure
    assert max(map(cells, shown.split("\n"))) <= columns


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_date_is_folded(columns):
    """A due date stands whole on one line at every width, or its column is said to be left out."""
    shown = shown_on_terminal(
        ["list", "targets", "--action", "4", "--color", "never", "--lang", "en"], columns
    )
    left_out = re.search(r"Left out at this width: .*\bDue\b", shown)
    assert shown.count("2017-12-31") == (0 if left_out else 2)
    assert not re.search(r"2017-(?!12-31)|(?<!2017)-12-31", shown)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_baseline_table_is_a_table_at_eighty_columns(lang):
    """At 80 columns the main job has one line a row, and says which columns gave way."""
    shown = shown_on_terminal(["project", "--baseline", "--color", "never", "--lang", lang], 80)
    lines = shown.split("\n")
    rule = next(number for number, line in enumerate(lines) if line.startswith("──"))
    assert [bool(line) for line in lines[rule + 1 : rule + 11]] == [True] * 9 + [False]
    assert (
        lines[-2]
        == {
            "zh": "*  本宽度下未列：价格",
            "en": "*  Left out at this width: Prices, Increase, Index",
        }[lang]
    )


def rows_of(shown):
    """Return the lines between the rule of a table and the empty line below it."""
    lines = shown.split("\n")
    rule = next(number for number, line in enumerate(lines) if line.startswith("──"))
    return lines[rule - 1], lines[rule + 1 : lines.index("", rule)]


def test_columns_give_way_for_rows_of_two_lines():
    """At 60 columns nine English names take up to two lines each, and say which columns gave way for that."""
    shown = shown_on_terminal(["project", "--color", "never", "--lang", "en"], 60)
    _, rows = rows_of(shown)
    assert len(rows) <= 18
    assert "*  Left out at this width: Prices, Index\n" in shown


def test_a_year_between_gives_way_before_there_is_no_table():
    """At 80 columns one of three later years has no room in English; the last year always stays."""
    shown = shown_on_terminal(["project", "--to", "2020", "--color", "never", "--lang", "en"], 80)
    heading, _ = rows_of(shown)
    assert heading.split() == ["Indicator", "Growth", "2017", "2019", "2020", "Unit", "Notes"]
    assert "*  Left out at this width: Prices, Index 2017, 2018\n" in shown


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_observations_of_a_target_stay_one_line_each(columns, lang):
    """The source, then the status of the figure, give way before a line of the history is folded."""
    shown = shown_on_terminal(
        ["track", "gdp", "--history", "--color", "never", "--lang", lang], columns
    )
    _, rows = rows_of(shown)
    assert len(rows) == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_schedule_has_a_row_for_each_timetable_alone(lang):
    """19 of 40 targets have a timetable; the names of the other 21 stand below, under their reasons."""
    shown = shown_on_terminal(["schedule", "--color", "never", "--lang", lang], 140)
    _, rows = rows_of(shown)
    assert len(rows) == 19
    counts = re.findall(r"^(\d+)(?:项未列：| not listed: )", shown, re.MULTILINE)
    assert list(map(int, counts)) == [7, 2, 9, 3]


@pytest.mark.parametrize("columns", [30, 40, 60])
def test_a_count_stands_on_one_line_with_its_status(columns):
    """The line of counts ends after a status, never within one."""
    words = ["track", "--ledger", "tests/files/ledger.csv", "--color", "never", "--lang", "zh"]
    lines = shown_on_terminal(words, columns).split("\n")
    for count in ("▼ 欠进度3", "□ 待报25", "○ 未到期9", "● 达进度1", "▲ 超进度1", "✔ 已完成1"):
        assert any(count in line for line in lines), count


def test_the_notes_of_a_block_have_a_label():
    """Where the overview falls into blocks, the number of a note stands behind its label."""
    words = ["track", "--plan", "tests/files/kinds.yaml", "--ledger", "tests/files/kinds.csv"]
    shown = shown_on_terminal([*words, "--color", "never", "--lang", "zh"], 60)
    assert "\n  注         1\n" in shown


def test_a_piped_table_has_its_natural_width(process):
    """Piped output is not folded to 80 columns, whatever COLUMNS says."""
    plain = process("project", "--baseline", "--lang", "en", env={"COLUMNS": ""}).stdout
    for columns in ("0", "20", "80"):
        assert (
            process("project", "--baseline", "--lang", "en", env={"COLUMNS": columns}).stdout
            == plain
        )
    assert b"Above-scale industry value added" in plain


def test_columns_are_aligned_in_both_languages(erqi):
    """Every row's figures end where the heading's column ends, Chinese names or not."""
    for lang in ("zh", "en"):
        lines = erqi("project", "--lang", lang).out.split("\n")
        start = next(index for index, line in enumerate(lines) if line.startswith("─"))
        ends = {
            cells(line[: line.index("10") + 3])
            for line in lines[start + 1 : start + 4]
            if " 10" in line
        }
        assert len(ends) == 1


def test_machine_formats_are_the_same_bytes_anywhere(process):
    """JSON and CSV do not depend on locale, language or terminal settings."""
    for form in ("json", "csv"):
        variants = [
            {"LANG": "C", "LC_ALL": "C"},
            {"LANG": "zh_CN.UTF-8"},
            {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
            {"ERQI_LANG": "zh", "FORCE_COLOR": "1", "COLUMNS": "20"},
        ]
        outs = {process("project", "--format", form, env=env).stdout for env in variants}
        assert len(outs) == 1
        assert "地区生产总值".encode() in outs.pop()


def test_only_tables_have_the_encoding_of_standard_output(process):
    """Where Python's output is GBK a table is GBK; JSON, CSV and markdown stay UTF-8, byte for byte."""
    words = ["project", "--lang", "zh", "--format"]
    gbk = {"PYTHONIOENCODING": "gbk"}
    assert "地区生产总值" in process(*words, "table", env=gbk).stdout.decode("gbk")
    for form in ("json", "csv", "markdown"):
        written = process(*words, form, env=gbk).stdout
        assert "地区生产总值" in written.decode("utf-8")
        assert written == process(*words, form).stdout, form


def test_colour_follows_its_switches(process):
    """--color wins, then NO_COLOR, FORCE_COLOR and the terminal decide."""
    escape = b"\x1b["
    assert escape not in process("project").stdout
    assert escape in process("project", "--color", "always").stdout
    assert escape in process("project", env={"FORCE_COLOR": "1"}).stdout
    assert escape not in process("project", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert escape not in process("project", "--color", "never", env={"FORCE_COLOR": "1"}).stdout
    assert escape in shown_on_terminal(["project"], 80).encode()
    assert escape not in shown_on_terminal(["project"], 80, TERM="dumb").encode()


def test_json_numbers_have_exactly_their_digits(erqi):
    """571.16 is 571.16 and no binary neighbour of it."""
    out = erqi("project", "--format", "json").out
    assert re.findall(r'"projected": \{\s+"year": 2017,\s+"value": ([0-9.]+)', out) == [
        "571.16",
        "30.975",
        "44.1",
        "400.4",
        "459",
        "38375.64",
        "22557.96",
    ]


def test_json_contract_of_project(erqi):
    """The documented keys of the document and of its rows are always there."""
    document = erqi("project", "--format", "json").json
    assert document["schema_version"] == 2
    assert (document["base_year"], document["plan_year"], document["plan"]["id"]) == (
        2016,
        2017,
        "erqi-2017",
    )
    keys = [
        "id",
        "name",
        "unit",
        "price_basis",
        "growth_percent",
        "comparator",
        "baseline",
        "projected",
        "increase",
        "index",
        "assumptions",
    ]
    assert all(set(keys) <= set(row) for row in document["rows"])
    rows = {row["id"]: row for row in document["rows"]}
    assert rows["gdp"]["name"] == {"zh": "地区生产总值", "en": "Gross domestic product"}
    assert rows["gdp"]["comparator"] == "about"
    baseline = {key: rows["gdp"]["baseline"][key] for key in ("year", "value", "status", "source")}
    assert baseline == {
        "year": 2016,
        "value": 524,
        "status": "P",
        "source": "henan-daily-2017-01-20",
    }
    assert (rows["trade"]["baseline"], rows["trade"]["projected"], rows["trade"]["index"]) == (
        None,
        None,
        103,
    )
    assert [note["code"] for note in rows["rural-income"]["assumptions"]] == [
        "base-year-scope",
        "series-break",
    ]


def test_json_has_one_shape_whatever_the_options(erqi):
    """--baseline, --lang and --color change tables, never JSON."""
    plain = erqi("project", "--format", "json").out
    assert (
        erqi("project", "--format", "json", "--baseline", "--lang", "zh", "--color", "always").out
        == plain
    )


def test_what_if_is_marked_in_every_format(erqi):
    """A what-if is said in the table, in markdown, in JSON and in CSV."""
    for form in ("table", "markdown", "json", "csv"):
        out = erqi("project", "gdp", "--set", "gdp.growth=8.5%", "--format", form).out
        assert "gdp.growth=8.5%" in out
        assert "568.54" in out


def test_csv_is_tidy_with_raw_numbers(erqi):
    """CSV has one row an indicator, stable headings, raw numbers and both names."""
    rows = list(csv.DictReader(io.StringIO(erqi("project", "--format", "csv").out)))
    assert [row["id"] for row in rows][:2] == ["gdp", "budget-revenue"]
    assert rows[7]["projected_value"] == "38375.64"
    assert (rows[0]["name_zh"], rows[0]["name_en"]) == ("地区生产总值", "Gross domestic product")
    assert rows[5]["projected_value"] == ""


def test_excel_gets_its_byte_order_mark_and_line_ends(process):
    """--excel adds what Excel in Chinese needs, and nothing else changes."""
    plain = process("project", "--format", "csv").stdout
    excel = process("project", "--format", "csv", "--excel").stdout
    assert excel.startswith(b"\xef\xbb\xbf")
    assert excel[3:].replace(b"\r\n", b"\n") == plain


def hostile_result():
    columns = (
        Column("name", Text("名称", "Name"), "words"),
        Column("value", Text("值", "Value"), "number"),
    )
    row = {
        "name": Text(HOSTILE, HOSTILE),
        "value": Decimal("-1.50"),
        "flag": True,
        "none": None,
        "list": [],
        "map": {},
    }
    return Result(
        "test", Text("题", "Title"), columns, (row,), notes=(Note("n", Text("注", "note")),)
    )


def test_hostile_text_is_shown_and_never_obeyed():
    """Markup, formulas and markdown in a name come out as text in every format."""
    result = hostile_result()
    table = table_text(result, Style(lang="en"))
    assert HOSTILE in table
    markdown = markdown_text(result, Style(format="markdown"))
    assert "<script>" not in markdown.replace(r"\<script\>", "")
    assert r"\|" in markdown
    row = next(csv.DictReader(io.StringIO(csv_text(result))))
    assert row["name_en"] == "'" + HOSTILE
    assert row["value"] == "-1.5"


def test_an_address_in_markdown_becomes_no_link():
    """http://, www. and a mail address are shown as text, which renderers would else make links of."""
    assert escape_markup("http://a.b www.c.d x@e.f 1:2") == r"http\://a.b www\.c.d x\@e.f 1:2"


def test_the_neutralising_apostrophe_can_be_undone():
    """Dropping the first apostrophe before a formula sign gives the text back, even where it began with one."""
    for text in ("=1", "+1", "-1", "@A1", "'=1", "''+x", "plain", "'quoted'"):
        column = Column("name", Text("名", "Name"))
        result = Result("t", Text("t", "t"), (column,), ({"name": text},))
        cell = next(csv.DictReader(io.StringIO(csv_text(result))))["name"]
        assert not cell.startswith(tuple("=+-@"))
        undone = cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell
        assert undone == text


def test_json_of_every_kind_of_value():
    """Numbers, words, lists and blanks come out as JSON; the empty ones stay on one line."""
    row = hostile_result().rows[0]
    import json

    back = json.loads(encode(row))
    assert back == {
        "name": {"zh": HOSTILE, "en": HOSTILE},
        "value": -1.5,
        "flag": True,
        "none": None,
        "list": [],
        "map": {},
    }


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Gross domestic product", 10, ["Gross", "domestic", "product"]),
        ("projects.annual-investment", 12, ["projects.", "annual-", "investment"]),
        ("河南日报（金水河客户端）", 22, ["河南日报（金水河客户", "端）"]),
        ("", 5, [""]),
        ("due 2017-12-31 and 1.5%", 10, ["due", "2017-12-31", "and 1.5%"]),
        ('the "double" list', 9, ["the", '"double"', "list"]),
        ("abcdefgh", 4, ["abcd", "efgh"]),
        ("1,234,567.89 / 2017-12-31", 6, ["1,234,567.89", "/", "2017-12-31"]),
    ],
)
def test_words_fold_where_they_should(text, width, lines):
    """Words fold at spaces, after dots and hyphens, between Chinese characters, never before a closing mark or in a figure."""
    assert wrap(text, width) == lines


def test_an_ascii_terminal_gets_ascii_rules(process):
    """Where the encoding has no box-drawing characters the rules are hyphens."""
    out = process("project", "--lang", "en", env={"PYTHONIOENCODING": "ascii"}).stdout
    assert out.isascii()
    assert b"571.16" in out


def test_output_goes_to_a_file_whole_or_not_at_all(erqi, tmp_path):
    """--output writes the file, and leaves the old one where the new one cannot be written."""
    path = tmp_path / "out.json"
    assert erqi("project", "--format", "json", "--output", path).code == 0
    assert path.read_text("utf-8") == erqi("project", "--format", "json").out
    assert list(tmp_path.iterdir()) == [path]
    failed = erqi("project", "gpd", "--format", "json", "--output", path)
    assert (failed.code, failed.out) == (2, "")
    assert path.read_text("utf-8").startswith("{")


def test_output_keeps_permissions_and_follows_links(erqi, tmp_path):
    """A file that is replaced keeps its mode, and a link stays a link."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert erqi("project", "--format", "csv", "-o", link).code == 0
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_text("utf-8").startswith("id,")


def test_output_never_replaces_what_is_read(erqi, tmp_path, monkeypatch):
    """A plan, a ledger, base values or a document that the command reads is not replaced by its output, by whatever path."""
    monkeypatch.chdir(tmp_path)
    plan, link, ledger, bases = (
        tmp_path / name for name in ("p.yaml", "link.yaml", "ledger.csv", "bases.csv")
    )
    plan.write_bytes((ROOT / "tests" / "files" / "small.yaml").read_bytes())
    ledger.write_bytes((ROOT / "tests" / "files" / "ledger.csv").read_bytes())
    bases.write_bytes((ROOT / "tests" / "files" / "regions.csv").read_bytes())
    link.symlink_to(plan)
    before = [path.read_bytes() for path in (plan, ledger, bases)]
    commands = [
        ("project", "--plan", plan, "-o", "./p.yaml"),
        ("list", "--plan", link, "-o", plan),
        ("check", plan, "-o", plan),
        ("audit", plan, "-o", plan),
        ("project", "--from", bases, "--format", "csv", "-o", bases),
        ("track", "--ledger", ledger, "-o", ledger),
        ("track", "-o", "ledger.csv"),
    ]
    for command in commands:
        failed = erqi(*command)
        assert (failed.code, failed.out) == (5, "")
        assert "E705" in failed.err
    monkeypatch.setenv("ERQI_PLAN", str(plan))
    assert erqi("project", "-o", plan).code == 5
    assert [path.read_bytes() for path in (plan, ledger, bases)] == before
    assert erqi("project", "-o", "new.txt").code == 0
    monkeypatch.delenv("ERQI_PLAN")
    plan.rename("targets.yaml")
    assert erqi("project", "-o", "./targets.yaml").code == 5


def test_output_into_a_device_and_a_directory(erqi, tmp_path):
    """A device is written to and not replaced; a directory or a missing one is refused with exit code 5."""
    assert erqi("project", "--output", "/dev/null").code == 0
    assert os.path.exists("/dev/null")
    for path in (tmp_path, tmp_path / "no" / "where.csv"):
        failed = erqi("project", "--output", path)
        assert (failed.code, failed.out) == (5, "")
        assert "E702" in failed.err
