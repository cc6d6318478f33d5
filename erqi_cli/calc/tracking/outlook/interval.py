"""The interval around an outlook, from how the share of the same months changed in past years."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, QUOTIENT, WORKING, ZERO, divide, subtract
from erqi_cli.calc.tracking.outlook.student import QUANTILES_90
from erqi_cli.calc.tracking.pace import share_at
from erqi_cli.calc.tracking.series import ObservationSeries
from erqi_cli.domain.observation import MOST_EARLIER_YEARS
from erqi_cli.domain.period import Period

FEWEST_YEARS = 3
"""How many years of the same months an interval takes: they have two changes."""


class Interval(NamedTuple):
    """The interval of a year-end value at 80%, from `lower` to `upper`, in the target's unit.

    `changes` are those of the share from year to year, the latest first; `deviation` is their root
    mean square. `half` is what is taken from the base year's share and added to it: the deviation
    times the `quantile`. All three are in points.
    """

    lower: Decimal
    upper: Decimal
    changes: tuple[Decimal, ...]
    deviation: Decimal
    quantile: Decimal
    half: Decimal


def past_shares(
    series: ObservationSeries,
    target_id: str,
    when: Period,
    base_year: int,
) -> tuple[Decimal, ...]:
    """Return the share by the end of the same months in the base year and before, in percent.

    The base year comes first; the first year without a share ends the row.
    """
    shares: list[Decimal] = []
    for year in range(base_year, base_year - MOST_EARLIER_YEARS - 1, -1):
        share = share_at(when, series.monthly_shares(target_id, year))
        if share is None:
            break
        shares.append(share)
    return tuple(shares)


def interval_of(actual: Decimal, shares: Sequence[Decimal]) -> Interval | None:
    """Return the interval of the year-end value of an actual value, None if it has no upper end.

    `shares` are those of three or more years, the base year's first. The outlook takes the base
    year's share for this year's, so its error is the change of the share from one year to the
    next. The expected change is zero by that choice and is not estimated: n changes therefore give
    a variance with n degrees of freedom, their mean square. The standard deviation about their own
    mean would leave a steady drift out, although a drift is an error of this outlook too.

    This year's share is at most 100%, so that the year ends at least at the actual value.
    """
    changes = []
    for later, earlier in pairwise(shares):
        changes.append(subtract(later, earlier))
    deviation = _root_mean_square(changes)
    quantile = QUANTILES_90[len(changes)]
    half = EXACT.multiply(deviation, quantile)
    least = subtract(shares[0], half)
    if least <= 0:
        return None
    most = min(EXACT.add(shares[0], half), HUNDRED)
    whole = EXACT.multiply(actual, HUNDRED)
    ends = (divide(whole, most), divide(whole, least))
    return Interval(
        lower=min(ends),
        upper=max(ends),
        changes=tuple(changes),
        deviation=deviation,
        quantile=quantile,
        half=half,
    )


def _root_mean_square(changes: Sequence[Decimal]) -> Decimal:
    """Return the root of the mean of the squares, to 34 digits."""
    total = ZERO
    for change in changes:
        total = EXACT.add(total, EXACT.multiply(change, change))
    mean = WORKING.divide(total, Decimal(len(changes)))
    return QUOTIENT.plus(WORKING.sqrt(mean))
