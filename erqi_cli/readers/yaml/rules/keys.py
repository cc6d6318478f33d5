"""Rules about which keys go together."""

from collections.abc import Iterator

from erqi_cli.domain.vocabulary import Comparator, Kind, ObservationStatus
from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import PlanEntries

REQUIRED_KEYS = {
    Kind.GROWTH: ("value",),
    Kind.LEVEL: ("value", "unit"),
    Kind.COUNT: ("value", "unit"),
    Kind.SHARE: ("value",),
    Kind.RELATIVE: ("to",),
    Kind.CONTEXT: ("value", "unit"),
}
"""The keys that a target of a kind has to have."""
TIMETABLE_KEYS = ("pace", "monthly_shares", "baseline")
FORBIDDEN_KEYS = {
    Kind.GROWTH: ("unit", "to", "baseline"),
    Kind.SHARE: ("unit", "to"),
    Kind.LEVEL: ("to",),
    Kind.COUNT: ("to",),
    Kind.CONTEXT: ("to", *TIMETABLE_KEYS),
    Kind.MILESTONE: ("to", "upper", *TIMETABLE_KEYS),
    Kind.RELATIVE: ("unit", *TIMETABLE_KEYS),
    Kind.QUALITATIVE: ("to", "value", "upper", "unit", "tolerance", *TIMETABLE_KEYS),
}
"""The keys that a target of a kind cannot have."""
COMPARATOR_KEYS = {Comparator.BETWEEN: "upper", Comparator.ABOUT: "tolerance"}
"""The key that a comparator needs, and no other comparator can have."""


def kind_keys(entries: PlanEntries) -> Iterator[Problem]:
    """Check that each kind of target has the keys that it needs and none that it cannot use."""
    for target in entries.action_targets:
        kind = target.kind
        if kind is None:
            continue
        for key in REQUIRED_KEYS.get(kind, ()):
            if not target.has(key):
                yield entries.problem("E403", target.place_of("kind"), kind=kind, key=key)
        for key in FORBIDDEN_KEYS.get(kind, ()):
            if target.has(key):
                yield entries.problem("E404", target.place_of(key), kind=kind, key=key)


def comparator_keys(entries: PlanEntries) -> Iterator[Problem]:
    """Check that `between` has its upper end, `about` its tolerance, and nothing else either."""
    for target in entries.targets:
        if target.comparator is None:
            continue
        for comparator, key in COMPARATOR_KEYS.items():
            is_needed = target.comparator is comparator
            if is_needed and not target.has(key):
                place = target.place_of("comparator")
                yield entries.problem("E413", place, key=key, comparator=comparator)
            elif target.has(key) and not is_needed:
                place = target.place_of(key)
                yield entries.problem("E415", place, key=key, comparator=comparator)


def observation_keys(entries: PlanEntries) -> Iterator[Problem]:
    """Check that every observation holds a figure, and that a break says why it is one."""
    for observation in entries.observations:
        if not observation.has("value") and not observation.has("growth"):
            yield entries.problem("E406", observation.place_of("target"))
        is_break = observation.status is ObservationStatus.BREAK
        if is_break and not observation.has("series_break"):
            yield entries.problem("E417", observation.place_of("status"))
