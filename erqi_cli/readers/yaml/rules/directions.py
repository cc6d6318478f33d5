"""Rules about how a figure is judged: which way is better, and how much it may miss its target."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.domain.vocabulary import RATE_KINDS, Better, Comparator, Kind
from erqi_cli.errors import Problem
from erqi_cli.readers.yaml.entries import PlanEntries

CONTRADICTIONS = (
    (Comparator.AT_LEAST, Better.LOWER),
    (Comparator.AT_MOST, Better.HIGHER),
)
"""A floor of what should be low, and a limit on what should be high."""
WIDE_TOLERANCE = Decimal(2)
"""A tolerance up to so many points is never a slip."""
WHOLE = Decimal(100)


def directions(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a planned fall says which way is better, and that nothing contradicts it."""
    for target in entries.targets:
        better = target.value_of("better", Better)
        if (target.comparator, better) in CONTRADICTIONS:
            place = target.place_of("better")
            yield entries.problem("E428", place, better=better, comparator=target.comparator)
        growth = target.figure(target.figure_key)
        if target.kind is not Kind.GROWTH or growth is None or target.has("better"):
            continue
        if growth.value < 0 and target.comparator is Comparator.EXACTLY:
            place = target.place_of(target.figure_key)
            yield entries.problem("E425", place, growth=growth.text)


def tolerances(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a tolerance is not as large as the figure that it belongs to."""
    for target in entries.targets:
        tolerance = target.figure("tolerance")
        figure = target.figure(target.figure_key)
        if tolerance is None or figure is None or tolerance.value <= WIDE_TOLERANCE:
            continue
        whole = abs(figure.value) if target.kind in RATE_KINDS else WHOLE
        if tolerance.value >= whole:
            place = target.place_of("tolerance")
            yield entries.problem("E431", place, tolerance=tolerance.text)
