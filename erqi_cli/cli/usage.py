"""Usage errors in the user's language."""

import click

from erqi_cli.cli.help import current_lang
from erqi_cli.i18n.text import Text

HOW_TO_GET_HELP = Text("用 {command} -h 查看帮助", "`{command} -h` explains the command")


def format_usage_error(error: click.ClickException) -> str:
    """Return a usage error as lines: what is wrong, and how to get help."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    lang = current_lang(ctx)
    message = error.format_message()
    if lang == "zh" and isinstance(error, click.MissingParameter):
        # click itself puts an English full stop behind the name, in every language
        message = message.removesuffix(".").replace("'. ", "'；")
    command = ctx.command_path if ctx else "erqi"
    advice = HOW_TO_GET_HELP.fill(command=command).pick(lang)
    return f"erqi: {message}\n  = {advice}"
