"""The rows of `erqi track`: where each target stands."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from erqi_cli.calc.tracking.pace import due_date
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import (
    Commitment,
    Comparator,
    JudgedOn,
    Kind,
    ObservationStatus,
    ProgressMeaning,
    Status,
)
from erqi_cli.i18n.text import Text
from erqi_cli.results.result import INLINE, Note
from erqi_cli.results.tracking.warnings import warning_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthFigures:
    """The growth behind a status; the level and its implied base are in `level_unit`."""

    published_growth_percent: Decimal | None = None
    implied_growth_percent: Decimal | None = None
    implied_baseline: Decimal | None = None
    level: Decimal | None = None
    level_unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingRow:
    """Where one target stands; the fields are in the order of the JSON document.

    `target`, `upper` and `actual` are in `unit`. What does not apply is None.
    """

    id: str
    action: int | None
    name: Text
    unit: str | None
    kind: Kind
    comparator: Comparator
    target: Decimal | None
    upper: Decimal | None
    commitment: Commitment | None
    due: str
    status: Status
    judged_on: JudgedOn
    actual: Decimal | None
    period: str | None
    completion_percent: Decimal | None
    elapsed_percent: Decimal | None
    expected_percent: Decimal | None
    pace_points: Decimal | None
    gap_points: Decimal | None
    measured_as: ProgressMeaning | None
    needed: Decimal | None
    needed_per_month: Decimal | None
    year_end_extrapolated: Decimal | None
    growth: GrowthFigures = field(metadata=INLINE)
    observation_status: ObservationStatus | None
    published: str | None
    source: str | None
    note: Text | None
    what_if: tuple[str, ...]
    warnings: tuple[Note, ...]


class ProgressRow(Protocol):
    """A row with a completion and a pace or a gap: of `track` and of its history."""

    @property
    def unit(self) -> str | None:
        """The unit of the figures."""

    @property
    def completion_percent(self) -> Decimal | None:
        """How much is done, or used of a limit, in percent."""

    @property
    def pace_points(self) -> Decimal | None:
        """Completion less what the timetable expects, in percentage points."""

    @property
    def gap_points(self) -> Decimal | None:
        """By how much a growth is better than its target, in percentage points."""

    @property
    def measured_as(self) -> ProgressMeaning | None:
        """How completion, pace and gap are to be read."""


def tracking_row(tracker: Tracker, tracked: TrackedTarget) -> TrackingRow:
    """Return where one target stands as a row."""
    target = tracked.target
    action = tracker.plan.action_of(target)
    observation = tracked.observation
    is_rate = target.is_rate or target.is_judged_on_growth
    settings = tracker.scenario.settings_of(target.id)
    return TrackingRow(
        id=target.id,
        action=action.number if action else None,
        name=target.name,
        unit="%" if is_rate else target.unit,
        kind=target.kind,
        comparator=target.comparator,
        target=tracked.figure,
        upper=_upper(tracked),
        commitment=target.commitment,
        due=due_date(target, tracker.year),
        status=tracked.status,
        judged_on=tracked.judged_on,
        actual=tracked.actual,
        period=tracked.period.text if tracked.period else None,
        completion_percent=tracked.completion,
        elapsed_percent=tracked.elapsed,
        expected_percent=tracked.expected,
        pace_points=tracked.pace,
        gap_points=tracked.gap,
        measured_as=tracked.measured_as,
        needed=tracked.needed,
        needed_per_month=tracked.needed_per_month,
        year_end_extrapolated=tracked.year_end,
        growth=_growth_figures(tracked),
        observation_status=observation.status if observation else None,
        published=observation.published if observation else None,
        source=observation.source if observation else None,
        note=observation.note if observation else None,
        what_if=tuple(setting.written for setting in settings),
        warnings=tuple(warning_notes(tracker, tracked)),
    )


def _growth_figures(tracked: TrackedTarget) -> GrowthFigures:
    """Return the published and the implied growth, and the level; empty without a growth."""
    growth = tracked.growth
    if growth is None:
        return GrowthFigures()
    return GrowthFigures(
        published_growth_percent=growth.published,
        implied_growth_percent=growth.implied,
        implied_baseline=growth.implied_base,
        level=growth.level,
        level_unit=tracked.target.unit,
    )


def _upper(tracked: TrackedTarget) -> Decimal | None:
    """Return the upper end; of a relative target it lies above the other's growth."""
    target = tracked.target
    if target.kind is Kind.RELATIVE and tracked.goal is not None:
        return tracked.goal.upper
    return target.upper
