"""A problem as a value: where it is, what is wrong, and what to write instead."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from erqi_cli.errors.exit_codes import FAMILIES, ExitCode
from erqi_cli.errors.place import Place
from erqi_cli.i18n.text import Text

Remedy = Text | Callable[[], Text | None] | None
"""What to write instead, or a function that finds it when it is asked for: among many problems few are shown."""


class Problem(NamedTuple):
    """One thing that is wrong.

    `values` fill the catalogue's texts for `code`; `excerpt` is the line of the file as the user wrote it;
    `remedy` replaces the catalogue's hint where a better one is known (the nearest key, the right form);
    `heading` is that of the column of a table in which the fault is.
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
        return (self.file or "erqi") + (f":{self.place.line}:{self.place.column}" if self.place else "")

    @property
    def message(self) -> Text:
        """What is wrong, in both languages."""
        from erqi_cli.errors.catalog import CATALOG

        message = CATALOG[self.code].message.fill(**_shortened(self.values))
        if self.heading is None:
            return message
        return Text(f"“{self.heading}”列：{message.zh}", f"column {self.heading}: {message.en}")

    @property
    def hint(self) -> Text:
        """What to do about it, in both languages."""
        from erqi_cli.errors.catalog import CATALOG

        known = self.remedy() if callable(self.remedy) else self.remedy
        return known or CATALOG[self.code].hint.fill(**_shortened(self.values))


LONGEST = 1200
"""Of a text that fills a message so many characters are shown: a list of what is allowed is shorter, a hostile id is not."""


def _shortened(values: dict[str, object]) -> dict[str, object]:
    return {key: Text(*map(_cut, value)) if isinstance(value, Text) else _cut(value) for key, value in values.items()}


def _cut(value: object) -> Any:
    return value[: LONGEST - 1] + "…" if isinstance(value, str) and len(value) > LONGEST else value


MOST = 1000
"""How many problems a run looks for; a file with more is wrong throughout, and to count on would only cost memory."""


class Failure(Exception):
    """A run that cannot go on: one problem or many, and the exit code that their family gives."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Every problem on a line of its own: file, place, code and message in English."""
        return "\n".join(f"{problem.where}: {problem.code} {problem.message.en}" for problem in self.problems)

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the first problem."""
        return FAMILIES[self.problems[0].code[:2]]


def failure(code: str, remedy: Remedy = None, file: str | None = None, **values: object) -> Failure:
    """Return the failure that a single problem makes."""
    return Failure([Problem(code, values, file=file, remedy=remedy)])
