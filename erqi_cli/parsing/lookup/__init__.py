"""Finds what a user means: by id, number, name or alias, or a part of one.

A part has to be unambiguous, and is for the command line alone.
"""

from erqi_cli.parsing.lookup.entries import PlanEntry, action_names, fold, plan_entries
from erqi_cli.parsing.lookup.find import (
    TARGET_TYPES,
    find,
    find_action,
    find_all,
    find_field,
    find_indicator,
    find_indicators,
    find_target,
    find_targets,
    on_part,
)
from erqi_cli.parsing.lookup.index import (
    MAX_MATCHES,
    NameIndex,
    blank_remedy,
    list_names,
    name_with_id,
)

__all__ = [
    "MAX_MATCHES",
    "TARGET_TYPES",
    "NameIndex",
    "PlanEntry",
    "action_names",
    "blank_remedy",
    "find",
    "find_action",
    "find_all",
    "find_field",
    "find_indicator",
    "find_indicators",
    "find_target",
    "find_targets",
    "fold",
    "list_names",
    "name_with_id",
    "on_part",
    "plan_entries",
]
