"""Where a target stands, in words: completion or what is used of a limit, the lead or the lag, what is still needed."""

from decimal import Decimal

from erqi_cli.calc.decimals import HUNDRED, percent_of, rounded
from erqi_cli.domain.vocabulary import Comparator, Kind, ProgressMeaning
from erqi_cli.i18n.text import Text, same
from erqi_cli.results.amounts import short_amount
from erqi_cli.results.formatting import (
    format_fixed,
    format_fixed_percent,
    format_number,
    format_points,
)
from erqi_cli.results.result import Bar, Cell, Record

RATE = "%"


def is_limit(row: Record) -> bool:
    """Tell whether a target is a limit that is used up, or a growth or fall that is not to be exceeded."""
    return bool(row["measured_as"] is ProgressMeaning.USED)


def completion_cell(row: Record) -> Cell:
    """Return completion for a column: 53.71%, of a limit 已用116.67% or used 116.67%."""
    if row["completion_percent"] is None:
        return None
    done = format_fixed_percent(row["completion_percent"], 2)
    if not is_limit(row):
        return done
    return (
        Text(f"上限的{done}", f"{done} of limit")
        if row["unit"] == RATE
        else Text(f"已用{done}", f"used {done}")
    )


def completion_words(row: Record) -> Text | None:
    """Return completion as a phrase: 完成53.71%, of a limit 已用限额116.67% or 116.67% of the limit used."""
    if row["completion_percent"] is None:
        return None
    done = format_fixed_percent(row["completion_percent"], 2)
    if not is_limit(row):
        return Text(f"完成{done}", f"{done} done")
    if row["unit"] == RATE:
        return Text(f"为上限的{done}", f"{done} of the limit")
    return Text(f"已用限额{done}", f"{done} of the limit used")


def lead_or_lag(row: Record) -> Cell:
    """Return the pace of an amount, or how far a growth is from its target: 超3.71 or +3.71."""
    return _lead(row, same(""))


def lead_in_points(row: Record) -> Text | None:
    """Return the same with the unit: 超3.71个百分点 or +3.71 points."""
    return _lead(row, Text("个百分点", " points"))


def _lead(row: Record, unit: Text) -> Text | None:
    if row["measured_as"] in RANGES:
        return RANGES[row["measured_as"]]
    value = row["gap_points"] if row["pace_points"] is None else row["pace_points"]
    if value is None:
        return None
    if row["pace_points"] is not None or not is_limit(row) or not rounded(value, 2):
        return pace_words(value, of_limit=is_limit(row), unit=unit)
    return (WITHIN if value > 0 else OVER).fill(size=format_fixed(abs(value), 2), unit=unit)


def pace_words(value: Decimal, *, of_limit: bool, unit: Text) -> Text:
    """Return a lead or a lag, or how much more or less of a limit is used than its timetable allows."""
    words = format_points(value)
    if words.zh == words.en or not of_limit:
        return Text(words.zh + unit.zh, words.en + unit.en)
    return (MORE if value > 0 else LESS).fill(size=format_fixed(abs(value), 2), unit=unit)


RANGES = {
    ProgressMeaning.BEYOND: Text("高于区间", "above range"),
    ProgressMeaning.WITHIN: Text("区间内", "in range"),
    ProgressMeaning.BELOW: Text("低于区间", "below range"),
}
MORE, LESS = (
    Text("多用{size}{unit}", "{size}{unit} overused"),
    Text("少用{size}{unit}", "{size}{unit} unused"),
)
"""What of a limit is used, against its timetable."""
OVER, WITHIN = (
    Text("超限{size}{unit}", "{size}{unit} over limit"),
    Text("限内{size}{unit}", "{size}{unit} within limit"),
)
"""Of a growth or a fall that is not to be exceeded."""


def completion_bar(row: Record) -> Bar | None:
    """Return completion against what the timetable expects, if there is one."""
    if row["completion_percent"] is None:
        return None
    return Bar(row["completion_percent"], row["expected_percent"])


def growth_bar(row: Record) -> Bar | None:
    """Return growth as a share of its target growth, a fall as a share of its target fall; None where neither is the target."""
    whole = growth_whole(row)
    return None if whole is None else Bar(percent_of(row["actual"], whole), HUNDRED)


def growth_whole(row: Record) -> Decimal | None:
    """Return the growth or the fall that is 100%, of a range what is reached first; None where the target is no change."""
    low, high = row["target"], row["upper"]
    if row["gap_points"] is None or not low:
        return None
    if low > 0 or high is None:
        return Decimal(low)
    return Decimal(high) if high < 0 else None


def progress_bar(row: Record) -> Bar | None:
    """Return completion against what is expected; of growth, growth against its target."""
    return completion_bar(row) or growth_bar(row)


def needed_words(row: Record) -> Text | None:
    """Return what is still needed: 尚需190.7亿元, 尚需减少7万吨, 余下月份需增长18%; None where nothing is."""
    value = row["needed"]
    if value is None:
        return None
    if row["kind"] is Kind.GROWTH:
        return _needed_growth(row)
    if not value:
        return None
    number, is_share = format_number(abs(value), 2), row["unit"] == RATE
    more = (
        Text(f"{number}个百分点", f"{number} pp") if is_share else short_amount(number, row["unit"])
    )
    if value < 0:
        return Text(f"尚需减少{more.zh}", f"still to be reduced by {more.en}")
    return Text(f"尚需{more.zh}", f"{more.en} still needed")


def _needed_growth(row: Record) -> Text:
    """Return the growth or fall that the rest of the year needs, or may not exceed."""
    value = row["needed"]
    size = f"{format_number(abs(value), 2)}{RATE}"
    if (
        row["comparator"] is Comparator.AT_MOST or row["measured_as"] is ProgressMeaning.BEYOND
    ) and value >= 0:
        return Text(
            f"余下月份增速须在{size}以内", f"growth of at most {size} in the rest of the year"
        )
    is_floor = row["comparator"] is Comparator.AT_LEAST or (
        row["comparator"] is Comparator.BETWEEN and row["measured_as"] is not ProgressMeaning.BEYOND
    )
    if is_floor and value < 0:
        return Text(
            f"余下月份降幅须在{size}以内", f"a fall of at most {size} in the rest of the year"
        )
    if not value:
        return Text("余下月份需持平", "no change needed in the rest of the year")
    if value < 0:
        return Text(f"余下月份需下降{size}", f"a fall of {size} needed in the rest of the year")
    return Text(f"余下月份需增长{size}", f"{size} growth needed in the rest of the year")


def change_words(value: Text, *, falls: bool) -> Text:
    """Return a growth or a fall as a phrase, of its size in percent: 增长8%, 下降2%."""
    return (
        Text(f"下降{value.zh}", f"a fall of {value.en}")
        if falls
        else Text(f"增长{value.zh}", f"growth of {value.en}")
    )
