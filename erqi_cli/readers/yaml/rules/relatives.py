"""Rules about relative targets: each is compared with something that grows, and not with itself."""

from collections.abc import Iterator

from erqi_cli.domain.target import Deflator
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import same
from erqi_cli.readers.yaml.entries import PlanEntries, TargetEntry

WITHOUT_GROWTH = frozenset({Kind.SHARE, Kind.MILESTONE, Kind.QUALITATIVE})
"""The kinds that have no growth to be compared with."""


def partners(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the partner of a relative target, and its price target, can have a growth."""
    for target in entries.targets:
        if target.kind is not Kind.RELATIVE:
            continue
        deflator = target.value_of("deflator", Deflator)
        names = {"to": target.text("to"), "deflator": deflator and deflator.target_id}
        for key, name in names.items():
            partner = entries.targets_by_id.get(name or "")
            if partner is not None and partner.kind in WITHOUT_GROWTH:
                place = target.place_of(key)
                yield entries.problem("E430", place, id=same(name or ""), kind=partner.kind)


def cycles(entries: PlanEntries) -> Iterator[Problem]:
    """Check that no relative target is compared with itself, directly or through others.

    A cycle is reported once, at its first target.
    """
    reported: set[str] = set()
    for target in entries.targets:
        chain = _chain(entries, target)
        if chain is not None and reported.isdisjoint(chain):
            reported.update(chain)
            yield entries.problem("E429", target.place_of("to"), chain=" → ".join(chain))


def _chain(entries: PlanEntries, target: TargetEntry) -> list[str] | None:
    """Return the ids from a target back to itself; None if it does not lead back."""
    first = target.full_id or ""
    chain = [first]
    partner: TargetEntry | None = target
    while partner is not None:
        name = partner.text("to")
        if name is None:
            return None
        chain.append(name)
        if name == first:
            return chain
        if name in chain[:-1]:
            return None
        partner = entries.targets_by_id.get(name)
    return None
