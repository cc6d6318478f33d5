"""Reads the options of a ledger: its path, the as-of period, and the day of publication."""

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

from erqi_cli.domain.observation import ObservationScope
from erqi_cli.domain.period import Period
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Collection
from erqi_cli.errors import failure
from erqi_cli.parsing.date import loose_date, loose_period
from erqi_cli.parsing.fault import ValueFault, as_failure

Value = TypeVar("Value")
DEFAULT_LEDGER = "ledger.csv"
"""The ledger of a working directory."""


def find_ledger(path: str | None) -> str | None:
    """Return the path of the ledger to read, or None.

    It is the path that is given. Without one: ERQI_LEDGER, then ledger.csv in the working
    directory if there is one.
    """
    if path is not None:
        return path
    if chosen := os.environ.get("ERQI_LEDGER"):
        return chosen
    if os.path.lexists(DEFAULT_LEDGER):  # a broken link is reported when it is read
        return DEFAULT_LEDGER
    return None


def asked_scope(
    plan: Plan,
    as_of: str | None,
    published_by: str | None,
    history: Iterable[str] = (),
) -> tuple[ObservationScope, Period | None]:
    """Return which observations are wanted, and the period as of which to judge.

    Raises Failure E610, E614.
    """
    period = None
    if as_of is not None:
        period = _read("--as-of", loose_period, as_of)
    day = None
    if published_by is not None:
        day = asked_day(published_by)
    if period is not None and period.year < plan.years.first:
        raise failure("E614", period=period.text, year=plan.years.first)
    scope = ObservationScope(
        base_year=plan.base_year,
        plan_year=plan.plan_year,
        as_of=period.end if period else None,
        published_by=day,
        history=frozenset(history),
        extrapolated=_summed_ids(plan),
    )
    return scope, period


def _summed_ids(plan: Plan) -> frozenset[str]:
    """Return the ids of the targets whose figures add up over the year: they have an outlook."""
    ids = set()
    for target in plan.targets:
        if target.is_scored and target.collected is Collection.SUMMED:
            ids.add(target.id)
    return frozenset(ids)


def asked_day(published_by: str) -> str:
    """Return the day by which what is used has to be published; raises Failure E610."""
    return _read("--published-by", loose_date, published_by)


def _read(option: str, parse: Callable[[str], Value], text: str) -> Value:
    """Return the parsed value of an option; raises Failure E610."""
    try:
        return parse(text)
    except ValueFault as fault:
        raise as_failure("E610", fault, option=option) from None
