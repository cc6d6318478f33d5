"""Periods in words, as official documents write them in Chinese."""

from erqi_cli.domain.period import Period, period_of
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Collection, Kind
from erqi_cli.i18n.text import Text

YEAR = Text("{year}年", "{year}")
MONTH = Text("{year}年{month}月", "{name} {year}")
MONTHS = Text("{year}年1—{month}月", "January–{name} {year}")
DAY = Text("{year}年{month}月{day}日", "{day} {name} {year}")
SHORT_MONTH = Text("{month}月", "{name}")
SHORT_DAY = Text("{month}月{day}日", "{day} {name}")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def period_words(text: str) -> Text:
    """Return a period: 2017年, 2017年1—6月, 2017年6月15日."""
    period = period_of(text)
    if period.month is None or period.month == 1 or period.day is not None:
        return month_words(text)
    return _filled(MONTHS, period)


def month_words(text: str) -> Text:
    """Return the year, the last month or the day of a period: 2017年6月, as in 截至2017年6月."""
    period = period_of(text)
    if period.month is None:
        return _filled(YEAR, period)
    return _filled(MONTH if period.day is None else DAY, period)


def short_period_words(text: str) -> Text:
    """Return the last month or the day of a period without its year: 6月 or June, 6月15日."""
    period = period_of(text)
    if period.month is None:
        return _filled(YEAR, period)
    return _filled(SHORT_MONTH if period.day is None else SHORT_DAY, period)


def words_of_figure(text: str, target: Target) -> Text:
    """Return the period of a target's figure: its month, of sums and averages all months so far."""
    is_of_month = target.kind is Kind.MILESTONE or target.collected is Collection.END_OF_PERIOD
    return month_words(text) if is_of_month else period_words(text)


def _filled(template: Text, period: Period) -> Text:
    name = MONTH_NAMES[period.month - 1] if period.month else ""
    return template.fill(year=period.year, month=period.month, day=period.day, name=name)
