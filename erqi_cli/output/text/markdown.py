"""The markdown writer: a table that pastes into a report or a wiki."""

import re
from collections.abc import Iterable

from erqi_cli.output.style import Style
from erqi_cli.output.terminal.cells import (
    WHAT_IF,
    NumberedNotes,
    format_cell,
    row_cells,
    visible_columns,
)
from erqi_cli.results.result import Result, Row

SPECIAL = re.compile(
    r"([\\`*_\[\]<>|~#&$@]"
    r"|:(?=[\w+-]+:|//)"
    r"|(?<=www)\.)",
    re.IGNORECASE,
)
"""What marks text up, as an entity, a formula or an emoji too, or makes an address a link."""
LIST = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|---))")
"""What begins a list or a rule at the beginning of a line."""


def markdown_text(result: Result[Row], style: Style) -> str:
    """Return the result as markdown; every text of the data is escaped."""
    lang = style.lang
    notes = NumberedNotes(lang)
    title = escape_markup(format_cell(result.title, lang))
    lines = [f"## {title}", ""]
    if result.what_if:
        what_if = escape_markup(format_cell(", ".join(result.what_if), lang))
        lines += [f"**{WHAT_IF.pick(lang)}{what_if}**", ""]
    if result.lead:
        for label, cell in result.lead:
            start = escape_line(format_cell(label, lang))
            lines.append(f"- {start}: {escape_markup(format_cell(cell, lang))}")
        lines.append("")
    lines += _table(result, notes)
    for note, number in notes.notes.items():
        lines.append(f"{number}. {escape_line(note)}")
    for remark in result.notes:
        words = format_cell(remark.text, lang)
        lines.append(f"- {escape_line(words)}")
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(result: Result[Row], notes: NumberedNotes) -> list[str]:
    columns = visible_columns(result)
    if not result.rows or not columns:
        return []
    titles = [column.title.pick(notes.lang) for column in columns]
    rules = ["---:" if column.kind == "number" else "---" for column in columns]
    rows = [_row(row_cells(columns, row, notes)) for row in result.rows]
    return [_row(titles), f"| {' | '.join(rules)} |", *rows, ""]


def _row(cells: Iterable[str]) -> str:
    escaped = " | ".join(escape_markup(cell) for cell in cells)
    return f"| {escaped} |"


def escape_markup(text: str) -> str:
    """Return a text whose markdown characters are shown and not obeyed."""
    return SPECIAL.sub(r"\\\1", text)


def escape_line(text: str) -> str:
    """Return a text that begins a line, escaped so that it begins no list of its own."""
    return LIST.sub(r"\1\\", escape_markup(text))
