"""Compares a figure of the document with one of the plan: measure, value, upper end, qualifier."""

from collections.abc import Iterable
from decimal import Decimal

from erqi_cli.calc.audit.claims import CitedFigure
from erqi_cli.calc.decimals import rounded
from erqi_cli.domain.vocabulary import Comparator, Difference
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.unit_words import COUNT, COUNTED_MEASURES

OPPOSITE = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
}
"""A decrease of at least 3% is a growth of at most −3%."""
COUNTS = frozenset({COUNT, *COUNTED_MEASURES})
"""The measures of things that are counted."""


def agrees(figure: Figure, cited: CitedFigure) -> bool:
    """Return whether a figure of the document has the plan's value, upper end and unit."""
    if not same_measure(figure.measure, cited.measure):
        return False
    return _same_amounts(figure, cited)


def same_measure(document: str | None, plan: str | None) -> bool:
    """Return whether two measures are the same.

    A counting word agrees with every measure of things that are counted.
    """
    if COUNT in (document, plan):
        return document in COUNTS and plan in COUNTS
    return document == plan


def comparator_of(figure: Figure, cited: CitedFigure) -> str:
    """Return the qualifier of a figure, turned round for a growth that is a decrease.

    A minus sign does not turn it: at least −3% is one of at least −3%.
    """
    comparator = figure.comparator
    if figure.is_decrease and cited.is_growth:
        return OPPOSITE.get(comparator, comparator)
    return comparator


def difference_of(
    figures: Iterable[Figure],
    cited: CitedFigure,
) -> Difference:
    """Return in what the figures of a phrase differ from the plan's, none of which agrees."""
    for figure in figures:
        if _same_amounts(figure, cited):
            return Difference.UNIT
    return Difference.VALUE


def _same_amounts(figure: Figure, cited: CitedFigure) -> bool:
    """Return whether value and upper end are the plan's, in base units.

    A decrease is a negative growth; of another target the plan may give it with either sign.
    """
    value = figure.base_value
    upper = figure.base_upper
    rounds = figure.from_fraction
    if _same_ends(value, upper, cited, rounds=rounds):
        return True
    if not figure.is_decrease or cited.is_growth:
        return False
    if upper is None:
        return _same_ends(-value, None, cited, rounds=rounds)
    return _same_ends(-upper, -value, cited, rounds=rounds)


def _same_ends(
    value: Decimal,
    upper: Decimal | None,
    cited: CitedFigure,
    *,
    rounds: bool,
) -> bool:
    """Return whether both ends are the plan's, which rounds those of a fraction."""
    if not _same_number(value, cited.value, rounds=rounds):
        return False
    return _same_number(upper, cited.upper, rounds=rounds)


def _same_number(
    document: Decimal | None,
    plan: Decimal | None,
    *,
    rounds: bool,
) -> bool:
    """Return whether two numbers are equal; 66.7% is two thirds."""
    if document is None or plan is None:
        return document is plan
    if document == plan:
        return True
    if not rounds:
        return False
    exponent = plan.as_tuple().exponent
    places = -int(exponent)
    return rounded(document, places) == plan
