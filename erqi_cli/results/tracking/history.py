"""Builds the result of `erqi track NAME --history`."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import (
    Better,
    Comparator,
    Kind,
    ObservationStatus,
    ProgressMeaning,
    Status,
)
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_percent, unit_label
from erqi_cli.results.labels import OBSERVATION_STATUSES, statuses_of
from erqi_cli.results.result import HIDDEN, LAST, Cell, Column, Result, plan_line
from erqi_cli.results.tracking.columns import COMPLETION, PACE
from erqi_cli.results.tracking.messages import (
    GROWTH_LABEL,
    HISTORY_TITLE,
    NOTE_LABEL,
    OBSERVATION_STATUS_LABEL,
    PERIOD_LABEL,
    PUBLISHED_LABEL,
    SOURCE_LABEL,
    STATUS_LABEL,
    UNIT_LABEL,
    VALUE_LABEL,
)
from erqi_cli.results.tracking.notes import (
    Followed,
    left_out_notes,
    observations_note,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One observation, with where it put the target when it came out.

    `value` is in `unit`. What does not apply is None.
    """

    id: str
    period: str
    value: Decimal | None
    unit: Unit | None
    growth_percent: Decimal | None
    kind: Kind
    comparator: Comparator
    better: Better
    observation_status: ObservationStatus
    published: str | None
    source: str | None
    note: Text | None
    status: Status | None
    completion_percent: Decimal | None
    elapsed_percent: Decimal | None
    pace_points: Decimal | None
    expected: Decimal | None
    gap: Decimal | None
    measured_as: ProgressMeaning | None
    status_words: Annotated[Text | None, HIDDEN]


def history_result(tracker: Tracker, target_id: str, followed: Followed) -> Result[HistoryRow]:
    """Return every observation of one target as a row."""
    target = tracker.plan.target(target_id)
    observations = [one for one in tracker.observations if one.target == target_id]
    observations.sort(key=lambda one: (one.period.end, one.day))
    rows = []
    for observation in observations:
        tracked = tracker.judged_at(observation)
        rows.append(_row(tracker, target, observation, tracked))
    return Result(
        name="history",
        title=HISTORY_TITLE.fill(name=target.name, id=target_id),
        columns=COLUMNS,
        rows=tuple(rows),
        plan=tracker.plan,
        lead=(plan_line(tracker.plan),),
        notes=(observations_note(followed), *left_out_notes(followed)),
        what_if=tracker.scenario.what_ifs,
        extra={
            "id": target_id,
            "name": target.name,
            "published_by": followed.published_by,
            "ledger": followed.ledger,
        },
    )


def _row(
    tracker: Tracker,
    target: Target,
    observation: Observation,
    tracked: TrackedTarget | None,
) -> HistoryRow:
    return HistoryRow(
        id=observation.target,
        period=observation.period.text,
        value=observation.value,
        unit=target.observed_unit,
        growth_percent=observation.growth,
        kind=target.kind,
        comparator=target.comparator,
        better=target.direction,
        observation_status=observation.status,
        published=observation.published,
        source=observation.source,
        note=_remarks(observation),
        status=tracked.status if tracked else None,
        completion_percent=tracked.completion if tracked else None,
        elapsed_percent=tracked.elapsed if tracked else None,
        pace_points=tracked.pace if tracked else None,
        expected=tracked.expected.amount if tracked and tracked.expected else None,
        gap=tracked.gap if tracked else None,
        measured_as=tracked.measured_as if tracked else None,
        status_words=statuses_of(tracker.years)[tracked.status] if tracked else None,
    )


def _remarks(observation: Observation) -> Text | None:
    """Return why the series breaks, and the note."""
    remarks = [text for text in (observation.series_break, observation.note) if text]
    if not remarks:
        return None
    return join(remarks, zh="；", en="; ")


def _unit_cell(row: HistoryRow) -> Cell:
    return unit_label(row.unit) or ""


def _growth_cell(row: HistoryRow) -> Cell:
    return format_percent(row.growth_percent)


def _observation_status_cell(row: HistoryRow) -> Cell:
    return OBSERVATION_STATUSES[row.observation_status]


def _status_cell(row: HistoryRow) -> Cell:
    return row.status_words or ""


COLUMNS: tuple[Column[HistoryRow], ...] = (
    Column("id", same("id"), shown_in="csv"),
    Column("period", PERIOD_LABEL),
    Column("value", VALUE_LABEL, "number", shown_in="some"),
    Column("unit", UNIT_LABEL, show=_unit_cell, shown_in="some"),
    Column("growth_percent", GROWTH_LABEL, "number", _growth_cell, shown_in="some"),
    Column(
        "observation_status",
        OBSERVATION_STATUS_LABEL,
        show=_observation_status_cell,
        gives_way=2,
    ),
    Column("published", PUBLISHED_LABEL, "id", shown_in="some", gives_way=3),
    COMPLETION,
    Column("elapsed_percent", same("elapsed percent"), shown_in="csv"),
    PACE,
    Column("gap", same("gap"), shown_in="csv"),
    Column("status", STATUS_LABEL, "id", _status_cell),
    Column("source", SOURCE_LABEL, "id", shown_in="some", gives_way=1),
    Column("note", NOTE_LABEL, "words", shown_in="some", gives_way=LAST),
    Column("measured_as", same("measured as"), shown_in="csv"),
)
