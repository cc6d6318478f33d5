"""The columns of `erqi track`, for tables and CSV."""

from typing import Any

from erqi_cli.domain.vocabulary import Kind, Status
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import format_number, format_qualified, unit_label
from erqi_cli.results.labels import STATUSES
from erqi_cli.results.result import Cell, Column, Record, Tone
from erqi_cli.results.tracking.wording import completion_cell, lead_or_lag, progress_bar

TONES: dict[Status, Tone] = {
    Status.MISSED: "bad",
    Status.BEHIND: "bad",
    Status.CLOSE: "fair",
    Status.NO_DATA: "quiet",
    Status.NOT_DUE: "quiet",
}


def _figure(row: Record) -> Cell:
    if row["kind"] is Kind.MILESTONE and row["unit"] is None:
        return Text("完成", "done")
    return format_qualified(
        row["target"], row["comparator"], row["upper"], "%" if row["unit"] == "%" else ""
    )


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


COMPLETION = Column(
    "completion_percent", Text("完成率", "Completion"), "number", completion_cell, shown_in="some"
)
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
    Column(
        "needed_per_month",
        Text("月均", "Per month"),
        "number",
        _places("needed_per_month"),
        shown_in="some",
    ),
    Column(
        "year_end_extrapolated",
        Text("年底外推", "Year-end"),
        "number",
        _places("year_end_extrapolated"),
        shown_in="some",
    ),
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
