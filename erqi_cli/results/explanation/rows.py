"""The rows of `erqi explain`: lines, each with a label, in five parts."""

from dataclasses import dataclass
from enum import StrEnum

from erqi_cli.i18n.text import Text
from erqi_cli.results.explanation.messages import (
    CONTENT_LABEL,
    FORMULA,
    INPUTS,
    ITEM_LABEL,
    PART_LABEL,
    PROGRESS,
    RULES,
    SOURCES,
)
from erqi_cli.results.result import Column


class Part(StrEnum):
    """The part of an explanation that a row belongs to, in the order in which they stand."""

    INPUT = "input"
    FORMULA = "formula"
    RULE = "rule"
    SOURCE = "source"
    PROGRESS = "progress"


PART_NAMES = {
    Part.INPUT: INPUTS,
    Part.FORMULA: FORMULA,
    Part.RULE: RULES,
    Part.SOURCE: SOURCES,
    Part.PROGRESS: PROGRESS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationRow:
    """One line of an explanation: a label, and what there is to say."""

    part: Part
    item: Text
    content: Text | None


def input_row(label: Text, content: Text | None) -> ExplanationRow:
    """Return a row on what a calculation starts from."""
    return ExplanationRow(part=Part.INPUT, item=label, content=content)


def formula_row(label: Text, content: Text) -> ExplanationRow:
    """Return a row with a formula and its numbers."""
    return ExplanationRow(part=Part.FORMULA, item=label, content=content)


def rule_row(label: Text, content: Text | None) -> ExplanationRow:
    """Return a row on a rule that applies."""
    return ExplanationRow(part=Part.RULE, item=label, content=content)


def source_row(label: Text, content: Text) -> ExplanationRow:
    """Return a row on where a figure comes from."""
    return ExplanationRow(part=Part.SOURCE, item=label, content=content)


def progress_row(label: Text, content: Text) -> ExplanationRow:
    """Return a row on where a target stands."""
    return ExplanationRow(part=Part.PROGRESS, item=label, content=content)


EXPLANATION_COLUMNS: tuple[Column[ExplanationRow], ...] = (
    Column("part", PART_LABEL, show=lambda row: PART_NAMES[row.part]),
    Column("item", ITEM_LABEL, "words"),
    Column("content", CONTENT_LABEL, "words"),
)
