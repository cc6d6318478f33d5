"""`erqi check`."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.write import report_encoding, write_result

if TYPE_CHECKING:
    from erqi_cli.results.result import AnyResult

LEDGER_ENDINGS = (".csv", ".tsv")


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("file", required=False)
@click.option(
    "--ledger", metavar="FILE.csv", help="Ledger to check against the plan.\f对照计划检查的台账。"
)
@click.pass_context
@pass_options("output", OutputOptions)
def check(
    ctx: click.Context,
    file: str | None,
    *,
    ledger: str | None,
    plan: str | None,
    output: OutputOptions,
) -> None:
    """Check a plan or a ledger and list every mistake.

    FILE is a plan, or a ledger if it ends in .csv or .tsv. A ledger is checked against the plan.
    Without FILE, the plan in use is checked.

    ExitCode code 3 means that there are mistakes. The first 20 are shown and the rest counted;
    --format json or csv lists all of them on standard output.

    \b
    Example:
      erqi check
    \f
    检查计划或台账，一次查出全部错误。

    FILE 为计划；以 .csv 或 .tsv 结尾的为台账，对照计划检查。不写则检查正在使用的计划。

    有错误时退出码为 3。错误显示前 20 处，其余只计数；用 --format json 或 csv 时全部列出。

    \b
    示例：
      erqi check
    """
    _check(ctx, file, ledger, plan, output)


def _check(
    ctx: click.Context,
    file: str | None,
    ledger: str | None,
    plan: str | None,
    output: OutputOptions,
) -> None:
    from erqi_cli.errors import ExitCode, Failure, failure
    from erqi_cli.i18n.text import Text
    from erqi_cli.readers.yaml.load import find_plan
    from erqi_cli.results.plan.check import problems_result

    if file is not None and ledger is None and file.lower().endswith(LEDGER_ENDINGS):
        ledger = file
        file = None
    if file is not None and plan is not None:
        raise failure("E606", option="--plan", what=Text("FILE 参数", "the argument FILE"))
    path = find_plan(plan if file is None else file)
    try:
        result = _checked(path, ledger)
    except Failure as fault:
        is_for_machines = output.format in ("json", "csv")
        if fault.exit_code != ExitCode.DATA or not is_for_machines:
            raise
        write_result(problems_result(ledger or path, fault.problems), output)
        ctx.exit(fault.exit_code)
    write_result(result, output)


def _checked(path: str, ledger: str | None) -> "AnyResult":
    """Return what a plan or its ledger holds; raises Failure with every mistake."""
    from erqi_cli.domain.observation import ObservationScope
    from erqi_cli.readers.ledger.read import read_ledger
    from erqi_cli.readers.yaml.load import load_plan
    from erqi_cli.results.plan.check import checked_ledger, checked_result

    plan = load_plan(path)
    if ledger is None:
        return checked_result(path, plan)
    scope = ObservationScope(plan.base_year, plan.plan_year)
    observations = read_ledger(ledger, plan, scope, every=True)
    report_encoding(ledger, observations.layout.encoding)
    return checked_ledger(ledger, plan, observations)
