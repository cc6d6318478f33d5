"""Notices: what a plan may say but probably does not mean, each with its place and what to write."""

import re
from itertools import product

import pytest

from erqi_cli.errors.catalog.notices import NOTICES
from erqi_cli.readers.yaml.doubts import notices_of
from erqi_cli.readers.yaml.load import read_plan
from tests.conftest import PLAN, PLAN_HEAD

STARTER = PLAN.parent.parent / "erqi_cli" / "readers" / "yaml" / "starter.yaml"
STARTER_YEARS = STARTER.with_name("starter-years.yaml")
NEEDED = "name: {zh: 指标, en: Indicator}"
GDP = "{id: gdp, name: 总值, unit: 亿元, growth: 5%, price_basis: constant, no_baseline: 无}"


def plan_of(*targets, observations=(), head=PLAN_HEAD):
    """Return a plan of these indicators from line 10 on, and of these observations below them."""
    lines = ["indicators:", *(f"  - {target}" for target in targets)]
    if observations:
        lines += ["observations:", *(f"  - {one}" for one in observations)]
    return head + "\n".join(lines) + "\n"


def level(more, unit="亿元"):
    return f"{{id: x, {NEEDED}, kind: level, value: 40, unit: {unit}, {more}}}"


def share(more):
    return f"{{id: x, {NEEDED}, kind: share, value: 80%, {more}}}"


def relative(more):
    return f"{{id: x, {NEEDED}, kind: relative, to: gdp, {more}}}"


def growth(more):
    return f"{{id: x, {NEEDED}, growth: 5%, {more}}}"


SUMMED, OTHERS = "collection: summed", ("collection: average", "collection: end_of_period")
BASE = "{target: x, period: 2016, status: P, value: 30}"
REASON, NODES = "no_baseline: 无", "trajectory: {2018: 5%}"
YEARS_HEAD = PLAN_HEAD.replace("plan_year: 2017", "plan_year: 2021")
JUNE = "{target: x, period: 2017-06, status: P, value: 41%}"
CASES = [
    *(
        ("N101", "unit", plan_of(level("comparator: at_least", unit)))
        for unit in ("微克/立方米", "位", "级", "星级", "倍", "百分点")
    ),
    ("N101", "unit", plan_of(level("comparator: at_most", "微克/立方米"))),
    ("N102", "comparator", plan_of(level("comparator: at_most"))),
    ("N103", "collection", plan_of(share(SUMMED), observations=[JUNE])),
    ("N104", "baseline", plan_of(level(f"baseline: 30, {SUMMED}"))),
    ("N104", "baseline", plan_of(share("baseline: 30%, collection: average"))),
    *(("N105", "pace", plan_of(level(f"pace: linear, {other}"))) for other in OTHERS),
    ("N105", "pace", plan_of(level("pace: linear, baseline: 30"))),
    ("N105", "pace", plan_of(share("pace: base_year"))),
    ("N106", "to", plan_of(relative("comparator: at_least"), GDP)),
    ("N107", "price_basis", plan_of(relative("price_basis: current"), GDP)),
    ("N108", "growth", plan_of(growth("unit: 亿元"))),
    ("N109", "growth", plan_of(growth("price_basis: current"), observations=[BASE])),
    ("N110", "target", plan_of(growth("unit: 亿元"), observations=[BASE, BASE])),
    (
        "N110",
        "target",
        plan_of(
            share("due: 2017-12-31"),
            observations=[JUNE, "{target: x, period: 2017-06-30, status: P, value: 42%}"],
        ),
    ),
    ("N111", "trajectory", plan_of(growth(f"{REASON}, {NODES}"), head=YEARS_HEAD)),
    ("N112", "value", plan_of(level("comparator: at_least"), head=YEARS_HEAD)),
]


def text_before(plan, place):
    """Return what stands in a plan's line before a place, back to the last separator."""
    return re.split("[{,] ?", plan.split("\n")[place.line - 1][: place.column - 1])[-1]


def found(plan, write):
    return notices_of(read_plan(str(write(plan))))


@pytest.mark.parametrize(("code", "key", "plan"), CASES)
def test_what_is_doubtful_is_said_at_its_place(write, code, key, plan):
    """A doubtful plan gives one notice, at the value that it is about, in both languages."""
    notices = found(plan, write)
    assert [notice.code for notice in notices] == [code]
    assert text_before(plan, notices[0].place) == f"{key}: "
    assert "指标" in notices[0].text.zh
    assert "Indicator" in notices[0].text.en
    assert not re.search(r"\{\w*\}", "".join(notices[0].text))


@pytest.mark.parametrize(
    "plan",
    [
        *(
            plan_of(level(f"comparator: at_most, {collection}", unit))
            for collection, unit in product((SUMMED, *OTHERS), ("亿元", "微克/立方米", "位"))
        ),
        plan_of(level("comparator: at_least")),
        plan_of(level("comparator: at_most, baseline: 50")),
        plan_of(level("pace: linear")),
        plan_of(share(SUMMED), observations=[JUNE.replace("41%", "40%")]),
        plan_of(share(SUMMED), observations=[JUNE.replace("-06", "-07")]),
        plan_of(share(SUMMED), observations=["{target: x, period: 2016, status: P, value: 79%}"]),
        plan_of(
            share(SUMMED), observations=["{target: x, period: 2017-03, status: P, value: 9%}", JUNE]
        ),
        plan_of(share("due: 2017-12-31"), observations=[JUNE]),
        plan_of(share("baseline: 70%")),
        plan_of(relative("price_basis: constant"), GDP),
        plan_of(relative("price_basis: current, deflator: 2%"), GDP),
        plan_of(relative("deflator: 2%"), GDP),
        plan_of(relative("comparator: at_least"), GDP.replace("price_basis: constant, ", "")),
        plan_of(growth("no_baseline: 未公布")),
        plan_of(growth(f"{REASON}, trajectory: {{2017-06: 5%}}")),
        plan_of(growth(f"{REASON}, trajectory: {{2018: 措施出台}}"), head=YEARS_HEAD),
        plan_of(level(SUMMED), head=YEARS_HEAD),
        plan_of(level("baseline: 30"), head=YEARS_HEAD),
        plan_of(level("value: 40").replace("level, value: 40", "count"), head=YEARS_HEAD),
        plan_of(growth("pace: linear, unit: 亿元"), observations=[BASE]),
        plan_of(
            growth("unit: 亿元"),
            observations=[BASE, "{target: x, period: 2016, status: P, growth: 3%}"],
        ),
        plan_of(
            growth("unit: 亿元"),
            observations=[
                BASE,
                "{target: x, period: 2016, status: P, value: 31, published: 2017-03-01}",
            ],
        ),
    ],
)
def test_what_is_clear_gives_no_notice(write, plan):
    """A plan that says how its figures come about, or needs not, gives no notice."""
    assert found(plan, write) == []


def test_every_notice_has_a_case():
    """Each notice of a plan in the catalogue is given by a plan above."""
    assert {code for code, _, _ in CASES} == {code for code in NOTICES if code.startswith("N1")}


@pytest.mark.parametrize("path", [PLAN, STARTER, STARTER_YEARS])
def test_the_plans_that_come_along_give_no_notice(path):
    """Neither the shipped plan nor a starter is doubtful."""
    assert notices_of(read_plan(str(path))) == []


def test_check_says_notices_and_is_content(write, erqi):
    """`check` writes notices with their places to standard error and exits with 0, or 6 with --strict."""
    path = write(plan_of(level("comparator: at_most"), growth("unit: 亿元").replace("x", "y")))
    for lang, words in (
        ("zh", "“指标”未写 collection"),
        ("en", "Indicator is a limit without collection"),
    ):
        done = erqi("check", path, "--lang", lang)
        assert done.code == 0
        assert f"{path}:10:90: N102 {words}" in done.err
        assert done.err.count("\n") == 2
    strict = erqi("check", path, "--strict", "--lang", "en")
    assert (strict.code, strict.err, strict.out) == (6, done.err, done.out)
    assert erqi("check", PLAN, "--strict").code == 0


def test_notices_are_data_for_a_machine(write, erqi):
    """`check --format json` lists the notices, and standard error stays empty."""
    path = write(plan_of(level("comparator: at_most")))
    done = erqi("check", path, "--format", "json", "--strict")
    notice = done.json["notices"][0]
    assert (done.code, done.err, done.json["ok"]) == (6, "", True)
    assert list(notice) == ["file", "line", "column", "code", "zh", "en"]
    assert (notice["line"], notice["column"], notice["code"]) == (10, 90, "N102")
    assert erqi("check", PLAN, "--format", "json").json["notices"] == []


def test_many_notices_are_counted(write, erqi):
    """Twenty notices are shown, and the others are counted."""
    targets = [growth("unit: 亿元").replace("id: x", f"id: x{n}") for n in range(22)]
    err = erqi("check", write(plan_of(*targets)), "--lang", "en").err
    assert err.count("N108") == 20
    assert err.endswith("… and 2 more notices\n")


def test_only_check_says_notices(write, erqi):
    """Other commands work with a doubtful plan in silence."""
    path = write(plan_of(growth("unit: 亿元")))
    assert erqi("project", "--plan", path).err == ""


@pytest.mark.parametrize("code", NOTICES)
def test_the_code_of_a_notice_is_explained(erqi, code):
    """`explain CODE` says what a notice means, in both languages."""
    for lang, title in (("zh", f"提示 {code}"), ("en", f"Notice {code}")):
        done = erqi("explain", code.lower(), "--lang", lang)
        assert (done.code, done.out.split("\n")[0]) == (0, title)
        assert not re.search(r"\{\w*\}", done.out)
