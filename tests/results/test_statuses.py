"""`erqi explain` for a status: its words, its rules with the plan's thresholds, and who has it."""

import pytest

from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Mark, Status
from erqi_cli.i18n.text import Text
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.table import table_text
from erqi_cli.results.explanation.statuses.rules import RULES
from erqi_cli.results.explanation.statuses.status import condition_result
from erqi_cli.results.explanation.statuses.words import condition_meant
from erqi_cli.results.labels import MID_TERM_STATUSES, STATUSES
from tests.conftest import HEAD, ROOT

FILES = ROOT / "tests" / "files"
LEDGER = FILES / "ledger.csv"
HOMES = """id: model-2017
name: {zh: 示范区2017年计划, en: Model plan 2017}
base_year: 2016
plan_year: 2017
thresholds: {ahead: 5, behind: -2.5, seriously_behind: -10}
indicators:
  - {id: homes, name: {zh: 新建住房, en: New homes}, kind: count, value: 120, unit: 套}
  - {id: roads, name: {zh: 道路, en: Roads}, kind: count, value: 10, unit: 条}
"""


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("behind", Status.BEHIND),
        ("欠进度", Status.BEHIND),
        ("滞后", Status.BEHIND),
        ("on_pace", Status.ON_PACE),
        ("On Pace", Status.ON_PACE),
        ("符合预期", Status.ON_PACE),
        ("快于预期", Status.AHEAD),
        ("faster than expected", Status.AHEAD),
        ("提前完成", Status.DONE),
        ("missing", Status.NO_DATA),
        ("待报", Status.NO_DATA),
        ("stale", Mark.STALE),
        ("沿用旧数", Mark.STALE),
        ("seriously behind", Status.SERIOUSLY_BEHIND),
        ("gdp", None),
        ("beh", None),
    ],
)
def test_a_status_is_known_by_each_of_its_words(plan, words, condition):
    """Codes and words in both languages, also those of a mid-term review, mean a status; a part of a word does not."""
    assert condition_meant(plan, words) is condition


def test_no_word_means_two_statuses():
    """Each word of a status, in any plan and language, belongs to one status alone."""
    meant = {}
    for labels in (STATUSES, MID_TERM_STATUSES):
        for status, label in labels.items():
            for word in label:
                assert meant.setdefault(word, status) is status


def test_a_status_comes_with_its_sign_rules_and_worst_targets(erqi):
    """With the sample ledger three targets are behind, parking spaces (46% of 50%) the most."""
    done = erqi("explain", "behind", "--ledger", LEDGER)
    assert done.code == 0
    lines = done.out.split("\n")
    assert lines[0] == "▼ behind"
    assert (
        "  Sums                      Completion minus the expected share, in percentage points, is below 0"
        in lines
    )
    shown = [line.rsplit("  ", 1) for line in lines[lines.index("Progress") + 1 :] if line]
    assert [(label.strip(), value) for label, value in shown] == [
        ("As of", "June 2017"),
        ("Have it now", "3 of 40"),
        ("New parking spaces", "-4.00 points"),
        ("Share of residents of cleared sites who have moved back", "-3.33 points"),
        ("Side and back streets improved", "-0.56 points"),
        ("List them", "erqi track --status behind"),
    ]


def test_a_status_is_explained_in_chinese(erqi):
    """The Chinese word gives the Chinese explanation of the same status."""
    shown = erqi("explain", "欠进度", "--ledger", LEDGER, "--lang", "zh").out
    assert shown.startswith("▼ 欠进度\n")
    assert "目前有此状态            40项中的3项" in shown
    assert erqi("explain", "滞后", "--ledger", LEDGER, "--lang", "zh").out == shown


def test_the_thresholds_are_those_of_the_plan(erqi, write):
    """Thresholds of 5, −2.5 and −10 stand in the rules, and 57 of 120 homes by June (−2.5) is on pace by them."""
    plan = write(HOMES)
    ledger = write(HEAD + "homes,2017-06,57,,,,,\nroads,2017-06,3,,,,,\n", "ledger.csv")
    words = ("--plan", plan, "--ledger", ledger)
    assert "is at least -2.5 and below 5\n" in erqi("explain", "on_pace", *words).out
    assert "New homes    -2.50 points" in erqi("explain", "on pace", *words).out
    behind = erqi("explain", "behind", *words).out
    assert "is below -2.5\n" in behind
    assert "Below -10 it is seriously behind" in behind
    seriously = erqi("explain", "严重滞后", *words).out
    assert "is below -10\n" in seriously
    assert "Roads        -20.00 points" in seriously


def test_a_status_that_the_plan_does_not_use_says_so(erqi):
    """The shipped plan has no threshold for being seriously behind."""
    assert "The plan sets no threshold for it" in erqi("explain", "seriously_behind").out


def test_at_most_five_targets_are_named(erqi):
    """Of 25 missing targets the first five are named and the rest counted."""
    shown = erqi("explain", "no_data", "--ledger", LEDGER).out
    assert "25 of 40; the first 5 are below" in shown
    assert shown.partition("below\n")[2].count("\n") == 6
    document = erqi("explain", "no_data", "--ledger", LEDGER, "--format", "json").json
    assert (document["status"], len(document["targets"])) == ("no_data", 25)


def test_old_data_are_a_mark_beside_the_status(erqi):
    """By September all six figures of June are stale, also that of a target that is done."""
    words = ("explain", "stale", "--ledger", LEDGER, "--as-of", "2017-09", "--format", "json")
    assert set(erqi(*words).json["targets"]) == {
        "gdp",
        "projects.annual-investment",
        "urbanisation.residents-returned",
        "urbanisation.parking-spaces",
        "urbanisation.back-streets",
        "urbanisation.roads-upgraded",
    }


def test_a_name_of_the_plan_goes_before_a_status(erqi, write):
    """A target called 超进度 is explained as a target; one that only begins with 完成 leaves the status its word."""
    plan = write(HOMES.replace("id: roads, name: {zh: 道路", "id: roads, name: {zh: 超进度"))
    assert erqi("explain", "超进度", "--plan", plan).out.startswith("Roads (roads)")
    assert erqi("explain", "ahead", "--plan", plan).out.startswith("▲ ahead")
    longer = write(HOMES.replace("id: roads, name: {zh: 道路", "id: roads, name: {zh: 完成投资"))
    assert erqi("explain", "完成", "--plan", longer, "--lang", "zh").out.startswith("✔ 完成")


def test_a_plan_of_several_years_uses_its_own_words(erqi):
    """Over several years growth is judged by its completion, as sums are, and ahead is faster than expected."""
    words = ("--plan", FILES / "five_years.yaml", "--ledger", FILES / "five_years.csv")
    shown = erqi("explain", "ahead", *words).out
    assert shown.startswith("▲ faster than expected\n")
    assert "  Sums, growth over years " in shown
    assert "\n  Growth " not in shown


def test_every_status_has_rules():
    """No status and no mark is without an explanation."""
    assert set(RULES) == {*Status, *Mark}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_every_status_fits_a_narrow_terminal(plan, width, lang):
    """At 60 and 80 cells no line of an explanation is wider than the terminal."""
    from rich.cells import cell_len

    tracker = Tracker(scenario(plan), plan.observations)
    for condition in (*Status, *Mark):
        shown = table_text(condition_result(tracker, condition), Style(lang=lang, width=width))
        assert max(map(cell_len, shown.split("\n"))) <= width
        assert "{" not in shown


def test_a_code_is_still_explained(erqi):
    """E601 is a code, and an unknown word is still an error with that code."""
    assert erqi("explain", "e601").out.startswith("Error code E601")
    assert " E601 " in erqi("explain", "nonsense").err


def test_statuses_are_completed():
    """A shell offers the codes of statuses, and where Chinese is typed, their words."""
    import click

    from erqi_cli.cli.completion import complete_any

    ctx = click.Context(click.Command("explain"))
    argument = click.Argument(["name"])
    found = {item.value: item.help for item in complete_any(ctx, argument, "on_")}
    assert found == {"on_pace": "达进度"}
    assert [item.value for item in complete_any(ctx, argument, "欠")] == ["欠进度"]
    assert "stale" in [item.value for item in complete_any(ctx, argument, "")]


def test_the_sentences_have_both_languages():
    """No rule says the same in Chinese and in English."""
    for rules in RULES.values():
        for label, rule in rules:
            for text in (label, rule):
                assert isinstance(text, Text)
                assert text.zh != text.en


@pytest.mark.parametrize(("word", "meant"), [("behnd", "behind"), ("欠进渡", "欠进度")])
def test_a_mistyped_status_names_the_nearest(erqi, word, meant):
    """What is no name in the plan may be a status that was mistyped."""
    done = erqi("explain", word)
    assert (done.code, done.out) == (2, "")
    assert f"did you mean {meant}?" in done.err


def test_a_growth_target_has_a_gap_instead_of_a_pace(erqi):
    """Completion against the timetable is of sums; `get` names the field that a growth has."""
    done = erqi("get", "gdp.pace")
    assert done.code == 3
    assert "gdp.gap" in done.err
    assert erqi("get", "gdp.gap").out == "0.1\n"
