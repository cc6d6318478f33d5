"""`erqi project --from`: a file of one set of base values, or of base values by region."""

import os
import sys
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import click

from erqi_cli.cli.help import spoken_lang
from erqi_cli.cli.options import Out
from erqi_cli.cli.steps import EXCEL_MARK, check_excel, emit, encoded, tell_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from erqi_cli.calc.scenario.scenario import Scenario
    from erqi_cli.domain.base_value import RegionRow
    from erqi_cli.readers.base_values.read import Bases
    from erqi_cli.readers.table.table import Table
    from erqi_cli.results.projection.by_region import RegionOptions, RegionRecords
    from erqi_cli.results.result import AnyResult

LARGE = 5 << 20
"""A file of so many bytes takes long enough to show its progress."""
STEP = 10_000
"""How many rows the progress bar moves at a time."""
PART = 1 << 20
"""How many bytes are read at a time to count the lines of a file."""
TOGETHER = 1000
"""How many rows are written at a time."""


class Wanted(NamedTuple):
    """What of a file is projected, and how it is shown.

    `ids` are those of the indicators, all where there is none; `last_year` is that of --to.
    """

    ids: frozenset[str]
    last_year: int | None
    baseline: bool
    chart: bool
    out: Out


def project_file(path: str, scenario: "Scenario", wanted: Wanted) -> "Bases | None":
    """Return the one set of base values that a file holds.

    Base values by region are projected and written instead, and None is returned. Raises Failure
    with every row that is wrong; then nothing is written.
    """
    from erqi_cli.readers.base_values.read import read_base_file

    with ExitStack() as delivery:
        regions = _Regions(scenario, wanted, delivery)
        bases, table = read_base_file(path, scenario.plan, regions.project)
    tell_reading(table, by_region=bases is None)
    if regions.result is not None:
        emit(regions.result, wanted.out)
    return bases


class _Regions:
    """Projects the rows of a table with regions.

    As CSV and JSON they go to a stream that `delivery` delivers when it is closed; for a table the
    first of them are in `result`.
    """

    def __init__(self, scenario: "Scenario", wanted: Wanted, delivery: ExitStack) -> None:
        self.scenario = scenario
        self.wanted = wanted
        self.result: AnyResult | None = None
        self._delivery = delivery

    def project(self, table: "Table") -> None:
        """Check and project every row; raises Failure E606 for an option that has no meaning here."""
        from erqi_cli.readers.base_values.by_region import RegionReader
        from erqi_cli.results.projection.by_region import RegionRecords, check_options, shown_result

        check_options(self.scenario, chart=self.wanted.chart)
        check_excel(self.wanted.out)
        records = RegionRecords(self._options(table))
        reader = RegionReader(table, self.scenario.plan, self.wanted.last_year)
        rows = with_progress(reader.rows(), table)
        if self.wanted.ids:
            rows = filter(self._is_wanted, rows)
        if self.wanted.out.format in ("csv", "json"):
            self._write(records, rows)
        else:
            self.result = shown_result(records, rows)

    def _options(self, table: "Table") -> "RegionOptions":
        from erqi_cli.results.projection.by_region import RegionOptions

        columns = table.layout.order
        return RegionOptions(
            scenario=self.scenario,
            file=table.file,
            last_year=self.wanted.last_year,
            baseline=self.wanted.baseline,
            yearly="year" in columns and self.wanted.last_year is None,
            own_targets="target_growth" in columns,
        )

    def _is_wanted(self, row: "RegionRow") -> bool:
        _, group, _ = row
        return group.id in self.wanted.ids

    def _write(self, records: "RegionRecords", rows: "Iterable[RegionRow]") -> None:
        """Write the projections of rows to a stream."""
        from erqi_cli.output.atomic_file import whole
        from erqi_cli.output.text.region_rows import csv_parts, json_parts

        out = self.wanted.out
        stream = self._delivery.enter_context(whole(out.path))
        if out.excel:
            stream.write(EXCEL_MARK)
        parts = csv_parts(records, rows) if out.format == "csv" else json_parts(records, rows)
        while text := "".join(islice(parts, TOGETHER)):
            stream.write(encoded(text, excel=out.excel))


def with_progress(rows: "Iterable[RegionRow]", table: "Table") -> "Iterable[RegionRow]":
    """Return the rows, with a progress bar on a terminal where there are many."""
    is_large = os.path.isfile(table.file) and os.path.getsize(table.file) >= LARGE
    if is_large and _errors_go_to_a_terminal():
        return _with_bar(rows, _count_lines(table.file))
    return rows


def _errors_go_to_a_terminal() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:
        return False


def _with_bar(rows: "Iterable[RegionRow]", lines: int) -> "Iterator[RegionRow]":
    lang = spoken_lang(click.get_current_context(silent=True))
    label = {"zh": "推算", "en": "Projecting"}[lang]
    with click.progressbar(length=lines, label=label, file=sys.stderr) as bar:
        for count, row in enumerate(rows, start=1):
            if count % STEP == 0:
                bar.update(STEP)
            yield row
        bar.update(lines - bar.pos)


def _count_lines(path: str) -> int:
    """Return how many line ends a file has."""
    with open(path, "rb") as stream:
        parts = iter(lambda: stream.read(PART), b"")
        return sum(part.count(b"\n") for part in parts)
