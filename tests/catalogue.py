"""Compile the gettext catalogue of click's messages: `python tests/catalogue.py` writes the .mo beside the .po."""

import ast
import struct
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "erqi_cli/i18n/locale/zh/LC_MESSAGES"
PO, MO = FOLDER / "click.po", FOLDER / "click.mo"
MAGIC = 0x950412DE
HEADER_BYTES = 28
ENTRY_BYTES = 8


def messages(po: str) -> dict[str, str]:
    """Return the translations of a .po file by message; a plural form stands behind a NUL, as in a .mo file."""
    found = {}
    for block in po.split("\n\n"):
        parts: dict[str, str] = {}
        keyword = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            before, quote, text = line.partition('"')
            keyword = before.strip() or keyword
            parts[keyword] = parts.get(keyword, "") + ast.literal_eval(quote + text)
        key = parts["msgid"]
        if "msgid_plural" in parts:
            key += "\0" + parts["msgid_plural"]
        found[key] = parts.get("msgstr") or parts["msgstr[0]"]
    return found


def compiled(po: str) -> bytes:
    """Return the .mo file of a .po file: a header, two tables of lengths and offsets, and the texts."""
    pairs = sorted((key.encode(), text.encode()) for key, text in messages(po).items())
    originals, translations = zip(*pairs, strict=True)
    table = ENTRY_BYTES * len(pairs)
    offset = HEADER_BYTES + 2 * table
    entries, texts = b"", b""
    for text in (*originals, *translations):
        entries += struct.pack("<II", len(text), offset + len(texts))
        texts += text + b"\0"
    header = struct.pack("<7I", MAGIC, 0, len(pairs), HEADER_BYTES, HEADER_BYTES + table, 0, offset)
    return header + entries + texts


if __name__ == "__main__":
    MO.write_bytes(compiled(PO.read_text("utf-8")))
