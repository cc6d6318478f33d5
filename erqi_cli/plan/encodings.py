"""Tells which encoding a file is in, and where its bytes stop being text of it."""

import codecs
import io
from collections.abc import Callable
from typing import NamedTuple

from erqi_cli.errors import Failure, Place, Problem, failure
from erqi_cli.language import Text

Stream = io.RawIOBase | io.BufferedIOBase
Source = Callable[[], Stream]
"""Opens the bytes of a file, as often as it is called."""


class Encoding(NamedTuple):
    """An encoding by the name that `iconv` knows, and the codec that reads it."""

    name: str
    codec: str


UTF_8, GB18030 = Encoding("UTF-8", "utf-8-sig"), Encoding("GB18030", "gb18030")
MARKS = {b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
LOOKED_AT = 4096
"""How many bytes tell an encoding without a mark."""
FEW_ZEROS, MUCH_MORE = 4, 20
"""Fewer zero bytes than these are strays in a narrow file; in a wide one they stand on one side only, but for a few."""
PLANES = 3
"""The planes of Unicode in which text is written: the third byte of a character in UTF-32 is below this."""
CHUNK = 1 << 20
AROUND = 1 << 16
"""How many bytes on either side of a fault tell what the file is for the most part."""
FIRST_WIDE, DAMAGED = "\u0800", "\ufffd"
"""The first character of three bytes in UTF-8, and what stands for bytes that are none."""
CHINESE_WINDOWS = Text("GBK/GB18030（中文 Windows 的编码）", "GBK/GB18030 (the encoding of Chinese Windows)")


def wide_encoding(head: bytes) -> Encoding | None:
    """Return UTF-16 or UTF-32 where a byte order mark or the zero bytes of plain text show it."""
    for mark, name in MARKS.items():
        if head.startswith(mark):
            return Encoding(name, name.lower())
    head = head[:LOOKED_AT]
    return _unmarked(head) if head.count(0) >= FEW_ZEROS else None


def _unmarked(head: bytes) -> Encoding | None:
    """Return the encoding that puts zero bytes where they stand: of each plain character all bytes but one are zero."""
    columns = [head[start : len(head) // 4 * 4 : 4] for start in range(4)]
    for order, low, plane, zero in (("LE", 0, 2, 3), ("BE", 3, 1, 0)):
        if columns[low].count(0) * 2 < len(columns[low]) and not any(columns[zero]) and max(columns[plane]) < PLANES:
            return Encoding(f"UTF-32{order}", f"utf-32-{order.lower()}")
    odd, even = head[1::2].count(0), head[::2].count(0)
    for order, many, few in (("LE", odd, even), ("BE", even, odd)):
        codec = f"utf-16-{order.lower()}"
        if many > MUCH_MORE * few and (many * 5 > len(head) * 2 or "\n" in head.decode(codec, "replace")):
            return Encoding(f"UTF-16{order}", codec)
    return None


class Misfit(NamedTuple):
    """Where the bytes of a file stop being text, what stands before and behind, and whether the file just ends too early."""

    offset: int
    before: bytes
    behind: bytes
    at_end: bool


def misfit(source: Source, codec: str) -> Misfit | None:
    """Return the first bytes of a file that are no text in an encoding, or None."""
    decoder, read, before = codecs.getincrementaldecoder(codec)(), 0, b""
    with source() as stream:
        while True:
            data = stream.read(CHUNK) or b""
            try:
                decoder.decode(data, not data)
            except UnicodeDecodeError as error:
                offset = read + len(data) - len(error.object) + error.start
                around, at = before + data + (stream.read(AROUND) or b""), len(before) + offset - read
                return Misfit(offset, around[max(at - AROUND, 0) : at], around[at : at + AROUND], at_end=not data)
            if not data:
                return None
            read += len(data)
            before = (before + data)[-AROUND:]


def place_at(source: Source, offset: int, codec: str) -> Place:
    """Return the line and column of a byte of a file."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(codec)("replace"), translate=True)
    line, column, left = 1, 1, offset
    with source() as stream:
        while left and (data := stream.read(min(CHUNK, left))):
            left -= len(data)
            text = decoder.decode(data, not left)
            line += text.count("\n")
            column = len(text) - text.rfind("\n") if "\n" in text else column + len(text)
    return Place(line, column)


def instead(source: Source, file: str, tried: Encoding) -> Encoding:
    """Return GB18030 for a file that is no UTF-8, which was tried; raises Failure E202 where it is damaged, or in neither."""
    if tried != UTF_8:
        raise _refused(source, file, _first_misfit(source, file, tried.codec), tried)
    if found := undecodable(source, file):
        raise found
    return GB18030


def undecodable(source: Source, file: str) -> Failure | None:
    """Return the failure (E202) of a file that is no UTF-8, or None where it is GB18030 from beginning to end."""
    first = _first_misfit(source, file, "utf-8")
    if _is_utf8_for_the_most_part(first.before + first.behind):
        return _refused(source, file, first, UTF_8)
    other = misfit(source, GB18030.codec)
    if other is None:
        return None
    if first.at_end or (other.offset <= first.offset and _wide_characters(first.before)):
        return _refused(source, file, first, UTF_8)
    if other.offset > first.offset:
        return _refused(source, file, other, GB18030)
    values: dict[str, object] = {"encoding": Text("未知编码", "an unknown encoding"), "iconv": GB18030.name}
    place = place_at(source, first.offset, UTF_8.codec)
    return Failure([Problem("E202", values, file, place, remedy=Text("请把文件另存为 UTF-8", "save the file as UTF-8"))])


def chinese_windows(source: Source, file: str) -> Failure:
    """Return the failure (E202) of a file that is GB18030 where only UTF-8 is read."""
    first = _first_misfit(source, file, "utf-8")
    place = place_at(source, first.offset, UTF_8.codec)
    return Failure([Problem("E202", {"encoding": CHINESE_WINDOWS, "iconv": GB18030.name}, file, place)])


def _first_misfit(source: Source, file: str, codec: str) -> Misfit:
    """Return the first bytes that are no text; raise Failure E104 where there are none any more."""
    found = misfit(source, codec)
    if found is None:
        raise failure("E104", path=file, reason=Text("读取时文件有变动", "it changed while it was read"))
    return found


def _is_utf8_for_the_most_part(data: bytes) -> bool:
    return _wide_characters(data) > data.decode("utf-8", "replace").count(DAMAGED)


def _wide_characters(data: bytes) -> int:
    """Return how many characters of three bytes or more, such as Chinese ones, are whole in some bytes of UTF-8.

    Text in GBK hardly ever looks like one.
    """
    return sum(char >= FIRST_WIDE and char != DAMAGED for char in data.decode("utf-8", "replace"))


def _refused(source: Source, file: str, found: Misfit, encoding: Encoding) -> Failure:
    """Return the failure of a file that is in an encoding for the most part: cut off at its end, or damaged."""
    name = encoding.name
    label = Text(
        f"{name}，但有损坏（此处的字符被截断，或混入了另一种编码）",
        f"damaged {name} (the character here is cut off, or part of the file is in another encoding)",
    )
    remedy = Text("请改正此处，或重新导出为 UTF-8", "mend this place, or export the file again as UTF-8")
    if found.at_end:
        label = Text(f"{name}，但在末尾一个字符中间被截断", f"{name} that was cut off inside its last character")
        remedy = Text("文件不完整，请重新取得完整的文件", "the file is not complete: get the whole of it again")
    place = place_at(source, found.offset, encoding.codec)
    return Failure([Problem("E202", {"encoding": label, "iconv": name}, file, place, remedy=remedy)])
