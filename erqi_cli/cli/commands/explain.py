"""`erqi explain`."""

import re
from typing import TYPE_CHECKING

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_any
from erqi_cli.cli.options import (
    OUTPUT_PARAMS,
    SCENARIO_PARAMS,
    TRACKING_PARAMS,
    OutputOptions,
    ScenarioOptions,
    TrackingOptions,
    pass_options,
)
from erqi_cli.cli.steps import build_scenario, build_tracker
from erqi_cli.cli.write import AnyResult, write_result

if TYPE_CHECKING:
    from erqi_cli.calc.scenario.scenario import Scenario
    from erqi_cli.calc.tracking.tracker import Tracker


@click.command(cls=Command, params=[*TRACKING_PARAMS, *SCENARIO_PARAMS, *OUTPUT_PARAMS])
@click.argument("name", nargs=-1, required=True, shell_complete=complete_any)
@pass_options("tracking_options", TrackingOptions)
@pass_options("scenario_options", ScenarioOptions)
@pass_options("output", OutputOptions)
def explain(
    name: tuple[str, ...],
    *,
    tracking_options: TrackingOptions,
    scenario_options: ScenarioOptions,
    output: OutputOptions,
) -> None:
    """Explain a number, a status or an error code.

    NAME is an indicator, a target, a ratio, a status such as behind, or a code such as E203.
    Numbers come with their inputs, formula, rules, sources and progress; a status with its rules
    and the targets that have it. A name of the plan goes before a status.

    \b
    Example:
      erqi explain gdp
    \f
    说明数字、状态的来历或错误代码的含义。

    NAME 为指标、目标、比率，“欠进度”之类的状态，或 E203 之类的代码。
    数字列出基本情况、算式、规则、出处和进展；状态列出规则和目前有此状态的目标。
    与计划中的名称相同时，按计划中的名称解释。

    \b
    示例：
      erqi explain gdp
    """
    words = " ".join(name)
    if re.fullmatch(r"[EeNn][0-9]{3}", words):
        from erqi_cli.results.plan.error_codes import code_result

        write_result(code_result(words.upper()), output)
        return
    scenario = build_scenario(scenario_options, published_by=tracking_options.published_by)
    write_result(_explained(scenario, words, tracking_options), output)


def _explained(
    scenario: "Scenario",
    words: str,
    tracking_options: TrackingOptions,
) -> "AnyResult":
    """Return what a status means; if the words mean none, how a number comes about."""
    from erqi_cli.errors import Failure
    from erqi_cli.parsing.suggest import did_you_mean
    from erqi_cli.results.explanation.explain import explain_result
    from erqi_cli.results.explanation.statuses.status import condition_result
    from erqi_cli.results.explanation.statuses.words import condition_meant, nearest_condition

    def tracker() -> "Tracker":
        return build_tracker(scenario, tracking_options)[0]

    condition = condition_meant(scenario.plan, words)
    if condition is not None:
        return condition_result(tracker(), condition)
    try:
        return explain_result(scenario, words, tracker)
    except Failure as fault:
        problem = fault.problems[0]
        meant = nearest_condition(words) if problem.code == "E601" else None
        if meant is None:
            raise
        raise Failure([problem._replace(remedy=did_you_mean(meant))]) from None
