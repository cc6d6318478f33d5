"""Doubts about the observations of a plan."""

from collections.abc import Iterator

from erqi_cli.errors import Notice
from erqi_cli.readers.yaml.load import PlanFile

FIGURES = ("value", "growth")


def undated_pairs(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt two figures of one target and period that have no day of publication."""
    first_lines: dict[tuple[str, str, str], int] = {}
    entries = plan_file.entries
    for observation in entries.observations:
        target = entries.target_of(observation)
        if target is None or observation.has("published"):
            continue
        place = observation.place_of("target")
        of_period = (observation.target or "", observation.period_key)
        stated = [(*of_period, key) for key in FIGURES if observation.has(key)]
        earlier = [first_lines[one] for one in stated if one in first_lines]
        if earlier:
            name = plan_file.plan.target(observation.target or "").name
            yield entries.notice(
                "N110", place, name=name, period=observation.period_key, first=earlier[0]
            )
        first_lines.update(dict.fromkeys(stated, place.line))
