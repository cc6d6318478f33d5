"""The fields of the year's progress in a workbook; completion and pace are formulas where they are plain quotients."""

from collections.abc import Callable
from typing import Any

from erqi_cli.calc.decimals import QUOTIENT, percent_of, subtract
from erqi_cli.domain.vocabulary import JudgedOn, Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.labels import COMMITMENTS, OBSERVATION_STATUSES, STATUSES, label_for
from erqi_cli.results.report.workbook.cells import (
    RATE,
    day,
    marks,
    qualifier,
    stated,
    unit_beside,
    until,
)
from erqi_cli.results.report.workbook.schema import Content, Field, Form, Number
from erqi_cli.results.result import Record, Result
from erqi_cli.results.tracking.columns import TONES
from erqi_cli.results.tracking.wording import is_limit

DONE, NOT_YET = Text("完成", "done"), Text("未完成", "not yet")


def summary_line(result: Result[Record]) -> Text:
    """Return the year passed and the counts by status in one line."""
    return join(_labelled(result)[: len(result.lead) - len(group_lines(result))], zh="；", en="; ")


def group_lines(result: Result[Record]) -> tuple[Text, ...]:
    """Return the counts by status of the indicators and of each action, where there is more than one of these."""
    extra: Any = result.extra
    groups = extra["summary"]["groups"]
    return _labelled(result)[-len(groups) :] if len(groups) > 1 else ()


def _labelled(result: Result[Record]) -> tuple[Text, ...]:
    cells = [
        (label, cell if isinstance(cell, Text) else same(str(cell))) for label, cell in result.lead
    ]
    return tuple(
        Text(f"{label.zh}：{words.zh}", f"{label.en}: {words.en}") for label, words in cells
    )


def _is_a_deed(row: Record) -> bool:
    """Tell whether a target is done or not, and counts nothing."""
    return row["kind"] is Kind.MILESTONE and row["unit"] is None


def _target(row: Record) -> Content:
    return (
        DONE
        if _is_a_deed(row)
        else stated(row["target"], row["unit"], is_exact=row["judged_on"] is not JudgedOn.IMPLIED)
    )


def _actual(row: Record) -> Content:
    if row["actual"] is None or not _is_a_deed(row):
        return stated(row["actual"], row["unit"], is_exact=row["judged_on"] is not JudgedOn.IMPLIED)
    return DONE if row["actual"] else NOT_YET


def _completion(row: Record) -> Content:
    """Return completion, with a formula where it is the actual value by the target and nothing else."""
    found, actual, target = row["completion_percent"], row["actual"], row["target"]
    if found is None:
        return None
    is_plain = not _is_a_deed(row) and target and found == percent_of(actual, target)
    return Number(found, "percent", "{actual}/{target}" if is_plain else None, is_exact=False)


def _expected(row: Record) -> Content:
    """Return what the timetable expects of an amount; of a growth the same key holds the base year's share."""
    if row["completion_percent"] is None or row["expected_percent"] is None:
        return None
    return Number(row["expected_percent"], "percent", is_exact=False)


def _pace(row: Record) -> Content:
    """Return the pace of an amount, or how much better than its target a growth is."""
    if row["pace_points"] is None:
        gap: Form = "limit" if is_limit(row) else "lead"
        return (
            None
            if row["gap_points"] is None
            else Number(row["gap_points"], gap, _gap_formula(row), is_exact=False)
        )
    is_plain = row["pace_points"] == QUOTIENT.subtract(
        row["completion_percent"], row["expected_percent"]
    )
    form: Form = "use" if is_limit(row) else "lead"
    return Number(
        row["pace_points"],
        form,
        "({completion}-{expected})*100" if is_plain else None,
        is_exact=False,
    )


def _gap_formula(row: Record) -> str | None:
    """Return the difference that a gap is, whichever way less or more is better; None where it is held against a range."""
    actual, target = row["actual"], row["target"]
    if row["gap_points"] == subtract(actual, target):
        return "({actual}-{target})*100"
    return "({target}-{actual})*100" if row["gap_points"] == subtract(target, actual) else None


def _still(key: str) -> Callable[[Record], Content]:
    """Return what shows a quotient: what is needed, a month, or at the end of the year."""

    def shown(row: Record) -> Content:
        form: Form = (
            "points" if row["kind"] is Kind.SHARE else "rate" if row["unit"] == RATE else "amount"
        )
        return None if row[key] is None else Number(row[key], form, places=2, is_exact=False)

    return shown


TRACKING_FIELDS = (
    Field(
        "name", Text("指标或目标", "Indicator or target"), lambda row: row["name"], "words", most=32
    ),
    Field("target", Text("目标值", "Target"), _target, "number"),
    Field(
        "qualifier",
        Text("限定", "Qualifier"),
        lambda row: qualifier(row["target"], row["comparator"]),
    ),
    Field(
        "upper",
        Text("上限", "Upper end"),
        lambda row: stated(row["upper"], row["unit"]),
        "number",
        optional=True,
    ),
    Field("actual", Text("实际", "Actual"), _actual, "number"),
    Field("unit", Text("单位", "Unit"), unit_beside, "label"),
    Field("period", Text("时期", "Period"), lambda row: until(row["period"]), "day"),
    Field("completion", Text("完成率", "Completion"), _completion, "number", optional=True),
    Field("expected", Text("应完成", "Expected"), _expected, "number", optional=True),
    Field("pace", Text("超/欠", "Pace"), _pace, "number", optional=True),
    Field(
        "status",
        Text("状态", "Status"),
        lambda row: STATUSES[row["status"]],
        "label",
        tone=lambda row: TONES.get(row["status"], "good"),
    ),
    Field("needed", Text("尚需", "Needed"), _still("needed"), "number", optional=True),
    Field("month", Text("月均", "A month"), _still("needed_per_month"), "number", optional=True),
    Field(
        "end",
        Text("年底外推", "Year-end"),
        _still("year_end_extrapolated"),
        "number",
        optional=True,
    ),
    Field(
        "commitment",
        Text("承诺表述", "Commitment"),
        lambda row: label_for(COMMITMENTS, row["commitment"]),
        "label",
    ),
    Field("due", Text("期限", "Due"), lambda row: day(row["due"]), "day"),
    Field(
        "figure",
        Text("数据状态", "Data status"),
        lambda row: label_for(OBSERVATION_STATUSES, row["observation_status"]),
        "label",
    ),
    Field(
        "published",
        Text("公布", "Published"),
        lambda row: day(row["published"]),
        "day",
        optional=True,
    ),
    Field(
        "source",
        Text("来源", "Source"),
        lambda row: same(row["source"]) if row["source"] else None,
        most=16,
        optional=True,
    ),
    Field("notes", Text("注", "Notes"), lambda row: marks(row["warnings"]), "label", optional=True),
    Field("id", Text("编号", "Id"), lambda row: same(row["id"]), most=40, printed=False),
)
