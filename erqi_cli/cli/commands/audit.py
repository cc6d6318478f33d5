"""`erqi audit`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.steps import VERDICT, load
from erqi_cli.cli.write import report_encoding, write_result


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("source")
@click.option(
    "--strict",
    is_flag=True,
    help="Also fail if a number is left out without a reason, or an entry of audit.ignore is "
    "unused."
    "\f有数字不计入而未写原因，或 audit.ignore 有未用到的条目时，也视为不通过。",
)
@click.pass_context
@pass_options("output", OutputOptions)
def audit(
    ctx: click.Context, source: str, *, strict: bool, plan: str | None, output: OutputOptions
) -> None:
    """Compare the plan with the text of its document.

    Every figure in the text must be in the plan, with its value, unit and qualifier.
    Exit code 6 means that there is a difference.

    SOURCE is the Chinese document as a text file (UTF-8, UTF-16 or GB18030), or - for standard
    input. Dates and due dates are not compared, nor are the English texts of the plan.

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
    report_encoding(source, text.encoding)
    audited = audit_document(read_figures(text, claims), claims)
    write_result(audit_result(read, audited, strict=strict), output)
    if audited.failed(strict=strict):
        ctx.exit(VERDICT)
