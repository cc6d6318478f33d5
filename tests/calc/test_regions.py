"""Base values by region: one projected row for each row of a file, exact, in every format."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from erqi_cli.calc.decimals import plain
from erqi_cli.cli import erqi as group
from tests.conftest import PLAN

HEADINGS = (
    "region,id,name_zh,name_en,growth_percent,upper_percent,comparator,index,baseline_year,"
    "baseline_value,baseline_status,baseline_source,projected_year,projected_value,increase,unit,"
    "price_basis,deflator_percent,what_if,assumptions"
)
NINE = {
    "gdp": ("524", "571.16", "47.16", "亿元"),
    "budget-revenue": ("29.5", "30.975", "1.475", "亿元"),
    "industry-value-added": ("42", "44.1", "2.1", "亿元"),
    "fixed-asset-investment": ("364", "400.4", "36.4", "亿元"),
    "retail-sales": ("425", "459", "34", "亿元"),
    "trade": ("12.5亿美元", "12.875", "0.375", "亿美元"),
    "foreign-investment": ("20000万美元", "20600", "600", "万美元"),
    "urban-income": ("35533", "38375.64", "2842.64", "元"),
    "rural-income": ("20887", "22557.96", "1670.96", "元"),
}
"""Base value, and by hand the projected value, the increase and the unit."""
ONE_REGION = "region,id,value\n" + "".join(
    f"二七区,{name},{row[0]}\n" for name, row in NINE.items()
)
NO_REGION = ONE_REGION.replace("二七区,", "").replace("region,", "")
FEW = "地区,指标,数值,单位\n中原区,地区生产总值,530,\n金水区,进出口总值,12.5,亿美元\n"
YEARS = "region,id,year,value\n中原区,gdp,2016,100\n中原区,gdp,2015年,200.50\n金水区,gdp,２０１４,5300000万元\n"
OWN = "region,id,value,target_growth\na,gdp,100,8%\nb,gdp,100,\nc,trade,50亿美元,-1.5%\n"
RANGE = (
    "growth: 9%\n    comparator: about\n    tolerance: 0.1",
    "growth: 8%\n    upper: 9%\n    comparator: between",
)
"""The growth of the gross domestic product in the shipped plan, and a range in its place."""


def rows_of(text):
    """Return the rows of a CSV by region and id."""
    return {(row["region"], row["id"]): row for row in csv.DictReader(io.StringIO(text))}


def codes(row):
    """Return the codes of a CSV row's notes."""
    return row["assumptions"].split("; ")


@pytest.fixture
def project(erqi, write):
    """Project a file of base values as CSV and return its rows by region and id."""

    def run(content, *words):
        done = erqi("project", *words, "--from", write(content, "r.csv"), "--format", "csv")
        assert done.code == 0, done.err
        return rows_of(done.out)

    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_region_has_the_figures_of_one_district(erqi, write, lang):
    """All nine indicators of a one-region file are the hand-computed ones, and those of the same file without regions."""
    path, alone = write(ONE_REGION, "regions.csv"), write(NO_REGION, "alone.csv")
    done = erqi("project", "--from", path, "--format", "json", "--lang", lang)
    others = erqi("project", "--from", alone, "--format", "json").rows
    table = erqi("project", "--from", path, "--baseline", "--lang", lang).out
    same = erqi("project", "--from", alone, "--baseline", "--lang", lang).out
    for name, (_, projected, increase, unit) in NINE.items():
        row, other = done.rows[name], others[name]
        assert (row["projected"]["value"], row["increase"], row["unit"]) == (
            Decimal(projected),
            Decimal(increase),
            unit,
        )
        kept = {
            key: value
            for key, value in row.items()
            if key not in ("region", "baseline", "assumptions")
        }
        assert kept.items() <= other.items()
        assert row["baseline"]["value"] == other["baseline"]["value"]
        assert row["region"] == "二七区"
        line = next(line for line in same.splitlines() if row["name"][lang] in line)
        shown = next(line for line in table.splitlines() if row["name"][lang] in line)
        assert set(line.split()[:-2]) <= {*shown.split()}


def test_csv_has_its_documented_headings_and_one_row_for_each_row(erqi, write):
    """The headings are those of the topic on regions, and a row holds exact figures and where its base value comes from."""
    path = write(FEW, "regions.csv")
    out = erqi("project", "--from", path, "--format", "csv").out
    assert out.splitlines()[0] == HEADINGS
    assert out.splitlines()[1] == (
        f"中原区,gdp,地区生产总值,Gross domestic product,9,,about,109,2016,530,,{path},2017,577.7,47.7,亿元,constant,,,"
        "base-year-prices; baseline-from-file"
    )
    assert rows_of(out)["金水区", "trade"]["projected_value"] == "12.875"


def test_json_has_the_same_keys_with_and_without_regions(erqi, write):
    """One document of one shape: a row has every key that it has for one district, and a region, null where there is none."""
    with_regions = erqi("project", "--from", write(FEW, "regions.csv"), "--format", "json").json
    without = erqi("project", "--format", "json").json
    assert list(with_regions) == list(without)
    assert [list(row) for row in with_regions["rows"]] == [list(without["rows"][0])] * 2
    assert [row["region"] for row in with_regions["rows"]] == ["中原区", "金水区"]
    assert {row["region"] for row in without["rows"]} == {None}
    empty = erqi(
        "project",
        "gdp",
        "--from",
        write("region,id,value\na,trade,1亿美元\n", "r.csv"),
        "--format",
        "json",
    ).json
    assert (empty["rows"], empty["notes"][-1]["code"]) == ([], "no-rows")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FEW.encode(), "UTF-8"),
        (FEW.replace("\n", "\r\n").encode("gbk"), "GB18030"),
        (FEW.replace(",", "\t").encode("utf-16"), "UTF-16"),
    ],
)
def test_what_spreadsheets_write_is_read(erqi, write, data, encoding):
    """Usual encodings, line ends and separators give the same rows, from a file and from standard input."""
    done = erqi("project", "--from", write(data, "regions.csv"), "--format", "csv")
    piped = erqi("project", "--from", "-", "--format", "csv", stdin=data)
    for one in (done, piped):
        found = {
            key: (row["projected_value"], row["unit"]) for key, row in rows_of(one.out).items()
        }
        assert found == {
            ("中原区", "gdp"): ("577.7", "亿元"),
            ("金水区", "trade"): ("12.875", "亿美元"),
        }
        assert (encoding in one.err) == (encoding != "UTF-8")


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("5300000", "万元", "530"),
        ("530", "亿元", "530"),
        ("５３０", "", "530"),
        ('"1,234.5"', "", "1234.5"),
        ("5300000万元", "", "530"),
        ("530亿", "", "530"),
        ("0.000000000001", "亿元", "0.000000000001"),
        ("1", "元", "0.00000001"),
        ("999999999999999999.999999999999", "", "999999999999999999.999999999999"),
        ("530.00", "", "530"),
        (" 530 ", "", "530"),
    ],
)
def test_values_in_any_form_and_unit_are_exact(project, cell, unit, value):
    """A value comes out in the plan's unit with every digit, and 9% on top of it."""
    row = project(f"region,id,value,unit\nb,gdp,7,\na,gdp,{cell},{unit}\n")["a", "gdp"]
    assert (row["baseline_value"], Fraction(row["projected_value"])) == (
        value,
        Fraction(value) * Fraction("1.09"),
    )
    assert "E" not in row["projected_value"] + row["increase"]


def test_a_name_may_stand_beside_the_id(project):
    """The name of the same indicator, and words that are no indicator's name, change nothing beside an id."""
    rows = project(
        "region,id,name,value\na,gdp,地区生产总值,100\nb,gdp,合计,100\nc,,地区生产总值,100\n"
    )
    assert [row["projected_value"] for row in rows.values()] == ["109"] * 3


def test_each_row_has_the_unit_that_it_states_where_the_plan_has_none(project):
    """Two regions give one indicator in two units: each keeps its own, and a third gives none."""
    rows = project(
        "region,id,value,unit\na,trade,10,亿美元\nb,trade,20,万元\nc,trade,30,\nd,trade,40亿美元,\n"
    )
    assert [(row["projected_value"], row["unit"]) for row in rows.values()] == [
        ("10.3", "亿美元"),
        ("20.6", "万元"),
        ("30.9", ""),
        ("41.2", "亿美元"),
    ]


def test_a_year_column_projects_each_value_one_year_on(erqi, write):
    """A base value of a year gives the value of the next year, at that base year's prices; the output states both years."""
    path = write(YEARS, "regions.csv")
    out = erqi("project", "--from", path, "--format", "csv").out
    found = [
        (row["baseline_year"], row["projected_year"], row["projected_value"])
        for row in csv.DictReader(io.StringIO(out))
    ]
    assert found == [
        ("2016", "2017", "109"),
        ("2015", "2016", "218.545"),
        ("2014", "2015", "577.7"),
    ]
    rows = erqi("project", "--from", path, "--format", "json").json["rows"]
    assert [
        (row["baseline"]["year"], row["projected"]["year"], row["years"][0]["year"]) for row in rows
    ] == [
        (2016, 2017, 2017),
        (2015, 2016, 2016),
        (2014, 2015, 2015),
    ]
    assert [note["code"] for note in rows[0]["assumptions"]] == [
        "base-year-prices",
        "baseline-from-file",
        "target-of-plan-year",
    ]
    table = erqi("project", "--from", path, "--lang", "zh").out
    assert "2014    2015  577.7" in table
    assert "增速为2017年的目标，不是所推算年份的实际增速" in table
    assert "按各行基期年的价格和口径计" in table


def test_later_years_of_rows_that_state_the_base_year(erqi, write):
    """With --to all rows are of the plan's base year, and notes and columns name the years."""
    path = write("region,id,year,value\na,gdp,2016,100\n", "r.csv")
    row = rows_of(erqi("project", "--from", path, "--to", "2018", "--format", "csv").out)[
        "a", "gdp"
    ]
    assert (row["value_2018"], codes(row)) == (
        "118.81",
        ["base-year-prices", "baseline-from-file", "extrapolation"],
    )
    assert (
        "The 2017 value is at 2016 prices and scope"
        in erqi("project", "--from", path, "--to", "2018").out
    )


def test_what_ifs_and_later_years_hold_for_every_region(erqi, write, project):
    """A growth, a deflator and --to work on each row: 100 × 1.1 × 1.02, and 9% compounded."""
    content = "region,id,value\na,gdp,100\nb,trade,50\n"
    row = project(content, "--set", "gdp.growth=10%", "--set", "gdp.deflator=2%")["a", "gdp"]
    assert (row["projected_value"], row["price_basis"], row["what_if"]) == (
        "112.2",
        "current",
        "gdp.growth=10%; gdp.deflator=2%",
    )
    later = project(content, "--to", "2019")["a", "gdp"]
    assert (later["value_2018"], later["value_2019"], later["index_2019"]) == (
        "118.81",
        "129.5029",
        "129.5029",
    )
    table = erqi("project", "--from", write(content, "r.csv"), "--to", "2019").out
    assert "2017–2019" in table
    assert "Extrapolated at the same rate after 2017" in table


def test_a_row_is_projected_at_the_regions_own_target(project):
    """100 at 8% is 108; an empty cell takes the plan's 9%; a fall of 1.5% leaves 49.25. Each row says whose target it is."""
    rows = project(OWN)
    assert {
        key[0]: (row["growth_percent"], row["projected_value"], row["index"])
        for key, row in rows.items()
    } == {
        "a": ("8", "108", "108"),
        "b": ("9", "109", "109"),
        "c": ("-1.5", "49.25", "98.5"),
    }
    assert [codes(row)[-1] for row in rows.values()] == ["own-target", "plan-target", "own-target"]
    assert [row["comparator"] for row in rows.values()] == ["exactly", "about", "exactly"]


def test_an_own_target_has_no_tolerance(erqi, write):
    """The plan's 左右 and its tolerance hold for the plan's rate alone."""
    rows = erqi("project", "--from", write(OWN, "r.csv"), "--format", "json").json["rows"]
    assert [(row["comparator"], row["tolerance_points"]) for row in rows[:2]] == [
        ("exactly", None),
        ("about", Decimal("0.1")),
    ]


def test_tables_say_whose_target_a_row_is_projected_at(erqi, write):
    """The title and the notes name the regions' own targets in both languages."""
    path = write(OWN, "r.csv")
    zh, en = (erqi("project", "--from", path, "--lang", lang).out for lang in ("zh", "en"))
    assert "按各地区自定的增长目标，未填报的按二七区增长目标" in zh
    assert "增速为该地区自定目标" in zh
    assert "该地区未填报目标增速，按计划的增速推算" in zh
    assert "at the regions' own targets, or the targets of Erqi District if not given" in en
    assert "The growth is the region's own target" in en
    assert "The region gives no target growth; the plan's rate is used" in en


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("target_growth", "8%"),
        ("Target Growth", "+8 %"),
        ("目标增速", "８％"),
        ("增长目标", "8.0%"),
        ("增速目标", "8%"),
        ("目标增速（%）", "8"),
        ("增长目标(%)", "8%"),
        ("target_growth (%)", "8.00"),
    ],
)
def test_a_target_has_several_headings_and_forms(project, heading, cell):
    """The Chinese and English headings mean the region's own target; under a percent sign a number needs none."""
    assert (
        project(f"region,id,value,{heading}\na,gdp,400,{cell}\n")["a", "gdp"]["projected_value"]
        == "432"
    )


def test_own_targets_compound_and_take_a_deflator(project):
    """8% for two years is 116.64; with prices up by 2% it is 110.16 for one."""
    assert project(OWN, "--to", "2018")["a", "gdp"]["value_2018"] == "116.64"
    assert project(OWN, "--set", "gdp.deflator=2%")["a", "gdp"]["projected_value"] == "110.16"


def test_a_what_if_comes_before_the_regions_own_target(project):
    """--set of the growth holds for every region, and no row claims the region's or the plan's target."""
    rows = project(OWN, "--set", "gdp.growth=10%")
    assert [row["projected_value"] for row in rows.values()] == ["110", "110", "49.25"]
    assert [codes(row)[-1] for row in rows.values()] == ["what-if", "what-if", "own-target"]


def test_an_own_target_takes_the_place_of_a_range(project, write):
    """Where the plan has 8% to 9%, a region's own 6% is one rate: no upper end and no note on the lower."""
    plan = write(PLAN.read_text("utf-8").replace(*RANGE))
    rows = project(OWN.replace("8%", "6%"), "--plan", plan)
    assert (rows["a", "gdp"]["projected_value"], rows["a", "gdp"]["upper_percent"]) == ("106", "")
    assert "lower-end" not in codes(rows["a", "gdp"])
    assert (rows["b", "gdp"]["projected_value"], rows["b", "gdp"]["upper_percent"]) == ("108", "9")
    assert "lower-end" in codes(rows["b", "gdp"])


def test_own_targets_of_rows_with_years(project):
    """A row of 2015 with its own target says so, and not that the growth is the plan year's."""
    rows = project("region,id,year,value,target_growth\na,gdp,2015,100,8%\nb,gdp,2015,100,\n")
    assert codes(rows["a", "gdp"])[2:] == ["own-target"]
    assert codes(rows["b", "gdp"])[2:] == ["plan-target", "target-of-plan-year"]


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("增速", "增速"),
        ("growth", "growth"),
        ("同比增速（%）", "同比增速（%）"),
        ("growth_percent", "growth_percent"),
    ],
)
def test_a_bare_growth_is_what_the_base_year_achieved(erqi, write, heading, named):
    """A growth beside the base value is no target: the plan's rate applies, and stderr names the column."""
    path = write(f"region,id,value,{heading}\na,gdp,100,7%\n", "r.csv")
    done = erqi("project", "--from", path, "--format", "csv", "--lang", "en")
    assert rows_of(done.out)["a", "gdp"]["projected_value"] == "109"
    assert done.err == (
        f"{path}: columns not used: {named}; growth in the file is that of the base year; "
        "write a region's target under `target_growth`\n"
    )
    chinese = erqi("project", "--from", path, "--lang", "zh").err
    assert (
        chinese
        == f"{path}：未使用的列：{named}；增速视为基期年已实现的增速，各地区自定的目标请写在“目标增速”一列\n"
    )


def test_unknown_columns_are_named_once_and_never_guessed(erqi, write):
    """Columns that are like a known one stay unknown: neither `regoins` nor `yaer` stops the reading or counts."""
    path = write("region,id,value,yaer,regoins,,unti\na,gdp,100,1999,x,y,万元\n", "r.csv")
    done = erqi("project", "--from", path, "--format", "csv", "--lang", "en")
    assert rows_of(done.out)["a", "gdp"]["projected_value"] == "109"
    assert done.err == f"{path}: columns not used: yaer, regoins, unti\n"


def test_no_more_columns_are_named_than_can_be_read(erqi, write):
    """Of 30 unknown columns 20 are named."""
    names = [f"备注{n}" for n in range(30)]
    path = write(f"region,id,value,{','.join(names)}\na,gdp,100{',' * 30}\n", "r.csv")
    err = erqi("project", "--from", path, "--lang", "zh").err
    assert err.endswith("备注19等\n")


def test_one_base_value_for_all_regions_is_refused(erqi, write):
    """--set of a base value would give each region the same one: refused, and nothing written; so is a chart."""
    path = write(FEW, "regions.csv")
    for words in (("--set", "gdp.baseline=100"), ("--chart",)):
        done = erqi("project", "--from", path, *words)
        assert (done.code, done.out) == (2, "")
        assert "E606" in done.err


def test_rows_of_other_indicators_are_checked_and_left_out(erqi, write):
    """Names on the command line choose rows; a fault in another row is still one."""
    path = write(FEW, "regions.csv")
    assert list(rows_of(erqi("project", "进出口", "--from", path, "--format", "csv").out)) == [
        ("金水区", "trade")
    ]
    bad = write(FEW + "金水区,gdp,0,\n", "bad.csv")
    assert erqi("project", "trade", "--from", bad).code == 3
    assert "no row for these indicators" in erqi("project", "retail-sales", "--from", path).out


def test_a_table_shows_what_people_can_read_and_says_so(erqi, write):
    """Of 1,500 rows a table and markdown show 1,000 and say above and below that there are more; CSV has them all."""
    path = write(
        "region,id,value\n" + "".join(f"r{n},gdp,{n + 1}\n" for n in range(1500)), "regions.csv"
    )
    for form, each in (
        ("table", "Gross domestic product"),
        ("markdown", "| Gross domestic product |"),
    ):
        out = erqi("project", "--from", path, "--format", form).out
        assert out.count(each) == 1000
        assert out.count("the first 1,000 of 1,500; --format csv gives them all") == 2
    assert erqi("project", "--from", path, "--format", "csv").out.count("\n") == 1501


def test_cells_are_neutralised_and_quoted(erqi, write, tmp_path):
    """A region that a spreadsheet would run gets an apostrophe; commas, quotes and line ends in one come back as read."""
    content = 'region,id,value\n"=cmd|\'/C calc\'!A0",gdp,1\n"a, ""b""\nc",gdp,1\n%s,gdp,1\n'
    path = write(content, "50%s.csv")
    out = erqi("project", "--from", path, "--format", "csv").out
    assert [key[0] for key in rows_of(out)] == ["'=cmd|'/C calc'!A0", 'a, "b" c', "%s"]
    assert {row["baseline_source"] for row in rows_of(out).values()} == {str(path)}
    assert (
        erqi(
            "project", "--from", path, "--format", "csv", "--excel", "--output", tmp_path / "o.csv"
        ).code
        == 0
    )
    assert (tmp_path / "o.csv").read_bytes().decode() == "\ufeff" + out.replace("\n", "\r\n")
    assert erqi("project", "--from", path, "--format", "json", "--excel").code == 2
    names = [
        row["region"] for row in erqi("project", "--from", path, "--format", "json").json["rows"]
    ]
    assert names == ["=cmd|'/C calc'!A0", 'a, "b" c', "%s"]


def test_other_commands_take_one_value_for_each_indicator(erqi, write):
    """A file of several regions is for project; another command says so and does not take the last value."""
    done = erqi("ratios", "--from", write("region,id,value\na,gdp,1\nb,gdp,2\n", "regions.csv"))
    assert (done.code, done.out) == (3, "")
    assert "only `erqi project` takes a file with several regions" in done.err


values = st.decimals(min_value="0.000000000001", max_value="999999999999", places=12)
shorter = st.decimals(min_value="0.01", max_value="9999999", places=2)
growths = st.none() | st.decimals(min_value="-99", max_value="500", places=3)
names = st.text(st.sampled_from("ab区 ,\"'=-%\n中"), min_size=1, max_size=5).filter(str.strip)


def run_quickly(*words):
    """Return what the command line prints for some words."""
    done = CliRunner().invoke(group, [str(word) for word in words], prog_name="erqi")
    assert done.exit_code == 0, done.stderr
    return done.stdout


@given(
    rows=st.lists(st.tuples(names, values | shorter, growths), min_size=1, max_size=6),
    deflator=st.none() | st.decimals(min_value="-5", max_value="20", places=1),
    last=st.sampled_from([2017, 2019]),
)
def test_csv_and_json_hold_the_exact_products(tmp_path_factory, rows, deflator, last):
    """Base × (1 + growth) × (1 + deflator), compounded, to the last digit, in CSV and JSON alike."""
    path = tmp_path_factory.mktemp("rows") / "regions.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["region", "id", "value", "target_growth"])
        for index, (name, value, growth) in enumerate(rows):
            own = "" if growth is None else f"{plain(growth)}%"
            writer.writerow([f"{index}{name}", "gdp", plain(value), own])
    prices = [] if deflator is None else ["--set", f"gdp.deflator={plain(deflator)}%"]
    words = ("project", "--from", path, "--to", last, *prices, "--format")
    table = csv.DictReader(io.StringIO(run_quickly(*words, "csv")))
    documents = json.loads(run_quickly(*words, "json"), parse_float=Decimal)["rows"]
    for line, document, (name, value, growth) in zip(table, documents, rows, strict=True):
        step = (1 + Fraction(9 if growth is None else growth) / 100) * (
            1 + Fraction(deflator or 0) / 100
        )
        first, latest = Fraction(value) * step, Fraction(value) * step ** (last - 2016)
        assert " ".join(name.split()) in document["region"]
        assert (
            Fraction(line["projected_value"]) == Fraction(document["projected"]["value"]) == first
        )
        assert (
            Fraction(line["increase"]) == Fraction(document["increase"]) == first - Fraction(value)
        )
        assert Fraction(document["years"][-1]["value"]) == latest
        assert Fraction(line.get(f"value_{last}", line["projected_value"])) == latest
