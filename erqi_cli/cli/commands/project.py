"""`erqi project`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_indicator
from erqi_cli.cli.options import (
    CHART_OPTION,
    OUTPUT_PARAMS,
    SCENARIO_PARAMS,
    OutputOptions,
    ScenarioOptions,
    pass_options,
)
from erqi_cli.cli.regions import Wanted, project_file
from erqi_cli.cli.steps import load, parse_what_ifs
from erqi_cli.cli.write import write_result


@click.command(cls=Command, params=[CHART_OPTION, *SCENARIO_PARAMS, *OUTPUT_PARAMS])
@click.argument("indicators", nargs=-1, shell_complete=complete_indicator)
@click.option(
    "--baseline",
    is_flag=True,
    help="Also show base-year values, their sources, and increases."
    "\f同时列出基期值及其出处、增量。",
)
@click.option(
    "--to",
    "last_year",
    type=int,
    metavar="YEAR",
    help="Extrapolate at the same rate up to YEAR.\f按同一增速外推到 YEAR 年。",
)
@pass_options("scenario_options", ScenarioOptions)
@pass_options("output", OutputOptions)
def project(  # noqa: PLR0913 -- one parameter for each option
    indicators: tuple[str, ...],
    *,
    baseline: bool,
    last_year: int | None,
    chart: bool,
    scenario_options: ScenarioOptions,
    output: OutputOptions,
) -> None:
    """Project the plan year's values from growth targets.

    INDICATORS are ids or names. Without any, all headline growth targets are projected, and a
    note names the other indicators.

    \b
    Example:
      erqi project gdp trade --baseline --set gdp.growth=8.5%
    \f
    由基期值和增长目标推算计划年数值。

    INDICATORS 为指标的编号或名称；不写则推算全部主要增长目标，其他指标在说明中列出。

    \b
    示例：
      erqi project gdp trade --baseline --set gdp.growth=8.5%
    """
    _project(indicators, last_year, scenario_options, output, baseline=baseline, chart=chart)


def _project(  # noqa: PLR0913 -- one parameter for each option
    indicators: tuple[str, ...],
    last_year: int | None,
    scenario_options: ScenarioOptions,
    output: OutputOptions,
    *,
    baseline: bool,
    chart: bool,
) -> None:
    from erqi_cli.calc.projection.project import (
        check_last_year,
        chosen_indicators,
        is_projected,
        project_all,
    )
    from erqi_cli.calc.scenario.scenario import scenario
    from erqi_cli.results.projection.table import projection_result

    plan = load(scenario_options.plan)
    settings = parse_what_ifs(plan, scenario_options)
    check_last_year(plan, last_year)
    names: list[str] = []
    if indicators:
        from erqi_cli.parsing.lookup import find_indicators

        names = [indicator.id for indicator in find_indicators(plan, indicators)]
    bases = None
    if scenario_options.bases is not None:
        wanted = Wanted(frozenset(names), last_year, baseline=baseline, chart=chart, output=output)
        bases = project_file(scenario_options.bases, scenario(plan, settings), wanted)
        if bases is None:
            return
    projected = scenario(plan, settings, bases)
    projections = project_all(projected, names, last_year)
    chosen = chosen_indicators(projected.plan, names)
    left_out = [indicator for indicator in chosen if not is_projected(indicator)]
    result = projection_result(projected, projections, left_out, baseline=baseline)
    write_result(result, output, chart=chart)
