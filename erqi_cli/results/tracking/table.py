"""Builds the result of `erqi track`."""

from collections.abc import Sequence

from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.i18n.text import Text
from erqi_cli.results.periods import month_words
from erqi_cli.results.result import Chart, Overview, Result
from erqi_cli.results.tracking.columns import columns_of
from erqi_cli.results.tracking.messages import TRACKING_TITLE, TRACKING_TITLE_AS_OF
from erqi_cli.results.tracking.notes import Followed, tracking_notes
from erqi_cli.results.tracking.rows import TrackingRow, tracking_row
from erqi_cli.results.tracking.summary import summary_lines, summary_of


def tracking_result(
    tracker: Tracker,
    tracked: Sequence[TrackedTarget],
    followed: Followed,
    *,
    folds: bool = False,
) -> Result[TrackingRow]:
    """Return where each target stands as a row, and the counts by status.

    With `folds` the overview counts the targets without data instead of listing them.
    """
    as_of = tracker.as_of
    rows = tuple(tracking_row(tracker, one) for one in tracked)
    outlooks = [one.outlook for one in tracked if one.outlook is not None]
    summary = summary_of(tracker, rows)
    extra = {
        "as_of": as_of.text if as_of else None,
        "elapsed_percent": elapsed_percent(as_of, tracker.years) if as_of else None,
        "published_by": followed.published_by,
        "ledger": followed.ledger,
        "summary": summary,
    }
    result = Result(
        name="tracking",
        title=_title(tracker),
        columns=tuple(columns_of(tracker.years)),
        rows=rows,
        plan=tracker.plan,
        lead=tuple(summary_lines(tracker, summary)),
        notes=tuple(tracking_notes(tracker, rows, outlooks, followed)),
        what_if=tracker.scenario.what_ifs,
        extra=extra,
    )
    return result._replace(
        chart=lambda: _chart(tracker, result),
        overview=lambda: _overview(tracker, result, followed, folds=folds),
    )


def _title(tracker: Tracker) -> Text:
    plan = tracker.plan
    if tracker.as_of is None:
        return TRACKING_TITLE.fill(district=plan.heading, year=plan.years_in_words)
    return TRACKING_TITLE_AS_OF.fill(
        district=plan.heading,
        year=plan.years_in_words,
        as_of=month_words(tracker.as_of.text),
    )


def _chart(tracker: Tracker, result: Result[TrackingRow]) -> Chart[TrackingRow]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.tracking.chart import tracking_chart

    return tracking_chart(tracker, result)


def _overview(
    tracker: Tracker,
    result: Result[TrackingRow],
    followed: Followed,
    *,
    folds: bool,
) -> Overview[TrackingRow]:
    """Return the overview; its modules are loaded only here."""
    from erqi_cli.results.tracking.overview.overview import tracking_overview

    return tracking_overview(tracker, result, followed, folds=folds)
