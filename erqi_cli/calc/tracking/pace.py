"""Pace 序时进度: the share of the year that has passed, and the share of a target that its timetable expects by then."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, QUOTIENT, ZERO, percent_of, subtract
from erqi_cli.domain.period import MONTHS, Period, key_of, month_end, period_of
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Pace

ONE_DAY = timedelta(days=1)
Shares = Sequence[Decimal | None]


def elapsed_percent(when: Period, year: int) -> Decimal:
    """Return the share of a year that has passed by the end of a period, in percent: months of 12, for a date days."""
    if when.year != year:
        return HUNDRED if when.year > year else ZERO
    return percent_of(*map(Decimal, when.passed))


def due_date(target: Target, year: int) -> str:
    """Return the day by which a target is due: its own, else the last of the year."""
    return target.due or f"{year}-12-31"


def expected_percent(
    target: Target, when: Period, year: int, base_shares: Shares
) -> Decimal | None:
    """Return the share of a target that its timetable expects by the end of a period, in percent.

    `base_shares` are the base year's cumulative shares by month, for the pace base_year; None where they are missing.
    """
    due = due_date(target, year)
    if when.end >= due:
        return HUNDRED
    if target.pace is Pace.AT_END:
        return ZERO
    if target.pace is Pace.MONTHLY:
        return share_at(when, target.monthly_shares)
    if target.pace is Pace.BASE_YEAR:
        return _as_base_year(when, due, year, base_shares)
    return _linear(when, due)


def linear_percent(target: Target, when: Period, year: int) -> Decimal:
    """Return the share of a target that an even timetable expects by the end of a period, in percent."""
    due = due_date(target, year)
    return HUNDRED if when.end >= due else _linear(when, due)


def _as_base_year(when: Period, due: str, year: int, shares: Shares) -> Decimal | None:
    """Return the base year's share by the end of a period, of that by the due date where this is inside the year."""
    so_far = share_at(when, shares)
    whole = share_at(period_of(key_of(due)), shares) if due.startswith(str(year)) else HUNDRED
    return percent_of(so_far, whole) if so_far is not None and whole else None


def _linear(when: Period, due: str) -> Decimal:
    """Return the share of the time from the first of January to the due date, in months where both end a month."""
    last, end = date.fromisoformat(due), date.fromisoformat(when.end)
    if when.day is None and (last + ONE_DAY).day == 1:
        return percent_of(
            Decimal(when.month or MONTHS), Decimal((last.year - when.year) * MONTHS + last.month)
        )
    before = date(when.year, 1, 1) - ONE_DAY
    return percent_of(Decimal((end - before).days), Decimal((last - before).days))


def months_left(when: Period, due: str) -> Decimal:
    """Return the months from the end of a period to a due date, parts of a month by its days; 0 when it is past."""
    end, last = _months(when.end), _months(due)
    return max(QUOTIENT.subtract(last, end), ZERO)


def _months(day: str) -> Decimal:
    """Return how many months have passed by the end of a day since the year 0."""
    at = date.fromisoformat(day)
    part = QUOTIENT.divide(Decimal(at.day), Decimal(month_end(at.year, at.month).day))
    return QUOTIENT.add(Decimal(at.year * MONTHS + at.month - 1), part)


def share_at(when: Period, shares: Shares) -> Decimal | None:
    """Return the cumulative share at the end of a period; within a month it rises evenly from day to day."""
    month = when.month or MONTHS
    whole = shares[month - 1]
    if when.day is None or whole is None:
        return whole
    before = shares[month - 2] if month > 1 else ZERO
    if before is None:
        return None
    days = Decimal(month_end(when.year, month).day)
    part = QUOTIENT.divide(EXACT.multiply(subtract(whole, before), Decimal(when.day)), days)
    return QUOTIENT.add(before, part)
