"""What was observed of each target, period by period: of value and growth the latest vintage each."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import HUNDRED, ZERO, percent_of
from erqi_cli.domain.observation import ESTIMATE, Seen
from erqi_cli.domain.period import MONTHS, Period, period_of


class Report(NamedTuple):
    """One target's figures of one period: the observation with the latest value, and the one with the latest growth."""

    period: Period
    value: Seen | None = None
    growth: Seen | None = None

    @property
    def is_estimate_of_the_year(self) -> bool:
        """Whether there is but an estimate of the whole year."""
        return all(is_estimate_of_the_year(self.period, seen) for seen in (self.value, self.growth) if seen)

    def with_seen(self, seen: Seen) -> "Report":
        """Return the report with an observation in it where that is of a later vintage, or known in place of an estimate."""
        value = seen if seen.value is not None and _is_later(seen, self.value) else self.value
        growth = seen if seen.growth is not None and _is_later(seen, self.growth) else self.growth
        return Report(self.period, value, growth)


def _is_later(seen: Seen, known: Seen | None) -> bool:
    return known is None or seen.rank >= known.rank


class Reports:
    """The reports of all targets: those of the plan year in the order of time."""

    def __init__(self, seen: Iterable[Seen], plan_year: int) -> None:
        self.plan_year = plan_year
        self.found: dict[str, dict[str, Report]] = {}
        for one in seen:
            known, key = self.found.setdefault(one.target, {}), one.period.key
            known[key] = (known.get(key) or Report(period_of(key))).with_seen(one)

    def of(self, name: str) -> list[Report]:
        """Return a target's reports of the plan year, the latest first."""
        reports = [report for report in self.found.get(name, {}).values() if report.period.year == self.plan_year]
        return sorted(reports, key=lambda report: report.period.end, reverse=True)

    def at(self, name: str, period: Period, year: int) -> Report | None:
        """Return a target's report of the same period of a year; of February also that of its 28th day in a leap year."""
        known, key = self.found.get(name, {}), period.of(year)
        return known.get(key) or (known.get(f"{key}-28") if key.endswith("-02") else None)

    def latest_period(self) -> Period | None:
        """Return the latest period of the plan year that anything was observed for; its estimates only for want of that."""
        reports = [report for name in self.found for report in self.of(name)]
        known = [report for report in reports if not report.is_estimate_of_the_year] or reports
        return max((report.period for report in known), key=lambda period: period.end, default=None)

    def monthly_shares(self, name: str, year: int) -> tuple[Decimal | None, ...]:
        """Return how much of a year's value had come by the end of each month, in percent; None where it is not known.

        Nor is it known where the month's value is below an earlier one's, or above the year's: those are no parts of a whole.
        """
        known = self.found.get(name, {})
        whole, most = _level(known.get(str(year))), ZERO
        shares = list[Decimal | None]()
        for month in range(1, MONTHS):
            level = _level(known.get(f"{year}-{month:02}"))
            if whole and level is not None and most <= level <= whole:
                most = level
                shares.append(percent_of(level, whole))
            else:
                shares.append(None)
        return (*shares, HUNDRED)


def is_estimate_of_the_year(period: Period, seen: Seen | None) -> bool:
    """Tell whether an observation is an estimate of a whole year: not judged, and no end of the year, while others are known."""
    return period.is_whole and seen is not None and seen.status == ESTIMATE


def _level(report: Report | None) -> Decimal | None:
    return report.value.value if report and report.value else None
