"""Chains unequal yearly rates: the index of each year, the cumulative rate and the average."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, WORKING, factor, subtract
from erqi_cli.calc.projection.solve import (
    MAGNITUDE,
    MOST_YEARS,
    NOT_POSITIVE,
    OUT_OF_RANGE,
    TOO_MANY_YEARS,
    solve,
)
from erqi_cli.domain.vocabulary import Quantity
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text

GIVE_RATES = Text(
    "请写明各年增速，如 --rates 4%,4.1%,4.2%，也可加 --base 524",
    "give a rate for each year, such as --rates 4%,4.1%,4.2%, and perhaps --base 524",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainedYear:
    """One year of a chain: its rate in percent, the index after it, and the value with a base.

    The year before the first is 100.
    """

    year: int
    rate: Decimal
    index: Decimal
    value: Decimal | None


class Chain(NamedTuple):
    """Yearly rates chained: `cumulative` is the rate over all years, in percent.

    `average` is the geometric mean a year, in percent: at this rate every year the last year is the
    same. `is_average_exact` says that it holds to the last digit; otherwise it has 34 digits.
    """

    years: tuple[ChainedYear, ...]
    base: Decimal | None
    cumulative: Decimal
    average: Decimal
    is_average_exact: bool

    @property
    def value(self) -> Decimal | None:
        """The value after the last year, None without a base."""
        return self.years[-1].value


def chain(rates: Sequence[Decimal], base: Decimal | None = None) -> Chain:
    """Return one or more yearly rates, in percent and each above −100, as a chain.

    Every digit is kept; where there are over 2000, it is 34. Raises Failure E605 for over 1000
    rates, for a base that is not above zero, and out of the range of `solve`.
    """
    if len(rates) > MOST_YEARS:
        raise failure("E605", GIVE_RATES, reason=TOO_MANY_YEARS.fill(most=MOST_YEARS))
    if base is not None and base <= 0:
        raise failure("E605", GIVE_RATES, reason=NOT_POSITIVE.fill(quantity=Quantity.BASE))
    growth, years = _with_most_digits(rates, base)
    if abs(growth.adjusted()) > MAGNITUDE:
        raise failure("E605", GIVE_RATES, reason=OUT_OF_RANGE)
    mean = solve(base=ONE, years=Decimal(len(rates)), target=growth)
    return Chain(
        years=years,
        base=base,
        cumulative=subtract(years[-1].index, HUNDRED),
        average=mean.rate,
        is_average_exact=mean.exact,
    )


def _with_most_digits(
    rates: Sequence[Decimal],
    base: Decimal | None,
) -> tuple[Decimal, tuple[ChainedYear, ...]]:
    """Return the factor over all years and each year: exactly, or to 34 digits."""
    try:
        return _chained(rates, base, EXACT, EXACT)
    except DecimalException:
        pass  # It has too many digits to be exact.
    try:
        return _chained(rates, base, WORKING, QUOTIENT)
    except DecimalException:
        raise failure("E605", GIVE_RATES, reason=OUT_OF_RANGE) from None


def _chained(
    rates: Sequence[Decimal],
    base: Decimal | None,
    steps: Context,
    results: Context,
) -> tuple[Decimal, tuple[ChainedYear, ...]]:
    """Return the factor over all years and each year, with the digits of two contexts."""
    growth = ONE
    years = []
    for year, rate in enumerate(rates, start=1):
        growth = steps.multiply(growth, factor(rate))
        chained = ChainedYear(
            year=year,
            rate=rate,
            index=results.multiply(growth, HUNDRED),
            value=None if base is None else results.multiply(base, growth),
        )
        years.append(chained)
    return growth, tuple(years)
