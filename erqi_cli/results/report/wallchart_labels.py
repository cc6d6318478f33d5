"""The words of the wall chart: its labels and legend, and the figures, periods and bars of a line put into words."""

from collections.abc import Iterable

from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.domain.period import period_of
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Comparator, Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import qualified_amount, short_amount, with_unit
from erqi_cli.results.formatting import format_fixed_percent, format_number, format_qualified
from erqi_cli.results.labels import COMPARATORS
from erqi_cli.results.result import Bar, Record
from erqi_cli.results.tracking.wording import (
    RATE,
    change_words,
    completion_words,
    is_limit,
    lead_in_points,
)

LABELS: dict[str, Text] = {
    "elapsed": Text("序时进度", "Year passed"),
    "in_all": Text("合计", "In all"),
    "headlines": Text("主要预期目标", "Headline indicators"),
    "actions": Text("行动", "Actions"),
    "indicator": Text("指标", "Indicator"),
    "target": Text("目标", "Target"),
    "growth": Text("目标增速", "Target growth"),
    "actual": Text("实际", "Actual"),
    "actual_growth": Text("实际增速", "Growth"),
    "base": Text("{base_year}年", "{base_year}"),
    "projected": Text("{plan_year}年预期", "{plan_year} projected"),
    "progress": Text("进度", "Progress"),
    "status": Text("状态", "Status"),
    "lead": Text("超/欠进度（百分点）", "Pace (points)"),
    "more": Text("其他", "More"),
    "due": Text("期限", "due"),
    "context": Text("背景", "Context"),
    "qualitative": Text("定性", "Further aims"),
    "not_scored": Text("本行动无计分目标", "This action has no scored targets"),
    "notes": Text("说明", "Notes"),
    "note": Text("注", "Note"),
    "sources": Text("来源", "Sources"),
    "what_if": Text("假设", "What-if"),
}
"""What is written beside the figures."""
BARS = {
    "amount": Text("数量目标为完成率", "how much of an amount is done"),
    "limit": Text("限额为已用的比例", "how much of a limit is used"),
    "growth": Text(
        "增速（降幅）目标为实际与目标或上限之比", "growth or fall as a share of its target or limit"
    ),
}
"""What a bar shows, by what it is of."""
SIGNS = Text(
    "粗竖线：目标或上限（100%）；三角：按进度安排此时应达到的位置；右端箭头：超出图幅",
    "Heavy line: the target or limit (100%). Triangle: where the timetable expects it by now. Arrow: beyond the scale",
)
NO_BAR = Text("目标为持平的，不画横条", "A target of no growth has no bar")
OPPOSITE = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.AT_MOST: Comparator.AT_LEAST}
"""To be at least −2 points from another is to be at most 2 points below it."""
SET = {
    "growth": Text("增速", "growth"),
    "baseline": Text("基期值", "base value"),
    "deflator": Text("价格涨幅", "price rise"),
    "value": Text("目标值", "target"),
    "upper": Text("上限", "upper end"),
}
"""What a what-if sets."""


def legend(rows: Iterable[tuple[Record, Bar | None]]) -> Text | None:
    """Return what the bars of these rows show and which growth has none; None where there is nothing to explain."""
    rows = list(rows)
    kinds = {_kind(row) for row, bar in rows if bar}
    parts = []
    if kinds:
        shown = join([words for kind, words in BARS.items() if kind in kinds], zh="，")
        parts = [Text(f"横条：{shown.zh}", f"Bar: {shown.en}"), SIGNS]
    if any(bar is None and row["gap_points"] is not None for row, bar in rows):
        parts.append(NO_BAR)
    return join(parts, zh="；", en=". ") if parts else None


def _kind(row: Record) -> str:
    return "growth" if row["completion_percent"] is None else "limit" if is_limit(row) else "amount"


def period_words(text: str, *, until: bool = False) -> Text:
    """Return a period: 2017年, 2017年1—6月, 2017年6月15日; `until` names its last month alone, as in 截至2017年6月."""
    found = period_of(text)
    if found.month is None:
        return Text(f"{found.year}年", text)
    if found.day is not None:
        return Text(f"{found.year}年{found.month}月{found.day}日", text)
    first = "" if until or found.month == 1 else "1—"
    return Text(f"{found.year}年{first}{found.month}月", text)


def target_words(row: Record) -> Text | None:
    """Return the figure that is to be reached: 600亿元以上, 下降3%以上, 完成; None of a target in step with another."""
    if row["kind"] is Kind.MILESTONE and (row["target"] is None or row["unit"] is None):
        return Text("完成", "to be done")
    if row["kind"] is Kind.RELATIVE or row["target"] is None:
        return None
    if row["unit"] == RATE:
        return format_qualified(row["target"], row["comparator"], row["upper"], RATE)
    return qualified_amount(row["target"], row["comparator"], row["upper"], row["unit"])


def in_step_words(target: Target, plan: Plan) -> Text | None:
    """Return with what a target keeps step, or by how many points it is to be over or under it; None where with nothing."""
    if target.to is None:
        return None
    other = plan.target(target.to).name
    if not target.value:
        return Text(f"与{other.zh}同步", f"in step with {other.en}")
    is_under = target.value < 0
    number = format_number(abs(target.value))
    size = Text(f"{number}个百分点", f"{number} point" if number == "1" else f"{number} points")
    comparator = (
        OPPOSITE.get(target.comparator, target.comparator) if is_under else target.comparator
    )
    words = COMPARATORS[comparator].fill(figure=size, upper=size)
    if is_under:
        return Text(f"低于{other.zh}{words.zh}", f"{words.en} below {other.en}")
    return Text(f"高于{other.zh}{words.zh}", f"{words.en} above {other.en}")


def actual_words(row: Record) -> Text | None:
    """Return what has been reached: 221.3亿元, 9.1%; a fall as 下降1%, and growth as 增长1% where a fall was the target."""
    actual = row["actual"]
    if actual is None:
        return None
    if row["kind"] is Kind.MILESTONE and row["unit"] is None:
        return Text("已完成", "done") if actual else Text("未完成", "not yet")
    if row["unit"] != RATE:
        return short_amount(format_number(actual), row["unit"])
    if row["kind"] is not Kind.SHARE and (actual < 0 or (actual and (row["target"] or 0) < 0)):
        return change_words(same(f"{format_number(abs(actual))}{RATE}"), falls=actual < 0)
    return same(f"{format_number(actual)}{RATE}")


def bar_words(row: Record, bar: Bar | None) -> Text | None:
    """Return what a bar shows, for those who do not see it."""
    if bar is None:
        return None
    done = completion_words(row)
    words = [done or _growth_words(row, bar)]
    if bar.mark is not None and done:
        due = format_fixed_percent(bar.mark, 2)
        used = is_limit(row)
        words.append(Text(f"按进度应{'用' if used else '完成'}{due}", f"{due} expected by now"))
    if lead := lead_in_points(row):
        words.append(lead)
    return join(words, zh="，")


def _growth_words(row: Record, bar: Bar) -> Text:
    """Return growth or fall as a share of its target or limit; where it goes the other way, what it is."""
    share, falls = format_fixed_percent(bar.filled, 2), row["actual"] < 0
    if bar.filled < 0:
        words = change_words(same(f"{format_number(abs(row['actual']))}{RATE}"), falls=falls)
        return Text(f"实际{words.zh}", words.en)
    change = Text("降幅", "fall") if falls else Text("增速", "growth")
    if is_limit(row):
        return Text(f"为{change.zh}上限的{share}", f"{share} of the limit on {change.en}")
    return Text(f"为目标{change.zh}的{share}", f"{share} of the target {change.en}")


def setting_words(setting: Setting, target: Target) -> Text:
    """Return a what-if with the name of what it is of: 地区生产总值增速8.5%, or GDP: growth 8.5%."""
    is_rate = target.is_rate and setting.field != "baseline"
    value, field = (
        with_unit(setting.value, RATE if is_rate else setting.unit or target.unit),
        SET[setting.field],
    )
    return Text(f"{target.name.zh}{field.zh}{value.zh}", f"{target.name.en}: {field.en} {value.en}")
