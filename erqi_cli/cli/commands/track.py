"""`erqi track`."""

from typing import TYPE_CHECKING, NamedTuple

import click

from erqi_cli.cli.choices import TranslatedChoice, failing_statuses, statuses
from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_action, complete_measured
from erqi_cli.cli.options import (
    CHART_OPTION,
    OUTPUT_PARAMS,
    SCENARIO_PARAMS,
    TRACKING_PARAMS,
    OutputOptions,
    ScenarioOptions,
    TrackingOptions,
    pass_options,
)
from erqi_cli.cli.steps import VERDICT, build_scenario, build_tracker, select_targets
from erqi_cli.cli.write import JUDGING, AnyResult, count_steps, working, write_result

if TYPE_CHECKING:
    from erqi_cli.calc.scenario.scenario import Scenario
    from erqi_cli.calc.tracking.tracked import TrackedTarget
    from erqi_cli.domain.vocabulary import Mark, Status

    Condition = Status | Mark


class TrackOptions(NamedTuple):
    """The options of this command alone: which targets are listed, and how."""

    action: str | None
    status: "tuple[Condition, ...]"
    fail_on: "tuple[Condition, ...]"
    history: bool
    chart: bool
    list_all: bool


@click.command(
    cls=Command, params=[CHART_OPTION, *TRACKING_PARAMS, *SCENARIO_PARAMS, *OUTPUT_PARAMS]
)
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_measured)
@click.option(
    "--action",
    metavar="ACTION",
    shell_complete=complete_action,
    help="Only targets of this action.\f只列此行动的目标。",
)
@click.option(
    "--status",
    type=TranslatedChoice(statuses),
    metavar="STATUS",
    multiple=True,
    help="Only targets with this status, the worst first: missed, seriously_behind, behind, "
    "close, no_data, not_due, on_pace, ahead, done, met, or stale (old data). Repeatable."
    "\f只列此状态的目标，最差的在前，如 欠进度（behind）、未完成（missed）；"
    "沿用旧数（stale）为数据未更新的目标。可重复使用。",
)
@click.option(
    "--fail-on",
    type=TranslatedChoice(failing_statuses),
    metavar="STATUS",
    multiple=True,
    help="Exit with code 6 if a listed target has this status: missed, seriously_behind, behind "
    "(includes seriously behind), close, no_data or stale. Repeatable."
    "\f所列目标有此状态时退出码为 6：未完成、严重滞后、欠进度（包括严重滞后）、接近、待报或"
    "沿用旧数。可重复使用。",
)
@click.option(
    "--all",
    "list_all",
    is_flag=True,
    help="In the table, list targets without data too.\f表格中也列出没有数据的目标。",
)
@click.option(
    "--history",
    is_flag=True,
    help="List every observation of one target.\f列出一项目标的历次数据。",
)
@click.pass_context
@pass_options("options", TrackOptions)
@pass_options("tracking_options", TrackingOptions)
@pass_options("scenario_options", ScenarioOptions)
@pass_options("output", OutputOptions)
def track(  # noqa: PLR0913 -- one parameter for each group of options
    ctx: click.Context,
    names: tuple[str, ...],
    *,
    options: TrackOptions,
    tracking_options: TrackingOptions,
    scenario_options: ScenarioOptions,
    output: OutputOptions,
) -> None:
    """Show completion, pace, status and what is still needed.

    NAME is the id or name of an indicator or target. Without NAME, every target that can be
    judged is listed. Without a ledger, the results in the plan are used.

    \b
    Example:
      erqi track gdp budget-revenue
    \f
    列出各项目标的完成率、序时进度、状态和尚需数量。

    NAME 为指标或目标的编号或名称；不写则列出全部可评价的目标。没有台账时使用计划中的数据。

    \b
    示例：
      erqi track gdp budget-revenue
    """
    scenario = build_scenario(scenario_options, published_by=tracking_options.published_by)
    named, shown = select_targets(scenario, names, options.action, scored_only=not options.history)
    if options.history:
        _write_history(scenario, named, options, tracking_options, output)
        return
    folds = not (named or options.status or options.list_all)
    result, shown_conditions = _track(
        scenario, shown, options.status, tracking_options, folds=folds
    )
    write_result(result, output, chart=options.chart)
    if not shown_conditions.isdisjoint(options.fail_on):
        ctx.exit(VERDICT)


def _track(
    scenario: "Scenario",
    names: list[str],
    wanted: "tuple[Condition, ...]",
    tracking_options: TrackingOptions,
    *,
    folds: bool,
) -> tuple["AnyResult", set["Condition"]]:
    """Return the progress of targets, and the statuses and marks on which a run may fail."""
    from erqi_cli.calc.tracking.tracked import severity
    from erqi_cli.domain.vocabulary import Status
    from erqi_cli.results.tracking.table import tracking_result

    tracker, followed = build_tracker(scenario, tracking_options)
    with working(JUDGING, len(names)) as reach:
        tracked = list(tracker.track(count_steps(names, reach)))
    if wanted:
        tracked = [one for one in tracked if not _conditions_of(one).isdisjoint(wanted)]
        tracked.sort(key=lambda one: severity(one.status, one.lag))
    shown: set[Condition] = set()
    for one in tracked:
        shown |= _conditions_of(one)
    if Status.SERIOUSLY_BEHIND in shown:
        shown.add(Status.BEHIND)
    return tracking_result(tracker, tracked, followed, folds=folds), shown


def _conditions_of(tracked: "TrackedTarget") -> set["Condition"]:
    """Return the status of a target, and the mark of old data if it has it."""
    from erqi_cli.domain.vocabulary import Mark

    conditions: set[Condition] = {tracked.status}
    if tracked.is_stale:
        conditions.add(Mark.STALE)
    return conditions


def _write_history(
    scenario: "Scenario",
    names: list[str],
    options: TrackOptions,
    tracking_options: TrackingOptions,
    output: OutputOptions,
) -> None:
    """Write the observations of one target; raises Failure E606 (options), E615 (no one target)."""
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.results.tracking.history import history_result

    conflicting = {
        "--chart": options.chart,
        "--action": options.action,
        "--status": options.status,
        "--fail-on": options.fail_on,
        "--all": options.list_all,
    }
    for option, value in conflicting.items():
        if value:
            raise failure("E606", option=option, what=same("--history"))
    if len(names) != 1:
        raise failure("E615", count=len(names))
    tracker, followed = build_tracker(scenario, tracking_options, names)
    write_result(history_result(tracker, names[0], followed), output)
