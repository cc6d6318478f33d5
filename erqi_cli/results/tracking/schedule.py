"""Builds the result of `erqi schedule`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.calc.tracking.schedule import ScheduledAmount, Timetable
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import period_of
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Collection, Comparator, Kind, Pace, ScheduleStep
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_qualified, unit_label
from erqi_cli.results.labels import PACES, label_for
from erqi_cli.results.result import Cell, Column, Note, Overview, Result, Section
from erqi_cli.results.tracking.messages import (
    MONTH_LABEL,
    NOTES_LABEL,
    OF_YEAR,
    SCHEDULE_GAPS,
    SCHEDULE_LEFT_OUT,
    SCHEDULE_TITLE,
    STEP_WORDS,
    TARGET_NAME_LABEL,
    TIMETABLE_LABEL,
    UNIT_LABEL,
    WHOLE_PLAN_LABEL,
    WHOLE_YEAR_LABEL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow:
    """One target's timetable: cumulative amounts up to `target`, in `unit`.

    `schedule` is empty, and the notes say why, if there is no timetable.
    """

    id: str
    name: Text
    kind: Kind
    unit: Unit | None
    pace: Pace | None
    comparator: Comparator
    target: Decimal | None
    upper: Decimal | None
    schedule: tuple[ScheduledAmount, ...]
    notes: tuple[Note, ...]


def schedule_result(
    tracker: Tracker,
    tables: Sequence[Timetable],
    step: ScheduleStep,
) -> Result[ScheduleRow]:
    """Return each timetable as a row, one column for each period."""
    plan = tracker.plan
    title = SCHEDULE_TITLE.fill(
        district=plan.heading,
        year=plan.years_in_words,
        step=STEP_WORDS[step],
    )
    whole = WHOLE_PLAN_LABEL if plan.years.are_several else WHOLE_YEAR_LABEL
    columns = tuple(_columns(_periods(tables), whole))
    rows = [_row(table) for table in tables]
    return Result(
        name="schedule",
        title=title,
        columns=columns,
        rows=tuple(rows),
        overview=lambda: _overview(columns, rows),
        plan=plan,
        what_if=tracker.scenario.what_ifs,
        extra={"by": step},
    )


def _overview(
    columns: tuple[Column[ScheduleRow], ...],
    rows: Sequence[ScheduleRow],
) -> Overview[ScheduleRow] | None:
    """Return the timetables alone, the names of the other targets below; None if all are alike."""
    scheduled = tuple(row for row in rows if row.schedule)
    if not scheduled or len(scheduled) == len(rows):
        return None
    names: dict[Text, list[Text]] = {}
    for row in rows:
        for note in row.notes:
            names.setdefault(note.text, []).append(row.name)
    closing = []
    for reason, of_reason in names.items():
        count = len(of_reason)
        line = SCHEDULE_LEFT_OUT.fill(count=count, names=join(of_reason), reason=reason)
        closing.append(line)
    sections = (Section(None, scheduled),)
    return Overview((), columns, sections, tuple(closing))


def refuse_without(tables: Iterable[Timetable]) -> None:
    """Raise Failure E804 for the first target that was named and has no timetable."""
    for table in tables:
        if table.reason is not None:
            raise failure("E804", id=same(table.id), reason=SCHEDULE_GAPS[table.reason])


def _periods(tables: Sequence[Timetable]) -> list[str]:
    """Return the periods of the timetables, which all have the same."""
    for table in tables:
        if table.dues:
            return [due.period for due in table.dues]
    return []


def _row(table: Timetable) -> ScheduleRow:
    target = table.target
    pace = target.pace
    upper = target.upper
    if target.kind is Kind.GROWTH:
        upper = None
    elif pace is None and target.collected is Collection.SUMMED and not target.trajectory:
        pace = Pace.LINEAR
    if table.total is None or table.total == upper:
        upper = None
    notes: tuple[Note, ...] = ()
    if table.reason is not None:
        notes = (Note(table.reason, SCHEDULE_GAPS[table.reason]),)
    return ScheduleRow(
        id=table.id,
        name=target.name,
        kind=target.kind,
        unit=table.unit,
        pace=pace,
        comparator=target.comparator,
        target=table.total,
        upper=upper,
        schedule=table.dues,
        notes=notes,
    )


def _columns(periods: Sequence[str], whole: Text) -> Iterator[Column[ScheduleRow]]:
    yield Column("id", same("id"), shown_in="csv")
    yield Column("name", TARGET_NAME_LABEL, "words")
    yield Column("target", whole, "number", _total_cell)
    yield Column("unit", UNIT_LABEL, show=_unit_cell, shown_in="some")
    yield Column("pace", TIMETABLE_LABEL, show=_pace_cell, gives_way=1)
    for index, period in enumerate(periods):
        yield from _period_columns(index, period)
    yield Column("notes", NOTES_LABEL, "notes", shown_in="some")


def _period_columns(index: int, period: str) -> Iterator[Column[ScheduleRow]]:
    """Yield the columns of one period: the amount for all, the rest for CSV."""
    path = f"schedule.{index}"
    suffix = period.replace("-", "_")
    month = period_of(period).month
    title = OF_YEAR.fill(year=period)
    if month is not None:
        title = MONTH_LABEL.fill(month=month, period=period)
    yield Column(
        f"{path}.amount",
        title,
        "number",
        _amount_cell(index),
        named=f"amount_{suffix}",
    )
    yield Column(
        f"{path}.increment",
        same("increment"),
        shown_in="csv",
        named=f"increment_{suffix}",
    )
    yield Column(
        f"{path}.share",
        same("share"),
        shown_in="csv",
        named=f"share_percent_{suffix}",
    )


def _total_cell(row: ScheduleRow) -> Cell:
    """Return what the year is to reach, with its qualifier; of a range one end may be left out."""
    comparator = row.comparator
    if comparator is Comparator.BETWEEN and row.upper is None:
        is_growth = row.kind is Kind.GROWTH
        comparator = Comparator.AT_LEAST if is_growth else Comparator.AT_MOST
    return format_qualified(row.target, comparator, row.upper)


def _unit_cell(row: ScheduleRow) -> Cell:
    return unit_label(row.unit) or ""


def _pace_cell(row: ScheduleRow) -> Cell:
    return label_for(PACES, row.pace) if row.schedule else ""


def _amount_cell(index: int) -> Callable[[ScheduleRow], Cell]:
    """Return what shows the amount of one period."""

    def amount(row: ScheduleRow) -> Cell:
        return row.schedule[index].amount if index < len(row.schedule) else None

    return amount
