"""`erqi report`."""

import click

from erqi_cli.cli.help import remember_lang
from erqi_cli.cli.options import GIVEN, PATH, WATCH, Command, Given, Watch, is_terminal, receive
from erqi_cli.cli.steps import follow, scene
from erqi_cli.i18n.language import REPORT_LANGUAGES, Languages
from erqi_cli.output.report_formats import FORMATS


def _choose_languages(ctx: click.Context, param: click.Parameter, value: str | None) -> Languages:
    """Settle the languages of a report; help and messages stay in one."""
    lang = remember_lang(ctx, param, value)
    return "both" if value == "both" else lang


@click.command(cls=Command, params=[*WATCH, *GIVEN, PATH])
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="Wall chart or workbook. Default: by the ending of FILE.\f挂图或工作簿。默认由文件扩展名决定。",
)
@click.option(
    "--lang",
    "languages",
    type=click.Choice(REPORT_LANGUAGES),
    callback=_choose_languages,
    is_eager=True,
    help="Language, or both. If not set: ERQI_LANG, then the locale."
    "\f语言，both 为中英对照。未指定时依次取 ERQI_LANG、系统语言。",
)
@receive("watch", Watch)
@receive("given", Given)
def report(*, form: str | None, languages: Languages, path: str | None, watch: Watch, given: Given) -> None:
    """Write a wall chart (html) or a workbook (xlsx).

    The wall chart is one page for the screen and for A3 paper: headline indicators, a panel for
    each action, notes and sources. In the workbook, growth and base values can be changed, and
    the projected values follow.

    Without -o the result goes to standard output. html needs the extra `report`, xlsx the extra
    `excel`; if one is missing, a message says how to install it.

    \b
    Example:
      erqi report -o chart.html
    \f
    生成挂图（html）或工作簿（xlsx）。

    挂图为单个网页，可在屏幕上查看，也可按 A3 横向打印：主要指标、每项行动一栏、说明和来源。
    工作簿中可修改增速和基期值，预期值随之重算。

    不写 -o 时写到标准输出。html 需安装附加组件 report，xlsx 需安装 excel；缺少时会提示安装方法。

    \b
    示例：
      erqi report -o chart.html
    """
    _report(form, languages, path, watch, given)


def _report(form: str | None, languages: Languages, path: str | None, watch: Watch, given: Given) -> None:
    from erqi_cli.errors import failure
    from erqi_cli.output.atomic_file import to_file, to_stdout
    from erqi_cli.output.report_formats import report_format
    from erqi_cli.results.report.report import report_of

    to_standard_output = path in (None, "-")
    if to_standard_output and is_terminal():
        raise failure("E623")
    writer = report_format(form, path)
    data = writer.write(report_of(*follow(scene(given, published_by=watch.published_by), watch)), languages)
    if path is None or path == "-":
        to_stdout(data)
    else:
        to_file(data, path)
