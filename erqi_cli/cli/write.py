"""What a command writes: its result, and what the user is told on standard error."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import click

from erqi_cli.cli.help import current_color, current_lang
from erqi_cli.cli.options import OutputOptions
from erqi_cli.cli.terminal import (
    is_terminal,
    shows_unicode,
    stdout_encoding,
    stdout_is_terminal,
    terminal_width,
    wants_color,
)
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from erqi_cli.errors import Notice, Problem
    from erqi_cli.readers.table.table import Table
    from erqi_cli.results.result import Result

Item = TypeVar("Item")
AnyResult: TypeAlias = "Result[Any]"
"""A result of rows of any class: the command line only hands it on to a writer."""
EXCEL_MARK = b"\xef\xbb\xbf"
ROWS_PER_STEP = 1000
"""So many rows of a table are read between two looks at the progress bar."""
BYTES_PER_READ = 1 << 20
STDIN = "-"
READING_PLAN = Text("读取计划", "Reading the plan")
READING_LEDGER = Text("读取台账", "Reading the ledger")
READING_BASE_VALUES = Text("读取基期值", "Reading base values")
PROJECTING = Text("推算", "Projecting")
JUDGING = Text("评价目标", "Judging the targets")
WRITING = Text("生成结果", "Making the output")
READ_AS = Text("{file}：按 {encoding} 读取", "{file}: read as {encoding}")
NOTICE = Text("{file}：{notice}", "{file}: {notice}")
TOOK = Text("“{words}”按“{name}”处理", "took {words} for {name}")


def write_result(
    result: "AnyResult",
    output: OutputOptions,
    *,
    chart: bool = False,
    below: "AnyResult | None" = None,
) -> None:
    """Write a result as the user asked for it, to standard output or to a file.

    A `chart` is drawn instead of the table; no other format has one. Tables and markdown show the
    result `below` under the first one. Raises Failure E606 (the options contradict each other) and
    E7xx (it cannot be written).
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
    with working(WRITING):
        content = written(result, style, below)
    write_output(content, output.path, text=for_people, excel=output.excel)


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
    _echo_lines(lines, color=False)


def _echo_lines(lines: "Sequence[str]", *, color: bool) -> None:
    """Write lines that are safe to show to standard error, with the colours in them or without."""
    with contextlib.suppress(OSError):
        click.echo("\n".join(lines), err=True, color=color)


def echo_problems(problems: "Sequence[Problem]", lang: Lang, *, with_total: bool = False) -> None:
    """Write problems to standard error; with how many there are in how many files."""
    from erqi_cli.output.terminal.messages import problem_lines

    color = wants_color(current_color(), of_messages=True)
    lines = problem_lines(problems, lang, color=color, with_total=with_total)
    _echo_lines(lines, color=color)


def report_encoding(file: str, encoding: str) -> None:
    """Tell the user that a file was not read as UTF-8."""
    if encoding != "UTF-8":
        echo_stderr(READ_AS.fill(file=file, encoding=encoding).pick(current_lang()))


def report_notices(file: str, notices: "Sequence[Notice]") -> None:
    """Tell the user what is doubtful in a file, each notice with its place if that is known."""
    from erqi_cli.output.terminal.messages import notice_lines

    if notices:
        color = wants_color(current_color(), of_messages=True)
        _echo_lines(notice_lines(file, notices, current_lang(), color=color), color=color)


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


def working(
    label: Text,
    total: int | None = None,
    *,
    file: str | None = None,
) -> "AbstractContextManager[Callable[[int], None]]":
    """Show on a terminal that work goes on, if it takes more than a second.

    What the context gives takes how many of the `total` steps are done. A `file` that the user
    types on the terminal gets no bar: it would be in the way.
    """
    is_typed = file == STDIN and is_terminal(sys.stdin)
    is_dumb = os.environ.get("TERM") == "dumb"
    if is_typed or is_dumb or not is_terminal(sys.stderr):
        return contextlib.nullcontext(_ignore_steps)
    from erqi_cli.output.terminal.progress import progress_bar

    return progress_bar(label.pick(current_lang()), total)


def _ignore_steps(_done: int) -> None:
    """Take note of nothing, where no progress is shown."""


def count_steps(items: "Iterable[Item]", reach: "Callable[[int], None]") -> "Iterator[Item]":
    """Yield items; `reach` is told how many of them are done."""
    for done, item in enumerate(items):
        reach(done)
        yield item


@contextlib.contextmanager
def reading(label: Text) -> "Iterator[None]":
    """Show on a terminal how far the table is that is read in this context."""
    if not is_terminal(sys.stderr):
        yield
        return
    from erqi_cli.readers.table.table import on_rows

    with contextlib.ExitStack() as bars:

        def rows_with_bar(table: "Table", rows: "Iterator[list[str]]") -> "Iterator[list[str]]":
            bar = working(label, _count_lines(table.file), file=table.file)
            reach = bars.enter_context(bar)
            return _counted_rows(table, rows, reach)

        token = on_rows.set(rows_with_bar)
        bars.callback(on_rows.reset, token)
        yield


def _counted_rows(
    table: "Table",
    rows: "Iterator[list[str]]",
    reach: "Callable[[int], None]",
) -> "Iterator[list[str]]":
    """Yield the rows of a table; `reach` is told on which line the reading is."""
    for count, row in enumerate(rows):
        if count % ROWS_PER_STEP == 0:
            reach(table.line)
        yield row
    reach(table.line)


def _count_lines(path: str) -> int | None:
    """Return how many line ends a file has; None of what cannot be read twice."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as stream:
        parts = iter(lambda: stream.read(BYTES_PER_READ), b"")
        return sum(part.count(b"\n") for part in parts)
