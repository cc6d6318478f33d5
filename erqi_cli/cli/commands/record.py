"""`erqi record`."""

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_measured
from erqi_cli.cli.options import LANG_OPTION, LEDGER_OPTION, PLAN_OPTION, pass_options
from erqi_cli.cli.steps import load
from erqi_cli.cli.write import READING_LEDGER, echo_stderr, reading, report_notices
from erqi_cli.i18n.language import Lang

if TYPE_CHECKING:
    from erqi_cli.errors.notice import Notice
    from erqi_cli.readers.table.table import Layout


class LedgerRow(NamedTuple):
    """The cells of a ledger's row as the user wrote them."""

    target: str
    period: str
    value: str
    growth: str
    status: str
    published: str
    source: str
    note: str


class NegativeArgCommand(Command):
    """A command whose last argument may be a negative number; click would take it for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put negative numbers behind `--`, unless they are the value of an option."""
        if "--" in args:
            return super().parse_args(ctx, args)
        options_with_value = set()
        for param in self.params:
            if isinstance(param, click.Option) and not param.is_flag:
                options_with_value.update(param.opts)
        others = []
        numbers = []
        for previous, argument in pairwise(["", *args]):
            is_number = _begins_like_negative_number(argument)
            if is_number and previous not in options_with_value:
                numbers.append(argument)
            else:
                others.append(argument)
        return super().parse_args(ctx, [*others, "--", *numbers] if numbers else others)


def _begins_like_negative_number(argument: str) -> bool:
    return argument[:1] in ("-", "\u2212") and argument[1:2].isdigit()


@click.command(cls=NegativeArgCommand, params=[LEDGER_OPTION, PLAN_OPTION, LANG_OPTION])
@click.argument("target", shell_complete=complete_measured)
@click.argument("period")
@click.argument("value", required=False, default="")
@click.option(
    "--growth",
    default="",
    metavar="RATE",
    help="Published growth rate, such as 8.9%.\f公布的增速，如 8.9%。",
)
@click.option(
    "--status",
    default="",
    metavar="CODE",
    help="A normal, P provisional (default), E estimated, F forecast, B time series break."
    "\fA 正式数，P 初步数（默认），E 估计数，F 预测数，B 口径变化。",
)
@click.option(
    "--published",
    default="",
    metavar="DATE",
    help="Day of publication; the latest one counts. If not set, the row counts as later than "
    "the rows above it."
    "\f公布日期，以最晚的为准。不写时，视为晚于台账中已有各行。",
)
@click.option(
    "--source", default="", metavar="TEXT", help="Where the figure was published.\f数据出处。"
)
@click.option("--note", default="", metavar="TEXT", help="A remark.\f备注。")
@click.option(
    "--create", is_flag=True, help="Create the ledger if it does not exist.\f台账不存在时新建。"
)
@pass_options("row", LedgerRow)
def record(
    *, row: LedgerRow, create: bool, ledger: str | None, plan: str | None, lang: Lang
) -> None:
    """Add one observation to the ledger.

    PERIOD is 2017, 2017-03 (January to March) or a date. VALUE may have a unit. It may be left
    out if --growth is given.

    The row is checked first, and is on disk when the command ends. Earlier rows do not change.
    A second row with the same target, period and day of publication is refused. A second row
    without a day of publication is a correction, and a notice names the earlier row.

    \b
    Example:
      erqi record projects.annual-investment 2017-03 101.7 --create
    \f
    在台账中登记一条数据。

    PERIOD 为 2017、2017-03（1—3月累计）或日期。VALUE 可带单位；写了 --growth 时可不写。

    数据经检查后写入，命令结束时已存入磁盘。台账原有各行不变；
    同一目标、同一时期、同一公布日期的数据不得重复登记；未写公布日期的视为更正，并提示原有的行。

    \b
    示例：
      erqi record projects.annual-investment 2017-03 101.7 --create
    """
    _record(row, ledger, plan, lang, create=create)


def _record(
    row: LedgerRow, ledger: str | None, plan: str | None, lang: Lang, *, create: bool
) -> None:
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.output.ledger_append import append, cells_of
    from erqi_cli.parsing.ledger_row import Cells, observation_of_command
    from erqi_cli.readers.ledger.options import DEFAULT_LEDGER, find_ledger
    from erqi_cli.readers.ledger.read import ledger_for
    from erqi_cli.results.tracking.recorded import recorded_words

    if ledger == "-":
        raise failure("E606", option="--ledger -", what=same("erqi record"))
    read = load(plan)
    observation = observation_of_command(read, Cells._make((*row, "")))
    found = find_ledger(ledger)
    path = DEFAULT_LEDGER if found is None else found
    cells = cells_of(observation, read.target(observation.target))
    notices: tuple[Notice, ...] = ()

    def examine() -> "Layout":
        nonlocal notices
        with reading(READING_LEDGER):
            existing = ledger_for(path, read, observation)
        notices = existing.notices
        return existing.layout

    append(path, cells, examine, create=create)
    words = recorded_words(read, observation, path)
    echo_stderr(words.pick(lang))
    report_notices(path, notices)
