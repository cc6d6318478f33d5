"""The options that commands share, and what they settle: language, style and destination of output.

Each option is made once and given to every command that has it; `receive` hands a command its values as one object.
"""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, TypeVar

import click

from erqi_cli.cli.completion import complete_setting
from erqi_cli.cli.help import Bilingual, remember_lang
from erqi_cli.i18n.language import LANGUAGES, Lang

NARROWEST, WIDEST = 20, 6
"""The least width that lines are folded at, for figures would not fit a lesser one; and how many digits of a width are read."""
FORMATS = ("table", "json", "csv", "markdown")
Function = TypeVar("Function", bound=Callable[..., Any])


class Out(NamedTuple):
    """Where a result goes and how it looks, as the user asked for it."""

    format: str
    path: str | None
    lang: Lang
    color: str
    excel: bool


class Given(NamedTuple):
    """What a calculation starts from, as the user asked for it: a plan, what-ifs, a file of base values."""

    plan: str | None
    settings: tuple[str, ...]
    bases: str | None


class Watch(NamedTuple):
    """Which observations are followed, as the user asked for it: a ledger, up to when, and published by when."""

    ledger: str | None
    as_of: str | None
    published_by: str | None


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:
        return False


def terminal_width() -> int | None:
    """Return the terminal's width, or None where standard output is no terminal."""
    if not is_terminal():
        return None
    columns = os.environ.get("COLUMNS", "")[:WIDEST]
    try:
        known = (columns.isdecimal() and int(columns)) or os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return None
    return max(known, NARROWEST) if known else None


HELP_WIDTH = min(terminal_width() or 80, 100)
HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"], "terminal_width": HELP_WIDTH}


LANG = click.Option(
    ["--lang", "lang"],
    type=click.Choice(LANGUAGES),
    callback=remember_lang,
    is_eager=True,
    help="Output language. If not set: ERQI_LANG, then the locale.\f输出语言。未指定时依次取 ERQI_LANG、系统语言。",
)
PLAN = click.Option(
    ["--plan"],
    metavar="FILE",
    help="Plan file. If not set: ERQI_PLAN, ./targets.yaml, then the shipped plan."
    "\f计划文件。未指定时依次取 ERQI_PLAN、当前目录的 targets.yaml、自带计划。",
)
PATH = click.Option(
    ["--output", "-o", "path"],
    metavar="FILE",
    help="Write to FILE. If the command fails, FILE stays as it was.\f输出到文件；命令失败时原文件不变。",
)
OUT: tuple[click.Parameter, ...] = (
    click.Option(["--format"], type=click.Choice(FORMATS), default="table", help="Output format.\f输出格式。"),
    PATH,
    click.Option(
        ["--excel"],
        is_flag=True,
        help="With csv: add the byte order mark and line ends that Excel needs.\f与 csv 同用：加上 Excel 所需的 BOM 和换行符。",
    ),
    LANG,
    click.Option(
        ["--color"], type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.\f是否使用颜色。"
    ),
)
GIVEN: tuple[click.Parameter, ...] = (
    PLAN,
    click.Option(
        ["--set", "settings"],
        multiple=True,
        metavar="ID.FIELD=VALUE",
        shell_complete=complete_setting,
        help="What-if, such as gdp.growth=8.5%. Repeatable.\f假设，如 gdp.growth=8.5%。可重复使用。",
    ),
    click.Option(
        ["--from", "bases"],
        metavar="FILE.csv",
        help="CSV of base values: id or name, value, unit; for `project` also region, year, target_growth."
        "\f基期值 CSV：编号或名称、数值、单位；project 另可有地区、年份、目标增速。",
    ),
)

LEDGER = click.Option(
    ["--ledger"],
    metavar="FILE.csv",
    help="Ledger file. If not set: ERQI_LEDGER, then ./ledger.csv."
    "\f台账文件。未指定时依次取 ERQI_LEDGER、当前目录的 ledger.csv。",
)
WATCH: tuple[click.Parameter, ...] = (
    LEDGER,
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

CHART = click.Option(["--chart"], is_flag=True, help="Draw bars instead of a table.\f以条形图代替表格。")


SHARED = (*WATCH, *GIVEN, *OUT)


class Command(Bilingual):
    """A command whose own options stand before the shared ones in its help."""

    def __init__(self, name: str | None, *, params: list[click.Parameter], **attributes: Any) -> None:
        own_first = sorted(params, key=lambda param: param in SHARED)
        super().__init__(name, context_settings=HELP, params=own_first, **attributes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command line; raises Failure E617 where an option has two values."""
        words = list(args)
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            _refuse_second_values(self, ctx, words)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; raises Failure E705 where --output would replace a file that the command reads."""
        path = ctx.params.get("path")
        if path and os.path.isfile(path) and any(_is_same(path, given) for given in _read_by(ctx.params)):
            from erqi_cli.errors import failure

            raise failure("E705", path=path)
        return super().invoke(ctx)


def _refuse_second_values(command: click.Command, ctx: click.Context, words: list[str]) -> None:
    """Raise Failure E617 where an option takes one value and is given two.

    click would drop the first in silence.
    """
    parser = command.make_parser(ctx)
    options = [param for param in command.params if isinstance(param, click.Option)]
    takes_one = [option for option in options if not option.multiple and not option.is_flag]
    for option in takes_one:
        parser.add_option(obj=option, opts=option.opts, dest=option.name, action="append")
    found, _, _ = parser.parse_args(words)
    for option in takes_one:
        values = list(dict.fromkeys(found.get(option.name, [])))
        if len(values) > 1:
            from erqi_cli.errors import failure
            from erqi_cli.i18n.text import join, same

            told = join([same(value) for value in values])
            raise failure("E617", option=option.opts[0], values=told)


def _read_by(params: dict[str, Any]) -> list[str]:
    """Return the files that a command reads."""
    from erqi_cli.readers.ledger.options import find_ledger
    from erqi_cli.readers.yaml.load import find_plan

    read = [params.get(name) for name in ("bases", "file", "source")]
    if "plan" in params:
        read.append(find_plan(params["plan"]))
    if "ledger" in params:
        read.append(find_ledger(params["ledger"]))
    return [path for path in read if path]


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def receive(name: str, kind: type[Out] | type[Given] | type[Watch]) -> Callable[[Function], Function]:
    """Let a command take its shared options as one argument, such as `out`, of the kind Out, Given or Watch."""

    def decorate(command: Function) -> Function:
        @wraps(command)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            taken = kind(**{field: kwargs.pop(field) for field in kind._fields})
            return command(*args, **kwargs, **{name: taken})

        return wrapper  # type: ignore[return-value]

    return decorate


def wants_color(choice: str) -> bool:
    """Tell whether tables are coloured: --color, then NO_COLOR, FORCE_COLOR, TERM=dumb, and whether stdout is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and is_terminal()
