"""Explains the progress of a growth: published, implied, and how far it is from the target."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.calc.tracking.warnings import DeflatedWarning
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.explanation.messages import (
    AGAINST_TARGET_LABEL,
    AGAINST_TRAJECTORY_LABEL,
    BASES,
    BETTER_THAN_NODE,
    COMPARED_WITH,
    COMPARED_WITH_LABEL,
    DEFLATED_GROWTH,
    DEFLATED_GROWTH_LABEL,
    EXPECTED_AMOUNT,
    EXPECTED_LEVEL_LABEL,
    GROWTH_SUBTRACTION,
    IMPLIED_BASE_OF_PERIOD_LABEL,
    IMPLIED_BASE_OF_YEAR_LABEL,
    IMPLIED_GROWTH,
    IMPLIED_GROWTH_LABEL,
    NEEDED_GROWTH,
    PERCENTAGE_POINTS,
    PUBLISHED_GROWTH_LABEL,
    SHORT_OF_NODE,
)
from erqi_cli.results.explanation.rows import ExplanationRow, progress_row
from erqi_cli.results.formatting import (
    count_of_points,
    format_factor,
    format_fixed,
    format_fixed_percent,
    format_number,
    format_percent,
)
from erqi_cli.results.tracking.messages import BETTER_BY, SHORT_BY


def growth_rows(
    tracker: Tracker,
    tracked: TrackedTarget,
    growth: PeriodGrowth,
) -> Iterator[ExplanationRow]:
    """Yield the growth of a period, and how it compares with the target."""
    target = tracked.target
    if growth.published is not None:
        yield progress_row(PUBLISHED_GROWTH_LABEL, same(f"{plain(growth.published)}%"))
        yield from _deflated_rows(tracked)
    implied = _implied_growth(growth)
    if implied is not None:
        yield progress_row(IMPLIED_GROWTH_LABEL, implied)
    if growth.implied_base is not None:
        is_whole = growth.period.is_whole
        label = IMPLIED_BASE_OF_YEAR_LABEL if is_whole else IMPLIED_BASE_OF_PERIOD_LABEL
        base = with_unit(growth.implied_base, target.unit)
        yield progress_row(label.fill(year=tracker.base_year), base)
    if target.to is not None:
        partner = tracker.plan.target(target.to).name
        rate = format_percent(tracked.partner_growth) or "–"
        yield progress_row(COMPARED_WITH_LABEL, COMPARED_WITH.fill(name=partner, rate=rate))
    if tracked.expected is not None:
        node = EXPECTED_AMOUNT.fill(
            amount=format_percent(tracked.expected.amount),
            basis=BASES[tracked.expected.basis],
        )
        yield progress_row(EXPECTED_LEVEL_LABEL, node)
    if tracked.gap is not None and tracked.goal is not None and tracked.actual is not None:
        yield _distance_row(tracked, tracked.goal, tracked.actual, tracked.gap)


def _deflated_rows(tracked: TrackedTarget) -> Iterator[ExplanationRow]:
    """Yield how a nominal growth becomes the real one that is compared."""
    for warning in tracked.warnings:
        if isinstance(warning, DeflatedWarning) and warning.about is None:
            words = DEFLATED_GROWTH.fill(
                nominal=format_percent(warning.nominal),
                deflator=format_percent(warning.deflator),
                real=format_fixed_percent(warning.real, 2),
            )
            yield progress_row(DEFLATED_GROWTH_LABEL, words)


def _implied_growth(growth: PeriodGrowth) -> Text | None:
    """Return the level over that of a year before, with a price rise at the plan year's prices."""
    if growth.implied is None or growth.level is None or growth.base is None:
        return None
    base = plain(growth.base)
    if growth.deflator is not None:
        base = f"({base} × {format_factor(growth.deflator)})"
    return IMPLIED_GROWTH.fill(
        level=plain(growth.level),
        base=base,
        implied=format_fixed_percent(growth.implied, 2),
    )


def _distance_row(
    tracked: TrackedTarget,
    goal: Goal,
    actual: Decimal,
    gap: Decimal,
) -> ExplanationRow:
    """Return how much better than its target a growth is; of a range, than the end to reach.

    Where a node of its trajectory has been passed, it is compared with that.
    """
    label, templates = AGAINST_TARGET_LABEL, (BETTER_BY, SHORT_BY)
    if tracked.expected is not None:
        goal = goal._replace(figure=tracked.expected.amount, upper=None)
        label, templates = AGAINST_TRAJECTORY_LABEL, (BETTER_THAN_NODE, SHORT_OF_NODE)
    better, worse = goal.subtraction(actual)
    number = format_fixed(abs(gap), 2)
    lead = PERCENTAGE_POINTS.fill(number=number, counted=count_of_points(number))
    if gap:
        lead = templates[gap < 0].fill(size=lead)
    distance = GROWTH_SUBTRACTION.fill(
        better=_rate_in_sum(better),
        worse=_rate_in_sum(worse),
        lead=lead,
    )
    return progress_row(label, distance)


def _rate_in_sum(value: Decimal) -> str:
    """Return a rate as it stands in a sum: a negative one in parentheses."""
    size = format_number(abs(value))
    return f"(−{size}%)" if value < 0 else f"{size}%"


def growth_needed(tracked: TrackedTarget) -> Text | None:
    """Return how the growth that the rest of the year needs comes about; None for none."""
    goal, actual = tracked.goal, tracked.actual
    if tracked.growth is None or goal is None or actual is None:
        return None
    if tracked.needed is None or tracked.weight is None:
        return None
    return NEEDED_GROWTH.fill(
        whole=_rate_in_sum(goal.aim(actual)),
        share=format_fixed_percent(tracked.weight, 2),
        to_date=_rate_in_sum(actual),
        needed=format_fixed_percent(tracked.needed, 2),
    )
