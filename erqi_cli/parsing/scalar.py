"""The grammar of single values: the one place where a user's text becomes a number, a date, a word or an id."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from erqi_cli.domain.units import UNITS, find_unit
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.invisible import invisible_character
from erqi_cli.parsing.number_forms import NUMBER, number_remedy, rate_remedy
from erqi_cli.parsing.suggest import nearest_remedy, write_it

FORESEEN = ("E", "F")
"""The statuses of what may be published before its time: estimates and forecasts."""
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
ORDINAL = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)
ID_LIMIT, NAME_LIMIT, NOTE_LIMIT = 64, 300, 2000
BRACKETS = re.compile("[(（]")
SCALE_WORDS = frozenset("十百千万亿")
LOOKALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LATIN")
RATE_WORDS = re.compile("[%\uff05‰]|百分")
"""What only a rate is written with."""
TRADITIONAL = str.maketrans("億萬圓圆噸個條項戶畝裏", "亿万元元吨个条项户亩里") | {ord("㎡"): "平方米", ord("㎞"): "公里"}
ZERO, HUNDRED = Decimal(0), Decimal(100)
GROWTH_LIMIT = Decimal(500)


class Scalar:
    """How one kind of value is read: `parse` takes the user's text, `schema` describes it to an editor.

    pydantic calls the last two methods; nothing of pydantic is needed to define a model.
    """

    def __init__(self, parse: Callable[[str], object], schema: dict[str, Any]) -> None:
        self.parse, self.schema = parse, schema

    def core_schema(self) -> Any:
        """Return the pydantic-core schema that applies the grammar."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.read)

    def read(self, value: object) -> object:
        """Return the value of a scalar; refuse a list or a mapping."""
        if not isinstance(value, str):
            raise ValueFault("E208")
        return self.parse(value)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return self.core_schema()

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


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
    return sound("growth", parse_rate(text), text)


def parse_share(text: str) -> Decimal:
    """Return a share of a whole in percent, from 0 to 100; raise ValueFault E302, E303."""
    return sound("share", parse_rate(text), text)


def sound(kind: str, value: Decimal, text: str) -> Decimal:
    """Return a figure of a kind of target, in percent for growth and share, if there can be such a one; raise ValueFault E303.

    A growth is above −100% and at most 500%, a share from 0% to 100%, and what is counted, or done, is not below zero.
    """
    if kind == "growth":
        return _within(value, text, -HUNDRED, GROWTH_LIMIT, open_low=True)
    if kind == "share":
        return _within(value, text, ZERO, HUNDRED)
    if kind in ("count", "milestone") and value < 0:
        raise ValueFault("E303", value=quote(text), low="0", high="10^18")
    return value


def sound_target(kind: str, value: Decimal, text: str) -> Decimal:
    """Return the figure that a target of a kind sets, if it can; raise ValueFault E303. Of a milestone that is above zero."""
    if kind == "milestone" and value <= 0:
        raise ValueFault("E303", value=quote(text), low=Text("大于 0", "above 0"), high="10^18")
    return sound(kind, value, text)


def parse_figure(text: str) -> Decimal:
    """Return a number, or a rate in percent: which of the two belongs here is a matter of the target's kind."""
    return parse_rate(text) if RATE_WORDS.search(text) else parse_number(text)


def parse_tolerance(text: str) -> Decimal:
    """Return a tolerance in percentage points, from 0 to 100; raise ValueFault E301, E303."""
    return _within(parse_number(text), text, ZERO, HUNDRED)


def _within(value: Decimal, text: str, low: Decimal, high: Decimal, *, open_low: bool = False) -> Decimal:
    if low < value <= high or (value == low and not open_low):
        return value
    sign = "%" if text.endswith("%") else ""
    lowest = Text(f"大于 {low}{sign}", f"above {low}{sign}") if open_low else same(f"{low}{sign}")
    raise ValueFault("E303", value=quote(text), low=lowest, high=f"{high}{sign}")


def parse_id(text: str) -> str:
    """Return an id; raise ValueFault E308."""
    if len(text) <= ID_LIMIT and ID.fullmatch(text):
        return text
    narrow = unicodedata.normalize("NFKC", text[: ID_LIMIT + 1]).lower()
    candidate = re.sub(r"[^a-z0-9]+", "-", narrow).strip("-")
    fits = narrow.isascii() and len(narrow) <= ID_LIMIT and ID.fullmatch(candidate)
    raise ValueFault("E308", write_it(candidate) if fits else _foreign(narrow), value=quote(text))


def _foreign(text: str) -> Text | None:
    """Return the remedy that names a letter which only looks like one of a to z, or None where there is none."""
    found = next((char for char in text if not char.isascii() and unicodedata.name(char, "").startswith(LOOKALIKES)), None)
    if found is None:
        return None
    code = f"U+{ord(found):04X}"
    return Text(f"{found}（{code}）不是英文字母，请换成 a–z", f"{found} ({code}) is no English letter: write one of a to z")


def parse_line(text: str) -> str:
    """Return a short text; raise ValueFault E216, E309, E310, E311."""
    return _text(text, NAME_LIMIT)


def parse_note(text: str) -> str:
    """Return a longer text; raise ValueFault E216, E309, E310, E311."""
    return _text(text, NOTE_LIMIT)


def _text(text: str, limit: int) -> str:
    if fault := invisible_character(text):
        raise fault
    words = " ".join(text.split())
    if not words:
        raise ValueFault("E310")
    if len(words) > limit:
        raise ValueFault("E311", limit=limit)
    return words


def is_early(published: str, when: str, status: str) -> bool:
    """Tell whether a figure that is neither estimate nor forecast is dated before its year, month or day has begun."""
    return "" < published < when and status not in FORESEEN


def parse_ordinal(text: str) -> int:
    """Return a positive whole number below 1000; raise ValueFault E314."""
    if not ORDINAL.fullmatch(text):
        raise ValueFault("E314", value=quote(text))
    return int(text)


def parse_unit(text: str) -> str:
    """Return the symbol of a unit given by symbol or English name; raise ValueFault E305."""
    if unit := find_unit(text):
        return unit.symbol
    simplified = text.translate(TRADITIONAL)
    simplified = BRACKETS.split(simplified, maxsplit=1)[0].strip()
    known = [simplified] if simplified in UNITS else [symbol for symbol in UNITS if set(text) & SCALE_WORDS <= set(symbol)]
    raise ValueFault("E305", nearest_remedy(simplified, known), value=quote(text), allowed=" ".join(UNITS))


def one_of(*words: str) -> Scalar:
    """Return the kind of value that takes a word from a closed list (ValueFault E304)."""

    def parse(text: str) -> str:
        if text in words:
            return text
        raise ValueFault("E304", nearest_remedy(text, words), value=quote(text), allowed=", ".join(words))

    return Scalar(parse, {"enum": list(words)})
