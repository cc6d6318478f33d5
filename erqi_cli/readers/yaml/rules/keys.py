"""Rules about which keys go together."""

from collections.abc import Iterator

from erqi_cli.domain.vocabulary import Collection, Comparator, Kind, ObservationStatus
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import same
from erqi_cli.readers.yaml.entries import PlanEntries, TargetEntry
from erqi_cli.readers.yaml.rules.messages import KIND_OF_FIGURE

REQUIRED_KEYS = {
    Kind.LEVEL: ("value", "unit"),
    Kind.COUNT: ("value", "unit"),
    Kind.SHARE: ("value",),
    Kind.RELATIVE: ("to",),
}
"""The keys that a target of a kind has to have; a growth has its own rule."""
FIGURE_KEYS = ("value", "upper", "growth", "tolerance")
YEAR_KEYS = ("better", "collection", "baseline", "pace", "thresholds")
"""The keys that say how a figure comes about over the year and is judged in it."""
PARTNER_KEYS = ("to", "deflator")
FORBIDDEN_KEYS = {
    Kind.GROWTH: ("baseline", *PARTNER_KEYS),
    Kind.SHARE: ("unit", "growth", *PARTNER_KEYS),
    Kind.LEVEL: PARTNER_KEYS,
    Kind.COUNT: PARTNER_KEYS,
    Kind.CONTEXT: ("better", "collection", "pace", "trajectory", "thresholds", *PARTNER_KEYS),
    Kind.MILESTONE: ("upper", "growth", "tolerance", *YEAR_KEYS, *PARTNER_KEYS),
    Kind.RELATIVE: ("unit", "growth", "collection", "baseline", "pace", "trajectory"),
    Kind.QUALITATIVE: ("unit", "revisions", *FIGURE_KEYS, *YEAR_KEYS, *PARTNER_KEYS),
}
"""The keys that a target of a kind cannot have."""
TOLERANT_COMPARATORS = (Comparator.ABOUT, Comparator.AT_LEAST, Comparator.AT_MOST)
COMPARATOR_KEYS = {
    "upper": (Comparator.BETWEEN,),
    "tolerance": TOLERANT_COMPARATORS,
}
"""The keys that only some comparators can have."""
NEEDED_BY = {Comparator.BETWEEN: "upper", Comparator.ABOUT: "tolerance"}
"""The key that a comparator needs."""


def kind_keys(entries: PlanEntries) -> Iterator[Problem]:
    """Check that each kind of target has the keys that it needs and none that it cannot use."""
    for target in entries.targets:
        kind = target.kind
        if kind is None:
            continue
        if not target.has_unknown_key:  # which may be the missing one, mistyped
            yield from _missing_keys(entries, target, kind)
        yield from _growth_collection(entries, target)
        for key in FORBIDDEN_KEYS.get(kind, ()):
            if target.has(key):
                yield entries.problem("E404", target.place_of(key), kind=kind, key=key)


def _missing_keys(entries: PlanEntries, target: TargetEntry, kind: Kind) -> Iterator[Problem]:
    """Check that a target has the keys that its kind needs.

    A headline indicator that names no kind is a growth target and needs `growth`; one that names
    it may have its rate under `value`.
    """
    if kind is Kind.GROWTH and not target.has("growth"):
        if not target.has("kind"):
            place = target.place_of("value" if target.has("value") else "name")
            yield entries.problem("E205", place, KIND_OF_FIGURE, key=same("growth"))
        elif not target.has("value"):
            yield entries.problem("E403", target.place_of("kind"), kind=kind, key="growth")
    for key in REQUIRED_KEYS.get(kind, ()):
        if not target.has(key):
            yield entries.problem("E403", target.place_of("kind"), kind=kind, key=key)


def _growth_collection(entries: PlanEntries, target: TargetEntry) -> Iterator[Problem]:
    """Check that a growth is neither added up nor counted at the end."""
    collection = target.collection
    if target.kind is not Kind.GROWTH or collection is None:
        return
    if collection is not Collection.AVERAGE:
        place = target.place_of("collection")
        yield entries.problem("E427", place, collection=collection)


def comparator_keys(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a range has its upper end, `about` its tolerance, and no other has them."""
    for target in entries.targets:
        comparator = target.comparator
        if comparator is None:
            continue
        needed = NEEDED_BY.get(comparator)
        if needed is not None and not target.has(needed):
            place = target.place_of("comparator")
            yield entries.problem("E413", place, key=needed, comparator=comparator)
        for key, comparators in COMPARATOR_KEYS.items():
            if target.has(key) and comparator not in comparators:
                place = target.place_of(key)
                allowed = " / ".join(comparators)
                yield entries.problem("E415", place, key=key, comparator=allowed)


def observation_keys(entries: PlanEntries) -> Iterator[Problem]:
    """Check that every observation has a figure, and that a break says why it is one."""
    for observation in entries.observations:
        if not observation.has("value") and not observation.has("growth"):
            yield entries.problem("E406", observation.place_of("target"))
        is_break = observation.status is ObservationStatus.BREAK
        if is_break and not observation.has("series_break"):
            yield entries.problem("E417", observation.place_of("status"))


def some_target(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the plan has a target, unless a key is unknown that may have been theirs."""
    if not entries.targets and not entries.has_unknown_key:
        yield entries.problem("E426", entries.plan.place_of("indicators"))
