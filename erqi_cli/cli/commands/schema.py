"""`erqi schema`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.options import PATH_OPTION
from erqi_cli.cli.write import write_output


@click.command(cls=Command, params=[PATH_OPTION])
def schema(path: str | None) -> None:
    """Print the plan's JSON Schema, for an editor.

    An editor for YAML uses it to complete and check a plan.

    \b
    Example:
      erqi schema
    \f
    输出计划的 JSON Schema，供编辑器使用。

    支持 YAML 的编辑器据此补全和检查计划文件。

    \b
    示例：
      erqi schema
    """
    from erqi_cli.readers.yaml.json_schema import schema_text

    write_output(schema_text(), path)
