"""`erqi solve`."""

from typing import NamedTuple

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_indicator
from erqi_cli.cli.options import OUTPUT_PARAMS, PLAN_OPTION, OutputOptions, pass_options
from erqi_cli.cli.steps import load
from erqi_cli.cli.write import write_result


class SolveOptions(NamedTuple):
    """What is given of an equation: three of four quantities, or unequal rates."""

    base: str | None
    rate: str | None
    years: str | None
    target: str | None
    rates: str | None


@click.command(cls=Command, params=[PLAN_OPTION, *OUTPUT_PARAMS])
@click.argument("indicator", nargs=-1, shell_complete=complete_indicator)
@click.option("--base", metavar="NUMBER", help="Starting value.\f基数。")
@click.option("--rate", metavar="RATE", help="Growth per year, such as 9%.\f年增速，如 9%。")
@click.option("--years", metavar="NUMBER", help="Number of years.\f年数。")
@click.option("--target", metavar="NUMBER", help="Value to reach.\f目标值。")
@click.option(
    "--rates",
    metavar="RATE,RATE,...",
    help="Chain unequal yearly rates, such as 4%,4.1%,4.2%.\f各年增速连乘，如 4%,4.1%,4.2%。",
)
@pass_options("options", SolveOptions)
@pass_options("output", OutputOptions)
def solve(
    indicator: tuple[str, ...],
    *,
    options: SolveOptions,
    plan: str | None,
    output: OutputOptions,
) -> None:
    """Find base, rate, years or target from the other three.

    With an INDICATOR, the plan supplies the base value and the growth that you leave out. With
    --rates, unequal yearly rates give the cumulative rate, the yearly average and, with a base
    value, the final value.

    \b
    Example:
      erqi solve --base 524 --target 1000 --rate 9%
    \f
    基数、增速、年数、目标，知三求一。

    写明指标 INDICATOR 时，未写的基数和增速取自计划。
    用 --rates 写明各年增速，得累计增速和年均增速；有基数时还得末年数值。

    \b
    示例：
      erqi solve --base 524 --target 1000 --rate 9%
    """
    if options.rates is not None:
        _chain(indicator, options, options.rates, plan, output)
    else:
        _solve(indicator, options, plan, output)


def _solve(
    indicator: tuple[str, ...],
    options: SolveOptions,
    plan: str | None,
    output: OutputOptions,
) -> None:
    """Write the four quantities of an equation."""
    from erqi_cli.calc.projection.solve import solve as solved
    from erqi_cli.results.projection.solution import from_plan, parse_quantities, solution_result

    quantities = parse_quantities(
        base=options.base,
        rate=options.rate,
        years=options.years,
        target=options.target,
    )
    plan_in_use = None
    indicator_in_use = None
    if indicator:
        plan_in_use = load(plan)
        indicator_in_use, quantities = from_plan(plan_in_use, " ".join(indicator), quantities)
    own_base = options.base is not None or quantities["base"] is None
    solution = solved(**quantities)
    write_result(
        solution_result(plan_in_use, indicator_in_use, solution, own_base=own_base), output
    )


def _chain(
    indicator: tuple[str, ...],
    options: SolveOptions,
    rates: str,
    plan: str | None,
    output: OutputOptions,
) -> None:
    """Write unequal rates as a chain; raises Failure E606 for what has no place beside them."""
    from erqi_cli.calc.projection.chain import chain
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.results.projection.chain import chain_result, parse_rates
    from erqi_cli.results.projection.solution import from_plan, parse_quantities

    others = {"--rate": options.rate, "--years": options.years, "--target": options.target}
    for option, value in others.items():
        if value is not None:
            raise failure("E606", option=option, what=same("--rates"))
    parsed = parse_rates(rates)
    quantities = parse_quantities(base=options.base, rate=None, years=None, target=None)
    plan_in_use = None
    indicator_in_use = None
    if indicator:
        plan_in_use = load(plan)
        indicator_in_use, quantities = from_plan(plan_in_use, " ".join(indicator), quantities)
    result = chain_result(
        plan_in_use,
        indicator_in_use,
        chain(parsed, quantities["base"]),
        own_base=options.base is not None,
    )
    write_result(result, output)
