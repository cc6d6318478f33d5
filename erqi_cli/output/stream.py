"""Where output goes: standard output in one piece, or a file that is written whole or not at all."""

import contextlib
import errno
import os
import stat
import sys

from erqi_cli.errors import failure


def to_stdout(data: bytes) -> None:
    """Write to standard output and flush; raise Failure E703 where that fails. A reader that is gone ends the process."""
    try:
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            raise failure("E703", reason=os.strerror(errno.EBADF))
        buffer.write(data)
        buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise failure("E703", reason=getattr(error, "strerror", None) or str(error)) from None


def to_file(data: bytes, path: str, *, replace: bool = True) -> None:
    """Write a file whole or not at all; raise Failure E701 where it exists and may not be replaced, E702 on a fault.

    The data goes to a new file beside the target, to the disk, and only then under the target's name.
    """
    if not replace and os.path.lexists(path):
        raise failure("E701", path=path)
    try:
        if _is_special(path):
            with open(path, "wb") as stream:
                stream.write(data)
        else:
            _replace(os.path.realpath(path), data, replace=replace)
    except FileExistsError:
        raise failure("E701", path=path) from None
    except (OSError, ValueError) as error:
        raise failure("E702", path=path, reason=getattr(error, "strerror", None) or str(error)) from None


def _is_special(path: str) -> bool:
    """Tell whether a path is a device or pipe, which is written to and never replaced."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _replace(path: str, data: bytes, *, replace: bool) -> None:
    import tempfile

    if os.path.isdir(path):
        raise IsADirectoryError(21, os.strerror(21))
    descriptor, beside = tempfile.mkstemp(prefix=".erqi-", dir=os.path.dirname(path) or ".")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(beside, _mode(path))
        if replace:
            os.replace(beside, path)
        else:
            _put(beside, path, data)
        _settle(os.path.dirname(path) or ".")
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _put(beside: str, path: str, data: bytes) -> None:
    """Give a finished file its name unless that is taken; where links are unknown, write it under the name."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        with open(path, "xb") as stream:
            stream.write(data)
    os.unlink(beside)


def _settle(folder: str) -> None:
    """Bring a new name in a folder to the disk, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mode(path: str) -> int:
    """Return the permissions of the file to be replaced, or those that a new file gets."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
