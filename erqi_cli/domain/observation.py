"""Observations as tracking reads them, whether they stand in the plan or on a row of a ledger."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.field_types import StatusCode
from erqi_cli.domain.period import Period, period_of
from erqi_cli.domain.plan import Indicator, Plan
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.parsing.lookup import Names, Noun, catalogue

CELLS = ("target", "period", "value", "growth", "status", "published", "source", "note", "unit")
"""The columns of a ledger, and a unit where a value is not in its target's."""
Cells = tuple[str, str, str, str, str, str, str, str, str]

FORECAST, ESTIMATE = "F", "E"
RANKS = {FORECAST: "0", ESTIMATE: "1"}
"""A forecast is held against nothing, and an estimate gives way to what is known."""
MEASURED: tuple[Noun, ...] = ("indicator", "target")


class Seen(NamedTuple):
    """One observation: `value` in the target's unit (a share in percent), `growth` in percent, as published.

    `published` is the vintage, "" where it is not known; `line` is the ledger's, None for one that stands in the plan.
    """

    target: str
    period: Period
    value: Decimal | None
    growth: Decimal | None
    status: StatusCode
    published: str
    source: str | None
    note: Text | None = None
    series_break: Text | None = None
    line: int | None = None

    @property
    def vintage(self) -> tuple[str, str, str]:
        """What may stand only once: target, period, day of publication."""
        return self.target, self.period.key, self.published

    @property
    def rank(self) -> str:
        """What the later of two vintages has more of."""
        return rank_of(self.status, self.published)


def rank_of(status: str | None, published: str | None) -> str:
    """Return what orders the vintages of a figure: forecasts, then estimates, then what is known, each by day of publication.

    A day that is not known comes first.
    """
    return f"{RANKS.get(status or '', '2')}{published or ''}"


class Scope(NamedTuple):
    """Which observations are wanted: of which two years, up to which day, published by which day, and whose history."""

    base_year: int
    plan_year: int
    as_of: str | None = None
    published_by: str | None = None
    history: frozenset[str] = frozenset()

    def covers(self, when: Period) -> bool:
        """Tell whether a period belongs to the two years, and is not after the day as of which is asked."""
        return when.year == self.base_year or (when.year == self.plan_year and (self.as_of is None or when.end <= self.as_of))

    def knows(self, published: str) -> bool:
        """Tell whether a vintage was out by then; one without a date is not known to have been."""
        return self.published_by is None or "" < published <= self.published_by


def observed_in_plan(plan: Plan, scope: Scope) -> tuple[Seen, ...]:
    """Return the plan's own observations within a scope; with a history, those of all its years."""
    found = []
    for entry in plan.observations:
        when = period_of(entry.period)
        if scope.knows(entry.published or "") and (scope.covers(when) or entry.target in scope.history):
            found.append(
                Seen(
                    entry.target,
                    when,
                    entry.value,
                    entry.growth,
                    entry.status,
                    entry.published or "",
                    entry.source,
                    entry.note,
                    entry.series_break,
                )
            )
    return tuple(found)


def unfit_base(names: Names, seen: Seen, base_year: int) -> ValueFault | None:
    """Return what is wrong with the base value of an indicator that is zero or less; None for anything else."""
    if seen.value is None or seen.value > 0:
        return None
    is_indicator = isinstance(names.by_id[seen.target].thing, Indicator)
    if not is_indicator or seen.period.key != str(base_year):
        return None
    return ValueFault("E411", value=format(seen.value, "f"))


def recordable(plan: Plan) -> Names:
    """Return the names of everything that can be observed."""
    return Names(catalogue(plan, *MEASURED), MEASURED)
