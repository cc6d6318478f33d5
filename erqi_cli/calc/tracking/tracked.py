"""Where one target stands."""

from dataclasses import dataclass, replace
from decimal import Decimal

from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.warnings import TrackingWarning, WarningCode
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import JudgedOn, ProgressMeaning, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedTarget:
    """Where one target stands.

    `figure` and `actual` are in percent for growth and share, else in the target's unit.
    `observation` is the one that was judged, `goal` what it was compared with.
    Completion, elapsed and expected are in percent; `pace` (completion less expected) and `gap`
    (by how much a growth is better than its target) in percentage points.
    `needed` is what is still to be added to the actual value; for a growth target it is the
    growth in percent that the rest of the year needs.
    `year_end` is the year-end value at today's run rate: an extrapolation.
    What does not apply is None.
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
    expected: Decimal | None = None
    pace: Decimal | None = None
    gap: Decimal | None = None
    needed: Decimal | None = None
    needed_per_month: Decimal | None = None
    year_end: Decimal | None = None
    growth: PeriodGrowth | None = None
    goal: Goal | None = None
    warnings: tuple[TrackingWarning, ...] = ()

    @property
    def id(self) -> str:
        """The full id of the target."""
        return self.target.id

    @property
    def measured_as(self) -> ProgressMeaning | None:
        """How completion, pace and gap are to be read; None without an actual value."""
        if self.actual is None:
            return None
        if self.goal is None:
            return ProgressMeaning.DONE
        return self.goal.measured_as(self.actual)

    def with_warnings(self, *warnings: TrackingWarning) -> "TrackedTarget":
        """Return the same with these warnings after its own."""
        return replace(self, warnings=(*self.warnings, *warnings))

    def warn(self, code: WarningCode) -> "TrackedTarget":
        """Return the same with one warning more, of those that are a code alone."""
        return self.with_warnings(TrackingWarning(code=code))
