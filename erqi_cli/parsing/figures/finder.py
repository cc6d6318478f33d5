"""Finds the figures of a Chinese text: digits and numerals with scale, unit and qualifier, ranges, fractions, tenths.

A number in digits is always a figure; Chinese numerals are one where they count something (四个, 三年, 万亩) or where they
are written out (三十亿). Which of these are names or dates is told in `exempt`.
"""

import re
from decimal import Context, Decimal
from itertools import islice
from typing import NamedTuple

from erqi_cli.domain.units import UNITS, Unit
from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.parsing.chinese_numeral import Span, parse_chinese

GENERAL = frozenset("大位名座处件场期支类种次台辆栋幢间片轮宗张株头层路园格警批对届")
"""Words that count things of which the plan may speak in another unit: 四大平台 are 4 个."""
OTHERS = ("分钟", "公斤", "千瓦", "车次", "番", "岁", "日", "号")
ALIASES = {
    "平米": "平方米",
    "㎡": "平方米",
    "千米": "公里",
    "美金": "美元",
    "个月": "月",
    "个百分点": "百分点",
}
COUNT = "count"
COUNTED = "个家套条项所座栋处台辆张件场次人"
COUNTS = frozenset(UNITS[symbol].measure for symbol in COUNTED)
"""The measure of a general counting word, and those of the units with which it agrees."""
BASES = {symbol: unit for symbol, unit in UNITS.items() if symbol[0] not in "万亿"}
WORDS = sorted((*BASES, *ALIASES, *GENERAL, *OTHERS), key=len, reverse=True)
TENTH = "成"
TENTHS = f"{TENTH}(?!果|立|功|绩|为|形|熟|交|套|型|不|效|分|长(?!期)|就(?!业)|员单位)"
UNIT = "|".join([*(re.escape(word) + ("(?!均)" if word == "年" else "") for word in WORDS), TENTHS])
DIGITS = r"(?:(?<![0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]{1,30})(?![0-9])(?:\.[0-9]{1,30})?)"
CHINESE = r"(?:[〇零一二两三四五六七八九十百千万亿]{1,20}+(?:点[〇零一二三四五六七八九]{1,20})?)"
"""A longer row of digits is no figure but the number of something; bounds also keep the search linear."""
BEGINS = "(?:(?=[〇零二两三四五六七八九])|(?<![统同唯任某每之])(?=一)|(?<![几数每])(?=[十百千万亿]))"
"""Where Chinese numerals may begin: not in 统一 or 同一, nor in 数百 or 每千."""
FIRST = f"(?:{DIGITS}|{BEGINS}{CHINESE})"
NEXT = f"(?:{DIGITS}|{CHINESE})"
SCALE = r"(?:[百千]?(?:万亿|万|亿)|百|千(?!瓦))"
TO = "(?:-|至|到)"
FIGURE = re.compile(
    rf"(?P<half>一半|半数|过半|减半|百分百)|(?P<point>半)个百分点|(?P<double>翻番)"
    rf"|(?P<whole>{FIRST})分之(?P<part>{NEXT})(?:{TO}(?:(?P=whole)分之)?(?P<upto>{NEXT}))?"
    rf"|(?P<tenths>[一二两三四五六七八九]){TENTH}(?P<plus>半|[一二三四五六七八九](?!{UNIT}))"
    rf"|(?P<low>{FIRST})(?P<lowscale>{SCALE})?(?P<lowunit>{UNIT})?{TO}"
    rf"(?P<high>{NEXT})(?P<highscale>{SCALE})?(?P<highunit>(?(lowunit)(?P=lowunit)|(?:{UNIT})))"
    rf"|(?P<minus>(?:(?<=增长|增速|同比)|(?<=[ :])|^)-(?={DIGITS}%))?"
    rf"(?P<digits>{DIGITS})(?P<scale>{SCALE})?(?P<more>[余多来](?=(?:{SCALE})?(?:{UNIT})))?(?P<morescale>{SCALE})?(?P<unit>{UNIT})?"
    rf"|{BEGINS}(?P<chinese>{CHINESE})(?P<many>[余多来几](?=(?:{SCALE})?(?:{UNIT})))?(?P<manyscale>{SCALE})?(?P<counted>{UNIT})"
    rf"|{BEGINS}(?P<bare>(?=[〇零一二两三四五六七八九]{{1,20}}+[十百千万亿])(?!.{{0,4}}分之){CHINESE})"
)
QUALIFIER = re.compile(r"(?:\(不?含\))?(?:左右|上下|[及或]?以上(?!述)|以内|之内|[及或]?以下(?!简称))")
AFTERS = {
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
    "以上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
}
MOST = "[不未](?:超过|高于|多于|大于|突破)|至多|最多|低于|少于|小于|不足|不到|未达到?|控制"
LEAST = "不低于|不少于|不小于|至少|最少|超过|高于|突破|大于|多于|(?<!赶)超"
NEAR = "(?<![节制合条契])约|(?<![附最靠邻临将])近|接近"
BEFORES = tuple(
    (comparator, re.compile(f"(?:{words})$"))
    for comparator, words in (
        (Comparator.AT_LEAST, "不低于|不少于|不小于"),
        (Comparator.AT_MOST, MOST),
        (Comparator.AT_LEAST, LEAST),
        (Comparator.ABOUT, NEAR),
    )
)
VERBS = re.compile(r"(?:达到|达|完成|实现|为|在)$")
KEPT = "(?:控制|保持)在|(?:收窄|缩小)[至到]"
"""To keep a fall at so much, or narrow it to that; 下降到 so much gives a level."""
FALLS = re.compile(rf"(?:下降|降低|减少|压减|压降|回落|削减|降幅|负增长)(?:幅度)?[了为]?(?:{MOST}|{LEAST}|{NEAR}|{KEPT})?$")
REACH = 10
TEN, HUNDRED = Decimal(10), Decimal(100)
DIGITS_KEPT = Context(prec=60)
"""Exact for what a text can say, 30 digits before the point and 30 behind; a fraction is cut off."""
SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}


ALONE: dict[str, tuple[Decimal, None, str]] = {
    **dict.fromkeys(("一半", "半数", "过半", "减半"), (Decimal(50), None, "%")),
    "百分百": (HUNDRED, None, "%"),
    "半": (Decimal("0.5"), None, "个百分点"),
    "翻番": (Decimal(1), None, "番"),
}
"""Words that are figures by themselves."""


class Figure(NamedTuple):
    """One figure of a text, from `start` to `end`: its numeral ends at `numeral`, its unit at `unit`, then its qualifier.

    `value` and `upper` are in the unit `word` (万 and 亿 worked out), percent for rates; `measure` is that of the unit,
    None where there is none; `comparator` is `exactly` where the text gives the bare figure; `falls` where it is a fall;
    `thirds` where it was given as a fraction, of which a plan may write fewer digits.
    """

    start: int
    end: int
    numeral: int
    unit: int
    value: Decimal
    upper: Decimal | None
    word: str
    measure: str | None
    comparator: Comparator
    falls: bool = False
    thirds: bool = False


def find_figures(text: str, most: int | None = None) -> list[Figure]:
    """Return the figures of a text in the form of `prose`, in order, no more than `most`."""
    return [_figure(text, found) for found in islice(FIGURE.finditer(text), most)]


def _figure(text: str, found: "re.Match[str]") -> Figure:
    value, upper, word, numeral = _amount(found)
    if word == TENTH:
        value, upper, word = DIGITS_KEPT.multiply(value, TEN), upper and DIGITS_KEPT.multiply(upper, TEN), "%"
    unit = BASES.get(ALIASES.get(word, word))
    after = QUALIFIER.match(text, found.end())
    before = text[max(found.start() - REACH, 0) : found.start()]
    scale = unit.scale if unit else Decimal(1)
    return Figure(
        found.start(),
        after.end() if after else found.end(),
        numeral,
        found.end(),
        DIGITS_KEPT.multiply(value, scale),
        None if upper is None else DIGITS_KEPT.multiply(upper, scale),
        word,
        _measure(word, unit),
        _comparator(before, found, after[0] if after else "", ranged=upper is not None),
        found["minus"] is not None or FALLS.search(before) is not None,
        found["whole"] is not None,
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
    if word := part["half"] or part["point"] or part["double"]:
        return *ALONE[word], found.end("point") if part["point"] else found.end()
    if part["whole"]:
        low, high = (_share(part[name], part["whole"]) for name in ("part", "upto"))
        assert low is not None
        return low, high, "%", found.end()
    if part["tenths"]:
        more = Decimal(5) if part["plus"] == "半" else _number(part["plus"])[0]
        return DIGITS_KEPT.multiply(_number(part["tenths"])[0], TEN) + more, None, "%", found.end()
    if part["low"]:
        scale = part["lowscale"] or (None if part["lowunit"] else part["highscale"])
        high = _scaled(_number(part["high"])[0], part["highscale"])
        return _scaled(_number(part["low"])[0], scale), high, part["highunit"], found.end("high")
    if part["digits"]:
        value = _scaled(_scaled(_number(part["digits"])[0], part["scale"]), part["morescale"])
        return value, None, part["unit"] or "", found.end("digits")
    name = "chinese" if part["chinese"] else "bare"
    value, upper = _number(part[name])
    upper = None if upper is None else _scaled(upper, part["manyscale"])
    return _scaled(value, part["manyscale"]), upper, part["counted"] or "", found.end(name)


def _share(part: str | None, whole: str) -> Decimal | None:
    """Return so many parts of a whole in percent."""
    if part is None:
        return None
    return DIGITS_KEPT.divide(DIGITS_KEPT.multiply(_number(part)[0], HUNDRED), _number(whole)[0] or HUNDRED)


def _number(words: str) -> Span:
    if words[0].isdecimal():
        return Decimal(words.replace(",", "")), None
    return parse_chinese(words)


def _scaled(value: Decimal, scale: str | None) -> Decimal:
    if not scale:
        return value
    if scale in SCALES:
        return value.scaleb(SCALES[scale], DIGITS_KEPT)
    return value.scaleb(SCALES[scale[0]] + SCALES[scale[1:]], DIGITS_KEPT)


def _comparator(before: str, found: "re.Match[str]", after: str, *, ranged: bool) -> Comparator:
    """Return how a figure is qualified by the words around it: those behind it say it more closely."""
    if ranged:
        return Comparator.BETWEEN
    for words, comparator in AFTERS.items():
        if after.endswith(words):
            return comparator
    if found["more"] or found["many"]:
        return Comparator.AT_LEAST
    bare = VERBS.sub("", before)
    return next((comparator for comparator, words in BEFORES if words.search(before) or words.search(bare)), Comparator.EXACTLY)
