"""Periods of a year: the whole of it, January to a month, or January to a day."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

MONTHS = 12
MONTH_LENGTH, DAY_LENGTH = len("2017-03"), len("2017-03-15")


class Period(NamedTuple):
    """A period in standard form (`text`): a year, a year and month (cumulative), or a day.

    `end` is its last day, as YEAR-MONTH-DAY.
    """

    text: str
    year: int
    month: int | None
    day: int | None
    end: str

    @property
    def passed(self) -> tuple[int, int]:
        """How much of the year the period covers: months of 12, or days of 365 or 366."""
        if self.day is None:
            return self.month or MONTHS, MONTHS
        first = date(self.year, 1, 1)
        first_of_next = date(self.year + 1, 1, 1)
        days_passed = (date.fromisoformat(self.end) - first).days + 1
        return days_passed, (first_of_next - first).days

    @property
    def known_from(self) -> str:
        """Before when its figure is not known: its last month, or its day."""
        return self.end[:MONTH_LENGTH] if self.day is None else self.end

    @property
    def is_whole(self) -> bool:
        """Whether the period ends with the year."""
        return self.end.endswith("12-31")

    @property
    def key(self) -> str:
        """The period normalised: 2017-06-30 is 2017-06, and 2017-12 is 2017."""
        return key_of(self.text)

    def of(self, year: int) -> str:
        """Return this period's key in another year; the end of February is its end in any year."""
        return f"{year}{self.key[4:]}"


class Years(NamedTuple):
    """The years of a plan, from the first day of one to the last day of another."""

    first: int
    last: int

    @property
    def number(self) -> int:
        """How many they are."""
        return self.last - self.first + 1

    @property
    def first_day(self) -> str:
        """The first day, as YEAR-MONTH-DAY."""
        return f"{self.first}-01-01"

    @property
    def last_day(self) -> str:
        """The last day, as YEAR-MONTH-DAY."""
        return f"{self.last}-12-31"

    @property
    def are_several(self) -> bool:
        """Whether it is a plan of several years."""
        return self.first < self.last

    def cover(self, period: Period) -> bool:
        """Tell whether a period is of one of the years."""
        return self.first <= period.year <= self.last


@lru_cache(maxsize=10_000)
def key_of(text: str) -> str:
    """Return a period in standard form normalised: 2017-06-30 is 2017-06, and 2017-12 is 2017.

    All that counts from January to the same day is the same period.
    """
    if len(text) == DAY_LENGTH and _ends_a_month(text):
        text = text[:MONTH_LENGTH]
    return text.removesuffix("-12") if len(text) == MONTH_LENGTH else text


def _ends_a_month(day: str) -> bool:
    return day == month_end(int(day[:4]), int(day[5:7])).isoformat()


def period_of(text: str) -> Period:
    """Return the period of a text in standard form: 2017, 2017-03 or 2017-03-15."""
    year = int(text[:4])
    if len(text) == DAY_LENGTH:
        return Period(text, year, int(text[5:7]), int(text[8:]), text)
    month = int(text[5:]) if len(text) == MONTH_LENGTH else None
    return Period(text, year, month, None, month_end(year, month or MONTHS).isoformat())


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    first_of_next = date(year + month // MONTHS, month % MONTHS + 1, 1)
    return first_of_next - timedelta(days=1)
