"""The words that follow a number in a text: units of measure and counting words.

A figure keeps the word of the text. What the word measures, and its scale, are only needed to
compare the figure with one of a plan.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from erqi_cli.domain.units import UNITS

COUNT = "count"
"""The measure of counting words."""
POINT = "point"
"""The measure of percentage points, which are not percent."""
PERCENT = "percent"
ONE = Decimal(1)
PER_MILLE, PER_MILLE_SCALE = "‰", Decimal("0.1")
MULTIPLE = "倍"

PLAN_UNITS = frozenset(symbol for symbol in UNITS if symbol[0] not in "万亿")
"""The units of a plan without those that include a scale: the scale is read by itself."""
ALIASES = {
    "平米": "平方米",
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "平方千米": "平方公里",
    "km²": "平方公里",
    "hm²": "公顷",
    "km2": "平方公里",
    "千米": "公里",
    "km": "公里",
    "KM": "公里",
    "立方": "立方米",
    "m³": "立方米",
    "m3": "立方米",
    "μg/m³": "微克/立方米",
    "μg/m3": "微克/立方米",
    "µg/m³": "微克/立方米",
    "µg/m3": "微克/立方米",
    "ug/m³": "微克/立方米",
    "ug/m3": "微克/立方米",
    "度": "千瓦时",
    "kWh": "千瓦时",
    "美金": "美元",
    "个月": "月",
    "个百分点": "百分点",
}
"""Other words for units of a plan."""
COUNTING_WORDS = frozenset("大位名座处件场期支类种次台辆栋幢间片轮宗张株头层路园格警批对届")
"""Words that count things. A plan may count the same things in another unit: 四大平台 are 4 个."""
_COUNTING_WORDS_OF_DIGITS = """
    艘 只 列 羽 尾 匹 棵 册 本 部 篇 份 卷 枝 根 块 面 门 口 眼 盏 杆 架 枚 具 副 双 组 班 箱
    例 起 款 顿 席 床 颗 道 桶 瓶 袋 集 大类 小类 大项 台套
    批次 场次 台次 架次 班次 件次 户次 辆次 例次 座次
"""
COUNTING_WORDS_OF_DIGITS = frozenset(_COUNTING_WORDS_OF_DIGITS.split())
"""Counting words that begin other words too (三门峡, 双创): they only count after digits."""
OTHER_UNITS = (
    "个工作日",
    "工作日",
    "斤",
    "公斤",
    "千瓦",
    "分钟",
    "车次",
    "周岁",
    "番",
    "岁",
    "日",
    "号",
)
_OTHER_UNITS_OF_DIGITS = """
    千克 克 毫克 kg mg g 升 毫升 L 毫米 厘米 海里 秒 周 分 分贝 学时 课时 ℃ 摄氏度
    兆瓦 吉瓦 MW GW kW KW MWh GWh 兆瓦时 千伏安 千伏 吨公里 人公里 航次 标箱 标准箱 TEU
    港元 港币 欧元 日元 人民币元 Mbps Gbps Tbps TB PB PFLOPS EFLOPS P
"""
OTHER_UNITS_OF_DIGITS = _OTHER_UNITS_OF_DIGITS.split()
COUNTED_UNITS = "个家套条项所座栋处台辆张件场次人"
COUNTED_MEASURES = frozenset(UNITS[symbol].measure for symbol in COUNTED_UNITS)
"""The measures of plan units in which things are counted; a counting word agrees with each."""

TENTH = "成"
NOT_TENTHS = "果|立|功|绩|为|形|熟|交|套|型|不|效|分|长(?!期)|就(?!业)|员单位"
"""What makes another word of 成: 成立 and 成果, but 六成就业 is 60% of employment."""
OTHER_WORDS = {
    "年": "均",
    "部": "门|委|队|分|署",
    "本": "科|地|级|市|区|县|省|年",
    "份": "额",
    "根": "据|本|治",
    "面": "积|向|对|临|上",
    "门": "类|店",
    "口": "岸|袋|径",
    "副": "市|主|县|区|处|书|省|国",
    "双": "一流|创|随|向|边|千|百|拥",
    "组": "织|建|合|成|团",
    "班": "子|组",
    "起": "步|草|点|来|到",
    "款": "项",
    "席": "位",
    "道": "路|德",
    "集": "中|团|群|聚|镇|体|约",
    "周": "年|边|期|密",
    "分": "之|别|类|布|公|局|院|店|站|享|期|级|离|配|析|散|担|工|红|支|包|批|步|会",
    "升": "级|至|到|高|降",
    "度": "假|过",
    TENTH: NOT_TENTHS,
}
"""What follows the characters of a unit where both together are another word: 部门, 年均."""


class UnitMeaning(NamedTuple):
    """What a unit word measures, and how many base units of its measure one such unit is."""

    measure: str | None
    scale: Decimal = ONE


def unit_meaning(word: str) -> UnitMeaning:
    """Return what a unit word of a text means; an unknown word measures only itself."""
    if word == PER_MILLE:
        return UnitMeaning(PERCENT, PER_MILLE_SCALE)
    if word in COUNTING_WORDS or word in COUNTING_WORDS_OF_DIGITS:
        return UnitMeaning(COUNT)
    symbol = ALIASES.get(word, word)
    if symbol in PLAN_UNITS:
        return UnitMeaning(measure_of_unit(symbol), UNITS[symbol].scale)
    return UnitMeaning(word or None)


def measure_of_unit(symbol: str | None) -> str | None:
    """Return the measure in which figures with a plan's unit are compared."""
    if symbol == "百分点":
        return POINT
    unit = UNITS.get(symbol or "")
    return unit.measure if unit else symbol


def _alternatives(words: Iterable[str]) -> str:
    patterns = []
    # The longest first, so that 立方米 is not read as 立方 and 千瓦时 not as 千瓦.
    for word in sorted(words, key=len, reverse=True):
        pattern = re.escape(word)
        if word in OTHER_WORDS:
            pattern += f"(?!{OTHER_WORDS[word]})"
        if word[-1].isascii() and word[-1].isalnum():
            pattern += "(?![0-9A-Za-z])"
        patterns.append(pattern)
    return "|".join(patterns)


_WORDS_OF_NUMERALS = [*PLAN_UNITS, *ALIASES, *COUNTING_WORDS, *OTHER_UNITS, TENTH]
_WORDS_OF_DIGITS = [PER_MILLE, *COUNTING_WORDS_OF_DIGITS, *OTHER_UNITS_OF_DIGITS]
UNIT = re.compile(_alternatives([*_WORDS_OF_NUMERALS, *_WORDS_OF_DIGITS]))
UNIT_OF_NUMERALS = re.compile(_alternatives(_WORDS_OF_NUMERALS))
"""A unit after Chinese numerals, without those that begin other words."""
OF_RATE = re.compile(f"(?:户籍|常住)?人口|{UNIT.pattern}")
PER = re.compile("/(?:10万|[十百千万亿]{1,2})?")
"""Begins what a rate refers to: 人/平方公里, 万元/人, 批次/千人."""
PER_PEOPLE = re.compile("/(?:10万|十万|[百千万])人?(?![0-9])")
"""A rate of cases: 10/10万."""


def unit_end(text: str, start: int) -> int:
    """Return where the unit ends that begins at `start` after digits.

    Returns `start` if there is none.
    """
    cases = PER_PEOPLE.match(text, start)
    if cases:
        return cases.end()
    unit = UNIT.match(text, start)
    if unit is None:
        return start
    per = PER.match(text, unit.end())
    other = OF_RATE.match(text, per.end()) if per else None
    return other.end() if other else unit.end()


def unit_end_after_numerals(text: str, start: int) -> int:
    """Return where the unit ends that begins at `start` after Chinese numerals.

    Returns `start` if there is none.
    """
    unit = UNIT_OF_NUMERALS.match(text, start)
    return unit.end() if unit else start
