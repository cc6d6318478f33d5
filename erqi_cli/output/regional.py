"""Writes rows by region as CSV or JSON, a batch at a time: the text of each kind of row is made once, with holes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from erqi_cli.output.machine import csv_text, encode, json_text, lines_of, row_of
from erqi_cli.plan.formulas import safe
from erqi_cli.plan.region_rows import REGIONS, Kind
from erqi_cli.results.shape import Hole, Record, Result


class Form(NamedTuple):
    """How a result is written in parts: what stands before, between and after its rows, and alone where it has none.

    `row` gives the text of a record, `names` those of regions.
    """

    before: str
    between: str
    after: str
    alone: str
    row: Callable[[Record], str]
    names: Callable[[list[str]], list[str]]


def csv_form(result: Result, alone: Result) -> Form:
    """Return how a result takes rows in CSV; `alone` is the result where there are none."""
    return Form(
        before=csv_text(result),
        between="",
        after="",
        alone=csv_text(alone),
        row=lambda record: lines_of([row_of(result.columns, record)]),
        names=lambda names: lines_of([safe(name)] for name in names).split("\n")[:-1],
    )


def json_form(result: Result, alone: Result) -> Form:
    """Return how a result takes rows in JSON; `alone` is the result where there are none."""
    before, _, after = json_text(result._replace(rows=(ONE_ROW,))).split(Hole.MARK)
    return Form(
        before=before,
        between="," + ROW_INDENT,
        after=after,
        alone=json_text(alone),
        row=lambda record: encode(record, ROW_INDENT),
        names=lambda names: list(map(encode, names)),
    )


TOGETHER = 250
"""How many rows are put together at a time."""
ONE_ROW: Any = Hole("row")
ROW_INDENT = "\n    "
"""How far a row is indented in the JSON document."""
FORMS: dict[str, Callable[[Result, Result], Form]] = {"csv": csv_form, "json": json_form}


class RowWriter:
    """Gives the text of a result in parts. `hollow` makes the record of a kind, with holes for what `filled` gives."""

    def __init__(self, form: Form, hollow: Callable[[Kind], Record]) -> None:
        self.form, self.hollow = form, hollow
        self.pieces: dict[Kind, tuple[str, ...]] = {}
        self.holes: tuple[str, ...] = ()
        self.regions: dict[str, str] = {}
        self.begun = False

    def rows(self, regions: Sequence[str], kinds: Sequence[Kind], filled: Mapping[str, Sequence[str]]) -> Iterator[str]:
        """Yield the text of further rows, before the first of them also what stands before the rows."""
        for kind in set(kinds).difference(self.pieces):
            self.pieces[kind] = self.split(self.form.between + self.form.row(self.hollow(kind)))
        pieces = zip(*map(self.pieces.__getitem__, kinds), strict=True)
        cells = {**filled, "region": self.named(regions)}
        between = [cells[hole] for hole in self.holes]
        rows = zip(next(pieces), *chain.from_iterable(zip(between, pieces, strict=True)), strict=True)
        while text := "".join(chain.from_iterable(islice(rows, TOGETHER))):
            yield text if self.begun else self.form.before + text.removeprefix(self.form.between)
            self.begun = True

    def end(self) -> str:
        """Return what stands after the last row; without a row, all of it."""
        return self.form.after if self.begun else self.form.alone

    def split(self, text: str) -> tuple[str, ...]:
        """Return the pieces of a row's text between its holes, which are the same ones in every row."""
        parts = text.split(Hole.MARK)
        self.holes = tuple(parts[1::2])
        return tuple(parts[::2])

    def named(self, regions: Sequence[str]) -> list[str]:
        """Return the names of regions as they are written."""
        if len(self.regions) > REGIONS:
            self.regions.clear()
        fresh = list(set(regions).difference(self.regions))
        self.regions.update(zip(fresh, self.form.names(fresh), strict=True))
        return [self.regions[name] for name in regions]
