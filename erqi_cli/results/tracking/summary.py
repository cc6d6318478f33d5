"""The counts by status: in all, and of each group of targets."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from erqi_cli.calc.tracking.pace import elapsed_percent
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_fixed_percent
from erqi_cli.results.labels import STATUSES
from erqi_cli.results.result import Cell, Record

MISSING = Text("待报", "missing")
"""Targets without data, where they are counted."""


def summary_of(tracker: Tracker, rows: Iterable[Record]) -> dict[str, Any]:
    """Return the counts by status, the worst first: in all, of the headline indicators, and of each action."""
    rows = list(rows)
    groups: list[dict[str, Any]] = [
        {"action": None, "id": None, "name": Text("主要预期目标", "Headline indicators")}
    ]
    groups += [
        {"action": one.number, "id": one.id, "name": one.name} for one in tracker.plan.actions
    ]
    found = [
        {**group, **_counts(row for row in rows if row["action"] == group["action"])}
        for group in groups
    ]
    return {"all": _counts(rows), "groups": [group for group in found if group["status"]]}


def _counts(rows: Iterable[Record]) -> dict[str, Any]:
    """Return the worst status and how many rows have each; percentages of unlike things are never averaged."""
    found = Counter(row["status"] for row in rows)
    counts = {status: found[status] for status in Status if found[status]}
    return {"status": next(iter(counts), None), "counts": counts}


def lead_of(tracker: Tracker, summary: dict[str, Any]) -> Iterable[tuple[Text, Cell]]:
    """Yield how much of the year has passed and the counts by status: in all, and of each group if there are several."""
    if tracker.as_of:
        passed = format_fixed_percent(elapsed_percent(tracker.as_of, tracker.year), 2)
        yield Text("序时进度", "Year passed"), passed
    yield Text("合计", "In all"), _counted(summary["all"])
    if len(summary["groups"]) > 1:
        yield from map(group_words, summary["groups"])


def group_words(group: Mapping[str, Any]) -> tuple[Text, Text]:
    """Return the name of the headline indicators or of an action, with its number, and its counts by status."""
    number = f"{group['action']} " if group["action"] else ""
    return Text(number + group["name"].zh, number + group["name"].en), _counted(group)


def _counted(group: Mapping[str, Any]) -> Text:
    parts = []
    for status, count in group["counts"].items():
        words = MISSING if status is Status.NO_DATA else STATUSES[status]
        parts.append(Text(f"{words.zh}{count}", f"{count} {words.en}"))
    return join(parts, en=" · ") if parts else same("–")
