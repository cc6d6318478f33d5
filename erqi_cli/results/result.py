"""What a command hands to the writers: typed rows, columns declared once, notes."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Generic, Literal, NamedTuple, TypeVar, cast

from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text

SCHEMA_VERSION = 2

Row = TypeVar("Row")
"""A row of a result: a named tuple or a frozen dataclass; JSON has its fields in their order."""
Row_contra = TypeVar("Row_contra", contravariant=True)
"""The rows that a column reads; for a protocol, every row that has what the protocol names."""

Cell = Decimal | int | str | Text | None | tuple["Note", ...]
"""What a table shows in one cell."""
ColumnKind = Literal["text", "words", "name", "id", "number", "notes", "pair"]
Tone = Literal["good", "fair", "bad", "quiet"]
"""How a cell is coloured, besides what its words say."""


HIDDEN = "hidden"
"""Marks, in its annotation, a row's field that only people see: JSON leaves it out."""
INLINE = "inline"
"""Marks a row's field that is a row itself, whose fields JSON carries in its place."""


class Bar(NamedTuple):
    """A bullet bar: how far something has come from zero, and a mark on the same axis.

    In a table the axis is percent of the whole; in a chart the `Axis` says what it is.
    """

    filled: Decimal
    mark: Decimal | None = None


class Note(NamedTuple):
    """A remark on a row: a stable code for machines, words for people."""

    code: str
    text: Text


LAST = 9
"""The place of a column that gives way only if a table does not fit otherwise."""


class Column(NamedTuple, Generic[Row_contra]):
    """One column, for tables, markdown and CSV alike.

    `path` names the attribute of a row (`unit`, or `baseline.value`, or `years.1.value`) that is
    the raw value, unless `value` gives it. With `_` for the dots it is the CSV heading, unless the
    column is `named` otherwise. `kind` is `words` where the value is a Text, which CSV gives one
    column for each language, and `pair` where a chart shows two figures with a sign between them,
    at which it aligns them. An `id` is never broken, and a `name` is cut with … where it would
    take a second line. `gives_way` says which columns a narrow terminal leaves out: 1 goes first,
    0 never goes, and LAST only if there is no table with it. `explained_by` has the codes of the
    notes that go with it.
    `show` makes a table's cell where it says more than the raw value.
    `shown_in` leaves a column out of tables, or out of those in which no row has `some` of it;
    a column of a `table` is not in CSV, which has it in another place.
    `bar` draws a column on a terminal that has room for it, and nowhere else. `tone` colours a
    cell.
    """

    path: str
    title: Text
    kind: ColumnKind = "text"
    show: Callable[[Row_contra], Cell] | None = None
    shown_in: Literal["all", "some", "csv", "table"] = "all"
    named: str | None = None
    bar: Callable[[Row_contra], Bar | None] | None = None
    tone: Callable[[Row_contra], Tone | None] | None = None
    value: Callable[[Row_contra], object] | None = None
    gives_way: int = 0
    explained_by: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The column's CSV heading, the same in every language."""
        return self.named or self.path.replace(".", "_")

    def raw(self, row: Row_contra) -> object:
        """Return the column's value in a row, None where the path ends early."""
        if self.value is not None:
            return self.value(row)
        value: object = row
        for step in self.path.split("."):
            value = _step_into(value, step)
        return value

    def cell(self, row: Row_contra) -> Cell:
        """Return what a table shows."""
        if self.show is not None:
            return self.show(row)
        return cast("Cell", self.raw(row))


def _step_into(value: object, step: str) -> object:
    """Return an attribute of a value or an entry of a list; None where there is none."""
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, list | tuple) and step.isdecimal():
        return value[int(step)] if int(step) < len(value) else None
    return None if value is None else getattr(value, step)


Line = tuple[Text, Cell]
"""A labelled value that a table shows above its rows."""
Lines = tuple[Line, ...]


class Axis(NamedTuple, Generic[Row_contra]):
    """What bars that share one axis measure; unlike units never share one.

    `title` stands at the scale, whose figures carry `sign`. `bar` makes the bar of a row, None
    where there is nothing to draw, which is not zero. The axis reaches from zero at least to
    `whole`, and on neither side beyond `most`, where a longer bar ends in an arrow. `note` says
    what a bar is, and `mark` what its mark is, whose sign stands for `{mark}`.
    """

    title: Text
    bar: Callable[[Row_contra], Bar | None]
    note: Text
    mark: Text | None = None
    sign: str = "%"
    whole: Decimal = Decimal(0)
    most: Decimal | None = None


class Heading(NamedTuple):
    """The heading of one group of a chart: its name, and where it stands."""

    name: Text
    status: Text
    tone: Tone | None = None


class Chart(NamedTuple, Generic[Row]):
    """How the rows of a result are drawn as bars.

    The first column labels a row, the others are the figures beside its bar. `axis` tells on which
    axis a row is drawn, `heading` under which heading it stands, `tone` how its bar is coloured.
    `lead` and `notes` replace the result's where they are given.
    """

    columns: tuple[Column[Row], ...]
    axis: Callable[[Row], Axis[Row]]
    heading: Callable[[Row], Heading] | None = None
    tone: Callable[[Row], Tone | None] | None = None
    lead: Lines | None = None
    notes: tuple[Note, ...] | None = None


class Section(NamedTuple, Generic[Row]):
    """Rows that a table shows under one heading, or under none."""

    heading: Text | None
    rows: tuple[Row, ...]


class Overview(NamedTuple, Generic[Row]):
    """How people see the rows of a result: what matters first, in sections.

    `opening` stands above the rows, `closing` below them. The columns and notes replace the
    result's.
    """

    opening: tuple[Text, ...]
    columns: tuple[Column[Row], ...]
    sections: tuple[Section[Row], ...]
    closing: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()


class Result(NamedTuple, Generic[Row]):
    """The answer of one command. Every writer takes it whole.

    `lead` is what tables say before the rows; `groups` names the column by which rows are set
    apart; `extra` are keys of the JSON document that this result has besides the common ones;
    `chart` makes the chart of its rows, and `overview` what a table shows instead of all rows and
    columns, if anything; both are called only where they are shown.
    """

    name: str
    title: Text
    columns: tuple[Column[Row], ...]
    rows: tuple[Row, ...]
    plan: Plan | None = None
    lead: Lines = ()
    notes: tuple[Note, ...] = ()
    what_if: tuple[str, ...] = ()
    groups: str | None = None
    extra: Mapping[str, object] | None = None
    chart: Callable[[], Chart[Row]] | None = None
    overview: Callable[[], Overview[Row] | None] | None = None


def plan_line(plan: Plan) -> tuple[Text, Text]:
    """Return the line that names the plan in use, for a result whose title does not."""
    return Text("计划", "Plan"), plan.name


def document(result: Result[Row]) -> dict[str, object]:
    """Return the JSON document of a result: one fixed shape for every command."""
    plan = result.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "result": result.name,
        "plan": {"id": plan.id, "name": plan.name} if plan else None,
        "base_year": plan.base_year if plan else None,
        "plan_year": plan.plan_year if plan else None,
        "what_if": result.what_if,
        **(result.extra or {}),
        "rows": result.rows,
        "notes": result.notes,
    }
