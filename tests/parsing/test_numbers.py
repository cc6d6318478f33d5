"""The grammar of values, and exact arithmetic on them."""

from decimal import Decimal, Inexact

import pytest

from erqi_cli.calc.decimals import EXACT, divide, percent_of, plain, rounded
from erqi_cli.domain.units import UNITS
from erqi_cli.parsing.date import parse_date, parse_period, parse_year
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.parsing.figures.number_words import apply_scale
from erqi_cli.parsing.quantity import loose_growth, parse_quantity
from erqi_cli.parsing.scalar import (
    parse_figure,
    parse_growth,
    parse_id,
    parse_line,
    parse_node,
    parse_number,
    parse_rate,
    parse_tolerance,
    parse_unit,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", "0"), ("412", "412"), ("24.5", "24.5"), ("-3", "-3"), ("-0", "0"), ("9" * 18, "9" * 18)],
)
def test_numbers_are_exact(text, value):
    """A number of the grammar is the decimal that stands there."""
    assert parse_number(text) == Decimal(value)
    assert not parse_number(text).is_signed() or value.startswith("-")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("010", "10"),
        ("1_000", "1000"),
        ("1,234.50", "1234.50"),
        ("５３０", "530"),
        ("\u22125", "-5"),
        ("¥1000", "1000"),
        ("+5", "5"),
        ("1200万", "1200"),
        ("60%", "60"),
        ("(530)", "-530"),
    ],
)
def test_a_wrong_number_gets_the_right_form(text, form):
    """A number that people write otherwise is refused, and the message shows the right form."""
    with pytest.raises(ValueFault) as caught:
        parse_number(text)
    assert caught.value.code == "E301"
    assert form in caught.value.remedy.en


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NO",
        "1:30",
        ".nan",
        ".inf",
        "1e5",
        "1e999999",
        "٣",
        "一千万",
        "5.",
        ".5",
        "0x10",
        "9" * 4301,
        "1.1234567890123",
        "9" * 19,
    ],
)
def test_what_is_no_number_is_refused(text):
    """Whatever YAML or Python would read as a number in its own way is refused."""
    with pytest.raises(ValueFault) as caught:
        parse_number(text)
    assert caught.value.code == "E301"


@pytest.mark.parametrize(
    ("text", "form"), [("9", "9%"), ("0.09", "9%"), ("９％", "9%"), ("-0.5", "-50%"), ("1", "1%")]
)
def test_a_bare_rate_is_refused_with_a_suggestion(text, form):
    """A rate without its percent sign is ambiguous; the message gives the form with it."""
    with pytest.raises(ValueFault) as caught:
        parse_rate(text)
    assert caught.value.code == "E302"
    assert form in caught.value.remedy.en


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1085¼",
            "1085 ¼",
            "1085²",
            "１０８５²",
            "约1085²",
            "1085²亿元",
            "①",
            "Ⅷ",
            "1085零",
            "53O",
            "53O亿元",
            "9½%",
        ),
        *(
            "1,2345",
            "1000,50",
            "12,34",
            "0,125",
            "1.234,5",
            "¥1,2345",
            "6,5%",
            "约1,5",
            "1,2345亿元",
        ),
    ],
)
def test_no_number_is_given_where_it_could_be_the_wrong_one(text):
    """A fraction, a power, a letter among the digits and a comma that is no thousands are told, and no number is offered."""
    for parse in (
        parse_number,
        parse_rate,
        loose_growth,
        lambda words: parse_quantity(words, UNITS["亿元"]),
    ):
        with pytest.raises(ValueFault) as caught:
            parse(text)
        remedy = str(caught.value.remedy or "").replace("0–9", "").replace("0 to 9", "")
        assert not any(char.isdecimal() for char in remedy)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1085¼", "other than the digits"),
        ("53O", "other than the digits"),
        ("1,2345", "use a comma only to separate thousands"),
    ],
)
def test_what_is_wrong_with_a_doubtful_number_is_said(text, words):
    """The remedy says which signs are not understood, in both languages."""
    with pytest.raises(ValueFault) as caught:
        parse_quantity(text, UNITS["亿元"])
    assert words in caught.value.remedy.en
    assert caught.value.remedy.zh


@pytest.mark.parametrize(
    "mark",
    [
        "#DIV/0!",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "########",
        "＃N/A",
        "Err:502",
    ],
)
def test_an_error_mark_of_a_spreadsheet_is_told_in_every_column(mark):
    """Of a growth and an amount the message is the same: the mark is that of a formula that failed."""
    for parse in (loose_growth, lambda words: parse_quantity(words, UNITS["亿元"])):
        with pytest.raises(ValueFault) as caught:
            parse(mark)
        assert caught.value.code == "E506"


@pytest.mark.parametrize("text", ["-100%", "-101%", "500.1%", "900%"])
def test_growth_out_of_range(text):
    """Growth is above −100% and at most 500%."""
    with pytest.raises(ValueFault) as caught:
        parse_growth(text)
    assert caught.value.code == "E303"


def test_growth_at_the_ends_of_its_range():
    """−99.9% and 500% are rates; both ends are as documented."""
    assert (parse_growth("-99.9%"), parse_growth("500%")) == (Decimal("-99.9"), 500)


@pytest.mark.parametrize("words", ["主体封顶", "3栋封顶", "完成80%"])
def test_a_node_that_is_not_a_figure_alone_is_words(words):
    """3栋封顶 begins with a digit and 完成80% ends in a rate, and both are words as 主体封顶 is."""
    assert parse_node(words) == (None, False, words)


def test_a_node_may_be_a_number_or_a_rate():
    """300 is a figure in the unit of the target, 25% and -3% are rates."""
    nodes = [parse_node(text) for text in ("300", "25%", "-3%")]
    assert [(node.figure, node.is_percent) for node in nodes] == [
        (300, False),
        (25, True),
        (-3, True),
    ]


def test_a_scale_loses_no_digit_of_the_longest_number():
    """30 digits before the point and 30 behind it, times 万: the point moves by four places."""
    number = Decimal(f"{'1' * 30}.{'2' * 29}3")
    assert plain(apply_scale(number, "万")) == f"{'1' * 30}2222.{'2' * 25}3"


def test_a_figure_is_a_number_or_a_rate():
    """A target's figure may be an amount or a share."""
    assert (parse_figure("412"), parse_figure("60%")) == (412, 60)


@pytest.mark.parametrize(
    ("parse", "text", "code"),
    [
        (parse_date, "2017-02-30", "E306"),
        (parse_date, "2017-2-3", "E306"),
        (parse_date, "1899-12-31", "E306"),
        (parse_period, "2017-13", "E307"),
        (parse_period, "2017Q1", "E307"),
        (parse_year, "17", "E313"),
        (parse_year, "1899", "E303"),
        (parse_id, "G DP", "E308"),
        (parse_id, "2017", "E308"),
        (parse_id, "PM2.5", "E308"),
        (parse_id, "a_b", "E308"),
        (parse_id, "a--b", "E308"),
        (parse_id, "a" * 65, "E308"),
        (parse_line, "", "E310"),
        (parse_line, "x" * 301, "E311"),
        (parse_line, "a\u202eb", "E309"),
        (parse_line, "a\x1bb", "E216"),
        (parse_unit, "亿", "E305"),
        (parse_tolerance, "-0.1", "E303"),
        (parse_tolerance, "101", "E303"),
    ],
)
def test_other_values_are_refused_with_their_code(parse, text, code):
    """Each kind of value has its own code."""
    with pytest.raises(ValueFault) as caught:
        parse(text)
    assert caught.value.code == code


def test_units_are_found_by_either_name():
    """A unit may be written by its symbol or in English."""
    assert parse_unit("100 million yuan") == parse_unit("亿元") == "亿元"


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("530", "亿元", ("530", "亿元")),
        ("5,300,000万元", "亿元", ("530", "亿元")),
        ("５３０", "亿元", ("530", "亿元")),
        ("1.2万", "人", ("12000", "人")),
        ("530亿", "亿元", ("530", "亿元")),
        ("12.5亿美元", None, ("12.5", "亿美元")),
        ("7", None, ("7", None)),
    ],
)
def test_amounts_of_spreadsheets(text, unit, amount):
    """Separators, full-width digits and units beside the number are read and converted exactly."""
    value, found = parse_quantity(text, unit and UNITS[unit])
    assert (plain(value), found) == amount


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E310"),
        (" ", "E310"),
        ("#REF!", "E506"),
        ("(20)", "E301"),
        ("1,23", "E301"),
        ("5米", "E511"),
        ("5尺", "E305"),
        ("abc", "E301"),
        ("1 2", "E301"),
    ],
)
def test_amounts_that_are_refused(text, code):
    """A blank is not zero, a failed formula is no value, and a wrong unit does not convert."""
    with pytest.raises(ValueFault) as caught:
        parse_quantity(text, UNITS["亿元"])
    assert caught.value.code == code


def test_exact_arithmetic_refuses_to_lose_a_digit():
    """A product that cannot be exact raises instead of rounding."""
    with pytest.raises(Inexact):
        EXACT.divide(Decimal(1), Decimal(3))


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("0.125", 2, "0.13"),
        ("-0.004", 2, "0.00"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("13.8245", 2, "13.82"),
    ],
)
def test_display_rounds_half_up_once(value, places, shown):
    """Rounding is half up, and zero has no sign."""
    assert str(rounded(Decimal(value), places)) == shown


@pytest.mark.parametrize(
    ("value", "digits"),
    [("109.00", "109"), ("1E+3", "1000"), ("-0", "0"), ("0.10", "0.1"), ("1E-7", "0.0000001")],
)
def test_plain_digits(value, digits):
    """Numbers come out with every digit, without exponent or needless zeros."""
    assert plain(Decimal(value)) == digits


def test_quotients_have_34_digits():
    """A quotient that does not end carries 34 digits; one that ends is exact."""
    assert plain(divide(Decimal(1), Decimal(3))) == "0." + "3" * 34
    assert percent_of(Decimal(412), Decimal(400)) == 103


def test_a_tolerance_with_a_sign_is_told_to_be_written_without():
    """Points have no percent sign: of 2% the message says to write 2."""
    with pytest.raises(ValueFault) as refused:
        parse_tolerance("2%")
    remedy = refused.value.remedy
    assert refused.value.code == "E301"
    assert remedy is not None
    assert (remedy() if callable(remedy) else remedy).en == "write 2, without the percent sign"
