"""Rules about figures: a rate or an amount, as the kind of target wants it, within bounds."""

from collections.abc import Callable, Iterator

from erqi_cli.domain.vocabulary import GROWTH_KINDS, RATE_KINDS, Kind
from erqi_cli.errors import Problem, Remedy
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.number_forms import number_remedy, rate_remedy
from erqi_cli.parsing.scalar import sound, sound_target
from erqi_cli.readers.yaml.entries import (
    Figure,
    FigureEntry,
    ObservationEntry,
    PlanEntries,
    TargetEntry,
)
from erqi_cli.readers.yaml.rules.keys import FORBIDDEN_KEYS
from erqi_cli.readers.yaml.rules.messages import USE_GROWTH_KEY, USE_SHARE

FIGURE_KINDS = frozenset(
    {Kind.GROWTH, Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.CONTEXT, Kind.MILESTONE}
)
"""The kinds whose figure is a rate or an amount of their own."""
FIGURE_KEYS = ("value", "upper", "baseline")
BOUNDED_OBSERVATIONS = frozenset({Kind.SHARE, Kind.COUNT, Kind.MILESTONE})
"""The kinds whose observed values have bounds."""
DONE_OR_NOT = ("0", "1")
"""What can be observed of a milestone without a figure."""
BoundsCheck = Callable[[Kind, Figure], None]


def target_figures(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the figures of a target are rates or amounts as its kind wants, within bounds."""
    for target in entries.targets:
        kind = target.kind
        if kind is None or kind not in FIGURE_KINDS:
            continue
        for key in FIGURE_KEYS:
            if key in FORBIDDEN_KEYS.get(kind, ()):
                continue
            yield from check_figure(entries, target, target, key)


def check_figure(
    entries: PlanEntries, target: TargetEntry, entry: FigureEntry, key: str
) -> Iterator[Problem]:
    """Check a figure of a target, which is in the target's entry or in one of a revision."""
    kind = target.kind
    figure = entry.figure(key)
    if figure is None or kind is None:
        return
    place = entry.place_of(key)
    value = quote(figure.text)
    if kind in RATE_KINDS and not figure.is_rate:
        yield entries.problem("E302", place, rate_remedy(figure.text), value=value)
    elif figure.is_rate and kind not in RATE_KINDS and not target.is_in_percent:
        yield entries.problem("E301", place, USE_SHARE, value=value)
    else:
        yield from _check_bounds(entries, entry, key, _check_target_bounds, kind)


def observed_figures(entries: PlanEntries) -> Iterator[Problem]:
    """Check that an observed value is one that its target can have."""
    for observation in entries.observations:
        target = entries.target_of(observation)
        figure = observation.figure("value")
        if target is not None and figure is not None:
            yield from _check_observed_figure(entries, observation, target, figure)


def _check_observed_figure(
    entries: PlanEntries, observation: ObservationEntry, target: TargetEntry, figure: Figure
) -> Iterator[Problem]:
    """Check that a share is a rate, an amount is none, and a plain milestone is done or not."""
    kind = target.kind
    place = observation.place_of("value")
    value = quote(figure.text)
    is_done_or_not = kind is Kind.MILESTONE and not target.has("value")
    if kind is Kind.SHARE and not figure.is_rate:
        yield entries.problem("E302", place, rate_remedy(figure.text), value=value)
    elif figure.is_rate and kind is not Kind.SHARE and not target.is_in_percent:
        yield entries.problem("E301", place, _amount_remedy(kind, figure), value=value)
    elif is_done_or_not and figure.text not in DONE_OR_NOT:
        yield entries.problem("E514", place, value=value)
    elif kind is not None and kind in BOUNDED_OBSERVATIONS:
        yield from _check_bounds(entries, observation, "value", _check_observed_bounds, kind)


def _amount_remedy(kind: Kind | None, figure: Figure) -> Remedy:
    """Return what to write instead of a rate where an amount belongs."""
    if kind in GROWTH_KINDS:
        return USE_GROWTH_KEY.fill(value=figure.text)
    return number_remedy(figure.text)


def _check_target_bounds(kind: Kind, figure: Figure) -> None:
    sound_target(kind, figure.value, figure.text)


def _check_observed_bounds(kind: Kind, figure: Figure) -> None:
    sound(kind, figure.value, figure.text)


def _check_bounds(
    entries: PlanEntries, entry: FigureEntry, key: str, check: BoundsCheck, kind: Kind
) -> Iterator[Problem]:
    """Check that a figure is within the bounds of its kind of target."""
    figure = entry.figure(key)
    if figure is None:
        return
    try:
        check(kind, figure)
    except ValueFault as fault:
        yield entries.problem(fault.code, entry.place_of(key), fault.remedy, **fault.values)


def ranges(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the upper end of a range is above its lower end."""
    for target in entries.targets:
        low = target.figure(target.figure_key)
        high = target.figure("upper")
        if low is None or high is None:
            continue
        if low.value >= high.value:
            place = target.place_of("upper")
            yield entries.problem("E412", place, upper=high.text, value=low.text)
