"""The parts of the wall chart, as markup: rows, signs, bars, counts and notes.

The template puts them together. What comes from the plan or the ledger is escaped.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from erqi_cli.domain.vocabulary import Status
from erqi_cli.i18n.text import Text
from erqi_cli.output.html.markup import PageTexts, bar_positions
from erqi_cli.results.report.target_lines import LateTarget, TargetLine
from erqi_cli.results.report.wallchart import ContextFigure, Headline, Panel, StatusCount, WallChart

SIGN = Markup(
    '<svg class="icon s-%s" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
    '<use href="#%s"/></svg>'
)
VERDICT = Markup('<span class="verdict s-%s">%s %s</span>')
COUNTS = Markup('<ul class="counts">\n%s\n</ul>')
COUNT = Markup('  <li class="s-%s">%s <span class="word">%s</span> <b>%s</b></li>')
BAR = Markup('<svg class="bar s-%s" role="img" aria-label="%s" focusable="false">\n%s\n</svg>')
BAR_TO_TARGET = Markup('  <rect class="track" x="0" y="3" width="%s" height="10"/>')
BAR_FILLED = Markup('  <rect class="fill" x="0" y="3" width="%s" height="10"/>')
BAR_TARGET = Markup(
    '  <svg x="%s" overflow="visible">'
    '<rect class="goal" x="-1.5" y="0" width="3" height="16"/></svg>'
)
BAR_DUE = Markup(
    '  <svg x="%s" overflow="visible"><path class="due" d="M0 9 L5 18 L-5 18 Z"/></svg>'
)
BAR_BEYOND = Markup(
    '  <svg x="100%" overflow="visible"><path class="over" d="M-10 1 L0 8 L-10 15 Z"/></svg>'
)
REFERENCES = Markup('<sup class="refs">%s</sup>')
REFERENCE = Markup('<a href="#note-%s" aria-label="%s %s">%s</a>')
PERIOD = Markup(' <span class="%s">%s</span>')
DUE = Markup('<span class="due">%s %s</span>')
UNSCORED = Markup('<p class="context dotted"><b>%s</b> %s</p>')
LATE = Markup(
    '  <li>%s<span class="hidden">%s</span> <b dir="auto">%s</b> <span class="gap">%s</span>'
    '%s%s <span class="place">%s</span></li>'
)
REACHED = Markup(' <span class="reached">%s</span>')
ROW = Markup('<tr role="row" id="%s"%s>\n%s\n</tr>')
BARE = Markup(' class="bare"')
"""Of a row without an actual figure."""
NAME_CELL = Markup(
    '  <th role="rowheader" scope="row" class="%s"><span dir="auto">%s</span>%s%s</th>'
)
CELL = Markup('  <td role="cell" class="%s">%s</td>')
LABELLED_CELL = Markup('  <td role="cell" class="%s" data-label="%s">%s</td>')
NOTHING = Markup("–")
ITEM = Markup('<span dir="auto">%s</span>')
NAMED = Markup("%s %s")


class Parts:
    """Makes the parts in the languages of the page; `label` has its labels by name."""

    def __init__(self, texts: PageTexts, label: Mapping[str, Text]) -> None:
        self.texts = texts
        self.label = label
        self.note = texts.attribute(label["note"])

    def sign(self, status: Status) -> Markup:
        """Return the sign of a status."""
        return SIGN % (status, status)

    def verdict(self, line: TargetLine) -> Markup:
        """Return the sign and the words of a status."""
        return VERDICT % (line.status, self.sign(line.status), self.texts.text(line.status_words))

    def counts(self, counts: Iterable[StatusCount]) -> Markup:
        """Return how many targets have each status, as a list."""
        items = []
        for one in counts:
            words = self.texts.text(one.words)
            items.append(COUNT % (one.status, self.sign(one.status), words, one.number))
        return COUNTS % Markup("\n").join(items) if items else Markup()

    def bar(self, line: TargetLine) -> Markup:
        """Return the bar of a target; its label says in words what it shows."""
        if line.bar is None:
            return Markup()
        at = bar_positions(line.bar)
        parts = [BAR_TO_TARGET % at.target, BAR_FILLED % at.filled, BAR_TARGET % at.target]
        if at.mark and line.completion:
            parts.append(BAR_DUE % at.mark)
        if at.beyond:
            parts.append(BAR_BEYOND)
        words = self.texts.attribute(line.alternative)
        return BAR % (line.status, words, Markup("\n").join(parts))

    def references(self, line: TargetLine) -> Markup:
        """Return the numbers of a target's notes, each a link to its note."""
        links = []
        for number in line.notes:
            links.append(REFERENCE % (number, self.note, number, number))
        return REFERENCES % Markup(" ").join(links) if links else Markup()

    def period(self, line: TargetLine) -> Markup:
        """Return the month or the day of a figure, marked where the figure is old."""
        if line.period is None:
            return Markup()
        classes = "period stale" if line.is_stale else "period"
        return PERIOD % (classes, self.texts.figure(line.period))

    def unscored(self, part: WallChart | Panel) -> Markup:
        """Return the context figures and the qualitative targets of the chart or of a panel."""
        figures = [ITEM % self._context_figure(one) for one in part.context]
        aims = [ITEM % self.texts.text(one) for one in part.qualitative]
        lines = []
        for name, items in (("context", figures), ("qualitative", aims)):
            if items:
                heading = self.texts.text(self.label[name])
                lines.append(UNSCORED % (heading, Markup(" ").join(items)))
        return Markup("\n").join(lines)

    def _context_figure(self, one: ContextFigure) -> Markup:
        return NAMED % (self.texts.text(one.name), self.texts.figure(one.figure))

    def late_item(self, late: LateTarget) -> Markup:
        """Return a late target: by how much it is behind, what it has reached, and where it is."""
        line = late.line
        text = self.texts.text
        return LATE % (
            self.sign(line.status),
            text(line.status_words),
            text(line.name),
            text(late.gap),
            self._reached(line),
            self.period(line),
            text(late.place),
        )

    def _reached(self, line: TargetLine) -> Markup:
        """Return the actual figure beside what is to be reached."""
        if line.actual is None:
            return Markup()
        figures = [self.texts.figure(line.actual)]
        if line.target is not None:
            figures.append(self.texts.figure(line.target))
        elif line.relative is not None:
            figures.append(self.texts.text(line.relative))
        return REACHED % Markup(" / ").join(figures)

    def headline_row(self, headline: Headline) -> Markup:
        """Return the row of a headline indicator; its cells are labelled for a narrow screen."""
        line = headline.line
        text, figure = self.texts.text, self.texts.figure
        target = text(line.relative) if line.relative else figure(line.target)
        needed = self.texts.within(line.needed, "span", "needed")
        cells = [
            NAME_CELL % ("indicator", text(line.name), "", self.references(line)),
            self._labelled_cell("base", figure(headline.base)),
            self._labelled_cell("projected", figure(headline.projected)),
            self._labelled_cell("growth", target),
            self._labelled_cell("actual_growth", self._actual(line)),
            CELL % ("progress", self.bar(line)),
            self._labelled_cell("lead", figure(line.lead) or NOTHING),
            CELL % ("status", self.verdict(line)),
            CELL % ("more", needed + self._due_and_commitment(line)),
        ]
        return _row(line, cells)

    def target_row(self, line: TargetLine) -> Markup:
        """Return the row of a target of an action."""
        figure, within = self.texts.figure, self.texts.within
        target = within(figure(line.target), "span", "figure")
        relative = within(line.relative, "span", "figure")
        completion = within(figure(line.completion), "span", "completion")
        needed = within(figure(line.needed), "span", "needed")
        name = self.texts.text(line.name)
        cells = [
            NAME_CELL % ("target", name, " ", target + relative + self.references(line)),
            CELL % ("actual", self._actual(line)),
            CELL % ("status", self.verdict(line)),
            CELL % ("progress", self.bar(line)),
            CELL % ("lead", figure(line.lead)),
            CELL % ("more", completion + needed + self._due_and_commitment(line)),
        ]
        return _row(line, cells)

    def _labelled_cell(self, name: str, content: Markup) -> Markup:
        return LABELLED_CELL % (name, self.texts.attribute(self.label[name]), content)

    def _actual(self, line: TargetLine) -> Markup:
        """Return the actual figure with its period."""
        if line.actual is None:
            return NOTHING
        return self.texts.within(self.texts.figure(line.actual), "b") + self.period(line)

    def _due_and_commitment(self, line: TargetLine) -> Markup:
        due = Markup()
        if line.due is not None:
            due = DUE % (self.texts.text(self.label["due"]), self.texts.figure(line.due))
        return due + self.texts.within(line.commitment, "span", "commitment")


def _row(line: TargetLine, cells: list[Markup]) -> Markup:
    """Return the row of a table; one without an actual figure is marked."""
    marked = BARE if line.actual is None else Markup()
    return ROW % (line.id, marked, Markup("\n").join(cells))
