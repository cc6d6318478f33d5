"""`erqi report`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.help import current_lang, set_lang
from erqi_cli.cli.options import (
    PATH_OPTION,
    SCENARIO_PARAMS,
    TRACKING_PARAMS,
    ScenarioOptions,
    TrackingOptions,
    pass_options,
)
from erqi_cli.cli.steps import build_scenario, build_tracker
from erqi_cli.cli.terminal import stdout_is_terminal
from erqi_cli.cli.write import WRITING, echo_stderr, working
from erqi_cli.i18n.language import REPORT_LANGUAGES, Languages
from erqi_cli.output.report_formats import FORMATS


def _choose_languages(ctx: click.Context, param: click.Parameter, value: str | None) -> Languages:
    """Settle the languages of a report; help and messages stay in one."""
    lang = set_lang(ctx, param, value)
    return "both" if value == "both" else lang


@click.command(cls=Command, params=[*TRACKING_PARAMS, *SCENARIO_PARAMS, PATH_OPTION])
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="Wall chart or workbook. Default: by the ending of FILE."
    "\f挂图或工作簿。默认由文件扩展名决定。",
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
@pass_options("tracking_options", TrackingOptions)
@pass_options("scenario_options", ScenarioOptions)
def report(
    *,
    form: str | None,
    languages: Languages,
    path: str | None,
    tracking_options: TrackingOptions,
    scenario_options: ScenarioOptions,
) -> None:
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
    _report(form, languages, path, tracking_options, scenario_options)


def _report(
    form: str | None,
    languages: Languages,
    path: str | None,
    tracking_options: TrackingOptions,
    scenario_options: ScenarioOptions,
) -> None:
    from erqi_cli.errors import failure
    from erqi_cli.output.atomic_file import to_file, to_stdout
    from erqi_cli.output.report_formats import report_format
    from erqi_cli.results.report.report import report_of

    to_standard_output = path in (None, "-")
    if to_standard_output and stdout_is_terminal():
        raise failure("E623")
    writer = report_format(form, path)
    scenario = build_scenario(scenario_options, published_by=tracking_options.published_by)
    tracker, followed = build_tracker(scenario, tracking_options)
    with working(WRITING):
        content = report_of(tracker, followed)
        data = writer.write(content, languages)
    if path is None or path == "-":
        to_stdout(data)
        return
    to_file(data, path)
    echo_stderr(writer.words(content, path).pick(current_lang()))
