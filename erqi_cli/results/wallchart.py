"""Builds the wall chart of `erqi report`: headline indicators, one panel an action, counts, notes and sources, in words.

Everything that a writer has to show is here as texts in both languages and bars in percent; it only lays them out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from erqi_cli.language import Text, same
from erqi_cli.results.report import Report
from erqi_cli.results.shape import Bar, Note, Record
from erqi_cli.results.wallchart_words import (
    TRACKED,
    alternative_words,
    amount_words,
    as_of_words,
    completion_words,
    labelled_words,
    meeting_words,
    needed_words,
    source_words,
)
from erqi_cli.results.words import COMMITMENTS, VERDICTS, cell_words, figure, fixed_percent, short_amount, word

BARS = TRACKED["bar"]


ELSEWHERE = ("extrapolation", "unscored")
"""Notes of `erqi track` on what the chart does not show, or shows and says itself."""
FIELDS = {
    "growth": Text("增速", "growth"),
    "baseline": Text("基期值", "base value"),
    "deflator": Text("价格涨幅", "price rise"),
    "value": Text("目标值", "target"),
}


class Count(NamedTuple):
    """How many targets have a status."""

    status: str
    words: Text
    number: int


class Line(NamedTuple):
    """One target: its figures in words, its bar and what the bar says, the numbers of its notes.

    `completion` is what has been reached of the target in percent, also above 100; `lead` the pace or how far growth is
    from its target. What does not apply is None.
    """

    id: str
    name: Text
    status: str
    status_words: Text
    target: Text | None
    actual: Text | None
    period: str | None
    bar: Bar | None
    alternative: Text | None
    completion: Text | None
    lead: Text | None
    needed: Text | None
    due: str | None
    commitment: Text | None
    notes: tuple[int, ...]


class Headline(NamedTuple):
    """A headline indicator: base-year value and projected value in words, and where its growth stands."""

    base: Text
    projected: Text
    line: Line


class Panel(NamedTuple):
    """One action: its worst status, its targets, the figures that are shown and never scored, and what has no figure."""

    number: int
    id: str
    name: Text
    status: str | None
    counts: tuple[Count, ...]
    lines: tuple[Line, ...]
    context: tuple[Text, ...]
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
    notes: tuple[Text, ...]
    remarks: tuple[Text, ...]
    sources: tuple[Text, ...]


def wallchart(report: Report) -> Chart:
    """Return the wall chart of a report."""
    return _Builder(report).chart()


class _Builder:
    """Puts a report into words, and numbers its notes in the order in which they come up."""

    def __init__(self, report: Report) -> None:
        self.report, self.plan = report, report.plan
        self.numbers: dict[Text, int] = {}
        self.rows = report.tracking.rows
        self.listed = {row["id"]: row for row in report.figures.rows}
        self.extra: Any = report.tracking.extra

    def chart(self) -> Chart:
        """Return every part."""
        plan, elapsed = self.plan, self.extra["elapsed_percent"]
        headlines = tuple(self.headlines())
        panels = tuple(self.panels())
        district, until = plan.district, self.report.as_of
        return Chart(
            title=Text(f"{district.zh}{plan.plan_year}年目标进度图", f"{district.en}: targets and progress, {plan.plan_year}"),
            plan_name=plan.name,
            meeting=meeting_words(plan.meeting, plan.meeting_date),
            as_of=as_of_words(until),
            elapsed=None if elapsed is None else Bar(elapsed),
            elapsed_words=None if elapsed is None else same(fixed_percent(elapsed, 2)),
            what_if=tuple(self.assumed(setting) for setting in self.report.tracking.what_if),
            counts=_counts(self.extra["summary"]["all"]["counts"]),
            base_year=plan.base_year,
            plan_year=plan.plan_year,
            headlines=headlines,
            panels=panels,
            notes=tuple(self.numbers),
            remarks=tuple(self.remarks(panels)),
            sources=tuple(source_words(row) for row in self.report.sources.rows),
        )

    def remarks(self, panels: Iterable[Panel]) -> Iterator[Text]:
        """Yield what is to be said of the whole; nothing is extrapolated here."""
        yield from (note.text for note in self.report.tracking.notes if note.code not in ELSEWHERE)
        if any(panel.context or panel.qualitative for panel in panels):
            yield Text("“背景”和“定性”各项只列示，不评分", "Context and further aims are shown and never scored")

    def assumed(self, setting: str) -> Text:
        """Return a what-if with the name of what it touches in place of its id."""
        left, _, value = setting.partition("=")
        name, _, field = left.rpartition(".")
        label, words = self.listed[name]["name"], FIELDS[field]
        return Text(f"{label.zh}{words.zh}{value}", f"{label.en}: {words.en} {value}")

    def headlines(self) -> Iterator[Headline]:
        """Yield the headline indicators with their levels."""
        tracked = {row["id"]: row for row in self.rows if row["action"] is None}
        for row in self.report.projection.rows:
            if row["id"] in tracked:
                assumed: list[Note] = [*row["assumptions"], *([row["baseline"]["note"]] if row["baseline"] else [])]
                line = self.line(tracked[row["id"]], assumed)
                base, projected = (
                    row[key] and short_amount(figure(row[key]["value"]), row["unit"]) for key in ("baseline", "projected")
                )
                index = figure(row["index"])
                yield Headline(base or same("–"), projected or Text(f"指数{index}", f"index {index}"), line)

    def panels(self) -> Iterator[Panel]:
        """Yield one panel an action, whatever it holds."""
        groups = {group["action"]: group for group in self.extra["summary"]["groups"]}
        for action in self.plan.actions:
            listed = [row for row in self.report.figures.rows if row["action"] == action.number]
            group = groups.get(action.number, {"status": None, "counts": {}})
            yield Panel(
                number=action.number,
                id=action.id,
                name=action.name,
                status=group["status"],
                counts=_counts(group["counts"]),
                lines=tuple(self.line(row) for row in self.rows if row["action"] == action.number),
                context=tuple(labelled_words(row) for row in listed if row["kind"] == "context"),
                qualitative=tuple(row["name"] for row in listed if row["kind"] == "qualitative"),
            )

    def line(self, row: Record, notes: Iterable[Note] = ()) -> Line:
        """Return one target in words."""
        numbers = [self.numbers.setdefault(note.text, len(self.numbers) + 1) for note in (*row["warnings"], *notes)]
        lead = cell_words(TRACKED["pace_points"].cell(row))
        bar = BARS.bar(row) if BARS.bar else None
        return Line(
            id=row["id"],
            name=row["name"],
            status=row["status"],
            status_words=VERDICTS[row["status"]],
            target=amount_words(row, "target"),
            actual=amount_words(row, "actual"),
            period=row["period"],
            bar=bar,
            alternative=alternative_words(row, bar, lead),
            completion=completion_words(row),
            lead=lead,
            needed=needed_words(row),
            due=self.listed[row["id"]]["due"],
            commitment=word(COMMITMENTS, row["commitment"]),
            notes=tuple(sorted(set(numbers))),
        )


def _counts(counts: dict[str, int]) -> tuple[Count, ...]:
    return tuple(Count(status, VERDICTS[status], number) for status, number in counts.items())
