"""The words around a figure that qualify it (左右, 以上, 不低于) or make it a decrease (下降)."""

import re

from erqi_cli.domain.vocabulary import Comparator

EXACTLY, ABOUT = Comparator.EXACTLY, Comparator.ABOUT
AT_LEAST, AT_MOST, BETWEEN = Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.BETWEEN

REACH = 24
"""How many characters before a figure are looked at."""
AFTER_WORDS = r"""
(?:
    左右 | 上下
  | [及或]?以上(?!述)              # not 以上述
  | 以内 | 之内
  | [及或]?以下(?!简称|称|几)      # not 以下简称
)"""
QUALIFIER_AFTER = re.compile(
    rf"""
    (?: \( [^()0-9]{{1,6}} \) )?      # 3个（含）以上, 600台（套）左右
    {AFTER_WORDS}
    """,
    re.VERBOSE,
)
AFTER = {
    "左右": ABOUT,
    "上下": ABOUT,
    "以上": AT_LEAST,
    "以内": AT_MOST,
    "之内": AT_MOST,
    "以下": AT_MOST,
}
FLOORS = "不低于|不少于|不小于|不下于"
CEILINGS = "[不未](?:超过|超|高于|多于|大于|突破)"
MOST = f"{CEILINGS}|至多|最多|低于|少于|小于|不足|不到|未达到?|控制[在到至于]?|≤|<=?"
LEAST = f"{FLOORS}|至少|最少|超过|超出|高于|突破|大于|多于|逾|≥|>=?|(?<![赶不])超|(?<![打攻侦突])破"
NEAR = "(?<![节制合条契])约|(?<![附最靠邻临将])近|将近|接近"
CLAUSE = "[^，。、:;!?0-9()]"
OBJECT = "[^，。、:;!?0-9()增升提加达至到为占后并]"
BEFORE = (
    # 不低于 ends in 低于: what is not below has to be tried first.
    (AT_LEAST, re.compile(f"(?:{FLOORS})$")),
    (AT_MOST, re.compile(f"(?:{MOST})$")),
    (AT_LEAST, re.compile(f"(?:{LEAST})$")),
    (ABOUT, re.compile(f"(?:{NEAR})$")),
    # The qualifier may stand away from its number: 不低于上年的70%, 至少建成2个, 不少于每人3次.
    (AT_LEAST, re.compile(f"(?:{FLOORS}){CLAUSE}{{1,14}}的$|(?:{FLOORS})每{CLAUSE}{{1,5}}$")),
    (AT_MOST, re.compile(f"{CEILINGS}{CLAUSE}{{1,14}}的$")),
    (AT_LEAST, re.compile(f"(?:至少|最少){CLAUSE}{{1,6}}$")),
    (AT_MOST, re.compile(f"(?:至多|最多){CLAUSE}{{1,6}}$|最高(?:给予|可达|补助|奖励|支持)$")),
)
ATTAINING_VERB = re.compile("(?:达到|达|完成|实现|为|在|占|到|至|要|应)$")
"""A verb that may stand between the qualifier and its number: 至少完成 3项, 约占30%."""
KEPT_WITHIN = "(?:控制|保持)在|(?:收窄|缩小)[至到]"
COMPARED = f"(?: 同比|环比|年均|平均|累计|分别|[各均再] | [比较]{CLAUSE}{{1,8}} )"
DECREASE = re.compile(
    rf"""
    (?:
        (?: 下降 | 降低 | 减少 | 压减 | 压降 | 压缩 | 缩短 | 缩减 | 削减 | 调减 | 递减 | 核减
          | 回落 | 下滑 | 下跌 | 下挫 | 萎缩 | 负增长 )
        (?: 幅度 | 比例 | 率 )?
      | [降跌减]幅
      # A single character is a verb of its own before the figure: 降5%, 同比减5%, 较上年低5%.
      | (?<![升不]) 降 | 跌 | (?<![增加]) 减
      | {COMPARED} [低少]
      | (?<!不)低于{CLAUSE}{{2,10}}        # 低于上年0.8个百分点
        # The verb may have an object: 压减"三公"经费10%; but not 减少环节后提速10%.
      | (?: 压减 | 压降 | 压缩 | 削减 | 缩减 | 降低 | 减少 ) {OBJECT}{{1,10}}
    )
    [了为达]?
    # A decrease may be kept within a limit or narrowed to it; 下降到 names the level reached.
    (?: {MOST} | {LEAST} | {NEAR} | {KEPT_WITHIN} )?
    $
    """,
    re.VERBOSE,
)
DECREASE_AFTER = re.compile("的?(?:[降跌减]幅|负增长)|的(?:下降|降低|下滑|下跌)")
"""What makes the figure before it a decrease: 5%的降幅."""
SAME_DIRECTION = frozenset({"、", "和", "与", "及", "以及"})
"""What joins figures that share a verb: 分别下降3%、5%和8%."""


def words_before(text: str, start: int) -> str:
    """Return the words before a figure that may qualify it."""
    return text[max(start - REACH, 0) : start]


def comparator_after(qualifier: str) -> Comparator | None:
    """Return the comparator that the words behind a figure give, or None."""
    for words, comparator in AFTER.items():
        if qualifier.endswith(words):
            return comparator
    return None


def comparator_before(before: str) -> Comparator | None:
    """Return the comparator that the words before a figure give, or None."""
    without_verb = ATTAINING_VERB.sub("", before)
    for comparator, pattern in BEFORE:
        if pattern.search(before) or pattern.search(without_verb):
            return comparator
    return None


def is_decrease(before: str, text: str, end: int) -> bool:
    """Return whether the words before a figure, or behind its `end`, make it a decrease."""
    return bool(DECREASE.search(before) or DECREASE_AFTER.match(text, end))
