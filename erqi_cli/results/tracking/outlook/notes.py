"""The outlook of sums in words: by which method, with which interval, and why without one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from erqi_cli.calc.tracking.outlook.outlook import Outlook
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import OutlookMethod
from erqi_cli.i18n.text import Text, counted, join
from erqi_cli.results.labels import year_end_label
from erqi_cli.results.result import Note
from erqi_cli.results.tracking.outlook.messages import (
    EXTRAPOLATION_NOTE,
    INTERVAL_GAPS,
    INTERVAL_NOTE,
    NO_INTERVAL_NOTE,
    NO_INTERVAL_OF_SOME,
    OUTLOOK_METHODS,
    OUTLOOK_METHODS_MIXED,
)


def method_words(method: OutlookMethod, base_year: int) -> Text:
    """Return how a year-end value is extrapolated: 按2016年同期比重, 按目前进度."""
    return OUTLOOK_METHODS[method].fill(base_year=base_year)


def outlook_notes(tracker: Tracker, outlooks: Sequence[Outlook]) -> Iterator[Note]:
    """Yield that year-end values are extrapolations, by which method, and on their intervals."""
    if not outlooks:
        return
    methods = {outlook.method for outlook in outlooks}
    method = OUTLOOK_METHODS_MIXED.fill(base_year=tracker.base_year)
    if len(methods) == 1:
        method = method_words(methods.pop(), tracker.base_year)
    label = year_end_label(tracker.years)
    yield Note("extrapolation", EXTRAPOLATION_NOTE.fill(label=label, method=method))
    if any(outlook.interval is not None for outlook in outlooks):
        yield Note("interval", INTERVAL_NOTE)
    gaps = Counter(outlook.gap for outlook in outlooks if outlook.gap is not None)
    reasons = [INTERVAL_GAPS[gap].fill(base_year=tracker.base_year) for gap in gaps]
    if not reasons:
        return
    count = gaps.total()
    template = NO_INTERVAL_NOTE if count == len(outlooks) else NO_INTERVAL_OF_SOME
    text = template.fill(
        count=count,
        counted=counted(count, "extrapolated value"),
        reasons=join(reasons, zh="；", en="; "),
    )
    yield Note("no-interval", text)
