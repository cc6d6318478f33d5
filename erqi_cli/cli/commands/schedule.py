"""`erqi schedule`."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.choices import TranslatedChoice, schedule_steps
from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_action, complete_measured
from erqi_cli.cli.options import (
    LEDGER_OPTION,
    OUTPUT_PARAMS,
    SCENARIO_PARAMS,
    OutputOptions,
    ScenarioOptions,
    TrackingOptions,
    pass_options,
)
from erqi_cli.cli.steps import build_scenario, build_tracker, select_targets
from erqi_cli.cli.write import write_result

if TYPE_CHECKING:
    from erqi_cli.domain.vocabulary import ScheduleStep


@click.command(cls=Command, params=[LEDGER_OPTION, *SCENARIO_PARAMS, *OUTPUT_PARAMS])
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_measured)
@click.option(
    "--by",
    type=TranslatedChoice(schedule_steps),
    help="Length of each period. Default: quarter; in a plan of several years, year."
    "\f按月、季、半年或年；默认按季，多年规划按年。",
)
@click.option(
    "--action",
    metavar="ACTION",
    shell_complete=complete_action,
    help="Only targets of this action.\f只列此行动的目标。",
)
@pass_options("scenario_options", ScenarioOptions)
@pass_options("output", OutputOptions)
def schedule(  # noqa: PLR0913 -- one parameter for each option
    names: tuple[str, ...],
    *,
    by: "ScheduleStep | None",
    action: str | None,
    ledger: str | None,
    scenario_options: ScenarioOptions,
    output: OutputOptions,
) -> None:
    """Show what is due by each month, quarter or year.

    Amounts are cumulative. `erqi track` measures pace against this timetable.

    \b
    Example:
      erqi schedule --action 1 --by quarter
    \f
    列出各月、各季、各半年或各年末应完成的数量。

    数量为累计数。erqi track 按此时间表计算序时进度。

    \b
    示例：
      erqi schedule --action 1 --by quarter
    """
    from erqi_cli.calc.tracking.schedule import timetable
    from erqi_cli.domain.vocabulary import ScheduleStep
    from erqi_cli.results.tracking.schedule import refuse_without, schedule_result

    scenario = build_scenario(scenario_options)
    wanted, chosen = select_targets(scenario, names, action, scored_only=True)
    tracker, _ = build_tracker(scenario, TrackingOptions(ledger, None, None))
    if by is None:
        by = ScheduleStep.YEAR if scenario.plan.years.are_several else ScheduleStep.QUARTER
    tables = [timetable(tracker, name, by) for name in chosen]
    if wanted:
        refuse_without(tables)
    write_result(schedule_result(tracker, tables, by), output)
