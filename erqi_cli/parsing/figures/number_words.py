"""How numbers are written in a text: digits, Chinese numerals, and the scale behind them."""

from decimal import Context, Decimal

from erqi_cli.parsing.chinese_numeral import NumeralValue, parse_chinese

# The patterns are for re.VERBOSE. Each quantifier has an upper bound, which keeps searches linear.
DIGITS = r"""
(?:
    (?<![0-9])
    (?: [0-9]{1,3} (?: ,[0-9]{3} ){1,8}   # thousands are separated: 3,122
      | [0-9]{1,30} )                     # a longer row of digits is the number of something
    (?![0-9])
    (?: \.[0-9]{1,30} )?
)"""
NUMERAL = "[〇零一二两三四五六七八九十百千万亿廿卅壹贰叁参肆伍陆柒捌玖拾佰仟]"
NUMERALS = rf"""
(?:
    {NUMERAL}{{1,40}}+ (?! {NUMERAL} )    # a longer row is none of a number
    (?: 点[〇零一二三四五六七八九]{{1,20}} )?
)"""
NUMERALS_BEGIN = rf"""
(?:
    # At the start of a row of numerals: 三五 is not searched again from 五.
    (?: (?<! {NUMERAL} ) | (?<= [统同唯任某每之]一 ) )
    (?:
        (?= [〇零二两三四五六七八九廿卅] )
      | (?<! [统同唯任某每之] ) (?= 一 )        # not 统一, 同一, 之一
      | (?<! [几数每] ) (?= [十百千万亿] )      # not 几十, 数百, 每千人
      | (?= [壹贰叁参肆伍陆柒捌玖] [拾佰仟万亿] )  # not 大陆 and 伍 by themselves
    )
)"""
WRITTEN_OUT = (
    r"(?= [〇零一二两三四五六七八九]{1,20}+ [十百千万亿] | [廿卅] | [壹贰叁参肆伍陆柒捌玖] )"
)
"""Looks ahead for a numeral with a digit and a place: 三十, 五百, but not 三 or 百."""
FIRST_NUMBER = f"(?: {DIGITS} | {NUMERALS_BEGIN} {NUMERALS} )"
NEXT_NUMBER = f"(?: {DIGITS} | {NUMERALS} )"
SCALE = r"""
(?:
    # 15个亿 is 1.5 billion, but 15个亿元项目 and 3个亿级集群 are things of that size.
    (?: 个 (?= (?:[百千]?亿|万亿) (?! [元级吨斤级] ) ) )?
    (?: [百千]?(?:万亿|万|亿) | 百(?!分) | 千(?!瓦|米|克|伏) )
)"""
"""Scales also combine: 3千万 is 30 million."""

SCALE_ZEROS = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}
ARITHMETIC = Context(prec=60)
"""Exact for all that a text can write: 30 digits before the point and 30 behind it."""
HUNDRED = Decimal(100)


def parse_number(words: str) -> NumeralValue:
    """Return the number that digits or Chinese numerals write."""
    if words[0].isdecimal():
        return NumeralValue(Decimal(words.replace(",", "")))
    return parse_chinese(words)


def apply_scale(value: Decimal, scale: str | None) -> Decimal:
    """Return a number times its scale, such as 亿, 千万 or 个亿."""
    words = (scale or "").removeprefix("个")
    if not words:
        return value
    if words in SCALE_ZEROS:
        return value.scaleb(SCALE_ZEROS[words], ARITHMETIC)
    hundreds, myriads = words[0], words[1:]
    return value.scaleb(SCALE_ZEROS[hundreds] + SCALE_ZEROS[myriads], ARITHMETIC)


def percent_of_parts(parts: Decimal, whole: Decimal) -> Decimal:
    """Return so many parts of a whole in percent; a whole of zero counts as a hundred."""
    return ARITHMETIC.divide(ARITHMETIC.multiply(parts, HUNDRED), whole or HUNDRED)
