"""Reads the value that was observed of a target: an amount, a share, or whether it is done."""

from decimal import Decimal

from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.number_forms import narrow
from erqi_cli.parsing.quantity import loose_share, parse_quantity, refuse_error_mark
from erqi_cli.parsing.scalar import parse_unit, sound

DONE_WORDS = frozenset({"done", "yes", "完成", "已完成", "是", "√"})
NOT_DONE_WORDS = frozenset({"not done", "no", "未完成", "否", "×"})
GROWTH_COLUMN = Text("增速请写在 growth 一列", "write a growth rate in the column growth")
WITHOUT_UNIT = Text("请只写数，不写单位", "write only the number, without a unit")
DONE_WITHOUT_UNIT = Text(
    "请写 1（已完成）或 0（未完成），不写单位", "write 1 (done) or 0 (not done), without a unit"
)


def read_value(target: Target, text: str, unit: str) -> Decimal:
    """Return a value in the unit of its target.

    Raises ValueFault E301–E303, E305, E506, E511, E512, E514, E522.
    """
    stated_unit = unit.strip()
    kind = target.kind
    if kind is Kind.SHARE:
        refuse_error_mark(text)
        return _share(text, stated_unit)
    if kind is Kind.MILESTONE:
        refuse_error_mark(text)
        return _milestone(target, text, stated_unit)
    is_rate = text.strip().endswith(("%", "％"))
    if is_rate and target.is_judged_on_growth and target.unit is None:
        raise ValueFault("E301", GROWTH_COLUMN, value=quote(text))
    return sound(
        Kind.COUNT if kind is Kind.COUNT else Kind.LEVEL, _amount(target, text, stated_unit), text
    )


def _amount(target: Target, text: str, stated_unit: str) -> Decimal:
    """Return an amount in the unit of its target; one without a unit takes only bare numbers."""
    number, unit = parse_quantity(text, target.unit, stated_unit)
    if unit != target.unit:
        takes_no_unit = target.is_judged_on_growth and not target.is_headline
        raise ValueFault("E522", WITHOUT_UNIT if takes_no_unit else None, id=target.id, unit=unit)
    return number


def _share(text: str, stated_unit: str) -> Decimal:
    """Return a share in percent; its sign is beside the number or in the column `unit`."""
    if not stated_unit:
        return loose_share(text)
    if parse_unit(narrow(stated_unit)) != "%":
        raise ValueFault("E511", unit=stated_unit, other="%")
    has_sign = "%" in narrow(text)
    return loose_share(text if has_sign else f"{text.strip()}%")


def _milestone(target: Target, text: str, unit: str) -> Decimal:
    """Return how much of a milestone is done; of one without a figure 1 or 0."""
    if target.value is None:
        return _done_or_not(text, unit)
    word = text.strip().casefold()
    if word in DONE_WORDS:
        return target.value
    if word in NOT_DONE_WORDS:
        return Decimal(0)
    return sound(Kind.MILESTONE, _amount(target, text, unit), text)


def _done_or_not(text: str, unit: str) -> Decimal:
    """Return 1 if a milestone without a figure is done, 0 if not; else raise ValueFault E514."""
    if unit:
        raise ValueFault("E514", DONE_WITHOUT_UNIT, value=quote(f"{text.strip()} {unit}"))
    word = text.strip().casefold()
    if word == "1" or word in DONE_WORDS:
        return Decimal(1)
    if word == "0" or word in NOT_DONE_WORDS:
        return Decimal(0)
    raise ValueFault("E514", value=quote(text))
