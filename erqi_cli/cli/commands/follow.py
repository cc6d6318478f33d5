"""`erqi track`, `erqi record` and `erqi schedule`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from erqi_cli.cli.choices import TranslatedChoice, failing_statuses, schedule_steps, statuses
from erqi_cli.cli.completion import complete_action, complete_measured
from erqi_cli.cli.options import CHART, GIVEN, LANG, LEDGER, OUT, PLAN, WATCH, Command, Given, Out, Watch, receive
from erqi_cli.cli.steps import VERDICT, emit, follow, load, say, scene

if TYPE_CHECKING:
    from erqi_cli.calc.scenario.scenario import Scenario
    from erqi_cli.domain.vocabulary import ScheduleStep, Status
    from erqi_cli.results.result import Record, Result


@click.command(cls=Command, params=[CHART, *WATCH, *GIVEN, *OUT])
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_measured)
@click.option(
    "--action", metavar="ACTION", shell_complete=complete_action, help="Only targets of this action.\f只列此行动的目标。"
)
@click.option(
    "--status",
    type=TranslatedChoice(statuses),
    multiple=True,
    help="Only targets with this status. Repeatable.\f只列此状态的目标，也可写中文，如 欠进度。可重复使用。",
)
@click.option(
    "--fail-on",
    type=TranslatedChoice(failing_statuses),
    multiple=True,
    help="Exit with code 6 if a listed target has this status. Repeatable.\f所列目标有此状态时，退出码为 6。可重复使用。",
)
@click.option("--history", is_flag=True, help="List every observation of one target.\f列出一项目标的历次数据。")
@click.pass_context
@receive("watch", Watch)
@receive("given", Given)
@receive("out", Out)
def track(  # noqa: PLR0913 -- one parameter for each option
    ctx: click.Context,
    names: tuple[str, ...],
    *,
    action: str | None,
    status: "tuple[Status, ...]",
    fail_on: "tuple[Status, ...]",
    history: bool,
    chart: bool,
    watch: Watch,
    given: Given,
    out: Out,
) -> None:
    """Show completion, pace, status and what is still needed.

    NAME is the id or name of an indicator or target. Without any, all that can be judged are
    listed. Without a ledger, the results in the plan are used.

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
    scenario = scene(given, published_by=watch.published_by)
    wanted, chosen = _named(scenario, names, action, scored_only=not history)
    if history:
        refused = {"--chart": chart, "--action": action, "--status": status, "--fail-on": fail_on}
        _history(scenario, wanted, watch, out, refused)
        return
    result, found = _track(scenario, chosen, status, watch)
    emit(result, out, chart=chart)
    if found & {*fail_on}:
        ctx.exit(VERDICT)


def _track(
    scenario: "Scenario", chosen: list[str], status: "tuple[Status, ...]", watch: Watch
) -> tuple["Result[Record]", set["Status"]]:
    """Return where the chosen targets stand, and the statuses that are shown."""
    from erqi_cli.results.tracking.table import tracking_result

    tracker, followed = follow(scenario, watch)
    tracked = [found for found in tracker.track(chosen) if not status or found.status in status]
    return tracking_result(tracker, tracked, followed), {found.status for found in tracked}


def _named(scenario: "Scenario", names: tuple[str, ...], action: str | None, *, scored_only: bool) -> tuple[list[str], list[str]]:
    """Return the ids that the user named, and those to be shown: of one action, and all that are scored if none is named."""
    from erqi_cli.errors import failure
    from erqi_cli.parsing.lookup import find_action, find_targets

    plan = scenario.plan
    action_id = find_action(plan, action).id if action else None
    named = find_targets(plan, names)
    for target in named:
        if scored_only and not target.is_scored:
            raise failure("E616", id=target.id)
    chosen = named or [target for target in plan.targets if target.is_scored]
    shown = [target.id for target in chosen if action_id in (None, target.action_id)]
    return [target.id for target in named], shown


def _history(scenario: "Scenario", wanted: list[str], watch: Watch, out: Out, refused: Mapping[str, object]) -> None:
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.results.tracking.history import history_result

    for option in (name for name, given in refused.items() if given):
        raise failure("E606", option=option, what=same("--history"))
    if len(wanted) != 1:
        raise failure("E615", count=len(wanted))
    tracker, followed = follow(scenario, watch, wanted)
    emit(history_result(tracker, wanted[0], followed), out)


class Negative(Command):
    """A command whose last argument may be a negative number, which would else be taken for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what begins like a negative number behind the options, unless it is the value of one."""
        takes = {name for param in self.params if isinstance(param, click.Option) and not param.is_flag for name in param.opts}
        numbers = [
            at
            for at, (before, word) in enumerate(zip(["", *args], args, strict=False))
            if word[:1] in ("-", "\u2212") and word[1:2].isdigit() and before not in takes
        ]
        if numbers and "--" not in args:
            rest = [word for at, word in enumerate(args) if at not in numbers]
            args = [*rest, "--", *(args[at] for at in numbers)]
        return super().parse_args(ctx, args)


@click.command(cls=Negative, params=[LEDGER, PLAN, LANG])
@click.argument("target", shell_complete=complete_measured)
@click.argument("period")
@click.argument("value", required=False, default="")
@click.option("--growth", default="", metavar="RATE", help="Published growth rate, such as 8.9%.\f公布的增速，如 8.9%。")
@click.option(
    "--status",
    default="",
    metavar="CODE",
    help="A final, P preliminary (default), E estimate, F forecast, B break in the series."
    "\fA 终值，P 初步（默认），E 估计，F 预测，B 断点。",
)
@click.option(
    "--published",
    default="",
    metavar="DATE",
    help="Day of publication. A later one makes a revision.\f公布日期；日期较晚的为修订数。",
)
@click.option("--source", default="", metavar="TEXT", help="Where the figure was published.\f数据出处。")
@click.option("--note", default="", metavar="TEXT", help="Remark.\f备注。")
@click.option("--create", is_flag=True, help="Create the ledger if it does not exist.\f台账不存在时新建。")
def record(  # noqa: PLR0913 -- one parameter for each column
    target: str,
    period: str,
    value: str,
    *,
    growth: str,
    status: str,
    published: str,
    source: str,
    note: str,
    create: bool,
    ledger: str | None,
    plan: str | None,
    lang: str,
) -> None:
    """Add one observation to the ledger.

    PERIOD is 2017, 2017-03 (January to March) or a date. VALUE may have a unit; with --growth
    it may be left out.

    The row is checked, then written, and on disk when the command ends. Earlier rows never
    change. A second row of the same target, period and day of publication is refused.

    \b
    Example:
      erqi record projects.annual-investment 2017-03 101.7 --create
    \f
    在台账中登记一条数据。

    PERIOD 为 2017、2017-03（1—3月累计）或日期。VALUE 可带单位；写了 --growth 时可不写。

    数据先检查，确已写入磁盘后命令才结束。台账原有各行不改动；
    同一目标、同一时期、同一公布日期的数据不能重复登记。

    \b
    示例：
      erqi record projects.annual-investment 2017-03 101.7 --create
    """
    cells = (target, period, value, growth, status, published, source, note)
    _record(cells, ledger, plan, lang, create=create)


def _record(cells: tuple[str, ...], ledger: str | None, plan: str | None, lang: str, *, create: bool) -> None:
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.output.ledger_append import append, cells_of
    from erqi_cli.parsing.ledger_row import Cells, observation_of_command
    from erqi_cli.readers.ledger.options import DEFAULT_LEDGER, find_ledger
    from erqi_cli.readers.ledger.read import layout_for
    from erqi_cli.results.tracking.recorded import recorded_words

    if ledger == "-":
        raise failure("E606", option="--ledger -", what=same("erqi record"))
    read = load(plan)
    observation = observation_of_command(read, Cells._make((*cells, "")))
    found = find_ledger(ledger)
    path = DEFAULT_LEDGER if found is None else found
    row = cells_of(observation, read.target(observation.target))
    append(path, row, lambda: layout_for(path, read, observation), create=create)
    words = recorded_words(read, observation, path)
    say(words.zh if lang == "zh" else words.en)


@click.command(cls=Command, params=[LEDGER, *GIVEN, *OUT])
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_measured)
@click.option(
    "--by",
    type=TranslatedChoice(schedule_steps),
    default="quarter",
    help="Length of each period. Default: quarter.\f按月、季或半年，默认按季。",
)
@click.option(
    "--action", metavar="ACTION", shell_complete=complete_action, help="Only targets of this action.\f只列此行动的目标。"
)
@receive("given", Given)
@receive("out", Out)
def schedule(  # noqa: PLR0913 -- one parameter for each option
    names: tuple[str, ...], *, by: "ScheduleStep", action: str | None, ledger: str | None, given: Given, out: Out
) -> None:
    """Show what is due by each month, quarter or half-year.

    Amounts are cumulative. `erqi track` measures pace against this timetable.

    \b
    Example:
      erqi schedule --action 1 --by quarter
    \f
    列出各月、各季或各半年末应完成的数量。

    数量为累计数。erqi track 按此时间表计算序时进度。

    \b
    示例：
      erqi schedule --action 1 --by quarter
    """
    from erqi_cli.calc.tracking.schedule import timetable
    from erqi_cli.results.tracking.schedule import refuse_without, schedule_result

    scenario = scene(given)
    wanted, chosen = _named(scenario, names, action, scored_only=True)
    tracker, _ = follow(scenario, Watch(ledger, None, None))
    tables = [timetable(tracker, name, by) for name in chosen]
    if wanted:
        refuse_without(tables)
    emit(schedule_result(tracker, tables, by), out)
