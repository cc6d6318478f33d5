"""A problem as a value: where it is, what is wrong, and what to write instead."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from erqi_cli.errors.exit_codes import FAMILIES, ExitCode
from erqi_cli.errors.place import Place, location
from erqi_cli.i18n.text import Text

MOST = 1000
"""How many problems a run looks for. A file with more is wrong throughout."""
MAX_VALUE_CHARS = 1200
"""So long may be a text that fills a message: a list of what is allowed is shorter."""
IN_COLUMN = Text("“{heading}”列：{message}", "column {heading}: {message}")
Remedy = Text | Callable[[], Text | None] | None
"""What to write instead, or a function that finds it: of many problems only a few are shown."""


class Problem(NamedTuple):
    """One thing that is wrong.

    `values` fill the catalogue's texts for `code`. `excerpt` is the line of the file as the user
    wrote it. `remedy` replaces the catalogue's hint if a better one is known (the nearest key, the
    right form). `heading` is that of the column of a table in which the fault is.
    """

    code: str
    values: dict[str, object]
    file: str | None = None
    place: Place | None = None
    excerpt: str | None = None
    remedy: "Remedy" = None
    heading: str | None = None

    @property
    def where(self) -> str:
        """The file with line and column, as far as they are known."""
        return location(self.file, self.place)

    @property
    def message(self) -> Text:
        """What is wrong, in both languages."""
        from erqi_cli.errors.catalog import CATALOG

        message = CATALOG[self.code].message.fill(**_shorten(self.values))
        if self.heading is None:
            return message
        return IN_COLUMN.fill(heading=self.heading, message=message)

    @property
    def hint(self) -> Text:
        """What to do about it, in both languages."""
        from erqi_cli.errors.catalog import CATALOG

        remedy = self.remedy() if callable(self.remedy) else self.remedy
        if remedy:
            return remedy
        return CATALOG[self.code].hint.fill(**_shorten(self.values))


def _shorten(values: dict[str, object]) -> dict[str, object]:
    """Return the values of a message, each with at most MAX_VALUE_CHARS characters."""
    shortened: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, Text):
            shortened[key] = Text(_cut(value.zh), _cut(value.en))
        elif isinstance(value, str):
            shortened[key] = _cut(value)
        else:
            shortened[key] = value
    return shortened


def _cut(value: str) -> str:
    if len(value) <= MAX_VALUE_CHARS:
        return value
    return value[: MAX_VALUE_CHARS - 1] + "…"


class Failure(Exception):
    """A run that cannot go on: one problem or many, and the exit code of their family."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Every problem on a line of its own: file, place, code and message in English."""
        return "\n".join(
            f"{problem.where}: {problem.code} {problem.message.en}" for problem in self.problems
        )

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the first problem."""
        family = self.problems[0].code[:2]
        return FAMILIES[family]


def failure(code: str, remedy: Remedy = None, file: str | None = None, **values: object) -> Failure:
    """Return the failure that a single problem makes."""
    return Failure([Problem(code, values, file=file, remedy=remedy)])
