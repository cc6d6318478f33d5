"""Judges milestones: done or not done by their due date."""

from erqi_cli.calc.decimals import ONE, percent_of
from erqi_cli.calc.tracking.context import TrackingContext
from erqi_cli.calc.tracking.pace import due_date, elapsed_percent
from erqi_cli.calc.tracking.series import PeriodFigures
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.warnings import DueDateWarning, WarningCode
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import JudgedOn, Status


def judge_milestone(context: TrackingContext, target: Target) -> TrackedTarget:
    """Return where a milestone stands; one without a figure is done at 1."""
    figure = target.value
    if figure is None:
        figure = ONE
    due = due_date(target, context.years)
    start = context.not_observed(target, figure, JudgedOn.MILESTONE)
    figures = context.series.latest_value(target.id)
    if figures is None or figures.level is None:
        return _without_data(context, start, due)
    was_in_time = context.was_reached_in_time(target, lambda level: level >= figure)
    is_done = figures.level >= figure or was_in_time
    is_late = is_done and not was_in_time and figures.period.end > due
    is_overdue = context.has_come(due) and not is_done
    tracked = start._replace(
        status=_status(context, figures, is_done=is_done, is_overdue=is_overdue),
        period=figures.period,
        observation=figures.value,
        actual=figures.level,
        completion=percent_of(figures.level, figure),
        elapsed=elapsed_percent(figures.period, context.years),
        is_late=is_late,
        is_stale=not is_done and context.is_stale(figures.period),
    )
    if is_overdue:
        return _warned(tracked, WarningCode.OVERDUE, due)
    if is_late:
        return _warned(tracked, WarningCode.LATE, due)
    return tracked


def _without_data(context: TrackingContext, start: TrackedTarget, due: str) -> TrackedTarget:
    """Return where a milestone stands that nothing was reported of."""
    if context.is_past(due):
        return _warned(start, WarningCode.UNREPORTED, due)
    if context.is_over:
        return start
    return start._replace(status=Status.NOT_DUE)


def _status(
    context: TrackingContext,
    figures: PeriodFigures,
    *,
    is_done: bool,
    is_overdue: bool,
) -> Status:
    is_decided = context.is_final(figures.period, figures.value)
    if is_done:
        return Status.MET if is_decided else Status.DONE
    if is_decided:
        return Status.MISSED
    if is_overdue:
        return Status.BEHIND
    return Status.NOT_DUE


def _warned(tracked: TrackedTarget, code: WarningCode, due: str) -> TrackedTarget:
    warning = DueDateWarning(
        code=code,
        due=due,
    )
    return tracked.with_warnings(warning)
