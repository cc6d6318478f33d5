"""The rows of `erqi track`: where each target stands."""

from decimal import Decimal
from typing import Annotated, NamedTuple, Protocol

from erqi_cli.calc.tracking.outlook.outlook import Outlook
from erqi_cli.calc.tracking.pace import due_date
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import PERCENT, Unit
from erqi_cli.domain.vocabulary import (
    Better,
    Collection,
    Commitment,
    Comparator,
    JudgedOn,
    Kind,
    Obligation,
    ObservationStatus,
    OutlookMethod,
    ProgressMeaning,
    Status,
)
from erqi_cli.i18n.text import Text
from erqi_cli.results.figures import relative_words_of
from erqi_cli.results.labels import statuses_of
from erqi_cli.results.result import HIDDEN, INLINE, Note
from erqi_cli.results.tracking.messages import REST_OF_PLAN, REST_OF_YEAR
from erqi_cli.results.tracking.warnings import warning_notes


class GrowthFigures(NamedTuple):
    """The growth behind a status; the level and its implied base are in `level_unit`."""

    published_growth_percent: Decimal | None = None
    implied_growth_percent: Decimal | None = None
    implied_baseline: Decimal | None = None
    level: Decimal | None = None
    level_unit: Unit | None = None


class Labels(NamedTuple):
    """What the document says of a target and no verdict depends on."""

    obligation: Obligation | None
    commitment: Commitment | None


class Reading(NamedTuple):
    """How people read a row; the JSON document leaves it out.

    `status` and `rest` are the words for its status, and for the time over which a growth is still
    needed. `is_of_years` is whether the plan runs for several years, `partner` what a relative
    target is to be against its partner. `lag` is by how many points it is behind, 0 if it is not:
    the worst come first by it.
    """

    status: Text
    rest: Text
    is_of_years: bool
    partner: Text | None
    lag: Decimal


class Marks(NamedTuple):
    """What a verdict carries beside its status.

    It was reached after its due date, made on old data, or on a figure revised on a day.
    """

    late: bool
    stale: bool
    revised: str | None


class Partner(NamedTuple):
    """The target that a relative target is compared with: id, name and growth in percent."""

    to: str | None = None
    to_name: Text | None = None
    to_growth: Decimal | None = None


class SideGrowthFigures(NamedTuple):
    """The growth that a target states beside its amount: rate, lead over it, and verdict."""

    growth_target: Decimal | None = None
    growth_gap: Decimal | None = None
    growth_status: Status | None = None


class OutlookFigures(NamedTuple):
    """How the year-end value was extrapolated, and its interval at 80% in the row's unit."""

    method: OutlookMethod | None = None
    outlook_lower: Decimal | None = None
    outlook_upper: Decimal | None = None


class Evidence(NamedTuple):
    """The observation that was judged: its status, day of publication, source and note."""

    observation_status: ObservationStatus | None = None
    published: str | None = None
    source: str | None = None
    note: Text | None = None


class TrackingRow(NamedTuple):
    """Where one target stands; the fields are in the order of the JSON document.

    `target`, `upper` and `actual` are in `unit`. `due` is
    the end of the plan where no due date is stated. `revised` is the day from which the target's
    figure counts, if it is a revised one. What does not apply is None.
    """

    id: str
    action: int | None
    name: Text
    unit: Unit | None
    kind: Kind
    comparator: Comparator
    target: Decimal | None
    upper: Decimal | None
    collection: Collection | None
    better: Better | None
    partner: Annotated[Partner, INLINE]
    labels: Annotated[Labels, INLINE]
    due: str
    status: Status
    reading: Annotated[Reading, HIDDEN]
    marks: Annotated[Marks, INLINE]
    judged_on: JudgedOn
    actual: Decimal | None
    period: str | None
    completion_percent: Decimal | None
    elapsed_percent: Decimal | None
    expected: Decimal | None
    expected_percent: Decimal | None
    pace_points: Decimal | None
    gap: Decimal | None
    measured_as: ProgressMeaning | None
    needed: Decimal | None
    needed_per_month: Decimal | None
    year_end_extrapolated: Decimal | None
    outlook: Annotated[OutlookFigures, INLINE]
    growth: Annotated[GrowthFigures, INLINE]
    side_growth: Annotated[SideGrowthFigures, INLINE]
    evidence: Annotated[Evidence, INLINE]
    what_if: tuple[str, ...]
    warnings: tuple[Note, ...]


class ProgressRow(Protocol):
    """A row with a completion and a pace or a gap: of `track` and of its history."""

    @property
    def unit(self) -> Unit | None:
        """The unit of the figures."""

    @property
    def kind(self) -> Kind:
        """The kind of the target."""

    @property
    def comparator(self) -> Comparator:
        """How its figure is qualified."""

    @property
    def completion_percent(self) -> Decimal | None:
        """How much is done, or used of a limit, in percent."""

    @property
    def pace_points(self) -> Decimal | None:
        """Completion less what the timetable expects, in percentage points."""

    @property
    def better(self) -> Better | None:
        """Which way is better."""

    @property
    def expected(self) -> Decimal | None:
        """What is expected by now, in the unit of the figure."""

    @property
    def gap(self) -> Decimal | None:
        """By how much the figure is better than expected, or than the target; rates in points."""

    @property
    def measured_as(self) -> ProgressMeaning | None:
        """How completion, pace and gap are to be read."""


def tracking_row(tracker: Tracker, tracked: TrackedTarget) -> TrackingRow:
    """Return where one target stands as a row."""
    target = tracked.target
    return TrackingRow(
        id=target.id,
        action=_action_number(tracker, target),
        name=target.name,
        unit=PERCENT if target.is_judged_on_growth else target.figure_unit,
        kind=target.kind,
        comparator=target.comparator,
        target=tracked.figure,
        upper=_upper(tracked),
        collection=target.collected,
        better=None if target.kind is Kind.MILESTONE else target.direction,
        partner=_partner(tracker, tracked),
        labels=Labels(obligation=target.obligation, commitment=target.commitment),
        due=due_date(target, tracker.years),
        status=tracked.status,
        reading=_reading(tracker, tracked),
        marks=_marks(tracked),
        judged_on=tracked.judged_on,
        actual=tracked.actual,
        period=tracked.period.text if tracked.period else None,
        completion_percent=tracked.completion,
        elapsed_percent=tracked.elapsed,
        expected=_expected_amount(tracked),
        expected_percent=tracked.expected_percent,
        pace_points=tracked.pace,
        gap=tracked.gap,
        measured_as=tracked.measured_as,
        needed=tracked.needed,
        needed_per_month=tracked.needed_per_month,
        year_end_extrapolated=tracked.year_end,
        outlook=_outlook_figures(tracked.outlook),
        growth=_growth_figures(tracked),
        side_growth=_side_growth_figures(tracked),
        evidence=_evidence(tracked.observation),
        what_if=_what_ifs(tracker, target),
        warnings=tuple(warning_notes(tracker, tracked)),
    )


def _expected_amount(tracked: TrackedTarget) -> Decimal | None:
    """Return what is expected by now, in the unit of the figure."""
    return None if tracked.expected is None else tracked.expected.amount


def _reading(tracker: Tracker, tracked: TrackedTarget) -> Reading:
    """Return how people read a row."""
    years = tracker.years
    return Reading(
        status=statuses_of(years)[tracked.status],
        rest=REST_OF_PLAN if years.are_several else REST_OF_YEAR,
        is_of_years=years.are_several,
        partner=relative_words_of(tracker.plan, tracked.target),
        lag=tracked.lag,
    )


def _marks(tracked: TrackedTarget) -> Marks:
    return Marks(late=tracked.is_late, stale=tracked.is_stale, revised=tracked.target.revised)


def _action_number(tracker: Tracker, target: Target) -> int | None:
    action = tracker.plan.action_of(target)
    return None if action is None else action.number


def _what_ifs(tracker: Tracker, target: Target) -> tuple[str, ...]:
    """Return the what-ifs on a target as the user wrote them."""
    settings = tracker.scenario.settings_of(target.id)
    return tuple(setting.written for setting in settings)


def _partner(tracker: Tracker, tracked: TrackedTarget) -> Partner:
    """Return the target that a relative target is compared with; empty for any other."""
    to = tracked.target.to
    if to is None:
        return Partner()
    name = tracker.plan.target(to).name
    return Partner(to=to, to_name=name, to_growth=tracked.partner_growth)


def _growth_figures(tracked: TrackedTarget) -> GrowthFigures:
    """Return the published and the implied growth, and the level; empty without a growth."""
    growth = tracked.growth
    side = tracked.side_growth
    if growth is None:
        return GrowthFigures(published_growth_percent=side.actual if side else None)
    return GrowthFigures(
        published_growth_percent=growth.published,
        implied_growth_percent=growth.implied,
        implied_baseline=growth.implied_base,
        level=growth.level,
        level_unit=tracked.target.unit,
    )


def _side_growth_figures(tracked: TrackedTarget) -> SideGrowthFigures:
    """Return the growth that a target states beside its amount; empty if it states none."""
    side = tracked.side_growth
    if side is None:
        return SideGrowthFigures()
    return SideGrowthFigures(
        growth_target=side.target,
        growth_gap=side.gap,
        growth_status=side.status,
    )


def _outlook_figures(outlook: Outlook | None) -> OutlookFigures:
    """Return the method and the interval of an outlook; empty without one."""
    if outlook is None:
        return OutlookFigures()
    interval = outlook.interval
    return OutlookFigures(
        method=outlook.method,
        outlook_lower=interval.lower if interval else None,
        outlook_upper=interval.upper if interval else None,
    )


def _evidence(observation: Observation | None) -> Evidence:
    """Return what is known of the observation that was judged; empty without one."""
    if observation is None:
        return Evidence()
    return Evidence(
        observation_status=observation.status,
        published=observation.published,
        source=observation.source,
        note=observation.note,
    )


def _upper(tracked: TrackedTarget) -> Decimal | None:
    """Return the upper end; of a relative target it lies above the other's growth."""
    target = tracked.target
    if target.kind is Kind.RELATIVE and tracked.goal is not None:
        return tracked.goal.upper
    return target.upper
