"""The columns of the overview, and the order in which they give way on a narrow terminal."""

from collections.abc import Callable, Sequence

from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.i18n.text import Text
from erqi_cli.results.labels import year_end_label
from erqi_cli.results.result import Cell, Column
from erqi_cli.results.tracking.columns import (
    INTERVAL_COLUMN,
    OUTLOOK_COLUMN,
    STATUS,
)
from erqi_cli.results.tracking.messages import NEEDED_LABEL, PROGRESS_LABEL
from erqi_cli.results.tracking.overview import figures
from erqi_cli.results.tracking.overview.messages import (
    FIGURES_LABEL,
    FOOTNOTE_LABEL,
    NAME_LABEL,
    PERIOD_LABEL,
    PREVIOUS_LABEL,
    SHORT_COMPLETION_LABEL,
    SHORT_PACE_LABEL,
)
from erqi_cli.results.tracking.overview.pace import short_pace
from erqi_cli.results.tracking.rows import TrackingRow, tracking_row
from erqi_cli.results.tracking.wording import progress_bar

OF_YEAR_END = ("extrapolation", "interval", "no-interval")
"""The codes of the notes on the year-end value."""


def overview_columns(
    tracker: Tracker,
    rows: Sequence[TrackingRow],
) -> tuple[Column[TrackingRow], ...]:
    """Return the columns for these rows."""
    as_of = tracker.as_of.text if tracker.as_of else None
    previous = _previous_paces(tracker, rows)

    def previous_pace(row: TrackingRow) -> Cell:
        return previous.get(row.id)

    def footnotes(row: TrackingRow) -> Cell:
        return figures.footnotes(row, as_of)

    return (
        NAME,
        FIGURES,
        COMPLETION,
        BAR,
        PACE,
        NEEDED,
        PREVIOUS._replace(show=previous_pace),
        OUTLOOK_COLUMN._replace(
            title=year_end_label(tracker.years),
            show=figures.outlook,
            gives_way=2,
            explained_by=OF_YEAR_END,
        ),
        INTERVAL_COLUMN._replace(gives_way=1, explained_by=("interval",)),
        STALE_PERIOD,
        FOOTNOTES._replace(show=footnotes),
    )


def _previous_paces(tracker: Tracker, rows: Sequence[TrackingRow]) -> dict[str, Cell]:
    """Return the lead or lag of each target at the observation before its last one."""
    paces = {}
    for row in rows:
        before = None if row.period is None else tracker.before(row.id)
        if before is not None:
            paces[row.id] = short_pace(tracking_row(tracker, before))
    return paces


def _figure(
    path: str,
    title: Text,
    show: Callable[[TrackingRow], Cell],
    gives_way: int = 0,
) -> Column[TrackingRow]:
    """Return a column of figures that is shown if a row has any."""
    return Column(path, title, "number", show, shown_in="some", gives_way=gives_way)


NAME: Column[TrackingRow] = Column(
    "name",
    NAME_LABEL,
    "name",
    figures.signed_name,
    tone=STATUS.tone,
)
FIGURES = _figure("actual", FIGURES_LABEL, figures.figures)
COMPLETION = _figure("completion_percent", SHORT_COMPLETION_LABEL, figures.completion, 6)
BAR: Column[TrackingRow] = Column("bar", PROGRESS_LABEL, bar=progress_bar, gives_way=4)
PACE = _figure("pace_points", SHORT_PACE_LABEL, short_pace)
NEEDED = _figure("needed", NEEDED_LABEL, figures.needed, 5)
PREVIOUS: Column[TrackingRow] = Column(
    "previous",
    PREVIOUS_LABEL,
    "number",
    shown_in="some",
    gives_way=3,
)
STALE_PERIOD: Column[TrackingRow] = Column(
    "period",
    PERIOD_LABEL,
    "id",
    figures.stale_period,
    shown_in="some",
)
FOOTNOTES: Column[TrackingRow] = Column("warnings", FOOTNOTE_LABEL, "notes", shown_in="some")
