"""Quantiles of Student's t-distribution."""

from decimal import Decimal

QUANTILES_90 = {
    1: Decimal("3.078"),
    2: Decimal("1.886"),
    3: Decimal("1.638"),
    4: Decimal("1.533"),
    5: Decimal("1.476"),
    6: Decimal("1.440"),
    7: Decimal("1.415"),
    8: Decimal("1.397"),
    9: Decimal("1.383"),
    10: Decimal("1.372"),
}
"""The 90th percentile by degrees of freedom, for a two-sided interval at 80%.

Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, "Critical values of the
Student's t distribution". Ten changes are the most that there can be: see `MOST_EARLIER_YEARS`.
"""
