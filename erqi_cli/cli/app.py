"""The group `erqi`, and the one place where failures become messages and exit codes."""

from typing import TYPE_CHECKING

import click

from erqi_cli import __version__
from erqi_cli.cli.commands import load_command
from erqi_cli.cli.help import BilingualGroup, current_lang
from erqi_cli.cli.options import HELP_SETTINGS, LANG_OPTION_OF_GROUP
from erqi_cli.cli.write import echo_problems
from erqi_cli.i18n.language import Lang

if TYPE_CHECKING:
    from erqi_cli.errors import Failure


class ErqiGroup(BilingualGroup):
    """A group whose commands may raise Failure; each is loaded when it is asked for."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None if there is none of this name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return load_command(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; raises Failure E632, with the nearest one, if there is none."""
        name = args[0]
        is_option = name.startswith("-")
        if not (is_option or ctx.resilient_parsing or self.get_command(ctx, name)):
            raise _unknown_command(name, self.list_commands(ctx))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command.

        An unexpected fault becomes E901 on standard error; with --debug it passes on.
        """
        try:
            return self._invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, OSError):
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            from erqi_cli.errors import failure

            reason = f"{type(error).__name__}: {error}".split("\n")[0]
            fault = failure("E901", reason=reason)
            report_failure(fault, current_lang(ctx))
            ctx.exit(fault.exit_code)

    def _invoke(self, ctx: click.Context) -> object:
        """Run the command. The problems of a Failure go to standard error; exit with its code."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            from erqi_cli.errors import Failure

            if not isinstance(error, Failure):
                raise
            report_failure(error, current_lang(ctx))
            ctx.exit(error.exit_code)


def _unknown_command(name: str, names: list[str]) -> "Failure":
    """Return the failure E632, with the command that is most like the name."""
    from erqi_cli.errors import failure
    from erqi_cli.parsing.fault import quote
    from erqi_cli.parsing.suggest import nearest_remedy

    return failure("E632", nearest_remedy(name, names), name=quote(name))


def report_failure(failure: "Failure", lang: Lang) -> None:
    """Print a failure's problems to standard error."""
    echo_problems(failure.problems, lang)


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        click.echo(f"erqi, version {__version__}")
        ctx.exit()


@click.group(
    cls=ErqiGroup,
    name="erqi",
    context_settings=HELP_SETTINGS,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    params=[LANG_OPTION_OF_GROUP],
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.\f显示版本并退出。",
)
@click.option(
    "--debug",
    is_flag=True,
    help="Show the traceback of an unexpected fault.\f显示意外错误的调用栈。",
)
@click.pass_context
def erqi(ctx: click.Context, *, debug: bool) -> None:  # noqa: ARG001 -- the group's invoke reads it
    """Project a yearly plan, follow its results, and explain every number.

    The plan comes from --plan, ERQI_PLAN, or targets.yaml in this directory, in this order.
    If none is set, the plan of Erqi District for 2017 is used, which comes with the program.

    \b
    Example:
      erqi project --baseline
    \f
    推算年度计划，跟踪执行进展，说明每个数字的来历。

    计划文件依次取 --plan、ERQI_PLAN、当前目录的 targets.yaml；都没有时用自带的二七区2017年计划。

    \b
    示例：
      erqi project --baseline
    """
    if ctx.invoked_subcommand is None:
        from erqi_cli.cli.commands.start import write_start_page

        write_start_page(ctx)
