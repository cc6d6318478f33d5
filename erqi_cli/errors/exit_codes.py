"""The exit codes of the program, so that a script can tell the outcomes apart."""

from enum import IntEnum


class Exit(IntEnum):
    """What the process returns to its caller for an outcome of its own; signals have their usual codes."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    DATA = 3
    INPUT = 4
    OUTPUT = 5
    VERDICT = 6


FAMILIES = {
    "E1": Exit.INPUT,
    "E2": Exit.DATA,
    "E3": Exit.DATA,
    "E4": Exit.DATA,
    "E5": Exit.DATA,
    "E6": Exit.USAGE,
    "E7": Exit.OUTPUT,
    "E8": Exit.DATA,
    "E9": Exit.FAULT,
}
"""The first two characters of an error code decide the exit code."""
