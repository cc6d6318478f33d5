"""Finds the figures of a Chinese text, each with its value, unit and qualifier."""

from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.parsing.figures.amounts import Amount, find_amounts
from erqi_cli.parsing.figures.number_words import ARITHMETIC
from erqi_cli.parsing.figures.qualifiers import (
    AT_LEAST,
    BETWEEN,
    EXACTLY,
    QUALIFIER_AFTER,
    SAME_DIRECTION,
    comparator_after,
    comparator_before,
    is_decrease,
    words_before,
)
from erqi_cli.parsing.figures.unit_words import PERCENT, POINT, unit_meaning

RATES = (PERCENT, POINT)
"""The measures of rates, of which a decrease is negative.

A decrease of an amount stays positive: 减少10万吨 is an amount of 10万吨.
"""


class Figure(NamedTuple):
    """One figure of a text, from `start` to `end`."""

    start: int
    end: int
    """The end of the figure with its qualifier."""
    numeral_end: int
    """Where the written number ends and its scale or unit begins."""
    unit_end: int
    """Where the unit ends and the qualifier begins."""
    value: Decimal
    """In the unit, with 万 and 亿 worked out; a rate that decreases is negative."""
    upper: Decimal | None
    """The upper end of a range."""
    unit: str
    """The word of the text, empty if there is none."""
    comparator: Comparator
    """How the text qualifies the figure: 下降2%以上 is −2, at least."""
    is_decrease: bool
    """True if a word makes the figure a decrease, as 下降 does and a minus sign does not."""
    from_fraction: bool
    """True for 三分之二: a plan may round it."""

    @property
    def measure(self) -> str | None:
        """What the unit measures; None if there is no unit."""
        meaning = unit_meaning(self.unit)
        return meaning.measure

    @property
    def base_value(self) -> Decimal:
        """The value in base units of the measure: metres for 公里."""
        meaning = unit_meaning(self.unit)
        return ARITHMETIC.multiply(self.value, meaning.scale)

    @property
    def base_upper(self) -> Decimal | None:
        """The upper end in base units of the measure."""
        if self.upper is None:
            return None
        meaning = unit_meaning(self.unit)
        return ARITHMETIC.multiply(self.upper, meaning.scale)


def find_figures(text: str, limit: int | None = None) -> list[Figure]:
    """Return the figures of a text in the form of `SourceText.text`, in order.

    With a `limit` at most so many are returned, the first ones.
    """
    figures: list[Figure] = []
    for amount in islice(find_amounts(text), limit):
        previous = figures[-1] if figures else None
        figures.append(_figure(text, amount, previous))
    return figures


def _figure(
    text: str,
    amount: Amount,
    previous: Figure | None,
) -> Figure:
    """Return an amount with the words around it; `previous` is the figure before it."""
    qualifier = QUALIFIER_AFTER.match(text, amount.end)
    qualifier_words = qualifier[0] if qualifier else ""
    end = qualifier.end() if qualifier else amount.end
    before = words_before(text, amount.start)
    value, upper = amount.value, amount.upper
    is_rate = unit_meaning(amount.unit).measure in RATES
    decreases = is_decrease(before, text, end)
    if is_rate and _shares_decrease(text, amount.start, previous):
        decreases = True
    if decreases and is_rate:
        value, upper = _negative(value, upper)
    return Figure(
        start=amount.start,
        end=end,
        numeral_end=amount.numeral_end,
        unit_end=amount.end,
        value=value,
        upper=upper,
        unit=amount.unit,
        comparator=_comparator(amount, before, qualifier_words),
        is_decrease=decreases,
        from_fraction=amount.is_fraction,
    )


def _shares_decrease(
    text: str,
    start: int,
    previous: Figure | None,
) -> bool:
    """Return whether a figure shares the verb of the one before it: 分别下降3%、5%."""
    if previous is None or not previous.is_decrease:
        return False
    if previous.measure not in RATES:
        return False
    return text[previous.end : start] in SAME_DIRECTION


def _negative(
    value: Decimal,
    upper: Decimal | None,
) -> tuple[Decimal, Decimal | None]:
    """Return a decrease as a negative figure; of a range the ends change places."""
    if upper is None:
        # 下降-3% is written for a decrease of 3%.
        return -abs(value), None
    return -upper, -value


def _comparator(amount: Amount, before: str, after: str) -> Comparator:
    """Return how a figure is qualified.

    The words behind it count before those in front of it.
    """
    if amount.upper is not None:
        return BETWEEN
    qualified = comparator_after(after)
    if qualified:
        return qualified
    if amount.is_open:
        return AT_LEAST
    return comparator_before(before) or EXACTLY
