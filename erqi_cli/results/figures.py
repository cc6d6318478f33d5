"""The figure of a target in words, as every output shows it: 66%左右, 8位以内, 高于…增速."""

from decimal import Decimal

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Comparator, Kind
from erqi_cli.i18n.text import Text, join
from erqi_cli.results.amounts import qualified_with_unit
from erqi_cli.results.formatting import format_number, format_percent, format_qualified
from erqi_cli.results.labels import COMPARATORS

RATE = "%"
RELATIVES = {
    Comparator.EXACTLY: Text("与{partner}同步", "in step with {partner}"),
    Comparator.ABOUT: Text("与{partner}基本同步", "roughly in step with {partner}"),
    Comparator.AT_LEAST: Text("高于{partner}", "faster than {partner}"),
    Comparator.AT_MOST: Text("不高于{partner}", "not faster than {partner}"),
}
"""How a relative target without points compares with its partner."""
ABOVE = Text("高于{partner}{points}", "{points} above {partner}")
BELOW = Text("低于{partner}{points}", "{points} below {partner}")
OPPOSITE = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
}
"""To be at least −2 points above another is to be at most 2 points below it."""
POINT = Text("{number}个百分点", "{number} point")
POINTS = Text("{number}个百分点", "{number} points")
GROWTH_WORDS = ("增速", "增长", "增长率", "增幅", "涨幅")
"""What the Chinese name of a growth ends with."""
GROWTH_OF = Text("{name}增速", "{english}")
GROWS = Text("增长{rate}", "growth of {rate}")
FALLS_BY = Text("下降{rate}", "a fall of {rate}")


def figure_text(target: Target) -> Text | None:
    """Return a target's figure with its qualifier, without a unit but percent."""
    return format_qualified(
        target.figure,
        target.comparator,
        target.upper,
        sign=RATE if target.figure_unit == RATE else "",
    )


def figure_in_full(target: Target) -> Text | None:
    """Return a target's figure with its unit.

    An example is 600亿元以上 or at least 60 billion yuan (600亿元).
    """
    if target.figure is None:
        return None
    if target.figure_unit == RATE:
        return figure_text(target)
    return qualified_with_unit(
        target.figure,
        target.comparator,
        target.upper,
        target.unit,
    )


def figure_words(plan: Plan, target: Target) -> Text | None:
    """Return all that a target is to reach: 66%左右, 20亿元，增长12%, 高于地区生产总值增速."""
    if target.kind is Kind.RELATIVE:
        return relative_words_of(plan, target)
    parts = []
    figure = figure_in_full(target)
    if figure is not None:
        parts.append(figure)
    growth = growth_beside(target)
    if growth is not None:
        parts.append(growth)
    return join(parts, zh="，") if parts else None


def growth_in_words(target: Target) -> Text | None:
    """Return a target growth with its qualifier, a bare one below zero as a fall: 下降13.5%."""
    growth = target.growth
    is_bare = target.comparator is Comparator.EXACTLY
    if growth is not None and growth < 0 and is_bare:
        return change_text(growth)
    return format_qualified(growth, target.comparator, target.upper, sign=RATE)


def change_text(growth: Decimal) -> Text:
    """Return a growth or a fall in percent: 增长9%, 下降2%."""
    template = FALLS_BY if growth < 0 else GROWS
    return template.fill(rate=format_percent(abs(growth)))


def growth_beside(target: Target) -> Text | None:
    """Return the growth that a target states beside its figure; None if it states none."""
    if target.growth is None or target.kind is Kind.GROWTH:
        return None
    return change_text(target.growth)


def relative_words_of(plan: Plan, target: Target) -> Text | None:
    """Return how a relative target compares with its partner; None for another kind."""
    if target.to is None:
        return None
    partner = plan.target(target.to)
    return relative_words(target.comparator, partner.name, target.value)


def relative_words(comparator: Comparator, partner_name: Text, value: Decimal | None) -> Text:
    """Return what a growth is to be against another's: 与…同步, 高于…, 不高于….

    `value` is how many points above the other it is to be, below zero for points below.
    """
    partner = _growth_of(partner_name)
    if not value:
        template = RELATIVES.get(comparator, RELATIVES[Comparator.EXACTLY])
        return template.fill(partner=partner)
    is_below = value < 0
    if is_below:
        comparator = OPPOSITE.get(comparator, comparator)
    size = _points(abs(value))
    points = COMPARATORS[comparator].fill(figure=size, upper=size)
    template = BELOW if is_below else ABOVE
    return template.fill(partner=partner, points=points)


def _growth_of(name: Text) -> Text:
    """Return the growth of what has a name: 地区生产总值增速."""
    if name.zh.endswith(GROWTH_WORDS):
        return name
    return GROWTH_OF.fill(name=name, english=name.en)


def _points(value: Decimal) -> Text:
    number = format_number(value)
    template = POINT if number == "1" else POINTS
    return template.fill(number=number)
