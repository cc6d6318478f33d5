"""Finds a plan file and reads it whole, or reports every problem in it."""

import os
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.errors import MOST, Failure, Place, Problem
from erqi_cli.readers.source import decode, read_bytes
from erqi_cli.readers.yaml.entries import PlanEntries, TargetEntry
from erqi_cli.readers.yaml.rules import problems_of
from erqi_cli.readers.yaml.tree import Document, Mapping

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHIPPED = (
    os.path.join(PACKAGE, "data", "targets.yaml"),
    os.path.join(PACKAGE, "..", "data", "targets.yaml"),
)
"""Where the plan that comes with the program is: in an installed package, or in a checkout."""

DEFAULT_PLAN = "targets.yaml"
"""The plan of a working directory, which `erqi init` writes."""


def find_plan(path: str | os.PathLike[str] | None = None) -> str:
    """Return the path of the plan to read.

    It is the path that is given. Without one: ERQI_PLAN, then targets.yaml in the working
    directory, then the shipped plan.
    """
    if path is not None:
        return os.fspath(path)
    if chosen := os.environ.get("ERQI_PLAN"):
        return chosen
    if os.path.lexists(DEFAULT_PLAN):  # a broken link is reported when it is read
        return DEFAULT_PLAN
    installed, checkout = SHIPPED
    shipped = checkout if os.path.isfile(checkout) and not os.path.isfile(installed) else installed
    return os.path.normpath(shipped)


def is_shipped(path: str) -> bool:
    """Tell whether a path is that of the plan that comes with the program."""
    return path in map(os.path.normpath, SHIPPED)


def load_plan(path: str | os.PathLike[str] | None = None) -> Plan:
    """Return the plan of a YAML file, every figure an exact Decimal.

    Without a path the plan is found as `find_plan` says; `-` is standard input. Nothing is read in
    part: raises `erqi_cli.Failure` with every problem of the file, each with its line and column.
    """
    return read_plan(find_plan(path)).plan


class PlanFile(NamedTuple):
    """A sound plan, and the placed entries of its file."""

    plan: Plan
    entries: PlanEntries

    @property
    def targets(self) -> Iterator[tuple[TargetEntry, Target]]:
        """Every target with its entry, in the order of the file."""
        for entry in self.entries.targets:
            yield entry, self.plan.target(entry.full_id or "")


def read_plan(path: str) -> PlanFile:
    """Return the plan of a file and its entries; raises Failure with every problem."""
    from erqi_cli.readers.yaml.validator import validate

    document = read_document(path)
    plan = validate(document)
    entries = None
    if isinstance(document.root, Mapping):
        # The rules read what validation has parsed, and so come after it.
        entries = PlanEntries(document, document.root)
        document.problems.extend(islice(problems_of(entries), MOST))
    if plan is None or entries is None or document.problems:
        raise Failure(in_file_order(document))
    return PlanFile(plan, entries)


def read_document(path: str) -> Document:
    """Return a file's placed tree; raise Failure where its bytes or its YAML are wrong."""
    from erqi_cli.readers.yaml.builder import parse

    text = decode(read_bytes(path), path)
    document = parse(text, path)
    codes = {problem.code for problem in document.problems}
    if document.lost or codes & FATAL:
        raise Failure(in_file_order(document))
    return document


FATAL = frozenset({"E211", "E212", "E213", "E214", "E215", "E219", "E220", "E221"})
"""After these the rest of the file cannot be trusted, and problems of its values are not sought."""


def in_file_order(document: Document) -> list[Problem]:
    """Return a document's problems by line and column, each once."""
    distinct: dict[tuple[Place, str, str], Problem] = {}
    for problem in document.problems:
        distinct[(*_position(problem), repr(problem.values))] = problem
    return sorted(distinct.values(), key=_position)[:MOST]


def _position(problem: Problem) -> tuple[Place, str]:
    """Return what problems are sorted by; those of one place by their codes."""
    return problem.place or Place(0, 0), problem.code
