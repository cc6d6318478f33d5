"""Rules about revisions: each counts from a later day of the plan's years, and has a figure."""

from collections.abc import Iterator

from erqi_cli.domain.vocabulary import Collection, Comparator, Kind
from erqi_cli.errors import Problem
from erqi_cli.parsing.fault import quote
from erqi_cli.readers.yaml.entries import PlanEntries, RevisionEntry, TargetEntry
from erqi_cli.readers.yaml.rules.figures import FIGURE_KINDS, check_figure
from erqi_cli.readers.yaml.rules.keys import FORBIDDEN_KEYS
from erqi_cli.readers.yaml.rules.messages import NO_FIGURE_TO_REVISE, SAME_KEYS

REVISED_KEYS = ("growth", "value", "upper")
"""The keys of a target that a revision can change."""


def revisions(entries: PlanEntries) -> Iterator[Problem]:
    """Check the days and the figures of each target's revisions."""
    for target in entries.targets:
        kind = target.kind
        if kind is None or "revisions" in FORBIDDEN_KEYS.get(kind, ()):
            continue
        yield from _check_days(entries, target)
        for revision in target.revisions:
            yield from _check_keys(entries, target, revision)
            yield from _check_figures(entries, target, revision, kind)
        yield from _check_ranges(entries, target)


def _check_days(entries: PlanEntries, target: TargetEntry) -> Iterator[Problem]:
    """Check that each revision counts from a day inside the plan's years, after the one before."""
    base_year, plan_year = entries.base_year, entries.plan_year
    before = None
    for revision in target.revisions:
        day = revision.day
        if day is None:
            continue
        place = revision.place_of("from")
        if base_year is not None and plan_year is not None:
            first, last = f"{base_year + 1}-01-01", f"{plan_year}-12-31"
            if not first <= day <= last:
                yield entries.problem("E438", place, day=day, first=first, last=last)
        if before is not None and day <= before:
            yield entries.problem("E439", place, day=day, before=before)
        before = day


def _check_keys(
    entries: PlanEntries, target: TargetEntry, revision: RevisionEntry
) -> Iterator[Problem]:
    """Check that a revision has a figure, and only figures that the target itself has."""
    own_keys = [key for key in REVISED_KEYS if _has_figure(target, key)]
    remedy = SAME_KEYS.fill(keys=", ".join(own_keys)) if own_keys else NO_FIGURE_TO_REVISE
    stated = [key for key in REVISED_KEYS if revision.has(key)]
    if not stated:
        yield entries.problem("E440", revision.place_of("from"), remedy)
    for key in stated:
        if key not in own_keys:
            yield entries.problem("E441", revision.place_of(key), remedy, key=key)


def _has_figure(target: TargetEntry, key: str) -> bool:
    """Tell whether a target has a figure to revise; to be in step is to be 0 points above."""
    is_in_step = target.kind is Kind.RELATIVE and key == "value"
    return target.has(key) or is_in_step


def _check_figures(
    entries: PlanEntries, target: TargetEntry, revision: RevisionEntry, kind: Kind
) -> Iterator[Problem]:
    """Check that the figures of a revision are such as the kind of target takes."""
    for key in ("value", "upper"):
        if kind in FIGURE_KINDS and target.has(key):
            yield from check_figure(entries, target, revision, key)
    yield from _check_direction(entries, target, revision)
    yield from _check_baseline(entries, target, revision)


def _check_direction(
    entries: PlanEntries, target: TargetEntry, revision: RevisionEntry
) -> Iterator[Problem]:
    """Check that a growth that is revised to a fall says which way is better."""
    growth = revision.figure(target.figure_key)
    if target.kind is not Kind.GROWTH or growth is None or target.has("better"):
        return
    if growth.value < 0 and target.comparator is Comparator.EXACTLY:
        place = revision.place_of(target.figure_key)
        yield entries.problem("E425", place, growth=growth.text)


def _check_baseline(
    entries: PlanEntries, target: TargetEntry, revision: RevisionEntry
) -> Iterator[Problem]:
    """Check that the figure of a stock is not revised to where the year starts from."""
    if target.collection in (Collection.AVERAGE, Collection.SUMMED):
        return
    start = target.figure("baseline")
    end = revision.figure("value")
    if start is not None and end is not None and start.value == end.value:
        yield entries.problem("E421", revision.place_of("value"), value=quote(end.text))


def _check_ranges(entries: PlanEntries, target: TargetEntry) -> Iterator[Problem]:
    """Check that the upper end stays above the lower end, whichever of them is revised."""
    low = target.figure(target.figure_key)
    high = target.figure("upper")
    for revision in target.revisions:
        new_low = revision.figure(target.figure_key)
        new_high = revision.figure("upper")
        if new_low is None and new_high is None:
            continue
        low, high = new_low or low, new_high or high
        if low is not None and high is not None and low.value >= high.value:
            place = revision.place_of(target.figure_key if new_high is None else "upper")
            yield entries.problem("E412", place, upper=high.text, value=low.text)
