"""`erqi show`."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.choices import TranslatedChoice, shown_types
from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_shown
from erqi_cli.cli.options import (
    OUTPUT_PARAMS,
    PLAN_OPTION,
    TRACKING_PARAMS,
    OutputOptions,
    ScenarioOptions,
    TrackingOptions,
    pass_options,
)
from erqi_cli.cli.steps import build_scenario, build_tracker, load
from erqi_cli.cli.write import write_result

if TYPE_CHECKING:
    from erqi_cli.domain.vocabulary import EntryType
    from erqi_cli.results.plan.listing import Listing
    from erqi_cli.results.plan.show import Shown


@click.command(cls=Command, params=[*TRACKING_PARAMS, PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("noun", type=TranslatedChoice(shown_types), metavar="NOUN")
@click.argument("name", nargs=-1, shell_complete=complete_shown)
@pass_options("tracking_options", TrackingOptions)
@pass_options("output", OutputOptions)
def show(
    noun: "EntryType",
    name: tuple[str, ...],
    *,
    plan: str | None,
    tracking_options: TrackingOptions,
    output: OutputOptions,
) -> None:
    """Show one indicator, action, target or source.

    NOUN is indicator, action, target or source. NAME is an id, the number of an action, or a
    Chinese or English name. A part of a name is enough if only one name contains it. Without
    NAME, all of them are listed.

    An action comes with the progress of its targets; --ledger, --as-of and --published-by are
    for it alone.

    \b
    Example:
      erqi show action 3
    \f
    查看一个指标、行动、目标或来源。

    NOUN 为 indicator、action、target 或 source，也可写指标、行动、目标、来源。
    NAME 为编号、行动序号、中英文名称，或能唯一确定的部分名称；不写则全部列出。

    行动附有各项目标的进度；--ledger、--as-of、--published-by 只用于行动。

    \b
    示例：
      erqi show action 3
    """
    if name:
        shown = _shown(noun, " ".join(name), plan, tracking_options)
        write_result(shown.result, output, below=shown.progress)
    else:
        write_result(_listed(noun, plan, tracking_options), output)


def _listed(noun: "EntryType", plan: str | None, tracking_options: TrackingOptions) -> "Listing":
    """Return the listing of all entries of a type."""
    from erqi_cli.results.plan.listing import NO_FILTERS, list_result

    _refuse_tracking_options(noun, tracking_options)
    return list_result(load(plan), noun, NO_FILTERS)


def _shown(
    noun: "EntryType",
    words: str,
    plan: str | None,
    tracking_options: TrackingOptions,
) -> "Shown":
    """Return one entry, an action with the progress of its targets."""
    from erqi_cli.domain.vocabulary import EntryType
    from erqi_cli.results.plan.show import show_result

    if noun is not EntryType.ACTION:
        _refuse_tracking_options(noun, tracking_options)
    options = ScenarioOptions(plan, settings=(), bases=None)
    scenario = build_scenario(options, published_by=tracking_options.published_by)
    return show_result(
        scenario.plan,
        noun,
        words,
        lambda: build_tracker(scenario, tracking_options),
    )


def _refuse_tracking_options(noun: "EntryType", tracking_options: TrackingOptions) -> None:
    """Raise Failure E606 for an option of progress where none is shown."""
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same

    for option, value in tracking_options._asdict().items():
        if value is not None:
            name = option.replace("_", "-")
            raise failure("E606", option=f"--{name}", what=same(f"erqi show {noun}"))
