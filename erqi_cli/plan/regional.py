"""Opens base values by region: a CSV of any length, with a column that names the region of each row."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from erqi_cli.plan import base_values
from erqi_cli.plan.csvfile import Table, read_csv
from erqi_cli.plan.encodings import Source
from erqi_cli.plan.files import open_bytes
from erqi_cli.plan.model import Plan
from erqi_cli.plan.region_rows import Asked, RowReader, Rows, Twice

REGION = (
    *("region", "region_name", "county", "district", "地区", "地区名称", "区县", "县区", "县市区", "市县", "区域"),
    *("县", "区", "county_name", "district_name"),
)
"""The headings of a column that names the region of each row, folded."""
HEADINGS = {
    **base_values.HEADINGS,
    **dict.fromkeys(REGION, "region"),
}
"""The headings that are understood, folded, each with its column."""
NEEDED = (("region",), *base_values.NEEDED)
Result = TypeVar("Result")


class Feed(NamedTuple):
    """The rows of a file, batch by batch; `yearly` tells whether each states the year of its value."""

    batches: Iterator[Rows]
    yearly: bool


class Opened(NamedTuple):
    """A CSV of base values that was looked into: its path, what opens it, and whether it has a column for the region."""

    path: str
    source: Source
    by_region: bool


def look_into(path: str) -> Opened:
    """Open a CSV of base values and read its headings; raises Failure (E1xx, E2xx, E5xx) where they cannot be read."""
    source = open_bytes(path)
    by_region = read_csv(path, HEADINGS, base_values.NEEDED, lambda table: "region" in table.layout.order, source)
    return Opened(path, source, by_region)


def read_regional(file: Opened, plan: Plan, asked: Asked, use: Callable[[Feed], Result]) -> tuple[Result, str]:
    """Return what `use` makes of a file's rows, in their order, and the encoding of the file.

    Every row is checked, also those that are not wanted: raises Failure (E1xx, E2xx, E3xx, E4xx, E5xx) with every bad row,
    at the latest after the last row; until then `use` may have been given rows, and it is called anew where the file turns
    out to be in another encoding. So what it makes may not be shown before this returns.
    """
    twice = set[int]()

    def read(table: Table) -> tuple[Result, str]:
        return use(Feed(RowReader(table, plan, asked, twice).rows(), "year" in table.layout.order)), table.layout.encoding

    while True:
        try:
            return read_csv(file.path, HEADINGS, NEEDED, read, file.source)
        except Twice as again:
            twice |= again.hashes
