"""The command line: options and exit codes. The only place that knows click."""

from erqi_cli.cli.app import erqi
from erqi_cli.cli.process import run

__all__ = ["erqi", "run"]
