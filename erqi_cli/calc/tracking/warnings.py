"""Warnings: what a reader of a status has to know, each with the figures that its text needs."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

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


class PlainWarning(NamedTuple):
    """A warning on a target's status.

    `about` is the id of the target that it is about, where that is not the one judged but the one
    it is compared with.
    """

    code: WarningCode
    about: str | None = None


class PeriodWarning(NamedTuple):
    """A warning that names a period: of a figure without growth, or of the figure before."""

    code: WarningCode
    period: str
    about: str | None = None


class YearWarning(NamedTuple):
    """A warning that names a year: one without a figure, or the one before a doubtful level."""

    code: WarningCode
    year: int
    about: str | None = None


class NodeWarning(NamedTuple):
    """A rate was judged against the node of a trajectory: `figure` in percent, of a period."""

    period: str
    figure: Decimal
    code: WarningCode = WarningCode.NODE
    about: str | None = None


class SideGrowthWarning(NamedTuple):
    """The verdict on the growth that a target states beside its amount; rates in percent."""

    target: Decimal
    actual: Decimal
    status: Status
    code: WarningCode = WarningCode.SIDE_GROWTH
    about: str | None = None


class DueDateWarning(NamedTuple):
    """A warning that names the due date: it has passed, or the target was done after it."""

    code: WarningCode
    due: str
    about: str | None = None


class StaleWarning(NamedTuple):
    """The period of the latest figure ended before the as-of month began."""

    period: str
    as_of: str
    code: WarningCode = WarningCode.STALE
    about: str | None = None


class RevisedWarning(NamedTuple):
    """The figure was revised on a day: to the one that is judged, or from it after the period."""

    code: WarningCode
    day: str
    about: str | None = None


class NoComparisonWarning(NamedTuple):
    """The target that this one is compared with has no growth for the same period."""

    other: str
    code: WarningCode = WarningCode.NO_COMPARISON
    about: str | None = None


class BaseRevisedWarning(NamedTuple):
    """The base year's level in the data differs from the planned one, both in the target's unit."""

    planned: Decimal
    base: Decimal
    code: WarningCode = WarningCode.BASE_REVISED
    about: str | None = None


class DeflatedWarning(NamedTuple):
    """A growth at current prices was deflated; all rates are in percent."""

    nominal: Decimal
    deflator: Decimal
    real: Decimal
    code: WarningCode = WarningCode.DEFLATED
    about: str | None = None


class GrowthDisagreesWarning(NamedTuple):
    """Published and implied growth of one vintage, both in percent, are `points` apart.

    `implied_base` is the level, in the target's unit, that the published growth would have
    started from; None where the two are not comparable, and then `is_constant` says whether that is
    because the growth is at constant prices.
    """

    published: Decimal
    implied: Decimal
    points: Decimal
    implied_base: Decimal | None
    is_constant: bool
    is_whole_year: bool
    year: int
    code: WarningCode = WarningCode.GROWTH_DISAGREES
    about: str | None = None


TrackingWarning = (
    PlainWarning
    | PeriodWarning
    | YearWarning
    | NodeWarning
    | SideGrowthWarning
    | DueDateWarning
    | StaleWarning
    | RevisedWarning
    | NoComparisonWarning
    | BaseRevisedWarning
    | DeflatedWarning
    | GrowthDisagreesWarning
)
"""A warning on a target's status."""
