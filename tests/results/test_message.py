"""The sentence that says what is most urgent, and the order of what is late: hand-computed."""

import pytest

from erqi_cli.cli.options import ScenarioOptions, TrackingOptions
from erqi_cli.cli.steps import build_scenario, build_tracker
from erqi_cli.results.tracking.message import late_rows, message_line, worst_first
from erqi_cli.results.tracking.rows import tracking_row
from tests.conftest import HEAD, PLAN_HEAD, ROOT

LEDGER = ROOT / "tests" / "files" / "ledger.csv"
MODEL = (
    PLAN_HEAD
    + """indicators:
  - {id: output, name: {zh: 产值, en: Output}, unit: 亿元, price_basis: current, growth: 8%,
     no_baseline: 未公布, phrases: [增长8%]}
  - {id: prices, name: {zh: 物价, en: Prices}, growth: 2%, comparator: at_most,
     price_basis: current, unit: 元, no_baseline: 未公布, phrases: [2%]}
  - {id: energy, name: {zh: 能耗, en: Energy}, growth: -3%, comparator: at_most,
     price_basis: current, unit: 万吨, no_baseline: 未公布, phrases: [下降3%]}
actions:
  - number: 1
    id: a
    name: 行动
    targets:
      - {id: roads, name: {zh: 道路, en: Roads}, kind: count, value: 16, unit: 条, phrases: [道路]}
      - {id: homes, name: {zh: 住房, en: Homes}, kind: count, value: 200, unit: 套, phrases: [住房]}
      - {id: cover, name: {zh: 覆盖率, en: Coverage}, kind: share, value: 82%, baseline: 80%,
         phrases: [覆盖]}
      - {id: air, name: {zh: 浓度, en: Dust}, kind: level, value: 40, unit: 微克/立方米,
         comparator: at_most, collection: average, phrases: [浓度]}
      - {id: line, name: {zh: 地铁, en: Metro}, kind: milestone, due: 2017-05-31, phrases: [地铁]}
"""
)


@pytest.fixture
def tracked(write):
    """Return the tracker and the rows of the model plan by lines of a ledger, or of other files."""

    def run(*lines, plan=None, ledger=None, as_of=None):
        if lines:
            ledger = write(HEAD + "\n".join(lines) + "\n", "seen.csv")
        plan = plan or write(MODEL, "model.yaml")
        scenario = build_scenario(ScenarioOptions(str(plan), (), None))
        options = TrackingOptions(None if ledger is None else str(ledger), as_of, None)
        tracker, _ = build_tracker(scenario, options)
        tracked = tracker.track(tracker.scored_ids())
        return tracker, [tracking_row(tracker, one) for one in tracked]

    return run


def message(tracked, *lines, **files):
    tracker, rows = tracked(*lines, **files)
    return message_line(tracker, rows)


def test_the_sample_ledger_names_the_parking_spaces(tracked):
    """Of the six figures three are behind; 4,600 of 10,000 by June are 4 points behind 50%."""
    said = message(tracked, plan=ROOT / "data" / "targets.yaml", ledger=LEDGER)
    assert said.zh == (
        "已报6项中3项欠进度，差距最大的是新建停车位，欠序时进度4.00个百分点（完成46%，时间已过50%）。"
    )
    assert said.en == (
        "3 of 6 reported targets are behind; the largest gap: New parking spaces, "
        "4.00 points behind (46% done, 50% of the year passed)."
    )


def test_what_is_late_comes_by_status_then_by_its_lag(tracked):
    """By June: coverage 77% is 4 of 2 points short (200%), homes 40 points, roads 25, output 3."""
    _, rows = tracked(
        "output,2017-06,,5%,P,,,",
        "a.roads,2017-06,4,,P,,,",
        "a.homes,2017-06,20,,P,,,",
        "a.cover,2017-06,77%,,P,,,",
    )
    assert [row.id for row in late_rows(rows)] == ["a.cover", "a.homes", "a.roads", "output"]
    assert [row.reading.lag for row in late_rows(rows)] == [200, 40, 25, 3]
    assert [row.id for row in worst_first(rows)][4:] == ["prices", "energy", "a.air", "a.line"]


def test_a_worse_status_comes_before_a_larger_lag(tracked, write):
    """With a line of its own, 25 points are seriously behind, and come before 40 points behind."""
    plan = MODEL.replace("id: roads,", "id: roads, thresholds: {seriously_behind: -10},")
    tracker, rows = tracked(
        "a.roads,2017-06,4,,P,,,",
        "a.homes,2017-06,20,,P,,,",
        plan=write(plan, "serious.yaml"),
    )
    assert [row.id for row in late_rows(rows)] == ["a.roads", "a.homes"]
    said = message_line(tracker, rows)
    assert said.en.startswith(
        "Of 2 reported targets 1 is seriously behind and 1 is behind; the most urgent: Roads, 25.00"
    )
    assert said.zh.startswith("已报2项中1项严重滞后、1项欠进度，最紧迫的是道路，欠序时进度25.00")


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        (
            "output,2017-06,,5%,P,,,",
            "产值，低于目标3.00个百分点（实际5%，目标8%）。",
            "Output, 3.00 points below its target (5%, target 8%).",
        ),
        (
            "prices,2017-06,,2.5%,P,,,",
            "物价，超上限0.50个百分点（实际2.5%，目标2%以内）。",
            "Prices, 0.50 points over the limit (2.5%, target at most 2%).",
        ),
        (
            "energy,2017-06,,-1%,P,,,",
            "能耗，高于目标2.00个百分点（实际下降1%，目标下降3%以上）。",
            "Energy, 2.00 points above its target (a fall of 1%, target a fall of at least 3%).",
        ),
        (
            "a.cover,2017-06,77%,,P,,,",
            "覆盖率，欠进度4个百分点（实际77%，按进度应达到81%）。",
            "Coverage, 4 pp behind (77%, 81% expected by now).",
        ),
        (
            "a.air,2017-06,43,,P,,,",
            "浓度，超上限3微克/立方米（实际43微克/立方米，目标40微克/立方米以内）。",
            "Dust, 3 µg/m³ over the limit (43 µg/m³, target at most 40 µg/m³).",
        ),
        (
            "a.line,2017-06,0,,P,,,",
            "地铁，已过期限，尚未完成。",
            "Metro, past its due date and not done.",
        ),
        (
            "a.roads,2017,12,,P,,,",
            "道路，完成目标的75%（实际12条，目标16条）。",
            "Roads, 75% of the target done (12 roads, target 16 roads).",
        ),
    ],
)
def test_each_kind_of_gap_has_its_words(tracked, line, zh, en):
    """A growth, a limit, a stock, an average, a milestone and a finished sum say their own gap."""
    said = message(tracked, line)
    _, _, worst_zh = said.zh.partition("：")
    _, _, worst_en = said.en.partition(": ")
    assert (worst_zh, worst_en) == (zh, en)


def test_an_old_figure_says_its_month(tracked):
    """Roads were last reported for March; the other figure is of June."""
    said = message(tracked, "a.roads,2017-03,1,,P,,,", "a.homes,2017-06,100,,P,,,")
    assert "（完成6.25%，时间已过25%，沿用3月数据）" in said.zh
    assert "(6.25% done, 25% of the year passed; stale, March)" in said.en


def test_nothing_late_is_said_with_what_is_missing(tracked):
    """Two figures are on their way and the other six have no data; the milestone is overdue."""
    said = message(tracked, "a.roads,2017-04,8,,P,,,", "a.homes,2017-04,100,,P,,,")
    assert said.zh == "已报2项均未欠进度，5项待报。"
    assert said.en == "None of the 2 reported targets is behind; 5 have no data yet."


def test_without_data_the_missing_are_counted(tracked):
    """Three headline indicators and four figures of the action are missing; the milestone is not due."""
    said = message(tracked)
    assert said.zh == "尚无数据：主要预期目标3项、行动目标4项待报，1项未到期。"
    assert said.en == (
        "No data yet: 3 headline indicators and 4 targets of the actions are missing, 1 is not due."
    )


def test_a_finished_year_speaks_of_missed_close_and_met(tracked):
    """15 of 16 are missed, 197 of 200 are close (2%), 8.5% of 8% is met."""
    said = message(
        tracked,
        "output,2017,,8.5%,P,,,",
        "a.roads,2017,15,,P,,,",
        "a.homes,2017,197,,P,,,",
        "a.line,2017-05,1,,P,,,",
    )
    figures = "93.75% of the target done (15 roads, target 16 roads)"
    assert said.en == f"Of 4 reported targets 1 was missed and 1 was close: Roads, {figures}."
    assert said.zh.startswith("已报4项中1项未完成、1项接近：道路，完成目标的93.75%")
    met = message(
        tracked, "output,2017,,8.5%,P,,,", "prices,2017,,1.5%,P,,,", "a.line,2017,1,,P,,,"
    )
    assert met.en == "All 3 reported targets were met; 5 have no data yet."
    assert met.zh == "已报3项全部完成，5项待报。"
