"""The rows of ratios, as JSON carries them."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Comparator, PriceBasis, RatioForm
from erqi_cli.i18n.text import Text
from erqi_cli.results.result import Column, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioSideRow:
    """The numerator or the denominator of a ratio; its values are in `unit`."""

    id: str
    unit: Unit | None
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


RatioColumns = tuple[Column[RatioRow], ...]
