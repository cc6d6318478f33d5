"""The command line: options and exit codes. The only place that knows click."""

from erqi_cli.cli.process import run
from erqi_cli.cli.root import erqi

__all__ = ["erqi", "run"]
