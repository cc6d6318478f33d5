"""Every error code with its texts, in both languages."""

from erqi_cli.errors.catalog.commands import COMMANDS
from erqi_cli.errors.catalog.entry import Entry
from erqi_cli.errors.catalog.reading import READING
from erqi_cli.errors.catalog.rules import RULES
from erqi_cli.errors.catalog.tables import TABLES
from erqi_cli.errors.catalog.values import VALUES

CATALOG: dict[str, Entry] = {**READING, **VALUES, **RULES, **TABLES, **COMMANDS}

__all__ = ["CATALOG", "Entry"]
