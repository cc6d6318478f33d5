"""Every command as its user meets it: what it prints, and how it fails."""

import gettext
import itertools
import re
import shlex
import unicodedata

import click
import pytest

from erqi_cli.cli import erqi as group
from tests.conftest import PLAN_HEAD, ROOT


def test_show_finds_an_action_by_number_id_name_or_part(erqi):
    """Action 3 is found by every one of its names."""
    first = erqi("show", "action", "3", "--format", "json").json
    assert first["action"]["id"] == "industry"
    assert len(first["rows"]) == 13
    for name in ("industry", "产业提档升级行动", "产业提档", "Industrial upgrading", "upgrading"):
        assert erqi("show", "action", name, "--format", "json").json == first


def test_an_action_ends_with_the_progress_of_its_targets(erqi):
    """4,600 of 10,000 parking spaces by June are 46%, 4 points behind; of 8 judged targets 3 are not reported."""
    words = ("show", "action", "2", "--ledger", ROOT / "tests" / "files" / "ledger.csv")
    shown = erqi(*words).out.partition("\nProgress as of June 2017\n")[2]
    assert shown.startswith(
        "3 of 4 reported targets are behind; the largest gap: New parking spaces"
    )
    assert "\n▼ 3 behind  □ 3 missing  ○ 1 not due  ✔ 1 done\n" in shown
    (parking,) = [line for line in shown.split("\n") if line.startswith("▼ New parking")]
    assert parking.split()[4:9] == ["4,600/10,000", "items", "46.0%", "-4.00", "900/month"]
    assert "School projects" not in shown
    assert "进度（截至2017年6月）" in erqi(*words, "--lang", "zh").out
    assert "## Progress as of June 2017" in erqi(*words, "--format", "markdown").out
    progress = erqi(*words, "--format", "json").json["progress"]
    assert (progress["as_of"], progress["summary"]["counts"]["behind"]) == ("2017-06", 3)
    assert {target["id"]: target["pace_points"] for target in progress["targets"]}[
        "urbanisation.parking-spaces"
    ] == -4


def test_the_progress_of_an_action_is_that_of_the_month_asked_for(erqi):
    """By March no target of action 2 has data; action 1 is at 95.2 of 412, which is 1.89 points behind 25%."""
    ledger = ("--ledger", ROOT / "tests" / "files" / "ledger.csv", "--as-of", "2017-03")
    assert "□ 7 missing  ○ 1 not due" in erqi("show", "action", "2", *ledger).out
    assert " -1.89 " in erqi("show", "action", "1", *ledger).out


@pytest.mark.parametrize(
    "words", ["source plenary-2017 --ledger x.csv", "target x --as-of 2017-06", "action --ledger x"]
)
def test_progress_is_for_one_action(erqi, words):
    """Where no progress is shown, the options of progress are refused and not passed over."""
    done = erqi("show", *words.split())
    assert (done.code, done.out) == (2, "")
    assert " E606 " in done.err


def test_an_action_without_judged_targets_has_no_progress(erqi, write):
    """An action of context figures alone ends with its targets."""
    plan = write(
        PLAN_HEAD + "actions:\n  - id: a\n    name: 甲\n    targets:\n"
        "      - {id: x, name: 乙, kind: context, value: 3, unit: 个}\n"
        "      - {id: y, name: 丙, kind: qualitative}\n"
        "indicators:\n  - {id: gdp, name: 丁, growth: 8%}\n"
    )
    assert "Progress" not in erqi("show", "action", "a", "--plan", plan).out
    assert erqi("show", "action", "a", "--plan", plan, "--format", "json").json["progress"] is None


def test_show_takes_a_name_of_several_words_without_quotes(erqi):
    """`erqi show indicator gross domestic product` needs no quotes."""
    assert erqi("show", "indicator", "gross", "domestic", "product").out.startswith(
        "Gross domestic product\n"
    )


def test_show_indicator_gives_base_target_and_published_figures(erqi):
    """An indicator shows its target, its base value, its projection and every vintage of its results."""
    out = erqi("show", "indicator", "gdp").out
    for words in (
        "about 9%",
        "52.4 billion yuan (524亿元)",
        "57.116 billion yuan (571.16亿元)",
        "2017: growth of 9.1%",
        "增长9%左右",
    ):
        assert words in out
    (row,) = erqi("show", "indicator", "gdp", "--format", "json").json["rows"]
    assert [seen["published"] for seen in row["observations"]] == [
        "2017-01-20",
        "2018-01-23",
        "2018-02-23",
    ]


def test_show_target_gives_both_places(erqi):
    """A target that the document gives twice shows both phrases."""
    out = erqi("show", "target", "urbanisation.residents-returned", "--lang", "zh").out
    assert "60%以上" in out
    assert "年底前60%以上的群众回迁" in out
    assert "确保年底前实现" in out
    assert "2017-12-31" in out


def test_show_source_lists_what_was_taken_from_it(erqi):
    """A source shows its publisher and date, and every figure that comes from it; without a name all sources are listed."""
    assert "growth of 9.1%" in erqi("show", "source", "business-daily").out
    assert next(iter(erqi("show", "source", "--format", "json").rows)) == "plenary-2017"


def test_list_filters(erqi):
    """Filters narrow a listing, alone and together."""
    strive = erqi(
        "list", "targets", "--action", "4", "--commitment", "strive", "--format", "json"
    ).rows
    assert set(strive) == {
        "opening.innovation-carriers",
        "opening.brand-projects",
        "opening.incubated-firms",
    }
    assert len(erqi("list", "indicators", "--format", "json").rows) == 9
    assert len(erqi("list", "actions", "--format", "json").rows) == 8
    assert len(erqi("list", "--format", "json").rows) == 71
    assert {
        row["kind"] for row in erqi("list", "--kind", "growth", "--format", "json").rows.values()
    } == {"growth"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("gdp.projected", "571.16"),
        ("gdp.growth", "9"),
        ("gdp.baseline", "524"),
        ("gdp.index", "109"),
        ("gdp.increase", "47.16"),
        ("gdp.unit", "亿元"),
        ("trade.index", "103"),
        ("地区生产总值.projected", "571.16"),
        ("projects.annual-investment.value", "412"),
        ("projects.annual-investment.commitment", "plan"),
        ("urbanisation.residents-returned.due", "2017-12-31"),
        ("residents-returned.comparator", "at_least"),
        ("gdp.name", "Gross domestic product"),
    ],
)
def test_get_prints_the_bare_value(erqi, field, value):
    """`erqi get` prints the value and a line end, and nothing else."""
    assert erqi("get", field) == (0, value + "\n", "")


def test_get_takes_what_ifs(erqi):
    """A what-if changes what `erqi get` prints."""
    assert erqi("get", "gdp.projected", "--set", "gdp.baseline=530").out == "577.7\n"
    assert erqi("get", "trade.projected", "--set", "trade.baseline=100").out == "103\n"
    assert (
        erqi(
            "get",
            "projects.annual-investment.value",
            "--set",
            "projects.annual-investment.value=500",
        ).out
        == "500\n"
    )


def test_explain_shows_the_formula_with_its_numbers(erqi):
    """The formula, the rule and the phrase stand in the explanation."""
    out = erqi("explain", "gdp").out
    for words in (
        "524 × (1 + 9%) = 571.16",
        "never on the ratio of two levels",
        "“增长9%左右”",
        "Henan Daily",
    ):
        assert words in out


def test_explain_of_every_thing_in_both_languages(erqi, plan):
    """Every indicator, target and ratio can be explained, and each explanation cites a source."""
    names = [one.id for one in plan.indicators] + [one.id for one in plan.ratios]
    names += [target.id for action in plan.actions for target in action.targets]
    for name in names:
        for lang in ("zh", "en"):
            done = erqi("explain", name, "--lang", lang)
            assert done.code == 0
            assert {"zh": "出处", "en": "Sources"}[lang] in done.out


def test_ratios_of_the_plan(erqi):
    """The ratios come out as computed by hand: 29.5/524, 30.975/571.16, 412/400.4 and so on."""
    rows = erqi("ratios", "--format", "json").rows
    shown = {
        name: (row["base_value"] and round(row["base_value"], 4), round(row["plan_value"], 4))
        for name, row in rows.items()
    }
    assert {name: tuple(map(str, pair)) for name, pair in shown.items()} == {
        "revenue-to-gdp": ("5.6298", "5.4232"),
        "investment-to-gdp": ("69.4656", "70.1029"),
        "retail-to-gdp": ("81.1069", "80.3628"),
        "urban-to-rural-income": ("1.7012", "1.7012"),
        "projects-to-investment": ("None", "102.8971"),
        "projects-annual-to-total": ("None", "13.1967"),
        "ecology-to-projects": ("None", "5.9466"),
        "funds-to-contracts": ("None", "33.3333"),
    }
    codes = {name: [note["code"] for note in row["assumptions"]] for name, row in rows.items()}
    assert "above-whole" in codes["projects-to-investment"]
    assert "mixed-prices" in codes["revenue-to-gdp"]
    assert "mixed-prices" not in codes["urban-to-rural-income"]
    assert round(rows["revenue-to-gdp"]["change"], 2) == round(
        rows["revenue-to-gdp"]["plan_value"] - rows["revenue-to-gdp"]["base_value"], 2
    )


def test_ratios_take_what_ifs(erqi):
    """At 300 the year's project investment is 74.93% of fixed-asset investment, and no longer above the whole."""
    row = erqi("ratios", "--set", "projects.annual-investment.value=300", "--format", "json").rows[
        "projects-to-investment"
    ]
    assert str(round(row["plan_value"], 2)) == "74.93"
    assert "above-whole" not in [note["code"] for note in row["assumptions"]]
    assert row["what_if"] == ["projects.annual-investment.value=300"]


@pytest.mark.parametrize(
    ("words", "unknown", "value", "exact"),
    [
        ("--base 524 --rate 9% --years 1", "target", "571.16", True),
        ("--target 571.16 --rate 9% --years 1", "base", "524", True),
        ("--base 524 --target 571.16 --years 1", "rate", "9", True),
        ("--base 524 --target 571.16 --rate 9%", "years", "1", True),
        ("--base 100 --target 121 --years 2", "rate", "10", True),
        ("--base 100 --target 81 --rate -10%", "years", "2", True),
        ("gdp --years 1", "target", "571.16", True),
        ("gdp --target 571.16", "years", "1", True),
    ],
)
def test_solve_is_exact_where_it_can_be(erqi, words, unknown, value, exact):
    """Where the missing quantity has an exact value, that is what comes out."""
    document = erqi("solve", *words.split(), "--format", "json").json
    found = {row["quantity"]: row["value"] for row in document["rows"]}
    assert (document["unknown"], str(found[unknown]), document["exact"]) == (unknown, value, exact)


def test_solve_for_years_gives_the_year_in_which_the_target_is_reached(erqi):
    """524 grows to 1000 at 9% in 7.4992 years: after eight full years it stands at 1044.10."""
    document = erqi(
        "solve", *["--base", "524", "--target", "1000", "--rate", "9%"], "--format", "json"
    ).json
    found = {row["quantity"]: row["value"] for row in document["rows"]}
    assert str(found["years"]).startswith("7.4991978")
    assert document["full_years"] == 8
    assert str(document["reached"]).startswith("1044.10")
    assert document["exact"] is False


def test_init_writes_a_sound_plan_and_never_overwrites(erqi, tmp_path):
    """`erqi init` makes a plan that passes, refuses to replace a file, and replaces it with --force."""
    path = tmp_path / "mine.yaml"
    assert erqi("init", path).code == 0
    assert erqi("check", path).code == 0
    path.write_text("mine", "utf-8")
    refused = erqi("init", path)
    assert (refused.code, refused.out) == (5, "")
    assert "E701" in refused.err
    assert path.read_text("utf-8") == "mine"
    assert erqi("init", path, "--force").code == 0
    assert erqi("check", path).code == 0


def test_the_plan_of_the_working_directory_is_found(erqi, tmp_path, monkeypatch):
    """The targets.yaml that `erqi init` writes is the plan of commands run beside it, behind ERQI_PLAN and --plan."""
    shipped = ROOT / "data" / "targets.yaml"
    monkeypatch.chdir(tmp_path)
    assert erqi("project", "--format", "json").json["plan"]["id"] == "erqi-2017"
    assert "commands run in this directory now read it" in erqi("init").err
    assert erqi("project", "--format", "json").json["plan"]["id"] == "my-district-2026"
    assert erqi("check").out.startswith("targets.yaml: no problems\n")
    assert (
        erqi("project", "--format", "json", env={"ERQI_PLAN": str(shipped)}).json["plan"]["id"]
        == "erqi-2017"
    )
    assert erqi("project", "--format", "json", "--plan", shipped).json["plan"]["id"] == "erqi-2017"
    assert "--plan" in erqi("init", "mine.yaml").err


def test_a_plan_of_the_working_directory_that_is_a_broken_link_is_refused(
    erqi, tmp_path, monkeypatch
):
    """A targets.yaml that is a link to nothing is said with exit code 4, and no other plan takes its place."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "targets.yaml").symlink_to("gone.yaml")
    done = erqi("project")
    assert (done.code, done.out) == (4, "")
    assert "targets.yaml is a link to gone.yaml, which does not exist" in done.err


@pytest.mark.parametrize(
    "words",
    [
        "project gdp", "show indicator gdp", "show action 1", "show target river-chiefs", "show source plenary-2017", "list",
        "explain gdp", "explain revenue-to-gdp", "solve gdp --years 2", "ratios", "schedule", "track gdp", "track gdp --history",
        "check",
    ],
)  # fmt: skip
def test_every_result_names_its_plan(erqi, words):
    """In tables the district or the plan's name stands in the title or the lines below it; in JSON the plan's id."""
    for lang, name in {"en": "Erqi District", "zh": "二七区"}.items():
        head = erqi(*words.split(), "--lang", lang).out.split("\n")[:2]
        assert any(name in line for line in head)
    assert erqi(*words.split(), "--format", "json").json["plan"]["id"] == "erqi-2017"


def test_check_counts_what_the_plan_holds(erqi):
    """The shipped plan passes, and its counts are said."""
    counts = {row["item"]: row["count"] for row in erqi("check", "--format", "json").json["rows"]}
    assert (counts["indicators"], counts["actions"], counts["targets"], counts["observations"]) == (
        9,
        8,
        62,
        15,
    )


def test_check_gives_problems_as_rows(erqi):
    """With --format json the problems are rows, and the exit code is still 3."""
    done = erqi("check", ROOT / "tests/files/bad/bare_rate.yaml", "--format", "json")
    (row,) = done.json["rows"]
    assert (done.code, row["code"], row["line"], row["column"]) == (3, "E302", 16, 13)
    assert row["remedy"]["en"] == "for 9 percent write 9%"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("project gpd", 2, "the closest: gdp"),
        ("project 收入", 2, "could mean 3 entries"),
        ("show target gdp", 2, "another kind (indicator)"),
        ("show action 9", 2, "E601"),
        ("show nothing", 2, "Invalid value"),
        ("get gdp", 2, "write it like gdp.projected"),
        ("get projects.annual-investment", 2, "write it like projects.annual-investment.value"),
        ("project --set gdp.growth=8% --set gdp.growth=9%", 2, "set twice"),
        ("project projects.annual-investment", 2, "another kind (target)"),
        ("project --excel", 2, "--excel"),
        ("check ''", 4, "E101"),
        ("project --plan ''", 4, "E101"),
        ("solve --target 100 --rate -99.999999999999% --years 1000", 2, "too large or too small"),
        ("show action 99", 2, "there are: projects, urbanisation"),
        ("show source nobody", 2, "there are: plenary-2017"),
        ("get gdp.colour", 2, "fields: projected"),
        ("get projects.annual-investment.colour", 2, "fields: value"),
        ("get trade.projected", 3, "No published value"),
        ("get gdp.commitment", 3, "E802"),
        ("project --set gdp.growth", 2, "gdp.growth=8.5%"),
        ("project --set gdp.growth=9", 2, "write 9%"),
        ("project --set gdp.baseline=-1", 2, "above zero"),
        ("project --set retail-sales.deflator=1%", 2, "current prices"),
        ("ratios --set urbanisation.residents-returned.value=70", 2, "not a rate"),
        ("project --to 2016", 2, "between 2017 and 2067"),
        ("project --plan /nowhere.yaml", 4, "E101"),
        ("project --plan /", 4, "a directory"),
        ("project --from /nowhere.csv", 4, "E101"),
        ("solve --base 1", 2, "three of the four are needed, not 1"),
        ("solve --base 1 --rate 9% --years 1 --target 2", 2, "three of the four are needed, not 4"),
        ("solve --base 0 --rate 9% --years 1", 2, "above zero"),
        ("solve --base 5 --target 10 --rate -1%", 2, "never reached"),
        ("solve --base 5 --target 10 --rate 9", 2, "write 9%"),
        ("solve --base 5 --rate 9% --years 1001", 2, "at most 1000"),
        ("solve trade --years 3", 3, "--base"),
        ("list sources --kind level", 2, "--kind"),
        ("list indicators --action 3", 2, "--action"),
        ("explain E999", 2, "E601"),
        ("explain E000", 2, "codes look like"),
        ("nonsense", 2, "there is no command 'nonsense'"),
        ("project --nonsense", 2, "No such option"),
        ("project --lang fr", 2, "fr"),
    ],
)
def test_wrong_use_ends_in_one_message_and_its_exit_code(erqi, words, code, told):
    """On failure standard output is empty, the message says what to do, and the exit code is the documented one."""
    done = erqi(*shlex.split(words))
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "project --plan a.yaml --plan=b.yaml",
            "--plan has more than one value: a.yaml, b.yaml",
        ),
        ("project --from a.csv gdp --from b.csv", "--from has more than one value"),
        ("project -o a.txt --output b.txt", "--output has more than one value: a.txt, b.txt"),
        ("project --format json --format csv", "--format has more than one value"),
        ("project --to 2018 --to 2019", "--to has more than one value"),
        ("list --lang en --lang zh", "--lang 有几个不同的值：en、zh"),
        ("track --ledger a.csv --ledger b.csv", "--ledger has more than one value"),
        ("track --as-of 2017-03 --as-of 2017-06", "--as-of has more than one value"),
        ("record gdp 2017-06 -5 --note a --note b", "--note has more than one value"),
        ("report --format html --format xlsx", "--format has more than one value"),
        ("schema -o a.json -o b.json", "--output has more than one value"),
        ("init --lang en --lang zh", "--lang"),
    ],
)
def test_two_values_of_one_option_are_refused(erqi, words, told, tmp_path, monkeypatch):
    """An option that takes one value is refused with exit code 2 where it is given two, however it is written."""
    monkeypatch.chdir(tmp_path)
    done = erqi(*words.split())
    assert (done.code, done.out, "E617" in done.err, told in done.err) == (2, "", True, True)
    assert list(tmp_path.iterdir()) == []


def test_an_option_may_repeat_its_value(erqi):
    """The same value twice, a flag twice, and an option that takes several values are no mistake."""
    for words in (
        "project gdp --format json --format=json --baseline --baseline",
        "project gdp --format json --set gdp.growth=9% --set gdp.baseline=530",
        "track --status met --status behind --format json",
        "project --plan a.yaml --plan b.yaml --help",
    ):
        done = erqi(*words.split())
        assert (done.code, done.err) == (0, ""), words
    behind = erqi("explain", "--lang", "en", "--", "nosuch", "--lang", "zh").err
    assert ("E601" in behind, "E617" in behind) == (True, False)


def test_messages_speak_the_language_that_was_asked_for(erqi):
    """--lang, ERQI_LANG and the locale choose the language of errors too."""
    assert "最接近的：gdp" in erqi("project", "gpd", "--lang", "zh").err
    assert "最接近的：gdp" in erqi("project", "gpd", env={"ERQI_LANG": "zh"}).err
    assert "最接近的：gdp" in erqi("project", "gpd", env={"LANG": "zh_CN.UTF-8"}).err
    assert "the closest" in erqi("project", "gpd", env={"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}).err


def test_the_language_may_stand_before_the_command(erqi):
    """`erqi --lang zh COMMAND` speaks Chinese; a --lang of the command itself comes first."""
    assert "比率" in erqi("--lang", "zh", "ratios").out
    assert "最接近的：gdp" in erqi("--lang", "zh", "project", "gpd").err
    assert erqi("--lang", "zh", "ratios", "-h").out.startswith("用法：")
    assert "ratios" in erqi("--lang", "zh", "ratios", "--lang", "en").out
    assert erqi("--lang", "en", "ratios", env={"ERQI_LANG": "zh"}).out.startswith("Erqi")
    assert erqi("--lang", "fr", "ratios").code == 2


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_mistyped_command_names_the_nearest(erqi, lang):
    """`erqi trak` is refused as a wrong usage, and track is proposed."""
    done = erqi("trak", env={"ERQI_LANG": lang})
    assert (done.code, done.out) == (2, "")
    assert "E632" in done.err
    assert "track" in done.err


def commands():
    return sorted((name, group.get_command(None, name)) for name in group.list_commands(None))


@pytest.mark.parametrize(("name", "command"), commands())
def test_help_ends_with_an_example_that_runs(name, command, erqi, tmp_path, monkeypatch):
    """-h and --help are the same; the help ends with an example, and the example runs."""
    assert erqi(name, "-h").out == erqi(name, "--help").out
    lines = [line.strip() for line in (command.help or "").partition("\f")[0].strip().split("\n")]
    assert lines[-2] == "Example:"
    assert f"    {lines[-1]}\n" in erqi(name, "-h").out
    assert f"    {lines[-1]}\n" in erqi(name, "-h", env={"ERQI_LANG": "zh"}).out
    (tmp_path / "work-report.txt").write_bytes((ROOT / "tests/files/work-report.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    words = shlex.split(lines[-1])
    assert words[0] == "erqi"
    done = erqi(*words[1:])
    assert done.code == (6 if name == "audit" else 0)  # the report is none of the plan that ships
    assert done.out or name in ("init", "record", "report")


def cells(text):
    """Return how many cells a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_list_of_commands_is_never_cut(erqi, lang):
    """Each summary takes at most 55 cells, so `erqi --help` shows it whole at 80 columns."""
    shown = erqi("--help", env={"ERQI_LANG": lang}).out
    assert "…" not in shown
    for name, command in commands():
        english, _, chinese = command.help.partition("\f")
        summary = {"en": english, "zh": chinese}[lang].strip().split("\n")[0]
        assert cells(summary) <= 55, summary
        assert f"\n  {name:8}  {summary}\n" in shown


@pytest.mark.parametrize(
    ("lang", "headings"),
    [("en", "Look Calculate Follow Make Present Read"), ("zh", "查看 测算 跟踪 编制 报告 说明")],
)
def test_commands_are_grouped_by_what_they_are_for(erqi, lang, headings):
    """The help lists every command once, under six headings."""
    _, *sections = re.split(
        r"^(\S+)[:：]\n", erqi("--help", env={"ERQI_LANG": lang}).out, flags=re.MULTILINE
    )[2:]
    assert sections[::2] == headings.split()
    listed = [re.findall(r"^  ([a-z]+) ", section, re.MULTILINE) for section in sections[1::2]]
    assert listed[0] == ["show", "list", "get", "explain"]
    assert sorted(itertools.chain(*listed)) == [name for name, _ in commands()]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_help_fits_eighty_columns(erqi, lang):
    """No line of any help is wider than 80 cells; Chinese characters count as two."""
    for words in ([], *([name] for name, _ in commands())):
        shown = erqi(*words, "--help", env={"ERQI_LANG": lang}).out
        assert [line for line in shown.split("\n") if cells(line) > 80] == []


def test_chinese_help_is_not_broken_inside_words_or_before_punctuation(erqi):
    """A line of Chinese help does not begin with punctuation, and an option name stays whole."""
    for name, _ in commands():
        shown = erqi(name, "--help", env={"ERQI_LANG": "zh"}).out
        assert [
            line for line in shown.split("\n") if line.strip()[:1] in tuple("，。、；：）”")
        ] == []
        assert re.search(r"[，。；] +[\u4e00-\u9fff]", shown) is None
    assert "targets.yaml" in erqi("track", "--help", env={"ERQI_LANG": "zh"}).out


def test_every_option_has_help():
    """No option is left unexplained."""
    options = [
        one for _, command in commands() for one in command.params if isinstance(one, click.Option)
    ]
    assert len(options) > 50
    assert [option.name for option in options if not option.help] == []


def test_help_speaks_chinese(erqi):
    """With --lang zh, or in a Chinese locale, help and usage errors are Chinese throughout."""
    for name, command in [("", group), *commands()]:
        words = [name] if name else []
        out = erqi(*words, "-h", env={"ERQI_LANG": "zh"}).out
        assert out.startswith("用法：")
        assert "Show" not in out
        options = [one for one in command.params if isinstance(one, click.Option)]
        assert all("\f" in one.help for one in options), name
    assert erqi("project", "--lang", "zh", "-h").out.startswith("用法：")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("nonsense", "没有名为“nonsense”的命令"),
        ("project --baselin", "没有选项 --baselin （是否想写 "),
        (
            "project --format xml",
            "'--format' 的值不对：没有 'xml'；可选：'table', 'json', 'csv', 'markdown'",
        ),
        ("get", "缺少参数 'FIELD...'\n"),
        ("show", "缺少参数 'NOUN'；可选："),
        ("project --to soon", "'--to' 的值不对：'soon' 不是整数"),
        ("project --baseline=yes", "选项 --baseline 不带值"),
        ("schema extra", "多余的参数 extra"),
    ],
)
def test_usage_errors_speak_chinese(process, words, told):
    """Wrong options, commands and values are named in Chinese, with the way to the help."""
    done = process(*words.split(), env={"ERQI_LANG": "zh"})
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert "-h 查看帮助" in done.stderr.decode()


def test_the_compiled_catalogue_is_that_of_its_source():
    """The Chinese messages of click are compiled from the .po; `python tests/catalogue.py` does it."""
    from tests.catalogue import MO, PO, compiled, messages

    source = PO.read_text("utf-8")
    assert MO.read_bytes() == compiled(source)
    with MO.open("rb") as stream:
        catalogue = gettext.GNUTranslations(stream)
    for message, text in messages(source).items():
        singular, _, plural = message.partition("\0")
        told = catalogue.ngettext(singular, plural, 1) if plural else catalogue.gettext(singular)
        assert told == text
    assert catalogue.gettext("Missing argument") == "缺少参数"


def test_version_is_the_packages(erqi):
    """There is one version number."""
    import erqi_cli

    assert erqi("--version").out == f"erqi, version {erqi_cli.__version__}\n"


def test_an_unexpected_fault_is_one_line_and_exit_code_one(erqi, monkeypatch):
    """A bug ends in one line that says how to report it; --debug lets the traceback through."""
    import erqi_cli.readers.yaml.load

    def broken(_path):
        raise RuntimeError("broken\nsecond line")

    monkeypatch.setattr(erqi_cli.readers.yaml.load, "load_plan", broken)
    done = erqi("project")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("erqi: E901 the program failed: RuntimeError: broken\n")
    with pytest.raises(RuntimeError):
        erqi("--debug", "project")


def test_a_message_that_is_only_what_a_file_says_is_not_explained(erqi):
    """Of E509, whose message is the reason itself, `explain` tells the remedy and no empty message; of E101 the message too."""
    told = {code: erqi("explain", code, "--lang", "en").out for code in ("E101", "E509")}
    assert ("Message" in told["E101"], "Message" in told["E509"], "Remedy" in told["E509"]) == (
        True,
        False,
        True,
    )


def test_a_message_that_cannot_be_made_is_an_unexpected_fault(erqi, monkeypatch):
    """Where the text of a message and what fills it do not fit, one line says so, and there is no traceback."""
    from erqi_cli.errors.catalog import CATALOG
    from erqi_cli.i18n.text import same

    monkeypatch.setitem(CATALOG, "E101", CATALOG["E101"]._replace(message=same("no {such}")))
    done = erqi("check", "/nowhere.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("erqi: E901 the program failed: KeyError: 'such'\n")
    with pytest.raises(KeyError):
        erqi("--debug", "check", "/nowhere.yaml")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("erqi project g", "gdp"),
        ("erqi show action ind", "industry"),
        ("erqi get gdp.pro", "gdp.projected"),
        ("erqi explain projects.an", "projects.annual-investment"),
        ("erqi list --action sta", "stability"),
        ("erqi project --set gdp.gr", "gdp.growth="),
        (f"erqi project --plan {ROOT}/tests/files/kinds.yaml --set gdp.up", "gdp.upper="),
        ("erqi show target opening.inc", "opening.incubated-firms"),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_ids_are_completed(process, words, found, shell):
    """Each shell is offered the ids of the plan."""
    parts = words.split()
    env = {
        "_ERQI_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(parts) - 1),
    }
    if shell == "fish":
        env["COMP_CWORD"] = parts[-1]
    assert found in process(env=env).stdout.decode()


@pytest.mark.parametrize("plan", [None, ROOT / "tests" / "files" / "kinds.yaml"])
def test_what_ifs_are_completed_where_they_apply(plan):
    """`--set` offers ID.FIELD= exactly where it is accepted: `upper` of a range, no deflator at current prices."""
    from erqi_cli.calc.scenario.what_if import parse_settings
    from erqi_cli.cli.completion import complete_setting, plan_entries
    from erqi_cli.errors import Failure
    from erqi_cli.readers.yaml.load import load_plan

    ctx = click.Context(click.Command("project"))
    ctx.params["plan"] = plan and str(plan)
    offered = {item.value for item in complete_setting(ctx, click.Option(["--set"]), "")}
    read = load_plan(plan and str(plan))
    accepted = set()
    for noun in ("indicator", "target"):
        for entry in plan_entries(ctx)[noun]:
            for field in ("growth", "baseline", "deflator", "value", "upper"):
                try:
                    parse_settings(read, [f"{entry.id}.{field}=no number"])
                except Failure as failure:
                    if failure.problems[0].code not in (
                        "E604",
                        "E608",
                    ):  # the value is refused, the field is not
                        accepted.add(f"{entry.id}.{field}=")
    assert offered == accepted
    assert plan is None or {"gdp.upper=", "a.range.upper="} <= offered


def test_completion_is_silent_where_the_plan_cannot_be_read(process):
    """A broken plan offers nothing and says nothing."""
    env = {
        "_ERQI_COMPLETE": "bash_complete",
        "COMP_WORDS": "erqi project g",
        "COMP_CWORD": "2",
        "ERQI_PLAN": "/nowhere",
    }
    done = process(env=env)
    assert (done.stdout.strip(), done.stderr) == (b"", b"")


def test_the_plan_of_the_working_directory_is_completed(process, tmp_path):
    """Completion offers the ids of the targets.yaml beside it, and those of the plan that --plan names."""
    plan = "indicators:\n  - {id: grain, name: 粮食产量}\n"
    (tmp_path / "targets.yaml").write_text(plan, "utf-8")
    (tmp_path / "other.yaml").write_text(plan.replace("grain", "grapes"), "utf-8")
    for words, found in (
        ("erqi project g", b"plain,grain\n"),
        ("erqi project --plan other.yaml g", b"plain,grapes\n"),
    ):
        env = {
            "_ERQI_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        assert process(env=env, cwd=tmp_path).stdout == found


def test_solve_with_a_part_of_a_year(erqi):
    """Years need not be whole: half a year at 21% on 100 is 110, carried to 34 digits."""
    document = erqi(
        "solve", *["--base", "100", "--rate", "21%", "--years", "0.5"], "--format", "json"
    ).json
    found = {row["quantity"]: row["value"] for row in document["rows"]}
    assert (str(found["target"]), document["exact"]) == ("110", False)
    assert (
        erqi("solve", *["--base", "100", "--target", "110", "--years", "0.5"]).out.count("21%") == 1
    )


def test_solve_for_a_rate_that_never_ends(erqi):
    """Doubling in three years takes 25.992105% a year, and the note says that it is rounded."""
    out = erqi("solve", *["--base", "1", "--target", "2", "--years", "3"]).out
    assert "25.992105%" in out
    assert "34 significant digits" in out


def test_markdown_of_a_shown_action(erqi):
    """Markdown carries the points of an action, its table and what-ifs."""
    out = erqi("show", "action", "1", "--format", "markdown", "--lang", "zh").out
    assert out.startswith("## 行动1：项目运作提效行动\n")
    assert "- 主要举措: 重大项目121个" in out
    assert (
        "**What-if: gdp.growth=8.5%**"
        in erqi("project", "--set", "gdp.growth=8.5%", "--format", "markdown").out
    )


def test_deflator_is_said_in_the_projection(erqi):
    """A nominal projection says which price rise it holds, and is at current prices."""
    row = erqi("project", "gdp", "--set", "gdp.deflator=1.2%", "--format", "json").rows["gdp"]
    assert (row["price_basis"], str(row["deflator_percent"])) == ("current", "1.2")
    assert "deflator" in [note["code"] for note in row["assumptions"]]


def test_a_plan_may_declare_no_ratios(erqi, write, starter):
    """A plan without ratios gives no rows and says why."""
    head = (
        starter[: starter.index("# Ratios to watch")]
        + starter[starter.index("# Published figures") :]
    )
    done = erqi("ratios", "--plan", write(head))
    assert done.code == 0
    assert "lists no ratios" in done.out


def test_a_figure_that_is_not_zero_is_never_shown_as_zero(erqi, write):
    """A base value in the wrong unit shows its digits and a warning, not a zero."""
    out = erqi(
        "project", "gdp", "--from", write("id,value\ngdp,530元\n", "base.csv"), "--baseline"
    ).out
    assert "0.0000053" in out
    assert "the published 52.4 billion yuan (524亿元) differ more than tenfold" in out


def test_a_what_if_base_value_may_state_its_unit(erqi):
    """--set reads a unit, converts it, and says where one is missing."""
    assert erqi("get", "gdp.baseline", "--set", "gdp.baseline=5300000万元").out == "530\n"
    row = erqi("project", "trade", "--set", "trade.baseline=12亿美元", "--format", "json").rows[
        "trade"
    ]
    assert (row["unit"], str(row["projected"]["value"])) == ("亿美元", "12.36")
    row = erqi("project", "trade", "--set", "trade.baseline=100", "--format", "json").rows["trade"]
    assert "no-unit" in [note["code"] for note in row["assumptions"]]


def test_later_years_without_a_base_show_the_index(erqi):
    """Where there is no level, the later years' columns give the index and say so."""
    assert "index 112.5509" in erqi("project", "trade", "--to", "2020").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("track -h --lang zh", "用法：erqi track"),
        ("track -h --lang=zh", "用法：erqi track"),
        ("track --bogus --lang zh", "没有选项 --bogus"),
        ("track --lang zh --as-of", "选项 --as-of 需要一个值\n  = 用 erqi track -h 查看帮助"),
        ("trak --lang zh", "没有名为“trak”的命令"),
        ("track --lang de", "Invalid value for '--lang'"),
        ("explain nosuch -- --lang zh", "there is no"),
    ],
)
def test_the_language_is_that_of_the_option_wherever_it_stands(process, words, told):
    """Help and usage errors are in the language of --lang, also before it is reached; behind -- it is no option."""
    done = process(*words.split())
    assert told in (done.stdout + done.stderr).decode()


def test_a_ratio_that_is_not_found_is_to_be_found_in_its_list(erqi):
    """Where a ratio could be meant, the remedy names the list that holds their ids, and that list does."""
    refused = erqi("explain", "nosuch")
    assert "no indicator, target or ratio 'nosuch'" in refused.err
    assert "`erqi list` and `erqi list ratios` list them all" in refused.err
    rows = erqi("list", "ratios", "--format", "json").rows
    assert (len(rows), rows["revenue-to-gdp"]["numerator"]) == (8, "budget-revenue")
    assert erqi("explain", "revenue-to-gdp").code == 0
    assert "revenue-to-gdp" in erqi("list", "比率", "--lang", "zh").out


def test_a_projected_range_names_its_upper_end(erqi, write):
    """A range of 8% to 9% is projected from 8%, and the note says what 9% gives; with regions it only says which end."""
    shipped = (ROOT / "data" / "targets.yaml").read_text("utf-8")
    about = r"growth: 9%\n    comparator: about\n    tolerance: 0.1.*"
    plan = re.sub(about, "growth: 8%\n    upper: 9%\n    comparator: between", shipped, count=1)
    path = write(plan)
    assert (
        "the upper end, 9%, gives 57.116 billion yuan (571.16亿元) in 2017"
        in erqi("project", "gdp", "--plan", path).out
    )
    rows = write("region,id,value\na,gdp,100\nb,gdp,200\n", "r.csv")
    out = erqi("project", "gdp", "--plan", path, "--from", rows).out
    assert ("Projected from the lower end of the range\n" in out, "upper end" in out) == (
        True,
        False,
    )
    assert erqi("get", "gdp.upper", "--plan", path).out == "9\n"


def test_solve_with_an_indicator_says_what_it_rests_on(erqi):
    """With an indicator the base's status and source, and the prices that the target is at, are said."""
    sought = erqi(
        "solve", "gdp", *["--rate", "9%", "--years", "1", "--target", "600", "--format", "json"]
    ).json
    assert "baseline-source" not in [note["code"] for note in sought["notes"]]
    done = erqi("solve", "gdp", "--years", "3", "--format", "json").json
    assert [note["code"] for note in done["notes"]] == [
        "baseline-source",
        "target-at-constant-prices",
        "exact",
    ]
    assert "100m yuan" in erqi("solve", "gdp", "--years", "3").out


def test_an_exact_solution_is_shown_whole(erqi):
    """What is said to hold to the last digit is shown to the last digit."""
    (value,) = [
        row["value"]
        for row in erqi("solve", "gdp", "--years", "10", "--format", "json").json["rows"]
        if row["solved"]
    ]
    assert f"{value:,}" in erqi("solve", "gdp", "--years", "10").out


def test_language_variables_of_every_form(erqi):
    """ERQI_LANG takes what locales write."""
    for value in ("zh", "zh_CN", "ZH", "zh-Hans"):
        assert "指标" in erqi("project", env={"ERQI_LANG": value}).out


def test_words_of_closed_lists_may_be_chinese(erqi):
    """What Chinese tables show is also what options take: nouns, kinds and commitment words."""
    assert erqi("show", "行动", "3") == erqi("show", "action", "3")
    assert erqi("list", "目标", "--kind", "占比", "--commitment", "确保") == erqi(
        "list", "targets", "--kind", "share", "--commitment", "ensure"
    )


def test_words_are_the_same_on_the_command_line_and_in_tables():
    """The words that options take, in either language, are those of the tables."""
    from erqi_cli.cli import choices
    from erqi_cli.results import labels
    from erqi_cli.results.plan.messages import KINDS_COUNTED

    for load, words in (
        (choices.kinds, labels.KINDS),
        (choices.commitments, labels.COMMITMENTS),
        (choices.statuses, labels.STATUSES | labels.MARKS),
    ):
        assert {word.member: word.chinese for word in load()} == {
            member: (text.zh,) for member, text in words.items()
        }
        assert [word.english for word in load()] == [member.value for member in words]
    assert KINDS_COUNTED.keys() == labels.KINDS.keys()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("project --set gdp", "E603"),
        ("solve --base 1", "E605"),
        ("list sources --kind level", "E606"),
        ("list ratios --action 1", "E606"),
        ("check data/targets.yaml --plan data/targets.yaml", "E606"),
        ("solve --base x --rate 9% --years 1", "E610"),
        ("get gdp", "E612"),
        ("ratios --set gdp.growth=8% --set gdp.growth=9%", "E613"),
        ("get trade.projected", "E801"),
        ("ratios --set projects.annual-investment.value=-", "E609"),
        ("ratios --set urbanisation.residents-returned.value=150%", "E609"),
        ("ratios --set urbanisation.roads-upgraded.value=-1", "E609"),
        ("ratios --set livelihood.schools-signed.value=1", "E604"),
    ],
)
def test_each_wrong_use_has_its_own_code(erqi, words, code):
    """The code of a message is the one that the catalogue gives for its cause."""
    assert f": {code} " in erqi(*words.split()).err


def test_a_file_without_permission_is_named(erqi, write, monkeypatch):
    """A file that may not be read is exit code 4 with its own code."""
    path = write("id: x\n")

    def refuse(*_arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("erqi_cli.readers.source.os.open", refuse)
    done = erqi("check", path)
    assert (done.code, "E103" in done.err) == (4, True)


def test_solving_does_not_depend_on_the_callers_context():
    """Whatever decimal context a caller has set, the same answer comes out."""
    from decimal import Decimal, localcontext

    from erqi_cli.calc.projection.solve import solve

    with localcontext(prec=6):
        assert solve(base=Decimal(100), target=Decimal(121), years=Decimal(2)).rate == 10
    found = solve(base=Decimal("0.000000000001"), target=Decimal(1000000), years=Decimal(1)).rate
    assert abs(found - Decimal("1e20")) < 1000


def test_a_relative_target_and_tolerances_are_shown(erqi, write, starter):
    """What a target is in step with, and its tolerance in the right measure, are shown."""
    more = (
        "      - {id: pay, name: 工资, kind: relative, to: gdp, phrases: [与经济增长同步]}\n"
        "      - {id: roads, name: 道路, kind: count, value: 20, unit: 条, comparator: about, tolerance: 5, phrases: [20条左右]}\n"
    )
    path = write(starter.replace("# Ratios to watch", more + "\n# Ratios to watch"))
    assert (
        "in step with Gross domestic product"
        in erqi("show", "target", "projects.pay", "--plan", path).out
    )
    assert "5% of the figure" in erqi("show", "target", "projects.roads", "--plan", path).out
    assert "5% of the figure" in erqi("explain", "projects.roads", "--plan", path).out


def test_a_what_if_on_a_target_marks_its_phrase(erqi):
    """The document's phrase is not cited for a figure that a what-if has replaced."""
    done = erqi(
        "explain", "projects.annual-investment", "--set", "projects.annual-investment.value=500"
    )
    assert "replaced by the what-if" in done.out


def test_check_says_what_the_plan_is(erqi):
    """The counts stand under the plan's name, district, meeting and aims."""
    out = erqi("check").out
    for words in ("Erqi District", "Zhengzhou", "2017-01-19", "three Erqis"):
        assert words in out


def test_fields_are_completed_as_get_knows_them(plan):
    """What completion offers is what `erqi get` takes."""
    from erqi_cli.calc.projection.project import project_indicator
    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.calc.tracking.tracked import TrackedTarget
    from erqi_cli.domain.vocabulary import JudgedOn, Status
    from erqi_cli.results.plan import field_names, value

    target = plan.target("gdp")
    tracked = TrackedTarget(
        target=target,
        status=Status.NO_DATA,
        judged_on=JudgedOn.GROWTH,
        figure=target.figure,
        elapsed=None,
    )
    projected = value.indicator_values(project_indicator(scenario(plan), target))
    assert tuple(projected) == field_names.INDICATOR_FIELDS
    assert tuple(value.target_values(target)) == field_names.TARGET_FIELDS
    assert tuple(value.tracking_values(tracked)) == field_names.TRACKING_FIELDS


def test_completion_of_a_plan_with_odd_names_is_silent(process, write):
    """A plan whose names are lists completes its ids and says nothing; standard input is never waited for."""
    env = {"_ERQI_COMPLETE": "bash_complete", "COMP_WORDS": "erqi project g", "COMP_CWORD": "2"}
    odd = write("indicators:\n  - {id: gdp, name: [a]}\n")
    done = process(env={**env, "ERQI_PLAN": str(odd)})
    assert (done.stdout, done.stderr) == (b"plain,gdp\n", b"")
    assert process(env={**env, "ERQI_PLAN": "-"}, stdin=b"").stderr == b""
