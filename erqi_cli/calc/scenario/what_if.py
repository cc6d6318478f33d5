"""Reads what-ifs such as `gdp.growth=8.5%` into settings on a plan."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import Kind, PriceBasis
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import ValueFault, as_failure, quote
from erqi_cli.parsing.lookup import find_field
from erqi_cli.parsing.meant import field_remedy
from erqi_cli.parsing.quantity import parse_quantity, positive
from erqi_cli.parsing.scalar import parse_figure, parse_growth, parse_rate, sound_target

GROWTH_FIELD = "growth"
BASELINE_FIELD = "baseline"
DEFLATOR_FIELD = "deflator"
FIGURE_FIELD = "value"
UPPER_FIELD = "upper"
PROJECTION_FIELDS = (BASELINE_FIELD, DEFLATOR_FIELD)
"""The fields of a headline target that sets a growth, and is projected."""
SAME_AS_BASELINE = Text(
    "假设的目标值须不同于年初水平", "the assumed target must differ from the baseline"
)
OTHER_END = Text("请同时给出另一端：{other}", "set the other end too: {other}")

SettingsByField = Mapping[str, Setting]
Amount = tuple[Decimal, Unit | None]
"""A value and its unit, None for a rate."""


def parse_settings(plan: Plan, written: Iterable[str]) -> tuple[Setting, ...]:
    """Return the what-ifs, ids and values checked; each field at most once.

    Raises Failure E601–E604, E608, E609, E612, E613.
    """
    settings: list[Setting] = []
    by_target: dict[str, dict[str, Setting]] = {}
    for text in written:
        setting = _parse(plan, text)
        on_target = by_target.setdefault(setting.id, {})
        if setting.field in on_target:
            raise failure("E613", id=setting.id, field=setting.field)
        on_target[setting.field] = setting
        settings.append(setting)
    for target_id, on_target in by_target.items():
        target = plan.target(target_id)
        if target.upper is not None:
            _check_range(target, on_target)
    return tuple(settings)


def _parse(plan: Plan, text: str) -> Setting:
    name, equals, value = text.partition("=")
    if not equals or "." not in name:
        raise failure("E603", setting=same(text))
    target, field = find_field(plan, name.strip())
    written_value = value.strip()
    return _setting(target, field, written_value)


def figure_field(target: Target) -> str:
    """Return the field under which a what-if sets a target's figure."""
    is_headline_growth = target.is_headline and target.kind is Kind.GROWTH
    return GROWTH_FIELD if is_headline_growth else FIGURE_FIELD


def settable_fields(target: Target) -> tuple[str, ...]:
    """Return the fields of a target that a what-if can set."""
    fields: list[str] = []
    if target.figure is not None:
        fields.append(figure_field(target))
    has_growth_beside = target.growth is not None and target.kind is not Kind.GROWTH
    if has_growth_beside:
        fields.append(GROWTH_FIELD)
    if target.is_headline and target.growth is not None:
        fields += PROJECTION_FIELDS
    if target.upper is not None:
        fields.append(UPPER_FIELD)
    return tuple(fields)


def _check_range(target: Target, settings: SettingsByField) -> None:
    """Raise Failure E609 if a what-if turns a range round: the lower end must stay below.

    `settings` are the what-ifs on the target, by their field.
    """
    field = figure_field(target)
    lower = settings.get(field)
    upper = settings.get(UPPER_FIELD)
    low = target.figure
    high = target.upper
    if lower is not None:
        low = lower.value
    if upper is not None:
        high = upper.value
    last = upper or lower
    if last is None:
        return
    if low is None or high is None or low < high:
        return
    # The remedy names the end that this what-if leaves as it is.
    other_field = field if last.field == UPPER_FIELD else UPPER_FIELD
    other = f"--set {target.id}.{other_field}=…"
    remedy = OTHER_END.fill(other=other)
    sign = "%" if target.is_rate else ""
    fault = ValueFault(
        "E412",
        remedy,
        upper=f"{plain(high)}{sign}",
        value=f"{plain(low)}{sign}",
    )
    raise as_failure("E609", fault, option=last.written)


def _setting(target: Target, field: str, text: str) -> Setting:
    allowed = settable_fields(target)
    if field not in allowed:
        raise failure(
            "E604",
            field_remedy(field, allowed),
            id=same(target.id),
            field=same(field),
            allowed=", ".join(allowed) or "–",
        )
    is_nominal = target.price_basis is PriceBasis.CURRENT
    if field == DEFLATOR_FIELD and is_nominal:
        raise failure("E608", id=same(target.id))
    written = f"{target.id}.{field}={text}"
    try:
        value, unit = _parse_value(target, field, text)
    except ValueFault as fault:
        raise as_failure("E609", fault, option=written) from None
    return Setting(
        id=target.id,
        field=field,
        value=value,
        written=written,
        unit=unit,
    )


def _parse_value(target: Target, field: str, text: str) -> Amount:
    """Return the value of a what-if, and its unit if it has one; raises ValueFault."""
    if field == BASELINE_FIELD:
        return positive(parse_quantity(text, target.unit))
    if field in (GROWTH_FIELD, DEFLATOR_FIELD) or target.kind is Kind.GROWTH:
        return parse_growth(text), None
    if target.kind is Kind.RELATIVE:
        return parse_figure(text), None
    value, unit = _parse_figure_in_unit(target, text)
    is_unchanged = value == target.baseline
    if field == FIGURE_FIELD and is_unchanged:
        raise ValueFault("E421", SAME_AS_BASELINE, value=quote(text))
    sound_value = sound_target(target.kind, value, text)
    return sound_value, unit


def _parse_figure_in_unit(target: Target, text: str) -> Amount:
    """Return a rate, or an amount in the target's unit; raises ValueFault."""
    if target.is_rate:
        return parse_rate(text), None
    value, unit = parse_quantity(text, target.unit)
    if unit != target.unit:
        raise ValueFault("E522", id=target.id, unit=unit)
    return value, unit
