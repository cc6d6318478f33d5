"""A handful of properties that hold for all figures."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from erqi_cli.calc.decimals import plain
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.projection.solve import solve
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.period import period_of
from erqi_cli.i18n.text import Text, same
from erqi_cli.output.text.json_csv import csv_text, json_text
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.parsing.scalar import NUMBER, parse_number, parse_rate
from erqi_cli.readers.yaml.builder import parse
from erqi_cli.readers.yaml.load import load_plan
from erqi_cli.results.projection.table import projection_result
from erqi_cli.results.result import Column, Result
from tests.conftest import PLAN, observation


def grow(base, rate, years=1):
    """Return a projected value as the program computes it."""
    return solve(base=base, rate=rate, years=Decimal(years)).target


amounts = st.decimals(min_value="0.01", max_value="999999999", places=2)
rates = st.decimals(min_value="-99", max_value="300", places=2)


@given(amounts, amounts, amounts, st.integers(1, 12))
def test_completion_is_monotone_in_the_value(figure, first, second, month):
    """More done is never less complete, nor less far ahead."""
    less, more = (tracked(figure, actual, month) for actual in sorted((first, second)))
    assert less.completion <= more.completion
    assert less.pace <= more.pace


@given(amounts.map(lambda one: one.quantize(Decimal("0.01"))), amounts, st.integers(1, 11))
def test_what_is_needed_added_exactly_makes_it_done(figure, actual, month):
    """The amount that is said to be needed, no more and no less, reaches the target."""
    found = tracked(figure, actual, month)
    assert tracked(figure, actual + found.needed, month).status == "done"
    if found.needed > Decimal("0.01"):
        assert tracked(figure, actual + found.needed - Decimal("0.01"), month).status != "done"


@given(amounts, amounts, st.integers(1, 12), st.sampled_from(["0.0001", "10000", "100000000"]))
def test_scaling_the_units_changes_no_status(figure, actual, month, scale):
    """In yuan, in 万元 and in 亿元 the same figures have the same status and pace."""
    first, second = (
        tracked(figure * Decimal(by), actual * Decimal(by), month) for by in ("1", scale)
    )
    assert (first.status, first.pace, first.completion) == (
        second.status,
        second.pace,
        second.completion,
    )


def tracked(figure, actual, month):
    """Return where a level target stands with one observation."""
    plan = load_plan(PLAN)
    target = plan.actions[0].targets[2]
    action = plan.actions[0]._replace(targets=(target._replace(value=figure),))
    seen = observation(
        "projects.annual-investment", period_of(f"2017-{month:02}"), actual, status="E"
    )
    return Tracker(
        scenario(replace(plan, actions=(action,), ratios=(), observations=())), [seen]
    ).track_one(seen.target)


@given(amounts)
def test_zero_growth_gives_the_base(base):
    """Nothing is added or lost at 0%."""
    assert grow(base, Decimal(0)) == base


@given(amounts, rates, st.integers(1, 8), st.integers(1, 8))
def test_years_chain(base, rate, first, second):
    """Growing for some years and then for more is growing for all of them, to the last digit."""
    assert grow(grow(base, rate, first), rate, second) == grow(base, rate, first + second)


@given(amounts, rates.filter(bool), st.integers(1, 12))
def test_solve_inverts_projection(base, rate, years):
    """From what was projected each of the other three comes back exactly."""
    target = grow(base, rate, years)
    number = Decimal(years)
    assert solve(rate=rate, years=number, target=target).base == base
    assert solve(base=base, years=number, target=target).rate == rate
    assert solve(base=base, rate=rate, target=target).years == number
    assert solve(base=base, rate=rate, years=number).target == target


@given(growth=rates, base=amounts)
def test_formats_parse_back_to_the_same_rows(growth, base):
    """JSON and CSV hold the same exact figures."""
    plan = load_plan(PLAN)
    first = plan.indicators[0]._replace(growth=growth)
    plan = replace(plan, indicators=(first, *plan.indicators[1:]))
    scene = scenario(plan)
    gdp = scene.base_values["gdp"]._replace(value=base)
    scene = scene._replace(base_values={**scene.base_values, "gdp": gdp})
    result = projection_result(scene, [project_indicator(scene, first)])
    row = json.loads(json_text(result), parse_float=Decimal, parse_int=Decimal)["rows"][0]
    cells = next(csv.DictReader(io.StringIO(csv_text(result))))
    assert Decimal(cells["projected_value"]) == row["projected"]["value"] == grow(base, growth)
    assert Decimal(cells["index"]) == row["index"]
    assert Decimal(cells["baseline_value"]) == row["baseline"]["value"] == base


FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a formula begins with in a spreadsheet, in either width."""


@example("＋")
@example("'＝")
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_csv_gives_any_text_back(text):
    """A text of any visible characters comes back from CSV, the apostrophe before a formula undone as the topic on commands says."""
    result = Result(
        "t", same("t"), (Column("name", same("n"), "words"),), ({"name": Text(text, text)},)
    )
    rows = list(csv.reader(io.StringIO(csv_text(result), newline="")))
    cell = (rows[1] or [""])[0]
    is_made_safe = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_SIGNS)
    assert (cell[1:] if is_made_safe else cell) == text


@given(st.text(max_size=40))
def test_the_number_grammar_takes_its_own_form_and_nothing_else(text):
    """Whatever is accepted matches the grammar, and comes out as it stands."""
    try:
        value = parse_number(text)
    except ValueFault:
        assert not NUMBER.fullmatch(text)
    else:
        assert plain(value) == plain(Decimal(text))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-99, max_value=400))
def test_rates_come_back(rate):
    """A rate written with its percent sign is that rate."""
    assert parse_rate(f"{plain(rate)}%") == rate


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@,? \n\t0", max_size=60))
def test_any_text_parses_or_is_refused_in_words(text):
    """The YAML reader ends in a tree or in placed problems, never in an exception."""
    document = parse(text, "any.yaml")
    assert document.root is not None or document.problems
    for problem in document.problems:
        assert problem.message.en
        assert problem.hint.zh
