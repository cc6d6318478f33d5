"""The writers by the name of their format."""

from typing import TypeVar

from erqi_cli.output.style import Style
from erqi_cli.results.result import Result, Row

OtherRow = TypeVar("OtherRow")


def written(result: Result[Row], style: Style, below: Result[OtherRow] | None = None) -> str:
    """Return the result as the text of the style's format.

    Tables and markdown have a second result `below` it, after an empty line.
    """
    text = _written(result, style)
    if below is None or style.format not in ("table", "markdown"):
        return text
    return f"{text}\n{_written(below, style)}"


def _written(result: Result[Row], style: Style) -> str:
    if style.format == "table":
        from erqi_cli.output.terminal.table import table_text

        return table_text(result, style)
    if style.format == "chart":
        from erqi_cli.output.terminal.chart import chart_text

        return chart_text(result, style)
    if style.format == "markdown":
        from erqi_cli.output.text.markdown import markdown_text

        return markdown_text(result, style)
    from erqi_cli.output.text.json_csv import csv_text, json_text

    return json_text(result) if style.format == "json" else csv_text(result)
