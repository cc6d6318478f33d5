"""Reads what-ifs such as `gdp.growth=8.5%` into settings on a plan."""

from collections.abc import Iterable
from decimal import Decimal

from erqi_cli.calc.numbers import plain
from erqi_cli.calc.scenario import Setting
from erqi_cli.errors import failure
from erqi_cli.language import same
from erqi_cli.plan.find import Entry, find_field
from erqi_cli.plan.model import RATES, Indicator, Plan, Target
from erqi_cli.plan.quantity import parse_quantity, positive
from erqi_cli.plan.values import ValueFault, as_failure, parse_growth, parse_rate, quote, sound

INDICATOR_FIELDS = ("growth", "baseline", "deflator")
TARGET_FIELDS = ("value",)


def parse_settings(plan: Plan, written: Iterable[str]) -> tuple[Setting, ...]:
    """Return the what-ifs, ids and values checked; each field at most once; raises Failure E601–E604, E608, E609, E612, E613."""
    settings: dict[tuple[str, str], Setting] = {}
    for text in written:
        found = _parse(plan, text)
        if (found.id, found.field) in settings:
            raise failure("E613", id=found.id, field=found.field)
        settings[found.id, found.field] = found
    return tuple(settings.values())


def _parse(plan: Plan, text: str) -> Setting:
    left, equals, value = text.partition("=")
    if not equals or "." not in left:
        raise failure("E603", setting=same(text))
    entry, field = find_field(plan, left.strip(), "indicator", "target")
    return _setting(entry, field, value.strip())


def _setting(entry: Entry, key: str, text: str) -> Setting:
    thing, name, written = entry.thing, entry.id, f"{entry.id}.{key}={text}"
    assert isinstance(thing, Indicator | Target)
    figure = TARGET_FIELDS if isinstance(thing, Target) and thing.value is not None else ()
    allowed = INDICATOR_FIELDS if isinstance(thing, Indicator) else figure
    if key not in allowed:
        raise failure("E604", id=same(name), field=same(key), allowed=", ".join(allowed) or "–")
    if key == "deflator" and isinstance(thing, Indicator) and thing.price_basis == "current":
        raise failure("E608", id=same(name))
    try:
        value, unit = _value(thing, key, text)
    except ValueFault as fault:
        raise as_failure("E609", fault, option=written) from None
    return Setting(name, key, value, written, unit)


def _value(thing: Indicator | Target, key: str, text: str) -> tuple[Decimal, str | None]:
    if isinstance(thing, Indicator):
        return positive(parse_quantity(text, thing.unit)) if key == "baseline" else (_growth(thing, key, text), None)
    value, unit = (parse_rate(text), None) if thing.kind in RATES else parse_quantity(text, thing.unit)
    _below(thing, sound(thing.kind, value, text), text)
    if value == thing.baseline:
        raise ValueFault("E421", value=quote(text))
    return value, unit


def _growth(indicator: Indicator, key: str, text: str) -> Decimal:
    value = parse_growth(text)
    if key == "growth":
        _below(indicator, value, text)
    return value


def _below(thing: Indicator | Target, value: Decimal, text: str) -> None:
    """Raise ValueFault E412 where the lower end of a range would not be below its upper."""
    if thing.upper is not None and value >= thing.upper:
        sign = "%" if isinstance(thing, Indicator) or thing.kind in RATES else ""
        raise ValueFault("E412", upper=f"{plain(thing.upper)}{sign}", value=text)
