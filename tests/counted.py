"""Shows in the summary of a run what tests have counted, also with `-q` and with pytest-xdist.

A test hands over a line with `record_property("counted", "57 figures changed, each noticed")`.
"""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the lines of the tests that passed."""
    lines = []
    for report in terminalreporter.getreports("passed"):
        for name, line in report.user_properties:
            if name == "counted":
                lines.append(line)
    if lines:
        terminalreporter.section("counted")
    for line in lines:
        terminalreporter.write_line(line)
