"""Explains where a target stands: its latest observation, the arithmetic of its status, and the rule."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from erqi_cli.calc.decimals import ZERO, plain, rounded, subtract
from erqi_cli.calc.tracking.goal import Goal
from erqi_cli.calc.tracking.growth import PeriodGrowth
from erqi_cli.calc.tracking.thresholds import AHEAD_POINTS, CLOSE_PERCENT, CLOSE_POINTS
from erqi_cli.calc.tracking.tracked import TrackedTarget
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import Period
from erqi_cli.domain.vocabulary import JudgedOn, Pace, ProgressMeaning
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import (
    format_factor,
    format_fixed,
    format_fixed_percent,
    format_number,
    format_percent,
    format_points,
)
from erqi_cli.results.labels import PACES, STATUSES
from erqi_cli.results.result import Record
from erqi_cli.results.tracking.recorded import observed_words
from erqi_cli.results.tracking.warnings import warning_notes
from erqi_cli.results.tracking.wording import pace_words

Lines = Iterable[tuple[Text, Text | str]]
POINTS = Text("个百分点", " percentage points")
AMOUNT_RULE = Text(
    "达到目标值为已完成；未达到时，超进度安排{ahead}个百分点及以上为超进度，低于进度安排为欠进度，其余为达进度。"
    "年度数据公布后：达到目标为完成，相差{close}以内为接近，其余为未完成",
    "Done once the figure is reached. Until then: ahead from {ahead} point over the timetable, "
    "on pace from 0, behind below 0. "
    "Once the year's figure is out: met if reached, close if short by at most {close}, otherwise missed",
)
GROWTH_RULE = Text(
    "增速不与时间进度比较：未达到目标为欠进度，达到为达进度，优于目标{ahead}个百分点及以上为超进度。"
    "年度数据公布后：达到目标为完成，相差{close}个百分点以内为接近，其余为未完成",
    "Growth is not compared with the share of the year: behind if short of the target, "
    "on pace if not, ahead from {ahead} point better. "
    "Once the year's figure is out: met if reached, close if short by at most {close} points, otherwise missed",
)
CEILING_RULE = Text(
    "上限类目标：使用不多于进度安排为达进度，少用{ahead}个百分点及以上为超进度，多于进度安排或超过上限为欠进度。"
    "年度数据公布后：不超过上限为完成，否则为未完成",
    "A limit: on pace if no more is used than the timetable allows, ahead from {ahead} point less, "
    "behind if more is used. "
    "Once the year's figure is out: met if the limit is kept, otherwise missed",
)
SHARE_CEILING_RULE = Text(
    "占比的上限，全年有效，不排进度：不超过为达进度，超过为欠进度。年度数据公布后：不超过为完成，否则为未完成",
    "A limit on a share, valid all year and without a timetable: on pace while it is kept, behind once exceeded. "
    "Once the year's figure is out: met if the limit is kept, otherwise missed",
)
RANGE_RULE = Text(
    "区间目标：进入区间为已完成，未到区间时按进度安排判断，越过区间为欠进度。"
    "年度数据公布后：在区间内为完成，相差{close}以内为接近，其余为未完成",
    "A range: done within it, judged by the timetable before it, behind beyond it. "
    "Once the year's figure is out: met within it, close if off by at most {close}, otherwise missed",
)
GROWTH_RANGE_RULE = Text(
    "增速区间，不与时间进度比较：在区间内为达进度，低于或高于区间为欠进度。"
    "年度数据公布后：在区间内为完成，相差{close}个百分点以内为接近，其余为未完成",
    "A range of growth, not compared with the share of the year: on pace within it, behind below and above it. "
    "Once the year's figure is out: met within it, close if off by at most {close} points, otherwise missed",
)
KEPT_RULE = Text(
    "年初已达到目标，要求全年保持，不排进度：保持为已完成，否则为欠进度。"
    "年度数据公布后：达到目标为完成，相差{close}以内为接近，其余为未完成",
    "Reached at the start of the year and to be kept, without a timetable: done while it is kept, otherwise behind. "
    "Once the year's figure is out: met if reached, close if off by at most {close}, otherwise missed",
)
LIMIT_AT_END_RULE = Text(
    "到期考核的上限：到期前为未到期，但数量已超过上限的为欠进度。年度数据公布后：不超过上限为完成，否则为未完成",
    "A limit judged on its due date: not due before that, but a count above the limit is behind at once. "
    "Once the year's figure is out: met if the limit is kept, otherwise missed",
)
AT_END = Text("到期考核，到期前为未到期。", "Not due before its date. ")
PAST_DUE = Text("过期未达到为欠进度。", "Behind if not reached by its due date. ")
MILESTONE_RULE = Text(
    "完成为已完成；过期未完成为欠进度", "Done or not; behind if not done by its due date"
)


def progress_rows(tracker: Tracker, name: str) -> Iterator[Record]:
    """Yield the rows that explain a target's status; none for what is not scored."""
    if not tracker.plan.target(name).is_scored:
        return
    found = tracker.track_one(name)
    for item, content in _lines(tracker, found):
        yield {
            "part": "progress",
            "item": item,
            "content": same(content) if isinstance(content, str) else content,
        }
    for note in warning_notes(tracker, found):
        yield {"part": "progress", "item": Text("提示", "Note"), "content": note.text}


def _lines(tracker: Tracker, found: TrackedTarget) -> Lines:
    if found.observation is not None:
        yield Text("数据", "Observation"), observed_words(tracker.plan, found.observation)
    if found.growth is not None:
        yield from _of_growth(tracker, found)
    elif found.actual is not None and found.judged_on is not JudgedOn.MILESTONE:
        yield from _of_amount(found)
    if found.elapsed is not None and found.actual is None:
        yield Text("序时进度", "Year passed"), format_fixed_percent(found.elapsed, 2)
    yield Text("状态", "Status"), STATUSES[found.status]
    yield Text("规则", "Rule"), _rule(found)
    yield from _still(found)


def _rule(found: TrackedTarget) -> Text:
    if found.judged_on is JudgedOn.MILESTONE:
        return MILESTONE_RULE
    twice = (found.target.tolerance or ZERO) * 2
    if found.judged_on in (JudgedOn.GROWTH, JudgedOn.IMPLIED):
        rule = GROWTH_RULE if found.target.upper is None else GROWTH_RANGE_RULE
        return rule.fill(ahead=AHEAD_POINTS, close=plain(max(CLOSE_POINTS, twice)))
    percent_off = plain(max(CLOSE_PERCENT, twice))
    close = Text(f"目标值的{percent_off}%", f"{percent_off}% of the figure")
    if found.judged_on is JudgedOn.SHARE and found.goal:
        off = plain(max(found.goal.close, twice))
        close = Text(f"{off}个百分点", f"{off} percentage points")
    rule = _amount_rule(found)
    first = [AT_END] if found.target.pace is Pace.AT_END and rule is not LIMIT_AT_END_RULE else []
    is_limit = rule in (CEILING_RULE, SHARE_CEILING_RULE, LIMIT_AT_END_RULE)
    first += [PAST_DUE] if found.target.due is not None and not is_limit else []
    return Text(*map("".join, zip(*first, rule.fill(ahead=AHEAD_POINTS, close=close), strict=True)))


def _amount_rule(found: TrackedTarget) -> Text:
    """Return the rule that judges an amount or a share."""
    if any(warning.code in ("ceiling", "over-limit") for warning in found.warnings):
        limit = SHARE_CEILING_RULE if found.judged_on is JudgedOn.SHARE else CEILING_RULE
        return LIMIT_AT_END_RULE if found.target.pace is Pace.AT_END else limit
    if found.goal is not None and found.goal.is_maintained:
        return KEPT_RULE
    return AMOUNT_RULE if found.target.upper is None else RANGE_RULE


def _of_amount(found: TrackedTarget) -> Lines:
    assert found.period is not None
    if found.completion is not None:
        yield (
            Text("完成率", "Completion"),
            f"{_way(found)} = {format_fixed_percent(found.completion, 2)}",
        )
    if found.expected is not None:
        yield Text("序时进度", "Year passed"), _passed(found.period, found)
    if found.expected is not None and found.expected != found.elapsed:
        words, share = (
            PACES[found.target.pace or Pace.LINEAR],
            format_fixed_percent(found.expected, 2),
        )
        yield (
            Text("进度安排", "Timetable"),
            Text(f"{words.zh}，应完成{share}", f"{words.en}: {share} expected"),
        )
    if found.measured_as in (ProgressMeaning.BEYOND, ProgressMeaning.BELOW):
        yield Text("超/欠进度", "Pace"), _outside(found)
    elif found.pace is not None and found.completion is not None and found.expected is not None:
        lead = pace_words(
            found.pace, of_limit=found.measured_as is ProgressMeaning.USED, unit=POINTS
        )
        left = f"{format_fixed_percent(found.completion, 2)} − {format_fixed_percent(found.expected, 2)} = "
        yield Text("超/欠进度", "Pace"), Text(f"{left}{lead.zh}", f"{left}{lead.en}")


def _outside(found: TrackedTarget) -> Text:
    """Return the subtraction that gives how far above or below its range an amount is."""
    assert found.goal is not None
    assert found.actual is not None
    low, high = sorted((found.goal.end_for(found.actual), found.actual))
    above = found.measured_as is ProgressMeaning.BEYOND
    side = Text("高于区间", "above the range") if above else Text("低于区间", "below the range")
    size = subtract(high, low)
    if found.judged_on is JudgedOn.SHARE:
        gap = with_unit(size, "百分点")
        terms = f"{plain(high)}% − {plain(low)}% = "
        return Text(f"{terms}{side.zh}{gap.zh}", f"{terms}{gap.en} {side.en}")
    gap = with_unit(size, found.target.unit)
    terms = f"{plain(high)} − {plain(low)} = "
    return Text(f"{terms}{side.zh}{gap.zh}", f"{terms}{format_number(size)}, {gap.en} {side.en}")


def _way(found: TrackedTarget) -> str:
    """Return the completion as a quotient, from the start of the year where progress is measured from there."""
    assert found.actual is not None
    assert found.goal is not None
    start, actual, mark = (
        plain(found.goal.start_value),
        plain(found.actual),
        plain(found.goal.end_value),
    )
    return (
        f"({actual} − {start}) ÷ ({mark} − {start})"
        if found.goal.start_value
        else f"{actual} ÷ {mark}"
    )


def _passed(when: Period, found: TrackedTarget) -> Text:
    assert found.elapsed is not None
    part, whole = when.passed
    unit = Text("个月", "months") if when.day is None else Text("天", "days")
    share = format_fixed_percent(found.elapsed, 2)
    return Text(f"{part} ÷ {whole}{unit.zh} = {share}", f"{part} ÷ {whole} {unit.en} = {share}")


def _of_growth(tracker: Tracker, found: TrackedTarget) -> Lines:
    growth, unit = found.growth, found.target.unit
    assert growth is not None
    if growth.published is not None:
        yield Text("公布增速", "Published growth"), f"{plain(growth.published)}%"
    if growth.implied is not None and growth.level is not None and growth.base is not None:
        yield (
            Text("隐含增速", "Implied growth"),
            f"{_quotient(growth)} − 1 = {format_fixed_percent(growth.implied, 2)}",
        )
    if growth.implied_base is not None:
        same_period = Text("", "") if growth.period.is_whole else Text("同期", ", same period")
        base = Text(
            f"隐含{tracker.base_year}年{same_period.zh}值",
            f"Implied {tracker.base_year}{same_period.en}",
        )
        yield base, with_unit(growth.implied_base, unit)
    if found.target.to is not None:
        yield Text("同步于", "In step with"), tracker.plan.target(found.target.to).name
    if found.gap is not None and found.goal is not None and found.actual is not None:
        yield Text("超/欠进度", "Against the target"), _gap(found.goal, found.actual, found.gap)


def _quotient(growth: PeriodGrowth) -> str:
    """Return the level over that of a year before, this at the plan year's prices where a price rise is given."""
    assert growth.level is not None
    assert growth.base is not None
    base = plain(growth.base)
    return f"{plain(growth.level)} ÷ {base if growth.deflator is None else f'({base} × {format_factor(growth.deflator)})'}"


def _gap(goal: Goal, actual: Decimal, gap: Decimal) -> Text:
    """Return the subtraction that gives how much better than its target a growth is, or how far above its range."""
    better, worse = goal.subtraction(actual)
    if goal.measured_as(actual) is ProgressMeaning.BEYOND:
        terms = f"{_rate(worse)} − {_rate(better)} = "
        size = format_fixed(abs(gap), 2)
        return Text(
            f"{terms}高于区间{size}{POINTS.zh}", f"{terms}{size}{POINTS.en} above the range"
        )
    terms, lead = f"{_rate(better)} − {_rate(worse)} = ", format_points(gap)
    return Text(f"{terms}{lead.zh}{POINTS.zh}", f"{terms}{lead.en}{POINTS.en}")


def _rate(value: Decimal) -> str:
    """Return a rate as it stands in a sum."""
    return f"{format_number(value)}%" if value >= 0 else f"(−{format_number(abs(value))}%)"


def _still(found: TrackedTarget) -> Lines:
    """Yield what is still needed, and where today's rate would lead."""
    unit = {JudgedOn.LEVEL: found.target.unit, JudgedOn.SHARE: "百分点"}.get(found.judged_on, "%")
    if found.needed is not None and found.growth is not None and found.expected is not None:
        assert found.goal is not None
        assert found.actual is not None
        share, to_date = format_fixed_percent(found.expected, 2), format_percent(found.actual)
        whole = format_percent(found.goal.end_for(found.actual))
        rest = f"({whole} − {share} × {to_date}) ÷ (1 − {share}) = {format_fixed_percent(found.needed, 2)}"
        yield Text("余下月份所需增速", "Growth still needed"), rest
    elif found.needed:
        yield Text("尚需", "Needed"), _change(found.needed, unit)
    if found.needed_per_month:
        yield Text("月均", "Per month"), _change(rounded(found.needed_per_month, 2), unit)
    if found.year_end is not None:
        words = with_unit(rounded(found.year_end, 2), unit)
        yield (
            Text("年底外推", "Year-end"),
            Text(f"{words.zh}（外推，非预测）", f"{words.en}, an extrapolation"),
        )


def _change(value: Decimal, unit: str | None) -> Text:
    """Return what is to be added, or where less is to be reached, taken away."""
    words = with_unit(abs(value), unit)
    return Text(f"减少{words.zh}", f"{words.en} less") if value < 0 else words
