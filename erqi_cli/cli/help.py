"""The language of a run, and help in that language.

The language comes from --lang; if not set, from ERQI_LANG, then from the locale; English otherwise.
A help text is English, a form feed, and the same in Chinese.
"""

import inspect
import re

import click

from erqi_cli.i18n.language import LANGUAGES, Lang, choose_language
from erqi_cli.i18n.text import Text

LANG_KEY = "erqi.lang"
CLICKS_OWN = {
    "Show this message and exit.": "显示帮助并退出。",
    "Show the version and exit.": "显示版本并退出。",
}
USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
SECTIONS = {
    Text("查看", "Look"): ("show", "list", "get", "explain"),
    Text("测算", "Calculate"): ("project", "solve", "ratios", "schedule"),
    Text("跟踪", "Follow"): ("track", "record"),
    Text("编制", "Make"): ("init", "check", "audit", "schema"),
    Text("报告", "Present"): ("report",),
}
"""The commands in the order of the help, the most used ones of each section first."""
NARROWEST = 10
"""The least width, in cells, of the column that says what a term is for."""
WIDEST_TERM = 30
"""Terms wider than this stand on a line of their own."""
PIECE = re.compile(r"\s+|[（“]*(?:[!-~—]+|\S)[，。、；：）”]*")
"""What a line of Chinese is not broken inside: an ASCII word or a character, with its punctuation."""


def remember_lang(ctx: click.Context, param: click.Parameter, value: str | None) -> Lang:  # noqa: ARG001 -- click's form
    """Settle the language of a run, and keep it for help and messages."""
    lang = choose_language(value)
    ctx.meta[LANG_KEY] = lang
    return lang


def spoken_lang(ctx: click.Context | None) -> Lang:
    """Return the language of a run, also before its options are read."""
    return choose_language(ctx.meta.get(LANG_KEY) if ctx else None)


def part(text: str | None, lang: Lang) -> str:
    """Return one language's part of a text."""
    english, _, chinese = inspect.cleandoc(text or "").partition("\f")
    if lang == "zh":
        return inspect.cleandoc(chinese or CLICKS_OWN.get(english, english))
    return english.rstrip()


def fitted(text: str | None, lang: Lang, width: int) -> str:
    """Return one language's part of a text, ready for click's formatter.

    Click wraps English itself. It does not know that Chinese characters are two cells wide and may
    be broken anywhere, so the lines of Chinese are made here and marked with a backspace.
    """
    words = part(text, lang)
    if lang == "en":
        return words
    return "\n\n".join(_fitted_paragraph(paragraph, width) for paragraph in words.split("\n\n"))


def _fitted_paragraph(paragraph: str, width: int) -> str:
    if paragraph.startswith("\b"):
        return paragraph
    return "\b\n" + "\n".join(_lines(paragraph.replace("\n", ""), width))


def _lines(text: str, width: int) -> list[str]:
    """Return a Chinese text as lines of at most `width` cells."""
    from erqi_cli.output.terminal.messages import cells

    lines = [""]
    for piece in PIECE.findall(text):
        if cells((lines[-1] + piece).rstrip()) <= width:
            lines[-1] += piece
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
    widest = max(len(term) for term, _ in rows)
    width = max(formatter.width - min(widest, WIDEST_TERM) - 4, NARROWEST)
    with formatter.section(heading):
        formatter.write_dl([(term, fitted(words, lang, width)) for term, words in rows], WIDEST_TERM)


class Bilingual(click.Command):
    """A command whose help speaks the user's language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Settle the language first: help, and what is wrong with the words, is told in it wherever --lang stands."""
        words = args[: args.index("--")] if "--" in args else args
        for before, word in zip(["", *words], words, strict=False):
            given = word if before == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else None
            if given in LANGUAGES:
                ctx.meta[LANG_KEY] = given
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click's parser names none where an option lacks its value
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        prefix = USAGE.pick(spoken_lang(ctx))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            width = formatter.width - formatter.current_indent
            formatter.write_text(fitted(self.help, spoken_lang(ctx), width))

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 -- click's form
        """Return the first line of the help: at most 55 cells wide, so that it is never cut."""
        lang = spoken_lang(click.get_current_context(silent=True))
        return part(self.help, lang).partition("\n")[0]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        lang = spoken_lang(ctx)
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        write_terms(formatter, OPTIONS.pick(lang), [row for row in records if row], lang)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class BilingualGroup(Bilingual, click.Group):
    """A group whose help speaks the user's language."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's form
        """Return the names of the commands in the order of the help."""
        names: list[str] = []
        for section in SECTIONS.values():
            names += section
        return names

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section."""
        lang = spoken_lang(ctx)
        widest = max(len(name) for name in self.commands)
        for heading, names in SECTIONS.items():
            rows = [(name.ljust(widest), self.commands[name].get_short_help_str()) for name in names]
            write_terms(formatter, heading.pick(lang), rows, lang)
