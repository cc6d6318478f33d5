"""The rules between the values of a plan file, a function each.

They read the entries of the file and not the plan that is built from it, so that one run reports
their problems together with those of single values. To add a rule, write a function that yields
problems, and add it to RULES.
"""

from collections.abc import Callable, Iterator

from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import PlanEntries
from erqi_cli.readers.yaml.rules.directions import directions, tolerances
from erqi_cli.readers.yaml.rules.figures import observed_figures, ranges, target_figures
from erqi_cli.readers.yaml.rules.ids import action_numbers, ids_of_names, references, unique_ids
from erqi_cli.readers.yaml.rules.keys import (
    comparator_keys,
    kind_keys,
    observation_keys,
    some_target,
)
from erqi_cli.readers.yaml.rules.relatives import cycles, partners
from erqi_cli.readers.yaml.rules.revisions import revisions
from erqi_cli.readers.yaml.rules.series import base_values, unique_vintages
from erqi_cli.readers.yaml.rules.thresholds import threshold_order
from erqi_cli.readers.yaml.rules.timetables import baselines, trajectories
from erqi_cli.readers.yaml.rules.units import known_units, own_units, ratio_units
from erqi_cli.readers.yaml.rules.years import due_dates, plan_years, publication_dates

Rule = Callable[[PlanEntries], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    ids_of_names,
    unique_ids,
    references,
    action_numbers,
    some_target,
    kind_keys,
    comparator_keys,
    observation_keys,
    own_units,
    known_units,
    target_figures,
    observed_figures,
    ranges,
    unique_vintages,
    base_values,
    plan_years,
    due_dates,
    publication_dates,
    ratio_units,
    directions,
    tolerances,
    partners,
    cycles,
    trajectories,
    baselines,
    revisions,
    threshold_order,
)


def problems_of(entries: PlanEntries) -> Iterator[Problem]:
    """Yield every problem that a rule finds."""
    for rule in RULES:
        yield from rule(entries)
