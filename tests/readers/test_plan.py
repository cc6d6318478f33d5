"""The plan that ships: what it holds, and that it holds what its document says."""

import re
from decimal import Decimal

import pytest


@pytest.fixture(scope="module")
def document(source):
    return re.sub(r"\s", "", source.read_text("utf-8"))


def all_targets(plan):
    return {target.id: target for action in plan.actions for target in action.targets}


def test_nine_indicators_have_the_growth_of_the_document(plan):
    """The nine headline growth targets are those that the meeting set."""
    growth = {indicator.id: indicator.growth for indicator in plan.indicators}
    assert growth == {
        "gdp": 9,
        "budget-revenue": 5,
        "industry-value-added": 5,
        "fixed-asset-investment": 10,
        "retail-sales": 8,
        "trade": 3,
        "foreign-investment": 3,
        "urban-income": 8,
        "rural-income": 8,
    }


def test_only_gross_domestic_product_is_about(plan):
    """左右 stands with one headline figure alone."""
    assert [indicator.id for indicator in plan.indicators if indicator.comparator == "about"] == [
        "gdp"
    ]
    assert plan.indicators[0].tolerance == Decimal("0.1")


def test_only_output_is_at_constant_prices(plan):
    """Gross domestic product and industry grow at constant prices, the rest at current prices."""
    assert [one.id for one in plan.indicators if one.price_basis == "constant"] == [
        "gdp",
        "industry-value-added",
    ]


def test_eight_actions_in_order(plan):
    """The eight actions carry the ids and numbers that scripts rely on."""
    assert [action.id for action in plan.actions] == [
        "projects",
        "urbanisation",
        "industry",
        "opening",
        "ecology",
        "livelihood",
        "civility",
        "stability",
    ]
    assert [action.number for action in plan.actions] == [*range(1, 9)]
    assert all(
        action.requirements and action.measures and action.targets for action in plan.actions
    )


FIGURES = {
    "projects.major-projects": ("121", "个"),
    "projects.total-investment": ("3122", "亿元"),
    "projects.annual-investment": ("412", "亿元"),
    "projects.showcase-projects": ("42", "个"),
    "urbanisation.residents-returned": ("60", None),
    "urbanisation.resettlement-projects": ("10", "个"),
    "urbanisation.resettlement-housing": ("300", "万平方米"),
    "urbanisation.parking-spaces": ("1", "万个"),
    "urbanisation.schools-and-kindergartens": ("35", "个"),
    "urbanisation.schools-finished": ("6", "个"),
    "urbanisation.roads-upgraded": ("16", "条"),
    "urbanisation.back-streets": ("118", "条"),
    "urbanisation.back-street-fronts": ("4", "个"),
    "industry.parks": ("4", "个"),
    "industry.dehua-projects": ("10", "个"),
    "industry.mazhai-two-star": ("2", "星级"),
    "industry.business-district-investment": ("18", "亿元"),
    "industry.business-district-employees": ("1.3", "万人"),
    "industry.takes-shape-years": ("1", "年"),
    "industry.reaches-scale-years": ("3", "年"),
    "industry.great-change-years": ("5", "年"),
    "industry.towns-started": ("4", "个"),
    "industry.mazhai-roads": ("4", "条"),
    "industry.mazhai-park": ("1", "个"),
    "opening.innovation-carriers": ("10", "家"),
    "opening.four-strength-projects": ("5", "个"),
    "opening.signed-projects": ("20", "个"),
    "opening.contracted-investment": ("600", "亿元"),
    "opening.funds-in-place": ("200", "亿元"),
    "opening.brand-projects": ("20", "个"),
    "opening.incubated-firms": ("350", "家"),
    "ecology.ecology-projects": ("21", "个"),
    "ecology.annual-investment": ("24.5", "亿元"),
    "ecology.green-distance": ("300", "米"),
    "ecology.park-distance": ("500", "米"),
    "ecology.forest-park-area": ("1", "万亩"),
    "livelihood.platforms": ("4", "个"),
    "livelihood.care-fields": ("8", "个"),
    "livelihood.rental-projects": ("5", "个"),
    "livelihood.rental-homes": ("1500", "套"),
    "livelihood.elderly-care-parts": ("4", "个"),
    "civility.volunteer-network": ("3", "级"),
    "stability.work-mechanism": ("1", "套"),
    "stability.basic-systems": ("4", "项"),
}


def test_every_figure_of_the_actions_is_there(plan):
    """The figures inside the actions are these, with these units, and no others."""
    found = {
        name: (str(one.value), one.unit)
        for name, one in all_targets(plan).items()
        if one.value is not None
    }
    assert found == FIGURES


def test_what_the_document_says_twice_is_one_target_with_both_places(plan):
    """The 60% and the ten carriers stand twice in the document and once in the plan."""
    targets = all_targets(plan)
    assert len(targets["urbanisation.residents-returned"].phrases) == 2
    assert len(targets["opening.innovation-carriers"].phrases) == 2
    assert targets["opening.innovation-carriers"].comparator == "at_least"


def test_every_phrase_stands_in_the_document(plan, document):
    """Each phrase that the plan cites is found in the document, line breaks aside."""
    cited = [*plan.indicators, *all_targets(plan).values()]
    assert [
        phrase
        for one in cited
        for phrase in one.phrases
        if re.sub(r"\s", "", phrase) not in document
    ] == []


CHINESE = {"1": "一万", "2": "二两", "3": "三", "4": "四", "5": "五"}


def test_every_phrase_holds_its_figure(plan, document):
    """The number of each figure is legible in every phrase that is cited for it, in digits or in Chinese."""
    assert document
    figures = [(one.id, one.growth, one.phrases) for one in plan.indicators]
    figures += [
        (name, one.value, one.phrases)
        for name, one in all_targets(plan).items()
        if one.value is not None
    ]
    missing = [
        name
        for name, value, phrases in figures
        for phrase in phrases
        if not re.search(
            rf"(?<![0-9.]){re.escape(str(value))}(?![0-9.])|[{CHINESE.get(str(value), '#')}]",
            phrase,
        )
    ]
    assert missing == []


def test_every_digit_figure_of_the_document_is_cited(plan, document):
    """Every number in digits that the document gives in its indicators and actions is inside some cited phrase."""
    body = document[document.index("地区生产总值增长") :]
    cited = [
        re.sub(r"\s", "", phrase)
        for one in (*plan.indicators, *all_targets(plan).values())
        for phrase in one.phrases
    ]
    spans = [
        (found.start(), found.end())
        for phrase in cited
        for found in re.finditer(re.escape(phrase), body)
    ]
    headings = re.compile(
        r"[1-8](?=项目运作|新型城镇|产业提档|开放创新|生态环境|关爱民生|文明城区|和谐稳定)"
    )
    names = re.compile(r"81(?=中)")
    known = [found.start() for rule in (headings, names) for found in rule.finditer(body)]
    lost = [
        body[max(0, found.start() - 8) : found.end() + 6]
        for found in re.finditer(r"[0-9]+(\.[0-9]+)?", body)
        if found.start() not in known
        and not any(start <= found.start() < end for start, end in spans)
    ]
    assert lost == []


def test_base_values_are_those_published(plan):
    """Seven base values were published, all preliminary; trade and foreign investment have none and say so."""
    from erqi_cli.domain.base_value import published_base_values

    bases = published_base_values(plan)
    assert {name: str(base.value) for name, base in bases.items()} == {
        "gdp": "524",
        "budget-revenue": "29.5",
        "industry-value-added": "42",
        "retail-sales": "425",
        "fixed-asset-investment": "364",
        "urban-income": "35533",
        "rural-income": "20887",
    }
    assert {(base.status, base.published, base.source) for base in bases.values()} == {
        ("P", "2017-01-20", "henan-daily-2017-01-20")
    }
    assert [one.id for one in plan.indicators if one.no_baseline] == ["trade", "foreign-investment"]
    assert [name for name, base in bases.items() if base.series_break] == ["rural-income"]


def test_results_of_the_year_have_both_vintages_of_growth(plan):
    """Gross domestic product grew 9% in the first vintage and 9.1% in the second; both stay."""
    seen = [one for one in plan.observations if one.target == "gdp" and one.period.text == "2017"]
    assert [(one.growth, one.value, one.published) for one in seen] == [
        (9, 567, "2018-01-23"),
        (Decimal("9.1"), None, "2018-02-23"),
    ]
