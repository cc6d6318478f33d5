"""Years, days and periods: in standard form, and as people and spreadsheets write them."""

import re
from datetime import date, timedelta

from erqi_cli.domain.period import DAY_LENGTH, MONTH_LENGTH, MONTHS, Period, period_of
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.messages import ADD_YEAR, SPREADSHEET_DAY
from erqi_cli.parsing.number_forms import LONGEST, narrow
from erqi_cli.parsing.suggest import write_it

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
PERIOD = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", re.ASCII)
YEARS = (1900, 2200)
"""The first and the last year that a plan may have."""

LOOSE_FORMS = (
    r"(?a)([0-9]{4})\s*年?",
    r"(?a)([0-9]{4})\s*[-/年]\s*([0-9]{1,2})\s*(?:月份?)?",
    r"(?a)([0-9]{4})\s*年\s*0?1\s*月?\s*[-~—–至到]+\s*([0-9]{1,2})\s*月份?",
    r"(?a)([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|\s*年\s*([0-9]{1,2})\s*月\s*)([0-9]{1,2})\s*日?",
)
"""Periods and dates as people write them: 2017年, 2017-3, 2017年3月, 2017年1-3月, 2017/3/15."""
MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PARTS_OF_YEAR = {"第一季度": 3, "一季度": 3, "上半年": 6, "前三季度": 9, "全年": 12}
"""Parts of a year that begin in January; a later quarter alone is not a cumulative period."""
WITHOUT_YEAR = (
    r"(?a)(?:(?:1\s*[-~—–至到]+\s*)?[0-9]{1,2}\s*月(?:[0-9]{1,2}日)?"
    r"|[1-9]\.[0-9]{1,2}|1[0-2]\.[0-9]{1,2}"
    r"|上半年|[一前三]+季度|全年)(?:累计)?"
)
"""A period that lacks its year."""
QUARTERS = {"Q": 3, "H": 6}
"""The months of a quarter and of a half-year."""
SPREADSHEET_DAY_ZERO = date(1899, 12, 30)


def is_day(text: str) -> bool:
    """Tell whether a text is a day that exists, as YEAR-MONTH-DAY, in a year a plan may have."""
    if not DATE.fullmatch(text):
        return False
    try:
        return YEARS[0] <= date.fromisoformat(text).year <= YEARS[1]
    except ValueError:
        return False


def is_period(text: str) -> bool:
    """Tell whether a text is a year, a year and month, or a day that exists."""
    return PERIOD.fullmatch(text) is not None and is_day((text + "-01-01")[:DAY_LENGTH])


def parse_year(text: str) -> int:
    """Return a year from 1900 to 2200; raise ValueFault E303, E313."""
    if not re.fullmatch(r"[0-9]{4}", text, re.ASCII):
        raise ValueFault("E313", value=quote(text))
    if not YEARS[0] <= int(text) <= YEARS[1]:
        raise ValueFault("E303", value=quote(text), low=YEARS[0], high=YEARS[1])
    return int(text)


def parse_date(text: str) -> str:
    """Return an existing day as YEAR-MONTH-DAY; raise ValueFault E306."""
    if is_day(text):
        return text
    raise ValueFault("E306", value=quote(text))


def parse_period(text: str) -> Period:
    """Return the period of a text in standard form; raise ValueFault E307."""
    if is_period(text):
        return period_of(text)
    raise ValueFault("E307", value=quote(text))


def observed_period(text: str) -> Period:
    """Return the period of an observation in standard form; raise ValueFault E307, E315."""
    return _not_first_day(parse_period(text), text)


def loose_observed_period(text: str) -> Period:
    """Return the period of an observation as people write it; raise ValueFault E303, E307, E315."""
    return _not_first_day(loose_period(text), text)


def _not_first_day(period: Period, text: str) -> Period:
    """Return a period as it is; raise ValueFault E315 for the first day of a month.

    A spreadsheet makes such a day of a month: 2017/6/1 of 2017-06.
    """
    if period.day == 1:
        month = period.text[:MONTH_LENGTH]
        raise ValueFault("E315", value=quote(text), month=month)
    return period


def loose_period(text: str) -> Period:
    """Return the period of a text as people write it; raise ValueFault E303, E307."""
    standard = _standard_form(text)
    if is_period(standard):
        return period_of(standard)
    _check_year(standard, text)
    raise ValueFault("E307", _period_remedy(text), value=quote(text))


def loose_date(text: str) -> str:
    """Return as YEAR-MONTH-DAY a day as people write it; raise ValueFault E303, E306."""
    standard = _standard_form(text)
    if is_day(standard):
        return standard
    _check_year(standard, text)
    raise ValueFault("E306", _day_remedy(text), value=quote(text))


def _check_year(standard: str, text: str) -> None:
    """Raise ValueFault E303 for a period or date in the right form whose year is out of bounds."""
    low, high = YEARS
    if PERIOD.fullmatch(standard) and not low <= int(standard[:4]) <= high:
        raise ValueFault("E303", value=quote(text), low=low, high=high)


def _standard_form(text: str) -> str:
    """Return a period or date in standard form; return another text as it is."""
    if PERIOD.fullmatch(text) or len(text) > LONGEST:
        return text
    written = narrow(text).removesuffix("累计")
    for words, month in PARTS_OF_YEAR.items():
        written = re.sub(rf"年?\s*{words}", f"年1-{month}月", written)
    for form in LOOSE_FORMS:
        found = re.fullmatch(form, written)
        if found:
            return "-".join(part.zfill(2) for part in found.groups() if part)
    return text


def _period_remedy(text: str) -> Text | None:
    """Return the remedy for a period in another form, or without its year, or None."""
    written = narrow(text[:LONGEST])
    if re.fullmatch(WITHOUT_YEAR, written):
        return ADD_YEAR
    month = re.fullmatch(r"([0-9]{4})\.(0[1-9]|1[0-2])", written, re.ASCII)
    if month:
        return write_it(f"{month[1]}-{month[2]}")
    quarter = re.fullmatch(r"([0-9]{4})\s*[-年]?\s*([QH])([1-4])", written.upper(), re.ASCII)
    if quarter:
        last_month = int(quarter[3]) * QUARTERS[quarter[2]]
        return write_it(f"{quarter[1]}-{last_month:02}") if last_month <= MONTHS else None
    return _day_remedy(text) or _spreadsheet_month(text)


def _day_remedy(text: str) -> Text | None:
    """Return the remedy for a day with points, a time or no signs, or a day number, or None."""
    written = re.sub(r"[ T]00:00(?::00)?$", "", narrow(text[:LONGEST]))
    if re.fullmatch(r"[3-9][0-9]{4}(?:\.0)?", written, re.ASCII):
        days_since = timedelta(days=int(written[:5]))
        stored = SPREADSHEET_DAY_ZERO + days_since
        return SPREADSHEET_DAY.fill(day=stored.isoformat())
    found = re.fullmatch(r"([0-9]{4})([-./]?)([0-9]{1,2})\2([0-9]{1,2})", written, re.ASCII)
    if found is None:
        return None
    has_signs = found[2] != ""
    if not has_signs and len(written) != len("20170315"):
        return None
    day = f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}"
    return write_it(day) if is_day(day) else None


def _spreadsheet_month(text: str) -> Text | None:
    """Return the remedy for `Mar-17`, which a spreadsheet makes of 2017-03, or None."""
    found = re.fullmatch(r"([A-Z][a-z]{2})-([0-9]{2})", text[:LONGEST].strip(), re.ASCII)
    if found is None or found[1] not in MONTH_NAMES:
        return None
    return write_it(f"20{found[2]}-{MONTH_NAMES.index(found[1]) + 1:02}")
