"""Whether a figure of a plan file is one that its kind of target can have: a rate or an amount, and within bounds."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from erqi_cli.domain.vocabulary import GROWTH_KINDS, RATE_KINDS, Kind
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.number_forms import NUMBER, number_remedy, rate_remedy
from erqi_cli.parsing.scalar import sound, sound_target
from erqi_cli.readers.yaml.nodes import kind_of, place, text
from erqi_cli.readers.yaml.tree import Document, Mapping

FIGURED = frozenset({Kind.GROWTH, Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.CONTEXT, Kind.MILESTONE})
"""The kinds whose figure is a rate or an amount of their own."""


def figure_form(document: Document, target: Mapping, kind: Kind) -> Iterator[Problem]:
    """Check that the figures of a target are rates or amounts as its kind wants them, and within bounds."""
    for key in ("value", "upper", "baseline"):
        figure = text(target, key)
        if figure is None or kind not in FIGURED:
            continue
        rate = figure.endswith("%")
        if kind in RATE_KINDS and not rate and NUMBER.fullmatch(figure):
            yield document.problem(
                "E302", place(target, key), rate_remedy(figure), value=quote(figure)
            )
        elif kind not in RATE_KINDS and rate and text(target, "unit") != "%":
            remedy = Text("占比请用 kind: share", "for a share use kind: share")
            yield document.problem("E301", place(target, key), remedy, value=quote(figure))
        else:
            yield from _unsound(document, target, key, partial(sound_target, kind))


def observed_form(document: Document, node: Mapping, thing: Mapping | None) -> Iterator[Problem]:
    """Check that a value is one that can be observed: of a share a rate, of a milestone without a figure whether it is done."""
    value = text(node, "value")
    if thing is None or value is None:
        return
    kind = kind_of(thing)
    rate = value.endswith("%")
    if kind is Kind.SHARE and not rate and NUMBER.fullmatch(value):
        yield document.problem("E302", place(node, "value"), rate_remedy(value), value=quote(value))
    elif rate and kind is not Kind.SHARE and text(thing, "unit") != "%":
        of_growth = "kind" not in thing or kind in GROWTH_KINDS
        remedy = (
            Text(f"增速请写成 growth: {value}", f"a growth is written growth: {value}")
            if of_growth
            else number_remedy(value)
        )
        yield document.problem("E301", place(node, "value"), remedy, value=quote(value))
    elif (
        kind is Kind.MILESTONE
        and "value" not in thing
        and NUMBER.fullmatch(value)
        and value not in ("0", "1")
    ):
        yield document.problem("E514", place(node, "value"), value=quote(value))
    elif kind in (Kind.SHARE, Kind.COUNT, Kind.MILESTONE):
        yield from _unsound(document, node, "value", partial(sound, kind))


def _unsound(
    document: Document, node: Mapping, key: str, test: Callable[[Decimal, str], object]
) -> Iterator[Problem]:
    """Check that a figure passes the test of its kind of target."""
    figure = text(node, key) or ""
    number = figure.removesuffix("%")
    if NUMBER.fullmatch(number):
        try:
            test(Decimal(number), figure)
        except ValueFault as fault:
            yield document.problem(fault.code, place(node, key), fault.remedy, **fault.values)
