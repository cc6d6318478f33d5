"""`erqi report`."""

import click

from erqi_cli.cli.help import remember_lang
from erqi_cli.cli.options import GIVEN, PATH, WATCH, Command, Given, Watch, is_terminal, receive
from erqi_cli.cli.steps import follow, scene
from erqi_cli.output.reports import FORMATS, TONGUES, Tongue


def _tongue(ctx: click.Context, param: click.Parameter, value: str | None) -> Tongue:
    """Settle the languages of a report; help and messages stay in one."""
    lang = remember_lang(ctx, param, value)
    return "both" if value == "both" else lang


@click.command(cls=Command, params=[*WATCH, *GIVEN, PATH])
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="A wall chart or a workbook; else what FILE ends in.\f挂图或工作簿；否则看文件名的结尾。",
)
@click.option(
    "--lang",
    "tongue",
    type=click.Choice(TONGUES),
    callback=_tongue,
    is_eager=True,
    help="Language, or both; else ERQI_LANG, else the locale.\f语言，both 为中英对照；否则取 ERQI_LANG，再取系统语言。",
)
@receive("watch", Watch)
@receive("given", Given)
def report(*, form: str | None, tongue: Tongue, path: str | None, watch: Watch, given: Given) -> None:
    """Write the plan and its progress as a wall chart (html) or as a workbook for Excel or WPS (xlsx).

    The chart is one page for the screen and for A3 paper: headline indicators, a panel for each action, notes, sources. In
    the workbook growth and base values may be changed, and the projected values follow. Without -o the file goes to
    standard output. Each needs one more package: html needs Jinja2, xlsx needs XlsxWriter.

    \b
    Example:
      erqi report -o chart.html
    \f
    把计划和进展写成挂图（html），或 Excel、WPS 工作簿（xlsx）。

    挂图是一个网页，可看可打印（A3 横向）：主要指标、每项行动一栏、说明和来源。工作簿的推算表中可改增速和基期值，
    预期值随之重算。不写 -o 则写到标准输出。各需另装一个程序包：html 用 Jinja2，xlsx 用 XlsxWriter。

    \b
    示例：
      erqi report -o chart.html
    """
    _report(form, tongue, path, watch, given)


def _report(form: str | None, tongue: Tongue, path: str | None, watch: Watch, given: Given) -> None:
    from erqi_cli.errors import failure
    from erqi_cli.output.reports import report_format
    from erqi_cli.output.stream import to_file, to_stdout
    from erqi_cli.results.report import report_of

    to_standard_output = path in (None, "-")
    if to_standard_output and is_terminal():
        raise failure("E623")
    writer = report_format(form, path)
    data = writer.write(report_of(*follow(scene(given, published_by=watch.published_by), watch)), tongue)
    if path is None or path == "-":
        to_stdout(data)
    else:
        to_file(data, path)
