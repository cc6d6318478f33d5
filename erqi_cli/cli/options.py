"""The options that commands share.

Each option is made once and given to every command that has it. `pass_options` passes the values of
several options to a command as one argument.
"""

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple

import click

from erqi_cli.cli.completion import complete_setting
from erqi_cli.cli.help import set_color, set_lang
from erqi_cli.cli.terminal import terminal_width
from erqi_cli.i18n.language import LANGUAGES, Lang

FORMATS = ("table", "json", "csv", "markdown")
MAX_HELP_WIDTH = 100
HELP_WIDTH_WITHOUT_TERMINAL = 80


class OutputOptions(NamedTuple):
    """Where a result goes and how it looks."""

    format: str
    path: str | None
    lang: Lang
    color: str
    excel: bool


class ScenarioOptions(NamedTuple):
    """What a calculation starts from: a plan, what-ifs, and a file of base values."""

    plan: str | None
    settings: tuple[str, ...]
    bases: str | None


class TrackingOptions(NamedTuple):
    """Which observations are used: a ledger, up to which period, published by which day."""

    ledger: str | None
    as_of: str | None
    published_by: str | None


HELP_SETTINGS: dict[str, object] = {
    "terminal_width": min(terminal_width() or HELP_WIDTH_WITHOUT_TERMINAL, MAX_HELP_WIDTH),
}

LANG_OPTION = click.Option(
    ["--lang", "lang"],
    type=click.Choice(LANGUAGES),
    callback=set_lang,
    is_eager=True,
    help="Output language. If not set: ERQI_LANG, then the locale."
    "\f输出语言。未指定时依次取 ERQI_LANG、系统语言。",
)
LANG_OPTION_OF_GROUP = click.Option(
    ["--lang"],
    type=click.Choice(LANGUAGES),
    callback=set_lang,
    is_eager=True,
    expose_value=False,
    help=LANG_OPTION.help,
)
"""The language before the name of a command; the command's own --lang comes first."""
PLAN_OPTION = click.Option(
    ["--plan"],
    metavar="FILE",
    help="Plan file. If not set: ERQI_PLAN, ./targets.yaml, then the shipped plan."
    "\f计划文件。未指定时依次取 ERQI_PLAN、当前目录的 targets.yaml、自带计划。",
)
PATH_OPTION = click.Option(
    ["--output", "-o", "path"],
    metavar="FILE",
    help="Write to FILE. On failure, FILE is unchanged.\f输出到文件；命令失败时原文件不变。",
)
COLOR_OPTION = click.Option(
    ["--color"],
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    callback=set_color,
    is_eager=True,
    help="When to use colour.\f是否使用颜色。",
)
OUTPUT_PARAMS: tuple[click.Parameter, ...] = (
    click.Option(
        ["--format"],
        type=click.Choice(FORMATS),
        default="table",
        metavar="FORMAT",
        help="table (default), json, csv or markdown.\ftable（默认）、json、csv 或 markdown。",
    ),
    PATH_OPTION,
    click.Option(
        ["--excel"],
        is_flag=True,
        help="Write csv so that Excel opens it correctly.\f使 csv 可由 Excel 正确打开。",
    ),
    LANG_OPTION,
    COLOR_OPTION,
)
SCENARIO_PARAMS: tuple[click.Parameter, ...] = (
    PLAN_OPTION,
    click.Option(
        ["--set", "settings"],
        multiple=True,
        metavar="ID.FIELD=VALUE",
        shell_complete=complete_setting,
        help="What-if, such as gdp.growth=8.5%. Repeatable."
        "\f假设，如 gdp.growth=8.5%。可重复使用。",
    ),
    click.Option(
        ["--from", "bases"],
        metavar="FILE.csv",
        help="CSV of base values: id or name, value, unit; "
        "for `project` also region, year, target_growth."
        "\f基期值 CSV：编号或名称、数值、单位；project 另可有地区、年份、目标增速。",
    ),
)

LEDGER_OPTION = click.Option(
    ["--ledger"],
    metavar="FILE.csv",
    help="Ledger file. If not set: ERQI_LEDGER, then ./ledger.csv."
    "\f台账文件。未指定时依次取 ERQI_LEDGER、当前目录的 ledger.csv。",
)
TRACKING_PARAMS: tuple[click.Parameter, ...] = (
    LEDGER_OPTION,
    click.Option(
        ["--as-of"],
        metavar="PERIOD",
        help="Month or date, such as 2017-06. Default: the latest in the data."
        "\f截至的月份或日期，如 2017-06。默认为数据的最新时期。",
    ),
    click.Option(
        ["--published-by"],
        metavar="DATE",
        help="Use only data published on or before DATE.\f只用此日及以前公布的数据。",
    ),
)

CHART_OPTION = click.Option(
    ["--chart"], is_flag=True, help="Draw bars instead of a table.\f以条形图代替表格。"
)


SHARED_PARAMS = (*TRACKING_PARAMS, *SCENARIO_PARAMS, *OUTPUT_PARAMS)


def pass_options(
    name: str, group: Callable[..., object]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Pass several options to a command as one argument.

    `group` is a class of named tuples whose fields are named as the options.
    """
    fields = tuple(group.__annotations__)

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def with_group(*args: object, **options: object) -> None:
            values = {field: options.pop(field) for field in fields}
            options[name] = group(**values)
            command(*args, **options)

        return with_group

    return decorate
