"""Usage errors in both languages."""

from typing import Any

import click

from erqi_cli.cli.help import spoken_lang


def usage_error(error: click.ClickException) -> str:
    """Return a usage error as lines: what is wrong, and how to get help."""
    ctx: Any = getattr(error, "ctx", None)
    lang = spoken_lang(ctx)
    path = ctx.command_path if ctx else "erqi"
    if lang == "en":
        return f"erqi: {error.format_message()}\n  = `{path} -h` explains the command"
    return f"erqi: {_chinese(error)}\n  = {path} -h 有说明"


def _chinese(error: click.ClickException) -> str:  # noqa: PLR0911 -- one return for each kind of error
    if isinstance(error, click.NoSuchOption):
        close = f"；是否想写 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{close}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {error.param.human_readable_name if error.param else error.param_hint}"
    if isinstance(error, click.BadParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint
        choices = getattr(getattr(error.param, "type", None), "choices", None)
        allowed = f"；可选：{'、'.join(map(str, choices))}" if choices else ""
        whole = error.message.endswith("is not a valid integer.")
        reason = f"：{error.message.split(chr(39))[1]} 不是整数" if whole else f"：{error.message}"
        return f"{name} 的值不对{allowed or reason}"
    if error.message.startswith("No such command"):
        return f"没有命令 {error.message.split(chr(39))[1]}"
    if error.message.startswith("Got unexpected extra argument"):
        return f"多余的参数 {error.message.partition('(')[2].rstrip(')')}"
    if "requires an argument" in error.message:
        return f"选项 {error.message.split(chr(39))[1]} 需要一个值"
    return error.format_message()
