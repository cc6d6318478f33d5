"""Problems as values, the catalogue of their texts, and the exit codes."""

from erqi_cli.errors.exit_codes import ExitCode
from erqi_cli.errors.notice import Notice
from erqi_cli.errors.place import Place
from erqi_cli.errors.problem import MOST, Failure, Problem, Remedy, failure

__all__ = ["MOST", "ExitCode", "Failure", "Notice", "Place", "Problem", "Remedy", "failure"]
