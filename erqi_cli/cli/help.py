"""The language that the user is spoken to, and help in it.

It is --lang's, else ERQI_LANG's, else the locale's, else English. A text of help holds English, a form feed, and the
same in Chinese.
"""

import inspect
import os

import click

from erqi_cli.language import LANGUAGES, Lang

LANG_KEY = "erqi.lang"
CLICKS_OWN = {
    "Show this message and exit.": "显示本说明并退出。",
    "Show the version and exit.": "显示版本并退出。",
}
HEADINGS = {"zh": ("用法：", "选项", "命令"), "en": ("Usage: ", "Options", "Commands")}


def locale_lang() -> Lang:
    """Return the language of the environment."""
    for name in ("ERQI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def remember_lang(ctx: click.Context, param: click.Parameter, value: str | None) -> Lang:  # noqa: ARG001 -- click's form
    """Settle the language of a run, and keep it for help and messages."""
    lang: Lang = next((known for known in LANGUAGES if known == value), locale_lang())
    ctx.meta[LANG_KEY] = lang
    return lang


def spoken_lang(ctx: click.Context | None) -> Lang:
    """Return the language of a run, also before its options are read."""
    lang: Lang = (ctx.meta.get(LANG_KEY) if ctx else None) or locale_lang()
    return lang


def part(text: str | None, lang: Lang) -> str:
    """Return one language's part of a text."""
    english, _, chinese = inspect.cleandoc(text or "").partition("\f")
    return inspect.cleandoc(chinese or CLICKS_OWN.get(english, english)) if lang == "zh" else english.rstrip()


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
        prefix = HEADINGS[spoken_lang(ctx)][0]
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(part(self.help, spoken_lang(ctx)))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, in the language of the context that asks for it."""
        ctx = click.get_current_context(silent=True)
        lines = part(self.help, spoken_lang(ctx)).split("\n")
        return lines[0] if len(lines[0]) <= limit else lines[0][: limit - 1] + "…"

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        lang = spoken_lang(ctx)
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [(names, part(words, lang)) for names, words in filter(None, records)]
        with formatter.section(HEADINGS[lang][1]):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class BilingualGroup(Bilingual, click.Group):
    """A group whose help speaks the user's language."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands."""
        limit = formatter.width - 6 - max(map(len, self.commands))
        rows = [(name, self.commands[name].get_short_help_str(limit)) for name in self.list_commands(ctx)]
        with formatter.section(HEADINGS[spoken_lang(ctx)][2]):
            formatter.write_dl(rows)
