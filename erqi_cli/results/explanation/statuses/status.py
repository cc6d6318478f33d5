"""Builds the result of `erqi explain` for a status."""

from collections.abc import Iterator, Sequence

from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Mark, Status
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.explanation.rows import (
    EXPLANATION_COLUMNS,
    ExplanationRow,
    input_row,
    progress_row,
)
from erqi_cli.results.explanation.statuses import messages
from erqi_cli.results.explanation.statuses.rules import condition_rules
from erqi_cli.results.explanation.statuses.words import Condition
from erqi_cli.results.labels import MARKS, STATUS_SIGNS, statuses_of
from erqi_cli.results.periods import month_words
from erqi_cli.results.result import Result, plan_line
from erqi_cli.results.tracking.message.order import worst_first
from erqi_cli.results.tracking.rows import TrackingRow, tracking_row
from erqi_cli.results.tracking.wording import lead_in_points

MAX_TARGETS = 5
"""So many targets that have the status are named."""
NO_LEAD = same("–")


def condition_result(tracker: Tracker, condition: Condition) -> Result[ExplanationRow]:
    """Return what a status means, when it is given, and which targets have it, the worst first."""
    plan = tracker.plan
    tracked = tracker.track(tracker.scored_ids())
    judged = worst_first(tracking_row(tracker, one) for one in tracked)
    having = [row for row in judged if _has(row, condition)]
    rows = [
        *_meaning(tracker, condition),
        *condition_rules(plan, condition),
        *_targets(tracker, condition, having, len(judged)),
    ]
    return Result(
        name="explanation",
        title=_title(tracker, condition),
        columns=EXPLANATION_COLUMNS,
        rows=tuple(rows),
        plan=plan,
        lead=(plan_line(plan),),
        what_if=tracker.scenario.what_ifs,
        groups="part",
        extra={"status": condition, "targets": [row.id for row in having]},
    )


def _has(row: TrackingRow, condition: Condition) -> bool:
    if isinstance(condition, Mark):
        return row.marks.stale
    return row.status is condition


def _title(tracker: Tracker, condition: Condition) -> Text:
    """Return the word of a status behind its sign."""
    if isinstance(condition, Mark):
        return MARKS[condition]
    return messages.SIGNED_TITLE.fill(
        sign=STATUS_SIGNS[condition],
        status=statuses_of(tracker.years)[condition],
    )


def _meaning(tracker: Tracker, condition: Condition) -> Iterator[ExplanationRow]:
    """Yield what a status means in a sentence, and its sign."""
    is_of_years = tracker.years.are_several
    span = messages.WHOLE_PLAN if is_of_years else messages.YEAR_OF_PLAN
    meaning = messages.MEANINGS[condition].fill(span=span)
    yield input_row(messages.MEANING_LABEL, meaning)
    if isinstance(condition, Status):
        yield input_row(messages.SIGN_LABEL, same(STATUS_SIGNS[condition]))


def _targets(
    tracker: Tracker,
    condition: Condition,
    having: Sequence[TrackingRow],
    all_count: int,
) -> Iterator[ExplanationRow]:
    """Yield of when the data are, how many targets have the status, and the worst of them."""
    as_of = tracker.as_of
    yield progress_row(
        messages.AS_OF_LABEL,
        month_words(as_of.text) if as_of else messages.NO_DATA_YET,
    )
    yield progress_row(messages.COUNT_LABEL, _count(len(having), all_count))
    for row in having[:MAX_TARGETS]:
        yield progress_row(row.name, lead_in_points(row) or NO_LEAD)
    if having:
        command = same(f"erqi track --status {condition}")
        yield progress_row(messages.LIST_LABEL, command)


def _count(count: int, all_count: int) -> Text:
    if not count:
        return messages.NONE_NOW
    template = messages.COUNT if count <= MAX_TARGETS else messages.COUNT_AND_MORE
    return template.fill(count=count, all=all_count, shown=MAX_TARGETS)
