"""Pace 序时进度: the share of the year that has passed, and the share expected by then."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from erqi_cli.calc.decimals import (
    EXACT,
    HUNDRED,
    QUOTIENT,
    ZERO,
    percent_of,
    subtract,
)
from erqi_cli.domain.period import MONTHS, Period, Years, key_of, month_end, period_of
from erqi_cli.domain.target import Target

ONE_DAY = timedelta(days=1)
Shares = Sequence[Decimal | None]
"""Cumulative shares of a year by month, in percent; None where one is not known."""


def elapsed_percent(when: Period, years: Years) -> Decimal:
    """Return the share of a plan's years that has passed by the end of a period, in percent.

    Months count as equal parts; a date counts by its days.
    """
    if when.year > years.last:
        return HUNDRED
    if when.year < years.first:
        return ZERO
    return linear_percent(when, years.last_day, years.first)


def due_date(target: Target, years: Years) -> str:
    """Return the day by which a target is due: its own, or the last of the plan."""
    return target.due or years.last_day


def base_year_percent(when: Period, due: str, year: int, shares: Shares) -> Decimal | None:
    """Return the base year's share by the end of a period, in percent; None if it is not known.

    It is a part of the share by the due date, if this is inside the year. What is due after the
    year does not follow its months.
    """
    if not shares or due[:4] > str(year):
        return None
    whole: Decimal | None = HUNDRED
    if due.startswith(str(year)):
        whole = share_at(period_of(key_of(due)), shares)
    so_far = share_at(when, shares)
    if so_far is None or not whole:
        return None
    return percent_of(so_far, whole)


def linear_percent(when: Period, due: str, first_year: int) -> Decimal:
    """Return the share of the time from the first year's January to the due date, in percent.

    It counts months if both ends are ends of a month, otherwise days.
    """
    last_day = date.fromisoformat(due)
    day_after = last_day + ONE_DAY
    is_due_at_month_end = day_after.day == 1
    if when.day is None and is_due_at_month_end:
        return _linear_by_months(when, last_day, first_year)
    end = date.fromisoformat(when.end)
    day_before = date(first_year, 1, 1) - ONE_DAY
    time = end - day_before
    whole_time = last_day - day_before
    return percent_of(
        Decimal(time.days),
        Decimal(whole_time.days),
    )


def _linear_by_months(when: Period, last_day: date, first_year: int) -> Decimal:
    """Return the share of the months from the first year's January to a due date, in percent."""
    months = (when.year - first_year) * MONTHS + (when.month or MONTHS)
    whole_months = (last_day.year - first_year) * MONTHS + last_day.month
    return percent_of(
        Decimal(months),
        Decimal(whole_months),
    )


def months_left(when: Period, due: str) -> Decimal:
    """Return the months from the end of a period to a due date, 0 when it is past.

    Parts of a month count by their days.
    """
    left = QUOTIENT.subtract(_months(due), _months(when.end))
    return max(left, ZERO)


def _months(day: str) -> Decimal:
    """Return the end of a day in months from the start of a fixed year."""
    at = date.fromisoformat(day)
    last_day = month_end(at.year, at.month)
    whole_months = at.year * MONTHS + at.month
    part = QUOTIENT.divide(
        Decimal(at.day),
        Decimal(last_day.day),
    )
    return QUOTIENT.add(Decimal(whole_months), part)


def share_at(when: Period, shares: Shares) -> Decimal | None:
    """Return the cumulative share at the end of a period, in percent; None if it is not known.

    Within a month it rises evenly from day to day.
    """
    month = when.month or MONTHS
    at_month_end = shares[month - 1]
    if when.day is None or at_month_end is None:
        return at_month_end
    before = shares[month - 2] if month > 1 else ZERO
    if before is None:
        return None
    last_day = month_end(when.year, month)
    rise = subtract(at_month_end, before)
    rise_so_far = QUOTIENT.divide(
        EXACT.multiply(rise, Decimal(when.day)),
        Decimal(last_day.day),
    )
    return QUOTIENT.add(before, rise_so_far)
