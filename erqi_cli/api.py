"""The Python interface to tracking: what `erqi track` does, called with plain arguments.

It stands above the layers because it reads a ledger and calculates.
"""

import os
from collections.abc import Iterable, Mapping, Sequence

from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.scenario.what_if import parse_settings
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.base_value import plan_as_known_by
from erqi_cli.domain.observation import Observation, ObservationScope
from erqi_cli.domain.plan import Plan
from erqi_cli.errors import failure
from erqi_cli.parsing.lookup import find_targets
from erqi_cli.readers.ledger.options import asked_scope
from erqi_cli.readers.ledger.read import read_ledger


def track(  # noqa: PLR0913 -- what the command takes as options
    plan: Plan,
    names: Iterable[str] = (),
    *,
    ledger: str | os.PathLike[str] | None = None,
    as_of: str | None = None,
    published_by: str | None = None,
    what_if: Mapping[str, str] | None = None,
) -> tuple[TrackedTarget, ...]:
    """Return where each target stands, as `erqi track` does.

    `names` are ids or names of targets, or a single one; all that can be judged if there are none.
    `ledger` is the path of a ledger; without one the plan's own observations count, and no file is
    looked for. `as_of` is a month or a date such as 2017-06, the latest with data if left out.
    `published_by` is a day: only what was published by then counts. `what_if` maps fields to values
    as a plan file writes them: `{"gdp.growth": "8.5%"}`. Figures are Decimals in the target's unit,
    rates in percent; what does not apply is None. Raises `erqi_cli.Failure` for a wrong argument, a
    target that is not judged, and a ledger that cannot be read or has a bad row.

    >>> from erqi_cli import load_plan, track
    >>> gdp = track(load_plan(), "gdp")[0]
    >>> print(gdp.status, gdp.actual, gdp.figure, gdp.period.text)
    met 9.1 9 2017
    """
    scope, period = asked_scope(plan, as_of, published_by)
    if scope.published_by is not None:
        plan = plan_as_known_by(plan, scope.published_by)
    written = [f"{field}={value}" for field, value in (what_if or {}).items()]
    under = scenario(plan, parse_settings(plan, written))
    names = (names,) if isinstance(names, str) else names
    ids = _judged_ids(under.plan, tuple(names))
    observations = _observations(under.plan, scope, ledger)
    return Tracker(under, observations, period).track(ids)


def _judged_ids(plan: Plan, names: Sequence[str]) -> list[str]:
    """Return the ids of the named targets, or of all that are judged; raises Failure E616."""
    found = find_targets(plan, names)
    for target in found:
        if not target.is_scored:
            raise failure("E616", id=target.id)
    chosen = found or [target for target in plan.targets if target.is_scored]
    return [target.id for target in chosen]


def _observations(
    plan: Plan,
    scope: ObservationScope,
    ledger: str | os.PathLike[str] | None,
) -> list[Observation]:
    """Return the observations of a scope; with a ledger the plan's own are those of other years."""
    own = plan.observations_within(scope)
    if ledger is None:
        return list(own)
    before = [observation for observation in own if observation.period.year != plan.plan_year]
    return [*before, *read_ledger(os.fspath(ledger), plan, scope).observations]
