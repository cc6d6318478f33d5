"""A text in both languages of the program."""

from collections.abc import Sequence
from typing import NamedTuple

from erqi_cli.i18n.language import Lang


class Text(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def pick(self, lang: Lang) -> str:
        """Return the words in one language."""
        return self.zh if lang == "zh" else self.en

    def fill(self, **values: object) -> "Text":
        """Return the text with its `{placeholders}` filled.

        Of a value that is a Text, each language takes its own words.
        """
        zh_values = _in_language(values, "zh")
        en_values = _in_language(values, "en")
        return Text(self.zh.format(**zh_values), self.en.format(**en_values))


def _in_language(values: dict[str, object], lang: Lang) -> dict[str, object]:
    """Return the values with every Text replaced by its words in one language."""
    words: dict[str, object] = {}
    for key, value in values.items():
        words[key] = value.pick(lang) if isinstance(value, Text) else value
    return words


def same(words: str) -> Text:
    """Return a text that reads the same in both languages, such as an id or a file name."""
    return Text(words, words)


def join(texts: Sequence[Text], zh: str = "、", en: str = ", ") -> Text:
    """Join texts, each language with its own separator."""
    joined_zh = zh.join(text.zh for text in texts)
    joined_en = en.join(text.en for text in texts)
    return Text(joined_zh, joined_en)


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return an English count with its noun: 1 row, 2 rows."""
    if count == 1:
        return f"1 {noun}"
    plural = plural or f"{noun}s"
    return f"{count:,} {plural}"
