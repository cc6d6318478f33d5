"""Builds the result of `erqi track`."""

from collections.abc import Sequence

from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.result import Chart, Record, Result
from erqi_cli.results.tracking.columns import COLUMNS
from erqi_cli.results.tracking.notes import Followed, tracking_notes
from erqi_cli.results.tracking.rows import tracked_record
from erqi_cli.results.tracking.summary import lead_of, summary_of


def tracking_result(
    tracker: Tracker, tracked: Sequence[TrackedTarget], followed: Followed
) -> Result[Record]:
    """Return where each target stands as a row, and the counts by status, in all and by action."""
    plan, as_of = tracker.plan, tracker.as_of
    rows = tuple(tracked_record(tracker, one) for one in tracked)
    summary = summary_of(tracker, rows)
    until = Text(f"（截至{as_of.text}）", f" as of {as_of.text}") if as_of else same("")
    result = Result(
        name="tracking",
        title=Text(
            f"{plan.district.zh}{plan.plan_year}年目标进度{until.zh}",
            f"{plan.district.en}: progress in {plan.plan_year}{until.en}",
        ),
        columns=COLUMNS,
        rows=rows,
        plan=plan,
        lead=tuple(lead_of(tracker, summary)),
        notes=tuple(tracking_notes(tracker, rows, followed)),
        what_if=tracker.scenario.what_ifs,
        extra={
            "as_of": as_of.text if as_of else None,
            "elapsed_percent": elapsed_percent(as_of, tracker.year) if as_of else None,
            "published_by": followed.published_by,
            "ledger": followed.ledger,
            "summary": summary,
        },
    )
    return result._replace(chart=lambda: _chart(tracker, result))


def _chart(tracker: Tracker, result: Result[Record]) -> Chart[Record]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.tracking.chart import tracking_chart

    return tracking_chart(tracker, result)
