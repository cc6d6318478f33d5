"""Solves target = base × (1 + rate) ^ years for whichever of the four is missing."""

from decimal import ROUND_CEILING, Decimal, DecimalException
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, WORKING, ZERO, factor
from erqi_cli.domain.vocabulary import Quantity
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text

Given = dict[Quantity, Decimal]
YEARS_LIMIT, MAGNITUDE = 1000, 60
"""How many years are computed, and to which power of ten results may come."""


class Solution(NamedTuple):
    """The four quantities with the one that was missing filled in.

    `rate` is in percent a year. `exact` says that the equation is known to hold to the last digit, for whole years;
    otherwise the unknown carries 34 digits. For an unknown number of years, `full_years` is the first whole year in
    which the target is reached and `reached` the value in that year.
    """

    unknown: Quantity
    base: Decimal
    rate: Decimal
    years: Decimal
    target: Decimal
    exact: bool
    full_years: int | None = None
    reached: Decimal | None = None


def solve(
    *,
    base: Decimal | None = None,
    rate: Decimal | None = None,
    years: Decimal | None = None,
    target: Decimal | None = None,
) -> Solution:
    """Return the solution for the one argument that is None; raises Failure E605 where there is none."""
    given = {
        Quantity.BASE: base,
        Quantity.RATE: rate,
        Quantity.YEARS: years,
        Quantity.TARGET: target,
    }
    missing = [name for name in Quantity if given[name] is None]
    if len(missing) != 1:
        raise _unsolvable(
            f"四者中给出了 {4 - len(missing)} 个", f"given are {4 - len(missing)} of the four"
        )
    for name in (Quantity.BASE, Quantity.TARGET, Quantity.YEARS):
        value = given[name]
        if value is not None and (
            value <= 0
            and not (name is Quantity.YEARS and value == 0 and missing[0] is not Quantity.RATE)
        ):
            raise _unsolvable(f"{name} 须大于零", f"{name} must be above zero")
    if years is not None and years > YEARS_LIMIT:
        raise _unsolvable(f"年数至多 {YEARS_LIMIT}", f"at most {YEARS_LIMIT} years")
    solution = _attempt(
        missing[0], {name: value for name, value in given.items() if value is not None}
    )
    if solution is None or abs(getattr(solution, solution.unknown).adjusted()) > MAGNITUDE:
        raise _unsolvable(
            "数值过大或过小，超出计算范围", "the figures are too large or too small to be computed"
        )
    return solution


def _attempt(unknown: Quantity, given: Given) -> Solution | None:
    try:
        return _SOLVERS[unknown](given)
    except DecimalException:
        return None


def _unsolvable(zh: str, en: str) -> Failure:
    return failure("E605", reason=Text(zh, en))


def _power(rate: Decimal, years: Decimal) -> tuple[Decimal, bool]:
    """Return (1 + rate/100) ^ years, and whether every digit is there."""
    if years == years.to_integral_value():
        try:
            return EXACT.power(factor(rate), years), True
        except DecimalException:
            pass
    return WORKING.power(factor(rate), years), False


def _target(given: Given) -> Solution:
    power, exact = _power(given[Quantity.RATE], given[Quantity.YEARS])
    value = (
        EXACT.multiply(given[Quantity.BASE], power)
        if exact
        else QUOTIENT.multiply(given[Quantity.BASE], power)
    )
    return Solution(
        Quantity.TARGET,
        given[Quantity.BASE],
        given[Quantity.RATE],
        given[Quantity.YEARS],
        value,
        exact,
    )


def _base(given: Given) -> Solution:
    power, exact = _power(given[Quantity.RATE], given[Quantity.YEARS])
    value = QUOTIENT.divide(given[Quantity.TARGET], power)
    exact = exact and EXACT.multiply(value, power) == given[Quantity.TARGET]
    return Solution(
        Quantity.BASE,
        value,
        given[Quantity.RATE],
        given[Quantity.YEARS],
        given[Quantity.TARGET],
        exact,
    )


def _rate(given: Given) -> Solution:
    base, years, target = given[Quantity.BASE], given[Quantity.YEARS], given[Quantity.TARGET]
    root = WORKING.exp(WORKING.divide(WORKING.ln(WORKING.divide(target, base)), years))
    value = QUOTIENT.multiply(WORKING.subtract(root, ONE), HUNDRED)
    neat = EXACT.plus(EXACT.normalize(value.quantize(Decimal("1e-12"), context=WORKING)))
    if _power_is(base, neat, years, target):
        return Solution(Quantity.RATE, base, neat, years, target, exact=True)
    return Solution(Quantity.RATE, base, value, years, target, exact=False)


def _years(given: Given) -> Solution:
    base, rate, target = given[Quantity.BASE], given[Quantity.RATE], given[Quantity.TARGET]
    if target == base:
        return Solution(
            Quantity.YEARS, base, rate, ZERO, target, exact=True, full_years=0, reached=base
        )
    if rate == 0 or (target > base) != (rate > 0):
        raise _unsolvable("按这个增速永远达不到目标", "at this rate the target is never reached")
    value = QUOTIENT.divide(WORKING.ln(WORKING.divide(target, base)), WORKING.ln(factor(rate)))
    neat = value.to_integral_value()
    exact = (
        neat <= YEARS_LIMIT
        and WORKING.abs(WORKING.subtract(value, neat)) < Decimal("1e-20")
        and _power_is(base, rate, neat, target)
    )
    value = neat if exact else value
    full = int(value.to_integral_value(rounding=ROUND_CEILING))
    reached = (
        _target({**given, Quantity.YEARS: Decimal(full)}).target if full <= YEARS_LIMIT else None
    )
    return Solution(Quantity.YEARS, base, rate, value, target, exact, full, reached)


def _power_is(base: Decimal, rate: Decimal, years: Decimal, target: Decimal) -> bool:
    power, exact = _power(rate, years)
    return exact and EXACT.multiply(base, power) == target


_SOLVERS = {
    Quantity.BASE: _base,
    Quantity.RATE: _rate,
    Quantity.YEARS: _years,
    Quantity.TARGET: _target,
}
