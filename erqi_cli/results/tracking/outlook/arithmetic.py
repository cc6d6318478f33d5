"""The arithmetic of the outlook of a sum: the year-end value and its interval."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, plain, rounded
from erqi_cli.calc.tracking.outlook.interval import Interval
from erqi_cli.calc.tracking.outlook.outlook import Outlook
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.i18n.text import Text, counted, join, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import format_fixed, format_fixed_percent, format_signed
from erqi_cli.results.labels import year_end_label
from erqi_cli.results.tracking.messages import INTERVAL_LABEL
from erqi_cli.results.tracking.outlook.messages import (
    EXTRAPOLATED,
    INTERVAL_ARITHMETIC,
    INTERVAL_CAPPED,
    INTERVAL_GAPS,
    NO_INTERVAL,
    SHARE_CHANGES,
    SHARE_CHANGES_LABEL,
)
from erqi_cli.results.tracking.outlook.notes import method_words

LabelledWords = tuple[Text, Text]
"""A label, and what there is to say."""
PLACES = 3
"""Decimal places of a change of a share, in points: most are below a tenth."""


def outlook_lines(tracker: Tracker, tracked: TrackedTarget) -> Iterator[LabelledWords]:
    """Yield how the year-end value comes about, and its interval or why there is none."""
    outlook, actual = tracked.outlook, tracked.actual
    if outlook is None or actual is None:
        return
    words = EXTRAPOLATED.fill(
        actual=plain(actual),
        share=format_fixed_percent(outlook.share, 2),
        amount=_amount(tracked, outlook.year_end),
        method=method_words(outlook.method, tracker.base_year),
    )
    yield year_end_label(tracker.years), words
    if outlook.interval is not None:
        yield SHARE_CHANGES_LABEL, _changes(outlook.interval)
        yield INTERVAL_LABEL, _interval(tracked, outlook, outlook.interval)
    elif outlook.gap is not None:
        reason = INTERVAL_GAPS[outlook.gap].fill(base_year=tracker.base_year)
        yield INTERVAL_LABEL, NO_INTERVAL.fill(reason=reason)


def _amount(tracked: TrackedTarget, value: Decimal) -> Text:
    return with_unit(rounded(value, 2), tracked.target.figure_unit)


def _changes(interval: Interval) -> Text:
    """Return the changes of the share from year to year, the latest first, and their size."""
    changes = [same(format_signed(change, PLACES)) for change in interval.changes]
    return SHARE_CHANGES.fill(
        changes=join(changes),
        deviation=format_fixed(interval.deviation, PLACES),
    )


def _interval(tracked: TrackedTarget, outlook: Outlook, interval: Interval) -> Text:
    """Return the arithmetic of the interval."""
    words = INTERVAL_ARITHMETIC.fill(
        deviation=format_fixed(interval.deviation, PLACES),
        quantile=plain(interval.quantile),
        degrees=len(interval.changes),
        freedom=counted(len(interval.changes), "degree of freedom", "degrees of freedom"),
        half=format_fixed(interval.half, PLACES),
        actual=plain(tracked.actual or outlook.year_end),
        share=format_fixed_percent(outlook.share, PLACES),
        lower=_amount(tracked, interval.lower),
        upper=_amount(tracked, interval.upper),
    )
    if EXACT.add(outlook.share, interval.half) > HUNDRED:
        return INTERVAL_CAPPED.fill(interval=words)
    return words
