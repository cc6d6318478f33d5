"""Finds the phrases of a plan in its document, as written or with other figures.

A phrase counts only by itself: 投资增长5% is not found in 民间投资增长5%, which is another series.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from erqi_cli.parsing.figures.finder import find_figures

NUMERALS = "〇零一二三四五六七八九十百千万亿"
CLAUSE_CHARACTER = "[^，。、:;!?]"
MAX_FIGURE_CHARS = 14
"""The length of a figure with its unit and qualifier."""
MIN_OTHER_CHARS = 2
"""A phrase with fewer characters besides its figures is not looked for with other figures."""
MAX_LEAD_CHARS = 20
"""How many characters before a phrase are looked at."""
LEAD = re.compile(r"[^，。、:;!?()|\"%‰0-9\s-]*$")
"""The words of the same clause before a phrase."""
LEADS_IN = re.compile(
    r"""
    (?:
        # times
        年|月|日|年底|年末|年初|季度|期间|时期|年度|今年|去年|全年
        # places that are the plan's own
      | [全我本各辖][省市县区州镇乡旗盟国域] | 全社会 | 地方
        # verbs and adverbs
      | 确保|力争|争取|力促|保持|实现|完成|达到|促进|推动|推进|带动|拉动|支持|稳定|加快|新增
      | 预计|预期|计划|安排|要求|提出|明确|目标|努力|切实|全力|继续|持续|进一步|主要|围绕
      | 分别|累计|合计|做到|使得
        # words that join
      | 其中|包括|以及|同时|根据|按照
      | [和与及或并且是为使让将把对在从由即以按到共约都要了] | (?<!人)均
    )$
    """,
    re.VERBOSE,
)
"""Words that may come before a phrase without changing what it names."""
UNCLEAR_LEAD = re.compile("[省市县区州镇乡旗盟村的]$")
"""市区投资 may be the investment of the plan's own town, or of a part of it."""
BEGINS_WITH_VERB = re.compile(
    """
    增长 | 增加 | 增速 | 增幅 | 提高 | 上升 | 上涨
  | 下降 | 降低 | 减少
  | 达到 | 达 | 为 | 占 | 控制 | 保持 | 稳定
    """,
    re.VERBOSE,
)
"""A phrase that begins so has its subject before it."""


class Standing(IntEnum):
    """How a phrase occurs in a document, the best first."""

    CLEAR = 0
    UNSURE = 1
    IN_LONGER_TERM = 2


class Occurrence(NamedTuple):
    """A place at which a phrase, or its words with other figures, occurs."""

    start: int
    end: int
    standing: Standing


class PhraseFinder:
    """Finds phrases in one text."""

    def __init__(
        self,
        text: str,
        places: tuple[str, ...] = (),
    ) -> None:
        """Take the text to search, and the names of the plan's own district and city."""
        self.text = text
        self.places = places

    def find(
        self,
        phrase: str,
        name: str,
        times: int,
    ) -> list[Occurrence]:
        """Return the best places of a phrase, at most so many, in the order of the text.

        `name` is the name of the target whose figure the phrase gives.
        """
        found: list[Occurrence] = []
        clear = 0
        for start, end in _occurrences(phrase, self.text):
            standing = self._standing(start, phrase, name)
            found.append(Occurrence(start, end, standing))
            if standing == Standing.CLEAR:
                clear += 1
            if clear == times:
                break
        found.sort(key=_by_standing)
        best = found[:times]
        return sorted(best)

    def find_with_other_figures(
        self,
        phrase: str,
        name: str,
    ) -> Occurrence | None:
        """Return the first place that has the words of a phrase with other figures."""
        pattern = _with_any_figures(phrase)
        if pattern is None:
            return None
        for found in re.finditer(pattern, self.text):
            start, end = found.span()
            standing = self._standing(start, phrase, name)
            if standing != Standing.IN_LONGER_TERM:
                return Occurrence(start, end, standing)
        return None

    def _standing(
        self,
        start: int,
        phrase: str,
        name: str,
    ) -> Standing:
        """Return how a phrase occurs at a place, by the words before it."""
        lead = self._lead(start)
        first = phrase[:1]
        begins_with_word = first.isalpha() and first not in NUMERALS
        if not begins_with_word or self._leads_in(lead):
            return Standing.CLEAR
        words = lead + phrase
        name_start = words.find(name)
        if 0 <= name_start < len(lead):
            # The phrase leaves out the beginning of the name: (固定资产)投资增长10%.
            is_whole_name = self._leads_in(words[:name_start])
            return Standing.CLEAR if is_whole_name else Standing.IN_LONGER_TERM
        begins_with_name = phrase.startswith(name) or phrase[:2] in name
        if begins_with_name and not UNCLEAR_LEAD.search(lead):
            return Standing.IN_LONGER_TERM
        if begins_with_name or BEGINS_WITH_VERB.match(phrase):
            return Standing.UNSURE
        return Standing.CLEAR

    def _lead(self, start: int) -> str:
        """Return the words of the same clause before a place."""
        first = max(start - MAX_LEAD_CHARS, 0)
        before = self.text[first:start]
        found = LEAD.search(before)
        return found[0] if found else ""

    def _leads_in(self, lead: str) -> bool:
        """Return whether the words before a term are none or leave its meaning as it is."""
        if not lead or lead.endswith(self.places):
            return True
        return LEADS_IN.search(lead) is not None


def _by_standing(occurrence: Occurrence) -> Standing:
    """Return what sorts the best places first."""
    return occurrence.standing


def _occurrences(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase occurs in a text, not inside a longer number."""
    before = ""
    if phrase[:1].isdecimal():
        before = "(?<![0-9.,])"
    elif phrase[:1] in NUMERALS:
        before = f"(?<![{NUMERALS}])"
    after = ""
    if phrase[-1:].isdecimal():
        after = "(?![0-9])"
    pattern = before + re.escape(phrase) + after
    for found in re.finditer(pattern, text):
        yield found.span()


def _with_any_figures(phrase: str) -> str | None:
    """Return a pattern of a phrase with any figures in it.

    Returns None if the phrase has no figure, or hardly a word besides.
    """
    words: list[str] = []
    end = 0
    for figure in find_figures(phrase):
        words.append(phrase[end : figure.start])
        end = figure.end
    words.append(phrase[end:])
    has_figure = len(words) > 1
    other_chars = sum(len(part) for part in words)
    if not has_figure or other_chars < MIN_OTHER_CHARS:
        return None
    any_figure = f"{CLAUSE_CHARACTER}{{1,{MAX_FIGURE_CHARS}}}?"
    pattern = any_figure.join(re.escape(part) for part in words)
    if words[-1]:
        return pattern
    # Nothing follows the last figure, so it takes as much of the clause as a figure may be long.
    return f"{pattern}{CLAUSE_CHARACTER}{{0,{MAX_FIGURE_CHARS}}}"
