"""The notes under the table of `erqi track`."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.i18n.text import Text, counted, same
from erqi_cli.results.result import Note, Record
from erqi_cli.results.tracking.wording import is_limit

LIMITS = Text(
    "上限类目标：完成率为已用部分占上限的比例；“多用、少用”为与进度安排之差，"
    "“超限、限内”为与增速（降幅）上限之差，单位均为百分点",
    "Limits: completion is the share of the limit that is used. “Overused” and “unused” compare it "
    "with the timetable; “over limit” and “within limit” compare growth with its limit, in points",
)
UNSCORED_MANY = "context figures and qualitative targets"


class Followed(NamedTuple):
    """What was asked for, as far as the result repeats it: the ledger and its counts, and a day of publication."""

    ledger: str | None = None
    rows: int | None = None
    elsewhere: int = 0
    undated: int = 0
    published_by: str | None = None


def tracking_notes(tracker: Tracker, rows: Sequence[Record], followed: Followed) -> Iterable[Note]:
    """Yield what the columns mean, where the data come from, and what was left out."""
    if any(row["pace_points"] is not None for row in rows):
        yield Note(
            "pace",
            Text(
                "超/欠进度：完成率与进度安排之差，单位为百分点；增速目标为优于目标的百分点",
                "Pace: completion minus what the timetable expects, in percentage points; for growth, the lead over its target",
            ),
        )
    elif any(row["gap_points"] is not None for row in rows):
        yield Note(
            "gap",
            Text(
                "超/欠进度：优于目标的百分点",
                "Pace: the lead of growth over its target, in percentage points",
            ),
        )
    if any(is_limit(row) for row in rows):
        yield Note("limits", LIMITS)
    if any(row["year_end_extrapolated"] is not None for row in rows):
        yield Note(
            "extrapolation",
            Text(
                "年底外推：按目前进度推算到年底，不是预测",
                "Year-end: the present rate carried on to the end of the year; not a forecast",
            ),
        )
    yield from _basis(tracker, followed)


def _basis(tracker: Tracker, followed: Followed) -> Iterable[Note]:
    """Yield what the observations are, and what of them and of the plan was left out."""
    yield observations_note(followed)
    yield from left_out_notes(followed)
    if followed.elsewhere:
        count, last, year = followed.elsewhere, tracker.base_year, tracker.year
        outside = Text(
            f"未采用{count}行：不属于{last}年、{year}年，或晚于截止期",
            f"Not used: {counted(count, 'row')} of years other than {last} and {year}, or after the as-of date",
        )
        yield Note("elsewhere", outside)
    unscored = sum(not target.is_scored for target in tracker.plan.targets)
    if unscored:
        yield Note(
            "unscored",
            Text(
                f"另有{unscored}项背景数和定性目标，不评分",
                f"Not scored: {counted(unscored, 'context figure or qualitative target', UNSCORED_MANY)}",
            ),
        )


def left_out_notes(followed: Followed) -> Iterable[Note]:
    """Yield that only what was published by a day is used, and how much of it nobody can tell the day of."""
    if followed.published_by:
        day = followed.published_by
        yield Note(
            "published-by",
            Text(f"只用{day}及以前公布的数据", f"Only data published on or before {day}"),
        )
    if followed.undated:
        count = followed.undated
        yield Note(
            "undated",
            Text(
                f"{count}行没有公布日期，未采用",
                f"Left out: {counted(count, 'row')} without a day of publication",
            ),
        )


def observations_note(followed: Followed) -> Note:
    """Return where the observations come from."""
    words = same(followed.ledger) if followed.ledger else Text("计划自带的数据", "the plan's own")
    return Note("observations", Text(f"数据：{words.zh}", f"Observations: {words.en}"))
