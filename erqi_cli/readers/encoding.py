"""Tells the encoding of a text file: by its byte order mark; without one, UTF-8, then GB18030."""

import codecs
import io
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from erqi_cli.errors import Failure, Place, Problem, failure
from erqi_cli.i18n.text import Text

Source = Callable[[], io.BufferedReader | io.BytesIO]
"""Opens the bytes of a file, as often as it is called."""
CODECS = {"UTF-8": "utf-8-sig", "UTF-16": "utf-16", "GB18030": "gb18030"}
"""The encodings that are read, each with the codec that passes over its byte order mark."""
MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""Byte order marks; that of UTF-32 comes first, because it begins like that of UTF-16."""
HEAD = 1 << 12
CHUNK = 1 << 20
"""How many bytes are read together; a table's line may have as many characters."""
AROUND = 1 << 12
"""How many characters before a bad byte are looked at."""
ENOUGH = 3
"""With so many Chinese characters of UTF-8 before its first bad byte, a file is not GB18030."""
WIDE = "\u0800"
"""The first character that takes three bytes in UTF-8, as Chinese characters do."""
LATIN_1_END = "\u0100"
"""The first character behind those of Latin-1, such as ² and é."""
UNMARKED = Text("没有 BOM 的 UTF-16 或 UTF-32", "UTF-16 or UTF-32 without a byte order mark")
NOT_TEXT = Text(
    "文件可能不是文本，或是没有 BOM 的 UTF-16：请另存为 UTF-8",
    "the file may not be text, or is UTF-16 without a byte order mark: save it as UTF-8",
)
DAMAGED = Text(
    "{name}，但有损坏（此处的字符被截断，或混入了另一种编码）",
    "damaged {name} (the character here is cut off, or part of the file is in another encoding)",
)
NEITHER = Text(
    "损坏的文件（按 UTF-8 错在第 {line} 行，按 GB18030 错在第 {other} 行）",
    "a damaged file (wrong on line {line} as UTF-8, on line {other} as GB18030)",
)
"""A file that is wrong at one place as UTF-8 and at another as GB18030."""
MEND = Text(
    "请改正此处，或重新导出为 UTF-8", "correct this place, or export the file again as UTF-8"
)


class Misfit(NamedTuple):
    """Where a file stops being text of an encoding, and how many wide characters come before."""

    place: Place
    wide: int


def encoding_of(source: Source, file: str, *, lines: bool = False) -> str:
    """Return the encoding of a file, UTF-8, UTF-16 or GB18030, in which all of it is text.

    Raises Failure E202 if it is none of them, and with `lines` E510 for a line of more than 1 MiB.
    """
    with source() as stream:
        head = stream.read(HEAD)
    marked = next((name for mark, name in MARKS.items() if head.startswith(mark)), "")
    if marked == "UTF-32":
        raise failure("E202", file=file, encoding=marked, iconv=marked)
    name = marked or "UTF-8"
    found = _misfit(source, file, name, lines=lines)
    if found is None:
        is_short_chinese = not marked and _is_short_chinese(source)
        return "GB18030" if is_short_chinese else name
    if marked or found.wide >= ENOUGH:
        raise _refused(file, found.place, DAMAGED.fill(name=name))
    if b"\0" in head:
        raise failure("E202", NOT_TEXT, file=file, encoding=UNMARKED, iconv="UTF-16")
    other = _misfit(source, file, "GB18030", lines=lines)
    if other is None:
        return "GB18030"
    label = NEITHER.fill(line=found.place.line, other=other.place.line)
    raise _refused(file, max(found.place, other.place), label)


def _is_short_chinese(source: Source) -> bool:
    """Tell whether sound UTF-8 is Chinese of GB2312 all the same.

    The bytes of some common characters are sound in both encodings. A file whose only Chinese words
    are of these is known by a word of foreign letters and no Chinese character at all.
    """
    decoder = codecs.getincrementaldecoder(CODECS["UTF-8"])()
    has_word = False
    with source() as stream:
        while chunk := stream.read(CHUNK):
            text = decoder.decode(chunk)
            if not text.isascii():
                if max(text) >= WIDE:
                    return False
                has_word = has_word or _has_foreign_word(text)
    return has_word and _is_gb2312(source)


def _is_gb2312(source: Source) -> bool:
    """Tell whether a file is text of GB2312."""
    decoder = codecs.getincrementaldecoder("gb2312")()
    with source() as stream:
        while chunk := stream.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return False
    return True


def _has_foreign_word(text: str) -> bool:
    """Tell whether two letters stand together that are not ASCII, one of them not of Latin-1.

    农业 becomes ũҵ if its four bytes of GB2312 are taken for UTF-8.
    """
    for one, other in pairwise(text):
        are_foreign = not (one.isascii() or other.isascii())
        if are_foreign and max(one, other) >= LATIN_1_END:
            return True
    return False


def _misfit(source: Source, file: str, name: str, *, lines: bool) -> Misfit | None:
    """Return where a file is not text of an encoding, or None; raises Failure E510."""
    inner = codecs.getincrementaldecoder(CODECS[name])()
    decoder = io.IncrementalNewlineDecoder(inner, translate=True)
    place, recent, data = Place(1, 1), "", b"-"
    with source() as stream:
        while data:
            data = stream.read(CHUNK)
            try:
                text = decoder.decode(data, not data)
            except UnicodeDecodeError as error:
                bad = len(error.object) - error.start
                good = decoder.decode(data[: max(len(data) - bad, 0)]).removeprefix("\ufeff")
                wide = sum(char >= WIDE for char in recent + good)
                return Misfit(_behind(place, good), wide)
            if lines and place.column + len(text.partition("\n")[0]) > CHUNK + 1:
                raise _too_long(file, place.line)
            place, recent = _behind(place, text), (recent + text)[-AROUND:]
    undecoded, _ = inner.getstate()
    # The codec waits for the rest of a byte order mark, also at the end of the file.
    return Misfit(place, 0) if undecoded else None


def _behind(place: Place, text: str) -> Place:
    """Return the place behind a text that begins at a place."""
    lines = text.count("\n")
    column = len(text) - text.rfind("\n") if lines else place.column + len(text)
    return Place(place.line + lines, column)


def _too_long(file: str, line: int) -> Failure:
    reason = Text("一行超过 1 MiB", "a line is longer than 1 MiB")
    return Failure([Problem("E510", {"reason": reason}, file, Place(line, 1))])


def _refused(file: str, place: Place, label: Text) -> Failure:
    values: dict[str, object] = {"encoding": label, "iconv": ""}
    return Failure([Problem("E202", values, file, place, remedy=MEND)])
