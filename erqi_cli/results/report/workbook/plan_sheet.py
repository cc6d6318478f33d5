"""The sheets of a plan's figures and of its sources."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.labels import COMMITMENTS, KINDS, label_for
from erqi_cli.results.plan.figure_rows import FigureRow
from erqi_cli.results.plan.listing import SourceRow
from erqi_cli.results.plan.target_lines import tolerance_text
from erqi_cli.results.report.messages import (
    HEADLINES,
    NUMBERED_ACTION,
    TOLERANCE,
    WHAT_IF,
)
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.workbook.cells import (
    day_cell,
    figure_cell,
    qualifier,
    rate_cell,
    text_cell,
    unit_cell,
)
from erqi_cli.results.report.workbook.schema import CellValue, Field, Number
from erqi_cli.results.result import Result
from erqi_cli.results.revisions import revision_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSheetRow:
    """A figure of the plan with what the sheet shows besides.

    `part` is the action that it belongs to, `source` the id of its source if it has one, and
    `remark` its what-ifs, tolerance, revisions and note.
    """

    figure: FigureRow
    part: Text
    source: str | None
    remark: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSheetRow:
    """A source with its number."""

    number: int
    source: SourceRow


def figure_rows(report: Report, figures: Result[FigureRow]) -> tuple[FigureSheetRow, ...]:
    """Return the figures of the plan in its order."""
    rows = []
    for figure in figures.rows:
        target = report.plan.target(figure.id)
        row = FigureSheetRow(
            figure=figure,
            part=_part(report.plan, target),
            source=target.source or report.plan.document,
            remark=_remark(report, target),
        )
        rows.append(row)
    return tuple(rows)


def _part(plan: Plan, target: Target) -> Text:
    """Return the action of a target with its number."""
    action = plan.action_of(target)
    if action is None:
        return HEADLINES
    return NUMBERED_ACTION.fill(number=action.number, name=action.name)


def _remark(report: Report, target: Target) -> Text | None:
    """Return the what-ifs on a target, its tolerance, its revisions and its note."""
    remarks = []
    for written in report.projection.what_if:
        if written.startswith(f"{target.id}."):
            remarks.append(WHAT_IF.fill(settings=written))
    tolerance = tolerance_text(target)
    if tolerance:
        remarks.append(TOLERANCE.fill(allowed=tolerance))
    remarks += revision_texts(report.plan, target)
    if target.note:
        remarks.append(target.note)
    return join(remarks, zh="；", en="; ") if remarks else None


def source_rows(sources: Result[SourceRow]) -> tuple[SourceSheetRow, ...]:
    """Return the sources, numbered."""
    rows = []
    for number, source in enumerate(sources.rows, start=1):
        rows.append(SourceSheetRow(number=number, source=source))
    return tuple(rows)


def _value(row: FigureSheetRow) -> CellValue:
    """Return a figure; the qualifier of a relative target already holds its points."""
    if row.figure.kind is Kind.RELATIVE:
        return None
    return figure_cell(row.figure.value, row.figure.unit)


def _qualifier(row: FigureSheetRow) -> CellValue:
    if row.figure.kind is Kind.RELATIVE:
        return row.figure.words
    return qualifier(row.figure.value, row.figure.comparator)


FIGURE_FIELDS: tuple[Field[FigureSheetRow], ...] = (
    Field("part", Text("行动", "Action"), lambda row: row.part),
    Field("name", Text("名称", "Name"), lambda row: row.figure.name, "words", max_width=32),
    Field("kind", Text("类型", "Kind"), lambda row: KINDS[row.figure.kind], "label"),
    Field(
        "value",
        Text("数值", "Figure"),
        _value,
        "number",
    ),
    Field("qualifier", Text("限定", "Qualifier"), _qualifier),
    Field(
        "upper",
        Text("上限", "Upper end"),
        lambda row: figure_cell(row.figure.upper, row.figure.unit),
        "number",
        optional=True,
    ),
    Field("unit", Text("单位", "Unit"), lambda row: unit_cell(row.figure.unit), "label"),
    Field(
        "growth",
        Text("增速", "Growth"),
        lambda row: rate_cell(row.figure.growth_percent),
        "number",
        optional=True,
    ),
    Field(
        "commitment",
        Text("承诺表述", "Commitment"),
        lambda row: label_for(COMMITMENTS, row.figure.commitment),
        "label",
    ),
    Field("due", Text("期限", "Due"), lambda row: day_cell(row.figure.due), "day"),
    Field(
        "phrases",
        Text("原文", "Phrase"),
        lambda row: same("；".join(row.figure.phrases)),
        max_width=36,
    ),
    Field("source", Text("来源", "Source"), lambda row: text_cell(row.source), max_width=14),
    Field("note", Text("备注", "Remark"), lambda row: row.remark, max_width=32, optional=True),
    Field(
        "id",
        Text("编号", "Id"),
        lambda row: same(row.figure.id),
        max_width=40,
        printed=False,
    ),
)
SOURCE_FIELDS: tuple[Field[SourceSheetRow], ...] = (
    Field(
        "number",
        Text("序号", "No."),
        lambda row: Number(Decimal(row.number), "amount"),
        "number",
    ),
    Field("id", Text("编号", "Id"), lambda row: same(row.source.id), max_width=32),
    Field("title", Text("标题", "Title"), lambda row: row.source.title, "words", max_width=44),
    Field(
        "publisher",
        Text("发布者", "Publisher"),
        lambda row: row.source.publisher,
        "words",
        max_width=32,
    ),
    Field(
        "published",
        Text("发布日期", "Published"),
        lambda row: day_cell(row.source.published),
        "day",
    ),
    Field(
        "url",
        Text("网址", "Address"),
        lambda row: text_cell(row.source.url),
        max_width=32,
        optional=True,
    ),
    Field(
        "note",
        Text("说明", "Note"),
        lambda row: row.source.note,
        max_width=44,
        optional=True,
    ),
)
