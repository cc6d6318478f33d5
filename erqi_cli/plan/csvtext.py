"""The lines of a CSV file as text: its bytes decoded as they are read, refused where no text would be."""

import io

from erqi_cli.language import Text
from erqi_cli.plan.encodings import Encoding, Stream

CHUNK = 1 << 20
NO_SIGNS = (b"\0", b"\x1a")
"""NUL, and what DOS puts at the end of a text."""
LONGEST = 1 << 20
"""A line of more bytes than this is no line that a person or a spreadsheet wrote."""


class NoTextError(Exception):
    """What no text holds: the code of the error, how many bytes stand before it, and what fills the message."""

    def __init__(self, code: str, offset: int, **values: object) -> None:
        super().__init__(code)
        self.code, self.offset, self.values = code, offset, values


class _Guarded(io.RawIOBase):
    """The bytes of a file, refused where no text would be: NUL, a DOS end mark, or a line without end.

    So many bytes have `passed`; the line at hand has `begun` after so many.
    """

    def __init__(self, stream: Stream, *, wide: bool) -> None:
        self.stream, self.wide, self.passed, self.begun = stream, wide, 0, 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes."""
        data = self.stream.read(len(buffer)) or b""
        for sign in () if self.wide else NO_SIGNS:
            if sign in data:
                raise NoTextError("E216", self.passed + data.index(sign), char=f"U+{ord(sign):04X}")
        last = max(data.rfind(b"\n"), data.rfind(b"\r"))
        self.begun = self.begun if last < 0 else self.passed + last + 1
        self.passed += len(data)
        if self.passed - self.begun > LONGEST:
            reason = Text("一行超过 1 MiB", "a line is longer than 1 MiB")
            raise NoTextError("E510", self.begun, reason=reason)
        buffer[: len(data)] = data
        return len(data)


class Lines:
    """The lines of a file with their ends, and the bytes from which they come."""

    def __init__(self, stream: Stream, encoding: Encoding) -> None:
        self.guarded = _Guarded(stream, wide=encoding.codec.startswith(("utf-16", "utf-32")))
        self.lines = io.TextIOWrapper(io.BufferedReader(self.guarded, CHUNK), encoding.codec, newline="")
