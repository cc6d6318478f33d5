"""`erqi solve`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_indicator
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.steps import load
from erqi_cli.cli.write import write_result


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("indicator", nargs=-1, shell_complete=complete_indicator)
@click.option("--base", metavar="NUMBER", help="Starting value.\f基数。")
@click.option("--rate", metavar="RATE", help="Growth per year, such as 9%.\f年增速，如 9%。")
@click.option("--years", metavar="NUMBER", help="Number of years.\f年数。")
@click.option("--target", metavar="NUMBER", help="Value to reach.\f目标值。")
@pass_options("output", OutputOptions)
def solve(  # noqa: PLR0913 -- one parameter for each quantity
    indicator: tuple[str, ...],
    *,
    base: str | None,
    rate: str | None,
    years: str | None,
    target: str | None,
    plan: str | None,
    output: OutputOptions,
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

    quantities = parse_quantities(base=base, rate=rate, years=years, target=target)
    plan_in_use = None
    indicator_in_use = None
    if indicator:
        plan_in_use = load(plan)
        indicator_in_use, quantities = from_plan(plan_in_use, " ".join(indicator), quantities)
    own_base = base is not None or quantities["base"] is None
    solution = solved(**quantities)
    write_result(
        solution_result(plan_in_use, indicator_in_use, solution, own_base=own_base), output
    )
