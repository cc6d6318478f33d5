"""The lines of `erqi show` on a target: what is to be reached, and how it is judged."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.calc.projection.project import Projection
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target, Thresholds, TrajectoryNode
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.figures import figure_in_full, growth_in_words, relative_words_of
from erqi_cli.results.formatting import count_of_points, format_number, format_percent
from erqi_cli.results.labels import (
    BETTERS,
    COLLECTIONS,
    COMMITMENTS,
    KINDS,
    PACES,
    PRICE_BASES,
    baseline_label,
    label_for,
)
from erqi_cli.results.periods import month_words
from erqi_cli.results.plan.figure_rows import direction_of
from erqi_cli.results.plan.messages import (
    ACTION_LABEL,
    AHEAD_FROM,
    ALIASES_LABEL,
    BEHIND_BELOW,
    BETTER_LABEL,
    BY_DEFAULT,
    COLLECTION_LABEL,
    COMMITMENT_LABEL,
    DEFLATOR_LABEL,
    DUE_LABEL,
    FIGURE_LABEL,
    ID_LABEL,
    INDEX_LABEL,
    KIND_LABEL,
    NODE,
    NUMBERED_ACTION,
    PACE_LABEL,
    PART_OF_FIGURE,
    PRICES_LABEL,
    SERIOUSLY_BEHIND_BELOW,
    TARGET_GROWTH_LABEL,
    THRESHOLDS_LABEL,
    TOLERANCE_LABEL,
    TOLERANCE_OF_AMOUNT,
    TOLERANCE_OF_RATE,
    TRAJECTORY_LABEL,
    UNIT_LABEL,
    YEAR,
    YEAR_PROJECTED,
)
from erqi_cli.results.result import Cell, Line
from erqi_cli.results.revisions import REVISIONS_LABEL, revision_texts


def target_lines(plan: Plan, target: Target) -> Iterator[Line]:
    """Yield what a target sets, and how it is judged; a line of None says nothing."""
    yield ID_LABEL, target.id
    yield ALIASES_LABEL, join(target.aliases) if target.aliases else None
    yield ACTION_LABEL, _action_text(plan, target)
    yield KIND_LABEL, KINDS[target.kind]
    match target.kind:
        case Kind.GROWTH:
            yield TARGET_GROWTH_LABEL, growth_in_words(target)
        case Kind.RELATIVE:
            yield FIGURE_LABEL, relative_words_of(plan, target)
        case _:
            yield FIGURE_LABEL, figure_in_full(target)
            yield TARGET_GROWTH_LABEL, format_percent(target.growth)
    yield from _revision_lines(plan, target)
    yield UNIT_LABEL, _unit_name(target)
    yield PRICES_LABEL, label_for(PRICE_BASES, target.price_basis)
    yield DEFLATOR_LABEL, _deflator_text(plan, target)
    yield TOLERANCE_LABEL, tolerance_text(target)
    yield from _judging_lines(plan, target)
    yield COMMITMENT_LABEL, label_for(COMMITMENTS, target.commitment)
    yield DUE_LABEL, target.due


def _unit_name(target: Target) -> Text | None:
    """Return the unit of the levels of a growth; the unit of a figure stands beside it."""
    is_beside_figure = target.kind is not Kind.GROWTH and target.figure is not None
    if target.unit is None or is_beside_figure:
        return None
    return target.unit.name


def _revision_lines(plan: Plan, target: Target) -> Iterator[Line]:
    """Yield the revisions of a target, of which the first has the label."""
    label = REVISIONS_LABEL
    for text in revision_texts(plan, target):
        yield label, text
        label = same("")


def _judging_lines(plan: Plan, target: Target) -> Iterator[Line]:
    """Yield which way is better, how the figure comes about, and what is to be reached by when."""
    better = label_for(BETTERS, direction_of(target))
    yield BETTER_LABEL, _stated_or_default(better, is_stated=target.better is not None)
    collection = label_for(COLLECTIONS, target.collected)
    yield COLLECTION_LABEL, _stated_or_default(collection, is_stated=target.collection is not None)
    if target.baseline is not None:
        yield baseline_label(plan.years), with_unit(target.baseline, target.figure_unit)
    yield PACE_LABEL, label_for(PACES, target.pace)
    label = TRAJECTORY_LABEL
    for node in target.trajectory:
        yield label, _node_text(target, node)
        label = same("")
    yield THRESHOLDS_LABEL, _thresholds_text(target.thresholds)


def _stated_or_default(words: Text | None, *, is_stated: bool) -> Text | None:
    """Return words with a mark if the plan does not state them."""
    if words is None or is_stated:
        return words
    return BY_DEFAULT.fill(words=words)


def _action_text(plan: Plan, target: Target) -> Text | None:
    action = plan.action_of(target)
    if action is None:
        return None
    return NUMBERED_ACTION.fill(number=action.number, name=action.name)


def tolerance_text(target: Target) -> Text | None:
    """Return the tolerance of a figure; None for none.

    It is in percentage points for a rate, in percent of the figure for an amount.
    """
    if target.tolerance is None:
        return None
    is_in_points = target.is_rate or target.is_judged_on_growth
    template = TOLERANCE_OF_RATE if is_in_points else TOLERANCE_OF_AMOUNT
    return template.fill(
        tolerance=target.tolerance,
        counted=count_of_points(str(target.tolerance)),
    )


def _deflator_text(plan: Plan, target: Target) -> Text | None:
    """Return the price rise of a relative target: a rate, or the name of a price target."""
    deflator = target.deflator
    if deflator is None:
        return None
    if deflator.target_id is not None:
        return plan.target(deflator.target_id).name
    return same(format_percent(deflator.rate) or "")


def _node_text(target: Target, node: TrajectoryNode) -> Text:
    """Return what is to be reached by the end of a period."""
    return NODE.fill(period=month_words(node.period.text), what=_node_figure(target, node))


def _node_figure(target: Target, node: TrajectoryNode) -> Text:
    if node.figure is None:
        return same(node.words or "")
    if not node.is_percent:
        return with_unit(node.figure, target.unit)
    rate = format_percent(node.figure)
    if target.is_rate:
        return same(rate or "")
    return PART_OF_FIGURE.fill(rate=rate)


def _thresholds_text(thresholds: Thresholds | None) -> Text | None:
    """Return the thresholds that a target states, in points."""
    if thresholds is None:
        return None
    limits = (
        (AHEAD_FROM, thresholds.ahead),
        (BEHIND_BELOW, thresholds.behind),
        (SERIOUSLY_BEHIND_BELOW, thresholds.seriously_behind),
    )
    parts = []
    for template, points in limits:
        if points is not None:
            parts.append(template.fill(points=format_number(points)))
    return join(parts, zh="，")


def level_lines(plan: Plan, projection: Projection) -> list[Line]:
    """Return the levels of a projected indicator in the base year and the plan year."""
    base_level = projection.base.value if projection.base else None
    return [
        (YEAR.fill(year=plan.base_year), _level(base_level, projection)),
        (YEAR_PROJECTED.fill(year=plan.plan_year), _level(projection.projected, projection)),
        (INDEX_LABEL, projection.index),
    ]


def _level(value: Decimal | None, projection: Projection) -> Cell:
    """Return a level with its unit; without one, why there is none."""
    if value is None:
        return projection.indicator.no_baseline
    return with_unit(value, projection.unit)
