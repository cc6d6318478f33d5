"""The text of cells: in one language or in both, and safe for a spreadsheet."""

from erqi_cli.i18n.language import Languages, languages_in
from erqi_cli.i18n.text import Text
from erqi_cli.output.sanitize import escape_invisible
from erqi_cli.output.terminal.messages import cell_width
from erqi_cli.results.formatting import format_number
from erqi_cli.results.report.workbook.schema import CellValue, Day, NoteRefs, Number, NumberForm

UTF16 = "utf-16-le"
MAX_CELL_BYTES = 32_767 * 2
"""The most that a cell can hold: 32,767 characters, counted in UTF-16."""
MAX_ON_ONE_LINE = 24
"""Two languages together no wider than this stand on one line of a cell, others on two."""
FORMAT_CHARS: dict[NumberForm, str] = {
    "rate": "%",
    "percent": "%",
    "change": "+",
    "points": "个百分点",
    "lead": "超.00",
    "use": "高于进度.00",
    "limit": "超上限.00",
}
"""Stands for what a number format adds to the digits, to estimate the width of a column."""


def width_of(text: str) -> int:
    """Return the width of a text in characters; a Chinese character counts as two."""
    return cell_width(text)


def localized(text: Text, languages: Languages, separator: str = " / ") -> str:
    """Return a text in one language or in both as a cell can hold it, once where they agree.

    Invisible characters are escaped, and a text that is too long for a cell is cut.
    """
    words = [_clean(text.pick(lang)) for lang in languages_in(languages)]
    return _cut(separator.join(dict.fromkeys(words)))


def _clean(words: str) -> str:
    visible = escape_invisible(words)
    # The name of a file may hold half a surrogate pair, which has no UTF-8.
    encoded = visible.encode("utf-8", "backslashreplace")
    return encoded.decode()


def _cut(words: str) -> str:
    encoded = words.encode(UTF16)
    if len(encoded) <= MAX_CELL_BYTES:
        return words
    room = MAX_CELL_BYTES - len("…".encode(UTF16))
    # A cut may leave half a pair at the end, which is ignored.
    begin = encoded[:room].decode(UTF16, "ignore")
    return f"{begin}…"


def shown_text(value: CellValue, languages: Languages, note_numbers: dict[Text, int]) -> str:
    """Return what a cell shows; for a number roughly, which is enough to find its width."""
    if isinstance(value, Number):
        return _number_text(value, languages)
    if isinstance(value, Day):
        return value.text
    if isinstance(value, Text):
        is_short = width_of(value.zh + value.en) <= MAX_ON_ONE_LINE
        return localized(value, languages, " / " if is_short else "\n")
    if isinstance(value, NoteRefs):
        return _note_refs(value, note_numbers)
    return ""


def _note_refs(refs: NoteRefs, note_numbers: dict[Text, int]) -> str:
    """Return the numbers of notes: [1] [3]."""
    numbers = []
    for note in refs.notes:
        numbers.append(note_numbers[note.text])
    return " ".join(f"[{number}]" for number in sorted(numbers))


def _number_text(number: Number, languages: Languages) -> str:
    if number.value is None:
        return localized(number.otherwise, languages)
    digits = format_number(number.value, number.places)
    return digits + FORMAT_CHARS.get(number.form, "")
