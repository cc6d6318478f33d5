"""The Python interface to projection: the commands' calculation, called with plain arguments."""

from collections.abc import Iterable, Mapping

from erqi_cli.calc.projection.project import Projection, check_last_year, project_all
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.scenario.what_if import parse_settings
from erqi_cli.domain.plan import Plan
from erqi_cli.parsing.lookup import find_indicators


def project(
    plan: Plan,
    indicators: Iterable[str] = (),
    *,
    what_if: Mapping[str, str] | None = None,
    last_year: int | None = None,
) -> tuple[Projection, ...]:
    """Return the projection of each indicator, as `erqi project` does.

    `indicators` are ids or names, or a single one; all of the plan's if there are none. `what_if`
    maps fields to values as a plan file writes them: `{"gdp.growth": "8.5%"}`. `last_year`
    extrapolates at the same rate. Projected values are Decimals in the indicator's unit, at
    base-year prices and scope; None if no base value was published, because none is invented.
    Raises `erqi_cli.Failure` for an unknown name, field or value.
    """
    written = [f"{field}={value}" for field, value in (what_if or {}).items()]
    settings = parse_settings(plan, written)
    check_last_year(plan, last_year)
    indicators = (indicators,) if isinstance(indicators, str) else indicators
    names = [indicator.id for indicator in find_indicators(plan, indicators)]
    return project_all(scenario(plan, settings), names, last_year)
