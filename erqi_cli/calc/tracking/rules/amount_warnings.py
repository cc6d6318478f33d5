"""The warnings that the status of an amount needs."""

from collections.abc import Iterator

from erqi_cli.calc.decimals import ZERO
from erqi_cli.calc.tracking.path import PathBasis
from erqi_cli.calc.tracking.rules.amount import Amount
from erqi_cli.calc.tracking.thresholds import FAR_TIMES
from erqi_cli.calc.tracking.warnings import (
    DueDateWarning,
    PeriodWarning,
    PlainWarning,
    TrackingWarning,
    WarningCode,
)
from erqi_cli.domain.vocabulary import (
    Better,
    Collection,
    Kind,
    ObservationStatus,
    Pace,
    ProgressMeaning,
)


def amount_warnings(amount: Amount) -> Iterator[TrackingWarning]:
    """Yield the warnings that the status needs."""
    if amount.is_overdue:
        yield DueDateWarning(code=WarningCode.OVERDUE, due=amount.due)
    is_share = amount.target.kind is Kind.SHARE
    baseline = amount.target.baseline or ZERO
    if not is_share and amount.goal.is_far(amount.actual, FAR_TIMES, baseline):
        yield PlainWarning(code=WarningCode.FAR_FROM_TARGET)
    yield from _limit_warnings(amount)
    observation = amount.observation
    if observation and observation.status is ObservationStatus.ESTIMATED:
        yield PlainWarning(code=WarningCode.ESTIMATE)
    if amount.target.collected is Collection.SUMMED:
        series = amount.context.series
        level = series.latest_value(amount.target.id)
        reported = amount.actual if level is None or level.level is None else level.level
        before = series.fallen_from(amount.target.id, amount.period, reported)
        if before is not None:
            yield PeriodWarning(code=WarningCode.FALLS, period=before.text)
        yield from _path_warnings(amount)


def _path_warnings(amount: Amount) -> Iterator[TrackingWarning]:
    """Yield that the base year's months are used, or that they are missing although asked for."""
    if amount.expected is None:
        return
    if amount.expected.basis is PathBasis.BASE_YEAR:
        yield PlainWarning(code=WarningCode.BASE_SHARES)
    elif amount.expected.basis is PathBasis.LINEAR and amount.target.pace is Pace.BASE_YEAR:
        yield PlainWarning(code=WarningCode.NO_BASE_SHARES)


def _limit_warnings(amount: Amount) -> Iterator[TrackingWarning]:
    """Yield that a limit is kept or not, or on which side of a range the actual value is."""
    goal = amount.goal
    if goal.is_limit and goal.better is Better.LOWER:
        is_over = goal.shortfall(amount.actual) > 0
        code = WarningCode.OVER_LIMIT if is_over else WarningCode.CEILING
        yield PlainWarning(code=code)
    match goal.in_range(amount.actual):
        case ProgressMeaning.BEYOND:
            yield PlainWarning(code=WarningCode.ABOVE_RANGE)
        case ProgressMeaning.BELOW:
            yield PlainWarning(code=WarningCode.BELOW_RANGE)
