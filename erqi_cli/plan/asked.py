"""Reads what a user asks for on the command line: as of when, and published by when."""

from collections.abc import Iterable

from erqi_cli.errors import failure
from erqi_cli.plan.model import Plan
from erqi_cli.plan.observed import Scope
from erqi_cli.plan.period import Period, loose_date, loose_period
from erqi_cli.plan.values import ValueFault, as_failure


def asked_scope(
    plan: Plan, as_of: str | None, published_by: str | None, history: Iterable[str] = ()
) -> tuple[Scope, Period | None]:
    """Return which observations are wanted, and the period as of which to judge; raises Failure E610, E614."""
    period, day = asked_period(plan, as_of), None
    if published_by is not None:
        try:
            day = loose_date(published_by)
        except ValueFault as fault:
            raise as_failure("E610", fault, option="--published-by") from None
    scope = Scope(plan.base_year, plan.plan_year, period.end if period else None, day, frozenset(history))
    return scope, period


def asked_period(plan: Plan, as_of: str | None) -> Period | None:
    """Return the period of `--as-of`; raises Failure E610, E614."""
    if as_of is None:
        return None
    try:
        period = loose_period(as_of)
    except ValueFault as fault:
        raise as_failure("E610", fault, option="--as-of") from None
    if period.year < plan.plan_year:
        raise failure("E614", period=period.text, year=plan.plan_year)
    return period
