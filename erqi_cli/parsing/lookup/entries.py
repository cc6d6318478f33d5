"""What of a plan a user can name, with every name that finds it."""

import unicodedata
from typing import NamedTuple

from erqi_cli.domain.plan import Action, Plan
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.i18n.text import Text, same


class PlanEntry(NamedTuple):
    """Something in a plan that a user can name.

    `id` is its full id and `name` what it is called; `names` are all that find it besides its id,
    normalised.
    """

    id: str
    type: EntryType
    name: Text
    names: tuple[str, ...]

    def is_called(self, wanted: str) -> bool:
        """Tell whether normalised words are its id or one of its names, and not a part of one."""
        return wanted == fold(self.id) or wanted in self.names

    def name_with(self, part: str) -> Text:
        """Return its name in the language of a part of it; of an alias, in both languages."""
        for name in self.name:
            if part in fold(name):
                return same(name)
        return self.name

    def contains(self, part: str) -> bool:
        """Tell whether normalised words are in its id or a name; a number is found only whole.

        Of English words a part is the beginning of one: pace is no part of spaces.
        """
        if is_part(part, fold(self.id)):
            return True
        names = [name for name in self.names if not name.isdecimal()]
        return any(is_part(part, name) for name in names)


def is_part(part: str, name: str) -> bool:
    """Tell whether words are in a name; English ones only where a word of it begins."""
    start = name.find(part)
    while start > 0 and _continues_word(name, start):
        start = name.find(part, start + 1)
    return start >= 0


def _continues_word(name: str, start: int) -> bool:
    """Tell whether a place is inside an English word."""
    before, first = name[start - 1], name[start]
    return before.isascii() and before.isalnum() and first.isascii() and first.isalnum()


def fold(words: str) -> str:
    """Return words as they are compared: width, case and spaces do not matter."""
    normalized = unicodedata.normalize("NFKC", words)
    parts = normalized.casefold().split()
    return " ".join(parts)


def plan_entries(plan: Plan, *types: EntryType) -> list[PlanEntry]:
    """Return the plan's entries of these types, in plan order."""
    entries: list[PlanEntry] = []
    for entry_type in EntryType:
        if entry_type in types:
            entries += _entries_of_type(plan, entry_type)
    return entries


def _entries_of_type(plan: Plan, entry_type: EntryType) -> list[PlanEntry]:
    match entry_type:
        case EntryType.INDICATOR:
            return _indicator_entries(plan)
        case EntryType.ACTION:
            return _action_entries(plan)
        case EntryType.TARGET:
            return _target_entries(plan)
        case EntryType.RATIO:
            return _ratio_entries(plan)
        case EntryType.SOURCE:
            return _source_entries(plan)


def _indicator_entries(plan: Plan) -> list[PlanEntry]:
    entries = []
    for target in plan.indicators:
        names = _folded(*target.names)
        entries.append(PlanEntry(target.id, EntryType.INDICATOR, target.name, names))
    return entries


def _ratio_entries(plan: Plan) -> list[PlanEntry]:
    entries = []
    for ratio in plan.ratios:
        names = _folded(ratio.name)
        entries.append(PlanEntry(ratio.id, EntryType.RATIO, ratio.name, names))
    return entries


def _action_entries(plan: Plan) -> list[PlanEntry]:
    entries = []
    for action in plan.actions:
        names = action_names(action)
        entries.append(PlanEntry(action.id, EntryType.ACTION, action.name, names))
    return entries


def _target_entries(plan: Plan) -> list[PlanEntry]:
    """Return the targets of actions, also found by the part of their id after the dot."""
    entries = []
    for action in plan.actions:
        for target in action.targets:
            _, _, own_id = target.id.partition(".")
            names = (*_folded(*target.names), fold(own_id))
            entries.append(PlanEntry(target.id, EntryType.TARGET, target.name, names))
    return entries


def _source_entries(plan: Plan) -> list[PlanEntry]:
    entries = []
    for source in plan.sources:
        names = _folded(source.title)
        entries.append(PlanEntry(source.id, EntryType.SOURCE, source.title, names))
    return entries


def _folded(*names: Text) -> tuple[str, ...]:
    """Return names in both languages, normalised, each once."""
    folded: dict[str, None] = {}
    for name in names:
        folded[fold(name.zh)] = None
        folded[fold(name.en)] = None
    return tuple(folded)


def action_names(action: Action) -> tuple[str, ...]:
    """Return what an action is called, normalised: its id, its names and its number."""
    number = str(action.number)
    return (fold(action.id), *_folded(action.name), number)
