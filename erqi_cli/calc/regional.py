"""Projects base values by region: the same products as `projection`, a whole column at a time."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from operator import mul, sub

from erqi_cli.calc.numbers import EXACT


def project_columns(values: Sequence[Decimal], rises: Sequence[tuple[Decimal, ...]]) -> tuple[list[Decimal], list[list[Decimal]]]:
    """Return the increase of each base value in the first year, and one column for each year of its rises, exactly.

    All base values have equally many rises (see `rises_of`), at least one.
    """
    with localcontext(EXACT):
        years = [list(map(mul, values, year)) for year in zip(*rises, strict=True)]
        return list(map(sub, years[0], values)), years
