"""The start page: `erqi` without a command."""

from typing import TYPE_CHECKING

import click

from erqi_cli.cli.help import current_lang
from erqi_cli.cli.options import OutputOptions, ScenarioOptions, TrackingOptions
from erqi_cli.cli.steps import build_scenario, build_tracker
from erqi_cli.cli.write import echo_stderr, write_result

if TYPE_CHECKING:
    from erqi_cli.errors import Failure


def write_start_page(ctx: click.Context) -> None:
    """Write the start page; where the plan or the ledger is wrong, its first problem instead."""
    from shlex import quote

    from erqi_cli.errors import Failure
    from erqi_cli.readers.ledger.options import find_ledger
    from erqi_cli.readers.yaml.load import find_plan, is_shipped
    from erqi_cli.results.start.start import PlanInUse, start_result

    path = find_plan()
    check = f"erqi check {quote(path)}"
    try:
        scenario = build_scenario(ScenarioOptions(None, (), None))
        check = f"erqi check --ledger {quote(find_ledger(None) or '')}"
        tracker, followed = build_tracker(scenario, TrackingOptions(None, None, None))
    except Failure as fault:
        _report_first_problem(fault, check)
        ctx.exit(fault.exit_code)
    in_use = PlanInUse(path=path, is_shipped=is_shipped(path))
    result = start_result(tracker, followed, in_use)
    write_result(result, OutputOptions("table", None, current_lang(ctx), "auto", excel=False))


def _report_first_problem(fault: "Failure", check: str) -> None:
    """Tell the first problem, and the command that tells all of them."""
    from erqi_cli.i18n.text import counted
    from erqi_cli.output.terminal.messages import problem_lines
    from erqi_cli.results.start.messages import CHECK_ALL, CHECK_ONE

    lang = current_lang()
    count = len(fault.problems)
    template = CHECK_ONE if count == 1 else CHECK_ALL
    advice = template.fill(command=check, count=count, counted=counted(count, "problem"))
    lines = problem_lines(fault.problems[:1], lang)
    echo_stderr("\n".join([*lines, advice.pick(lang)]))
