"""Rules about how a target runs over the year: its baseline and its trajectory fit its kind."""

from collections.abc import Iterator
from decimal import Decimal

from erqi_cli.domain.vocabulary import RATE_KINDS, Collection, Kind
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.scalar import NodeValue
from erqi_cli.readers.yaml.entries import NodeEntry, PlanEntries, TargetEntry
from erqi_cli.readers.yaml.rules.messages import (
    NODE_ABOVE_WHOLE,
    NODE_IS_RATE,
    NODE_IS_WORDS,
    NODE_OUTSIDE,
    NODE_PAST_DUE,
)

WHOLE = Decimal(100)
WORDS_ONLY = frozenset({Kind.MILESTONE, Kind.QUALITATIVE})
"""The kinds whose trajectory has words and no figures."""


def trajectories(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the nodes of a trajectory are in the plan year, and have what their kind takes."""
    for target in entries.targets:
        for node in target.trajectory:
            reason = _node_fault(entries, target, node)
            if reason is not None:
                value = quote(node.text)
                yield entries.problem(
                    "E434", node.place, period=node.period.text, value=value, reason=reason
                )


def _node_fault(entries: PlanEntries, target: TargetEntry, node: NodeEntry) -> Text | None:
    """Return what is wrong with a node, None if nothing is."""
    plan_year = entries.plan_year
    first_year = plan_year if entries.base_year is None else entries.base_year + 1
    has_years = plan_year is not None and first_year is not None
    if has_years and node.period.year not in range(first_year or 0, (plan_year or 0) + 1):
        return NODE_OUTSIDE.fill(year=plan_year)
    due = target.value_of("due", str)
    if due is not None and node.period.end > due:
        return NODE_PAST_DUE.fill(due=due)
    return _figure_fault(target.kind, node.value)


def _figure_fault(kind: Kind | None, value: NodeValue) -> Text | None:
    """Return what is wrong with the figure of a node, None if nothing is."""
    if value.figure is None:
        return None
    if kind in WORDS_ONLY:
        return NODE_IS_WORDS
    if kind in RATE_KINDS and not value.is_percent:
        return NODE_IS_RATE
    if kind is Kind.SHARE and not 0 <= value.figure <= WHOLE:
        return NODE_ABOVE_WHOLE
    return None


def baselines(entries: PlanEntries) -> Iterator[Problem]:
    """Check that the baseline of a stock differs from the figure that is to be reached."""
    for target in entries.targets:
        if target.collection is Collection.AVERAGE or target.collection is Collection.SUMMED:
            continue
        start = target.figure("baseline")
        end = target.figure("value")
        if start is None or end is None:
            continue
        if start.value == end.value:
            yield entries.problem("E421", target.place_of("baseline"), value=quote(start.text))
