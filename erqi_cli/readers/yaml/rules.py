"""The rules between the parts of a plan file: a list of functions, each from the placed tree to problems.

They read the tree and not the model, so that one run reports these problems together with those of single values.
To add a rule, write a function and add it to CHECKS.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import Any, NamedTuple

from erqi_cli.domain.observation import is_published_too_early
from erqi_cli.domain.period import key_of
from erqi_cli.domain.units import find_unit
from erqi_cli.domain.vocabulary import Comparator, Kind, ObservationStatus, Pace
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.date import PERIOD, YEARS, is_day, is_period
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.number_forms import NUMBER
from erqi_cli.parsing.scalar import ID, ORDINAL
from erqi_cli.parsing.suggest import did_you_mean, nearest, write_it
from erqi_cli.readers.yaml.nodes import entries, kind_of, measured, names_of, place, targets, text
from erqi_cli.readers.yaml.tree import Document, Mapping, Sequence
from erqi_cli.readers.yaml.value_rules import figure_form, observed_form

NEEDS = {
    Kind.GROWTH: ("value",),
    Kind.LEVEL: ("value", "unit"),
    Kind.COUNT: ("value", "unit"),
    Kind.SHARE: ("value",),
    Kind.RELATIVE: ("to",),
    Kind.CONTEXT: ("value", "unit"),
}
"""The keys that a target of a kind has to have."""
PACED = ("pace", "monthly_shares", "baseline")
BARRED = {
    Kind.GROWTH: ("unit", "to", "baseline"),
    Kind.SHARE: ("unit", "to"),
    Kind.LEVEL: ("to",),
    Kind.COUNT: ("to",),
    Kind.CONTEXT: ("to", *PACED),
    Kind.MILESTONE: ("to", "upper", *PACED),
    Kind.RELATIVE: ("unit", *PACED),
    Kind.QUALITATIVE: ("to", "value", "upper", "unit", "tolerance", *PACED),
}
"""The keys that a target of a kind cannot have."""
SIDES = ("numerator", "denominator")
ID_PATH = re.compile(rf"{ID.pattern}(?:\.{ID.pattern})?", re.ASCII)
"""An id, or ACTION.TARGET."""
QUALIFIERS = {Comparator.BETWEEN: "upper", Comparator.ABOUT: "tolerance"}
"""The key that goes with a comparator."""


def _unique(document: Document, nodes: Iterator[Mapping]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for node in nodes:
        if name := text(node, "id"):
            spot = place(node, "id")
            if name in seen:
                yield document.problem("E401", spot, id=same(name), first=seen[name])
            seen.setdefault(name, spot.line)


def unique_ids(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that ids are unique: sources; indicators, actions and ratios together; the targets of each action."""
    yield from _unique(document, entries(root, "sources"))
    yield from _unique(
        document, chain(*(entries(root, key) for key in ("indicators", "actions", "ratios")))
    )
    for action in entries(root, "actions"):
        yield from _unique(document, entries(action, "targets"))


class _Named(NamedTuple):
    """What can be referred to, by id; `refused` are the ids that are none, and reported themselves."""

    what: Text
    known: dict[str, Any]
    refused: list[str]


def _named(what: Text, known: dict[str, Any]) -> _Named:
    listed = {one: thing for one, thing in known.items() if one}
    return _Named(what, listed, [one for one in listed if not ID_PATH.fullmatch(one)])


def _known(document: Document, node: Mapping, key: str, named: _Named) -> Iterator[Problem]:
    name, known = text(node, key), named.known
    if name is None or name in known:
        return

    def remedy() -> Text | None:
        if meant := next((key for key, thing in known.items() if name in names_of(thing)), None):
            return write_it(meant)
        close = nearest(name, known)
        return did_you_mean(close[0]) if close else None

    if named.refused and nearest(name, named.refused):
        return  # the id that is refused is all that is wrong
    listed = ", ".join(islice(known, 12)) + (" …" if len(known) > 12 else "")
    yield document.problem(
        "E402", place(node, key), remedy, what=named.what, id=quote(name), known=listed
    )


def references(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that every id that an entry refers to exists."""
    sources = _named(
        Text("来源", "source"), {text(node, "id") or "": node for node in entries(root, "sources")}
    )
    things = _named(Text("指标或目标", "indicator or target"), measured(root))
    yield from _known(document, root, "document", sources)
    seen = list(entries(root, "observations"))
    for node in (*entries(root, "indicators"), *(target for _, target in targets(root)), *seen):
        yield from _known(document, node, "source", sources)
    refers = [(node, "target") for node in seen]
    refers += [(node, key) for node in entries(root, "ratios") for key in SIDES]
    refers += [(target, "to") for _, target in targets(root)]
    for node, key in refers:
        yield from _known(document, node, key, things)


def kinds(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that each kind of target has the keys that it needs and none that it cannot use."""
    for _, target in targets(root):
        kind = kind_of(target)
        if kind is None:
            continue
        for key in NEEDS.get(kind, ()):
            if key not in target:
                yield document.problem("E403", place(target, "kind"), kind=kind, key=key)
        for key in BARRED.get(kind, ()):
            if key in target:
                yield document.problem("E404", place(target, key), kind=kind, key=key)
        yield from figure_form(document, target, kind)


def comparators(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that `between` has its upper end, `about` its tolerance, and nothing else has either."""
    for node in (*entries(root, "indicators"), *(target for _, target in targets(root))):
        comparator = text(node, "comparator") or Comparator.EXACTLY
        for word, key in QUALIFIERS.items() if comparator in list(Comparator) else ():
            if comparator == word and key not in node:
                yield document.problem("E413", place(node, "comparator"), key=key, comparator=word)
            elif comparator != word and key in node:
                yield document.problem("E415", place(node, key), key=key, comparator=word)
        low, high = (
            text(node, key) or "" for key in ("growth" if "growth" in node else "value", "upper")
        )
        ends = [end.removesuffix("%") for end in (low, high)]
        if all(NUMBER.fullmatch(end) for end in ends) and Decimal(ends[0]) >= Decimal(ends[1]):
            yield document.problem("E412", place(node, "upper"), upper=high, value=low)


def observations(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that every observation holds a figure, and that no vintage stands twice."""
    seen: dict[tuple[str | None, ...], int] = {}
    things = measured(root)
    for node in entries(root, "observations"):
        if "value" not in node and "growth" not in node:
            yield document.problem("E406", place(node, "target"))
        if text(node, "status") == ObservationStatus.BREAK and "series_break" not in node:
            yield document.problem("E417", place(node, "status"))
        yield from observed_form(document, node, things.get(text(node, "target") or ""))
        published, when = text(node, "published") or "", text(node, "period") or ""
        if is_day(published) and is_period(when) and _is_too_early(node, published, when):
            yield document.problem(
                "E422", place(node, "published"), published=published, period=when
            )
        vintage = text(node, "target"), _period_key(node), published
        spot = place(node, "target")
        if vintage in seen:
            yield document.problem(
                "E405", spot, target=quote(vintage[0] or ""), period=vintage[1], first=seen[vintage]
            )
        seen.setdefault(vintage, spot.line)


def _is_too_early(node: Mapping, published: str, when: str) -> bool:
    """Tell whether an observation that is neither estimate nor forecast is dated before its period began."""
    status = text(node, "status")
    known = next((one for one in ObservationStatus if one == status), ObservationStatus.PROVISIONAL)
    return is_published_too_early(published, when, known)


def _period_key(node: Mapping) -> str:
    """Return the normalised period of an observation; one that is not a period as it is."""
    when = text(node, "period") or ""
    return key_of(when) if is_period(when) else when


def paces(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that a timetable is complete, and fit for its kind of target."""
    for node in (*entries(root, "indicators"), *(target for _, target in targets(root))):
        pace, shares = text(node, "pace"), node.get("monthly_shares")
        growth = "growth" in node or text(node, "kind") == Kind.GROWTH
        if (pace == Pace.MONTHLY) != ("monthly_shares" in node):
            yield document.problem(
                "E418", place(node, "pace" if pace == Pace.MONTHLY else "monthly_shares")
            )
        if growth and pace == Pace.AT_END:
            yield document.problem("E420", place(node, "pace"))
        if isinstance(shares, Sequence) and not _runs_to_the_whole(shares):
            yield document.problem("E419", place(node, "monthly_shares"), found=len(shares))
        elif isinstance(shares, Sequence) and (
            late := _still_short(shares, text(node, "due") or "", text(root, "plan_year"))
        ):
            yield document.problem(
                "E424", place(node, "monthly_shares"), share=late, due=text(node, "due")
            )
        start, end = text(node, "baseline"), text(node, "value")
        ends = [part.removesuffix("%") for part in (start, end) if part]
        if (
            len(ends) == 2
            and all(map(NUMBER.fullmatch, ends))
            and Decimal(ends[0]) == Decimal(ends[1])
        ):
            yield document.problem("E421", place(node, "baseline"), value=quote(start or ""))


def _runs_to_the_whole(shares: Sequence) -> bool:
    """Tell whether there are 12 cumulative shares, none below the one before, the last 100%; others say what is no rate."""
    if not all(
        isinstance(share, str) and NUMBER.fullmatch(share.removesuffix("%")) for share in shares
    ):
        return True
    values = [Decimal(share.removesuffix("%")) for share in shares]
    return len(values) == 12 and values == sorted(values) and values[-1] == 100


def _still_short(shares: Sequence, due: str, year: str | None) -> str | None:
    """Return the share of a timetable by months that its due date inside the year has, where that is not the whole."""
    if not is_day(due) or due[:4] != year or not all(isinstance(share, str) for share in shares):
        return None
    share = str(shares[int(due[5:7]) - 1])
    number = share.removesuffix("%")
    return share if NUMBER.fullmatch(number) and Decimal(number) != 100 else None


def numbering(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that actions are numbered 1, 2, 3 … in order."""
    for expected, action in enumerate(entries(root, "actions"), start=1):
        number = text(action, "number")
        if number is not None and ORDINAL.fullmatch(number) and number != str(expected):
            yield document.problem("E407", place(action, "number"), expected=expected)


def base_values(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that every indicator has a base value, or says why there is none, and that each vintage of it is above zero."""
    year, seen = text(root, "base_year") or "", list(entries(root, "observations"))
    found: dict[str, list[Mapping]] = {}
    for node in seen:
        if _period_key(node) == year and "value" in node:
            found.setdefault(text(node, "target") or "", []).append(node)
    things = measured(root)
    doubtful = not is_year(year) or any(
        text(node, "target") not in things or not is_period(text(node, "period") or "")
        for node in seen
    )
    for node in entries(root, "indicators"):
        name = text(node, "id") or ""
        has, says = name in found, "no_baseline" in node
        if not has and not says and not doubtful:
            yield document.problem("E408", place(node, "id"), id=name, year=year)
        elif has and says:
            yield document.problem("E409", place(node, "no_baseline"), id=name, year=year)
        for base in found.get(name, ()):
            if NUMBER.fullmatch(value := text(base, "value") or "") and Decimal(value) <= 0:
                yield document.problem("E411", place(base, "value"), value=value)


def is_year(words: str) -> bool:
    """Tell whether a text is a year that a plan may have."""
    return (
        PERIOD.fullmatch(words) is not None
        and len(words) == 4
        and YEARS[0] <= int(words) <= YEARS[1]
    )


def years(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that the plan year is the year after the base year, and that nothing is due before it."""
    base, plan = text(root, "base_year") or "", text(root, "plan_year") or ""
    if is_year(base) and is_year(plan) and int(plan) != int(base) + 1:
        yield document.problem("E410", place(root, "plan_year"), base_year=base, plan_year=plan)
    for _, target in targets(root):
        due = text(target, "due") or ""
        if is_year(plan) and is_day(due) and due < plan:
            yield document.problem("E423", place(target, "due"), due=due, year=plan)


def ratio_units(document: Document, root: Mapping) -> Iterator[Problem]:
    """Check that the two sides of a ratio are of one measure."""
    things = measured(root)
    for node in entries(root, "ratios"):
        sides = [(key, things[name]) for key in SIDES if (name := text(node, key)) in things]
        if len(sides) < 2 or any(_unit_is_refused(side) for _, side in sides):
            continue
        without = [key for key, side in sides if "unit" not in side]
        for key in without:
            yield document.problem("E416", place(node, key), id=text(node, key))
        units = [find_unit(text(side, "unit") or "") for _, side in sides]
        if not without and units[0] and units[1] and units[0].measure != units[1].measure:
            yield document.problem(
                "E414", place(node, "denominator"), unit=units[0].symbol, other=units[1].symbol
            )


def _unit_is_refused(side: Mapping) -> bool:
    """Tell whether a unit is missing or unknown where another rule says so already."""
    if "unit" in side:
        return find_unit(text(side, "unit") or "") is None
    kind = kind_of(side)
    return kind is not None and "unit" in NEEDS.get(kind, ())


CHECKS: tuple[Callable[[Document, Mapping], Iterator[Problem]], ...] = (
    unique_ids,
    references,
    kinds,
    comparators,
    observations,
    numbering,
    base_values,
    years,
    ratio_units,
    paces,
)
