"""Judges growth over several years: yearly growths are chained, and progress is logarithmic."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import (
    EXACT,
    HUNDRED,
    ONE,
    QUOTIENT,
    divide,
    factor,
    log_share,
    percent_of,
    power,
    subtract,
)
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.goal import Goal, growth_goal
from erqi_cli.calc.tracking.path import Expected, PathBasis
from erqi_cli.calc.tracking.rules.growth_targets import growth_of
from erqi_cli.calc.tracking.series import PeriodFigures, is_full_year_estimate
from erqi_cli.calc.tracking.status import (
    better,
    growth_status,
    progress_status,
    year_end_status,
)
from erqi_cli.calc.tracking.tracked import Compounded, TrackedTarget
from erqi_cli.calc.tracking.warnings import WarningCode, YearWarning
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Better, GrowthOver, JudgedOn, Status


class Chain(NamedTuple):
    """The yearly growths from the first year of the plan, chained.

    `growths` are in percent, `level` is that of the last year with the base year as 1.
    """

    growths: tuple[Decimal, ...]
    level: Decimal
    last: PeriodFigures

    @property
    def years(self) -> int:
        """How many years have passed."""
        return len(self.growths)


class MissingYear(NamedTuple):
    """A year without a published growth, before another that has one."""

    year: int


def chain_of(context: TrackingContext, target: Target) -> Chain | MissingYear | None:
    """Return the growths of the finished years, chained; None if there are none yet.

    The chain ends with an estimate only if nothing else is known.
    """
    by_year: dict[int, PeriodFigures] = {}
    known_years = []
    for figures in context.series.of(target.id):
        if figures.period.is_whole and figures.published_growth is not None:
            by_year[figures.period.year] = figures
            if not is_full_year_estimate(figures.period, figures.growth):
                known_years.append(figures.period.year)
    if not by_year:
        return None
    level, last_year = ONE, max(known_years or by_year)
    growths = []
    for year in range(context.years.first, last_year + 1):
        figures_of_year = by_year.get(year)
        if figures_of_year is None or figures_of_year.published_growth is None:
            return MissingYear(year)
        growths.append(figures_of_year.published_growth)
        level = EXACT.multiply(level, factor(figures_of_year.published_growth))
    return Chain(tuple(growths), level, by_year[last_year])


def judge_compounded(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where a growth over several years stands.

    Source: the statistics bureau of Qinghai, by the method of the national bureau: +1.51%, −2.20%
    and −4.18% are ln 0.9513 ÷ ln 0.83 = 26.8% of a fall of 17% in five years.
    """
    start = context.not_observed(target, target.figure, JudgedOn.GROWTH)
    chain = chain_of(context, target)
    if chain is None or target.growth is None:
        return start
    if isinstance(chain, MissingYear):
        return start.with_warnings(YearWarning(code=WarningCode.MISSING_YEAR, year=chain.year))
    return _judged(context, start, chain, _Aim(context, target, target.growth))


class _Aim:
    """What the years of a plan have to come to, and the growth that a part of them has to."""

    def __init__(self, context: TrackingContext, target: Target, growth: Decimal) -> None:
        self.goal = growth_goal(target, growth)
        self.is_of_plan = target.growth_over is GrowthOver.PLAN
        self.number = Decimal(context.years.number)
        end = factor(self.goal.end)
        self.whole = end if self.is_of_plan else EXACT.power(end, context.years.number)

    def rate(self, chain: Chain) -> Decimal:
        """Return the growth so far in percent: of all years together, or a year on average."""
        index = chain.level
        if not self.is_of_plan:
            index = power(chain.level, ONE, Decimal(chain.years))
        return subtract(percent_of(index, ONE), HUNDRED)

    def rate_by(self, chain: Chain) -> Decimal:
        """Return the growth in percent that is expected by then."""
        return self.goal_by(chain).end

    def goal_by(self, chain: Chain) -> Goal:
        """Return the goal as it is by then, of a range with both ends."""
        if not self.is_of_plan:
            return self.goal
        upper = self.goal.upper
        return self.goal._replace(
            figure=self._part(self.goal.figure, chain),
            upper=None if upper is None else self._part(upper, chain),
        )

    def _part(self, rate: Decimal, chain: Chain) -> Decimal:
        """Return the part of a rate over the whole plan that belongs to the years so far."""
        index = power(factor(rate), Decimal(chain.years), self.number)
        return subtract(percent_of(index, ONE), HUNDRED)

    def whole_for(self, chain: Chain) -> Decimal:
        """Return what the index has to come to: of a corridor the end nearer to the growth."""
        end = factor(self.goal.figure)
        if self.goal_by(chain).aim(self.rate(chain)) != self.goal_by(chain).figure:
            end = factor(self.goal.top)
        return end if self.is_of_plan else EXACT.power(end, self.number)

    def completion(self, chain: Chain) -> Decimal | None:
        """Return the logarithmic progress in percent; None where nothing is to change."""
        return None if self.whole == ONE else log_share(chain.level, self.whole)

    @property
    def is_limit(self) -> bool:
        """Whether the change is to stay small: a rise where less is better, or a fall."""
        is_rise = self.whole > ONE
        return is_rise is (self.goal.better is Better.LOWER)


def _judged(
    context: TrackingContext,
    start: TrackedTarget,
    chain: Chain,
    aim: _Aim,
) -> TrackedTarget:
    """Return where a target stands by its chained growths."""
    rate = aim.rate(chain)
    share = percent_of(Decimal(chain.years), aim.number)
    completion = aim.completion(chain)
    pace = None if completion is None else QUOTIENT.subtract(completion, share)
    growth = growth_of(context, start.target, chain.last)
    goal = aim.goal_by(chain)
    tracked = replace(
        start,
        elapsed=share,
        period=chain.last.period,
        observation=chain.last.growth,
        actual=rate,
        completion=completion,
        expected=Expected(aim.rate_by(chain), share, PathBasis.LINEAR),
        pace=pace,
        gap=goal.margin(rate),
        needed=_needed(chain, aim),
        growth=growth,
        goal=aim.goal,
        compounded=Compounded(chain.growths, chain.level, aim.whole, aim.whole_for(chain)),
        is_stale=context.is_stale(chain.last.period),
    )
    tracked = replace(tracked, status=_status(context, tracked, chain, aim))
    return tracked.with_warnings(*growth.warnings)


def _status(
    context: TrackingContext,
    tracked: TrackedTarget,
    chain: Chain,
    aim: _Aim,
) -> Status:
    """Return the verdict at the end of the plan, or the status by the logarithmic pace."""
    rate = aim.rate(chain)
    if context.is_final(chain.last.period, chain.last.growth):
        return year_end_status(aim.goal, rate)
    thresholds = context.thresholds(tracked.target)
    if tracked.pace is None or tracked.completion is None or aim.goal.better is Better.WITHIN:
        return growth_status(aim.goal_by(chain), rate, thresholds)
    if aim.is_limit:
        status = progress_status(-tracked.pace, thresholds)
    elif tracked.completion >= HUNDRED:
        return Status.DONE
    else:
        status = progress_status(tracked.pace, thresholds)
    if aim.goal_by(chain).is_met(rate):
        return better(status, Status.ON_PACE)
    return status


def _needed(chain: Chain, aim: _Aim) -> Decimal | None:
    """Return the growth a year in percent that the remaining years need.

    It is (whole ÷ index) ^ (1 ÷ years left) − 1, of a corridor with its nearer end.
    """
    left = aim.number - chain.years
    if left <= 0:
        return None
    yearly = power(divide(aim.whole_for(chain), chain.level), ONE, left)
    return subtract(percent_of(yearly, ONE), HUNDRED)
