"""The exit codes of the program, so that a script can tell the outcomes apart."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns to its caller. After a signal it is 128 and the signal's number."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    DATA = 3
    INPUT = 4
    OUTPUT = 5
    VERDICT = 6


FAMILIES = {
    "E1": ExitCode.INPUT,
    "E2": ExitCode.DATA,
    "E3": ExitCode.DATA,
    "E4": ExitCode.DATA,
    "E5": ExitCode.DATA,
    "E6": ExitCode.USAGE,
    "E7": ExitCode.OUTPUT,
    "E8": ExitCode.DATA,
    "E9": ExitCode.FAULT,
}
"""The first two characters of an error code decide the exit code."""
