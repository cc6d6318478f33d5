"""Periods and days in running words."""

import pytest

from erqi_cli.domain.vocabulary import Kind
from erqi_cli.results.periods import month_words, period_words, words_of_figure
from tests.conftest import PLAN


@pytest.mark.parametrize(
    ("text", "period", "month"),
    [
        ("2017", ("2017年", "2017"), ("2017年", "2017")),
        ("2017-01", ("2017年1月", "January 2017"), ("2017年1月", "January 2017")),
        ("2017-06", ("2017年1—6月", "January–June 2017"), ("2017年6月", "June 2017")),
        ("2017-12-03", ("2017年12月3日", "3 December 2017"), ("2017年12月3日", "3 December 2017")),
    ],
)
def test_a_period_is_written_as_people_say_it(text, period, month):
    """A period begins in January; as of a month, only the month is named."""
    assert period_words(text) == period
    assert month_words(text) == month


def test_a_stock_is_of_its_month_and_a_sum_of_all_months_up_to_it():
    """People employed in June are counted in June; an investment is that of January to June."""
    from erqi_cli import load_plan

    plan = load_plan(PLAN)
    stock = plan.target("industry.business-district-employees")
    assert words_of_figure("2017-06", stock).en == "June 2017"
    sums = plan.target("projects.annual-investment")
    assert sums.kind is Kind.LEVEL
    assert words_of_figure("2017-06", sums).en == "January–June 2017"
    milestone = plan.target("ecology.river-chiefs")
    assert words_of_figure("2017-06", milestone).en == "June 2017"
