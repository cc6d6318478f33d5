"""Follows the year's results against the plan: judges each target by the rule of its kind."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.pace import Shares
from erqi_cli.calc.tracking.rules.amounts import judge_amount
from erqi_cli.calc.tracking.rules.compounded import judge_compounded
from erqi_cli.calc.tracking.rules.growth_targets import judge_growth_target
from erqi_cli.calc.tracking.rules.milestones import judge_milestone
from erqi_cli.calc.tracking.rules.relative_targets import judge_relative_target
from erqi_cli.calc.tracking.series import ObservationSeries
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import RevisedWarning, StaleWarning, WarningCode
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period, period_of
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind, ObservationStatus

Rule = Callable[[TrackingContext, Target], TrackedTarget]
RULES: dict[Kind, Rule] = {
    Kind.GROWTH: judge_growth_target,
    Kind.RELATIVE: judge_relative_target,
    Kind.MILESTONE: judge_milestone,
}
"""The rule of each kind of target; any other kind is judged as an amount."""


def scored_ids(plan: Plan) -> list[str]:
    """Return the ids of the targets that are judged, without context and qualitative ones."""
    return [target.id for target in plan.targets if target.is_scored]


def _without_forecasts(observations: Iterable[Observation]) -> list[Observation]:
    """Return the observations that are known; forecasts are not compared with the plan."""
    known = []
    for observation in observations:
        if observation.status is not ObservationStatus.FORECAST:
            known.append(observation)
    return known


class Tracker:
    """Judges the targets of a plan, with what-ifs over it, by their observations as of a period."""

    def __init__(
        self,
        scenario: Scenario,
        observations: Iterable[Observation],
        as_of: Period | None = None,
    ) -> None:
        self.scenario = scenario
        self.plan = scenario.plan
        self.years = self.plan.years
        self.base_year = self.plan.base_year
        self.observations = tuple(observations)
        self.series = ObservationSeries(_without_forecasts(self.observations), self.years)
        self.as_of = self.series.latest_period()
        if as_of is not None:
            self.as_of = period_of(as_of.key)
        self._context = TrackingContext(
            scenario=scenario,
            series=self.series,
            as_of=self.as_of,
        )

    def base_shares(self, target: Target) -> Shares:
        """Return the base year's cumulative shares by month, in percent, if they may be used."""
        return self._context.base_shares(target)

    def scored_ids(self) -> list[str]:
        """Return the ids of all targets that are judged."""
        return scored_ids(self.plan)

    def track(self, target_ids: Iterable[str]) -> tuple[TrackedTarget, ...]:
        """Return where each of these stands."""
        return tuple(self.track_one(target_id) for target_id in target_ids)

    def track_one(self, target_id: str) -> TrackedTarget:
        """Return where one target stands.

        It is judged with the figure in force at the end of the period of its data; without data,
        with the one in force at the as-of period.
        """
        target = self.plan.target(target_id)
        target = target.latest if self.as_of is None else target.revised_by(self.as_of.end)
        tracked = self._judge(target)
        if tracked.period is not None:
            target_then = target.revised_by(tracked.period.end)
            if target_then.revised != target.revised:
                tracked = self._judge(target_then)
        return self._with_age(_with_revisions(tracked))

    def judged_at(self, observation: Observation) -> TrackedTarget | None:
        """Return where one observation put its target, with what else was published by then.

        It is None for a target that is not judged, and outside the years of the plan.
        """
        target = self.plan.target(observation.target)
        if not target.is_scored or not self.years.cover(observation.period):
            return None
        known = []
        for one in self._compared_with(target):
            was_out = not observation.published or (one.published or "") <= observation.published
            if was_out and not _is_later_or_same(one, observation):
                known.append(one)
        then = Tracker(self.scenario, [*known, observation], observation.period)
        return then.track_one(target.id)

    def before(self, target_id: str) -> TrackedTarget | None:
        """Return where a target stood at the observation before the last one; None without it."""
        known = [one for one in self._by_target[target_id] if self.years.cover(one.period)]
        if self.as_of is not None:
            known = [one for one in known if one.period.end <= self.as_of.end]
        last = max((one.period.end for one in known), default="")
        earlier = [one for one in known if one.period.end < last]
        if not earlier:
            return None
        return self.judged_at(max(earlier, key=lambda one: (one.period.end, one.day)))

    @cached_property
    def _by_target(self) -> dict[str, list[Observation]]:
        grouped: defaultdict[str, list[Observation]] = defaultdict(list)
        for one in _without_forecasts(self.observations):
            grouped[one.target].append(one)
        return grouped

    def _compared_with(self, target: Target) -> list[Observation]:
        """Return what a verdict draws on: the target's figures, its partner's, and prices."""
        found = []
        deflator = target.deflator.target_id if target.deflator else None
        for target_id in dict.fromkeys((target.id, target.to, deflator)):
            if target_id is not None:
                found += self._by_target[target_id]
        return found

    def _judge(self, target: Target) -> TrackedTarget:
        rule = RULES.get(target.kind, judge_amount)
        if target.kind is Kind.GROWTH and self.years.are_several:
            rule = judge_compounded
        return rule(self._context, target)

    def _with_age(self, tracked: TrackedTarget) -> TrackedTarget:
        """Add a warning where the figure is older than the as-of month."""
        if not tracked.is_stale or tracked.period is None or self.as_of is None:
            return tracked
        warning = StaleWarning(
            period=tracked.period.text,
            as_of=self.as_of.text,
        )
        return tracked.with_warnings(warning)


def _is_later_or_same(one: Observation, observation: Observation) -> bool:
    """Tell whether a figure of the same target is of the same period or of a later one."""
    if one.target != observation.target or one.period.year != observation.period.year:
        return False
    return one.period.end >= observation.period.end


def _with_revisions(tracked: TrackedTarget) -> TrackedTarget:
    """Add a warning on the revision in force, and one on the revision that comes after it."""
    revised = tracked.target.revised
    if revised is not None:
        tracked = tracked.with_warnings(RevisedWarning(code=WarningCode.REVISED, day=revised))
    for revision in tracked.target.revisions:
        if revision.day > (revised or ""):
            later = RevisedWarning(code=WarningCode.REVISED_LATER, day=revision.day)
            return tracked.with_warnings(later)
    return tracked
