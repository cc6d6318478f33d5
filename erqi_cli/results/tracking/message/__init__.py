"""The sentence that says what is most urgent, the same for `erqi track` and for reports."""

from collections import Counter
from collections.abc import Iterable, Sequence

from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import Years
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Status
from erqi_cli.i18n.text import Text, counted, join
from erqi_cli.results.labels import statuses_of
from erqi_cli.results.tracking.message.gap import worst_words
from erqi_cli.results.tracking.message.order import (
    LATE_STATUSES,
    is_reported,
    late_rows,
    worst_first,
)
from erqi_cli.results.tracking.message.texts import (
    ACTION_TARGET,
    ALL_OF_ONE_STATUS,
    AND,
    COUNTS_AND_MISSING,
    HAVE,
    HEADLINE,
    LARGEST_GAP,
    MISSING_ACTIONS,
    MISSING_HEADLINES,
    MISSING_TARGETS,
    MOST_URGENT,
    NO_DATA,
    NONE_LATE,
    NOT_DUE,
    ONE_NOT_LATE,
    ONE_STATUS,
    ONLY_ONE,
    PAST,
    PAST_STATUSES,
    PRESENT,
    REPORTED_TARGET,
    SENTENCE,
    SEVERAL_STATUSES,
    STATUS_COUNT,
    THE_ONLY_ONE,
)
from erqi_cli.results.tracking.rows import TrackingRow

__all__ = ["late_rows", "message_line", "worst_first"]


def message_line(tracker: Tracker, rows: Iterable[TrackingRow]) -> Text:
    """Return what is most urgent among rows: how many are late, and the worst of them."""
    rows = list(rows)
    reported = [row for row in rows if is_reported(row)]
    if not reported:
        return _no_data(rows)
    late = late_rows(reported)
    if late:
        return _late(tracker.years, reported, late)
    return _none_late(tracker.years, rows, reported)


def _late(years: Years, reported: Sequence[TrackingRow], late: Sequence[TrackingRow]) -> Text:
    """Return how many are late, or close at the end of the year, and which is the worst."""
    shown = (*LATE_STATUSES, Status.CLOSE)
    counts = _counts(years, reported, shown)
    worst = late[0]
    if len(late) == 1:
        template = ONLY_ONE
    elif late[1].status is worst.status and _is_in_points(worst):
        template = LARGEST_GAP
    else:
        template = MOST_URGENT
    return template.fill(counts=counts, worst=worst_words(years, worst))


def _is_in_points(row: TrackingRow) -> bool:
    """Tell whether a lag is shown as it is compared, in points; that of a stock is not."""
    return row.pace_points is not None or row.kind in GROWTH_KINDS


def _none_late(
    years: Years,
    rows: Sequence[TrackingRow],
    reported: Sequence[TrackingRow],
) -> Text:
    """Return that nothing is late, and how many targets have no data."""
    late = statuses_of(years)[Status.BEHIND]
    if any(row.status in PAST_STATUSES for row in reported):
        words = _counts(years, reported, tuple(Status))
    elif len(reported) == 1:
        words = ONE_NOT_LATE.fill(late=late)
    else:
        words = NONE_LATE.fill(
            reported=len(reported),
            targets=f"the {_targets(reported)}",
            late=late,
        )
    missing = sum(row.status is Status.NO_DATA for row in rows)
    if not missing:
        return SENTENCE.fill(words=words)
    return COUNTS_AND_MISSING.fill(counts=words, missing=missing, verb=_verb(HAVE, missing))


def _counts(
    years: Years,
    reported: Sequence[TrackingRow],
    shown: Iterable[Status],
) -> Text:
    """Return how many of the reported targets have which of some statuses, the worst first."""
    numbers = Counter(row.status for row in reported)
    present = [status for status in shown if numbers[status]]
    words = statuses_of(years)
    if len(present) > 1:
        counts = [_count(status, numbers[status], words[status]) for status in present]
        return SEVERAL_STATUSES.fill(
            reported=len(reported),
            targets=_targets(reported),
            counts=_listed(counts),
        )
    status = present[0]
    number = numbers[status]
    template = ONE_STATUS
    if number == len(reported):
        template = THE_ONLY_ONE if number == 1 else ALL_OF_ONE_STATUS
    return template.fill(
        reported=len(reported),
        targets=_targets(reported),
        count=number,
        status=words[status],
        verb=_status_verb(status, number),
    )


def _count(status: Status, number: int, words: Text) -> Text:
    return STATUS_COUNT.fill(count=number, status=words, verb=_status_verb(status, number))


def _status_verb(status: Status, count: int) -> str:
    return _verb(PAST if status in PAST_STATUSES else PRESENT, count)


def _targets(reported: Sequence[TrackingRow]) -> str:
    """Return how many targets have been reported, in English."""
    return counted(len(reported), REPORTED_TARGET)


def _no_data(rows: Sequence[TrackingRow]) -> Text:
    """Return what is missing where nothing has been reported."""
    missing = [row for row in rows if row.status is Status.NO_DATA]
    headlines = sum(row.action is None for row in missing)
    of_actions = len(missing) - headlines
    groups = []
    if headlines:
        targets = counted(headlines, HEADLINE)
        groups.append(MISSING_HEADLINES.fill(count=headlines, targets=targets))
    if of_actions:
        targets = counted(of_actions, *ACTION_TARGET)
        groups.append(MISSING_ACTIONS.fill(count=of_actions, targets=targets))
    parts = []
    if groups:
        verb = _verb(PRESENT, len(missing))
        parts.append(MISSING_TARGETS.fill(groups=_listed(groups), verb=verb))
    not_due = len(rows) - len(missing)
    if not_due:
        parts.append(NOT_DUE.fill(count=not_due, verb=_verb(PRESENT, not_due)))
    return NO_DATA.fill(missing=join(parts, zh="，"))


def _listed(parts: Sequence[Text]) -> Text:
    """Join parts, the last two with `and` in English."""
    if len(parts) < 2:
        return parts[0]
    first = join(parts[:-1])
    return join([first, parts[-1]], zh=AND.zh, en=AND.en)


def _verb(forms: tuple[str, str], count: int) -> str:
    return forms[0] if count == 1 else forms[1]
