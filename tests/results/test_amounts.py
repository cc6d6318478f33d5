"""Amounts in words: Chinese keeps the plan's unit, English writes them as people do."""

from decimal import Decimal

import pytest

from erqi_cli.domain.units import UNITS, own_unit
from erqi_cli.i18n.text import Text, counted
from erqi_cli.results.amounts import (
    charted_amount,
    qualified_amount,
    qualified_with_unit,
    short_amount,
    with_unit,
)
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("412", "亿元", "412亿元", "41.2 billion yuan (412亿元)"),
        ("3122", "亿元", "3,122亿元", "312.2 billion yuan (3,122亿元)"),
        ("20000", "亿元", "20,000亿元", "2 trillion yuan (20,000亿元)"),
        ("5", "亿元", "5亿元", "500 million yuan (5亿元)"),
        ("1200", "万元", "1,200万元", "12 million yuan (1,200万元)"),
        ("3.5", "万元", "3.5万元", "35,000 yuan (3.5万元)"),
        ("-2.5", "亿元", "-2.5亿元", "-250 million yuan (-2.5亿元)"),
        ("61.2", "亿美元", "61.2亿美元", "6.12 billion US dollars (61.2亿美元)"),
        ("35533", "元", "35,533元", "35,533 yuan"),
        ("0.46", "万个", "0.46万个", "4,600"),
        ("1", "万个", "1万个", "10,000"),
        ("0.0001", "万个", "0.0001万个", "1"),
        ("460000", "万吨标准煤", "460,000万吨标准煤", "4.6 billion tonnes of coal equivalent"),
        ("300", "万平方米", "300万平方米", "3 million square metres"),
        ("5", "公顷", "5公顷", "5 hectares"),
        ("86.2", "公里", "86.2公里", "86.2 kilometres"),
        ("1", "套", "1套", "1"),
        ("16", "条", "16条", "16 roads"),
        ("1", "百分点", "1个百分点", "1 percentage point"),
        ("2.5", "百分点", "2.5个百分点", "2.5 percentage points"),
        ("9", "%", "9%", "9%"),
        ("12", None, "12", "12"),
    ],
)
def test_an_amount_in_full(value, unit, zh, en):
    """万 and 亿 become thousands, millions and billions; sums of money keep the plan's figure beside them."""
    assert with_unit(Decimal(value), UNITS.get(unit)) == (zh, en)


def test_an_amount_that_is_not_known():
    """Without a value there is a dash."""
    assert with_unit(None, UNITS["亿元"]) == ("–", "–")


@pytest.mark.parametrize(
    ("low", "high", "comparator", "unit", "zh", "en"),
    [
        ("600", None, "at_least", "亿元", "600亿元以上", "at least 60 billion yuan"),
        ("300", "500", "between", "亿元", "300—500亿元", "30 to 50 billion yuan"),
        ("5", "15", "between", "亿元", "5—15亿元", "0.5 to 1.5 billion yuan"),
        ("10", "20", "between", "公顷", "10—20公顷", "10 to 20 ha"),
        ("1", None, "at_most", "套", "1套以内", "at most 1"),
        ("46", None, "about", "万吨", "46万吨左右", "about 460,000 t"),
    ],
)
def test_an_amount_with_its_qualifier(low, high, comparator, unit, zh, en):
    """A range has one scale and names its unit once."""
    upper = None if high is None else Decimal(high)
    assert qualified_amount(Decimal(low), comparator, upper, UNITS[unit]) == (zh, en)


def test_a_range_of_money_in_full():
    """The plan's own figures stand behind the whole range."""
    words = qualified_with_unit(Decimal(300), "between", Decimal(500), UNITS["亿元"])
    assert words == ("300—500亿元", "30 to 50 billion yuan (300—500亿元)")


def test_what_is_rounded_in_chinese_is_rounded_alike_in_english():
    """31.78亿元 is 3.178 billion yuan: English shows no digit that Chinese does not."""
    assert short_amount("31.78", UNITS["亿元"]) == ("31.78亿元", "3.178 billion yuan")


@pytest.mark.parametrize(
    ("number", "unit", "en"),
    [
        ("524 → 571.16", "亿元", "524 → 571.16 (100m yuan)"),
        ("118", "条", "118 roads"),
        ("1", "套", "1 set"),
        ("5", None, "5"),
    ],
)
def test_a_chart_keeps_the_figures_of_its_table(number, unit, en):
    """The unit of the table stands in brackets where it is a multiple."""
    from erqi_cli.i18n.text import same

    assert charted_amount(same(number), UNITS.get(unit)).en == en


@pytest.mark.parametrize(
    ("symbol", "english", "zh", "en"),
    [
        ("亿斤", "100 million jin", "35亿斤", "3.5 billion jin"),
        ("万头", "10,000 head", "35万头", "350,000 head"),
        ("亿斤", "yi jin", "35亿斤", "35 yi jin"),
        ("分", "score points", "35分", "35 score points"),
    ],
)
def test_an_amount_in_a_unit_of_the_plan(symbol, english, zh, en):
    """A unit that the plan declares is shown by its names, its hundred millions as billions."""
    unit = own_unit(symbol, Text(symbol, english), None, Decimal(1))
    assert with_unit(Decimal(35), unit) == (zh, en)


def test_every_unit_of_myriads_has_its_base_unit():
    """万 or 亿 of a unit is of a unit in the list."""
    for symbol in UNITS:
        if symbol[0] in "万亿":
            assert symbol[1:] in UNITS


def test_no_english_amount_is_written_as_a_product(erqi):
    """`×` stands in formulas only, never between a number and its unit."""
    ledger = ROOT / "tests" / "files" / "ledger.csv"
    for words in (
        ["explain", "projects.annual-investment", "--ledger", ledger],
        ["show", "indicator", "gdp"],
        ["track", "--chart", "--ledger", ledger],
        ["project", "--chart"],
    ):
        out = erqi(*words).out
        assert " × 100" not in out
        assert " × 10" not in out


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1234, "1,234 rows")]
)
def test_counts_agree_with_their_nouns(count, words):
    """One row, two rows."""
    assert counted(count, "row") == words
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(3, "entry", "entries") == "3 entries"
