"""Reads what-ifs such as `gdp.growth=8.5%` into settings on a plan."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.domain.plan import RATES, Indicator, Plan, Target
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, as_failure, quote
from erqi_cli.parsing.lookup import Entry, find_field
from erqi_cli.parsing.quantity import parse_quantity, positive
from erqi_cli.parsing.scalar import parse_figure, parse_growth, parse_rate, sound_target

INDICATOR_FIELDS = ("growth", "baseline", "deflator")
TARGET_FIELDS = ("value",)


def parse_settings(plan: Plan, written: Iterable[str]) -> tuple[Setting, ...]:
    """Return the what-ifs, ids and values checked; each field at most once; raises Failure E601–E604, E608, E609, E612, E613."""
    settings: dict[tuple[str, str], Setting] = {}
    ranges = dict[str, Indicator | Target]()
    for text in written:
        found, thing = _parse(plan, text)
        if (found.id, found.field) in settings:
            raise failure("E613", id=found.id, field=found.field)
        settings[found.id, found.field] = found
        if thing.upper is not None:
            ranges[found.id] = thing
    for name, thing in ranges.items():
        _check_range(thing, {field: setting for (one, field), setting in settings.items() if one == name})
    return tuple(settings.values())


def _parse(plan: Plan, text: str) -> tuple[Setting, Indicator | Target]:
    left, equals, value = text.partition("=")
    if not equals or "." not in left:
        raise failure("E603", setting=same(text))
    entry, field = find_field(plan, left.strip(), "indicator", "target")
    assert isinstance(entry.thing, Indicator | Target)
    return _setting(entry, field, value.strip()), entry.thing


def _check_range(thing: Indicator | Target, settings: Mapping[str, Setting]) -> None:
    """Raise Failure E609 where the ends of a range, what is set of them and what is not, are the wrong way round or equal."""
    key = "growth" if isinstance(thing, Indicator) else "value"
    low, high = (settings[end].value if end in settings else getattr(thing, end) for end in (key, "upper"))
    last = next((settings[end] for end in ("upper", key) if end in settings), None)
    if last is not None and low >= high:
        sign = "%" if isinstance(thing, Indicator) or thing.kind in RATES else ""
        other = f"--set {last.id}.{key if last.field == 'upper' else 'upper'}=…"
        remedy = Text(f"另一端也要给出：{other}", f"set the other end too: {other}")
        fault = ValueFault("E412", remedy, upper=f"{plain(high)}{sign}", value=f"{plain(low)}{sign}")
        raise as_failure("E609", fault, option=last.written)


def _setting(entry: Entry, key: str, text: str) -> Setting:
    thing, name, written = entry.thing, entry.id, f"{entry.id}.{key}={text}"
    assert isinstance(thing, Indicator | Target)
    figure = TARGET_FIELDS if isinstance(thing, Target) and thing.value is not None else ()
    allowed = INDICATOR_FIELDS if isinstance(thing, Indicator) else figure
    allowed = (*allowed, *(("upper",) if thing.upper is not None else ()))
    if key not in allowed:
        raise failure("E604", id=same(name), field=same(key), allowed=", ".join(allowed) or "–")
    if key == "deflator" and isinstance(thing, Indicator) and thing.price_basis == "current":
        raise failure("E608", id=same(name))
    try:
        value, unit = _value(name, thing, key, text)
    except ValueFault as fault:
        raise as_failure("E609", fault, option=written) from None
    return Setting(name, key, value, written, unit)


def _value(name: str, thing: Indicator | Target, key: str, text: str) -> tuple[Decimal, str | None]:
    if isinstance(thing, Indicator):
        return positive(parse_quantity(text, thing.unit)) if key == "baseline" else (parse_growth(text), None)
    if thing.kind == "relative":
        return parse_figure(text), None
    value, unit = (parse_rate(text), None) if thing.kind in RATES else parse_quantity(text, thing.unit)
    if thing.kind not in RATES and unit != thing.unit:
        raise ValueFault("E522", id=name, unit=unit)
    if key == "value" and value == thing.baseline:
        remedy = Text("假设的目标值须不同于年初水平", "what is assumed has to differ from where the year starts")
        raise ValueFault("E421", remedy, value=quote(text))
    return sound_target(thing.kind, value, text), unit
