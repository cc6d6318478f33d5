"""Doubts about how a figure comes about: as a sum, as a figure at the end, or as an average."""

from collections.abc import Iterator

from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import AMOUNT_KINDS, Collection, Comparator, Kind
from erqi_cli.errors import Notice
from erqi_cli.readers.yaml.load import PlanFile

RARELY_SUMMED = frozenset({"位", "级", "星级", "倍", "%", "百分点"})
"""Units of ranks and rates."""
RATIO_SIGN = "/"
"""Part of a unit of one quantity for each of another, such as a concentration."""
INDEX = "指数"
HALF_YEAR = "-06-30"


def units(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt that concentrations, indices, ranks and rates are added up over the year."""
    for entry, target in plan_file.targets:
        unit = target.unit
        if unit is None or not _is_summed_by_default(target):
            continue
        if _is_rarely_summed(unit):
            place = entry.place_of("unit")
            yield plan_file.entries.notice("N101", place, name=target.name, unit=unit.name)


def limits(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt that a limit is a budget for the whole year."""
    for entry, target in plan_file.targets:
        if target.comparator is not Comparator.AT_MOST or not _is_summed_by_default(target):
            continue
        if target.unit is not None and not _is_rarely_summed(target.unit):
            yield plan_file.entries.notice("N102", entry.place_of("comparator"), name=target.name)


def sums_of_years(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt that a level of a plan of several years is added up over all of them.

    Most such figures, such as an output or a capacity, are those of the last year.
    """
    plan = plan_file.plan
    if not plan.years.are_several:
        return
    for entry, target in plan_file.targets:
        if target.kind is not Kind.LEVEL or not _is_summed_by_default(target):
            continue
        if target.comparator is Comparator.AT_MOST or target.unit is None:
            continue
        if not _is_rarely_summed(target.unit):
            place = entry.place_of(entry.figure_key)
            years = plan.years_in_words
            yield plan_file.entries.notice("N112", place, name=target.name, years=years)


def _is_summed_by_default(target: Target) -> bool:
    """Tell whether a target is summed only because the plan does not say otherwise."""
    return target.collection is None and target.collected is Collection.SUMMED


def _is_rarely_summed(unit: Unit) -> bool:
    return unit in RARELY_SUMMED or RATIO_SIGN in unit or INDEX in unit


def shares(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt that a share fills up from zero if more than half of it is there by mid-year."""
    for entry, target in plan_file.targets:
        if target.kind is not Kind.SHARE or target.collected is not Collection.SUMMED:
            continue
        first = _first_value(plan_file.plan, target)
        if first is None or target.value is None or first.value is None:
            continue
        if first.period.end[4:] <= HALF_YEAR and first.value * 2 > target.value:
            yield plan_file.entries.notice(
                "N103",
                entry.place_of("collection"),
                name=target.name,
                period=first.period.text,
                value=f"{first.value}%",
                figure=f"{target.value}%",
            )


def _first_value(plan: Plan, target: Target) -> Observation | None:
    """Return the observation of a target's first value in the plan year, None if it has none."""
    of_year = []
    for observation in plan.observations:
        is_of_target = observation.target == target.id and observation.value is not None
        if is_of_target and observation.period.year == plan.plan_year:
            of_year.append(observation)
    return min(of_year, key=lambda observation: observation.period.end, default=None)


def baselines(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt a baseline that has no effect, because the figure is a sum or an average."""
    for entry, target in plan_file.targets:
        is_stock = target.collected is Collection.END_OF_PERIOD
        if target.baseline is None or target.kind not in AMOUNT_KINDS or is_stock:
            continue
        place = entry.place_of("baseline")
        collection = target.collected
        yield plan_file.entries.notice("N104", place, name=target.name, collection=collection)


def paces(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt a pace that has no effect, because the figure is not summed."""
    for entry, target in plan_file.targets:
        if target.pace is None or target.kind not in AMOUNT_KINDS:
            continue
        if target.collected is not Collection.SUMMED:
            place = entry.place_of("pace")
            collection = target.collected
            yield plan_file.entries.notice("N105", place, name=target.name, collection=collection)
