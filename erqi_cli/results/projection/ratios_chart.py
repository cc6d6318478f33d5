"""The chart of `erqi ratios`: the plan year as the bar, the base year as its mark; percents and multiples apart."""

from collections.abc import Iterable

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import RatioForm
from erqi_cli.i18n.text import Text
from erqi_cli.results.result import Axis, Bar, Chart, Column, Record, Tone

SHOWN = ("name", "base_value", "plan_value", "change", "assumptions")


def ratios_chart(plan: Plan, columns: Iterable[Column[Record]]) -> Chart[Record]:
    """Return the chart of ratios, with the table's columns."""
    base, year = plan.base_year, plan.plan_year
    bar = Text(f"条形：{year}年的比率", f"Bar: the ratio in {year}")
    mark = Text(f"标记{{mark}}：{base}年的比率", f"Mark {{mark}}: the ratio in {base}")
    percents = Axis(Text("比例（%）", "Percent"), _bar, bar, mark)
    multiples = Axis(Text("倍数", "Times"), _bar, bar, mark, sign="")
    return Chart(
        columns=tuple(column for column in columns if column.path in SHOWN),
        axis=lambda row: multiples if row["form"] is RatioForm.MULTIPLE else percents,
        tone=_tone,
    )


def _bar(row: Record) -> Bar | None:
    return None if row["plan_value"] is None else Bar(row["plan_value"], row["base_value"])


def _tone(row: Record) -> Tone | None:
    return "fair" if any(note.code == "above-whole" for note in row["assumptions"]) else None
