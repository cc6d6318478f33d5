"""Reads a user's file into text: what it is, how large, in which encoding, free of hidden characters."""

import errno
import io
import os
import re
import stat
import sys
from collections.abc import Callable
from itertools import islice
from typing import IO

from erqi_cli.errors import MOST, Failure, Place, Problem, failure
from erqi_cli.language import Text
from erqi_cli.plan.spool import let_go, no_room, temporary

Stream = io.RawIOBase | io.BufferedIOBase
LIMIT_MIB = 4
STDIN_LIMIT_MIB = 4096
"""What is read from standard input waits in a temporary file, for it cannot be read twice."""
CHUNK = 1 << 20
STDIN = "-"
BREAK = re.compile(r"\r\n|\n|\r")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
MAGIC = {
    b"\x1f\x8b": Text("gzip 压缩文件", "a gzip archive"),
    b"PK\x03\x04": Text("xlsx 或 zip 文件", "an xlsx or zip file"),
    b"\xd0\xcf\x11\xe0": Text("旧版 Excel（xls）文件", "an old Excel (xls) file"),
    b"%PDF": Text("PDF 文件", "a PDF file"),
    b"<!DOCTYPE": Text("网页（HTML）", "a web page (HTML)"),
    b"<!doctype": Text("网页（HTML）", "a web page (HTML)"),
    b"<html": Text("网页（HTML）", "a web page (HTML)"),
}
MARKS = {b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read_bytes(path: str, limit_mib: int = LIMIT_MIB) -> bytes:
    """Return the bytes of a regular file, or of standard input for `-`; raise Failure (E1xx, E201)."""
    limit = limit_mib << 20
    data = _read_stdin(limit + 1) if path == STDIN else _read_regular(path, limit)
    if len(data) > limit:
        raise failure("E201", file=path, limit=limit_mib)
    return data


def open_bytes(path: str) -> Callable[[], Stream]:
    """Return what opens a regular file of any size, or standard input, as often as it is called; it raises Failure (E1xx)."""
    if path == STDIN:
        return _kept_stdin(STDIN_LIMIT_MIB)
    return lambda: _Unbuffered(_open_regular(path), path)


class _Kept:
    """Opens a temporary file as often as it is called, one reader after the other; it goes when nobody can call any more."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def __call__(self) -> Stream:
        """Return a reader that begins at the start."""
        self.stream.seek(0)
        return _Again(self.stream)

    def __del__(self) -> None:
        """Close the file."""
        let_go(self.stream)


class _Again(io.RawIOBase):
    """A reader whose closing leaves the file open for the next one."""

    def __init__(self, kept: IO[bytes]) -> None:
        self.kept = kept

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        return self.kept.read(-1 if size is None else size)


class _Unbuffered(io.FileIO):
    """A file whose faults while it is read are Failures."""

    def __init__(self, descriptor: int, path: str) -> None:
        super().__init__(descriptor, "rb")
        self.path = path

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        try:
            return super().read(size) or b""
        except OSError as error:
            raise _unreadable(self.path, error) from None


def _read_stdin(limit: int) -> bytes:
    if sys.stdin is None:
        raise failure("E104", path=STDIN, reason=os.strerror(errno.EBADF))
    try:
        return sys.stdin.buffer.read(limit)
    except (OSError, ValueError) as error:
        raise _unreadable(STDIN, error) from None


def _kept_stdin(limit_mib: int) -> _Kept:
    """Return all of standard input in a temporary file; raise Failure (E104, E201, E702)."""
    kept = temporary()
    try:
        _keep_stdin(kept, limit_mib)
    except BaseException:
        let_go(kept)
        raise
    return _Kept(kept)


def _keep_stdin(kept: IO[bytes], limit_mib: int) -> None:
    while data := _read_stdin(CHUNK):
        try:
            kept.write(data)
        except OSError as error:
            raise no_room(error) from None
        if kept.tell() > limit_mib << 20:
            raise failure("E201", file=STDIN, limit=limit_mib)


def _read_regular(path: str, limit: int) -> bytes:
    with _Unbuffered(_open_regular(path), path) as stream:
        if os.fstat(stream.fileno()).st_size > limit:
            return bytes(limit + 1)
        return b"".join(iter(lambda: stream.read(limit + 1), b""))[: limit + 1]


def _open_regular(path: str) -> int:
    """Return a descriptor of a regular file; a pipe, device or directory is refused before it is read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise failure("E102", path=path, what=_what(mode))
    return descriptor


def _unreadable(path: str, error: OSError | ValueError) -> Failure:
    number = getattr(error, "errno", None)
    if number == errno.ENOENT:
        return failure("E101", path=path)
    if number in (errno.EACCES, errno.EPERM):
        return failure("E103", path=path)
    if number in (errno.ENXIO, errno.EISDIR):
        return failure("E102", path=path, what=Text("特殊文件", "a special file"))
    return failure("E104", path=path, reason=getattr(error, "strerror", None) or str(error))


def _what(mode: int) -> Text:
    if stat.S_ISDIR(mode):
        return Text("目录", "a directory")
    if stat.S_ISFIFO(mode):
        return Text("管道", "a named pipe")
    return Text("设备或套接字", "a device or socket")


def decode(data: bytes, file: str) -> str:
    """Return UTF-8 bytes as text; raise Failure (E202, E215–E218, E309) with every hidden character placed."""
    refuse_other_formats(data, file)
    if name := encoding_by_mark(data):
        raise failure("E202", file=file, encoding=name, iconv=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, file) from None
    if problems := _hidden(text, file):
        raise Failure(problems)
    if not text.strip():
        raise failure("E215", file=file)
    return text


def refuse_other_formats(data: bytes, file: str) -> None:
    """Raise Failure E217 where the first bytes are those of an archive, a workbook or a web page."""
    start = data[:200].lstrip()
    for magic, what in MAGIC.items():
        if start.startswith(magic):
            raise failure("E217", file=file, what=what)


def encoding_by_mark(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 where a byte order mark or the zero bytes of ASCII text show it."""
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return name
    head = data[:64]
    if head[:1] and head.count(0) * 2 >= len(head) - 1 and head.strip(b"\0"):
        return "UTF-32" if head.count(0) * 4 >= len(head) * 3 - 4 else "UTF-16"
    return None


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Failure:
    before = data[: error.start].decode("utf-8", "replace")
    line = len(BREAK.findall(before)) + 1
    column = len(BREAK.split(before)[-1].lstrip("\ufeff")) + 1
    try:
        data.decode("gb18030")
        encoding = Text("GBK/GB18030（中文 Windows 的编码）", "GBK/GB18030 (the encoding of Chinese Windows)")
        remedy = None
    except UnicodeDecodeError:
        encoding = Text("未知编码，或在一个字符中间被截断", "an unknown encoding, or cut inside a character")
        remedy = Text("请把文件另存为 UTF-8", "save the file as UTF-8")
    values: dict[str, object] = {"encoding": encoding, "iconv": "GB18030"}
    return Failure([Problem("E202", values, file, Place(line, column), remedy=remedy)])


def _hidden(text: str, file: str) -> list[Problem]:
    rules = (("E216", CONTROL), ("E309", HIDDEN), ("E218", CONFLICT))
    found = [(code, match) for code, rule in rules for match in islice(rule.finditer(text), MOST)]
    if not found:
        return []
    starts, lines = line_starts(text), BREAK.split(text)
    problems = []
    for code, match in sorted(found, key=lambda pair: pair[1].start())[:MOST]:
        place = place_of(match.start(), starts)
        problems.append(Problem(code, {"char": f"U+{ord(match[0][0]):04X}"}, file, place, lines[place.line - 1]))
    return problems


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of a text begins."""
    return [0, *(match.end() for match in BREAK.finditer(text))]


def place_of(offset: int, starts: list[int]) -> Place:
    """Return the line and column of an offset."""
    from bisect import bisect_right

    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)
