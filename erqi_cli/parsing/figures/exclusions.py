"""Tells which numbers of a document are not figures: dates, ordinals, names, sizes, list numbers.

The rules are few, each with its reason; a plan adds its own under `audit.ignore`. A figure that the
plan holds is a figure whatever these rules say.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.numbering import list_numbers
from erqi_cli.parsing.figures.qualifiers import EXACTLY
from erqi_cli.parsing.figures.source_text import SourceText, normalise_phrase


class RuleCode(StrEnum):
    """The codes of the rules, as JSON carries them; `ignore` is the plan's own."""

    DATE = "date"
    ORDINAL = "ordinal"
    NUMBERED_NAME = "numbered-name"
    NAME = "name"
    SET = "set"
    SIZE = "size"
    CODE = "code"
    ARTICLE = "article"
    HEADING = "heading"
    IGNORE = "ignore"


class Rule(NamedTuple):
    """A number that begins inside a match of `pattern` is not a figure.

    If `bare`, only a number without a unit: PM2.5 is a name, GDP2.5% holds a figure.
    """

    code: RuleCode
    pattern: "re.Pattern[str]"
    bare: bool = False


class IgnoredPhrase(NamedTuple):
    """Words of the document that the plan says are not a figure, and why."""

    phrase: str
    reason: Text | None


class Exclusion(NamedTuple):
    """Why a number is not a figure."""

    end: int
    """Where the number ends."""
    rule: RuleCode
    reason: Text | None = None
    """The reason that the plan gives."""


NUMERAL = "[〇○零一二三四五六七八九十]"
COUNT_NUMERAL = "[一二两三四五六七八九十]"
SCALES = "[百千万亿]"
NUMBER = rf"(?: (?<![0-9]) [0-9]{{1,8}} | (?<!{NUMERAL}) {NUMERAL}{{1,8}} )"
DATE = rf"""
    # Years, also of a range; 1200年以上 is an age.
    (?: (?:19|20)[0-9]{{2}}年?- )? (?:19|20)[0-9]{{2}} 年 (?! 以上|以内|左右|历史 )
    (?: [0-9]{{1,2}}月 )? (?: [0-9]{{1,2}}日 )?
    # Months, not 3个月.
  | (?<![0-9.个]) [0-9]{{1,2}} (?: -[0-9]{{1,2}} )? 月
    (?: 份|底|末|初|中旬|上旬|下旬 | [0-9]{{1,2}}日 )?
  | {NUMERAL}{{4}}年
  | (?<!{NUMERAL}) {NUMERAL}{{1,3}}月 (?: {NUMERAL}{{1,3}}日 )?
  | {NUMBER}季度
    # Dates in digits: 2017-01-19.
  | [12][0-9]{{3}} (?P<separator> [-/.] ) [0-9]{{1,2}} (?P=separator) [0-9]{{1,2}} (?![0-9])
  | [0-9]{{1,2}}世纪
  | {NUMBER} (?: 年代 | 周年 )
    # Times by which something is due or over which something runs: 3年内, 未来五年, 三年行动.
  | (?<![到至在为]) {NUMBER} (?: 年 | 个月 ) 内
  | (?: 近 | 过去 | 未来 | 今后 | 最近 | 学前 ) {NUMBER}年
  | [的这又每] 一年 | 一年 (?= 一度 )
  | 九年 (?= 义务|一贯 )
  | {NUMBER}年 (?= 来 | 行动 | 规划 | 计划 | 攻坚 | 累计 )
  | (?<![0-9.:]) [0-9]{{1,2}}:[0-9]{{2}} (?![0-9.:])
    # Years of the Republic of China: 109年3月.
  | (?<![0-9.]) 1[01][0-9]年 (?: 度 | [0-9]{{1,2}}月 (?: [0-9]{{1,2}}日 )? )
"""
BARE_YEAR = r"""
    # The columns of a table, and documents: 〔2024〕.
    (?<![0-9.,A-Za-z-]) (?:19|20)[0-9]{2} (?= [〕\])| ] | $ )
  | (?<= [〔\[(| ] ) (?:19|20)[0-9]{2} (?![0-9.,])
"""
ORDINAL = rf"""
    第 {NUMBER} (?: [、,和至及-] {NUMBER} )*
    # Sessions: 十一届二次全会.
  | {NUMBER}届 (?: {NUMBER}次 )?
  | (?<!{NUMERAL})二次
  | {NUMBER}号
    # Grades, phases and rounds: 三级医院, 二期工程, 新一轮.
  | {NUMERAL}{{1,3}} 星?级 (?! 以上 )
  | (?<= [线目程区园段] ) {NUMBER}期
  | (?<!{NUMERAL}) [一二三四五六七]期 (?= 工程|项目|建设|改造|、|，|;|。|及|和|\) )
  | (?<= [新首前后上下本每] ) 一轮
    # Industries: 三次产业, 一二三产.
  | {COUNT_NUMERAL}次产业
    # Five-year plans.
  | 十[一二三四五]五 (?= 规划|时期|期间|"|末|以来 )
"""
NUMBERED_NAME = rf"""
    # Schools are called by their number: 81中, 渠南路一小; but not 中心, 小时, 小镇.
    {NUMBER} (?: 中 (?![心央国型等间外部级华小标选0-9]) | 小 (?![时镇区企微型组康类项件事]) )
  | [A-Za-z] [0-9]{{1,8}} (?: \.[0-9]{{1,8}} )?
    # 4A, 5G, 599B.
  | (?<![0-9.]) [0-9]{{1,5}} (?= [A-Z] (?![A-Za-z]) )
    # 2×100万千瓦.
  | (?<![0-9.]) [0-9]{{1,2}} (?= [×xX*] [0-9] )
    # 126+N, 8+4, 1+6+N.
  | [0-9A-Za-z]{{1,8}} (?: \+[0-9A-Za-z]{{1,8}} )+
    # 世界500强, 90后, 206国道, 4.0版 and 工业4.0.
  | [0-9]{{1,4}}强 (?! [化制调劲烈度降] )
  | [0-9]{{2}}后 (?!续)
  | [0-9]{{3}} (?= 国道|省道|县道 )
  | (?<![0-9.]) [0-9]{{1,2}}\.[0-9] (?= 版 ) | (?<![0-9.]) [0-9]\.0 (?![0-9])
    # 12345热线, 120急救.
  | (?<![0-9.]) [0-9]{{3,6}} (?= [\u4e00-\u9fff]{{0,8}} (?: 热线|急救|报警|指挥 ) )
    # 33618现代制造业集群体系, 416科技创新布局.
  | (?<![0-9.]) [0-9]{{3,6}} (?= [\u4e00-\u9fff]{{1,10}}
        (?: 体系|布局|工程|行动|计划|战略|模式|机制|格局|政策|框架 ) )
    # A number without a unit in brackets: 医疗急救(120)分站.
  | (?<= \( ) [0-9]{{1,6}} (?= \) )
  | (?: 附件|附表|附图|附录|专栏|图表|(?<!代)表|图 ) [0-9]{{1,3}}
"""
SLOGAN_WORD = r"""
(?! [个家套条项所座栋处台辆张件场次人名年月天日元倍亩吨成是要点分十百千万亿] )
[\u4e00-\u9fff]
"""
NAME = rf"""
    # Slogans: 一村一品, 两强一增, 三横四纵.
    一 [\u4e00-\u9fff] 一 [\u4e00-\u9fff]
  | (?<!{NUMERAL}) {COUNT_NUMERAL} {SLOGAN_WORD} {COUNT_NUMERAL} {SLOGAN_WORD}
    # 15分钟生活服务圈, 1小时通勤圈; 7×24小时.
  | {NUMBER} (?: 分钟 | 小时 | 公里 ) [\u4e00-\u9fff]{{0,10}} 圈
  | 7 [×xX*] 24 (?: 小时 )? | [0-9一] 对 [0-9一]
  | (?<= 最后 ) 一(?:公里|米)
  | 一张 | {COUNT_NUMERAL}套班子 | {COUNT_NUMERAL}位一体 | {COUNT_NUMERAL}位数
"""
SET = rf"""
    # What the text lists itself: 六大行动, 三条底线, 八个方面, 四个意识.
    {COUNT_NUMERAL}{{1,3}} 大 (?= [\u4e00-\u9fff"] )
  | (?: (?<![0-9.]) [0-9]{{1,2}} | {COUNT_NUMERAL}{{1,3}} ) [个大]?方面
  | (?: (?<![0-9.]) [0-9]{{1,2}} | {COUNT_NUMERAL}{{1,3}} ) [件项]? (?: 民生|惠民 )? 实事
  | (?<= 实事 ) (?: [0-9]{{1,2}} | {COUNT_NUMERAL}{{1,3}} ) [件项]
  | {COUNT_NUMERAL}{{1,3}} [个条项点]
    (?: 底线|重点(?!项目|工程|企业)|关键|原则|要点|环节|维度|层面|阶段|步骤|导向|任务
      | 必须|聚焦|转变|意识|自信|维护|确立|务必|结合|统筹|坚定|全面|毫不|一(?!批) )
"""
SIZE = rf"""
    # A size by which things are called, not how many there are: 亿元级, 30万吨级, 亿元楼.
    (?<![0-9.]) [0-9.]{{0,8}} {SCALES}{{1,3}}
    (?: 元|吨|人|户|亩|千瓦|平方米|立方米 )? [级楼] (?! 以上 )
"""
CODE = r"""
    (?: 索引号|文号|编号|电话|传真|邮编|邮政编码|代码|备案号|许可证号?|字号 )
    [:|为是]{0,3} [0-9A-Za-z/()-]{3,40}
    # Addresses, and plots of land: A1-02-03地块.
  | [0-9A-Za-z._-]{0,40} @ [0-9A-Za-z.-]{1,40}
  | (?: https?:// | www\. ) [0-9A-Za-z./_?=&%-]{1,200}
  | [A-Z] [0-9]{0,3} (?: -[0-9]{1,4} ){1,3}
  | (?<![0-9.]) [0-9]{3,5} (?= 安置|地块|小区|厂 )
  | (?<![0-9.]) [0-9]{5,20} [/-] [0-9/-]{2,20}
    # Telephones, and numbers that begin with zero.
  | (?<![0-9.]) 0[0-9]{2,3}-[0-9]{7,8} | (?<![0-9.]) 1[3-9][0-9]{9} (?![0-9])
  | (?<![0-9.,]) 0[0-9]{1,20} (?![0-9.%])
"""
ARTICLE = r"""
    # 一个园区 is "a park"; 一个百分点 and 一个月 are amounts.
    一 [个种次批位名件场类支片] (?! 百分点|半|月|季度|小时|星期|[0-9] )
"""
LISTED = r"""
    # Items that are numbered inside a line: …；2.改造…
    (?<= [。;:!?] ) [(]? [0-9]{1,2} [.、)] (?= [\u4e00-\u9fff"〔] )
"""
LISTED_YEAR = r"(?<=[。;:!?])[0-9]{1,2}\.(?:19|20)[0-9]{2}年"
"""An item that begins with a year: 4.2020年…"""
RULES = (
    Rule(RuleCode.CODE, re.compile(CODE, re.VERBOSE)),
    Rule(RuleCode.SIZE, re.compile(SIZE, re.VERBOSE)),
    Rule(RuleCode.SET, re.compile(SET, re.VERBOSE)),
    Rule(RuleCode.NAME, re.compile(NAME, re.VERBOSE)),
    Rule(RuleCode.ARTICLE, re.compile(ARTICLE, re.VERBOSE)),
    Rule(RuleCode.NUMBERED_NAME, re.compile(NUMBERED_NAME, re.VERBOSE), bare=True),
    Rule(RuleCode.HEADING, re.compile(LISTED, re.VERBOSE), bare=True),
    Rule(RuleCode.HEADING, re.compile(LISTED_YEAR)),
    Rule(RuleCode.ORDINAL, re.compile(ORDINAL, re.VERBOSE)),
    Rule(RuleCode.DATE, re.compile(BARE_YEAR, re.VERBOSE), bare=True),
    Rule(RuleCode.DATE, re.compile(DATE, re.VERBOSE)),
)
"""Where several rules apply, the last one gives the reason."""
ONLY_A_SCALE = frozenset("百千万亿")
APPROXIMATING = frozenset("近超破达逾约过至到上个")
"""Before 百 or 万 they make it a number: 超百家, 上万人; 千人托位数 and 万元GDP能耗 have none."""
QUOTED = re.compile('[“「『"]([^“”「」『』"\n，。；：]{1,16})[”」』"]')
"""A short name in quotation marks: “33618”, “15分钟高品质生活服务圈”."""
STATEMENT = re.compile("[%‰％]|百分点|增长|下降|达到|不低于|超过|以上")
"""A quotation with such words states a figure."""


class _Span(NamedTuple):
    """A part of the text in which numbers are not figures."""

    start: int
    end: int
    rule: RuleCode
    reason: Text | None = None
    bare: bool = False


def find_exclusions(
    source: SourceText, figures: Iterable[Figure], ignored: Iterable[IgnoredPhrase]
) -> dict[int, Exclusion]:
    """Return the numbers that are not figures, by their start.

    The plan's own phrases count before the rules.
    """
    known = list(figures)
    starts = [figure.start for figure in known]
    exclusions: dict[int, Exclusion] = {}
    spans = (
        *_size_spans(source, known),
        *_quoted_spans(source),
        *_rule_spans(source),
        *_ignored_spans(source, ignored),
        *_list_spans(source),
    )
    for span in spans:
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end)
        for figure in known[first:last]:
            if span.bare and figure.unit:
                continue
            end = span.end if span.rule == RuleCode.HEADING else figure.end
            exclusions[figure.start] = Exclusion(end, span.rule, span.reason)
    return exclusions


def unused_phrases(source: SourceText, ignored: Iterable[IgnoredPhrase]) -> list[IgnoredPhrase]:
    """Return the phrases that the plan ignores and the document does not hold."""
    return [entry for entry in ignored if normalise_phrase(entry.phrase) not in source.text]


def _rule_spans(source: SourceText) -> Iterator[_Span]:
    for rule in RULES:
        for found in rule.pattern.finditer(source.text):
            yield _Span(found.start(), found.end(), rule.code, bare=rule.bare)


def _size_spans(source: SourceText, figures: list[Figure]) -> Iterator[_Span]:
    """Yield what figures are counted by: the 千人 of 千人托位数, and the unit 亿元 of a table."""
    for figure in figures:
        numeral = source.text[figure.start : figure.numeral_end]
        before = source.text[figure.start - 1 : figure.start]
        is_qualified = figure.comparator != EXACTLY or before in APPROXIMATING
        if ONLY_A_SCALE.issuperset(numeral) and not is_qualified:
            yield _Span(figure.start, figure.end, RuleCode.SIZE)


def _quoted_spans(source: SourceText) -> Iterator[_Span]:
    # The searched text has one kind of quotation mark; the document's tell opening from closing.
    for quoted in QUOTED.finditer(source.original):
        if STATEMENT.search(quoted[1]):
            continue
        start, end = source.position(quoted.start()), source.position(quoted.end())
        yield _Span(start, end, RuleCode.NAME)


def _ignored_spans(source: SourceText, ignored: Iterable[IgnoredPhrase]) -> Iterator[_Span]:
    for entry in ignored:
        phrase = re.escape(normalise_phrase(entry.phrase))
        for found in re.finditer(phrase, source.text):
            yield _Span(found.start(), found.end(), RuleCode.IGNORE, entry.reason)


def _list_spans(source: SourceText) -> Iterator[_Span]:
    for start, end in list_numbers(source):
        yield _Span(start, end, RuleCode.HEADING)
