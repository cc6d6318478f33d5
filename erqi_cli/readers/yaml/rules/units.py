"""Rules about units: each is known, and the two sides of a ratio are of one measure."""

from collections.abc import Iterator

from erqi_cli.domain.units import find_unit
from erqi_cli.errors import Problem, Remedy
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.scalar import parse_unit
from erqi_cli.readers.yaml.entries import Entry, PlanEntries, TargetEntry
from erqi_cli.readers.yaml.rules.ids import RATIO_SIDES
from erqi_cli.readers.yaml.rules.keys import REQUIRED_KEYS
from erqi_cli.readers.yaml.rules.messages import UNIT_ABOVE


def known_units(entries: PlanEntries) -> Iterator[Problem]:
    """Check that every unit is one of the list or of the plan's own."""
    for target in entries.targets:
        if target.unit is None:
            yield from _check_unit(entries, target, "unit")


def own_units(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a unit of the plan's own is new, and converts to a known one or to none."""
    symbols: set[str] = set()
    later = {unit.text("symbol") for unit in entries.units}
    for unit in entries.units:
        symbol = unit.text("symbol") or ""
        if find_unit(symbol) is not None or symbol in symbols:
            yield entries.problem("E435", unit.place_of("symbol"), unit=quote(symbol))
        for key, other in (("of", "factor"), ("factor", "of")):
            if unit.has(key) and not unit.has(other):
                yield entries.problem("E436", unit.place_of(key), key=key, other=other)
        if unit.text("of") not in symbols:
            remedy = UNIT_ABOVE if unit.text("of") in later else None
            yield from _check_unit(entries, unit, "of", remedy)
        symbols.add(symbol)


def _check_unit(
    entries: PlanEntries, entry: Entry, key: str, remedy: Remedy = None
) -> Iterator[Problem]:
    """Check that the unit under a key, if there is one, is of the list."""
    words = entry.value_of(key, str)
    if words is None or find_unit(words) is not None:
        return
    try:
        parse_unit(words)
    except ValueFault as fault:
        place = entry.place_of(key)
        yield entries.problem(fault.code, place, remedy or fault.remedy, **fault.values)


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
