"""The rule about thresholds: ahead is not below behind, nor behind below seriously behind."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import Figure, FigureEntry, PlanEntries, thresholds_of

FALLING = ("ahead", "behind", "seriously_behind")
"""The thresholds from high to low."""
USUAL = {"ahead": "1", "behind": "0"}
"""The thresholds that apply if neither the plan nor the target has its own."""


def threshold_order(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the thresholds of the plan, and those of each target, are in order."""
    usual = {key: Figure(Decimal(text), text) for key, text in USUAL.items()}
    of_plan = thresholds_of(entries.plan)
    if of_plan is not None:
        yield from _check_order(entries, of_plan, usual)
    of_all = usual | _figures(of_plan)
    for target in entries.targets:
        own = thresholds_of(target)
        if own is not None:
            yield from _check_order(entries, own, of_all)


def _figures(own: FigureEntry | None) -> dict[str, Figure]:
    """Return the thresholds that were accepted, by key."""
    figures: dict[str, Figure] = {}
    if own is None:
        return figures
    for key in FALLING:
        figure = own.figure(key)
        if figure is not None:
            figures[key] = figure
    return figures


def _check_order(
    entries: PlanEntries, own: FigureEntry, others: dict[str, Figure]
) -> Iterator[Problem]:
    """Check the order of a block of thresholds; those that it leaves out are in `others`."""
    figures = others | _figures(own)
    known = [key for key in FALLING if key in figures]
    for high, low in pairwise(known):
        if not own.has(high) and not own.has(low):
            continue  # the plan's own order is a problem of the plan
        if figures[low].value > figures[high].value:
            yield entries.problem(
                "E437",
                own.place_of(low if own.has(low) else high),
                low=low,
                low_value=figures[low].text,
                high=high,
                high_value=figures[high].text,
            )
