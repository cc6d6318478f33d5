"""A rule about units: the two sides of a ratio are of one measure."""

from collections.abc import Iterator

from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import Entry, PlanEntries, TargetEntry
from erqi_cli.readers.yaml.rules.ids import RATIO_SIDES
from erqi_cli.readers.yaml.rules.keys import REQUIRED_KEYS


def ratio_units(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the two sides of a ratio have units, and that these are of one measure."""
    for ratio in entries.ratios:
        sides = _sides(entries, ratio)
        if len(sides) < len(RATIO_SIDES) or any(map(_has_unit_problem, sides.values())):
            continue
        without_unit = [key for key, side in sides.items() if not side.has("unit")]
        for key in without_unit:
            yield entries.problem("E416", ratio.place_of(key), id=ratio.text(key))
        if without_unit:
            continue
        numerator, denominator = (side.unit for side in sides.values())
        if numerator is None or denominator is None:
            continue
        if numerator.measure != denominator.measure:
            place = ratio.place_of("denominator")
            yield entries.problem("E414", place, unit=numerator.symbol, other=denominator.symbol)


def _sides(entries: PlanEntries, ratio: Entry) -> dict[str, TargetEntry]:
    """Return the sides of a ratio that exist, by key."""
    sides = {}
    for key in RATIO_SIDES:
        target = entries.targets_by_id.get(ratio.text(key) or "")
        if target is not None:
            sides[key] = target
    return sides


def _has_unit_problem(side: TargetEntry) -> bool:
    """Tell whether a unit is refused, or missing where another rule says so already."""
    if side.has("unit"):
        return side.unit is None
    return side.kind is not None and "unit" in REQUIRED_KEYS.get(side.kind, ())
