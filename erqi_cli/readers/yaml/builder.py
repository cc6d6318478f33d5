"""Reads YAML as events, and builds the placed tree of a file from them.

PyYAML's own constructors are never used: they would turn text into dates, floats and booleans, let
duplicate keys pass and expand aliases. Here a scalar stays the text that the user wrote.
"""

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from erqi_cli.errors import MOST, Place
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import brief
from erqi_cli.readers.yaml.syntax import is_piece_of_number, split_number, syntax_problem
from erqi_cli.readers.yaml.tree import (
    BLANK,
    DEPTH_LIMIT,
    MERGE,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
)

ENTRIES_LIMIT = 30_000
KEYS_LIMIT = 1_000
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML takes for no value."""
WIDE_COLON = "："
PIECE = "\0"
"""Stands for a key that is a piece of a number which a comma split; no file contains this."""


def parse(text: str, file: str) -> Document:
    """Return the placed tree of a YAML text; what is wrong with it is among its problems."""
    document = Document(file, text)
    builder = _Builder(document)
    error = _syntax_error(builder, text)
    if error is not None:
        document.problems.append(syntax_problem(document, error, builder.last_scalar))
    is_empty = document.root is None or document.root == BLANK
    if is_empty and not document.problems:
        document.problems.append(document.problem("E215", Place(1, 1)))
    return document


def _syntax_error(builder: "_Builder", text: str) -> yaml.YAMLError | None:
    """Build the tree from the events of a YAML text; return what is wrong with its syntax.

    Kept short: where memory runs out, CPython 3.11 hangs in a handler far down in a long function.
    """
    document = builder.document
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.handle(event)
            if builder.is_lost or len(document.problems) >= MOST:
                document.lost = True
                break
    except yaml.YAMLError as error:
        return error
    return None


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C, where PyYAML was built with it."""


class _Builder:
    """Puts events together into a tree.

    `stack` has the open collections; `keys` has for each the key that waits for its value.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[tuple[str, Place] | None] = []
        self.document_count = 0
        self.is_lost = False
        self.last_scalar: ScalarEvent | None = None
        self.is_in_number = False

    def handle(self, event: Event) -> None:
        """Take in an event; those that carry nothing are passed over."""
        match event:
            case ScalarEvent():
                self._add_scalar(event)
            case MappingStartEvent():
                self._open(event, Mapping())
            case SequenceStartEvent():
                self._open(event, Sequence())
            case MappingEndEvent() | SequenceEndEvent():
                self.stack.pop()
                self.keys.pop()
            case AliasEvent():
                self._refuse_alias(event)
            case DocumentStartEvent():
                self._start_document(event)

    def _add_problem(self, code: str, place: Place, **values: Text | int) -> None:
        self.document.problems.append(self.document.problem(code, place, None, **values))

    def _awaits_key(self) -> bool:
        """Tell whether the next node is a key of a mapping."""
        return bool(self.stack) and type(self.stack[-1]) is Mapping and self.keys[-1] is None

    def _start_document(self, event: DocumentStartEvent) -> None:
        """Count documents: one file is one plan."""
        self.document_count += 1
        if self.document_count == 2:
            self.is_lost = True
            self._add_problem("E211", _place(event))

    def _refuse_decorations(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Refuse anchors and tags."""
        if event.anchor is not None:
            self._add_problem("E209", _place(event), what=same(brief(f"&{event.anchor}")))
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._add_problem("E210", _place(event), what=same(brief(tag)))

    def _refuse_alias(self, event: NodeEvent) -> None:
        """Refuse an alias, and keep the tree in shape."""
        self._add_problem("E209", _place(event), what=same(brief(f"*{event.anchor}")))
        if self._awaits_key():
            self.is_lost = True
        self._add(BLANK, _place(event))

    def _add_scalar(self, event: ScalarEvent) -> None:
        """Add a text, which is a key or a value."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_decorations(event)
        place = _place(event)
        if self._refuse_if_piece(event):
            return
        if self._awaits_key():
            if event.value == MERGE:
                self._add_problem("E209", place, what=same(MERGE))
            self.keys[-1] = (event.value, place)
            return
        is_blank = _is_blank(event)
        if is_blank and self.stack:
            self._refuse_blank(place)
        is_refused = is_blank or event.tag is not None
        self._add(BLANK if is_refused else Scalar(event.value), place)

    def _refuse_if_piece(self, event: ScalarEvent) -> bool:
        """Refuse a text that is a piece of the number before it; tell whether it is one."""
        before = self.last_scalar
        is_piece = before is not None and is_piece_of_number(self.document, before, event)
        is_missing_value = not event.value and not event.style  # behind a piece
        if not is_missing_value:
            self.last_scalar = event
        if before is not None and is_piece:
            self._refuse_piece(_place(before), _place(event))
        elif not is_missing_value:
            self.is_in_number = False
        return is_piece

    def _refuse_piece(self, before: Place, place: Place) -> None:
        """Refuse a number that the commas of brackets split; report it at its first piece."""
        parent = self.stack[-1]
        if not self.is_in_number:
            in_list = isinstance(parent, Sequence)
            self.document.problems.append(split_number(self.document, before, in_list=in_list))
        self.is_in_number = True
        if isinstance(parent, Sequence):
            parent[-1] = BLANK
            return
        parent[next(reversed(parent))] = BLANK
        self.keys[-1] = PIECE, place

    def _refuse_blank(self, place: Place) -> None:
        """Refuse a value that is missing; a full-width colon makes it part of its key."""
        key, key_place = self.keys[-1] or (BLANK, place)
        if key == PIECE:
            return
        if WIDE_COLON in key:
            column = key_place.column + key.index(WIDE_COLON)
            self._add_problem("E220", Place(key_place.line, column))
        else:
            self._add_problem("E310", Place(key_place.line, key_place.column))

    def _open(self, event: CollectionStartEvent, node: Mapping | Sequence) -> None:
        """Begin a collection."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_decorations(event)
        if self._awaits_key():
            self.is_lost = True
            self._add_problem("E213", _place(event))
        self._add(BLANK if event.tag is not None else node, _place(event))
        self.stack.append(node)
        self.keys.append(None)
        if len(self.stack) > DEPTH_LIMIT:
            self.is_lost = True
            self._add_problem("E212", _place(event), limit=DEPTH_LIMIT)

    def _add(self, node: Node, place: Place) -> None:
        """Put a node where it belongs: the root, the next entry of a list, the value of a key."""
        if not self.stack:
            if self.document.root is None:
                self.document.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Mapping):
            self._add_value(parent, node, place)
            return
        parent.append(node)
        parent.places.append(place)
        if len(parent) > ENTRIES_LIMIT:
            self.is_lost = True
            self._add_problem("E221", place, limit=ENTRIES_LIMIT)

    def _add_value(self, parent: Mapping, node: Node, place: Place) -> None:
        """Give the waiting key its value."""
        key, key_place = self.keys[-1] or (BLANK, place)
        self.keys[-1] = None
        if key == PIECE:
            return
        if key in parent.places:
            first = parent.places[key][0].line
            self._add_problem("E203", key_place, key=same(brief(key)), first=first)
            return
        parent[key] = node
        parent.places[key] = (key_place, place)
        if len(parent) > KEYS_LIMIT:
            self.is_lost = True
            self._add_problem("E221", key_place, limit=KEYS_LIMIT)


def _is_blank(event: ScalarEvent) -> bool:
    """Tell whether a scalar holds nothing; a quoted null is a text."""
    if event.style:
        return not event.value.strip()
    return event.value in EMPTY


def _place(event: Event) -> Place:
    """Return where an event begins, and how wide it is where it ends on the same line."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:  # allowed by PyYAML's types; its parser always sets them
        return Place(1, 1)
    width = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))
