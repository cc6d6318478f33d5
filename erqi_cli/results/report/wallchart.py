"""Builds the wall chart of `erqi report`: headline indicators, one panel an action, counts, notes and sources, in words.

Everything that a writer has to show is here as texts in both languages and bars in percent; it only lays them out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Kind, Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import short_amount
from erqi_cli.results.formatting import cell_text, format_fixed_percent, format_number
from erqi_cli.results.labels import COMMITMENTS, STATUSES, label_for
from erqi_cli.results.plan.listing import SourceRow, figure_in_full
from erqi_cli.results.plan.show import source_text
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.wallchart_labels import (
    actual_words,
    bar_words,
    in_step_words,
    legend,
    period_words,
    setting_words,
    target_words,
)
from erqi_cli.results.result import Bar, Column, Note, Record
from erqi_cli.results.tracking.columns import COLUMNS
from erqi_cli.results.tracking.wording import completion_words, lead_or_lag, needed_words

BARS: Column[Record] = next(column for column in COLUMNS if column.path == "bar")
OTHERWISE = ("extrapolation", "unscored", "observations", "what-if")
"""Notes of `track` and `project` on what the chart does not have, or says in its own words."""


class Count(NamedTuple):
    """How many targets have a status."""

    status: Status
    words: Text
    number: int


class Line(NamedTuple):
    """One target: its figures in words, its bar and what the bar says, the numbers of its notes.

    `completion` is what has been reached of the target or used of a limit in percent, also above 100; `lead` the pace or
    how far growth is from its target. What does not apply is None.
    """

    id: str
    name: Text
    status: Status
    status_words: Text
    target: Text | None
    in_step: Text | None
    actual: Text | None
    period: Text | None
    bar: Bar | None
    alternative: Text | None
    completion: Text | None
    lead: Text | None
    needed: Text | None
    due: Text | None
    commitment: Text | None
    notes: tuple[int, ...]


class Headline(NamedTuple):
    """A headline indicator: base-year value and projected value in words, and where its growth stands."""

    base: Text
    projected: Text
    line: Line


class Fact(NamedTuple):
    """A figure that is shown and never scored."""

    name: Text
    figure: Text


class Panel(NamedTuple):
    """One action: its worst status, its targets, the figures that are shown and never scored, and what has no figure."""

    number: int
    id: str
    name: Text
    status: Status | None
    counts: tuple[Count, ...]
    lines: tuple[Line, ...]
    context: tuple[Fact, ...]
    qualitative: tuple[Text, ...]


class Chart(NamedTuple):
    """The whole chart; `elapsed` is how much of the year has passed, in percent; `notes` are numbered, `remarks` are not."""

    title: Text
    plan_name: Text
    meeting: Text | None
    as_of: Text
    elapsed: Bar | None
    elapsed_words: Text | None
    what_if: tuple[Text, ...]
    counts: tuple[Count, ...]
    base_year: int
    plan_year: int
    headlines: tuple[Headline, ...]
    panels: tuple[Panel, ...]
    legend: Text | None
    notes: tuple[Text, ...]
    remarks: tuple[Text, ...]
    sources: tuple[Text, ...]


def wallchart(report: Report) -> Chart:
    """Return the wall chart of a report."""
    return _Builder(report).chart()


class _Builder:
    """Puts a report into words; its notes are numbered first, in the order in which the chart has their lines."""

    def __init__(self, report: Report) -> None:
        self.report, self.plan = report, report.plan
        self.rows = report.tracking.rows
        self.extra: Any = report.tracking.extra
        self.noted = _noted(report)
        texts = dict.fromkeys(note.text for notes in self.noted.values() for note in notes)
        self.numbers = {text: number for number, text in enumerate(texts, 1)}

    def chart(self) -> Chart:
        """Return every part."""
        plan, elapsed = self.plan, self.extra["elapsed_percent"]
        district, panels = plan.district, tuple(self.panels())
        return Chart(
            title=Text(
                f"{district.zh}{plan.plan_year}年目标进度图",
                f"{district.en}: targets and progress, {plan.plan_year}",
            ),
            plan_name=plan.name,
            meeting=_meeting(plan.meeting, plan.meeting_date),
            as_of=_as_of(self.report.as_of),
            elapsed=None if elapsed is None else Bar(elapsed),
            elapsed_words=None if elapsed is None else same(format_fixed_percent(elapsed, 2)),
            what_if=tuple(
                setting_words(setting, self.plan.target(setting.id))
                for setting in self.report.settings
            ),
            counts=_counts(self.extra["summary"]["all"]["counts"]),
            base_year=plan.base_year,
            plan_year=plan.plan_year,
            headlines=tuple(self.headlines()),
            panels=panels,
            legend=legend((row, _bar(row)) for row in self.rows),
            notes=tuple(self.numbers),
            remarks=tuple(self.remarks(panels)),
            sources=tuple(_source(plan, row) for row in self.report.sources.rows),
        )

    def remarks(self, panels: Iterable[Panel]) -> Iterator[Text]:
        """Yield what is to be said of the whole; nothing is extrapolated here."""
        yield from (note.text for note in self.report.tracking.notes if note.code not in OTHERWISE)
        ledger = self.extra["ledger"]
        own = Text("数据来源：本计划所载", "Observations: as given in the plan")
        yield Text(f"数据来源：{ledger}", f"Observations: {ledger}") if ledger else own
        shown = (
            [Text("“背景”", "Context figures")] if any(panel.context for panel in panels) else []
        )
        shown += (
            [Text("“定性”", "Further aims")] if any(panel.qualitative for panel in panels) else []
        )
        if shown:
            names = join(shown, zh="和", en=" and ")
            yield Text(f"{names.zh}各项只列示，不评分", f"{names.en} are shown and never scored")

    def headlines(self) -> Iterator[Headline]:
        """Yield the headline indicators with their levels."""
        tracked = {row["id"]: row for row in self.rows}
        for row in self.report.projection.rows:
            if row["id"] in tracked:
                base, projected = (
                    row[key] and short_amount(format_number(row[key]["value"]), row["unit"])
                    for key in ("baseline", "projected")
                )
                index = format_number(row["index"])
                line = self.line(tracked[row["id"]])
                yield Headline(
                    base or same("–"), projected or Text(f"指数{index}", f"index {index}"), line
                )

    def panels(self) -> Iterator[Panel]:
        """Yield one panel an action, whatever it holds."""
        groups = {group["action"]: group for group in self.extra["summary"]["groups"]}
        for action in self.plan.actions:
            group = groups.get(action.number, {"status": None, "counts": {}})
            yield Panel(
                number=action.number,
                id=action.id,
                name=action.name,
                status=group["status"],
                counts=_counts(group["counts"]),
                lines=tuple(self.line(row) for row in self.rows if row["action"] == action.number),
                context=tuple(
                    Fact(target.name, figure_in_full(target) or same("–"))
                    for target in action.targets
                    if target.kind is Kind.CONTEXT
                ),
                qualitative=tuple(
                    target.name for target in action.targets if target.kind is Kind.QUALITATIVE
                ),
            )

    def line(self, row: Record) -> Line:
        """Return one target in words."""
        bar, target = _bar(row), self.plan.target(row["id"])
        return Line(
            id=row["id"],
            name=row["name"],
            status=row["status"],
            status_words=STATUSES[row["status"]],
            target=target_words(row),
            in_step=in_step_words(target, self.plan),
            actual=actual_words(row),
            period=period_words(row["period"]) if row["period"] else None,
            bar=bar,
            alternative=bar_words(row, bar),
            completion=completion_words(row),
            lead=cell_text(lead_or_lag(row)),
            needed=needed_words(row),
            due=period_words(target.due) if target.due else None,
            commitment=label_for(COMMITMENTS, row["commitment"]),
            notes=tuple(sorted({self.numbers[note.text] for note in self.noted[row["id"]]})),
        )


def _noted(report: Report) -> dict[str, list[Note]]:
    """Return the notes of each line, by its id: first the headline indicators', then the actions', as the chart has them."""
    rows = {row["id"]: row for row in report.tracking.rows}
    noted: dict[str, list[Note]] = {}
    for row in report.projection.rows:
        if row["id"] in rows:
            base = [row["baseline"]["note"]] if row["baseline"] else []
            assumed = [note for note in row["assumptions"] if note.code not in OTHERWISE]
            noted[row["id"]] = [*rows[row["id"]]["warnings"], *assumed, *base]
    return noted | {name: list(row["warnings"]) for name, row in rows.items() if name not in noted}


def _bar(row: Record) -> Bar | None:
    return BARS.bar(row) if BARS.bar else None


def _as_of(until: str | None) -> Text:
    if until is None:
        return Text("尚无数据", "No data yet")
    words = period_words(until, until=True)
    return Text(f"数据截至{words.zh}", f"Data as of {words.en}")


def _counts(counts: dict[Status, int]) -> tuple[Count, ...]:
    return tuple(Count(status, STATUSES[status], number) for status, number in counts.items())


def _meeting(name: Text | None, day: str | None) -> Text | None:
    return name if name is None or day is None else join([name, period_words(day)], zh="，")


def _source(plan: Plan, row: SourceRow) -> Text:
    """Return a source with its address and what a reader should know of it."""
    note: Text = row.note or same("")
    return join(
        [part for part in (source_text(plan, row.id), same(row.url or ""), note) if part.zh],
        zh="，",
    )
