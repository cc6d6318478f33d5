"""The steps that commands share: load a plan, lay what-ifs over it, write a result."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import click

from erqi_cli.cli.help import spoken_lang
from erqi_cli.cli.options import Given, Out, is_terminal, terminal_width, wants_color

if TYPE_CHECKING:
    from erqi_cli.calc.scenario import Scenario
    from erqi_cli.plan.model import Plan
    from erqi_cli.results.shape import Result


def load(path: str | None) -> "Plan":
    """Return the plan to work on."""
    from erqi_cli.plan.loading import load_plan

    return load_plan(path)


def scene(given: Given) -> "Scenario":
    """Return the plan with the user's base values and what-ifs laid over it."""
    from erqi_cli.calc.scenario import Setting, scenario

    plan = load(given.plan)
    settings: tuple[Setting, ...] = ()
    bases = None
    if given.settings:
        from erqi_cli.calc.settings import parse_settings

        settings = parse_settings(plan, given.settings)
    if given.bases is not None:
        from erqi_cli.plan.base_values import read_base_values

        bases, encoding = read_base_values(given.bases, plan)
        if encoding != "UTF-8":
            words = {"zh": f"{given.bases}：按 {encoding} 读取", "en": f"{given.bases}: read as {encoding}"}
            say(words[spoken_lang(click.get_current_context(silent=True))])
    return scenario(plan, settings, bases)


def emit(result: "Result", out: Out) -> None:
    """Write a result in the format that was asked for, to standard output or to a file; raises Failure E606, E7xx."""
    from erqi_cli.errors import failure
    from erqi_cli.language import same
    from erqi_cli.output.style import Style
    from erqi_cli.output.writers import written

    if out.excel and out.format != "csv":
        raise failure("E606", option="--excel", what=same(f"--format {out.format}"))
    to_file = out.path not in (None, "-")
    unicode = to_file or out.format in ("json", "csv") or _shows_unicode()
    style = Style(
        format=out.format,  # type: ignore[arg-type]
        lang=out.lang,
        color=wants_color(out.color) and not to_file,
        width=None if to_file else terminal_width(),
        unicode=unicode,
    )
    deliver(written(result, style), out.path, text=out.format in ("table", "markdown"), excel=out.excel)


def forget(descriptor: int) -> None:
    """Point a standard stream at nothing, so that the interpreter's last flush does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def say(words: str) -> None:
    """Tell the user something on standard error; a standard error that cannot be written changes no outcome."""
    try:
        click.echo(words, err=True)
    except OSError:
        forget(2)


def deliver(content: str, path: str | None, *, text: bool = False, excel: bool = False, replace: bool = True) -> None:
    """Write text to a file, or to standard output: there in its encoding where it is `text` for people."""
    from erqi_cli.output.stream import to_file, to_stdout

    if excel:
        content = "\ufeff" + content.replace("\n", "\r\n")
    if path not in (None, "-"):
        to_file(content.encode(), path, replace=replace)
        return
    to_stdout(_encoded(content) if text else content.encode())


def _encoded(content: str) -> bytes:
    """Return text for people in the encoding of standard output; UTF-8 into a pipe whose encoding cannot hold it."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        return content.encode(encoding)
    except UnicodeEncodeError:
        return content.encode(encoding, "backslashreplace") if is_terminal() else content.encode()
    except LookupError:
        return content.encode()


def _shows_unicode() -> bool:
    try:
        "─—×…−".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
