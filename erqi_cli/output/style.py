"""How an output is to look: language, colour, width and encoding, settled once at the edge."""

from typing import Literal, NamedTuple

from erqi_cli.i18n.language import Lang

Format = Literal["table", "chart", "json", "csv", "markdown"]


class Style(NamedTuple):
    """How an output is to look.

    `width` is the terminal's in cells, None for the natural width of the output. `unicode` is
    whether the output can show characters beyond ASCII.
    """

    format: Format = "table"
    lang: Lang = "en"
    color: bool = False
    width: int | None = None
    unicode: bool = True
