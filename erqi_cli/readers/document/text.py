"""Reads a document in a text file, in any of the encodings that offices use."""

import io
from functools import partial

from erqi_cli.parsing.figures.source_text import Prose, prose_of
from erqi_cli.readers.encoding import CODECS, encoding_of
from erqi_cli.readers.source import read_bytes, refuse_other_formats

LIMIT_MIB = 1
"""The size of a document: some 350,000 Chinese characters."""


def read_document_text(path: str) -> Prose:
    """Return the text of a document in UTF-8, UTF-16 or GB18030.

    Raises Failure (E1xx, E201, E202, E215, E217).
    """
    data = read_bytes(path, LIMIT_MIB)
    refuse_other_formats(data, path)
    encoding = encoding_of(partial(io.BytesIO, data), path)
    return prose_of(data.decode(CODECS[encoding]), path, encoding)
