"""Reads the cells of a row of base values: indicator, year, value and unit."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.errors import Failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.date import loose_period
from erqi_cli.parsing.fault import ValueFault, brief, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.lookup import MAX_MATCHES, NameIndex, blank_remedy, fold
from erqi_cli.parsing.number_forms import LONGEST, NUMBER
from erqi_cli.parsing.quantity import parse_quantity, positive
from erqi_cli.parsing.scalar import ZERO
from erqi_cli.readers.table.table import Table

REGION = (
    *("region", "region_name", "county", "county_name", "district", "district_name"),
    *("地区", "地区名称", "区县", "县区", "县市区", "市县", "区域", "县", "区"),
)
TARGET_GROWTH = (
    *("target_growth", "target growth", "growth_target", "growth target"),
    *("目标增速", "增长目标", "增速目标"),
)
"""A region's own target. A bare 增速 is none of these: it is what the base year achieved."""
HEADINGS = {
    **dict.fromkeys(("id", "编号"), "id"),
    **dict.fromkeys(("name", "indicator", "name_zh", "名称", "指标"), "name"),
    **dict.fromkeys(("value", "baseline", "baseline_value", "数值", "值", "基期值"), "value"),
    **dict.fromkeys(("unit", "units", "单位", "计量单位", "量纲"), "unit"),
    **dict.fromkeys(("year", "period", "base_year", "baseline_year"), "year"),
    **dict.fromkeys(("年份", "年度", "年", "时期", "基期年"), "year"),
    **dict.fromkeys(REGION, "region"),
    **dict.fromkeys(TARGET_GROWTH, "target_growth"),
    **dict.fromkeys([f"{heading}(%)" for heading in TARGET_GROWTH], "target_growth"),
    **dict.fromkeys([f"{heading} (%)" for heading in TARGET_GROWTH], "target_growth"),
}
"""The headings that are understood, folded, each with its column."""
NEEDED = (("id", "name"), ("value",))
Value = TypeVar("Value")
Amount = tuple[Decimal, str | None]
"""A number and the unit that it is in."""


class BaseCells:
    """Reads the cells of a table's rows; what is wrong with one goes among the table's faults."""

    def __init__(self, table: Table, plan: Plan) -> None:
        self.table = table
        self.column = {name: at for at, name in enumerate(table.layout.order)}
        self.value_at = self.column["value"]
        self.unit_at = self.column.get("unit")
        self.names = NameIndex(plan, EntryType.INDICATOR)
        self.plan = plan

    def read(
        self,
        column: str,
        parse: Callable[[str], Value],
        cells: Sequence[str],
    ) -> Value | None:
        """Return the value of a cell, or None where it is wrong."""
        try:
            return parse(cells[self.column[column]])
        except ValueFault as fault:
            self.fault(column, fault)
            return None

    def fault(self, column: str, fault: ValueFault) -> None:
        """Add what is wrong with a cell of the row at hand to the table's faults."""
        self.table.fault(fault.code, self.column[column], fault.remedy, **fault.values)

    def name_column(self, cells: Sequence[str]) -> str:
        """Return the column that names a row's indicator: `name` where the cell `id` is blank."""
        if "id" not in self.column:
            return "name"
        if "name" in self.column and not cells[self.column["id"]].strip():
            return "name"
        return "id"

    def indicator(self, cells: Sequence[str]) -> Target | None:
        """Return the indicator that a row names by its id or full name, None where it is wrong."""
        column = self.name_column(cells)
        indicator = self.read(column, self._find_indicator, cells)
        if indicator is not None and column == "id" and "name" in self.column:
            self._check_name(indicator, cells)
        return indicator

    def year(self, cells: Sequence[str]) -> int | None:
        """Return the year of a row's base value, None where it is wrong."""
        return self.read("year", _parse_year, cells)

    def amount(self, cells: Sequence[str], unit: str | None) -> Amount | None:
        """Return a row's base value in a unit (in its own for None), None where it is wrong."""
        words = cells[self.value_at]
        stated = "" if self.unit_at is None else cells[self.unit_at].strip()
        if not stated and NUMBER.fullmatch(words):
            value = Decimal(words)
            if value > ZERO:
                return value, unit
        try:
            return positive(parse_quantity(words, unit, stated))
        except ValueFault as fault:
            is_of_unit = stated and fault.code in ("E305", "E511")
            self.fault("unit" if is_of_unit else "value", fault)
            return None

    def _find_indicator(self, words: str) -> Target:
        """Return the indicator of an id or a full name; raises ValueFault E216, E309, E509."""
        try:
            return self.names.find_target(words, allow_part=False)
        except Failure as failure:
            problem = failure.problems[0]
            hidden = invisible_character(words[:LONGEST])
            remedy = blank_remedy(words) or self._candidates(words) or problem.remedy
            raise hidden or ValueFault("E509", remedy, reason=problem.message) from None

    def _candidates(self, words: str) -> Text | None:
        """Return which indicators have some words in their names, None where there is none."""
        entries = self.names.containing(words)[:MAX_MATCHES]
        if not entries:
            return None
        found = [self.plan.target(entry.id) for entry in entries]
        zh = "、".join(f"{indicator.name.zh}（{indicator.id}）" for indicator in found)
        en = ", ".join(f"{indicator.id} ({indicator.name.en})" for indicator in found)
        part = brief(words.strip())
        return Text(
            f"请写全名或编号；含“{part}”的有：{zh}",
            f"write an id or a full name; these contain '{part}': {en}",
        )

    def _check_name(self, indicator: Target, cells: Sequence[str]) -> None:
        """Add fault E521 where the name beside an id is that of another indicator."""
        entries = self.names.by_name.get(fold(cells[self.column["name"]]), [])
        others = [entry.id for entry in entries]
        if others and indicator.id not in others:
            self.fault("name", ValueFault("E521", id=indicator.id, other=min(others)))


def _parse_year(words: str) -> int:
    """Return the year of a base value; raises ValueFault E303, E307, E310, E516."""
    if not words.strip():
        raise ValueFault("E310", Text("请填上年份", "write the year"))
    period = loose_period(words)
    if not period.is_whole:
        raise ValueFault("E516", value=quote(words))
    return period.year
