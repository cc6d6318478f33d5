"""The rows of projections, as JSON carries them."""

from decimal import Decimal
from typing import Annotated, NamedTuple

from erqi_cli.calc.projection.project import YearValue
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import (
    BaseValueOrigin,
    Comparator,
    ObservationStatus,
    PriceBasis,
)
from erqi_cli.i18n.text import Text
from erqi_cli.results.result import HIDDEN, Column, Note


class BaseValueRow(NamedTuple):
    """A base value in `unit`; `note` says where it comes from."""

    year: int
    value: Decimal
    unit: Unit | None
    status: ObservationStatus | None
    source: str | None
    published: str | None
    origin: BaseValueOrigin
    series_break: Text | None
    note: Note


class ProjectedValueRow(NamedTuple):
    """The value of the plan year, in the unit of the projection."""

    year: int
    value: Decimal


class ProjectionRow(NamedTuple):
    """The projection of an indicator; without a base value it has an index only.

    `region` is set where base values come by region. `years` are the plan year and those
    extrapolated after it, `between` those between the base year and the plan year. `times` is how
    often the growth is applied up to the plan year.
    """

    region: str | None
    id: str
    name: Text
    unit: Unit | None
    unit_name: Text | None
    price_basis: PriceBasis | None
    growth_percent: Decimal | None
    upper_percent: Decimal | None
    comparator: Comparator
    tolerance_points: Decimal | None
    baseline: BaseValueRow | None
    projected: ProjectedValueRow | None
    increase: Decimal | None
    index: Decimal  # type: ignore[assignment]  # in the place of tuple.index
    deflator_percent: Decimal | None
    times: Annotated[int, HIDDEN]
    years: tuple[YearValue, ...]
    between: tuple[YearValue, ...]
    what_if: tuple[str, ...]
    assumptions: tuple[Note, ...]


ProjectionColumns = tuple[Column[ProjectionRow], ...]
