"""Names on the command line and in files: ids of any script, aliases, and parts, which are for the command line alone."""

import pytest

from tests.conftest import HEAD

PLAN = """\
name: 示范区2017年计划
base_year: 2016
plan_year: 2017
document: report
sources:
  - {id: report, title: 计划报告, publisher: 区政府, published: 2017-01-10}
units:
  - {symbol: 亿斤, name: {zh: 亿斤, en: 100 million jin}, of: 万吨, factor: 5}
  - {symbol: 班, name: classes}
indicators:
  - {id: gdp, name: {zh: 地区生产总值, en: Gross domestic product}, aliases: [经济总量, GRP], growth: 5%, unit: 亿元,
     price_basis: current}
  - {name: 社会消费品零售总额, aliases: [社零, 零售额], growth: 6%, unit: 亿元, price_basis: current}
  - {name: 进出口总值, aliases: [零售额], growth: 3%, unit: 亿元, price_basis: current}
  - {name: 棉花产量, growth: 2%, unit: 亿斤, price_basis: constant}
  - {name: PM2.5平均浓度, kind: level, value: 35, unit: 微克/立方米, comparator: at_most, collection: average}
  - {name: 粮食产量, kind: level, value: 1600, unit: 亿斤}
actions:
  - name: 教育
    targets:
      - {name: 新建幼儿园, kind: count, value: 30, unit: 班, aliases: [幼儿园]}
"""  # fmt: skip


@pytest.fixture
def small(write):
    return write(PLAN)


@pytest.mark.parametrize(
    ("name", "target_id"),
    [
        ("gdp", "gdp"),
        ("经济总量", "gdp"),
        ("grp", "gdp"),
        ("ＧＲＰ", "gdp"),
        ("社零", "社会消费品零售总额"),
        ("教育.新建幼儿园", "教育.新建幼儿园"),
        ("新建幼儿园", "教育.新建幼儿园"),
        ("幼儿园", "教育.新建幼儿园"),
        ("PM2-5平均浓度", "PM2-5平均浓度"),
        ("pm2-5平均浓度", "PM2-5平均浓度"),
        ("PM2.5平均浓度", "PM2-5平均浓度"),
    ],
)
def test_ids_names_and_aliases_are_names(erqi, small, name, target_id):
    """An id of any script, in capitals or not, a full name and an alias are taken without a word."""
    done = erqi("track", name, "--plan", small, "--format", "json")
    assert (done.code, list(done.rows), done.err) == (0, [target_id], "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("教育.新建幼儿园.value", "30"),
        ("新建幼儿园.value", "30"),
        ("幼儿园.value", "30"),
        ("社零.growth", "6"),
        ("社会消费品零售总额.growth", "6"),
    ],
)
def test_a_field_stands_behind_any_name(erqi, small, field, value):
    """What comes before the last point is an id, a name or an alias."""
    done = erqi("get", field, "--plan", small)
    assert (done.code, done.out, done.err) == (0, f"{value}\n", "")


def test_an_id_in_its_own_capitals_comes_first(erqi, write):
    """Of two ids that differ in capitals alone each is found as it is written, and neither in other capitals."""
    ids = [f"  - {{id: {name}, name: {name}, growth: 5%}}\n" for name in ("AI", "ai")]
    plan = write(PLAN[: PLAN.index("  - {id: gdp")] + "".join(ids))
    for name in ("AI", "ai"):
        assert erqi("get", f"{name}.id", "--plan", plan).out == f"{name}\n"
    done = erqi("get", "Ai.id", "--plan", plan)
    assert (done.code, "could mean 2 entries" in done.err) == (2, True)


def test_a_name_with_a_point_names_no_field(erqi, small):
    """PM2.5平均浓度 is a whole name, and not the field of another."""
    done = erqi("get", "PM2.5平均浓度", "--plan", small)
    assert (done.code, "E612" in done.err, "PM2-5平均浓度." in done.err) == (2, True, True)


def test_an_alias_of_two_targets_is_no_name(erqi, small, write):
    """It is refused on the command line and in files, with the ids of both."""
    both = "社会消费品零售总额, 进出口总值"
    done = erqi("get", "零售额.growth", "--plan", small)
    assert (done.code, "E602" in done.err, both in done.err) == (2, True, True)
    ledger = write(HEAD + "零售额,2017-06,,5%,,,,\n", "l.csv")
    done = erqi("track", "--plan", small, "--ledger", ledger)
    assert (done.code, f"{ledger}:2:1: E509" in done.err, both in done.err) == (3, True, True)


def test_files_take_ids_names_and_aliases(erqi, small, write):
    """A ledger names its targets by any of them, and its rows are those of one target."""
    names = ("教育.新建幼儿园", "新建幼儿园", "幼儿园", "gdp", "经济总量", "GRP", "社零", "PM2.5平均浓度", "PM2-5平均浓度")  # fmt: skip
    rows = [f"{name},2017-{month:02},{month}\n" for month, name in enumerate(names, 1)]
    ledger = write("target,period,value\n" + "".join(rows), "l.csv")
    done = erqi("check", ledger, "--plan", small, "--format", "json")
    counts = {row["item"]: row["count"] for row in done.json["rows"]}
    assert (counts["rows"], counts["targets"]) == (9, 4)


@pytest.mark.parametrize("name", ["幼儿", "零售总额", "PM2.5", "经济"])
def test_files_take_no_part_of_a_name(erqi, small, write, name):
    """A part is refused, and what it could mean is the remedy."""
    done = erqi(
        "check", write(f"target,period,value\n{name},2017-06,1\n", "l.csv"), "--plan", small
    )
    assert (done.code, "E509" in done.err, "write " in done.err) == (3, True, True)


def test_base_values_take_aliases(erqi, small, write):
    """A file of base values names its indicators by aliases, and so does the name beside an id."""
    bases = write("id,名称,数值\n,社零,500\ngdp,GRP,700\n", "b.csv")
    rows = erqi("project", "--plan", small, "--from", bases, "--format", "json").rows
    found = [rows[name]["projected"]["value"] for name in ("社会消费品零售总额", "gdp")]
    assert found == [530, 735]
    other = write("id,名称,数值\n社会消费品零售总额,GRP,500\n", "b.csv")
    assert "E521" in erqi("project", "--plan", small, "--from", other).err


@pytest.mark.parametrize(
    "words",
    [
        ("get", "出口.growth"),
        ("get", "gdp.growth", "--set", "出口.growth=8%"),
        ("show", "indicator", "出口"),
        ("explain", "出口"),
        ("track", "出口"),
        ("track", "出口", "出口", "--history"),
        ("project", "出口"),
        ("solve", "出口", "--base", "100", "--years", "1"),
    ],
)
def test_a_part_of_a_name_is_taken_and_said(erqi, small, words):
    """It is said once, on standard error; exit code and standard output are those of the whole name."""
    whole = [word.replace("出口", "进出口总值") for word in words]
    for lang, said in (("en", "took 出口 for 进出口总值"), ("zh", "“出口”按“进出口总值”处理")):
        expected = erqi(*whole, "--plan", small, "--lang", lang)
        done = erqi(*words, "--plan", small, "--lang", lang)
        assert (done.code, done.out, done.err) == (0, expected.out, f"{said}\n")


def test_a_part_is_said_beside_a_document(erqi, small):
    """JSON on standard output stays clean."""
    done = erqi("track", "出口", "--plan", small, "--format", "json")
    assert (list(done.rows), done.err) == (["进出口总值"], "took 出口 for 进出口总值\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("project", "domestic"), "took domestic for Gross domestic product"),
        (("project", "gd"), "took gd for Gross domestic product"),
        (("project", "地区生产"), "took 地区生产 for 地区生产总值"),
        (("project", "经济总"), "took 经济总 for Gross domestic product"),
    ],
)
def test_the_name_is_said_in_the_language_of_the_part(erqi, small, words, said):
    """A part of an id or of an alias stands for the name in the language of the output."""
    assert erqi(*words, "--plan", small).err == f"{said}\n"


def test_record_says_which_part_it_took(erqi, small, tmp_path):
    """The row is written under the full id."""
    ledger = tmp_path / "l.csv"
    words = ("出口", "2017-06", "12", "--plan", small, "--ledger", ledger, "--create")
    done = erqi("record", *words)
    assert done.err.startswith("took 出口 for 进出口总值\n")
    assert ledger.read_text("utf-8") == HEAD + "进出口总值,2017-06,12,,P,,,\n"


def test_ids_of_any_script_are_recorded_and_completed(erqi, process, small, tmp_path):
    """A target without an id in the plan is recorded under its name, and completion offers it."""
    ledger = tmp_path / "l.csv"
    words = ("新建幼儿园", "2017-06", "12班", "--plan", small, "--ledger", ledger, "--create")
    assert erqi("record", *words).code == 0
    assert ledger.read_text("utf-8") == HEAD + "教育.新建幼儿园,2017-06,12,,P,,,\n"
    actual = erqi("get", "教育.新建幼儿园.actual", "--plan", small, "--ledger", ledger)
    assert actual.out == "12\n"
    for part, offered in (("教", "教育.新建幼儿园"), ("PM", "PM2-5平均浓度")):
        env = {
            "_ERQI_COMPLETE": "bash_complete",
            "COMP_WORDS": f"erqi track --plan {small} {part}",
            "COMP_CWORD": "4",
        }
        assert process(env=env).stdout.decode() == f"plain,{offered}\n"


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("粮食产量,2017-06,1600亿斤,", "1600"),
        ("粮食产量,2017-06,1600 100 million jin,", None),
        ("粮食产量,2017-06,1600,亿斤", "1600"),
        ("粮食产量,2017-06,1600,100 million jin", "1600"),
        ("粮食产量,2017-06,1600亿斤,亿斤", "1600"),
        ("粮食产量,2017-06,8000万吨,", "1600"),
        ("粮食产量,2017-06,80000000,吨", "1600"),
        ("棉花产量,2017-06,3亿斤,", "3"),
        ("新建幼儿园,2017-06,12班,", "12"),
        ("新建幼儿园,2017-06,12classes,", "12"),
        ("新建幼儿园,2017-06,12,班", "12"),
        ("新建幼儿园,2017-06,12个,", None),
        ("粮食产量,2017-06,12,班", None),
    ],
)
def test_a_unit_of_the_plan_is_read_in_a_ledger(erqi, small, write, row, value):
    """The target's own unit stands beside the number or in its column, and converts where the plan says to what."""
    ledger = write(f"目标,时期,数值,单位\n{row}\n", "l.csv")
    name = row.partition(",")[0]
    words = ("track", name, "--history", "--plan", small, "--ledger", ledger, "--format", "json")
    done = erqi(*words)
    if value is None:
        assert done.code == 3
    else:
        assert [str(one["value"]) for one in done.json["rows"]] == [value]


@pytest.mark.parametrize(
    ("cells", "value"),
    [("20亿斤,", 20), ("20,亿斤", 20), ("100,万吨", 20), ("20,100 million jin", 20)],
)
def test_a_unit_of_the_plan_is_read_in_base_values(erqi, small, write, cells, value):
    """A base value in the indicator's own unit is read, with and without regions."""
    bases = write(f"名称,数值,单位\n棉花产量,{cells}\n", "b.csv")
    done = erqi("project", "棉花产量", "--plan", small, "--from", bases, "--format", "json")
    assert done.rows["棉花产量"]["baseline"]["value"] == value
    regions = write(f"地区,名称,数值,单位\n甲,棉花产量,{cells}\n", "r.csv")
    done = erqi("project", "--plan", small, "--from", regions, "--format", "csv")
    assert f",{value},,r.csv," in done.out.replace(str(regions), "r.csv")


def test_a_unit_of_the_plan_is_recorded(erqi, small, tmp_path):
    """`record` takes the target's own unit, and a unit that it converts to."""
    ledger = tmp_path / "l.csv"
    for month, value in ((6, "800亿斤"), (7, "4500万吨")):
        words = ("粮食产量", f"2017-{month:02}", value, "--plan", small, "--ledger", ledger)
        assert erqi("record", *words, "--create").code == 0
    assert ledger.read_text("utf-8").splitlines()[1:] == [
        "粮食产量,2017-06,800,,P,,,",
        "粮食产量,2017-07,900,,P,,,",
    ]


def test_a_part_of_an_english_word_is_its_beginning(erqi):
    """Pace is no part of "New parking spaces"; park is."""
    assert erqi("explain", "pace").code == 2
    assert "New parking spaces" in erqi("explain", "new park").out
