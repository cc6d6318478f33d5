"""What is doubtful in a sound plan: a function each, which yields notices.

They read the targets of the plan beside the entries of its file, which know their places. To add a
doubt, write a function that yields notices, and add it to DOUBTS.
"""

from collections.abc import Callable, Iterator

from erqi_cli.errors import Notice
from erqi_cli.readers.yaml.doubts.collections import (
    baselines,
    limits,
    paces,
    shares,
    sums_of_years,
    units,
)
from erqi_cli.readers.yaml.doubts.growths import (
    missing_base_values,
    missing_units,
    price_bases,
    unused_trajectories,
)
from erqi_cli.readers.yaml.doubts.observations import undated_pairs
from erqi_cli.readers.yaml.load import PlanFile

Doubt = Callable[[PlanFile], Iterator[Notice]]

DOUBTS: tuple[Doubt, ...] = (
    units,
    limits,
    sums_of_years,
    shares,
    baselines,
    paces,
    price_bases,
    missing_base_values,
    missing_units,
    unused_trajectories,
    undated_pairs,
)


def notices_of(plan_file: PlanFile) -> list[Notice]:
    """Return every notice of a plan, in the order of its file."""
    notices: list[Notice] = []
    for doubt in DOUBTS:
        notices += doubt(plan_file)
    return sorted(notices, key=lambda notice: (notice.place, notice.code))
