"""Builds the result of `erqi track NAME --history`."""

from erqi_cli.calc.tracking.tracker import Tracked, Tracker
from erqi_cli.domain.observation import Seen
from erqi_cli.domain.plan import Target
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.observed_value import unit_of
from erqi_cli.results.labels import STATUSES, VERDICTS, percent, unit_words
from erqi_cli.results.result import Column, Record, Result, plan_line
from erqi_cli.results.tracking.notes import Followed, left_out_notes, observations_note
from erqi_cli.results.tracking.table import COMPLETION
from erqi_cli.results.tracking.wording import lead_or_lag


def history_result(tracker: Tracker, name: str, followed: Followed) -> Result:
    """Return every observation of one target as a row, with where it put the target when it came out."""
    thing = tracker.things[name]
    series = sorted((seen for seen in tracker.seen if seen.target == name), key=lambda seen: (seen.period.end, seen.published))
    beside, scored = _beside(tracker, name), name in tracker.scored()
    rows = tuple(_record(tracker, seen, unit_of(thing), _then(tracker, seen, beside) if scored else None) for seen in series)
    return Result(
        name="history",
        title=Text(f"{thing.name.zh}（{name}）历次数据", f"{thing.name.en} ({name}): its observations"),
        columns=COLUMNS,
        rows=rows,
        plan=tracker.plan,
        lead=(plan_line(tracker.plan),),
        notes=(observations_note(followed), *left_out_notes(followed)),
        what_if=tuple(setting.written for setting in tracker.scenario.settings),
        extra={"id": name, "name": thing.name, "published_by": followed.published_by, "ledger": followed.ledger},
    )


def _record(tracker: Tracker, seen: Seen, unit: str | None, then: Tracked | None) -> Record:
    return {
        "id": seen.target,
        "period": seen.period.text,
        "value": seen.value,
        "unit": unit,
        "growth_percent": seen.growth,
        "comparator": tracker.things[seen.target].comparator,
        "observation_status": seen.status,
        "published": seen.published or None,
        "source": seen.source,
        "note": _remarks(seen),
        "status": then.status if then else None,
        "completion_percent": then.completion if then else None,
        "elapsed_percent": then.elapsed if then else None,
        "pace_points": then.pace if then else None,
        "gap_points": then.gap if then else None,
        "measured_as": then.measured_as if then else None,
    }


def _beside(tracker: Tracker, name: str) -> list[Seen]:
    """Return the observations that a target is judged beside: its base year's, and those of what it keeps step with."""
    thing = tracker.things[name]
    other = thing.to if isinstance(thing, Target) else None
    base = tracker.base_year
    return [one for one in tracker.seen if one.target == other or (one.target == name and one.period.year == base)]


def _then(tracker: Tracker, seen: Seen, beside: list[Seen]) -> Tracked | None:
    """Return where the target stood by this observation alone, with what had been published beside it by then."""
    if seen.period.year != tracker.year:
        return None
    known = [one for one in beside if not seen.published or one.published <= seen.published]
    return Tracker(tracker.scenario, [*known, seen], seen.period).one(seen.target)


def _remarks(seen: Seen) -> Text | None:
    remarks = [words for words in (seen.series_break, seen.note) if words]
    return join(remarks, zh="；", en="; ") if remarks else None


COLUMNS = (
    Column("id", same("id"), shown_in="csv"),
    Column("period", Text("时期", "Period")),
    Column("value", Text("数值", "Value"), "number", shown_in="some"),
    Column("unit", Text("单位", "Unit"), show=lambda row: unit_words(row["unit"]) or "", shown_in="some"),
    Column("growth_percent", Text("增速", "Growth"), "number", lambda row: percent(row["growth_percent"]), shown_in="some"),
    Column("observation_status", Text("数据状态", "Figure"), show=lambda row: STATUSES[row["observation_status"]]),
    Column("published", Text("公布", "Published"), shown_in="some"),
    COMPLETION,
    Column("elapsed_percent", same("elapsed percent"), shown_in="csv"),
    Column("pace_points", Text("超/欠进度", "Pace"), "number", lead_or_lag, shown_in="some"),
    Column("gap_points", same("gap points"), shown_in="csv"),
    Column("status", Text("状态", "Status"), show=lambda row: VERDICTS[row["status"]] if row["status"] else ""),
    Column("source", Text("来源", "Source"), shown_in="some"),
    Column("note", Text("备注", "Note"), "words"),
    Column("measured_as", same("measured as"), shown_in="csv"),
)
