"""What of a plan is held against its document: figures with their phrases, the plan's own words, what is no figure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.calc.decimals import EXACT, ONE
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.parsing.figures.exclusions import Ignored, exempted
from erqi_cli.parsing.figures.finder import Figure, find_figures, measure_of
from erqi_cli.parsing.figures.source_text import prose_of, squeezed


class Cited(NamedTuple):
    """A figure or a wording of the plan with the phrases in which the document gives it.

    `value` and `upper` are in base units of `measure` (yuan, not 亿元), `value` None where only the wording is cited.
    """

    id: str
    target: Target
    value: Decimal | None
    upper: Decimal | None
    measure: str | None
    comparator: Comparator
    phrases: tuple[str, ...]


class Said(NamedTuple):
    """A text in which the plan says what the document says: a name, a requirement, a measure, an aim.

    Its `figures` are to be those of the cited entries whose ids begin with `of`, or of the document where that is empty.
    """

    where: str
    words: str
    of: str
    figures: tuple[Figure, ...]


class Case(NamedTuple):
    """What of a plan is held against its document; `actions` is how many the plan has."""

    cited: tuple[Cited, ...]
    said: tuple[Said, ...]
    ignored: tuple[Ignored, ...]
    actions: int


def case_of(plan: Plan) -> Case:
    """Return what of a plan is held against its document; what cites another source is left out."""
    cited = [_cited(target) for target in plan.targets if target.source in (None, plan.document)]
    ignored = tuple(Ignored(one.phrase, one.reason) for one in plan.audit.ignore) if plan.audit else ()
    said = (said_in(where, words, of, ignored) for where, words, of in _texts(plan))
    return Case(tuple(cited), tuple(one for one in said if one.figures), ignored, len(plan.actions))


def _cited(target: Target) -> Cited:
    symbol = target.figure_unit
    unit = UNITS.get(symbol or "")
    scale = unit.scale if unit else ONE
    return Cited(
        id=target.id,
        target=target,
        value=None if target.figure is None else EXACT.multiply(target.figure, scale),
        upper=None if target.upper is None else EXACT.multiply(target.upper, scale),
        measure=measure_of(unit, symbol),
        comparator=target.comparator,
        phrases=tuple(map(squeezed, target.phrases)),
    )


def said_in(where: str, words: str, of: str, ignored: tuple[Ignored, ...]) -> Said:
    """Return a text of the plan with its figures, without those that are none."""
    prose = prose_of(words)
    figures = find_figures(prose.text)
    exempt = exempted(prose, figures, ignored)
    return Said(where, words, of, tuple(figure for figure in figures if figure.start not in exempt))


def _texts(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield the plan's own words with where they stand, and whose figures they speak of."""
    yield from ((f"aims.{at}", aim.zh, "") for at, aim in enumerate(plan.aims, 1))
    yield from ((f"{one.id}.name", one.name.zh, one.id) for one in plan.indicators)
    for action in plan.actions:
        own = f"{action.id}."
        yield f"{own}name", action.name.zh, own
        yield from ((f"{own}requirements.{at}", one.zh, own) for at, one in enumerate(action.requirements, 1))
        yield from ((f"{own}measures.{at}", one.zh, own) for at, one in enumerate(action.measures, 1))
        yield from ((f"{one.id}.name", one.name.zh, one.id) for one in action.targets)
