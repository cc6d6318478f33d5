"""The workbook: the plan's numbers as numbers, formulas that calculate, and nothing in it that a plan's words could run."""

import os
import random
import re
import shutil
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from erqi_cli.calc.decimals import plain
from erqi_cli.domain.vocabulary import Status
from erqi_cli.output.xlsx.number_format import is_exact_in_binary, number_format, shortest
from erqi_cli.results.labels import STATUS_SIGNS, STATUSES
from erqi_cli.results.report.workbook.schema import Number
from erqi_cli.results.tracking.columns import status_tone
from tests.conftest import ROOT

LEDGER = ROOT / "tests" / "files" / "ledger.csv"
NAMES = {
    "zh": ["计划", "推算", "进度", "来源"],
    "en": ["Plan", "Projection", "Tracking", "Sources"],
    "both": ["计划 Plan", "推算 Projection", "进度 Tracking", "来源 Sources"],
}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parsed(data):
    return ET.fromstring(data)  # noqa: S314 -- our own file


class Sheet:
    """A sheet as a reader finds it: its rows by id, its cells by their headings, its numbers as they are written."""

    def __init__(self, path, index):
        self.page = openpyxl.load_workbook(path).worksheets[index]
        self.values = openpyxl.load_workbook(path, data_only=True).worksheets[index]
        with zipfile.ZipFile(path) as archive:
            tree = parsed(archive.read(f"xl/worksheets/sheet{index + 1}.xml"))
        self.written = {cell.get("r"): cell.findtext(f"{MAIN}v") for cell in tree.iter(f"{MAIN}c")}
        self.head = next(row for row in self.page.iter_rows() if row[0].value and row[1].value)
        titles = [str(cell.value).split("\n")[-1] for cell in self.head]
        self.columns = {
            title: cell.column_letter for title, cell in zip(titles, self.head, strict=True)
        }
        ids = self.columns.get("Id") or self.columns["编号"]
        rows = range(self.head[0].row + 1, self.page.max_row + 1)
        self.lines = {
            self.page[f"{ids}{row}"].value: row for row in rows if self.page[f"{ids}{row}"].value
        }

    def cell(self, name, title):
        return self.page[f"{self.columns[title]}{self.lines[name]}"]

    def value(self, name, title):
        return self.values[f"{self.columns[title]}{self.lines[name]}"].value

    def number(self, name, title):
        """Return a number as the decimal that its digits are."""
        text = self.written[f"{self.columns[title]}{self.lines[name]}"]
        return None if text is None else Decimal(text)

    def words(self):
        return [
            str(cell.value)
            for row in self.page.iter_rows()
            for cell in row
            if cell.value is not None
        ]


@pytest.fixture
def made(erqi, tmp_path):
    """Write a workbook and return its path."""

    def make(*words, lang="en", name="plan.xlsx"):
        path = tmp_path / name
        done = erqi("report", "-o", path, "--lang", lang, *words)
        assert (done.code, done.out) == (0, ""), done.err
        return path

    return make


@pytest.fixture(scope="session")
def calculated(tmp_path_factory):
    """Recalculate workbooks with LibreOffice, every formula whatever value the file gives, and return the paths."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None and os.environ.get("ERQI_REQUIRE_OFFICE"):
        pytest.fail("ERQI_REQUIRE_OFFICE is set and there is no soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>\n",
        "utf-8",
    )

    def calculate(*paths, to="xlsx"):
        folder = tmp_path_factory.mktemp("calculated")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            to,
        ]
        done = subprocess.run(
            [*command, "--outdir", folder, *paths], capture_output=True, timeout=180, check=True
        )
        made = [folder / path.with_suffix(f".{to.partition(':')[0]}").name for path in paths]
        assert all(path.exists() for path in made), done.stderr
        return made

    return calculate


def near(value, exact):
    """Tell whether a binary result is the exact one, to 12 digits."""
    return value == pytest.approx(float(exact), rel=1e-12)


@pytest.mark.parametrize("lang", NAMES)
def test_four_sheets_in_every_language(made, lang):
    """Plan, projection, tracking and sources have names that Excel takes, and title, plan and data date stand on top."""
    path = made(lang=lang)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == NAMES[lang]
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in book.sheetnames)
    for page in book.worksheets:
        about = str(page["A2"].value)
        assert ("二七区2017年预期目标和“八大行动”" in about) == (lang != "en")
        assert ("data as of: 2017" in about) == (lang != "zh")


def test_both_languages_stand_beside_each_other(made):
    """With --lang both a heading has two lines, a name two columns, and a status both words."""
    page = openpyxl.load_workbook(made(lang="both")).worksheets[2]
    cells = {str(cell.value) for row in page.iter_rows() for cell in row}
    assert {
        "目标值\nTarget",
        "指标或目标",
        "Indicator or target",
        "地区生产总值",
        "Gross domestic product",
        "完成 / met",
    } <= cells


def test_every_number_of_the_plan_is_exact_in_binary_to_its_decimal(erqi, made):
    """Every figure of the listing is a number whose digits are the plan's, a rate as a hundredth of its percentage."""
    sheet = Sheet(made(), 0)
    rows = erqi("list", "--format", "json").rows
    assert list(sheet.lines) == list(rows)
    for name, row in rows.items():
        found = sheet.number(name, "Figure")
        assert (found if found is None or row["unit"] != "%" else found * 100) == row["value"], name


def test_every_number_of_the_projection_and_of_progress_is_exact_in_binary(erqi, made):
    """Inputs, formulas' values and observations have exactly the digits that JSON has."""
    path = made("--ledger", LEDGER)
    sheet = Sheet(path, 1)
    for name, row in erqi("project", "--format", "json").rows.items():
        base, projected = ((row[key] or {}).get("value") for key in ("baseline", "projected"))
        assert sheet.number(name, "Growth") * 100 == row["growth_percent"]
        assert sheet.number(name, "Index (2016 = 100)") == row["index"]
        if base is not None:
            assert sheet.number(name, "2016 base value") == base
            assert sheet.number(name, "2017 projected") == projected
            assert sheet.number(name, "Increase") == row["increase"]
    sheet = Sheet(path, 2)
    for name, row in erqi("track", "--ledger", LEDGER, "--format", "json").rows.items():
        scale = 100 if row["unit"] == "%" else 1
        if row["actual"] is not None:
            assert sheet.number(name, "Actual") * scale == row["actual"]
            assert sheet.number(name, "Target") * scale == row["target"]


@pytest.mark.parametrize(
    "digits",
    ["9.95", "0.1", "571.16", "1.005", "123456789012.345", "0.000000000001", "-2.675", "30"],
)
def test_numbers_are_written_with_the_digits_that_give_them_back(digits):
    """Up to 15 digits a decimal comes back as it was; 9.95 is not written as 9.949999999999999."""
    assert Decimal(shortest(float(Decimal(digits)))) == Decimal(digits)
    assert is_exact_in_binary(Decimal(digits))


def test_any_figure_of_fifteen_digits_is_written_with_its_own_digits(made, write):
    """300 figures with up to 15 digits, and 9.95, read back from the file as the plan has them; no note says otherwise."""
    dice = random.Random(2017)  # noqa: S311 -- the same figures in every run
    figures = [
        Decimal("9.95"),
        Decimal("4.35"),
        *(Decimal(dice.randrange(1, 10**15)).scaleb(-dice.randrange(13)) for _ in range(300)),
    ]
    targets = "".join(
        f"      - {{id: t{at}, name: 目标, kind: context, value: {plain(one)}, unit: 亿元, phrases: [目标]}}\n"
        for at, one in enumerate(figures)
    )
    text = (
        (ROOT / "tests" / "files" / "small.yaml")
        .read_text("utf-8")
        .replace("ratios:\n", f"{targets}ratios:\n")
    )
    sheet = Sheet(made("--plan", write(text)), 0)
    assert [sheet.number(f"projects.t{at}", "Figure") for at in range(len(figures))] == figures
    assert not any("keeps 15 digits" in words for words in sheet.words())


def test_more_digits_than_a_spreadsheet_has_are_said_to_be_rounded(made, write):
    """A figure of 18 digits is the nearest number that there is, and a note under the rows says so; else there is none."""
    text = (
        (ROOT / "tests" / "files" / "small.yaml")
        .read_text("utf-8")
        .replace("value: 412", "value: 123456789012345678")
    )
    sheet = Sheet(made("--plan", write(text)), 0)
    assert float(sheet.number("projects.investment", "Figure")) == float(123456789012345678)
    assert any("a spreadsheet keeps 15 digits" in words.lower() for words in sheet.words())
    assert not any("keeps 15 digits" in words for words in Sheet(made(), 0).words())


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("9", "rate", "0%"),
        ("8.5", "rate", "0.0%"),
        ("571.16", "amount", "#,##0.00"),
        ("524", "amount", "#,##0"),
        ("30.97512", "amount", "#,##0.0000"),
        ("0.00001234", "amount", "#,##0.000000"),
        ("1.475", "change", "+#,##0.000;-#,##0.000;0"),
        ("46.666", "percent", "0.00%"),
        ("-3.33", "lead", '"超"0.00;"欠"0.00;0.00'),
        ("-0.001", "lead", "0.00"),
        ("3", "use", '"高于进度"0.00;"低于进度"0.00;0.00'),
        ("32", "points", '#,##0"个百分点"'),
    ],
)
def test_numbers_are_shown_with_the_places_that_they_have(value, form, shown):
    """A number format shows a number as the tables do: no point after a whole number, no zero for what is not zero."""
    assert number_format(Number(Decimal(value), form), "zh") == shown


def test_the_plan_sheet_says_where_each_figure_stands(made):
    """Phrase, commitment, due date and source stand beside a figure, the date as a date, an amount with its separators."""
    sheet = Sheet(made(), 0)
    name = "urbanisation.residents-returned"
    assert (
        sheet.cell(name, "Phrase").value
        == "年底前60%以上的群众回迁；确保年底前实现已拆迁项目60%以上的群众回迁"
    )
    words = [
        sheet.cell(name, title).value
        for title in ("Action", "Kind", "Qualifier", "Commitment", "Source")
    ]
    assert words == ["2 Better urbanisation", "share", "at least", "ensure", "plenary-2017"]
    assert (sheet.cell(name, "Due").value.date(), sheet.cell(name, "Due").number_format) == (
        date(2017, 12, 31),
        "yyyy-mm-dd",
    )
    total = sheet.cell("projects.total-investment", "Figure")
    assert (total.value, total.number_format) == (3122, "#,##0")


def test_sources_have_their_dates_and_addresses_as_words(made):
    """A source's day is a date, and its address a text that is no link."""
    sheet = Sheet(made(), 3)
    assert sheet.cell("henan-daily-2017-01-20", "Published").value.date() == date(2017, 1, 20)
    assert (
        sheet.cell("henan-daily-2017-01-20", "Address").value == "news.yuduxx.com/szrd/545966.html"
    )
    assert sheet.cell("henan-daily-2017-01-20", "Address").hyperlink is None


def test_projected_values_are_formulas_with_their_values(made):
    """Index, projected value and increase are formulas of the same row, and the file holds what they give."""
    sheet = Sheet(made(), 1)
    row, at = sheet.lines["gdp"], sheet.columns
    growth, base, projected = (
        f"{at[title]}{row}" for title in ("Growth", "2016 base value", "2017 projected")
    )
    assert sheet.cell("gdp", "Index (2016 = 100)").value == f"=100*(1+{growth})"
    assert (
        sheet.cell("gdp", "2017 projected").value
        == f'=IF(ISNUMBER({base}),{base}*(1+{growth}),"–")'
    )
    assert sheet.cell("gdp", "Increase").value == f'=IF(ISNUMBER({base}),{projected}-{base},"–")'
    assert sheet.value("gdp", "2017 projected") == 571.16
    assert sheet.cell("gdp", "2017 projected").number_format == "#,##0.00"
    assert sheet.cell("gdp", "Growth").number_format == "0%"


@pytest.mark.parametrize(("lang", "told"), [("zh", "无基期值"), ("en", "no base value")])
def test_without_a_base_value_there_is_no_level(made, lang, told):
    """Without a base value the cell says so, the levels are dashes, the index stands, and a note gives the reason."""
    sheet = Sheet(made(lang=lang), 1)
    row = [cell.value for cell in sheet.values[sheet.lines["trade"]]]
    assert (row.count(told), row.count("–"), row.count(103)) == (1, 2, 1)
    assert any(("index only" if lang == "en" else "只给指数") in words for words in sheet.words())


def test_notes_stand_under_the_rows_as_in_the_tables(erqi, made):
    """Every note of the tables stands in its sheet, numbered as there."""
    path = made("--ledger", LEDGER)
    for index, words in ((1, ["project", "--baseline"]), (2, ["track", "--ledger", LEDGER])):
        shown = erqi(*words, "--format", "markdown").out
        notes = re.findall(r"^(\d+|-)\.? (.+)$", shown.split("\n\n")[-1], re.MULTILINE)
        assert len(notes) >= 5
        texts = set(Sheet(path, index).words())
        assert {f"[{mark}] {text}" if mark != "-" else f"* {text}" for mark, text in notes} <= texts


def test_inputs_are_marked_and_checked(made):
    """Growth and base values have the fill of the legend, formulas have not, and both inputs refuse what they cannot be."""
    page = Sheet(made(), 1)
    legend = next(row[0] for row in page.page.iter_rows() if "You may change" in str(row[0].value))
    fill = legend.fill.start_color.rgb
    for title in ("Growth", "2016 base value"):
        assert {page.cell(name, title).fill.start_color.rgb for name in page.lines} == {fill}
    assert page.cell("gdp", "2017 projected").fill.fill_type is None
    found = page.page.data_validations.dataValidation
    rules = {
        str(rule.sqref): (rule.operator or "between", rule.formula1, rule.formula2)
        for rule in found
    }
    first, last = min(page.lines.values()), max(page.lines.values())
    growth, base = (
        f"{page.columns[title]}{first}:{page.columns[title]}{last}"
        for title in ("Growth", "2016 base value")
    )
    assert rules == {growth: ("between", "-0.999999", "5"), base: ("greaterThan", "0", None)}


def test_a_deflator_is_an_input_and_enters_the_formulas(made):
    """With an assumed price rise the nominal step is the formula's, and the sheet says that it is a what-if."""
    sheet = Sheet(made("--set", "gdp.deflator=2%"), 1)
    rise = f"{sheet.columns['Price rise']}{sheet.lines['gdp']}"
    assert f"*(1+{rise})" in sheet.cell("gdp", "2017 projected").value
    assert sheet.number("gdp", "2017 projected") == Decimal("582.5832")
    assert sheet.cell("industry-value-added", "2017 projected").value.count("*") == 1
    assert "What-if: gdp.deflator=2%" in sheet.words()


@pytest.mark.parametrize("lang", NAMES)
def test_headings_stay_in_sight_and_on_every_page(made, lang):
    """The heading is frozen and repeated, the print is landscape, as wide as the page, with the plan's name in the footer."""
    path = made(lang=lang)
    for index, page in enumerate(openpyxl.load_workbook(path).worksheets):
        head = Sheet(path, index).head[0].row
        assert page.freeze_panes == f"{'ABCDEF'[1 if index else 2]}{head + 1}"
        assert page.print_title_rows == f"${head}:${head}"
        assert (
            page.page_setup.orientation,
            page.page_setup.fitToWidth or 1,
            page.page_setup.fitToHeight,
        ) == ("landscape", 1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert ("二七区" in page.oddFooter.left.text) == (lang != "en")
        assert "&P" in page.oddFooter.right.text or "&[Page]" in page.oddFooter.right.text


def test_columns_are_wide_enough_for_chinese(made):
    """A column is at least as wide as its widest figure, and a name of Chinese characters counts two for each."""
    sheet = Sheet(made(lang="zh"), 1)
    assert sheet.page.column_dimensions["A"].width >= 2 * len("规模以上工业增加值")
    assert sheet.page.column_dimensions[sheet.columns["2017年预期值"]].width >= len("38,375.64")


def test_completion_and_pace_are_formulas_where_they_are_plain(made):
    """Completion is actual by target, pace completion less what is expected; a milestone's words enter no formula."""
    sheet = Sheet(made("--ledger", LEDGER), 2)
    row, at, name = (
        sheet.lines["projects.annual-investment"],
        sheet.columns,
        "projects.annual-investment",
    )
    assert sheet.cell(name, "Completion").value == f"={at['Actual']}{row}/{at['Target']}{row}"
    assert sheet.cell(name, "Pace").value == f"=({at['Completion']}{row}-{at['Expected']}{row})*100"
    assert sheet.cell("gdp", "Pace").value.startswith(f"=({at['Actual']}")
    assert sheet.cell("industry.mazhai-provincial-zone", "Target").value == "done"
    assert sheet.value(name, "Completion") == pytest.approx(221.3 / 412)
    assert (sheet.cell(name, "Period").value.date(), sheet.cell(name, "Period").number_format) == (
        date(2017, 6, 30),
        "yyyy-mm",
    )


KINDS = """      - {id: limit, name: 限额, kind: level, value: 100, unit: 万元, comparator: at_most, phrases: [不超过100]}
      - {id: step, name: 同步, kind: relative, to: gdp, phrases: [同步]}
      - {id: fall, name: 下降, kind: growth, value: -3%, comparator: at_most, phrases: [下降3%以上]}
      - {id: stock, name: 存量, kind: level, value: 50, unit: 个, baseline: 80, phrases: [降到50]}
      - {id: range, name: 范围, kind: level, value: 50, upper: 60, unit: 个, comparator: between, phrases: [50—60]}
      - {id: built, name: 建成, kind: milestone, phrases: [建成]}
"""
SEEN = """target,period,value,growth
gdp,2017-06,,8%
projects.limit,2017-06,70,
projects.step,2017-06,,8.1%
projects.fall,2017-06,,-4%
projects.stock,2017-06,70,
projects.range,2017-06,20,
projects.built,2017-06,1,
"""


def test_every_kind_of_target_keeps_its_meaning(made, write):
    """A limit, a fall, a way from a start, a range, a milestone and a target in step say what they are, with fitting formulas."""
    text = (
        (ROOT / "tests" / "files" / "small.yaml")
        .read_text("utf-8")
        .replace("ratios:\n", f"{KINDS}ratios:\n")
    )
    path = made("--plan", write(text), "--ledger", write(SEEN, "seen.csv"), lang="zh")
    plan, sheet = Sheet(path, 0), Sheet(path, 2)
    qualifiers = {
        name.partition(".")[2]: plan.cell(name, "限定").value for name in plan.lines if "." in name
    }
    assert qualifiers == {
        "investment": None,
        "limit": "以内",
        "step": "与地区生产总值增速同步",
        "fall": "不高于",
        "stock": None,
        "range": "区间",
        "built": None,
    }
    assert plan.value("projects.range", "上限") == 60
    pace = {
        name: (
            sheet.value(f"projects.{name}", "超/欠进度"),
            sheet.cell(f"projects.{name}", "超/欠进度").number_format,
        )
        for name in qualifiers
    }
    behind, used = '"超"0.00;"欠"0.00;0.00', '"高于进度"0.00;"低于进度"0.00;0.00'
    assert pace["limit"] == (pytest.approx(20), used)
    assert pace["range"] == (pytest.approx(-10), behind)
    assert (pace["fall"], pace["step"]) == (
        (pytest.approx(1), behind),
        (pytest.approx(0.1), behind),
    )
    assert sheet.cell("projects.fall", "超/欠进度").value.startswith(f"=({sheet.columns['目标值']}")
    assert sheet.cell("projects.stock", "完成率").value is None
    assert [sheet.cell("projects.built", title).value for title in ("目标值", "实际", "状态")] == [
        "完成",
        "完成",
        "已完成",
    ]


def test_a_status_has_the_sign_and_the_colour_that_it_has_elsewhere(erqi, made):
    """Beside each status stands its sign; both cells have the colour of the same of four tones."""
    sheet = Sheet(made("--ledger", LEDGER, lang="zh"), 2)
    rows = erqi("track", "--ledger", LEDGER, "--format", "json").rows
    colours = {}
    for name, row in rows.items():
        status = Status(row["status"])
        sign, word = sheet.cell(name, "标志"), sheet.cell(name, "状态")
        assert (sign.value, word.value) == (STATUS_SIGNS[status], STATUSES[status].zh)
        look = (word.fill.fgColor.rgb, word.font.color and word.font.color.rgb)
        assert (sign.fill.fgColor.rgb, sign.font.color and sign.font.color.rgb) == look
        colours.setdefault(status_tone(status), set()).add(look)
    assert set(colours) == {"bad", "quiet", "good"}
    assert all(len(looks) == 1 for looks in colours.values())
    assert len(set.union(*colours.values())) == 3


def test_the_progress_sheet_opens_with_what_is_most_urgent(made):
    """Under the plan and the date stands the sentence of the wall chart."""
    page = Sheet(made("--ledger", LEDGER, lang="zh"), 2).page
    top = [str(page[f"A{row}"].value) for row in range(1, 6)]
    assert any(words.startswith("已报6项中3项欠进度，差距最大的是新建停车位") for words in top)


def test_the_same_input_gives_the_same_bytes(process, tmp_path):
    """Two runs in different time zones and locales, seconds apart, write the same file, whose only date is that of the data."""
    import time

    first = process(
        "report", "--format", "xlsx", "--lang", "zh", env={"TZ": "Asia/Shanghai"}
    ).stdout
    time.sleep(2.1)  # a zip file counts in steps of two seconds
    other = {"TZ": "America/New_York", "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "7"}
    assert process("report", "--format", "xlsx", "--lang", "zh", env=other).stdout == first
    path = tmp_path / "plan.xlsx"
    path.write_bytes(first)
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert openpyxl.load_workbook(path).properties.created.date() == date(2017, 12, 31)


HOSTILE = {
    "formula": "=cmd|' /C calc'!A0",
    "sum": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "script": "<script>alert(1)</script>",
    "rich": "<r><t>&</r>",
    "quotes": "\"double\" 'single' & <b>",
    "escape": "_x0041_ _x000D_",
    "url": "https://example.org/?a=1&b=2",
    "number": "2017",
    "arabic": "خطة التنمية",
    "emoji": "目标🎯🏗",
    "picture": "R&G &[Picture] &P",
    "long": "长" * 300,
}


def hostile(write):
    """Write a plan whose names are what others would run, read or choke on."""
    plan = (ROOT / "tests" / "files" / "small.yaml").read_text("utf-8")
    quoted = {key: "'" + words.replace("'", "''") + "'" for key, words in HOSTILE.items()}
    targets = "".join(
        f"      - {{id: {key}, name: {words}, kind: context, value: 1, unit: 个, phrases: [{words}], note: {words}}}\n"
        for key, words in quoted.items()
    )
    plan = plan.replace("name: 小区计划", f"name: {quoted['picture']}").replace(
        "ratios:\n", f"{targets}ratios:\n"
    )
    return write(
        plan.replace("title: 报告", f"title: {quoted['script']}").replace(
            "name: 地区生产总值", f"name: {quoted['formula']}"
        )
    )


@pytest.mark.parametrize("lang", NAMES)
def test_hostile_words_are_words(made, write, lang):
    """Names that are formulas, mark-up, links or codes stand in the cells as they were written, and run nothing."""
    path = made("--plan", hostile(write), lang=lang)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parsed(archive.read(name))
        assert not any("external" in name.lower() for name in archive.namelist())
        assert not any(
            b"<hyperlink" in archive.read(f"xl/worksheets/sheet{number}.xml")
            for number in range(1, 5)
        )
        formulas = [
            found.text
            for number in range(1, 5)
            for found in parsed(archive.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}f")
        ]
    assert formulas
    assert not any("cmd" in text or "SUM" in text for text in formulas)
    words = Sheet(path, 0).words()
    for key, text in HOSTILE.items():
        assert text in words, key
    page = openpyxl.load_workbook(path).worksheets[0]
    starting = [
        cell
        for row in page.iter_rows()
        for cell in row
        if str(cell.value).startswith(("=", "+", "-", "@"))
    ]
    assert len(starting) >= 8
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in starting)
    assert "R＆G" in page.oddFooter.left.text


def test_hidden_characters_of_a_file_name_break_nothing(made, tmp_path):
    """A ledger whose name holds control characters and halves of characters is named in the notes, spelled out."""
    ledger = os.fsencode(tmp_path / "a") + b"\x01\xff\n.csv"
    shutil.copy(LEDGER, ledger)
    words = Sheet(made("--ledger", os.fsdecode(ledger)), 2).words()
    assert any(r"a\u0001\udcff\u000a.csv" in text for text in words)


def test_more_words_than_a_cell_holds_are_cut_with_a_sign(made, write):
    """A target with more phrases than a cell has room for still makes a sound workbook; the row is no higher than Excel allows."""
    many = ", ".join(f"{number}{'字' * 290}🎯" for number in range(1000, 1130))
    plan = (
        (ROOT / "tests" / "files" / "small.yaml")
        .read_text("utf-8")
        .replace("[投资412亿元]", f"[{many}]")
    )
    sheet = Sheet(made("--plan", write(plan)), 0)
    text = sheet.cell("projects.investment", "Phrase").value
    assert len(text.encode("utf-16-le")) // 2 <= 32767
    assert text.endswith("…")
    assert sheet.page.row_dimensions[sheet.lines["projects.investment"]].height <= 409


@pytest.mark.office
def test_an_office_calculates_what_the_program_does(erqi, made, calculated):
    """LibreOffice, calculating every formula anew, finds each projected value, completion and pace that JSON has."""
    (path,) = calculated(made("--ledger", LEDGER))
    sheet = Sheet(path, 1)
    for name, row in erqi("project", "--format", "json").rows.items():
        assert near(sheet.value(name, "Index (2016 = 100)"), row["index"])
        if row["projected"]:
            assert near(sheet.value(name, "2017 projected"), row["projected"]["value"])
            assert near(sheet.value(name, "Increase"), row["increase"])
        else:
            assert (sheet.value(name, "2017 projected"), sheet.value(name, "Increase")) == (
                "–",
                "–",
            )
    sheet, seen = Sheet(path, 2), 0
    for name, row in erqi("track", "--ledger", LEDGER, "--format", "json").rows.items():
        if row["completion_percent"] is not None:
            seen += 1
            assert near(sheet.value(name, "Completion"), row["completion_percent"] / 100)
            assert sheet.value(name, "Pace") == pytest.approx(float(row["pace_points"]), abs=1e-10)
    assert seen == 5


@pytest.mark.office
def test_an_office_projects_the_end_of_several_years(erqi, made, calculated):
    """7% a year is applied five times, 28% over the plan once: 612.4 becomes 858.92 and 48 becomes 61.44."""
    plan = ("--plan", ROOT / "tests" / "files" / "five_years.yaml")
    (path,) = calculated(made(*plan))
    sheet, rows = Sheet(path, 1), erqi("project", "--format", "json", *plan).rows
    assert len(rows) == 7
    for name, row in rows.items():
        assert near(sheet.value(name, "Index (2025 = 100)"), row["index"])
    assert sheet.value("gdp", "2030 projected") == pytest.approx(858.92, abs=0.005)
    assert near(sheet.value("budget-revenue", "2030 projected"), Decimal("61.44"))


@pytest.mark.office
def test_a_changed_rate_or_base_value_gives_what_a_what_if_gives(erqi, made, calculated):
    """A reader who changes a rate, fills in a base value or a price rise sees what `erqi project --set` says."""
    path = made("--set", "gdp.deflator=1%")
    sheet, book = Sheet(path, 1), openpyxl.load_workbook(path)
    page = book.worksheets[1]
    changes = [
        ("gdp", "Growth", 0.085),
        ("gdp", "Price rise", 0.02),
        ("trade", "2016 base value", 80),
        ("urban-income", "Growth", 0.1),
    ]
    for name, title, value in changes:
        page[f"{sheet.columns[title]}{sheet.lines[name]}"] = value
    book.save(path)
    (path,) = calculated(path)
    what_if = ["gdp.growth=8.5%", "gdp.deflator=2%", "trade.baseline=80", "urban-income.growth=10%"]
    rows = erqi(
        "project", "--format", "json", *(word for one in what_if for word in ("--set", one))
    ).rows
    sheet = Sheet(path, 1)
    assert near(sheet.value("trade", "2017 projected"), Decimal("82.4"))
    for name in ("gdp", "trade", "urban-income", "retail-sales"):
        assert near(sheet.value(name, "2017 projected"), rows[name]["projected"]["value"])
        assert near(sheet.value(name, "Increase"), rows[name]["increase"])
        assert near(sheet.value(name, "Index (2016 = 100)"), rows[name]["index"])


@pytest.mark.office
def test_a_changed_number_is_shown_with_its_own_places(made, calculated):
    """9% that becomes 8.55% shows as 8.55%, and the values that follow it show the places that they then have."""
    path = made()
    sheet, book = Sheet(path, 1), openpyxl.load_workbook(path)
    book.worksheets[1][f"{sheet.columns['Growth']}{sheet.lines['gdp']}"] = 0.0855
    book.worksheets[1][f"{sheet.columns['2016 base value']}{sheet.lines['retail-sales']}"] = 400.5
    book.save(path)
    (printed,) = calculated(path, to="pdf")
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed, which reads what is shown")
    shown = subprocess.run(
        [reader, "-layout", printed, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert re.search(
        r"Gross domestic product +8\.55% +about +108\.55 +524 +568\.802 +\+44\.802 ", shown
    )
    assert re.search(r"Retail sales of consumer goods +8% +108 +400\.5 +432\.54 +\+32\.04 ", shown)


@pytest.mark.office
def test_an_office_opens_a_hostile_workbook(made, write, calculated):
    """LibreOffice reads and writes the workbook of a hostile plan with every word in its place."""
    (path,) = calculated(made("--plan", hostile(write)))
    words = Sheet(path, 0).words()
    for key, text in HOSTILE.items():
        assert text in words, key
