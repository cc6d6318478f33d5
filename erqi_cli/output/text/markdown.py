"""The markdown writer: a table that pastes into a report or a wiki."""

import re
from collections.abc import Iterable

from erqi_cli.output.style import Style
from erqi_cli.output.terminal.cells import WHAT_IF, Numbered, row_cells, visible, words
from erqi_cli.results.result import Result, Row

SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$@]|:(?=[\w+-]+:|//)|(?<=www)\.)", re.IGNORECASE)
"""What marks text up, also as an entity, a formula, an emoji by its name, or an address that becomes a link."""
LIST = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|---))")
"""What begins a list or a rule at the beginning of a line."""


def markdown_text(result: Result[Row], style: Style) -> str:
    """Return the result as markdown; every text of the data is escaped."""
    lang = style.lang
    numbered = Numbered(lang)
    columns = visible(result)
    lines = [f"## {escaped(words(result.title, lang))}", ""]
    if result.what_if:
        lines += [f"**{WHAT_IF.pick(lang)}{escaped(words(', '.join(result.what_if), lang))}**", ""]
    if result.lead:
        lines += [f"- {begun(words(label, lang))}: {escaped(words(cell, lang))}" for label, cell in result.lead] + [""]
    if result.rows and columns:
        lines.append(_row(escaped(column.title.pick(lang)) for column in columns))
        lines.append(_row("---:" if column.kind == "number" else "---" for column in columns))
        lines += [_row(escaped(cell) for cell in row_cells(columns, row, numbered)) for row in result.rows]
        lines.append("")
    lines += [f"{number}. {begun(note)}" for note, number in numbered.notes.items()]
    lines += [f"- {begun(words(note.text, lang))}" for note in result.notes]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return a text whose markdown characters are shown and not obeyed."""
    return SPECIAL.sub(r"\\\1", text)


def begun(text: str) -> str:
    """Return a text that begins a line, escaped so that it begins no list of its own."""
    return LIST.sub(r"\1\\", escaped(text))
