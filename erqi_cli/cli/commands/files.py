"""`erqi check`, `erqi audit`, `erqi schema` and `erqi init`."""

import click

from erqi_cli.cli.options import LANG, OUT, PATH, PLAN, Command, Out, receive
from erqi_cli.cli.steps import VERDICT, deliver, emit, load, say, say_encoding

PLAN_HERE = "targets.yaml"
"""The plan of a working directory, as `plan.loading` has it; help must not import that."""


@click.command(cls=Command, params=[PLAN, *OUT])
@click.argument("file", required=False)
@click.option("--ledger", metavar="FILE.csv", help="A ledger to check against the plan.\f对照计划检查的台账。")
@click.pass_context
@receive("out", Out)
def check(ctx: click.Context, file: str | None, *, ledger: str | None, plan: str | None, out: Out) -> None:
    """Check a plan or a ledger and report every mistake at once; exit code 3 if there is one.

    FILE is the plan to check; if it is not given, the plan that every command reads. A FILE that ends in .csv or .tsv
    is a ledger, checked against that plan. With --format json or csv the mistakes are rows on standard output.

    \b
    Example:
      erqi check
    \f
    检查一份计划或台账，一次列出全部问题；有问题时退出码为 3。

    FILE 为所查的计划；不写则为各命令所读的计划。以 .csv 或 .tsv 结尾的是台账，对照该计划检查。
    用 --format json 或 csv 时，问题作为数据行输出。

    \b
    示例：
      erqi check
    """
    _check(ctx, file, ledger, plan, out)


def _check(ctx: click.Context, file: str | None, ledger: str | None, plan: str | None, out: Out) -> None:
    from erqi_cli.errors import Exit, Failure, failure
    from erqi_cli.language import Text
    from erqi_cli.plan.ledger import read_ledger
    from erqi_cli.plan.loading import find_plan, load_plan
    from erqi_cli.plan.observed import Scope
    from erqi_cli.results.checking import checked_ledger, checked_result, problems_result

    if file is not None and ledger is None and file.lower().endswith((".csv", ".tsv")):
        file, ledger = None, file
    if file is not None and plan is not None:
        raise failure("E606", option="--plan", what=Text("FILE 参数", "the argument FILE"))
    path = find_plan(plan if file is None else file)
    try:
        read = load_plan(path)
        held = None if ledger is None else read_ledger(ledger, read, Scope(read.base_year, read.plan_year), every=True)
    except Failure as fault:
        if fault.exit_code != Exit.DATA or out.format not in ("json", "csv"):
            raise
        emit(problems_result(ledger or path, fault.problems), out)
        ctx.exit(fault.exit_code)
    if ledger is None or held is None:
        emit(checked_result(path, read), out)
    else:
        say_encoding(ledger, held.layout.encoding)
        emit(checked_ledger(ledger, read, held), out)


@click.command(cls=Command, params=[PLAN, *OUT])
@click.argument("source")
@click.option(
    "--strict",
    is_flag=True,
    help="Also fail on what is ignored without a reason, and on an entry of audit.ignore that ignores nothing."
    "\f忽略的数没有理由、或 audit.ignore 中有无用的条目时也算不通过。",
)
@click.pass_context
@receive("out", Out)
def audit(ctx: click.Context, source: str, *, strict: bool, plan: str | None, out: Out) -> None:
    """Hold the plan against the text of its document: no figure lost, none misread; exit code 6 if there is a difference.

    SOURCE is the document, in Chinese, as a text file (UTF-8, UTF-16 or GB18030), or - for standard input. Its dates,
    and with them due dates, are not compared, and of the plan's own words only the Chinese ones are.

    \b
    Example:
      erqi audit work-report.txt --strict
    \f
    把计划与其所据文件的文本逐字核对：数字有无遗漏、有无误读；有出入时退出码为 6。

    SOURCE 为中文文件的文本（UTF-8、UTF-16 或 GB18030），- 表示标准输入。日期和期限不核对；计划自己的文字只核对中文。

    \b
    示例：
      erqi audit work-report.txt --strict
    """
    from erqi_cli.calc.audit.case import case_of
    from erqi_cli.calc.audit.findings import audit as audited_by
    from erqi_cli.calc.audit.findings import document_of
    from erqi_cli.plan.prose import read_prose
    from erqi_cli.results.audit import audit_result

    read = load(plan)
    case = case_of(read)
    prose = read_prose(source)
    say_encoding(source, prose.encoding)
    audited = audited_by(document_of(prose, case), case)
    emit(audit_result(read, audited, strict=strict), out)
    if audited.failed(strict=strict):
        ctx.exit(VERDICT)


@click.command(cls=Command, params=[PATH])
def schema(path: str | None) -> None:
    """Print the JSON Schema of a plan, for an editor that completes and checks it.

    \b
    Example:
      erqi schema
    \f
    输出计划的 JSON Schema，供编辑器补全和检查。

    \b
    示例：
      erqi schema
    """
    from erqi_cli.plan.schema import schema_text

    deliver(schema_text(), path)


@click.command(cls=Command, params=[LANG])
@click.argument("file", default=PLAN_HERE)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.\f文件已存在时覆盖。")
def init(file: str, *, force: bool, lang: str) -> None:
    """Write a commented starter plan to FILE (targets.yaml), ready to be edited.

    Commands that are run in a directory with a targets.yaml read it, unless --plan or ERQI_PLAN names another plan.

    \b
    Example:
      erqi init my-district.yaml
    \f
    写出一份带注释的起始计划（默认 targets.yaml），供编辑。

    在有 targets.yaml 的目录中运行的命令都读取它，除非 --plan 或 ERQI_PLAN 指明另一份计划。

    \b
    示例：
      erqi init my-district.yaml
    """
    from erqi_cli.plan.starter import starter_text

    deliver(starter_text(), None if file == "-" else file, replace=force)
    if file != "-":
        words = {
            "zh": f"已写入 {file}；编辑后用 erqi check {file} 检查；",
            "en": f"wrote {file}; edit it, then run: erqi check {file}; ",
        }
        use = {"zh": f"其他命令用 --plan {file} 读取", "en": f"other commands read it with --plan {file}"}
        if file == PLAN_HERE:
            use = {"zh": "在此目录运行的命令现在都读取它", "en": "commands run in this directory now read it"}
        say(words[lang] + use[lang])
