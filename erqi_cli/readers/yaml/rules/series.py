"""Rules about the observations of a target: each vintage stands once, and there is a base value."""

from collections.abc import Iterator

from erqi_cli.errors import Problem
from erqi_cli.parsing.fault import quote
from erqi_cli.readers.yaml.entries import ObservationEntry, PlanEntries


def unique_vintages(entries: PlanEntries) -> Iterator[Problem]:
    """Check that no vintage stands twice."""
    first_lines: dict[tuple[str, str, str], int] = {}
    for observation in entries.observations:
        target = observation.target or ""
        period = observation.period_key
        vintage = (target, period, observation.text("published") or "")
        place = observation.place_of("target")
        if vintage in first_lines:
            first = first_lines[vintage]
            yield entries.problem("E405", place, target=quote(target), period=period, first=first)
        first_lines.setdefault(vintage, place.line)


def base_values(entries: PlanEntries) -> Iterator[Problem]:
    """Check that every indicator has a base value above zero, or says why there is none."""
    year = entries.base_year
    if year is None:
        return
    base_values_by_id = _base_values_by_id(entries, year)
    is_complete = all(_is_understood(entries, one) for one in entries.observations)
    for indicator in entries.indicators:
        indicator_id = indicator.id or ""
        values = base_values_by_id.get(indicator_id, [])
        has_reason = indicator.has("no_baseline")
        if values and has_reason:
            place = indicator.place_of("no_baseline")
            yield entries.problem("E409", place, id=indicator_id, year=year)
        elif is_complete and not values and not has_reason:
            yield entries.problem("E408", indicator.place_of("id"), id=indicator_id, year=year)
        yield from _check_above_zero(entries, values)


def _base_values_by_id(entries: PlanEntries, year: int) -> dict[str, list[ObservationEntry]]:
    """Return the observed values of the base year by target."""
    by_id: dict[str, list[ObservationEntry]] = {}
    for observation in entries.observations:
        is_of_base_year = observation.period_key == str(year)
        if is_of_base_year and observation.has("value"):
            by_id.setdefault(observation.target or "", []).append(observation)
    return by_id


def _is_understood(entries: PlanEntries, observation: ObservationEntry) -> bool:
    """Tell whether an observation has a known target and period.

    One that has not may be the base value that seems to be missing.
    """
    return entries.target_of(observation) is not None and observation.period is not None


def _check_above_zero(entries: PlanEntries, values: list[ObservationEntry]) -> Iterator[Problem]:
    for observation in values:
        figure = observation.figure("value")
        if figure is None or figure.is_rate:
            continue
        if figure.value <= 0:
            yield entries.problem("E411", observation.place_of("value"), value=figure.text)
