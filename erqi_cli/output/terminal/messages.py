"""Problems as lines for people: `file:line:column: CODE message`, the line, a caret, and what to write instead."""

import unicodedata
from collections.abc import Sequence

from erqi_cli.errors import MOST, Problem
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text, counted
from erqi_cli.output.sanitize import spelled_out

SHOWN = 20
WITH_EXCERPT = 10
WINDOW = 88
MORE = Text("……另有{count}处问题", "… and {problems}")
MORE_AT_LEAST = Text("……另有至少{count}处问题", "… and at least {problems}")


def lines_of(problems: Sequence[Problem], lang: Lang) -> list[str]:
    """Return the first 20 problems as lines, ten of them with the line of the file, and how many more there are."""
    lines: list[str] = []
    for index, problem in enumerate(problems[:SHOWN]):
        lines += _lines(problem, lang, excerpt=index < WITH_EXCERPT)
    if len(problems) > SHOWN:
        more = MORE if len(problems) < MOST else MORE_AT_LEAST
        count = len(problems) - SHOWN
        lines.append(more.fill(count=count, problems=counted(count, "more problem")).pick(lang))
    return lines


def _lines(problem: Problem, lang: Lang, *, excerpt: bool) -> list[str]:
    place, hint = problem.place, spelled_out(problem.hint.pick(lang))
    first = f"{spelled_out(problem.where)}: {problem.code} {spelled_out(problem.message.pick(lang))}"
    if place is None or problem.excerpt is None or not excerpt:
        return [first, f"  = {hint}"]
    start = max(0, place.column - 1 - WINDOW // 2)
    shown = spelled_out(problem.excerpt[start : start + WINDOW])
    before = spelled_out(problem.excerpt[start : place.column - 1])
    marked = spelled_out(problem.excerpt[place.column - 1 : min(place.column - 1 + place.width, start + WINDOW)])
    gutter = f"{place.line:>5} | "
    caret = " " * cells(before) + "^" * max(cells(marked), 1)
    below = " " * (len(gutter) - 2) + "| "
    return [first, gutter + shown, f"{below}{caret} {hint}"]


def cells(text: str) -> int:
    """Return how many cells a text takes on a terminal, near enough for a caret."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
