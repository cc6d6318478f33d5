"""The headings of files of base values."""

from erqi_cli.readers.table.headings import Headings

TARGET_GROWTH = (
    "target_growth",
    "target growth",
    "growth_target",
    "growth target",
    "目标增速",
    "增长目标",
    "增速目标",
)
"""A region's own target. A bare 增速 is none of these: it is what the base year achieved."""
COLUMNS = {
    "id": ("id", "编号"),
    "name": ("name", "indicator", "name_zh", "名称", "指标"),
    "value": ("value", "baseline", "baseline_value", "数值", "值", "基期值"),
    "unit": ("unit", "units", "单位", "计量单位", "量纲"),
    "year": (
        *("year", "period", "base_year", "baseline_year"),
        *("年份", "年度", "年", "时期", "基期年"),
    ),
    "region": (
        *("region", "region_name", "county", "county_name", "district", "district_name"),
        *("地区", "地区名称", "区县", "县区", "县市区", "市县", "区域", "县", "区"),
    ),
    "target_growth": (
        *TARGET_GROWTH,
        *(f"{heading}(%)" for heading in TARGET_GROWTH),
        *(f"{heading} (%)" for heading in TARGET_GROWTH),
    ),
}
"""The headings that are understood, folded, by their column."""
NEEDED = (("id", "name"), ("value",))


def _columns_by_heading() -> Headings:
    columns: Headings = {}
    for column, headings in COLUMNS.items():
        columns.update(dict.fromkeys(headings, column))
    return columns


HEADINGS = _columns_by_heading()
"""The headings that are understood, folded, each with its column."""
