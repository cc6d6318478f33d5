"""What the plan says of a target and of a source, in words."""

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.i18n.text import Text
from erqi_cli.results.amounts import qualified_with_unit
from erqi_cli.results.formatting import format_qualified
from erqi_cli.results.plan.messages import (
    SOURCE,
    SOURCE_OF_DAY,
    TOLERANCE_OF_AMOUNT,
    TOLERANCE_OF_RATE,
)

RATE = "%"


def figure_text(target: Target) -> Text | None:
    """Return a target's figure with its qualifier, without a unit but percent."""
    return format_qualified(
        target.figure,
        target.comparator,
        target.upper,
        sign=RATE if target.figure_unit == RATE else "",
    )


def figure_in_full(target: Target) -> Text | None:
    """Return a target's figure with its unit.

    An example is 600亿元以上 or at least 60 billion yuan (600亿元).
    """
    if target.figure is None:
        return None
    if target.figure_unit == RATE:
        return figure_text(target)
    return qualified_with_unit(
        target.figure,
        target.comparator,
        target.upper,
        target.unit,
    )


def source_text(plan: Plan, source_id: str | None) -> Text:
    """Return a source's publisher, title and day."""
    source = plan.source(source_id)
    template = SOURCE_OF_DAY if source.published else SOURCE
    return template.fill(
        publisher=source.publisher,
        title=source.title,
        day=source.published,
    )


def tolerance_text(target: Target) -> Text | None:
    """Return the tolerance of `about`; None for none.

    It is in percentage points for a rate, in percent of the figure for an amount.
    """
    if target.tolerance is None:
        return None
    template = TOLERANCE_OF_RATE if target.is_rate else TOLERANCE_OF_AMOUNT
    return template.fill(tolerance=target.tolerance)
