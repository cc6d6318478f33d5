"""The warnings on a status in words."""

from erqi_cli.calc.decimals import rounded
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.calc.tracking.warnings import (
    BaseRevisedWarning,
    DeflatedWarning,
    DueDateWarning,
    GrowthDisagreesWarning,
    NoComparisonWarning,
    NodeWarning,
    PeriodWarning,
    RevisedWarning,
    SideGrowthWarning,
    StaleWarning,
    TrackingWarning,
    YearWarning,
)
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, join
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.figures import change_text
from erqi_cli.results.formatting import format_fixed, format_number
from erqi_cli.results.labels import statuses_of
from erqi_cli.results.periods import month_words, period_words
from erqi_cli.results.result import Note
from erqi_cli.results.revisions import NO_FIGURE, revision_of
from erqi_cli.results.tracking.messages import (
    BASE_REVISED,
    COMPARABLE_BASE,
    COMPARABLE_BASE_SO_FAR,
    CONSTANT_PRICES,
    DEFLATED,
    DUE_DATE_WARNINGS,
    GROWTH_DISAGREES,
    NO_COMPARISON,
    NODE,
    PERIOD_WARNINGS,
    REVISION_WARNINGS,
    SIDE_GROWTH,
    STALE,
    STALE_GROWTH,
    WARNING_ABOUT,
    WARNINGS,
    YEAR_WARNINGS,
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
            text = PERIOD_WARNINGS[warning.code].fill(period=period_words(warning.period))
        case YearWarning():
            text = YEAR_WARNINGS[warning.code].fill(year=warning.year)
        case DueDateWarning():
            text = DUE_DATE_WARNINGS[warning.code].fill(due=month_words(warning.due))
        case StaleWarning():
            is_chained = target.kind is Kind.GROWTH and tracker.years.are_several
            template = STALE_GROWTH if is_chained else STALE
            text = template.fill(
                period=month_words(warning.period),
                as_of=month_words(warning.as_of),
            )
        case NoComparisonWarning():
            other = tracker.plan.target(warning.other)
            text = NO_COMPARISON.fill(other=other.name)
        case RevisedWarning():
            text = _revision_text(tracker, target, warning)
        case BaseRevisedWarning():
            base = with_unit(warning.base, target.unit)
            planned = with_unit(warning.planned, target.unit)
            text = BASE_REVISED.fill(base=base, planned=planned, base_year=base_year)
        case NodeWarning() | SideGrowthWarning() | DeflatedWarning() | GrowthDisagreesWarning():
            text = _growth_text(tracker, target, warning)
        case _:
            text = WARNINGS[warning.code].fill(base_year=base_year)
    return text


def _growth_text(
    tracker: Tracker,
    target: Target,
    warning: NodeWarning | SideGrowthWarning | DeflatedWarning | GrowthDisagreesWarning,
) -> Text:
    """Return the words of a warning about rates of growth."""
    match warning:
        case NodeWarning():
            rate = f"{format_number(warning.figure)}%"
            return NODE.fill(period=month_words(warning.period), rate=rate)
        case SideGrowthWarning():
            return SIDE_GROWTH.fill(
                target=change_text(warning.target),
                actual=change_text(warning.actual),
                status=statuses_of(tracker.years)[warning.status],
            )
        case DeflatedWarning():
            return DEFLATED.fill(
                nominal=format_number(warning.nominal),
                deflator=format_number(warning.deflator),
                real=format_number(warning.real, 2),
            )
        case GrowthDisagreesWarning():
            return _disagreement_text(target, warning)


def _revision_text(tracker: Tracker, target: Target, warning: RevisedWarning) -> Text:
    """Return when the figure was revised, and from what to what."""
    revision = revision_of(tracker.plan, target, warning.day)
    return REVISION_WARNINGS[warning.code].fill(
        day=month_words(revision.day),
        before=revision.words_before or NO_FIGURE,
        after=revision.words or NO_FIGURE,
    )


def _disagreement_text(target: Target, warning: GrowthDisagreesWarning) -> Text:
    """Return how far apart the two growths are, and why or from which base."""
    apart = GROWTH_DISAGREES.fill(
        published=format_fixed(warning.published, 2),
        implied=format_fixed(warning.implied, 2),
        points=format_fixed(warning.points, 2).lstrip("-"),
    )
    if warning.is_constant:
        reason = CONSTANT_PRICES.fill(year=warning.year)
    elif warning.implied_base is not None:
        template = COMPARABLE_BASE if warning.is_whole_year else COMPARABLE_BASE_SO_FAR
        base = with_unit(rounded(warning.implied_base, 2), target.unit)
        reason = template.fill(base=base, base_year=warning.year - 1)
    else:
        return apart
    return join([apart, reason], zh="；", en="; ")
