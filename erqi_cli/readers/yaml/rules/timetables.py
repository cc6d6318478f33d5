"""Rules about the timetable of a target over the year: it is complete, and fits its kind."""

from collections.abc import Iterator

from erqi_cli.domain.period import MONTHS
from erqi_cli.domain.vocabulary import Kind, Pace
from erqi_cli.errors import Problem
from erqi_cli.parsing.fault import quote
from erqi_cli.readers.yaml.entries import Figure, PlanEntries

WHOLE = 100
"""The last cumulative share, in percent."""


def paces(entries: PlanEntries) -> Iterator[Problem]:
    """Check that `monthly` goes with shares, and that no growth is set for the end of the year."""
    for target in entries.targets:
        is_monthly = target.pace is Pace.MONTHLY
        if is_monthly and not target.has("monthly_shares"):
            yield entries.problem("E418", target.place_of("pace"))
        elif target.has("monthly_shares") and not is_monthly:
            yield entries.problem("E418", target.place_of("monthly_shares"))
        if target.kind is Kind.GROWTH and target.pace is Pace.AT_END:
            yield entries.problem("E420", target.place_of("pace"))


def complete_shares(entries: PlanEntries) -> Iterator[Problem]:
    """Check that monthly shares are 12, never fall, and end with the whole."""
    for target in entries.targets:
        shares = target.monthly_shares
        if shares is not None and not _are_complete(shares):
            place = target.place_of("monthly_shares")
            yield entries.problem("E419", place, found=len(shares))


def _are_complete(shares: list[Figure]) -> bool:
    values = [share.value for share in shares]
    return len(values) == MONTHS and values == sorted(values) and values[-1] == WHOLE


def whole_when_due(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a target which is due within the plan year has its whole share by that month."""
    for target in entries.action_targets:
        due = target.value_of("due", str)
        shares = target.monthly_shares
        if due is None or shares is None or not _are_complete(shares):
            continue
        year, month, _ = due.split("-")
        share = shares[int(month) - 1]
        if int(year) == entries.plan_year and share.value != WHOLE:
            place = target.place_of("monthly_shares")
            yield entries.problem("E424", place, share=share.text, due=due)


def baselines(entries: PlanEntries) -> Iterator[Problem]:
    """Check that a baseline differs from the figure that is to be reached."""
    for target in entries.action_targets:
        start = target.figure("baseline")
        end = target.figure("value")
        if start is None or end is None:
            continue
        if start.value == end.value:
            yield entries.problem("E421", target.place_of("baseline"), value=quote(start.text))
