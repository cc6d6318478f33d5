"""`erqi check`."""

from typing import TYPE_CHECKING, NamedTuple

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.steps import VERDICT
from erqi_cli.cli.write import (
    READING_LEDGER,
    READING_PLAN,
    AnyResult,
    echo_problems,
    reading,
    report_encoding,
    report_notices,
    working,
    write_result,
)
from erqi_cli.i18n.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from erqi_cli.errors import Notice, Problem

LEDGER_ENDINGS = (".csv", ".tsv")
SEVERAL_FILES = Text("多个文件", "several files")


class Outcome(NamedTuple):
    """What was found in the files: problems, the exit code of the first, and notices by file."""

    problems: "list[Problem]"
    exit_code: int
    notices: "dict[str, Sequence[Notice]]"


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("files", nargs=-1, metavar="[FILE]...")
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
    files: tuple[str, ...],
    *,
    ledger: str | None,
    strict: bool,
    plan: str | None,
    output: OutputOptions,
) -> None:
    """Check plans and ledgers, and list every mistake.

    FILE is a plan, or a ledger if its name ends in .csv or .tsv. A ledger is checked against the
    plan named with it, or the plan in use. Without FILE, the plan in use is checked.

    Exit code 3 means that there are mistakes. 20 are shown; --format json or csv lists all.

    Notices point out what is allowed but doubtful, such as a limit that is added up over the
    year. They go to standard error and into JSON. With --strict they give exit code 6.

    \b
    Example:
      erqi check --strict
    \f
    检查计划和台账，一次查出全部错误。

    FILE 为计划；以 .csv 或 .tsv 结尾的为台账，对照同时写明的计划或正在使用的计划检查。
    不写则检查正在使用的计划。

    有错误时退出码为 3。错误显示前 20 处；用 --format json 或 csv 时全部列出。

    合乎语法而可疑之处列为提示，写到标准错误和 JSON 中，不算错误；加 --strict 则退出码为 6。

    \b
    示例：
      erqi check --strict
    """
    if len(files) > 1:
        _refuse_for_several(ledger, output)
    outcome = _check(_pairs(files, ledger, plan), output)
    ctx.exit(_report(outcome, output, strict=strict))


def _report(outcome: Outcome, output: OutputOptions, *, strict: bool) -> int:
    """Write notices and problems to standard error; return the exit code."""
    if output.format != "json":
        for file, notices in outcome.notices.items():
            report_notices(file, notices)
    if outcome.problems:
        echo_problems(outcome.problems, output.lang, with_total=True)
    has_notices = any(outcome.notices.values())
    return outcome.exit_code or (VERDICT if strict and has_notices else 0)


def _pairs(
    files: tuple[str, ...], ledger: str | None, plan: str | None
) -> list[tuple[str, str | None]]:
    """Return the plans to check, each with a ledger, or with None if it is checked itself."""
    from erqi_cli.errors import failure
    from erqi_cli.readers.yaml.load import find_plan

    if not files:
        return [(find_plan(plan), ledger)]
    plans = [file for file in files if not file.lower().endswith(LEDGER_ENDINGS)]
    if plans and plan is not None:
        raise failure("E606", option="--plan", what=Text("FILE 参数", "the argument FILE"))
    if ledger is not None:
        return [(find_plan(files[0]), ledger)]
    beside = plans[0] if len(plans) == 1 else plan
    pairs: list[tuple[str, str | None]] = []
    for file in files:
        is_plan = file in plans
        pairs.append((find_plan(file), None) if is_plan else (find_plan(beside), file))
    return pairs


def _refuse_for_several(ledger: str | None, output: OutputOptions) -> None:
    """Raise Failure E606 for options that are of use with one file only."""
    from erqi_cli.errors import failure

    for_one = {
        "--ledger": ledger is not None,
        f"--format {output.format}": output.format != "table",
        "--output": output.path is not None,
    }
    for option, is_used in for_one.items():
        if is_used:
            raise failure("E606", option=option, what=SEVERAL_FILES)


def _check(pairs: list[tuple[str, str | None]], output: OutputOptions) -> Outcome:
    """Write what each sound file contains; return what is wrong and what is doubtful.

    Raises Failure if the only file cannot be read.
    """
    from erqi_cli.errors import ExitCode, Failure
    from erqi_cli.results.plan.check import problems_result

    problems: list[Problem] = []
    notices: dict[str, Sequence[Notice]] = {}
    exit_code = 0
    bad_plans = set()
    for path, ledger in pairs:
        checked = ledger or path
        if path in bad_plans:
            continue  # its ledger cannot be checked, and why was said
        try:
            result, of_file = _checked(path, ledger)
        except Failure as fault:
            if fault.exit_code != ExitCode.DATA and len(pairs) == 1:
                raise
            bad_plans.update([] if ledger else [path])
            exit_code = exit_code or fault.exit_code
            if output.format in ("json", "csv"):
                write_result(problems_result(checked, fault.problems), output)
            else:
                problems += fault.problems
        else:
            if notices:
                click.echo()
            write_result(result, output)
            notices[checked] = of_file
    return Outcome(problems, exit_code, notices)


def _checked(path: str, ledger: str | None) -> "tuple[AnyResult, Sequence[Notice]]":
    """Return what a plan or a ledger contains, and its notices; raise Failure with all mistakes."""
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
