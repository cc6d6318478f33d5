"""Builds the result of `erqi list`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from erqi_cli.domain.plan import Plan, Source
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import (
    Commitment,
    EntryType,
    Kind,
    RatioForm,
)
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import find_action
from erqi_cli.results.figures import RATE
from erqi_cli.results.formatting import format_percent, format_qualified, unit_label
from erqi_cli.results.labels import COMMITMENTS, KINDS, RATIO_FORMS, label_for
from erqi_cli.results.plan.figure_rows import FigureRow, figure_row
from erqi_cli.results.plan.messages import (
    ACTION_TARGETS,
    ACTIONS,
    COMMITMENT_LABEL,
    DAY_LABEL,
    DUE_LABEL,
    FIGURE_LABEL,
    HEADLINE_INDICATORS,
    ID_LABEL,
    INDICATORS,
    INDICATORS_AND_TARGETS,
    KIND_LABEL,
    LIST_TITLE,
    NAME_LABEL,
    NUMBER_LABEL,
    PUBLISHER_LABEL,
    RATIOS,
    SOURCES,
    TITLE_LABEL,
    UNIT_LABEL,
)
from erqi_cli.results.result import Cell, Column, Result, Row


class Filters(NamedTuple):
    """What a listing is narrowed to: an action by any of its names, a kind, a commitment word."""

    action: str | None = None
    kind: Kind | None = None
    commitment: Commitment | None = None


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action with the numbers of its targets and of its context figures."""

    number: int
    id: str
    name: Text
    targets: int
    context_figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A publication."""

    id: str
    title: Text
    publisher: Text
    published: str | None
    url: str | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRow:
    """A declared ratio of two targets, which are given by their ids."""

    id: str
    name: Text
    form: RatioForm
    numerator: str
    denominator: str
    note: Text | None


def action_list(plan: Plan, filters: Filters) -> Result[ActionRow]:
    """Return the plan's actions; raise Failure E606 for a filter."""
    _refuse_filters(filters, EntryType.ACTION, ACTIONS)
    rows = []
    for action in plan.actions:
        context_figures = sum(target.kind is Kind.CONTEXT for target in action.targets)
        row = ActionRow(
            number=action.number,
            id=action.id,
            name=action.name,
            targets=len(action.targets) - context_figures,
            context_figures=context_figures,
        )
        rows.append(row)
    return _listing(plan, ACTIONS, ACTION_COLUMNS, rows)


def source_list(plan: Plan, filters: Filters = NO_FILTERS) -> Result[SourceRow]:
    """Return the plan's sources; raise Failure E606 for a filter."""
    _refuse_filters(filters, EntryType.SOURCE, SOURCES)
    rows = [source_row(source) for source in plan.sources]
    return _listing(plan, SOURCES, SOURCE_COLUMNS, rows)


def ratio_list(plan: Plan, filters: Filters) -> Result[RatioRow]:
    """Return the ratios that the plan declares; raise Failure E606 for a filter."""
    _refuse_filters(filters, EntryType.RATIO, RATIOS)
    rows = []
    for ratio in plan.ratios:
        row = RatioRow(
            id=ratio.id,
            name=ratio.name,
            form=ratio.form,
            numerator=ratio.numerator,
            denominator=ratio.denominator,
            note=ratio.note,
        )
        rows.append(row)
    return _listing(plan, RATIOS, RATIO_COLUMNS, rows)


def figure_list(plan: Plan, filters: Filters = NO_FILTERS) -> Result[FigureRow]:
    """Return headline indicators and targets; with an action its targets only.

    Raises Failure E601, E602.
    """
    if filters.action is not None:
        return target_list(plan, filters)
    return _figures(plan, INDICATORS_AND_TARGETS, plan.targets, filters)


def indicator_list(plan: Plan, filters: Filters) -> Result[FigureRow]:
    """Return the headline indicators; raise Failure E606 for the filter by action."""
    if filters.action is not None:
        raise failure("E606", option="--action", what=INDICATORS)
    return _figures(plan, HEADLINE_INDICATORS, plan.indicators, filters)


def target_list(plan: Plan, filters: Filters) -> Result[FigureRow]:
    """Return the targets of all actions, or of one; raise Failure E601, E602."""
    actions = plan.actions
    if filters.action is not None:
        actions = (find_action(plan, filters.action),)
    targets: list[Target] = []
    for action in actions:
        targets += action.targets
    return _figures(plan, ACTION_TARGETS, targets, filters)


Listing: TypeAlias = "Result[FigureRow] | Result[ActionRow] | Result[RatioRow] | Result[SourceRow]"
"""The entries of a plan of one type, or its indicators and targets together."""


def list_result(plan: Plan, entry_type: EntryType | None, filters: Filters) -> Listing:
    """Return the listing of one type of entry, or of indicators and targets together.

    Raises Failure E601, E602, E606.
    """
    if entry_type is None:
        return figure_list(plan, filters)
    return LISTS[entry_type](plan, filters)


def _figures(
    plan: Plan,
    what: Text,
    targets: Iterable[Target],
    filters: Filters,
) -> Result[FigureRow]:
    """Return the targets that the filters by kind and commitment let through."""
    rows = []
    for target in targets:
        has_kind = filters.kind in (None, target.kind)
        has_commitment = filters.commitment in (None, target.commitment)
        if has_kind and has_commitment:
            rows.append(figure_row(plan, target))
    return _listing(plan, what, FIGURE_COLUMNS, rows)


def _listing(
    plan: Plan,
    what: Text,
    columns: tuple[Column[Row], ...],
    rows: list[Row],
) -> Result[Row]:
    count = len(rows)
    return Result(
        name="list",
        title=LIST_TITLE.fill(plan=plan.name, what=what, count=count),
        columns=columns,
        rows=tuple(rows),
        plan=plan,
    )


def _refuse_filters(filters: Filters, entry_type: EntryType, name: Text) -> None:
    """Raise Failure E606 for the first filter of what has neither action, kind nor commitment."""
    what = Text(name.zh, entry_type.plural)
    options = (
        ("--action", filters.action),
        ("--kind", filters.kind),
        ("--commitment", filters.commitment),
    )
    for option, value in options:
        if value is not None:
            raise failure("E606", option=option, what=what)


def source_row(source: Source) -> SourceRow:
    """Return a source as a row."""
    return SourceRow(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        note=source.note,
    )


def _figure_cell(row: FigureRow) -> Cell:
    """Return a figure with its qualifier; of a relative target, what it is held against."""
    if row.kind is Kind.RELATIVE:
        return row.words
    return format_qualified(
        row.value,
        row.comparator,
        row.upper,
        sign=RATE if row.unit == RATE else "",
    )


def _growth_cell(row: FigureRow) -> Cell:
    """Return the growth that stands beside a value."""
    return format_percent(row.growth_percent)


def _unit_cell(row: FigureRow) -> Cell:
    """Return a figure's unit where it does not stand beside it already."""
    return "" if row.unit == RATE else unit_label(row.unit)


ID_FIRST: Column[object] = Column("id", ID_LABEL, shown_in="csv")
ID_LAST: Column[object] = Column("id", ID_LABEL, "id", shown_in="table")
"""An id is the first column of CSV and the last one of a table."""
FIGURE_COLUMNS: tuple[Column[FigureRow], ...] = (
    ID_FIRST,
    Column("action", same("action"), shown_in="csv"),
    Column("name", NAME_LABEL, "words"),
    Column("kind", KIND_LABEL, show=lambda row: KINDS[row.kind], gives_way=2),
    Column("value", FIGURE_LABEL, "number", _figure_cell),
    Column("upper", same("upper"), shown_in="csv"),
    Column("unit", UNIT_LABEL, show=_unit_cell),
    Column("growth_percent", Text("增速", "Growth"), "number", _growth_cell, shown_in="some"),
    Column("comparator", same("comparator"), shown_in="csv"),
    Column(
        "commitment",
        COMMITMENT_LABEL,
        show=lambda row: label_for(COMMITMENTS, row.commitment),
        gives_way=1,
    ),
    Column("due", DUE_LABEL, "id", gives_way=3),
    ID_LAST,
)
ACTION_COLUMNS: tuple[Column[ActionRow], ...] = (
    Column("number", NUMBER_LABEL, shown_in="csv"),
    ID_FIRST,
    Column("name", NAME_LABEL, "words"),
    Column("number", NUMBER_LABEL, "number", shown_in="table"),
    Column("targets", Text("目标", "Targets"), "number"),
    Column("context_figures", Text("背景数", "Context"), "number"),
    ID_LAST,
)
SOURCE_COLUMNS: tuple[Column[SourceRow], ...] = (
    ID_FIRST,
    Column("title", TITLE_LABEL, "words"),
    Column("publisher", PUBLISHER_LABEL, "words", gives_way=1),
    Column("published", DAY_LABEL, "id"),
    Column("url", same("url"), shown_in="csv"),
    ID_LAST,
)
RATIO_COLUMNS: tuple[Column[RatioRow], ...] = (
    ID_FIRST,
    Column("name", NAME_LABEL, "words"),
    Column("form", Text("形式", "Form"), show=lambda row: RATIO_FORMS[row.form], gives_way=1),
    Column("numerator", Text("分子", "Numerator"), "id"),
    Column("denominator", Text("分母", "Denominator"), "id"),
    ID_LAST,
)

LISTS: dict[EntryType, Callable[[Plan, Filters], Listing]] = {
    EntryType.INDICATOR: indicator_list,
    EntryType.ACTION: action_list,
    EntryType.TARGET: target_list,
    EntryType.RATIO: ratio_list,
    EntryType.SOURCE: source_list,
}
