"""What a command hands to the writers: columns declared once, records, notes."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text

SCHEMA_VERSION = 1

Record = Mapping[str, Any]
"""What JSON carries for one row: Decimal, int, str, bool, None, Text, Note, and lists and mappings of these."""

Cell = Decimal | int | str | Text | None | tuple["Note", ...]
"""What one column shows of a record."""

Tone = Literal["good", "fair", "bad", "quiet"]
"""How a cell is coloured, besides what its words say."""


class Bar(NamedTuple):
    """A bullet bar: how far something has come from zero, and the mark to hold it against, both on one axis.

    In a table the axis is percent of the whole; in a chart the `Axis` says what it is.
    """

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
    language, and `pair` where a chart shows two figures with a sign between them, at which it aligns them. `show`
    makes a table's cell where it says more than the raw value; `shown_in` leaves a column out of tables, or out of those
    in which no row has `some` of it. `bar` draws a column on a terminal that has room for it, and nowhere else. `tone`
    colours a cell.
    """

    path: str
    title: Text
    kind: Literal["text", "words", "number", "notes", "pair"] = "text"
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


def plan_line(plan: Plan) -> tuple[Text, Text]:
    """Return the line that names the plan in use, for a result whose title does not."""
    return Text("计划", "Plan"), plan.name


class Axis(NamedTuple):
    """What bars that share one axis measure; unlike units never share one.

    `title` stands at the scale, whose figures carry `sign`. `bar` makes the bar of a record, None where there is nothing
    to draw, which is not zero. The axis reaches from zero at least to `whole`, and on neither side beyond `most`, where a
    longer bar ends in an arrow. `note` says what a bar is, and `mark` what its mark is, whose sign stands for `{mark}`.
    """

    title: Text
    bar: Callable[[Record], Bar | None]
    note: Text
    mark: Text | None = None
    sign: str = "%"
    whole: Decimal = Decimal(0)
    most: Decimal | None = None


class Heading(NamedTuple):
    """What stands over the rows of one group of a chart: its name, and how it stands."""

    name: Text
    status: Text
    tone: Tone | None = None


class Chart(NamedTuple):
    """How the rows of a result are drawn as bars.

    The first column labels a row, the others are the figures beside its bar. `axis` tells on which axis a record is drawn,
    `heading` under which heading it stands, `tone` how its bar is coloured. `lead` and `notes` are said in place of the
    result's where they are given.
    """

    columns: tuple[Column, ...]
    axis: Callable[[Record], Axis]
    heading: Callable[[Record], Heading] | None = None
    tone: Callable[[Record], Tone | None] | None = None
    lead: Lines | None = None
    notes: tuple[Note, ...] | None = None


class Result(NamedTuple):
    """The answer of one command. Every writer takes it whole.

    `lead` is what tables say before the rows; `groups` names the column by which rows are set apart; `extra` are
    keys of the JSON document that this result has besides the common ones; `chart` makes the chart of its rows, and is
    called only where one is drawn.
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
    chart: Callable[[], Chart] | None = None


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
