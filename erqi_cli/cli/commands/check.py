"""`erqi check`."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.write import (
    READING_LEDGER,
    READING_PLAN,
    reading,
    report_encoding,
    report_notices,
    working,
    write_result,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from erqi_cli.errors import Notice
    from erqi_cli.results.result import AnyResult

LEDGER_ENDINGS = (".csv", ".tsv")


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("file", required=False)
@click.option(
    "--ledger", metavar="FILE.csv", help="Ledger to check against the plan.\f对照计划检查的台账。"
)
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with code 6 if there are notices.\f有提示时退出码为 6。",
)
@click.pass_context
@pass_options("output", OutputOptions)
def check(  # noqa: PLR0913 -- one parameter for each option
    ctx: click.Context,
    file: str | None,
    *,
    ledger: str | None,
    strict: bool,
    plan: str | None,
    output: OutputOptions,
) -> None:
    """Check a plan or a ledger and list every mistake.

    FILE is a plan, or a ledger if it ends in .csv or .tsv. A ledger is checked against the plan.
    Without FILE, the plan in use is checked.

    Exit code 3 means that there are mistakes. The first 20 are shown and the rest counted;
    --format json or csv lists all of them on standard output.

    Notices are about what is allowed but doubtful, such as a limit that is added up over the year.
    They stand on standard error, and in the JSON document. With --strict they give exit code 6.

    \b
    Example:
      erqi check --strict
    \f
    检查计划或台账，一次查出全部错误。

    FILE 为计划；以 .csv 或 .tsv 结尾的为台账，对照计划检查。不写则检查正在使用的计划。

    有错误时退出码为 3。错误显示前 20 处，其余只计数；用 --format json 或 csv 时全部列出。

    合乎语法而可疑之处作为提示写到标准错误（JSON 中也列出），不算错误；加 --strict 则退出码为 6。

    \b
    示例：
      erqi check --strict
    """
    path, ledger = _files(file, ledger, plan)
    _check(ctx, path, ledger, output, strict=strict)


def _files(file: str | None, ledger: str | None, plan: str | None) -> tuple[str, str | None]:
    """Return the paths of the plan and of the ledger; None if it is the plan that is checked."""
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import Text
    from erqi_cli.readers.yaml.load import find_plan

    if file is not None and ledger is None and file.lower().endswith(LEDGER_ENDINGS):
        return find_plan(plan), file
    if file is not None and plan is not None:
        raise failure("E606", option="--plan", what=Text("FILE 参数", "the argument FILE"))
    return find_plan(plan if file is None else file), ledger


def _check(
    ctx: click.Context, path: str, ledger: str | None, output: OutputOptions, *, strict: bool
) -> None:
    """Write what a sound file holds and its notices, or its mistakes; exit with their code."""
    from erqi_cli.errors import ExitCode, Failure
    from erqi_cli.results.plan.check import problems_result

    try:
        result, notices = _checked(path, ledger)
    except Failure as fault:
        is_for_machines = output.format in ("json", "csv")
        if fault.exit_code != ExitCode.DATA or not is_for_machines:
            raise
        write_result(problems_result(ledger or path, fault.problems), output)
        ctx.exit(fault.exit_code)
    write_result(result, output)
    if output.format != "json":
        report_notices(ledger or path, notices)
    if strict and notices:
        ctx.exit(ExitCode.VERDICT)


def _checked(path: str, ledger: str | None) -> "tuple[AnyResult, Sequence[Notice]]":
    """Return what a plan or a ledger holds, and its notices; raises Failure with all mistakes."""
    from erqi_cli.domain.observation import ObservationScope
    from erqi_cli.readers.ledger.read import read_ledger
    from erqi_cli.readers.yaml.doubts import notices_of
    from erqi_cli.readers.yaml.load import read_plan
    from erqi_cli.results.plan.check import checked_ledger, checked_result

    with working(READING_PLAN, file=path):
        plan_file = read_plan(path)
    plan = plan_file.plan
    if ledger is None:
        notices = notices_of(plan_file)
        return checked_result(path, plan, notices), notices
    scope = ObservationScope(plan.base_year, plan.plan_year)
    with reading(READING_LEDGER):
        observations = read_ledger(ledger, plan, scope, every=True)
    report_encoding(ledger, observations.layout.encoding)
    return checked_ledger(ledger, plan, observations), observations.notices
