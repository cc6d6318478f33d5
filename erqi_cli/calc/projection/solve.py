"""Solves target = base × (1 + rate) ^ years for whichever of the four is missing."""

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, Decimal, DecimalException
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, WORKING, ZERO, factor
from erqi_cli.domain.vocabulary import Quantity
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text

MOST_YEARS = 1000
MAGNITUDE = 60
"""The power of ten that no result may pass, up or down."""
RATE_STEP = Decimal("1e-12")
"""A rate that is a multiple of this is tried as the exact one."""
YEARS_TOLERANCE = Decimal("1e-20")
"""A number of years this close to a whole number is tried as the whole number."""

NOT_THREE_GIVEN = Text(
    "四者须给出三个，现有 {count} 个", "three of the four are needed, not {count}"
)
NOT_POSITIVE = Text("{quantity} 须大于零", "{quantity} must be above zero")
TOO_MANY_YEARS = Text("年数至多 {most}", "at most {most} years")
OUT_OF_RANGE = Text(
    "数值过大或过小，超出计算范围",
    "the figures are too large or too small to be computed",
)
NEVER_REACHED = Text(
    "按这个增速永远达不到目标",
    "at this rate the target is never reached",
)

KnownQuantities = Mapping[Quantity, Decimal]
Solver = Callable[[KnownQuantities], "Solution"]


class Solution(NamedTuple):
    """The four quantities with the one that was missing filled in.

    `rate` is in percent a year. `exact` says that the equation is known to hold to the last digit,
    for whole years; otherwise the unknown carries 34 digits. For an unknown number of years,
    `full_years` is the first whole year in which the target is reached and `reached` the value in
    that year.
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
    """Return the solution for the one argument that is None.

    Raises Failure E605 if there is no solution, or if not exactly three quantities are given.
    """
    arguments = {
        Quantity.BASE: base,
        Quantity.RATE: rate,
        Quantity.YEARS: years,
        Quantity.TARGET: target,
    }
    known = {name: value for name, value in arguments.items() if value is not None}
    unknown = [name for name in Quantity if name not in known]
    if len(unknown) != 1:
        raise failure("E605", reason=NOT_THREE_GIVEN.fill(count=len(known)))
    _check(known)
    solver = SOLVERS[unknown[0]]
    try:
        solution = solver(known)
    except DecimalException:
        raise failure("E605", reason=OUT_OF_RANGE) from None
    if abs(_solved_value(solution).adjusted()) > MAGNITUDE:
        raise failure("E605", reason=OUT_OF_RANGE)
    return solution


def _check(known: KnownQuantities) -> None:
    """Raise Failure E605 for a quantity that is not positive, and for too many years."""
    for name in (Quantity.BASE, Quantity.TARGET, Quantity.YEARS):
        value = known.get(name)
        if value is None or value > 0:
            continue
        # No year at all is fine if the base or the target is sought: both are the same then.
        is_no_year = name is Quantity.YEARS and value == 0
        if not (is_no_year and Quantity.RATE in known):
            raise failure("E605", reason=NOT_POSITIVE.fill(quantity=name))
    years = known.get(Quantity.YEARS)
    if years is not None and years > MOST_YEARS:
        raise failure("E605", reason=TOO_MANY_YEARS.fill(most=MOST_YEARS))


def _solved_value(solution: Solution) -> Decimal:
    values = {
        Quantity.BASE: solution.base,
        Quantity.RATE: solution.rate,
        Quantity.YEARS: solution.years,
        Quantity.TARGET: solution.target,
    }
    return values[solution.unknown]


def _compound(rate: Decimal, years: Decimal) -> tuple[Decimal, bool]:
    """Return (1 + rate/100) ^ years, and whether it has every digit."""
    if years == years.to_integral_value():
        try:
            return EXACT.power(factor(rate), years), True
        except DecimalException:
            pass  # It has too many digits to be exact.
    return WORKING.power(factor(rate), years), False


def _solve_target(known: KnownQuantities) -> Solution:
    base = known[Quantity.BASE]
    rate = known[Quantity.RATE]
    years = known[Quantity.YEARS]
    target, exact = _grow(base, rate, years)
    return Solution(
        unknown=Quantity.TARGET,
        base=base,
        rate=rate,
        years=years,
        target=target,
        exact=exact,
    )


def _grow(base: Decimal, rate: Decimal, years: Decimal) -> tuple[Decimal, bool]:
    """Return what a base grows to, and whether it is exact."""
    power, exact = _compound(rate, years)
    context = EXACT if exact else QUOTIENT
    return context.multiply(base, power), exact


def _solve_base(known: KnownQuantities) -> Solution:
    rate = known[Quantity.RATE]
    years = known[Quantity.YEARS]
    target = known[Quantity.TARGET]
    power, has_every_digit = _compound(rate, years)
    base = QUOTIENT.divide(target, power)
    exact = has_every_digit and EXACT.multiply(base, power) == target
    return Solution(
        unknown=Quantity.BASE,
        base=base,
        rate=rate,
        years=years,
        target=target,
        exact=exact,
    )


def _solve_rate(known: KnownQuantities) -> Solution:
    base = known[Quantity.BASE]
    years = known[Quantity.YEARS]
    target = known[Quantity.TARGET]
    growth = WORKING.divide(target, base)
    logarithm = WORKING.divide(WORKING.ln(growth), years)
    yearly = WORKING.exp(logarithm)
    rate = QUOTIENT.multiply(WORKING.subtract(yearly, ONE), HUNDRED)
    # The root has an error in its last digit, so the round number beside it is tried too.
    stepped = rate.quantize(RATE_STEP, context=WORKING)
    round_rate = EXACT.plus(EXACT.normalize(stepped))
    exact = _holds(base, round_rate, years, target)
    return Solution(
        unknown=Quantity.RATE,
        base=base,
        rate=round_rate if exact else rate,
        years=years,
        target=target,
        exact=exact,
    )


def _solve_years(known: KnownQuantities) -> Solution:
    base = known[Quantity.BASE]
    rate = known[Quantity.RATE]
    target = known[Quantity.TARGET]
    if target == base:
        return Solution(
            unknown=Quantity.YEARS,
            base=base,
            rate=rate,
            years=ZERO,
            target=target,
            exact=True,
            full_years=0,
            reached=base,
        )
    is_above_base = target > base
    is_rising = rate > 0
    if rate == 0 or is_above_base != is_rising:
        raise failure("E605", reason=NEVER_REACHED)
    growth = WORKING.divide(target, base)
    yearly = factor(rate)
    years = QUOTIENT.divide(WORKING.ln(growth), WORKING.ln(yearly))
    exact = _are_whole_years(base, rate, years, target)
    if exact:
        years = years.to_integral_value()
    full_years = years.to_integral_value(rounding=ROUND_CEILING)
    reached = None
    if full_years <= MOST_YEARS:
        reached, _ = _grow(base, rate, full_years)
    return Solution(
        unknown=Quantity.YEARS,
        base=base,
        rate=rate,
        years=years,
        target=target,
        exact=exact,
        full_years=int(full_years),
        reached=reached,
    )


def _are_whole_years(base: Decimal, rate: Decimal, years: Decimal, target: Decimal) -> bool:
    """Tell whether the target is reached exactly after the whole number next to `years`."""
    whole = years.to_integral_value()
    if whole > MOST_YEARS:
        return False
    distance = WORKING.abs(WORKING.subtract(years, whole))
    if distance >= YEARS_TOLERANCE:
        return False
    return _holds(base, rate, whole, target)


def _holds(base: Decimal, rate: Decimal, years: Decimal, target: Decimal) -> bool:
    """Tell whether the equation holds to the last digit."""
    power, has_every_digit = _compound(rate, years)
    return has_every_digit and EXACT.multiply(base, power) == target


SOLVERS: Mapping[Quantity, Solver] = {
    Quantity.BASE: _solve_base,
    Quantity.RATE: _solve_rate,
    Quantity.YEARS: _solve_years,
    Quantity.TARGET: _solve_target,
}
