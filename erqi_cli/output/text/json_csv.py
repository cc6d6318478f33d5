"""The machine formats: JSON and CSV, the same bytes everywhere, every digit, no rich."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import chain
from json.encoder import encode_basestring as quoted
from typing import Any

from erqi_cli.calc.decimals import plain
from erqi_cli.i18n.language import LANGUAGES
from erqi_cli.i18n.text import Text
from erqi_cli.readers.table.formula_injection import safe
from erqi_cli.results.result import HIDDEN, INLINE, Column, Note, Result, Row, document

CONSTANTS = {None: "null", True: "true", False: "false"}
INDENT = "  "


def json_text(result: Result[Row]) -> str:
    """Return the result as one JSON document with exact numbers."""
    return encode(document(result)) + "\n"


def encode(value: object, indent: str = "\n") -> str:
    """Return a value as JSON; a Decimal keeps exactly its digits, which the json module cannot do.

    An object is written as a mapping of its fields, in their order.
    """
    if isinstance(value, Mapping):
        return _encode_fields(value.items(), indent)
    if isinstance(value, Note):
        return _encode_fields(
            (("code", value.code), ("zh", value.text.zh), ("en", value.text.en)), indent
        )
    if isinstance(value, Text):
        return f'{{"zh": {quoted(value.zh)}, "en": {quoted(value.en)}}}'
    if _has_fields(value):
        return _encode_fields(fields_of(value), indent)
    if isinstance(value, list | tuple):
        return _encode_list(value, indent)
    return _encode_scalar(value)


def _has_fields(value: object) -> bool:
    """Tell whether a value is a named tuple or a frozen class: an object in JSON."""
    return hasattr(value, "_fields") or hasattr(value, "__dataclass_fields__")


def fields_of(row: Any) -> Iterator[tuple[str, object]]:
    """Yield the fields of an object; those of an inline field stand in its place."""
    for name, markers in _markers_by_field(row.__class__):
        if HIDDEN in markers:
            continue
        value = getattr(row, name)
        if INLINE in markers:
            yield from fields_of(value)
        else:
            yield name, value


@cache
def _markers_by_field(row_class: type) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Return the fields of a class in their order, each with the markers of its annotation."""
    fields = []
    for name, hint in row_class.__annotations__.items():
        fields.append((name, getattr(hint, "__metadata__", ())))
    return tuple(fields)


def _encode_scalar(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Decimal):
        return plain(value)
    if value is None or isinstance(value, bool):
        return CONSTANTS[value]
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _encode_fields(fields: Iterable[tuple[str, object]], indent: str) -> str:
    inner = indent + INDENT
    parts = [f"{quoted(name)}: {encode(value, inner)}" for name, value in fields]
    if not parts:
        return "{}"
    joined = f",{inner}".join(parts)
    return f"{{{inner}{joined}{indent}}}"


def _encode_list(values: Iterable[object], indent: str) -> str:
    inner = indent + INDENT
    parts = [encode(value, inner) for value in values]
    if not parts:
        return "[]"
    joined = f",{inner}".join(parts)
    return f"[{inner}{joined}{indent}]"


def csv_text(result: Result[Row]) -> str:
    """Return the rows as tidy CSV (RFC 4180), with stable headings and raw numbers.

    A text has a column for each language.
    """
    columns = [column for column in result.columns if _is_in_csv(column)]
    return lines_of(chain([csv_headings(columns)], (row_of(columns, row) for row in result.rows)))


def _is_in_csv(column: Column[Row]) -> bool:
    return column.bar is None and column.shown_in != "table"


def csv_headings(columns: Iterable[Column[Row]]) -> list[str]:
    """Return the headings of some columns."""
    return [heading for column in columns for heading in _headings(column)]


def row_of(columns: Iterable[Column[Row]], row: Row) -> list[str]:
    """Return a row as the cells of a CSV's row."""
    cells: list[str] = []
    for column in columns:
        value = column.raw(row)
        cells += _words_cells(value) if column.kind == "words" else [_cell(value)]
    return cells


def lines_of(rows: Iterable[list[str]]) -> str:
    """Return rows as the lines of a CSV."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _headings(column: Column[Row]) -> list[str]:
    if column.kind == "words":
        return [f"{column.heading}_{lang}" for lang in LANGUAGES]
    return [column.heading]


def _words_cells(value: object) -> list[str]:
    """Return a text as one cell for each language, blank for none."""
    if isinstance(value, Text):
        return [safe(value.pick(lang)) for lang in LANGUAGES]
    return ["" for _ in LANGUAGES]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, bool):
        return CONSTANTS[value]
    if isinstance(value, list | tuple):
        return safe("; ".join(part.code if isinstance(part, Note) else str(part) for part in value))
    return safe(value) if isinstance(value, str) else str(value)
