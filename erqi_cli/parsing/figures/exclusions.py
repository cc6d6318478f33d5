"""Tells which numbers of a document are no figures: dates, ordinals, numbered names, headings, articles.

The rules are few, each with its reason; a plan adds its own under `audit.ignore`. What a plan holds is a figure whatever
these rules say.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.source_text import Prose, folded, squeezed

CHINESE = "[〇零一二三四五六七八九十]"
NUMBER = rf"(?:(?<![0-9])[0-9]{{1,8}}|(?<!{CHINESE}){CHINESE}{{1,8}})"


class Rule(NamedTuple):
    """One rule: a number that begins inside what `pattern` finds is no figure, for the `reason` that is given.

    If `bare`, only one without a unit: PM2.5 is a name, GDP2.5% a figure.
    """

    code: str
    reason: Text
    pattern: "re.Pattern[str]"
    bare: bool = False


class Ignored(NamedTuple):
    """What a plan says is no figure: the words of the document, and why."""

    phrase: str
    reason: Text | None


RULES = (
    Rule(
        "date",
        Text("日期", "a date"),
        re.compile(
            rf"(?:(?:19|20)[0-9]{{2}}-)?(?:19|20)[0-9]{{2}}年(?!以上|以内|左右|历史)(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?"
            rf"|(?<![0-9.个])[0-9]{{1,2}}(?:-[0-9]{{1,2}})?月(?:份|底|末|初|中旬|上旬|下旬|[0-9]{{1,2}}日)?"
            rf"|{CHINESE}{{4}}年|(?<!{CHINESE}){CHINESE}{{1,3}}月(?:{CHINESE}{{1,3}}日)?"
            rf"|[12][0-9]{{3}}([-/.])[0-9]{{1,2}}\1[0-9]{{1,2}}(?![0-9])|[0-9]{{1,2}}世纪"
        ),
    ),
    Rule(
        "ordinal",
        Text("序数", "an ordinal"),
        re.compile(
            rf"第(?:[0-9]{{1,8}}|{CHINESE}{{1,8}})|{NUMBER}届(?:{NUMBER}次)?|(?<!{CHINESE})二次|(?<![0-9])[0-9]{{1,8}}号|十[一二三四五]五(?=规划|时期|期间|\"|末|以来)"
        ),
    ),
    Rule(
        "numbered-name",
        Text("带号的名称", "a numbered name"),
        re.compile(
            rf"{NUMBER}(?:中(?![心央国型等间外部级华小标选0-9])|小(?![时镇区企微型组康类项件事]))"
            r"|[A-Za-z][0-9]{1,8}(?:\.[0-9]{1,8})?|(?<![0-9.])[0-9](?=[AGKDS](?![A-Za-z]))"
        ),
        bare=True,
    ),
    Rule(
        "article",
        Text("“一个”之类，不表数量", "an article, such as 一个"),
        re.compile(r"一[个种次批位名件场类](?!百分点|半|月|季度|小时|星期|[0-9])"),
    ),
)
HEADING = re.compile(r"[(]?([0-9]{1,3})(?:[ \t]+(?![万亿千百个家套条户所年元米吨亩%]|项(?!目))|[、.)](?![0-9])[ \t]*)(?=\S)")
HEADING_RULE = "heading"
HEADING_REASON = Text("标题的序号", "the number of a heading")
ENDED = frozenset("。！？；：!?;:")


class Exempt(NamedTuple):
    """A number that is no figure: where it ends, the code of the rule that says so (`ignore` for the plan's), and why."""

    end: int
    rule: str
    reason: Text | None


def exempted(prose: Prose, figures: Iterable[Figure], ignored: Iterable[Ignored]) -> dict[int, Exempt]:
    """Return the figures that are none, by their start; the plan's own word goes before the rules."""
    found: dict[int, Exempt] = {}
    known = list(figures)
    starts = [figure.start for figure in known]
    for start, end, rule, reason, bare in (*_by_rule(prose), *_by_plan(prose, ignored), *_headings(prose)):
        for figure in known[bisect_left(starts, start) : bisect_left(starts, end)]:
            if not (bare and figure.word):
                found[figure.start] = Exempt(end if rule == HEADING_RULE else figure.end, rule, reason)
    return found


def unused(prose: Prose, ignored: Iterable[Ignored]) -> list[Ignored]:
    """Return what the plan says is no figure, and the document does not hold."""
    return [one for one in ignored if squeezed(one.phrase) not in prose.text]


Span = tuple[int, int, str, Text | None, bool]


def _by_rule(prose: Prose) -> Iterator[Span]:
    for rule in RULES:
        for found in rule.pattern.finditer(prose.text):
            yield found.start(), found.end(), rule.code, rule.reason, rule.bare


def _by_plan(prose: Prose, ignored: Iterable[Ignored]) -> Iterator[Span]:
    for one in ignored:
        phrase = squeezed(one.phrase)
        for found in re.finditer(re.escape(phrase), prose.text):
            yield found.start(), found.end(), "ignore", one.reason, False


def _headings(prose: Prose) -> Iterator[Span]:
    """Yield the numbers that begin a line after a finished one, and that count on from 1."""
    last, finished = 0, True
    for start, end in zip(prose.starts, [*prose.starts[1:], len(prose.original)], strict=True):
        line = folded(prose.original[start:end])
        words = line.strip()
        found = HEADING.match(line.lstrip())
        if found and finished and int(found[1]) in (1, last + 1):
            last = int(found[1])
            at = bisect_left(prose.offsets, start + len(line) - len(line.lstrip()) + found.start(1))
            yield at, at + len(found[1]), HEADING_RULE, HEADING_REASON, False
        finished = not words or words[-1] in ENDED
