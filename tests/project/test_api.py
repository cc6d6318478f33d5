"""The Python interface: what it returns is what the commands show, typed and frozen."""

import doctest
import subprocess
import sys
from decimal import Decimal

import pytest

import erqi_cli
from erqi_cli import Failure, TrackedTarget, api, load_plan, track
from tests.conftest import HEAD, PLAN, ROOT

LEDGER = ROOT / "tests/files/ledger.csv"
INVESTMENT = "projects.annual-investment"


@pytest.fixture
def plan():
    return load_plan(PLAN)


def refused(*words, **options):
    """Return the code of the one problem for which a call fails."""
    with pytest.raises(Failure) as caught:
        track(*words, **options)
    (problem,) = caught.value.problems
    return problem.code


def test_the_examples_of_the_docstrings_run():
    """Each prints what it says, and there is one for `track`."""
    tests = doctest.testmod(api)
    assert (tests.failed, tests.attempted >= 3) == (0, True)
    assert doctest.testmod(erqi_cli).failed == 0


def test_track_returns_what_the_command_shows(plan, erqi):
    """By the ledger of the tests every target has the command's status, value and year-end value."""
    found = track(plan, ledger=LEDGER)
    rows = erqi("track", "--ledger", LEDGER, "--format", "json").rows
    shown = {
        id_: (row["status"], row["actual"], row["year_end_extrapolated"])
        for id_, row in rows.items()
    }
    assert {one.id: (one.status, one.actual, one.year_end) for one in found} == shown


def test_results_are_frozen_and_typed(plan):
    """A result is a TrackedTarget with Decimals, which nobody can change."""
    (gdp,) = track(plan, "gdp")
    assert isinstance(gdp, TrackedTarget)
    assert (gdp.status, gdp.actual) == ("met", Decimal("9.1"))
    with pytest.raises(AttributeError):
        gdp.actual = Decimal(10)


def test_no_file_is_looked_for(plan, tmp_path, monkeypatch):
    """Without a ledger the plan's own results count, whatever lies in the working directory."""
    (tmp_path / "ledger.csv").write_text(HEAD + "gdp,2017-06,,1%,P,,,\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ERQI_LEDGER", str(tmp_path / "ledger.csv"))
    assert track(plan, "gdp")[0].actual == Decimal("9.1")
    assert track(plan, "gdp", ledger=tmp_path / "ledger.csv")[0].actual == 1


def test_the_as_of_period_the_day_and_what_ifs_count(plan, tmp_path):
    """March is judged at March; what came out later is left out; a what-if replaces the figure."""
    (march,) = track(plan, INVESTMENT, ledger=LEDGER, as_of="2017-03")
    assert (march.period.text, march.actual, march.needed) == (
        "2017-03",
        Decimal("95.2"),
        Decimal("316.8"),
    )
    ledger = tmp_path / "two.csv"
    ledger.write_text(
        HEAD + "gdp,2017-06,,8%,P,2017-07-01,,\ngdp,2017-06,,9%,P,2017-08-01,,\n", "utf-8"
    )
    (early,) = track(plan, ["gdp"], ledger=ledger, published_by="2017-07-15")
    (late,) = track(plan, ["gdp"], ledger=ledger)
    assert (early.actual, late.actual) == (8, 9)
    (lower,) = track(plan, ["gdp"], ledger=ledger, what_if={"gdp.growth": "7%"})
    assert (lower.figure, lower.status) == (7, "ahead")


def test_a_wrong_argument_is_a_failure(plan, tmp_path):
    """A name that is unknown or not judged, a wrong period, a missing file: each has its code."""
    assert refused(plan, "nope") == "E601"
    assert refused(plan, as_of="soon") == "E610"
    assert refused(plan, as_of="2015") == "E614"
    assert refused(plan, ledger=tmp_path / "none.csv") == "E101"
    context = next(target.id for target in plan.targets if not target.is_scored)
    assert refused(plan, context) == "E616"


def test_importing_the_package_loads_nothing():
    """`import erqi_cli` loads no module of it, and an unknown name is an AttributeError."""
    code = "import sys, erqi_cli; print([name for name in sys.modules if name.startswith('erqi_cli.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert set(erqi_cli.__all__) == {*erqi_cli._HOMES, "__version__"}
    for name in erqi_cli.__all__:
        assert getattr(erqi_cli, name) is not None
    with pytest.raises(AttributeError):
        _ = erqi_cli.nothing
