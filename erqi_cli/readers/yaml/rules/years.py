"""Rules about years and days: the plan year follows the base year, and dates fit their years."""

from collections.abc import Iterator

from erqi_cli.domain.observation import MOST_YEARS, publication_fault
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import PlanEntries

LONGEST_PLAN = 20
"""How many years a plan may run."""


def plan_years(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the plan year comes after the base year, by at most 20 years."""
    base_year, plan_year = entries.base_year, entries.plan_year
    if base_year is None or plan_year is None:
        return
    if not base_year < plan_year <= base_year + LONGEST_PLAN:
        place = entries.plan.place_of("plan_year")
        yield entries.problem("E410", place, base_year=base_year, plan_year=plan_year)


def due_dates(entries: PlanEntries) -> Iterator[Problem]:
    """Check that nothing is due before the plan year, or many years after it."""
    plan_year = entries.plan_year
    if plan_year is None:
        return
    first_year = plan_year if entries.base_year is None else entries.base_year + 1
    first_day = f"{first_year}-01-01"
    last_day = f"{plan_year + MOST_YEARS}-12-31"
    for target in entries.targets:
        due = target.value_of("due", str)
        if due is None:
            continue
        if due < first_day:
            yield entries.problem("E423", target.place_of("due"), due=due, year=first_year)
        elif due > last_day:
            yield entries.problem("E432", target.place_of("due"), due=due, year=plan_year)


def publication_dates(entries: PlanEntries) -> Iterator[Problem]:
    """Check that no figure was published before its period could be known, or long after it."""
    for observation in entries.observations:
        published = observation.value_of("published", str)
        period = observation.period
        if published is None or period is None:
            continue
        status = observation.status or ObservationStatus.PROVISIONAL
        code = publication_fault(published, period, status)
        if code is not None:
            place = observation.place_of("published")
            yield entries.problem(
                code,
                place,
                published=published,
                period=period.text,
                earliest=period.known_from,
            )
