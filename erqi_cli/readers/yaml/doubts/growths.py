"""Doubts about growth targets: the price basis of what is compared, base values and units."""

from collections.abc import Iterator

from erqi_cli.domain.base_value import published_base_values
from erqi_cli.domain.vocabulary import Kind, PriceBasis
from erqi_cli.errors import Notice
from erqi_cli.i18n.text import Text
from erqi_cli.readers.yaml.load import PlanFile

PRICES = {
    PriceBasis.CONSTANT: Text("不变价", "constant"),
    PriceBasis.CURRENT: Text("现价", "current"),
}


def price_bases(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt that two growths can be compared if they are not at the same prices."""
    for entry, target in plan_file.targets:
        partner = plan_file.plan.targets_by_id.get(target.to or "")
        if target.kind is not Kind.RELATIVE or partner is None or target.deflator is not None:
            continue
        own, other = target.price_basis, partner.price_basis
        if other is None or own is other:
            continue
        names = {"name": target.name, "partner": partner.name}
        if own is None:
            place = entry.place_of("to")
            yield plan_file.entries.notice("N106", place, prices=PRICES[other], **names)
        else:
            place = entry.place_of("price_basis")
            prices = {"prices": PRICES[own], "others": PRICES[other]}
            yield plan_file.entries.notice("N107", place, **prices, **names)


def missing_base_values(plan_file: PlanFile) -> Iterator[Notice]:
    """Point at headline growth targets that have neither a base value nor a reason for that."""
    plan = plan_file.plan
    known = published_base_values(plan)
    for entry, target in plan_file.targets:
        is_growth = target.is_headline and target.kind is Kind.GROWTH
        if is_growth and target.id not in known and target.no_baseline is None:
            place = entry.place_of(entry.figure_key)
            yield plan_file.entries.notice("N108", place, name=target.name, year=plan.base_year)


def unused_trajectories(plan_file: PlanFile) -> Iterator[Notice]:
    """Doubt a trajectory that has no effect, because growths of several years are multiplied."""
    plan = plan_file.plan
    if not plan.years.are_several:
        return
    for entry, target in plan_file.targets:
        if target.kind is Kind.GROWTH and target.has_nodes:
            place = entry.place_of("trajectory")
            years = plan.years_in_words
            yield plan_file.entries.notice("N111", place, name=target.name, years=years)


def missing_units(plan_file: PlanFile) -> Iterator[Notice]:
    """Point at headline growth targets whose base value has no unit."""
    plan = plan_file.plan
    known = published_base_values(plan)
    for entry, target in plan_file.targets:
        if target.kind is Kind.GROWTH and target.unit is None and target.id in known:
            place = entry.place_of(entry.figure_key)
            yield plan_file.entries.notice("N109", place, name=target.name, year=plan.base_year)
