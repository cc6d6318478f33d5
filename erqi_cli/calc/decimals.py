"""Exact decimal arithmetic: sums and products with every digit, quotients and roots with 34."""

from decimal import (
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)

EXACT = Context(
    prec=2000, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact]
)
"""Sums and products: a result that would lose a digit raises decimal.Inexact instead."""

QUOTIENT = Context(
    prec=34, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow]
)
"""Quotients, roots and logarithms: 34 significant digits, those of IEEE 754 decimal128."""

WORKING = Context(
    prec=60, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow]
)
"""Steps on the way to a quotient or a root, so that its 34 digits are right."""

DISPLAY = Context(prec=2000)
"""Rounding for display."""

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")


def factor(percent: Decimal) -> Decimal:
    """Return 1 + percent/100, exactly."""
    percent_left = EXACT.add(HUNDRED, percent)
    return EXACT.multiply(percent_left, CENT)


def subtract(left: Decimal, right: Decimal) -> Decimal:
    """Return left − right, exactly."""
    return EXACT.subtract(left, right)


def divide(left: Decimal, right: Decimal) -> Decimal:
    """Return left ÷ right, to 34 digits; raises decimal.DivisionByZero."""
    return QUOTIENT.divide(left, right)


def power(base: Decimal, numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return a base above zero to the power numerator ÷ denominator, to 34 digits."""
    exponent = WORKING.divide(numerator, denominator)
    return QUOTIENT.plus(WORKING.power(base, exponent))


def log_share(part: Decimal, whole: Decimal) -> Decimal:
    """Return 100 × ln part ÷ ln whole, to 34 digits; both are above zero and the whole is not 1."""
    hundredfold = WORKING.multiply(WORKING.ln(part), HUNDRED)
    return QUOTIENT.plus(WORKING.divide(hundredfold, WORKING.ln(whole)))


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Return 100 × part ÷ whole, to 34 digits."""
    hundredfold = EXACT.multiply(part, HUNDRED)
    return QUOTIENT.divide(hundredfold, whole)


def differs_by_factor(left: Decimal, right: Decimal, times: Decimal) -> bool:
    """Tell whether one of two levels is more than so many times the other."""
    higher = max(left, right)
    lower = min(left, right)
    return higher > EXACT.multiply(lower, times)


def rounded(value: Decimal, places: int) -> Decimal:
    """Return the value rounded half up, for display; never a negative zero."""
    step = ONE.scaleb(-places)
    result = value.quantize(step, rounding=ROUND_HALF_UP, context=DISPLAY)
    return result or abs(result)


def plain(value: Decimal) -> str:
    """Return every digit of a value, without an exponent or trailing zeros."""
    digits = str(value)
    if "E" in digits:
        digits = format(value, "f")
    if not digits.endswith("0"):
        return digits
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("", "-", "-0") else digits
