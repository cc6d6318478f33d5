"""A value that a grammar refuses, and a user's words as messages quote them."""

from erqi_cli.errors import Failure, Problem, Remedy, failure
from erqi_cli.i18n.text import Text

MAX_QUOTED = 40
"""Characters of a user's words that a message quotes."""


class ValueFault(ValueError):
    """A value that a grammar refuses.

    It has an error code, the values that fill its message, and a better remedy if one is known.
    """

    def __init__(self, code: str, remedy: Remedy = None, **values: object) -> None:
        super().__init__(code)
        self.code, self.values, self.remedy = code, values, remedy


def brief(words: str) -> str:
    """Return a user's words, shortened to 40 characters."""
    if len(words) <= MAX_QUOTED:
        return words
    return words[: MAX_QUOTED - 1] + "…"


def quote(value: str) -> Text:
    """Return a user's text in the quotation marks of each language, shortened to 40 characters."""
    return Text(f"“{brief(value)}”", f"'{brief(value)}'")


def as_failure(code: str, fault: ValueFault, option: str) -> Failure:
    """Return the failure of a value on the command line.

    The fault's message becomes the `reason` in the message of `code`, its remedy the hint.
    """
    cause = Problem(fault.code, fault.values, remedy=fault.remedy)
    return failure(code, cause.hint, reason=cause.message, option=option)
