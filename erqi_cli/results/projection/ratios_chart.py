"""The chart of `erqi ratios`: the plan year as the bar, the base year as its mark.

Percents and multiples have axes of their own.
"""

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import RatioForm
from erqi_cli.results.projection.messages import (
    MULTIPLE_AXIS,
    PERCENT_AXIS,
    RATIO_BAR,
    RATIO_MARK,
)
from erqi_cli.results.projection.ratio_rows import RatioColumns, RatioRow
from erqi_cli.results.result import Axis, Bar, Chart, Tone

SHOWN = ("name", "base_value", "plan_value", "change", "assumptions")


def ratios_chart(plan: Plan, columns: RatioColumns) -> Chart[RatioRow]:
    """Return the chart of ratios, with the table's columns."""
    bar = RATIO_BAR.fill(year=plan.plan_year)
    # The chart's writer fills in the sign of the mark.
    mark = RATIO_MARK.fill(year=plan.base_year, mark="{mark}")
    percents = Axis(PERCENT_AXIS, _bar, bar, mark)
    multiples = Axis(MULTIPLE_AXIS, _bar, bar, mark, sign="")

    def axis_of(row: RatioRow) -> Axis[RatioRow]:
        return multiples if row.form is RatioForm.MULTIPLE else percents

    shown = tuple(column for column in columns if column.path in SHOWN)
    return Chart(shown, axis=axis_of, tone=_tone)


def _bar(row: RatioRow) -> Bar | None:
    if row.plan_value is None:
        return None
    return Bar(row.plan_value, row.base_value)


def _tone(row: RatioRow) -> Tone | None:
    codes = [note.code for note in row.assumptions]
    return "fair" if "above-whole" in codes else None
