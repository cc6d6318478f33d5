"""The warnings on a status in words."""

from erqi_cli.calc.decimals import rounded
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.calc.tracking.warnings import (
    BaseRevisedWarning,
    DueDateWarning,
    GrowthDisagreesWarning,
    ImpliedGrowthWarning,
    NoComparisonWarning,
    OlderDataWarning,
    PeriodWarning,
    TrackingWarning,
)
from erqi_cli.domain.target import Target
from erqi_cli.i18n.text import Text
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import format_fixed
from erqi_cli.results.result import Note
from erqi_cli.results.tracking.messages import (
    BASE_REVISED,
    DUE_DATE_WARNINGS,
    GROWTH_DISAGREES,
    GROWTH_DISAGREES_SO_FAR,
    IMPLIED,
    IMPLIED_NOMINAL,
    NO_COMPARISON,
    OLDER_DATA,
    PERIOD_WARNINGS,
    WARNING_ABOUT,
    WARNINGS,
)


def warning_notes(tracker: Tracker, tracked: TrackedTarget) -> list[Note]:
    """Return a target's warnings in words, each once.

    A warning about the target that it is compared with begins with that target's name.
    """
    notes = {}
    for warning in tracked.warnings:
        text = _text(tracker, tracked, warning)
        notes[warning.code, warning.about] = Note(warning.code, text)
    return list(notes.values())


def _text(tracker: Tracker, tracked: TrackedTarget, warning: TrackingWarning) -> Text:
    if warning.about is None:
        return _warning_text(tracker, tracked.target, warning)
    other = tracker.plan.target(warning.about)
    text = _warning_text(tracker, other, warning)
    return WARNING_ABOUT.fill(name=other.name, warning=text)


def _warning_text(tracker: Tracker, target: Target, warning: TrackingWarning) -> Text:
    """Return the words of a warning about a target."""
    base_year = tracker.base_year
    match warning:
        case PeriodWarning():
            text = PERIOD_WARNINGS[warning.code].fill(period=warning.period, base_year=base_year)
        case DueDateWarning():
            text = DUE_DATE_WARNINGS[warning.code].fill(due=warning.due)
        case OlderDataWarning():
            text = OLDER_DATA.fill(period=warning.period, as_of=warning.as_of)
        case NoComparisonWarning():
            other = tracker.plan.target(warning.other)
            text = NO_COMPARISON.fill(other=other.name)
        case BaseRevisedWarning():
            base = with_unit(warning.base, target.unit)
            planned = with_unit(warning.planned, target.unit)
            text = BASE_REVISED.fill(base=base, planned=planned, base_year=base_year)
        case ImpliedGrowthWarning():
            text = IMPLIED_NOMINAL if warning.is_nominal else IMPLIED
        case GrowthDisagreesWarning():
            text = _disagreement_text(base_year, target, warning)
        case _:
            text = WARNINGS[warning.code].fill(base_year=base_year)
    return text


def _disagreement_text(base_year: int, target: Target, warning: GrowthDisagreesWarning) -> Text:
    template = GROWTH_DISAGREES if warning.is_whole_year else GROWTH_DISAGREES_SO_FAR
    return template.fill(
        published=format_fixed(warning.published, 2),
        implied=format_fixed(warning.implied, 2),
        points=format_fixed(warning.points, 2).lstrip("-"),
        base=with_unit(rounded(warning.implied_base, 2), target.unit),
        base_year=base_year,
    )
