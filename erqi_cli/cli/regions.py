"""`erqi project --from`: a file of one set of base values, or of base values by region."""

from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from erqi_cli.cli.options import OutputOptions
from erqi_cli.cli.write import (
    EXCEL_MARK,
    PROJECTING,
    check_excel,
    encode_for_machines,
    reading,
    report_reading,
    write_result,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from erqi_cli.calc.scenario.scenario import Scenario
    from erqi_cli.cli.write import AnyResult
    from erqi_cli.domain.region import RegionRow
    from erqi_cli.readers.base_values.read import Bases
    from erqi_cli.readers.table.table import Table
    from erqi_cli.results.projection.by_region import RegionOptions, RegionRecords

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
    """Return the one set of base values of a file.

    Base values by region are projected and written instead, and None is returned. Raises Failure
    with every row that is wrong; then nothing is written.
    """
    from erqi_cli.readers.base_values.read import read_base_file

    with ExitStack() as delivery:
        regions = _Regions(scenario, wanted, delivery)
        with reading(PROJECTING):
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
        rows: Iterable[RegionRow] = reader.rows()
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
