"""`erqi ratios`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import (
    CHART_OPTION,
    OUTPUT_PARAMS,
    SCENARIO_PARAMS,
    OutputOptions,
    ScenarioOptions,
    pass_options,
)
from erqi_cli.cli.steps import build_scenario
from erqi_cli.cli.write import write_result


@click.command(cls=Command, params=[CHART_OPTION, *SCENARIO_PARAMS, *OUTPUT_PARAMS])
@pass_options("scenario_options", ScenarioOptions)
@pass_options("output", OutputOptions)
def ratios(*, chart: bool, scenario_options: ScenarioOptions, output: OutputOptions) -> None:
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

    scenario = build_scenario(scenario_options)
    write_result(ratios_result(scenario, ratio_values(scenario)), output, chart=chart)
