"""How the values of records stand in the cells of a sheet."""

from collections.abc import Iterable
from decimal import Decimal

from erqi_cli.domain.period import period_of
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.formatting import unit_label
from erqi_cli.results.labels import COMPARATORS
from erqi_cli.results.report.workbook.schema import Day, Marks, Number
from erqi_cli.results.result import Note, Record

FALLING = {
    Comparator.AT_MOST: Text("不高于", "at most"),
    Comparator.AT_LEAST: Text("不低于", "at least"),
}
"""How a figure below zero is qualified: 以上 and 以内 would leave open on which side of it they mean."""
RANGE = Text("区间", "range")
WHAT_IF = Text("假设：{all}", "What-if: {all}")
RATE = "%"


def stated(value: Decimal | None, unit: str | None, *, is_exact: bool = True) -> Number | None:
    """Return a figure as it is stated: a rate where its unit is percent, else an amount; None for none."""
    return (
        None
        if value is None
        else Number(value, "rate" if unit == RATE else "amount", is_exact=is_exact)
    )


def counted(number: int) -> Number:
    """Return a number of things."""
    return Number(Decimal(number), "amount")


def qualifier(value: Decimal | None, comparator: Comparator) -> Text | None:
    """Return the word that qualifies a figure, such as 左右 or about; None for a bare figure and for none."""
    if value is None or comparator is Comparator.EXACTLY:
        return None
    if comparator is Comparator.BETWEEN:
        return RANGE
    if value < 0 and comparator in FALLING:
        return FALLING[comparator]
    words = COMPARATORS[comparator].fill(figure="")
    return Text(words.zh, words.en.strip())


def unit_beside(row: Record) -> Text | None:
    """Return the unit of a row's figures, None where they are percentages and say so themselves."""
    return None if row["unit"] == RATE else unit_label(row["unit"])


def day(text: str | None) -> Day | None:
    """Return a day."""
    return Day(text) if text else None


def until(text: str | None) -> Day | None:
    """Return the last day of a period, of which a month or a year shows no more than that."""
    if text is None:
        return None
    found = period_of(text)
    return Day(found.end, "day" if found.day else "month" if found.month else "year")


def marks(notes: Iterable[Note]) -> Marks | None:
    """Return the remarks on a row, None for none."""
    found = tuple(notes)
    return Marks(found) if found else None


def each(parts: Iterable[str]) -> Text:
    """Return several texts of the data in one cell."""
    return same("；".join(parts))
