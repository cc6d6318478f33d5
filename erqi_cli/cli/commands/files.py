"""`erqi check`, `erqi audit`, `erqi schema` and `erqi init`."""

import click

from erqi_cli.cli.options import LANG, OUT, PATH, PLAN, Command, Out, receive
from erqi_cli.cli.steps import VERDICT, deliver, emit, load, say, say_encoding

PLAN_HERE = "targets.yaml"
"""The plan of a working directory, as `plan.loading` has it; help must not import that."""


@click.command(cls=Command, params=[PLAN, *OUT])
@click.argument("file", required=False)
@click.option("--ledger", metavar="FILE.csv", help="Ledger to check against the plan.\f对照计划检查的台账。")
@click.pass_context
@receive("out", Out)
def check(ctx: click.Context, file: str | None, *, ledger: str | None, plan: str | None, out: Out) -> None:
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
    _check(ctx, file, ledger, plan, out)


def _check(ctx: click.Context, file: str | None, ledger: str | None, plan: str | None, out: Out) -> None:
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
        if fault.exit_code != ExitCode.DATA or out.format not in ("json", "csv"):
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
    help="Also fail on numbers excluded without a reason and on unused entries of audit.ignore."
    "\f数字不计入而无原因，或 audit.ignore 有未用到的条目时，也视为不通过。",
)
@click.pass_context
@receive("out", Out)
def audit(ctx: click.Context, source: str, *, strict: bool, plan: str | None, out: Out) -> None:
    """Compare the plan with the text of its document.

    Every figure of the text must be in the plan, with its value, unit and qualifier.
    Exit code 6 means that there is a difference.

    SOURCE is the Chinese document as a text file (UTF-8, UTF-16 or GB18030), or - for standard
    input. Dates and due dates are not compared. Of the plan's own words, only the Chinese are.

    \b
    Example:
      erqi audit work-report.txt --strict
    \f
    将计划与原文的数字逐项核对。

    原文的每个数字都应收录在计划中，数值、单位和限定词一致。有出入时退出码为 6。

    SOURCE 为中文原文的文本文件（UTF-8、UTF-16 或 GB18030），- 表示标准输入。
    日期和期限不核对；计划自身的文字只核对中文。

    \b
    示例：
      erqi audit work-report.txt --strict
    """
    from erqi_cli.calc.audit.audit import audit as audit_document
    from erqi_cli.calc.audit.claims import claims_of
    from erqi_cli.calc.audit.findings import read_figures
    from erqi_cli.readers.document.text import read_document
    from erqi_cli.results.audit.table import audit_result

    read = load(plan)
    claims = claims_of(read)
    text = read_document(source)
    say_encoding(source, text.encoding)
    audited = audit_document(read_figures(text, claims), claims)
    emit(audit_result(read, audited, strict=strict), out)
    if audited.failed(strict=strict):
        ctx.exit(VERDICT)


@click.command(cls=Command, params=[PATH])
def schema(path: str | None) -> None:
    """Print the plan's JSON Schema, for an editor.

    An editor that knows YAML uses it to complete and check a plan.

    \b
    Example:
      erqi schema
    \f
    输出计划的 JSON Schema，供编辑器使用。

    支持 YAML 的编辑器据此补全和检查计划文件。

    \b
    示例：
      erqi schema
    """
    from erqi_cli.readers.yaml.json_schema import schema_text

    deliver(schema_text(), path)


@click.command(cls=Command, params=[LANG])
@click.argument("file", default=PLAN_HERE)
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.\f文件已存在时覆盖。")
def init(file: str, *, force: bool, lang: str) -> None:
    """Write a starter plan with comments, ready to edit.

    FILE is targets.yaml if you name no other. - stands for standard output.

    Commands that are run in a directory with a targets.yaml read it, unless --plan or ERQI_PLAN names another plan.

    \b
    Example:
      erqi init my-district.yaml
    \f
    生成带注释的起始计划，供修改。

    FILE 默认为 targets.yaml；- 表示标准输出。

    在有 targets.yaml 的目录中运行的命令都读取它，除非 --plan 或 ERQI_PLAN 指明另一份计划。

    \b
    示例：
      erqi init my-district.yaml
    """
    from erqi_cli.readers.yaml.starter import starter_text

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
