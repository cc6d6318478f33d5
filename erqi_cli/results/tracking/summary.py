"""The counts by status: in all, and of each group of targets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Obligation, Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_fixed_percent
from erqi_cli.results.labels import OBLIGATIONS, passed_label, statuses_of
from erqi_cli.results.result import Line
from erqi_cli.results.tracking.messages import (
    HEADLINE_INDICATORS,
    IN_ALL,
    LATE_COUNT,
    MARKED_COUNTS,
    MISSING,
    NUMBERED_GROUP,
    STALE_COUNT,
    STATUS_COUNT,
)
from erqi_cli.results.tracking.rows import TrackingRow

StatusCounts = Mapping[Status, int]
"""How many targets have each status, the worst first."""
StatusWords = Mapping[Status, Text]


class Counts(NamedTuple):
    """The worst status and how many targets have each; both are empty without targets.

    `late` and `stale` are how many were reached after their due date, or have old data: they are
    counted under their status too. Percentages of unlike targets are never averaged.
    """

    status: Status | None
    counts: StatusCounts
    late: int = 0
    stale: int = 0


class GroupCounts(NamedTuple):
    """The counts of an action, or of the headline indicators, which have neither number nor id."""

    action: int | None
    id: str | None
    name: Text
    status: Status
    counts: StatusCounts
    late: int = 0
    stale: int = 0


class ObligationCounts(NamedTuple):
    """The counts of the binding targets, or of those that are expected."""

    obligation: Obligation
    status: Status
    counts: StatusCounts
    late: int = 0
    stale: int = 0


AnyCounts = Counts | GroupCounts | ObligationCounts


class Summary(NamedTuple):
    """The counts in all, by obligation, and of each group that has targets."""

    all: Counts
    obligations: tuple[ObligationCounts, ...] = ()
    groups: tuple[GroupCounts, ...] = ()


def summary_of(tracker: Tracker, rows: Sequence[TrackingRow]) -> Summary:
    """Return the counts by status: in all, of the headline indicators, and of each action."""
    groups = [_group(None, None, HEADLINE_INDICATORS, rows)]
    for action in tracker.plan.actions:
        groups.append(_group(action.number, action.id, action.name, rows))
    return Summary(
        all=count_statuses(rows),
        obligations=tuple(_by_obligation(rows)),
        groups=tuple(group for group in groups if group is not None),
    )


def _by_obligation(rows: Sequence[TrackingRow]) -> Iterator[ObligationCounts]:
    """Yield the counts of the binding targets, and of the expected ones."""
    for obligation in Obligation:
        counted = count_statuses(row for row in rows if row.labels.obligation is obligation)
        if counted.status is not None:
            yield ObligationCounts(
                obligation=obligation,
                status=counted.status,
                counts=counted.counts,
                late=counted.late,
                stale=counted.stale,
            )


def _group(
    number: int | None,
    action_id: str | None,
    name: Text,
    rows: Sequence[TrackingRow],
) -> GroupCounts | None:
    """Return the counts of a group, None if no row belongs to it."""
    counted = count_statuses(row for row in rows if row.action == number)
    if counted.status is None:
        return None
    return GroupCounts(
        action=number,
        id=action_id,
        name=name,
        status=counted.status,
        counts=counted.counts,
        late=counted.late,
        stale=counted.stale,
    )


def count_statuses(rows: Iterable[TrackingRow]) -> Counts:
    """Return the worst status and how many rows have each."""
    rows = list(rows)
    numbers = Counter(row.status for row in rows)
    counts = {status: numbers[status] for status in Status if status in numbers}
    return Counts(
        status=next(iter(counts), None),
        counts=counts,
        late=sum(row.marks.late for row in rows),
        stale=sum(row.marks.stale for row in rows),
    )


def summary_lines(tracker: Tracker, summary: Summary) -> Iterator[Line]:
    """Yield how much of the year has passed, and the counts: in all, and of several groups."""
    if tracker.as_of:
        elapsed = elapsed_percent(tracker.as_of, tracker.years)
        yield passed_label(tracker.years), format_fixed_percent(elapsed, 2)
    words = statuses_of(tracker.years)
    yield IN_ALL, marked_counts(summary.all, words)
    for counted in summary.obligations:
        yield OBLIGATIONS[counted.obligation], marked_counts(counted, words)
    if len(summary.groups) > 1:
        for group in summary.groups:
            yield group_name(group), marked_counts(group, words)


def marked_counts(counted: AnyCounts, words: StatusWords) -> Text:
    """Return how many targets have each status, and how many of all are late or stale."""
    counts = counts_text(counted.counts, words)
    marks = marks_of(counted)
    if marks is None:
        return counts
    return MARKED_COUNTS.fill(counts=counts, marks=marks)


def marks_of(counted: AnyCounts) -> Text | None:
    """Return how many targets are stale or were reached late, None if there are none."""
    marks = []
    if counted.stale:
        marks.append(STALE_COUNT.fill(count=counted.stale))
    if counted.late:
        marks.append(LATE_COUNT.fill(count=counted.late))
    return join(marks, zh="，") if marks else None


def group_name(group: GroupCounts) -> Text:
    """Return the name of a group; an action's begins with its number."""
    if group.action is None:
        return group.name
    return NUMBERED_GROUP.fill(number=group.action, name=group.name)


def counts_text(counts: StatusCounts, words: StatusWords) -> Text:
    """Return how many targets have each status, in words."""
    parts = []
    for status, count in counts.items():
        label = MISSING if status is Status.NO_DATA else words[status]
        parts.append(STATUS_COUNT.fill(status=label, count=count))
    return join(parts, en=" · ") if parts else same("–")
