"""Charts: bars as long as the figures say, every figure whole at every width, the mark and the axis explained."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from erqi_cli.calc.projection.project import project_all
from erqi_cli.calc.projection.ratios import ratio_values
from erqi_cli.cli.options import ScenarioOptions, TrackingOptions
from erqi_cli.cli.steps import build_scenario, build_tracker
from erqi_cli.i18n.text import Text
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.chart import chart_text
from erqi_cli.results.projection.ratios import ratios_result
from erqi_cli.results.projection.table import projection_result
from erqi_cli.results.tracking.table import tracking_result
from tests.conftest import HEAD, PLAN_HEAD, ROOT
from tests.output.test_output import cells, shown_on_terminal

LEDGER = ROOT / "tests" / "files" / "ledger.csv"
NUMBER = re.compile(r"(?<![\d.,])[+-]?\d[\d,]*(?:\.\d+)?%?(?![\d%]|[.,]\d)")
BARS = re.compile("[▏▎▍▌▋▊▉█▐·┃│▸◂]+")
MODEL = (
    PLAN_HEAD
    + """indicators:
  - {id: output, name: 产值, unit: 亿元, price_basis: current, growth: 8%, no_baseline: 未公布, phrases: [增长8%]}
  - {id: energy, name: 能耗, unit: 万吨, price_basis: current, growth: -4%, comparator: at_most, phrases: [下降4%]}
  - {id: range, name: 区间, unit: 亿元, price_basis: current, growth: 8%, upper: 12%, comparator: between,
     no_baseline: 未公布, phrases: [8%—12%]}
actions:
  - number: 1
    id: a
    name: 行动
    targets:
      - {id: roads, name: 道路, kind: count, value: 16, unit: 条, phrases: [目标]}
      - {id: cap, name: 限额, kind: level, value: 100, unit: 万元, comparator: at_most, phrases: [目标]}
      - {id: down, name: 存量, kind: level, value: 80, unit: 万吨, baseline: 100, phrases: [目标]}
      - {id: rise, name: 技改, kind: growth, value: 12%, phrases: [目标]}
      - {id: wide, name: 超额, kind: count, value: 5, unit: 个, phrases: [目标]}
      - {id: idle, name: 未动, kind: count, value: 5, unit: 个, phrases: [目标]}
      - {id: none, name: 无报, kind: count, value: 5, unit: 个, phrases: [目标]}
observations:
  - {target: energy, period: 2016, value: 50, status: A, source: r}
"""
)
SEEN = HEAD + (
    "output,2017-06,,-2%,P,,,\nenergy,2017-06,,-3.4%,P,,,\nrange,2017-06,,9%,P,,,\n"
    "a.roads,2017-06,21,,P,,,\na.cap,2017-06,30,,P,,,\na.down,2017-06,104,,P,,,\na.rise,2017-06,,6%,P,,,\n"
    "a.wide,2017-06,40,,P,,,\na.idle,2017-06,0,,P,,,\n"
)


@pytest.fixture
def model(write, erqi):
    """Run a command on the model plan and its ledger."""
    plan, ledger = write(MODEL, "model.yaml"), write(SEEN, "model.csv")

    def run(command, *words, **more):
        seen = ("--ledger", ledger) if command == "track" else ()
        done = erqi(command, *words, "--chart", "--plan", plan, *seen, **more)
        assert done.code == 0, done.err
        return done.out

    return run


def row(text, name):
    """Return the line of a chart that starts with a name."""
    return next(line for line in text.split("\n") if line.startswith(name))


def bar(text, name):
    """Return the bar on the line of a name, or None."""
    found = BARS.search(row(text, name))
    return found[0] if found else None


CHARTS = {
    "project": ("project",),
    "project-to": ("project", "gdp", "trade", "urban-income", "--to", "2019"),
    "ratios": ("ratios",),
    "track": ("track", "--action", "2", "--ledger", "tests/files/ledger.csv"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_a_chart_on_a_terminal_of_eighty_columns(name, lang, locale, monkeypatch):
    """The whole chart, sign by sign: in both languages, with fine bars, and in ASCII where the terminal's locale is C."""
    monkeypatch.chdir(ROOT)
    shown = shown_on_terminal(
        [*CHARTS[name], "--chart", "--color", "never", "--lang", lang], 80, LC_ALL=locale
    )
    kind = "ascii" if locale == "C" else "fine"
    assert shown == (ROOT / "tests" / "files" / "charts" / f"{name}.{lang}.{kind}.txt").read_text(
        "utf-8"
    )
    assert max(map(cells, shown.split("\n"))) <= 80
    if (lang, locale) == ("en", "C"):
        assert shown.isascii()


def results():
    """Return the results that have charts, by name."""
    plain = build_scenario(ScenarioOptions(None, (), None))
    fallen = build_scenario(ScenarioOptions(None, ("gdp.growth=-3.25%", "trade.growth=0%"), None))
    tracker, followed = build_tracker(plain, TrackingOptions(str(LEDGER), None, None))
    far = project_all(plain, last_year=2021)
    return {
        "project": projection_result(plain, project_all(plain), baseline=True),
        "project-far": projection_result(plain, far),
        "project-fallen": projection_result(fallen, project_all(fallen)),
        "ratios": ratios_result(plain, ratio_values(plain)),
        "track": tracking_result(tracker, tracker.track(tracker.scored_ids()), followed),
    }


def figures(text):
    return Counter(NUMBER.findall(text))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("first", "name"),
    [*enumerate(["project", "project-far", "project-fallen", "ratios", "track"], 20)],
)
def test_no_figure_is_cut_at_any_width(first, name, lang):
    """From 20 to 200 columns, by turns, every figure of the chart stands whole, and no line is too long."""
    result = results()[name]
    shown = [
        column
        for column in result.chart().columns
        if column.kind in ("number", "pair") and column.shown_in != "csv"
    ]
    wanted = Counter()
    for record in result.rows:
        for column in shown:
            cell = column.cell(record)
            wanted += figures(cell.pick(lang) if isinstance(cell, Text) else str(cell))
    assert sum(wanted.values()) > 15
    for width in range(first + 2 * (lang == "zh"), 201, 5):
        text = chart_text(
            result, Style(format="chart", lang=lang, width=width, unicode=bool(width % 3))
        )
        assert max(map(cells, text.split("\n"))) <= width
        missing = wanted - figures(text)
        assert not missing, (width, missing)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_table_says_of_growth_values_and_pace_the_chart_says_too(erqi, lang):
    """The growths, projected values, ratios, changes, completions and paces of the tables all stand in the charts.

    Actual figures and targets do in Chinese; English charts write them as people do, 41.2bn for 412亿元.
    """
    amounts = ("target", "actual") if lang == "zh" else ()
    shared = {
        ("project", "--baseline"): (
            "growth_percent",
            "baseline.value",
            "projected.value",
            "increase",
        ),
        ("ratios",): ("base_value", "plan_value", "change"),
        ("track", "--ledger", LEDGER): (*amounts, "completion_percent", "pace_points"),
    }
    for (words, paths), name in zip(shared.items(), ("project", "ratios", "track"), strict=True):
        out = figures(erqi(*words, "--chart", "--lang", lang).out)
        for column in results()[name].columns:
            if column.path in paths:
                for record in results()[name].rows:
                    cell = column.cell(record)
                    said = (
                        cell.pick(lang)
                        if isinstance(cell, Text)
                        else ""
                        if cell is None
                        else words_of(cell)
                    )
                    assert not figures(said) - out, (column.path, said)


def words_of(cell):
    from erqi_cli.output.terminal.cells import format_cell

    return format_cell(cell, "en")


def test_growth_is_drawn_from_a_zero_line(erqi):
    """A fall of 4% goes as far to the left as a rise of 4% to the right, and the note says what the line is."""
    out = erqi(
        "project",
        "gdp",
        "retail-sales",
        "--set",
        "gdp.growth=-4%",
        "--set",
        "retail-sales.growth=4%",
        "--chart",
    ).out
    assert bar(out, "Gross") == "·" + "█" * 14 + "│" + "·" * 14
    assert bar(out, "Retail") == "·" * 15 + "│" + "█" * 14
    assert "What-if: gdp.growth=-4%, retail-sales.growth=4%" in out
    assert "*  The line │ is zero; what falls or is below zero goes to its left" in out
    assert "The line" not in erqi("project", "--chart").out


def test_a_projection_shows_base_and_value_with_their_unit(erqi):
    """The qualified rate, 524 → 571.16 with its unit; without a base the index and no arrow; to 2020 (1.09⁴ − 1) = 41.1582%."""
    out = erqi("project", "gdp", "trade", "--chart", "--lang", "zh").out
    assert re.search(r"9%左右\s+524 → 571.16亿元", out)
    assert "→" not in row(out, "进出口总值")
    assert "指数103" in row(out, "进出口总值")
    far = erqi("project", "gdp", "--to", "2020", "--chart").out
    assert re.search(r"about 9%\s+41.1582%\s+524 → 739.6688 \(100m yuan\)", row(far, "Gross"))
    assert bar(far, "Gross") == "█" * 24 + "▊" + "·" * 5  # 41.1582 of 50 in 30 cells: 24.69


def test_a_range_has_its_upper_end_as_the_mark(model):
    """8% to 12% is a bar to 8 with a mark at 12, and the note says which end is which."""
    out = model("project")
    assert "8% to 12%" in out
    assert bar(out, "区间").rstrip("┃").endswith("·")
    assert "Mark ┃: the upper end of a range" in out
    assert "a fall of at least 4%" in out


def test_percents_and_multiples_have_scales_of_their_own(erqi):
    """102.90% shows beyond the 100% of its scale; 1.7012 times stands on another scale, its base-year mark in the note."""
    out = erqi("ratios", "--chart").out
    percents, times = (
        at for at, line in enumerate(out.split("\n")) if line.startswith(("Percent", "Times"))
    )
    lines = out.split("\n")
    assert [cells(line) for line in lines[percents + 1 : times - 1]].count(0) == 0
    assert "%" not in lines[times] + lines[times + 1]
    assert "102.90%" in row(out, "Major")
    hundred = lines[percents].index("100%") + 2
    assert row(out, "Major")[hundred - 1] == "█"
    assert "Mark ┃: the ratio in 2016" in out
    assert "┃" not in row(out, "Funds")


def test_tracking_draws_completion_growth_and_what_has_no_data(model):
    """21 of 16 is 131.25% and goes beyond 100%; 40 of 5 ends in an arrow; zero is an empty bar, a stock and no data have none."""
    out = model("track")
    assert "131.25%" in row(out, "道路")
    assert "21 / 16 roads" in row(out, "道路")
    assert "▸" in row(out, "超额")
    assert "800.00%" in row(out, "超额")
    assert set(bar(out, "未动")) == set("·┃")
    assert "140,000 t behind" in row(out, "存量")
    assert bar(out, "存量") is None
    assert "0 / 5 items" in row(out, "未动")
    assert bar(out, "无报") is None
    assert re.search(r"– / 5 items\s+–\s+□ no data", row(out, "无报"))


def test_growth_has_its_own_scale_in_tracking(model):
    """A growth of −2% against 8% falls to the left; a growth target inside an action is not drawn on completion's scale."""
    out = model("track")
    left, _, right = bar(out, "产值").partition("│")
    assert left.endswith("█")
    assert "┃" in right
    assert re.search(r"-3.4% / a fall of at least 4%", row(out, "能耗"))
    below = out[out.index("1 行动") :].split("\n")
    scales = [line.split()[0] for line in below if line.startswith(("Completion ", "Growth "))]
    assert scales == ["Completion", "Growth"]
    assert below.index(row(out, "技改")) > next(
        at for at, line in enumerate(below) if line.startswith("Growth ")
    )
    for words in (
        "Mark ┃ on growth: the target growth",
        "Mark ┃ on completion: the share that the timetable expects by then",
    ):
        assert words in out
    assert "Arrow ▸: the bar goes on beyond the scale" in out


def test_an_action_stands_with_its_worst_status_whatever_is_listed(erqi):
    """With --status done the action is still behind, and it is said how many of its targets are listed."""
    words = ("track", "--action", "2", "--ledger", LEDGER, "--chart")
    whole = erqi(*words).out
    assert "2 Better urbanisation  ▼ behind (3 behind · 3 missing · 1 not due · 1 done)" in whole
    part = erqi(*words, "--status", "done").out
    assert (
        "2 Better urbanisation  ▼ behind (3 behind · 3 missing · 1 not due · 1 done; 1 of 8 listed)"
        in part
    )
    assert "Roads upgraded" in part
    assert "New parking" not in part
    one = erqi(
        "track", "gdp", "projects.annual-investment", "--ledger", LEDGER, "--chart", "--lang", "zh"
    ).out
    assert "主要预期目标  □ 待报（待报8、达进度1；列出9项中的1项）" in one
    assert "\n1 项目运作提效行动  ▲ 超进度\n" in one


def test_a_filter_that_leaves_nothing_leaves_the_notes(erqi):
    """Where no row is left there is no bar and no legend, and the exit code is 0."""
    done = erqi("track", "--status", "missed", "--ledger", LEDGER, "--chart")
    assert done.code == 0
    assert "Total        –" in done.out
    assert "Mark" not in done.out
    assert (
        erqi(
            "track", "--status", "behind", "--ledger", LEDGER, "--chart", "--fail-on", "behind"
        ).code
        == 6
    )


def test_status_is_said_by_sign_and_word_and_colour_only_adds(erqi):
    """Each verdict has a sign of its own beside its word; without colour not an escape is left."""
    from erqi_cli.results.labels import STATUS_SIGNS, STATUSES

    assert set(STATUS_SIGNS) == set(STATUSES)
    words = ("track", "--ledger", LEDGER, "--chart")
    plain, coloured = (erqi(*words, "--color", choice).out for choice in ("never", "always"))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == plain.split()
    for sign in ("▼ behind", "▲ ahead", "● on pace", "✔ done", "□ no data", "○ not due"):
        assert sign in plain
    assert "\x1b[1;31m▼ behind" in coloured


def test_a_chart_into_a_pipe_or_a_file_has_its_natural_width(process, tmp_path):
    """COLUMNS changes nothing where there is no terminal, and a file holds the same chart."""
    outs = {
        process("ratios", "--chart", "--lang", "zh", env={"COLUMNS": str(columns)}).stdout
        for columns in (0, 20, 80, 300)
    }
    assert len(outs) == 1
    path = tmp_path / "chart.txt"
    assert process("ratios", "--chart", "--lang", "zh", "--output", path).returncode == 0
    assert path.read_bytes() == outs.pop()


@pytest.mark.parametrize("command", ["project", "ratios", "track"])
@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_no_other_format_has_a_chart(erqi, command, form):
    """--chart with --format is refused and nothing comes out."""
    done = erqi(command, "--chart", "--format", form)
    assert (done.code, done.out) == (2, "")
    assert f"E606 --chart cannot be used with --format {form}" in done.err


def test_a_history_has_no_chart(erqi):
    """--chart with --history is refused, and so is --excel with --chart."""
    for words in (("track", "gdp", "--history"), ("track", "--excel")):
        done = erqi(*words, "--chart")
        assert (done.code, done.out) == (2, "")
        assert "E606" in done.err
    assert (
        "--chart 不能与 --history 同时使用"
        in erqi("track", "gdp", "--history", "--chart", "--lang", "zh").err
    )


HOSTILE = [
    "[red]红[/red] [/]",
    "{} %s \\\\ $(x) :smile:",
    "مشروع التنمية",
    "长" * 90,
    "word " * 30 + "end",
    "=1+1 | <b>",
]


@pytest.mark.parametrize("width", [None, 20, 47, 80, 140])
def test_hostile_names_are_shown_and_never_obeyed(write, width):
    """Markup, formats, right-to-left and very long names come out as they are, folded, with every figure beside them."""
    plan = MODEL
    for old, new in zip(("产值", "能耗", "区间", "道路", "限额", "存量"), HOSTILE, strict=True):
        plan = plan.replace(f"name: {old}", f'name: "{new}"')
    path = write(plan, "p.yaml")
    tracker, followed = build_tracker(
        build_scenario(ScenarioOptions(str(path), (), None)),
        TrackingOptions(str(write(SEEN, "l.csv")), None, None),
    )
    result = tracking_result(tracker, tracker.track(tracker.scored_ids()), followed)
    text = chart_text(result, Style(format="chart", width=width))
    flat = re.sub(r"\s", "", text)
    for name in HOSTILE:
        assert re.sub(r"\s", "", name.replace("\\\\", "\\")) in flat or width not in (None, 20)
    for figure in ("131.25%", "1.04 / 0.8m t", "-3.4%", "+750.00"):
        assert figure in text
    if width:
        assert max(map(cells, text.split("\n"))) <= width


@pytest.mark.parametrize(
    ("lang", "figures"),
    [("zh", "– / 600亿元以上"), ("en", "– / ≥60bn yuan")],
)
def test_a_qualifier_stands_where_each_language_has_it(erqi, lang, figures):
    """In a chart 以上 comes after the unit, as it does in the overview; English has a sign before the figure."""
    out = erqi("track", "--action", "4", "--chart", "--ledger", LEDGER, "--lang", lang).out
    assert figures in out


def test_escapes_in_names_are_refused_or_spelled_out(write, erqi):
    """A plan with an escape in a name is refused; a result that holds one nevertheless steers no terminal."""
    refused = erqi(
        "project",
        "--chart",
        "--plan",
        write(MODEL.replace("name: 产值", 'name: "\x1b[31m产值"'), "p.yaml"),
    )
    assert (refused.code, refused.out) == (3, "")
    result = results()["ratios"]
    rows = tuple(
        replace(row, name=Text("\x1b[31m红\u202e", "\x1b[31mred\u202e")) for row in result.rows
    )
    text = chart_text(result._replace(rows=rows), Style(format="chart", width=80))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u001b[31mred\\u202e" in text


def test_a_plan_without_ratios_has_a_chart_without_bars(model):
    """What is not there is said in a note."""
    assert "lists no ratios" in model("ratios")


def test_the_columns_note_of_the_table_is_left_out(erqi):
    """The chart has no year-end column and no notes on one; all other notes of the table stand under it."""
    words = ("track", "--ledger", LEDGER)
    shown = erqi(*words, "--format", "markdown").out
    below = shown.rpartition("|\n")[2]
    table = re.findall(r"^(?:\d+\.|-)( .*)", below, re.MULTILINE)
    chart = erqi(*words, "--chart").out
    assert [line for line in table if line not in chart] == [
        " Year-end: extrapolated at the current rate; not a forecast",
        " No 80% interval: it needs the same months of three consecutive years up to 2016",
    ]
    for command in ("project", "ratios"):
        drawing = erqi(command, "--chart").out
        assert all(
            line in drawing for line in erqi(command).out.split("\n") if re.match(r"[\d*]  ", line)
        )


def test_a_start_without_a_chart_loads_nothing_of_it():
    """The chart's modules are imported with --chart and not without it."""
    code = (
        "import sys; from erqi_cli.cli import erqi\n"
        "try: erqi.main(sys.argv[1:])\n"
        "finally: sys.stderr.write(' '.join(name for name in sys.modules if 'chart' in name and 'erqi' in name))"
    )
    for command in ("project", "ratios", "track"):
        run = [sys.executable, "-c", code, command]
        assert subprocess.run(run, capture_output=True, check=True, cwd=ROOT).stderr == b""
        loaded = subprocess.run(
            [*run, "--chart"], capture_output=True, check=True, cwd=ROOT
        ).stderr.split()
        assert {b"erqi_cli.output.terminal.chart", b"erqi_cli.output.terminal.chart_layout"} < {
            *loaded
        }
        assert len(loaded) == 3
