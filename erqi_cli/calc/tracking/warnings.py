"""Warnings: what a reader of a status has to know, each with the figures that its text needs."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from erqi_cli.domain.vocabulary import Status


class WarningCode(StrEnum):
    """The stable code of a warning, as JSON carries it."""

    ABOVE_RANGE = "above-range"
    BASE_REVISED = "base-revised"
    BASE_SHARES = "base-shares"
    BELOW_RANGE = "below-range"
    CEILING = "ceiling"
    DEFLATED = "deflated"
    EQUAL_MONTHS = "equal-months"
    ESTIMATE = "estimate"
    FALLS = "falls"
    FAR_FROM_BASE = "far-from-base"
    FAR_FROM_TARGET = "far-from-target"
    GROWTH_DISAGREES = "growth-disagrees"
    LATE = "late"
    MISSING_YEAR = "missing-year"
    NODE = "node"
    NO_BASE_SHARES = "no-base-shares"
    NO_COMPARISON = "no-comparison"
    NO_GROWTH = "no-growth"
    NO_VALUE = "no-value"
    OVER_LIMIT = "over-limit"
    OVERDUE = "overdue"
    PRICES_DIFFER = "prices-differ"
    PRICES_UNKNOWN = "prices-unknown"
    REVISED = "revised"
    REVISED_LATER = "revised-later"
    SERIES_BREAK = "series-break"
    STALE = "stale"
    SIDE_GROWTH = "side-growth"
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingWarning:
    """A warning on a target's status.

    `about` is the id of the target that it is about, where that is not the one judged but the one
    it is compared with.
    """

    code: WarningCode
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodWarning(TrackingWarning):
    """A warning that names a period: of a figure without growth, or of the figure before."""

    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWarning(TrackingWarning):
    """A warning that names a year: one without a figure, or the one before a doubtful level."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeWarning(TrackingWarning):
    """A rate was judged against the node of a trajectory: `figure` in percent, of a period."""

    code: WarningCode = WarningCode.NODE
    period: str
    figure: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SideGrowthWarning(TrackingWarning):
    """The verdict on the growth that a target states beside its amount; rates in percent."""

    code: WarningCode = WarningCode.SIDE_GROWTH
    target: Decimal
    actual: Decimal
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDateWarning(TrackingWarning):
    """A warning that names the due date: it has passed, or the target was done after it."""

    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleWarning(TrackingWarning):
    """The period of the latest figure ended before the as-of month began."""

    code: WarningCode = WarningCode.STALE
    period: str
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisedWarning(TrackingWarning):
    """The figure was revised on a day: to the one that is judged, or from it after the period."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoComparisonWarning(TrackingWarning):
    """The target that this one is compared with has no growth for the same period."""

    code: WarningCode = WarningCode.NO_COMPARISON
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRevisedWarning(TrackingWarning):
    """The base year's level in the data differs from the planned one, both in the target's unit."""

    code: WarningCode = WarningCode.BASE_REVISED
    planned: Decimal
    base: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class DeflatedWarning(TrackingWarning):
    """A growth at current prices was deflated; all rates are in percent."""

    code: WarningCode = WarningCode.DEFLATED
    nominal: Decimal
    deflator: Decimal
    real: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthDisagreesWarning(TrackingWarning):
    """Published and implied growth of one vintage, both in percent, are `points` apart.

    `implied_base` is the level, in the target's unit, that the published growth would have
    started from; None where the two are not comparable, and then `is_constant` says whether that is
    because the growth is at constant prices.
    """

    code: WarningCode = WarningCode.GROWTH_DISAGREES
    published: Decimal
    implied: Decimal
    points: Decimal
    implied_base: Decimal | None
    is_constant: bool
    is_whole_year: bool
    year: int
