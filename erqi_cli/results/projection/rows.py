"""The rows of projections and ratios, as JSON carries them."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.calc.projection.project import YearValue
from erqi_cli.domain.vocabulary import (
    BaseValueOrigin,
    Comparator,
    ObservationStatus,
    PriceBasis,
    RatioForm,
)
from erqi_cli.i18n.text import Text
from erqi_cli.results.result import Column, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseValueRow:
    """A base value in `unit`; `note` says where it comes from."""

    year: int
    value: Decimal
    unit: str | None
    status: ObservationStatus | None
    source: str | None
    published: str | None
    origin: BaseValueOrigin
    series_break: Text | None
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedValueRow:
    """The value of the plan year, in the unit of the projection."""

    year: int
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionRow:
    """The projection of an indicator; without a base value it has an index only.

    `region` is set where base values come by region. `years` are the plan year and those
    extrapolated after it.
    """

    region: str | None
    id: str
    name: Text
    unit: str | None
    unit_name: Text | None
    price_basis: PriceBasis | None
    growth_percent: Decimal | None
    upper_percent: Decimal | None
    comparator: Comparator
    tolerance_points: Decimal | None
    baseline: BaseValueRow | None
    projected: ProjectedValueRow | None
    increase: Decimal | None
    index: Decimal
    deflator_percent: Decimal | None
    years: tuple[YearValue, ...]
    what_if: tuple[str, ...]
    assumptions: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioSideRow:
    """The numerator or the denominator of a ratio; its values are in `unit`."""

    id: str
    unit: str | None
    base_value: Decimal | None
    plan_value: Decimal | None
    comparator: Comparator
    price_basis: PriceBasis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRow:
    """A ratio in the base year and in the plan year: percent, or times for a multiple."""

    id: str
    name: Text
    form: RatioForm
    base_value: Decimal | None
    plan_value: Decimal | None
    change: Decimal | None
    numerator: RatioSideRow
    denominator: RatioSideRow
    what_if: tuple[str, ...]
    assumptions: tuple[Note, ...]


ProjectionColumns = tuple[Column[ProjectionRow], ...]
RatioColumns = tuple[Column[RatioRow], ...]
