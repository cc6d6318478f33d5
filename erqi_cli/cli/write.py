"""What a command writes: its result, and what the user is told on standard error."""

import contextlib
from typing import TYPE_CHECKING

import click

from erqi_cli.cli.help import current_lang
from erqi_cli.cli.options import OutputOptions
from erqi_cli.cli.terminal import (
    shows_unicode,
    stdout_encoding,
    stdout_is_terminal,
    terminal_width,
    wants_color,
)
from erqi_cli.i18n.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from erqi_cli.errors import Notice
    from erqi_cli.readers.table.table import Table
    from erqi_cli.results.result import AnyResult

EXCEL_MARK = b"\xef\xbb\xbf"
READ_AS = Text("{file}：按 {encoding} 读取", "{file}: read as {encoding}")
NOTICE = Text("{file}：{notice}", "{file}: {notice}")
TOOK = Text("“{words}”按“{name}”处理", "took {words} for {name}")


def write_result(result: "AnyResult", output: OutputOptions, *, chart: bool = False) -> None:
    """Write a result as the user asked for it, to standard output or to a file.

    A `chart` is drawn instead of the table; no other format has one. Raises Failure E606 (the
    options contradict each other) and E7xx (it cannot be written).
    """
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.output.formats import written
    from erqi_cli.output.style import Style

    check_excel(output)
    if chart and output.format != "table":
        raise failure("E606", option="--chart", what=same(f"--format {output.format}"))
    to_file = output.path not in (None, "-")
    for_people = output.format == "table"
    style = Style(
        format="chart" if chart else output.format,  # type: ignore[arg-type]
        lang=output.lang,
        color=wants_color(output.color) and not to_file,
        width=None if to_file else terminal_width(),
        unicode=to_file or not for_people or shows_unicode(),
    )
    write_output(written(result, style), output.path, text=for_people, excel=output.excel)


def check_excel(output: OutputOptions) -> None:
    """Raise Failure E606 if --excel is asked for with another format than CSV."""
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same

    if output.excel and output.format != "csv":
        raise failure("E606", option="--excel", what=same(f"--format {output.format}"))


def write_output(
    content: str,
    path: str | None,
    *,
    text: bool = False,
    excel: bool = False,
    replace: bool = True,
) -> None:
    """Write a command's output to a file, or to standard output if `path` is None or `-`.

    `text` is for people: it goes to standard output in the encoding of that. Raises Failure E7xx.
    """
    from erqi_cli.output.atomic_file import to_file, to_stdout

    content = _escape_surrogates(content)
    to_standard_output = path is None or path == "-"
    if to_standard_output and text:
        to_stdout(_encode_for_people(content))
        return
    data = encode_for_machines(content, excel=excel)
    if excel:
        data = EXCEL_MARK + data
    if path is None or path == "-":
        to_stdout(data)
    else:
        to_file(data, path, replace=replace)


def encode_for_machines(content: str, *, excel: bool) -> bytes:
    """Return text as UTF-8, for Excel with its line ends."""
    if excel:
        content = content.replace("\n", "\r\n")
    return _escape_surrogates(content).encode()


def _encode_for_people(content: str) -> bytes:
    """Return text in the encoding of standard output.

    What a terminal cannot show is escaped. A pipe whose encoding cannot hold the text gets UTF-8.
    """
    encoding = stdout_encoding()
    try:
        return content.encode(encoding)
    except UnicodeEncodeError:
        if stdout_is_terminal():
            return content.encode(encoding, "backslashreplace")
    except LookupError:  # Python does not know the encoding
        pass
    return content.encode()


def _escape_surrogates(content: str) -> str:
    """Escape the bytes of a file name that are no text; they cannot be encoded."""
    return content.encode(errors="backslashreplace").decode()


def echo_stderr(message: str) -> None:
    """Write a message to standard error; if that fails, the outcome of the command is the same."""
    from erqi_cli.output.sanitize import escape_invisible

    lines = [escape_invisible(line) for line in message.split("\n")]
    with contextlib.suppress(OSError):
        click.echo("\n".join(lines), err=True)


def report_encoding(file: str, encoding: str) -> None:
    """Tell the user that a file was not read as UTF-8."""
    if encoding != "UTF-8":
        echo_stderr(READ_AS.fill(file=file, encoding=encoding).pick(current_lang()))


def report_notices(file: str, notices: "Sequence[Notice]") -> None:
    """Tell the user what is doubtful in a file, each notice with its place if that is known."""
    from erqi_cli.output.terminal.messages import notice_lines

    if notices:
        echo_stderr("\n".join(notice_lines(file, notices, current_lang())))


def report_parts_of_names() -> None:
    """Tell the user, once each, for which name a part of one is taken, until the command ends."""
    from erqi_cli.parsing.lookup import on_part

    command = click.get_current_context(silent=True)
    if command is None:
        return
    told = set()

    def tell(words: str, name: Text) -> None:
        message = TOOK.fill(words=words, name=name).pick(current_lang())
        if message not in told:
            told.add(message)
            echo_stderr(message)

    token = on_part.set(tell)
    command.call_on_close(lambda: on_part.reset(token))


def report_reading(table: "Table", *, by_region: bool = False) -> None:
    """Tell the user the encoding of a file of base values, and the columns that were not used."""
    from erqi_cli.results.projection.base_file import passed_over

    report_encoding(table.file, table.layout.encoding)
    notice = passed_over(table, by_region=by_region)
    if notice is not None:
        echo_stderr(NOTICE.fill(file=table.file, notice=notice).pick(current_lang()))
