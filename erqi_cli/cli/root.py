"""The group `erqi`, and the one place where failures become messages and exit codes."""

import atexit
import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NoReturn

import click

from erqi_cli import __version__
from erqi_cli.cli.commands import COMMANDS
from erqi_cli.cli.help import BilingualGroup, spoken_lang
from erqi_cli.cli.options import HELP
from erqi_cli.cli.steps import forget, say
from erqi_cli.language import Lang

if TYPE_CHECKING:
    from erqi_cli.errors import Failure

OUTPUT_FAILED, READER_GONE, SIGNALLED = 5, 141, 128
"""The codes that the process itself gives: of a signal, as a shell does, 128 and its number."""


class Root(BilingualGroup):
    """A group whose commands may raise Failure."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; print what went wrong to standard error and exit with its code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except Exception as error:
            from erqi_cli.errors import Failure

            if not isinstance(error, Failure):
                _raise_what_it_hides(error)
                if ctx.params["debug"]:
                    raise
                error = _unexpected(error)
            try:
                report(error, spoken_lang(ctx))
            except Exception as fault:  # a message that cannot be made is a fault too
                if ctx.params["debug"]:
                    raise
                error = _unexpected(fault)
                report(error, spoken_lang(ctx))
            ctx.exit(error.exit_code)


def _raise_what_it_hides(error: Exception) -> None:
    """Raise the end that a signal asked for where it met the making of a class, of which CPython 3.11 makes a RuntimeError."""
    if isinstance(error.__cause__, SystemExit):
        raise error.__cause__


def _unexpected(error: Exception) -> "Failure":
    """Return the failure that an exception is told as."""
    from erqi_cli.errors import failure

    if isinstance(error, MemoryError) or "failed to map segment" in str(error):
        return failure("E902")
    return failure("E901", reason=f"{type(error).__name__}: {error}".split("\n")[0])


def report(failure: "Failure", lang: Lang) -> None:
    """Print a failure's problems to standard error."""
    from erqi_cli.output.messages import lines_of

    say("\n".join(lines_of(failure.problems, lang)))


@click.group(cls=Root, name="erqi", context_settings=HELP)
@click.version_option(__version__, prog_name="erqi")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected fault.\f显示意外错误的调用栈。")
def erqi(debug: bool) -> None:  # noqa: FBT001 -- the group's invoke reads it
    """Hold a yearly plan as data, project it, and see where every number comes from.

    The plan is that of --plan, else of ERQI_PLAN, else Erqi District's for 2017.

    \b
    Example:
      erqi project --baseline
    \f
    把年度计划变成数据，推算目标，并说明每个数字的来历。

    计划取自 --plan，否则 ERQI_PLAN，再否则为自带的二七区2017年计划。

    \b
    示例：
      erqi project --baseline
    """


def _letting_go(callback: Callable[..., Any]) -> Callable[..., Any]:
    """Let go of all that a command held when memory ran out: what is left to do needs some, the interpreter too."""

    @wraps(callback)
    def called(*args: Any, **kwargs: Any) -> Any:
        try:
            return callback(*args, **kwargs)
        except MemoryError as error:
            let_go: BaseException | None = error
            while let_go is not None:
                let_go.__traceback__ = None
                let_go = let_go.__context__
            gc.collect()
            raise

    return called


for command in COMMANDS:
    assert command.callback is not None
    command.callback = _letting_go(command.callback)
    erqi.add_command(command)


class _Closed(io.TextIOBase):
    """Stands for a standard output that was closed before the program began."""

    def write(self, text: str) -> int:  # noqa: ARG002 -- nothing can be written
        """Refuse, as the operating system would."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def run() -> NoReturn:
    """Run the program as a process: whatever becomes of its streams and signals, it ends with the documented code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _signalled)
    sys.unraisablehook = _swallowed
    if sys.stdout is None:
        sys.stdout = _Closed()
    try:
        code = erqi.main(prog_name="erqi", standalone_mode=False)
    except click.ClickException as error:
        code = error.exit_code
        from erqi_cli.cli.usage import usage_error

        say(error.format_message() if isinstance(error, click.exceptions.NoArgsIsHelpError) else usage_error(error))
    except click.Abort:
        code = SIGNALLED + signal.SIGINT
    except BrokenPipeError:
        code = READER_GONE
    except OSError as error:
        from erqi_cli.errors import failure

        report(failure("E703", reason=error.strerror), spoken_lang(None))
        code = OUTPUT_FAILED
    _leave(int(code or 0))


def _leave(code: int) -> NoReturn:
    """Exit with a code that a stream's last flush can no longer change."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            forget(number)
    sys.exit(code)


def _swallowed(lost: "sys.UnraisableHookArgs") -> None:
    """End the run where compiled code was about to swallow a signal; a lack of memory is told where it is met."""
    if isinstance(lost.exc_value, SystemExit):
        atexit._run_exitfuncs()  # noqa: SLF001 -- os._exit would leave half-written files behind
        os._exit(int(lost.exc_value.code or 0))
    if lost.exc_type is not MemoryError:
        sys.__unraisablehook__(lost)


def _signalled(number: int, _frame: object) -> NoReturn:
    """End the run, which leaves nothing half-written; a KeyboardInterrupt would be told by click, and lost in some places."""
    sys.exit(SIGNALLED + number)
