"""The fields of a plan's figures and of its sources in a workbook."""

from dataclasses import fields

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.labels import COMMITMENTS, KINDS, label_for
from erqi_cli.results.plan.listing import FigureRow, SourceRow
from erqi_cli.results.plan.show import tolerance_text
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.workbook.cells import (
    WHAT_IF,
    counted,
    day,
    each,
    qualifier,
    stated,
    unit_beside,
)
from erqi_cli.results.report.workbook.schema import Content, Field
from erqi_cli.results.result import Record

HEADLINES = Text("主要预期目标", "Headline indicators")


def figure_rows(report: Report) -> tuple[Record, ...]:
    """Return the listed figures with what a sheet says of them besides: action, what they keep step with, source, remarks."""
    plan, what_if = report.plan, report.projection.what_if
    parts = {
        one.number: Text(f"{one.number} {one.name.zh}", f"{one.number} {one.name.en}")
        for one in plan.actions
    }
    rows = []
    for row in report.figures.rows:
        target = plan.target(row.id)
        partner = plan.targets_by_id.get(target.to or "")
        part = HEADLINES if row.action is None else parts[row.action]
        beside = partner.name if partner else None
        rows.append(
            {**_fields_of(row), "part": part, "beside": beside, **_more(plan, target, what_if)}
        )
    return tuple(rows)


def _fields_of(row: FigureRow | SourceRow) -> Record:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _more(plan: Plan, target: Target, what_if: tuple[str, ...]) -> Record:
    remarks = [
        WHAT_IF.fill(all=written) for written in what_if if written.startswith(f"{target.id}.")
    ]
    if allowed := tolerance_text(target):
        remarks.append(Text("容差{allowed}", "tolerance {allowed}").fill(allowed=allowed))
    remarks += [target.note] if target.note else []
    return {
        "source": target.source or plan.document,
        "note": join(remarks, zh="；", en="; ") if remarks else None,
    }


def source_rows(report: Report) -> tuple[Record, ...]:
    """Return the sources, numbered."""
    return tuple(
        {**_fields_of(row), "number": number}
        for number, row in enumerate(report.sources.rows, start=1)
    )


def _qualifier(row: Record) -> Content:
    if row["kind"] is Kind.RELATIVE:
        return Text("与{beside}同步", "in step with {beside}").fill(beside=row["beside"])
    return qualifier(row["value"], row["comparator"])


FIGURE_FIELDS = (
    Field("part", Text("行动", "Action"), lambda row: row["part"], most=28),
    Field("name", Text("名称", "Name"), lambda row: row["name"], "words", most=32),
    Field("kind", Text("类型", "Kind"), lambda row: label_for(KINDS, row["kind"]), "label"),
    Field("value", Text("数值", "Figure"), lambda row: stated(row["value"], row["unit"]), "number"),
    Field("qualifier", Text("限定", "Qualifier"), _qualifier),
    Field(
        "upper",
        Text("上限", "Upper end"),
        lambda row: stated(row["upper"], row["unit"]),
        "number",
        optional=True,
    ),
    Field("unit", Text("单位", "Unit"), unit_beside, "label"),
    Field(
        "commitment",
        Text("承诺表述", "Commitment"),
        lambda row: label_for(COMMITMENTS, row["commitment"]),
        "label",
    ),
    Field("due", Text("期限", "Due"), lambda row: day(row["due"]), "day"),
    Field("phrases", Text("原文", "Phrase"), lambda row: each(row["phrases"]), most=36),
    Field("source", Text("来源", "Source"), lambda row: same(row["source"]), most=14),
    Field("note", Text("备注", "Remark"), lambda row: row["note"], most=32, optional=True),
    Field("id", Text("编号", "Id"), lambda row: same(row["id"]), most=40, printed=False),
)
SOURCE_FIELDS = (
    Field("number", Text("序号", "No."), lambda row: counted(row["number"]), "number"),
    Field("id", Text("编号", "Id"), lambda row: same(row["id"]), most=32),
    Field("title", Text("标题", "Title"), lambda row: row["title"], "words", most=44),
    Field("publisher", Text("发布者", "Publisher"), lambda row: row["publisher"], "words", most=32),
    Field("published", Text("发布日期", "Published"), lambda row: day(row["published"]), "day"),
    Field(
        "url",
        Text("网址", "Address"),
        lambda row: same(row["url"]) if row["url"] else None,
        most=32,
        optional=True,
    ),
    Field("note", Text("说明", "Note"), lambda row: row["note"], most=44, optional=True),
)
