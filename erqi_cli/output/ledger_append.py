"""Appends a row to a ledger, under a lock and in the file's own form.

A row is written completely or not at all, and is on disk before the command says so.
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
"""The columns of a new ledger; a unit needs none, for values are written in their targets'."""
NEW = Layout("UTF-8", ",", "\n", COLUMNS)
WAIT = 60
"""Seconds that another process may hold the lock."""
PAUSE = 0.02
Row = dict[str, str]


def cells_of(observation: Observation, target: Target) -> Row:
    """Return an observation of a target as the cells of a ledger's row, by column."""
    sign = "%" if target.kind is Kind.SHARE else ""
    value, growth = observation.value, observation.growth
    return {
        "target": observation.target,
        "period": observation.period.text,
        "value": "" if value is None else plain(value) + sign,
        "growth": "" if growth is None else f"{plain(growth)}%",
        "status": observation.status,
        "published": observation.published or "",
        "source": safe(observation.source or ""),
        "note": safe(observation.note.zh if observation.note else ""),
    }


def append(path: str, row: Row, examine: Callable[[], Layout], *, create: bool) -> None:
    """Add one row, its cells by column, to a ledger.

    `examine` reads the ledger while nobody else can write to it, and returns its layout. It raises
    Failure if the row may not be added. Earlier rows are never changed. The new row is written in
    one piece and synced to disk; if that fails, it is removed again. With `create` a missing ledger
    is made, with its headings.
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
    """Write the row; return False if the file was replaced meanwhile.

    Then the row went into the replaced file, and the caller tries again.
    """
    try:
        with _locked(path) as descriptor:
            empty = create and os.fstat(descriptor).st_size == 0
            layout = NEW if empty else examine()
            head = _line(list(COLUMNS), NEW) if empty else ""
            _write(descriptor, layout, head + _line(_cells(row, layout), layout))
            return _is_still(path, descriptor)
    except OSError as error:
        raise failure("E702", path=path, reason=error.strerror or str(error)) from None


def _create(path: str, row: Row) -> None:
    """Make a ledger with one row, completely and on disk.

    Raises FileExistsError if another process was quicker.
    """
    content = _line(list(COLUMNS), NEW) + _line(_cells(row, NEW), NEW)
    try:
        to_file(content.encode(), path, replace=False)
    except Failure as fault:
        if fault.problems[0].code == "E701":
            raise FileExistsError(path) from None
        raise


def _write(descriptor: int, layout: Layout, text: str) -> None:
    size, codec = os.fstat(descriptor).st_size, _codec(descriptor, layout)
    missing = "" if not size or _ends_a_line(descriptor, size, codec) else layout.ending
    data = (missing + text).encode(codec)
    try:
        _check(os.write(descriptor, data), len(data))
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _codec(descriptor: int, layout: Layout) -> str:
    """Return the codec that writes the encoding of a file without another byte order mark."""
    if layout.encoding != "UTF-16":
        return layout.encoding
    os.lseek(descriptor, 0, os.SEEK_SET)
    mark = os.read(descriptor, len(codecs.BOM_UTF16_BE))
    return "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"


def _check(written: int, wanted: int) -> None:
    """Raise OSError where only a part could be written, as on a disk that is full."""
    if written != wanted:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _ends_a_line(descriptor: int, size: int, codec: str) -> bool:
    """Tell whether the file's last character ends a line."""
    ends = [mark.encode(codec) for mark in ("\n", "\r")]
    width = len(ends[0])
    os.lseek(descriptor, max(size - width, 0), os.SEEK_SET)
    return os.read(descriptor, width) in ends


def _cells(row: Row, layout: Layout) -> list[str]:
    """Return a row in the columns of the ledger.

    Raises Failure E515 if the ledger has no column for something that was given.
    """
    for name, cell in row.items():
        if (
            cell
            and name not in layout.order
            and (name, cell) != ("status", ObservationStatus.PROVISIONAL)
        ):
            raise failure("E515", column=name)
    return [row.get(name, "") for name in layout.order]


def _line(cells: list[str], layout: Layout) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=layout.separator, lineterminator=layout.ending).writerow(cells)
    return stream.getvalue()


@contextlib.contextmanager
def _locked(path: str) -> Iterator[int]:
    """Open a ledger for appending and hold its lock; reopen it if it was replaced."""
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
    try:
        descriptor = os.open(
            path,
            os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0),
        )
    except FileNotFoundError:
        if os.path.islink(path):
            raise missing_file(path) from None
        raise failure("E105", path=path) from None
    except IsADirectoryError:
        raise failure("E102", path=path, what=Text("目录", "a directory")) from None
    except (OSError, ValueError) as error:
        raise failure(
            "E702", path=path, reason=getattr(error, "strerror", None) or str(error)
        ) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise failure("E102", path=path, what=Text("特殊文件", "a special file"))
    return descriptor


def _is_still(path: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int, path: str, until: float) -> None:
    """Take the lock that every `record` takes.

    Raises Failure E704 if another process holds it too long.
    """
    while not _taken(descriptor):
        if time.monotonic() > until:
            raise failure("E704", path=path, seconds=WAIT)
        time.sleep(PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        os.lseek(
            descriptor, 1 << 40, os.SEEK_SET
        )  # far behind the end, so that readers are not shut out
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
