"""The counts by status: in all, and of each group of targets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_fixed_percent
from erqi_cli.results.labels import STATUSES
from erqi_cli.results.result import Line
from erqi_cli.results.tracking.messages import (
    HEADLINE_INDICATORS,
    IN_ALL,
    MISSING,
    NUMBERED_GROUP,
    STATUS_COUNT,
    YEAR_PASSED,
)
from erqi_cli.results.tracking.rows import TrackingRow

StatusCounts = Mapping[Status, int]
"""How many targets have each status, the worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The worst status and how many targets have each; both are empty without targets.

    Percentages of unlike targets are never averaged.
    """

    status: Status | None
    counts: StatusCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCounts:
    """The counts of an action, or of the headline indicators, which have neither number nor id."""

    action: int | None
    id: str | None
    name: Text
    status: Status
    counts: StatusCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts in all, and of each group that has targets."""

    all: Counts
    groups: tuple[GroupCounts, ...]


def summary_of(tracker: Tracker, rows: Sequence[TrackingRow]) -> Summary:
    """Return the counts by status: in all, of the headline indicators, and of each action."""
    groups = [_group(None, None, HEADLINE_INDICATORS, rows)]
    for action in tracker.plan.actions:
        groups.append(_group(action.number, action.id, action.name, rows))
    return Summary(
        all=count_statuses(rows),
        groups=tuple(group for group in groups if group is not None),
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
    )


def count_statuses(rows: Iterable[TrackingRow]) -> Counts:
    """Return the worst status and how many rows have each."""
    numbers = Counter(row.status for row in rows)
    counts = {status: numbers[status] for status in Status if status in numbers}
    return Counts(status=next(iter(counts), None), counts=counts)


def summary_lines(tracker: Tracker, summary: Summary) -> Iterator[Line]:
    """Yield how much of the year has passed, and the counts: in all, and of several groups."""
    if tracker.as_of:
        elapsed = elapsed_percent(tracker.as_of, tracker.year)
        yield YEAR_PASSED, format_fixed_percent(elapsed, 2)
    yield IN_ALL, counts_text(summary.all.counts)
    if len(summary.groups) > 1:
        for group in summary.groups:
            yield group_name(group), counts_text(group.counts)


def group_name(group: GroupCounts) -> Text:
    """Return the name of a group; an action's begins with its number."""
    if group.action is None:
        return group.name
    return NUMBERED_GROUP.fill(number=group.action, name=group.name)


def counts_text(counts: StatusCounts) -> Text:
    """Return how many targets have each status, in words."""
    parts = []
    for status, count in counts.items():
        label = MISSING if status is Status.NO_DATA else STATUSES[status]
        parts.append(STATUS_COUNT.fill(status=label, count=count))
    return join(parts, en=" · ") if parts else same("–")
