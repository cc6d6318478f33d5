"""Periods of a year: the whole of it, January to a month, or up to a day; and how far into the year each reaches."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from erqi_cli.language import Text
from erqi_cli.plan.signs import LONGEST, narrow, write_it
from erqi_cli.plan.values import PERIOD, YEARS, ValueFault, is_day, parse_date, parse_period, quote

LOOSE = (
    r"(?a)([0-9]{4})\s*年?",
    r"(?a)([0-9]{4})\s*[-/年]\s*([0-9]{1,2})\s*(?:月份?)?",
    r"(?a)([0-9]{4})\s*年\s*0?1\s*月?\s*[-~—–至到]+\s*([0-9]{1,2})\s*月份?",
    r"(?a)([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|\s*年\s*([0-9]{1,2})\s*月\s*)([0-9]{1,2})\s*日?",
)
"""Periods and dates as spreadsheets and people write them: 2017年, 2017-3, 2017年3月, 2017年1-3月, 2017/3/15."""
MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PARTS = {"第一季度": 3, "一季度": 3, "上半年": 6, "前三季度": 9, "全年": 12}
"""Parts of a year that begin in January; a later quarter alone is no cumulative period."""
PART = (
    r"(?a)(?:(?:1\s*[-~—–至到]+\s*)?[0-9]{1,2}\s*月(?:[0-9]{1,2}日)?|[1-9]\.[0-9]{1,2}|1[0-2]\.[0-9]{1,2}"
    r"|上半年|[一前三]+季度|全年)(?:累计)?"
)
"""A period that lacks its year."""
QUARTERS = {"Q": 3, "H": 6}
COUNTED_FROM = date(1899, 12, 30)
"""The day zero of spreadsheets."""
MONTHS, MONTH_LENGTH, DAY_LENGTH = 12, len("2017-03"), len("2017-03-15")


class Period(NamedTuple):
    """A period in its standard form (`text`): a year (no month), a year and month (cumulative), or a day."""

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
        return (date.fromisoformat(self.end) - first).days + 1, (date(self.year + 1, 1, 1) - first).days

    @property
    def is_whole(self) -> bool:
        """Tell whether the period ends with the year."""
        return self.end.endswith("12-31")

    @property
    def key(self) -> str:
        """What the period is known by: a month and its last day are one, and so are December and the year."""
        return key_of(self.text)

    def of(self, year: int) -> str:
        """Return what the same period of a year is known by; the last of February is that also in a leap year."""
        return f"{year}{self.key[4:]}"


@lru_cache(maxsize=10_000)
def key_of(text: str) -> str:
    """Return what a period in standard form is known by: a month and its last day are one, and so are December and the year.

    All that counts from January to the same day is the same period. A text that is no period is returned as it is.
    """
    if len(text) == DAY_LENGTH and is_day(text) and month_end(int(text[:4]), int(text[5:7])).isoformat() == text:
        text = text[:MONTH_LENGTH]
    return text.removesuffix("-12") if len(text) == MONTH_LENGTH else text


def period(text: str) -> Period:
    """Return the period of a text in standard form; raises ValueFault E307."""
    if len(text) == DAY_LENGTH and is_day(text):
        return _day(text)
    parts = [int(part) for part in parse_period(text).split("-")]
    year, month, day = (*parts, None, None)[:3]
    assert year is not None
    return Period(text, year, month, day, text if day else month_end(year, month or MONTHS).isoformat())


def _day(text: str) -> Period:
    return Period(text, int(text[:4]), int(text[5:7]), int(text[8:]), text)


def loose_period(text: str) -> Period:
    """Return the period of a text as people and spreadsheets write it; raises ValueFault E303, E307."""
    if len(text) == DAY_LENGTH and is_day(text):
        return _day(text)
    found = _standard(text)
    try:
        return period(found)
    except ValueFault:
        _check_year(found, text)
        raise ValueFault("E307", _meant(text), value=quote(text)) from None


def loose_date(text: str) -> str:
    """Return a day as YEAR-MONTH-DAY, however people and spreadsheets write it; raises ValueFault E303, E306."""
    if is_day(text):
        return text
    found = _standard(text)
    try:
        return parse_date(found)
    except ValueFault:
        _check_year(found, text)
        raise ValueFault("E306", _meant_day(text), value=quote(text)) from None


def _check_year(found: str, text: str) -> None:
    """Raise ValueFault E303 where a period or date is only of a year that no plan can have."""
    low, high = YEARS
    if PERIOD.fullmatch(found) and not low <= int(found[:4]) <= high:
        raise ValueFault("E303", value=quote(text), low=low, high=high)


def _standard(text: str) -> str:
    """Return a period in the standard form, or the text as it is where it is none."""
    if PERIOD.fullmatch(text) or len(text) > LONGEST:
        return text
    written = narrow(text).removesuffix("累计")
    for words, month in PARTS.items():
        written = re.sub(rf"年?\s*{words}", f"年1-{month}月", written)
    for form in LOOSE:
        if found := re.fullmatch(form, written):
            return "-".join(part.zfill(2) for part in found.groups() if part)
    return text


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // MONTHS, month % MONTHS + 1, 1) - timedelta(days=1)


def _meant(text: str) -> Text | None:
    """Return the remedy for a period in another form, or without its year; None where it is not known what was meant."""
    written = narrow(text[:LONGEST])
    if re.fullmatch(PART, written):
        return Text("请在前面写上年份：2017年1-6月", "write the year before it: 2017年1-6月")
    if found := re.fullmatch(r"([0-9]{4})\.(0[1-9]|1[0-2])", written, re.ASCII):
        return write_it(f"{found[1]}-{found[2]}")
    if found := re.fullmatch(r"([0-9]{4})\s*[-年]?\s*([QH])([1-4])", written.upper(), re.ASCII):
        month = int(found[3]) * QUARTERS[found[2]]
        return write_it(f"{found[1]}-{month:02}") if month <= MONTHS else None
    return _meant_day(text) or _spreadsheet_month(text)


def _meant_day(text: str) -> Text | None:
    """Return the remedy for a day with points or a time, without signs, or as a spreadsheet counts it; None for another text."""
    written = re.sub(r"[ T]00:00(?::00)?$", "", narrow(text[:LONGEST]))
    if re.fullmatch(r"[3-9][0-9]{4}(?:\.0)?", written, re.ASCII):
        day = (COUNTED_FROM + timedelta(days=int(written[:5]))).isoformat()
        return Text(f"这像是电子表格存日期的序号，即 {day}，请写成日期", f"a spreadsheet stores {day} so: write the date")
    found = re.fullmatch(r"([0-9]{4})([-./]?)([0-9]{1,2})\2([0-9]{1,2})", written, re.ASCII)
    if found is None or (not found[2] and len(written) != len("20170315")):
        return None
    day = f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}"
    return write_it(day) if is_day(day) else None


def _spreadsheet_month(text: str) -> Text | None:
    """Return the remedy for `Mar-17`, which is what a spreadsheet makes of 2017-03, or None for another text."""
    found = re.fullmatch(r"([A-Z][a-z]{2})-([0-9]{2})", text[:LONGEST].strip(), re.ASCII)
    if found is None or found[1] not in MONTH_NAMES:
        return None
    return write_it(f"20{found[2]}-{MONTH_NAMES.index(found[1]) + 1:02}")
