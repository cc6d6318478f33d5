"""Finds what a user means: by id, number, Chinese or English name, or a part of one.

A part has to be unambiguous.
"""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from erqi_cli.domain.plan import Action, Plan, Ratio
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text, join
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.scalar import NAME_LIMIT
from erqi_cli.parsing.suggest import nearest

TARGET_TYPES = (EntryType.INDICATOR, EntryType.TARGET)
"""What can be observed: headline indicators and the targets of actions."""
MAX_MATCHES = 8
"""How many matches a message lists."""
MAX_KNOWN = 12
"""How many names a message lists where nothing matches."""

BLANK_CELL = Text(
    "这格是空的（如合并的单元格）：请写编号或名称",
    "the cell is blank, as merged cells leave it: write an id or a name",
)
CLOSEST = Text("最接近的：{ids}", "the closest: {ids}")
ALL_NAMES = Text("有：{ids}", "there are: {ids}")
LIST_COMMAND = Text("{command} 列出全部名称", "`{command}` shows them all")
TWO_LIST_COMMANDS = Text(
    "erqi list 和 erqi list ratios 列出全部名称",
    "`erqi list` and `erqi list ratios` show them all",
)
ONE_OR_OTHER = Text("{others}或{last}", "{others} or {last}")
OF_ANOTHER_TYPE = Text(
    "{id} 是{type}：{command}",
    "{id} is of another kind ({type}): {command}",
)
WRITE_LIKE = Text("请写成 {example} 这样", "write it like {example}")


class PlanEntry(NamedTuple):
    """Something in a plan that a user can name.

    `id` is its full id; `names` are all that find it besides, normalised.
    """

    id: str
    type: EntryType
    names: tuple[str, ...]


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
            return _named_entries(entry_type, plan.indicators)
        case EntryType.ACTION:
            return _action_entries(plan)
        case EntryType.TARGET:
            return _target_entries(plan)
        case EntryType.RATIO:
            return _named_entries(entry_type, plan.ratios)
        case EntryType.SOURCE:
            return _source_entries(plan)


def _named_entries(
    entry_type: EntryType,
    named: Iterable[Target | Ratio],
) -> list[PlanEntry]:
    entries = []
    for one in named:
        names = _folded(one.name)
        entries.append(PlanEntry(one.id, entry_type, names))
    return entries


def _action_entries(plan: Plan) -> list[PlanEntry]:
    entries = []
    for action in plan.actions:
        names = action_names(action)
        entries.append(PlanEntry(action.id, EntryType.ACTION, names))
    return entries


def _target_entries(plan: Plan) -> list[PlanEntry]:
    """Return the targets of actions, also found by the part of their id after the dot."""
    entries = []
    for action in plan.actions:
        for target in action.targets:
            _, _, own_id = target.id.partition(".")
            names = (*_folded(target.name), own_id)
            entries.append(PlanEntry(target.id, EntryType.TARGET, names))
    return entries


def _source_entries(plan: Plan) -> list[PlanEntry]:
    entries = []
    for source in plan.sources:
        names = _folded(source.title)
        entries.append(PlanEntry(source.id, EntryType.SOURCE, names))
    return entries


def _folded(name: Text) -> tuple[str, str]:
    """Return a name in both languages, normalised."""
    return fold(name.zh), fold(name.en)


def action_names(action: Action) -> tuple[str, ...]:
    """Return what an action is called, normalised: its id, its names and its number."""
    number = str(action.number)
    return (action.id, *_folded(action.name), number)


class NameIndex:
    """The names of a plan's entries of some types, ready to be looked up many times."""

    def __init__(self, plan: Plan, *types: EntryType) -> None:
        self.plan = plan
        self.types = types
        self.entries = plan_entries(plan, *types)
        self.by_id: dict[str, PlanEntry] = {}
        self.by_name: dict[str, list[PlanEntry]] = {}
        for entry in self.entries:
            self.by_id[entry.id] = entry
            # An entry may have one name twice: in Chinese and in English.
            for name in dict.fromkeys(entry.names):
                self.by_name.setdefault(name, []).append(entry)

    @property
    def types_in_words(self) -> Text:
        """The types in words: indicator, action or target."""
        names = [ENTRY_TYPE_NAMES[entry_type] for entry_type in self.types]
        *others, last = names
        if not others:
            return last
        return ONE_OR_OTHER.fill(
            others=join(others),
            last=last,
        )

    def find(self, words: str, *, allow_part: bool = True) -> PlanEntry:
        """Return the one entry that the words mean.

        That is an exact id or name; with `allow_part`, else a part of one. Raises Failure E601
        (none) or E602 (several).
        """
        if len(words) > NAME_LIMIT:
            raise failure("E601", name=quote(words), what=self.types_in_words)
        wanted = fold(words)
        if wanted in self.by_id:
            return self.by_id[wanted]
        matches = self.by_name.get(wanted, [])
        if not matches and allow_part:
            matches = self.containing(wanted)
        if not matches:
            raise failure(
                "E601",
                lambda: self.suggestion(wanted),
                name=quote(words),
                what=self.types_in_words,
            )
        if len(matches) > 1:
            ids = [entry.id for entry in matches]
            raise failure(
                "E602",
                name=quote(words),
                count=len(matches),
                matches=list_ids(ids),
            )
        return matches[0]

    def containing(self, words: str) -> list[PlanEntry]:
        """Return the entries that have some words in their id or in one of their names."""
        wanted = fold(words)
        if not wanted:
            return []
        return [entry for entry in self.entries if _contains(entry, wanted)]

    def find_target(self, words: str, *, allow_part: bool = True) -> Target:
        """Return the one target that the words mean; the index has to be one of targets."""
        entry = self.find(words, allow_part=allow_part)
        return self.plan.target(entry.id)

    def suggestion(self, wanted: str) -> Text | None:
        """Return the closest names; without any, all of a few, or the command that lists them."""
        close = self._closest_ids(wanted)
        if close:
            return CLOSEST.fill(ids=", ".join(close))
        if len(self.entries) <= MAX_KNOWN:
            known = [entry.id for entry in self.entries]
            return ALL_NAMES.fill(ids=", ".join(known))
        return self._list_command()

    def _list_command(self) -> Text | None:
        """Return the command that lists the entries; None where no single remedy names it."""
        if len(self.types) == 1:
            noun = self.types[0].plural
            command = f"erqi list {noun}"
            return LIST_COMMAND.fill(command=command)
        if EntryType.RATIO in self.types:
            return TWO_LIST_COMMANDS
        return None

    def _closest_ids(self, wanted: str) -> list[str]:
        """Return the ids of up to three entries whose names are most like the wanted one."""
        ids_by_name: dict[str, str] = {}
        # Of entries with the same name the first one counts, so it is written last.
        for entry in reversed(self.entries):
            for name in (*entry.names, entry.id):
                ids_by_name[name] = entry.id
        ids: list[str] = []
        for name in nearest(wanted, ids_by_name, count=3):
            entry_id = ids_by_name[name]
            if entry_id not in ids:
                ids.append(entry_id)
        return ids


def blank_remedy(words: str) -> Text | None:
    """Return the remedy for a blank cell that should name an entry; None for any other cell."""
    return None if words.strip() else BLANK_CELL


def list_ids(ids: list[str]) -> str:
    """Return ids in a row, of many the first few."""
    listed = ", ".join(ids[:MAX_MATCHES])
    if len(ids) > MAX_MATCHES:
        return f"{listed} …"
    return listed


def _contains(entry: PlanEntry, part: str) -> bool:
    """Tell whether a part is in the id or a name of an entry.

    The number of an action is found only whole.
    """
    if part in entry.id:
        return True
    names = [name for name in entry.names if not name.isdecimal()]
    return any(part in name for name in names)


def find(plan: Plan, words: str, *types: EntryType) -> PlanEntry:
    """Return the one entry that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    return _find_in(NameIndex(plan, *types), words)


def find_all(plan: Plan, wanted: Iterable[str], *types: EntryType) -> list[PlanEntry]:
    """Return the entries that the names mean, each once, in the order in which they were named.

    Raises Failure E601 or E602 for the first name that means none or several.
    """
    index = NameIndex(plan, *types)
    entries: list[PlanEntry] = []
    for words in wanted:
        entry = _find_in(index, words)
        if entry not in entries:
            entries.append(entry)
    return entries


def _find_in(index: NameIndex, words: str) -> PlanEntry:
    """Return what the words mean; raise a Failure that says so if they name another type."""
    try:
        return index.find(words)
    except Failure as fault:
        if fault.problems[0].code != "E601":
            raise
        other = _entry_of_other_type(index, words)
        if other is None:
            raise
    raise failure(
        "E601",
        _other_type_remedy(other),
        name=quote(words),
        what=index.types_in_words,
    )


def _entry_of_other_type(index: NameIndex, words: str) -> PlanEntry | None:
    """Return the entry with this id that is of none of the index's types."""
    wanted = fold(words)
    for entry in plan_entries(index.plan, *EntryType):
        if entry.id == wanted and entry.type not in index.types:
            return entry
    return None


def _other_type_remedy(entry: PlanEntry) -> Text:
    """Return the remedy that names the type of an entry and the command that shows it."""
    command = f"erqi show {entry.type} {entry.id}"
    if entry.type is EntryType.RATIO:
        command = f"erqi explain {entry.id}"
    return OF_ANOTHER_TYPE.fill(
        id=entry.id,
        type=ENTRY_TYPE_NAMES[entry.type],
        command=command,
    )


def find_target(plan: Plan, words: str) -> Target:
    """Return the headline indicator or the target of an action that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    entry = find(plan, words, *TARGET_TYPES)
    return plan.target(entry.id)


def find_targets(plan: Plan, wanted: Iterable[str]) -> list[Target]:
    """Return the headline indicators and targets of actions that the names mean, each once.

    Raises Failure E601 or E602 for the first name that means none or several.
    """
    entries = find_all(plan, wanted, *TARGET_TYPES)
    return [plan.target(entry.id) for entry in entries]


def find_indicator(plan: Plan, words: str) -> Target:
    """Return the headline indicator that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    entry = find(plan, words, EntryType.INDICATOR)
    return plan.target(entry.id)


def find_indicators(plan: Plan, wanted: Iterable[str]) -> list[Target]:
    """Return the headline indicators that the names mean, each once.

    Raises Failure E601 or E602 for the first name that means none or several.
    """
    entries = find_all(plan, wanted, EntryType.INDICATOR)
    return [plan.target(entry.id) for entry in entries]


def find_action(plan: Plan, words: str) -> Action:
    """Return the action that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    entry = find(plan, words, EntryType.ACTION)
    return plan.action(entry.id)


def find_field(plan: Plan, words: str) -> tuple[Target, str]:
    """Return the target and the field that `NAME.FIELD` means.

    Raises Failure E601, E602, and E612 where the words have no field.
    """
    index = NameIndex(plan, *TARGET_TYPES)
    name, _, field = words.rpartition(".")
    # The full id of a target has a dot itself: it names no field.
    is_id = fold(words) in index.by_id
    if is_id or not name or not field:
        entry = _find_in(index, words)
        remedy = _field_remedy(entry)
        raise failure("E612", remedy, name=quote(words))
    entry = _find_in(index, name)
    target = plan.target(entry.id)
    return target, fold(field)


def _field_remedy(entry: PlanEntry) -> Text:
    """Return the remedy that shows how a field is named."""
    field = "value"
    if entry.type is EntryType.INDICATOR:
        field = "projected"
    return WRITE_LIKE.fill(example=f"{entry.id}.{field}")
