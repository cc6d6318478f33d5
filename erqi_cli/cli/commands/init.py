"""`erqi init`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import LANG_OPTION
from erqi_cli.cli.write import echo_stderr, write_output
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text

PLAN_HERE = "targets.yaml"
"""The plan of a working directory (`readers.yaml.load` has it too, which help must not import)."""
WRITTEN = Text(
    "已写入 {file}；编辑后用 erqi check {file} 检查；{advice}",
    "wrote {file}; edit it, then run: erqi check {file}; {advice}",
)
READ_BY_DEFAULT = Text(
    "在此目录运行的命令现在都读取它", "commands run in this directory now read it"
)
READ_WITH_PLAN = Text("其他命令用 --plan {file} 读取", "other commands read it with --plan {file}")


@click.command(cls=Command, params=[LANG_OPTION])
@click.argument("file", default=PLAN_HERE)
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.\f文件已存在时覆盖。")
@click.option(
    "--years",
    type=click.IntRange(1, 20),
    default=1,
    metavar="NUMBER",
    help="Years of the plan, from 1 to 20. Default: 1.\f计划的年数，1 至 20；默认为 1。",
)
def init(file: str, *, force: bool, years: int, lang: Lang) -> None:
    """Write a starter plan with comments, ready to edit.

    FILE is targets.yaml if you name no other, and - is standard output.

    In a directory with a targets.yaml, the other commands read this file, unless --plan or
    ERQI_PLAN names another plan.

    \b
    Example:
      erqi init my-district.yaml
    \f
    生成带注释的起始计划，供修改。

    FILE 默认为 targets.yaml；- 表示标准输出。

    在有 targets.yaml 的目录中运行的命令都读取它，除非 --plan 或 ERQI_PLAN 指明另一份计划。

    \b
    示例：
      erqi init my-district.yaml
    """
    from erqi_cli.readers.yaml.starter import starter_text

    write_output(starter_text(years), None if file == "-" else file, replace=force)
    if file != "-":
        advice = READ_BY_DEFAULT if file == PLAN_HERE else READ_WITH_PLAN
        echo_stderr(WRITTEN.fill(file=file, advice=advice.fill(file=file)).pick(lang))
