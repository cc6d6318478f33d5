"""Projection: the published base values times the target growth, to the last digit."""

from decimal import Decimal

import pytest

from erqi_cli import Failure, load_plan, project

PROJECTED = {
    "gdp": "571.16",
    "budget-revenue": "30.975",
    "industry-value-added": "44.1",
    "fixed-asset-investment": "400.4",
    "retail-sales": "459",
    "urban-income": "38375.64",
    "rural-income": "22557.96",
}


def test_plan_year_values_from_published_bases(plan):
    """The seven indicators with a base value project to the hand-computed figures."""
    found = {one.indicator.id: one.projected for one in project(plan) if one.projected is not None}
    assert found == {name: Decimal(value) for name, value in PROJECTED.items()}


def test_no_base_value_gives_an_index_and_no_level(plan):
    """Trade and foreign investment have index 103 and neither level nor increase."""
    for one in project(plan, ["trade", "foreign-investment"]):
        assert (one.index, one.projected, one.increase, one.base) == (103, None, None, None)


def test_increase_is_projected_less_base(plan):
    """Gross domestic product is to rise by 47.16."""
    (gdp,) = project(plan, ["gdp"])
    assert gdp.increase == Decimal("47.16")


def test_what_if_growth(plan):
    """At 8.5% gross domestic product comes to 568.54; the plan itself is unchanged."""
    (gdp,) = project(plan, ["gdp"], what_if={"gdp.growth": "8.5%"})
    assert gdp.projected == Decimal("568.54")
    assert plan.indicators[0].growth == 9


def test_deflator_makes_a_real_growth_nominal(plan):
    """524 × 1.09 × 1.012 = 578.01392, and the result is at current prices."""
    (gdp,) = project(plan, ["gdp"], what_if={"gdp.deflator": "1.2%"})
    assert (gdp.projected, gdp.index, gdp.price_basis) == (
        Decimal("578.01392"),
        Decimal("110.308"),
        "current",
    )


def test_later_years_compound_exactly(plan):
    """Four years of 9% on 524 are 739.6687… with every digit kept."""
    (gdp,) = project(plan, ["gdp"], last_year=2020)
    assert [year.year for year in gdp.years] == [2017, 2018, 2019, 2020]
    assert gdp.years[-1].value == Decimal(524) * Decimal("1.09") ** 4
    assert gdp.years[-1].value == Decimal("739.66876364")


def test_fifty_years_of_a_twelve_digit_rate_stay_exact(plan):
    """The longest extrapolation at the longest rate keeps every digit."""
    (gdp,) = project(plan, ["gdp"], what_if={"gdp.growth": "7.123456789012%"}, last_year=2067)
    assert gdp.years[-1].value.as_tuple().digits[-1] != 0
    assert -gdp.years[-1].value.as_tuple().exponent == 14 * 51


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ({"indicators": ["gpd"]}, "E601"),
        ({"indicators": ["income"]}, "E602"),
        ({"what_if": {"gdp.growth": "9"}}, "E609"),
        ({"what_if": {"gdp.colour": "9%"}}, "E604"),
        ({"what_if": {"retail-sales.deflator": "1%"}}, "E608"),
        ({"what_if": {"gdp.baseline": "0"}}, "E609"),
        ({"last_year": 2016}, "E607"),
        ({"last_year": 2068}, "E607"),
    ],
)
def test_a_wrong_call_names_its_fault(plan, call, code):
    """A wrong name, field, value or year raises one Failure with its code."""
    with pytest.raises(Failure) as caught:
        project(plan, **call)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_later_vintage_of_a_base_value_counts(write, starter):
    """A base value that was revised later replaces the earlier one in the projection."""
    revised = "  - {target: gdp, period: 2025, value: 510, status: A, published: 2026-06-01, source: communique-2025}\n"
    (gdp,) = project(load_plan(write(starter + revised)), ["gdp"])
    assert (gdp.base.value, gdp.projected, gdp.base.status) == (510, Decimal("540.6"), "A")


def test_the_package_docstring_tells_the_truth():
    """The library example in the package's docstring runs and prints what it says."""
    import doctest

    import erqi_cli

    assert doctest.testmod(erqi_cli).failed == 0


def test_models_are_frozen(plan):
    """A plan cannot be changed in place."""
    with pytest.raises(AttributeError):
        plan.base_year = 2015
    with pytest.raises(AttributeError):
        plan.indicators[0].growth = Decimal(10)


def test_unknown_attribute_of_the_package():
    """A name that the package does not offer is an AttributeError, as of any module."""
    import erqi_cli

    with pytest.raises(AttributeError, match="nothing"):
        _ = erqi_cli.nothing
