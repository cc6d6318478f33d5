"""How the values of rows stand in the cells of a sheet."""

from collections.abc import Iterable
from decimal import Decimal

from erqi_cli.domain.period import period_of
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import unit_label
from erqi_cli.results.labels import COMPARATORS
from erqi_cli.results.report.messages import BELOW_ZERO, RANGE
from erqi_cli.results.report.workbook.schema import Day, NoteRefs, Number, NumberForm
from erqi_cli.results.result import Note

RATE = "%"


def figure_cell(
    value: Decimal | None,
    unit: Unit | None,
    *,
    is_exact: bool = True,
) -> Number | None:
    """Return a figure: a rate where its unit is percent, else an amount; None for none."""
    if value is None:
        return None
    form: NumberForm = "rate" if unit == RATE else "amount"
    return Number(value, form, is_exact=is_exact)


def rate_cell(value: Decimal | None, *, is_input: bool = False) -> Number | None:
    """Return a rate in percent, None for none."""
    if value is None:
        return None
    return Number(value, "rate", is_input=is_input)


def text_cell(text: str | None) -> Text | None:
    """Return an id or an address, None for none."""
    return same(text) if text else None


def qualifier(value: Decimal | None, comparator: Comparator) -> Text | None:
    """Return the word that qualifies a figure, such as 左右 or about; None for a bare figure."""
    if value is None or comparator is Comparator.EXACTLY:
        return None
    if comparator is Comparator.BETWEEN:
        return RANGE
    if value < 0 and comparator in BELOW_ZERO:
        return BELOW_ZERO[comparator]
    words = COMPARATORS[comparator].fill(figure="")
    return Text(words.zh, words.en.strip())


def unit_cell(unit: Unit | None) -> Text | None:
    """Return the unit of a row's figures, None where they are percentages and show it already."""
    return None if unit == RATE else unit_label(unit)


def day_cell(day: str | None) -> Day | None:
    """Return a day, None for none."""
    return Day(day) if day else None


def period_cell(text: str | None) -> Day | None:
    """Return the last day of a period; of a month or a year only that is shown."""
    if text is None:
        return None
    period = period_of(text)
    if period.day:
        return Day(period.end, "day")
    return Day(period.end, "month" if period.month else "year")


def notes_cell(notes: Iterable[Note]) -> NoteRefs | None:
    """Return the notes on a row, None for none."""
    refs = NoteRefs(tuple(notes))
    return refs if refs.notes else None
