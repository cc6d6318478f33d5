"""What every judgement needs: the plan, its what-ifs, the observations, and the as-of period."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.pace import Shares, due_date, elapsed_percent
from erqi_cli.calc.tracking.series import ObservationSeries, PeriodFigures
from erqi_cli.calc.tracking.thresholds import StatusThresholds, resolved
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import MONTH_LENGTH, Period, Years
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Collection, JudgedOn, ObservationStatus, Pace, Status

Reached = Callable[[Decimal], bool]
"""Tells whether a value reaches what was planned."""
FINAL_STATUSES = (
    ObservationStatus.NORMAL,
    ObservationStatus.PROVISIONAL,
    ObservationStatus.BREAK,
)
"""The observation statuses with which a year's figure is final, and is judged as such."""


class TrackingContext(NamedTuple):
    """The plan with its what-ifs, what was observed, and the period as of which it is judged."""

    scenario: Scenario
    series: ObservationSeries
    as_of: Period | None

    @property
    def years(self) -> Years:
        """The years of the plan."""
        return self.scenario.plan.years

    @property
    def base_year(self) -> int:
        """The year before the plan."""
        return self.scenario.plan.base_year

    @property
    def is_over(self) -> bool:
        """Whether the as-of period reaches the end of the plan."""
        return self.as_of is not None and self.as_of.end >= self.years.last_day

    def is_past(self, due: str) -> bool:
        """Tell whether the as-of period ends after a due date."""
        return self.as_of is not None and self.as_of.end > due

    def has_come(self, due: str) -> bool:
        """Tell whether the as-of period reaches a due date."""
        return self.as_of is not None and self.as_of.end >= due

    def is_stale(self, period: Period) -> bool:
        """Tell whether a period ended before the as-of month began."""
        return self.as_of is not None and period.end < self.as_of.end[:MONTH_LENGTH]

    def is_within_plan(self, due: str) -> bool:
        """Tell whether a due date comes before the end of the plan."""
        return due < self.years.last_day

    def thresholds(self, target: Target) -> StatusThresholds:
        """Return the thresholds of a target's status, in points."""
        return resolved(target.thresholds, self.scenario.plan.thresholds)

    def base_shares(self, target: Target) -> Shares:
        """Return the base year's cumulative shares by month; none if the plan asks for even pace.

        Reason: on national retail sales of 2012 to 2017 an even pace calls 60 of 60 monthly reports
        behind, although every year ended on its target.
        """
        if target.pace is Pace.LINEAR or self.years.are_several:
            return ()
        return self.series.monthly_shares(target.id, self.base_year)

    def missing_year(self, target: Target, figures: PeriodFigures) -> int | None:
        """Return the first finished year without a figure that a sum over the plan needs."""
        if target.collected is not Collection.SUMMED:
            return None
        for year in range(self.years.first, figures.period.year):
            if self.series.whole_year(target.id, year) is None:
                return year
        return None

    def level_of(self, target: Target, figures: PeriodFigures) -> Decimal | None:
        """Return the value of a period; of a sum, with the finished years of the plan before it.

        It is None where one of them is missing.
        """
        level = figures.level
        if level is None or target.collected is not Collection.SUMMED:
            return level
        for year in range(self.years.first, figures.period.year):
            of_year = self.series.whole_year(target.id, year)
            if of_year is None:
                return None
            level = EXACT.add(level, of_year)
        return level

    def was_reached_in_time(self, target: Target, is_reached: Reached) -> bool:
        """Tell whether the last value up to the due date reached what was planned."""
        due = due_date(target, self.years)
        for figures in self.series.of(target.id):
            level = self.level_of(target, figures)
            if level is None or figures.is_full_year_estimate:
                continue
            if figures.period.end <= due:
                return is_reached(level)
        return False

    def not_observed(
        self,
        target: Target,
        figure: Decimal | None,
        judged_on: JudgedOn,
    ) -> TrackedTarget:
        """Return where a target stands as long as nothing is known of it."""
        elapsed = None
        if self.as_of is not None:
            elapsed = elapsed_percent(self.as_of, self.years)
        return TrackedTarget(
            target=target,
            status=Status.NO_DATA,
            judged_on=judged_on,
            figure=figure,
            elapsed=elapsed,
        )

    def is_final(self, period: Period, observation: Observation | None) -> bool:
        """Tell whether an observation is the final figure of the plan's last year.

        A missing one does not prevent it.
        """
        if observation is None:
            return True
        is_end = period.is_whole and period.year == self.years.last
        return is_end and observation.status in FINAL_STATUSES
