"""Reads the value that was observed of a target: an amount in its unit, a share, or whether it is done."""

from decimal import Decimal

from erqi_cli.domain.plan import Indicator, Target
from erqi_cli.domain.units import UNITS
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.lookup import Entry
from erqi_cli.parsing.number_forms import narrow
from erqi_cli.parsing.quantity import loose_share, parse_quantity, refuse_error_mark
from erqi_cli.parsing.scalar import parse_unit, sound

DONE = frozenset({"done", "yes", "完成", "已完成", "是", "√"})
NOT_DONE = frozenset({"not done", "no", "未完成", "否", "×"})


def read_value(entry: Entry | None, text: str, unit: str) -> Decimal | None:
    """Return a value in the unit of its target; raises ValueFault E301–E303, E305, E506, E511, E512, E514, E522."""
    if entry is None:
        return None
    thing = entry.thing
    assert isinstance(thing, Indicator | Target)
    kind, stated = thing.kind if isinstance(thing, Target) else "growth", unit.strip()
    if kind in ("share", "milestone"):
        refuse_error_mark(text)
    if kind == "share":
        return _share(text, stated)
    if kind == "milestone":
        assert isinstance(thing, Target)
        return _milestone(entry.id, thing, text, stated)
    if kind in ("growth", "relative") and text.strip().endswith(("%", "％")) and thing.unit is None:
        raise ValueFault("E301", Text("增速请写在 growth 一列", "a growth belongs in the column growth"), value=quote(text))
    return sound("count" if kind == "count" else "level", _amount(entry.id, thing, text, stated), text)


def _amount(name: str, thing: Indicator | Target, text: str, stated: str) -> Decimal:
    """Return an amount in the unit of its target; where that has none, nobody could tell what other units are of it."""
    number, unit = parse_quantity(text, thing.unit, stated)
    if unit != thing.unit:
        has_none = isinstance(thing, Target) and thing.kind in ("growth", "relative")
        remedy = Text("请只写数，不写单位", "write the number alone, without a unit") if has_none else None
        raise ValueFault("E522", remedy, id=name, unit=unit)
    return number


def _share(text: str, stated: str) -> Decimal:
    """Return a share in percent, its sign beside the number or in the column for the unit."""
    if not stated:
        return loose_share(text)
    if UNITS[parse_unit(narrow(stated))].symbol != "%":
        raise ValueFault("E511", unit=stated, other="%")
    return loose_share(text if "%" in narrow(text) else f"{text.strip()}%")


def _milestone(name: str, target: Target, text: str, unit: str) -> Decimal:
    """Return what is done of a milestone: of one without a figure 1 or 0."""
    whole = target.value if target.value is not None else Decimal(1)
    word = text.strip().casefold()
    if target.value is None and unit:
        remedy = Text("请写 1（已完成）或 0（未完成），不写单位", "write 1 (done) or 0 (not done), and no unit")
        raise ValueFault("E514", remedy, value=quote(f"{text.strip()} {unit}"))
    if word in DONE:
        return whole
    if word in NOT_DONE:
        return Decimal(0)
    if target.value is not None:
        return sound("milestone", _amount(name, target, text, unit), text)
    if word not in ("0", "1"):
        raise ValueFault("E514", value=quote(text))
    return Decimal(word)


def unit_of(thing: Indicator | Target) -> str | None:
    """Return the unit of an observed value: of a share percent, else that of its target."""
    return "%" if isinstance(thing, Target) and thing.kind == "share" else thing.unit
