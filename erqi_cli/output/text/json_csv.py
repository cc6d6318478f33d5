"""The machine formats: JSON and CSV, the same bytes everywhere, every digit, no rich."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from json.encoder import encode_basestring as quoted
from typing import Any

from erqi_cli.calc.decimals import plain
from erqi_cli.i18n.language import LANGUAGES
from erqi_cli.i18n.text import Text
from erqi_cli.readers.table.formula_injection import safe
from erqi_cli.results.result import Column, Note, Record, Result, document


def json_text(result: Result) -> str:
    """Return the result as one JSON document with exact numbers."""
    return encode(document(result)) + "\n"


def encode(value: Any, indent: str = "\n") -> str:  # noqa: PLR0911 -- one return for each type
    """Return a value as JSON; a Decimal keeps exactly its digits, which the json module cannot do."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Text):
        return f'{{"zh": {quoted(value.zh)}, "en": {quoted(value.en)}}}'
    if isinstance(value, Note):
        return encode({"code": value.code, "zh": value.text.zh, "en": value.text.en}, indent)
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{quoted(key)}: {encode(entry, inner)}" for key, entry in value.items()]
        return f"{{{inner}{(',' + inner).join(parts)}{indent}}}" if parts else "{}"
    parts = [encode(entry, inner) for entry in value]
    return f"[{inner}{(',' + inner).join(parts)}{indent}]" if parts else "[]"


def csv_text(result: Result) -> str:
    """Return the rows as tidy CSV (RFC 4180): stable headings, raw numbers, a text in one column for each language."""
    columns = [column for column in result.columns if column.bar is None]
    return lines_of(chain([csv_headings(columns)], (row_of(columns, row) for row in result.rows)))


def csv_headings(columns: Iterable[Column]) -> list[str]:
    """Return the headings of some columns."""
    return [heading for column in columns for heading in _headings(column)]


def row_of(columns: Iterable[Column], record: Record) -> list[str]:
    """Return a record as the cells of a row."""
    return [cell for column in columns for cell in _cells(column, column.raw(record))]


def lines_of(rows: Iterable[list[str]]) -> str:
    """Return rows as the lines of a CSV."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _headings(column: Column) -> list[str]:
    return [f"{column.heading}_{lang}" for lang in LANGUAGES] if column.kind == "words" else [column.heading]


def _cells(column: Column, value: Any) -> list[str]:
    if column.kind != "words":
        return [_cell(value)]
    return ["" if value is None else safe(value.pick(lang)) for lang in LANGUAGES]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return safe("; ".join(part.code if isinstance(part, Note) else str(part) for part in value))
    return safe(value) if isinstance(value, str) else str(value)
