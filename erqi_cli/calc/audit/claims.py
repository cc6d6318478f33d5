"""What a plan claims of its document.

It cites figures with their phrases, repeats the document in its own texts, and says which phrases
are not figures.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, ONE
from erqi_cli.domain.plan import Action, Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Comparator, Kind
from erqi_cli.parsing.figures.exclusions import IgnoredPhrase, find_exclusions
from erqi_cli.parsing.figures.finder import Figure, find_figures
from erqi_cli.parsing.figures.source_text import normalise_phrase, source_text
from erqi_cli.parsing.figures.unit_words import measure_of_unit


class CitedFigure(NamedTuple):
    """A figure or a wording of the plan, with the phrases in which the document gives it."""

    id: str
    """The full id of the target, such as projects.annual-investment."""
    target: Target
    value: Decimal | None
    """In base units of the measure (yuan, not 亿元); None if only a wording is cited."""
    upper: Decimal | None
    """The upper end of a range, in base units."""
    measure: str | None
    """What the unit measures."""
    comparator: Comparator
    """How the plan qualifies the figure."""
    phrases: tuple[str, ...]
    """In the form in which a text is searched."""
    others: tuple["CitedFigure", ...] = ()
    """The figures of the target before and after revisions; the document may give any of them."""

    @property
    def name(self) -> str:
        """The target's name as a text is searched for it."""
        return normalise_phrase(self.target.name.zh)

    @property
    def is_growth(self) -> bool:
        """True if the figure is a rate of growth, of which a decrease is negative."""
        return self.target.kind is Kind.GROWTH


class PlanText(NamedTuple):
    """A text in which the plan repeats the document: a name, a requirement, a measure, an aim."""

    id: str
    """The place of the text in the plan, such as projects.measures.1."""
    words: str
    scope: str
    """The figures have to be those of the targets whose ids begin so; empty for the whole plan."""
    figures: tuple[Figure, ...]
    """The figures of the text, without numbers that are not figures."""


class Claims(NamedTuple):
    """What a plan claims of its document."""

    cited: tuple[CitedFigure, ...]
    texts: tuple[PlanText, ...]
    ignored: tuple[IgnoredPhrase, ...]
    actions: int
    """The number of its actions."""
    places: tuple[str, ...] = ()
    """The names of its district and city."""


def claims_of(plan: Plan) -> Claims:
    """Return what a plan claims of its document.

    Figures that cite another source are left out.
    """
    ignored = _ignored_phrases(plan)
    texts = []
    for part in _texts(plan):
        text = read_plan_text(
            part.id,
            part.words,
            part.scope,
            ignored,
        )
        if text.figures:
            texts.append(text)
    return Claims(
        cited=tuple(_cited_figures(plan)),
        texts=tuple(texts),
        ignored=ignored,
        actions=len(plan.actions),
        places=_places(plan),
    )


def _places(plan: Plan) -> tuple[str, ...]:
    """Return the names of the district and the city that a plan is of."""
    places = [place for place in (plan.district, plan.city) if place]
    return tuple(normalise_phrase(place.zh) for place in places)


def read_plan_text(
    text_id: str,
    words: str,
    scope: str,
    ignored: tuple[IgnoredPhrase, ...],
) -> PlanText:
    """Return a text of the plan with its figures, without numbers that are not figures."""
    source = source_text(words)
    figures = find_figures(source.text)
    excluded = find_exclusions(source, figures, ignored)
    kept = [figure for figure in figures if figure.start not in excluded]
    return PlanText(
        id=text_id,
        words=words,
        scope=scope,
        figures=tuple(kept),
    )


def _ignored_phrases(plan: Plan) -> tuple[IgnoredPhrase, ...]:
    """Return what the plan says is not a figure."""
    if plan.audit is None:
        return ()
    ignore = plan.audit.ignore
    return tuple(IgnoredPhrase(entry.phrase, entry.reason) for entry in ignore)


def _cited_figures(plan: Plan) -> Iterator[CitedFigure]:
    """Yield the figures of the plan that it takes from its document."""
    for target in plan.targets:
        if target.source in (None, plan.document):
            yield from _figures_of(target)


def _figures_of(target: Target) -> Iterator[CitedFigure]:
    """Yield the first figure of a target, and the figure of each revision."""
    figures = [_cited_figure(target.as_first_set, target.phrases)]
    for revision in target.revisions:
        phrases = () if revision.phrase is None else (revision.phrase,)
        figures.append(_cited_figure(target.revised_by(revision.day), phrases))
    for figure in figures:
        others = [other for other in figures if other is not figure]
        yield figure._replace(others=tuple(others))


def _cited_figure(target: Target, phrases: tuple[str, ...]) -> CitedFigure:
    """Return a figure of the plan in base units."""
    unit = target.figure_unit
    scale = unit.scale if unit else ONE
    return CitedFigure(
        id=target.id,
        target=target,
        value=_in_base_units(target.figure, scale),
        upper=_in_base_units(target.upper, scale),
        measure=measure_of_unit(unit),
        comparator=target.comparator,
        phrases=tuple(normalise_phrase(phrase) for phrase in phrases),
    )


def _in_base_units(
    value: Decimal | None,
    scale: Decimal,
) -> Decimal | None:
    """Return a figure times the scale of its unit, or None if there is none."""
    if value is None:
        return None
    return EXACT.multiply(value, scale)


class _Text(NamedTuple):
    """A text of the plan before its figures are read."""

    id: str
    words: str
    scope: str


def _texts(plan: Plan) -> Iterator[_Text]:
    """Yield the plan's own texts, each with the targets whose figures it may name."""
    for number, aim in enumerate(plan.aims, 1):
        yield _Text(f"aims.{number}", aim.zh, "")
    for indicator in plan.indicators:
        name_id = f"{indicator.id}.name"
        yield _Text(name_id, indicator.name.zh, indicator.id)
    for action in plan.actions:
        yield from _texts_of_action(action)


def _texts_of_action(action: Action) -> Iterator[_Text]:
    """Yield the texts of an action: its name, requirements and measures, and its targets' names."""
    scope = f"{action.id}."
    yield _Text(f"{scope}name", action.name.zh, scope)
    for number, requirement in enumerate(action.requirements, 1):
        text_id = f"{scope}requirements.{number}"
        yield _Text(text_id, requirement.zh, scope)
    for number, measure in enumerate(action.measures, 1):
        text_id = f"{scope}measures.{number}"
        yield _Text(text_id, measure.zh, scope)
    for target in action.targets:
        yield _Text(f"{target.id}.name", target.name.zh, target.id)
