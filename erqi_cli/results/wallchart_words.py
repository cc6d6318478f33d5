"""The words of the wall chart: labels, and what one row of the tracking says of its target."""

from erqi_cli.language import Text, join, same
from erqi_cli.results.listing import figure_with_unit
from erqi_cli.results.shape import Bar, Column, Record
from erqi_cli.results.tracking import COLUMNS
from erqi_cli.results.words import cell_words, fixed_percent, qualified_amount, short_amount

TRACKED: dict[str, Column] = {column.path: column for column in COLUMNS}
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
    "lead": Text("超/欠（百分点）", "Pace (points)"),
    "more": Text("其他", "More"),
    "due": Text("期限", "due"),
    "context": Text("背景", "Context"),
    "qualitative": Text("定性", "Further aims"),
    "not_scored": Text("本行动无计分目标", "No scored target"),
    "notes": Text("说明", "Notes"),
    "note": Text("注", "Note"),
    "sources": Text("来源", "Sources"),
    "what_if": Text("假设", "What-if"),
    "legend": Text(
        "横条：完成的比例，限额为已用的比例，增速为实际与目标之比；粗竖线：目标（100%）；三角：按进度此时应到之处；箭头：超出图幅",
        "Bar: how much is done, of a limit used, or growth as a share of its target. Heavy line: the target (100%). "
        "Triangle: where it should stand by now. Arrow: beyond the scale",
    ),
}
"""What is written beside the figures."""


def meeting_words(name: Text | None, day: str | None) -> Text | None:
    """Return the meeting that set the plan, with its day."""
    if name is None:
        return None
    return Text(f"{name.zh}，{day}", f"{name.en}, {day}") if day else name


def amount_words(row: Record, key: str) -> Text | None:
    """Return a figure of a row with its unit and qualifier: 600亿元以上, or at least 600 × 100m yuan."""
    words = cell_words(TRACKED[key].cell(row))
    if words is None or row[key] is None or row["unit"] in (None, "%"):
        return None if key == "target" and row["unit"] is None else words
    if key != "target":
        return short_amount(words, row["unit"])
    return qualified_amount(row["target"], row["comparator"], row["upper"], row["unit"])


def needed_words(row: Record) -> Text | None:
    """Return what is still needed, and of what: of growth the rate of the months that are left."""
    words = amount_words(row, "needed") if row["needed"] else None
    if words is None:
        return None
    if row["judged_on"] in ("growth", "implied"):
        return Text(f"余下月份需增长{words.zh}", f"{words.en} growth needed in the rest of the year")
    return Text(f"尚需{words.zh}", f"{words.en} still needed")


def completion_words(row: Record) -> Text | None:
    """Return how much is done, or how much of a limit is used."""
    words = cell_words(TRACKED["completion_percent"].cell(row))
    if words is None:
        return None
    if row["comparator"] == "at_most":
        return Text(f"已用限额{words.zh}", f"{words.en} of the limit used")
    return Text(f"完成{words.zh}", f"{words.en} done")


def as_of_words(until: str | None) -> Text:
    """Return up to when the data reach, as it is said."""
    if until is None:
        return Text("尚无数据", "No data yet")
    year, month, day = (*map(int, until.split("-")), None, None)[:3]
    zh = f"{year}年"
    if month is not None:
        zh += f"{month}月{day}日" if day is not None else "1月" if month == 1 else f"1—{month}月"
    return Text(f"数据截至{zh}", f"Data as of {until}")


def alternative_words(row: Record, bar: Bar | None, lead: Text | None) -> Text | None:
    """Return what a bar shows, for those who do not see it."""
    if bar is None:
        return None
    done = completion_words(row)
    share = fixed_percent(bar.filled, 2)
    words = [done or Text(f"为目标增速的{share}", f"{share} of the target growth")]
    if done is None and bar.filled < 0:
        words = [Text("增速为负，低于目标", "growth is negative, below the target")]
    if bar.mark is not None and done:
        due = fixed_percent(bar.mark, 2)
        words.append(Text(f"按进度应完成{due}", f"{due} expected by now"))
    if lead:
        words.append(Text(f"{lead.zh}个百分点", f"{lead.en} points"))
    return join(words, zh="，")


def labelled_words(row: Record) -> Text:
    """Return a context figure with its name."""
    amount = figure_with_unit(row) or same("–")
    return Text(f"{row['name'].zh} {amount.zh}", f"{row['name'].en}: {amount.en}")


def source_words(row: Record) -> Text:
    """Return a source in full: publisher, title, day, address and note."""
    day, url = row["published"] or "", row["url"] or ""
    note: Text = row["note"] or same("")
    return join([part for part in (row["publisher"], row["title"], same(day), same(url), note) if part.zh], zh="，")
