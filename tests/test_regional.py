"""Base values by region: one projected row for each row of a file, the same figures as for one district."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erqi_cli.calc.numbers import plain, plain_column
from erqi_cli.calc.scenario import scenario
from erqi_cli.calc.settings import parse_settings
from erqi_cli.output.machine import csv_text, json_text
from erqi_cli.output.regional import FORMS, RowWriter
from erqi_cli.plan.loading import load_plan
from erqi_cli.plan.quantity import parse_quantity
from erqi_cli.plan.region_rows import Asked
from erqi_cli.plan.regional import look_into, read_regional
from erqi_cli.results.regional import Layout, fill, hollow_record, regional_record, regional_result
from tests.conftest import PLAN
from tests.corpus import readable_forms

HEADINGS = (
    "region,id,name_zh,name_en,growth_percent,upper_percent,comparator,index,baseline_year,baseline_value,baseline_status,"
    "baseline_source,projected_year,projected_value,increase,unit,price_basis,deflator_percent,what_if,assumptions"
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
ONE_REGION = "region,id,value\n" + "".join(f"二七区,{name},{row[0]}\n" for name, row in NINE.items())
NO_REGION = ONE_REGION.replace("二七区,", "").replace("region,", "")
FEW = "地区,指标,数值,单位\n中原区,地区生产总值,530,\n金水区,进出口,12.5,亿美元\n"
YEARS = "region,id,year,value\n中原区,gdp,2016,100\n中原区,gdp,2015年,200.50\n金水区,gdp,２０１４,5300000万元\n"


def rows_of(text):
    """Return the rows of a CSV by region and id."""
    return {(row["region"], row["id"]): row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_region_has_the_figures_of_one_district(erqi, write, lang):
    """All nine indicators of a one-region file are the hand-computed ones, and those of the same file without regions."""
    path, alone = write(ONE_REGION, "regions.csv"), write(NO_REGION, "alone.csv")
    done = erqi("project", "--from", path, "--format", "json", "--lang", lang)
    table = erqi("project", "--from", path, "--baseline", "--lang", lang).out
    same = erqi("project", "--from", alone, "--baseline", "--lang", lang).out
    for name, (_, projected, increase, unit) in NINE.items():
        row, other = done.rows[name], erqi("project", "--from", alone, "--format", "json").rows[name]
        assert (row["projected"]["value"], row["increase"], row["unit"]) == (Decimal(projected), Decimal(increase), unit)
        kept = {key: value for key, value in row.items() if key not in ("region", "baseline", "assumptions")}
        assert kept.items() <= other.items()
        assert row["baseline"]["value"] == other["baseline"]["value"]
        assert row["region"] == "二七区"
        line = next(line for line in same.splitlines() if row["name"][lang] in line)
        shown = next(line for line in table.splitlines() if row["name"][lang] in line)
        assert set(line.split()[:-2]) <= {*shown.split()}


def test_csv_has_its_documented_headings_and_one_row_for_each_row(erqi, write):
    """The headings are those of the README, and a row holds exact figures and where its base value comes from."""
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
    empty = erqi("project", "gdp", "--from", write("region,id,value\na,trade,1\n", "r.csv"), "--format", "json").json
    assert (empty["rows"], empty["notes"][-1]["code"]) == ([], "no-rows")


@pytest.mark.parametrize("content", readable_forms(FEW))
def test_what_spreadsheets_write_is_read(erqi, write, content):
    """Encodings, line ends and separators of every usual kind give the same rows, from a file and from standard input."""
    data = content if isinstance(content, bytes) else content.encode()
    done = erqi("project", "--from", write(data, "regions.csv"), "--format", "csv")
    piped = erqi("project", "--from", "-", "--format", "csv", stdin=data)
    for one in (done, piped):
        found = {key: (row["projected_value"], row["unit"]) for key, row in rows_of(one.out).items()}
        assert found == {("中原区", "gdp"): ("577.7", "亿元"), ("金水区", "trade"): ("12.875", "亿美元")}
        assert ("read as" in one.err) == (not data.startswith(b"\xef\xbb\xbf") and b"\xe4\xb8\xad" not in data)


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
def test_values_in_any_form_and_unit_are_exact(erqi, write, cell, unit, value):
    """A value comes out in the plan's unit with every digit, and 9% on top of it."""
    path = write(f"region,id,value,unit\nb,gdp,7,\na,gdp,{cell},{unit}\n", "regions.csv")
    row = rows_of(erqi("project", "--from", path, "--format", "csv").out)["a", "gdp"]
    assert (row["baseline_value"], Fraction(row["projected_value"])) == (value, Fraction(value) * Fraction("1.09"))
    assert "E" not in row["projected_value"] + row["increase"]


def test_a_year_column_projects_each_value_one_year_on(erqi, write):
    """A base value of a year gives the value of the next year, at that base year's prices; the output states both years."""
    path = write(YEARS, "regions.csv")
    out = erqi("project", "--from", path, "--format", "csv").out
    found = [(row["baseline_year"], row["projected_year"], row["projected_value"]) for row in csv.DictReader(io.StringIO(out))]
    assert found == [("2016", "2017", "109"), ("2015", "2016", "218.545"), ("2014", "2015", "577.7")]
    rows = erqi("project", "--from", path, "--format", "json").json["rows"]
    assert [(row["baseline"]["year"], row["projected"]["year"], row["years"][0]["year"]) for row in rows] == [
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
    assert "增速取2017年的目标，不是所推算年份的实际增速" in table
    assert "按各行基期年的价格和口径计" in table


def test_what_ifs_and_later_years_hold_for_every_region(erqi, write):
    """A growth, a deflator and --to work on each row: 100 × 1.1 × 1.02, and 9% compounded."""
    path = write("region,id,value\na,gdp,100\nb,trade,50\n", "regions.csv")
    words = ("project", "--from", path, "--format", "csv")
    row = rows_of(erqi(*words, "--set", "gdp.growth=10%", "--set", "gdp.deflator=2%").out)["a", "gdp"]
    assert (row["projected_value"], row["price_basis"], row["what_if"]) == (
        "112.2",
        "current",
        "gdp.growth=10%; gdp.deflator=2%",
    )
    later = rows_of(erqi(*words, "--to", "2019").out)["a", "gdp"]
    assert (later["value_2018"], later["value_2019"], later["index_2019"]) == ("118.81", "129.5029", "129.5029")
    table = erqi("project", "--from", path, "--to", "2019").out
    assert "2017–2019" in table
    assert "After 2017 extrapolated at the same rate" in table


def test_one_base_value_for_all_regions_is_refused(erqi, write):
    """--set of a base value would give each region the same one: refused, and nothing written."""
    done = erqi("project", "--from", write(FEW, "regions.csv"), "--set", "gdp.baseline=100")
    assert (done.code, done.out) == (2, "")
    assert "E606" in done.err


def test_rows_of_other_indicators_are_checked_and_left_out(erqi, write):
    """Names on the command line choose rows; a fault in another row is still one."""
    path = write(FEW, "regions.csv")
    assert list(rows_of(erqi("project", "进出口", "--from", path, "--format", "csv").out)) == [("金水区", "trade")]
    bad = write(FEW + "金水区,gdp,0,\n", "bad.csv")
    assert erqi("project", "trade", "--from", bad).code == 3
    assert "no row of the indicators asked for" in erqi("project", "retail-sales", "--from", path).out


def test_a_table_shows_what_people_can_read_and_says_so(erqi, write):
    """Of 1,500 rows a table and markdown show 1,000 and say above and below that there are more; CSV has them all."""
    path = write("region,id,value\n" + "".join(f"r{n},gdp,{n + 1}\n" for n in range(1500)), "regions.csv")
    for form, each in (("table", "Gross domestic product"), ("markdown", "| Gross domestic product |")):
        out = erqi("project", "--from", path, "--format", form).out
        assert out.count(each) == 1000
        assert out.count("the first 1,000 of 1,500; --format csv gives them all") == 2
    assert erqi("project", "--from", path, "--format", "csv").out.count("\n") == 1501


def test_cells_are_neutralised_and_quoted(erqi, write, tmp_path):
    """A region that a spreadsheet would run gets an apostrophe; commas, quotes and line ends in one come back as read."""
    content = 'region,id,value\n"=cmd|\'/C calc\'!A0",gdp,1\n"a, ""b""\nc",gdp,1\n'
    path = write(content, "regions.csv")
    out = erqi("project", "--from", path, "--format", "csv").out
    assert [key[0] for key in rows_of(out)] == ["'=cmd|'/C calc'!A0", 'a, "b" c']
    assert erqi("project", "--from", path, "--format", "csv", "--excel", "--output", tmp_path / "o.csv").code == 0
    assert (tmp_path / "o.csv").read_bytes().decode() == "\ufeff" + out.replace("\n", "\r\n")
    assert erqi("project", "--from", path, "--format", "json", "--excel").code == 2
    names = [row["region"] for row in erqi("project", "--from", path, "--format", "json").json["rows"]]
    assert names == ["=cmd|'/C calc'!A0", 'a, "b" c']


def test_other_commands_take_one_value_for_each_indicator(erqi, write):
    """A file of several regions is for project; another command says so and does not take the last value."""
    done = erqi("ratios", "--from", write("region,id,value\na,gdp,1\nb,gdp,2\n", "regions.csv"))
    assert (done.code, done.out) == (3, "")
    assert "a file of several regions goes with `erqi project` alone" in done.err


forms = st.sampled_from(["{}", "{}", "{}", "{}0", "{}亿元", "{}0000万元", " {}"])
values = st.decimals(min_value="0.000000000001", max_value="999999999999", places=12).map(plain).filter(lambda text: text != "0")
shorter = st.decimals(min_value="0.01", max_value="9999999", places=2).map(plain)
cells = st.builds(lambda form, value: form.format(value if "." in value or "0" not in form else f"{value}."), forms, shorter)
regions = st.text(st.sampled_from("ab区 ,\"'=-\n中"), min_size=1, max_size=5).filter(str.strip)
indicators = st.sampled_from(["gdp", "trade", "地区生产总值", "rural-income", "GDP"])


def projected(scene, path, form, last, plain_path):
    """Return a file's rows as text: by the quick path, or by one record after the other."""

    def use(feed):
        layout = Layout(scene, path, last).with_years(yearly=feed.yearly)
        result = regional_result(layout)
        if plain_path:
            records = [regional_record(layout, *row) for rows in feed.batches for row in zip(*rows, strict=True)]
            return {"csv": csv_text, "json": json_text}[form](result._replace(rows=tuple(records)))
        writer, rises = RowWriter(FORMS[form](result, result), lambda kind: hollow_record(layout, kind)), {}
        batches = (writer.rows(rows.regions, rows.kinds, fill(layout, rows, rises)) for rows in feed.batches)
        parts = [text for batch in batches for text in batch]
        return "".join(parts) + writer.end()

    return read_regional(look_into(path), scene.plan, Asked(last_year=last), use)[0]


@settings(max_examples=60)
@given(
    rows=st.lists(
        st.tuples(regions, indicators, st.one_of(values, cells), st.sampled_from(["", "亿元", "万元"])), min_size=1, max_size=8
    ),
    growth=st.decimals(min_value="-99", max_value="500", places=4),
    deflator=st.sampled_from([(), ("gdp.deflator=2.5%",)]),
    years=st.lists(st.integers(1990, 2040), min_size=8, max_size=8) | st.none(),
    last=st.sampled_from([None, 2019]),
)
def test_the_quick_path_is_the_plain_path_digit_for_digit(tmp_path_factory, rows, growth, deflator, years, last):
    """CSV and JSON made in columns are, byte for byte, those made of one record after the other."""
    plan = load_plan(PLAN)
    scene = scenario(plan, parse_settings(plan, [f"gdp.growth={plain(growth)}%", *deflator]))
    path = str(tmp_path_factory.mktemp("rows") / "regions.csv")
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["region", "name", "value", "unit", *(["year"] if years else [])])
        for index, (region, name, value, unit) in enumerate(rows):
            in_yuan = name not in ("trade", "rural-income")
            stated = unit if in_yuan and not value.endswith("元") else ""
            year = [2016 if last else years[index]] if years else []
            writer.writerow([f"{index}{region}", name, value if in_yuan else value.rstrip("亿万元"), stated, *year])
    for form in FORMS:
        expected = projected(scene, path, form, last, plain_path=True)
        assert projected(scene, path, form, last, plain_path=False) == expected


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False)))
def test_many_values_have_the_plain_form_of_each(numbers):
    """A column of values is written as each value is alone: no exponent, no needless zero, no negative zero."""
    small = [number for number in numbers if abs(number.adjusted()) < 100]
    assert plain_column(small) == [plain(number) for number in small]


def test_units_convert_by_their_ratio():
    """What is read at once by its unit's ratio is what the full grammar reads."""
    for unit in ("元", "万元", "亿元", "亿", "万"):
        ratio, _ = parse_quantity("1", "亿元", unit)
        for number in ("7", "0.000000000001", "999999999999999999.999999999999"):
            assert Fraction(number) * Fraction(ratio) == Fraction(parse_quantity(number, "亿元", unit)[0])
