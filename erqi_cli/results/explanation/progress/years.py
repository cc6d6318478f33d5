"""Explains the progress of a growth over several years: yearly growths chained, and logarithms."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import plain, rounded
from erqi_cli.calc.tracking.tracked import Compounded, TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.i18n.text import Text
from erqi_cli.results.explanation.messages import (
    CHAINED,
    CHAINED_LABEL,
    COMPLETION_LABEL,
    GROWTHS_OVER,
    LOG_PROGRESS,
    NEEDED_YEARLY,
    PACE_LABEL,
    PACE_SUBTRACTION,
    POINTS,
    SO_FAR_LABEL,
)
from erqi_cli.results.explanation.progress.amounts import year_passed
from erqi_cli.results.explanation.rows import ExplanationRow, progress_row
from erqi_cli.results.figures import change_text
from erqi_cli.results.formatting import format_factor, format_fixed_percent
from erqi_cli.results.labels import passed_label
from erqi_cli.results.tracking.wording import pace_words

PLACES = 4
"""The places of an index in a formula."""


def compounded_rows(
    tracker: Tracker,
    tracked: TrackedTarget,
    compounded: Compounded,
) -> Iterator[ExplanationRow]:
    """Yield the yearly growths, what they come to, and the logarithmic progress."""
    factors = " × ".join(format_factor(growth) for growth in compounded.growths)
    chained = CHAINED.fill(factors=factors, level=_index(compounded.level))
    yield progress_row(CHAINED_LABEL, chained)
    if tracked.actual is not None:
        growth = change_text(rounded(tracked.actual, 2))
        so_far = GROWTHS_OVER[tracked.target.growth_over].fill(growth=growth)
        yield progress_row(SO_FAR_LABEL, so_far)
    if tracked.period is not None and tracked.elapsed is not None:
        passed = year_passed(tracker, tracked.period, tracked.elapsed)
        yield progress_row(passed_label(tracker.years), passed)
    if tracked.completion is None or tracked.pace is None or tracked.elapsed is None:
        return
    completion = format_fixed_percent(tracked.completion, 2)
    words = LOG_PROGRESS.fill(
        level=_index(compounded.level),
        whole=_index(compounded.whole),
        completion=completion,
    )
    yield progress_row(COMPLETION_LABEL, words)
    pace = PACE_SUBTRACTION.fill(
        done=completion,
        expected=format_fixed_percent(tracked.elapsed, 2),
        pace=pace_words(tracked.pace, of_limit=False, unit=POINTS),
    )
    yield progress_row(PACE_LABEL, pace)


def yearly_growth_needed(tracker: Tracker, tracked: TrackedTarget) -> Text | None:
    """Return how the growth a year that the remaining years need comes about; None for none."""
    compounded = tracked.compounded
    if compounded is None or tracked.needed is None:
        return None
    return NEEDED_YEARLY.fill(
        whole=_index(compounded.aim),
        level=_index(compounded.level),
        left=tracker.years.number - len(compounded.growths),
        needed=format_fixed_percent(tracked.needed, 2),
    )


def _index(value: Decimal) -> str:
    return plain(rounded(value, PLACES))
