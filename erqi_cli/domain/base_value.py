"""Base values: the base-year level of each indicator, with its status and where it comes from."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from erqi_cli.domain.observation import rank_of
from erqi_cli.domain.period import key_of
from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text

Origin = Literal["plan", "file", "what_if"]


class Base(NamedTuple):
    """A base value: `value` in `unit`, with SDMX status, publication date and source where they are known.

    `origin` tells whether it comes from the plan, from a user's file (then `source` is the file) or from a what-if.
    """

    value: Decimal
    unit: str | None
    year: int
    status: str | None = None
    source: str | None = None
    published: str | None = None
    series_break: Text | None = None
    origin: Origin = "plan"


def published_bases(plan: Plan) -> dict[str, Base]:
    """Return each indicator's base value: the latest vintage for the base year, status and source with it.

    An estimate or a forecast is taken only where nothing better is known.
    """
    units = {indicator.id: indicator.unit for indicator in plan.indicators}
    year, bases = str(plan.base_year), dict[str, Base]()
    for seen in plan.observations:
        if key_of(seen.period) != year or seen.value is None or seen.target not in units:
            continue
        known = bases.get(seen.target)
        if known is None or rank_of(seen.status, seen.published) >= rank_of(known.status, known.published):
            bases[seen.target] = Base(
                seen.value, units[seen.target], plan.base_year, seen.status, seen.source, seen.published, seen.series_break
            )
    return bases


def known_by(plan: Plan, day: str) -> Plan:
    """Return the plan with the observations that were published by a day; an indicator left without a base value says so.

    One without a day of publication is not known to have been out by then.
    """
    then = replace(plan, observations=tuple(seen for seen in plan.observations if "" < (seen.published or "") <= day))
    lost = published_bases(plan).keys() - published_bases(then).keys()
    reason = Text(f"计划中没有确知在{day}及以前公布的基期值", f"no base value in the plan is known to be out by {day}")
    indicators = (replace(one, no_baseline=reason) if one.id in lost else one for one in plan.indicators)
    return replace(then, indicators=tuple(indicators))
