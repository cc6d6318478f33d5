"""The cells of the overview: figures, pace and what is still needed, each in a few cells."""

from decimal import Decimal

from erqi_cli.calc.tracking.warnings import WarningCode
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Collection, Comparator, Kind, Status
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import on_one_scale
from erqi_cli.results.formatting import (
    cell_text,
    format_number,
    format_qualified,
    format_signed,
)
from erqi_cli.results.labels import COMPARATORS, STATUS_SIGNS
from erqi_cli.results.periods import month_words, short_period_words
from erqi_cli.results.result import Cell, Note
from erqi_cli.results.tracking.columns import actual_cell, is_done_or_not
from erqi_cli.results.tracking.overview.amounts import scaled_amount
from erqi_cli.results.tracking.overview.messages import (
    A_MONTH,
    A_YEAR,
    DATA_TO,
    FIGURES,
    FROM_NOW,
    MORE,
    PARTNER,
    SIGNED_NAME,
    STALE,
)
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import RATE, completion_cell, rate_sign

NO_FIGURE = same("–")
QUALIFIERS = {
    Comparator.ABOUT: "≈{figure}",
    Comparator.AT_LEAST: "≥{figure}",
    Comparator.AT_MOST: "≤{figure}",
    Comparator.EXACTLY: "{figure}",
    Comparator.BETWEEN: "{figure}–{upper}",
}
"""How a figure is qualified, in English, where words would take too much room."""


def signed_name(row: TrackingRow) -> Cell:
    """Return the name behind the sign of the status."""
    return SIGNED_NAME.fill(sign=STATUS_SIGNS[row.status], name=row.name)


def figures(row: TrackingRow) -> Cell:
    """Return the actual figure and the target's: 221.3/412亿元 or 22.13/41.2bn yuan."""
    if is_done_or_not(row):
        return actual_cell(row)
    if row.kind is Kind.RELATIVE:
        actual = cell_text(actual_cell(row)) or NO_FIGURE
        return FIGURES.fill(actual=actual, target=_partner_growth(row))
    if row.target is None:
        return None
    actual, target = amounts(row, row.target)
    return FIGURES.fill(actual=actual, target=target)


def amounts(row: TrackingRow, target: Decimal) -> tuple[Text, Text]:
    """Return the actual figure and the target's, on one scale, the unit after the latter."""
    ends = [target] if row.upper is None else [target, row.upper]
    numbers = [format_number(end) for end in ends]
    if row.actual is None:
        shown, unit = on_one_scale(numbers, row.unit)
        return NO_FIGURE, _qualified(row, shown, unit)
    shown, unit = on_one_scale([format_number(row.actual), *numbers], row.unit)
    actual = shown[0]
    if row.unit == RATE:
        actual = Text(actual.zh + RATE, actual.en + RATE)
    return actual, _qualified(row, shown[1:], unit)


def _qualified(row: TrackingRow, ends: list[Text], unit: Text) -> Text:
    """Return the figure to be reached with its qualifier, in English as a sign."""
    english = QUALIFIERS[row.comparator].format(figure=ends[0].en, upper=ends[-1].en)
    rate = format_qualified(row.target, row.comparator, row.upper, RATE)
    if row.unit == RATE and rate is not None:
        return Text(rate.zh, english + RATE)
    last = ends[-1].zh + unit.zh
    first = last if len(ends) == 1 else ends[0].zh
    chinese = COMPARATORS[row.comparator].zh.format(figure=first, upper=last)
    return Text(chinese, english + unit.en)


def _partner_growth(row: TrackingRow) -> Text:
    """Return the growth of a relative target's partner, and the points above or below it."""
    growth = row.partner.to_growth
    if growth is None or row.target is None:
        return NO_FIGURE
    points = row.target - growth
    return PARTNER.fill(
        rate=format_number(growth) + RATE,
        points=format_signed(points, 2) if points else "",
    )


def completion(row: TrackingRow) -> Cell:
    """Return completion in percent, to one place; of a limit, the share that is used."""
    return completion_cell(row, places=1)


def needed(row: TrackingRow) -> Cell:
    """Return what each month, or the rest of the time, still needs; the unit is the figure's."""
    if row.needed is None or row.status is Status.DONE:
        return None
    if row.kind in GROWTH_KINDS or row.collection is Collection.AVERAGE:
        rate = f"{format_number(row.needed, 2)}{rate_sign(row)}"
        return (A_YEAR if row.reading.is_of_years else FROM_NOW).fill(amount=rate)
    if not row.needed:
        return None
    if row.needed_per_month is None:
        return MORE.fill(amount=scaled_amount(row, row.needed))
    return A_MONTH.fill(amount=scaled_amount(row, row.needed_per_month))


def outlook(row: TrackingRow) -> Cell:
    """Return the extrapolated year-end value, on the scale of the row's figures."""
    if row.year_end_extrapolated is None:
        return None
    if row.unit == RATE:
        return format_number(row.year_end_extrapolated, 2) + RATE
    return scaled_amount(row, row.year_end_extrapolated)


def stale_period(row: TrackingRow) -> Cell:
    """Return the period of old data; that of other data is the as-of period."""
    if row.period is None or not row.marks.stale:
        return ""
    words = month_words if row.reading.is_of_years else short_period_words
    return STALE.fill(period=words(row.period))


def footnotes(row: TrackingRow, as_of: str | None) -> Cell:
    """Return the notes on a row, and the day to which its data go if the month goes on."""
    notes = [note for note in row.warnings if note.code != WarningCode.STALE]
    if row.period is not None and row.period != as_of and not row.marks.stale:
        notes.append(Note("data-to", DATA_TO.fill(day=month_words(row.period))))
    return tuple(notes)
