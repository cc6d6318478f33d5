"""What an audit finds: figures that are in the plan, that are missing, and that differ."""

from typing import NamedTuple

from erqi_cli.calc.audit.claims import CitedFigure, Claims
from erqi_cli.domain.vocabulary import Difference, FindingKind
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.figures.exclusions import Exclusion, RuleCode, find_exclusions
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.source_text import SourceText
from erqi_cli.parsing.figures.tables import find_document_figures

MAX_FIGURES = 10_000
"""No document from which a plan is taken has more figures."""


FAILING = frozenset({FindingKind.MISSING, FindingKind.DIFFERS, FindingKind.ABSENT})
"""The findings that make an audit fail."""


class Finding(NamedTuple):
    """One finding of an audit.

    `start` and `end` are its place in the document's text, None if it is not there. `ids` name the
    entries of the plan that have the figure or differ from it, `cited` is the figure that differs,
    in `difference`. `words` are the phrase or the plan's own text. `rule` and `reason` tell why a
    number is not a figure.
    """

    kind: FindingKind
    start: int | None = None
    end: int | None = None
    ids: tuple[str, ...] = ()
    cited: CitedFigure | None = None
    difference: Difference | None = None
    words: str | None = None
    rule: RuleCode | None = None
    reason: Text | None = None

    @property
    def fails(self) -> bool:
        """True if the finding makes an audit fail."""
        return self.kind in FAILING

    @property
    def is_loose(self) -> bool:
        """True if a strict audit fails: an ignored number has no reason, an entry no use."""
        if self.kind == FindingKind.IGNORED:
            return self.rule == RuleCode.IGNORE and self.reason is None
        return self.kind == FindingKind.UNUSED


class Document(NamedTuple):
    """A document with its figures; `exclusions` are numbers that do not count, by start."""

    source: SourceText
    figures: tuple[Figure, ...]
    exclusions: dict[int, Exclusion]


class AuditResult(NamedTuple):
    """The findings of an audit, in the order of the document.

    `unsure` are the ids of entries whose phrases may name something else in the document.
    """

    document: Document
    findings: tuple[Finding, ...]
    unsure: tuple[str, ...] = ()

    def failed(self, *, strict: bool = False) -> bool:
        """Return whether a figure is missing or differs; if strict, also if a finding is loose."""
        if strict and any(finding.is_loose for finding in self.findings):
            return True
        return any(finding.fails for finding in self.findings)


def read_figures(source: SourceText, claims: Claims) -> Document:
    """Return a document with its figures; raise Failure E222 if it has too many."""
    figures = tuple(find_document_figures(source, MAX_FIGURES + 1))
    if len(figures) > MAX_FIGURES:
        raise failure("E222", file=source.file, limit=MAX_FIGURES)
    exclusions = find_exclusions(source, figures, claims.ignored)
    return Document(source=source, figures=figures, exclusions=exclusions)
