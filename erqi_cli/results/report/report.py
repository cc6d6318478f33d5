"""Everything that a report shows of a plan: the results of list, project and track as their commands have them."""

from typing import NamedTuple

from erqi_cli.calc.projection.project import project_all
from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.plan import Plan
from erqi_cli.results.plan.listing import FigureRow, SourceRow, figure_list, source_list
from erqi_cli.results.projection.table import projection_result
from erqi_cli.results.result import Record, Result
from erqi_cli.results.tracking.notes import Followed
from erqi_cli.results.tracking.table import tracking_result


class Report(NamedTuple):
    """The results that every report writer takes whole.

    `figures` lists the plan's indicators, targets and context figures, `projection` has the base values with it,
    `tracking` holds all that is judged. `as_of` is the period that the observations reach, None without any. `settings`
    are the what-ifs.
    """

    plan: Plan
    figures: Result[FigureRow]
    projection: Result[Record]
    tracking: Result[Record]
    sources: Result[SourceRow]
    as_of: str | None
    settings: tuple[Setting, ...]


def report_of(tracker: Tracker, followed: Followed) -> Report:
    """Return the report on the tracker's plan, with the what-ifs that lie over it."""
    scenario = tracker.scenario
    return Report(
        plan=scenario.plan,
        figures=figure_list(scenario.plan),
        projection=projection_result(scenario, project_all(scenario), baseline=True),
        tracking=tracking_result(tracker, tracker.track(tracker.scored_ids()), followed),
        sources=source_list(scenario.plan),
        as_of=tracker.as_of.text if tracker.as_of else None,
        settings=scenario.settings,
    )
