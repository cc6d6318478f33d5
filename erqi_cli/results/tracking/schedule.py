"""Builds the result of `erqi schedule`."""

from collections.abc import Iterable, Sequence
from functools import partial

from erqi_cli.calc.tracking.schedule import Timetable
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Comparator, Kind, Pace, ScheduleGap, ScheduleStep
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import format_qualified, unit_label
from erqi_cli.results.labels import PACES, label_for
from erqi_cli.results.result import Cell, Column, Note, Record, Result

REASONS = {
    ScheduleGap.NO_SHARES: Text(
        "缺少基期年分月数据（pace: monthly，或 base_year 及其各月数据），无法排进度",
        "The base year's monthly figures are missing (pace: monthly, or base_year with figures by month)",
    ),
    ScheduleGap.NO_BASE: Text(
        "没有基期值，无法排出数量", "The base value is missing, so there is no amount to spread"
    ),
    ScheduleGap.MILESTONE: Text(
        "节点目标按期完成即可，不排进度", "A milestone is done or not done by its due date"
    ),
    ScheduleGap.LIMIT: Text(
        "占比的上限全年有效，不排进度", "A limit on a share is valid all year and has no timetable"
    ),
    ScheduleGap.RELATIVE: Text(
        "与另一指标同步，不单独排进度",
        "It follows another indicator and has no timetable of its own",
    ),
}
STEP_WORDS = {
    ScheduleStep.MONTH: Text("按月", "by month"),
    ScheduleStep.QUARTER: Text("按季", "by quarter"),
    ScheduleStep.HALF: Text("按半年", "by half-year"),
}


def schedule_result(
    tracker: Tracker, tables: Sequence[Timetable], step: ScheduleStep
) -> Result[Record]:
    """Return each timetable as a row, one column for each period."""
    plan = tracker.plan
    periods = next(([due.period for due in table.dues] for table in tables if table.dues), [])
    words = STEP_WORDS[step]
    return Result(
        name="schedule",
        title=Text(
            f"{plan.district.zh}{plan.plan_year}年进度安排（{words.zh}，累计）",
            f"{plan.district.en}: timetable for {plan.plan_year} ({words.en}, cumulative)",
        ),
        columns=tuple(_columns(periods)),
        rows=tuple(_record(table) for table in tables),
        plan=plan,
        what_if=tracker.scenario.what_ifs,
        extra={"by": step},
    )


def refuse_without(tables: Iterable[Timetable]) -> None:
    """Raise Failure E804 for the first target that was named and has no timetable."""
    for table in tables:
        if table.reason is not None:
            raise failure("E804", id=same(table.id), reason=REASONS[table.reason])


def _record(table: Timetable) -> Record:
    target = table.target
    is_growth = target.kind is Kind.GROWTH
    return {
        "id": table.id,
        "name": target.name,
        "kind": target.kind,
        "unit": table.unit,
        "pace": target.pace or (None if is_growth else Pace.LINEAR),
        "comparator": target.comparator,
        "target": table.total,
        "upper": None if is_growth or table.total in (None, target.upper) else target.upper,
        "schedule": [due._asdict() for due in table.dues],
        "notes": [Note(table.reason, REASONS[table.reason])] if table.reason else [],
    }


def _columns(periods: Sequence[str]) -> Iterable[Column[Record]]:
    yield Column("id", same("id"), shown_in="csv")
    yield Column("name", Text("指标或目标", "Indicator or target"), "words")
    yield Column("target", Text("全年", "Year"), "number", _total)
    yield Column(
        "unit",
        Text("单位", "Unit"),
        show=lambda row: unit_label(row["unit"]) or "",
        shown_in="some",
    )
    yield Column(
        "pace",
        Text("进度安排", "Timetable"),
        show=lambda row: label_for(PACES, row["pace"]) if row["schedule"] else "",
    )
    for index, text in enumerate(periods):
        month = int(text[5:])
        title = Text(f"{month}月", text)
        shown = partial(_amount, index)
        yield Column(
            f"schedule.{index}.amount",
            title,
            "number",
            shown,
            named=f"amount_{text.replace('-', '_')}",
        )
        yield Column(
            f"schedule.{index}.increment",
            same("increment"),
            shown_in="csv",
            named=f"increment_{text.replace('-', '_')}",
        )
        yield Column(
            f"schedule.{index}.share",
            same("share"),
            shown_in="csv",
            named=f"share_percent_{text.replace('-', '_')}",
        )
    yield Column("notes", Text("注", "Notes"), "notes")


def _total(row: Record) -> Cell:
    if row["comparator"] is not Comparator.BETWEEN or row["upper"] is not None:
        return format_qualified(row["target"], row["comparator"], row["upper"])
    return format_qualified(
        row["target"], Comparator.AT_LEAST if row["kind"] is Kind.GROWTH else Comparator.AT_MOST
    )


def _amount(index: int, row: Record) -> Cell:
    dues = row["schedule"]
    found: Cell = dues[index]["amount"] if index < len(dues) else None
    return found
