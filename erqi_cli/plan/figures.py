"""Finds the figures of a Chinese text: digits and numerals with scale, unit and qualifier, ranges, fractions, tenths.

A number in digits is always a figure; Chinese numerals are one where they count something (四个, 三年, 万亩). Which of
these are names or dates is told in `exempt`.
"""

import re
from decimal import Context, Decimal
from typing import NamedTuple

from erqi_cli.plan.numerals import parse_chinese
from erqi_cli.plan.units import UNITS, Unit

GENERAL = frozenset("大位名座处件场期支类种次台辆栋幢间片轮宗张路园格警批对届")
"""Words that count things of which the plan may speak in another unit: 四大平台 are 4 个."""
OTHERS = ("小时", "分钟", "公顷", "公斤", "千瓦时", "倍", "番", "岁", "日", "号")
ALIASES = {
    "平米": "平方米",
    "㎡": "平方米",
    "千米": "公里",
    "美金": "美元",
    "个月": "月",
    "个百分点": "百分点",
    "百分点": "百分点",
    "亿": "",
}
COUNT = "count"
COUNTS = frozenset(("item", "body", "set", "line", "matter", "school"))
"""The measure of a general counting word, and those of the units with which it agrees."""
BASES = {symbol: unit for symbol, unit in UNITS.items() if symbol[0] not in "万亿"}
WORDS = sorted((*BASES, *ALIASES, *GENERAL, *OTHERS), key=len, reverse=True)
UNIT = "|".join(map(re.escape, WORDS))
DIGITS = r"(?:(?<![0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]{1,30})(?![0-9])(?:\.[0-9]{1,30})?)"
CHINESE = r"(?:[〇零一二两三四五六七八九十百千万亿]{1,20}+(?:点[〇零一二三四五六七八九]{1,20})?)"
"""A longer row of digits is no figure but the number of something; bounds also keep the search linear."""
FIRST = f"(?:{DIGITS}|(?<![统同唯之任某几数每]){CHINESE})"
NEXT = f"(?:{DIGITS}|{CHINESE})"
SCALE = r"(?:[百千]?(?:万亿|万|亿)|[百千])"
AFTER = r"(?:\(含\))?(?:左右|上下|及?以上(?!述)|以内|之内|及?以下(?!简称))"
FIGURE = re.compile(
    rf"(?P<half>一半|半数|过半)"
    rf"|(?P<whole>{FIRST})分之(?P<part>{NEXT})"
    rf"|(?P<tenths>[一二三四五六七八九])成(?P<plus>半|[一二三四五六七八九](?!{UNIT}))?(?![果立员本功长绩为形熟品就交套型人份效不])"
    rf"|(?P<low>{FIRST})(?P<lowscale>{SCALE})?(?P<lowunit>{UNIT})?(?:-|至|到)"
    rf"(?P<high>{NEXT})(?P<highscale>{SCALE})?(?P<highunit>{UNIT})"
    rf"|(?P<digits>{DIGITS})(?P<scale>{SCALE})?(?P<more>[余多](?=(?:{SCALE})?(?:{UNIT})))?(?P<morescale>{SCALE})?(?P<unit>{UNIT})?"
    rf"|(?<![统同唯之任某几数每])(?P<chinese>{CHINESE})(?P<many>[余多])?(?P<counted>{UNIT})"
)
QUALIFIER = re.compile(AFTER)
AFTERS = {"左右": "about", "上下": "about", "以上": "at_least", "以内": "at_most", "之内": "at_most", "以下": "at_most"}
BEFORES = (
    ("at_most", re.compile(r"(?:不超过|不高于|不多于|不大于|至多|最多|低于|少于|小于|不足|控制)$")),
    ("at_least", re.compile(r"(?:不低于|不少于|不小于|至少|最少|超过|高于|突破|大于|多于|(?<!赶)超)$")),
    ("about", re.compile(r"(?:(?<![节制合条契])约|(?<![附最靠邻临将])近|接近)$")),
)
NOT_LESS = re.compile(r"不(?:低于|少于|小于)$")
VERBS = re.compile(r"(?:达到|达|完成|实现|为|在)$")
FALLS = re.compile(r"(?:下降|降低|减少|压减)(?:了|到)?$")
REACH = 8
ONE, TEN, HUNDRED = Decimal(1), Decimal(10), Decimal(100)
EXACT = Context(prec=60)
SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}


class Figure(NamedTuple):
    """One figure of a text, from `start` to `end`: its numeral ends at `numeral`, its unit at `unit`, then its qualifier.

    `value` and `upper` are in the unit `word` (万 and 亿 worked out), percent for rates; `measure` is that of the unit,
    None where there is none; `comparator` is `exactly` where the text gives the bare figure; `falls` where it is a fall.
    """

    start: int
    end: int
    numeral: int
    unit: int
    value: Decimal
    upper: Decimal | None
    word: str
    measure: str | None
    comparator: str
    falls: bool = False


def find_figures(text: str) -> list[Figure]:
    """Return the figures of a text in the form of `prose`, in order."""
    return [_figure(text, found) for found in FIGURE.finditer(text)]


def _figure(text: str, found: "re.Match[str]") -> Figure:
    value, upper, word, numeral = _amount(found)
    unit = BASES.get(ALIASES.get(word, word))
    after = QUALIFIER.match(text, found.end())
    before = text[max(found.start() - REACH, 0) : found.start()]
    scale = unit.scale if unit else ONE
    return Figure(
        found.start(),
        after.end() if after else found.end(),
        numeral,
        found.end(),
        EXACT.multiply(value, scale),
        None if upper is None else EXACT.multiply(upper, scale),
        word,
        _measure(word, unit),
        _comparator(before, found, after[0] if after else "", ranged=upper is not None),
        FALLS.search(before) is not None,
    )


def measure_of(unit: Unit | None, symbol: str | None) -> str | None:
    """Return the measure in which a unit's figures are compared; a percentage point is no percent."""
    return "point" if symbol == "百分点" else unit.measure if unit else symbol


def _measure(word: str, unit: Unit | None) -> str | None:
    if word in GENERAL:
        return COUNT
    return measure_of(unit, unit.symbol if unit else word or None)


def _amount(found: "re.Match[str]") -> tuple[Decimal, Decimal | None, str, int]:
    """Return value, upper end, unit word and the end of the numeral of a match."""
    part = found.groupdict()
    if part["half"]:
        return Decimal(50), None, "%", found.end()
    if part["whole"]:
        share = EXACT.divide(EXACT.multiply(_number(part["part"])[0], HUNDRED), _number(part["whole"])[0] or ONE)
        return share, None, "%", found.end()
    if part["tenths"]:
        share = EXACT.multiply(_number(part["tenths"])[0], TEN)
        more = Decimal(5) if part["plus"] == "半" else _number(part["plus"] or "〇")[0]
        return share + more, None, "%", found.end()
    if part["low"]:
        high = _scaled(_number(part["high"])[0], part["highscale"])
        low = _scaled(_number(part["low"])[0], part["lowscale"] or (None if part["lowunit"] else part["highscale"]))
        return low, high, part["highunit"], found.end()
    if part["digits"]:
        value = _scaled(_scaled(_number(part["digits"])[0], part["scale"]), part["morescale"])
        return value, None, part["unit"] or "", found.end("digits")
    value, upper = _number(part["chinese"])
    return value, upper, part["counted"], found.end("chinese")


def _number(words: str) -> tuple[Decimal, Decimal | None]:
    if words[0].isdecimal():
        return Decimal(words.replace(",", "")), None
    return parse_chinese(words)


def _scaled(value: Decimal, scale: str | None) -> Decimal:
    if not scale:
        return value
    if scale in SCALES:
        return value.scaleb(SCALES[scale], EXACT)
    return value.scaleb(SCALES[scale[0]] + SCALES[scale[1:]], EXACT)


def _comparator(before: str, found: "re.Match[str]", after: str, *, ranged: bool) -> str:
    """Return how a figure is qualified by the words around it: those behind it say it more closely."""
    if ranged:
        return "between"
    for words, comparator in AFTERS.items():
        if after.endswith(words):
            return comparator
    if found["more"] or found["many"]:
        return "at_least"
    before = VERBS.sub("", before)
    if NOT_LESS.search(before):
        return "at_least"
    return next((comparator for comparator, words in BEFORES if words.search(before)), "exactly")
