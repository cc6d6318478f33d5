"""`erqi project`, `erqi solve` and `erqi ratios`."""

import click

from erqi_cli.cli.completion import complete_indicator
from erqi_cli.cli.options import CHART, GIVEN, OUT, PLAN, Command, Given, Out, receive
from erqi_cli.cli.regions import Wanted, project_file
from erqi_cli.cli.steps import emit, load, scene, what_ifs


@click.command(cls=Command, params=[CHART, *GIVEN, *OUT])
@click.argument("indicators", nargs=-1, shell_complete=complete_indicator)
@click.option(
    "--baseline",
    is_flag=True,
    help="Also show base-year values, their sources, and increases.\f同时列出基期值及其出处、增量。",
)
@click.option(
    "--to",
    "last_year",
    type=int,
    metavar="YEAR",
    help="Extrapolate at the same rate up to YEAR.\f按同一增速外推到 YEAR 年。",
)
@receive("given", Given)
@receive("out", Out)
def project(  # noqa: PLR0913 -- one parameter for each option
    indicators: tuple[str, ...], *, baseline: bool, last_year: int | None, chart: bool, given: Given, out: Out
) -> None:
    """Project the plan year's values from growth targets.

    INDICATORS are ids or names. Without any, all headline indicators are projected.

    \b
    Example:
      erqi project gdp trade --baseline --set gdp.growth=8.5%
    \f
    由基期值和增长目标推算计划年数值。

    INDICATORS 为指标的编号或名称；不写则推算全部主要指标。

    \b
    示例：
      erqi project gdp trade --baseline --set gdp.growth=8.5%
    """
    _project(indicators, last_year, given, out, baseline=baseline, chart=chart)


def _project(  # noqa: PLR0913 -- one parameter for each option
    indicators: tuple[str, ...], last_year: int | None, given: Given, out: Out, *, baseline: bool, chart: bool
) -> None:
    from erqi_cli.calc.projection.project import check_last_year, project_all
    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.results.projection.table import projection_result

    plan = load(given.plan)
    settings = what_ifs(plan, given)
    check_last_year(plan, last_year)
    names: list[str] = []
    if indicators:
        from erqi_cli.parsing.lookup import find_indicators

        names = [indicator.id for indicator in find_indicators(plan, indicators)]
    bases = None
    if given.bases is not None:
        wanted = Wanted(frozenset(names), last_year, baseline=baseline, chart=chart, out=out)
        bases = project_file(given.bases, scenario(plan, settings), wanted)
        if bases is None:
            return
    projected = scenario(plan, settings, bases)
    projections = project_all(projected, names, last_year)
    emit(projection_result(projected, projections, baseline=baseline), out, chart=chart)


@click.command(cls=Command, params=[CHART, *GIVEN, *OUT])
@receive("given", Given)
@receive("out", Out)
def ratios(*, chart: bool, given: Given, out: Out) -> None:
    """Show the ratios that the targets imply.

    Each ratio is shown for the base year and the plan year, with its change.

    \b
    Example:
      erqi ratios --set gdp.growth=8%
    \f
    列出按目标推算的比率。

    逐项列出基期年、计划年的比率及其变化。

    \b
    示例：
      erqi ratios --set gdp.growth=8%
    """
    from erqi_cli.calc.projection.ratios import ratio_values
    from erqi_cli.results.projection.ratios import ratios_result

    scenario = scene(given)
    emit(ratios_result(scenario, ratio_values(scenario)), out, chart=chart)


@click.command(cls=Command, params=[PLAN, *OUT])
@click.argument("indicator", nargs=-1, shell_complete=complete_indicator)
@click.option("--base", metavar="NUMBER", help="Starting value.\f基数。")
@click.option("--rate", metavar="RATE", help="Growth per year, such as 9%.\f年增速，如 9%。")
@click.option("--years", metavar="NUMBER", help="Number of years.\f年数。")
@click.option("--target", metavar="NUMBER", help="Value to reach.\f目标值。")
@receive("out", Out)
def solve(  # noqa: PLR0913 -- one parameter for each quantity
    indicator: tuple[str, ...],
    *,
    base: str | None,
    rate: str | None,
    years: str | None,
    target: str | None,
    plan: str | None,
    out: Out,
) -> None:
    """Find base, rate, years or target from the other three.

    With an INDICATOR, the plan supplies the base value and the growth that you leave out.

    \b
    Example:
      erqi solve --base 524 --target 1000 --rate 9%
    \f
    基数、增速、年数、目标，知三求一。

    写明指标 INDICATOR 时，未写的基数和增速取自计划。

    \b
    示例：
      erqi solve --base 524 --target 1000 --rate 9%
    """
    from erqi_cli.calc.projection.solve import solve as solved
    from erqi_cli.results.projection.solution import from_plan, parse_quantities, solution_result

    given = parse_quantities(base=base, rate=rate, years=years, target=target)
    read = load(plan) if indicator else None
    named, given = from_plan(read, " ".join(indicator), given) if read else (None, given)
    emit(solution_result(read, named, solved(**given), own_base=base is not None or given["base"] is None), out)
