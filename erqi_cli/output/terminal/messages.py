"""Problems as lines for people.

`file:line:column: CODE message`, then the line of the file, a caret, and what to write instead.
"""

import unicodedata
from collections.abc import Sequence

from erqi_cli.errors import MOST, Notice, Place, Problem
from erqi_cli.errors.place import location
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text, counted
from erqi_cli.output.sanitize import escape_invisible

MAX_SHOWN = 20
MAX_EXCERPTS = 10
EXCERPT_WIDTH = 88
MORE = Text("……另有{count}处问题", "… and {problems}")
MORE_AT_LEAST = Text("……另有至少{count}处问题", "… and at least {problems}")
TOTAL = Text("{file_count}个文件共{count}处问题", "{problems} in {files}")
TOTAL_AT_LEAST = Text("{file_count}个文件至少有{count}处问题", "at least {problems} in {files}")
MORE_NOTICES = Text("……另有{count}条提示", "… and {notices}")

BOLD, RED, YELLOW, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[0m"
"""The colours of messages, which are written without rich: it would start too slowly for them."""


def problem_lines(
    problems: Sequence[Problem],
    lang: Lang,
    *,
    color: bool = False,
    with_total: bool = False,
) -> list[str]:
    """Return problems as lines: the first 20, ten with an excerpt, and a count of the rest.

    The last line `with_total` says how many problems are in how many files.
    """
    lines: list[str] = []
    for index, problem in enumerate(problems[:MAX_SHOWN]):
        lines += _lines(problem, lang, excerpt=index < MAX_EXCERPTS, color=color)
    if len(problems) > MAX_SHOWN:
        count = len(problems) - MAX_SHOWN
        more = MORE if len(problems) < MOST else MORE_AT_LEAST
        more = more.fill(count=count, problems=counted(count, "more problem"))
        lines.append(more.pick(lang))
    if with_total:
        lines.append(_total(problems).pick(lang))
    return lines


def _total(problems: Sequence[Problem]) -> Text:
    """Return how many problems are in how many files."""
    count = len(problems)
    file_count = len({problem.file for problem in problems})
    total = TOTAL if count < MOST else TOTAL_AT_LEAST
    return total.fill(
        count=count,
        file_count=file_count,
        problems=counted(count, "problem"),
        files=counted(file_count, "file"),
    )


def notice_lines(
    file: str, notices: Sequence[Notice], lang: Lang, *, color: bool = False
) -> list[str]:
    """Return notices as lines: the first 20, and a count of the rest."""
    lines = []
    for notice in notices[:MAX_SHOWN]:
        where = escape_invisible(location(notice.file or file, notice.place))
        text = escape_invisible(notice.text.pick(lang))
        code = _colored(notice.code, YELLOW, color=color)
        lines.append(f"{_colored(where, BOLD, color=color)}: {code} {text}")
    rest = len(notices) - MAX_SHOWN
    if rest > 0:
        lines.append(MORE_NOTICES.fill(count=rest, notices=counted(rest, "more notice")).pick(lang))
    return lines


def _colored(words: str, look: str, *, color: bool) -> str:
    return f"{look}{words}{PLAIN}" if color else words


def _lines(problem: Problem, lang: Lang, *, excerpt: bool, color: bool) -> list[str]:
    where = escape_invisible(problem.where)
    message = escape_invisible(problem.message.pick(lang))
    hint = escape_invisible(problem.hint.pick(lang))
    code = _colored(problem.code, RED, color=color)
    first_line = f"{_colored(where, BOLD, color=color)}: {code} {message}"
    if problem.place is None or problem.excerpt is None or not excerpt:
        return [first_line, f"  = {hint}"]
    excerpt_line, caret = _excerpt(problem.place, problem.excerpt)
    gutter = f"{problem.place.line:>5} | "
    below = " " * (len(gutter) - 2) + "| "
    return [first_line, gutter + excerpt_line, f"{below}{caret} {hint}"]


def _excerpt(place: Place, line: str) -> tuple[str, str]:
    """Return the part of a line around a place, and the carets under the place."""
    column = place.column - 1
    start = max(0, column - EXCERPT_WIDTH // 2)
    end = start + EXCERPT_WIDTH
    before = escape_invisible(line[start:column])
    marked = escape_invisible(line[column : min(column + place.width, end)])
    carets = max(cell_width(marked), 1)
    return escape_invisible(line[start:end]), " " * cell_width(before) + "^" * carets


def cell_width(text: str) -> int:
    """Return how many cells a text takes on a terminal, near enough for a caret."""
    width = 0
    for character in text:
        is_wide = unicodedata.east_asian_width(character) in "WF"
        width += 2 if is_wide else 1
    return width
