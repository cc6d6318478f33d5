"""Builds a workbook of a report: the plan, its projection, its progress and its sources, a sheet each."""

from erqi_cli.domain.period import period_of
from erqi_cli.i18n.text import Text
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.workbook.plan_sheet import (
    FIGURE_FIELDS,
    SOURCE_FIELDS,
    figure_rows,
    source_rows,
)
from erqi_cli.results.report.workbook.projection_sheet import LEGEND, projection_fields
from erqi_cli.results.report.workbook.schema import Sheet, Workbook
from erqi_cli.results.report.workbook.tracking_sheet import (
    TRACKING_FIELDS,
    group_lines,
    summary_line,
)
from erqi_cli.results.result import Result

__all__ = ["workbook"]


def workbook(report: Report) -> Workbook:
    """Return the workbook of a report."""
    plan = report.plan
    figures = Result("list", report.figures.title, (), figure_rows(report), plan)
    sources = Result("list", report.sources.title, (), source_rows(report), plan)
    about = tuple(_about(report))
    legend, fields = LEGEND.fill(base=plan.base_year), projection_fields(plan)
    progress = (*about, summary_line(report.tracking))
    return Workbook(
        title=plan.name,
        day=_day(report),
        sheets=(
            Sheet(Text("计划", "Plan"), figures, FIGURE_FIELDS, about, filtered=True),
            Sheet(Text("推算", "Projection"), report.projection, fields, about, legend=legend),
            Sheet(
                Text("进度", "Tracking"),
                report.tracking,
                TRACKING_FIELDS,
                progress,
                below=group_lines(report.tracking),
                filtered=True,
            ),
            Sheet(Text("来源", "Sources"), sources, SOURCE_FIELDS, about, held="number"),
        ),
    )


def _about(report: Report) -> list[Text]:
    """Return what stands under the title of every sheet: the plan, how far its data reach, and the what-ifs."""
    name = report.plan.name
    until = report.as_of or Text("尚无数据", "no data yet")
    lines = [
        Text("计划：{name}；数据截至：{until}", "Plan: {name}; data as of: {until}").fill(
            name=name, until=until
        )
    ]
    if report.projection.what_if:
        lines.append(
            Text("假设：{all}", "What-if: {all}").fill(all=", ".join(report.projection.what_if))
        )
    return lines


def _day(report: Report) -> str:
    """Return the last day that the data reach; without data, the first of the plan year."""
    return period_of(report.as_of).end if report.as_of else f"{report.plan.plan_year}-01-01"
