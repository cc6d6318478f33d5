"""Follows the year's results against the plan: each target's latest observation, completion, pace, status and need."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, ZERO, divide, percent_of, subtract
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.goal import (
    Goal,
    amount_goal,
    growth_goal,
    holds_at_any_time,
    relative_goal,
)
from erqi_cli.calc.tracking.growth import PeriodGrowth, period_growth
from erqi_cli.calc.tracking.pace import (
    Shares,
    due_date,
    elapsed_percent,
    expected_percent,
    linear_percent,
    months_left,
    share_at,
)
from erqi_cli.calc.tracking.series import ObservationSeries, PeriodFigures, is_full_year_estimate
from erqi_cli.calc.tracking.status import amount_status, growth_status, year_end_status
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.period import Period, period_of
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import JudgedOn, Kind, ObservationStatus, Pace, Status

CUMULATIVE = (Kind.LEVEL, Kind.COUNT)
FINAL = (ObservationStatus.NORMAL, ObservationStatus.PROVISIONAL, ObservationStatus.BREAK)
"""The observation statuses with which a year's figure stands, and is judged as such."""


def scored_ids(plan: Plan) -> list[str]:
    """Return the ids of all targets that are judged: all but context figures and qualitative targets."""
    return [target.id for target in plan.targets if target.is_scored]


class Tracker:
    """Judges the targets of a plan, with what-ifs laid over it, by their observations as of a period."""

    def __init__(
        self, scenario: Scenario, observations: Iterable[Observation], as_of: Period | None = None
    ) -> None:
        self.scenario, self.plan = scenario, scenario.plan
        self.year, self.base_year = self.plan.plan_year, self.plan.base_year
        self.observations = tuple(observations)
        known = (one for one in self.observations if one.status is not ObservationStatus.FORECAST)
        self.series = ObservationSeries(known, self.year)
        self.as_of = period_of(as_of.key) if as_of else self.series.latest_period()

    def scored_ids(self) -> list[str]:
        """Return the ids of all targets that are judged."""
        return scored_ids(self.plan)

    def track(self, target_ids: Iterable[str]) -> tuple[TrackedTarget, ...]:
        """Return where each of these stands."""
        return tuple(self.track_one(target_id) for target_id in target_ids)

    def track_one(self, target_id: str) -> TrackedTarget:
        """Return where one target stands."""
        target = self.plan.target(target_id)
        if target.kind is Kind.GROWTH:
            tracked = self._growth(target)
        elif target.kind is Kind.RELATIVE:
            tracked = self._relative(target)
        elif target.kind is Kind.MILESTONE:
            tracked = self._milestone(target)
        else:
            tracked = self._amount(target)
        return self._with_age(tracked)

    def _start(self, target: Target, figure: Decimal | None, judged_on: JudgedOn) -> TrackedTarget:
        """Return where a target stands as long as nothing is known of it."""
        return TrackedTarget(
            target=target,
            status=Status.NO_DATA,
            judged_on=judged_on,
            figure=figure,
            elapsed=elapsed_percent(self.as_of, self.year) if self.as_of else None,
        )

    def _with_age(self, tracked: TrackedTarget) -> TrackedTarget:
        """Return the same with a warning where the observation is older than the day as of which it is judged."""
        if tracked.period is None or self.as_of is None or tracked.period.end >= self.as_of.end:
            return tracked
        return tracked.warn("older-data", period=tracked.period.text, as_of=self.as_of.text)

    def _year_is_over(self) -> bool:
        return self.as_of is not None and self.as_of.end >= f"{self.year}-12-31"

    def _period_growth(self, target: Target, figures: PeriodFigures) -> PeriodGrowth:
        return period_growth(self.scenario, self.series, target, figures)

    # Growth

    def _growth(self, target: Target) -> TrackedTarget:
        start = self._start(target, target.figure, JudgedOn.GROWTH)
        growths = [self._period_growth(target, figures) for figures in self.series.of(target.id)]
        known = [growth for growth in growths if growth.percent is not None]
        firm = [growth for growth in known if not growth.is_full_year_estimate]
        judged = next(iter(firm or known), None)
        if judged is None or judged.percent is None or target.figure is None:
            if not growths:
                return start
            return replace(start, growth=growths[0]).warn(
                "no-growth", period=growths[0].period.text
            )
        goal = growth_goal(target, target.figure)
        tracked = self._judged_growth(start, judged, judged.percent, goal)
        return self._with_needed_growth(tracked, judged, goal)

    def _judged_growth(
        self,
        start: TrackedTarget,
        growth: PeriodGrowth,
        percent: Decimal,
        goal: Goal,
        partner: PeriodGrowth | None = None,
    ) -> TrackedTarget:
        """Return where a growth stands; `partner` is the growth that it is compared with, where its target is relative."""
        growths = [growth] if partner is None else [growth, partner]
        is_final = all(_is_final(one.period, one.observation) for one in growths)
        is_implied = any(one.published is None for one in growths)
        warnings = growth.warnings
        if partner:
            warnings += tuple(warning._replace(of=start.target.to) for warning in partner.warnings)
        return replace(
            start,
            status=year_end_status(goal, percent) if is_final else growth_status(goal, percent),
            judged_on=JudgedOn.IMPLIED if is_implied else JudgedOn.GROWTH,
            elapsed=elapsed_percent(growth.period, self.year),
            period=growth.period,
            observation=growth.observation,
            actual=percent,
            gap=goal.margin(percent),
            growth=growth,
            goal=goal,
            warnings=(*start.warnings, *warnings),
        )

    def _with_needed_growth(
        self, tracked: TrackedTarget, growth: PeriodGrowth, goal: Goal
    ) -> TrackedTarget:
        """Add the growth that the rest of the year needs: (target − w·to date) / (1 − w), w the base year's share so far.

        Above a range the target is its upper end: what is needed is then the most that brings the year back into it.
        """
        if growth.period.is_whole or tracked.elapsed is None or growth.percent is None:
            return tracked
        target, share = tracked.target, None
        if target.pace:
            share = expected_percent(target, growth.period, self.year, self._shares(target))
        is_assumed = share is None
        share = tracked.elapsed if share is None else share
        rest = subtract(HUNDRED, share)
        if not rest:
            return tracked
        whole_year = EXACT.multiply(goal.end_for(growth.percent), HUNDRED)
        to_date = EXACT.multiply(share, growth.percent)
        tracked = replace(
            tracked, needed=divide(subtract(whole_year, to_date), rest), expected=share
        )
        return tracked.warn("equal-months") if is_assumed else tracked

    def _relative(self, target: Target) -> TrackedTarget:
        start = self._start(target, None, JudgedOn.GROWTH)
        all_figures = self.series.of(target.id)
        partner = self.plan.targets_by_id.get(target.to or "")
        if partner is None:
            return start
        for figures in sorted(all_figures, key=lambda one: one.is_full_year_estimate):
            own = self._period_growth(target, figures)
            partner_figures = self.series.at(partner.id, figures.period, self.year)
            if own.percent is None or partner_figures is None:
                continue
            other = self._period_growth(partner, partner_figures)
            if other.percent is not None:
                goal = relative_goal(target, other.percent)
                with_figure = replace(start, figure=goal.figure)
                return self._judged_growth(with_figure, own, own.percent, goal, other)
        return start.warn("no-comparison", other=partner.id) if all_figures else start

    # Milestones

    def _milestone(self, target: Target) -> TrackedTarget:
        figure = ONE if target.value is None else target.value
        due = due_date(target, self.year)
        start = self._start(target, figure, JudgedOn.MILESTONE)
        is_overdue = self.as_of is not None and self.as_of.end > due
        figures = self._latest_value(target.id)
        if figures is None or figures.level is None:
            should_be_known = is_overdue or self._year_is_over()
            waiting = replace(start, status=Status.NO_DATA if should_be_known else Status.NOT_DUE)
            return waiting.warn("unreported", due=due) if is_overdue else waiting
        is_done = figures.level >= figure
        tracked = replace(
            start,
            status=_milestone_status(figures, is_done=is_done, is_overdue=is_overdue),
            period=figures.period,
            observation=figures.value,
            actual=figures.level,
            completion=percent_of(figures.level, figure),
            elapsed=elapsed_percent(figures.period, self.year),
        )
        if is_done and not any(_is_reached(one, figure, due) for one in self.series.of(target.id)):
            return tracked.warn("late", due=due)
        return tracked.warn("overdue", due=due) if is_overdue and not is_done else tracked

    def _latest_value(self, target_id: str) -> PeriodFigures | None:
        """Return the latest figures with a value; an estimate of the whole year only where nothing else is known."""
        with_value = [figures for figures in self.series.of(target_id) if figures.value]
        firm = [one for one in with_value if not is_full_year_estimate(one.period, one.value)]
        return next(iter(firm or with_value), None)

    # Amounts and shares

    def _amount(self, target: Target) -> TrackedTarget:
        judged_on = JudgedOn.SHARE if target.kind is Kind.SHARE else JudgedOn.LEVEL
        start = self._start(target, target.figure, judged_on)
        figures = self._latest_value(target.id)
        if (
            figures is None
            or figures.value is None
            or figures.level is None
            or target.figure is None
        ):
            return start.warn("no-value") if self.series.of(target.id) else start
        goal = amount_goal(target, target.figure)
        tracked = self._judged_amount(start, figures, figures.level, goal)
        tracked = self._with_amount_warnings(tracked, figures, figures.level, goal)
        before = self._value_before(target, figures.period)
        if before is not None and _falls(target, before, figures.level):
            tracked = tracked.warn("falls", period=before.period.text)
        return (
            tracked.warn("no-base-shares")
            if self._lacks_shares(target, figures.period)
            else tracked
        )

    def _judged_amount(
        self, start: TrackedTarget, figures: PeriodFigures, actual: Decimal, goal: Goal
    ) -> TrackedTarget:
        """Return where an amount stands, with what is still needed."""
        target, when = start.target, figures.period
        expected = self._expected(target, when)
        holds = holds_at_any_time(target, goal)
        completion = goal.completion(actual)
        is_timed = target.pace is not Pace.AT_END or expected == HUNDRED
        pace = None
        if is_timed and not holds and not goal.is_beyond(actual) and completion is not None:
            pace = QUOTIENT.subtract(completion, expected)
        if self._is_final_amount(target, figures):
            status = year_end_status(goal, actual)
        else:
            # A count that has passed its limit does not come down again, so it is judged before it is due.
            is_broken = target.kind is Kind.COUNT and goal.is_ceiling and goal.shortfall(actual) > 0
            status = amount_status(goal, actual, pace, due=is_timed or is_broken)
        tracked = replace(
            start,
            status=status,
            elapsed=elapsed_percent(when, self.year),
            period=when,
            observation=figures.value,
            actual=actual,
            completion=completion,
            expected=None if holds or goal.is_maintained else expected,
            pace=pace,
            goal=goal,
        )
        return self._with_rest(tracked, when, actual, goal)

    def _is_final_amount(self, target: Target, figures: PeriodFigures) -> bool:
        """Tell whether a figure is the year's last word on a target that is due within it."""
        is_due_by_then = due_date(target, self.year)[:4] <= str(self.year)
        return is_due_by_then and _is_final(figures.period, figures.value)

    def _shares(self, target: Target) -> Shares:
        """Return the base year's cumulative shares by month, where the timetable follows them."""
        if target.pace is not Pace.BASE_YEAR:
            return ()
        return self.series.monthly_shares(target.id, self.base_year)

    def _expected(self, target: Target, when: Period) -> Decimal:
        """Return the share that the timetable expects; the even one where the base year's months are not known."""
        expected = expected_percent(target, when, self.year, self._shares(target))
        return linear_percent(target, when, self.year) if expected is None else expected

    def _lacks_shares(self, target: Target, when: Period) -> bool:
        return expected_percent(target, when, self.year, self._shares(target)) is None

    def _with_rest(
        self, tracked: TrackedTarget, when: Period, actual: Decimal, goal: Goal
    ) -> TrackedTarget:
        """Add what is still needed, in all and in each month that is left, and the year-end value at today's run rate."""
        tracked = replace(tracked, year_end=self._year_end(tracked, when, actual, goal))
        if goal.is_ceiling:
            return tracked
        is_short = goal.shortfall(actual) > 0 and not goal.is_beyond(actual)
        needed = subtract(goal.end_value, actual) if is_short else ZERO
        months = months_left(when, due_date(tracked.target, self.year))
        per_month = divide(needed, months) if months else None
        return replace(tracked, needed=needed, needed_per_month=per_month)

    def _year_end(
        self, tracked: TrackedTarget, when: Period, actual: Decimal, goal: Goal
    ) -> Decimal | None:
        """Return the year-end value at today's run rate; None where nothing runs on."""
        target = tracked.target
        runs_on = (
            target.pace is not Pace.AT_END
            and target.kind is not Kind.SHARE
            and not goal.is_maintained
        )
        share = tracked.elapsed
        if target.pace is Pace.MONTHLY:
            share = tracked.expected
        elif target.pace is Pace.BASE_YEAR:
            share = share_at(when, self._shares(target)) or tracked.elapsed
        if not runs_on or not share or share >= HUNDRED:
            return None
        start = goal.start_value
        run = divide(EXACT.multiply(subtract(actual, start), HUNDRED), share)
        year_end = QUOTIENT.add(start, run)
        return max(year_end, ZERO) if target.kind is Kind.COUNT else year_end

    def _with_amount_warnings(
        self, tracked: TrackedTarget, figures: PeriodFigures, actual: Decimal, goal: Goal
    ) -> TrackedTarget:
        """Add the warnings that an amount's status needs."""
        is_short = goal.shortfall(actual) > 0
        due = due_date(tracked.target, self.year)
        is_past_due = (
            self.as_of is not None and self.as_of.end > due and not figures.period.is_whole
        )
        if is_past_due and is_short and not self._is_final_amount(tracked.target, figures):
            tracked = tracked.warn("overdue", due=due)
            if tracked.target.due is not None:
                tracked = replace(
                    tracked, status=Status.BEHIND
                )  # by all that is known it was not reached in time
        if tracked.judged_on is JudgedOn.LEVEL and goal.is_far(actual, FAR_TIMES):
            tracked = tracked.warn("far-from-target")
        if goal.is_ceiling:
            tracked = tracked.warn("over-limit" if is_short else "ceiling")
        if goal.upper is not None and actual > goal.upper:
            tracked = tracked.warn("above-range")
        elif goal.is_beyond(actual):
            tracked = tracked.warn("below-range")
        if figures.value and figures.value.status is ObservationStatus.ESTIMATED:
            tracked = tracked.warn("estimate")
        return tracked

    def _value_before(self, target: Target, when: Period) -> Observation | None:
        """Return the latest observation of a value before a period."""
        for figures in self.series.of(target.id):
            if figures.value and figures.period.end < when.end:
                return figures.value
        return None


def _falls(target: Target, before: Observation, actual: Decimal) -> bool:
    """Tell whether an amount that adds up over the year is below an earlier one, which it cannot be."""
    adds_up = (
        target.kind in CUMULATIVE and target.pace is not Pace.AT_END and target.baseline is None
    )
    return adds_up and before.value is not None and actual < before.value


def _is_final(period: Period, observation: Observation | None) -> bool:
    """Tell whether an observation is the year's figure; what is not observed at all does not keep it from being so."""
    return observation is None or (period.is_whole and observation.status in FINAL)


def _milestone_status(figures: PeriodFigures, *, is_done: bool, is_overdue: bool) -> Status:
    if _is_final(figures.period, figures.value):
        return Status.MET if is_done else Status.MISSED
    if is_done:
        return Status.DONE
    return Status.BEHIND if is_overdue else Status.NOT_DUE


def _is_reached(figures: PeriodFigures, figure: Decimal, due: str) -> bool:
    """Tell whether a figure was reached by a due date."""
    return figures.level is not None and figures.level >= figure and figures.period.end <= due
