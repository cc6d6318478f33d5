"""The sheet of the year's progress.

Completion and pace are formulas where they follow from other cells of the row.
"""

from decimal import Decimal

from erqi_cli.calc.decimals import QUOTIENT, percent_of, subtract
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Collection, Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.labels import COMMITMENTS, OBSERVATION_STATUSES, STATUS_SIGNS, label_for
from erqi_cli.results.report.messages import DONE, EXTRAPOLATED_BY, LABELLED, NOT_YET
from erqi_cli.results.report.report import is_done_or_not
from erqi_cli.results.report.workbook.cells import (
    RATE,
    day_cell,
    figure_cell,
    notes_cell,
    period_cell,
    qualifier,
    text_cell,
    unit_cell,
)
from erqi_cli.results.report.workbook.schema import CellValue, Field, Number, NumberForm
from erqi_cli.results.result import Result
from erqi_cli.results.tracking.columns import status_tone
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import is_limit

COMPLETION_FORMULA = "{actual}/{target}"
PACE_FORMULA = "({completion}-{expected})*100"
LEAD_FORMULA = "({actual}-{target})*100"
SAVING_FORMULA = "({target}-{actual})*100"
"""Of a gap where less is better."""


def summary_line(result: Result[TrackingRow]) -> Text:
    """Return the year passed and the counts by status in one line."""
    lines = _lead_lines(result)
    return join(lines[: len(lines) - _group_count(result)], zh="；", en="; ")


def group_lines(result: Result[TrackingRow]) -> tuple[Text, ...]:
    """Return the counts of the headline indicators and of each action, if there are several."""
    lines = _lead_lines(result)
    return lines[len(lines) - _group_count(result) :]


def _group_count(result: Result[TrackingRow]) -> int:
    """Return how many lines of the result's lead are about one group: none if there is only one."""
    groups = {row.action for row in result.rows}
    return len(groups) if len(groups) > 1 else 0


def _lead_lines(result: Result[TrackingRow]) -> tuple[Text, ...]:
    lines = []
    for label, cell in result.lead:
        value = cell if isinstance(cell, Text) else same(str(cell))
        lines.append(LABELLED.fill(label=label, value=value))
    return tuple(lines)


def _target(row: TrackingRow) -> CellValue:
    return DONE if is_done_or_not(row) else _figure(row, row.target)


def _actual(row: TrackingRow) -> CellValue:
    if row.actual is None or not is_done_or_not(row):
        return _figure(row, row.actual)
    return DONE if row.actual else NOT_YET


def _figure(row: TrackingRow, value: Decimal | None) -> Number | None:
    """Return a target or an actual value; an implied growth is a quotient."""
    return figure_cell(value, row.unit)


def _completion(row: TrackingRow) -> CellValue:
    if row.completion_percent is None:
        return None
    return Number(row.completion_percent, "percent", _completion_formula(row), is_exact=False)


def _completion_formula(row: TrackingRow) -> str | None:
    """Return the formula of a completion, None where it is not simply actual by target."""
    if is_done_or_not(row) or row.actual is None or not row.target:
        return None
    quotient = percent_of(row.actual, row.target)
    return COMPLETION_FORMULA if row.completion_percent == quotient else None


def _expected(row: TrackingRow) -> CellValue:
    """Return what the timetable expects of an amount; for growth the field means something else."""
    if row.completion_percent is None or row.expected_percent is None:
        return None
    return Number(row.expected_percent, "percent", is_exact=False)


def _pace(row: TrackingRow) -> CellValue:
    """Return the pace of a sum; of anything else by how much it is better than expected."""
    if row.pace_points is not None:
        form: NumberForm = "use" if is_limit(row) else "lead"
        return Number(row.pace_points, form, _pace_formula(row), is_exact=False)
    if row.gap is None:
        return None
    form = "change"
    if row.kind in GROWTH_KINDS:
        form = "lead"
    elif row.unit == RATE:
        form = "points"
    return Number(row.gap, form, _gap_formula(row), places=2, is_exact=False)


def _pace_formula(row: TrackingRow) -> str | None:
    """Return the formula of a pace, None where it is not simply completion minus expected."""
    if row.completion_percent is None or row.expected_percent is None:
        return None
    difference = QUOTIENT.subtract(row.completion_percent, row.expected_percent)
    return PACE_FORMULA if row.pace_points == difference else None


def _gap_formula(row: TrackingRow) -> str | None:
    """Return the formula of a gap in points from the target; None of any other gap."""
    if row.actual is None or row.target is None or row.unit != RATE:
        return None
    if row.gap == subtract(row.actual, row.target):
        return LEAD_FORMULA
    if row.gap == subtract(row.target, row.actual):
        return SAVING_FORMULA
    return None


def _quotient(row: TrackingRow, value: Decimal | None) -> CellValue:
    """Return what is needed, in all or a month, or reached at the end of the year."""
    if value is None:
        return None
    form: NumberForm = "amount"
    if row.kind is Kind.SHARE and row.collection is not Collection.AVERAGE:
        form = "points"
    elif row.unit == RATE:
        form = "rate"
    return Number(value, form, places=2, is_exact=False)


def _method(row: TrackingRow) -> CellValue:
    """Return by what the year-end value is extrapolated."""
    if row.outlook.method is None:
        return None
    return EXTRAPOLATED_BY[row.outlook.method]


TRACKING_FIELDS: tuple[Field[TrackingRow], ...] = (
    Field(
        "name",
        Text("指标或目标", "Indicator or target"),
        lambda row: row.name,
        "words",
        max_width=32,
    ),
    Field("target", Text("目标值", "Target"), _target, "number"),
    Field(
        "qualifier",
        Text("限定", "Qualifier"),
        lambda row: qualifier(row.target, row.comparator),
    ),
    Field(
        "upper",
        Text("上限", "Upper end"),
        lambda row: figure_cell(row.upper, row.unit),
        "number",
        optional=True,
    ),
    Field("actual", Text("实际", "Actual"), _actual, "number"),
    Field("unit", Text("单位", "Unit"), lambda row: unit_cell(row.unit), "label"),
    Field("period", Text("时期", "Period"), lambda row: period_cell(row.period), "day"),
    Field("completion", Text("完成率", "Completion"), _completion, "number", optional=True),
    Field("expected", Text("应完成", "Expected"), _expected, "number", optional=True),
    Field("pace", Text("超/欠进度", "Pace"), _pace, "number", optional=True),
    Field(
        "sign",
        Text("标志", "Sign"),
        lambda row: same(STATUS_SIGNS[row.status]),
        tone=lambda row: status_tone(row.status),
    ),
    Field(
        "status",
        Text("状态", "Status"),
        lambda row: row.reading.status,
        "label",
        tone=lambda row: status_tone(row.status),
    ),
    Field(
        "needed",
        Text("尚需", "Needed"),
        lambda row: _quotient(row, row.needed),
        "number",
        optional=True,
    ),
    Field(
        "month",
        Text("月均", "Per month"),
        lambda row: _quotient(row, row.needed_per_month),
        "number",
        optional=True,
    ),
    Field(
        "end",
        Text("年底外推", "Year-end"),
        lambda row: _quotient(row, row.year_end_extrapolated),
        "number",
        optional=True,
    ),
    Field(
        "end_method",
        Text("外推依据", "Method"),
        _method,
        "label",
        optional=True,
    ),
    Field(
        "end_lower",
        Text("80%区间下限", "80% from"),
        lambda row: _quotient(row, row.outlook.outlook_lower),
        "number",
        optional=True,
    ),
    Field(
        "end_upper",
        Text("80%区间上限", "80% to"),
        lambda row: _quotient(row, row.outlook.outlook_upper),
        "number",
        optional=True,
    ),
    Field(
        "commitment",
        Text("承诺表述", "Commitment"),
        lambda row: label_for(COMMITMENTS, row.labels.commitment),
        "label",
    ),
    Field("due", Text("期限", "Due"), lambda row: day_cell(row.due), "day"),
    Field(
        "figure",
        Text("数据状态", "Data status"),
        lambda row: label_for(OBSERVATION_STATUSES, row.evidence.observation_status),
        "label",
    ),
    Field(
        "published",
        Text("公布", "Published"),
        lambda row: day_cell(row.evidence.published),
        "day",
        optional=True,
    ),
    Field(
        "source",
        Text("来源", "Source"),
        lambda row: text_cell(row.evidence.source),
        max_width=16,
        optional=True,
    ),
    Field(
        "notes",
        Text("注", "Notes"),
        lambda row: notes_cell(row.warnings),
        "label",
        optional=True,
    ),
    Field("id", Text("编号", "Id"), lambda row: same(row.id), max_width=40, printed=False),
)
