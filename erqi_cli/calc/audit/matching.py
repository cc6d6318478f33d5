"""Matches the figures that a plan cites with those of its document, phrase by phrase."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from erqi_cli.calc.audit.agreement import agrees, comparator_of, difference_of
from erqi_cli.calc.audit.claims import CitedFigure, Claims
from erqi_cli.calc.audit.findings import Document
from erqi_cli.calc.audit.phrases import PhraseFinder, Standing
from erqi_cli.domain.vocabulary import Difference
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.qualifiers import EXACTLY


class Mismatch(NamedTuple):
    """A phrase whose figures in the document are not the plan's."""

    cited: CitedFigure
    phrase: str
    start: int
    """Where the document has the phrase, or its words with other figures."""
    end: int
    figures: list[Figure]
    difference: Difference


class Absence(NamedTuple):
    """A phrase that the document does not have, or not as often as the plan lists it."""

    cited: CitedFigure
    phrase: str


@dataclass(slots=True)
class Matches:
    """What matching found."""

    holders: dict[int, list[str]] = field(default_factory=dict)
    """The ids of the entries that have a figure of the document, by its start."""
    figures: dict[str, list[Figure]] = field(default_factory=dict)
    """The figures of the document that an entry has, by its id."""
    mismatches: list[Mismatch] = field(default_factory=list)
    """In the order of the plan."""
    absences: list[Absence] = field(default_factory=list)
    """In the order of the plan."""
    unsure: list[str] = field(default_factory=list)
    """The ids of entries whose phrases may name something else in the document."""


def match_figures(document: Document, claims: Claims) -> Matches:
    """Return the matches and mismatches of each cited figure."""
    matcher = _Matcher(document, claims)
    for cited in claims.cited:
        matcher.match(cited)
    matcher.drop_absences_of_revised()
    return matcher.matches


class _Place(NamedTuple):
    """A place at which a phrase, or its words with other figures, occurs."""

    phrase: str
    start: int
    end: int
    standing: Standing


class _Match(NamedTuple):
    """A figure of the document that is the plan's, and the phrase that led to it."""

    phrase: str
    figure: Figure


class _Matcher:
    """Matches one cited figure after another with the figures of a document."""

    def __init__(self, document: Document, claims: Claims) -> None:
        """Take the document and what the plan claims of it."""
        self.text = document.source.text
        self.figures = document.figures
        self.starts = [figure.start for figure in self.figures]
        self.phrases = PhraseFinder(self.text, claims.places)
        self.matches = Matches()

    def match(self, cited: CitedFigure) -> None:
        """Look a cited figure up at each place of each of its phrases."""
        matches: list[_Match] = []
        mismatches: list[Mismatch] = []
        reworded: list[Mismatch] = []
        for place in self._places(cited):
            figures = self._figures_of(place)
            if place.standing == Standing.IN_LONGER_TERM:
                difference = Difference.LONGER_TERM
                mismatches.append(_mismatch(cited, place, figures, difference))
                continue
            if place.standing == Standing.UNSURE:
                self.matches.unsure.append(cited.id)
            same = _matching_figure(figures, cited)
            other = None if same else _figure_of_others(figures, cited)
            if other:
                self._record_matches(cited, [_Match(place.phrase, other)])
                continue
            if same:
                matches.append(_Match(place.phrase, same))
                figures = [same]
            elif cited.value is not None:
                difference = difference_of(figures, cited)
                mismatches.append(_mismatch(cited, place, figures, difference))
                continue
            if self._is_reworded(place):
                difference = Difference.PHRASE
                reworded.append(_mismatch(cited, place, figures, difference))
        self._record_matches(cited, matches)
        mismatches += _qualified_otherwise(cited, matches)
        self._record_mismatches(mismatches, reworded)

    def _places(self, cited: CitedFigure) -> Iterator[_Place]:
        """Yield the places of each phrase, as many as the plan lists it."""
        for phrase, times in Counter(cited.phrases).items():
            exact = self.phrases.find(phrase, cited.name, times)
            for occurrence in exact:
                yield _Place(phrase, *occurrence)
            alike = None
            if not exact:
                alike = self.phrases.find_with_other_figures(phrase, cited.name)
            if alike:
                yield _Place(phrase, *alike)
            elif len(exact) < times:
                absence = Absence(cited, phrase)
                self.matches.absences.append(absence)

    def _figures_of(self, place: _Place) -> list[Figure]:
        """Return the figures of the document at a place."""
        first = bisect_left(self.starts, place.start)
        last = bisect_left(self.starts, place.end)
        return list(self.figures[first:last])

    def _is_reworded(self, place: _Place) -> bool:
        """Return whether the document has other words than the phrase, the same figure apart."""
        return self.text[place.start : place.end] != place.phrase

    def _record_matches(
        self,
        cited: CitedFigure,
        matches: list[_Match],
    ) -> None:
        """Record which figures an entry has."""
        figures = [match.figure for match in matches]
        self.matches.figures.setdefault(cited.id, []).extend(figures)
        for figure in figures:
            holders = self.matches.holders.setdefault(figure.start, [])
            holders.append(cited.id)

    def drop_absences_of_revised(self) -> None:
        """Drop the absent phrases of revised targets that the document states once at least."""
        kept = []
        for absence in self.matches.absences:
            cited = absence.cited
            is_stated_otherwise = cited.others and self.matches.figures.get(cited.id)
            if not is_stated_otherwise:
                kept.append(absence)
        self.matches.absences = kept

    def _record_mismatches(
        self,
        mismatches: list[Mismatch],
        reworded: list[Mismatch],
    ) -> None:
        """Record the mismatches of one cited figure.

        A phrase whose figure or qualifier differs is not reported as reworded as well.
        """
        reported = {mismatch.phrase for mismatch in mismatches}
        self.matches.mismatches += mismatches
        for mismatch in reworded:
            if mismatch.phrase not in reported:
                self.matches.mismatches.append(mismatch)


def _mismatch(
    cited: CitedFigure,
    place: _Place,
    figures: list[Figure],
    difference: Difference,
) -> Mismatch:
    """Return what differs from the plan at a place."""
    return Mismatch(
        cited=cited,
        phrase=place.phrase,
        start=place.start,
        end=place.end,
        figures=figures,
        difference=difference,
    )


def _matching_figure(
    figures: list[Figure],
    cited: CitedFigure,
) -> Figure | None:
    """Return the figure that is the plan's.

    Of several it is the one with the plan's qualifier, or the first.
    """
    if cited.value is None:
        return None
    same = [figure for figure in figures if agrees(figure, cited)]
    for figure in same:
        if comparator_of(figure, cited) == cited.comparator:
            return figure
    return same[0] if same else None


def _figure_of_others(
    figures: list[Figure],
    cited: CitedFigure,
) -> Figure | None:
    """Return the figure that is the target's before or after a revision."""
    for other in cited.others:
        same = _matching_figure(figures, other)
        if same:
            return same
    return None


def _qualified_otherwise(
    cited: CitedFigure,
    matches: list[_Match],
) -> Iterator[Mismatch]:
    """Yield the matches with another qualifier than the plan's.

    If one place gives the plan's qualifier, the others may give none.
    """
    comparators = [comparator_of(match.figure, cited) for match in matches]
    is_given = cited.comparator in comparators
    for match, comparator in zip(matches, comparators, strict=True):
        if comparator == cited.comparator:
            continue
        if is_given and comparator == EXACTLY:
            continue
        yield Mismatch(
            cited=cited,
            phrase=match.phrase,
            start=match.figure.start,
            end=match.figure.end,
            figures=[match.figure],
            difference=Difference.COMPARATOR,
        )
