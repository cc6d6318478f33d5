"""Rules about ids and numbers: each is unique, and whatever is referred to exists."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from erqi_cli.domain.target import Deflator
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.suggest import did_you_mean, nearest, write_it
from erqi_cli.readers.yaml.entries import Entry, PlanEntries, targets_of
from erqi_cli.readers.yaml.rules.messages import (
    INDICATOR_OR_TARGET,
    SOURCE,
    WRITE_ID,
    WRITE_ID_BESIDE,
)

RATIO_SIDES = ("numerator", "denominator")
MOST_LISTED = 12
"""How many known ids a message lists."""


def ids_of_names(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a name has letters or digits if it is the id too."""
    named = (entries.plan, *entries.targets, *entries.actions, *entries.ratios)
    for entry in named:
        if entry.id == "" and not entry.has("id"):
            place = entry.place_of("name")
            name = next(iter(entry.names), None)
            yield entries.problem("E308", place, WRITE_ID, value=quote(name or ""))


def unique_ids(entries: PlanEntries) -> Iterator[Problem]:
    """Check that ids are unique.

    Sources have ids of their own, and so have the targets of each action; indicators, actions and
    ratios share theirs.
    """
    yield from _check_unique(entries, entries.sources)
    yield from _check_unique(entries, [*entries.indicators, *entries.actions, *entries.ratios])
    for action in entries.actions:
        targets = targets_of(action, entries.own_units)
        yield from _check_unique(entries, targets)


def _check_unique(entries: PlanEntries, named: Iterable[Entry]) -> Iterator[Problem]:
    first_lines: dict[str, int] = {}
    for entry in named:
        if not entry.id:
            continue
        place = entry.place_of("id" if entry.has("id") else "name")
        first = first_lines.get(entry.id)
        if first is not None:
            remedy = None if entry.has("id") else WRITE_ID_BESIDE
            yield entries.problem("E401", place, remedy, id=same(entry.id), first=first)
        first_lines.setdefault(entry.id, place.line)


def references(entries: PlanEntries) -> Iterator[Problem]:
    """Check that every id that an entry refers to exists."""
    sources = _sources(entries)
    targets = _targets(entries)
    yield from _check_reference(entries, entries.plan, "document", sources)
    for entry in (*entries.targets, *entries.observations):
        yield from _check_reference(entries, entry, "source", sources)
    for observation in entries.observations:
        yield from _check_reference(entries, observation, "target", targets)
    for ratio in entries.ratios:
        for side in RATIO_SIDES:
            yield from _check_reference(entries, ratio, side, targets)
    for target in entries.targets:
        yield from _check_reference(entries, target, "to", targets)
        deflator = target.value_of("deflator", Deflator)
        if deflator is not None and deflator.target_id is not None:
            yield from _check_reference(entries, target, "deflator", targets)


class _Referable(NamedTuple):
    """What can be referred to: its name, its entries by id, and the ids that were refused."""

    what: Text
    entries_by_id: Mapping[str, Entry]
    refused_ids: list[str]


def _sources(entries: PlanEntries) -> _Referable:
    sources_by_id: dict[str, Entry] = {}
    refused_ids = []
    for source in entries.sources:
        if source.id is None:
            continue
        sources_by_id[source.id] = source
        if not source.has_valid_id:
            refused_ids.append(source.id)
    return _Referable(SOURCE, sources_by_id, refused_ids)


def _targets(entries: PlanEntries) -> _Referable:
    refused_ids = []
    for full_id, target in entries.targets_by_id.items():
        if not target.has_valid_full_id:
            refused_ids.append(full_id)
    return _Referable(INDICATOR_OR_TARGET, entries.targets_by_id, refused_ids)


def _check_reference(
    entries: PlanEntries, entry: Entry, key: str, referable: _Referable
) -> Iterator[Problem]:
    """Check that the id under a key, if there is one, exists."""
    written = entry.text(key)
    known = referable.entries_by_id
    if written is None or written in known:
        return
    # A reference to an id that was refused itself is right once that id is.
    if referable.refused_ids and nearest(written, referable.refused_ids):
        return
    listed = ", ".join(islice(known, MOST_LISTED))
    if len(known) > MOST_LISTED:
        listed += " …"
    yield entries.problem(
        "E402",
        entry.place_of(key),
        lambda: _reference_remedy(written, known),
        what=referable.what,
        id=quote(written),
        known=listed,
    )


def _reference_remedy(written: str, known: Mapping[str, Entry]) -> Text | None:
    """Return the id that a name stands for, or the id of the nearest id or name."""
    for entry_id, entry in known.items():
        if written in entry.names or written.casefold() == entry_id.casefold():
            return write_it(entry_id)
    names: dict[str, str] = {}
    for entry_id, entry in known.items():
        names |= {name: entry_id for name in entry.names if name}
        names[entry_id] = entry_id
    close = nearest(written, names)
    return did_you_mean(names[close[0]]) if close else None


def action_numbers(entries: PlanEntries) -> Iterator[Problem]:
    """Check that actions are numbered 1, 2, 3 … in order."""
    for expected, action in enumerate(entries.actions, start=1):
        number = action.value_of("number", int)
        if number is not None and number != expected:
            yield entries.problem("E407", action.place_of("number"), expected=expected)
