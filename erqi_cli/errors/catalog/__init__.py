"""Every error code with its texts, in both languages."""

from erqi_cli.errors.catalog.commands import COMMANDS
from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.errors.catalog.input import READING
from erqi_cli.errors.catalog.revisions import REVISIONS
from erqi_cli.errors.catalog.rules import RULES
from erqi_cli.errors.catalog.tables import TABLES
from erqi_cli.errors.catalog.values import VALUES

CATALOG: dict[str, Entry] = {**READING, **VALUES, **RULES, **REVISIONS, **TABLES, **COMMANDS}

RETIRED = frozenset({"E408", "E418", "E419", "E420", "E424", "E902"})
"""Codes that are out of use. They never get a new meaning: the old one may still be looked for."""

__all__ = ["CATALOG", "RETIRED", "Entry"]
