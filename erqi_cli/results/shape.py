"""What a command hands to the writers: columns declared once, records, notes."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from erqi_cli.language import Text
from erqi_cli.plan.model import Plan

SCHEMA_VERSION = 1

Record = Mapping[str, Any]
"""What JSON carries for one row: Decimal, int, str, bool, None, Text, Note, and lists and mappings of these."""

Cell = Decimal | int | str | Text | None | tuple["Note", ...]
"""What one column shows of a record."""

Tone = Literal["good", "fair", "bad", "quiet"]
"""How a cell is coloured, besides what its words say."""


class Bar(NamedTuple):
    """A bullet bar: how far something has come, and the mark to hold it against, both in percent of the whole."""

    filled: Decimal
    mark: Decimal | None = None


class Note(NamedTuple):
    """A remark on a row: a stable code for machines, words for people."""

    code: str
    text: Text


class Column(NamedTuple):
    """One column, for tables, markdown and CSV alike.

    `path` leads through the record (`baseline.value`, `years.1.value`) and, with `_` for the dots, is the CSV heading
    unless it is `named` otherwise. `kind` is `words` where the value is a Text, which CSV gives one column for each
    language. `show` makes a table's cell where it says more than the raw value; `shown_in` leaves a column out of
    tables, or out of those in which no row has `some` of it. `bar` draws a column on a terminal that has room for it,
    and nowhere else. `tone` colours a cell.
    """

    path: str
    title: Text
    kind: Literal["text", "words", "number", "notes"] = "text"
    show: Callable[[Record], Cell] | None = None
    shown_in: Literal["all", "some", "csv"] = "all"
    named: str | None = None
    bar: Callable[[Record], Bar | None] | None = None
    tone: Callable[[Record], Tone | None] | None = None

    @property
    def heading(self) -> str:
        """The column's CSV heading, the same in every language."""
        return self.named or self.path.replace(".", "_")

    def raw(self, record: Record) -> Any:
        """Return the column's value in a record, or None where the path ends early."""
        value: Any = record
        for step in self.path.split("."):
            value = _step(value, step)
        return value

    def cell(self, record: Record) -> Cell:
        """Return what a table shows."""
        found: Cell = self.show(record) if self.show else self.raw(record)
        return found


def _step(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step)
    return value[int(step)] if isinstance(value, list) and int(step) < len(value) else None


Lines = tuple[tuple[Text, Cell], ...]
"""Labelled values that a table shows above its rows."""


class Result(NamedTuple):
    """The answer of one command. Every writer takes it whole.

    `lead` is what tables say before the rows; `groups` names the column by which rows are set apart; `extra` are
    keys of the JSON document that this result has besides the common ones.
    """

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Record, ...]
    plan: Plan | None = None
    lead: Lines = ()
    notes: tuple[Note, ...] = ()
    what_if: tuple[str, ...] = ()
    groups: str | None = None
    extra: Mapping[str, Any] | None = None


def document(result: Result) -> dict[str, Any]:
    """Return the JSON document of a result: one fixed shape for every command."""
    plan = result.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "result": result.name,
        "plan": {"id": plan.id, "name": plan.name} if plan else None,
        "base_year": plan.base_year if plan else None,
        "plan_year": plan.plan_year if plan else None,
        "what_if": list(result.what_if),
        **(result.extra or {}),
        "rows": list(result.rows),
        "notes": list(result.notes),
    }
