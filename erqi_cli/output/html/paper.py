"""Chooses the size of the letters with which a wall chart fills one sheet of A3 and no more.

A style sheet cannot know how much there is to print, and the page carries no script. So the height
of the chart is estimated for one size after another, from the widths of its texts. All lengths are
in units of the size, as the style sheet has them (rem), unless they are said to be in points.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from math import ceil

from erqi_cli.i18n.language import LANGUAGES, Lang, Languages
from erqi_cli.i18n.text import Text
from erqi_cli.results.report.target_lines import LateTarget, TargetLine
from erqi_cli.results.report.wallchart import ContextFigure, Headline, Panel, WallChart

PAGE_WIDTH, PAGE_HEIGHT = 1145.0, 802.0
"""What the margins leave of an A3 sheet in landscape, in points."""
FILLED = 0.91
"""Which part of the sheet the estimate may fill: another machine has other fonts."""
SIZES = tuple(tenth / 10 for tenth in range(65, 126))
"""The sizes to choose from, in points; no letter is smaller than the first."""
SMALL = 0.84
"""The size of what is beside the names and figures."""
WIDE = "\u2e80"
"""The first character that is as wide as it is high; Latin letters are about half as wide."""
LATIN_WIDTH = 0.54
COLUMN, COLUMN_GAP = 22.0, 1.0
LATE_COLUMN, LATE_GAP = 30.0, 1.5
FOOTER_COLUMNS = 4
STATUS, BAR, GAP = 1.6, 6.5, 0.5
"""The widths of a status sign, of a bar, and between two parts of a line."""


def type_size(chart: WallChart, languages: Languages) -> float:
    """Return the size of the letters in points, so that as few sheets are needed as possible."""

    def height(size: float) -> float:
        return _Sheet(size, languages).height_of(chart) * size

    smallest = SIZES[0]
    sheets = ceil(height(smallest) / (PAGE_HEIGHT * FILLED))
    room = sheets * PAGE_HEIGHT * FILLED
    return SIZES[bisect_right(SIZES, room, key=height) - 1]


class _Sheet:
    """A sheet on which the letters have a size, and what heights things have on it."""

    def __init__(self, size: float, languages: Languages) -> None:
        self.languages = LANGUAGES if languages == "both" else (languages,)
        self.width = PAGE_WIDTH / size
        self.small = max(SMALL, SIZES[0] / size)
        count = self._columns(COLUMN, COLUMN_GAP)
        self.columns = count
        self.room = (self.width - (count - 1) * COLUMN_GAP) / count - 1

    def _columns(self, width: float, gap: float) -> int:
        return max(1, int((self.width + gap) / (width + gap)))

    def height_of(self, chart: WallChart) -> float:
        """Return the height of a whole chart."""
        blocks = [self._headlines(chart), *map(self._panel, chart.panels)]
        # Columns are not filled to the end where the next row does not fit.
        columns = sum(blocks) / self.columns + 3.0
        return self._header(chart) + self._late(chart) + columns + self._footer(chart)

    def _text(self, text: Text | None) -> float:
        """Return the width of a text on one line."""
        return 0 if text is None else _text_width(text, self.languages)

    def _flow(self, texts: Iterable[Text | None]) -> float:
        """Return the width of texts one after another."""
        widths = [self._text(text) + GAP for text in texts if text is not None]
        return sum(widths)

    def _lines(self, width: float, room: float) -> int:
        return max(1, ceil(width / room))

    def _header(self, chart: WallChart) -> float:
        """Return the height of the title, the counts and the message."""
        half = self.width * 0.48
        title = 2 * self._text(chart.title)
        plan = self.small * self._flow([chart.plan_name, chart.meeting])
        names = 2.4 * self._lines(title, half) + 1.22 * self.small * self._lines(plan, half)
        counts = sum(1.3 * (self._text(one.words) + 3.2) for one in chart.counts)
        state = 1.5 + 1.6 * self._lines(counts, half)
        height = max(names, state)
        for lang in self.languages:
            message = 1.4 * _width(chart.message.pick(lang))
            height += 1.75 * self._lines(message, self.width)
        if chart.what_if:
            height += 1.22
        return height + 0.6

    def _late(self, chart: WallChart) -> float:
        """Return the height of the list of late targets."""
        if not chart.late:
            return 0
        count = self._columns(LATE_COLUMN, LATE_GAP)
        room = (self.width - 1.2 - (count - 1) * LATE_GAP) / count
        per_column = ceil(len(chart.late) / count)
        heights = sorted((self._late_item(one, room) for one in chart.late), reverse=True)
        height = 2.3 + sum(heights[:per_column])
        if chart.later is not None:
            for lang in self.languages:
                later = self.small * _width(chart.later.pick(lang))
                height += 1.22 * self.small * self._lines(later, self.width - 1.2)
        return height

    def _late_item(self, one: LateTarget, room: float) -> float:
        line = one.line
        words = [line.name, one.gap, line.actual, line.target or line.relative]
        width = STATUS + 1 + self._flow(words) + self.small * self._flow([line.period, one.place])
        return 1.15 * self._lines(width, room) + 0.16

    def _headlines(self, chart: WallChart) -> float:
        """Return the height of the headline indicators with what is not scored beside them."""
        rows = [self._headline(one) for one in chart.headlines]
        unscored = self._unscored(chart.context, chart.qualitative)
        if not rows and not unscored:
            return 0
        return 2.6 + sum(rows) + unscored

    def _headline(self, one: Headline) -> float:
        line = one.line
        label = self.small * 8
        levels = label * len(self.languages) + self.small * self._flow([one.base, one.projected])
        if line.actual is None:
            first = 1.05 * self._flow([line.name, line.target or line.relative])
            first += STATUS + self._text(line.status_words)
            return self._row(first, levels, 0)
        first = 1.05 * self._flow(
            [line.name, line.target or line.relative, line.actual, line.period]
        )
        levels += self.small * self._flow([line.needed, line.due, line.commitment])
        return self._row(first, levels, 1.25)

    def _row(self, first: float, small: float, middle: float) -> float:
        """Return the height of a row: its name, a line for the bar, and the small print."""
        height = 1.24 * self._lines(first, self.room) + middle + 0.3
        if small:
            height += 1.18 * self.small * self._lines(small * 1.08, self.room)
        return height

    def _panel(self, panel: Panel) -> float:
        """Return the height of an action."""
        name = 1.15 * (self._text(panel.name) + 2)
        height = 1.35 * self._lines(name, self.room) + 1.4
        counts = 0.9 * sum(self._text(one.words) + 3.2 for one in panel.counts)
        height += 1.2 * self._lines(counts, self.room)
        height += sum(self._target(line) for line in panel.lines)
        return height + self._unscored(panel.context, panel.qualitative)

    def _target(self, line: TargetLine) -> float:
        """Return the height of a target of an action."""
        figure = line.target or line.relative
        small = self.small * self._flow([line.completion, line.needed, line.due, line.commitment])
        if line.actual is None:
            width = 1.05 * self._flow([line.name, figure]) + small
            width += STATUS + self._text(line.status_words)
            return self._row(width, 0, 0)
        first = 1.05 * self._flow([line.name, figure, line.actual, line.period])
        return self._row(first, small, 1.25)

    def _unscored(self, context: Iterable[ContextFigure], qualitative: Iterable[Text]) -> float:
        """Return the height of what is shown and not scored."""
        height = 0.0
        named = [text for one in context for text in (one.name, one.figure)]
        for texts in (named, list(qualitative)):
            if texts:
                width = self.small * (3 + self._flow(texts))
                height += 1.18 * self.small * self._lines(width, self.room)
        return height

    def _footer(self, chart: WallChart) -> float:
        """Return the height of the legend, the notes and the sources."""
        room = self.width / FOOTER_COLUMNS - 2.2
        height = 0.0
        for text in (*chart.notes, *chart.remarks, *chart.sources):
            for lang in self.languages:
                height += self._lines(self.small * _width(text.pick(lang)), room)
        lines = height / FOOTER_COLUMNS + 1.5
        if chart.legend is not None:
            lines += len(self.languages)
        return 1.18 * self.small * lines + 0.7


@cache
def _text_width(text: Text, languages: tuple[Lang, ...]) -> float:
    """Return the width of a text in all its languages."""
    widths = [_width(text.pick(lang)) for lang in languages]
    if len(widths) > 1 and text.zh == text.en:
        return widths[0]
    return sum(widths) + GAP * (len(widths) - 1)


@cache
def _width(words: str) -> float:
    """Return the width of words: a Chinese character is as wide as it is high."""
    wide = sum(character >= WIDE for character in words)
    return wide + LATIN_WIDTH * (len(words) - wide)
