"""`erqi get`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_field
from erqi_cli.cli.options import (
    LANG_OPTION,
    SCENARIO_PARAMS,
    TRACKING_PARAMS,
    ScenarioOptions,
    TrackingOptions,
    pass_options,
)
from erqi_cli.cli.steps import build_scenario, build_tracker
from erqi_cli.cli.write import write_output
from erqi_cli.i18n.language import Lang


@click.command(cls=Command, params=[*TRACKING_PARAMS, *SCENARIO_PARAMS, LANG_OPTION])
@click.argument("field", nargs=-1, required=True, shell_complete=complete_field)
@pass_options("tracking_options", TrackingOptions)
@pass_options("scenario_options", ScenarioOptions)
def get(
    field: tuple[str, ...],
    *,
    tracking_options: TrackingOptions,
    scenario_options: ScenarioOptions,
    lang: Lang,
) -> None:
    """Print one bare value for a script.

    FIELD is ID.FIELD. Fields of an indicator are projected, growth, baseline, index, increase,
    unit and others. Fields of a target are value, unit, kind, comparator, commitment, due and
    others. Both also have the fields of `erqi track`, unrounded: status, completion, pace,
    actual, needed and others. Rates are in percent.

    \b
    Example:
      erqi get gdp.projected
    \f
    输出单个数值，供脚本使用。

    FIELD 写作“编号.字段”。指标的字段有 projected、growth、baseline、index、increase、unit 等；
    目标的字段有 value、unit、kind、comparator、commitment、due 等；
    两者都有 status、completion、pace、actual、needed 等进展字段，与 erqi track 相同，不舍入。
    增速、占比以百分数计。

    \b
    示例：
      erqi get gdp.projected
    """
    from erqi_cli.results.plan.value import bare_value

    scenario = build_scenario(scenario_options, published_by=tracking_options.published_by)
    value = bare_value(
        scenario, " ".join(field), lang, lambda: build_tracker(scenario, tracking_options)[0]
    )
    write_output(value + "\n", None)
