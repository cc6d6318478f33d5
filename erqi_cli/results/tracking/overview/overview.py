"""Builds the overview: the late targets first, then those reached, the missing ones folded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_fixed_percent
from erqi_cli.results.labels import OBLIGATIONS, STATUS_SIGNS, passed_label, statuses_of
from erqi_cli.results.result import Note, Overview, Result, Section
from erqi_cli.results.tracking.message import message_line, worst_first
from erqi_cli.results.tracking.message.order import LATE_STATUSES
from erqi_cli.results.tracking.messages import MARKED_COUNTS, MISSING, OWN_OBSERVATIONS
from erqi_cli.results.tracking.notes import Followed
from erqi_cli.results.tracking.overview import messages
from erqi_cli.results.tracking.overview.columns import overview_columns
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.summary import AnyCounts, marks_of, summary_of

LATE = (*LATE_STATUSES, Status.CLOSE)
REACHED = (Status.MET, Status.DONE, Status.AHEAD, Status.ON_PACE)
OPEN = (Status.NOT_DUE, Status.NO_DATA)
"""The statuses of each section, in the order of its rows."""
OWN_WORDS = ("observations", "pace", "limits")
"""The codes of notes that the overview says in its own words."""
MAX_NAMES = 5
"""So many folded targets of one group are named."""


class Folded(NamedTuple):
    """Targets of one status that have no figure: they are counted instead of listed."""

    status: Status
    rows: tuple[TrackingRow, ...]


def tracking_overview(
    tracker: Tracker,
    result: Result[TrackingRow],
    followed: Followed,
    *,
    folds: bool,
) -> Overview[TrackingRow]:
    """Return the overview of the rows of a result; with `folds` those without data are counted."""
    folded = _folded(result.rows) if folds else ()
    hidden = {row.id for fold in folded for row in fold.rows}
    listed = worst_first(row for row in result.rows if row.id not in hidden)
    return Overview(
        opening=_opening(tracker, result.rows, followed),
        columns=overview_columns(tracker, listed),
        sections=_sections(tracker, listed),
        closing=_closing(tracker, folded),
        notes=_notes(result.notes),
    )


def _opening(
    tracker: Tracker,
    rows: Sequence[TrackingRow],
    followed: Followed,
) -> tuple[Text, ...]:
    """Return what is most urgent, the counts, and of when the figures are."""
    summary = summary_of(tracker, rows)
    lines = [message_line(tracker, rows), _signed_counts(tracker, summary.all)]
    for counted in summary.obligations:
        label = OBLIGATIONS[counted.obligation]
        obligation = Text(label.zh, label.en.capitalize())
        counts = _signed_counts(tracker, counted)
        lines.append(messages.OF_OBLIGATION.fill(obligation=obligation, counts=counts))
    source = same(followed.ledger) if followed.ledger else OWN_OBSERVATIONS
    if tracker.as_of is None:
        lines.append(messages.SOURCE_ONLY.fill(source=source))
    else:
        share = format_fixed_percent(elapsed_percent(tracker.as_of, tracker.years), 2)
        label = passed_label(tracker.years)
        lines.append(messages.PASSED.fill(label=label, share=share, source=source))
    return tuple(lines)


def _signed_counts(tracker: Tracker, counted: AnyCounts) -> Text:
    """Return how many targets have each status, each with its sign."""
    parts = []
    for status, count in counted.counts.items():
        parts.append(_signed_count(tracker, status, count, messages.SIGNED_COUNT))
    counts = join(parts, zh="  ", en="  ")
    marks = marks_of(counted)
    if marks is None:
        return counts
    return MARKED_COUNTS.fill(counts=counts, marks=marks)


def _signed_count(
    tracker: Tracker,
    status: Status,
    count: int,
    template: Text,
) -> Text:
    label = MISSING if status is Status.NO_DATA else statuses_of(tracker.years)[status]
    return template.fill(sign=STATUS_SIGNS[status], status=label, count=count)


def _sections(tracker: Tracker, rows: Sequence[TrackingRow]) -> tuple[Section[TrackingRow], ...]:
    """Return the rows in sections: the late ones, those reached, those that are still open."""
    sections = []
    for statuses in (LATE, REACHED, OPEN):
        own = [row for row in rows if row.status in statuses]
        if not own:
            continue
        own.sort(key=lambda row: statuses.index(row.status))
        heading = _status_words(tracker, own)
        if statuses is LATE:
            heading = messages.WORST_FIRST.fill(statuses=heading)
        sections.append(Section(_capitalised(heading), tuple(own)))
    return tuple(sections)


def _status_words(tracker: Tracker, rows: Sequence[TrackingRow]) -> Text:
    """Return the words of the statuses that rows have, each once."""
    words = statuses_of(tracker.years)
    statuses = dict.fromkeys(row.status for row in rows)
    return join([words[status] for status in statuses], zh="、", en=", ")


def _capitalised(text: Text) -> Text:
    return Text(text.zh, text.en[:1].upper() + text.en[1:])


def _folded(rows: Sequence[TrackingRow]) -> tuple[Folded, ...]:
    """Return the rows that say nothing beyond their status."""
    folded = []
    for status in (Status.NO_DATA, Status.NOT_DUE):
        own = []
        for row in rows:
            if row.status is status and row.actual is None and not row.warnings:
                own.append(row)
        if own:
            folded.append(Folded(status, tuple(own)))
    return tuple(folded)


def _closing(tracker: Tracker, folded: Sequence[Folded]) -> tuple[Text, ...]:
    """Return the folded targets, and how to list them."""
    lines = []
    for fold in folded:
        line = _signed_count(tracker, fold.status, len(fold.rows), messages.FOLDED_COUNT)
        if fold.status is Status.NO_DATA:
            line = messages.FOLDED.fill(counted=line, targets=_where(fold.rows))
        lines.append(line)
    if folded:
        lines.append(messages.LIST_ALL)
    return tuple(lines)


def _where(rows: Sequence[TrackingRow]) -> Text:
    """Return the names of a few targets of one group; of more, how many each group has."""
    groups: Mapping[int | None, int] = Counter(row.action for row in rows)
    if len(groups) == 1 and len(rows) <= MAX_NAMES:
        return join([row.name for row in rows], zh="、", en=", ")
    parts = []
    for action, count in groups.items():
        if action is None:
            parts.append(messages.IN_HEADLINES.fill(count=count))
        else:
            parts.append(messages.IN_ACTION.fill(number=action, count=count))
    return join(parts, zh="，", en=", ")


def _notes(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes of the overview: what the pace means, and the result's other notes."""
    others = [note for note in notes if note.code not in OWN_WORDS]
    if any(note.code == "pace" for note in notes):
        return (Note("pace", messages.PACE_KEY), *others)
    return tuple(others)
