"""Problems as values, the catalogue of their texts, and the exit codes."""

from erqi_cli.errors.exit_codes import Exit
from erqi_cli.errors.problem import MOST, Failure, Place, Problem, Remedy, failure

__all__ = ["MOST", "Exit", "Failure", "Place", "Problem", "Remedy", "failure"]
