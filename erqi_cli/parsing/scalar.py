"""The grammar of single values: a user's text becomes a number, a rate, a word, an id or a unit."""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from erqi_cli.domain.units import UNITS, find_unit
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.messages import ABOVE, LOOKALIKE_LETTER
from erqi_cli.parsing.number_forms import NUMBER, number_remedy, rate_remedy
from erqi_cli.parsing.suggest import nearest_remedy, write_it

Choice = TypeVar("Choice", bound=StrEnum)

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
ORDINAL = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)
ID_LIMIT, NAME_LIMIT, NOTE_LIMIT = 64, 300, 2000
"""Characters of an id, of a name and of a note."""
BRACKETS = re.compile("[(（]")
SCALE_WORDS = frozenset("十百千万亿")
LOOKALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LATIN")
"""The scripts of letters that look like one of a to z, by the beginning of their Unicode names."""
RATE_WORDS = re.compile("[%\uff05‰]|百分")
"""What only a rate is written with."""
TRADITIONAL = str.maketrans("億萬圓圆噸個條項戶畝裏", "亿万元元吨个条项户亩里") | {
    ord("㎡"): "平方米",
    ord("㎞"): "公里",
}
ZERO, HUNDRED = Decimal(0), Decimal(100)
GROWTH_LIMIT = Decimal(500)
HIGHEST_AMOUNT = "10^18"
COUNTED_KINDS = frozenset({Kind.COUNT, Kind.MILESTONE})
"""What is counted, or done, is not below zero."""


def parse_number(text: str) -> Decimal:
    """Return an exact decimal; raise ValueFault E301."""
    if NUMBER.fullmatch(text):
        return Decimal(text) or ZERO
    raise ValueFault("E301", number_remedy(text), value=quote(text))


def parse_rate(text: str) -> Decimal:
    """Return a rate such as `9%` in percent; raise ValueFault E302."""
    if text.endswith("%") and NUMBER.fullmatch(text[:-1]):
        return Decimal(text[:-1]) or ZERO
    raise ValueFault("E302", rate_remedy(text), value=quote(text))


def parse_growth(text: str) -> Decimal:
    """Return a growth rate in percent, above −100 and at most 500; raise ValueFault E302, E303."""
    return sound(Kind.GROWTH, parse_rate(text), text)


def parse_share(text: str) -> Decimal:
    """Return a share of a whole in percent, from 0 to 100; raise ValueFault E302, E303."""
    return sound(Kind.SHARE, parse_rate(text), text)


def sound(kind: Kind, value: Decimal, text: str) -> Decimal:
    """Return a figure of a kind of target, in percent for growth and share.

    Raises ValueFault E303 out of bounds: a growth is above −100% and at most 500%, a share from 0%
    to 100%; a count and a milestone are not below zero.
    """
    if kind is Kind.GROWTH:
        return _within(value, text, -HUNDRED, GROWTH_LIMIT, open_low=True)
    if kind is Kind.SHARE:
        return _within(value, text, ZERO, HUNDRED)
    if value < 0 and kind in COUNTED_KINDS:
        raise ValueFault("E303", value=quote(text), low="0", high=HIGHEST_AMOUNT)
    return value


def sound_target(kind: Kind, value: Decimal, text: str) -> Decimal:
    """Return the figure that a target of a kind sets; raise ValueFault E303 out of bounds.

    The bounds are those of `sound`, but a milestone's figure is above zero.
    """
    if kind is Kind.MILESTONE and value <= 0:
        low = ABOVE.fill(bound=0)
        raise ValueFault("E303", value=quote(text), low=low, high=HIGHEST_AMOUNT)
    return sound(kind, value, text)


def parse_figure(text: str) -> Decimal:
    """Return a number, or a rate in percent; the kind of its target says which belongs there."""
    return parse_rate(text) if is_rate(text) else parse_number(text)


def is_rate(text: str) -> bool:
    """Tell whether a figure is written as a rate."""
    return RATE_WORDS.search(text) is not None


def parse_tolerance(text: str) -> Decimal:
    """Return a tolerance in percentage points, from 0 to 100; raise ValueFault E301, E303."""
    return _within(parse_number(text), text, ZERO, HUNDRED)


def _within(
    value: Decimal,
    text: str,
    low: Decimal,
    high: Decimal,
    *,
    open_low: bool = False,
) -> Decimal:
    """Return a value between two bounds; with `open_low` it has to be above the lower one.

    Raises ValueFault E303.
    """
    if low < value <= high:
        return value
    if value == low and not open_low:
        return value
    sign = "%" if text.endswith("%") else ""
    bound = f"{low}{sign}"
    lowest = ABOVE.fill(bound=bound) if open_low else same(bound)
    raise ValueFault("E303", value=quote(text), low=lowest, high=f"{high}{sign}")


def parse_id(text: str) -> str:
    """Return an id; raise ValueFault E308."""
    if len(text) <= ID_LIMIT and ID.fullmatch(text):
        return text
    lower = unicodedata.normalize("NFKC", text[: ID_LIMIT + 1]).lower()
    candidate = re.sub(r"[^a-z0-9]+", "-", lower).strip("-")
    is_an_id = lower.isascii() and len(lower) <= ID_LIMIT and ID.fullmatch(candidate)
    remedy = write_it(candidate) if is_an_id else _lookalike_remedy(lower)
    raise ValueFault("E308", remedy, value=quote(text))


def _lookalike_remedy(text: str) -> Text | None:
    """Return the remedy that names a letter which only looks like one of a to z, or None."""
    for char in text:
        if not char.isascii() and unicodedata.name(char, "").startswith(LOOKALIKES):
            code = f"U+{ord(char):04X}"
            return LOOKALIKE_LETTER.fill(char=char, code=code)
    return None


def parse_line(text: str) -> str:
    """Return a short text; raise ValueFault E216, E309, E310, E311."""
    return _text(text, NAME_LIMIT)


def parse_note(text: str) -> str:
    """Return a longer text; raise ValueFault E216, E309, E310, E311."""
    return _text(text, NOTE_LIMIT)


def _text(text: str, limit: int) -> str:
    fault = invisible_character(text)
    if fault:
        raise fault
    words = " ".join(text.split())
    if not words:
        raise ValueFault("E310")
    if len(words) > limit:
        raise ValueFault("E311", limit=limit)
    return words


def parse_ordinal(text: str) -> int:
    """Return a positive whole number below 1000; raise ValueFault E314."""
    if not ORDINAL.fullmatch(text):
        raise ValueFault("E314", value=quote(text))
    return int(text)


def parse_unit(text: str) -> str:
    """Return the symbol of a unit given by symbol or English name; raise ValueFault E305."""
    unit = find_unit(text)
    if unit:
        return unit.symbol
    simplified = BRACKETS.split(text.translate(TRADITIONAL), maxsplit=1)[0].strip()
    if simplified in UNITS:
        candidates = [simplified]
    else:
        scale_words = set(text) & SCALE_WORDS
        candidates = [symbol for symbol in UNITS if scale_words <= set(symbol)]
    remedy = nearest_remedy(simplified, candidates)
    raise ValueFault("E305", remedy, value=quote(text), allowed=" ".join(UNITS))


def parse_choice(choices: type[Choice], text: str) -> Choice:
    """Return the word of a closed list; raise ValueFault E304."""
    try:
        return choices(text)
    except ValueError:
        known = [choice.value for choice in choices]
        remedy = nearest_remedy(text, known)
        allowed = ", ".join(known)
        raise ValueFault("E304", remedy, value=quote(text), allowed=allowed) from None
