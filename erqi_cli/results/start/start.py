"""Builds the start page: the plan in use, where it stands, and the commands that fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Status
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.labels import statuses_of
from erqi_cli.results.periods import month_words
from erqi_cli.results.result import Column, Line, Note, Result
from erqi_cli.results.start.messages import (
    AS_OF_LABEL,
    CHART,
    COMMAND_LABEL,
    FILE_LABEL,
    INIT,
    LEDGER_LABEL,
    LIST,
    MORE,
    NEXT,
    NO_DATA_YET,
    NO_LEDGER,
    NOTHING_SCORED,
    PROJECT,
    PURPOSE_LABEL,
    RATE,
    RECORD,
    SCHEDULE,
    SHIPPED,
    TARGETS_LABEL,
    TRACK,
    VALUE,
    WORKBOOK,
    WORST,
)
from erqi_cli.results.tracking.columns import is_done_or_not
from erqi_cli.results.tracking.message.order import LATE_STATUSES, worst_first
from erqi_cli.results.tracking.notes import Followed
from erqi_cli.results.tracking.rows import TrackingRow, tracking_row
from erqi_cli.results.tracking.summary import Counts, count_statuses, marked_counts

FIRST_MONTH = "03"
"""The month that is proposed for a first figure: few places publish figures before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRow:
    """A command to run next, and what it is for."""

    command: Text
    purpose: Text


TRACK_ROW = CommandRow(command=same("erqi track"), purpose=TRACK)
CHART_ROW = CommandRow(command=same("erqi report -o chart.html"), purpose=CHART)
WORKBOOK_ROW = CommandRow(command=same("erqi report -o targets.xlsx"), purpose=WORKBOOK)
SCHEDULE_ROW = CommandRow(command=same("erqi schedule"), purpose=SCHEDULE)
PROJECT_ROW = CommandRow(command=same("erqi project --baseline"), purpose=PROJECT)
INIT_ROW = CommandRow(command=same("erqi init"), purpose=INIT)
LIST_ROW = CommandRow(command=same("erqi list"), purpose=LIST)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInUse:
    """The file of the plan, and whether it is the one that comes with the program."""

    path: str
    is_shipped: bool


def start_result(
    tracker: Tracker,
    followed: Followed,
    plan_in_use: PlanInUse,
) -> Result[CommandRow]:
    """Return the start page: plan, ledger, as-of period and counts above the next commands."""
    tracked = tracker.track(tracker.scored_ids())
    rows = worst_first(tracking_row(tracker, one) for one in tracked)
    counts = count_statuses(rows)
    as_of = tracker.as_of
    return Result(
        name="start",
        title=tracker.plan.name,
        columns=COMMAND_COLUMNS,
        rows=_next_commands(tracker, rows, followed, plan_in_use),
        plan=tracker.plan,
        lead=(
            (FILE_LABEL, _file_words(plan_in_use)),
            (LEDGER_LABEL, followed.ledger or NO_LEDGER),
            (AS_OF_LABEL, month_words(as_of.text) if as_of else NO_DATA_YET),
            _counts_line(tracker, counts),
        ),
        notes=(Note("more", MORE),),
        groups="part",
        extra={
            "plan_file": plan_in_use.path,
            "ledger": followed.ledger,
            "as_of": as_of.text if as_of else None,
            "summary": counts,
        },
    )


def _file_words(plan_in_use: PlanInUse) -> Text:
    path = same(plan_in_use.path)
    return SHIPPED.fill(path=path) if plan_in_use.is_shipped else path


def _counts_line(tracker: Tracker, counts: Counts) -> Line:
    """Return how many targets have each status, as `erqi track` counts them."""
    if counts.status is None:
        return TARGETS_LABEL, NOTHING_SCORED
    return TARGETS_LABEL, marked_counts(counts, statuses_of(tracker.years))


def _next_commands(
    tracker: Tracker,
    rows: Sequence[TrackingRow],
    followed: Followed,
    plan_in_use: PlanInUse,
) -> tuple[CommandRow, ...]:
    """Return the three commands that fit; the targets stand with the worst first."""
    if not rows:
        return LIST_ROW, PROJECT_ROW, CHART_ROW
    if rows[0].status in LATE_STATUSES:
        return TRACK_ROW, _explain_row(rows[0]), CHART_ROW
    if plan_in_use.is_shipped and followed.ledger is None:
        return TRACK_ROW, PROJECT_ROW, INIT_ROW
    has_ledger = followed.ledger is not None
    if tracker.as_of is None:
        record = _record_row(tracker, rows[0], has_ledger=has_ledger)
        return record, SCHEDULE_ROW, CHART_ROW
    for row in rows:
        if row.status is Status.NO_DATA:
            return TRACK_ROW, _record_row(tracker, row, has_ledger=has_ledger), CHART_ROW
    return TRACK_ROW, CHART_ROW, WORKBOOK_ROW


def _explain_row(worst: TrackingRow) -> CommandRow:
    """Return the command that explains the worst target."""
    return CommandRow(
        command=same(f"erqi explain {worst.id}"),
        purpose=WORST.fill(name=worst.name, status=worst.reading.status),
    )


def _record_row(tracker: Tracker, row: TrackingRow, *, has_ledger: bool) -> CommandRow:
    """Return the command that adds a figure of a target to the ledger."""
    words = [same(f"erqi record {row.id} {_period(tracker)}"), _figure(row)]
    if not has_ledger:
        words.append(same("--create"))
    return CommandRow(
        command=Text(" ".join(word.zh for word in words), " ".join(word.en for word in words)),
        purpose=RECORD.fill(name=row.name),
    )


def _period(tracker: Tracker) -> str:
    """Return the period of the next figure: the as-of period; without data, an early one."""
    if tracker.as_of is not None:
        return tracker.as_of.text
    first = tracker.years.first
    return str(first) if tracker.years.are_several else f"{first}-{FIRST_MONTH}"


def _figure(row: TrackingRow) -> Text:
    """Return what stands for the figure to be recorded; what is done or not done is 1."""
    if row.kind in GROWTH_KINDS:
        return Text(f"--growth {RATE.zh}", f"--growth {RATE.en}")
    return same("1") if is_done_or_not(row) else VALUE


COMMAND_COLUMNS: tuple[Column[CommandRow], ...] = (
    Column("part", NEXT, show=lambda _: NEXT, value=lambda _: "next"),
    Column("command", COMMAND_LABEL, "words"),
    Column("purpose", PURPOSE_LABEL, "words"),
)
