"""The growth of one period: published, and implied by two levels; and whether the two agree."""

from decimal import Decimal
from typing import Any, NamedTuple

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, divide, factor, percent_of, subtract
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.series import Report, Reports
from erqi_cli.calc.tracking.thresholds import DISAGREE_POINTS, FAR_TIMES
from erqi_cli.domain.observation import ESTIMATE, Seen
from erqi_cli.domain.period import Period


class Warned(NamedTuple):
    """Something that a reader of a verdict has to know: a code, and what fills its words.

    `of` is the indicator that it is about where that is not the one judged, but the one that it is held against.
    """

    code: str
    values: dict[str, Any]
    of: str | None = None


class Growth(NamedTuple):
    """The growth of one period, in percent.

    `published` is what was published; `implied` the ratio of `level` to `base`, the level of the same period a year
    before, with a `deflator` at the prices of the plan year; `implied_base` the level that the growth published with this
    level would have started from. `seen` is the observation that is judged: the published growth, or else the level.
    """

    period: Period
    seen: Seen | None
    published: Decimal | None
    implied: Decimal | None
    level: Decimal | None
    base: Decimal | None
    implied_base: Decimal | None
    warnings: tuple[Warned, ...]
    deflator: Decimal | None = None

    @property
    def percent(self) -> Decimal | None:
        """The growth that is judged: as published, and only without that the implied one."""
        return self.implied if self.published is None else self.published


def judged_growth(scenario: Scenario, reports: Reports, name: str, report: Report) -> Growth:
    """Return the growth of a report."""
    published = report.growth.growth if report.growth else None
    level = report.value.value if report.value else None
    base, broken = _base(scenario, reports, name, report.period)
    broken = broken or (report.value is not None and report.value.status == "B")
    doubts = []
    implied = implied_base = None
    deflator = scenario.deflators.get(name)
    prices = ONE if deflator is None else factor(deflator)
    if level is not None and base is not None and base > 0:
        if not base <= level * FAR_TIMES <= base * FAR_TIMES * FAR_TIMES:
            doubts.append(Warned("far-from-base", {}))
        if broken:
            doubts.append(Warned("series-break", {}))
        else:
            implied = subtract(percent_of(level, EXACT.multiply(base, prices)), HUNDRED)
    planned = scenario.bases.get(name)
    if report.period.is_whole and planned and base is not None and planned.value != base:
        doubts.append(Warned("base-revised", {"planned": planned.value, "base": base}))
    beside = report.value.growth if report.value and report.value.growth is not None else published
    if level is not None and beside is not None:
        implied_base = divide(level, EXACT.multiply(factor(beside), prices))
    seen = report.growth or report.value
    if published is not None and implied is not None and abs(gap := subtract(implied, published)) > DISAGREE_POINTS:
        values = {"published": published, "implied": implied, "points": gap}
        doubts.append(Warned("growth-disagrees", values | {"implied_base": implied_base, "whole": report.period.is_whole}))
    if published is None and implied is not None:
        doubts.append(Warned("implied", {"nominal": _is_nominal(scenario, name)}))
    if seen and seen.status == ESTIMATE:
        doubts.append(Warned("estimate", {}))
    if seen and seen.series_break:
        doubts.append(Warned("series-break", {}))
    return Growth(report.period, seen, published, implied, level, base, implied_base, tuple(doubts), deflator)


def _base(scenario: Scenario, reports: Reports, name: str, period: Period) -> tuple[Decimal | None, bool]:
    """Return the level of the same period a year before, and whether its series breaks; a user's own value comes first."""
    given = scenario.bases.get(name)
    if given is not None and given.origin != "plan" and period.is_whole:
        unit = next((one.unit for one in scenario.plan.indicators if one.id == name), None)
        return (given.value if given.unit == unit else None), False  # a level without a unit is no amount in one
    report = reports.at(name, period, scenario.plan.base_year)
    if report is None or report.value is None:
        return None, False
    return report.value.value, report.value.series_break is not None or report.value.status == "B"


def _is_nominal(scenario: Scenario, name: str) -> bool:
    """Tell whether a growth that is meant at constant prices is implied by levels that hold the price changes too."""
    constant = any(one.id == name and one.price_basis == "constant" for one in scenario.plan.indicators)
    return constant and name not in scenario.deflators
