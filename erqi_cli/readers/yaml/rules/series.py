"""Rules about the observations of a target: each vintage occurs once, and base values are sound."""

from collections.abc import Iterator

from erqi_cli.errors import Problem
from erqi_cli.parsing.fault import quote
from erqi_cli.readers.yaml.entries import ObservationEntry, PlanEntries


def unique_vintages(entries: PlanEntries) -> Iterator[Problem]:
    """Check that no vintage occurs twice; without a day of publication the later one counts."""
    first_lines: dict[tuple[str, str, str], int] = {}
    for observation in entries.observations:
        if not observation.has("published"):
            continue
        target = observation.target or ""
        period = observation.period_key
        vintage = (target, period, observation.text("published") or "")
        place = observation.place_of("target")
        if vintage in first_lines:
            first = first_lines[vintage]
            yield entries.problem("E405", place, target=quote(target), period=period, first=first)
        first_lines.setdefault(vintage, place.line)


def base_values(entries: PlanEntries) -> Iterator[Problem]:
    """Check that base values are above zero, and that `no_baseline` does not deny them."""
    year = entries.base_year
    if year is None:
        return
    base_values_by_id = _base_values_by_id(entries, year)
    for target in entries.indicators:
        if not target.has("growth"):
            continue
        target_id = target.full_id or ""
        values = base_values_by_id.get(target_id, [])
        if values and target.has("no_baseline"):
            place = target.place_of("no_baseline")
            yield entries.problem("E409", place, id=target_id, year=year)
        yield from _check_above_zero(entries, values)


def _base_values_by_id(entries: PlanEntries, year: int) -> dict[str, list[ObservationEntry]]:
    """Return the observed values of the base year by target."""
    by_id: dict[str, list[ObservationEntry]] = {}
    for observation in entries.observations:
        is_of_base_year = observation.period_key == str(year)
        if is_of_base_year and observation.has("value"):
            by_id.setdefault(observation.target or "", []).append(observation)
    return by_id


def _check_above_zero(entries: PlanEntries, values: list[ObservationEntry]) -> Iterator[Problem]:
    for observation in values:
        figure = observation.figure("value")
        if figure is None or figure.is_rate:
            continue
        if figure.value <= 0:
            yield entries.problem("E411", observation.place_of("value"), value=figure.text)
