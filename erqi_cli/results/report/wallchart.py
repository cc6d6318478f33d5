"""Builds the wall chart of `erqi report`.

It has the headline indicators, a panel for each action, counts by status, notes and sources. All is
here as texts in both languages and as bars in percent; a writer only lays it out.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from erqi_cli.domain.plan import Action, Plan, Source
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind, Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import short_amount
from erqi_cli.results.figures import figure_in_full
from erqi_cli.results.formatting import format_fixed_percent, format_number
from erqi_cli.results.labels import passed_label, statuses_of
from erqi_cli.results.periods import month_words, period_words
from erqi_cli.results.plan.wording import source_text
from erqi_cli.results.projection.rows import ProjectionRow
from erqi_cli.results.report.messages import (
    CHART_TITLE,
    CONTEXT_FIGURES,
    DATA_AS_OF,
    FURTHER_AIMS,
    INDEX_ONLY,
    LEDGER,
    NEVER_SCORED,
    NO_DATA_YET,
    OWN_OBSERVATIONS,
)
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.target_lines import (
    MOST_LATE,
    NOTES_NOT_SHOWN,
    ChartNotes,
    LateTarget,
    TargetLine,
    late_target,
    later_names,
    target_line,
)
from erqi_cli.results.report.wallchart_wording import (
    legend,
    setting_words,
)
from erqi_cli.results.result import Bar
from erqi_cli.results.tracking.message import late_rows
from erqi_cli.results.tracking.rows import TrackingRow

NO_VALUE = same("–")


class StatusCount(NamedTuple):
    """How many targets have a status."""

    status: Status
    words: Text
    number: int


class Headline(NamedTuple):
    """A headline indicator: base and projected value in words, and where its growth stands."""

    base: Text
    projected: Text
    line: TargetLine


class ContextFigure(NamedTuple):
    """A figure that is shown and never scored."""

    name: Text
    figure: Text


class Panel(NamedTuple):
    """One action: worst status, scored targets, context figures and qualitative targets."""

    number: int
    id: str
    name: Text
    status: Status | None
    counts: tuple[StatusCount, ...]
    lines: tuple[TargetLine, ...]
    context: tuple[ContextFigure, ...]
    qualitative: tuple[Text, ...]


class WallChart(NamedTuple):
    """The whole chart.

    `elapsed` is how much of the year has passed, in percent. `message` says what is most urgent.
    `late` are the late targets, the worst first; of many the `later` ones are named only. `notes`
    are numbered, `remarks` not.
    """

    title: Text
    plan_name: Text | None
    meeting: Text | None
    as_of: Text
    elapsed: Bar | None
    elapsed_label: Text
    elapsed_words: Text | None
    what_if: tuple[Text, ...]
    message: Text
    late: tuple[LateTarget, ...]
    later: Text | None
    counts: tuple[StatusCount, ...]
    base_year: int
    plan_year: int
    headlines: tuple[Headline, ...]
    context: tuple[ContextFigure, ...]
    qualitative: tuple[Text, ...]
    panels: tuple[Panel, ...]
    legend: Text | None
    notes: tuple[Text, ...]
    remarks: tuple[Text, ...]
    sources: tuple[Text, ...]


def wallchart(report: Report) -> WallChart:
    """Return the wall chart of a report."""
    plan = report.plan
    notes = ChartNotes(report)
    panels = tuple(_panel(report, action, notes) for action in plan.actions)
    elapsed = report.elapsed
    settings = [setting_words(one, plan.target(one.id)) for one in report.settings]
    late = late_rows(report.tracking.rows)
    return WallChart(
        title=CHART_TITLE.fill(heading=plan.heading, year=plan.years_in_words),
        plan_name=plan.name if plan.district else None,
        meeting=_meeting(plan),
        as_of=_as_of(report.as_of),
        elapsed=None if elapsed is None else Bar(elapsed),
        elapsed_label=passed_label(plan.years),
        elapsed_words=None if elapsed is None else same(format_fixed_percent(elapsed, 2)),
        what_if=tuple(settings),
        message=report.message,
        late=tuple(late_target(row, plan, notes) for row in late[:MOST_LATE]),
        later=later_names(late[MOST_LATE:]),
        counts=_counts(plan, report.tracking.rows),
        base_year=plan.base_year,
        plan_year=plan.plan_year,
        headlines=tuple(_headlines(report, notes)),
        context=_context(plan.indicators),
        qualitative=_qualitative(plan.indicators),
        panels=panels,
        legend=legend(report.tracking.rows),
        notes=notes.texts,
        remarks=tuple(_remarks(report)),
        sources=tuple(_source(plan, source) for source in plan.sources),
    )


def _headlines(report: Report, notes: ChartNotes) -> list[Headline]:
    """Return the headline indicators that are tracked, with their levels."""
    tracked = {row.id: row for row in report.tracking.rows}
    projections = {row.id: row for row in report.projection.rows}
    headlines = []
    for indicator in report.plan.indicators:
        row = tracked.get(indicator.id)
        if row is not None:
            projection = projections.get(indicator.id)
            headline = Headline(
                base=_base_value(projection),
                projected=_projected_value(projection),
                line=target_line(row, report.plan, notes),
            )
            headlines.append(headline)
    return headlines


def _base_value(row: ProjectionRow | None) -> Text:
    if row is None or row.baseline is None:
        return NO_VALUE
    number = format_number(row.baseline.value)
    return short_amount(number, row.unit)


def _projected_value(row: ProjectionRow | None) -> Text:
    """Return the projected value; without a base value, the index; nothing without a growth."""
    if row is None:
        return NO_VALUE
    if row.projected is None:
        return INDEX_ONLY.fill(index=format_number(row.index))
    number = format_number(row.projected.value)
    return short_amount(number, row.unit)


def _panel(report: Report, action: Action, notes: ChartNotes) -> Panel:
    """Return the panel of an action, also where it has no scored target."""
    rows = [row for row in report.tracking.rows if row.action == action.number]
    counts = _counts(report.plan, rows)
    return Panel(
        number=action.number,
        id=action.id,
        name=action.name,
        status=counts[0].status if counts else None,
        counts=counts,
        lines=tuple(target_line(row, report.plan, notes) for row in rows),
        context=_context(action.targets),
        qualitative=_qualitative(action.targets),
    )


def _context(targets: Iterable[Target]) -> tuple[ContextFigure, ...]:
    """Return the context figures among some targets."""
    figures = []
    for target in targets:
        if target.kind is Kind.CONTEXT:
            figure = figure_in_full(target) or NO_VALUE
            figures.append(ContextFigure(name=target.name, figure=figure))
    return tuple(figures)


def _qualitative(targets: Iterable[Target]) -> tuple[Text, ...]:
    """Return the names of the qualitative targets among some targets."""
    return tuple(target.name for target in targets if target.kind is Kind.QUALITATIVE)


def _counts(plan: Plan, rows: Iterable[TrackingRow]) -> tuple[StatusCount, ...]:
    """Return how many targets have each status, the worst first."""
    numbers = Counter(row.status for row in rows)
    words = statuses_of(plan.years)
    counts = []
    for status in Status:
        number = numbers[status]
        if number:
            count = StatusCount(status=status, words=words[status], number=number)
            counts.append(count)
    return tuple(counts)


def _remarks(report: Report) -> list[Text]:
    """Return the remarks on the whole chart."""
    remarks = []
    for note in report.tracking.notes:
        if note.code not in NOTES_NOT_SHOWN:
            remarks.append(note.text)
    remarks.append(LEDGER.fill(ledger=report.ledger) if report.ledger else OWN_OBSERVATIONS)
    unscored = []
    kinds = {target.kind for target in report.plan.targets}
    if Kind.CONTEXT in kinds:
        unscored.append(CONTEXT_FIGURES)
    if Kind.QUALITATIVE in kinds:
        unscored.append(FURTHER_AIMS)
    if unscored:
        remarks.append(NEVER_SCORED.fill(names=join(unscored, zh="和", en=" and ")))
    return remarks


def _as_of(period: str | None) -> Text:
    if period is None:
        return NO_DATA_YET
    return DATA_AS_OF.fill(period=month_words(period))


def _meeting(plan: Plan) -> Text | None:
    if plan.meeting is None or plan.meeting_date is None:
        return plan.meeting
    day = period_words(plan.meeting_date)
    return join([plan.meeting, day], zh="，")


def _source(plan: Plan, source: Source) -> Text:
    """Return a source with its address and its note."""
    words = source_text(plan, source.id)
    parts = [] if words is None else [words]
    if source.url:
        parts.append(same(source.url))
    if source.note:
        parts.append(source.note)
    return join(parts, zh="，")
