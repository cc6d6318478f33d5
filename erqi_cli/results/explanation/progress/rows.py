"""Explains where a target stands: latest observation, arithmetic of the status, and the rule."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import rounded
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import PERCENT, UNITS, Unit
from erqi_cli.domain.vocabulary import JudgedOn
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.messages import (
    HINT_LABEL,
    NEEDED_AVERAGE_LABEL,
    NEEDED_GROWTH_LABEL,
    NEEDED_LABEL,
    NEEDED_YEARLY_LABEL,
    OBSERVATION_LABEL,
    PER_MONTH_LABEL,
    REDUCED_BY,
    STATUS_LABEL,
)
from erqi_cli.results.explanation.progress.amounts import (
    amount_rows,
    average_needed,
    side_growth_row,
)
from erqi_cli.results.explanation.progress.growth import growth_needed, growth_rows
from erqi_cli.results.explanation.progress.years import (
    compounded_rows,
    yearly_growth_needed,
)
from erqi_cli.results.explanation.rows import ExplanationRow, progress_row
from erqi_cli.results.explanation.status_rules import status_rules
from erqi_cli.results.formatting import format_fixed_percent
from erqi_cli.results.labels import passed_label, statuses_of
from erqi_cli.results.tracking.outlook.arithmetic import outlook_lines
from erqi_cli.results.tracking.recorded import observed_words
from erqi_cli.results.tracking.warnings import warning_notes


def progress_rows(tracker: Tracker, target: Target) -> Iterator[ExplanationRow]:
    """Yield the rows that explain a target's status; none for what is not scored."""
    if not target.is_scored:
        return
    tracked = tracker.track_one(target.id)
    if tracked.observation is not None:
        observation = observed_words(tracker.plan, tracked.observation)
        yield progress_row(OBSERVATION_LABEL, observation)
    yield from _arithmetic(tracker, tracked)
    if tracked.elapsed is not None and tracked.actual is None:
        elapsed = format_fixed_percent(tracked.elapsed, 2)
        yield progress_row(passed_label(tracker.years), same(elapsed))
    yield progress_row(STATUS_LABEL, statuses_of(tracker.years)[tracked.status])
    for label, rule in status_rules(tracker.plan, tracked):
        yield progress_row(label, rule)
    yield from _outlook(tracker, tracked)
    for note in warning_notes(tracker, tracked):
        yield progress_row(HINT_LABEL, note.text)


def _arithmetic(tracker: Tracker, tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield how the figures that decide the status come about; a milestone has none."""
    if tracked.compounded is not None:
        yield from compounded_rows(tracker, tracked, tracked.compounded)
    elif tracked.growth is not None:
        yield from growth_rows(tracker, tracked, tracked.growth)
    elif tracked.judged_on is not JudgedOn.MILESTONE:
        yield from amount_rows(tracker, tracked)
    if tracked.side_growth is not None:
        yield side_growth_row(tracked.side_growth, tracker.years)


def _outlook(tracker: Tracker, tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield what is still needed, and where today's rate would lead."""
    unit = _unit_of_differences(tracked)
    growth = growth_needed(tracked)
    average = average_needed(tracked)
    yearly = yearly_growth_needed(tracker, tracked)
    if growth is not None:
        yield progress_row(NEEDED_GROWTH_LABEL, growth)
    elif yearly is not None:
        yield progress_row(NEEDED_YEARLY_LABEL, yearly)
    elif average is not None:
        yield progress_row(NEEDED_AVERAGE_LABEL, average)
    elif tracked.needed:
        yield progress_row(NEEDED_LABEL, _difference(tracked.needed, unit))
    if tracked.needed_per_month:
        per_month = rounded(tracked.needed_per_month, 2)
        yield progress_row(PER_MONTH_LABEL, _difference(per_month, unit))
    for label, words in outlook_lines(tracker, tracked):
        yield progress_row(label, words)


def _unit_of_differences(tracked: TrackedTarget) -> Unit | None:
    """Return the unit of what is still to be added: points for a share, percent for a growth."""
    if tracked.judged_on is JudgedOn.LEVEL:
        return tracked.target.unit
    return UNITS["百分点"] if tracked.judged_on is JudgedOn.SHARE else PERCENT


def _difference(value: Decimal, unit: Unit | None) -> Text:
    """Return what is to be added, or where less is to be reached, taken away."""
    amount = with_unit(abs(value), unit)
    return REDUCED_BY.fill(amount=amount) if value < 0 else amount
