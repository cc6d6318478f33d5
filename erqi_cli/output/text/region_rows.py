"""Writes projections by region as CSV or JSON, row by row, in the form that `machine` gives.

What the rows of a group have in common is put into text once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.by_region import grow
from erqi_cli.domain.region import RegionGroup, RegionRow
from erqi_cli.output.text.json_csv import (
    csv_headings,
    encode,
    fields_of,
    json_text,
    lines_of,
    row_of,
)
from erqi_cli.readers.base_values.by_region import REMEMBERED
from erqi_cli.readers.table.formula_injection import safe
from erqi_cli.results.projection.by_region import RegionFigures, RegionRecords, regions_result

FIGURES = ("region", "baseline_value", "projected_value", "increase")
"""The headings of cells that differ from row to row, in their order; `value_YEAR` follow."""
FIGURE_KEYS = tuple(field.name for field in fields(RegionFigures))
"""The keys of JSON rows that differ from row to row."""
NO_ROWS = '"rows": []'
ROW, KEY = "\n    ", "\n      "
"""Where a row begins in the JSON document, and where a key of it begins."""


class CsvRows:
    """Makes the lines of a CSV."""

    def __init__(self, records: RegionRecords) -> None:
        self.records = records
        self.columns = regions_result(records.options).columns
        self.headings = csv_headings(self.columns)
        self._group = lru_cache(REMEMBERED)(self._of_group)
        self._region = lru_cache(REMEMBERED)(_csv_cell)

    def line(self, row: RegionRow) -> str:
        """Return the line of a row."""
        region, group, value = row
        form, factors = self._group(group)
        figures = map(plain, (value, *grow(value, factors)))
        return form % (self._region(region), *figures)

    def _of_group(self, group: RegionGroup) -> tuple[str, tuple[Decimal, ...]]:
        """Return the line of a group's rows, and the factors of the group.

        The line has `%s` for each cell that differs from row to row.
        """
        common = row_of(self.columns, self.records.common(group))
        cells = dict(zip(self.headings, common, strict=True))
        form = {heading: cell.replace("%", "%%") for heading, cell in cells.items()}
        for heading in self.headings:
            if heading in FIGURES or heading.startswith("value_"):
                form[heading] = "%s"
        return lines_of([list(form.values())]), self.records.factors(group)


class JsonRows:
    """Makes the rows of a JSON document."""

    def __init__(self, records: RegionRecords) -> None:
        self.records = records
        self._common = lru_cache(REMEMBERED)(self._common_keys)

    def text(self, row: RegionRow) -> str:
        """Return the text of a row."""
        _, group, _ = row
        keys = self._common(group).copy()
        figures = self.records.figures(row)
        for key in FIGURE_KEYS:
            keys[key] = _key_text(key, getattr(figures, key))
        inside = f",{KEY}".join(keys.values())
        return f"{{{KEY}{inside}{ROW}}}"

    def _common_keys(self, group: RegionGroup) -> dict[str, str]:
        common = self.records.common(group)
        return {key: _key_text(key, value) for key, value in fields_of(common)}


def _key_text(key: str, value: object) -> str:
    return f"{quoted(key)}: {encode(value, KEY)}"


def _csv_cell(words: str) -> str:
    """Return a text as a cell of a CSV."""
    return lines_of([[safe(words)]]).removesuffix("\n")


def csv_parts(records: RegionRecords, rows: Iterable[RegionRow]) -> Iterator[str]:
    """Yield the lines of the CSV that rows make."""
    lines = CsvRows(records)
    yield lines_of([lines.headings])
    yield from map(lines.line, rows)


def json_parts(records: RegionRecords, rows: Iterable[RegionRow]) -> Iterator[str]:
    """Yield the parts of the JSON document that rows make."""
    texts = JsonRows(records)
    before, after = json_text(regions_result(records.options)).split(NO_ROWS)
    separator = f'{before}"rows": ['
    has_rows = False
    for row in rows:
        yield f"{separator}{ROW}{texts.text(row)}"
        separator = ","
        has_rows = True
    if has_rows:
        yield f"\n  ]{after}"
    else:
        yield json_text(regions_result(records.options, total=0))
