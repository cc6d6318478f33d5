"""`erqi list`."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.choices import TranslatedChoice, commitments, kinds, listed_types
from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_action
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.steps import load
from erqi_cli.cli.write import write_result

if TYPE_CHECKING:
    from erqi_cli.domain.vocabulary import Commitment, EntryType, Kind


@click.command(name="list", cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("nouns", type=TranslatedChoice(listed_types), required=False, metavar="[NOUNS]")
@click.option(
    "--action",
    metavar="ACTION",
    shell_complete=complete_action,
    help="Only targets of this action.\f只列此行动的目标。",
)
@click.option(
    "--kind",
    type=TranslatedChoice(kinds),
    metavar="KIND",
    help="Only targets of this kind: growth, level, count, share, milestone, relative, qualitative "
    "or context."
    "\f只列此类目标：增长、规模、数量、占比、节点、相对、定性或背景。",
)
@click.option(
    "--commitment",
    type=TranslatedChoice(commitments),
    metavar="WORD",
    help="Only targets with this commitment word: ensure, plan, strive, seek, urge or prepare."
    "\f只列此承诺表述的目标：确保、计划、力争、争取、力促或谋划。",
)
@pass_options("output", OutputOptions)
def list_(  # noqa: PLR0913 -- one parameter for each filter
    nouns: "EntryType | None",
    *,
    action: str | None,
    kind: "Kind | None",
    commitment: "Commitment | None",
    plan: str | None,
    output: OutputOptions,
) -> None:
    """List indicators, actions, targets, sources or ratios.

    NOUNS is one of these words. Without it, indicators and targets are listed.

    \b
    Example:
      erqi list targets --action 4 --commitment strive
    \f
    列出指标、行动、目标、来源或比率。

    NOUNS 为 indicators、actions、targets、sources 或 ratios，也可写中文；不写则列出指标和目标。

    \b
    示例：
      erqi list targets --action 4 --commitment strive
    """
    from erqi_cli.results.plan.listing import Filters, list_result

    read = load(plan)
    write_result(list_result(read, nouns, Filters(action, kind, commitment)), output)
