"""Where large things wait: temporary files that have no name, held in memory while they are small."""

import contextlib
import os
from typing import IO

from erqi_cli.errors import Failure, failure

IN_MEMORY = 1 << 20
"""A temporary file up to this many bytes never reaches a disk."""
CHOSEN = ("TMPDIR", "TEMP", "TMP")
ROOMY = "/var/tmp"  # noqa: S108 -- the files in it have no name that another user could guess


def temporary() -> IO[bytes]:
    """Return a temporary file to write and read; it is gone when it is closed, and when the process ends."""
    from tempfile import SpooledTemporaryFile

    return SpooledTemporaryFile(IN_MEMORY, dir=_folder())


def let_go(stream: IO[bytes]) -> None:
    """Close a temporary file; what it could not hold before, it does not complain about once more."""
    with contextlib.suppress(OSError):
        stream.close()


def _folder() -> str | None:
    """Return where it is kept: where the user says, else on a disk, since /tmp may be memory."""
    if any(map(os.environ.get, CHOSEN)) or not os.access(ROOMY, os.W_OK):
        return None
    return ROOMY


def no_room(error: OSError) -> Failure:
    """Return the failure of a temporary file that cannot be written."""
    chosen = next(filter(None, map(os.environ.get, CHOSEN)), "/tmp")  # noqa: S108 -- to name it, not to use it
    return failure("E702", path=_folder() or chosen, reason=error.strerror or str(error))
