"""The overview of `erqi track`: what is late comes first, one line a target, the missing are folded."""

import re

import pytest
from rich.cells import cell_len

from tests.conftest import HEAD, PLAN_HEAD, ROOT, on_terminal

LEDGER = ROOT / "tests" / "files" / "ledger.csv"
KINDS = ROOT / "tests" / "files" / "kinds.yaml"
KINDS_LEDGER = ROOT / "tests" / "files" / "kinds.csv"
SIGNS = "✘▼≈□○●▲✔"
MONEY_PLAN = (
    PLAN_HEAD
    + """indicators:
  - {id: fund, name: {zh: 资金, en: Fund}, kind: level, value: 412, unit: 亿元, collection: summed}
  - {id: homes, name: {zh: 住房, en: Homes}, kind: count, value: 1200, unit: 套}
"""
)


def on_screen(columns, *words, lang="zh"):
    """Return the lines that a terminal shows."""
    code, shown = on_terminal(["track", *words, "--lang", lang, "--color", "never"], columns)
    assert code == 0
    return shown.split("\n")


def listed(lines):
    """Return the lines of targets: those under the rule that begin with a sign, up to a blank line."""
    rule = next(number for number, line in enumerate(lines) if line[:2] in ("──", "--"))
    end = lines.index("", rule)
    return [line for line in lines[rule + 1 : end] if line[0] in SIGNS]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [60, 80, 100, 140])
def test_each_target_has_one_line(columns, lang):
    """The six targets of the sample ledger that have data take six lines, none wider than the terminal."""
    lines = on_screen(columns, "--ledger", LEDGER, lang=lang)
    assert len(listed(lines)) == 6
    assert max(cell_len(line) for line in lines) <= columns


def test_all_columns_but_the_outlook_fit_eighty_cells_in_chinese():
    """Figures, completion, bar, pace, what is needed and the pace of the period before stand in one line."""
    lines = on_screen(80, "--ledger", LEDGER)
    line = next(line for line in listed(lines) if "重大项目" in line)
    assert line.split() == [
        "▲",
        "重大项目年度投资",
        "221.3/412亿元",
        "53.7%",
        "████┃▍····",
        "超3.71",
        "每月31.78",
        "欠1.89",
    ]
    assert lines[-2] == "*  本宽度下未列：年底外推"


def test_the_late_stand_first_and_the_worst_at_the_top(erqi):
    """Behind by 4.00, 3.33 and 0.56 points, in this order, and then what is done, ahead and on pace."""
    lines = listed(erqi("track", "--ledger", LEDGER, "--lang", "zh").out.split("\n"))
    names = [line.split()[:2] for line in lines]
    assert names == [
        ["▼", "新建停车位"],
        ["▼", "已拆迁项目群众回迁比例"],
        ["▼", "整治支路背街"],
        ["✔", "升级改造道路"],
        ["▲", "重大项目年度投资"],
        ["●", "地区生产总值"],
    ]


def test_targets_without_data_are_folded_into_two_lines(erqi):
    """25 missing ones are counted by group and 9 not due in all; --all lists each."""
    folded = erqi("track", "--ledger", LEDGER).out
    assert (
        "□ 25 missing: 8 headline indicators, 3 in action 2, 3 in action 3, 7 in action 4, "
        "1 in action 5, 3 in action 6\n○ 9 not due\n" in folded
    )
    everything = erqi("track", "--ledger", LEDGER, "--all").out
    lines = listed(everything.split("\n"))
    assert [sum(line[0] == sign for line in lines) for sign in "▼●▲✔□○"] == [3, 1, 1, 1, 25, 9]
    assert "□ 25 missing:" not in everything


def test_a_few_missing_ones_of_one_group_are_named(erqi):
    """The three of action 2 stand with their names."""
    out = erqi("track", "--ledger", LEDGER, "--action", "2", "--lang", "zh").out
    assert "□ 待报3项：回迁安置房项目、回迁安置房面积、建成使用的学校项目\n" in out


@pytest.mark.parametrize("words", [["trade"], ["--status", "no_data"]])
def test_what_was_asked_for_is_never_folded(erqi, words):
    """A target that is named, or a status that is asked for, has its own line."""
    out = erqi("track", *words).out
    assert any("Imports and exports" in line for line in listed(out.split("\n")))


def test_a_target_without_a_figure_but_with_a_warning_is_listed(erqi, write):
    """A level without a growth cannot be judged; its warning would be lost in a count."""
    ledger = write(HEAD + "gdp,2017-06,271.5,,P,,,\n", "l.csv")
    out = erqi("track", "--ledger", ledger).out
    assert re.search(r"^□ Gross domestic product .* 1$", out, re.MULTILINE)


def test_amounts_of_a_row_are_on_one_scale(erqi, write):
    """100 of 412 亿元 are 10/41.2bn yuan, of which 5.2 are needed in each of the last six months; 412 less 100 is 312."""
    plan = write(MONEY_PLAN)
    ledger = write(HEAD + "fund,2017-06,100,,P,,,\n", "l.csv")
    fund = listed(erqi("track", "--plan", plan, "--ledger", ledger).out.split("\n"))[0]
    assert fund.split()[2:] == ["10/41.2bn", "yuan", "24.3%", "-25.73", "5.2/month", "20"]


def test_old_data_show_their_month(erqi):
    """As of September a figure of June is marked with its month, which is not September's."""
    words = ("track", "--ledger", LEDGER, "--as-of", "2017-09")
    assert "沿用6月" in erqi(*words, "--lang", "zh").out
    assert "June (old)" in erqi(*words).out
    assert "15 June (old)" in erqi(*words).out


def test_a_day_within_the_month_stands_in_a_note(erqi):
    """The streets were counted on 15 June, while all other figures are June's."""
    out = erqi("track", "--ledger", LEDGER).out
    assert re.search(r"^▼ Side and back streets improved .* 1$", out, re.MULTILINE)
    assert "\n1  Data to 15 June 2017\n" in out


def test_plus_is_better_in_english_whatever_the_direction(erqi):
    """Unemployment 0.5 points under its limit is +0.5, consumer prices 0.50 over theirs are -0.50; a corridor is in range."""
    out = erqi("track", "--plan", KINDS, "--ledger", KINDS_LEDGER).out
    lines = {line[2:24].strip(): line for line in listed(out.split("\n"))}
    assert "+0.5 pp" in lines["Urban unemployment"]
    assert "-0.50" in lines["Consumer prices"]
    assert "-66.67" in lines["Days over the standard"[:22].strip()]
    assert "in range" in lines["Residents"]


def test_names_keep_twenty_cells_and_the_declared_columns_give_way():
    """In English the outlook and the period before go at 80 columns, the bar and what is needed too at 60."""
    at_80 = on_screen(80, "--ledger", LEDGER, lang="en")
    at_60 = on_screen(60, "--ledger", LEDGER, lang="en")
    assert at_80[-2] == "*  Left out at this width: Year-end, Before"
    assert " ".join(at_60[-3:-1]) == (
        "*  Left out at this width: Year-end, Before, Progress,    Needed"
    )
    cut = [line.partition("…")[0] for line in listed(at_60) if "…" in line]
    assert all(len(name) >= 17 for name in cut)


def test_a_terminal_without_unicode_shows_the_signs_in_ascii():
    """▼ is v, ✔ is + and … is ...; no line is wider for it."""
    code, shown = on_terminal(["track", "--ledger", LEDGER, "--color", "never"], 80, LC_ALL="C")
    assert code == 0
    assert shown.isascii()
    assert "\nv New parking spaces" in shown
    assert "60%" in shown
    assert max(map(len, shown.split("\n"))) <= 80


def test_every_status_has_its_place_sign_words_and_colour():
    """A status that were in no section would drop its targets from the table; each has one, a sign, words and a colour."""
    from erqi_cli.domain.vocabulary import Status
    from erqi_cli.results.explanation.statuses.messages import MEANINGS
    from erqi_cli.results.labels import MID_TERM_STATUSES, STATUS_SIGNS, STATUSES
    from erqi_cli.results.tracking.columns import TONES
    from erqi_cli.results.tracking.overview.overview import LATE, OPEN, REACHED

    assert sorted([*LATE, *REACHED, *OPEN]) == sorted(Status)
    for table in (STATUS_SIGNS, STATUSES, MID_TERM_STATUSES, TONES, MEANINGS):
        assert set(table) >= set(Status)
