"""Appends rows to a ledger, in the file's own form.

A row is written under a lock, complete or not at all, and on disk before the command ends.
"""

import codecs
import contextlib
import csv
import errno
import io
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator

from erqi_cli.calc.decimals import plain
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind, ObservationStatus
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text
from erqi_cli.output.atomic_file import to_file
from erqi_cli.parsing.ledger_row import CELLS
from erqi_cli.readers.source import missing_file
from erqi_cli.readers.table.formula_injection import safe
from erqi_cli.readers.table.table import Layout

COLUMNS = CELLS[:-1]
"""The columns of a new ledger; values are in their targets' units, so none is for a unit."""
NEW = Layout("UTF-8", ",", "\n", COLUMNS)
WAIT = 60
"""Seconds that another process may hold the lock."""
PAUSE = 0.02
Row = dict[str, str]


def cells_of(observation: Observation, target: Target) -> Row:
    """Return an observation of a target as the cells of a ledger's row, by column."""
    value = ""
    if observation.value is not None:
        value = plain(observation.value)
        if target.kind is Kind.SHARE:
            value += "%"
    growth = ""
    if observation.growth is not None:
        growth = f"{plain(observation.growth)}%"
    note = ""
    if observation.note is not None:
        note = observation.note.zh
    return {
        "target": observation.target,
        "period": observation.period.text,
        "value": value,
        "growth": growth,
        "status": observation.status,
        "published": observation.published or "",
        "source": safe(observation.source or ""),
        "note": safe(note),
    }


def append(path: str, row: Row, examine: Callable[[], Layout], *, create: bool) -> None:
    """Add one row, its cells by column, to a ledger.

    `examine` reads the ledger while nobody else can write to it, and returns its layout; it raises
    Failure if the row may not be added. Earlier rows never change: the row is written after them
    in one piece and synced, and removed again if that fails. With `create` a missing ledger is
    created, with its headings.
    Raises Failure (E101, E102, E105, E515, E702, E704).
    """
    if not os.path.lexists(path):
        if not create:
            raise failure("E105", path=path)
        with contextlib.suppress(FileExistsError):
            _create(path, row)
            return
    while not _appended(path, row, examine, create=create):
        pass


def _appended(path: str, row: Row, examine: Callable[[], Layout], *, create: bool) -> bool:
    """Append the row; return False if the path was replaced meanwhile, and the caller retries."""
    try:
        with _locked(path) as descriptor:
            is_new = create and os.fstat(descriptor).st_size == 0
            if is_new:
                layout = NEW
                text = _new_ledger(row)
            else:
                layout = examine()
                text = _line(_cells(row, layout), layout)
            _write(descriptor, layout, text)
            return _is_still(path, descriptor)
    except OSError as error:
        raise failure("E702", path=path, reason=error.strerror or str(error)) from None


def _create(path: str, row: Row) -> None:
    """Create a ledger with one row; raises FileExistsError if another process was quicker."""
    content = _new_ledger(row)
    try:
        to_file(content.encode(), path, replace=False)
    except Failure as fault:
        if fault.problems[0].code == "E701":
            raise FileExistsError(path) from None
        raise


def _new_ledger(row: Row) -> str:
    """Return the text of a ledger that holds one row."""
    headings = _line(list(COLUMNS), NEW)
    return headings + _line(_cells(row, NEW), NEW)


def _write(descriptor: int, layout: Layout, text: str) -> None:
    """Write a text at the end of the file and sync it; remove it again if that fails."""
    size = os.fstat(descriptor).st_size
    codec = _codec(descriptor, layout)
    if size and not _ends_a_line(descriptor, size, codec):
        text = layout.ending + text
    data = text.encode(codec)
    try:
        _check(os.write(descriptor, data), len(data))
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _codec(descriptor: int, layout: Layout) -> str:
    """Return the codec that writes a file's encoding without another byte order mark."""
    if layout.encoding != "UTF-16":
        return layout.encoding
    os.lseek(descriptor, 0, os.SEEK_SET)
    mark = os.read(descriptor, len(codecs.BOM_UTF16_BE))
    if mark == codecs.BOM_UTF16_BE:
        return "utf-16-be"
    return "utf-16-le"


def _check(written: int, wanted: int) -> None:
    """Raise OSError if only a part could be written, as on a full disk."""
    if written != wanted:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _ends_a_line(descriptor: int, size: int, codec: str) -> bool:
    """Tell whether the file's last character ends a line."""
    line_feed = "\n".encode(codec)
    carriage_return = "\r".encode(codec)
    width = len(line_feed)
    os.lseek(descriptor, max(size - width, 0), os.SEEK_SET)
    last = os.read(descriptor, width)
    return last in (line_feed, carriage_return)


def _cells(row: Row, layout: Layout) -> list[str]:
    """Return a row in the columns of the ledger.

    Raises Failure E515 if the ledger has no column for something that was given.
    """
    for name, cell in row.items():
        if not cell or name in layout.order:
            continue
        if name == "status" and cell == ObservationStatus.PROVISIONAL:
            # A ledger without the column means this status.
            continue
        raise failure("E515", column=name)
    return [row.get(name, "") for name in layout.order]


def _line(cells: list[str], layout: Layout) -> str:
    stream = io.StringIO()
    writer = csv.writer(
        stream,
        delimiter=layout.separator,
        lineterminator=layout.ending,
    )
    writer.writerow(cells)
    return stream.getvalue()


@contextlib.contextmanager
def _locked(path: str) -> Iterator[int]:
    """Open a ledger for appending and hold its lock; reopen it if it was replaced meanwhile."""
    until = time.monotonic() + WAIT
    while True:
        descriptor = _opened(path)
        try:
            _lock(descriptor, path, until)
            if _is_still(path, descriptor):
                yield descriptor
                return
        finally:
            os.close(descriptor)  # which also gives the lock up


def _opened(path: str) -> int:
    """Return the descriptor of a regular file; raises Failure E102, E105, E702."""
    flags = os.O_RDWR | os.O_APPEND
    for name in ("O_BINARY", "O_NONBLOCK"):
        # Each exists on some systems only.
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        if os.path.islink(path):
            raise missing_file(path) from None
        raise failure("E105", path=path) from None
    except IsADirectoryError:
        raise failure("E102", path=path, what=Text("目录", "a directory")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise failure("E702", path=path, reason=reason) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise failure("E102", path=path, what=Text("特殊文件", "a special file"))
    return descriptor


def _is_still(path: str, descriptor: int) -> bool:
    """Tell whether a path still leads to the open file."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int, path: str, until: float) -> None:
    """Take the lock that `erqi record` takes; raises Failure E704 if it is held too long."""
    while not _taken(descriptor):
        if time.monotonic() > until:
            raise failure("E704", path=path, seconds=WAIT)
        time.sleep(PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        # The byte is far behind the end, so that readers are not shut out.
        os.lseek(descriptor, 1 << 40, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
