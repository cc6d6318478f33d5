"""The program as a process: its signals, its standard streams and its exit code."""

import signal
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

import click

from erqi_cli.cli.app import erqi, report_failure
from erqi_cli.cli.help import current_lang
from erqi_cli.cli.write import echo_stderr

OUTPUT_FAILED = 5
SIGNALLED = 128
"""A run that a signal ends exits with this and the signal's number, as a shell reports it."""
ENDING_SIGNALS = ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM")
"""The signals that end a run; Windows does not have all of them."""


def run() -> NoReturn:
    """Run the program as a process; exit with the documented code."""
    _answer_signals()
    try:
        code = _run_command_line()
    finally:
        _flush(sys.stdout)
        _flush(sys.stderr)
    sys.exit(code)


def _answer_signals() -> None:
    """Let signals end the run. One that the caller ignores, as nohup does, stays ignored."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for name in ENDING_SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, _frame: object) -> NoReturn:
    """End the run by an exception, so that files which are being written are removed.

    Ctrl-C too raises SystemExit: for a KeyboardInterrupt click writes an empty line.
    """
    sys.exit(SIGNALLED + number)


def _run_command_line() -> int:
    """Run the command that the user gave; return the exit code."""
    try:
        code = erqi.main(prog_name="erqi", standalone_mode=False)
    except click.ClickException as error:
        from erqi_cli.cli.usage import format_usage_error

        echo_stderr(format_usage_error(error))
        return error.exit_code
    except OSError as error:
        from erqi_cli.errors import failure

        report_failure(failure("E703", reason=error.strerror), current_lang())
        return OUTPUT_FAILED
    return int(code or 0)


def _flush(stream: TextIO | None) -> None:
    """Flush a standard stream, if there is one that still takes something."""
    if stream is not None:
        with suppress(OSError, ValueError):
            stream.flush()
