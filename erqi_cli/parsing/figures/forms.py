"""The grammar of figures: the forms in which a text writes a number with its scale.

The patterns are for re.VERBOSE; each quantifier has an upper bound, which keeps searches linear.
What the forms mean is told in `amounts`.
"""

import re

from erqi_cli.parsing.figures.number_words import (
    DIGITS,
    FIRST_NUMBER,
    NEXT_NUMBER,
    NUMERALS,
    NUMERALS_BEGIN,
    SCALE,
    WRITTEN_OUT,
)
from erqi_cli.parsing.figures.qualifiers import AFTER_WORDS
from erqi_cli.parsing.figures.unit_words import NOT_TENTHS, TENTH

TO = "(?: - | 至 | 到 )"
RATE_FOLLOWS = f"(?= {DIGITS} (?: % | ‰ | 个?百分点 ) )"
MINUS = rf"""
(?P<minus>
    # A dash before a rate is a minus sign unless it joins the rate to a number or a name.
    (?<! [0-9A-Za-z%‰.-] ) - {RATE_FOLLOWS}
  | (?<= [为是(:] ) - (?= {DIGITS} )
  | 负 {RATE_FOLLOWS}
)?"""
FORMS = f"""
    (?P<word_figure>
        一半 | 半数 | 减半 | 百分百
        # 时间过半 says how much of the year has passed.
      | (?<!时间)(?<!任务)(?<!双)过半 )
  | (?P<half_point> 半个百分点 )
  | (?P<doubling> 翻番 )
  | (?P<fraction>
        (?P<whole> {FIRST_NUMBER} ) 分之 (?P<part> {NEXT_NUMBER} )
        (?: {TO} (?: (?P=whole) 分之 )? (?P<part_upper> {NEXT_NUMBER} ) )? )
  | (?P<quotient>
        # 1/3, but not 7/24, no part of a date and no rate of cases: 8/10万.
        (?<![0-9./]) (?P<dividend> [1-9] ) / (?P<divisor> [2-9] | 10 (?!万) ) (?![0-9./]) )
  | (?P<ratio>
        # 2.1:1 is 2.1 times.
        (?P<antecedent> {DIGITS} ) :1 (?![0-9.:]) )
  | (?P<tenths>
        (?P<tenth> [一二两三四五六七八九] ) {TENTH} (?! {NOT_TENTHS} )
        (?P<tenth_part> [半一二三四五六七八九] )? )
  | (?P<digits>
        {MINUS} (?P<number> {DIGITS} )
        (?P<plus> \\+ (?![0-9A-Za-z]) )?
        (?P<scale> {SCALE} )?
        # A smaller part may follow: 1亿5000万, 3万5千, 6,507万4,000元.
        (?: (?<= [万亿] ) (?P<rest> {DIGITS} )
            (?: (?P<rest_scale> {SCALE} ) | (?= [元人户] ) ) )? )
  | (?P<numerals>
        {NUMERALS_BEGIN}
        (?P<is_written_out> {WRITTEN_OUT} (?! .{{0,4}}分之 ) )?
        (?P<numeral> {NUMERALS} ) )
"""
FIGURE = re.compile(FORMS, re.VERBOSE)
OPEN_END = re.compile(
    f"""
    (?P<more> [余多来几] )
    (?P<scale> {SCALE} )?
    """,
    re.VERBOSE,
)
"""20余家, 20多亿元: more than 20."""
SCALE_AFTER = re.compile(SCALE, re.VERBOSE)
SCALE_AT_END = re.compile("(?:[百千]?(?:万亿|万|亿)|百|千)$")
"""The scale in which a Chinese numeral ends: 五万."""
UPPER_END = re.compile(
    f"""
    {TO}
    (?P<number> {NEXT_NUMBER} )
    (?P<scale> {SCALE} )?
    """,
    re.VERBOSE,
)
JOINED_NUMBERS = re.compile(
    f"""
    (?: [、和与及] {DIGITS} ){{1,8}}
    (?P<scale> {SCALE} )?
    """,
    re.VERBOSE,
)
"""The numbers that share a unit with the one before them: 4.8和3.3个百分点."""
UNKNOWN_UNIT = re.compile(
    rf"""
    (?! 规模 | 限额 )                                                # 规模以上 is a term
    [^\W\d_的级以和与至到及或〇零一二三四五六七八九十百千万亿]{{1,4}}?
    (?= {AFTER_WORDS} )
    """,
    re.VERBOSE,
)
"""Up to four characters before 左右 or 以上 are a unit that is not known."""
