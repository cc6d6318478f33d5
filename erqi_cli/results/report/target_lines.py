"""One target of the wall chart in words, the late targets in a list, and the notes on targets."""

from collections.abc import Sequence
from typing import NamedTuple

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Status
from erqi_cli.i18n.text import Text, join
from erqi_cli.results.figures import relative_words_of
from erqi_cli.results.formatting import cell_text
from erqi_cli.results.labels import COMMITMENTS, label_for
from erqi_cli.results.periods import period_words
from erqi_cli.results.projection.rows import ProjectionRow
from erqi_cli.results.report.messages import FURTHER_LATE, OF_ACTION, OF_HEADLINES
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.wallchart_wording import (
    actual_words,
    bar_words,
    figure_period,
    target_words,
)
from erqi_cli.results.result import Bar, Note
from erqi_cli.results.tracking.message.gap import gap_of_late
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import (
    completion_words,
    lead_or_lag,
    needed_words,
    progress_bar,
)

NOTES_NOT_SHOWN = (
    "extrapolation",
    "interval",
    "no-interval",
    "unscored",
    "observations",
    "what-if",
)
"""Notes of `track` and `project` on what the chart does not have, or says in its own words."""
MOST_LATE = 12
"""How many late targets are listed with their figures; any further ones are named."""


class TargetLine(NamedTuple):
    """One target: its figures in words, its bar and what the bar says, the numbers of its notes.

    `period` is the month or the day of the figure, marked with `is_stale` as an old one.
    `completion` is what has been reached of the target or used of a limit. `lead` is the pace, or
    how far growth is from its target. What does not apply is None.
    """

    id: str
    name: Text
    status: Status
    status_words: Text
    target: Text | None
    relative: Text | None
    actual: Text | None
    period: Text | None
    is_stale: bool
    bar: Bar | None
    alternative: Text | None
    completion: Text | None
    lead: Text | None
    needed: Text | None
    due: Text | None
    commitment: Text | None
    notes: tuple[int, ...]


class LateTarget(NamedTuple):
    """A late target: its line, by how much it is behind, and the action that it belongs to."""

    line: TargetLine
    gap: Text
    place: Text


class ChartNotes:
    """The notes on targets, numbered in the order in which the chart has its lines.

    The headline indicators come first, then the targets of the actions.
    """

    def __init__(self, report: Report) -> None:
        self.notes = _notes_by_id(report)
        self.numbers: dict[Text, int] = {}
        for notes in self.notes.values():
            for note in notes:
                self.numbers.setdefault(note.text, len(self.numbers) + 1)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts in the order of their numbers."""
        return tuple(self.numbers)

    def numbers_of(self, target_id: str) -> tuple[int, ...]:
        """Return the numbers of the notes on one target."""
        numbers = set()
        for note in self.notes[target_id]:
            numbers.add(self.numbers[note.text])
        return tuple(sorted(numbers))


def _notes_by_id(report: Report) -> dict[str, list[Note]]:
    """Return the notes of each line by the target's id, in the order of the lines."""
    projections = {row.id: row for row in report.projection.rows}
    notes: dict[str, list[Note]] = {}
    for row in report.tracking.rows:
        notes[row.id] = [*row.warnings]
        projection = projections.get(row.id)
        if projection is not None:
            notes[row.id] += _projection_notes(projection)
    return notes


def _projection_notes(row: ProjectionRow) -> list[Note]:
    """Return what a projected value assumes, and where its base value comes from."""
    notes = [note for note in row.assumptions if note.code not in NOTES_NOT_SHOWN]
    if row.baseline:
        notes.append(row.baseline.note)
    return notes


def target_line(row: TrackingRow, plan: Plan, notes: ChartNotes) -> TargetLine:
    """Return one target in words."""
    target = plan.target(row.id).revised_by(row.marks.revised)
    bar = progress_bar(row)
    return TargetLine(
        id=row.id,
        name=row.name,
        status=row.status,
        status_words=row.reading.status,
        target=target_words(target),
        relative=relative_words_of(plan, target),
        actual=actual_words(row),
        period=figure_period(row, plan.years),
        is_stale=row.marks.stale,
        bar=bar,
        alternative=bar_words(row, bar) if bar else None,
        completion=completion_words(row),
        lead=cell_text(lead_or_lag(row)),
        needed=needed_words(row),
        due=period_words(target.due) if target.due else None,
        commitment=label_for(COMMITMENTS, row.labels.commitment),
        notes=notes.numbers_of(row.id),
    )


def late_target(row: TrackingRow, plan: Plan, notes: ChartNotes) -> LateTarget:
    """Return a late target with the action that it belongs to."""
    place = OF_HEADLINES
    if row.action is not None:
        place = OF_ACTION.fill(number=row.action)
    return LateTarget(
        line=target_line(row, plan, notes),
        gap=gap_of_late(plan.years, row),
        place=place,
    )


def later_names(rows: Sequence[TrackingRow]) -> Text | None:
    """Return the names of the late targets that are not listed, None without any."""
    if not rows:
        return None
    names = join([row.name for row in rows], en="; ")
    return FURTHER_LATE.fill(count=len(rows), names=names)
