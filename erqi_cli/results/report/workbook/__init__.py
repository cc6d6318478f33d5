"""Builds a workbook of a report: the plan, its projection, its progress and its sources."""

from erqi_cli.domain.period import period_of
from erqi_cli.i18n.text import Text
from erqi_cli.results.plan.listing import figure_list, source_list
from erqi_cli.results.report.messages import (
    ABOUT,
    INPUT_LEGEND,
    PLAN_SHEET,
    PROJECTION_SHEET,
    SOURCES_SHEET,
    TRACKING_SHEET,
    UNTIL_NO_DATA,
    WHAT_IF,
)
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.workbook.plan_sheet import (
    FIGURE_FIELDS,
    SOURCE_FIELDS,
    figure_rows,
    source_rows,
)
from erqi_cli.results.report.workbook.projection_sheet import projection_fields
from erqi_cli.results.report.workbook.schema import Sheet, Workbook, fill_fields
from erqi_cli.results.report.workbook.tracking_sheet import (
    TRACKING_FIELDS,
    group_lines,
    summary_line,
)

__all__ = ["workbook"]


def workbook(report: Report) -> Workbook:
    """Return the workbook of a report."""
    about = _about(report)
    sheets = (
        _plan_sheet(report, about),
        _projection_sheet(report, about),
        _tracking_sheet(report, about),
        _sources_sheet(report, about),
    )
    return Workbook(title=report.plan.name, day=_last_day(report), sheets=sheets)


def _plan_sheet(report: Report, about: tuple[Text, ...]) -> Sheet:
    figures = figure_list(report.plan)
    rows = figure_rows(report, figures)
    return Sheet(
        name=PLAN_SHEET,
        title=figures.title,
        fields=fill_fields(FIGURE_FIELDS, rows),
        row_count=len(rows),
        about=about,
        filtered=True,
    )


def _projection_sheet(report: Report, about: tuple[Text, ...]) -> Sheet:
    plan, projection = report.plan, report.projection
    return Sheet(
        name=PROJECTION_SHEET,
        title=projection.title,
        fields=fill_fields(projection_fields(plan), projection.rows),
        row_count=len(projection.rows),
        notes=projection.notes,
        about=about,
        legend=INPUT_LEGEND.fill(base=plan.base_year),
    )


def _tracking_sheet(report: Report, about: tuple[Text, ...]) -> Sheet:
    tracking = report.tracking
    return Sheet(
        name=TRACKING_SHEET,
        title=tracking.title,
        fields=fill_fields(TRACKING_FIELDS, tracking.rows),
        row_count=len(tracking.rows),
        notes=tracking.notes,
        about=(*about, report.message, summary_line(tracking)),
        below=group_lines(tracking),
        filtered=True,
    )


def _sources_sheet(report: Report, about: tuple[Text, ...]) -> Sheet:
    sources = source_list(report.plan)
    rows = source_rows(sources)
    return Sheet(
        name=SOURCES_SHEET,
        title=sources.title,
        fields=fill_fields(SOURCE_FIELDS, rows),
        row_count=len(rows),
        about=about,
        freeze_after="number",
    )


def _about(report: Report) -> tuple[Text, ...]:
    """Return the lines under the title of every sheet: the plan, its last data, the what-ifs."""
    lines = [ABOUT.fill(name=report.plan.name, until=report.as_of or UNTIL_NO_DATA)]
    what_ifs = report.projection.what_if
    if what_ifs:
        lines.append(WHAT_IF.fill(settings=", ".join(what_ifs)))
    return tuple(lines)


def _last_day(report: Report) -> str:
    """Return the last day with data; without data, the first day of the plan year."""
    if report.as_of is None:
        return f"{report.plan.plan_year}-01-01"
    return period_of(report.as_of).end
