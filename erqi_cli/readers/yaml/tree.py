"""The placed tree of a YAML file: text in which every key and value knows its line and column."""

from typing import TypeAlias

from erqi_cli.errors import Place, Problem, Remedy
from erqi_cli.errors.place import BREAK

DEPTH_LIMIT = 32
"""How deep collections may be nested."""
MERGE = "<<"
"""The key with which YAML merges mappings; it is refused."""
Node: TypeAlias = "Mapping | Sequence | Scalar"


class Scalar(str):
    """A text of the file; `parsed` is what the grammar of its key made of it, None if refused."""

    __slots__ = ("parsed",)

    def __init__(self, _text: str) -> None:
        self.parsed: object = None


BLANK = Scalar("")
"""Stands in the tree for a value that was refused already, so that it is not refused twice."""


class Mapping(dict[str, Node]):
    """A YAML mapping; `places` gives for each key the place of the key and of its value."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        self.places: dict[str, tuple[Place, Place]] = {}


class Sequence(list[Node]):
    """A YAML sequence; `places` gives the place of each entry."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        self.places: list[Place] = []


class Document:
    """A file as a placed tree, with the problems that were found while it was read.

    `lost` says that the rest of the file cannot be understood.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.lost = False
        self._lines: list[str] | None = None

    def problem(
        self,
        code: str,
        place: Place,
        remedy: Remedy = None,
        **values: object,
    ) -> Problem:
        """Return a problem at a place of this file, with the line as the user wrote it."""
        excerpt = self.line(place.line)
        return Problem(code, values, self.file, place, excerpt, remedy)

    def line(self, number: int) -> str:
        """Return a line as the user wrote it; blank outside the file."""
        if self._lines is None:
            self._lines = BREAK.split(self.text)
        is_inside = 0 < number <= len(self._lines)
        return self._lines[number - 1] if is_inside else ""
