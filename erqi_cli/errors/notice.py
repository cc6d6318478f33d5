"""A notice as a value: something doubtful that stops nothing, and what to write instead."""

from typing import NamedTuple

from erqi_cli.errors.place import Place
from erqi_cli.i18n.text import Text


class Notice(NamedTuple):
    """One thing that is doubtful.

    `values` fill the catalogue's text for `code`: N1xx of a plan, N5xx of a ledger.
    """

    code: str
    values: dict[str, object]
    file: str | None = None
    place: Place | None = None

    @property
    def text(self) -> Text:
        """What is doubtful and what to write, in both languages."""
        from erqi_cli.errors.catalog.notices import NOTICES

        return NOTICES[self.code].fill(**self.values)
