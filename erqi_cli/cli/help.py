"""The language of a run, and help in that language.

The language comes from --lang; if not set, from ERQI_LANG, then from the locale; English otherwise.
A help text is English, a form feed, and the same in Chinese.
"""

import inspect
import re
from itertools import pairwise

import click

from erqi_cli.i18n.click_messages import set_click_language
from erqi_cli.i18n.language import Lang, choose_language, known_language
from erqi_cli.i18n.text import Text

LANG_KEY = "erqi.lang"
COLOR_KEY = "erqi.color"
USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
COLON = Text("：", ":")
RANGE_OF_CLICK = re.compile(r"  \[[^\[\]]*\]$")
"""What click puts behind a help text, in English; our texts say it themselves."""
SECTIONS = {
    Text("查看", "Look"): ("show", "list", "get", "explain"),
    Text("测算", "Calculate"): ("project", "solve", "ratios", "schedule"),
    Text("跟踪", "Follow"): ("track", "record"),
    Text("编制", "Make"): ("init", "check", "audit", "schema"),
    Text("报告", "Present"): ("report",),
    Text("说明", "Read"): ("help",),
}
"""The commands in the order of the help, the most used ones of each section first."""
MIN_DESCRIPTION_WIDTH = 10
MAX_TERM_WIDTH = 30
"""Wider options are on a line of their own."""
UNBREAKABLE = r"\s+|[（“]*(?:[!-~—]+|\S)[，。、；：）”]*"
"""A line of Chinese breaks between these: an ASCII word or a character, with its punctuation."""


def set_lang(ctx: click.Context, param: click.Parameter, value: str | None) -> Lang:  # noqa: ARG001
    """Set the language of a run (a callback of click, which passes three arguments).

    A command without --lang has the language that was chosen before its name.
    """
    lang = choose_language(value or ctx.meta.get(LANG_KEY))
    ctx.meta[LANG_KEY] = lang
    return lang


def set_color(ctx: click.Context, param: click.Parameter, value: str) -> str:  # noqa: ARG001
    """Set when a run uses colour (a callback of click): its messages follow the option too."""
    ctx.meta[COLOR_KEY] = value
    return value


def current_color() -> str:
    """Return when a run uses colour; `auto` before its options are read."""
    ctx = click.get_current_context(silent=True)
    color: str = ctx.meta.get(COLOR_KEY, "auto") if ctx else "auto"
    return color


def current_lang(ctx: click.Context | None = None) -> Lang:
    """Return the language of a run, also before its options are read.

    Without `ctx`, it is the language of the command that is running.
    """
    ctx = ctx or click.get_current_context(silent=True)
    return choose_language(ctx.meta.get(LANG_KEY) if ctx else None)


def lang_option(args: list[str]) -> Lang | None:
    """Return the last valid value of --lang on a command line; what follows `--` is no option."""
    options = args[: args.index("--")] if "--" in args else args
    lang = None
    for argument, following in pairwise([*options, ""]):
        name, _, value = argument.partition("=")
        if name == "--lang":
            lang = known_language(value or following) or lang
    return lang


def select_language(text: str | None, lang: Lang) -> str:
    """Return one language's part of a text."""
    english, _, chinese = inspect.cleandoc(text or "").partition("\f")
    if lang == "zh":
        return inspect.cleandoc(chinese or english)
    return english.rstrip()


def wrap_help(text: str | None, lang: Lang, width: int) -> str:
    """Return one language's part of a text, ready for click's formatter.

    Click wraps English itself. It does not know that Chinese characters are two cells wide and may
    be broken anywhere, so the lines of Chinese are made here and marked with a backspace.
    """
    words = select_language(text, lang)
    if lang == "en":
        return words
    paragraphs = words.split("\n\n")
    return "\n\n".join(_wrap_chinese(paragraph, width) for paragraph in paragraphs)


def _wrap_chinese(paragraph: str, width: int) -> str:
    if paragraph.startswith("\b"):
        return paragraph
    lines = _break_lines(paragraph.replace("\n", ""), width)
    return "\n".join(["\b", *lines])


def _break_lines(text: str, width: int) -> list[str]:
    """Return a Chinese text as lines of at most `width` cells."""
    from erqi_cli.output.terminal.messages import cell_width

    lines = [""]
    for piece in re.findall(UNBREAKABLE, text):
        extended = lines[-1] + piece
        if cell_width(extended.rstrip()) <= width:
            lines[-1] = extended
        else:
            lines.append(piece.lstrip())
    return [line.rstrip() for line in lines if line]


def write_terms(
    formatter: click.HelpFormatter,
    heading: str,
    rows: list[tuple[str, str]],
    lang: Lang,
) -> None:
    """Write options or commands with what each is for, under a heading."""
    widest_term = max(len(term) for term, _ in rows)
    indents = 4
    width = formatter.width - min(widest_term, MAX_TERM_WIDTH) - indents
    width = max(width, MIN_DESCRIPTION_WIDTH)
    wrapped = []
    for term, description in rows:
        own_words = RANGE_OF_CLICK.sub("", description)
        wrapped.append((term, wrap_help(own_words, lang, width)))
    formatter.write_paragraph()
    formatter.write(f"{heading}{COLON.pick(lang)}\n")
    with formatter.indentation():
        formatter.write_dl(wrapped, MAX_TERM_WIDTH)


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


HELP_OPTION = click.Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help="Show this message and exit.\f显示帮助并退出。",
)
"""In the place of click's own, which asks gettext for its words at every start."""


class BilingualCommand(click.Command):
    """A command whose help speaks the user's language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line.

        Errors and help are in the language of --lang, also if they come before it.
        """
        lang = lang_option(args)
        if lang is not None:
            ctx.meta[LANG_KEY] = lang
        set_click_language(current_lang(ctx))
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = (
                error.ctx or ctx
            )  # click's parser names none where an option lacks its value
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option:  # noqa: ARG002 -- click's form
        """Return the option for help, described in both languages."""
        return HELP_OPTION

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        prefix = USAGE.pick(current_lang(ctx))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            width = formatter.width - formatter.current_indent
            formatter.write_text(wrap_help(self.help, current_lang(ctx), width))

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 -- click's form
        """Return the first line of the help: at most 55 cells wide, so that it is never cut."""
        lang = current_lang()
        return select_language(self.help, lang).partition("\n")[0]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        lang = current_lang(ctx)
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        write_terms(formatter, OPTIONS.pick(lang), [row for row in records if row], lang)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class BilingualGroup(BilingualCommand, click.Group):
    """A group whose help speaks the user's language."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's form
        """Return the names of the commands in the order of the help."""
        names: list[str] = []
        for section in SECTIONS.values():
            names += section
        return names

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section."""
        lang = current_lang(ctx)
        widest = max(map(len, self.list_commands(ctx)))
        for heading, names in SECTIONS.items():
            rows = []
            for name in names:
                command = self.get_command(ctx, name)
                if command is not None:
                    rows.append((name.ljust(widest), command.get_short_help_str()))
            write_terms(formatter, heading.pick(lang), rows, lang)


def all_commands(ctx: click.Context) -> list[click.Command]:
    """Return the commands of a group, in the order of the help."""
    group = ctx.command
    if not isinstance(group, click.Group):
        return []
    commands = [group.get_command(ctx, name) for name in group.list_commands(ctx)]
    return [command for command in commands if command is not None]
