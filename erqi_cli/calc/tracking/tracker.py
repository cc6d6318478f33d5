"""Follows the year's results against the plan: each target's latest observation, completion, pace, status and what is needed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from erqi_cli.calc.decimals import EXACT, HUNDRED, ONE, QUOTIENT, ZERO, divide, percent_of, subtract
from erqi_cli.calc.projection.ratios import measured_things
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.calc.tracking.goal import Goal, Measured, amount_goal, goal_in_step, growth_goal, holds_at_any_time
from erqi_cli.calc.tracking.growth import Growth, Warned, judged_growth
from erqi_cli.calc.tracking.pace import Shares, due_date, elapsed_percent, expected_percent, months_left, share_at
from erqi_cli.calc.tracking.series import Report, Reports, is_estimate_of_the_year
from erqi_cli.calc.tracking.status import Verdict, at_year_end, of_amount, of_growth
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.domain.observation import ESTIMATE, FORECAST, Seen
from erqi_cli.domain.period import Period, period_of
from erqi_cli.domain.plan import Indicator, Plan, Target

Judged = Literal["growth", "implied", "level", "share", "milestone"]
UNSCORED = ("context", "qualitative")
CUMULATIVE = ("level", "count")
FINAL = ("A", "P", "B")
"""The observation statuses with which a year's figure stands, and is judged as such: final, preliminary, break."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """Where one target stands.

    `target` and `actual` are in percent for growth and share, else in the target's unit; `seen` is the observation that
    was judged. Completion, elapsed and expected are in percent; `pace` (completion less expected) and `gap` (by how much
    a growth is better than its target) in percentage points. `needed` is what is still to be added to the actual value,
    for a growth target the growth in percent that the rest of the year needs; `year_end` is the year-end value at
    today's run rate: an extrapolation. `goal` is what it was held against. What does not apply is None.
    """

    id: str
    thing: Indicator | Target
    status: Verdict
    judged_on: Judged
    target: Decimal | None
    elapsed: Decimal | None
    period: Period | None = None
    seen: Seen | None = None
    actual: Decimal | None = None
    completion: Decimal | None = None
    expected: Decimal | None = None
    pace: Decimal | None = None
    gap: Decimal | None = None
    needed: Decimal | None = None
    needed_per_month: Decimal | None = None
    year_end: Decimal | None = None
    growth: Growth | None = None
    goal: Goal | None = None
    warnings: tuple[Warned, ...] = ()

    @property
    def measured_as(self) -> Measured | None:
        """How completion, pace and gap are to be read; None without an actual value."""
        return None if self.actual is None else self.goal.measured_as(self.actual) if self.goal else "done"

    def warned(self, code: str, **values: object) -> "Tracked":
        """Return the same with one warning more."""
        return replace(self, warnings=(*self.warnings, Warned(code, values)))


class Tracker:
    """Judges the targets of a plan, with what-ifs laid over it, by their observations as of a period."""

    def __init__(self, scenario: Scenario, seen: Iterable[Seen], as_of: Period | None = None) -> None:
        self.scenario, self.plan = scenario, scenario.plan
        self.year, self.base_year = self.plan.plan_year, self.plan.base_year
        self.seen = tuple(seen)
        self.reports = Reports((one for one in self.seen if one.status != FORECAST), self.year)
        self.things = measured_things(self.plan)
        self.as_of = period_of(as_of.key) if as_of else self.reports.latest_period()

    def scored(self) -> list[str]:
        """Return the ids of everything that is judged: all but context figures and qualitative targets."""
        return scored(self.plan)

    def track(self, names: Iterable[str]) -> tuple[Tracked, ...]:
        """Return where each of these stands."""
        return tuple(self.one(name) for name in names)

    def one(self, name: str) -> Tracked:
        """Return where one target stands."""
        thing = self.things[name]
        kind = thing.kind if isinstance(thing, Target) else "growth"
        judge = {"growth": self._growth, "relative": self._relative, "milestone": self._milestone}.get(kind, self._amount)
        return self._dated(judge(name, thing))

    def _start(self, name: str, thing: Indicator | Target, target: Decimal | None, judged_on: Judged) -> Tracked:
        elapsed = elapsed_percent(self.as_of, self.year) if self.as_of else None
        return Tracked(name, thing, "no_data", judged_on, target, elapsed)

    def _dated(self, found: Tracked) -> Tracked:
        """Return the same with a warning where the observation is older than the day as of which it is judged."""
        if found.period is None or self.as_of is None or found.period.end >= self.as_of.end:
            return found
        return found.warned("older-data", period=found.period.text, as_of=self.as_of.text)

    @staticmethod
    def _is_final(found: Period, seen: Seen) -> bool:
        return found.is_whole and seen.status in FINAL

    def _growth(self, name: str, thing: Indicator | Target) -> Tracked:
        target = thing.growth if isinstance(thing, Indicator) else thing.value
        assert target is not None
        start = self._start(name, thing, target, "growth")
        reports = [judged_growth(self.scenario, self.reports, name, report) for report in self.reports.of(name)]
        known = [growth for growth in reports if growth.percent is not None]
        firm = (growth for growth in known if not is_estimate_of_the_year(growth.period, growth.seen))
        found = next(firm, next(iter(known), None))
        if found is None:
            return start if not reports else replace(start, growth=reports[0]).warned("no-growth", period=reports[0].period.text)
        goal = growth_goal(thing, target)
        return self._needed_growth(self._of_growth(start, found, goal), found, goal)

    def _of_growth(self, start: Tracked, found: Growth, goal: Goal, beside: Growth | None = None) -> Tracked:
        assert found.percent is not None
        assert found.seen is not None
        final = all(self._is_final(one.period, one.seen) for one in (found, beside) if one and one.seen)
        tracked = replace(
            start,
            status=at_year_end(goal, found.percent) if final else of_growth(goal, found.percent),
            judged_on="implied" if any(one.published is None for one in (found, beside) if one) else "growth",
            elapsed=elapsed_percent(found.period, self.year),
            period=found.period,
            seen=found.seen,
            actual=found.percent,
            gap=goal.over(found.percent),
            growth=found,
            goal=goal,
        )
        others = (warning._replace(of=getattr(start.thing, "to", None)) for warning in (beside.warnings if beside else ()))
        return replace(tracked, warnings=(*tracked.warnings, *found.warnings, *others))

    def _needed_growth(self, tracked: Tracked, found: Growth, goal: Goal) -> Tracked:
        """Add the growth that the rest of the year needs: (target − w·to date) / (1 − w), w the base year's share so far.

        Above a range the target is its upper end: what is needed is then the most that brings the year back into it.
        """
        if found.period.is_whole or tracked.elapsed is None or found.percent is None:
            return tracked
        shares = self.reports.monthly_shares(tracked.id, self.base_year)
        share = expected_percent(tracked.thing, found.period, self.year, shares) if tracked.thing.pace else None
        assumed = share is None
        share = tracked.elapsed if share is None else share
        rest = subtract(HUNDRED, share)
        if not rest:
            return tracked
        whole, so_far = EXACT.multiply(goal.end_for(found.percent), HUNDRED), EXACT.multiply(share, found.percent)
        tracked = replace(tracked, needed=divide(subtract(whole, so_far), rest), expected=share)
        return tracked.warned("equal-months") if assumed else tracked

    def _relative(self, name: str, thing: Indicator | Target) -> Tracked:
        assert isinstance(thing, Target)
        assert thing.to is not None
        start = self._start(name, thing, None, "growth")
        for report in sorted(self.reports.of(name), key=lambda report: report.is_estimate_of_the_year):
            own = judged_growth(self.scenario, self.reports, name, report)
            beside = self.reports.at(thing.to, report.period, self.year)
            other = judged_growth(self.scenario, self.reports, thing.to, beside) if beside else None
            if own.percent is not None and other is not None and other.percent is not None:
                goal = goal_in_step(thing, other.percent)
                return self._of_growth(replace(start, target=goal.figure), own, goal, other)
        return start.warned("no-comparison", other=thing.to) if self.reports.of(name) else start

    def _milestone(self, name: str, thing: Indicator | Target) -> Tracked:
        assert isinstance(thing, Target)
        figure, due = ONE if thing.value is None else thing.value, due_date(thing, self.year)
        start = self._start(name, thing, figure, "milestone")
        overdue = self.as_of is not None and self.as_of.end > due
        report = self._latest_value(name)
        if report is None or report.value is None or report.value.value is None:
            waiting = replace(start, status="no_data" if overdue or self._year_is_over() else "not_due")
            return waiting.warned("unreported", due=due) if overdue else waiting
        actual, seen = report.value.value, report.value
        final, done = self._is_final(report.period, seen), actual >= figure
        running: Verdict = "done" if done else "behind" if overdue else "not_due"
        tracked = replace(
            start,
            status=("met" if done else "missed") if final else running,
            period=report.period,
            seen=seen,
            actual=actual,
            completion=percent_of(actual, figure),
            elapsed=elapsed_percent(report.period, self.year),
        )
        if done and not any(_is_reached(one, figure, due) for one in self.reports.of(name)):
            return tracked.warned("late", due=due)
        return tracked.warned("overdue", due=due) if overdue and not done else tracked

    def _year_is_over(self) -> bool:
        return self.as_of is not None and self.as_of.end >= f"{self.year}-12-31"

    def _latest_value(self, name: str) -> Report | None:
        """Return the latest report with a value; an estimate of the whole year only where nothing else is known."""
        reports = [report for report in self.reports.of(name) if report.value]
        return next((one for one in reports if not is_estimate_of_the_year(one.period, one.value)), next(iter(reports), None))

    def _amount(self, name: str, thing: Indicator | Target) -> Tracked:
        assert isinstance(thing, Target)
        assert thing.value is not None
        start = self._start(name, thing, thing.value, "share" if thing.kind == "share" else "level")
        report = self._latest_value(name)
        if report is None or report.value is None or report.value.value is None:
            return start.warned("no-value") if self.reports.of(name) else start
        seen, actual, goal = report.value, report.value.value, amount_goal(thing)
        shares = self.reports.monthly_shares(name, self.base_year)
        expected = expected_percent(thing, report.period, self.year, shares)
        lacking = expected is None
        if expected is None:
            expected = expected_percent(replace(thing, pace="linear"), report.period, self.year, ())
        assert expected is not None
        timed = thing.pace != "at_end" or expected == HUNDRED
        due = timed or (thing.kind == "count" and goal.is_ceiling and goal.short(actual) > 0)  # a count does not come down
        holds = holds_at_any_time(thing, goal)
        completion = goal.completion(actual)
        paced = timed and not holds and not goal.is_beyond(actual)
        pace = QUOTIENT.subtract(completion, expected) if paced and completion is not None else None
        final = self._is_final(report.period, seen) and due_date(thing, self.year)[:4] <= str(self.year)
        tracked = replace(
            start,
            status=at_year_end(goal, actual) if final else of_amount(goal, actual, pace, due=due),
            elapsed=elapsed_percent(report.period, self.year),
            period=report.period,
            seen=seen,
            actual=actual,
            completion=completion,
            expected=None if holds or goal.is_kept else expected,
            pace=pace,
            goal=goal,
        )
        tracked = self._warned(self._rest(tracked, goal, shares), goal, final=final)
        earlier = [one for one in self.reports.of(name) if one.value and one.period.end < report.period.end]
        before = earlier[0].value if earlier else None
        if thing.kind in CUMULATIVE and thing.pace != "at_end" and thing.baseline is None and before and before.value is not None:
            tracked = tracked.warned("falls", period=before.period.text) if actual < before.value else tracked
        return tracked.warned("no-base-shares") if lacking else tracked

    def _rest(self, found: Tracked, goal: Goal, shares: Shares) -> Tracked:
        """Add what is still needed, in all and in each month that is left, and the year-end value at today's run rate."""
        actual, when = found.actual, found.period
        assert actual is not None
        assert when is not None
        start = goal.way_from
        share = found.expected if found.thing.pace == "monthly" else found.elapsed
        if found.thing.pace == "base_year":
            share = share_at(when, shares) or found.elapsed
        is_count = isinstance(found.thing, Target) and found.thing.kind == "count"
        runs = found.thing.pace != "at_end" and found.judged_on != "share" and not goal.is_kept
        if share and share < HUNDRED and runs:
            run = divide(EXACT.multiply(subtract(actual, start), HUNDRED), share)
            year_end = QUOTIENT.add(start, run)
            found = replace(found, year_end=max(year_end, ZERO) if is_count else year_end)
        if goal.is_ceiling:
            return found
        needed = subtract(goal.mark, actual) if goal.short(actual) > 0 and not goal.is_beyond(actual) else ZERO
        months = months_left(when, due_date(found.thing, self.year))
        each = divide(needed, months) if months else None
        return replace(found, needed=needed, needed_per_month=each)

    def _warned(self, found: Tracked, goal: Goal, *, final: bool) -> Tracked:
        """Add the warnings that an amount's verdict needs."""
        actual, seen = found.actual, found.seen
        assert actual is not None
        assert seen is not None
        due = due_date(found.thing, self.year)
        known = self.as_of.end if self.as_of else ""
        if not final and found.period and not found.period.is_whole and known > due and goal.short(actual) > 0:
            found = found.warned("overdue", due=due)
            if isinstance(found.thing, Target) and found.thing.due is not None:
                found = replace(found, status="behind")  # by all that is known it was not reached in time
        size = max(abs(end) for end in (goal.figure, goal.upper, goal.start) if end is not None)
        if found.judged_on == "level" and abs(actual) > EXACT.multiply(size, FAR_TIMES) > 0:
            found = found.warned("far-from-target")
        if goal.is_ceiling:
            found = found.warned("over-limit" if goal.short(actual) > 0 else "ceiling")
        if goal.upper is not None and actual > goal.upper:
            found = found.warned("above-range")
        elif goal.is_beyond(actual):
            found = found.warned("below-range")
        if seen.status == ESTIMATE:
            found = found.warned("estimate")
        return found


def _is_reached(report: Report, figure: Decimal, due: str) -> bool:
    """Tell whether a figure was reached by a due date."""
    value = report.value.value if report.value else None
    return value is not None and value >= figure and report.period.end <= due


def scored(plan: Plan) -> list[str]:
    """Return the ids of everything in a plan that is judged: all but context figures and qualitative targets."""
    return [name for name, thing in measured_things(plan).items() if not isinstance(thing, Target) or thing.kind not in UNSCORED]
