"""Judges relative targets: a growth held against the growth of another target."""

from dataclasses import replace

from erqi_cli.calc.tracking.context import TrackingContext, is_final
from erqi_cli.calc.tracking.goal import relative_goal
from erqi_cli.calc.tracking.growth import PeriodGrowth, period_growth
from erqi_cli.calc.tracking.rules.growth_targets import judged_growth
from erqi_cli.calc.tracking.series import PeriodFigures
from erqi_cli.calc.tracking.status import growth_status
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import NoComparisonWarning, TrackingWarning
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import JudgedOn


def judge_relative_target(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where a relative target stands in the latest period that both growths are known of."""
    start = context.not_observed(target, None, JudgedOn.GROWTH)
    partner = context.scenario.plan.targets_by_id.get(target.to or "")
    if partner is None:
        return start
    all_figures = context.series.of(target.id)
    # An estimate of the whole year comes last: it is used only if nothing else is known.
    all_figures.sort(key=lambda figures: figures.is_full_year_estimate)
    for figures in all_figures:
        tracked = _judged(context, start, partner, figures)
        if tracked is not None:
            return tracked
    if all_figures:
        return start.with_warnings(NoComparisonWarning(other=partner.id))
    return start


def _judged(
    context: TrackingContext,
    start: TrackedTarget,
    partner: Target,
    figures: PeriodFigures,
) -> TrackedTarget | None:
    """Return where a target stands in one period; None if a growth of the two is not known."""
    partner_figures = context.series.at(partner.id, figures.period, context.year)
    if partner_figures is None:
        return None
    target = start.target
    own = _growth(context, target, figures)
    other = _growth(context, partner, partner_figures)
    if own.percent is None or other.percent is None:
        return None
    goal = relative_goal(target, other.percent)
    start = replace(start, figure=goal.figure)
    tracked = judged_growth(context, start, own, own.percent, goal)
    if not is_final(other.period, other.observation):
        # The year is not decided as long as the other's figure is not.
        tracked = replace(tracked, status=growth_status(goal, own.percent))
    if other.published is None:
        tracked = replace(tracked, judged_on=JudgedOn.IMPLIED)
    return tracked.with_warnings(*_about(partner, other.warnings))


def _growth(
    context: TrackingContext,
    target: Target,
    figures: PeriodFigures,
) -> PeriodGrowth:
    return period_growth(
        context.scenario,
        context.series,
        target,
        figures,
    )


def _about(
    partner: Target,
    warnings: tuple[TrackingWarning, ...],
) -> tuple[TrackingWarning, ...]:
    """Return the partner's warnings as warnings about it."""
    of_partner = []
    for warning in warnings:
        of_partner.append(replace(warning, about=partner.id))
    return tuple(of_partner)
