"""The row of a headline indicator or a target, with all that the plan says of it."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Deflator, Target, Thresholds
from erqi_cli.domain.units import PERCENT, Unit
from erqi_cli.domain.vocabulary import (
    AMOUNT_KINDS,
    Better,
    Collection,
    Commitment,
    Comparator,
    EntryType,
    Kind,
    Pace,
)
from erqi_cli.i18n.text import Text
from erqi_cli.results.figures import figure_words
from erqi_cli.results.revisions import RevisionRow, revision_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectoryRow:
    """What a target is to reach by the end of a period: a `value` in `unit`, or words."""

    period: str
    value: Decimal | None
    unit: Unit | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeflatorRow:
    """The price rise of a relative target: a rate, or the id of a price target."""

    rate_percent: Decimal | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A headline indicator, or a target of an action.

    `value`, `upper` and `baseline` are in `unit`; of a growth `value` is the rate in percent.
    `words` are all that it is to reach, `growth_percent` is a growth beside a value. `action` is
    the action's number, `to` the target that it is compared with. `better` and `collection` are
    the usual ones if the plan states none.
    """

    id: str
    noun: EntryType
    action: int | None
    name: Text
    aliases: tuple[Text, ...]
    kind: Kind
    value: Decimal | None
    upper: Decimal | None
    unit: Unit | None
    unit_name: Text | None
    growth_percent: Decimal | None
    words: Text | None
    comparator: Comparator
    tolerance: Decimal | None
    better: Better | None
    collection: Collection | None
    baseline: Decimal | None
    pace: Pace | None
    trajectory: tuple[TrajectoryRow, ...]
    thresholds: Thresholds | None
    to: str | None
    deflator: DeflatorRow | None
    commitment: Commitment | None
    due: str | None
    phrases: tuple[str, ...]
    revisions: tuple[RevisionRow, ...]


def figure_row(plan: Plan, target: Target) -> FigureRow:
    """Return a headline indicator, or a target of an action, as a row."""
    action = plan.action_of(target)
    unit = target.figure_unit
    return FigureRow(
        id=target.id,
        noun=EntryType.INDICATOR if action is None else EntryType.TARGET,
        action=None if action is None else action.number,
        name=target.name,
        aliases=target.aliases,
        kind=target.kind,
        value=target.figure,
        upper=target.upper,
        unit=unit,
        unit_name=None if unit is None else unit.name,
        growth_percent=None if target.kind is Kind.GROWTH else target.growth,
        words=figure_words(plan, target),
        comparator=target.comparator,
        tolerance=target.tolerance,
        better=direction_of(target),
        collection=target.collected,
        baseline=target.baseline,
        pace=target.pace,
        trajectory=_trajectory_rows(target),
        thresholds=target.thresholds,
        to=target.to,
        deflator=_deflator_row(target.deflator),
        commitment=target.commitment,
        due=target.due,
        phrases=target.phrases,
        revisions=revision_rows(plan, target),
    )


def direction_of(target: Target) -> Better | None:
    """Return which way is better; None for what has no figure of its own to be better."""
    if target.kind is Kind.GROWTH or target.kind in AMOUNT_KINDS:
        return target.direction
    return target.better


def _trajectory_rows(target: Target) -> tuple[TrajectoryRow, ...]:
    rows = []
    for node in target.trajectory:
        unit = PERCENT if node.is_percent else target.figure_unit
        row = TrajectoryRow(
            period=node.period.text,
            value=node.figure,
            unit=None if node.figure is None else unit,
            words=node.words,
        )
        rows.append(row)
    return tuple(rows)


def _deflator_row(deflator: Deflator | None) -> DeflatorRow | None:
    if deflator is None:
        return None
    return DeflatorRow(rate_percent=deflator.rate, target=deflator.target_id)
