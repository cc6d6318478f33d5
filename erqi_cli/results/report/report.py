"""What a report shows of a plan: the results of the commands project and track."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.projection.project import project_all
from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text
from erqi_cli.results.projection.rows import ProjectionRow
from erqi_cli.results.projection.table import projection_result
from erqi_cli.results.result import Result
from erqi_cli.results.tracking.message import message_line
from erqi_cli.results.tracking.notes import Followed
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.table import tracking_result


class Report(NamedTuple):
    """The results that every report writer takes whole.

    `projection` includes the base values. `tracking` has every target that is judged.
    `as_of` is the last period with data, `elapsed` how much of the year has passed by then, in
    percent; both are None without data. `ledger` names the file of observations, None for the
    plan's own. `settings` are the what-ifs. `message` says what is most urgent.
    """

    plan: Plan
    projection: Result[ProjectionRow]
    tracking: Result[TrackingRow]
    as_of: str | None
    elapsed: Decimal | None
    ledger: str | None
    settings: tuple[Setting, ...]
    message: Text


def report_of(tracker: Tracker, followed: Followed) -> Report:
    """Return the report on the tracker's plan under its what-ifs."""
    scenario = tracker.scenario
    as_of = tracker.as_of
    projection = projection_result(scenario, project_all(scenario), baseline=True)
    tracking = tracking_result(tracker, tracker.track(tracker.scored_ids()), followed)
    return Report(
        plan=scenario.plan,
        projection=projection,
        tracking=tracking,
        as_of=as_of.text if as_of else None,
        elapsed=elapsed_percent(as_of, tracker.years) if as_of else None,
        ledger=followed.ledger,
        settings=scenario.settings,
        message=message_line(tracker, tracking.rows),
    )


def is_done_or_not(row: TrackingRow) -> bool:
    """Tell whether a target is only done or not done, and has no figure."""
    return row.kind is Kind.MILESTONE and row.unit is None
