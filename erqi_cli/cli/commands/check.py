"""`erqi check`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.write import report_encoding, write_result


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("file", required=False)
@click.option("--ledger", metavar="FILE.csv", help="Ledger to check against the plan.\f对照计划检查的台账。")
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

    Exit code 3 means that there are mistakes. The first 20 are shown and the rest counted;
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
    from erqi_cli.domain.observation import ObservationScope
    from erqi_cli.errors import ExitCode, Failure, failure
    from erqi_cli.i18n.text import Text
    from erqi_cli.readers.ledger.read import read_ledger
    from erqi_cli.readers.yaml.load import find_plan, load_plan
    from erqi_cli.results.plan.check import checked_ledger, checked_result, problems_result

    if file is not None and ledger is None and file.lower().endswith((".csv", ".tsv")):
        file, ledger = None, file
    if file is not None and plan is not None:
        raise failure("E606", option="--plan", what=Text("FILE 参数", "the argument FILE"))
    path = find_plan(plan if file is None else file)
    try:
        read = load_plan(path)
        held = None if ledger is None else read_ledger(ledger, read, ObservationScope(read.base_year, read.plan_year), every=True)
    except Failure as fault:
        if fault.exit_code != ExitCode.DATA or output.format not in ("json", "csv"):
            raise
        write_result(problems_result(ledger or path, fault.problems), output)
        ctx.exit(fault.exit_code)
    if ledger is None or held is None:
        write_result(checked_result(path, read), output)
    else:
        report_encoding(ledger, held.layout.encoding)
        write_result(checked_ledger(ledger, read, held), output)
