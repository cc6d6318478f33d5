"""Builds the result of `erqi track NAME --history`."""

from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.target import Target
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.formatting import format_percent, unit_label
from erqi_cli.results.labels import OBSERVATION_STATUSES, STATUSES
from erqi_cli.results.result import Column, Record, Result, plan_line
from erqi_cli.results.tracking.columns import COMPLETION
from erqi_cli.results.tracking.notes import Followed, left_out_notes, observations_note
from erqi_cli.results.tracking.wording import lead_or_lag


def history_result(tracker: Tracker, name: str, followed: Followed) -> Result[Record]:
    """Return every observation of one target as a row, with where it put the target when it came out."""
    target = tracker.plan.target(name)
    observations = [one for one in tracker.observations if one.target == name]
    observations.sort(key=lambda one: (one.period.end, one.published or ""))
    beside = _beside(tracker, target)
    rows = tuple(
        _record(target, one, _then(tracker, one, beside) if target.is_scored else None)
        for one in observations
    )
    return Result(
        name="history",
        title=Text(
            f"{target.name.zh}（{name}）历次数据", f"{target.name.en} ({name}): its observations"
        ),
        columns=COLUMNS,
        rows=rows,
        plan=tracker.plan,
        lead=(plan_line(tracker.plan),),
        notes=(observations_note(followed), *left_out_notes(followed)),
        what_if=tracker.scenario.what_ifs,
        extra={
            "id": name,
            "name": target.name,
            "published_by": followed.published_by,
            "ledger": followed.ledger,
        },
    )


def _record(target: Target, seen: Observation, then: TrackedTarget | None) -> Record:
    return {
        "id": seen.target,
        "period": seen.period.text,
        "value": seen.value,
        "unit": target.observed_unit,
        "growth_percent": seen.growth,
        "comparator": target.comparator,
        "observation_status": seen.status,
        "published": seen.published,
        "source": seen.source,
        "note": _remarks(seen),
        "status": then.status if then else None,
        "completion_percent": then.completion if then else None,
        "elapsed_percent": then.elapsed if then else None,
        "pace_points": then.pace if then else None,
        "gap_points": then.gap if then else None,
        "measured_as": then.measured_as if then else None,
    }


def _beside(tracker: Tracker, target: Target) -> list[Observation]:
    """Return the observations that a target is judged beside: its base year's, and those of what it keeps step with."""
    beside = []
    for one in tracker.observations:
        of_base_year = one.target == target.id and one.period.year == tracker.base_year
        if of_base_year or one.target == target.to:
            beside.append(one)
    return beside


def _then(tracker: Tracker, seen: Observation, beside: list[Observation]) -> TrackedTarget | None:
    """Return where the target stood by this observation alone, with what had been published beside it by then."""
    if seen.period.year != tracker.year:
        return None
    known = [one for one in beside if not seen.published or (one.published or "") <= seen.published]
    return Tracker(tracker.scenario, [*known, seen], seen.period).track_one(seen.target)


def _remarks(seen: Observation) -> Text | None:
    remarks = [words for words in (seen.series_break, seen.note) if words]
    return join(remarks, zh="；", en="; ") if remarks else None


COLUMNS: tuple[Column[Record], ...] = (
    Column("id", same("id"), shown_in="csv"),
    Column("period", Text("时期", "Period")),
    Column("value", Text("数值", "Value"), "number", shown_in="some"),
    Column(
        "unit",
        Text("单位", "Unit"),
        show=lambda row: unit_label(row["unit"]) or "",
        shown_in="some",
    ),
    Column(
        "growth_percent",
        Text("增速", "Growth"),
        "number",
        lambda row: format_percent(row["growth_percent"]),
        shown_in="some",
    ),
    Column(
        "observation_status",
        Text("数据状态", "Figure"),
        show=lambda row: OBSERVATION_STATUSES[row["observation_status"]],
    ),
    Column("published", Text("公布", "Published"), shown_in="some"),
    COMPLETION,
    Column("elapsed_percent", same("elapsed percent"), shown_in="csv"),
    Column("pace_points", Text("超/欠进度", "Pace"), "number", lead_or_lag, shown_in="some"),
    Column("gap_points", same("gap points"), shown_in="csv"),
    Column(
        "status",
        Text("状态", "Status"),
        show=lambda row: STATUSES[row["status"]] if row["status"] else "",
    ),
    Column("source", Text("来源", "Source"), shown_in="some"),
    Column("note", Text("备注", "Note"), "words"),
    Column("measured_as", same("measured as"), shown_in="csv"),
)
