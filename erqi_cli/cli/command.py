"""The class of all commands: options of their own first in the help, and two checks."""

import os
from typing import Any, TypeGuard

import click

from erqi_cli.cli.help import BilingualCommand
from erqi_cli.cli.options import HELP_SETTINGS, SHARED_PARAMS


class Command(BilingualCommand):
    """A command whose own options come before the shared ones in its help."""

    def __init__(
        self, name: str | None, *, params: list[click.Parameter], **attributes: Any
    ) -> None:
        own_first = sorted(params, key=lambda param: param in SHARED_PARAMS)
        super().__init__(name, context_settings=HELP_SETTINGS, params=own_first, **attributes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; raises Failure E617 if an option has two values."""
        words = list(args)  # click empties the list that it is given
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            _refuse_second_values(self, ctx, words)
        return rest

    def invoke(self, ctx: click.Context) -> object:
        """Run the command.

        Raises Failure E705 if --output would replace a file that the command reads.
        """
        output = ctx.params.get("path")
        if output and os.path.isfile(output):
            _refuse_to_overwrite_input(output, ctx.params)
        return super().invoke(ctx)


def _refuse_second_values(command: click.Command, ctx: click.Context, words: list[str]) -> None:
    """Raise Failure E617 if an option that takes one value has two; click would drop the first."""
    parser = command.make_parser(ctx)
    single_options = [param for param in command.params if _takes_one_value(param)]
    for option in single_options:
        parser.add_option(obj=option, opts=option.opts, dest=option.name, action="append")
    values_by_name, _, _ = parser.parse_args(words)
    for option in single_options:
        different_values = list(dict.fromkeys(values_by_name.get(option.name, [])))
        if len(different_values) > 1:
            from erqi_cli.errors import failure
            from erqi_cli.i18n.text import join, same

            values = join([same(value) for value in different_values])
            raise failure("E617", option=option.opts[0], values=values)


def _takes_one_value(param: click.Parameter) -> TypeGuard[click.Option]:
    return isinstance(param, click.Option) and not param.multiple and not param.is_flag


def _refuse_to_overwrite_input(output: str, params: dict[str, Any]) -> None:
    """Raise Failure E705 if the output is a file that the command reads."""
    from erqi_cli.errors import failure
    from erqi_cli.readers.ledger.options import find_ledger
    from erqi_cli.readers.yaml.load import find_plan

    inputs = [params.get("bases"), params.get("source"), *params.get("files", ())]
    if "plan" in params:
        inputs.append(find_plan(params["plan"]))
    if "ledger" in params:
        inputs.append(find_ledger(params["ledger"]))
    for path in inputs:
        if path and _is_same_file(output, path):
            raise failure("E705", path=output)


def _is_same_file(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):  # missing, or a name that cannot be a file's
        return False
