"""Builds the wall chart of `erqi report`: headline indicators, one panel an action, counts, notes and sources, in words.

Everything that a writer has to show is here as texts in both languages and bars in percent; it only lays them out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from erqi_cli.language import Text, join, same
from erqi_cli.plan.units import UNITS
from erqi_cli.results.listing import figure_with_unit
from erqi_cli.results.report import Report
from erqi_cli.results.shape import Bar, Column, Note, Record
from erqi_cli.results.tracking import COLUMNS
from erqi_cli.results.words import COMMITMENTS, COMPARATORS, VERDICTS, cell_words, figure, fixed_percent, word

TRACKED: dict[str, Column] = {column.path: column for column in COLUMNS}
BARS = TRACKED["bar"]


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


LABELS: dict[str, Text] = {
    "elapsed": Text("序时进度", "Year passed"),
    "in_all": Text("合计", "In all"),
    "headlines": Text("主要预期目标", "Headline indicators"),
    "actions": Text("行动", "Actions"),
    "indicator": Text("指标", "Indicator"),
    "target": Text("目标", "Target"),
    "growth": Text("目标增速", "Target growth"),
    "actual": Text("实际", "Actual"),
    "actual_growth": Text("实际增速", "Growth"),
    "base": Text("{base_year}年", "{base_year}"),
    "projected": Text("{plan_year}年预期", "{plan_year} projected"),
    "progress": Text("进度", "Progress"),
    "status": Text("状态", "Status"),
    "lead": Text("超/欠（百分点）", "Pace (points)"),
    "more": Text("其他", "More"),
    "done": Text("完成", "done"),
    "needed": Text("尚需", "needed"),
    "due": Text("期限", "due"),
    "context": Text("背景", "Context"),
    "qualitative": Text("定性", "Further aims"),
    "not_scored": Text("没有评分的目标", "Nothing that is scored"),
    "notes": Text("说明", "Notes"),
    "note": Text("注", "Note"),
    "sources": Text("来源", "Sources"),
    "what_if": Text("假设", "What-if"),
    "legend": Text(
        "横条：已完成的比例；粗竖线：目标（100%）；三角：按进度此时应到之处；右端箭头：超出图幅",
        "Bar: how much is done. Heavy line: the target (100%). Triangle: where it should stand by now. Arrow: beyond the scale",
    ),
}
"""What is written beside the figures."""


class Chart(NamedTuple):
    """The whole chart; `elapsed` is how much of the year has passed, in percent; `notes` are numbered, `remarks` are not."""

    title: Text
    plan_name: Text
    meeting: Text | None
    as_of: Text
    elapsed: Bar | None
    elapsed_words: Text | None
    what_if: tuple[str, ...]
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
            meeting=_meeting(plan.meeting, plan.meeting_date),
            as_of=Text(f"数据截至{until}", f"Data as of {until}") if until else Text("尚无数据", "No data yet"),
            elapsed=None if elapsed is None else Bar(elapsed),
            elapsed_words=None if elapsed is None else same(fixed_percent(elapsed, 2)),
            what_if=self.report.tracking.what_if,
            counts=_counts(self.extra["summary"]["all"]["counts"]),
            base_year=plan.base_year,
            plan_year=plan.plan_year,
            headlines=headlines,
            panels=panels,
            notes=tuple(self.numbers),
            remarks=tuple(self.remarks(panels)),
            sources=tuple(_source(row) for row in self.report.sources.rows),
        )

    def remarks(self, panels: Iterable[Panel]) -> Iterator[Text]:
        """Yield what is to be said of the whole; nothing is extrapolated here."""
        yield from (note.text for note in self.report.tracking.notes if note.code != "extrapolation")
        if any(panel.context or panel.qualitative for panel in panels):
            yield Text("“背景”和“定性”各项只列示，不评分", "Context and further aims are shown and never scored")

    def headlines(self) -> Iterator[Headline]:
        """Yield the headline indicators with their levels."""
        tracked = {row["id"]: row for row in self.rows if row["action"] is None}
        for row in self.report.projection.rows:
            if row["id"] in tracked:
                assumed: list[Note] = [*row["assumptions"], *([row["baseline"]["note"]] if row["baseline"] else [])]
                line = self.line(tracked[row["id"]], assumed)
                base, projected = (
                    row[key] and _short(same(figure(row[key]["value"])), row["unit"]) for key in ("baseline", "projected")
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
                context=tuple(_labelled(row) for row in listed if row["kind"] == "context"),
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
            target=_amount(row, "target"),
            actual=_amount(row, "actual"),
            period=row["period"],
            bar=bar,
            alternative=_alternative(row, bar, lead),
            completion=cell_words(TRACKED["completion_percent"].cell(row)),
            lead=lead,
            needed=_amount(row, "needed") if row["needed"] else None,
            due=self.listed[row["id"]]["due"],
            commitment=word(COMMITMENTS, row["commitment"]),
            notes=tuple(sorted(set(numbers))),
        )


def _counts(counts: dict[str, int]) -> tuple[Count, ...]:
    return tuple(Count(status, VERDICTS[status], number) for status, number in counts.items())


def _meeting(name: Text | None, day: str | None) -> Text | None:
    if name is None:
        return None
    return Text(f"{name.zh}，{day}", f"{name.en}, {day}") if day else name


def _amount(row: Record, key: str) -> Text | None:
    """Return a figure of a row with its unit and qualifier: 600亿元以上, or at least 600 × 100m yuan."""
    words = cell_words(TRACKED[key].cell(row))
    if words is None or row[key] is None or row["unit"] in (None, "%"):
        return None if key == "target" and row["unit"] is None else words
    if key != "target":
        return _short(words, row["unit"])
    low, high = (_short(same("" if row[one] is None else figure(row[one])), row["unit"]) for one in ("target", "upper"))
    zh, en = COMPARATORS[row["comparator"]]
    return Text(zh.format(figure=low.zh, upper=high.zh), en.format(figure=low.en, upper=high.en))


def _short(number: Text, symbol: str | None) -> Text:
    """Return a number with the short form of its unit, such as 600亿元 or 600 × 100m yuan."""
    if symbol is None:
        return number
    unit = UNITS[symbol]
    words = unit.short.en.removesuffix("s") if number.en == "1" else unit.short.en
    return Text(f"{number.zh}{unit.short.zh}", f"{number.en} × {words}" if unit.scale != 1 else f"{number.en} {words}")


def _alternative(row: Record, bar: Bar | None, lead: Text | None) -> Text | None:
    """Return what a bar shows, for those who do not see it."""
    if bar is None:
        return None
    done, of_amount = fixed_percent(bar.filled, 2), row["completion_percent"] is not None
    words = [Text(f"完成{done}", f"{done} done") if of_amount else Text(f"为目标增速的{done}", f"{done} of the target growth")]
    if bar.mark is not None and of_amount:
        due = fixed_percent(bar.mark, 2)
        words.append(Text(f"按进度应完成{due}", f"{due} expected by now"))
    if lead:
        words.append(Text(f"{lead.zh}个百分点", f"{lead.en} points"))
    return join(words, zh="，")


def _labelled(row: Record) -> Text:
    amount = figure_with_unit(row) or same("–")
    return Text(f"{row['name'].zh} {amount.zh}", f"{row['name'].en}: {amount.en}")


def _source(row: Record) -> Text:
    day, url = row["published"] or "", row["url"] or ""
    note: Text = row["note"] or same("")
    return join([part for part in (row["publisher"], row["title"], same(day), same(url), note) if part.zh], zh="，")
