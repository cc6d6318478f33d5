"""Base values by region, of which a file may have millions."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.domain.units import Unit


@dataclass(frozen=True, slots=True, eq=False)
class RegionGroup:
    """What many rows have in common: the indicator `id`, and the unit and year of the values.

    `growth` is the regions' own target in percent, None where they state none.
    """

    id: str
    unit: Unit | None
    year: int
    growth: Decimal | None


RegionRow = tuple[str, RegionGroup, Decimal]
"""A base value of one region: the region, the group of the row, and the value."""
