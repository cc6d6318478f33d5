"""Judges growth over several years: yearly growths are chained, and progress is logarithmic."""

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
    return _judged(context, start, _Standing(context, target, target.growth, chain))


class _Standing:
    """What the years so far have come to, beside what they and the whole plan have to come to.

    `rate` is the growth so far in percent, of all years together or a year on average, and
    `goal_by_now` what it has to be. `whole` and `aim` are what the last level has to be, with the
    base year as 1; of a corridor `aim` is the end nearer to the growth.
    """

    def __init__(
        self,
        context: TrackingContext,
        target: Target,
        growth: Decimal,
        chain: Chain,
    ) -> None:
        self.chain = chain
        self.goal = growth_goal(target, growth)
        self._is_of_plan = target.growth_over is GrowthOver.PLAN
        self.number = context.years.number
        self.rate = self._rate()
        self.goal_by_now = self._goal_by_now()
        self.whole = self._level(self.goal.end)
        is_end_nearer = self.goal_by_now.aim(self.rate) == self.goal_by_now.figure
        self.aim = self._level(self.goal.figure if is_end_nearer else self.goal.top)

    def _rate(self) -> Decimal:
        index = self.chain.level
        if not self._is_of_plan:
            index = power(index, ONE, Decimal(self.chain.years))
        return _rate_of(index)

    def _goal_by_now(self) -> Goal:
        """Return the goal as it is by now, of a range with both ends."""
        if not self._is_of_plan:
            return self.goal
        upper = self.goal.upper
        return self.goal._replace(
            figure=self._part(self.goal.figure),
            upper=None if upper is None else self._part(upper),
        )

    def _part(self, rate: Decimal) -> Decimal:
        """Return the part of a rate over the whole plan that belongs to the years so far."""
        return _rate_of(power(factor(rate), Decimal(self.chain.years), Decimal(self.number)))

    def _level(self, rate: Decimal) -> Decimal:
        """Return the last level after a rate over the whole plan, or a year on average."""
        change = factor(rate)
        return change if self._is_of_plan else EXACT.power(change, self.number)

    @property
    def share(self) -> Decimal:
        """The share of the years that has passed, in percent."""
        return percent_of(Decimal(self.chain.years), Decimal(self.number))

    @property
    def completion(self) -> Decimal | None:
        """The logarithmic progress in percent; None where nothing is to change."""
        return None if self.whole == ONE else log_share(self.chain.level, self.whole)

    @property
    def is_limit(self) -> bool:
        """Whether the change is to stay small: a rise where less is better, or a fall."""
        is_rise = self.whole > ONE
        return is_rise is (self.goal.better is Better.LOWER)

    @property
    def needed(self) -> Decimal | None:
        """The growth a year in percent that the remaining years need; None without any left.

        It is (aim ÷ level) ^ (1 ÷ years left) − 1.
        """
        left = self.number - self.chain.years
        if left <= 0:
            return None
        change = divide(self.aim, self.chain.level)
        return _rate_of(power(change, ONE, Decimal(left)))


def _rate_of(index: Decimal) -> Decimal:
    """Return the growth in percent that leads from 1 to an index."""
    return subtract(percent_of(index, ONE), HUNDRED)


def _judged(
    context: TrackingContext,
    start: TrackedTarget,
    standing: _Standing,
) -> TrackedTarget:
    """Return where a target stands by its chained growths."""
    chain = standing.chain
    completion = standing.completion
    pace = None if completion is None else QUOTIENT.subtract(completion, standing.share)
    growth = growth_of(context, start.target, chain.last)
    tracked = start._replace(
        elapsed=standing.share,
        period=chain.last.period,
        observation=chain.last.growth,
        actual=standing.rate,
        completion=completion,
        expected=Expected(standing.goal_by_now.end, standing.share, PathBasis.LINEAR),
        pace=pace,
        gap=standing.goal_by_now.margin(standing.rate),
        needed=standing.needed,
        growth=growth,
        goal=standing.goal,
        compounded=Compounded(chain.growths, chain.level, standing.whole, standing.aim),
        is_stale=context.is_stale(chain.last.period),
    )
    tracked = tracked._replace(status=_status(context, tracked, standing))
    return tracked.with_warnings(*growth.warnings)


def _status(context: TrackingContext, tracked: TrackedTarget, standing: _Standing) -> Status:
    """Return the verdict at the end of the plan, or the status by the logarithmic pace."""
    last = standing.chain.last
    if context.is_final(last.period, last.growth):
        return year_end_status(standing.goal, standing.rate)
    thresholds = context.thresholds(tracked.target)
    is_corridor = standing.goal.better is Better.WITHIN
    if tracked.pace is None or tracked.completion is None or is_corridor:
        return growth_status(standing.goal_by_now, standing.rate, thresholds)
    if not standing.is_limit and tracked.completion >= HUNDRED:
        return Status.DONE
    pace = -tracked.pace if standing.is_limit else tracked.pace
    status = progress_status(pace, thresholds)
    if standing.goal_by_now.is_met(standing.rate):
        return better(status, Status.ON_PACE)
    return status
