"""The shape of one entry of the catalogue."""

from typing import NamedTuple

from erqi_cli.i18n.text import Text


class Entry(NamedTuple):
    """The texts of one error code: the message, the remedy, and what `erqi explain CODE` adds."""

    message: Text
    hint: Text
    more: Text
