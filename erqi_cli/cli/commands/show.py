"""`erqi show`."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.choices import TranslatedChoice, shown_types
from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_shown
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.steps import load
from erqi_cli.cli.write import write_result

if TYPE_CHECKING:
    from erqi_cli.domain.vocabulary import EntryType


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("noun", type=TranslatedChoice(shown_types), metavar="NOUN")
@click.argument("name", nargs=-1, shell_complete=complete_shown)
@pass_options("output", OutputOptions)
def show(
    noun: "EntryType", name: tuple[str, ...], *, plan: str | None, output: OutputOptions
) -> None:
    """Show one indicator, action, target or source.

    NOUN is indicator, action, target or source. NAME is an id, the number of an action, or a
    Chinese or English name; a part of a name will do if only one name has it. Without NAME,
    all of them are listed.

    \b
    Example:
      erqi show action 3
    \f
    查看一个指标、行动、目标或来源。

    NOUN 为 indicator、action、target 或 source，也可写指标、行动、目标、来源。
    NAME 为编号、行动序号、中英文名称，或能唯一确定的部分名称；不写则全部列出。

    \b
    示例：
      erqi show action 3
    """
    from erqi_cli.results.plan.listing import NO_FILTERS, list_result
    from erqi_cli.results.plan.show import show_result

    read = load(plan)
    if name:
        write_result(show_result(read, noun, " ".join(name)), output)
    else:
        write_result(list_result(read, noun, NO_FILTERS), output)
