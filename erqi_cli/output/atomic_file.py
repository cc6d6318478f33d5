"""Where output goes: to standard output, or to a file that is written completely or not at all."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import IO

from erqi_cli.errors import failure

BYTES_PER_WRITE = 1 << 20
"""Output of no more bytes waits in memory, longer output in a temporary file."""
TEMPORARY_FOLDER_VARIABLES = ("TMPDIR", "TEMP", "TMP")
FOLDER_ON_DISK = "/var/tmp"  # noqa: S108 -- files in it have names that nobody can guess
USUAL_FOLDER = "/tmp"  # noqa: S108 -- only a name in a message
NEW_FILE_MODE = 0o666


def to_stdout(data: bytes) -> None:
    """Write to standard output and flush it; raises Failure E703.

    If the reader is gone, BrokenPipeError ends the process.
    """
    _write_to_stdout([data])


def _write_to_stdout(parts: Iterable[bytes]) -> None:
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # the caller closed standard output
        raise failure("E703", reason=os.strerror(errno.EBADF))
    try:
        for data in parts:
            buffer.write(data)
        buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise failure("E703", reason=_reason(error)) from None


def to_file(data: bytes, path: str, *, replace: bool = True) -> None:
    """Write a file completely or not at all.

    The data goes to a new file in the same folder, to the disk, and only then under the name.
    Raises Failure E701 (the file exists and may not be replaced) and E702 (it cannot be written).
    """
    if not replace and os.path.lexists(path):
        raise failure("E701", path=path)
    with _faults_as_failure(path, OSError, ValueError):
        if _is_special(path):
            with open(path, "wb") as stream:
                stream.write(data)
        elif replace:
            with _replacement_of(os.path.realpath(path)) as stream:
                stream.write(data)
        else:
            _create(os.path.realpath(path), data)


def _is_special(path: str) -> bool:
    """Return whether a path is a device or a pipe, which is written to and never replaced."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextlib.contextmanager
def atomic_output(path: str | None) -> Iterator[IO[bytes]]:
    """Yield a binary file to fill. What is in it is written when the block ends.

    It goes to a path, or to standard output for None and `-`. If the block fails, nothing is
    written. Raises Failure E702 and E703, as `to_file` and `to_stdout` do.
    """
    to_standard_output = path is None or path == "-"
    if path is not None and not to_standard_output and not _is_special(path):
        with _faults_as_failure(path, OSError), _replacement_of(os.path.realpath(path)) as stream:
            yield stream
        return
    folder = _temporary_folder()
    with _temporary_file(folder) as stream:
        with _faults_as_failure(folder or _chosen_folder(), OSError):
            yield stream
            stream.seek(0)
        parts = iter(lambda: stream.read(BYTES_PER_WRITE), b"")
        if path is None or to_standard_output:
            _write_to_stdout(parts)
        else:
            with _faults_as_failure(path, OSError), open(path, "wb") as target:
                target.writelines(parts)


@contextlib.contextmanager
def _temporary_file(folder: str | None) -> Iterator[IO[bytes]]:
    """Yield a temporary file without a name, in this folder or in the system's."""
    from tempfile import SpooledTemporaryFile

    stream = SpooledTemporaryFile(BYTES_PER_WRITE, dir=folder)  # noqa: SIM115 -- closed below
    try:
        yield stream
    finally:
        with contextlib.suppress(OSError):  # data that did not fit on the disk, reported before
            stream.close()


def _temporary_folder() -> str | None:
    """Return a folder on a disk, since /tmp may be memory; None if the user chose a folder."""
    if _folder_from_environment() or not os.access(FOLDER_ON_DISK, os.W_OK):
        return None
    return FOLDER_ON_DISK


def _chosen_folder() -> str:
    """Return the folder that the user chose for temporary files, or the usual one."""
    return _folder_from_environment() or USUAL_FOLDER


def _folder_from_environment() -> str | None:
    for variable in TEMPORARY_FOLDER_VARIABLES:
        folder = os.environ.get(variable)
        if folder:
            return folder
    return None


@contextlib.contextmanager
def _faults_as_failure(path: str, *faults: type[Exception]) -> Iterator[None]:
    """Turn the faults of writing a file into Failure E701 or E702."""
    try:
        yield
    except FileExistsError:
        raise failure("E701", path=path) from None
    except faults as error:
        raise failure("E702", path=path, reason=_reason(error)) from None


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


@contextlib.contextmanager
def _replacement_of(path: str) -> Iterator[IO[bytes]]:
    """Yield a new file; when the block ends, it takes the place of the one at this path."""
    with _temp_beside(path) as (stream, temporary):
        yield stream
        _finish(stream, path)
        os.replace(temporary, path)


def _create(path: str, data: bytes) -> None:
    """Write a file that must not exist; raises FileExistsError if it does."""
    with _temp_beside(path) as (stream, temporary):
        stream.write(data)
        _finish(stream, path)
        _link_into_place(temporary, path, data)


@contextlib.contextmanager
def _temp_beside(path: str) -> Iterator[tuple[IO[bytes], str]]:
    """Yield a new file in the folder of a path, and its name; it is removed at the end."""
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    folder = os.path.dirname(path) or "."
    temporary = os.path.join(folder, f".erqi-{os.urandom(8).hex()}")
    try:
        with open(temporary, "xb", opener=_open_for_owner) as stream:
            yield stream, temporary
        _fsync_dir(folder)
    finally:  # a signal ends a run with SystemExit, which passes here too
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def _open_for_owner(path: str, flags: int) -> int:
    """Open a new file that only its owner may read until `_finish` sets its permissions."""
    return os.open(path, flags, 0o600)


def _finish(stream: IO[bytes], path: str) -> None:
    """Bring a temporary file to the disk, with the permissions of the file at `path`."""
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    os.chmod(stream.name, _mode(path))


def _link_into_place(temporary: str, path: str, data: bytes) -> None:
    """Give a finished file its name; raises FileExistsError if the name is taken."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # the file system has no links
        with open(path, "xb") as stream:
            stream.write(data)
    os.unlink(temporary)


def _fsync_dir(folder: str) -> None:
    """Bring a new name in a folder to the disk, if the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mode(path: str) -> int:
    """Return the permissions of the file at a path; those of a new file if there is none."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return NEW_FILE_MODE & ~mask
