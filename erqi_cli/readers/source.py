"""Reads a user's file into text: its format, size and encoding, free of hidden characters."""

import errno
import io
import os
import re
import stat
import sys
from functools import partial
from itertools import islice

from erqi_cli.errors import MOST, Failure, Problem, failure
from erqi_cli.errors.place import BREAK, line_starts, place_of
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.invisible import CONTROL, HIDDEN
from erqi_cli.readers.encoding import CODECS, NOT_TEXT, Source, encoding_of

LIMIT_MIB = 4
STDIN_LIMIT_MIB = 256
"""A CSV on standard input is held in memory: it is read more than once."""
STDIN = "-"
NEW_PLAN = Text(
    "请检查路径；用 erqi init 可新建一份计划",
    "check the path; `erqi init` makes a new plan",
)
WEB_PAGE_NAME = Text("网页（HTML）", "a web page (HTML)")
XML_NAME = Text("XML 文件", "an XML file")
BROKEN_LINK = Text(
    "{path} 是指向 {target} 的链接，而该文件不存在；请修正或删除链接",
    "{path} is a link to {target}, which does not exist: correct or remove the link",
)
CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
MAGIC = {
    b"\x1f\x8b": Text("gzip 压缩文件", "a gzip archive"),
    b"BZh91AY": Text("bzip2 压缩文件", "a bzip2 archive"),
    b"\xfd7zXZ\x00": Text("xz 压缩文件", "an xz archive"),
    b"\x28\xb5\x2f\xfd": Text("zstd 压缩文件", "a zstd archive"),
    b"7z\xbc\xaf": Text("7z 压缩文件", "a 7z archive"),
    b"Rar!\x1a": Text("rar 压缩文件", "a rar archive"),
    b"PK\x03\x04": Text("xlsx 或 zip 文件", "an xlsx or zip file"),
    b"\xd0\xcf\x11\xe0": Text("旧版 Excel（xls）文件", "an old Excel (xls) file"),
    b"%PDF": Text("PDF 文件", "a PDF file"),
    b"\x89PNG": Text("图片（PNG）", "a picture (PNG)"),
    b"\xff\xd8\xff": Text("图片（JPEG）", "a picture (JPEG)"),
    b"{\\rtf": Text("RTF 文件", "an RTF file"),
}
WEB_PAGE = re.compile(
    rb"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|meta|body|table)\b",
    re.IGNORECASE | re.DOTALL,
)
XML = re.compile(rb"<\?xml\b", re.IGNORECASE)
"""What a spreadsheet saves as XML; many systems export a web page with a table as .xls."""


def read_bytes(path: str, limit_mib: int = LIMIT_MIB) -> bytes:
    """Return the bytes of a regular file, or of standard input for `-`; raise Failure E1xx."""
    limit = limit_mib << 20
    data = _read_stdin(limit + 1) if path == STDIN else _read_regular(path, limit + 1)
    if len(data) > limit:
        raise failure("E201", file=path, limit=limit_mib)
    return data


def open_bytes(path: str) -> Source:
    """Return what opens a regular file of any size; standard input is read at once, and once.

    Opening raises Failure (E1xx); more on standard input than the limit raises Failure E201.
    """
    if path == STDIN:
        return partial(io.BytesIO, read_bytes(STDIN, STDIN_LIMIT_MIB))
    return lambda: io.BufferedReader(_Regular(path))


class _Regular(io.FileIO):
    """A regular file whose faults while it is read are Failures."""

    def __init__(self, path: str) -> None:
        super().__init__(_open_regular(path), "rb")
        self._path = path

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes."""
        try:
            return super().readinto(buffer) or 0
        except OSError as error:
            raise _unreadable(self._path, error) from None


def _read_stdin(limit: int) -> bytes:
    if sys.stdin is None:
        raise failure("E104", path=STDIN, reason=os.strerror(errno.EBADF))
    try:
        return sys.stdin.buffer.read(limit)
    except (OSError, ValueError) as error:
        raise _unreadable(STDIN, error) from None


def _read_regular(path: str, limit: int) -> bytes:
    with io.BufferedReader(_Regular(path)) as stream:
        return stream.read(limit)


OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting for a pipe's writer, and without changing line ends, where a system can."""


def _open_regular(path: str) -> int:
    """Return a descriptor of a regular file; refuse a pipe, device or directory unread."""
    try:
        descriptor = os.open(path, OPEN_FLAGS)
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
        return missing_file(path)
    if number in (errno.EACCES, errno.EPERM):
        return failure("E103", path=path)
    if number in (errno.ENXIO, errno.EISDIR):
        return failure("E102", path=path, what=Text("特殊文件", "a special file"))
    return failure("E104", path=path, reason=getattr(error, "strerror", None) or str(error))


def missing_file(path: str) -> Failure:
    """Return the failure E101 of a file that is not there, with the remedy that fits."""
    remedy = None
    if os.path.islink(path):
        remedy = BROKEN_LINK.fill(path=path, target=os.readlink(path))
    elif path.endswith((".yaml", ".yml")):
        remedy = NEW_PLAN
    return failure("E101", remedy, path=path)


def _what(mode: int) -> Text:
    if stat.S_ISDIR(mode):
        return Text("目录", "a directory")
    if stat.S_ISFIFO(mode):
        return Text("管道", "a named pipe")
    return Text("设备或套接字", "a device or socket")


def decode(data: bytes, file: str) -> str:
    """Return UTF-8 bytes as text; raise Failure E202, E215–E218, or E309 with every place."""
    refuse_other_formats(data, file)
    encoding = encoding_of(partial(io.BytesIO, data), file)
    if encoding != "UTF-8":
        label = "GBK/GB18030" if encoding == "GB18030" else encoding
        raise failure("E202", file=file, encoding=label, iconv=encoding)
    text = data.decode(CODECS[encoding])
    if "\0" in text:
        place = place_of(text.index("\0"), line_starts(text))
        raise Failure([Problem("E216", {"char": "U+0000"}, file, place, remedy=NOT_TEXT)])
    if problems := _hidden(text, file):
        raise Failure(problems)
    if not text.strip():
        raise failure("E215", file=file)
    return text


def refuse_other_formats(data: bytes, file: str) -> None:
    """Raise Failure E217 where the first bytes are of an archive, a workbook or a web page."""
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    found = [what for magic, what in MAGIC.items() if start.startswith(magic)]
    if WEB_PAGE.match(start):
        found.append(WEB_PAGE_NAME)
    elif XML.match(start):
        found.append(XML_NAME)
    if found:
        raise failure("E217", file=file, what=found[0])


def _hidden(text: str, file: str) -> list[Problem]:
    """Return the problems of control and hidden characters and of conflict marks, in file order."""
    rules = (("E216", CONTROL), ("E309", HIDDEN), ("E218", CONFLICT))
    found: list[tuple[str, re.Match[str]]] = []
    for code, rule in rules:
        found += [(code, match) for match in islice(rule.finditer(text), MOST)]
    if not found:
        return []
    starts, lines = line_starts(text), BREAK.split(text)
    problems = []
    for code, match in sorted(found, key=lambda pair: pair[1].start())[:MOST]:
        place = place_of(match.start(), starts)
        values: dict[str, object] = {"char": f"U+{ord(match[0][0]):04X}"}
        problems.append(Problem(code, values, file, place, lines[place.line - 1]))
    return problems
