"""Reads a document that is a text file."""

import io
from functools import partial

from erqi_cli.parsing.figures.source_text import SourceText, source_text
from erqi_cli.readers.encoding import CODECS, encoding_of
from erqi_cli.readers.source import read_bytes, refuse_other_formats

MAX_SIZE_MIB = 1
"""The largest document: some 350,000 Chinese characters."""


def read_document(path: str) -> SourceText:
    """Return the text of a document in UTF-8, UTF-16 or GB18030.

    Raises Failure E1xx if the file cannot be read, E201 if it is too large, E202 if its encoding is
    unknown, E215 if it is empty and E217 if it is not a text.
    """
    data = read_bytes(path, MAX_SIZE_MIB)
    refuse_other_formats(data, path)
    encoding = encoding_of(partial(io.BytesIO, data), path)
    original = data.decode(CODECS[encoding])
    return source_text(original, path, encoding)
