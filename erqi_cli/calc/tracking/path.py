"""The path of a target over the year: what is expected of it by the end of a period.

A node of its trajectory comes first. A sum then follows the base year's months or runs evenly; a
stock goes in equal steps from its baseline. Any other target has no path.
"""

from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from erqi_cli.calc.decimals import HUNDRED, QUOTIENT, ZERO, percent_of, subtract
from erqi_cli.calc.tracking.goal import Goal, part_of
from erqi_cli.calc.tracking.pace import (
    Shares,
    base_year_percent,
    due_date,
    linear_percent,
)
from erqi_cli.domain.period import Period, Years
from erqi_cli.domain.target import Target, TrajectoryNode
from erqi_cli.domain.vocabulary import Collection, Kind


class PathBasis(Enum):
    """What an expectation rests on."""

    DUE = auto()
    NODE = auto()
    BASE_YEAR = auto()
    LINEAR = auto()


class Expected(NamedTuple):
    """What is expected by the end of a period.

    `amount` is in the unit of the figure; `share` is the part of the way to it, in percent, None
    where there is no way that has a length.
    """

    amount: Decimal
    share: Decimal | None
    basis: PathBasis


def way_start(target: Target, goal: Goal) -> Decimal | None:
    """Return the baseline of a stock that has a way to go: one that does not meet its figure.

    It is None where there is no such way.
    """
    if target.collected is not Collection.END_OF_PERIOD or target.baseline is None:
        return None
    return target.baseline if goal.shortfall(target.baseline) > 0 else None


def way_end(target: Target, goal: Goal) -> Decimal:
    """Return what is reached at the end of the way; of a corridor the end that is nearer."""
    if target.baseline is not None and target.baseline > goal.top:
        return goal.top
    return goal.end


def expected_by(
    target: Target,
    goal: Goal,
    when: Period,
    years: Years,
    shares: Shares,
) -> Expected | None:
    """Return what is expected by the end of a period, None where the target has no path.

    `shares` are the base year's cumulative shares by month, in percent, if the plan does not ask
    for an even pace.
    """
    due = due_date(target, years)
    end = way_end(target, goal)
    if when.end >= due:
        return _at_the_end(target, goal, end)
    node = passed_node(target, when)
    if node is not None:
        amount = node_amount(target, node)
        return Expected(amount, _share_of(target, goal, amount, end), PathBasis.NODE)
    if target.collected is Collection.SUMMED:
        return _of_sum(end, when, due, years, shares)
    start = way_start(target, goal)
    if start is None:
        return None
    share = linear_percent(when, due, years.first)
    return Expected(_on_the_way(start, end, share), share, PathBasis.LINEAR)


def _at_the_end(target: Target, goal: Goal, end: Decimal) -> Expected | None:
    """Return that all is expected once it is due, of a target that has a path."""
    is_summed = target.collected is Collection.SUMMED
    if is_summed or way_start(target, goal) is not None:
        return Expected(end, HUNDRED, PathBasis.DUE)
    if target.collected is Collection.END_OF_PERIOD and target.has_nodes:
        return Expected(end, None, PathBasis.DUE)
    return None


def _of_sum(
    end: Decimal,
    when: Period,
    due: str,
    years: Years,
    shares: Shares,
) -> Expected | None:
    """Return what is expected of a sum by the base year's months; without them evenly.

    It is None where nothing has to be added up.
    """
    if end <= 0:
        return None
    share = base_year_percent(when, due, years.last, shares)
    basis = PathBasis.BASE_YEAR
    if share is None:
        share = linear_percent(when, due, years.first)
        basis = PathBasis.LINEAR
    return Expected(part_of(end, share), share, basis)


def _on_the_way(start: Decimal, end: Decimal, share: Decimal) -> Decimal:
    """Return the level after a share of the way, in percent."""
    return QUOTIENT.add(start, part_of(subtract(end, start), share))


def passed_node(target: Target, when: Period) -> TrajectoryNode | None:
    """Return the last node with a figure that has been passed, None before the first."""
    passed = None
    for node in target.trajectory:
        if node.figure is not None and node.period.end <= when.end:
            passed = node
    return passed


def node_amount(target: Target, node: TrajectoryNode) -> Decimal:
    """Return what a node asks for, in the unit of the figure.

    A percent of a level or a count is that part of the figure; of a rate it is the rate itself.
    """
    figure = node.figure or ZERO
    is_part = node.is_percent and target.kind in (Kind.LEVEL, Kind.COUNT)
    if not is_part or target.value is None:
        return figure
    return part_of(target.value, figure)


def _share_of(target: Target, goal: Goal, amount: Decimal, end: Decimal) -> Decimal | None:
    """Return which part of the way an amount is, in percent; None where there is no way."""
    start = ZERO if target.collected is Collection.SUMMED else way_start(target, goal)
    if start is None:
        return None
    whole = subtract(end, start)
    if not whole:
        return None
    return percent_of(subtract(amount, start), whole)
