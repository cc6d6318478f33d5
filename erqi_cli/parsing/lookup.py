"""Finds what a user means: by id, number, name in either language, or a part of one."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from erqi_cli.domain.plan import Action, Plan, Ratio, Source
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.scalar import NAME_LIMIT
from erqi_cli.parsing.suggest import nearest

TARGET_TYPES = (EntryType.INDICATOR, EntryType.TARGET)
"""What can be observed: headline indicators and the targets of actions."""
MAX_MATCHES, MAX_KNOWN = 8, 12
"""How many matches a message lists, and how many names it lists where nothing matches."""
BLANK_CELL = Text(
    "这格是空的（如合并的单元格）：请写编号或名称",
    "the cell is blank, as merged cells leave it: write an id or a name",
)


class PlanEntry(NamedTuple):
    """Something in a plan that a user can name; `names` are all that find it, normalised."""

    id: str
    type: EntryType
    names: tuple[str, ...]


def fold(words: str) -> str:
    """Return words as they are compared: width, case and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def plan_entries(plan: Plan, *types: EntryType) -> list[PlanEntry]:
    """Return the plan's entries of these types, in plan order."""
    entries: list[PlanEntry] = []
    if EntryType.INDICATOR in types:
        entries += [_entry(EntryType.INDICATOR, one.id, one.name) for one in plan.indicators]
    if EntryType.ACTION in types:
        entries += [
            _entry(EntryType.ACTION, one.id, one.name, str(one.number)) for one in plan.actions
        ]
    if EntryType.TARGET in types:
        entries += [_target_entry(one) for one in plan.targets if not one.is_headline]
    if EntryType.RATIO in types:
        entries += [_entry(EntryType.RATIO, one.id, one.name) for one in plan.ratios]
    if EntryType.SOURCE in types:
        entries += [_entry(EntryType.SOURCE, one.id, one.title) for one in plan.sources]
    return entries


def _entry(entry_type: EntryType, entry_id: str, name: Text, *more_names: str) -> PlanEntry:
    return PlanEntry(entry_id, entry_type, (fold(name.zh), fold(name.en), *more_names))


def _target_entry(target: Target) -> PlanEntry:
    """Return the entry of an action's target; the part of its id after the dot finds it too."""
    own_id = target.id.partition(".")[2]
    return _entry(EntryType.TARGET, target.id, target.name, own_id)


def action_names(action: Action) -> tuple[str, ...]:
    """Return what an action is called, normalised: its id, its names and its number."""
    return action.id, fold(action.name.zh), fold(action.name.en), str(action.number)


class NameIndex:
    """The names of a plan's entries of some types, ready to be looked up many times."""

    def __init__(self, plan: Plan, *types: EntryType) -> None:
        self.plan, self.types = plan, types
        self.entries = plan_entries(plan, *types)
        self.by_id = {entry.id: entry for entry in self.entries}
        self.by_name: dict[str, list[PlanEntry]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(entry.names):
                self.by_name.setdefault(name, []).append(entry)

    @property
    def types_in_words(self) -> Text:
        """The types in words: indicator, action or target."""
        *others, last = (ENTRY_TYPE_NAMES[entry_type] for entry_type in self.types)
        if not others:
            return last
        zh = "、".join(name.zh for name in others)
        en = ", ".join(name.en for name in others)
        return Text(f"{zh}或{last.zh}", f"{en} or {last.en}")

    def find(self, words: str, *, allow_part: bool = True) -> PlanEntry:
        """Return the one entry that the words mean: an exact id or name, else a part if allowed.

        Raises Failure E601 (none) or E602 (several).
        """
        if len(words) > NAME_LIMIT:
            raise failure("E601", name=quote(words), what=self.types_in_words)
        wanted = fold(words)
        if wanted in self.by_id:
            return self.by_id[wanted]
        matches = self.by_name.get(wanted, [])
        if not matches and allow_part:
            matches = self.containing(wanted)
        if len(matches) == 1:
            return matches[0]
        if matches:
            listed = list_ids([entry.id for entry in matches])
            raise failure("E602", name=quote(words), count=len(matches), matches=listed)
        raise failure(
            "E601", lambda: self.suggestion(wanted), name=quote(words), what=self.types_in_words
        )

    def containing(self, words: str) -> list[PlanEntry]:
        """Return the entries that have some words in their id or in one of their names."""
        wanted = fold(words)
        return [entry for entry in self.entries if wanted and _contains(entry, wanted)]

    def find_target(self, words: str, *, allow_part: bool = True) -> Target:
        """Return the one target that the words mean; the index has to be one of targets."""
        return self.plan.target(self.find(words, allow_part=allow_part).id)

    def suggestion(self, wanted: str) -> Text | None:
        """Return the closest names; without any, all of a few, or the command that lists them."""
        ids_by_name = {
            name: entry.id for entry in reversed(self.entries) for name in (*entry.names, entry.id)
        }
        close = [ids_by_name[name] for name in nearest(wanted, ids_by_name, count=3)]
        if close:
            listed = ", ".join(dict.fromkeys(close))
            return Text(f"最接近的：{listed}", f"the closest: {listed}")
        if len(self.entries) <= MAX_KNOWN:
            listed = ", ".join(entry.id for entry in self.entries)
            return Text(f"有：{listed}", f"there are: {listed}")
        if len(self.types) == 1:
            command = f"erqi list {self.types[0].plural}"
            return Text(f"{command} 列出全部名称", f"`{command}` shows them all")
        if EntryType.RATIO in self.types:
            return Text(
                "erqi list 和 erqi list ratios 列出全部名称",
                "`erqi list` and `erqi list ratios` show them all",
            )
        return None


def blank_remedy(words: str) -> Text | None:
    """Return the remedy for a blank cell that should name an entry; None for any other cell."""
    return None if words.strip() else BLANK_CELL


def list_ids(ids: list[str]) -> str:
    """Return ids in a row, of many the first few."""
    more = " …" if len(ids) > MAX_MATCHES else ""
    return ", ".join(ids[:MAX_MATCHES]) + more


def _contains(entry: PlanEntry, part: str) -> bool:
    """Tell whether a part stands in the id or a name of an entry; a number is found only whole."""
    if part in entry.id:
        return True
    return any(part in name for name in entry.names if not name.isdecimal())


def find(plan: Plan, words: str, *types: EntryType) -> PlanEntry:
    """Return the one entry that the words mean; raise Failure E601 (none) or E602 (several)."""
    return _find_in(NameIndex(plan, *types), words)


def find_all(plan: Plan, wanted: Iterable[str], *types: EntryType) -> list[PlanEntry]:
    """Return the entries that the names mean, each once, in the order in which they were named."""
    index = NameIndex(plan, *types)
    entries = [_find_in(index, words) for words in wanted]
    return list(dict.fromkeys(entries))


def _find_in(index: NameIndex, words: str) -> PlanEntry:
    """Return what the words mean; if they are the id of an entry of another type, say so."""
    try:
        return index.find(words)
    except Failure as fault:
        if fault.problems[0].code == "E601":
            others = plan_entries(index.plan, *(one for one in EntryType if one not in index.types))
            same_id = [other for other in others if other.id == fold(words)]
            if same_id:
                raise _of_another_type(words, same_id[0], index.types_in_words) from None
        raise


def _of_another_type(words: str, entry: PlanEntry, what: Text) -> Failure:
    name = ENTRY_TYPE_NAMES[entry.type]
    is_ratio = entry.type is EntryType.RATIO
    command = f"erqi explain {entry.id}" if is_ratio else f"erqi show {entry.type} {entry.id}"
    remedy = Text(
        f"{entry.id} 是{name.zh}：{command}",
        f"{entry.id} is of another kind ({name.en}): {command}",
    )
    return failure("E601", remedy, name=quote(words), what=what)


def find_target(plan: Plan, words: str) -> Target:
    """Return the headline indicator or the target of an action that the words mean."""
    return plan.target(find(plan, words, *TARGET_TYPES).id)


def find_targets(plan: Plan, wanted: Iterable[str]) -> list[Target]:
    """Return the headline indicators and targets of actions that the names mean, each once."""
    return [plan.target(entry.id) for entry in find_all(plan, wanted, *TARGET_TYPES)]


def find_indicator(plan: Plan, words: str) -> Target:
    """Return the headline indicator that the words mean."""
    return plan.target(find(plan, words, EntryType.INDICATOR).id)


def find_indicators(plan: Plan, wanted: Iterable[str]) -> list[Target]:
    """Return the headline indicators that the names mean, each once."""
    return [plan.target(entry.id) for entry in find_all(plan, wanted, EntryType.INDICATOR)]


def find_action(plan: Plan, words: str) -> Action:
    """Return the action that the words mean."""
    return plan.action(find(plan, words, EntryType.ACTION).id)


def find_ratio(plan: Plan, words: str) -> Ratio:
    """Return the ratio that the words mean."""
    return plan.ratio(find(plan, words, EntryType.RATIO).id)


def find_source(plan: Plan, words: str) -> Source:
    """Return the source that the words mean."""
    return plan.source(find(plan, words, EntryType.SOURCE).id)


def find_field(plan: Plan, words: str) -> tuple[Target, str]:
    """Return the target and the field that `NAME.FIELD` means; raise Failure E601, E602, E612."""
    index = NameIndex(plan, *TARGET_TYPES)
    name, _, field = words.rpartition(".")
    has_field = name and field and fold(words) not in index.by_id
    if not has_field:
        target = plan.target(_find_in(index, words).id)
        example = f"{target.id}.{'projected' if target.is_headline else 'value'}"
        remedy = Text(f"请写成 {example} 这样", f"write it like {example}")
        raise failure("E612", remedy, name=quote(words))
    return plan.target(_find_in(index, name).id), fold(field)
