"""Builds the result of `erqi track`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.pace import due_date, elapsed_percent
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Kind, Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_fixed_percent, format_number, format_qualified, unit_label
from erqi_cli.results.labels import STATUSES
from erqi_cli.results.result import Cell, Chart, Column, Record, Result, Tone
from erqi_cli.results.tracking.notes import Followed, tracking_notes
from erqi_cli.results.tracking.warnings import warning_notes
from erqi_cli.results.tracking.wording import completion_cell, lead_or_lag, progress_bar

TONES: dict[Status, Tone] = {
    Status.MISSED: "bad",
    Status.BEHIND: "bad",
    Status.CLOSE: "fair",
    Status.NO_DATA: "quiet",
    Status.NOT_DUE: "quiet",
}


MISSING = Text("待报", "missing")
"""Targets without data, where they are counted."""


def tracking_result(tracker: Tracker, tracked: Sequence[TrackedTarget], followed: Followed) -> Result[Record]:
    """Return where each target stands as a row, and the counts by status, in all and by action."""
    plan, as_of = tracker.plan, tracker.as_of
    rows = tuple(tracked_record(tracker, one) for one in tracked)
    summary = summary_of(tracker, rows)
    until = Text(f"（截至{as_of.text}）", f" as of {as_of.text}") if as_of else same("")
    result = Result(
        name="tracking",
        title=Text(
            f"{plan.district.zh}{plan.plan_year}年目标进度{until.zh}",
            f"{plan.district.en}: progress in {plan.plan_year}{until.en}",
        ),
        columns=COLUMNS,
        rows=rows,
        plan=plan,
        lead=tuple(lead_of(tracker, summary)),
        notes=tuple(tracking_notes(tracker, rows, followed)),
        what_if=tracker.scenario.what_ifs,
        extra={
            "as_of": as_of.text if as_of else None,
            "elapsed_percent": elapsed_percent(as_of, tracker.year) if as_of else None,
            "published_by": followed.published_by,
            "ledger": followed.ledger,
            "summary": summary,
        },
    )
    return result._replace(chart=lambda: _chart(tracker, result))


def _chart(tracker: Tracker, result: Result[Record]) -> Chart[Record]:
    """Return the chart; its module is loaded only here."""
    from erqi_cli.results.tracking.chart import tracking_chart

    return tracking_chart(tracker, result)


def tracked_record(tracker: Tracker, found: TrackedTarget) -> Record:
    """Return where one target stands as JSON carries it; every key is always there."""
    target, observation = found.target, found.observation
    action = tracker.plan.action_of(target)
    is_rate = target.is_rate or target.is_judged_on_growth
    return {
        "id": found.id,
        "action": action.number if action else None,
        "name": target.name,
        "unit": "%" if is_rate else target.unit,
        "kind": target.kind,
        "comparator": target.comparator,
        "target": found.figure,
        "upper": found.goal.upper if target.kind is Kind.RELATIVE and found.goal else target.upper,
        "commitment": target.commitment,
        "due": due_date(target, tracker.year),
        "status": found.status,
        "judged_on": found.judged_on,
        "actual": found.actual,
        "period": found.period.text if found.period else None,
        "completion_percent": found.completion,
        "elapsed_percent": found.elapsed,
        "expected_percent": found.expected,
        "pace_points": found.pace,
        "gap_points": found.gap,
        "measured_as": found.measured_as,
        "needed": found.needed,
        "needed_per_month": found.needed_per_month,
        "year_end_extrapolated": found.year_end,
        **_growths(found.growth, target.unit),
        "observation_status": observation.status if observation else None,
        "published": observation.published if observation else None,
        "source": observation.source if observation else None,
        "note": observation.note if observation else None,
        "what_if": [setting.written for setting in tracker.scenario.settings_of(found.id)],
        "warnings": warning_notes(tracker, found),
    }


def _growths(growth: PeriodGrowth | None, unit: str | None) -> Record:
    """Return the published and the implied growth, and the level that it was reached at."""
    return {
        "published_growth_percent": growth.published if growth else None,
        "implied_growth_percent": growth.implied if growth else None,
        "implied_baseline": growth.implied_base if growth else None,
        "level": growth.level if growth else None,
        "level_unit": unit if growth else None,
    }


def summary_of(tracker: Tracker, rows: Iterable[Record]) -> dict[str, Any]:
    """Return the counts by status, the worst first: in all, of the headline indicators, and of each action."""
    rows = list(rows)
    groups: list[dict[str, Any]] = [{"action": None, "id": None, "name": Text("主要预期目标", "Headline indicators")}]
    groups += [{"action": one.number, "id": one.id, "name": one.name} for one in tracker.plan.actions]
    found = [{**group, **_counts(row for row in rows if row["action"] == group["action"])} for group in groups]
    return {"all": _counts(rows), "groups": [group for group in found if group["status"]]}


def _counts(rows: Iterable[Record]) -> dict[str, Any]:
    """Return the worst status and how many rows have each; percentages of unlike things are never averaged."""
    found = Counter(row["status"] for row in rows)
    counts = {status: found[status] for status in Status if found[status]}
    return {"status": next(iter(counts), None), "counts": counts}


def lead_of(tracker: Tracker, summary: dict[str, Any]) -> Iterable[tuple[Text, Cell]]:
    """Yield how much of the year has passed and the counts by status: in all, and of each group if there are several."""
    if tracker.as_of:
        passed = format_fixed_percent(elapsed_percent(tracker.as_of, tracker.year), 2)
        yield Text("序时进度", "Year passed"), passed
    yield Text("合计", "In all"), _counted(summary["all"])
    if len(summary["groups"]) > 1:
        yield from map(group_words, summary["groups"])


def group_words(group: Mapping[str, Any]) -> tuple[Text, Text]:
    """Return the name of the headline indicators or of an action, with its number, and its counts by status."""
    number = f"{group['action']} " if group["action"] else ""
    return Text(number + group["name"].zh, number + group["name"].en), _counted(group)


def _counted(group: Mapping[str, Any]) -> Text:
    parts = []
    for status, count in group["counts"].items():
        words = MISSING if status is Status.NO_DATA else STATUSES[status]
        parts.append(Text(f"{words.zh}{count}", f"{count} {words.en}"))
    return join(parts, en=" · ") if parts else same("–")


def _figure(row: Record) -> Cell:
    if row["kind"] is Kind.MILESTONE and row["unit"] is None:
        return Text("完成", "done")
    return format_qualified(row["target"], row["comparator"], row["upper"], "%" if row["unit"] == "%" else "")


def _actual(row: Record) -> Cell:
    if row["actual"] is None:
        return None
    if row["kind"] is Kind.MILESTONE and row["unit"] is None:
        return Text("完成", "done") if row["actual"] else Text("未完成", "not yet")
    sign = "%" if row["unit"] == "%" else ""
    return f"{format_number(row['actual'])}{sign}"


def _places(key: str) -> Any:
    def shown(row: Record) -> Cell:
        if row[key] is None:
            return None
        number = format_number(row[key], 2)
        if row["kind"] is Kind.SHARE:
            return Text(f"{number}个百分点", f"{number} pp")
        return number + ("%" if row["unit"] == "%" else "")

    return shown


COMPLETION = Column("completion_percent", Text("完成率", "Completion"), "number", completion_cell, shown_in="some")
COLUMNS: tuple[Column[Record], ...] = (
    Column("id", same("id"), shown_in="csv"),
    Column("action", same("action"), shown_in="csv"),
    Column("name", Text("指标或目标", "Indicator or target"), "words"),
    Column("kind", same("kind"), shown_in="csv"),
    Column("comparator", same("comparator"), shown_in="csv"),
    Column("target", Text("目标值", "Target"), "number", _figure),
    Column("upper", same("upper"), shown_in="csv"),
    Column("actual", Text("实际", "Actual"), "number", _actual, shown_in="some"),
    Column(
        "unit",
        Text("单位", "Unit"),
        show=lambda row: "" if row["unit"] == "%" else unit_label(row["unit"]) or "",
        shown_in="some",
    ),
    Column("period", Text("时期", "Period"), shown_in="some"),
    COMPLETION,
    Column("elapsed_percent", same("elapsed percent"), shown_in="csv"),
    Column("expected_percent", same("expected percent"), shown_in="csv"),
    Column("pace_points", Text("超/欠进度", "Pace"), "number", lead_or_lag, shown_in="some"),
    Column("gap_points", same("gap points"), shown_in="csv"),
    Column(
        "status",
        Text("状态", "Status"),
        show=lambda row: STATUSES[row["status"]],
        tone=lambda row: TONES.get(row["status"], "good"),
    ),
    Column("bar", Text("进度", "Progress"), bar=progress_bar),
    Column("needed", Text("尚需", "Needed"), "number", _places("needed"), shown_in="some"),
    Column("needed_per_month", Text("月均", "Per month"), "number", _places("needed_per_month"), shown_in="some"),
    Column("year_end_extrapolated", Text("年底外推", "Year-end"), "number", _places("year_end_extrapolated"), shown_in="some"),
    Column("judged_on", same("judged on"), shown_in="csv"),
    Column("published_growth_percent", same("published growth"), shown_in="csv"),
    Column("implied_growth_percent", same("implied growth"), shown_in="csv"),
    Column("implied_baseline", same("implied baseline"), shown_in="csv"),
    Column("level", same("level"), shown_in="csv"),
    Column("level_unit", same("level unit"), shown_in="csv"),
    Column("due", same("due"), shown_in="csv"),
    Column("observation_status", same("observation status"), shown_in="csv"),
    Column("published", same("published"), shown_in="csv"),
    Column("source", same("source"), shown_in="csv"),
    Column("what_if", same("what if"), shown_in="csv"),
    Column("warnings", Text("注", "Notes"), "notes", shown_in="some"),
    Column("measured_as", same("measured as"), shown_in="csv"),
)
