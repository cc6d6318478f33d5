"""Texts and bars as the page of the wall chart takes them."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from erqi_cli.calc.decimals import HUNDRED, ZERO, divide, plain, rounded
from erqi_cli.i18n.language import LANGUAGES, Lang, Languages
from erqi_cli.i18n.text import Text
from erqi_cli.results.result import Bar

if TYPE_CHECKING:
    from markupsafe import Markup

UNBROKEN = re.compile(
    r"(?<![0-9-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9-])"
    r"|(?<![0-9,.])[0-9][0-9,.]*(?:%|个百分点| points)"
)
"""A day, a rate or points in running text, which stays on one line."""
LANGUAGE_TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
SCALE = Decimal(120)
"""The percentage at the right end of a bar; the target line stands at 100."""
LEAST_VISIBLE = Decimal(1)
"""A bar above zero is drawn at least this long, in percent of the target."""


class BarPositions(NamedTuple):
    """A bar as the page draws it: positions in percent of its width."""

    filled: str
    mark: str | None
    target: str
    beyond: bool


class PageTexts:
    """Puts texts into one language or both, for the template."""

    def __init__(self, languages: Languages) -> None:
        self.languages = languages

    @property
    def language_tag(self) -> str:
        """The language of the whole page."""
        return LANGUAGE_TAGS[self._main_language]

    @property
    def _main_language(self) -> Lang:
        return "en" if self.languages == "en" else "zh"

    def printed(self, value: object) -> object:
        """Return what the template prints of a value: of a Text its words, of None nothing."""
        if value is None:
            return ""
        return self.text(value) if isinstance(value, Text) else value

    def within(self, value: "Text | Markup | None", tag: str, classes: str = "") -> "Markup":
        """Return a text or markup within an element; nothing if it is empty."""
        from markupsafe import Markup

        if not value:
            return Markup()
        attribute = Markup(' class="%s"') % classes if classes else ""
        return Markup("<%s%s>%s</%s>") % (tag, attribute, self.printed(value), tag)

    def text(self, text: Text) -> "Markup":
        """Return a text as escaped markup; each of two languages in its own element."""
        if self._is_bilingual(text):
            return _in_elements(text)
        return _running_text(text.pick(self._main_language))

    def figure(self, text: Text | None) -> "Markup":
        """Return a figure as escaped markup on one line: number, unit and qualifier together."""
        from markupsafe import Markup

        if text is None:
            return Markup()
        if self._is_bilingual(text):
            return _in_elements(text, is_figure=True)
        return Markup('<span class="whole">%s</span>') % text.pick(self._main_language)

    def attribute(self, text: Text | None) -> str:
        """Return a text for an attribute, which takes no markup."""
        if text is None:
            return ""
        if self._is_bilingual(text):
            return f"{text.zh} / {text.en}"
        return text.pick(self._main_language)

    def _is_bilingual(self, text: Text) -> bool:
        return self.languages == "both" and text.zh != text.en


def _in_elements(text: Text, *, is_figure: bool = False) -> "Markup":
    """Return both languages, each in an element that names its language."""
    from markupsafe import Markup

    element = Markup('<span lang="{tag}" class="{classes}">{words}</span>')
    parts = []
    for lang in LANGUAGES:
        words = text.pick(lang)
        part = element.format(
            tag=LANGUAGE_TAGS[lang],
            classes=f"{lang} whole" if is_figure else lang,
            words=words if is_figure else _running_text(words),
        )
        parts.append(part)
    return Markup(" ").join(parts)


def _running_text(words: str) -> "Markup":
    """Return words as escaped markup in which dates and rates stay on one line."""
    from markupsafe import Markup, escape

    escaped = str(escape(words))
    marked = UNBROKEN.sub(r'<span class="day">\g<0></span>', escaped)
    return Markup(marked)  # noqa: S704 -- escaped above


def bar_positions(bar: Bar) -> BarPositions:
    """Return where a bar ends; a bar beyond the scale ends in an arrow."""
    filled = max(bar.filled, LEAST_VISIBLE) if bar.filled > 0 else ZERO
    return BarPositions(
        filled=_position(filled),
        mark=None if bar.mark is None else _position(bar.mark),
        target=_position(HUNDRED),
        beyond=bar.filled > SCALE,
    )


def _position(percent: Decimal) -> str:
    """Return a position on the scale in percent of the bar's width."""
    inside = min(max(percent, ZERO), SCALE)
    share = divide(inside * HUNDRED, SCALE)
    return f"{plain(rounded(share, 2))}%"
