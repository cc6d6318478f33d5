"""The order of tracked targets by how urgent they are."""

from collections.abc import Iterable

from erqi_cli.calc.tracking.tracked import severity
from erqi_cli.domain.vocabulary import Status
from erqi_cli.results.tracking.rows import TrackingRow

LATE_STATUSES = (Status.MISSED, Status.SERIOUSLY_BEHIND, Status.BEHIND)
"""The statuses of what is late, the worst first."""
UNREPORTED_STATUSES = (Status.NO_DATA, Status.NOT_DUE)
"""The statuses that a target has without any data."""


def worst_first(rows: Iterable[TrackingRow]) -> list[TrackingRow]:
    """Return rows by their status, the worst first; within a status the largest lag comes first.

    Of rows that are alike the order stays.
    """
    return sorted(rows, key=lambda row: severity(row.status, row.reading.lag))


def late_rows(rows: Iterable[TrackingRow]) -> list[TrackingRow]:
    """Return what is behind, seriously behind or missed, the worst first."""
    return worst_first(row for row in rows if row.status in LATE_STATUSES)


def is_reported(row: TrackingRow) -> bool:
    """Tell whether anything is known of a target: a figure, or that it is overdue."""
    return row.actual is not None or row.status not in UNREPORTED_STATUSES
