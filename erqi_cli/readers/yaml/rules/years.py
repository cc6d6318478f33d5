"""Rules about years and days: the plan year follows the base year, and dates fit their years."""

from collections.abc import Iterator

from erqi_cli.domain.observation import is_published_too_early
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import PlanEntries


def plan_years(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the plan year is the year after the base year."""
    base_year, plan_year = entries.base_year, entries.plan_year
    if base_year is None or plan_year is None:
        return
    if plan_year != base_year + 1:
        place = entries.plan.place_of("plan_year")
        yield entries.problem("E410", place, base_year=base_year, plan_year=plan_year)


def due_dates(entries: PlanEntries) -> Iterator[Problem]:
    """Check that nothing is due before the plan year."""
    plan_year = entries.plan_year
    if plan_year is None:
        return
    first_day = f"{plan_year}-01-01"
    for target in entries.action_targets:
        due = target.value_of("due", str)
        if due is not None and due < first_day:
            yield entries.problem("E423", target.place_of("due"), due=due, year=plan_year)


def publication_dates(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a known figure was not published before its period began."""
    for observation in entries.observations:
        published = observation.value_of("published", str)
        period = observation.period
        if published is None or period is None:
            continue
        status = observation.status or ObservationStatus.PROVISIONAL
        if is_published_too_early(published, period.text, status):
            place = observation.place_of("published")
            yield entries.problem("E422", place, published=published, period=period.text)
