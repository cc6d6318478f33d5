"""Compares a plan with its document and reports what is missing and what differs."""

import re
from collections.abc import Iterator
from math import inf

from erqi_cli.calc.audit.agreement import same_measure
from erqi_cli.calc.audit.claims import CitedFigure, Claims, PlanText
from erqi_cli.calc.audit.findings import AuditResult, Document, Finding
from erqi_cli.calc.audit.matching import Matches, Mismatch, match_figures
from erqi_cli.domain.vocabulary import FindingKind
from erqi_cli.parsing.figures.exclusions import unused_phrases
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.unit_words import COUNT

COUNTED_ACTIONS = re.compile("大行动")
"""What a document calls the actions of its plan: 八大行动 counts them."""
ACTIONS_ID = "actions"
"""Stands among the ids of a finding for the number of actions."""


def audit(document: Document, claims: Claims) -> AuditResult:
    """Return what comparing a plan with its document finds."""
    matches = match_figures(document, claims)
    report = _Report(document, claims, matches)
    findings = [
        *report.differing(),
        *report.absent_phrases(),
        *report.document_figures(),
        *report.absent_texts(),
        *report.unused_entries(),
    ]
    # The sort is stable: findings at one place, and those without one, keep this order.
    findings.sort(key=_place_in_document)
    unsure = dict.fromkeys(matches.unsure)
    return AuditResult(
        document=document,
        findings=tuple(findings),
        unsure=tuple(unsure),
    )


def _place_in_document(finding: Finding) -> float:
    """Return what sorts findings by their place; those without one come last."""
    return inf if finding.start is None else finding.start


class _Report:
    """Turns matches into findings.

    `differing` has to come first: it marks the figures that differ.
    """

    def __init__(
        self,
        document: Document,
        claims: Claims,
        matches: Matches,
    ) -> None:
        """Take what was compared and what matching found."""
        self.document = document
        self.text = document.source.text
        self.claims = claims
        self.matches = matches
        self.marked: set[int] = set()

    def differing(self) -> Iterator[Finding]:
        """Yield what the document gives otherwise than the plan."""
        for mismatch in self.matches.mismatches:
            start, end = mismatch.start, mismatch.end
            figure = self._figure_to_show(mismatch)
            if figure:
                self._mark_differing(figure.start, mismatch.cited.id)
                start, end = figure.start, figure.end
            yield Finding(
                kind=FindingKind.DIFFERS,
                start=start,
                end=end,
                ids=(mismatch.cited.id,),
                cited=mismatch.cited,
                difference=mismatch.difference,
                words=mismatch.phrase,
            )

    def _figure_to_show(self, mismatch: Mismatch) -> Figure | None:
        """Return the figure that differs.

        It is the first one of the phrase that no entry has, or the first.
        """
        for figure in mismatch.figures:
            if figure.start not in self.matches.holders:
                return figure
        return mismatch.figures[0] if mismatch.figures else None

    def _mark_differing(self, start: int, cited_id: str) -> None:
        """Record that a figure differs.

        The entry that says so does not have it; others may.
        """
        self.marked.add(start)
        holders = self.matches.holders.get(start, [])
        others = [holder for holder in holders if holder != cited_id]
        self.matches.holders[start] = others

    def absent_phrases(self) -> Iterator[Finding]:
        """Yield the phrases that the document does not have."""
        for absence in self.matches.absences:
            yield Finding(
                kind=FindingKind.ABSENT,
                ids=(absence.cited.id,),
                cited=absence.cited,
                words=absence.phrase,
            )

    def document_figures(self) -> Iterator[Finding]:
        """Yield what became of each figure of the document, without those that differ."""
        for figure in self.document.figures:
            finding = self._matched(figure) or self._ignored(figure)
            if finding:
                yield finding
            elif figure.start not in self.marked:
                yield Finding(
                    kind=FindingKind.MISSING,
                    start=figure.start,
                    end=figure.end,
                )

    def _matched(self, figure: Figure) -> Finding | None:
        """Return the finding of a figure that is in the plan, or None."""
        holders = self.matches.holders.get(figure.start)
        if holders:
            ids = tuple(dict.fromkeys(holders))
        elif self._counts_actions(figure):
            ids = (ACTIONS_ID,)
        else:
            return None
        return Finding(
            kind=FindingKind.MATCHED,
            start=figure.start,
            end=figure.end,
            ids=ids,
        )

    def _ignored(self, figure: Figure) -> Finding | None:
        """Return the finding of a number that is not a figure, or None."""
        exclusion = self.document.exclusions.get(figure.start)
        if exclusion is None or self._counts_other_actions(figure):
            return None
        return Finding(
            kind=FindingKind.IGNORED,
            start=figure.start,
            end=exclusion.end,
            rule=exclusion.rule,
            reason=exclusion.reason,
        )

    def _counts_actions(self, figure: Figure) -> bool:
        """Return whether a figure is the number of the plan's actions."""
        if figure.value != self.claims.actions:
            return False
        return self._is_followed_by_actions(figure)

    def _counts_other_actions(self, figure: Figure) -> bool:
        """Return whether a figure differs from the number of actions in the plan.

        A plan with a single action does not say how many there are.
        """
        has_several = self.claims.actions > 1
        return has_several and self._is_followed_by_actions(figure)

    def _is_followed_by_actions(self, figure: Figure) -> bool:
        """Return whether the document counts actions with a figure."""
        found = COUNTED_ACTIONS.match(self.text, figure.numeral_end)
        return found is not None

    def absent_texts(self) -> Iterator[Finding]:
        """Yield the plan's own texts with a figure that none of their entries has."""
        cited_by_scope = _by_scope(self.claims.cited)
        for text in self.claims.texts:
            cited = cited_by_scope.get(text.scope, [])
            if not self._holds_figures(text, cited):
                yield Finding(
                    kind=FindingKind.ABSENT,
                    ids=(text.id,),
                    words=text.words,
                )

    def _holds_figures(
        self,
        text: PlanText,
        cited: list[CitedFigure],
    ) -> bool:
        """Return whether each figure of a text is one of the document or of the cited ones."""
        known: list[Figure] = []
        if text.scope:
            for entry in cited:
                known += self.matches.figures.get(entry.id, [])
        else:
            known += self.document.figures
        return all(_is_known(figure, cited, known) for figure in text.figures)

    def unused_entries(self) -> Iterator[Finding]:
        """Yield the ignored phrases of the plan that the document does not have."""
        ignored = self.claims.ignored
        for entry in unused_phrases(self.document.source, ignored):
            yield Finding(
                kind=FindingKind.UNUSED,
                words=entry.phrase,
                reason=entry.reason,
            )


def _by_scope(
    cited: tuple[CitedFigure, ...],
) -> dict[str, list[CitedFigure]]:
    """Return the cited figures by the scopes of the texts that may name them."""
    by_scope: dict[str, list[CitedFigure]] = {}
    for entry in cited:
        action = entry.id.partition(".")[0] + "."
        for scope in (entry.id, action):
            by_scope.setdefault(scope, []).append(entry)
    return by_scope


def _is_known(
    figure: Figure,
    cited: list[CitedFigure],
    matched: list[Figure],
) -> bool:
    """Return whether a figure in the plan's own text is one of the matched or the cited figures.

    A counting word has to be the document's own: 四大平台 is not known from any four things there.
    """
    amounts = (figure.base_value, figure.base_upper)
    for known in matched:
        same_amounts = amounts == (known.base_value, known.base_upper)
        if same_amounts and figure.unit == known.unit:
            return True
    if figure.measure == COUNT:
        return False
    for entry in cited:
        same_amounts = amounts == (entry.value, entry.upper)
        if same_amounts and same_measure(entry.measure, figure.measure):
            return True
    return False
