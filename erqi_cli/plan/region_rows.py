"""Reads the rows of base values by region: every row checked, many at a time, in constant memory."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress, islice
from typing import Any, NamedTuple, TypeVar

from erqi_cli.errors import Failure
from erqi_cli.language import Text
from erqi_cli.plan.base_values import read_entry, read_value, read_year
from erqi_cli.plan.csvfile import Table
from erqi_cli.plan.doubles import Doubles
from erqi_cli.plan.find import Names, catalogue, fold
from erqi_cli.plan.model import Indicator, Plan
from erqi_cli.plan.quantity import EXACT, parse_quantity
from erqi_cli.plan.signs import NUMBER
from erqi_cli.plan.values import NAME_LIMIT, ValueFault, parse_line

PLAIN = NUMBER.pattern.removeprefix("-?")
GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,12})?"
QUICK_VALUE = re.compile(f"{PLAIN}|{GROUPED}", re.ASCII)
QUICK_VALUES = re.compile(rf"(?:(?:{PLAIN}|{GROUPED})\n)*+", re.ASCII)
"""A number without a sign, thousands separated or not, and a whole column of them."""
ODD_SPACES = ("  ", "\n ", " \n", "\n\n")
"""In names, each on a line of its own: spaces that are no single ones between words, and no name at all."""
REGIONS = 5000
"""How many regions are remembered: more than there are counties."""
ONE = Decimal(1)
REMEMBERED, BATCH = 20_000, 2048
"""How many words of a column are remembered, and how many rows are looked at together."""
Key = TypeVar("Key")
Value = TypeVar("Value")
Words = str | tuple[str, str]
"""How a row names its indicator, and its unit where the table has a column for it."""
Region = tuple[str, str]
"""A region as it is shown, and as it is compared."""
Columns = tuple[list[Any], list[Any], list[Any], list[Any]]
"""Region, what is known, year and number of each row; what is not settled is None, or a number that is zero."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What base values are of: an indicator and the unit that they are in. There is one object of each in a reading."""

    indicator: Indicator
    unit: str | None


class Known(NamedTuple):
    """What the words of a row mean: a kind of base value, and how many of its units one of those that are written is."""

    kind: Kind
    ratio: Decimal
    id: str


class Rows(NamedTuple):
    """Sound rows as columns: region, kind, year and value of each, the value in the unit of its kind."""

    regions: Sequence[str]
    kinds: Sequence[Kind]
    years: Sequence[int]
    values: Sequence[Decimal]


class Asked(NamedTuple):
    """Which rows are wanted: those of some indicators, or of all where none is named; `last_year` is that of --to."""

    ids: Collection[str] = ()
    last_year: int | None = None


class Twice(Exception):
    """Hashes of rows that seem to stand twice: the file is read once more to find their lines."""

    def __init__(self, hashes: set[int]) -> None:
        super().__init__(hashes)
        self.hashes = hashes


class RowReader:
    """Reads the rows of one table.

    The words of each column are read once and remembered, and a whole column of plain numbers is tested at once; a row
    with anything else is read by the full grammar of `base_values`. With `twice`, the hashes of rows that seem to stand
    twice, those that do are faults.
    """

    def __init__(self, table: Table, plan: Plan, asked: Asked, twice: AbstractSet[int]) -> None:
        self.table, self.plan, self.asked, self.twice = table, plan, asked, twice
        self.names = Names(catalogue(plan, "indicator"), ("indicator",))
        self.at = {name: at for at, name in enumerate(table.layout.order)}
        self.kinds: dict[tuple[str, str | None], Kind] = {}
        self.regions: dict[str, Region] = {}
        self.known: dict[Words, Known] = {}
        self.years: dict[str, int] = {}
        self.converts = False
        self.first: dict[tuple[str, str, int], int] = {}

    def rows(self) -> Iterator[Rows]:
        """Yield the rows that are wanted until the first fault, and check them all; raises Twice after the last."""
        count, table = 0, self.table
        with closing(Doubles()) as doubles:
            for cells, lines in _batches(table):
                count += len(lines)
                if (found := self.take(cells, lines, doubles)) and (wanted := self.wanted(found)).values:
                    yield wanted
            if not count and not table.faults:
                table.line = 1
                table.fault("E507", None)
            if hashes := doubles.found() - self.twice:
                raise Twice(hashes)

    def take(self, cells: Sequence[Sequence[str]], lines: Sequence[int], doubles: Doubles) -> Rows | None:
        """Return the rows of a batch, or None where one of them, or one before them, is wrong."""
        columns = self.quick(cells)
        if odd := {at for column in columns if not all(column) for at, known in enumerate(column) if not known}:
            lines = self.mend(columns, sorted(odd), cells, lines)
        if not lines:
            return None
        regions, known, years, values = columns
        texts, folded = zip(*regions, strict=True)
        kinds, ratios, ids = zip(*known, strict=True)
        doubles.add(list(map(hash, zip(folded, ids, years, strict=True))))
        if self.twice:
            self.once(zip(folded, ids, years, strict=True), lines)
        if self.converts:
            values = list(map(EXACT.multiply, values, ratios))
        return None if self.table.faults else Rows(texts, kinds, years, values)

    def quick(self, cells: Sequence[Sequence[str]]) -> Columns:
        """Return the columns of a batch as they are known or read at once; what needs the full grammar is None."""
        regions, values, at = cells[self.at["region"]], cells[self.at["value"]], self.at
        names: Sequence[str] = cells[at["id"] if "id" in at else at["name"]]
        if "id" in at and "name" in at:
            names = [name if name.strip() else other for name, other in zip(names, cells[at["name"]], strict=True)]
        words: Sequence[Words] = list(zip(names, cells[at["unit"]], strict=True)) if "unit" in at else names
        learn_regions(regions, self.regions)
        learn(words, self.known, self.read_words)
        known = list(map(self.known.get, words))
        if "id" in at and "name" in at:
            pairs = list(zip(cells[at["id"]], cells[at["name"]], strict=True))
            unlike = {pair for pair in set(pairs) if self.unlike(*pair)}
            known = [None if pair in unlike else one for pair, one in zip(pairs, known, strict=True)]
        return (
            list(map(self.regions.get, regions)),
            known,
            self.quick_years(cells),
            quick_numbers(values),
        )

    def unlike(self, name: str, other: str) -> bool:
        """Tell whether an id and the name beside it may be of two indicators, which needs a closer look."""
        return (
            bool(name.strip())
            and fold(other) in self.names.by_name
            and self.names.by_id.get(fold(name)) not in (self.names.by_name[fold(other)])
        )

    def quick_years(self, cells: Sequence[Sequence[str]]) -> list[int | None]:
        """Return the year of each row: that of its column, else the plan's base year."""
        if "year" not in self.at:
            return [self.plan.base_year] * len(cells[0])
        years = cells[self.at["year"]]
        learn(years, self.years, self.read_year)
        return list(map(self.years.get, years))

    def read_words(self, words: Words) -> Known:
        """Return what a name and a unit mean; raises ValueFault where that needs a closer look."""
        name, stated = words if isinstance(words, tuple) else (words, "")
        try:
            entry = self.names.pick(name)
        except Failure:
            raise ValueFault("E509") from None
        assert isinstance(entry.thing, Indicator)
        ratio, unit = parse_quantity("1", entry.thing.unit, stated.strip())
        self.converts = self.converts or ratio != ONE
        return Known(self.kind(entry.thing, unit), ratio, entry.id)

    def kind(self, indicator: Indicator, unit: str | None) -> Kind:
        """Return the one object that stands for an indicator in a unit."""
        return self.kinds.setdefault((indicator.id, unit), Kind(indicator, unit))

    def read_year(self, words: str) -> int:
        """Return the year of a base value; raises ValueFault E303, E307, E310, E516, E517."""
        year = read_year(words)
        if self.asked.last_year is not None and year != self.plan.base_year:
            raise ValueFault("E517", year=year, base=self.plan.base_year)
        return year

    def mend(self, columns: Columns, odd: list[int], cells: Sequence[Sequence[str]], lines: Sequence[int]) -> Sequence[int]:
        """Read odd rows by the full grammar into their columns, take out those that are wrong, and return the lines left."""
        bad = set()
        for at in odd:
            self.table.line = lines[at]
            if row := self.full([column[at] for column in cells]):
                for column, known in zip(columns, row, strict=True):
                    column[at] = known
            else:
                bad.add(at)
        if not bad:
            return lines
        kept = [at not in bad for at in range(len(lines))]
        for column in columns:
            column[:] = compress(column, kept)
        return list(compress(lines, kept))

    def full(self, cells: list[str]) -> tuple[Region, Known, int, Decimal] | None:
        """Return a row read by the full grammar, or None, and what is wrong with it among the faults."""
        row, before = {name: cells[at] for name, at in self.at.items()}, len(self.table.faults)
        region = self.cell("region", read_region, row["region"])
        entry, _ = read_entry(self.table, row, self.at, self.names)
        year = self.cell("year", self.read_year, row["year"]) if "year" in row else self.plan.base_year
        value = read_value(self.table, row, self.at, entry)
        if len(self.table.faults) > before:
            return None
        assert region is not None
        assert entry is not None
        assert year is not None
        assert value is not None
        assert isinstance(entry.thing, Indicator)
        return region, Known(self.kind(entry.thing, value[1]), ONE, entry.id), year, value[0]

    def cell(self, column: str, read: Callable[[str], Value], words: str) -> Value | None:
        """Return a cell read by its grammar, or None, and what is wrong among the faults."""
        try:
            return read(words)
        except ValueFault as fault:
            self.table.fault(fault.code, self.at[column], fault.remedy, **fault.values)
            return None

    def once(self, keys: Iterable[tuple[str, str, int]], lines: Sequence[int]) -> None:
        """Check that rows which seem to stand twice do not: no two are of one region, indicator and year."""
        for key, line in zip(keys, lines, strict=True):
            if hash(key) in self.twice and (first := self.first.setdefault(key, line)) != line:
                self.table.line = line
                at = self.at["id"] if "id" in self.at else self.at["name"]
                remedy = Text("每个地区、每项指标、每年一行", "one row for each region, indicator and year")
                self.table.fault("E505", at, remedy, id=key[1], first=first)

    def wanted(self, rows: Rows) -> Rows:
        """Return the rows of the indicators that are asked for."""
        if not self.asked.ids:
            return rows
        kept = [kind.indicator.id in self.asked.ids for kind in rows.kinds]
        columns: Any = (list(compress(column, kept)) for column in rows)
        return Rows(*columns)


def _batches(table: Table) -> Iterator[tuple[list[tuple[str, ...]], Sequence[int]]]:
    """Yield the rows of a table, many at a time, as columns and the line of each row."""
    rows = iter(table)
    while batch := [(table.line, cells) for cells in islice(rows, BATCH)]:
        lines, cells = zip(*batch, strict=True)
        yield list(zip(*cells, strict=True)), lines


def learn(column: Iterable[Key], known: dict[Key, Value], read: Callable[[Key], Value]) -> None:
    """Read each word of a column that is not known yet, once; one that is wrong stays unknown."""
    if len(known) > REMEMBERED:
        known.clear()
    for word in set(column).difference(known):
        with suppress(ValueFault):
            known[word] = read(word)


def read_region(words: str) -> Region:
    """Return a region's name, and the form in which two names are compared; raises ValueFault E216, E309, E310, E311."""
    if not words.strip():
        raise ValueFault("E310", Text("请填上地区", "write the region"))
    text = parse_line(words)
    return text, fold(text)


def learn_regions(column: Iterable[str], known: dict[str, Region]) -> None:
    """Read each region of a column that is not known yet: those of the usual form together; one that is wrong stays unknown."""
    if len(known) > REGIONS:
        known.clear()
    fresh = list(set(column).difference(known))
    lines = "\n".join(["", *fresh, ""])
    folded = unicodedata.normalize("NFKC", lines).casefold()
    usual = "".join(fresh).isprintable() and max(map(len, fresh), default=0) <= NAME_LIMIT
    if usual and not any(odd in text for text in (lines, folded) for odd in ODD_SPACES):
        known.update(zip(fresh, zip(fresh, folded.split("\n")[1:-1], strict=True), strict=True))
    else:
        learn(fresh, known, read_region)


def quick_numbers(cells: Sequence[str]) -> list[Decimal | None]:
    """Return the numbers of a column, None for each cell that is not of the usual form."""
    joined = "\n".join(cells) + "\n"
    if QUICK_VALUES.fullmatch(joined) and joined.count("\n") == len(cells):
        return list(map(Decimal, joined.replace(",", "").split("\n")[:-1] if "," in joined else cells))
    return [Decimal(cell.replace(",", "")) if QUICK_VALUE.fullmatch(cell) else None for cell in cells]
