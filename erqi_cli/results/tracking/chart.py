"""The chart of `erqi track`: completion against the timetable, growth against target growth, by action."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from erqi_cli.calc.decimals import HUNDRED
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Status
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import charted_amount
from erqi_cli.results.labels import STATUS_SIGNS, STATUSES
from erqi_cli.results.result import Axis, Bar, Cell, Chart, Column, Heading, Record, Result
from erqi_cli.results.tracking.columns import COLUMNS
from erqi_cli.results.tracking.rows import tracked_record
from erqi_cli.results.tracking.summary import group_words, lead_of, summary_of
from erqi_cli.results.tracking.wording import completion_bar, is_limit

Group = Mapping[str, Any]
"""Number, name, worst status and counts of an action, or of the headline indicators, which have no number."""
TABLE_ONLY = ("extrapolation",)
"""Notes on columns that the chart does not have."""
TABLE = {column.path: column for column in COLUMNS}


def tracking_chart(tracker: Tracker, result: Result[Record]) -> Chart[Record]:
    """Return the chart of what is followed, under the headline indicators and the actions that the rows are part of."""
    listed = Counter(row["action"] for row in result.rows)
    whole = summary_of(
        tracker, (tracked_record(tracker, one) for one in tracker.track(tracker.scored_ids()))
    )
    headings = {
        group["action"]: _heading(group, listed[group["action"]]) for group in whole["groups"]
    }
    total = {**summary_of(tracker, result.rows), "groups": ()}
    tone = TABLE["status"].tone
    completion = (
        COMPLETION._replace(note=OR_USED) if any(map(is_limit, result.rows)) else COMPLETION
    )
    return Chart(
        columns=(
            TABLE["name"],
            TABLE["completion_percent"],
            Column("actual", Text("实际 / 目标", "Actual / target"), "pair", _actual_and_target),
            TABLE["pace_points"],
            Column(
                "status", TABLE["status"].title, show=lambda row: _verdict(row["status"]), tone=tone
            ),
            TABLE["warnings"],
        ),
        axis=lambda row: GROWTH if row["kind"] in GROWTH_KINDS else completion,
        heading=lambda row: headings[row["action"]],
        tone=tone,
        lead=tuple(lead_of(tracker, total)),
        notes=tuple(note for note in result.notes if note.code not in TABLE_ONLY),
    )


def _heading(group: Group, listed: int) -> Heading:
    """Return the name of a group and its worst status, whichever of its targets are listed; and how many have which."""
    name, counts = group_words(group)
    whole, worst = sum(group["counts"].values()), _verdict(group["status"])
    parts = [counts] if len(group["counts"]) > 1 else []
    if listed < whole:
        parts.append(Text(f"列出{whole}项中的{listed}项", f"{listed} of {whole} listed"))
    tone = TABLE["status"].tone
    look = tone(group) if tone else None
    if not parts:
        return Heading(name, worst, look)
    more = join(parts, zh="；", en="; ")
    return Heading(name, Text(f"{worst.zh}（{more.zh}）", f"{worst.en} ({more.en})"), look)


def _verdict(status: Status) -> Text:
    """Return a status as a sign and its word."""
    return Text(
        f"{STATUS_SIGNS[status]} {STATUSES[status].zh}",
        f"{STATUS_SIGNS[status]} {STATUSES[status].en}",
    )


def _actual_and_target(row: Record) -> Cell:
    """Return the actual figure and the target's with its unit; a rate carries its own sign."""
    actual, target = (_words(TABLE[path].cell(row)) for path in ("actual", "target"))
    if row["unit"] not in (None, "%") and row["target"] is not None:
        target = charted_amount(target, row["unit"])
    return Text(f"{actual.zh} / {target.zh}", f"{actual.en} / {target.en}")


def _words(cell: Cell) -> Text:
    return cell if isinstance(cell, Text) else same("–" if cell is None else str(cell))


def _growth(row: Record) -> Bar | None:
    return None if row["actual"] is None else Bar(row["actual"], row["target"])


COMPLETION = Axis(
    title=Text("完成率", "Completion"),
    bar=completion_bar,
    note=Text(
        "完成率条形：已完成目标值的百分比",
        "Bar of completion: the share of the target that is done",
    ),
    mark=Text(
        "完成率条形上的{mark}：按进度安排应完成的比例",
        "Mark {mark} on completion: what the timetable expects by then",
    ),
    whole=HUNDRED,
    most=Decimal(150),
)
OR_USED = Text(
    "完成率条形：已完成目标值的百分比；限额为已用的百分比",
    "Bar of completion: the share of the target that is done; of a limit, the share that is used",
)
GROWTH = Axis(
    title=Text("增速", "Growth"),
    bar=_growth,
    note=Text("增速条形：实际增速", "Bar of growth: the growth so far"),
    mark=Text("增速条形上的{mark}：目标增速", "Mark {mark} on growth: the target growth"),
)
