"""Judges relative targets: a growth compared with the growth of another target."""

from decimal import Decimal
from functools import partial

from erqi_cli.calc.decimals import EXACT, HUNDRED, divide, factor, subtract
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.goal import relative_goal
from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.rules.growth_targets import Comparison, growth_of, judged_growth
from erqi_cli.calc.tracking.series import PeriodFigures
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import (
    DeflatedWarning,
    NoComparisonWarning,
    PlainWarning,
    TrackingWarning,
    WarningCode,
)
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import JudgedOn, PriceBasis


def judge_relative_target(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where a relative target stands in the latest period that both growths are known of."""
    start = context.not_observed(target, None, JudgedOn.GROWTH)
    partner = context.scenario.plan.targets_by_id.get(target.to or "")
    if partner is None:
        return start
    all_figures = context.series.of(target.id)
    # An estimate of the whole year, of either, comes last: it counts only if nothing else is known.
    all_figures.sort(key=partial(_is_estimated, context, partner))
    for figures in all_figures:
        tracked = _judged(context, start, partner, figures)
        if tracked is not None:
            return tracked
    if all_figures:
        return start.with_warnings(NoComparisonWarning(other=partner.id))
    return start


def _is_estimated(context: TrackingContext, partner: Target, figures: PeriodFigures) -> bool:
    """Tell whether one of the two growths is no more than an estimate of the whole year."""
    others = context.series.at(partner.id, figures.period, figures.period.year)
    if others is not None and others.is_full_year_estimate:
        return True
    return figures.is_full_year_estimate


def _judged(
    context: TrackingContext,
    start: TrackedTarget,
    partner: Target,
    figures: PeriodFigures,
) -> TrackedTarget | None:
    """Return where a target stands in one period; None if a growth of the two is not known."""
    partner_figures = context.series.at(partner.id, figures.period, figures.period.year)
    if partner_figures is None:
        return None
    target = start.target
    own = growth_of(context, target, figures)
    other = growth_of(context, partner, partner_figures)
    if own.published is None or other.published is None:
        return None
    percent = own.published
    deflator = None
    if _needs_deflator(target, partner):
        deflator = _deflator(context, target, figures)
        if deflator is None:
            return None
        percent = real_growth(percent, deflator)
    goal = relative_goal(target, other.published)
    start = start._replace(figure=goal.figure)
    # The year is not decided as long as the other's figure is not.
    is_open = not context.is_final(other.period, other.observation)
    tracked = judged_growth(context, start, Comparison(own, percent, goal, is_open))
    warnings = _price_warnings(target, partner)
    if deflator is not None:
        warning = DeflatedWarning(nominal=own.published, deflator=deflator, real=percent)
        warnings = (*warnings, warning)
    return tracked.with_warnings(*warnings, *_about(partner, other))


def _needs_deflator(target: Target, partner: Target) -> bool:
    """Tell whether the growth has to be taken to the prices of the other.

    A growth at constant prices is real already, and one at current prices is compared with another
    at current prices as it is.
    """
    if target.deflator is None or target.price_basis is PriceBasis.CONSTANT:
        return False
    return partner.price_basis is not PriceBasis.CURRENT


def _deflator(
    context: TrackingContext,
    target: Target,
    figures: PeriodFigures,
) -> Decimal | None:
    """Return the price rise of a period in percent: a rate of the plan, or a published growth."""
    deflator = target.deflator
    if deflator is None or deflator.rate is not None:
        return None if deflator is None else deflator.rate
    prices = context.series.at(deflator.target_id or "", figures.period, figures.period.year)
    return None if prices is None else prices.published_growth


def real_growth(nominal: Decimal, deflator: Decimal) -> Decimal:
    """Return a growth at constant prices: (1 + nominal) / (1 + price rise) − 1, all in percent.

    Income up 9.9% at prices up 3.3% is 6.39% (Beijing, 2013).
    """
    index = divide(EXACT.multiply(factor(nominal), HUNDRED), factor(deflator))
    return subtract(index, HUNDRED)


def _price_warnings(target: Target, partner: Target) -> tuple[TrackingWarning, ...]:
    """Return the warning that the two growths are not at the same prices, as far as is known."""
    if partner.price_basis is None or target.deflator is not None:
        return ()
    if target.price_basis is None:
        return (PlainWarning(code=WarningCode.PRICES_UNKNOWN),)
    if target.price_basis is not partner.price_basis:
        return (PlainWarning(code=WarningCode.PRICES_DIFFER),)
    return ()


def _about(partner: Target, growth: PeriodGrowth) -> tuple[TrackingWarning, ...]:
    """Return the partner's warnings as warnings about it."""
    of_partner = []
    for warning in growth.warnings:
        of_partner.append(warning._replace(about=partner.id))
    return tuple(of_partner)
