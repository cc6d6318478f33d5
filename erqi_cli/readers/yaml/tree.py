"""Reads YAML as events into a tree of text in which every key and value knows its line and column.

PyYAML's own constructors are never used: they would turn text into dates, floats and booleans, let duplicate
keys pass and expand aliases. Here a scalar stays the text that the user wrote.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from erqi_cli.errors import MOST, Place, Problem, Remedy
from erqi_cli.errors.place import BREAK
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import brief

DEPTH_LIMIT = 32
ENTRIES_LIMIT = 30_000
KEYS_LIMIT = 1_000
MERGE = "<<"
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
BLANK = ""
"""Stands in the tree for a value that was refused already, so that it is not refused twice."""
Node = Any
"""A Mapping, a Sequence or a str."""


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


@dataclass(slots=True)
class Document:
    """A file as a placed tree, with the problems that were found while it was read."""

    file: str
    text: str
    root: Node = None
    problems: list[Problem] = field(default_factory=list)
    lost: bool = False
    _lines: list[str] | None = None

    def problem(self, code: str, place: Place, remedy: Remedy = None, **values: object) -> Problem:
        """Return a problem at a place of this file, with the line as the user wrote it."""
        return Problem(code, values, self.file, place, self.line(place.line), remedy)

    def line(self, number: int) -> str:
        """Return a line as the user wrote it; blank outside the file."""
        if self._lines is None:
            self._lines = BREAK.split(self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


def parse(text: str, file: str) -> Document:
    """Return the placed tree of a YAML text; syntax faults are among its problems, in file order."""
    document = Document(file, text)
    builder = _Builder(document)
    if error := _refused(builder, text):
        document.problems.append(_told(document, builder.last, error))
    if document.root in (None, BLANK) and not document.problems:
        document.problems.append(document.problem("E215", Place(1, 1)))
    return document


def _refused(builder: "_Builder", text: str) -> Exception | None:
    """Let the events of a YAML text build its tree; return what is wrong with its syntax.

    Kept short: where memory runs out, CPython 3.11 hangs in a handler that stands far down in a long function.
    """
    import yaml

    handlers, document = builder.handlers(yaml), builder.document
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            handlers[type(event)](event)
            if builder.lost or len(document.problems) >= MOST:
                document.lost = True
                break
    except yaml.YAMLError as error:
        return error
    return None


def _told(document: Document, last: Any, error: Any) -> Problem:
    """Return the problem that a syntax error is."""
    if not hasattr(error, "problem_mark"):
        return document.problem("E214", Place(1, 1), reason=same(str(error).split("\n")[0]))
    return _unclosed(document, last, error) or _syntax_problem(document, error)


class _Builder:
    """Puts events together into a tree; `stack` holds the open collections, `keys` the key that waits for its value."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[tuple[str, Place] | None] = []
        self.documents = 0
        self.lost = False
        self.last: Any = None

    def handlers(self, yaml: Any) -> dict[type, Any]:
        """Return what to do on each kind of event."""
        return {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open(event, Mapping()),
            yaml.SequenceStartEvent: lambda event: self.open(event, Sequence()),
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.start,
            yaml.DocumentEndEvent: self.skip,
            yaml.StreamStartEvent: self.skip,
            yaml.StreamEndEvent: self.skip,
        }

    def skip(self, event: Any) -> None:
        """Pass over an event that carries nothing."""

    def fault(self, code: str, event: Any, **values: Text | int) -> None:
        """Note a problem at an event."""
        self.document.problems.append(self.document.problem(code, _place(event), None, **values))

    def start(self, event: Any) -> None:
        """Count documents: one file is one plan."""
        self.documents += 1
        if self.documents == 2:
            self.lost = True
            self.fault("E211", event)

    def decorations(self, event: Any) -> None:
        """Refuse anchors and tags."""
        if event.anchor is not None:
            self.fault("E209", event, what=same(brief(f"&{event.anchor}")))
        if event.tag is not None:
            self.fault(
                "E210", event, what=same(brief(event.tag.replace("tag:yaml.org,2002:", "!!")))
            )

    def alias(self, event: Any) -> None:
        """Refuse an alias, and keep the tree in shape."""
        self.fault("E209", event, what=same(brief(f"*{event.anchor}")))
        if self.stack and type(self.stack[-1]) is Mapping and self.keys[-1] is None:
            self.lost = True
        self.add(BLANK, _place(event))

    def scalar(self, event: Any) -> None:
        """Add a text."""
        if event.anchor is not None or event.tag is not None:
            self.decorations(event)
        self.last = event
        place = _place(event)
        waiting = self.stack and type(self.stack[-1]) is Mapping and self.keys[-1] is None
        if waiting:
            if event.value == MERGE:
                self.fault("E209", event, what=same(MERGE))
            self.keys[-1] = (event.value, place)
            return
        blank = event.value in EMPTY if not event.style else not event.value.strip()
        if blank and self.stack:
            key = self.keys[-1]
            name, at = key or (BLANK, place)
            code, inside = ("E220", name.index(WIDE_COLON)) if WIDE_COLON in name else ("E310", 0)
            self.document.problems.append(
                self.document.problem(code, Place(at.line, at.column + inside))
            )
        self.add(BLANK if blank or event.tag is not None else event.value, place)

    def open(self, event: Any, node: Mapping | Sequence) -> None:
        """Begin a collection."""
        if event.anchor is not None or event.tag is not None:
            self.decorations(event)
        if self.stack and type(self.stack[-1]) is Mapping and self.keys[-1] is None:
            self.lost = True
            self.fault("E213", event)
        self.add(BLANK if event.tag is not None else node, _place(event))
        self.stack.append(node)
        self.keys.append(None)
        if len(self.stack) > DEPTH_LIMIT:
            self.lost = True
            self.fault("E212", event, limit=DEPTH_LIMIT)

    def close(self, event: Any) -> None:  # noqa: ARG002 -- every handler takes its event
        """End a collection."""
        self.stack.pop()
        self.keys.pop()

    def add(self, node: Node, place: Place) -> None:
        """Put a node where it belongs: the root, the next entry of a list, or the value of the waiting key."""
        if not self.stack:
            if self.document.root is None:
                self.document.root = node
            return
        parent = self.stack[-1]
        if type(parent) is Sequence:
            parent.append(node)
            parent.places.append(place)
            if len(parent) > ENTRIES_LIMIT:
                self.lost = True
                self.document.problems.append(
                    self.document.problem("E221", place, limit=ENTRIES_LIMIT)
                )
        elif type(parent) is Mapping:
            self.put(parent, node, place)

    def put(self, parent: Mapping, node: Node, place: Place) -> None:
        """Give the waiting key its value."""
        key, key_place = self.keys[-1] or (BLANK, place)
        self.keys[-1] = None
        if key in parent.places:
            first = parent.places[key][0].line
            problem = self.document.problem("E203", key_place, key=same(brief(key)), first=first)
            self.document.problems.append(problem)
            return
        parent[key] = node
        parent.places[key] = (key_place, place)
        if len(parent) > KEYS_LIMIT:
            self.lost = True
            self.document.problems.append(
                self.document.problem("E221", key_place, limit=KEYS_LIMIT)
            )


def _place(event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))


REASONS = {
    "found character '\\t'": "此处不能用制表符",
    "found character that cannot start any token": "此字符不能作值的开头，请加引号",
    "did not find expected ',' or ']'": "方括号没有闭合，或缺逗号",
    "did not find expected ',' or '}'": "花括号没有闭合，或缺逗号",
    "found unexpected end of stream": "引号没有闭合",
    "mapping values are not allowed in this context": "此处不能再有冒号；值中含冒号请加引号",
    "could not find expected ':'": "键后缺冒号和空格",
    "did not find expected key": "此处应为键，请检查缩进",
    "did not find expected '-' indicator": "此处应为“- ”，请检查缩进",
    "did not find expected <document start>": "缩进或内容与上文不成一体",
    "did not find expected node content": "此处应为值",
}
WIDE = Text(
    "括号里的逗号是全角的，请写半角逗号",
    "the comma inside the brackets is full-width: write a plain one",
)
QUOTES = ("'", '"')
TOO_DEEP = "exceeded maximum nesting depth"
"""What newer parsers say of brackets that they refuse to look into before we see any of them."""
AT_CONTEXT = ("end of stream", "expected ',' or", "could not find expected ':'")
ODD_INDENT = r"[ -]*([\t\u3000\u00a0])\s*[^\s#]"
WIDE_COLON = "："
IN_BRACKETS = r".*[{,\[]\s*[\w-]+(：|:(?=[^ \t\r\n/]))"
WIDE_COMMA = r"[^#'\"]*[{\[].*?(，)\s*[a-z_]+\s*[:：]"
"""Inside brackets: a key with such a colon, and a full-width comma before a key."""
LOOKED_AT = 500
"""How much of a line is searched for them, which takes longer the longer it is."""
ODD_COLON = r"\s*(?:- )?[\w-]+(?:：|:[^ \t\r\n/])"
"""A key whose colon is full-width or has no plain space after it."""


def _unclosed(document: Document, last: Any, error: Any) -> Problem | None:
    """Return the problem of a quote that is closed only lines later, by the quote that should open another text, or None."""
    mark = error.problem_mark
    if last is None or not last.style or last.style not in QUOTES or mark is None:
        return None
    if last.start_mark.line == last.end_mark.line or mark.line != last.end_mark.line:
        return None
    closed = last.end_mark.line + 1
    reason = Text(
        f"引号没有闭合，一直到第 {closed} 行",
        f"the quote is not closed before that of line {closed}",
    )
    return document.problem(
        "E214", Place(last.start_mark.line + 1, last.start_mark.column + 1), reason=reason
    )


def _syntax_problem(document: Document, error: Any) -> Problem:
    reason = str(error.problem or error.context or "?")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(part in reason for part in AT_CONTEXT):
        mark = error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    if TOO_DEEP in reason:
        return document.problem("E212", place, limit=DEPTH_LIMIT)
    for line in (place.line, place.line - 1):
        if found := re.match(ODD_INDENT, document.line(line)):
            return document.problem("E219", Place(line, found.start(1) + 1))
        if found := re.match(ODD_COLON, document.line(line)):
            return document.problem("E220", Place(line, found.end()))
        begun = document.line(line)[:LOOKED_AT]
        if found := re.match(IN_BRACKETS, begun):
            return document.problem("E220", Place(line, found.start(1) + 1))
        if found := re.match(WIDE_COMMA, begun):
            return document.problem("E214", Place(line, found.start(1) + 1), reason=WIDE)
    chinese = next(
        (words for key, words in REASONS.items() if key in reason), f"此处不合语法（{reason}）"
    )
    return document.problem("E214", place, reason=Text(chinese, reason))
