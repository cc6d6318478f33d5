"""Base values from a user's CSV: tolerant of what spreadsheets do, strict on what is meant."""

import pytest

from erqi_cli import Failure
from erqi_cli.calc.decimals import plain
from erqi_cli.readers.base_values.read import read_base_values
from tests.corpus import readable_forms

ROWS = "指标,数值,单位\n地区生产总值,530,\n进出口总值,12.5,亿美元\n"


def read(plan, path):
    bases, _ = read_base_values(str(path), plan)
    return {name: (plain(base.value), base.unit) for name, base in bases.items()}


@pytest.mark.parametrize(
    "content",
    [
        *readable_forms(ROWS),
        "id,value,unit\ngdp,５３０,\ntrade,12.5亿美元,\n",
        'name,value\nGross domestic product,"5,300,000万元"\nImports and exports,12.5亿美元\n',
        "id,name,region,value,unit\ngdp,whatever,二七,530,\ntrade,,,12.5,亿美元\n",
        'id,value,note\ngdp,530亿,"two\nlines"\ntrade,12.5 亿美元,\n',
    ],
)
def test_what_spreadsheets_write_is_read(plan, write, content):
    """Encodings, line ends, separators, headings, units and digits of every usual kind give the same base values."""
    assert read(plan, write(content, "base.csv")) == {
        "gdp": ("530", "亿元"),
        "trade": ("12.5", "亿美元"),
    }


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("id,value\ngdp,1,234\n", [("E502", 2, 1)]),
        ("id,value\ngdp\n", [("E502", 2, 1)]),
        ("id,value\ngdp,#REF!\n", [("E506", 2, 5)]),
        ("id,value\ngdp,\n", [("E310", 2, 5)]),
        ("id,value\ngdp,(20)\n", [("E301", 2, 5)]),
        ("id,value\ngdp,0\n", [("E411", 2, 5)]),
        ("id,value\ngdp,-5\n", [("E411", 2, 5)]),
        ('id,value\n"gdp","1,23"\n', [("E301", 2, 8)]),
        ("id,value,unit\ngdp,5,米\n", [("E511", 2, 7)]),
        ("id,value,unit\ngdp,5,亿圆\n", [("E305", 2, 7)]),
        ("id,value\nnope,5\n", [("E509", 2, 1)]),
        ("id,value\nincome,5\n", [("E509", 2, 1)]),
        ("指标,数值\n出口,5\n进出口,5\n", [("E509", 2, 1), ("E509", 3, 1)]),
        ("id,name,value\ngdp,进出口总值,5\n", [("E521", 2, 5)]),
        ("id,value,year\ngdp,5,2015\ntrade,5,\n", [("E520", 2, 7), ("E310", 3, 9)]),
        ("id,value\ngdp,5\n地区生产总值,6\n", [("E505", 3, 1)]),
        ('id,value\ngdp,"5\ntrade,6\n', [("E503", 2, 1)]),
        ("id,valeu\ngdp,5\n", [("E508", 1, 4)]),
        ("gdp,5\n", [("E501", 1, 1)]),
        ("id,value,unit\ngdp,530亿元,万元\n", [("E512", 2, 5)]),
        ("id,value,value\ngdp,5,6\n", [("E504", 1, 10)]),
        ("id,value\n", [("E507", 1, 1)]),
        ('id,value\ngdp,"5"x\n', [("E510", 2, 1)]),
        ('id,value,note\n"g\ndp",x,\nnope,1,\n', [("E509", 2, 1), ("E301", 2, 1), ("E509", 4, 1)]),
    ],
)
def test_every_bad_row_is_named(plan, write, content, problems):
    """Bad rows are all reported, each at its cell, and nothing is read in part."""
    with pytest.raises(Failure) as caught:
        read_base_values(str(write(content, "base.csv")), plan)
    assert sorted(
        (one.code, one.place.line, one.place.column) for one in caught.value.problems
    ) == sorted(problems)
    assert caught.value.exit_code == 3


def test_a_csv_that_is_empty_or_binary_is_refused(plan, write):
    """An empty file and one with NUL bytes are data errors."""
    for content, code in (
        ("", "E507"),
        (b"PK\x03\x04", "E217"),
        (b"id,value\ngdp,\x005\n", "E216"),
        (b"\xff\x81id,\x81", "E202"),
    ):
        with pytest.raises(Failure) as caught:
            read_base_values(str(write(content, "base.csv")), plan)
        assert caught.value.problems[0].code == code


def test_base_values_from_a_file_are_marked(erqi, write):
    """The projection says that its base came from the file, in tables and in JSON; a GBK file is said on stderr."""
    path = write(ROWS.encode("gbk"), "base.csv")
    done = erqi("project", "gdp", "trade", "--from", path, "--baseline", "--lang", "zh")
    assert "577.7" in done.out
    assert "12.875" in done.out
    assert f"取自文件 {path}" in done.out
    assert "GB18030" in done.err
    row = erqi("project", "gdp", "--from", path, "--format", "json").rows["gdp"]
    assert (row["baseline"]["origin"], row["baseline"]["status"]) == ("file", None)


def test_a_what_if_wins_over_a_file(erqi, write):
    """--set of a base value overrides --from, and says so."""
    path = write(ROWS, "base.csv")
    row = erqi(
        "project", "gdp", "--from", path, "--set", "gdp.baseline=100", "--format", "json"
    ).rows["gdp"]
    assert (row["projected"]["value"], row["baseline"]["origin"]) == (109, "what_if")


@pytest.mark.parametrize("words", ["2016", "2016年", "2016-12", "2016年1-12月", "2016-12-31"])
def test_a_year_that_is_stated_is_the_base_year(plan, write, words):
    """Without a region a row may state its year, as a year or as all its months, where that is the base year."""
    found, _ = read_base_values(str(write(f"id,period,value\ngdp,{words},530\n")), plan)
    assert found["gdp"].value == 530


GROWTH = "; growth in the file is not a target; set one with --set ID.growth=8%"


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("id,value,growth,备注", f"growth, 备注{GROWTH}"),
        ("id,value,target_growth,", f"target_growth{GROWTH}"),
        ("id,value,untis,", "untis"),
    ],
)
def test_columns_that_are_not_used_are_named(erqi, write, head, words):
    """One line on standard error names them; the plan's target stays, whatever a growth column holds."""
    path = write(f"{head}\ngdp,100,7%,x\n", "base.csv")
    done = erqi("project", "gdp", "--from", path, "--format", "json", "--lang", "en")
    assert done.rows["gdp"]["projected"]["value"] == 109
    assert done.err == f"{path}: columns not used: {words}\n"


def test_other_commands_name_the_column_of_the_region(erqi, write):
    """A file with a region for each row is one set of base values for `ratios`, which says that the region counts for nothing."""
    path = write("地区,指标,数值\n二七区,地区生产总值,530\n", "base.csv")
    assert erqi("ratios", "--from", path, "--lang", "zh").err == f"{path}：未使用的列：地区\n"
