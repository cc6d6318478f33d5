"""Reads what-ifs such as `gdp.growth=8.5%` into settings on a plan."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind, PriceBasis
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, as_failure, quote
from erqi_cli.parsing.lookup import find_field
from erqi_cli.parsing.quantity import parse_quantity, positive
from erqi_cli.parsing.scalar import parse_figure, parse_growth, parse_rate, sound_target

HEADLINE_FIELDS = ("growth", "baseline", "deflator")
FIGURE_FIELD = "value"
UPPER_FIELD = "upper"
SAME_AS_BASELINE = Text(
    "假设的目标值须不同于年初水平",
    "what is assumed has to differ from where the year starts",
)
OTHER_END = Text("另一端也要给出：{other}", "set the other end too: {other}")


def parse_settings(plan: Plan, written: Iterable[str]) -> tuple[Setting, ...]:
    """Return the what-ifs, ids and values checked; each field at most once.

    Raises Failure E601–E604, E608, E609, E612, E613.
    """
    settings: dict[tuple[str, str], Setting] = {}
    ranges: dict[str, Target] = {}
    for text in written:
        target, setting = _parse(plan, text)
        key = (setting.id, setting.field)
        if key in settings:
            raise failure("E613", id=setting.id, field=setting.field)
        settings[key] = setting
        if target.upper is not None:
            ranges[target.id] = target
    for target in ranges.values():
        on_target = {
            field: setting
            for (target_id, field), setting in settings.items()
            if target_id == target.id
        }
        _check_range(target, on_target)
    return tuple(settings.values())


def _parse(plan: Plan, text: str) -> tuple[Target, Setting]:
    left, equals, value = text.partition("=")
    if not equals or "." not in left:
        raise failure("E603", setting=same(text))
    target, field = find_field(plan, left.strip())
    return target, _setting(target, field, value.strip())


def figure_field(target: Target) -> str:
    """Return the field under which a what-if sets a target's figure."""
    return "growth" if target.is_headline and target.kind is Kind.GROWTH else FIGURE_FIELD


def _check_range(target: Target, settings: Mapping[str, Setting]) -> None:
    """Raise Failure E609 where the lower end of a range, with the what-ifs, is not below the upper one."""
    field = figure_field(target)
    low = settings[field].value if field in settings else target.figure
    high = settings[UPPER_FIELD].value if UPPER_FIELD in settings else target.upper
    last = settings.get(UPPER_FIELD) or settings.get(field)
    if last is None or low is None or high is None or low < high:
        return
    sign = "%" if target.is_rate else ""
    other_field = field if last.field == UPPER_FIELD else UPPER_FIELD
    remedy = OTHER_END.fill(other=f"--set {last.id}.{other_field}=…")
    fault = ValueFault("E412", remedy, upper=f"{plain(high)}{sign}", value=f"{plain(low)}{sign}")
    raise as_failure("E609", fault, option=last.written)


def settable_fields(target: Target) -> tuple[str, ...]:
    """Return the fields of a target that a what-if can set."""
    if target.is_headline and target.kind is Kind.GROWTH:
        fields: tuple[str, ...] = HEADLINE_FIELDS
    else:
        fields = () if target.figure is None else (FIGURE_FIELD,)
    return fields if target.upper is None else (*fields, UPPER_FIELD)


def _setting(target: Target, field: str, text: str) -> Setting:
    allowed = settable_fields(target)
    written = f"{target.id}.{field}={text}"
    if field not in allowed:
        raise failure(
            "E604", id=same(target.id), field=same(field), allowed=", ".join(allowed) or "–"
        )
    if field == "deflator" and target.price_basis is PriceBasis.CURRENT:
        raise failure("E608", id=same(target.id))
    try:
        value, unit = _value(target, field, text)
    except ValueFault as fault:
        raise as_failure("E609", fault, option=written) from None
    return Setting(target.id, field, value, written, unit)


def _value(target: Target, field: str, text: str) -> tuple[Decimal, str | None]:
    """Return the value of a what-if, and its unit where it has one."""
    if field == "baseline":
        return positive(parse_quantity(text, target.unit))
    if target.is_headline and target.kind is Kind.GROWTH:
        return parse_growth(text), None
    if target.kind is Kind.RELATIVE:
        return parse_figure(text), None
    if target.is_rate:
        value, unit = parse_rate(text), None
    else:
        value, unit = parse_quantity(text, target.unit)
        if unit != target.unit:
            raise ValueFault("E522", id=target.id, unit=unit)
    if field == FIGURE_FIELD and value == target.baseline:
        raise ValueFault("E421", SAME_AS_BASELINE, value=quote(text))
    return sound_target(target.kind, value, text), unit
