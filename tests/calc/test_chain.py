"""`erqi solve --rates`: unequal yearly rates, chained; every figure worked out by hand."""

from decimal import Decimal, localcontext

import pytest

from erqi_cli.calc.projection.chain import chain
from erqi_cli.errors import Failure

THREE = "4%,4.1%,4.2%"


def chained(*rates, base=None):
    return chain([Decimal(rate) for rate in rates], None if base is None else Decimal(base))


def test_unequal_rates_give_the_cumulative_rate_and_the_geometric_average():
    """1.04 × 1.041 × 1.042 is 1.12811088; its cube root, to 34 digits, leaves 4.09996797949…%."""
    found = chained("4", "4.1", "4.2")
    assert found.cumulative == Decimal("12.811088")
    assert [year.index for year in found.years] == [104, Decimal("108.264"), Decimal("112.811088")]
    assert str(found.average).startswith("4.0999679794970351")
    assert len(found.average.as_tuple().digits) == 34
    with localcontext(prec=60):
        again = (1 + found.average / 100) ** 3
        assert abs(again - Decimal("1.12811088")) < Decimal("1e-33")
    assert (found.is_average_exact, found.value) == (False, None)


def test_equal_rates_have_themselves_as_average():
    """Twice 10% is 21% over both years, exactly 10% a year."""
    found = chained("10", "10", base="524")
    assert (found.cumulative, found.average, found.is_average_exact) == (21, 10, True)
    assert [year.value for year in found.years] == [Decimal("576.4"), Decimal("634.04")]


def test_falling_rates_chain_too():
    """Qinghai's +1.51%, −2.20%, −4.18% leave 95.127010596% of the start."""
    found = chained("1.51", "-2.20", "-4.18")
    assert found.cumulative == Decimal("-4.872989404")
    assert str(found.average).startswith("-1.65145262575")


def test_a_chain_of_more_digits_than_are_kept_has_34():
    """1000 times 1.23456789% has 8000 digits: 34 are kept, and the average is the rate again."""
    found = chained(*["1.23456789"] * 1000)
    assert len(found.years[-1].index.as_tuple().digits) == 34
    assert abs(found.average - Decimal("1.23456789")) < Decimal("1e-25")


@pytest.mark.parametrize(
    ("rates", "base", "words"),
    [
        (["1"] * 1001, None, "at most 1000 years"),
        (["1"], "0", "base must be above zero"),
        (["1"], "-5", "base must be above zero"),
        (["500"] * 1000, None, "too large or too small"),
    ],
)
def test_what_cannot_be_chained_is_refused(rates, base, words):
    """The base is above zero, there are at most 1000 years, and no result passes 10^60."""
    with pytest.raises(Failure) as caught:
        chained(*rates, base=base)
    (problem,) = caught.value.problems
    assert (problem.code, words in problem.message.en) == ("E605", True)


def test_the_command_shows_each_year_and_both_rates(erqi):
    """The table has a row a year; with a base the value stands beside the index."""
    out = erqi("solve", "--rates", THREE, "--base", "100").out
    assert "Cumulative      12.811088%" in out
    assert "Average a year  4.099968%" in out
    assert "   3    4.2%           112.811088  112.811088" in out
    zh = erqi("solve", "--rates", "4%，4.1%、4.2%", "--lang", "zh").out
    assert "累计增速  12.811088%" in zh


def test_the_document_has_both_rates_and_the_value(erqi):
    """JSON numbers keep their digits; without a base the value is null."""
    document = erqi("solve", "--rates", THREE, "--base", "524", "--format", "json").json
    keys = ("result", "years", "base", "cumulative_percent", "exact", "value")
    assert [document[key] for key in keys] == [
        "chain",
        3,
        524,
        Decimal("12.811088"),
        False,
        Decimal("591.13010112"),
    ]
    assert document["rows"][1] == {
        "year": 2,
        "rate_percent": Decimal("4.1"),
        "index": Decimal("108.264"),
        "value": Decimal("567.30336"),
        "unit": None,
    }
    assert erqi("solve", "--rates", THREE, "--format", "json").json["value"] is None


def test_an_indicator_gives_the_base(erqi):
    """Gross domestic product starts from 524 in the plan, whose source is noted."""
    document = erqi("solve", "gdp", "--rates", "4%,4%", "--format", "json").json
    assert (document["base"], document["value"]) == (524, Decimal("566.7584"))
    assert [note["code"] for note in document["notes"]] == ["baseline-source", "exact"]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (("--rates", "4%,x"), "erqi: E610 --rates is not valid: "),
        (("--rates", "4%,,4%"), "erqi: E610 --rates is not valid: "),
        (("--rates", "4.1,4%"), "erqi: E610 --rates is not valid: "),
        (("--rates", "-100%"), "erqi: E610 --rates is not valid: "),
        (("--rates", "4%", "--years", "3"), "erqi: E606 --years cannot be used with --rates"),
        (("--rates", "4%", "--rate", "3%"), "erqi: E606 --rate cannot be used with --rates"),
        (("--rates", "4%", "--target", "3"), "erqi: E606 --target cannot be used with --rates"),
        (("--rates", "4%", "--base", "0"), "erqi: E605 cannot solve this: base must be"),
    ],
)
def test_a_wrong_rate_is_one_message(erqi, words, start):
    """Each mistake is named once, with exit code 2 and nothing on standard output."""
    done = erqi("solve", *words)
    assert (done.code, done.out, done.err.startswith(start)) == (2, "", True)
    assert done.err.count("erqi: ") == 1
