"""The year-end value of a sum, extrapolated by a method that is named."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, divide
from erqi_cli.calc.tracking.outlook.interval import (
    FEWEST_YEARS,
    Interval,
    interval_of,
    past_shares,
)
from erqi_cli.calc.tracking.pace import Shares, elapsed_percent, share_at
from erqi_cli.calc.tracking.series import ObservationSeries
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import IntervalGap, OutlookMethod, Pace


class Outlook(NamedTuple):
    """Where a sum would end the year: an extrapolation, not a forecast.

    `year_end` is in the target's unit. It is the actual value by the `share` of the year, in
    percent: the base year's by the end of the same months, or that of the time. Either there is an
    `interval`, or a `gap` says why there is none.
    """

    year_end: Decimal
    method: OutlookMethod
    share: Decimal
    interval: Interval | None = None
    gap: IntervalGap | None = None


def outlook_of(  # noqa: PLR0913 -- what a sum is extrapolated from
    series: ObservationSeries,
    target: Target,
    *,
    period: Period,
    actual: Decimal,
    base_year: int,
    base_shares: Shares,
) -> Outlook | None:
    """Return the outlook of a sum at the end of a period, None once the year is over.

    `base_shares` are the base year's cumulative shares by month, in percent; none if the plan asks
    for an even pace. Without the share of the same months the run rate counts.
    """
    share = share_at(period, base_shares) if base_shares else None
    method = OutlookMethod.BASE_YEAR
    if not share:
        share = elapsed_percent(period, series.years)
        method = OutlookMethod.RUN_RATE
    if not share or share >= HUNDRED:
        return None
    interval = None
    gap: IntervalGap | None = IntervalGap.FEW_YEARS
    if method is OutlookMethod.BASE_YEAR:
        interval, gap = _interval(series, target, period, actual, base_year)
    elif target.pace is Pace.LINEAR:
        gap = IntervalGap.EVEN_PACE
    return Outlook(
        year_end=divide(EXACT.multiply(actual, HUNDRED), share),
        method=method,
        share=share,
        interval=interval,
        gap=gap,
    )


def _interval(
    series: ObservationSeries,
    target: Target,
    period: Period,
    actual: Decimal,
    base_year: int,
) -> tuple[Interval | None, IntervalGap | None]:
    """Return the interval by past shares, or why there is none."""
    shares = past_shares(series, target.id, period, base_year)
    if len(shares) < FEWEST_YEARS:
        return None, IntervalGap.FEW_YEARS
    interval = interval_of(actual, shares)
    if interval is None:
        return None, IntervalGap.TOO_WIDE
    return interval, None
