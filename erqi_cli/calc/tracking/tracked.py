"""Where one target stands."""

from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import ZERO, percent_of, subtract
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.outlook.outlook import Outlook
from erqi_cli.calc.tracking.path import Expected, way_end, way_start
from erqi_cli.calc.tracking.warnings import PlainWarning, TrackingWarning, WarningCode
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import (
    Collection,
    Comparator,
    JudgedOn,
    Kind,
    ProgressMeaning,
    Status,
)


class SideGrowth(NamedTuple):
    """The growth of a target that is judged on its amount: its rate, what it is, and the verdict.

    Rates are in percent, `gap` is in points; what is not known is None.
    """

    target: Decimal
    actual: Decimal | None = None
    gap: Decimal | None = None
    status: Status = Status.NO_DATA


class Compounded(NamedTuple):
    """The growths of the finished years in percent, and what they have come to.

    `level` is that of the last of them, `whole` that of the end of the plan, with the base year
    as 1. `aim` is what the years left have to come to: of a corridor its nearer end, otherwise
    `whole`.
    """

    growths: tuple[Decimal, ...]
    level: Decimal
    whole: Decimal
    aim: Decimal


class TrackedTarget(NamedTuple):
    """Where one target stands.

    `figure` and `actual` are in percent for growth and share, otherwise in the target's unit.
    `observation` is the one that was judged, `goal` what it was compared with.
    `completion` and `elapsed` are in percent; `pace`, completion less the expected share, is in
    points; both are of summed targets only. `gap` is by how much the actual value is better than
    what is expected, or than the target where nothing is: in the unit of the figure, in points for
    rates.
    `needed` is what is still to be added to an amount; for an average it is what the rest of the
    year has to average, and for a growth the growth that it needs, for which `weight` is the share
    of the base year so far, in percent.
    `outlook` is where a sum would end the year: an extrapolation; what is done has none.
    `is_late` is for what was reached after its due date, `is_stale` for a figure whose period ended
    before the as-of month began. What does not apply is None.
    """

    target: Target
    status: Status
    judged_on: JudgedOn
    figure: Decimal | None
    elapsed: Decimal | None
    period: Period | None = None
    observation: Observation | None = None
    actual: Decimal | None = None
    completion: Decimal | None = None
    expected: Expected | None = None
    pace: Decimal | None = None
    gap: Decimal | None = None
    needed: Decimal | None = None
    needed_per_month: Decimal | None = None
    weight: Decimal | None = None
    outlook: Outlook | None = None
    growth: PeriodGrowth | None = None
    side_growth: SideGrowth | None = None
    compounded: Compounded | None = None
    goal: Goal | None = None
    is_late: bool = False
    is_stale: bool = False
    warnings: tuple[TrackingWarning, ...] = ()

    @property
    def id(self) -> str:
        """The full id of the target."""
        return self.target.id

    @property
    def year_end(self) -> Decimal | None:
        """The extrapolated year-end value, in the target's unit; None without an outlook."""
        return None if self.outlook is None else self.outlook.year_end

    @property
    def expected_percent(self) -> Decimal | None:
        """Which part of a sum is expected by now; of a growth, the base year's share so far.

        Of a growth over several years it is the share of the years. All are in percent.
        """
        is_compounded = self.target.kind is Kind.GROWTH and self.pace is not None
        has_share = is_compounded or self.target.collected is Collection.SUMMED
        if not has_share or self.expected is None:
            return self.weight
        return self.expected.share

    @property
    def measured_as(self) -> ProgressMeaning | None:
        """How completion, pace and gap are to be read; None without an actual value."""
        if self.actual is None:
            return None
        if self.goal is not None:
            in_range = self.goal.in_range(self.actual)
            if in_range is not None:
                return in_range
        is_limit = self.target.is_budget or self._is_limit_of_growth
        return ProgressMeaning.USED if is_limit else ProgressMeaning.DONE

    @property
    def _is_limit_of_growth(self) -> bool:
        """Whether it is the most that something may grow, or fall."""
        if not self.target.is_judged_on_growth or self.figure is None:
            return False
        if self.figure < 0:
            return self.target.comparator is Comparator.AT_LEAST
        return self.target.comparator is Comparator.AT_MOST

    @property
    def lag(self) -> Decimal:
        """By how many points it is behind what is expected; 0 if it is not behind.

        Of a sum it is the pace, of a growth the gap. Of a stock or an average it is the gap in
        percent of its way from the baseline, or of its figure where it has no baseline.
        """
        if self.gap is None or self.gap >= 0:
            return ZERO
        is_in_range = self.goal is not None and self.goal.in_range(self.actual or ZERO) is not None
        if self.pace is not None and not is_in_range:
            return abs(self.pace)
        if self.judged_on is JudgedOn.GROWTH or self.goal is None:
            return -self.gap
        start = way_start(self.target, self.goal) or ZERO
        way = abs(subtract(way_end(self.target, self.goal), start))
        return percent_of(-self.gap, way) if way else -self.gap

    @property
    def partner_growth(self) -> Decimal | None:
        """The growth in percent of what a relative target is compared with, None if not known."""
        if self.target.to is None or self.figure is None:
            return None
        return subtract(self.figure, self.target.value or ZERO)

    def with_warnings(self, *warnings: TrackingWarning) -> "TrackedTarget":
        """Return the same with these warnings after its own."""
        return self._replace(warnings=(*self.warnings, *warnings))

    def warn(self, code: WarningCode) -> "TrackedTarget":
        """Return the same with one warning more, of those that are a code alone."""
        return self.with_warnings(PlainWarning(code=code))


def severity(status: Status, lag: Decimal) -> tuple[int, Decimal]:
    """Return what the worst come first by: the status, then the lag in points."""
    return list(Status).index(status), -lag
