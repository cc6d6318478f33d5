"""Where output goes: standard output in one piece, or a file that is written whole or not at all."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from erqi_cli.errors import failure

PART = 1 << 20
"""How many bytes go out at a time; output of no more waits in memory, longer output on a disk."""
CHOSEN = ("TMPDIR", "TEMP", "TMP")
ROOMY = "/var/tmp"  # noqa: S108 -- the files in it have no name that another user could guess


def to_stdout(data: bytes) -> None:
    """Write to standard output and flush; raise Failure E703 where that fails. A reader that is gone ends the process."""
    _to_stdout([data])


def _to_stdout(parts: Iterable[bytes]) -> None:
    try:
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            raise failure("E703", reason=os.strerror(errno.EBADF))
        for data in parts:
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
    with _reported(path, OSError, ValueError):
        if _is_special(path):
            with open(path, "wb") as stream:
                stream.write(data)
        else:
            _replace(os.path.realpath(path), data, replace=replace)


def _is_special(path: str) -> bool:
    """Tell whether a path is a device or pipe, which is written to and never replaced."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextlib.contextmanager
def whole(path: str | None) -> Iterator[IO[bytes]]:
    """Lend a binary file to fill, and deliver it when it is full: to a path, or to standard output for None and `-`.

    Where filling it fails, nothing is delivered at all; raises Failure E702 and E703 as `to_file` and `to_stdout` do.
    """
    if path not in (None, "-") and not _is_special(path):
        with _reported(path, OSError), _beside(os.path.realpath(path), os.replace) as stream:
            yield stream
        return
    folder = _temporary_folder()
    with _temporary(folder) as stream:
        with _reported(folder or _system_folder(), OSError):
            yield stream
            stream.seek(0)
        parts = iter(lambda: stream.read(PART), b"")
        if path in (None, "-"):
            _to_stdout(parts)
        else:
            with _reported(path, OSError), open(path, "wb") as target:
                target.writelines(parts)


@contextlib.contextmanager
def _temporary(folder: str | None) -> Iterator[IO[bytes]]:
    """Lend a temporary file without a name, in a folder or in the system's."""
    from tempfile import SpooledTemporaryFile

    stream = SpooledTemporaryFile(PART, dir=folder)  # noqa: SIM115 -- its closing may fail
    try:
        yield stream
    finally:
        with contextlib.suppress(OSError):  # what did not fit before does not fit now
            stream.close()


def _temporary_folder() -> str | None:
    """Return a folder on a disk, since /tmp may be memory; None where the user chose another."""
    if any(map(os.environ.get, CHOSEN)) or not os.access(ROOMY, os.W_OK):
        return None
    return ROOMY


def _system_folder() -> str:
    """Return the name of the folder that the user chose for temporary files, else the usual one."""
    return next(filter(None, map(os.environ.get, CHOSEN)), "/tmp")  # noqa: S108 -- only a name


@contextlib.contextmanager
def _reported(path: str, *faults: type[Exception]) -> Iterator[None]:
    """Turn a fault of writing a file into a Failure."""
    try:
        yield
    except FileExistsError:
        raise failure("E701", path=path) from None
    except faults as error:
        raise failure("E702", path=path, reason=getattr(error, "strerror", None) or str(error)) from None


def _replace(path: str, data: bytes, *, replace: bool) -> None:
    with _beside(path, os.replace if replace else lambda beside, path: _put(beside, path, data)) as stream:
        stream.write(data)


@contextlib.contextmanager
def _beside(path: str, put: Callable[[str, str], None]) -> Iterator[IO[bytes]]:
    """Lend a new file beside a path; when it is full, bring it to the disk and `put` it in place."""
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    beside = os.path.join(os.path.dirname(path) or ".", f".erqi-{os.urandom(8).hex()}")
    try:
        with open(beside, "xb", opener=_private) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(beside, _mode(path))
        put(beside, path)
        _settle(os.path.dirname(path) or ".")
    finally:  # a signal ends a run with SystemExit, which passes here too
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)


def _private(path: str, flags: int) -> int:
    """Open a new file that only its owner may read, until it has the permissions of the one that it replaces."""
    return os.open(path, flags, 0o600)


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
