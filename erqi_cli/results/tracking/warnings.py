"""The words of the warnings that a verdict carries."""

from collections.abc import Callable
from typing import Any

from erqi_cli.calc.decimals import rounded
from erqi_cli.calc.tracking.growth import TrackingWarning
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.target import Target
from erqi_cli.i18n.text import Text
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import format_fixed
from erqi_cli.results.result import Note

Words = dict[str, Any]
Wording = Callable[[Tracker, Target, Words], Text]


def warning_notes(tracker: Tracker, found: TrackedTarget) -> list[Note]:
    """Return a verdict's warnings in words, each once; those of the indicator that it is held against by its name."""
    notes = {
        (warning.code, warning.of): Note(warning.code, _words(tracker, found, warning))
        for warning in found.warnings
    }
    return list(notes.values())


def _words(tracker: Tracker, found: TrackedTarget, warning: TrackingWarning) -> Text:
    target = tracker.plan.target(warning.of) if warning.of else found.target
    words = WORDS[warning.code](tracker, target, warning.values)
    return (
        Text(f"{target.name.zh}：{words.zh}", f"{target.name.en}: {words.en}")
        if warning.of
        else words
    )


def _disagrees(tracker: Tracker, target: Target, values: Words) -> Text:
    base = with_unit(rounded(values["implied_base"], 2), target.unit)
    published, implied, gap = (
        format_fixed(values[key], 2) for key in ("published", "implied", "points")
    )
    gap, year = gap.lstrip("-"), tracker.base_year
    same_period = Text("", "") if values["whole"] else Text("同期", ", for the same period")
    return Text(
        f"公布增速{published}%，按两年水平值计算的隐含增速{implied}%，相差{gap}个百分点；公布增速对应的可比口径{year}年{same_period.zh}基数为{base.zh}",
        f"Published growth {published}% and the growth implied by the two levels, {implied}%, are {gap} points apart; "
        f"on a comparable basis the implied {year} base is {base.en}{same_period.en}",
    )


def _base_revised(tracker: Tracker, target: Target, values: Words) -> Text:
    planned, base = (with_unit(values[key], target.unit) for key in ("planned", "base"))
    year = tracker.base_year
    return Text(
        f"{year}年值在数据中为{base.zh}，推算用的是{planned.zh}",
        f"The {year} value is {base.en} in the data; the projection starts from {planned.en}",
    )


def _implied(_tracker: Tracker, _target: Target, values: Words) -> Text:
    words = Text(
        "没有公布增速：按两年水平值之比（隐含增速）判断",
        "No growth was published: judged on the growth implied by the two levels",
    )
    if values["nominal"]:
        return Text(f"{words.zh}，未剔除价格变动", f"{words.en}, price changes included")
    return words


def _no_comparison(tracker: Tracker, _target: Target, values: Words) -> Text:
    other = tracker.plan.targets_by_id[values["other"]].name
    return Text(
        f"没有{other.zh}同期增速，无法比较",
        f"There is no growth of {other.en} for the same period to compare with",
    )


def _plain(zh: str, en: str) -> Wording:
    return lambda tracker, _target, values: Text(zh, en).fill(**values, base_year=tracker.base_year)


WORDS: dict[str, Wording] = {
    "growth-disagrees": _disagrees,
    "base-revised": _base_revised,
    "implied": _implied,
    "estimate": _plain(
        "数据为估计数，尚不作年度结论", "The figure is an estimate: no verdict on the year yet"
    ),
    "series-break": _plain(
        "口径有变化，与上年不可比", "The series breaks here: not comparable with the year before"
    ),
    "older-data": _plain(
        "最新数据为{period}，早于{as_of}", "The latest figure is for {period}, before {as_of}"
    ),
    "no-growth": _plain(
        "{period}只有水平值，没有公布增速，也没有{base_year}年同期值，无法评价",
        "{period} has a level but no growth rate, and {base_year} has no level for the same period: it cannot be judged",
    ),
    "equal-months": _plain(
        "没有可用的{base_year}年分月数据，余下月份所需增速按各月相等推算",
        "The growth needed treats the months of {base_year} as equal, because usable monthly figures are missing",
    ),
    "no-base-shares": _plain(
        "没有可用的{base_year}年同期数据，进度按时间均匀计算",
        "The timetable is even over time, because usable monthly figures of {base_year} are missing",
    ),
    "overdue": _plain("已过期限{due}，尚未完成", "Past its due date ({due}) and not done"),
    "late": _plain("期限为{due}，之后才报完成", "Due on {due}; reported as done later"),
    "ceiling": _plain("此为上限，不得超过", "A limit, not to be exceeded"),
    "over-limit": _plain("已超过上限", "Above the limit"),
    "unreported": _plain(
        "已过期限{due}，没有上报", "Past its due date ({due}) and notarget reported"
    ),
    "falls": _plain(
        "累计数低于{period}的数，请核对是否为单月数",
        "Below the figure for {period}, but cumulative figures do not fall: is this a single month?",
    ),
    "above-range": _plain("已超出区间上限", "Above the upper end of the range"),
    "below-range": _plain("已低于区间下限", "Below the lower end of the range"),
    "far-from-target": _plain(
        "为目标值的十倍以上，请核对单位", "Over ten times the target: check its unit"
    ),
    "far-from-base": _plain(
        "水平值与{base_year}年同期相差十倍以上，请核对单位",
        "The level differs more than tenfold from the same period of {base_year}: check its unit",
    ),
    "no-value": _plain(
        "只有增速，没有水平值，无法评价", "There is a growth rate but no value: it cannot be judged"
    ),
    "no-comparison": _no_comparison,
}
