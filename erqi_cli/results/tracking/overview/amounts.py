"""Amounts of a row on the scale of its figures, which state the unit."""

from decimal import Decimal

from erqi_cli.i18n.text import Text
from erqi_cli.results.amounts import on_one_scale
from erqi_cli.results.formatting import format_number
from erqi_cli.results.tracking.overview.messages import IN_POINTS
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import RATE


def scaled_amount(row: TrackingRow, value: Decimal) -> Text:
    """Return an amount on the scale of the row's target, of a share in points."""
    number = format_number(value, 2)
    if row.unit == RATE:
        return IN_POINTS.fill(number=number)
    numbers = [number]
    if row.target is not None:
        numbers.append(format_number(row.target))
    shown, _ = on_one_scale(numbers, row.unit)
    return shown[0]
