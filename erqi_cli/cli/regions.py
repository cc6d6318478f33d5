"""`erqi project --from`: a file of one set of base values, or of base values by region."""

import os
import sys
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import click

from erqi_cli.cli.help import current_lang
from erqi_cli.cli.options import OutputOptions
from erqi_cli.cli.terminal import is_terminal
from erqi_cli.cli.write import (
    EXCEL_MARK,
    check_excel,
    encode_for_machines,
    report_reading,
    write_result,
)
from erqi_cli.i18n.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from erqi_cli.calc.scenario.scenario import Scenario
    from erqi_cli.domain.region import RegionRow
    from erqi_cli.readers.base_values.read import Bases
    from erqi_cli.readers.table.table import Table
    from erqi_cli.results.projection.by_region import RegionOptions, RegionRecords
    from erqi_cli.results.result import AnyResult

PROJECTING = Text("推算", "Projecting")
MIN_BYTES_WITH_PROGRESS = 5 << 20
"""A smaller file is projected too quickly for a progress bar."""
ROWS_PER_PROGRESS_STEP = 10_000
BYTES_PER_READ = 1 << 20
ROWS_PER_WRITE = 1000


class Wanted(NamedTuple):
    """What of a file is projected, and how it is shown.

    `ids` are those of the indicators, all where there is none; `last_year` is that of --to.
    """

    ids: frozenset[str]
    last_year: int | None
    baseline: bool
    chart: bool
    output: OutputOptions


def project_file(path: str, scenario: "Scenario", wanted: Wanted) -> "Bases | None":
    """Return the one set of base values that a file holds.

    Base values by region are projected and written instead, and None is returned. Raises Failure
    with every row that is wrong; then nothing is written.
    """
    from erqi_cli.readers.base_values.read import read_base_file

    with ExitStack() as delivery:
        regions = _Regions(scenario, wanted, delivery)
        bases, table = read_base_file(path, scenario.plan, regions.project)
    report_reading(table, by_region=bases is None)
    if regions.result is not None:
        write_result(regions.result, wanted.output)
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
        """Check and project every row; raises Failure E606 for an option without meaning here."""
        from erqi_cli.readers.base_values.by_region import RegionReader
        from erqi_cli.results.projection.by_region import RegionRecords, check_options, shown_result

        check_options(self.scenario, chart=self.wanted.chart)
        check_excel(self.wanted.output)
        records = RegionRecords(self._options(table))
        reader = RegionReader(table, self.scenario.plan, self.wanted.last_year)
        rows = with_progress(reader.rows(), table)
        if self.wanted.ids:
            rows = filter(self._is_wanted, rows)
        if self.wanted.output.format in ("csv", "json"):
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
        from erqi_cli.output.atomic_file import atomic_output
        from erqi_cli.output.text.region_rows import csv_parts, json_parts

        output = self.wanted.output
        stream = self._delivery.enter_context(atomic_output(output.path))
        if output.excel:
            stream.write(EXCEL_MARK)
        parts = csv_parts(records, rows) if output.format == "csv" else json_parts(records, rows)
        while text := "".join(islice(parts, ROWS_PER_WRITE)):
            stream.write(encode_for_machines(text, excel=output.excel))


def with_progress(rows: "Iterable[RegionRow]", table: "Table") -> "Iterable[RegionRow]":
    """Return the rows, with a progress bar on a terminal where there are many."""
    is_large = os.path.isfile(table.file) and os.path.getsize(table.file) >= MIN_BYTES_WITH_PROGRESS
    if is_large and is_terminal(sys.stderr):
        return _with_bar(rows, _count_lines(table.file))
    return rows


def _with_bar(rows: "Iterable[RegionRow]", lines: int) -> "Iterator[RegionRow]":
    label = PROJECTING.pick(current_lang())
    with click.progressbar(length=lines, label=label, file=sys.stderr) as bar:
        for count, row in enumerate(rows, start=1):
            if count % ROWS_PER_PROGRESS_STEP == 0:
                bar.update(ROWS_PER_PROGRESS_STEP)
            yield row
        bar.update(lines - bar.pos)


def _count_lines(path: str) -> int:
    """Return how many line ends a file has."""
    with open(path, "rb") as stream:
        parts = iter(lambda: stream.read(BYTES_PER_READ), b"")
        return sum(part.count(b"\n") for part in parts)
