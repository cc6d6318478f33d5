"""The base year of a ratio whose sides are targets of actions."""

from decimal import Decimal

import pytest

PLAN = """name: 示范
base_year: 2025
plan_year: 2026
indicators:
  - {id: gdp, name: 生产总值, unit: 亿元, growth: 5%}
actions:
  - name: 重点工作
    targets:
      - {id: income, name: 收入, kind: level, value: 240000, unit: 万元BASELINE}
ratios:
  - {id: r, name: 收入占比, numerator: 重点工作.income, denominator: gdp, form: share}
observations:
  - {target: gdp, period: 2025, value: 500, status: A}
OBSERVED"""


@pytest.mark.parametrize(
    ("baseline", "observed", "base", "change"),
    [
        ("", "  - {target: 重点工作.income, period: 2025, value: 200000, status: A}\n", "4", True),
        (", baseline: 150000", "", "3", True),
        (
            ", baseline: 150000",
            "  - {target: 重点工作.income, period: 2025, value: 200000, status: A}\n",
            "4",
            True,
        ),
        (
            "",
            "  - {target: 重点工作.income, period: 2024, value: 200000, status: A}\n",
            None,
            False,
        ),
    ],
)
def test_a_target_has_a_base_year_figure(erqi, write, baseline, observed, base, change):
    """200,000万元 are 20亿元, 4% of 500; the baseline counts where the base year is not observed."""
    path = write(PLAN.replace("BASELINE", baseline).replace("OBSERVED", observed))
    row = erqi("ratios", "--plan", path, "--format", "json").rows["r"]
    assert row["base_value"] == (None if base is None else Decimal(base))
    assert (row["change"] is not None) == change
    assert round(row["plan_value"], 3) == Decimal("4.571")


def test_a_side_with_a_value_and_a_growth_counts_by_its_value(erqi, write):
    """达到600亿元、增长5%: 24亿元 are 4% of the 600 stated, and not of the 525 that 5% would give."""
    plan = PLAN.replace("growth: 5%", "kind: level, value: 600, growth: 5%")
    path = write(plan.replace("BASELINE", "").replace("OBSERVED", ""))
    row = erqi("ratios", "--plan", path, "--format", "json").rows["r"]
    assert row["plan_value"] == 4
